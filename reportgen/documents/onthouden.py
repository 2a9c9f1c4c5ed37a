"""What a chapter and a book remember of their data (onthouden)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reportgen.geheugen import NAAMRUIMTE, write_geheugen
from reportgen.word import Memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.model import Boekwerk, Prestatie
    from reportgen.word import Template

VERSIE = "0.1.0"


def onthoud(boekwerk: Boekwerk, prestaties: Sequence[Prestatie], sjabloon: Template) -> Memory:
    """Make what a document remembers of the data that it prints."""
    herkomst = {"versie": VERSIE, "sjabloon": sjabloon.sha256}
    schrijf = partial(_geschreven, boekwerk, prestaties, herkomst)
    return Memory(NAAMRUIMTE, schrijf)


def _geschreven(
    boekwerk: Boekwerk,
    prestaties: Sequence[Prestatie],
    herkomst: dict[str, str],
    merken: Sequence[tuple[str, str, str]],
) -> str:
    return write_geheugen(boekwerk, prestaties, merken, herkomst)
