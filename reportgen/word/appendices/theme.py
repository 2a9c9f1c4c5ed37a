"""The theme of a document written out in its text: another document may have another, or none.

Colours carry what the theme made of them already (ECMA-376 17.3.2.6); fonts do not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.word.opc.package import HOOFDDEEL
from reportgen.word.opc.relations import read_relations
from reportgen.word.xml import A, R, parse_xml, to_bytes, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NOEMT = re.compile(rb"[Tt]heme\w*=")
_LETTERS = {w(f"{naam}Theme"): w(naam) for naam in ("ascii", "hAnsi", "eastAsia")}
_LETTERS |= {w("cstheme"): w("cs")}
_SCHRIFT = {"EastAsia": "ea", "Bidi": "cs"}
"""The scripts of a theme that have a font of their own; all others are Latin to it."""


def without_theme(delen: Mapping[str, bytes]) -> dict[str, bytes]:
    """Write out, in every part of the text, what its theme says of fonts and colours."""
    tekst = re.compile(r"word/\w+\.xml")
    namen = [n for n, xml in delen.items() if tekst.fullmatch(n) and _NOEMT.search(xml)]
    letters = _fonts(delen) if namen else {}
    return {**delen, **{naam: _written(delen[naam], naam, letters) for naam in namen}}


def _fonts(delen: Mapping[str, bytes]) -> dict[str, str]:
    """Give the fonts of the theme, by their names in the text: `majorHAnsi`."""
    doelen = (r.doel for r in read_relations(delen, HOOFDDEEL).values() if r.soort == f"{R}/theme")
    deel = next((doel for doel in doelen if doel in delen), "")
    wortel = parse_xml(delen[deel], deel) if deel else None
    return {
        f"{soort}{schrift}": _font(wortel, soort, _SCHRIFT.get(schrift, "latin"))
        for soort in ("major", "minor")
        for schrift in ("Ascii", "HAnsi", "EastAsia", "Bidi")
    }


def _font(wortel: Element | None, soort: str, schrift: str) -> str:
    pad = f".//{{{A}}}{soort}Font/{{{A}}}{schrift}"
    element = wortel.find(pad) if wortel is not None else None
    return "" if element is None else element.get("typeface", "")


def _written(xml: bytes, naam: str, letters: Mapping[str, str]) -> bytes:
    wortel = parse_xml(xml, naam)
    for element in wortel.iter("{*}*"):
        for kenmerk in map(str, list(element.attrib)):
            if kenmerk in _LETTERS:
                if letter := letters.get(str(element.attrib.pop(kenmerk)), ""):
                    element.set(_LETTERS[kenmerk], letter)
            elif kenmerk.startswith(w("theme")):
                del element.attrib[kenmerk]
    return to_bytes(wortel)
