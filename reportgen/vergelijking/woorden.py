"""Two texts word by word: what stayed, what went, what came; no character is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, NamedTuple

_STUKJE = re.compile(r"\n+|[^\S\n]+|\w+(?:[.,:/'’-]\w+)*|[^\w\s]")
"""Line ends, white, a word or a number (`1.350.000`, `5.1.2`), a mark."""
_OMGEBROKEN = re.compile(r"(?<! {2})(?<!\n)\n(?!\n|[ \t]*(?:[-*]|[0-9]+\.)[ \t])[ \t]*")
"""A line end that prints as a space: no blank line, no list, no forced break."""
_GEEN_LETTERS = re.compile(r"[\W_]+")
_TE_VEEL = 4_000_000
"""Beyond so many pairs of words, whole paragraphs are held against each other instead."""

Soort = Literal["gelijk", "weg", "bij"]


class Stuk(NamedTuple):
    """A run of text that stayed, went or came."""

    soort: Soort
    tekst: str


def kaal(tekst: str) -> str:
    """Give the letters of a title: capitals, spaces, dashes and quotes make no other one."""
    return _GEEN_LETTERS.sub("", tekst).casefold()


def glad(tekst: str) -> str:
    """Give a text as it prints, whatever the lines it was typed on."""
    return _OMGEBROKEN.sub(" ", tekst)


def woorddiff(was: str, wordt: str) -> tuple[Stuk, ...]:
    """Give the runs of two texts: those that are not `bij` are the old, not `weg` the new one."""
    oud, nieuw = _STUKJE.findall(was), _STUKJE.findall(wordt)
    voor = _gelijk_begin(oud, nieuw)
    achter = _gelijk_begin(oud[voor:][::-1], nieuw[voor:][::-1])
    midden = oud[voor : len(oud) - achter], nieuw[voor : len(nieuw) - achter]
    stukken = [Stuk("gelijk", "".join(oud[:voor]))]
    stukken += _verschil(*midden)
    stukken.append(Stuk("gelijk", "".join(oud[len(oud) - achter :])))
    return tuple(_samen(_zonder_eilanden(stukken)))


def lijkt(een: str, ander: str) -> float:
    """Say how much two texts have in common, from 0 to 1, by their words."""
    woorden = een.casefold().split(), ander.casefold().split()
    return SequenceMatcher(None, *woorden, autojunk=False).ratio()


def _gelijk_begin(een: Sequence[str], ander: Sequence[str]) -> int:
    """Count how many pieces two rows begin with alike."""
    paren = enumerate(zip(een, ander, strict=False))
    return next((n for n, (a, b) in paren if a != b), min(len(een), len(ander)))


def _verschil(oud: list[str], nieuw: list[str]) -> Iterator[Stuk]:
    if len(oud) * len(nieuw) > _TE_VEEL:
        oud, nieuw = _per_alinea(oud), _per_alinea(nieuw)
    for soort, a, b, c, d in SequenceMatcher(None, oud, nieuw, autojunk=False).get_opcodes():
        if soort == "equal":
            yield Stuk("gelijk", "".join(oud[a:b]))
        else:
            yield Stuk("weg", "".join(oud[a:b]))
            yield Stuk("bij", "".join(nieuw[c:d]))


def _per_alinea(stukjes: list[str]) -> list[str]:
    """Join pieces into paragraphs, each line end a piece of its own."""
    return ["".join(groep) for _, groep in groupby(stukjes, key=lambda stuk: stuk[0] == "\n")]


def _zonder_eilanden(stukken: list[Stuk]) -> Iterator[Stuk]:
    """Let white between two changes be part of both, so that a change is one run."""
    for nummer, (soort, tekst) in enumerate(stukken):
        tussen = 0 < nummer < len(stukken) - 1
        if soort == "gelijk" and tussen and tekst and not tekst.strip(" \t"):
            yield Stuk("weg", tekst)
            yield Stuk("bij", tekst)
        else:
            yield Stuk(soort, tekst)


def _samen(stukken: Iterator[Stuk]) -> Iterator[Stuk]:
    """Join what stands between two runs that stayed: first what went, then what came."""
    gevuld = (stuk for stuk in stukken if stuk.tekst)
    for gelijk, groep in groupby(gevuld, key=lambda stuk: stuk.soort == "gelijk"):
        delen = list(groep)
        soorten: tuple[Soort, ...] = ("gelijk",) if gelijk else ("weg", "bij")
        for soort in soorten:
            if tekst := "".join(stuk.tekst for stuk in delen if stuk.soort == soort):
                yield Stuk(soort, tekst)
