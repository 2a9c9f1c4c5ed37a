"""Lasten and baten as a chart: which figures it shows, and the words that say the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reportgen import notation
from reportgen.view.geld import koppen

if TYPE_CHECKING:
    from reportgen import financien
    from reportgen.model import Boekwerk, Soort

_POSTEN = ("lasten", "baten")
_NAAST_ELKAAR: dict[Soort, tuple[str, ...]] = {
    "monitor": ("actueel", "gerealiseerd", "prognose"),
    "jaarverslag": ("actueel", "gerealiseerd"),
}
"""The columns that stand beside each other for each post; a begroting shows its years instead."""

Reeks = tuple[str, tuple[Decimal | None, ...]]


@dataclass(frozen=True, slots=True)
class Grafiek:
    """What a chart shows: figures in the unit of the tables, rounded as those print."""

    titel: str
    eenheid: str
    categorieen: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    alt: str
    """The figures in words, for who cannot see them."""


Teken = Callable[[Grafiek], Any]
"""Makes of it what a template prints; the room that knows Word does."""


def grafiek(tabel: financien.Tabel, titel: str, boekwerk: Boekwerk) -> Grafiek | None:
    """Choose the figures of a chart from a table of totals; None where there is nothing to see."""
    reeksen = _jaren(tabel, boekwerk) if boekwerk.soort == "begroting" else _naast(tabel, boekwerk)
    categorieen, gekozen = reeksen
    if not any(waarde for _, waarden in gekozen for waarde in waarden):
        return None
    eenheid = notation.eenheid(boekwerk.profiel.notatie)
    return Grafiek(titel, eenheid, categorieen, gekozen, _alt(titel, eenheid, reeksen))


def _jaren(tabel: financien.Tabel, boekwerk: Boekwerk) -> tuple[tuple[str, ...], tuple[Reeks, ...]]:
    """Give lasten and baten over the years."""
    posten = ((getattr(boekwerk.profiel.labels, post), _cellen(tabel, post)) for post in _POSTEN)
    reeksen = tuple((naam, _in_eenheid(cellen, boekwerk)) for naam, cellen in posten)
    return koppen(tabel, boekwerk), reeksen


def _naast(tabel: financien.Tabel, boekwerk: Boekwerk) -> tuple[tuple[str, ...], tuple[Reeks, ...]]:
    """Give what was budgeted beside what became of it, for lasten and baten."""
    labels, namen = boekwerk.profiel.labels, [kolom.naam for kolom in tabel.kolommen]
    kopje = koppen(tabel, boekwerk)
    per_post = [_in_eenheid(_cellen(tabel, post), boekwerk) for post in _POSTEN]
    plekken = [namen.index(n) for n in _NAAST_ELKAAR[boekwerk.soort] if n in namen]
    reeksen = tuple((kopje[plek], tuple(cellen[plek] for cellen in per_post)) for plek in plekken)
    return tuple(getattr(labels, post) for post in _POSTEN), reeksen


def _cellen(tabel: financien.Tabel, post: str) -> tuple[Decimal | None, ...]:
    rij = tabel.rij(post)  # type: ignore[arg-type]
    return rij.cellen if rij else (Decimal(0),) * len(tabel.kolommen)


def _in_eenheid(
    cellen: tuple[Decimal | None, ...], boekwerk: Boekwerk
) -> tuple[Decimal | None, ...]:
    notatie = boekwerk.profiel.notatie
    return tuple(None if cel is None else notation.in_eenheid(cel, notatie) for cel in cellen)


def _alt(titel: str, eenheid: str, wat: tuple[tuple[str, ...], tuple[Reeks, ...]]) -> str:
    """Say every figure in words."""
    categorieen, reeksen = wat
    delen = []
    for naam, waarden in reeksen:
        paren = (
            f"{categorie} {_getal(waarde)}"
            for categorie, waarde in zip(categorieen, waarden, strict=True)
        )
        delen.append(f"{naam}: {', '.join(paren)}")
    return f"Grafiek van {titel}, {eenheid}. {'; '.join(delen)}."


def _getal(waarde: Decimal | None) -> str:
    if waarde is None:
        return "niet bekend"
    exponent = waarde.as_tuple().exponent
    return notation.getal(waarde, max(0, -exponent) if isinstance(exponent, int) else 0)
