"""Two texts word by word: what stayed, what went, what came; no character is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_STUKJE = re.compile(r"\n+|[^\S\n]*(?:\w+(?:[.,:/'’-]\w+)*|[^\w\s])|[^\S\n]+")
"""Line ends; a word, a number (`1.350.000`, `5.1.2`) or a mark with the white before it."""
_ALINEA = re.compile(r"[^\n]+\n*|\n+")
_OMGEBROKEN = re.compile(r"(?<! {2})(?<!\n)\n(?!\n|[ \t]*(?:[-*]|[0-9]+\.)[ \t])[ \t]*")
"""A line end that prints as a space: no blank line, no list, no forced break."""
_GEEN_LETTERS = re.compile(r"[\W_]+")
_TE_VEEL = 1_000_000
"""Beyond so many pairs of words whole paragraphs are compared; beyond so many of those, nothing."""

_EILAND = 3
"""How many words between two changes may have stayed by chance."""

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
    gelijk = Stuk("gelijk", "".join(oud[:voor])), Stuk("gelijk", "".join(oud[len(oud) - achter :]))
    return tuple(_zonder_eilanden([gelijk[0], *_verschil(*midden), gelijk[1]]))


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
        oud, nieuw = _ALINEA.findall("".join(oud)), _ALINEA.findall("".join(nieuw))
    if len(oud) * len(nieuw) > _TE_VEEL:
        oud, nieuw = ["".join(oud)], ["".join(nieuw)]
    for soort, a, b, c, d in SequenceMatcher(None, oud, nieuw, autojunk=False).get_opcodes():
        if soort == "equal":
            yield Stuk("gelijk", "".join(oud[a:b]))
        else:
            yield Stuk("weg", "".join(oud[a:b]))
            yield Stuk("bij", "".join(nieuw[c:d]))


def _zonder_eilanden(stukken: Iterable[Stuk]) -> Iterator[Stuk]:
    """Join changes around a few words that stayed by chance, so that a change reads as one."""
    ronden = [*_ronden(stukken)]
    voor = ronden[0]
    for ronde in ronden[1:]:
        if _is_eiland(ronde.gelijk) and _weegt(ronde.gelijk, voor) and _weegt(ronde.gelijk, ronde):
            weg, bij = f"{voor.weg}{ronde.gelijk}", f"{voor.bij}{ronde.gelijk}"
            voor = _Ronde(voor.gelijk, f"{weg}{ronde.weg}", f"{bij}{ronde.bij}")
        else:
            yield from voor.stukken()
            voor = ronde
    yield from voor.stukken()


class _Ronde(NamedTuple):
    """What stayed, and the change behind it."""

    gelijk: str
    weg: str
    bij: str

    def stukken(self) -> Iterator[Stuk]:
        """Give its runs, but for empty ones; white before both stands before the change."""
        wit = self.weg[: len(self.weg) - len(self.weg.lstrip(" "))]
        wit = wit if self.bij.startswith(wit) else ""
        soorten: tuple[Soort, ...] = ("gelijk", "weg", "bij")
        teksten = f"{self.gelijk}{wit}", self.weg[len(wit) :], self.bij[len(wit) :]
        yield from (
            Stuk(soort, tekst) for soort, tekst in zip(soorten, teksten, strict=True) if tekst
        )


def _ronden(stukken: Iterable[Stuk]) -> Iterator[_Ronde]:
    """Put runs in rounds: what stayed, what went, what came."""
    delen = {"gelijk": "", "weg": "", "bij": ""}
    for soort, tekst in stukken:
        if tekst and soort == "gelijk" and (delen["weg"] or delen["bij"]):
            yield _Ronde(**delen)
            delen = {"gelijk": tekst, "weg": "", "bij": ""}
        else:
            delen[soort] += tekst
    yield _Ronde(**delen)


def _is_eiland(tekst: str) -> bool:
    """Say whether this is so little that it may have stayed by chance; never a line end."""
    return "\n" not in tekst and len(tekst.split()) <= _EILAND


def _weegt(gelijk: str, ronde: _Ronde) -> bool:
    """Say whether a change is larger than what stayed beside it."""
    return len(gelijk.strip()) <= max(len(ronde.weg), len(ronde.bij)) and bool(
        ronde.weg or ronde.bij
    )
