"""Reads a document back that reportgen made: its data, and what people did to it."""

from __future__ import annotations

from pathlib import Path

from reportgen.errors import DataError, Plaats, Problem, oorzaak
from reportgen.geheugen import NAAMRUIMTE, read_geheugen
from reportgen.reading.bewerking import Gelezen
from reportgen.word import remembered


def read(word: bytes | str | Path) -> Gelezen:
    """Read a chapter or a book that reportgen made.

    Args:
        word: the bytes of the `.docx`, or its path.

    Raises:
        DataError: it cannot be read, or holds no data of reportgen.
        TemplateError: it is no Word file.
    """
    naam = "document" if isinstance(word, bytes) else Path(word).name
    inhoud = word if isinstance(word, bytes) else bestand(Path(word))
    tekst = remembered(inhoud, NAAMRUIMTE, naam)
    if tekst is None:
        wat = "dit document heeft geen gegevens van reportgen bij zich"
        cure = "geef een hoofdstuk of boek dat reportgen maakte"
        raise DataError([Problem("R1", "error", Plaats(naam), wat, cure)])
    boekwerk = read_geheugen(tekst).boekwerk
    return Gelezen(boekwerk=boekwerk, gedrukt=boekwerk)


def bestand(pad: Path) -> bytes:
    """Give the bytes of a file; where it cannot be read, say so."""
    try:
        return pad.read_bytes()
    except OSError as fout:
        wat = f"het document kan niet worden gelezen ({oorzaak(fout)})"
        raise DataError(
            [Problem("R1", "error", Plaats(pad.name), wat, "controleer het pad")]
        ) from None
