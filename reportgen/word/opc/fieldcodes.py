"""The codes of Word's fields: which of them read files or run things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.model import ADRES
from reportgen.word.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_GEVAAR = {
    *("DATABASE", "DDE", "DDEAUTO", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT"),
    *("LINK", "RD"),
}
_CODE = re.compile(rb"instr(?:Text)?\b|delInstrText")
_WOORD = re.compile(r"[^A-Za-z{%\\]*([A-Za-z]*)")
_DEEL = re.compile(r"\\\w|\"[^\"]*\"?|[^\s\"\\]\S*")
_MET_WAARDE = {"l", "o", "t"}
"""The switches of a link that take a value: a bookmark, a tip, a window."""
_BEGIN = "\x00"
"""Where a field begins inside the code of another one."""


def dangerous_fields(xml: bytes, deel: str) -> Iterator[str]:
    """Give the code of each field in a part that leads out of the document.

    A code may be split over runs, stand inside another field, or be written in any case.
    """
    if _CODE.search(xml):
        yield from dangerous(parse_xml(xml, deel), met_tags=True)


def dangerous(wortel: Element, *, met_tags: bool = False) -> Iterator[str]:
    """Give the code of each field inside an element that leads out of the document.

    Args:
        wortel: the element.
        met_tags: whether tags in it are filled later; then the address of a link that has one is
            for the filling to judge.
    """
    for code in _codes(wortel):
        if _is_gevaar(code, met_tags=met_tags):
            yield " ".join(code.replace(_BEGIN, " ").split())


def _is_gevaar(code: str, *, met_tags: bool) -> bool:
    woord = _WOORD.match(code)
    if code.lstrip().startswith(_BEGIN) or (woord and woord[1].upper() in _GEVAAR):
        return True  # what a field inside it says could be any of those words
    adres = _adres(code) if woord and woord[1].upper() == "HYPERLINK" else ""
    if not adres or (met_tags and "{{" in adres):
        return False
    return not ADRES.fullmatch(adres)


def _adres(code: str) -> str:
    """Give where a link leads to: its argument that belongs to no switch, or nothing.

    Source: ECMA-376 17.16.5.25 (HYPERLINK).
    """
    begin = code.upper().index("HYPERLINK") + len("HYPERLINK")
    woorden: Iterator[str] = iter(_DEEL.findall(code[begin:]))
    for deel in woorden:
        if not deel.startswith("\\"):
            return deel.strip('"').strip()
        if deel[1:].lower() in _MET_WAARDE:
            next(woorden, "")
    return ""


def _codes(wortel: Element) -> Iterator[str]:
    """Give the code of each field: what stands between its begin and its separator or end."""
    open_: list[list[str]] = [[]]
    resultaat = [False]
    for element in wortel.iter("{*}fldSimple", "{*}fldChar", "{*}instrText", "{*}delInstrText"):
        naam = str(element.tag).rpartition("}")[2]
        soort = _attribuut(element, "fldCharType")
        if naam == "fldSimple":
            yield _attribuut(element, "instr")
        elif naam != "fldChar":
            open_[-1].append(element.text or "")
        elif soort == "begin":
            open_[-1] += [] if resultaat[-1] else [_BEGIN]
            open_.append([])
            resultaat.append(False)
        else:
            yield "".join(open_[-1])
            open_[-1].clear()
            resultaat[-1] = True
            if soort == "end" and open_[1:]:
                open_.pop()
                resultaat.pop()
    yield from map("".join, open_[1:])
    yield "".join(open_[0]).replace(_BEGIN, "")


def _attribuut(element: Element, naam: str) -> str:
    """Give an attribute by its local name."""
    for sleutel, waarde in element.attrib.items():
        if str(sleutel).rpartition("}")[2] == naam:
            return str(waarde)
    return ""
