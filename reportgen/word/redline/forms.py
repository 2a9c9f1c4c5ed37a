"""The properties of paragraphs that both documents have: those of before are kept beside them."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.redline.carrying import Carrying, plain
from reportgen.word.redline.stamp import Stamp
from reportgen.word.styles import numbering_of
from reportgen.word.xml import child, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PPR, _LIJST = w("pPr"), w("numPr")


class Forms:
    """Marks what changed in the properties of paragraphs."""

    def __init__(self, carrying: Carrying, stamp: Stamp) -> None:
        self._carrying = carrying
        self._stamp = stamp
        self._bekend: dict[tuple[bytes, bytes], bool] = {}

    def keep(self, oud: Element, nieuw: Element) -> None:
        """Keep the properties of an old paragraph in the new one, where they differ."""
        sleutel = _raw(oud), _raw(nieuw)
        if sleutel not in self._bekend:
            was = self._form(self._carrying.properties(oud))
            self._bekend[sleutel] = was == self._form(child(nieuw, _PPR))
        if not self._bekend[sleutel]:
            self._stamp.form(nieuw, self._carrying.properties(oud))

    def _form(self, ppr: Element | None) -> object:
        """Give properties so that equal ones are equal: however written, by a style or not."""
        if ppr is None:
            return None
        los = plain(copy.deepcopy(ppr))
        stijl = self._carrying.stijlen.get(value(los, "pStyle"))
        lijst = numbering_of(los) or (stijl.nummering if stijl else None)
        eigen = [_told(kind) for kind in los if kind.tag != _LIJST]
        return (eigen, lijst) if eigen or lijst else None


def _raw(alinea: Element) -> bytes:
    ppr = child(alinea, _PPR)
    return b"" if ppr is None else etree.tostring(ppr, with_tail=False)


def _told(element: Element) -> object:
    kenmerken = sorted((str(naam), str(waarde)) for naam, waarde in element.attrib.items())
    return element.tag, kenmerken, [_told(kind) for kind in element]
