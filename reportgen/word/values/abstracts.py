"""Abstract lists to make others after: written anew for each list that must count for itself."""

from __future__ import annotations

import copy
import zlib
from typing import TYPE_CHECKING

from reportgen.word.values.loose import loosen
from reportgen.word.xml import remove, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

VAN_STIJLEN = ("pStyle", "styleLink", "numStyleLink")
"""What ties a list to styles, of which it can be the only list."""

_NUMMER = "\ufdd0"
_KENMERKEN = {"nsid": "\ufdd1", "tmpl": "\ufdd2"}
"""By what Word tells lists apart, and what marks its place."""


class Model:
    """An abstract list to make others after: its text, with marks where its own ids go."""

    __slots__ = ("_xml",)

    def __init__(self, abstract: Element) -> None:
        """Begin with a list that is free of its styles."""
        lijst = copy.deepcopy(abstract)
        lijst.set(w("abstractNumId"), _NUMMER)
        for naam, teken in _KENMERKEN.items():
            if (kenmerk := lijst.find(w(naam))) is not None:
                kenmerk.set(w("val"), teken)
        self._xml = loosen(lijst)

    def __call__(self, nummer: int) -> str:
        """Write it with ids of its own, derived from its number."""
        xml = self._xml.replace(_NUMMER, str(nummer))
        for naam, teken in _KENMERKEN.items():
            if teken in xml:
                xml = xml.replace(teken, f"{zlib.crc32(f'{naam}{nummer}'.encode()):08X}")
        return xml


def without(element: Element, namen: Iterable[str]) -> Element:
    """Copy a piece of a list, without the elements of some names."""
    los = copy.deepcopy(element)
    for kind in list(los.iter(*map(w, namen))):
        remove(kind)
    return los
