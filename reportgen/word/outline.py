"""A Word file becomes its neutral outline: what a reader meets, list numbers as shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.tags import Afbeelding, Alinea, Kleurpaar, Link, Outline, Tabel
from reportgen.word.colours import colour_pairs
from reportgen.word.numbering import Marks
from reportgen.word.opc.package import read_document
from reportgen.word.opc.relations import read_relations
from reportgen.word.pictures import pictures, text_boxes
from reportgen.word.styles import Style, numbering_of
from reportgen.word.stylesheet import stylesheet
from reportgen.word.xml import DOORZICHTIG, R, child, is_on, parse_xml, see_through, w, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_BODY = "word/document.xml"
_CORE = "docProps/core.xml"
_P, _T, _TBL, _TR, _TC = (w(naam) for naam in ("p", "t", "tbl", "tr", "tc"))
_PPR, _TCPR = w("pPr"), w("tcPr")
_TABEL = {_TBL, _TR, _TC}
_PSTYLE = w("pStyle")
_TEKENS = {w("tab"): "\t", w("br"): "\n", w("noBreakHyphen"): "\u2011"}
_IN_CEL = DOORZICHTIG | _TABEL
_DOOR = _IN_CEL | {_P, w("r"), w("hyperlink")}
_RANDEN, _NOTEN = ("/header", "/footer"), ("/footnotes", "/endnotes")
_GEWOON = 2
"""What most cells hold, and most paragraphs: properties, and a paragraph or a run."""
_ACHTER_DE_TEKST = (b'behindDoc="1"', b"z-index:-")
_WIT = {
    *(w(naam) for naam in ("pPr", "rPr", "tcPr", "trPr", "tblPrEx", "t", "proofErr")),
    *(w(naam) for naam in ("bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak")),
}
"""What shows nothing where there is no text."""
_TOCH_IETS = [w(naam) for naam in ("sectPr", "pBdr", "framePr")]
"""What a paragraph without text may be there for: the end of a section, a line, a frame."""


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
        self._blad = stylesheet(delen)
        stijlen = self._blad.stijlen.values()
        self._standaard = next((s for s in stijlen if s.naam.lower() == "normal"), Style("", ""))
        self._marks = Marks(delen)
        self._relaties = read_relations(delen, _BODY)

    def lees(self) -> Outline:
        wortel = parse_xml(self._delen[_BODY], _BODY, groot=True)
        body = wortel.find(w("body"))
        body = wortel if body is None else body
        eigenschappen = parse_xml(self._delen[_CORE], _CORE) if _CORE in self._delen else None
        titel = eigenschappen.findtext(f"{_DC}title") if eigenschappen is not None else ""
        randen = list(self._parts(_RANDEN))
        return Outline(
            titel=titel or "",
            taal=self._blad.taal,
            inhoud=tuple(self._inhoud(body)),
            links=tuple(self._links(body)),
            afbeeldingen=tuple(_pictures(body, randen)),
            tekstvakken=tuple(text_boxes(body)),
            kleuren=self._colours([body, *randen, *self._parts(_NOTEN)]),
        )

    def _parts(self, soorten: tuple[str, ...]) -> Iterator[Element]:
        """Give the parts of some kinds that the document has."""
        for relatie in self._relaties.values():
            if relatie.soort.endswith(soorten) and relatie.doel in self._delen:
                yield parse_xml(self._delen[relatie.doel], relatie.doel, groot=True)

    def _colours(self, houders: list[Element]) -> tuple[Kleurpaar, ...]:
        xml = (deel for naam, deel in self._delen.items() if naam.endswith(".xml"))
        bedekt = any(teken in deel for deel in xml for teken in _ACHTER_DE_TEKST)
        return colour_pairs(houders, self._blad, bedekt=bedekt)

    def _inhoud(self, element: Element) -> Iterator[Alinea | Tabel]:
        for kind in see_through(element):
            if kind.tag == _P:
                yield self._alinea(kind)
            elif kind.tag == _TBL:
                yield _tabel(kind)

    def _alinea(self, element: Element) -> Alinea:
        ppr = child(element, _PPR)
        stijl = self._stijl(ppr)
        nummer = self._marks.next(numbering_of(ppr) or stijl.nummering)
        tekst = _tekst(element)
        beeld = not tekst.strip() and not _is_white(element)
        return Alinea(tekst, stijl.naam, stijl.niveau, nummer, beeld)

    def _stijl(self, ppr: Element | None) -> Style:
        pstyle = child(ppr, _PSTYLE) if ppr is not None else None
        if pstyle is None:
            return self._standaard
        return self._blad.stijlen.get(pstyle.get(w("val"), ""), self._standaard)

    def _links(self, body: Element) -> Iterator[Link]:
        for link in body.iter(w("hyperlink")):
            relatie = self._relaties.get(link.get(f"{{{R}}}id", ""))
            yield Link(_tekst(link), relatie.doel if relatie else "")


def _pictures(body: Element, randen: list[Element]) -> Iterator[Afbeelding]:
    yield from pictures(body)
    for rand in randen:
        yield from pictures(rand, in_rand=True)


def _tabel(element: Element) -> Tabel:
    """Read a table; what stands in a table in a cell belongs to the text of that cell."""
    rijen = [kind for kind in see_through(element) if kind.tag == _TR]
    cellen = [tuple(_cel(cel) for cel in see_through(rij) if cel.tag == _TC) for rij in rijen]
    leeg = (
        nummer
        for nummer, (rij, teksten) in enumerate(zip(rijen, cellen, strict=True), start=1)
        if not "".join(teksten).strip() and _is_white(rij)
    )
    return Tabel(
        tuple(cellen),
        koprij=bool(rijen) and is_on(rijen[0].find(f"{w('trPr')}/{w('tblHeader')}")),
        samengevoegd=any(map(_spans, element.iter(w("gridSpan"), w("vMerge"), w("hMerge")))),
        genest=next(element.iterdescendants(_TBL), None) is not None,
        lege_rijen=tuple(leeg),
    )


def _spans(element: Element) -> bool:
    """Say whether a cell takes more than one column, or goes on with the one before it."""
    waarde = element.get(w("val"), "")
    return whole_number(waarde) > 1 if element.tag == w("gridSpan") else waarde != "restart"


def _cel(cel: Element) -> str:
    if len(cel) == _GEWOON and cel[0].tag == _TCPR and cel[1].tag == _P:
        return _tekst(cel[1])
    alineas = [kind for kind in see_through(cel, _IN_CEL) if kind.tag == _P]
    return _tekst(alineas[0]) if len(alineas) == 1 else "\n".join(map(_tekst, alineas))


def _is_white(element: Element) -> bool:
    """Say whether nothing of a paragraph or row without text shows, nor breaks the page."""
    for kind in see_through(element, _DOOR):
        if kind.tag not in _WIT or any(kind.find(naam) is not None for naam in _TOCH_IETS):
            return False
    return True


def _tekst(element: Element) -> str:
    """Give the text of a paragraph, tabs and line breaks included."""
    if len(element) == _GEWOON and element[0].tag == _PPR:
        run = element[1]
        if len(run) == 1 and run[0].tag == _T:
            return run[0].text or ""
    tekens = [e.text or "" if e.tag == _T else _teken(e) for e in element.iter(_T, *_TEKENS)]
    return tekens[0] if len(tekens) == 1 else "".join(tekens)


def _teken(element: Element) -> str:
    houder = element.getparent()
    stop = houder is not None and houder.tag == w("tabs")  # where a tab leads to, not a tab
    return "" if stop else _TEKENS[str(element.tag)]
