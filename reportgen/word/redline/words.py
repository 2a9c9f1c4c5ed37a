"""Which words of a text changed: whole words and whole figures, and no islands between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reportgen.word.redline.matching import equal_pairs

BEGIN, EINDE = "\ue000", "\ue001"
"""Around what is no text, and yet something to compare: a picture, a field, a break."""

_WOORD = re.compile(
    rf"{BEGIN}[^{EINDE}]*{EINDE}"
    "|(?:€[\xa0 ])?[-+\u2212\u2013]?[0-9](?:[0-9.,:/\u2013-]*[0-9])?"
    "(?:[%‰]|\xa0?[VN]\\b)?(?![^\\W_])"
    "|[^\\W_]+(?:[-.,/’'\xa0][^\\W_]+)*"
    "|\\s+|.",
    re.DOTALL,
)
_LETTER = re.compile(r"[^\W_]")

Plekken = tuple[int, int, int, int]
"""What changed: from and to among the old words, from and to among the new ones."""


def words(tekst: str) -> list[str]:
    """Cut a text into words, figures with their sign and unit, white space and signs."""
    return _WOORD.findall(tekst)


def weighed(tekst: str) -> Counter[str]:
    """Count the words of a text that say something by themselves: no number of a table, no tab."""
    return Counter(w for w in words(tekst) if not w.startswith(BEGIN) and _weight(w))


def likeness(oud: Counter[str], nieuw: Counter[str]) -> float:
    """Say how much of two texts is the same words, from 0 to 1."""
    alle = oud.total() + nieuw.total()
    return 2 * (oud & nieuw).total() / alle if alle else 1.0


def changed(oud: Sequence[str], nieuw: Sequence[str]) -> list[Plekken]:
    """Give what changed between two series of words.

    Words that stay between two larger changes are part of these: a sentence that was written anew
    reads as one that went and one that came, not as a salad of both.
    """
    paren = equal_pairs(oud, nieuw)
    gelijk: list[tuple[int, int, int]] = []
    for i, j in paren:
        if gelijk and gelijk[-1][0] + gelijk[-1][2] == i and gelijk[-1][1] + gelijk[-1][2] == j:
            gelijk[-1] = (*gelijk[-1][:2], gelijk[-1][2] + 1)
        else:
            gelijk.append((i, j, 1))
    grenzen = [(0, 0, 0), *gelijk, (len(oud), len(nieuw), 0)]
    plekken = [
        (i + n, k, j + n, m) for (i, j, n), (k, m, _) in pairwise(grenzen) if i + n < k or j + n < m
    ]
    return _joined(plekken, oud, nieuw)


def _joined(plekken: list[Plekken], oud: Sequence[str], nieuw: Sequence[str]) -> list[Plekken]:
    """Join changes with what lies between them, where that weighs less than both."""
    klaar: list[Plekken] = []
    for plek in plekken:
        volgende = plek
        while klaar and _is_island(klaar[-1], volgende, oud, nieuw):
            vorige = klaar.pop()
            volgende = (vorige[0], volgende[1], vorige[2], volgende[3])
        klaar.append(volgende)
    return klaar


def _is_island(voor: Plekken, na: Plekken, oud: Sequence[str], nieuw: Sequence[str]) -> bool:
    eiland = sum(map(_weight, oud[voor[1] : na[0]]))
    lichtste = min(
        max(sum(map(_weight, oud[a:b])), sum(map(_weight, nieuw[c:d]))) for a, b, c, d in (voor, na)
    )
    return eiland <= lichtste


def _weight(woord: str) -> int:
    return 4 if woord.startswith(BEGIN) else len(_LETTER.findall(woord))
