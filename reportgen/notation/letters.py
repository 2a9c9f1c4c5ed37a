"""Letters that an old conversion damaged (N12), and their repair."""

from __future__ import annotations

import re
from contextlib import suppress

_MOJIBAKE = re.compile("[\u00c2\u00c3][^\x00-\x7f]|\u00e2[^\x00-\x7f]{2}")
_VERSCHOVEN = re.compile("[\u0180-\u0191\u0193-\u01bf]")
_VERSCHUIVING = 0xC0
"""By how much letters moved in a known damage: ë (U+00EB) became ƫ (U+01AB)."""


def herstel(woord: str) -> str:
    """Repair the letters of a word: UTF-8 read as Windows-1252, or letters moved by 0xC0."""
    woord = _MOJIBAKE.sub(lambda m: _terug(m[0]), woord)
    return _VERSCHOVEN.sub(lambda m: _schuif(m[0]), woord)


def _terug(stuk: str) -> str:
    """Read the bytes of a piece again as UTF-8; what gives no Dutch text was not damaged."""
    with suppress(UnicodeDecodeError):
        goed = b"".join(_byte(teken) for teken in stuk).decode("utf-8")
        if goed.isprintable() or goed == "\u00a0":
            return goed
    return stuk


def _byte(teken: str) -> bytes:
    try:
        return teken.encode("cp1252")
    except UnicodeEncodeError:
        return teken.encode("latin-1", errors="replace")


def _schuif(teken: str) -> str:
    anders = chr(ord(teken) - _VERSCHUIVING)
    return anders if anders.isalpha() else teken
