"""Markers in texts become the figures that they stand for, in the profile's notation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from reportgen import financien, notation, tekst
from reportgen.tekst import Stuk, Tekst

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Notatie, Prestatie

_LEEG = Tekst(())


def lees(bron: str | None, prestatie: Prestatie, boekwerk: Boekwerk) -> Tekst:
    """Read a text field of a prestatie, and fill in its markers."""
    if not bron:
        return _LEEG
    gelezen = tekst.parse(bron, boekwerk.profiel.niveau)
    if "[" not in bron:
        return gelezen
    return gelezen.met_stukken(partial(_ingevuld, prestatie=prestatie, boekwerk=boekwerk))


def _ingevuld(stuk: Stuk, prestatie: Prestatie, boekwerk: Boekwerk) -> Stuk:
    """Fill in a marker; one that means nothing prints as it was typed."""
    if not stuk.veld:
        return stuk
    cijfer = financien.zoek_cijfer(stuk.veld, boekwerk, prestatie)
    if isinstance(cijfer, financien.Mis):
        return stuk
    if isinstance(cijfer, financien.Moment):
        dag = cijfer.waarde
        return replace(stuk, tekst=notation.datum(dag) if isinstance(dag, date) else str(dag))
    return replace(stuk, tekst=_druk(cijfer, boekwerk.profiel.notatie))


def _druk(cijfer: financien.Cijfer, notatie: Notatie) -> str:
    """Print a figure in a sentence: whole euros, signed as in the table, or in words."""
    if cijfer.waarde is None:
        return notatie.onbekend
    if cijfer.vorm == "verschil":
        return notation.in_woorden(cijfer.waarde, notatie)
    if cijfer.vorm == "bedrag":
        return notation.in_zin(cijfer.waarde, cijfer.teken, notatie)
    if cijfer.vorm == "miljoen":
        in_tabel = notation.zoals_in_tabel(cijfer.waarde, cijfer.teken, notatie)
        return notation.miljoen(in_tabel, notatie)
    deel = abs(cijfer.waarde) if cijfer.teken == "verschil" else cijfer.waarde
    return notation.procent(deel, notatie.procent_decimalen)
