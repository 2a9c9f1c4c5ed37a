"""In which cell each value of a workbook stands: a place is made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reportgen.errors import Pad, Plaats, pad_text
from reportgen.sources.werkmap.woorden import Veldpad

_IN_PRESTATIE = 2
"""A path to something of a prestatie begins with the list and the position in it."""


class Vindrij(NamedTuple):
    """The row of a record: the sheet, the row, the column of each field, whose prestatie it is.

    Every field has a place, filled in or not; the empty path is the record itself.
    """

    blad: str
    rij: int
    letters: Mapping[Veldpad, str]
    nummer: str


@dataclass(frozen=True, slots=True, eq=False)
class Cellen(Mapping[Pad, Plaats]):
    """The places of the records of a workbook, under their paths in the boekwerk."""

    bestand: str
    rijen: dict[Pad, Vindrij] = field(default_factory=dict)

    def __getitem__(self, pad: Pad) -> Plaats:
        for einde in range(len(pad), -1, -1):
            rij = self.rijen.get(pad[:einde])
            if rij is not None:
                letters = rij.letters[tuple(map(str, pad[einde:]))]
                binnen = pad[_IN_PRESTATIE:] if pad[0] == "prestaties" else pad
                cel = f"{rij.blad}!{letters}{rij.rij}"
                return Plaats(self.bestand, cel=cel, nummer=rij.nummer, pad=pad_text(binnen))
        raise KeyError(pad)

    def nummers(self) -> dict[str, str]:
        """Give the prestatie of each row that is of one, by sheet and row: `Acties!3`."""
        return {f"{r.blad}!{r.rij}": r.nummer for r in self.rijen.values() if r.nummer}

    def __iter__(self) -> Iterator[Pad]:
        for voor, rij in self.rijen.items():
            yield from ((*voor, *pad) for pad in rij.letters)

    def __len__(self) -> int:
        return sum(len(rij.letters) for rij in self.rijen.values())
