"""Reserves: how they stand at the start of the year, what moves, how they stand at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.financien.basis import tel, waarde
from reportgen.financien.totalen import Reservestroom, opgeteld, totalen
from reportgen.model import Boekwerk, Kolom

_NUL = Decimal(0)


@dataclass(frozen=True, slots=True)
class Reserveverloop:
    """The course of a reserve through the year, in euros; None is not known."""

    naam: str
    """Empty for what moves without a prestatie saying through which reserve."""
    begin: Decimal | None
    toevoeging: Decimal | None
    onttrekking: Decimal | None

    @property
    def eind(self) -> Decimal | None:
        """How it stands at the end."""
        return tel(((1, self.begin), (1, self.toevoeging), (-1, self.onttrekking)))

    @property
    def stil(self) -> bool:
        """Whether nothing moves."""
        return self.toevoeging == self.onttrekking == _NUL


def reserveverloop(boekwerk: Boekwerk, kolom: Kolom) -> Iterator[Reserveverloop]:
    """Give the course of each reserve that the boekwerk knows or that money moves through.

    Args:
        boekwerk: knows how they stand at the start.
        kolom: the column of the profile that tells what moves.
    """
    stromen = totalen(boekwerk)[""].reserves
    standen = {reserve.naam: reserve.stand for reserve in boekwerk.reserves}
    for naam in dict.fromkeys([*standen, *stromen]):
        verloop = _verloop(naam, standen.get(naam), stromen.get(naam), boekwerk, kolom)
        if naam in standen or not verloop.stil:
            yield verloop
    zonder = _zonder_naam(boekwerk, kolom)
    if not zonder.stil:
        yield zonder


def opgetelde_reserves(rijen: Sequence[Reserveverloop], naam: str) -> Reserveverloop:
    """Add up reserves; what is not known of one makes the sum unknown."""
    begin, erbij, eraf = (
        tel((1, getattr(rij, veld)) for rij in rijen)
        for veld in ("begin", "toevoeging", "onttrekking")
    )
    return Reserveverloop(naam, begin, erbij, eraf)


def _verloop(
    naam: str,
    stand: Decimal | None,
    stroom: Reservestroom | None,
    boekwerk: Boekwerk,
    kolom: Kolom,
) -> Reserveverloop:
    if stroom is None:
        return Reserveverloop(naam, stand, _NUL, _NUL)
    formules = boekwerk.profiel.kolommen.formules[boekwerk.soort]
    erbij, eraf = (
        waarde(rij, kolom.naam, formules) for rij in (stroom.toevoeging, stroom.onttrekking)
    )
    return Reserveverloop(naam, stand, erbij, eraf)


def _zonder_naam(boekwerk: Boekwerk, kolom: Kolom) -> Reserveverloop:
    """Add up what moves in prestaties that name no reserve."""
    los = [p for p in boekwerk.prestaties if not (p.basisinformatie and p.basisinformatie.reserve)]
    tabel = opgeteld(los, boekwerk).tabel
    plek = tabel.kolommen.index(kolom)
    rijen = (tabel.rij("toevoeging"), tabel.rij("onttrekking"))
    erbij, eraf = (rij.cellen[plek] if rij else _NUL for rij in rijen)
    return Reserveverloop("", None, erbij, eraf)
