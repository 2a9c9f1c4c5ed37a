"""The tables of reserves: how each stands through the year, and what moves in all columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen import financien, notation
from reportgen.model import Soort
from reportgen.view.geld import eenheidskop, koppen
from reportgen.view.totalen import totaal_van
from reportgen.view.velden import RijView, TabelView

if TYPE_CHECKING:
    from reportgen.model import Boekwerk

_MUTATIE: dict[Soort, tuple[str, ...]] = {
    "begroting": ("begroting",),
    "monitor": ("prognose", "actueel"),
    "jaarverslag": ("gerealiseerd",),
}
"""The columns that tell what moves through a reserve this year, the best first."""


def reservetabellen(boekwerk: Boekwerk) -> Iterator[tuple[str, TabelView]]:
    """Print what there is to tell about reserves: what a table is of, and the table."""
    heel, labels = financien.totalen(boekwerk)[""], boekwerk.profiel.labels
    plekken = {kolom.naam: plek for plek, kolom in enumerate(heel.tabel.kolommen)}
    plek = next((plekken[n] for n in _MUTATIE[boekwerk.soort] if n in plekken), None)
    if plek is not None:
        rijen = tuple(financien.reserveverloop(boekwerk, heel.tabel.kolommen[plek]))
        if rijen:
            kop = koppen(heel.tabel, boekwerk)[plek]
            yield f"{labels.reserveverloop} – {kop}", _verlooptabel(rijen, boekwerk)
    mutaties = totaal_van("", boekwerk).reserves
    if mutaties:
        yield labels.reservemutaties, mutaties


def _verlooptabel(rijen: Sequence[financien.Reserveverloop], boekwerk: Boekwerk) -> TabelView:
    labels, jaar = boekwerk.profiel.labels, boekwerk.jaar
    som = financien.opgetelde_reserves(rijen, labels.totaal)
    return TabelView(
        titel="",
        eenheid=notation.eenheid(boekwerk.profiel.notatie),
        eerste_kolom=eenheidskop(boekwerk),
        kolommen=(
            f"Stand 1 januari {jaar}",
            labels.toevoeging,
            labels.onttrekking,
            f"Stand 31 december {jaar}",
        ),
        rijen=tuple(
            RijView(
                soort="totaal" if verloop is som else "regel",
                omschrijving=verloop.naam or labels.overige_reserves,
                cellen=_cellen(verloop, boekwerk),
            )
            for verloop in (*rijen, *((som,) if len(rijen) > 1 else ()))
        ),
        noten=(),
    )


def _cellen(verloop: financien.Reserveverloop, boekwerk: Boekwerk) -> tuple[str, ...]:
    notatie = boekwerk.profiel.notatie
    return (
        notation.cel(verloop.begin, notatie),
        notation.geld(verloop.toevoeging, "toevoeging", notatie),
        notation.geld(verloop.onttrekking, "onttrekking", notatie),
        notation.cel(verloop.eind, notatie),
    )
