"""The marks of lists as Word shows them: `2.`, `b)`, `iv.`, `•`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from reportgen.word.styles import NUMBERING, lists_of
from reportgen.word.xml import parse_xml, value, w, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ROMEINS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_NIVEAUS = 9
_HOOGSTE = 32_767
"""What Word counts to, and lets a list begin at."""

_LANGST = 255
"""The longest mark; Word has no longer form of one."""


@dataclass(frozen=True, slots=True)
class Niveau:
    """A level of a list: how it counts, from what, and the form of its mark."""

    soort: str
    begin: int
    vorm: str


class Marks:
    """Counts the lists of one document, paragraph by paragraph."""

    def __init__(self, delen: Mapping[str, bytes]) -> None:
        self._lijsten = _lees(delen[NUMBERING]) if NUMBERING in delen else {}
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
        toon = partial(self._toon, niveaus, tellers)
        return re.sub(r"%([0-9])", toon, eigen.vorm, count=_NIVEAUS)[:_LANGST]

    def counts(self, nummering: tuple[str, int] | None) -> bool:
        """Say whether a list (numId, level from 0) has numbers or letters, and no bullets."""
        if nummering is None or nummering[0] not in self._lijsten:
            return False
        niveau = self._lijsten[nummering[0]][1].get(nummering[1])
        return niveau is not None and niveau.soort not in ("bullet", "none")

    @staticmethod
    def _toon(niveaus: Mapping[int, Niveau], tellers: dict[int, int], plek: re.Match[str]) -> str:
        niveau = int(plek[1]) - 1
        vorm = niveaus.get(niveau, Niveau("decimal", 1, ""))
        return _TELLINGEN.get(vorm.soort, str)(tellers.get(niveau, vorm.begin))


def counted(getal: int, soort: str) -> str:
    """Write a number in a form of Word (`lowerRoman`), or in figures where that has none for it."""
    return _TELLINGEN.get(soort, str)(getal) or str(getal)


def _letters(getal: int) -> str:
    """Count as Word does: a … z, aa, bb, …, zz, aaa."""
    rest = min(getal, _HOOGSTE) - 1
    return chr(ord("a") + rest % 26) * (rest // 26 + 1)


def _romeins(getal: int) -> str:
    tekst, getal = "", min(getal, _HOOGSTE)
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


@lru_cache(maxsize=8)
def _lees(xml: bytes) -> Mapping[str, tuple[str, Mapping[int, Niveau]]]:
    """Give for each numId its abstract list and the levels of that list; chapters share them."""
    lijsten = lists_of(parse_xml(xml, NUMBERING))
    niveaus = {abstract: _niveaus(abstract) for abstract in {a for _, a in lijsten.values()}}
    return {nr: (value(num, "abstractNumId"), niveaus[a]) for nr, (num, a) in lijsten.items()}


def _niveaus(abstract: Element) -> dict[int, Niveau]:
    return {
        whole_number(lvl.get(w("ilvl"), "0")): Niveau(
            value(lvl, "numFmt", "decimal"),
            min(whole_number(value(lvl, "start", "1"), 1), _HOOGSTE),
            value(lvl, "lvlText")[:_LANGST],
        )
        for lvl in abstract.iter(w("lvl"))
    }
