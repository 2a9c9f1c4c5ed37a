"""The columns of a table of money: found by their headings, and worked back to base figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen import notation
from reportgen.model import BASIS, BEKEND, Kolom, Tabelsoort, vul
from reportgen.reading.vreemd.woorden import Woorden, kaal

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Som

Waarden = Mapping[str, Decimal | None]
"""What a row has in the columns that were found, in euros, favourable positive in a verschil."""
_JAAR = re.compile(r"\{t(?P<verschil>[+-][1-9])?\}")


@dataclass(frozen=True, slots=True)
class Kop:
    """The heading of a table: which column stands where, and what nobody knows."""

    kolommen: Mapping[int, Kolom]
    vreemd: tuple[int, ...]

    def gedrukt(self) -> tuple[Kolom, ...]:
        """Give the columns in the order of print."""
        return tuple(self.kolommen[plek] for plek in sorted(self.kolommen))


def vind_kolommen(
    koppen: Sequence[str], soort: Tabelsoort, boekwerk: Boekwerk, woorden: Woorden
) -> Kop:
    """Find the columns of a kind of table by the headings, the first of which is of the rows."""
    bekend = _bekend(soort, boekwerk)
    gevonden: dict[int, Kolom] = {}
    for anders in (False, True):
        for plek, kop in enumerate(koppen):
            if not plek or plek in gevonden or not kop.strip():
                continue
            open_ = [k for k in bekend if k.naam not in {g.naam for g in gevonden.values()}]
            for kolom in open_:
                woordenlijst = woorden.kolom(kolom.naam) if anders else (kolom.kop or kolom.naam,)
                if kaal(kop) in _gevuld(woordenlijst, boekwerk):
                    gevonden[plek] = kolom
                    break
    vreemd = [p for p, kop in enumerate(koppen) if p and p not in gevonden and kop.strip()]
    return Kop(gevonden, tuple(vreemd))


def _bekend(soort: Tabelsoort, boekwerk: Boekwerk) -> list[Kolom]:
    """Give the columns of the profile, and those that every profile can name."""
    eigen: tuple[Kolom, ...] = getattr(boekwerk.profiel.kolommen, soort)
    namen = {kolom.naam for kolom in eigen}
    return [*eigen, *(kolom for kolom in BEKEND[soort] if kolom.naam not in namen)]


def _gevuld(koppen: Sequence[str], boekwerk: Boekwerk) -> set[str]:
    """Give headings with their years and day filled in."""
    dag = notation.datum(boekwerk.peildatum) if boekwerk.peildatum else "peildatum"

    def jaar(treffer: re.Match[str]) -> str:
        return str(boekwerk.jaar + int(treffer["verschil"] or 0))

    return {kaal(vul(_JAAR.sub(jaar, kop), peildatum=dag)) for kop in koppen}


def basis(waarden: Waarden, soort: Tabelsoort, formules: Mapping[str, Som]) -> dict[str, Decimal]:
    """Give the base figures of a row: as they stand, or where one sum tells the one that lacks."""
    gezocht = BASIS[soort]
    gevonden = {naam: w for naam in gezocht if (w := waarden.get(naam)) is not None}
    onbekend = {naam for naam in gezocht if naam in waarden and waarden[naam] is None}
    verder = True
    while verder:
        verder = False
        for naam, totaal in waarden.items():
            if totaal is None or naam in gezocht or naam not in formules:
                continue
            delen = _uitgeschreven(naam, formules)
            open_ = [deel for deel in delen if deel not in gevonden]
            if len(open_) == 1 and open_[0] not in onbekend and delen[open_[0]]:
                rest = sum((n * gevonden[d] for d, n in delen.items() if d in gevonden), Decimal(0))
                gevonden[open_[0]] = (totaal - rest) / delen[open_[0]] + 0
                verder = True
    return gevonden


def onopgelost(waarden: Waarden, soort: Tabelsoort, formules: Mapping[str, Som]) -> list[str]:
    """Give the base columns that a printed sum speaks of, and that cannot be told from it."""
    gevonden = basis(waarden, soort, formules)
    open_ = (
        deel
        for naam, totaal in waarden.items()
        if totaal is not None and naam in formules
        for deel in _uitgeschreven(naam, formules)
        if deel not in gevonden and deel not in waarden
    )
    return [*dict.fromkeys(open_)]


def _uitgeschreven(naam: str, formules: Mapping[str, Som]) -> dict[str, int]:
    """Write a column as a sum of base columns: how often each counts."""
    delen: dict[str, int] = {}
    for teken, deel in _termen(naam, formules, 1):
        delen[deel] = delen.get(deel, 0) + teken
    return delen


def _termen(naam: str, formules: Mapping[str, Som], teken: int) -> Iterator[tuple[int, str]]:
    if naam not in formules:
        yield teken, naam
        return
    for eigen, deel in formules[naam]:
        yield from _termen(deel, formules, teken * eigen)


def aantal_delen(naam: str, formules: Mapping[str, Som]) -> int:
    """Say of how many base columns a column is made."""
    return sum(1 for _ in _termen(naam, formules, 1))
