"""The door of the room: a Word file in, its data and what people did to it out."""

from __future__ import annotations

from pathlib import Path

from reportgen.errors import DataError, Plaats, Problem, oorzaak
from reportgen.geheugen import NAAMRUIMTE, read_geheugen
from reportgen.model import Boekwerk
from reportgen.reading.bewerking import Gelezen
from reportgen.reading.vreemd import lees_vreemd
from reportgen.word import remembered


def read(word: bytes | str | Path, kop: Boekwerk | None = None, bestand: str = "") -> Gelezen:
    """Read a Word file: what reportgen left in it, else its headings, labels and tables.

    Args:
        word: the bytes of the `.docx`, or its path.
        kop: the head of the boekwerk that it is part of, where the document does not hold it.
        bestand: the name of the file, for messages.

    Raises:
        TemplateError: it is no Word file.
        RenderError: a part of it is damaged.
        DataError: it cannot be read; or it does not hold the head of its boekwerk, and none was
            given.
    """
    naam = bestand or ("document" if isinstance(word, bytes) else Path(word).name)
    inhoud = word if isinstance(word, bytes) else bytes_of(Path(word))
    tekst = remembered(inhoud, NAAMRUIMTE, naam)
    if tekst is not None:
        boekwerk = read_geheugen(tekst).boekwerk
        return Gelezen(boekwerk, gedrukt=boekwerk, problems=(_als_gemaakt(naam),))
    if kop is None:
        wat = "dit document heeft geen gegevens van reportgen bij zich"
        cure = "zeg van welk boekwerk het is: organisatie, soort en jaar"
        raise DataError([Problem("R1", "error", Plaats(naam), wat, cure)])
    return lees_vreemd(inhoud, kop, naam)


def carries_data(word: bytes, bestand: str = "document") -> bool:
    """Say whether a document holds the data that it was made of.

    Raises:
        TemplateError: it is no Word file.
        RenderError: a part of it is damaged.
    """
    return remembered(word, NAAMRUIMTE, bestand) is not None


def bytes_of(pad: Path) -> bytes:
    """Give the bytes of a file.

    Raises:
        DataError: it cannot be read, with the reason.
    """
    try:
        return pad.read_bytes()
    except OSError as fout:
        wat = f"dit bestand kan niet worden gelezen ({oorzaak(fout)})"
        cure = "controleer de naam en de rechten"
        raise DataError([Problem("D1", "error", Plaats(pad.name), wat, cure)]) from None


def _als_gemaakt(naam: str) -> Problem:
    """Say that the data is that of the day on which the document was made."""
    wat = "gelezen zijn de gegevens waarmee dit document is gemaakt, niet wat erna is veranderd"
    cure = "maak het met gegevens_mee: nee om te lezen wat er nu in staat"
    return Problem("R1", "warning", Plaats(naam), wat, cure)
