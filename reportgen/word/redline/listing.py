"""The tracked changes of a document as a list: what, by whom, when and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from reportgen.word.dialect.places import Places, part_name, part_names
from reportgen.word.opc.package import HOOFDDEEL, read_document
from reportgen.word.opc.relations import read_relations
from reportgen.word.redline.settling import has_changes, text_parts
from reportgen.word.redline.stamp import RUN
from reportgen.word.xml import W, parse_xml, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Verandering = Literal["ingevoegd", "verwijderd", "opmaak"]

_SOORTEN: Mapping[str, Verandering] = {
    w("ins"): "ingevoegd",
    w("moveTo"): "ingevoegd",
    w("del"): "verwijderd",
    w("moveFrom"): "verwijderd",
}
_P, _TR = w("p"), w("tr")
_TEKST = {w("t"), w("delText")}
_TEKENS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_BEELD = {w("drawing"), w("pict"), w("object")}


@dataclass(frozen=True, slots=True)
class Change:
    """One tracked change: words, a paragraph or a row that came or went, or another look."""

    soort: Verandering
    tekst: str
    """What came or went, or what looks otherwise; a picture is `[beeld]`."""
    auteur: str
    datum: str
    """As the document has it: `2026-05-01T12:00:00Z`."""
    plek: str
    """Where, as a person says it: `hoofdtekst, tabel 1, rij 2, cel 3`."""


def changes(word: bytes) -> tuple[Change, ...]:
    """List the tracked changes of a document in reading order, the body first.

    Raises:
        TemplateError: it is no Word file.
        RenderError: a part is damaged.
    """
    delen = read_document(word, "document")
    relaties = read_relations(delen, HOOFDDEEL)
    doelen = {id_: relatie.doel for id_, relatie in relaties.items()}
    namen = part_names(parse_xml(delen[HOOFDDEEL], HOOFDDEEL, groot=True), doelen)
    gevonden: list[Change] = []
    for deel in sorted(text_parts(delen), key=lambda naam: (naam != HOOFDDEEL, naam)):
        if has_changes(delen[deel]):
            wortel = parse_xml(delen[deel], deel, groot=True)
            gevonden += _List(Places(part_name(deel, namen))).of(wortel)
    return tuple(gevonden)


class _List:
    """Lists the changes of one part."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def of(self, wortel: Element) -> Iterator[Change]:
        gehad: set[Element] = set()
        for element in wortel.iter(_TR, _P):
            if element.tag == _TR and (merk := _mark(element, "trPr")) is not None:
                gehad.update(element.iter(_P))
                yield self._change(merk, _row_text(element), next(element.iter(_P), element))
            elif element.tag == _P and element not in gehad:
                yield from self._paragraph(element)

    def _paragraph(self, alinea: Element) -> Iterator[Change]:
        runs = [run for run in alinea.iter(RUN) if next(run.iterancestors(_P)) is alinea]
        for soort, groep in groupby(runs, key=lambda run: _kind(_around(run))):
            stuk = list(groep)
            merk = _around(stuk[0])
            if soort and merk is not None:
                yield self._change(merk, "".join(map(_text, stuk)), alinea)
        merk = _mark(alinea, "pPr")
        if merk is not None and not self._is_told(merk, alinea, runs):
            yield self._change(merk, "", alinea)
        anders = next(
            (e for e in alinea.iter(f"{{{W}}}*") if str(e.tag).endswith("PrChange")), None
        )
        if anders is not None:
            tekst = "".join(map(_text, runs))
            yield Change("opmaak", tekst, *_who(anders), self._places.of(alinea))

    @staticmethod
    def _is_told(merk: Element, alinea: Element, runs: list[Element]) -> bool:
        """Say whether the words before the end of a paragraph, or those behind it, tell of it."""
        volgend = alinea.getnext()
        erna = [] if runs == [] or volgend is None else list(volgend.iter(RUN))
        rand = [*runs[-1:], *erna[:1]]
        return any(_kind(_around(run)) == (_SOORTEN[str(merk.tag)], *_who(merk)) for run in rand)

    def _change(self, merk: Element, tekst: str, bij: Element) -> Change:
        return Change(_SOORTEN[str(merk.tag)], tekst, *_who(merk), self._places.of(bij))


def _who(merk: Element) -> tuple[str, str]:
    return merk.get(w("author"), ""), merk.get(w("date"), "")


def _mark(element: Element, eigenschappen: str) -> Element | None:
    """Give the mark of a row, or of the end of a paragraph."""
    houder = element.find(w(eigenschappen))
    if houder is not None and eigenschappen == "pPr":
        houder = houder.find(w("rPr"))
    return None if houder is None else next(iter([e for e in houder if e.tag in _SOORTEN]), None)


def _around(run: Element) -> Element | None:
    """Give the mark that a run stands in; what came and went again counts as gone."""
    merken = [ouder for ouder in run.iterancestors() if ouder.tag in _SOORTEN]
    weg = [merk for merk in merken if _SOORTEN[str(merk.tag)] == "verwijderd"]
    return next(iter([*weg, *merken]), None)


def _kind(merk: Element | None) -> tuple[str, str, str] | None:
    return None if merk is None else (_SOORTEN[str(merk.tag)], *_who(merk))


def _row_text(rij: Element) -> str:
    cellen = (cel for cel in rij.iter(w("tc")) if next(cel.iterancestors(_TR)) is rij)
    return "\t".join("\n".join(map(_text, cel.iter(_P))) for cel in cellen)


def _text(element: Element) -> str:
    """Give the words of an element, gone ones too."""
    delen = []
    for kind in element.iter(*_TEKST, *_TEKENS, *_BEELD):
        houder = kind.getparent()
        if kind.tag in _TEKST:
            delen.append(kind.text or "")
        elif kind.tag in _BEELD:
            delen.append("[beeld]")
        elif houder is not None and houder.tag == RUN:
            delen.append(_TEKENS[str(kind.tag)])
    return "".join(delen)
