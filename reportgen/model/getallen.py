"""Reading a number exactly: what can be read in two ways is refused, with both readings."""

from __future__ import annotations

import re
from decimal import Decimal
from math import isfinite

from pydantic_core import PydanticCustomError

_GETAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_GEHEEL = re.compile(r"[0-9]+")
_DUIZENDTALLEN = re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+")
_KOMMA = re.compile(r"-?[0-9.]*,[0-9]+")
_MAX_CIJFERS = 15
_MAX_GEHEEL = 6
_LANG = 40
_CENTEN = 2
_CURE = "schrijf alleen cijfers, bijvoorbeeld 1350000"
_CURE_CENTEN = "schrijf euro's en centen, bijvoorbeeld 1250.50"


def fout(soort: str, tekst: str, cure: str) -> PydanticCustomError:
    """Make an error that says in Dutch what is wrong and what to do."""
    tekst = tekst.encode("utf-8", "replace").decode()  # half a character cannot be shown
    return PydanticCustomError(soort, "{tekst}", {"tekst": tekst, "cure": cure})


def lees_getal(waarde: object) -> Decimal:
    """Read a number: text with a decimal point, an int or a Decimal; never a float."""
    return _lees(waarde, centen=False)


def lees_geheel(waarde: object) -> int:
    """Read a whole number of a few digits, as text or int."""
    getal = isinstance(waarde, int) and abs(waarde) < 10**_MAX_GEHEEL
    tekst = str(waarde).strip() if getal or isinstance(waarde, str) else ""
    if isinstance(waarde, bool) or not _GEHEEL.fullmatch(tekst):
        raise fout("geheel", "hier hoort een geheel getal", "schrijf alleen cijfers")
    if len(tekst) > _MAX_GEHEEL:
        raise fout("getal_groot", "dit getal is te groot", "controleer het aantal cijfers")
    return int(tekst)


def lees_bedrag(waarde: object) -> Decimal:
    """Read an amount in euros: a number with two decimals at most."""
    getal = _lees(waarde, centen=True)
    if getal != round(getal, _CENTEN):
        wat = f"{_toon(waarde)} heeft meer dan twee cijfers achter de punt"
        raise fout("bedrag_centen", wat, _CURE_CENTEN)
    return getal.normalize() + 0 if getal else Decimal(0)


def schrijf_getal(getal: Decimal) -> str:
    """Write a number as data, so that it can be read in one way only."""
    tekst = f"{getal:f}"
    return f"{tekst}0" if _DUIZENDTALLEN.fullmatch(tekst) else tekst


def _lees(waarde: object, *, centen: bool) -> Decimal:
    if isinstance(waarde, float):
        raise _binair(waarde, centen=centen)
    if isinstance(waarde, bool) or not isinstance(waarde, str | int | Decimal):
        raise fout("getal", "is geen getal", _CURE)
    if isinstance(waarde, str):
        waarde = waarde.strip()
        _weiger_drukvorm(waarde, centen=centen)
        if not _GETAL.fullmatch(waarde):
            raise fout("getal", f"{_toon(waarde)} is geen getal", _CURE)
    if isinstance(waarde, int) and abs(waarde) >= 10**_MAX_CIJFERS:
        raise _te_groot(waarde)
    getal = Decimal(waarde)
    if not getal.is_finite():
        raise fout("getal", f"{_toon(waarde)} is geen getal", _CURE)
    if getal.adjusted() >= _MAX_CIJFERS:
        raise _te_groot(waarde)
    return getal


def _weiger_drukvorm(tekst: str, *, centen: bool) -> None:
    """Refuse a number in print notation, with each way in which it can be read."""
    if _DUIZENDTALLEN.fullmatch(tekst):
        heel = tekst.replace(".", "")
        eerste, _, rest = tekst.partition(".")
        breuk = "" if "." in rest else _schrijfwijze(eerste, rest, centen=centen)
        cure = f"schrijf {heel}: punten tussen duizendtallen bestaan alleen in druk"
        if breuk:
            cure = f"schrijf {heel} als u duizendtallen bedoelt, of {breuk} als u decimalen bedoelt"
        raise fout("getal_twee", f"{_toon(tekst)} kan op twee manieren worden gelezen", cure)
    if _KOMMA.fullmatch(tekst):
        heel, _, breuk = tekst.replace(".", "").rpartition(",")
        goed = _schrijfwijze(heel, breuk, centen=centen)
        anders = _CURE_CENTEN if centen else _CURE
        cure = f"schrijf {goed}" if 0 < len(goed) < _LANG else anders
        raise fout("getal_komma", f"{_toon(tekst)} heeft een decimale komma", cure)
    if tekst.startswith(("€", "EUR")):
        raise fout("getal_euro", f"{_toon(tekst)} heeft een euroteken", "schrijf alleen het getal")


def _schrijfwijze(heel: str, breuk: str, *, centen: bool) -> str:
    """Write whole and fraction in the one way that can be read; an amount has no third decimal."""
    breuk = breuk.rstrip("0") if len(breuk) > _CENTEN else breuk
    if centen and len(breuk) > _CENTEN:
        return ""
    goed = f"{heel if heel.strip('-') else f'{heel}0'}{'.' if breuk else ''}{breuk}"
    return f"{goed}0" if _DUIZENDTALLEN.fullmatch(goed) else goed


def _binair(waarde: float, *, centen: bool) -> PydanticCustomError:
    goed = format(waarde, ".2f" if centen else ".15g") if isfinite(waarde) else "1250.50"
    return fout(
        "getal_float",
        f"{waarde!r} is een binaire breuk en dus niet precies",
        f'schrijf bedragen als tekst, dus "{goed}", of gebruik Decimal',
    )


def _te_groot(waarde: str | int | Decimal) -> PydanticCustomError:
    wie = "dit getal" if isinstance(waarde, int) and abs(waarde) > 10**_LANG else _toon(waarde)
    return fout("getal_groot", f"{wie} is te groot", "controleer het aantal nullen")


def _toon(waarde: object) -> str:
    tekst = str(waarde)
    return f"‘{tekst if len(tekst) <= _LANG else f'{tekst[:_LANG]}…'}’"
