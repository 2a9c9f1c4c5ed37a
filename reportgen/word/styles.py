"""The styles of a template by name, and the lists that they number.

Names, because the ids are translated: in Dutch Word `heading 1` has the id `Kop1`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.word.xml import child, parse_xml, value, w, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
_DIEPST = 8
"""The deepest level of a list, from 0. Source: ECMA-376 17.9.3."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its id, its name, and the numbering (numId, level) it has or inherits."""

    id: str
    naam: str
    nummering: tuple[str, int] | None = None
    niveau: int | None = None
    """Heading level from 1, by name or outline level."""


def read_styles(delen: Mapping[str, bytes]) -> dict[str, Style]:
    """Read the styles of a package, by name in lower case, as Word compares them."""
    if STYLES not in delen:
        return {}
    nums = lists_of(parse_xml(delen[NUMBERING], NUMBERING)) if NUMBERING in delen else {}
    stijlen = (_with_list(stijl, nums) for stijl in styles_in(parse_xml(delen[STYLES], STYLES)))
    return {stijl.naam.lower(): stijl for stijl in stijlen}


def styles_in(wortel: Element) -> Iterator[Style]:
    """Read the styles of a part of styles; whether their lists exist, that part does not say."""
    elementen = {e.get(w("styleId"), ""): e for e in wortel.iter(w("style"))}
    return (_style(e, elementen) for e in elementen.values())


def _with_list(stijl: Style, nums: Container[str]) -> Style:
    """Take away the list of a style that is not there."""
    weg = stijl.nummering is not None and stijl.nummering[0] not in nums
    return replace(stijl, nummering=None) if weg else stijl


def lists_of(wortel: Element) -> dict[str, tuple[Element, Element]]:
    """Give each list of a numbering part by its numId: its `w:num` and its abstract list.

    A list may lean on a list style, and then has the abstract list of that style. One whose
    abstract list is gone, as in a file edited by hand, is no list.
    """
    abstracten = {a.get(w("abstractNumId"), ""): a for a in wortel.iter(w("abstractNum"))}
    van_stijl: dict[str, Element] = {}
    for abstract in abstracten.values():
        if stijl := value(abstract, "styleLink"):
            van_stijl.setdefault(stijl, abstract)
    eigen = {nr: van_stijl.get(value(a, "numStyleLink"), a) for nr, a in abstracten.items()}
    nums = ((num, value(num, "abstractNumId")) for num in wortel.iter(w("num")))
    return {num.get(w("numId"), ""): (num, eigen[nr]) for num, nr in nums if nr in eigen}


def _style(element: Element, alle: Mapping[str, Element]) -> Style:
    naam = value(element, "name") or ""
    keten = ancestry(element, alle)
    nummering = next((n for e in keten if (n := numbering_of(e.find(w("pPr"))))), None)
    omtrek = next((o for e in keten if (o := _omtrek(e)) is not None), None)
    kop = naam.lower().removeprefix("heading ")
    niveau = int(kop) if kop.isdecimal() and naam.lower() != kop else omtrek
    return Style(element.get(w("styleId"), ""), naam, nummering, niveau)


def numbering_of(ppr: Element | None) -> tuple[str, int] | None:
    """Give numId and level (from 0) of paragraph properties; numId 0 takes a list away."""
    numpr = child(ppr, w("numPr")) if ppr is not None else None
    if numpr is None or not (numid := value(numpr, "numId")):
        return None
    return numid, min(max(whole_number(value(numpr, "ilvl")), 0), _DIEPST)


def ancestry(element: Element, alle: Mapping[str, Element]) -> list[Element]:
    """Give a style and what it is based on, the nearest first; a circle ends where it closes."""
    keten: dict[Element, None] = {}
    volgend: Element | None = element
    while volgend is not None and volgend not in keten:
        keten[volgend] = None
        volgend = alle.get(value(volgend, "basedOn") or "")
    return [*keten]


def _omtrek(element: Element) -> int | None:
    ppr = element.find(w("pPr"))
    niveau = value(ppr, "outlineLvl") if ppr is not None else None
    getal = whole_number(niveau or "", 9)
    return getal + 1 if getal < 9 else None  # noqa: PLR2004  9 is body text


def bulleted(delen: Mapping[str, bytes]) -> dict[str, bool]:
    """Say of each list, by its numId, whether its first level has bullets instead of numbers."""
    if NUMBERING not in delen:
        return {}
    lijsten = lists_of(parse_xml(delen[NUMBERING], NUMBERING))
    stippen = {abstract: _stip(abstract) for abstract in {a for _, a in lijsten.values()}}
    return {num: stippen[abstract] for num, (_, abstract) in lijsten.items()}


def _stip(abstract: Element) -> bool:
    lvl = next(abstract.iter(w("lvl")), None)
    return lvl is not None and value(lvl, "numFmt", "decimal") in ("bullet", "none")
