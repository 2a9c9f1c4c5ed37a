"""What a paragraph is made of, piece by piece: words, tabs, pictures, fields, and their links.

Bookmarks, comments and the halves of fields that begin or end in another paragraph are no pieces:
they stay where they are.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.word.opc.package import HOOFDDEEL
from reportgen.word.opc.relations import Relatie, read_relations
from reportgen.word.redline.stamp import CODE, RUN, TEKST
from reportgen.word.redline.words import BEGIN, EINDE
from reportgen.word.values.notes import SOORTEN, note_parts
from reportgen.word.xml import R, parse_xml, text_of, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LINK, VELD = w("hyperlink"), w("fldSimple")
_PPR, _RPR, _TEKEN = map(w, ("pPr", "rPr", "fldChar"))
_DOOR = {w(n) for n in ("sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo")}
_STIL = {
    _RPR,
    *(w(n) for n in ("lastRenderedPageBreak", "commentReference", "annotationRef", "proofErr")),
}
"""What a run may hold that nobody reads."""
_WIT = {
    w("tab"): "tab",
    w("br"): "br",
    w("cr"): "br",
    w("noBreakHyphen"): "-",
    w("softHyphen"): "soft",
}
_DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_WISKUNDE = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VERBORGEN = re.compile(r"\b_\w+")
"""The name of a bookmark that Word made, and makes anew."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A piece of a paragraph: neighbours that come and go together, and what they say."""

    elementen: tuple[Element, ...]
    tekst: str
    link: str = ""
    """Where it leads, outside the document."""
    veld: str = ""
    """What it is of a field: `begin`, `separate`, `end`, `code`."""

    @property
    def key(self) -> str:
        """What makes two pieces the same."""
        return f"{self.tekst}{BEGIN}{self.link}" if self.link else self.tekst


class Reader:
    """Reads the paragraphs of one document."""

    def __init__(self, delen: Mapping[str, bytes]) -> None:
        self._delen = delen
        self._relaties = read_relations(delen, HOOFDDEEL)
        self._noten = {soort: _notes(delen, soort) for soort in SOORTEN}

    def pieces(self, alinea: Element) -> list[Piece]:
        """Give the pieces of a paragraph; the texts are whole, unless it was cut."""
        return [*_fields([*self._walk(alinea, "")])]

    def text(self, alinea: Element) -> str:
        """Give all that makes two paragraphs the same, as one text."""
        gewoon = _plain(alinea)
        if gewoon is not None:
            return gewoon
        delen, link = [], ""
        for stuk in self.pieces(alinea):
            if stuk.link != link:
                link = stuk.link
                delen.append(f"{BEGIN}link {link}{EINDE}")
            delen.append(stuk.tekst)
        return "".join(delen)

    def _walk(self, houder: Element, link: str) -> Iterator[Piece]:
        for kind in houder:
            if kind.tag == RUN:
                yield from self._run(kind, link)
            elif kind.tag == LINK:
                yield from self._walk(kind, self._target(kind) or link)
            elif kind.tag in _DOOR:
                yield from self._walk(kind, link)
            elif kind.tag == VELD:
                yield Piece((kind,), _field_text(kind.get(w("instr"), ""), text_of(kind)), link)
            elif str(kind.tag).startswith(_WISKUNDE):
                yield Piece((kind,), self._special(kind), link)

    def _run(self, run: Element, link: str) -> Iterator[Piece]:
        for kind in run:
            if kind.tag == TEKST:
                if kind.text:
                    yield Piece((run,), kind.text, link)
            elif kind.tag == _TEKEN:
                yield Piece((run,), "", link, kind.get(w("fldCharType"), ""))
            elif kind.tag == CODE:
                yield Piece((run,), kind.text or "", link, "code")
            elif kind.tag not in _STIL:
                yield Piece((run,), self._special(kind), link)

    def _target(self, link: Element) -> str:
        relatie = self._relaties.get(link.get(f"{{{R}}}id", ""))
        anker = f"#{plek}" if (plek := link.get(w("anchor"))) else ""
        return f"{relatie.doel.rstrip('/')}{anker}" if relatie else ""  # some programs add a slash

    def _special(self, element: Element) -> str:
        """Write what is no text so that equal ones are equal."""
        if wit := _WIT.get(str(element.tag)):
            return f"{BEGIN}{wit}{element.get(w('type'), '')}{EINDE}"
        kern = hashlib.sha256()
        naam = str(element.tag).rpartition("}")[2]
        noten = self._noten.get(f"{naam.removesuffix('Reference')}s")
        if noten is not None and naam.endswith("Reference"):
            kern.update(noten.get(element.get(w("id"), ""), "").encode())
            return f"{BEGIN}{naam} {kern.hexdigest()[:16]}{EINDE}"
        for deel in element.iter("*"):
            kern.update(self._told(deel).encode())
        return f"{BEGIN}{naam} {kern.hexdigest()[:16]}{EINDE}"

    def _told(self, element: Element) -> str:
        """Give what an element of a picture or formula says by itself."""
        verwezen = [
            self._behind(self._relaties.get(str(waarde)))
            for naam, waarde in element.attrib.items()
            if str(naam).startswith(f"{{{R}}}")
        ]
        beschreven = element.get("descr", "") if element.tag == _DOCPR else ""
        tekst = (element.text or "").strip()
        tag = str(element.tag).rpartition("}")[2]
        los = ",".join(str(v) for k, v in element.attrib.items() if k == w("val"))
        return "|".join((tag, tekst, beschreven, los, *verwezen))

    def _behind(self, relatie: Relatie | None) -> str:
        if relatie is None or relatie.extern:
            return relatie.doel if relatie else ""
        return hashlib.sha256(self._delen.get(relatie.doel, b"")).hexdigest()


