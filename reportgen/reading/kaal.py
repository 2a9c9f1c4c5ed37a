"""Records as plain data, values as they are told, and whether two values are the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from reportgen.model import Onderdeel
from reportgen.reading.bewerking import Waarde
from reportgen.tekst import parse

Kaal = dict[str, Any]
"""A record as plain data: what was filled in, by field; lists of records are tuples."""


def kaal(onderdeel: Onderdeel) -> Kaal:
    """Give a record as plain data, without what is as the model has it anyway."""
    data: Kaal = onderdeel.model_dump(exclude_defaults=True)
    return data


def is_lijst(waarde: object) -> bool:
    """Say whether this is a list of records."""
    return isinstance(waarde, tuple) and bool(waarde) and isinstance(waarde[0], dict)


def zelfde(een: object, ander: object) -> bool:
    """Say whether two values print the same: texts may be wrapped in other ways."""
    if een == ander:
        return True
    match een, ander:
        case str(), str():
            return "\n" in een + ander and parse(een) == parse(ander)
        case dict(), dict():
            return een.keys() == ander.keys() and all(zelfde(een[n], ander[n]) for n in een)
        case tuple(), tuple():
            return len(een) == len(ander) and all(map(zelfde, een, ander))
        case _:
            return False


def waarde(ruw: object) -> Waarde:
    """Give a value as it is told: text, a figure, a record; choices in one text."""
    match ruw:
        case None | str() | Decimal() | dict():
            return ruw
        case date():
            return ruw.isoformat()
        case tuple():
            return ", ".join(map(str, ruw))
        case _:
            return str(ruw)
