"""The style sheet of a document as a reader needs it, read once for all documents that share it.

The chapters of one template do: a batch, or a check of a template, reads it one time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from reportgen.word.shades import LEEG, Vorm, first_of, form, letters, shading
from reportgen.word.styles import STYLES, Style, ancestry, styles_in
from reportgen.word.xml import parse_xml, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

HEEL = "wholeTable"
"""The part of a style that is no part: what it says everywhere."""
_TAAL = f"{w('rPr')}/{w('lang')}"
_DEEL = w("tblStylePr")


@dataclass(frozen=True, eq=False)
class Stijlblad:
    """The styles of a document: for its text, and for its colours."""

    taal: str = ""
    """The language of text that says nothing else: of the default style, or of the defaults."""
    stijlen: Mapping[str, Style] = field(default_factory=dict)
    """Every style by its id."""
    vormen: Mapping[str, Mapping[str, Vorm]] = field(default_factory=dict)
    """What every style says, by its id; of a table style each of its parts, `HEEL` the first."""
    vast: Mapping[str, str] = field(default_factory=dict)
    """The id of the default style of each type."""
    basis: Vorm = LEEG
    """What is so where no style says anything."""

    def known(self, stijl: str, type_: str) -> str:
        """Give the style that Word takes for this one: the default for one that is not there."""
        return stijl if stijl in self.vormen else self.vast.get(type_, "")

    def form(self, stijl: str) -> Vorm:
        """Give what a style says everywhere."""
        return self.vormen[stijl][HEEL] if stijl in self.vormen else LEEG


def stylesheet(delen: Mapping[str, bytes]) -> Stijlblad:
    """Read the style sheet of a document."""
    return _read(delen[STYLES]) if STYLES in delen else Stijlblad()


@lru_cache(maxsize=8)
def _read(xml: bytes) -> Stijlblad:
    wortel = parse_xml(xml, STYLES)
    elementen = {e.get(w("styleId"), ""): e for e in wortel.iterfind(w("style"))}
    vast = {
        e.get(w("type"), ""): e
        for e in elementen.values()
        if e.get(w("default")) in ("1", "true", "on")
    }
    return Stijlblad(
        taal=_language(wortel, vast.get("paragraph")),
        stijlen={stijl.id: stijl for stijl in styles_in(wortel)},
        vormen=_forms(elementen),
        vast={type_: e.get(w("styleId"), "") for type_, e in vast.items()},
        basis=_defaults(wortel),
    )


def _forms(elementen: Mapping[str, Element]) -> dict[str, Mapping[str, Vorm]]:
    """Read what every style says together with those under it, part by part."""
    eigen = {element: _own(element) for element in elementen.values()}
    return {
        id_: _over([eigen[stap] for stap in ancestry(element, elementen)])
        for id_, element in elementen.items()
    }


def _own(stijl: Element) -> dict[str, Vorm]:
    delen = {deel.get(w("type"), ""): form(deel) for deel in stijl.iterfind(_DEEL)}
    heel = delen.pop(HEEL, LEEG)
    return {HEEL: first_of((heel, form(stijl))), **delen}


def _over(keten: Sequence[Mapping[str, Vorm]]) -> dict[str, Vorm]:
    """Lay styles over each other, the nearest first."""
    namen = dict.fromkeys(chain.from_iterable(keten))
    return {naam: first_of([stap[naam] for stap in keten if naam in stap]) for naam in namen}


def _defaults(wortel: Element) -> Vorm:
    rpr, ppr = (
        wortel.find(f"{w('docDefaults')}/{w(f'{naam}Default')}/{w(naam)}")
        for naam in ("rPr", "pPr")
    )
    return letters(rpr)._replace(alinea=shading(ppr))


def _language(wortel: Element, gewoon: Element | None) -> str:
    taal = gewoon.find(_TAAL) if gewoon is not None else None
    if taal is None or not taal.get(w("val")):
        taal = wortel.find(f"{w('docDefaults')}/{w('rPrDefault')}/{_TAAL}")
    return taal.get(w("val"), "") if taal is not None else ""
