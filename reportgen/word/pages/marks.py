"""Where to look for the pages of a document, and what those pages print as their number.

A copy of the document gets marks: bookmarks of no width, with names that every program passes on
as they are, beside each bookmark whose page is asked for. A page prints another number than its
place in the file when a section before it began to count anew (`w:pgNumType`, ECMA-376 17.6.12); so
the first page of such a section is marked as well. As in LibreOffice, a section that begins halfway
down a page does not count anew, and has the numbers of the page that it begins on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.numbering import counted
from reportgen.word.opc.archive import pack_in_order
from reportgen.word.opc.package import HOOFDDEEL, read_document
from reportgen.word.pages.stream import page_references
from reportgen.word.xml import parse_xml, see_through, to_bytes, value, w, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HALVERWEGE = {"continuous", "nextColumn"}
_EERSTE = "p"
"""What the name of a mark begins with, as often as it takes to be no other bookmark's."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How pages are counted (telling) from some page on."""

    soort: str = ""
    """The form of the number: `lowerRoman`."""
    begin: int = 1
    vanaf: str = ""
    """The mark on the page that has the first number; the first page where there is none."""


@dataclass(frozen=True, slots=True)
class Plek:
    """A bookmark whose page is asked for: its name, and how pages are counted there."""

    naam: str
    telling: Telling


@dataclass(frozen=True, slots=True)
class Gemerkt:
    """A copy of a document with marks; `word` looks the same on the page."""

    word: bytes
    plekken: Mapping[str, Plek]
    """Each bookmark that is asked for, by the mark beside it."""

    @property
    def merken(self) -> set[str]:
        """The marks whose page must be known."""
        return {*self.plekken, *(p.telling.vanaf for p in self.plekken.values())} - {""}

    def numbers(self, pages: Mapping[str, int]) -> dict[str, str]:
        """Give what the page of each bookmark prints as its number.

        Args:
            pages: for each mark which page of the file it is on, from 1; pages that are left
                blank count.
        """
        return {
            plek.naam: counted(
                plek.telling.begin + pages[merk] - pages.get(plek.telling.vanaf, 1),
                plek.telling.soort,
            )
            for merk, plek in self.plekken.items()
        }


def marked(word: bytes) -> Gemerkt:
    """Mark in a copy of a document where to look for the pages that its fields print."""
    delen = read_document(word, "document")
    gevraagd = {veld.bladwijzer for veld in page_references(delen[HOOFDDEEL])}
    wortel = parse_xml(delen[HOOFDDEEL], HOOFDDEEL, groot=True)
    body = wortel.find(w("body"))
    if not gevraagd or body is None:
        return Gemerkt(word, {})
    plekken = _Merker(wortel, gevraagd).plekken(body)
    return Gemerkt(pack_in_order({**delen, HOOFDDEEL: to_bytes(wortel)}), plekken)


class _Merker:
    """Puts marks in a document."""

    def __init__(self, wortel: Element, gevraagd: set[str]) -> None:
        starts = list(wortel.iter(w("bookmarkStart")))
        self._gevraagd = gevraagd
        self._namen = {start.get(w("name"), "") for start in starts}
        self._id = max((whole_number(start.get(w("id"), "")) for start in starts), default=0)
        self._voor = _EERSTE
        while any(naam.startswith(self._voor) for naam in self._namen):
            self._voor += _EERSTE

    def plekken(self, body: Element) -> dict[str, Plek]:
        telling = Telling()
        plekken: dict[str, Plek] = {}
        for nummer, (blokken, sectie) in enumerate(_sections(body)):
            if nummer == 0 or value(sectie, "type") not in _HALVERWEGE:
                telling = self._telling(telling, sectie, blokken if nummer else [])
            for start in [s for blok in blokken for s in blok.iter(w("bookmarkStart"))]:
                naam = start.get(w("name"), "")
                if naam in self._gevraagd:
                    self._gevraagd.remove(naam)
                    plekken[self._merk(start)] = Plek(naam, telling)
        return plekken

    def _telling(self, oud: Telling, sectie: Element, blokken: list[Element]) -> Telling:
        """Say how the pages of a section count; without blocks it begins on the first page."""
        vorm = sectie.find(w("pgNumType"))
        soort = "" if vorm is None else vorm.get(w("fmt"), "")
        begin = None if vorm is None else vorm.get(w("start"))
        if begin is None:
            return replace(oud, soort=soort)
        alinea = next((p for blok in blokken for p in blok.iter(w("p"))), None)
        vanaf = "" if alinea is None else self._merk_alinea(alinea)
        return Telling(soort, whole_number(begin), vanaf)

    def _merk_alinea(self, alinea: Element) -> str:
        ppr = alinea.find(w("pPr"))
        plek = alinea.makeelement(w("r"))
        alinea.insert(0 if ppr is None else 1, plek)
        merk = self._merk(plek)
        alinea.remove(plek)
        return merk

    def _merk(self, plek: Element) -> str:
        """Put a mark in front of something, and give its name."""
        self._id += 1
        merk = f"{self._voor}{self._id}"
        begin = etree.Element(w("bookmarkStart"), {w("id"): str(self._id), w("name"): merk})
        plek.addprevious(begin)
        plek.addprevious(etree.Element(w("bookmarkEnd"), {w("id"): str(self._id)}))
        return merk


def _sections(body: Element) -> Iterator[tuple[list[Element], Element]]:
    """Give the blocks of each section, and its properties."""
    blokken: list[Element] = []
    for blok in list(see_through(body)):
        if blok.tag == w("sectPr"):
            yield blokken, blok
            return
        blokken.append(blok)
        sectie = blok.find(f"{w('pPr')}/{w('sectPr')}") if blok.tag == w("p") else None
        if sectie is not None:
            yield blokken, sectie
            blokken = []
    yield blokken, etree.Element(w("sectPr"))
