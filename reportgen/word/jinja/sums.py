"""What the signs in a template do: sums, joined texts, comparisons, each within the budget.

The compiler puts these in the place of Python's own signs, as filters whose names no template can
spell. `%` never formats a text, `*` never repeats one.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jinja2 import pass_context

from reportgen.word.jinja.limits import (
    BUDGET,
    Budget,
    LimitError,
    bounded,
    budget_of,
    known,
    plain,
    walked,
    weigh,
    whole,
)
from reportgen.word.jinja.unfit import Ongeschikt

if TYPE_CHECKING:
    from jinja2.runtime import Context

_GETAL = (int, float, Decimal)
_SLEUTEL = (str, int, float, Decimal, type(None))
MAX_REEKS = 100_000
"""Length of a `range`."""
_MAX_GRENS = 2**60


def calculate(teken: str, links: Any, rechts: Any) -> Any:  # noqa: ANN401  numbers of any kind
    """Work out a sum of two numbers.

    Raises:
        TypeError: they are no numbers, or of two kinds that do not go together.
        ZeroDivisionError: as it says.
        LimitError: the result is too large.
    """
    known(links)
    known(rechts)
    if not (isinstance(links, _GETAL) and isinstance(rechts, _GETAL)):
        raise Ongeschikt(f"‘{teken}’ kan alleen met getallen")
    try:
        return bounded(_REKENEN[teken](links, rechts))
    except ZeroDivisionError:
        raise ZeroDivisionError("deze berekening deelt door nul") from None
    except ArithmeticError:
        raise LimitError("de uitkomst van deze berekening is te groot") from None
    except TypeError:
        wat = "een exact getal en een kommagetal gaan niet samen in een berekening"
        raise Ongeschikt(f"{wat}: schrijf het kommagetal als tekst in de data") from None


_REKENEN: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
}


def _som(teken: str) -> Callable[..., Any]:
    @pass_context
    def som(context: Context, links: object, rechts: object) -> object:  # noqa: ARG001  as plus
        return calculate(teken, links, rechts)

    return som


@pass_context
def _plus(context: Context, links: Any, rechts: Any) -> Any:  # noqa: ANN401  Jinja's
    """Add two numbers, or put two texts or two lists behind each other."""
    if isinstance(links, str) and isinstance(rechts, str):
        budget_of(context).made(len(links) + len(rechts))
        return plain(links) + plain(rechts)
    if isinstance(links, list | tuple) and type(links) is type(rechts):
        budget_of(context).charge(len(links) + len(rechts))
        return operator.add(links, rechts)
    if isinstance(links, str) or isinstance(rechts, str):
        known(links)
        known(rechts)
        raise Ongeschikt("‘+’ kan niet met tekst en iets anders: gebruik ~ om tekst te maken")
    return calculate("+", links, rechts)


@pass_context
def _plak(context: Context, delen: list[object]) -> str:
    """Join values as text (`~`)."""
    teksten = [plain(deel) for deel in delen]
    budget_of(context).made(sum(map(len, teksten)))
    return "".join(teksten)


@pass_context
def _min(context: Context, waarde: object) -> object:  # noqa: ARG001  as the others
    return calculate("-", 0, waarde)


@pass_context
def _weeg(context: Context, waarde: object) -> object:
    """Pay for comparing, searching or cutting a value."""
    if not isinstance(waarde, int):
        weigh(waarde, context.parent[BUDGET])
    return waarde


@pass_context
def _sleutel(context: Context, waarde: object) -> object:  # noqa: ARG001  as the others
    """Give the key of a dict; a tuple of tuples would be hashed without end."""
    known(waarde)
    if not isinstance(waarde, _SLEUTEL):
        raise Ongeschikt("een sleutel is een tekst of een getal")
    return waarde


@pass_context
def _vang(context: Context, tekst: str) -> str:
    """Give what a `set` block captured."""
    budget_of(context).made(len(tekst))
    return tekst


@pass_context
def _los(context: Context, waarde: object) -> object:
    """Say that the outermost captured block is written."""
    budget_of(context).released()
    return waarde


def reeks(*grenzen: int) -> range:
    """Give Jinja's `range`, of a bounded length.

    Raises:
        TypeError: its bounds are no whole numbers, or not one to three of them.
        LimitError: it is longer.
    """
    getallen = [whole(grens, -_MAX_GRENS, _MAX_GRENS) for grens in grenzen]
    if not 1 <= len(getallen) <= len(("begin", "einde", "stap")) or 0 in getallen[2:]:
        raise Ongeschikt("range krijgt een, twee of drie getallen, en geen stap van 0")
    lang = range(*getallen)
    if len(lang) > MAX_REEKS:
        raise LimitError(f"range geeft hoogstens {MAX_REEKS} getallen")
    return lang


def held(context: Context, stuk: str) -> str:
    """Pay for a long print into a captured block."""
    budget: Budget = context.parent[BUDGET]
    budget.held(len(stuk))
    return stuk


PLAK, WEEG, SLEUTEL, VANG, LOS, LUS, MIN = (
    f"reportgen:{naam}" for naam in ("plak", "weeg", "sleutel", "vang", "los", "lus", "min")
)
PLAT = "reportgen:plat"


@pass_context
def _plat(context: Context, waarde: object) -> str:  # noqa: ARG001  as the others
    return plain(waarde)


SUMS: Mapping[str, Callable[..., Any]] = {
    **{f"reportgen:{teken}": _som(teken) for teken in _REKENEN if teken != "+"},
    "reportgen:+": _plus,
    PLAK: _plak,
    WEEG: _weeg,
    SLEUTEL: _sleutel,
    VANG: _vang,
    LOS: _los,
    LUS: pass_context(walked),
    MIN: _min,
    PLAT: _plat,
}
"""By the name that the compiler calls them with."""
