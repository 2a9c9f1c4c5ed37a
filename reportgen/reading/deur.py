"""The door of the room: a Word file in, its data and what people did to it out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportgen.errors import DataError, Plaats, Problem
from reportgen.geheugen import NAAMRUIMTE
from reportgen.model import Boekwerk
from reportgen.reading import lezen
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
    inhoud = word if isinstance(word, bytes) else lezen.bestand(Path(word))
    if remembered(inhoud, NAAMRUIMTE, naam) is not None:
        gelezen = lezen.read(inhoud)
        return replace(gelezen, problems=(*gelezen.problems, _als_gemaakt(naam)))
    if kop is None:
        wat = "dit document heeft geen gegevens van reportgen bij zich"
        cure = "zeg van welk boekwerk het is: organisatie, soort en jaar"
        raise DataError([Problem("R1", "error", Plaats(naam), wat, cure)])
    return lees_vreemd(inhoud, kop, naam)


def _als_gemaakt(naam: str) -> Problem:
    """Say that the data is that of the day on which the document was made."""
    wat = "gelezen zijn de gegevens waarmee dit document is gemaakt, niet wat erna is veranderd"
    cure = "maak het met gegevens_mee: nee om te lezen wat er nu in staat"
    return Problem("R1", "warning", Plaats(naam), wat, cure)
