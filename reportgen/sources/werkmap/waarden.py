"""A value of the model becomes what a cell holds, so that reading gives the same value back."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from reportgen.model import schrijf_getal
from reportgen.sources.werkmap.stijl import FORMATEN, TEKST, meetformaat
from reportgen.sources.werkmap.velden import Veld

_CIJFERS = 15
"""As many digits as a number in Excel keeps."""
_EERSTE_DAG = date(1900, 3, 1)
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_PROCENT = ("%", "procent")


class Waarde(NamedTuple):
    """What a cell holds, and its number format."""

    waarde: str | Decimal | date | int
    formaat: str


def waarde(veld: Veld, ruw: Any, naast: dict[str, Any]) -> Waarde | None:  # noqa: ANN401  any field
    """Give what the cell of a value holds; None for no value. `naast` is the rest of its row."""
    match ruw:
        case None | ():
            return None
        case tuple() if veld.soort == "namen":
            tekst = "\n".join(ruw)
        case tuple():
            tekst = ", ".join(ruw)
        case Decimal() if not past(ruw):
            tekst = schrijf_getal(ruw)
        case date() if ruw < _EERSTE_DAG:
            tekst = ruw.isoformat()
        case Decimal() if veld.soort == "meetwaarde":
            return _meetwaarde(ruw, naast)
        case Decimal() | date() | int():
            return Waarde(ruw, FORMATEN[veld.soort])
        case _:
            tekst = str(ruw)
    return tekstwaarde(tekst)


def in_procenten(eenheid: object) -> bool:
    """Say whether a unit is per cent, so that Excel may show the values as percentages."""
    return isinstance(eenheid, str) and eenheid.strip().casefold() in _PROCENT


def past(getal: Decimal) -> bool:
    """Say whether Excel keeps every digit of a number."""
    return len(getal.normalize().as_tuple().digits) <= _CIJFERS


def _meetwaarde(getal: Decimal, naast: dict[str, Any]) -> Waarde:
    procent = in_procenten(naast.get("eenheid"))
    formaat = meetformaat(getal, naast.get("decimalen"), procent=procent)
    return Waarde(getal.scaleb(-2) if procent else getal, formaat)


def tekstwaarde(tekst: str) -> Waarde:
    """Give a text, with what Excel would take for a character code kept a text."""
    return Waarde(_ESCAPE.sub("_x005F_", tekst), TEKST)
