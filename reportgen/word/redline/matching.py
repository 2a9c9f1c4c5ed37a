"""Which of two sequences belong together, in order: equal ones first, then the ones most alike."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")
Paren = list[tuple[int, int]]
"""Places in the old and the new sequence that belong together, both increasing."""

_MAX_VLAK = 200_000
"""How large a gap may be (old times new) to look for equal items that are not unique."""
MAX_GELIJKENISSEN = 10_000
"""How large a gap should be at most to hold every old item against every new one."""


def equal_pairs(oud: Sequence[Hashable], nieuw: Sequence[Hashable]) -> Paren:
    """Pair what is equal: what both have once is an anchor, what is left is sought between those.

    Anchors keep a line that stands in every section ("Geen afwijking.") in its own section, and a
    long document from costing the square of its length. Source: patience diff, Bram Cohen.
    """
    paren: Paren = []
    wacht = [(0, len(oud), 0, len(nieuw))]
    while wacht:
        a, b, c, d = wacht.pop()
        while a < b and c < d and oud[a] == nieuw[c]:
            paren.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and oud[b - 1] == nieuw[d - 1]:
            b, d = b - 1, d - 1
            paren.append((b, d))
        if a == b or c == d:
            continue
        ankers = _anchors(oud[a:b], nieuw[c:d])
        if not ankers:
            paren += [(a + i, c + j) for i, j in _longest(oud[a:b], nieuw[c:d])]
            continue
        vorige = (a, c)
        for i, j in ankers:
            paren.append((a + i, c + j))
            wacht.append((vorige[0], a + i, vorige[1], c + j))
            vorige = (a + i + 1, c + j + 1)
        wacht.append((vorige[0], b, vorige[1], d))
    return sorted(paren)


def _anchors(oud: Sequence[Hashable], nieuw: Sequence[Hashable]) -> Paren:
    """Pair what stands once in both, the longest series of those that keep their order."""
    eenmaal = {item for item, aantal in Counter(oud).items() if aantal == 1}
    plek = {item: i for i, item in enumerate(oud) if item in eenmaal}
    telling = Counter(item for item in nieuw if item in plek)
    paren = [(plek[item], j) for j, item in enumerate(nieuw) if telling[item] == 1]
    return _rising(paren)


def _rising(paren: Paren) -> Paren:
    """Give the longest series of pairs that rises on the old side; they rise on the new one."""
    toppen: list[int] = []
    laatste: list[int] = []
    vorige: list[int | None] = []
    for nummer, (i, _) in enumerate(paren):
        plek = bisect_left(toppen, i)
        vorige.append(laatste[plek - 1] if plek else None)
        toppen[plek : plek + 1] = [i]
        laatste[plek : plek + 1] = [nummer]
    reeks: Paren = []
    stap = laatste[-1] if laatste else None
    while stap is not None:
        reeks.append(paren[stap])
        stap = vorige[stap]
    return reeks[::-1]


def _longest(oud: Sequence[Hashable], nieuw: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    if len(oud) * len(nieuw) > _MAX_VLAK:
        return
    for i, j, aantal in SequenceMatcher(None, oud, nieuw, autojunk=False).get_matching_blocks():
        yield from ((i + stap, j + stap) for stap in range(aantal))


def gaps(paren: Paren, oud: int, nieuw: int) -> Iterator[tuple[int, int, int, int]]:
    """Give what lies between pairs: from and to on the old side, from and to on the new side."""
    a = c = 0
    for i, j in (*paren, (oud, nieuw)):
        if a < i or c < j:
            yield a, i, c, j
        a, c = i + 1, j + 1


def like_pairs(oud: Sequence[T], nieuw: Sequence[T], likeness: Callable[[T, T], float]) -> Paren:
    """Pair what is most alike in all, in order; a likeness of 0 is never a pair."""
    if not oud or not nieuw:
        return []
    lijkt = [[likeness(a, b) for b in nieuw] for a in oud]
    best = [[0.0] * (len(nieuw) + 1) for _ in range(len(oud) + 1)]
    for i in range(len(oud) - 1, -1, -1):
        for j in range(len(nieuw) - 1, -1, -1):
            samen = lijkt[i][j] + best[i + 1][j + 1] if lijkt[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], samen)
    return [*_path(best, lijkt)]


def _path(best: list[list[float]], lijkt: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(lijkt) and j < len(lijkt[0]):
        if lijkt[i][j] and best[i][j] == lijkt[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
