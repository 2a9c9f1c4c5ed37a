"""T1: figures and dates in texts are written as the profile writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen import notation
from reportgen.checks.lopen import gelezen, zonder_adressen
from reportgen.checks.registry import Vondst, data_rule
from reportgen.model import Boekwerk, Notatie
from reportgen.notation import GenoemdBedrag, GenoemdPercentage

_CIJFER = re.compile("[0-9]")
_ZELFDE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\n": " ", "−": "-"})


@data_rule(
    "T1", "warning", "getallen en datums in een tekst volgen de schrijfwijze van het profiel"
)
def schrijfwijze(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """Amounts, percentages, large numbers and dates are written as the profile does."""
    for leestekst in gelezen(boekwerk):
        if _CIJFER.search(leestekst.proza):
            proza = zonder_adressen(leestekst.proza)
            for fout, goed in dict.fromkeys(_verschrijvingen(proza, boekwerk.profiel.notatie)):
                wat = f"‘{fout}’ volgt de schrijfwijze van het profiel niet"
                yield Vondst(leestekst.pad, wat, f"schrijf ‘{goed}’")


def _verschrijvingen(proza: str, notatie: Notatie) -> Iterator[tuple[str, str]]:
    """Give what is written otherwise, with its right writing, in the order of kinds."""
    cijfers: list[GenoemdBedrag | GenoemdPercentage] = [*notation.vind_bedragen(proza)]
    for genoemd in (*cijfers, *notation.vind_percentages(proza)):
        fout, goed = proza[genoemd.begin : genoemd.eind], notation.netjes(genoemd, notatie)
        if _gelijk(fout) != _gelijk(goed):
            yield fout, goed
    for vondst in (*notation.vind_datums(proza), *notation.vind_kale_getallen(proza)):
        yield proza[vondst.begin : vondst.eind], vondst.goed


def _gelijk(tekst: str) -> str:
    """Give a figure as it is compared: one kind of space, one kind of minus."""
    return tekst.translate(_ZELFDE).replace("-/- ", "-").replace("-/-", "-")
