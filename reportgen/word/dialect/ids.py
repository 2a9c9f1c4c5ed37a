"""Numbers and names that a document may use once, made so in a template before it is compiled."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportgen.word.xml import w, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

_DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_MAX_NAAM = 40
"""Word keeps forty characters of a bookmark's name."""


def renumber(wortel: Element) -> None:
    """Give every bookmark, content control and drawing of a part an id, and bookmarks a name.

    The first of each keeps what it has, so that references still find it.
    """
    _bladwijzers(wortel)
    _nummer_uniek(wortel.iterfind(f".//{w('sdtPr')}/{w('id')}"), w("val"))
    _nummer_uniek(wortel.iter(_DOCPR), "id")


def _bladwijzers(wortel: Element) -> None:
    begin, eind = w("bookmarkStart"), w("bookmarkEnd")
    starts = list(wortel.iter(begin))
    ids = Counter(start.get(w("id")) for start in starts)
    namen = Counter(start.get(w("name"), "") for start in starts)
    if max(ids.values(), default=0) < 2 and max(namen.values(), default=0) < 2:  # noqa: PLR2004  two
        return
    bezet = set(namen)
    gezien: Counter[str] = Counter()
    laatste: dict[str, str] = {}
    for nummer, element in enumerate(wortel.iter(begin, eind)):
        oud = element.get(w("id"), "")
        if element.tag == begin:
            laatste[oud] = str(nummer)
            naam = element.get(w("name"), "")
            gezien[naam] += 1
            if gezien[naam] > 1 and "{" not in naam:  # a tag says what each is called
                gezien[naam], vrij = _vrije_naam(naam, gezien[naam], bezet)
                element.set(w("name"), vrij)
        element.set(w("id"), laatste.get(oud, oud))


def _vrije_naam(naam: str, nummer: int, bezet: set[str]) -> tuple[int, str]:
    """Give a name that no bookmark has, and the number in it, from some number on."""
    while (vrij := f"{naam[: _MAX_NAAM - len(str(nummer)) - 1]}_{nummer}") in bezet:
        nummer += 1
    bezet.add(vrij)
    return nummer, vrij


def _nummer_uniek(elementen: Iterable[Element], attribuut: str) -> None:
    alle = list(elementen)
    hoogste = max((whole_number(e.get(attribuut, "0")) for e in alle), default=0)
    gezien: set[int] = set()
    for element in alle:
        nummer = whole_number(element.get(attribuut, "0"))
        if nummer in gezien:
            nummer = hoogste = hoogste + 1
            element.set(attribuut, str(nummer))
        gezien.add(nummer)


def highest_id(wortel: Element) -> int:
    """Give the highest id of the drawings and bookmarks of a part."""
    ids = [e.get("id", "") for e in wortel.iter(_DOCPR)]
    ids += [e.get(w("id"), "") for e in wortel.iter(w("bookmarkStart"))]
    return max(map(whole_number, ids), default=0)
