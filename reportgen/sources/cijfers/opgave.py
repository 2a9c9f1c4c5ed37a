"""What a boekwerk says of a ledger (opgave), and where it says so."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from reportgen.errors import Herkomst, Pad, Plaats, Problem
from reportgen.model import Cijfers
from reportgen.sources.naast import als_pad, bestand_naast


@dataclass(frozen=True, slots=True)
class Opgave:
    """A ledger to read.

    Attributes:
        cijfers: which, and how.
        map_: the folder of the source that names it.
        herkomst: where the source says things.
        pad: the path of `cijfers` in it.
        opmerkingen: fills up with what a person should know of what was read.
    """

    cijfers: Cijfers
    map_: Path
    herkomst: Herkomst
    pad: Pad
    opmerkingen: list[Problem] = field(default_factory=list)

    @property
    def naam(self) -> str:
        """How a person calls this ledger."""
        return self.cijfers.naam

    def waar(self, *velden: str) -> Plaats:
        """Give the place where one of its fields is written."""
        return self.herkomst.zoek((*self.pad, *velden))

    def bestand(self) -> Path:
        """Find its file.

        Raises:
            DataError: it is not there, or stands outside the folder of the source.
        """
        naam = als_pad(self.cijfers.bestand or "")
        return bestand_naast(self.map_, naam, "het grootboek", self.waar("bestand"))
