"""The filters and tests that a template author has: Jinja's harmless ones, and those of notation.

Each charges the budget for what it walks or makes; a value that is not there stays an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jinja2 import Undefined, pass_context
from jinja2.filters import FILTERS as JINJA
from jinja2.tests import TESTS as JINJATESTS
from markupsafe import Markup, escape

from reportgen import notation
from reportgen.word.jinja.figures import FIGURES
from reportgen.word.jinja.limits import budget_of, known, plain, weigh, whole
from reportgen.word.jinja.sums import calculate
from reportgen.word.jinja.unfit import Geweigerd, Ongeschikt

if TYPE_CHECKING:
    from jinja2.runtime import Context

_Filter = Callable[..., Any]
_REEKSEN = (
    *("batch", "dictsort", "first", "groupby", "items", "last", "list", "map", "max", "min"),
    *("reject", "rejectattr", "reverse", "select", "selectattr", "slice", "sort", "unique"),
)
_TESTEN = (
    *("boolean", "defined", "false", "float", "integer", "iterable", "mapping", "none"),
    *("number", "sameas", "sequence", "string", "true", "undefined"),
)
_VERGELIJKEN = (
    *("==", "eq", "equalto", "!=", "ne", "<", "lt", "lessthan", "<=", "le", ">", "gt"),
    *("greaterthan", ">=", "ge", "in"),
)
_VERGELIJKT = {"dictsort": 99, "groupby": 0, "max": 1, "min": 1, "sort": 2, "unique": 1}
"""The filters that compare, and where they have the name of a field of each element."""

_BREED = 500
"""How wide a text or a row can be made."""
_AANLOOP = 8
"""The steps that a filter costs before it does anything; one of each element is a call too."""
_EERST: Mapping[str, Callable[[Context], tuple[Any, ...]]] = {
    "": lambda _: (),
    "context": lambda context: (context,),
    "environment": lambda context: (context.environment,),
    "eval_context": lambda context: (context.eval_ctx,),
}
"""What Jinja's own filters take before their value."""


def _tekstfilter(functie: Callable[..., object]) -> _Filter:
    """Make a filter of a function on text: it never sees escapes, nor what is no text."""

    @pass_context
    def filter_(context: Context, waarde: object, *args: object, **kwargs: object) -> object:
        tekst = plain(waarde)
        budget = budget_of(context)
        budget.made(len(tekst))
        uit = functie(tekst, *args, **kwargs)
        if isinstance(uit, str) and len(uit) > len(tekst):
            budget.made(len(uit))
        return uit

    return filter_


def _center(tekst: str, width: int = 80) -> str:
    return tekst.center(whole(width, 0, _BREED))


def _truncate(
    tekst: str, length: int = 255, killwords: object = None, end: str = "...", leeway: int = 5
) -> str:
    """Cut a text at a length, between words if it can."""
    if whole(length, 0, 10**9) < len(end):
        raise Ongeschikt("deze lengte is korter dan het teken voor wat wegvalt")
    if len(tekst) <= length + whole(leeway, 0, _BREED):
        return tekst
    kort = tekst[: length - len(end)]
    return (kort if killwords else kort.rsplit(" ", 1)[0]) + end


def _wordcount(tekst: str) -> int:
    return len(re.findall(r"\w+", tekst))


def _trim(tekst: str, chars: str | None = None) -> str:
    return tekst.strip(chars)


@pass_context
def _replace(context: Context, s: object, old: object, new: object, count: int = -1) -> str:
    tekst, oud, nieuw = plain(s), plain(old), plain(new)
    aantal = tekst.count(oud)
    budget_of(context).made(len(tekst) + aantal * max(len(nieuw), 1))
    return tekst.replace(oud, nieuw, whole(count, -1, 10**9))


@pass_context
def _join(context: Context, value: object, d: object = "", attribute: Any = None) -> str:  # noqa: ANN401  Jinja's
    leden = _gelezen(context, value)
    if attribute is not None:
        leden = JINJA["map"](context, leden, attribute=attribute)
    teksten, tussen = [plain(lid) for lid in leden], plain(d)
    budget_of(context).made(sum(map(len, teksten)) + len(teksten) * len(tussen))
    return tussen.join(teksten)


@pass_context
def _sum(context: Context, iterable: object, attribute: Any = None, start: Any = 0) -> Any:  # noqa: ANN401  Jinja's
    leden = _gelezen(context, iterable)
    if attribute is not None:
        leden = list(JINJA["map"](context, leden, attribute=attribute))
    budget_of(context).charge(2 * len(leden))
    for lid in leden:
        start = calculate("+", start, lid)
    return start


def _gelezen(context: Context, waarde: object) -> Any:  # noqa: ANN401  whatever can be walked
    """Give what can be walked, once it is paid for."""
    known(waarde)
    budget = budget_of(context)
    if not isinstance(waarde, Iterable):
        raise Ongeschikt("hier hoort een lijst")
    if isinstance(waarde, Iterator) or not hasattr(waarde, "__len__"):
        waarde = budget.listed(waarde)
    budget.charge(len(waarde) + _AANLOOP)  # type: ignore[arg-type]
    return waarde


def _vergeleken(context: Context, naam: str, leden: Any, attribuut: object) -> None:  # noqa: ANN401  a list
    """Pay for what a filter compares: the elements, or a field of each."""
    budget = budget_of(context)
    if naam == "dictsort":
        leden = list(leden.values()) if isinstance(leden, Mapping) else []
    gewicht = 0
    for veld in str(attribuut).split(",") if attribuut is not None else ():
        nummer = int(veld) if veld.isdecimal() else veld
        gewicht += weigh(list(JINJA["map"](context, leden, attribute=nummer)), budget)
    gewicht = gewicht or weigh(leden, budget)
    budget.charge(gewicht * len(leden).bit_length())


