"""A file becomes text: bytes, size, encoding; each refusal in plain Dutch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.errors import DataError, Plaats, Problem, oorzaak

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 64 * 1024 * 1024
"""A source file is text that people wrote: a larger one is a mistake."""

_BOM_UTF8 = b"\xef\xbb\xbf"
_BOM_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def lees_tekst(pad: Path, naam: str) -> str:
    """Read a text file in UTF-8, or in UTF-16 with its mark.

    Raises:
        DataError: the file cannot be read, is too large, or is in another encoding.
    """
    return decodeer(lees_bytes(pad, naam), naam)


def decodeer(ruw: bytes, naam: str) -> str:
    """Read bytes as text in UTF-8, or in UTF-16 with its mark.

    Raises:
        DataError: they are in another encoding.
    """
    if ruw.startswith(_BOM_UTF16):
        return _decodeer(ruw, "utf-16", naam)
    return _decodeer(ruw.removeprefix(_BOM_UTF8), "utf-8", naam)


def codeer(tekst: str, zoals: bytes) -> bytes:
    """Write a text in the encoding of a file that was read, with its mark if it had one."""
    if zoals.startswith(_BOM_UTF16):
        codering = "utf-16-le" if zoals.startswith(_BOM_UTF16[0]) else "utf-16-be"
        return zoals[:2] + tekst.encode(codering)
    mark = _BOM_UTF8 if zoals.startswith(_BOM_UTF8) else b""
    return mark + tekst.encode()


def lees_bytes(pad: Path, naam: str) -> bytes:
    """Read a file.

    Raises:
        DataError: the file cannot be read, or is too large.
    """
    try:
        if not pad.is_file():
            raise _geweigerd(naam, "is geen gewoon bestand", "geef een bestand of een map")
        if pad.stat().st_size > MAX_BYTES:
            groot = f"is groter dan {MAX_BYTES // 1024 // 1024} MB"
            raise _geweigerd(naam, groot, "splits het bestand, of controleer of het wel goed is")
        return pad.read_bytes()
    except OSError as fout:
        raise _geweigerd(
            naam,
            f"kan niet worden gelezen ({oorzaak(fout)})",
            "controleer het bestand en de rechten",
        ) from None


def _decodeer(ruw: bytes, codering: str, naam: str) -> str:
    try:
        return ruw.decode(codering)
    except UnicodeDecodeError as fout:
        voor = ruw[: fout.start].decode(codering, errors="replace")
        plek = voor.count("\n") + 1, len(voor) - (voor.rfind("\n") + 1) + 1
        wat = f"is niet heel: de codering {codering.upper()} breekt af"
        if codering == "utf-8":
            teken = ruw[fout.start : fout.start + 1].decode("cp1252", errors="replace")
            wat = (
                f"is niet in UTF-8 opgeslagen: het teken ‘{teken}’ is in een andere codering"
                " (waarschijnlijk Windows-1252) geschreven"
            )
        raise _geweigerd(naam, wat, "sla het bestand op met de codering UTF-8", plek) from None


def _geweigerd(
    naam: str, wat: str, cure: str, plek: tuple[int | None, int | None] = (None, None)
) -> DataError:
    return DataError([Problem("D1", "error", Plaats(naam, *plek), f"het bestand {wat}", cure)])
