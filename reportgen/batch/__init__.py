"""Many documents: each made or failed on its own, in order; one bad one never stops the others."""

from typing import TYPE_CHECKING

from reportgen.batch.files import file_name, write_folder, write_whole
from reportgen.batch.hoofdstukken import build
from reportgen.batch.outcome import Failed, Made, Outcome, Unchanged
from reportgen.later import later

if TYPE_CHECKING:
    from reportgen.batch.boeken import Opdracht, build_book, build_books, missing_of

__all__ = [
    "Failed",
    "Made",
    "Opdracht",
    "Outcome",
    "Unchanged",
    "build",
    "build_book",
    "build_books",
    "file_name",
    "missing_of",
    "write_folder",
    "write_whole",
]
_BOOKS = ("Opdracht", "build_book", "build_books", "missing_of")
__getattr__ = later(__name__, dict.fromkeys(_BOOKS, "boeken"))