def _plain(alinea: Element) -> str | None:
    """Give the text of a paragraph that has nothing but text, as most have; else nothing."""
    delen = []
    for kind in alinea:
        if kind.tag == RUN:
            for deel in kind:
                if deel.tag == TEKST:
                    delen.append(deel.text or "")
                elif deel.tag != _RPR:
                    return None
        elif kind.tag != _PPR:
            return None
    return "".join(delen)


def _notes(delen: Mapping[str, bytes], soort: str) -> dict[str, str]:
    """Give the text of every footnote or endnote by its id."""
    deel = note_parts(delen)[soort]
    if not deel.verbonden:
        return {}
    wortel = parse_xml(delen[deel.naam], deel.naam, groot=True)
    return {noot.get(w("id"), ""): text_of(noot) for noot in wortel.iter(w(SOORTEN[soort]))}


def _field_text(code: str, uitkomst: str) -> str:
    """Write a field so that equal ones are equal, whatever Word calls its hidden bookmarks."""
    gewoon = " ".join(_VERBORGEN.sub("_", code).split())
    return f"{BEGIN}{gewoon}: {uitkomst}{EINDE}"


def _fields(stukken: list[Piece]) -> Iterator[Piece]:
    """Make one piece of every field that begins and ends here; drop the halves of others."""
    einden = _ends(stukken)
    plek = 0
    while plek < len(stukken):
        stuk, einde = stukken[plek], einden.get(plek)
        if einde is not None:
            yield _field(stukken[plek : einde + 1])
            plek = einde
        elif not stuk.veld:
            yield stuk
        plek += 1


def _ends(stukken: list[Piece]) -> dict[int, int]:
    """Say where each field ends that begins and ends among the same neighbours."""
    open_: list[int] = []
    einden: dict[int, int] = {}
    for plek, stuk in enumerate(stukken):
        if stuk.veld == "begin":
            open_.append(plek)
        elif stuk.veld == "end" and open_:
            begin = open_.pop()
            if stukken[begin].elementen[0].getparent() is stuk.elementen[0].getparent():
                einden[begin] = plek
    return einden


def _field(stukken: list[Piece]) -> Piece:
    code = "".join(stuk.tekst for stuk in stukken if stuk.veld == "code")
    uitkomst = "".join(stuk.tekst for stuk in stukken if not stuk.veld)
    element, laatste = stukken[0].elementen[0], stukken[-1].elementen[0]
    elementen = [element]
    while element is not laatste and (volgend := element.getnext()) is not None:
        element = volgend
        elementen.append(element)
    schoon = uitkomst.replace(BEGIN, "").replace(EINDE, "")
    return replace(stukken[0], elementen=tuple(elementen), tekst=_field_text(code, schoon), veld="")
