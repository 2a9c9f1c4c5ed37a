"""Codes of kerntaken, beleidsdoelen and prestaties: order, parents and patterns.

Another body numbers otherwise (`P1` with `1a` under it), so nothing here counts dots.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

Sleutel = tuple[tuple[int, int, str], ...]

_STUKKEN = re.compile(r"[0-9]+|[A-Za-z]+")
_MASKER = {"9": r"[0-9]+", "a": "[a-z]", "A": "[A-Z]"}


@lru_cache(maxsize=16_384)
def volgorde(nummer: str) -> Sleutel:
    """Give the sort key of a code: `5.1.10` comes after `5.1.9`, `P10` after `P2`."""
    return tuple(
        (0, int(stuk), "") if stuk.isdecimal() else (1, 0, stuk)
        for stuk in _STUKKEN.findall(nummer)
    )


def hoort_onder(nummer: str, ouder: str) -> bool:
    """Say whether a code stands below another: `5.1.2` under `5.1`, `1a` under `P1`."""
    kind, boven = _zonder_voorletter(nummer), _zonder_voorletter(ouder)
    return len(kind) > len(boven) and kind[: len(boven)] == boven


def op_sleutel(nummers: Iterable[str]) -> dict[Sleutel, str]:
    """Prepare codes for `boven`; of two that stand for the same place, the first."""
    gevonden: dict[Sleutel, str] = {}
    for nummer in nummers:
        gevonden.setdefault(_zonder_voorletter(nummer), nummer)
    return gevonden


def boven(nummer: str, bekend: Mapping[Sleutel, str]) -> Iterator[str]:
    """Give the codes that a code stands below, the nearest first: `hoort_onder`, by looking up."""
    sleutel = _zonder_voorletter(nummer)
    for lengte in range(len(sleutel) - 1, -1, -1):
        if sleutel[:lengte] in bekend:
            yield bekend[sleutel[:lengte]]


def past(nummer: str, patroon: str) -> bool:
    """Say whether a code fits a pattern: 9 is a number, a and A a letter, the rest is itself."""
    return bool(re.fullmatch("".join(_MASKER.get(c, re.escape(c)) for c in patroon), nummer))


def _zonder_voorletter(nummer: str) -> Sleutel:
    delen = volgorde(nummer)
    return delen[1:] if delen and delen[0][0] == 1 else delen