def _reeksfilter(naam: str) -> _Filter:
    """Make a filter of one of Jinja's that walks a list; what it gives is a list at once."""
    functie: _Filter = JINJA[naam]
    soort = getattr(functie, "jinja_pass_arg", None)
    eerst = _EERST[soort.name if soort else ""]
    plek = _VERGELIJKT.get(naam)

    @pass_context
    def filter_(context: Context, waarde: object, *args: object, **kwargs: object) -> object:
        leden = _gelezen(context, waarde)
        if naam in {"map", "select", "selectattr", "reject", "rejectattr"}:
            _bekend(naam, args)
            budget_of(context).charge(len(leden) * _AANLOOP)
        elif naam in {"batch", "slice"}:
            _breedte(context, *args, **kwargs)
            budget_of(context).charge(len(leden) * _AANLOOP)
        elif plek is not None:
            _vergeleken(
                context, naam, leden, kwargs.get("attribute", next(iter(args[plek:]), None))
            )
        uit = functie(*eerst(context), leden, *args, **kwargs)
        return budget_of(context).listed(uit) if isinstance(uit, Iterator) else uit

    return filter_


def _bekend(naam: str, args: tuple[object, ...]) -> None:
    """Let a filter that is given the name of another one use what an author has."""
    bekend, plek = (FILTERS, 0) if naam == "map" else (TESTS, int(naam.endswith("attr")))
    for woord in args[plek : plek + 1]:
        if woord not in bekend:
            soort = "het filter" if naam == "map" else "de test"
            cure = f"controleer de naam van {soort} tussen de haakjes"
            raise Geweigerd(f"‘{plain(woord)[:40]}’ kan niet in ‘{naam}’", cure)


def _breedte(context: Context, aantal: object = None, *_: object, **meer: object) -> None:
    for getal in (aantal, meer.get("linecount"), meer.get("slices")):
        if getal is not None:
            budget_of(context).charge(8 * whole(getal, 1, _BREED))


@pass_context
def _length(context: Context, waarde: Any) -> int:  # noqa: ANN401, ARG001  Jinja's
    if not hasattr(known(waarde), "__len__"):
        raise Ongeschikt("hier hoort een lijst of een tekst")
    return len(waarde)


def _default(value: object, default_value: object = "", boolean: object = None) -> object:
    """Give another value for one that is not there, or (boolean) for an empty one."""
    weg = isinstance(value, Undefined) or (boolean and not value)
    return default_value if weg else value


@pass_context
def _escape(context: Context, waarde: object) -> Markup:
    if isinstance(waarde, Markup):
        return waarde
    tekst = plain(waarde)
    budget_of(context).made(len(tekst))
    return escape(tekst)


@pass_context
def _opsomming(context: Context, waarde: object) -> str:
    if isinstance(waarde, str | Mapping):
        raise Ongeschikt("een opsomming maakt tekst van een lijst, en dit is er geen")
    delen = [plain(deel) for deel in _gelezen(context, waarde)]
    budget_of(context).made(sum(map(len, delen)) + 4 * len(delen))
    return notation.opsomming(delen)


def _vergelijking(naam: str) -> _Filter:
    """Make a test that compares, which pays for what it walks."""
    functie: Any = JINJATESTS[naam]

    @pass_context
    def test(context: Context, links: object, rechts: object) -> bool:
        budget = budget_of(context)
        weigh(known(links), budget)
        weigh(known(rechts), budget)
        return bool(functie(links, rechts))

    return test


def _test(naam: str) -> _Filter:
    functie: Any = JINJATESTS[naam]
    test: _Filter = functie
    return test


def _lettertest(functie: Callable[[str], bool]) -> _Filter:
    """Make a test of the letters of a text, which pays for what it walks."""

    @pass_context
    def test(context: Context, waarde: object) -> bool:
        weigh(known(waarde), budget_of(context))
        return functie(plain(waarde))

    return test


def _deelbaar(value: object, num: object = 2) -> bool:
    return not calculate("%", value, num)


def _even(value: object) -> bool:
    return _deelbaar(value)


def _odd(value: object) -> bool:
    return not _deelbaar(value)


FILTERS: Mapping[str, _Filter] = {
    **FIGURES,
    **{naam: _reeksfilter(naam) for naam in _REEKSEN},
    **{naam: _tekstfilter(getattr(str, naam)) for naam in ("upper", "lower", "capitalize")},
    **dict.fromkeys(("count", "length"), _length),
    **dict.fromkeys(("d", "default"), _default),
    **dict.fromkeys(("e", "escape"), _escape),
    "center": _tekstfilter(_center),
    "join": _join,
    "replace": _replace,
    "string": _tekstfilter(str),
    "sum": _sum,
    "title": _tekstfilter(JINJA["title"]),
    "trim": _tekstfilter(_trim),
    "truncate": _tekstfilter(_truncate),
    "wordcount": _tekstfilter(_wordcount),
    "opsomming": _opsomming,
}
"""What may follow a `|` in a tag."""

TESTS: Mapping[str, _Filter] = {
    **{naam: _test(naam) for naam in _TESTEN},
    **{naam: _vergelijking(naam) for naam in _VERGELIJKEN},
    "divisibleby": _deelbaar,
    "lower": _lettertest(str.islower),
    "upper": _lettertest(str.isupper),
    "even": _even,
    "odd": _odd,
}
"""What may follow an `is` in a tag."""
