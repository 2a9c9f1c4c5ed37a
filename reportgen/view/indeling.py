"""How a book is divided (indeling): what stands where, and how it can be referred to.

Needs numbers and titles only: the sections themselves are made one by one, when they print.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.model import vul
from reportgen.view.nummering import Bijschrift, Nummering, bijschriften_van, wat_van
from reportgen.view.overzichten import met_geld

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Prestatie
    from reportgen.view.boom import Tak

_GEEN_LETTER = re.compile(r"[^A-Za-z0-9]+")
_MAX_NAAM = 36
"""Word keeps forty characters of a bookmark's name; a few stay free for a number behind it."""


@dataclass(frozen=True, slots=True)
class Sectie:
    """A prestatie in its place, with the captions of its tables."""

    prestatie: Prestatie
    anker: str
    bijschriften: tuple[Bijschrift, ...]


@dataclass(frozen=True, slots=True)
class Deel:
    """A branch in its place, with the caption of its overview if it has one."""

    tak: Tak
    anker: str
    bijschrift: Bijschrift | None
    delen: tuple[Deel, ...] = ()
    secties: tuple[Sectie, ...] = ()


def secties(delen: Sequence[Deel]) -> Iterator[Sectie]:
    """Give the sections that stand below, in the order of print."""
    for deel in delen:
        yield from deel.secties
        yield from secties(deel.delen)


def doelen(delen: Sequence[Deel]) -> dict[str, str]:
    """Give where a reference to each section leads, by number; of two with one, to the first."""
    gevonden: dict[str, str] = {}
    for plek in secties(delen):
        gevonden.setdefault(plek.prestatie.nummer, f"#{plek.anker}")
    return gevonden


@dataclass(slots=True)
class Ankers:
    """Gives names for bookmarks: letters, digits and `_`, each another one, whatever the case."""

    _bezet: set[str] = field(default_factory=set)

    def nieuw(self, soort: str, nummer: str) -> str:
        """Give a name: `p_5_1_2`."""
        kaal = _GEEN_LETTER.sub("_", f"{soort}_{nummer}")[:_MAX_NAAM].rstrip("_")
        naam, keer = kaal, 1
        while naam.lower() in self._bezet:
            keer += 1
            naam = f"{kaal}_{keer}"
        self._bezet.add(naam.lower())
        return naam


@dataclass(frozen=True, slots=True)
class Indeler:
    """Divides a book: bookmarks for all that has a heading, numbers for all tables."""

    boekwerk: Boekwerk
    nummering: Nummering
    leeg: Collection[str]
    """The numbers of sections that have no content, and so no tables."""
    ankers: Ankers = field(default_factory=Ankers)

    def delen(self, takken: Sequence[Tak], soort: str = "k") -> tuple[Deel, ...]:
        """Divide branches and all that stands below them, in the order of print."""
        return tuple(self._deel(tak, soort) for tak in takken)

    def _deel(self, tak: Tak, soort: str) -> Deel:
        anker = self.ankers.nieuw(soort, tak.nummer or "zonder")
        bijschrift = self._bijschrift(tak)
        if tak.takken:
            return Deel(tak, anker, bijschrift, delen=self.delen(tak.takken, "d"))
        secties = tuple(self._sectie(prestatie) for prestatie in tak.prestaties)
        return Deel(tak, anker, bijschrift, secties=secties)

    def _sectie(self, prestatie: Prestatie) -> Sectie:
        teksten: Iterator[str] = iter(())
        if prestatie.nummer not in self.leeg:
            teksten = bijschriften_van(prestatie, self.boekwerk)
        anker = self.ankers.nieuw("p", prestatie.nummer)
        return Sectie(prestatie, anker, tuple(map(self.nummering.nieuw, teksten)))

    def _bijschrift(self, tak: Tak) -> Bijschrift | None:
        """Caption the overview of a branch: a kerntaak has one, a beleidsdoel if it adds up."""
        if not tak.kop or sum(map(met_geld, tak.prestaties)) < 1 + tak.niveau:
            return None
        niveaus = [niveau.naam for niveau in self.boekwerk.profiel.niveaus]
        wat = self._wat(tak, niveaus)
        if not tak.nummer:
            return self.nummering.nieuw(f"{wat}: {tak.kop}")
        eigen = niveaus[min(tak.niveau, len(niveaus) - 1)]
        return self.nummering.nieuw(wat_van(wat, eigen, tak.nummer, self.boekwerk))

    def _wat(self, tak: Tak, niveaus: Sequence[str]) -> str:
        """Say what the overview of a branch shows: its parts, or only their total."""
        labels = self.boekwerk.profiel.labels
        onder = [t.prestaties for t in tak.takken if t.kop] or [(p,) for p in tak.prestaties]
        if sum(any(map(met_geld, deel)) for deel in onder) < 2:  # noqa: PLR2004  one is no part
            return labels.baten_en_lasten
        per = tak.niveau + 1 if any(t.kop for t in tak.takken) else -1
        return vul(labels.per_niveau, niveau=niveaus[per])
