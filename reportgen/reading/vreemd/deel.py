"""A piece of a document with its place, and the report that is written while it is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.errors import Plaats, Problem
from reportgen.reading.bewerking import Los
from reportgen.word.flow import Passage, Raster

if TYPE_CHECKING:
    from reportgen.errors import Severity


@dataclass(frozen=True, slots=True)
class Deel:
    """A paragraph or a table (deel), and where it stands: `alinea 12`, `tabel 2`."""

    inhoud: Passage | Raster
    plek: str

    @property
    def tekst(self) -> str:
        """The text of a paragraph, of a table its rows."""
        if isinstance(self.inhoud, Passage):
            return self.inhoud.tekst.strip(" \t\n")
        return "\n".join("\t".join(rij) for rij in self.inhoud.teksten())


@dataclass(slots=True)
class Verslag:
    """What is told of a document while it is read (verslag): what found no place, and problems."""

    bestand: str = ""
    nummer: str = ""
    """The prestatie that is being read."""
    los: list[Los] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def laat_los(self, delen: Iterable[Deel]) -> None:
        """Put pieces on the list of what found no place, a table row by row."""
        for deel in delen:
            if isinstance(deel.inhoud, Raster):
                for nummer, rij in enumerate(deel.inhoud.teksten(), start=1):
                    self.laat_tekst_los("\t".join(rij), f"{deel.plek}, rij {nummer}")
            else:
                merk = f"{deel.inhoud.nummer} " if deel.inhoud.nummer else ""
                self.laat_tekst_los(f"{merk}{deel.tekst}" if deel.tekst else "", deel.plek)
                self.laat_beelden_los(deel)

    def laat_tekst_los(self, tekst: str, plek: str) -> None:
        """Put a text on the list of what found no place."""
        if tekst.strip():
            waar = ", ".join(filter(None, (self.bestand, plek)))
            self.los.append(Los(tekst.strip(), waar, self.nummer))

    def laat_beelden_los(self, deel: Deel) -> None:
        """Put the pictures of a paragraph on the list: data holds none."""
        if isinstance(deel.inhoud, Passage):
            for beeld in deel.inhoud.beelden:
                self.laat_tekst_los(f"[afbeelding: {beeld or 'zonder tekst'}]", deel.plek)

    def meld(
        self, rule: str, plek: str, wat: str, cure: str, severity: Severity = "warning"
    ) -> None:
        """Tell of something that a person should look at."""
        waar = Plaats(self.bestand, nummer=self.nummer, plek=plek)
        self.problems.append(Problem(rule, severity, waar, wat, cure))
