"""The Word files that a boekwerk takes in (bijlagen), read from the folder of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.errors import DataError, Problem
from reportgen.sources.bestand import lees_bytes
from reportgen.sources.naast import als_pad, bestand_naast, map_van
from reportgen.word import Appendix, read_appendix

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.model import Boekwerk


def appendices(boekwerk: Boekwerk, source: str | Path) -> list[Appendix]:
    """Read every appendix of a boekwerk, in the order of its source.

    Args:
        boekwerk: the data.
        source: the folder, or the file, that it was loaded from.

    Raises:
        DataError: a file is not there, stands outside that folder, is too large or is no Word file
            that can be taken in; with every problem of every file.
    """
    map_ = map_van(source)
    gelezen: list[Appendix] = []
    problems: list[Problem] = []
    for nummer, bijlage in enumerate(boekwerk.bijlagen):
        plaats = boekwerk.herkomst.zoek(("bijlagen", nummer, "bestand"))
        naam = als_pad(bijlage.bestand)
        try:
            data = lees_bytes(bestand_naast(map_, naam, "de bijlage", plaats), naam)
            gelezen.append(read_appendix(data, naam, bijlage.titel or ""))
        except DataError as fout:
            problems += fout.problems
    if problems:
        raise DataError(problems)
    return gelezen
