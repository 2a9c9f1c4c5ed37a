"""How editions follow each other (overgang): which figure of one becomes which of a later one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from reportgen.financien.basis import bedragrij, tel_op, waarde
from reportgen.model import KOLOMMEN, Boekwerk, Kolommen, Regel, Som, Soort

_Kolommen = Mapping[str, str]
"""A column of the later edition → the column of the earlier one, given or derived."""


class Moment(NamedTuple):
    """Where an edition stands in the cycle."""

    soort: Soort
    jaar: int
    peildatum: date | None = None

    def __str__(self) -> str:
        return f"{self.soort} {self.jaar}"


@dataclass(frozen=True, slots=True)
class Overgang:
    """What figures of an edition become in a later one.

    `vast` is the same amount in both. A `tussenstand` was right when the earlier edition appeared;
    a decision may have changed it since. `begin` is a first guess for the author to go over.
    """

    vast: _Kolommen = field(default_factory=dict)
    tussenstand: _Kolommen = field(default_factory=dict)
    begin: _Kolommen = field(default_factory=dict)

    @property
    def alle(self) -> _Kolommen:
        """Every column that the later edition can begin with."""
        return {**self.vast, **self.tussenstand, **self.begin}


OVERGANGEN: dict[tuple[Soort, Soort, int], Overgang] = {
    ("begroting", "monitor", 0): Overgang(vast={"primitief": "begroting"}),
    ("begroting", "jaarverslag", 0): Overgang(vast={"primitief": "begroting"}),
    ("begroting", "begroting", 1): Overgang(
        begin={
            "begroting_t1": "begroting",
            "begroting": "raming_1",
            "raming_1": "raming_2",
            "raming_2": "raming_3",
        }
    ),
    ("monitor", "monitor", 0): Overgang(
        vast={"primitief": "primitief"}, begin={"wijzigingen": "wijzigingen"}
    ),
    ("monitor", "jaarverslag", 0): Overgang(
        vast={"primitief": "primitief"}, begin={"wijzigingen": "wijzigingen"}
    ),
    ("monitor", "monitor", 1): Overgang(),
    ("monitor", "begroting", 1): Overgang(tussenstand={"begroting_t1": "actueel"}),
    ("jaarverslag", "monitor", 1): Overgang(),
    ("jaarverslag", "jaarverslag", 1): Overgang(vast={"realisatie_t1": "gerealiseerd"}),
    ("jaarverslag", "begroting", 1): Overgang(
        vast={"realisatie_t2": "realisatie_t1", "begroting_t1": "actueel"}
    ),
    ("jaarverslag", "begroting", 2): Overgang(vast={"realisatie_t2": "gerealiseerd"}),
}
"""By the kind of the earlier edition, that of the later one and the years between them; what is not
here does not follow. Accounts are final: the budget of a year that is over changes no more
(Provinciewet art. 196), so that of the jaarverslag is `vast` and that of a monitor a `tussenstand`.
Source: F4; BBV art. 19a, 22 and 27 for the columns."""

_FORMULES: dict[Soort, Mapping[str, Som]] = {
    soort: Kolommen().formules[soort] for soort in KOLOMMEN
}


def moment(boekwerk: Boekwerk) -> Moment:
    """Say where a boekwerk stands in the cycle."""
    return Moment(boekwerk.soort, boekwerk.jaar, boekwerk.peildatum)


def overgang(vorig: Moment, nu: Moment) -> Overgang | None:
    """Give what happens to the figures between two editions; None where `nu` does not follow."""
    jaren = nu.jaar - vorig.jaar
    if jaren == 0 and vorig.soort == nu.soort and not _later(vorig.peildatum, nu.peildatum):
        return None
    return OVERGANGEN.get((vorig.soort, nu.soort, jaren))


def vervolgen(vorig: Moment) -> Iterator[Moment]:
    """Give the editions that may follow."""
    for oud, nieuw, jaren in OVERGANGEN:
        if oud == vorig.soort:
            yield Moment(nieuw, vorig.jaar + jaren)


def stand(regels: Iterable[Regel], kolom: str, soort: Soort) -> Decimal | None:
    """Add up a given or derived column; None where one of its amounts is not known."""
    som = tel_op((bedragrij(regel, KOLOMMEN[soort]) for regel in regels), KOLOMMEN[soort])
    return waarde(som, kolom, _FORMULES[soort])


def _later(vorig: date | None, nu: date | None) -> bool:
    """Say whether a date is later than another; one that is not known may be anything."""
    return vorig is None or nu is None or nu > vorig
