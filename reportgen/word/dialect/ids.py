"""Numbers and names that a document may use once, made unique where a loop made copies."""

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
    """Give every copy of a bookmark, content control or drawing its own id, and bookmark its name.

    The first of each keeps what the template gave it, so that references still find it.
    """
    _bladwijzers(wortel)
    _nummer_uniek(wortel.iterfind(f".//{w('sdtPr')}/{w('id')}"), w("val"))
    _nummer_uniek(wortel.iter(_DOCPR), "id")


def _bladwijzers(wortel: Element) -> None:
    begin, eind = w("bookmarkStart"), w("bookmarkEnd")
    starts = list(wortel.iter(begin))
    ids = Counter(start.get(w("id")) for start in starts)
    namen = Counter(start.get(w("name")) for start in starts)
    if max(ids.values(), default=0) < 2 and max(namen.values(), default=0) < 2:  # noqa: PLR2004  a copy
        return
    bezet = {naam or "" for naam in namen}
    gezien: set[str] = set()
    laatste: dict[str, str] = {}
    for nummer, element in enumerate(wortel.iter(begin, eind)):
        oud = element.get(w("id"), "")
        if element.tag == begin:
            laatste[oud] = str(nummer)
            naam = element.get(w("name"), "")
            if naam in gezien:
                element.set(w("name"), _vrije_naam(naam, bezet))
            gezien.add(naam)
        element.set(w("id"), laatste.get(oud, oud))


def _vrije_naam(naam: str, bezet: set[str]) -> str:
    nummer = 2
    while (vrij := f"{naam[: _MAX_NAAM - len(str(nummer)) - 1]}_{nummer}") in bezet:
        nummer += 1
    bezet.add(vrij)
    return vrij


def _nummer_uniek(elementen: Iterable[Element], attribuut: str) -> None:
    gezien: set[int] = set()
    for element in elementen:
        nummer = whole_number(element.get(attribuut, "0"))
        if nummer in gezien:
            nummer = max(gezien) + 1
            element.set(attribuut, str(nummer))
        gezien.add(nummer)


def highest_id(wortel: Element) -> int:
    """Give the highest id of the drawings and bookmarks of a part."""
    ids = [e.get("id", "") for e in wortel.iter(_DOCPR)]
    ids += [e.get(w("id"), "") for e in wortel.iter(w("bookmarkStart"))]
    return max((int(id_) for id_ in ids if id_.isdecimal()), default=0)
