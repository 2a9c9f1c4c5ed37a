"""What each column of each kind of document measures, so that figures meet across documents.

The budget of 2018 is `raming_1` in the begroting of 2017, `begroting` in that of 2018, `actueel` in
a monitor of 2018 and `begroting_t1` a year later. What two documents both measure can be compared;
what only one of them does cannot. Source: BBV art. 19a, 22, 27; `editie.OVERGANGEN`.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model import KOLOMMEN, Boekwerk, Soort
from reportgen.vergelijking.uitkomst import Grootheid, Maat, Onvergelijkbaar, Vergeleken

_METING: dict[Soort, tuple[tuple[Maat, int, str], ...]] = {
    "begroting": (
        ("realisatie", -2, "realisatie_t2"),
        ("begroting", -1, "begroting_t1"),
        ("begroting", 0, "begroting"),
        ("primitief", 0, "begroting"),
        ("begroting", 1, "raming_1"),
        ("begroting", 2, "raming_2"),
        ("begroting", 3, "raming_3"),
    ),
    "monitor": (
        ("primitief", 0, "primitief"),
        ("begroting", 0, "actueel"),
        ("realisatie", 0, "gerealiseerd"),
        ("prognose", 0, "prognose"),
    ),
    "jaarverslag": (
        ("realisatie", -1, "realisatie_t1"),
        ("primitief", 0, "primitief"),
        ("begroting", 0, "actueel"),
        ("realisatie", 0, "gerealiseerd"),
    ),
}
"""Measure, year counted from that of the document, and the column; `wijzigingen` is the difference
of two of them."""
_VOLGORDE: tuple[Maat, ...] = ("primitief", "begroting", "prognose", "realisatie")


def meting(boekwerk: Boekwerk) -> dict[Grootheid, str]:
    """Give what a document measures, and in which column."""
    return {
        Grootheid(maat, boekwerk.jaar + verschil): kolom
        for maat, verschil, kolom in _METING[boekwerk.soort]
    }


def gedeeld(oud: Boekwerk, nieuw: Boekwerk) -> Iterator[Vergeleken]:
    """Give what two documents both measure, year by year; nothing that is the same twice."""
    toen, nu = meting(oud), meting(nieuw)
    op_maat = sorted(toen.keys() & nu.keys(), key=_plek)
    eenmaal = {(toen[grootheid], nu[grootheid]): grootheid for grootheid in op_maat}
    for (was, wordt), grootheid in sorted(eenmaal.items(), key=lambda paar: _plek(paar[1])):
        yield Vergeleken(grootheid, was, wordt)


def alleen(oud: Boekwerk, nieuw: Boekwerk) -> Iterator[Onvergelijkbaar]:
    """Give the columns with amounts that only one of the two can hold against something."""
    for boekwerk, ander in ((oud, nieuw), (nieuw, oud)):
        eigen, daar = meting(boekwerk), meting(ander)
        gebruikt = {kolom for grootheid, kolom in eigen.items() if grootheid in daar}
        gevuld = _gevuld(boekwerk)
        for grootheid, kolom in sorted(eigen.items(), key=lambda paar: _plek(paar[0])):
            if kolom not in gebruikt and kolom in gevuld:
                yield Onvergelijkbaar(grootheid, kolom, boekwerk is oud)


def _gevuld(boekwerk: Boekwerk) -> set[str]:
    """Give the columns that hold an amount somewhere; the actual budget where the primitive is."""
    gevuld = {
        kolom
        for prestatie in boekwerk.prestaties
        if prestatie.financien
        for regel in prestatie.financien.regels
        for kolom in regel.bedragen.gegeven()
    }
    return gevuld | {"actueel"} if "primitief" in gevuld else gevuld & {*KOLOMMEN[boekwerk.soort]}


def _plek(grootheid: Grootheid) -> tuple[int, int]:
    """Sort by year, then in the order in which a controller reads."""
    return grootheid.jaar, _VOLGORDE.index(grootheid.maat)
