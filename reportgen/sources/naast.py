"""Files that a source names and that stand beside it: found in its own folder, or refused."""

from __future__ import annotations

import difflib
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from reportgen.errors import DataError, Problem, oorzaak

if TYPE_CHECKING:
    from reportgen.errors import Plaats

_CURE = "geef het pad van het bestand, gezien vanuit deze map"


def map_van(source: str | Path) -> Path:
    """Give the folder of a source, which may be a file in it."""
    return Path(source) if Path(source).is_dir() else Path(source).parent


def als_pad(naam: str) -> str:
    """Write a path that a person typed, perhaps on Windows, as every system reads it."""
    return PureWindowsPath(naam).as_posix()


def bestand_naast(map_: Path, naam: str, wat: str, plaats: Plaats) -> Path:
    """Find a file in a folder; one from elsewhere would not be there on another computer.

    Args:
        map_: the folder.
        naam: the path of the file, from that folder.
        wat: what the file is, `de bijlage`.
        plaats: where the name stands.

    Raises:
        DataError: it is not there, or stands outside that folder.
    """
    pad = map_ / naam
    wat, cure = f"{wat} ‘{naam}’", _CURE
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
    """Name the file of the same kind that was perhaps meant."""
    pad = map_ / naam
    soortgenoten = pad.parent.glob(f"*{pad.suffix}") if pad.suffix else iter(())
    bestanden = sorted(gevonden.relative_to(map_).as_posix() for gevonden in soortgenoten)
    dichtbij = difflib.get_close_matches(naam, bestanden, n=1)
    return f"bedoelt u ‘{dichtbij[0]}’? " if dichtbij else ""
