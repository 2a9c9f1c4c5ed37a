"""Pieces of a part cut loose (los), to stand in another part: no marks of their old document."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.xml import R, W, remove

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_KEUS = f"{{{_MC}}}Choice"
_BEGREPEN = {
    "http://schemas.microsoft.com/office/word/2010/wordml",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "http://schemas.microsoft.com/office/word/2012/wordml",
}
"""Newer words that any Word of today reads, so that no part has to allow for them."""

_SPOREN = ("proofErr", "lastRenderedPageBreak", "permStart", "permEnd", "rsid")
_BRONNEN = ("dataBinding", "placeholder")
"""What ties a content control to parts of its old document; its content stands in the text."""


def strip(wortel: Element) -> None:
    """Take away what only its old document knows: marks of editing, newer words nobody needs.

    What `mc:Ignorable` names may be ignored by its own account (ECMA-376 part 3, 7.2): its
    attributes on other elements go (`w14:paraId`), and its elements but for those that every Word
    now reads, or that have another one in their place (`mc:Choice`).
    """
    negeerbaar = _negeerbaar(wortel)
    for element in list(wortel.iter(etree.Element)):
        ruimte, naam = _ontleed(str(element.tag))
        weg = ruimte in negeerbaar - _BEGREPEN and next(element.iterancestors(_KEUS), None) is None
        if weg or (ruimte == W and naam in _SPOREN) or naam in _BRONNEN:
            remove(element)
            continue
        for kenmerk in list(element.attrib):
            van, kort = _ontleed(str(kenmerk))
            vreemd = van in negeerbaar - {ruimte}
            if vreemd or van == _MC or (van == W and kort.startswith("rsid")):
                del element.attrib[kenmerk]


def loosen(element: Element) -> str:
    """Write an element with the namespaces it needs, but for w and r: every part has those."""
    voorvoegsels = {
        naam: uri
        for keus in element.iter(_KEUS)
        for naam in keus.get("Requires", "").split()
        if (uri := keus.nsmap.get(naam))
    }
    los = copy.deepcopy(element)
    etree.cleanup_namespaces(los)
    kop, haak, rest = etree.tostring(los, encoding="unicode", with_tail=False).partition(">")
    for naam, uri in (("w", W), ("r", R)):
        kop = kop.replace(f' xmlns:{naam}="{uri}"', "")
    for naam, uri in sorted(voorvoegsels.items()):
        if f" xmlns:{naam}=" not in kop:
            kop = re.sub(r"^<[^\s/>]+", rf'\g<0> xmlns:{naam}="{uri}"', kop)
    return f"{kop}{haak}{rest}"


def _negeerbaar(wortel: Element) -> set[str]:
    """Give the namespaces that a part allows a reader to ignore."""
    ruimten = set()
    for element in wortel.iter(etree.Element):
        for naam in element.get(f"{{{_MC}}}Ignorable", "").split():
            ruimten.add(element.nsmap.get(naam) or naam)
    return ruimten


def _ontleed(naam: str) -> tuple[str, str]:
    ruimte, _, kort = naam.rpartition("}")
    return ruimte[1:], kort
