"""What becomes of a finished chapter (schrijver): written, left as it stands, or refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.batch.files import write_whole
from reportgen.batch.manifest import Document
from reportgen.batch.outcome import Failed, Made, Outcome, Unchanged
from reportgen.batch.register import hash_of
from reportgen.batch.vingerafdruk import sha256
from reportgen.batch.werker import Mislukt
from reportgen.errors import OutputError, Plaats, Problem
from reportgen.versie import VERSION

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from reportgen.batch.herkomsten import Herkomsten
    from reportgen.batch.plannen import Plan, Stapel
    from reportgen.batch.register import Register
    from reportgen.batch.werker import Gemaakt, Resultaat


TEGELIJK = 4
"""How many files are written at once: a disk that is asked for several at a time is done with them
ten times as fast, since most of it is waiting."""


@dataclass(frozen=True, slots=True)
class _Besluit:
    """What is known of a finished chapter, what becomes of it, and the bytes to write if any."""

    plan: Plan
    document: Document
    uitkomst: Outcome
    word: bytes | None = None


@dataclass(frozen=True, slots=True)
class Schrijver:
    """Writes chapters into a folder; only what is its own is written over, unless forced."""

    boek: Register
    herkomsten: Herkomsten
    sjabloon: str
    """The hash of the template."""
    force: bool
    schrijvers: Executor
    """Writes a few files at once."""

    def verwerk(self, stapel: Stapel, resultaten: Sequence[Resultaat]) -> Iterator[Outcome]:
        """Write what was made of a pile, after writing down that it will be."""
        rij = iter(resultaten)
        stappen = [plan.gereed or self._besluit(plan, next(rij)) for plan in stapel.plannen]
        self.boek.neem_voor([stap.document for stap in stappen if isinstance(stap, _Besluit)])
        yield from self.schrijvers.map(self._uitkomst, stappen)
        self.boek.gedaan()

    def _uitkomst(self, stap: _Besluit | Outcome) -> Outcome:
        return self._geschreven(stap) if isinstance(stap, _Besluit) else stap

    def _besluit(self, plan: Plan, resultaat: Resultaat) -> _Besluit:
        if isinstance(resultaat, Mislukt):
            return self._mislukt(plan, resultaat.problems)
        try:
            staat_er = self._staat_er(plan, sha256(resultaat.word))
        except OutputError as fout:
            return self._mislukt(plan, fout.problems)
        soort = Unchanged if staat_er else Made
        sectie = plan.prestatie
        uitkomst = soort(sectie.nummer, sectie.titel, plan.pad, resultaat.problems)
        word = None if staat_er else resultaat.word
        return _Besluit(plan, self._document(plan, resultaat), uitkomst, word)

    def _mislukt(self, plan: Plan, problems: tuple[Problem, ...]) -> _Besluit:
        """Keep what is known of the file that stands there, with why it was not made anew."""
        naam, nummer, titel = plan.pad.name, plan.prestatie.nummer, plan.prestatie.titel
        bekend = self.boek.van(naam) or Document(naam, nummer, titel, "failed")
        document = replace(bekend, titel=titel, outcome="failed", problems=problems)
        return _Besluit(plan, document, Failed(nummer, titel, problems))

    def _document(self, plan: Plan, gemaakt: Gemaakt) -> Document:
        return Document(
            file=plan.pad.name,
            nummer=plan.prestatie.nummer,
            titel=plan.prestatie.titel,
            outcome="made",
            bytes=sha256(gemaakt.word),
            data=plan.data,
            template=self.sjabloon,
            version=VERSION,
            sources=self.herkomsten.van(plan.plek),
            problems=gemaakt.problems,
        )

    def _staat_er(self, plan: Plan, nieuw: str) -> bool:
        """Say whether a file is there already as it would be written.

        Raises:
            OutputError: another file is there than reportgen wrote.
        """
        if self.force:
            return False
        staat = hash_of(plan.pad)
        if staat is not None and staat != nieuw and not self.boek.eigen(plan.pad.name, staat):
            raise OutputError([_van_een_ander(plan, bekend=self.boek.van(plan.pad.name))])
        return staat == nieuw

    def _geschreven(self, stap: _Besluit) -> Outcome:
        if stap.word is None:
            return stap.uitkomst
        try:
            write_whole(stap.plan.pad, stap.word)
        except OutputError as fout:
            self.boek.mislukt(stap.plan.pad.name, fout.problems)
            sectie = stap.plan.prestatie
            return Failed(sectie.nummer, sectie.titel, fout.problems)
        return stap.uitkomst


def _van_een_ander(plan: Plan, bekend: Document | None) -> Problem:
    """Tell of a file that is not written over, because something of a person would be lost."""
    if bekend and bekend.bytes:
        wat = "dit hoofdstuk is na het maken veranderd, en wordt niet overschreven"
        cure = "zet de wijziging in de data en verplaats dit bestand; of geef --force"
    else:
        wat = "hier staat al een bestand dat reportgen niet kent; het wordt niet overschreven"
        cure = "verplaats dit bestand, of geef --force"
    waar = Plaats(plan.pad.name, nummer=plan.prestatie.nummer)
    return Problem("B2", "error", waar, wat, cure)
