"""I-rules: what is measured is complete, and its values fit their unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen import notation
from reportgen.checks.lopen import secties
from reportgen.checks.registry import Vondst, data_rule
from reportgen.errors import Pad
from reportgen.model import Boekwerk, Indicator

_PROCENT = re.compile(r"\s*(?:%|procent|percentage)(?!-?punt)", re.IGNORECASE)
_HEEL = {
    "aantal",
    "bedrijven",
    "gemeenten",
    "inwoners",
    "personen",
    "persoon",
    "stuk",
    "stuks",
    "woningen",
}
"""Units of which there are whole numbers only."""
_GEDEELD = re.compile(
    r"gemiddeld|\bper\b|/|\bx\b|×|duizend|miljoen|1[.]000|index|ratio|\bfte\b|cijfer|score",
    re.IGNORECASE,
)
"""In the name of an indicator: its values are divided by something, so they may have decimals."""
_BREUK = 2
"""A share of one has at least this many decimals: 0.24."""
_VEEL = 3
"""How many times as large as a percentage of its row a share can be, a hundred times, or less."""


@data_rule(
    "I1", "error", "een indicator heeft een eenheid, nulmeting met jaar, streefwaarde en bron"
)
def volledig(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """An indicator has a baseline, a target and a source; in a jaarverslag an outcome as well."""
    for pad, indicator in _indicatoren(boekwerk):
        naam = f"indicator ‘{indicator.naam}’"
        mist = [
            veld
            for veld in ("nulmeting", "streefwaarde", "bron")
            if getattr(indicator, veld) is None
        ]
        if mist:
            wat = f"{naam} heeft geen {' en geen '.join(mist)}"
            yield Vondst(pad, wat, f"vul {notation.opsomming(mist)} in")
        if boekwerk.soort == "jaarverslag" and indicator.realisatie is None:
            waar = (*pad, "realisatie")
            yield Vondst(waar, f"{naam} heeft geen realisatie", "vul realisatie in", "warning")


@data_rule("I2", "error", "een waarde past bij haar eenheid: 24.1 met % is 24,1%")
def eenheden(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """A percentage is no share of one, and what is counted in wholes has no decimals."""
    for pad, indicator in _indicatoren(boekwerk):
        if _PROCENT.match(indicator.eenheid):
            yield from _aandelen(pad, indicator)
        elif indicator.eenheid.strip().casefold() in _HEEL and not _GEDEELD.search(indicator.naam):
            yield from _gebroken(pad, indicator)


def _aandelen(pad: Pad, indicator: Indicator) -> Iterator[Vondst]:
    """Find shares of one: beside a percentage a mistake, all by themselves perhaps."""
    waarden = _waarden(indicator)
    groot = [waarde for _, waarde in waarden if abs(waarde) > 1]
    klein = [(plek, w) for plek, w in waarden if 0 < abs(w) < 1 and _decimalen(w) >= _BREUK]
    if groot:
        klein = [(p, w) for p, w in klein if any(_zelfde_orde(w, ander) for ander in groot)]
    for plek, waarde in klein if groot else klein[:1]:
        bedoeld = notation.procent(waarde * 100, _decimalen(waarde) - _BREUK)
        staat = notation.procent(waarde, _decimalen(waarde))
        wat = f"indicator ‘{indicator.naam}’: er staat {staat}; is {bedoeld} bedoeld?"
        hint = f"schrijf dan {waarde.scaleb(2).normalize():f}: de eenheid % staat er al bij"
        yield Vondst((*pad, *plek), wat, hint, "error" if groot else "warning")


def _zelfde_orde(aandeel: Decimal, procent: Decimal) -> bool:
    """Say whether a share with more decimals is much the same as a percentage of its row."""
    precies = _decimalen(aandeel) > _decimalen(procent)
    als_procent, ander = abs(aandeel) * 100, abs(procent)
    return precies and ander < als_procent * _VEEL and als_procent < ander * _VEEL


def _gebroken(pad: Pad, indicator: Indicator) -> Iterator[Vondst]:
    for plek, waarde in _waarden(indicator):
        if waarde != waarde.to_integral_value():
            staat = notation.getal(waarde, _decimalen(waarde))
            wat = f"indicator ‘{indicator.naam}’: {staat} kan niet met eenheid {indicator.eenheid}"
            hint = "schrijf een geheel getal, of noem de eenheid preciezer (bijvoorbeeld x 1.000)"
            yield Vondst((*pad, *plek), wat, hint)


def _indicatoren(boekwerk: Boekwerk) -> Iterator[tuple[Pad, Indicator]]:
    for pad, prestatie in secties(boekwerk):
        for plek, indicator in enumerate(prestatie.indicatoren):
            yield (*pad, "indicatoren", plek), indicator


def _waarden(indicator: Indicator) -> list[tuple[Pad, Decimal]]:
    """Give the values that are known, with the place of each in its indicator."""
    plekken: tuple[Pad, ...] = (("nulmeting", "waarde"), ("streefwaarde",), ("realisatie",))
    paren = zip(plekken, indicator.waarden, strict=True)
    return [(plek, waarde) for plek, waarde in paren if waarde is not None]


def _decimalen(waarde: Decimal) -> int:
    """Count the decimals that were typed."""
    exponent = waarde.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
