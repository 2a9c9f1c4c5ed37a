"""T7: what the making of this edition carried over from the one before, and nobody read again."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.lopen import secties
from reportgen.checks.registry import Vondst, data_rule
from reportgen.model import Basisinformatie, Boekwerk


@data_rule("T7", "warning", "elk blok uit de vorige editie is nagekeken")
def nagekeken(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """No block is still marked as carried over; a mark whose block is gone has outlived it."""
    for pad, prestatie in secties(boekwerk):
        for plek, blok in enumerate(prestatie.na_te_kijken):
            waar = (*pad, "na_te_kijken", plek)
            if getattr(prestatie, blok) in (None, (), Basisinformatie()):
                wat = f"{blok} is leeg, maar staat nog als na te kijken"
                yield Vondst(waar, wat, f"haal {blok} uit na_te_kijken")
            else:
                wat = f"{blok} komt uit de vorige editie en is nog niet nagekeken"
                yield Vondst(waar, wat, f"haal {blok} uit na_te_kijken zodra het klopt")
