"""How many values data holds: what a document may cost grows with that."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal

from pydantic import BaseModel

LOS = (str, int, float, Decimal, date, time, type(None))
"""Values that hold no others."""

_MAX = 10**8


def has_more(data: object, dan: int) -> bool:
    """Say whether data holds more values than a number, each value that is shared counted once.

    Walks no further than it takes to know.
    """
    gezien: set[int] = set()
    stapel: list[Iterable[object]] = [[data]]
    while stapel:
        for waarde in stapel.pop():
            if not isinstance(waarde, LOS) and id(waarde) not in gezien:
                gezien.add(id(waarde))
                stapel.append(_members(waarde))
            dan -= 1
        if dan < 0:
            return True
    return False


def size_of(data: object) -> int:
    """Count the values in data as a template walks them: what is shared counts each time."""
    maat: dict[int, int] = {}
    stapel: list[tuple[object, list[object] | None]] = [(data, None)]
    while stapel:
        waarde, leden = stapel.pop()
        if leden is not None:
            maat[id(waarde)] = min(1 + sum(_size(lid, maat) for lid in leden), _MAX)
        elif id(waarde) not in maat:
            maat[id(waarde)] = 1  # as long as it is being counted: what holds itself has no end
            leden = list(_members(waarde))
            stapel.append((waarde, leden))
            stapel += [(lid, None) for lid in leden if not isinstance(lid, LOS)]
    return _size(data, maat)


def _size(waarde: object, maat: Mapping[int, int]) -> int:
    """Give the count of one value; a long text counts for more."""
    return 1 + len(waarde) // 100 if isinstance(waarde, str) else maat.get(id(waarde), 1)


def _members(waarde: object) -> Iterable[object]:
    """Give the values that one holds."""
    if isinstance(waarde, Mapping):
        return waarde.values()
    if isinstance(waarde, BaseModel):
        return vars(waarde).values()
    if isinstance(waarde, list | tuple | set | frozenset):
        return waarde
    if dataclasses.is_dataclass(waarde) and not isinstance(waarde, type):
        return [getattr(waarde, veld.name, None) for veld in dataclasses.fields(waarde)]
    return ()
