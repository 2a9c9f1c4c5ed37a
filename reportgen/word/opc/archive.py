"""The archive of a filled document: what never changes is kept compressed and copied as it is.

A ZIP file is its members one after the other, each with a short header, and a list of them at the
end; so members compressed before are joined without being touched. Source: APPNOTE.TXT 4.3.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

LEVEL = 6
_LOKAAL = struct.Struct("<4s5H3L2H")
_CENTRAAL = struct.Struct("<4s6H3L5H2L")
_SLOT = struct.Struct("<4s4H2LH")
_VERSIE, _UTF8, _STORE, _DEFLATE = 20, 0x800, 0, 8
_DATUM = (1 << 5) | 1
"""The first of January 1980, at midnight: the clock never reaches the output."""


@dataclass(frozen=True, slots=True)
class Lid:
    """A member (lid) of an archive, as it stands in it: compressed, unless its method says not."""

    naam: bytes
    crc: int
    grootte: int
    inhoud: bytes
    methode: int = _DEFLATE

    def lokaal(self) -> bytes:
        """The header in front of the member."""
        kenmerken = (_VERSIE, self._vlag(), self.methode, 0, _DATUM)
        maten = (self.crc, len(self.inhoud), self.grootte, len(self.naam), 0)
        return _LOKAAL.pack(b"PK\x03\x04", *kenmerken, *maten) + self.naam

    def centraal(self, plek: int) -> bytes:
        """The row of the member in the list at the end."""
        kenmerken = (_VERSIE, _VERSIE, self._vlag(), self.methode, 0, _DATUM)
        maten = (self.crc, len(self.inhoud), self.grootte, len(self.naam), 0, 0, 0, 0, 0, plek)
        return _CENTRAAL.pack(b"PK\x01\x02", *kenmerken, *maten) + self.naam

    def _vlag(self) -> int:
        return 0 if self.naam.isascii() else _UTF8


def compress(naam: str, stukken: Iterable[bytes]) -> Lid:
    """Compress a member, piece by piece, so that it never stands in memory whole."""
    deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    crc = grootte = 0
    delen: list[bytes] = []
    for stuk in stukken:
        crc = zlib.crc32(stuk, crc)
        grootte += len(stuk)
        delen.append(deflate.compress(stuk))
    delen.append(deflate.flush())
    return Lid(naam.encode(), crc, grootte, b"".join(delen))


@lru_cache(maxsize=64)
def compress_small(naam: str, data: bytes) -> Lid:
    """Compress a small member; a header is often the same as that of the document before."""
    return compress(naam, [data])


def stored(delen: Mapping[str, bytes]) -> bytes:
    """Give an archive of members that are not compressed: the same bytes on every platform.

    For a file inside a file, that is compressed together with what is around it.
    """
    leden = [
        Lid(naam.encode(), zlib.crc32(data), len(data), data, _STORE)
        for naam, data in ((naam, delen[naam]) for naam in _op_volgorde(delen))
    ]
    inhoud, index = _joined(leden, 0)
    return inhoud + index + _slot(len(leden), len(index), len(inhoud))


class Archive:
    """The members of a template in their order; immutable.

    Args:
        delen: the parts that are copied as they are, unless a document gives one anew.
    """

    def __init__(self, delen: Mapping[str, bytes]) -> None:
        self._leden = {naam: compress(naam, [delen[naam]]) for naam in _op_volgorde(delen)}
        self._begin, self._index = _joined(self._leden.values(), 0)

    def has(self, naam: str) -> bool:
        """Say whether there is a member of this name."""
        return naam in self._leden

    def write(self, nieuw: Iterable[Lid]) -> bytes:
        """Give an archive with members added, or in the place of those of the same name."""
        erbij = {lid.naam.decode(): lid for lid in nieuw}
        if not erbij.keys() & self._leden.keys():
            begin, index, aantal = self._begin, self._index, len(self._leden)
            rest = erbij
        else:
            begin = index = b""
            aantal, rest = 0, {**self._leden, **erbij}
            rest = {naam: rest[naam] for naam in _op_volgorde(rest)}
        achter, regels = _joined(rest.values(), len(begin))
        return _closed(begin + achter, index + regels, aantal + len(rest))


def pack_in_order(delen: Mapping[str, bytes]) -> bytes:
    """Give an archive of parts in the order that they have."""
    leden = [compress(naam, [inhoud]) for naam, inhoud in delen.items()]
    return _closed(*_joined(leden, 0), len(leden))


def _closed(leden: bytes, index: bytes, aantal: int) -> bytes:
    """Put the list of members behind them, and behind that where it is."""
    return b"".join((leden, index, _slot(aantal, len(index), len(leden))))


def _joined(leden: Iterable[Lid], plek: int) -> tuple[bytes, bytes]:
    """Join members from some place on; give them, and their rows of the list."""
    delen: list[bytes] = []
    regels: list[bytes] = []
    for lid in leden:
        kop = lid.lokaal()
        delen += [kop, lid.inhoud]
        regels.append(lid.centraal(plek))
        plek += len(kop) + len(lid.inhoud)
    return b"".join(delen), b"".join(regels)


def _slot(aantal: int, lengte: int, plek: int) -> bytes:
    """Write the end: how many members there are, and how long and where the list of them is."""
    return _SLOT.pack(b"PK\x05\x06", 0, 0, aantal, aantal, lengte, plek, 0)


def _op_volgorde(delen: Iterable[str]) -> Iterator[str]:
    """Put what a reader needs first in front. Source: ECMA-376-2 10.2.7, and Word's own habit."""
    eerst = ("[Content_Types].xml", "_rels/.rels")
    alle = sorted(delen)
    yield from (naam for naam in eerst if naam in alle)
    yield from (naam for naam in alle if naam not in eerst)
