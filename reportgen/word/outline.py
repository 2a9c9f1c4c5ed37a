"""A Word file becomes its neutral outline: what a reader meets, list numbers as shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.tags import Alinea, Link, Outline, Tabel
from reportgen.word.numbering import Marks
from reportgen.word.opc.package import read_document, rels_name
from reportgen.word.styles import STYLES, Style, numbering_of, read_styles
from reportgen.word.xml import DOORZICHTIG, NS, R, parse_xml, see_through, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BODY = "word/document.xml"
_CORE = "docProps/core.xml"
_TABEL = {w("tbl"), w("tr"), w("tc")}


def outline(word: bytes) -> Outline:
    """Read the outline of a Word file.

    Raises:
        TemplateError: it is no Word file.
        RenderError: a part of it is damaged.
    """
    delen = read_document(word, "document")
    return _Lezer(delen).lees()


class _Lezer:
    """Walks one document; keeps count of its lists on the way."""

    def __init__(self, delen: Mapping[str, bytes]) -> None:
        self._delen = delen
        styles = read_styles(delen).values()
        self._styles: dict[str, Style] = {stijl.id: stijl for stijl in styles}
        self._standaard = next((s for s in styles if s.naam.lower() == "normal"), Style("", ""))
        self._marks = Marks(delen)

    def lees(self) -> Outline:
        wortel = parse_xml(self._delen[_BODY], _BODY, groot=True)
        body = wortel.find(w("body"))
        body = wortel if body is None else body
        eigenschappen = parse_xml(self._delen[_CORE], _CORE) if _CORE in self._delen else None
        titel = eigenschappen.findtext(f"{_DC}title") if eigenschappen is not None else ""
        return Outline(
            titel=titel or "",
            taal=self._taal(),
            inhoud=tuple(self._inhoud(body)),
            links=tuple(self._links(body)),
            afbeeldingen=tuple(e.get("descr", "") for e in body.iter(f"{_WP}docPr")),
        )

    def _inhoud(self, element: Element) -> Iterator[Alinea | Tabel]:
        for kind in see_through(element):
            if kind.tag == w("p"):
                yield self._alinea(kind)
            elif kind.tag == w("tbl"):
                yield _tabel(kind)

    def _alinea(self, element: Element) -> Alinea:
        ppr = element.find(w("pPr"))
        stijl = self._stijl(ppr)
        nummer = self._marks.next(numbering_of(ppr) or stijl.nummering)
        return Alinea(_tekst(element), stijl.naam, stijl.niveau, nummer)

    def _stijl(self, ppr: Element | None) -> Style:
        pstyle = ppr.find(w("pStyle")) if ppr is not None else None
        if pstyle is None:
            return self._standaard
        return self._styles.get(pstyle.get(w("val"), ""), self._standaard)

    def _links(self, body: Element) -> Iterator[Link]:
        naam = rels_name(_BODY)
        relaties = parse_xml(self._delen[naam], naam) if naam in self._delen else ()
        doelen = {e.get("Id"): e.get("Target", "") for e in relaties}
        for link in body.iter(w("hyperlink")):
            yield Link(_tekst(link), doelen.get(link.get(f"{{{R}}}id"), ""))

    def _taal(self) -> str:
        if STYLES not in self._delen:
            return ""
        standaard = parse_xml(self._delen[STYLES], STYLES)
        talen = standaard.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val", namespaces=NS)
        return str(talen[0]) if isinstance(talen, list) and talen else ""


def _tabel(element: Element) -> Tabel:
    """Read a table; what stands in a table in a cell belongs to the text of that cell."""
    rijen = [kind for kind in see_through(element) if kind.tag == w("tr")]
    kop = bool(rijen) and _aan(rijen[0].find(f"{w('trPr')}/{w('tblHeader')}"))
    cellen = (tuple(_cel(cel) for cel in see_through(rij) if cel.tag == w("tc")) for rij in rijen)
    return Tabel(tuple(cellen), kop)


def _cel(cel: Element) -> str:
    alineas = (kind for kind in see_through(cel, DOORZICHTIG | _TABEL) if kind.tag == w("p"))
    return "\n".join(map(_tekst, alineas))


def _aan(element: Element | None) -> bool:
    """Say whether a property is on; its presence says so, unless its value says otherwise."""
    return element is not None and element.get(w("val")) not in {"0", "false", "off"}


def _tekst(element: Element) -> str:
    """Give the text of a paragraph, tabs and line breaks included."""
    tekens = {w("tab"): "\t", w("br"): "\n", w("noBreakHyphen"): "\u2011"}
    delen = (
        e.text or "" if e.tag == w("t") else tekens.get(str(e.tag), "")
        for e in element.iter()
        if not (e.tag == w("tab") and e.getparent() is not None and e.getparent().tag == w("tabs"))  # type: ignore[union-attr]
    )
    return "".join(delen)
