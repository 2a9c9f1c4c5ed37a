"""The Word files that a boekwerk takes in (bijlagen), read from the folder of its source."""

from __future__ import annotations

import difflib
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from reportgen.errors import DataError, Problem, oorzaak
from reportgen.sources.bestand import lees_bytes
from reportgen.word import Appendix, read_appendix

if TYPE_CHECKING:
    from reportgen.errors import Plaats
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
    map_ = Path(source) if Path(source).is_dir() else Path(source).parent
    gelezen: list[Appendix] = []
    problems: list[Problem] = []
    for nummer, bijlage in enumerate(boekwerk.bijlagen):
        plaats = boekwerk.herkomst.zoek(("bijlagen", nummer, "bestand"))
        naam = PureWindowsPath(bijlage.bestand).as_posix()
        try:
            data = lees_bytes(_bestand(map_, naam, plaats), naam)
            gelezen.append(read_appendix(data, naam, bijlage.titel or ""))
        except DataError as fout:
            problems += fout.problems
    if problems:
        raise DataError(problems)
    return gelezen


def _bestand(map_: Path, naam: str, plaats: Plaats) -> Path:
    """Find a file in a folder; one from elsewhere would not be there on another computer.

    Raises:
        DataError: it is not there, or stands outside that folder.
    """
    pad = map_ / naam
    wat, cure = f"de bijlage ‘{naam}’", "geef het pad van het bestand, gezien vanuit deze map"
    try:
        if PureWindowsPath(naam).drive or not pad.resolve().is_relative_to(map_.resolve()):
            wat += " staat niet in de map van deze bron"
            cure = "zet een kopie van het bestand in die map, en schrijf het pad vanuit die map"
        elif pad.is_file():
            return pad
        elif pad.is_dir():
            wat += " is een map"
        else:
            wat, cure = f"{wat} bestaat niet", f"{_bedoeld(map_, naam)}{cure}"
    except OSError as fout:
        wat += f" kan niet worden gelezen ({oorzaak(fout)})"
    raise DataError([Problem("D1", "error", plaats, wat, cure)])


def _bedoeld(map_: Path, naam: str) -> str:
    """Name the file that was perhaps meant."""
    bestanden = {pad.relative_to(map_).as_posix() for pad in (map_ / naam).parent.glob("*.docx")}
    dichtbij = difflib.get_close_matches(naam, sorted(bestanden), n=1)
    return f"bedoelt u ‘{dichtbij[0]}’? " if dichtbij else ""
