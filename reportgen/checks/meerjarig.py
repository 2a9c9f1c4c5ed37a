"""F8: the years of a begroting: what is incidental ends, and the three years after it are there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from reportgen import notation
from reportgen.checks.geld import regelnaam
from reportgen.checks.lopen import secties
from reportgen.checks.registry import Vondst, data_rule
from reportgen.errors import Pad
from reportgen.model import Boekwerk, Regel

_EERDER = ("begroting_t1", "realisatie_t2")
_NU_EN_LATER = ("begroting", "raming_1", "raming_2", "raming_3")


@data_rule(
    "F8",
    "warning",
    "een incidentele regel loopt niet te lang door, en de raming is er voor drie jaar",
    "BBV art. 19a en 22; Provinciewet art. 194",
)
def incidenteel(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """An incidental regel does not last longer than the local maximum.

    Counted are the years from this one on, and those just before it without a gap. What goes into
    a reserve or out of it is incidental by nature, however long it lasts.
    """
    grens = boekwerk.profiel.drempels.incidenteel_jaren
    for pad, regel in _regels(boekwerk):
        if regel.aard != "incidenteel" or regel.soort not in ("lasten", "baten"):
            continue
        jaren = _jaren(regel, boekwerk.jaar)
        if len(jaren) > grens:
            wat = f"{regelnaam(regel)} is incidenteel, maar loopt {len(jaren)} jaar"
            hoe = f"({notation.opsomming([str(jaar) for jaar in jaren])}); de grens is {grens} jaar"
            yield Vondst(
                (*pad, "aard"),
                f"{wat} {hoe}",
                "maak er structureel van, of laat hem eerder eindigen",
            )


@data_rule("F8", "warning", "de raming is er voor drie jaar", "BBV art. 22; Provinciewet art. 194")
def ramingen(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """Beside any amount stand the three years after. Source: BBV art. 22, Provinciewet art. 194."""
    for pad, regel in _regels(boekwerk):
        gegeven = regel.bedragen.gegeven()
        mist = [naam for naam in _NU_EN_LATER[1:] if naam not in gegeven]
        if gegeven and mist:
            wat = f"{regelnaam(regel)} mist {notation.opsomming(mist)}"
            yield Vondst((*pad, "bedragen"), wat, "vul de raming in; 0 als er dan niets is")


def _regels(boekwerk: Boekwerk) -> Iterator[tuple[Pad, Regel]]:
    for pad, prestatie in secties(boekwerk) if boekwerk.soort == "begroting" else ():
        for plek, regel in enumerate(prestatie.financien.regels if prestatie.financien else ()):
            yield (*pad, "financien", "regels", plek), regel


def _jaren(regel: Regel, jaar: int) -> list[int]:
    """Give the years in which a regel has an amount, from this one on and just before it."""
    bedragen = regel.bedragen.gegeven()
    later = [jaar + plek for plek, naam in enumerate(_NU_EN_LATER) if bedragen.get(naam)]
    if jaar not in later:
        return later
    eerder = len(list(takewhile(bedragen.get, _EERDER)))
    return [*range(jaar - eerder, jaar), *later]
