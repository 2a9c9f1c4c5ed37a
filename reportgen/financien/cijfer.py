"""One figure (cijfer) of a boekwerk, asked for as an author does in a text.

    bedrag RIJ KOLOM [WAAR]          verschil RIJ [WAAR]          krediet NAAM KOLOM [WAAR]
    miljoen RIJ KOLOM [WAAR]         percentage RIJ [KOLOM] [WAAR]
    jaar, jaar-1, jaar+1             peildatum

RIJ is a post or the omschrijving of a regel; KOLOM any column of the kind of document, printed or
not; WAAR the number of another prestatie, of a beleidsdoel or kerntaak, or `boekwerk`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from typing import Literal

from reportgen.financien.bron import HEEL, Bronnen, Cijferbron, Mis, Rijcijfers
from reportgen.financien.krediet import kredietstand
from reportgen.model import Boekwerk, Prestatie, Teken

Vorm = Literal["bedrag", "miljoen", "verschil", "percentage"]
VELDEN = (
    "bedrag",
    "miljoen",
    "verschil",
    "percentage",
    "krediet",
    "jaar",
    "jaar-1",
    "jaar+1",
    "peildatum",
)
"""What a marker can begin with."""
KREDIETKOLOMMEN = ("geautoriseerd", "besteed_eerder", "besteed", "restant", "verwacht", "verschil")

_VERSCHIL = "verschil"
_NUMMER = re.compile(rf"{HEEL}|[A-Za-z]{{0,8}}[0-9][0-9A-Za-z]*(?:[.-][0-9A-Za-z]+)*")
_JAAR = re.compile(r"jaar(?P<af>[+-][0-9]{1,2})?")
_PRECIES = Context(prec=60)


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A figure, in euros or percents, to be printed in one way or another; None is not known."""

    vorm: Vorm
    waarde: Decimal | None
    teken: Teken


@dataclass(frozen=True, slots=True)
class Moment:
    """A year of the boekwerk, or its peildatum."""

    waarde: int | date


def zoek_cijfer(
    veld: str, boekwerk: Boekwerk, eigen: Prestatie | str = HEEL
) -> Cijfer | Moment | Mis:
    """Look up what a marker stands for.

    Args:
        veld: what stands between its brackets.
        boekwerk: the document.
        eigen: the prestatie that the text belongs to, or the number of the part of the tree.
    """
    woord, *rest = veld.split()
    bronnen = boekwerk.onthoud(Bronnen)
    if zoek := _ZOEKEN.get(woord.lower()):
        bron = bronnen.van(eigen) if isinstance(eigen, Prestatie) else bronnen.bij(eigen)
        return _zoek(zoek, rest, bron or Cijferbron((), boekwerk), bronnen)
    if jaar := _JAAR.fullmatch("".join(veld.split()).lower()):
        return Moment(boekwerk.jaar + int(jaar["af"] or 0))
    if veld.lower() != "peildatum":
        return Mis("veld", woord, VELDEN)
    return Moment(boekwerk.peildatum) if boekwerk.peildatum else Mis("peildatum", veld)


_Zoek = Callable[[list[str], Cijferbron], Cijfer | Mis]


def _zoek(zoek: _Zoek, woorden: list[str], bron: Cijferbron, bronnen: Bronnen) -> Cijfer | Mis:
    """Look here, or where the last word says; a row of our own may end with a number too."""
    hier = zoek(woorden, bron)
    if isinstance(hier, Cijfer) or not (woorden and _NUMMER.fullmatch(woorden[-1])):
        return hier
    elders = bronnen.bij(woorden[-1])
    return zoek(woorden[:-1], elders) if elders else Mis("nummer", woorden[-1])


def _als(vorm: Vorm) -> _Zoek:
    """Look up a cell: the last word is the column, all before it the row."""

    def zoek(woorden: list[str], bron: Cijferbron) -> Cijfer | Mis:
        *begin, kolom = woorden or [""]
        naam = " ".join(begin)
        if kolom.lower() not in bron.kolommen:
            return _geen_kolom(woorden, bron)
        rij = bron.rij(naam)
        if isinstance(rij, Mis):
            return rij
        return Cijfer(vorm, bron.cel(rij, kolom.lower()), bron.teken(rij, kolom.lower()))

    return zoek


def _geen_kolom(woorden: list[str], bron: Cijferbron) -> Mis:
    """Say what is missing where the last word is no column: the row, or the column."""
    *begin, laatste = woorden or [""]
    if isinstance(bron.rij(" ".join(woorden)), Rijcijfers):
        return Mis("kolom", "", tuple(bron.kolommen))
    rij = bron.rij(" ".join(begin or [laatste]))
    return rij if isinstance(rij, Mis) else Mis("kolom", laatste, tuple(bron.kolommen))


def _verschil(woorden: list[str], bron: Cijferbron) -> Cijfer | Mis:
    rij = bron.rij(" ".join(woorden))
    if isinstance(rij, Mis):
        return rij
    if _VERSCHIL not in bron.kolommen:
        return Mis("kolom", _VERSCHIL, tuple(bron.kolommen))
    return Cijfer("verschil", bron.cel(rij, _VERSCHIL), "verschil")


def _percentage(woorden: list[str], bron: Cijferbron) -> Cijfer | Mis:
    """Work out a column, or the verschil, in percents of the budget as it is now."""
    *begin, kolom = woorden or [""]
    if isinstance(bron.rij(" ".join(woorden)), Rijcijfers):
        begin, kolom = woorden, _VERSCHIL
    cel = _als("percentage")([*begin, kolom], bron)
    rij = bron.rij(" ".join(begin))
    if isinstance(cel, Mis) or isinstance(rij, Mis):
        return cel
    deel, geheel = (
        cel.waarde,
        bron.cel(rij, "actueel" if "actueel" in bron.kolommen else "begroting"),
    )
    if deel is None or not geheel:
        return Cijfer("percentage", None, cel.teken)
    return Cijfer("percentage", _PRECIES.divide(deel * 100, geheel), cel.teken)


def _krediet(woorden: list[str], bron: Cijferbron) -> Cijfer | Mis:
    *begin, kolom = woorden or [""]
    if kolom.lower() not in KREDIETKOLOMMEN:
        return Mis("kolom", kolom, KREDIETKOLOMMEN)
    krediet = bron.krediet(" ".join(begin))
    if isinstance(krediet, Mis):
        return krediet
    stand = kredietstand(krediet)
    if kolom == _VERSCHIL:
        return Cijfer("verschil", stand.verschil, "verschil")
    bedrag = stand.restant if kolom == "restant" else getattr(krediet, kolom.lower())
    return Cijfer("bedrag", bedrag, "lasten")


_ZOEKEN: Mapping[str, _Zoek] = {
    "bedrag": _als("bedrag"),
    "miljoen": _als("miljoen"),
    "verschil": _verschil,
    "percentage": _percentage,
    "krediet": _krediet,
}
