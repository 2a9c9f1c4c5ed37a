"""The columns of the workbook, derived from the fields of the model."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from reportgen.model import BEKEND, KOLOMMEN, Onderdeel, Profiel, Soort
from reportgen.model import waarden as w
from reportgen.model.cijfers import Namen
from reportgen.sources.cellen import Als
from reportgen.sources.werkmap.woorden import KOPPEN, VOORBEELDEN, Veldpad

Veldsoort = Literal[
    "regel", "tekst", "code", "bedrag", "mutatie", "meetwaarde", "datum", "jaar", "geheel", "keuze",
    "keuzen", "namen",
]  # fmt: skip
"""What a column holds."""

_SOORTEN: tuple[tuple[object, Veldsoort], ...] = (
    (w.Tekstveld, "tekst"),
    (w.Nummer, "code"),
    (w.Bedrag, "bedrag"),
    (w.Mutatiebedrag, "mutatie"),
    (w.Meetwaarde, "meetwaarde"),
    (w.Datum, "datum"),
    (w.Jaar, "jaar"),
    (Namen, "namen"),
)
_ALS: dict[Veldsoort, Als] = {
    "code": "code",
    "bedrag": "bedrag",
    "mutatie": "bedrag",
    "meetwaarde": "getal",
    "datum": "datum",
    "jaar": "getal",
    "geheel": "getal",
}
_BEDRAGEN = "bedragen"
_JAAR = re.compile(r"\{t([+-][0-9])?\}")


@dataclass(frozen=True, slots=True)
class Veld:
    """A column: which field of the record it fills, and what a person should know of it.

    Attributes:
        pad: the path from the record of its sheet, `("voortgang", "kleur")`.
        kop: its heading; `{t}` in it stands for a year.
        soort: what it holds.
        uitleg: what it means.
        keuzen: what can be chosen.
        verplicht: whether a row cannot be without it.
        voorbeeld: what could stand in it, as data.
    """

    pad: Veldpad
    kop: str
    soort: Veldsoort
    uitleg: str
    keuzen: tuple[str, ...] = ()
    verplicht: bool = False
    voorbeeld: str = ""

    @property
    def als(self) -> Als:
        """How its cells are read."""
        return _ALS.get(self.soort, "tekst")

    @property
    def naam(self) -> str:
        """Its name as data: `voortgang.kleur`."""
        return ".".join(self.pad)

    def kop_in(self, jaar: int | None) -> str:
        """Give the heading, with the years where they are known: `Realisatie 2015 (t-2)`."""
        return " ".join(_JAAR.sub(lambda t: _jaar(t[1] or "", jaar), self.kop).split())

    def jaar_in(self, jaar: int) -> int | None:
        """Give the year that the heading is about, where it is about one."""
        gevonden = _JAAR.search(self.kop)
        return jaar + int(gevonden[1] or 0) if gevonden else None


def _jaar(stap: str, jaar: int | None) -> str:
    getal = "" if jaar is None else str(jaar + int(stap or 0))
    return f"{getal} (t{stap})" if stap or not getal else getal


@dataclass(frozen=True, slots=True)
class Lijst:
    """A list of records inside a record: where it stands, and what is in it."""

    pad: Veldpad
    record: type[Onderdeel]


def velden(
    record: type[Onderdeel], lijst: str, soort: Soort, binnen: Veldpad = ()
) -> tuple[Veld, ...]:
    """Give the columns of a record; `lijst` is the list that its sheet shows.

    `binnen` is where the record stands in that of its sheet, when it is one inside it.
    """
    return tuple(_velden(record, binnen, lijst, soort, moet=True))


def mogelijk_leeg(record: type[Onderdeel], voor: Veldpad = ()) -> Iterator[Veldpad]:
    """Find the records in a record that can be there without anything in them."""
    for naam, hint in _hints(record).items():
        deel = _record(hint)
        if deel not in (None, Profiel) and record.model_fields[naam].default is None:
            yield (*voor, naam)
            yield from mogelijk_leeg(deel, (*voor, naam))


def lijsten(record: type[Onderdeel], voor: Veldpad = ()) -> Iterator[Lijst]:
    """Find the lists of records in a record, and in the records that it holds one of."""
    for naam, hint in _hints(record).items():
        pad = (*voor, naam)
        if (onder := _record_in_lijst(hint)) is not None:
            yield Lijst(pad, onder)
        elif (deel := _record(hint)) is not None and deel is not Profiel:
            yield from lijsten(deel, pad)


@cache
def altijd_gevuld(record: type[Onderdeel]) -> tuple[str, ...]:
    """Name the records that a record always has, even without anything in them."""
    hints = _hints(record).items()
    return tuple(n for n, h in hints if _record(h) and record.model_fields[n].is_required())


def _velden(
    record: type[Onderdeel], voor: Veldpad, lijst: str, soort: Soort, *, moet: bool
) -> Iterator[Veld]:
    for naam, hint in _hints(record).items():
        pad = (*voor, naam)
        deel = _record(hint)
        hier = moet and record.model_fields[naam].is_required()
        if _record_in_lijst(hint) is not None:
            continue
        if deel is not None and deel is not Profiel:
            yield from _velden(deel, pad, lijst, soort, moet=hier)
        elif pad[0] != _BEDRAGEN or naam in KOLOMMEN[soort]:
            yield replace(_veld(record, pad, lijst, soort), verplicht=hier)


def _veld(record: type[Onderdeel], pad: Veldpad, lijst: str, soort: Soort) -> Veld:
    """Derive a column from a field."""
    hint, veld = _hints(record)[pad[-1]], record.model_fields[pad[-1]]
    naam = ".".join(pad)
    veldsoort = _soort(hint)
    keuzen = tuple(map(str, _keuzen(hint)))
    voorbeeld = VOORBEELDEN.get(f"{lijst}.{naam}" if lijst else naam, "")
    if pad[0] == _BEDRAGEN:
        voorbeeld = voorbeeld or ("1350000" if veldsoort == "bedrag" else pad[-1].capitalize())
    return Veld(
        pad=pad,
        kop=_kop(pad, lijst, soort),
        soort=veldsoort,
        uitleg=veld.description or "",
        keuzen=keuzen,
        voorbeeld=voorbeeld or (keuzen[0] if keuzen else ""),
    )


def _kop(pad: Veldpad, lijst: str, soort: Soort) -> str:
    """Give the heading of a column: that of the printed table for money, else its own or name."""
    if pad[0] == _BEDRAGEN:
        return next(k.kop or k.naam for k in BEKEND[soort] if k.naam == pad[-1])
    naam = ".".join(pad)
    eigen = " ".join(pad).replace("_", " ")
    return KOPPEN.get(f"{lijst}.{naam}") or KOPPEN.get(naam) or eigen[:1].upper() + eigen[1:]


@cache
def _hints(record: type[Onderdeel]) -> dict[str, Any]:
    hints = get_type_hints(record, include_extras=True)
    return {naam: _zonder_none(hints[naam]) for naam in record.model_fields}


def _zonder_none(hint: Any) -> Any:  # noqa: ANN401  an annotation
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (deel for deel in get_args(hint) if deel is not type(None))
    kaal = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    return kaal if _record_in_lijst(kaal) else hint


def _soort(hint: Any) -> Veldsoort:  # noqa: ANN401  an annotation
    if _keuzen(hint):
        return "keuzen" if get_origin(hint) is tuple else "keuze"
    for bekend, soort in _SOORTEN:
        if hint == bekend:
            return soort
    kaal = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    return "geheel" if kaal is int else "regel"


def _keuzen(hint: Any) -> tuple[object, ...]:  # noqa: ANN401  an annotation
    if get_origin(hint) is tuple:
        return _keuzen(get_args(hint)[0])
    return get_args(hint) if get_origin(hint) is Literal else ()


def _record(hint: Any) -> type[Onderdeel] | None:  # noqa: ANN401  an annotation
    return hint if isinstance(hint, type) and issubclass(hint, Onderdeel) else None


def _record_in_lijst(hint: Any) -> type[Onderdeel] | None:  # noqa: ANN401  an annotation
    return _record(get_args(hint)[0]) if get_origin(hint) is tuple else None
