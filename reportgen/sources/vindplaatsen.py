"""Where each value of a source was found: a place is made when somebody asks for it.

A boekwerk of 300 prestaties has thirty thousand values, and few of them are ever asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from reportgen.errors import Pad, Plaats, pad_text


class Bestand(NamedTuple):
    """A file, and the line and column of what is in it, by path."""

    naam: str
    plekken: Mapping[Pad, tuple[int, int]]


@dataclass(frozen=True, slots=True, eq=False)
class Vindplaatsen(Mapping[Pad, Plaats]):
    """The places in the files of a source, under their paths in the boekwerk.

    Attributes:
        bestanden: each file by where it stands in the boekwerk: `()`, or `("prestaties", n)`.
        nummers: which prestatie a path belongs to, by its first two steps.
    """

    bestanden: Mapping[Pad, Bestand]
    nummers: Mapping[Pad, str]

    def __getitem__(self, pad: Pad) -> Plaats:
        begin = pad[:2]
        voor = begin if begin in self.bestanden else ()
        bestand, binnen = self.bestanden[voor], pad[len(voor) :]
        regel, kolom = bestand.plekken[binnen]
        nummer = self.nummers.get(begin, "")
        return Plaats(bestand.naam, regel, kolom, nummer=nummer, pad=pad_text(binnen))

    def __iter__(self) -> Iterator[Pad]:
        for voor, bestand in self.bestanden.items():
            yield from ((*voor, *pad) for pad in bestand.plekken)

    def __len__(self) -> int:
        return sum(len(bestand.plekken) for bestand in self.bestanden.values())
