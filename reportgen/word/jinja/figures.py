"""Filters for numbers and dates: rounding within bounds, and how Dutch writes them (`notation`)."""

from __future__ import annotations

import decimal
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

from reportgen import notation
from reportgen.model import Notatie
from reportgen.word.jinja.limits import bounded, known, whole
from reportgen.word.jinja.sums import calculate
from reportgen.word.jinja.unfit import Ongeschikt

_GETAL = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?")
_CIJFERS = re.compile(r"\s*[-+]?[0-9]{1,60}\s*")
_NOTATIE = Notatie()
_PRECIES = decimal.Context(prec=100)
_RONDEN = {"common": ROUND_HALF_UP, "ceil": ROUND_CEILING, "floor": ROUND_FLOOR}


def _abs(x: Any) -> Any:  # noqa: ANN401  a number of any kind
    return abs(calculate("+", 0, x))


def _int(value: Any, default: Any = 0) -> Any:  # noqa: ANN401  Jinja's
    """Give a whole number, or what is given for what is none."""
    known(value)
    if isinstance(value, str) and _CIJFERS.fullmatch(value):
        return bounded(int(value))
    try:
        return bounded(int(value if isinstance(value, int | Decimal) else float(value)))
    except (TypeError, ValueError, ArithmeticError):
        return default


def _float(value: Any, default: Any = 0.0) -> Any:  # noqa: ANN401  Jinja's
    """Give a number, or what is given for what is none."""
    known(value)
    try:
        return bounded(float(value))
    except (TypeError, ValueError, ArithmeticError):
        return default


def _round(value: Any, precision: int = 0, method: str = "common") -> Any:  # noqa: ANN401  Jinja's
    """Round a number; an exact one half up, as Excel does."""
    calculate("+", 0, value)
    precisie = max(-30, min(30, whole(precision, -(10**30), 10**30)))
    if method not in _RONDEN:
        raise Ongeschikt("afronden kan met common, ceil of floor")
    exact = Decimal(value)
    rond = exact.quantize(Decimal(1).scaleb(-precisie), _RONDEN[method], _PRECIES)
    if isinstance(value, Decimal):
        return rond if precisie >= 0 else Decimal(int(rond))
    if isinstance(value, int):
        return int(rond) if precisie < 0 else value
    return round(value, precisie) if method == "common" else float(rond)


def _exact(waarde: object) -> Decimal:
    """Read a number that a person can check: no float, which is another number than it prints."""
    known(waarde)
    if isinstance(waarde, float):
        cure = 'geef het als tekst, dus "1250.50"'
        wat = f"{waarde} is een kommagetal van de computer, en dat is niet exact"
        raise Ongeschikt(f"{wat}: {cure}")
    if isinstance(waarde, bool) or not isinstance(waarde, int | Decimal | str):
        raise Ongeschikt("dit veld is geen getal")
    if isinstance(waarde, str) and not _GETAL.fullmatch(waarde):
        raise Ongeschikt(f"‘{waarde[:40]}’ is geen getal; schrijf het als 1250.50")
    return Decimal(bounded(Decimal(waarde)))


def _bedrag(waarde: object) -> str:
    return _NOTATIE.onbekend if waarde is None else notation.bedrag(_exact(waarde))


def _duizend(waarde: object) -> str:
    return notation.cel(None if waarde is None else _exact(waarde), _NOTATIE)


def _procent(waarde: object, decimalen: int = 1) -> str:
    aantal = whole(decimalen, 0, 10)
    return _NOTATIE.onbekend if waarde is None else notation.procent(_exact(waarde), aantal)


def _datum(waarde: object) -> str:
    known(waarde)
    if isinstance(waarde, str):
        try:
            return notation.datum(date.fromisoformat(waarde))
        except ValueError:
            raise Ongeschikt(f"‘{waarde[:40]}’ is geen datum; schrijf hem als 2017-04-01") from None
    if not isinstance(waarde, date):
        raise Ongeschikt("dit veld is geen datum")
    return notation.datum(waarde)


FIGURES: Mapping[str, Callable[..., Any]] = {
    "abs": _abs,
    "float": _float,
    "int": _int,
    "round": _round,
    "bedrag": _bedrag,
    "datum": _datum,
    "duizend": _duizend,
    "procent": _procent,
}
"""By the name that an author uses."""
