"""The sections of a body that keeps its own pages: they begin on a new one, and inherit no header.

Source: ECMA-376 17.6 (sections), 17.10.5 (a header that a section lacks is that of the section
before it).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.xml import R, see_through, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_A4 = {w("w"): "11906", w("h"): "16838"}
_RAND = dict.fromkeys(map(w, ("top", "right", "bottom", "left")), "1417")
_RAND |= {w("header"): "708", w("footer"): "708", w("gutter"): "0"}
_NIEUWE_PAGINA = {"nextPage", "oddPage", "evenPage"}
_SOORTEN = ("default", "first", "even")
_LAAG = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
"""The spacing of a paragraph that only ends a section, and should take no room."""


def settle(body: Element) -> None:
    """Let a body have a last section, and its first one begin on a new page."""
    if body.find(w("sectPr")) is None:
        sectie = etree.SubElement(body, w("sectPr"))
        etree.SubElement(sectie, w("pgSz"), _A4)
        etree.SubElement(sectie, w("pgMar"), _RAND)
    secties = _secties(body)
    eerste = secties[0]
    if value(eerste, "type") not in _NIEUWE_PAGINA:
        eerste[:] = [kind for kind in eerste if kind.tag != w("type")]
    for sectie in secties:  # a printer is a part of its own, of somebody's desk
        sectie[:] = [kind for kind in sectie if kind.tag != w("printerSettings")]


def shut_off(body: Element, leeg: Callable[[str], str], *, even: bool) -> None:
    """Let a body print no header of what stands before it, and no footer where it has its own.

    Without a footer of its own it goes on with the one before: the page numbers run on.

    Args:
        body: the body, with the relationships of its new place.
        leeg: gives the relationship to an empty `header` or `footer` there.
        even: whether even pages have headers of their own there.
    """
    secties = _secties(body)
    for naam in ("header", "footer"):
        eigen = [_verwijzingen(sectie, naam) for sectie in secties]
        for sectie, heeft in zip(secties, eigen, strict=True):
            if even and "default" in heeft and "even" not in heeft:
                _verwijs(sectie, naam, "even", heeft["default"])
        if naam == "header" or any(eigen):
            heeft = _verwijzingen(secties[0], naam)
            for soort in _SOORTEN:
                if soort not in heeft:
                    _verwijs(secties[0], naam, soort, leeg(naam))


def end_body(body: Element) -> None:
    """Move the last section of a body to its last paragraph, so that another body can follow."""
    sectie = body.find(w("sectPr"))
    if sectie is None:
        return
    alinea = sectie.getprevious()
    if alinea is None or alinea.tag != w("p") or _sectie_van(alinea) is not None:
        alinea = _lage_alinea()
        sectie.addprevious(alinea)
    if (ppr := alinea.find(w("pPr"))) is None:
        ppr = etree.Element(w("pPr"))
        alinea.insert(0, ppr)
    ppr.append(sectie)


def _lage_alinea() -> Element:
    """Make a paragraph that takes no room."""
    alinea = etree.Element(w("p"))
    vorm = {w(naam): waarde for naam, waarde in _LAAG.items()}
    etree.SubElement(etree.SubElement(alinea, w("pPr")), w("spacing"), vorm)
    return alinea


def _secties(body: Element) -> list[Element]:
    """Give the properties of every section, in order."""
    gevonden = (
        blok if blok.tag == w("sectPr") else _sectie_van(blok) for blok in see_through(body)
    )
    return [sectie for sectie in gevonden if sectie is not None]


def _sectie_van(blok: Element) -> Element | None:
    return blok.find(f"{w('pPr')}/{w('sectPr')}") if blok.tag == w("p") else None


def _verwijzingen(sectie: Element, naam: str) -> dict[str, str]:
    """Give the relationships to the headers or footers of a section, by kind of page."""
    return {
        verwijzing.get(w("type"), "default"): verwijzing.get(f"{{{R}}}id", "")
        for verwijzing in sectie.iterchildren(w(f"{naam}Reference"))
    }


def _verwijs(sectie: Element, naam: str, soort: str, rid: str) -> None:
    kenmerken = {w("type"): soort, f"{{{R}}}id": rid}
    sectie.insert(0, etree.Element(w(f"{naam}Reference"), kenmerken))
