"""What was read from a Word document: its data, and what people did to it since it was printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reportgen.errors import Pad, Problem
from reportgen.model import Boekwerk

Waarde = str | Decimal | Mapping[str, Any] | None
"""A value of the data: text as typed, a figure, a record as plain data; None is no value."""


@dataclass(frozen=True, slots=True)
class Bewerking:
    """One edit (bewerking): a value that is no longer what was printed.

    Attributes:
        nummer: the prestatie, by its number as printed.
        pad: the path in that prestatie, `("acties", 0, "tekst")`; positions are those of `wordt`,
            or of `was` where it was taken away. `()` is a prestatie as a whole.
        was: what was printed; None for what was added.
        wordt: what stands there now; None for what was taken away.
        wie: who did it, as Word recorded it; empty where nothing was recorded.
        wanneer: when, as Word recorded it: `2017-04-01T09:30:00Z`.
        open: whether it is a tracked change that nobody accepted or rejected yet.
    """

    nummer: str
    pad: Pad
    was: Waarde
    wordt: Waarde
    wie: str = ""
    wanneer: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Los:
    """Text that found no place in the data (los): a paragraph or a row, and where it stands."""

    tekst: str
    plek: str
    nummer: str = ""


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A document that was read.

    Attributes:
        boekwerk: its data as it stands in the document now, edits included; of a chapter the head
            and one prestatie.
        gedrukt: the data as printed; None where the document does not hold it.
        bewerkingen: what differs between the two, in the order of the document.
        los: what found no place; nothing is dropped in silence.
        problems: what could not be read exactly, comments of people, repaired letters.
    """

    boekwerk: Boekwerk
    gedrukt: Boekwerk | None = None
    bewerkingen: tuple[Bewerking, ...] = ()
    los: tuple[Los, ...] = ()
    problems: tuple[Problem, ...] = ()
