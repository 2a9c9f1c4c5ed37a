"""What a fill may cost: one budget that every loop, sum and filter of a template counts down.

Nothing here needs a signal, a thread or a clock, so a template ends the same way everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sized
from datetime import date, time
from decimal import Decimal
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, Any

from jinja2 import Undefined
from markupsafe import Markup
from pydantic import BaseModel

from reportgen.tekst import Tekst
from reportgen.word.jinja.sizes import LOS, has_more, size_of
from reportgen.word.jinja.unfit import Geweigerd, Ongeschikt

if TYPE_CHECKING:
    from jinja2.runtime import Context

BUDGET = "reportgen:budget"
"""Where a fill keeps its budget among its values: a name that no template can spell."""

STAPPEN = 5_000_000
"""Steps of a small document: about a second of work."""
TEKENS = 16_000_000
"""Characters of XML that a small document may write."""
VAST = 20_000_000
"""Characters that may wait in captured blocks (tables to repair, `set` blocks)."""
MAX_TEKST = 200_000
"""Characters of one text that a template makes."""
_PER_WAARDE = (50, 2_000, 400, 200)
"""What each value of the data adds to those four, once one of them runs out."""

_EERST, _VERDER = 10_000, 8
"""How many values are counted first, and how many times as many after that."""

_MAX_GETAL, _MAX_MACHT = 10**60, 60
_KORT = 6
"""A text weighs a step for every 2**6 characters when it is only looked at."""
_MAAK = 3
"""Idem for every 2**3 characters when it is made."""
_CURE = "maak de lussen of de berekening in het sjabloon kleiner"


class LimitError(Geweigerd):
    """A template asks for more than a document can need."""

    def __init__(self, message: str, hint: str = _CURE) -> None:
        super().__init__(message, hint)


class Budget:
    """What one fill may still cost; it grows with the data, so that a big book may take longer.

    Not for sharing: every fill has its own.
    """

    __slots__ = ("_data", "_geteld", "_tekst", "_vast", "stappen", "tekens", "vast")

    def __init__(self, data: object = None) -> None:
        self._data: object = data
        self._geteld = 0
        self.stappen = STAPPEN
        self.tekens = TEKENS
        self.vast = self._vast = VAST
        self._tekst = MAX_TEKST

    def charge(self, stappen: int) -> None:
        """Count down steps of work.

        Raises:
            LimitError: there are none left.
        """
        self.stappen -= stappen
        if self.stappen < 0:
            self._meer()

    def written(self, tekens: int) -> None:
        """Count down characters that went into the document.

        Raises:
            LimitError: there are none left.
        """
        self.tekens -= tekens
        if self.tekens < 0:
            self._meer()

    def held(self, tekens: int) -> None:
        """Count down characters that wait in a captured block.

        Raises:
            LimitError: there are none left.
        """
        self.vast -= tekens
        if self.vast < 0:
            self._meer()

    def released(self) -> None:
        """Say that no block is being captured any more."""
        self.vast = self._vast

    def made(self, tekens: int) -> None:
        """Count down for a text that the template is about to make.

        Raises:
            LimitError: it is too long.
        """
        while tekens > self._tekst and self._data is not None:
            self._groei()
        if tekens > self._tekst:
            raise LimitError(f"het sjabloon maakt een tekst van meer dan {MAX_TEKST} tekens")
        self.charge((tekens >> _MAAK) + 1)

    def listed(self, waarden: Iterable[Any]) -> list[Any]:
        """Read what has no length as a list, as far as the budget goes.

        Raises:
            LimitError: it goes on beyond that.
        """
        lijst = list(islice(waarden, max(self.stappen, 0) + 1))
        self.charge(len(lijst))
        return lijst

    def _meer(self) -> None:
        """Let the budget grow with the data, as far as it takes; all counted, it is over."""
        while self._data is not None:
            self._groei()
            if min(self.stappen, self.tekens, self.vast) >= 0:
                return
        if min(self.stappen, self.tekens, self.vast) < 0:
            wat = "rekent" if self.stappen < 0 else "schrijft"
            raise LimitError(f"het sjabloon {wat} veel meer dan deze gegevens kunnen vragen")

    def _groei(self) -> None:
        genoeg = max(_EERST, _VERDER * self._geteld)
        if not has_more(self._data, genoeg):
            genoeg, self._data = size_of(self._data), None
        erbij, self._geteld = genoeg - self._geteld, genoeg
        self.stappen += erbij * _PER_WAARDE[0]
        self.tekens += erbij * _PER_WAARDE[1]
        self.vast += erbij * _PER_WAARDE[2]
        self._vast += erbij * _PER_WAARDE[2]
        self._tekst += erbij * _PER_WAARDE[3]


def budget_of(context: Context) -> Budget:
    """Give the budget of the fill that is going on."""
    budget: Budget = context.parent[BUDGET]
    return budget


def weigh(waarde: object, budget: Budget) -> int:
    """Count what comparing, hashing or searching a value can walk, and charge the budget for it.

    A list in two places is walked twice, as Python does.
    """
    if isinstance(waarde, str):
        gewicht = 1 + (len(waarde) >> _KORT)
        budget.charge(gewicht)
        return gewicht
    stapel, gewicht = [waarde], 1
    while stapel:
        waarde = stapel.pop()
        if isinstance(waarde, dict):
            leden: Iterable[object] = waarde.values()
        elif isinstance(waarde, list | tuple | set | frozenset):
            leden = waarde
        else:
            if isinstance(waarde, Sized) and not isinstance(waarde, Undefined):
                gewicht += len(waarde) >> _MAAK  # a range or a text inside a list
                budget.charge(len(waarde) >> _MAAK)
            continue
        budget.charge(2 * len(waarde) + 2)
        gewicht += len(waarde)
        stapel += [lid for lid in leden if not isinstance(lid, LOS)]
    return gewicht


def known(waarde: object) -> object:
    """Give a value that is there.

    Raises:
        UndefinedError: it is not.
    """
    if isinstance(waarde, Undefined):
        str(waarde)
    return waarde


def as_text(waarde: object) -> str:
    """Give a value as text.

    Raises:
        TypeError: it is a record or a list, which has no text of its own.
        UndefinedError: it is not there.
    """
    if isinstance(waarde, Enum):
        return as_text(waarde.value)
    if isinstance(waarde, str | int | float | Decimal | date | time | Tekst | Undefined):
        return str(waarde)
    if isinstance(waarde, BaseModel | Iterable) or type(waarde).__str__ is object.__str__:
        raise Ongeschikt("dit veld is geen tekst maar een groep velden of een lijst")
    return str(waarde)  # an address, a path: what says itself how it is written


def plain(waarde: object) -> str:
    """Give a value as text without escapes, nothing for None.

    Raises:
        TypeError: it is a record or a list.
        UndefinedError: it is not there.
    """
    if waarde is None:
        return ""
    return str(waarde.unescape()) if isinstance(waarde, Markup) else as_text(waarde)


def whole(waarde: object, laagst: int, hoogst: int) -> int:
    """Give a whole number between bounds.

    Raises:
        TypeError: it is no whole number.
        LimitError: it is out of bounds.
    """
    known(waarde)
    if not isinstance(waarde, int):
        raise Ongeschikt("hier hoort een geheel getal")
    if not laagst <= waarde <= hoogst:
        wat = f"dit getal hoort tussen {laagst} en {hoogst} te liggen"
        raise LimitError(wat, "kies een getal tussen die twee")
    return waarde


def bounded(waarde: Any) -> Any:  # noqa: ANN401  whatever a sum gives
    """Give a number of a size that documents have.

    Raises:
        LimitError: it is beyond that.
    """
    if isinstance(waarde, int):
        klein = -_MAX_GETAL < waarde < _MAX_GETAL
    elif isinstance(waarde, Decimal):
        klein = waarde.is_finite() and abs(waarde.adjusted()) <= _MAX_MACHT
    else:
        klein = not isinstance(waarde, float) or -_MAX_GETAL < waarde < _MAX_GETAL
    if not klein:
        raise LimitError("de uitkomst van deze berekening is te groot")
    return waarde


def walked(context: Context, waarde: Any, gewicht: int, tekens: int = 0) -> Any:  # noqa: ANN401  Jinja's
    """Give what a loop goes through, once its turns are paid for.

    Args:
        context: Jinja's.
        waarde: what the loop is over.
        gewicht: the steps that a turn costs.
        tekens: the characters that a turn writes into a captured block.
    """
    budget: Budget = context.parent[BUDGET]
    try:
        aantal = len(waarde)
    except TypeError:
        if not isinstance(waarde, Iterable):
            wat = "hier hoort een lijst, om er een voor een doorheen te gaan"
            raise Ongeschikt(wat) from None
        waarde = budget.listed(waarde)
        aantal = len(waarde)
    budget.charge(aantal * gewicht + 1)
    if tekens:
        budget.held(aantal * tekens)
    return waarde
