"""Texts that are longer than a cell can hold: refused, never cut off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportgen.errors import Pad, Problem
from reportgen.model import Boekwerk
from reportgen.sources.werkmap.inhoud import inhoud
from reportgen.sources.werkmap.velden import Veld
from reportgen.sources.werkmap.voorbladen import gegevens

_LANGST = 32_767
"""As many characters as fit in a cell; openpyxl, and Excel, drop the rest without a word."""


def te_lang(boekwerk: Boekwerk) -> Iterator[Problem]:
    """Find the texts that do not fit in a cell."""
    for pad, veld, waarde in _waarden(boekwerk):
        if isinstance(waarde, str) and (lang := _lengte(waarde)) > _LANGST:
            wat = f"‘{veld.kop}’ heeft {lang} tekens, en in een cel van Excel passen er {_LANGST}"
            cure = "kort de tekst in, of houd deze bron in YAML"
            yield Problem("X1", "error", boekwerk.herkomst.zoek(pad), wat, cure)


def _waarden(boekwerk: Boekwerk) -> Iterator[tuple[Pad, Veld, Any]]:
    for veld, waarde in gegevens(boekwerk):
        yield veld.pad, veld, waarde
    for blad in inhoud(boekwerk).values():
        for rij in blad.rijen:
            for veld, waarde in zip(blad.kolommen, rij.waarden, strict=True):
                yield (*rij.pad, *veld.pad), veld, waarde


def _lengte(tekst: str) -> int:
    """Count characters as Excel does: one outside the first plane counts for two."""
    return (
        len(tekst) + sum(letter > "\uffff" for letter in tekst) if len(tekst) > _LANGST // 2 else 0
    )
