"""The marks of lists as Word shows them: `2.`, `b)`, `iv.`, `•`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reportgen.word.styles import NUMBERING
from reportgen.word.xml import parse_xml, value, w, whole_number

_ROMEINS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_NIVEAUS = 9


@dataclass(frozen=True, slots=True)
class Niveau:
    """A level of a list: how it counts, from what, and the form of its mark."""

    soort: str
    begin: int
    vorm: str


class Marks:
    """Counts the lists of one document, paragraph by paragraph."""

    def __init__(self, delen: Mapping[str, bytes]) -> None:
        self._lijsten = _lees(delen)
        self._tellers: dict[str, dict[int, int]] = defaultdict(dict)

    def next(self, nummering: tuple[str, int] | None) -> str:
        """Give the mark of the next paragraph of a list (numId, level from 0), or nothing."""
        if nummering is None or nummering[0] not in self._lijsten:
            return ""
        numid, niveau = nummering
        lijst, niveaus = self._lijsten[numid]
        eigen = niveaus.get(niveau, Niveau("bullet", 1, "•"))
        tellers = self._tellers[lijst]
        tellers[niveau] = tellers.get(niveau, eigen.begin - 1) + 1
        for dieper in range(niveau + 1, _NIVEAUS):
            tellers.pop(dieper, None)
        if eigen.soort == "bullet":
            return eigen.vorm
        return re.sub(r"%(\d)", lambda m: self._toon(niveaus, tellers, int(m[1]) - 1), eigen.vorm)

    def _toon(self, niveaus: dict[int, Niveau], tellers: dict[int, int], niveau: int) -> str:
        vorm = niveaus.get(niveau, Niveau("decimal", 1, ""))
        return _TELLINGEN.get(vorm.soort, str)(tellers.get(niveau, vorm.begin))


def _letters(getal: int) -> str:
    """Count as Word does: a … z, aa, bb, …, zz, aaa."""
    return chr(ord("a") + (getal - 1) % 26) * ((getal - 1) // 26 + 1)


def _romeins(getal: int) -> str:
    tekst = ""
    for waarde, teken in _ROMEINS:
        tekst += teken * (getal // waarde)
        getal %= waarde
    return tekst


_TELLINGEN: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": _letters,
    "upperLetter": lambda getal: _letters(getal).upper(),
    "lowerRoman": _romeins,
    "upperRoman": lambda getal: _romeins(getal).upper(),
}


def _lees(delen: Mapping[str, bytes]) -> dict[str, tuple[str, dict[int, Niveau]]]:
    """Give for each numId its abstract list and the levels of that list."""
    if NUMBERING not in delen:
        return {}
    wortel = parse_xml(delen[NUMBERING], NUMBERING)
    abstracten = list(wortel.iter(w("abstractNum")))
    niveaus = {
        abstract.get(w("abstractNumId"), ""): {
            whole_number(lvl.get(w("ilvl"), "0")): Niveau(
                value(lvl, "numFmt", "decimal"),
                whole_number(value(lvl, "start", "1"), 1),
                value(lvl, "lvlText"),
            )
            for lvl in abstract.iter(w("lvl"))
        }
        for abstract in abstracten
    }
    stijlen = {value(a, "styleLink"): a.get(w("abstractNumId"), "") for a in abstracten}
    for abstract in abstracten:
        if stijl := value(abstract, "numStyleLink"):
            niveaus[abstract.get(w("abstractNumId"), "")] = niveaus.get(stijlen.get(stijl, ""), {})
    nums = ((num.get(w("numId"), ""), value(num, "abstractNumId")) for num in wortel.iter(w("num")))
    return {numid: (abstract, niveaus.get(abstract, {})) for numid, abstract in nums}
