"""Documents that came back: read, held against a source, and written into it or to a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import Plaats, Problem, ReportgenError, oorzaak, pad_text

if TYPE_CHECKING:
    from reportgen.model import Boekwerk
    from reportgen.reading import Drieweg, Gelezen

Lezer = Callable[[Path, "Boekwerk | None"], "Gelezen"]
_VERVALLEN, _LOS, _OPEN, _CONFLICT = "R3", "R4", "R5", "R6"


@dataclass(slots=True)
class Document:
    """One file that came back; `drieweg` says how it stands to a source."""

    bestand: str
    gelezen: Gelezen
    drieweg: Drieweg | None = None

    def bevindingen(self) -> list[Problem]:
        """Give what its reader found, and what a source says of its prestaties."""
        gevonden = (*self.gelezen.problems, *(self.drieweg.problems if self.drieweg else ()))
        return [_in(problem, self.bestand) for problem in gevonden]

    def verder(self) -> Iterator[Problem]:
        """Give what is shown by itself as problems too: what is loose, open, or in conflict."""
        for los in self.gelezen.los:
            waar = Plaats(self.bestand, plek=los.plek, nummer=los.nummer)
            wat = f"deze tekst is niet geplaatst: ‘{los.tekst}’"
            yield Problem(_LOS, "warning", waar, wat, "zet hem zelf in de data, als hij daar hoort")
        for b in (b for b in self.gelezen.bewerkingen if b.open):
            waar = Plaats(self.bestand, nummer=b.nummer, pad=pad_text(b.pad))
            wat = "deze wijziging staat in Word nog open"
            yield Problem(_OPEN, "warning", waar, wat, "accepteer of verwerp haar in Word")
        for o in self.drieweg.van("conflict") if self.drieweg else ():
            waar = Plaats(self.bestand, nummer=o.nummer, pad=pad_text(o.pad))
            wat = o.waarom or "in Word en in de data anders veranderd"
            yield Problem(_CONFLICT, "error", waar, wat, "kies zelf, en zet het in de data")


@dataclass(slots=True)
class Terug:
    """What came back so far, what was found on the way, and what was written."""

    documenten: list[Document] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    geschreven: list[str] = field(default_factory=list)
    schrijft: bool = False
    """Whether edits are to go into the source."""
    kop: Boekwerk | None = None
    """The head of documents that do not hold it themselves."""
    bron: Boekwerk | None = None
    """The source that all is held against."""

    def lees(self, pad: str, lezer: Lezer) -> None:
        """Read one file; one that cannot be read does not hide the others.

        The next is given the head that documents so far say they are part of.
        """
        naam = Path(pad).name
        try:
            gelezen = lezer(Path(pad), self.kop)
            self.documenten.append(Document(naam, gelezen))
            if self.kop is not None:
                self.kop = gelezen.boekwerk.model_copy(update={"prestaties": ()})
        except ReportgenError as fout:
            self.problems += [_in(problem, naam) for problem in fout.problems]
        except OSError as fout:
            wat = f"dit bestand kan niet worden gelezen ({oorzaak(fout)})"
            cure = "controleer het bestand en de rechten"
            self.problems.append(Problem("D1", "error", Plaats(naam), wat, cure))

    def laad(self, source: str) -> None:
        """Load the source that documents are to be held against; its head is theirs."""
        from reportgen.sources import load

        try:
            self.bron = load(source)
            self.kop = self.bron.model_copy(update={"prestaties": ()})
        except ReportgenError as fout:
            self.problems += fout.problems

    def vergelijk(self) -> Boekwerk | None:
        """Hold every document against the source, the next against what the one before made of it.

        Returns:
            The source with all edits that can be taken over; None where it could not be loaded.
        """
        from reportgen.reading import three_ways
        from reportgen.vergelijking.getoond import shown

        wordt = self.bron
        if wordt is None:
            return None
        for document in self.documenten:
            gelezen = document.gelezen
            nummers = {p.nummer for p in gelezen.boekwerk.prestaties if gelezen.gedrukt is None}
            document.drieweg = three_ways(gelezen, wordt, shown(wordt, nummers))
            wordt = document.drieweg.boekwerk
        return wordt

    def schrijf(self, source: str, wordt: Boekwerk, out: str | None) -> None:
        """Put edits into a source, or into the copy of a workbook: all of them, or none."""
        self.schrijft = True
        try:
            if self.bron is not None and out:
                self._schrijf_kopie(source, (self.bron, wordt), Path(out))
            elif self.bron is not None:
                self._schrijf_terug(source, self.bron, wordt)
        except ReportgenError as fout:
            self.problems += fout.problems

    def _schrijf_terug(self, source: str, bron: Boekwerk, wordt: Boekwerk) -> None:
        from reportgen.batch.terugzetten import put_back
        from reportgen.sources.bijwerken import update

        bestanden = update(source, bron, wordt)
        put_back(bestanden)
        self.geschreven += [str(bestand.pad) for bestand in bestanden]
        for bestand in bestanden:
            for regel in bestand.vervallen:
                wat = f"met een regel verviel ook zijn opmerking ‘{regel}’"
                self.problems.append(Problem(_VERVALLEN, "warning", Plaats(bestand.pad.name), wat))

    def _schrijf_kopie(self, source: str, paar: tuple[Boekwerk, Boekwerk], out: Path) -> None:
        from reportgen.batch import write_whole
        from reportgen.sources.werkmap.bijwerken import update_workbook

        write_whole(out, update_workbook(Path(source), *paar))
        self.geschreven.append(str(out))

    def schrijf_map(self, out: str) -> None:
        """Write what came back as the folder of a source."""
        from reportgen.batch import write_folder
        from reportgen.reading.bundelen import bundel
        from reportgen.sources.schrijven import dump

        try:
            boekwerk, problems = bundel([(d.bestand, d.gelezen) for d in self.documenten])
            self.problems += problems
            write_folder(Path(out), {n: tekst.encode() for n, tekst in dump(boekwerk).items()})
            self.geschreven.append(out)
        except ReportgenError as fout:
            self.problems += fout.problems

    def bevindingen(self) -> list[Problem]:
        """Give all that is shown as a problem."""
        return [*(p for d in self.documenten for p in d.bevindingen()), *self.problems]

    def alles(self) -> list[Problem]:
        """Give all that counts."""
        return [*self.bevindingen(), *(p for d in self.documenten for p in d.verder())]


def _in(problem: Problem, bestand: str) -> Problem:
    """Let a problem be of a file, where it does not say of which."""
    if problem.where.bestand:
        return problem
    return replace(problem, where=replace(problem.where, bestand=bestand))
