"""A document as blocks to compare: paragraphs, and tables of rows of cells of blocks again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.word.redline.matching import (
    MAX_GELIJKENISSEN,
    Paren,
    equal_pairs,
    gaps,
    like_pairs,
)
from reportgen.word.redline.pieces import Reader
from reportgen.word.redline.words import BEGIN, EINDE, likeness, weighed
from reportgen.word.xml import child, see_through, value, w, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_P, _TBL, _TR, _TC, _PPR = map(w, ("p", "tbl", "tr", "tc", "pPr"))
_GENOEG = 0.45
"""How much of two texts must be the same words for them to be one that was edited."""
_GENOEG_TABEL = 0.25
_TAB = f"{BEGIN}tab{EINDE}"
_BEGIN = 40
"""How many characters say what a paragraph or row begins with."""
_KORT = 8
"""The most words of a value or a label: two of those in the same place are one that changed."""


@dataclass(frozen=True, slots=True, eq=False)
class Blok:
    """A paragraph, table or row (blok): what it is, and what makes two of them the same."""

    element: Element
    vorm: str
    """The style of a paragraph; the cells of a row."""
    tekst: str
    binnen: tuple[tuple[Blok, ...], ...] = ()
    """The rows of a table, or the blocks of each cell of a row."""

    @property
    def key(self) -> tuple[str, str]:
        """What is equal of equal blocks."""
        return self.vorm, self.tekst

    @property
    def is_alinea(self) -> bool:
        """Whether it is a paragraph."""
        return self.element.tag == _P


@dataclass(frozen=True, slots=True, eq=False)
class Paar:
    """What an old block became: the new one, none, or it came from none."""

    oud: Blok | None
    nieuw: Blok | None
    binnen: tuple[tuple[Paar, ...], ...] = ()
    """The same for what is inside, where that differs."""


class Blocks:
    """Reads the blocks of one document."""

    def __init__(self, reader: Reader, stijlen: dict[str, str]) -> None:
        """Begin.

        Args:
            reader: reads its paragraphs.
            stijlen: the name of each style by its id; that of the default by nothing.
        """
        self._reader = reader
        self._stijlen = stijlen

    def of(self, houder: Element) -> tuple[Blok, ...]:
        """Give the paragraphs and tables of a body or cell."""
        return tuple(self._blokken(houder))

    def _blokken(self, houder: Element) -> Iterator[Blok]:
        for kind in see_through(houder):
            if kind.tag == _P:
                ppr = child(kind, _PPR)
                stijl = value(ppr, "pStyle") if ppr is not None else ""
                yield Blok(kind, self._stijlen.get(stijl, ""), self._reader.text(kind))
            elif kind.tag == _TBL:
                rijen = tuple(self._rij(rij) for rij in see_through(kind) if rij.tag == _TR)
                vorm = max(Counter(rij.vorm for rij in rijen).items(), key=_vaakst, default=("", 0))
                yield Blok(kind, f"tabel {vorm[0]}", "\n".join(r.tekst for r in rijen), (rijen,))

    def _rij(self, rij: Element) -> Blok:
        cellen = [cel for cel in see_through(rij) if cel.tag == _TC]
        binnen = tuple(self.of(cel) for cel in cellen)
        vorm = ",".join(map(_span, cellen))
        return Blok(rij, vorm, "\t".join("\r".join(b.tekst for b in cel) for cel in binnen), binnen)


def _vaakst(telling: tuple[str, int]) -> int:
    return telling[1]


def _span(cel: Element) -> str:
    tcpr = child(cel, w("tcPr"))
    return str(whole_number(value(tcpr, "gridSpan", "1"), 1)) if tcpr is not None else "1"


def matched(oud: Sequence[Blok], nieuw: Sequence[Blok]) -> tuple[Paar, ...]:
    """Say what became of each block; in a gap what went comes before what came."""
    paren = _pairs(oud, nieuw)
    if oud and nieuw and oud[-1].is_alinea and nieuw[-1].is_alinea:
        paren = _with_last(paren, len(oud) - 1, len(nieuw) - 1)
    return tuple(_in_order(oud, nieuw, paren))


def _with_last(paren: Paren, oud: int, nieuw: int) -> Paren:
    """Pair the last paragraphs of both where neither has another: a holder must end with one."""
    vrij = not paren or (paren[-1][0] < oud and paren[-1][1] < nieuw)
    return [*paren, (oud, nieuw)] if vrij else paren


def _in_order(oud: Sequence[Blok], nieuw: Sequence[Blok], paren: Paren) -> Iterator[Paar]:
    a = c = 0
    for i, j in (*paren, (len(oud), len(nieuw))):
        yield from (Paar(blok, None) for blok in oud[a:i])
        yield from (Paar(None, blok) for blok in nieuw[c:j])
        if i < len(oud) and j < len(nieuw):
            yield Paar(oud[i], nieuw[j], _inside(oud[i], nieuw[j]))
        a, c = i + 1, j + 1


def _inside(oud: Blok, nieuw: Blok) -> tuple[tuple[Paar, ...], ...]:
    if oud.key == nieuw.key:
        return ()
    return tuple(matched(a, b) for a, b in zip(oud.binnen, nieuw.binnen, strict=True))


def _pairs(oud: Sequence[Blok], nieuw: Sequence[Blok]) -> Paren:
    """Pair equal blocks, then those that are alike, then short ones in the same place."""
    paren = equal_pairs([b.key for b in oud], [b.key for b in nieuw])
    for stap in (_alike, _in_place):
        erbij = [
            (a + i, c + j)
            for a, b, c, d in gaps(paren, len(oud), len(nieuw))
            for i, j in stap(oud[a:b], nieuw[c:d])
        ]
        paren = sorted([*paren, *erbij])
    return paren


def _alike(oud: Sequence[Blok], nieuw: Sequence[Blok]) -> Paren:
    """Pair what is most alike; where that are too many to look at all, by how they begin."""
    if len(oud) * len(nieuw) > MAX_GELIJKENISSEN:
        return equal_pairs([_begin(b) for b in oud], [_begin(b) for b in nieuw])
    return like_pairs(oud, nieuw, _likeness)


def _begin(blok: Blok) -> tuple[str, str, str]:
    return str(blok.element.tag), blok.vorm, (_label(blok) or blok.tekst)[:_BEGIN]


def _in_place(oud: Sequence[Blok], nieuw: Sequence[Blok]) -> Paren:
    """Pair short paragraphs of the same styles in the same order: a status, a date, a name."""
    if [b.vorm for b in oud] != [b.vorm for b in nieuw]:
        return []
    alle = (*oud, *nieuw)
    if any(not b.is_alinea or _woorden(b.tekst).total() > _KORT for b in alle):
        return []
    return [(nummer, nummer) for nummer in range(len(oud))]


def _likeness(oud: Blok, nieuw: Blok) -> float:
    """Say how alike two blocks are; 0 where they cannot be one that was edited."""
    if oud.element.tag != nieuw.element.tag:
        return 0.0
    if not oud.is_alinea and oud.vorm != nieuw.vorm:
        return 0.0
    if oud.tekst == nieuw.tekst:
        return 1.0 if oud.vorm == nieuw.vorm else 0.9
    if oud.vorm != nieuw.vorm:
        return 0.0
    lijkt = likeness(_woorden(oud.tekst), _woorden(nieuw.tekst))
    if (label := _label(oud)) and label == _label(nieuw):
        return 1.0 + lijkt
    genoeg = _GENOEG_TABEL if oud.element.tag == _TBL else _GENOEG
    return lijkt if lijkt >= genoeg else 0.0


def _label(blok: Blok) -> str:
    """Give what says of a row, or of a line with a tab, what it is about; else nothing."""
    if blok.element.tag == _TR:
        return blok.tekst.partition("\t")[0]
    label, tab, _ = blok.tekst.partition(_TAB)
    return label if tab else ""


@lru_cache(maxsize=4096)
def _woorden(tekst: str) -> Counter[str]:
    return weighed(tekst)
