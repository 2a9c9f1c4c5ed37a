"""Tables that show what a total is made of: under each other per post, or beside each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen import financien, notation
from reportgen.model import Post, Soort, vul
from reportgen.view.geld import eenheidskop, koppen, print_tabel
from reportgen.view.velden import RijView, TabelView

if TYPE_CHECKING:
    from reportgen.model import Boekwerk

Delen = Mapping[str, financien.Tabel]
"""The tables of the parts of a total, by what they are called in print."""

_TELT: dict[Soort, tuple[str, ...]] = {
    "begroting": ("begroting",),
    "monitor": ("actueel", "gerealiseerd", "prognose", "ruimte"),
    "jaarverslag": ("actueel", "gerealiseerd"),
}
"""The columns that a reader looks for first, and every verschil beside them."""


def bloktabel(
    delen: Delen,
    heel: financien.Tabel,
    boekwerk: Boekwerk,
    uitgesplitst: Collection[Post] = financien.VOLGORDE,
) -> TabelView:
    """Print a total and its parts in all columns: post by post, as in BBV art. 17 and 27."""
    tabel = financien.overzicht(delen, heel, uitgesplitst)
    if boekwerk.profiel.notatie.lege_rijen == "weglaten":
        tabel = financien.zonder_lege(tabel)
    view = print_tabel(tabel, boekwerk)
    paren = zip(tabel.rijen, view.rijen, strict=True)
    rijen = tuple(_genoemd(rij, gedrukt, boekwerk) for rij, gedrukt in paren)
    return view.model_copy(update={"rijen": rijen})


def _genoemd(rij: financien.Rij, gedrukt: RijView, boekwerk: Boekwerk) -> RijView:
    """Name a row so that it can be read by itself."""
    labels = boekwerk.profiel.labels
    if rij.rol == "deel":
        naam = f"{getattr(labels, rij.post)}: {rij.omschrijving}"
        return RijView(soort="regel", omschrijving=naam, cellen=gedrukt.cellen)
    if rij.rol == "totaal" and rij.post in financien.BASISPOSTEN:
        naam = getattr(labels, f"totaal_{rij.post}")
        return RijView(soort=gedrukt.soort, omschrijving=naam, cellen=gedrukt.cellen)
    return gedrukt


def kerncijfers(
    delen: Delen, heel: financien.Tabel, boekwerk: Boekwerk
) -> Iterator[tuple[str, TabelView]]:
    """Print the parts under each other and the posts beside each other, column by column.

    Returns:
        For each column that counts what the table is of, and the table; nothing without parts.
    """
    profiel = boekwerk.profiel
    wat = vul(profiel.labels.kerncijfers, niveau=profiel.niveaus[0].naam)
    kolomkoppen = koppen(heel, boekwerk)
    plekken = _telt(heel, boekwerk.soort) if delen else []
    tabellen = [_kerntabel(delen, heel, boekwerk, plek) for plek in plekken]
    for plek, tabel in zip(plekken, _noten_onderaan(tabellen), strict=True):
        yield f"{wat} – {kolomkoppen[plek]}", tabel


def _noten_onderaan(tabellen: Sequence[TabelView]) -> Iterator[TabelView]:
    """Tell the notes of a series below its last table; what another one tells as well, once."""
    alle = dict.fromkeys(noot for tabel in tabellen[::-1] for noot in tabel.noten)
    noten = tuple(n for n in alle if not any(m != n and m.startswith(n[:-1]) for m in alle))
    for nummer, tabel in enumerate(tabellen, start=1):
        eigen = noten if nummer == len(tabellen) else ()
        yield tabel.model_copy(update={"noten": eigen})


def _telt(tabel: financien.Tabel, soort: Soort) -> list[int]:
    """Find the columns that count; every column, where a profile has none of those."""
    alle = range(len(tabel.kolommen))
    telt = [
        plek
        for plek, kolom in enumerate(tabel.kolommen)
        if kolom.naam in _TELT[soort] or financien.is_verschil(kolom)
    ]
    return telt or list(alle)


def _kerntabel(delen: Delen, heel: financien.Tabel, boekwerk: Boekwerk, plek: int) -> TabelView:
    labels = boekwerk.profiel.labels
    som = {labels.totaal: heel} if len(delen) > 1 else {}
    telt_op = financien.kolom(financien.overzicht(delen, heel), plek)
    return TabelView(
        titel="",
        eenheid=notation.eenheid(boekwerk.profiel.notatie),
        eerste_kolom=eenheidskop(boekwerk),
        kolommen=tuple(getattr(labels, post) for post in financien.VOLGORDE),
        rijen=tuple(
            RijView(
                soort="totaal" if tabel is heel else "regel",
                omschrijving=naam,
                cellen=tuple(_posten(tabel, plek, boekwerk)),
            )
            for naam, tabel in {**delen, **som}.items()
        ),
        noten=print_tabel(telt_op, boekwerk).noten,
    )


def _posten(tabel: financien.Tabel, plek: int, boekwerk: Boekwerk) -> Iterator[str]:
    """Print what a table has in one column, post by post."""
    kolom = tabel.kolommen[plek]
    for rij in filter(None, map(tabel.rij, financien.VOLGORDE)):
        teken = financien.teken_van(rij, kolom)
        yield notation.geld(rij.cellen[plek], teken, boekwerk.profiel.notatie)
