"""A Word file becomes its flow: paragraphs as a person wrote them, with links, looks and lists.

The outline tells what a reader meets; the flow keeps what a text is written back from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.tekst import Stuk
from reportgen.word.numbering import Marks
from reportgen.word.opc.package import read_document
from reportgen.word.opc.relations import Relatie, read_relations
from reportgen.word.pictures import pictures, text_boxes
from reportgen.word.runs import Runs
from reportgen.word.styles import Style, numbering_of
from reportgen.word.stylesheet import Stijlblad, stylesheet
from reportgen.word.xml import child, parse_xml, see_through, w, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BODY = "word/document.xml"
_P, _TBL, _TR, _TC, _PPR = (w(naam) for naam in ("p", "tbl", "tr", "tc", "pPr"))
_T, _TAB = w("t"), w("tab")
_WIT = {_P: "\n", _TAB: "\t"}
_OPEN = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))
_BUITEN = (
    ("/header", "koptekst", _P),
    ("/footer", "voettekst", _P),
    ("/footnotes", "voetnoot", w("footnote")),
    ("/endnotes", "eindnoot", w("endnote")),
    ("/comments", "opmerking", w("comment")),
)
"""What stands outside the body, in words, and what of it is one text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as it was written: its runs, the name of its style, its place in a list."""

    stukken: tuple[Stuk, ...]
    stijl: str = ""
    """In lower case, as Word compares names."""
    kop: int | None = None
    nummer: str = ""
    """The mark of the list as shown."""
    genummerd: bool = False
    """Whether that mark counts, and is no bullet."""
    lijst: str = ""
    """Which list it is an item of."""
    niveau: int = 0
    """How deep in that list, from 0."""
    vet: bool = False
    """Whether every letter is bold, by its run or by its style."""
    beelden: tuple[str, ...] = ()
    """The alternative texts of the pictures in it."""

    @property
    def tekst(self) -> str:
        """Its text, tabs and line breaks included."""
        return "".join(stuk.tekst for stuk in self.stukken)


Cel = tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Raster:
    """A table: the paragraphs of each cell, row by row; a wide cell is followed by empty ones."""

    rijen: tuple[tuple[Cel, ...], ...]

    def teksten(self) -> list[list[str]]:
        """Give the text of every cell, its paragraphs on lines of their own."""
        return [
            ["\n".join(p.tekst for p in cel).strip(" \t\n") for cel in rij] for rij in self.rijen
        ]


@dataclass(frozen=True, slots=True)
class Flow:
    """A document in the order in which it is written."""

    inhoud: tuple[Passage | Raster, ...]
    buiten: tuple[tuple[str, str], ...] = ()
    """What stands outside it: in words where (`koptekst`, `opmerking`), and the text."""
    openstaand: bool = False
    """Whether there are tracked changes that nobody accepted; they are read as if accepted."""


def flow(word: bytes) -> Flow:
    """Read the flow of a Word file.

    Raises:
        TemplateError: it is no Word file.
        RenderError: a part of it is damaged.
    """
    delen = read_document(word, "document")
    wortel = parse_xml(delen[_BODY], _BODY, groot=True)
    body = wortel.find(w("body"))
    body = wortel if body is None else body
    relaties = read_relations(delen, _BODY)
    lezer = _Lezer(stylesheet(delen), Marks(delen), relaties)
    return Flow(
        inhoud=tuple(lezer.inhoud(body)),
        buiten=(*(("tekstvak", t) for t in text_boxes(body)), *_outside(delen, relaties)),
        openstaand=next(body.iter(*_OPEN), None) is not None,
    )


def _outside(
    delen: Mapping[str, bytes], relaties: Mapping[str, Relatie]
) -> Iterator[tuple[str, str]]:
    """Give what headers, footers, notes and comments say, once where it is the same."""
    gezien: set[tuple[str, str]] = set()
    for relatie in relaties.values():
        for soort, woord, tag in _BUITEN:
            if not relatie.soort.endswith(soort) or relatie.doel not in delen:
                continue
            for element in parse_xml(delen[relatie.doel], relatie.doel, groot=True).iter(tag):
                vondst = (woord, _plain(element).strip())
                if vondst[1] and vondst not in gezien:
                    gezien.add(vondst)
                    yield vondst


def _plain(element: Element) -> str:
    """Give the text of an element, its paragraphs and tabs apart."""
    kinderen = element.iter(_T, _TAB, _P)
    return "".join(_WIT.get(str(kind.tag), kind.text or "") for kind in kinderen)


class _Lezer:
    """Walks one document; keeps count of its lists on the way."""

    def __init__(self, blad: Stijlblad, marks: Marks, relaties: Mapping[str, Relatie]) -> None:
        self._blad = blad
        self._marks = marks
        self._runs = Runs(blad, {nr: r.doel for nr, r in relaties.items() if r.extern})
        self._standaard = blad.stijlen.get(blad.vast.get("paragraph", ""), Style("", ""))

    def inhoud(self, houder: Element) -> Iterator[Passage | Raster]:
        """Give the paragraphs and tables of a holder."""
        for kind in see_through(houder):
            if kind.tag == _P:
                yield self._passage(kind)
            elif kind.tag == _TBL:
                yield self._raster(kind)

    def _passage(self, element: Element) -> Passage:
        ppr = child(element, _PPR)
        stijl = self._stijl(ppr)
        nummering = numbering_of(ppr) or stijl.nummering
        nummer = self._marks.next(nummering)
        stukken, vet = self._runs.read(element, stijl.id)
        return Passage(
            stukken,
            stijl.naam.lower(),
            stijl.niveau,
            nummer,
            self._marks.counts(nummering),
            nummering[0] if nummering and nummer else "",
            nummering[1] if nummering and nummer else 0,
            vet,
            tuple(beeld.tekst for beeld in pictures(element) if not beeld.decoratief),
        )

    def _stijl(self, ppr: Element | None) -> Style:
        pstyle = child(ppr, w("pStyle")) if ppr is not None else None
        if pstyle is None:
            return self._standaard
        return self._blad.stijlen.get(pstyle.get(w("val"), ""), self._standaard)

    def _raster(self, element: Element) -> Raster:
        rijen = (kind for kind in see_through(element) if kind.tag == _TR)
        return Raster(tuple(tuple(self._cellen(rij)) for rij in rijen))

    def _cellen(self, rij: Element) -> Iterator[Cel]:
        for cel in see_through(rij):
            if cel.tag != _TC:
                continue
            yield tuple(self._in_cel(cel))
            span = cel.find(f"{w('tcPr')}/{w('gridSpan')}")
            breed = whole_number(span.get(w("val"), "1"), 1) if span is not None else 1
            yield from ((),) * (min(breed, 64) - 1)

    def _in_cel(self, cel: Element) -> Iterator[Passage]:
        """Give the paragraphs of a cell, those of a table in it included."""
        for deel in self.inhoud(cel):
            if isinstance(deel, Passage):
                yield deel
            else:
                yield from (p for rij in deel.rijen for binnen in rij for p in binnen)
