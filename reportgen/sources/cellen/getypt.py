"""Numbers and dates that stand in a cell as text: read where there is one reading, else refused."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from reportgen.errors import DataError, Plaats, Problem
from reportgen.model import schrijf_getal

_LANG = 40
_SPATIES = "[ \u00a0\u2009\u202f]"
_NEDERLANDS = re.compile(
    rf"(?:[1-9][0-9]{{0,2}}(?:(?:\.|{_SPATIES})[0-9]{{3}})+|[0-9]+)(?:,[0-9]+)?"
)
_ENGELS = re.compile(r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_OMLIJSTING = re.compile(
    r"(?P<open>\(?)\s*(?P<voor>-?)\s*(?:€|EUR)?\s*(?P<na_euro>-?)\s*(?P<kern>[0-9].*?)"
    r"\s*(?:€|EUR)?\s*(?P<achter>-?)\s*(?P<dicht>\)?)",
    re.IGNORECASE | re.DOTALL,
)
_HELE_EUROS = re.compile(r",--?(?=\)?$)")
_MIN = str.maketrans("−–", "--")
_DAG_EERST = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4})")
_ISO = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_CURE_DATUM = "typ de dag als datum, zoals 1-4-2017"


class Bezwaar(NamedTuple):
    """Why a cell cannot be read, and what to do."""

    tekst: str
    cure: str

    def problem(self, waar: Plaats) -> Problem:
        """Give the letter to the person who filled in the cell."""
        return Problem("D5", "error", waar, self.tekst, self.cure)


def getypt_getal(tekst: str) -> str | Bezwaar:
    """Read a number in Dutch or English notation: `1.250,50`, `1,250.50`, `€ 1.250,-`, `12,50-`.

    What the two notations read differently is refused with both readings: `1.350`.
    """
    kaal = tekst.strip()
    teken, kern = _zonder_teken(kaal)
    lezingen = sorted({g for g in (_nederlands(kern), _engels(kern)) if g is not None})
    if not lezingen:
        kort = f"{kaal[:_LANG]}…" if len(kaal) > _LANG else kaal
        return Bezwaar(f"‘{kort}’ is geen getal", "typ alleen het getal, zoals 1250,50")
    if len(lezingen) > 1:
        klein, groot = (f"{getal.normalize():f}".replace(".", ",") for getal in lezingen)
        cure = f"maak de cel op als Getal en typ {groot} (duizendtallen) of {klein} (decimalen)"
        return Bezwaar(f"‘{kaal}’ kan op twee manieren worden gelezen", cure)
    return schrijf_getal(teken * lezingen[0] + 0)


def _zonder_teken(kaal: str) -> tuple[int, str]:
    """Take the minus and the euro sign off: in front, behind (as SAP does), or as brackets."""
    delen = _OMLIJSTING.fullmatch(_HELE_EUROS.sub(",00", kaal.translate(_MIN)))
    if not delen or bool(delen["open"]) != bool(delen["dicht"]):
        return 1, ""
    minnen = sum(bool(delen[deel]) for deel in ("open", "voor", "na_euro", "achter"))
    return (-1 if minnen else 1), delen["kern"] if minnen <= 1 else ""


def _nederlands(kern: str) -> Decimal | None:
    if len(kern) > _LANG or not _NEDERLANDS.fullmatch(kern):
        return None
    return Decimal(re.sub(rf"\.|{_SPATIES}", "", kern).replace(",", "."))


def _engels(kern: str) -> Decimal | None:
    if len(kern) > _LANG or not _ENGELS.fullmatch(kern):
        return None
    return Decimal(kern.replace(",", ""))


def getypte_datum(tekst: str) -> str | Bezwaar:
    """Read a day: `1-4-2017` (the day first), `1 april 2017` or `2017-04-01`; give it as data."""
    kaal = tekst.strip()
    if iso := _ISO.fullmatch(kaal):
        with suppress(ValueError):
            return date.fromisoformat(iso[1]).isoformat()
    if cijfers := _DAG_EERST.fullmatch(kaal):
        return _dag_eerst(kaal, cijfers)
    from reportgen.notation import parse_datum

    try:
        return parse_datum(kaal).isoformat()
    except DataError:
        return Bezwaar(f"‘{kaal[:_LANG]}’ is geen datum", _CURE_DATUM)


def _dag_eerst(kaal: str, cijfers: re.Match[str]) -> str | Bezwaar:
    """Read three numbers; with slashes the month may stand first, as Americans write it."""
    een, twee, jaar = int(cijfers[1]), int(cijfers[3]), int(cijfers[4])
    volgordes = [(een, twee)] + ([(twee, een)] if cijfers[2] == "/" else [])
    dagen: list[date] = []
    for dag, maand in volgordes:
        with suppress(ValueError):
            dagen.append(date(jaar, maand, dag))
    if len(set(dagen)) == 1:
        return dagen[0].isoformat()
    if not dagen:
        return Bezwaar(f"‘{kaal}’ bestaat niet op de kalender", "controleer dag en maand")
    beide = " of ".join(f"{d.day}-{d.month}-{d.year}" for d in dagen)
    return Bezwaar(f"‘{kaal}’ kan op twee manieren worden gelezen", f"typ {beide}, als datum")
