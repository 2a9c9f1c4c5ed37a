"""What the XML of a cell holds, typed: its kind and format say whether it is a day or a share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from math import isfinite

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from reportgen.sources.cellen.waarden import Celsoort

_ZONDER_LETTERLIJK = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_GEHEEL = re.compile(r"-?[0-9]{1,15}")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_TIJDSTIP = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T00:00(?::00(?:\.0+)?)?)?Z?")
_BEGIN_1900 = date(1899, 12, 30)
_BEGIN_1904 = date(1904, 1, 1)
_EERSTE_ZEKERE_DAG = 61
"""1 March 1900: before it Excel counts a day that there never was."""
_LAATSTE_DAG = 2958465
"""31 December 9999."""
_CIJFERS = 15
"""As many digits as Excel keeps and shows; what a binary fraction says beyond them is noise."""

Getypt = tuple[Celsoort, str]


@dataclass(frozen=True, slots=True)
class Opmaak:
    """What the formats of a workbook say: per style which numbers are days, which are shares."""

    datums: frozenset[str] = frozenset()
    procenten: frozenset[str] = frozenset()
    vanaf_1904: bool = False


def maak_opmaak(stijlen: list[int], eigen: dict[int, str], *, vanaf_1904: bool) -> Opmaak:
    """Sort styles, given as the ids of their number formats, by what those formats show."""
    codes = {
        str(nr): eigen.get(id_) or BUILTIN_FORMATS.get(id_, "") for nr, id_ in enumerate(stijlen)
    }
    datums = frozenset(stijl for stijl, code in codes.items() if is_date_format(code))
    procenten = frozenset(s for s, code in codes.items() if "%" in _ZONDER_LETTERLIJK.sub("", code))
    return Opmaak(datums, procenten - datums, vanaf_1904)


def lees_waarde(soort: str, ruw: str, stijl: str, opmaak: Opmaak) -> Getypt | None:
    """Type what stands in a cell; None where it is empty to the eye."""
    match soort:
        case "n" | "":
            return _getal(ruw, stijl, opmaak) if ruw.strip() else None
        case "s" | "str" | "inlineStr":
            tekst = ontsnapt(ruw)
            return ("tekst", tekst) if tekst.strip() else None
        case "b":
            return "logisch", "WAAR" if ruw.strip() in ("1", "true") else "ONWAAR"
        case "e":
            return "fout", ruw
        case "d":
            heel = _TIJDSTIP.fullmatch(ruw)
            return ("datum", heel[1]) if heel else ("tijd", ruw)
        case _:
            return "onleesbaar", ruw


def ontsnapt(tekst: str) -> str:
    r"""Give a text as a person sees it: Excel writes some characters as `_x000D_`."""
    if "_x" not in tekst:
        return tekst
    return _ESCAPE.sub(lambda code: chr(int(code[1], 16)), tekst)


def exact(ruw: str) -> Decimal | None:
    """Read the digits of a number as Excel shows them at most: 0.7999999999999999 is 0,8."""
    try:
        binair = float(ruw)
    except ValueError:
        return None
    if not isfinite(binair):
        return None
    try:
        return Decimal(f"{binair:.{_CIJFERS}g}")
    except InvalidOperation:
        return None


def _getal(ruw: str, stijl: str, opmaak: Opmaak) -> Getypt:
    if stijl not in opmaak.datums and stijl not in opmaak.procenten and _GEHEEL.fullmatch(ruw):
        return "getal", ruw
    getal = exact(ruw)
    if getal is None:
        return "onleesbaar", ruw
    if stijl in opmaak.datums:
        return _dag(getal, vanaf_1904=opmaak.vanaf_1904)
    if stijl in opmaak.procenten:
        return "procent", _kaal(getal * 100)
    return "getal", _kaal(getal)


def _kaal(getal: Decimal) -> str:
    """Write a number out without zeros behind it that say nothing."""
    return f"{getal.normalize():f}" if getal else "0"


def _dag(getal: Decimal, *, vanaf_1904: bool) -> Getypt:
    """Turn a count of days into a day."""
    eerste, begin = (0, _BEGIN_1904) if vanaf_1904 else (_EERSTE_ZEKERE_DAG, _BEGIN_1900)
    heel = int(getal)
    if not eerste <= heel <= _LAATSTE_DAG - (1462 if vanaf_1904 else 0):
        return "tijd", f"{_kaal(getal)} dagen".replace(".", ",")
    dag = begin + timedelta(days=heel)
    if getal == heel:
        return "datum", dag.isoformat()
    moment = datetime(dag.year, dag.month, dag.day) + timedelta(days=float(getal - heel))  # noqa: DTZ001  Excel knows no zones
    return "tijd", moment.isoformat(" ", "minutes")
