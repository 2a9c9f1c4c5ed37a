"""The door of the room: a Word file in, its data and what people did to it out."""

from __future__ import annotations

from reportgen.model import Boekwerk
from reportgen.reading.bewerking import Gelezen
from reportgen.reading.vreemd import Kop, lees_vreemd


def read(word: bytes, kop: Boekwerk | None = None, bestand: str = "") -> Gelezen:
    """Read a Word file by its headings, labels and tables.

    Args:
        word: the document.
        kop: the head of the boekwerk that it is part of, where the document does not hold it.
        bestand: the name of the file, for messages.

    Raises:
        TemplateError: it is no Word file.
        RenderError: a part of it is damaged.
        DataError: the document does not hold the head of its boekwerk, and none was given.
    """
    return lees_vreemd(word, kop or Kop().boekwerk(), bestand)
