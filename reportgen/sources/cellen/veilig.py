"""Reading a file that anyone may have made: no document types, no bombs, every failure in words."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from xml.parsers import expat
from zipfile import BadZipFile

from reportgen.errors import DataError, Plaats, Problem

Element = tuple[str, dict[str, str]]
HAP = 1 << 16
_BEWAAR = "open het bestand in Excel en bewaar het opnieuw als Excel-werkmap (.xlsx)"


def weiger(bestand: str, wat: str, cure: str = _BEWAAR) -> DataError:
    """Say why a file cannot be read."""
    return DataError([Problem("D1", "error", Plaats(bestand), wat, cure)])


@contextmanager
def in_woorden(bestand: str) -> Iterator[None]:
    """Say in words that a file is damaged, wherever in it that shows.

    Raises:
        DataError: it is.
    """
    try:
        yield
    except (BadZipFile, zlib.error, expat.ExpatError, EOFError, LookupError, ValueError) as fout:
        raise weiger(bestand, "deze werkmap is beschadigd of niet volledig") from fout
    except (NotImplementedError, RuntimeError) as fout:  # of zipfile: another method, a password
        raise weiger(bestand, "deze werkmap is ingepakt op een manier die niet kan") from fout


def veilige_parser(
    begin: Callable[[str, dict[str, str]], None], eind: Callable[[str], None] | None = None
) -> expat.XMLParserType:
    """Give a parser that refuses a document type: no entity can grow or read a file."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = eind
    parser.StartDoctypeDeclHandler = _weiger_doctype
    return parser


def _weiger_doctype(*_: object) -> None:
    raise expat.ExpatError("document type")


def elementen(xml: bytes) -> list[Element]:
    """Give the elements of a small part in order, names and attributes without prefixes."""
    gevonden: list[Element] = []

    def begin(naam: str, attributen: dict[str, str]) -> None:
        kaal = {sleutel.rpartition(":")[2]: waarde for sleutel, waarde in attributen.items()}
        gevonden.append((naam.rpartition(":")[2], kaal))

    veilige_parser(begin).Parse(xml, True)  # noqa: FBT003  expat's signature
    return gevonden
