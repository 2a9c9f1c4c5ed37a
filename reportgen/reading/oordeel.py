"""What three ways say of each value: as printed, as it came back, as the data has it now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportgen.errors import Pad, Problem
from reportgen.model import Boekwerk
from reportgen.reading.bewerking import Waarde

Stand = Literal["gelijk", "word", "data", "verwerkt", "open", "conflict"]
"""How a value stands: unchanged, edited in Word, changed in the data, the same edit on both sides,
a tracked change that nobody accepted, changed on both sides."""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What became of one value.

    Attributes:
        nummer: the prestatie, by its number as printed; empty for the boekwerk itself.
        pad: the path in it; positions are those in Word, or in the data for what Word lacks.
        stand: how it stands.
        gedrukt: what was printed.
        word: what came back.
        data: what the data says now.
        waarom: why it is a conflict, where the values alone do not say so.
        wie: who edited it, as Word recorded it.
        wanneer: when.
        pad_in_data: the path in the boekwerk that is there now, or of what is around it.
    """

    nummer: str
    pad: Pad
    stand: Stand
    gedrukt: Waarde
    word: Waarde
    data: Waarde
    waarom: str = ""
    wie: str = ""
    wanneer: str = ""
    pad_in_data: Pad = ()


@dataclass(frozen=True, slots=True)
class Drieweg:
    """A document that came back, held against the data of now.

    Attributes:
        oordelen: what became of every value, in the order of the data; equal ones too.
        boekwerk: the data of now with the edits that can be taken over without a doubt.
        problems: prestaties that are gone or renumbered, and what else a person must know.
    """

    oordelen: tuple[Oordeel, ...]
    boekwerk: Boekwerk
    problems: tuple[Problem, ...] = ()

    def van(self, *standen: Stand) -> tuple[Oordeel, ...]:
        """Give what stands in one of these ways."""
        return tuple(oordeel for oordeel in self.oordelen if oordeel.stand in standen)
