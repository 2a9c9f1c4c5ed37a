"""What a chapter and a book remember of their data (onthouden)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.geheugen import NAAMRUIMTE, write_geheugen
from reportgen.versie import VERSION
from reportgen.word import Memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.model import Boekwerk, Prestatie
    from reportgen.word import Template


def onthoud(boekwerk: Boekwerk, prestaties: Sequence[Prestatie], sjabloon: Template) -> Memory:
    """Make what a document remembers of the data that it prints."""
    herkomst = {"versie": VERSION, "sjabloon": sjabloon.sha256}
    return Memory(NAAMRUIMTE, write_geheugen(boekwerk, prestaties, herkomst))
