"""The styles of a template by name, and the lists that they number.

Names, because the ids are translated: in Dutch Word `heading 1` has the id `Kop1`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.word.xml import parse_xml, value, w, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"


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
    wortel = parse_xml(delen[STYLES], STYLES)
    nums = _nums(delen)
    elementen = {e.get(w("styleId"), ""): e for e in wortel.iter(w("style"))}
    stijlen = (_style(e, elementen, nums) for e in elementen.values())
    return {stijl.naam.lower(): stijl for stijl in stijlen}


def _nums(delen: Mapping[str, bytes]) -> set[str]:
    if NUMBERING not in delen:
        return set()
    return {n.get(w("numId"), "") for n in parse_xml(delen[NUMBERING], NUMBERING).iter(w("num"))}


def _style(element: Element, alle: Mapping[str, Element], nums: set[str]) -> Style:
    naam = value(element, "name") or ""
    keten = list(_keten(element, alle))
    nummering = next((n for e in keten if (n := numbering_of(e.find(w("pPr"))))), None)
    if nummering and nummering[0] not in nums:
        nummering = None
    omtrek = next((o for e in keten if (o := _omtrek(e)) is not None), None)
    kop = naam.lower().removeprefix("heading ")
    niveau = int(kop) if kop.isdecimal() and naam.lower() != kop else omtrek
    return Style(element.get(w("styleId"), ""), naam, nummering, niveau)


def numbering_of(ppr: Element | None) -> tuple[str, int] | None:
    """Give numId and level (from 0) of paragraph properties; numId 0 takes a list away."""
    numpr = ppr.find(w("numPr")) if ppr is not None else None
    if numpr is None or not (numid := value(numpr, "numId")):
        return None
    return numid, whole_number(value(numpr, "ilvl"))


def _keten(element: Element, alle: Mapping[str, Element]) -> list[Element]:
    keten: list[Element] = []
    volgend: Element | None = element
    while volgend is not None and volgend not in keten:
        keten.append(volgend)
        volgend = alle.get(value(volgend, "basedOn") or "")
    return keten


def _omtrek(element: Element) -> int | None:
    ppr = element.find(w("pPr"))
    niveau = value(ppr, "outlineLvl") if ppr is not None else None
    getal = whole_number(niveau or "", 9)
    return getal + 1 if getal < 9 else None  # noqa: PLR2004  9 is body text


def bulleted(delen: Mapping[str, bytes]) -> dict[str, bool]:
    """Say of each list, by its numId, whether its first level has bullets instead of numbers."""
    if NUMBERING not in delen:
        return {}
    wortel = parse_xml(delen[NUMBERING], NUMBERING)
    vormen = {
        abstract.get(w("abstractNumId"), ""): value(lvl, "numFmt", "decimal")
        for abstract in wortel.iter(w("abstractNum"))
        for lvl in list(abstract.iter(w("lvl")))[:1]
    }
    nums = ((num.get(w("numId"), ""), value(num, "abstractNumId")) for num in wortel.iter(w("num")))
    return {num: vormen.get(abstract, "decimal") in ("bullet", "none") for num, abstract in nums}
