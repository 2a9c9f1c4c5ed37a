"""How Dutch writes amounts, percentages, dates and series: pure functions, each with its inverse.

`parse_x(x(value)) == value` for every value that the notation can hold. A half rounds away from
zero, as Excel does; minus zero prints as zero. Symbols and month names come from babel's locale
data and are read once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from babel import Locale

from reportgen.errors import DataError, Plaats, Problem
from reportgen.model import Eenheid, Notatie

HARDE_SPATIE = "\u00a0"
_NL = Locale("nl")
_TEKENS = _NL.number_symbols["latn"]
_RUIL = str.maketrans({",": _TEKENS["group"], ".": _TEKENS["decimal"], "-": _TEKENS["minusSign"]})
_TERUG = str.maketrans({_TEKENS["group"]: "", _TEKENS["decimal"]: ".", _TEKENS["minusSign"]: "-"})
_MAANDEN: dict[int, str] = dict(_NL.months["format"]["wide"])
_MAAND_NUMMERS = {naam: nummer for nummer, naam in _MAANDEN.items()}
_SCHAAL: dict[Eenheid, tuple[int, str]] = {
    "euro": (0, "in euro's"),
    "duizend": (3, "x €{spatie}1.000"),
    "miljoen": (6, "x €{spatie}1 miljoen"),
}
_HELE_EUROS = ",-"
_MIN = {"-": "-", "−": "−", "-/-": f"-/-{HARDE_SPATIE}"}
_PRECIES = Context(prec=60)
_GETAL = re.compile(r"-?(0|[1-9][0-9]{0,2}(\.[0-9]{3})*)(,[0-9]+)?")
_STANDAARD = Notatie()


def getal(waarde: Decimal, decimalen: int = 0) -> str:
    """Print a number with a fixed number of decimals: `1.234,5`."""
    rond = waarde.quantize(_stap(-decimalen), ROUND_HALF_UP, _PRECIES)
    return f"{rond or abs(rond):,}".translate(_RUIL)


def parse_getal(tekst: str) -> Decimal:
    """Read a number back, strictly: groups of three, a decimal comma.

    Raises:
        DataError: the text is no number in Dutch notation.
    """
    if not _GETAL.fullmatch(tekst):
        raise _onleesbaar(tekst, "getal", "1.234,5")
    return Decimal(tekst.translate(_TERUG))


def bedrag(waarde: Decimal, notatie: Notatie = _STANDAARD) -> str:
    """Print euros in running text: `€ 1.350.000`, with cents only where there are any."""
    heel = waarde == waarde.to_integral_value()
    achter = _HELE_EUROS if heel and notatie.hele_euros == _HELE_EUROS else ""
    return f"€{_spatie(notatie)}{getal(waarde, 0 if heel else 2)}{achter}"


def parse_bedrag(tekst: str) -> Decimal:
    """Read euros back; the space after € may be hard, plain or absent, and so may `,-`.

    Raises:
        DataError: the text is no amount in Dutch notation.
    """
    if not (treffer := re.fullmatch(r"€[ \u00a0]?(.+)", tekst)):
        raise _onleesbaar(tekst, "bedrag", "€ 1.350.000")
    return parse_getal(treffer[1].removesuffix(_HELE_EUROS))


def miljoen(waarde: Decimal, notatie: Notatie = _STANDAARD) -> str:
    """Print euros in millions: `€ 1,2 miljoen`."""
    miljoenen = getal(waarde.scaleb(-6, _PRECIES), notatie.miljoen_decimalen)
    return f"€{_spatie(notatie)}{miljoenen} miljoen"


def parse_miljoen(tekst: str) -> Decimal:
    """Read euros in millions back, as euros.

    Raises:
        DataError: the text is no amount in millions.
    """
    if not tekst.endswith(" miljoen"):
        raise _onleesbaar(tekst, "bedrag in miljoenen", "€ 1,2 miljoen")
    return parse_bedrag(tekst.removesuffix(" miljoen")).scaleb(6)


def cel(waarde: Decimal | None, notatie: Notatie = _STANDAARD) -> str:
    """Print the cell of a table, in euros: in the unit of the profile, its zero, its minus."""
    if not waarde:
        return notatie.onbekend if waarde is None else notatie.nul
    macht, _ = _SCHAAL[notatie.eenheid]
    tekst = getal(waarde.scaleb(-macht, _PRECIES), _decimalen(notatie))
    if not tekst.strip("0,"):
        return notatie.nul
    return tekst if tekst[0] != "-" else f"{_MIN[notatie.min]}{tekst[1:]}"


def parse_cel(tekst: str, notatie: Notatie = _STANDAARD) -> Decimal | None:
    """Read the cell of a table back, in euros; unknown is None.

    Raises:
        DataError: the text is no figure of such a table.
    """
    if tekst == notatie.onbekend:
        return None
    if tekst in (notatie.nul, "0"):
        return Decimal(0)
    negatief = tekst.startswith(notatie.min)
    if not negatief and tekst.startswith("-"):
        raise _onleesbaar(tekst, "bedrag", f"{_MIN[notatie.min]}1.234")
    kaal = tekst.removeprefix(notatie.min).lstrip(f" {HARDE_SPATIE}") if negatief else tekst
    gelezen = parse_getal(f"-{kaal}" if negatief else tekst)
    return gelezen.scaleb(_SCHAAL[notatie.eenheid][0])


def oordeel(waarde: Decimal | None, kant: int, notatie: Notatie = _STANDAARD) -> str:
    """Print a cell with the letter of its judgement: `300 V`, `100 N`, `0`.

    Args:
        waarde: euros, without a sign.
        kant: 1 is favourable, -1 unfavourable, 0 neither.
        notatie: the letters and the unit.
    """
    tekst = cel(waarde, notatie)
    if not kant or waarde is None or tekst == notatie.nul:
        return tekst
    return f"{tekst}{HARDE_SPATIE}{notatie.voordelig if kant > 0 else notatie.nadelig}"


def parse_oordeel(tekst: str, notatie: Notatie = _STANDAARD) -> tuple[Decimal | None, int]:
    """Read an amount with its letter back: euros without a sign, and which side it is on.

    Raises:
        DataError: the text has no letter where one is due, or a sign beside it.
    """
    for letter, kant in ((notatie.voordelig, 1), (notatie.nadelig, -1)):
        for spatie in (HARDE_SPATIE, " "):
            if tekst.endswith(spatie + letter):
                waarde = parse_cel(tekst.removesuffix(spatie + letter), notatie)
                if not waarde or waarde < 0:
                    raise _onleesbaar(tekst, "verschil", "300 V")
                return waarde, kant
    if waarde := parse_cel(tekst, notatie):
        raise _onleesbaar(tekst, "verschil", "300 V")
    return waarde, 0


def eenheid(notatie: Notatie = _STANDAARD) -> str:
    """Give the unit of a table in words: `x € 1.000`."""
    return _SCHAAL[notatie.eenheid][1].replace("{spatie}", _spatie(notatie))


def afronding(waarde: Decimal, notatie: Notatie = _STANDAARD) -> Decimal:
    """Round an amount as a cell of a table shows it, in euros."""
    macht, _ = _SCHAAL[notatie.eenheid]
    rond = waarde.quantize(_stap(macht - _decimalen(notatie)), ROUND_HALF_UP, _PRECIES)
    return rond or Decimal(0)


def in_eenheid(waarde: Decimal, notatie: Notatie = _STANDAARD) -> Decimal:
    """Give an amount as a number in the unit of the tables, rounded as a cell shows it."""
    macht, _ = _SCHAAL[notatie.eenheid]
    rond = afronding(waarde, notatie).scaleb(-macht, _PRECIES)
    return rond.quantize(Decimal(1).scaleb(-_decimalen(notatie)), ROUND_HALF_UP, _PRECIES)


def procent(waarde: Decimal, decimalen: int = 1) -> str:
    """Print a percentage, given in percents: 12.5 → `12,5%`."""
    return f"{getal(waarde, decimalen)}%"


def parse_procent(tekst: str) -> Decimal:
    """Read a percentage back, in percents.

    Raises:
        DataError: the text is no percentage.
    """
    if not tekst.endswith("%"):
        raise _onleesbaar(tekst, "percentage", "12,5%")
    return parse_getal(tekst.removesuffix("%"))


def datum(dag: date) -> str:
    """Print a date in words: `1 april 2017`."""
    return f"{dag.day} {_MAANDEN[dag.month]} {dag.year}"


def parse_datum(tekst: str) -> date:
    """Read a date in words back.

    Raises:
        DataError: the text is no date, or that day does not exist.
    """
    treffer = re.fullmatch(r"([1-9][0-9]?) ([a-z]+) ([1-9][0-9]{0,3})", tekst)
    if not treffer or treffer[2] not in _MAAND_NUMMERS:
        raise _onleesbaar(tekst, "datum", "1 april 2017")
    try:
        return date(int(treffer[3]), _MAAND_NUMMERS[treffer[2]], int(treffer[1]))
    except ValueError:
        raise _onleesbaar(tekst, "datum", "1 april 2017") from None


def opsomming(delen: Sequence[str]) -> str:
    """Print a series: `a, b en c`, without a comma before `en`."""
    *begin, eind = delen or ("",)
    return f"{', '.join(begin)} en {eind}" if begin else eind


def past_in_opsomming(delen: Sequence[str]) -> bool:
    """Say whether a series can be read back: no part has a comma or an `en` of its own."""
    return not any(re.search(r",|(^| )en( |$)", deel) for deel in delen)


def parse_opsomming(tekst: str) -> list[str]:
    """Read a series back into its parts."""
    begin, en, eind = tekst.rpartition(" en ")
    return [*begin.split(", "), eind] if en else [eind] if eind else []


@lru_cache
def _stap(macht: int) -> Decimal:
    """Give a power of ten, as a step to round to."""
    return Decimal(1).scaleb(macht)


def _decimalen(notatie: Notatie) -> int:
    return notatie.miljoen_decimalen if notatie.eenheid == "miljoen" else 0


def _spatie(notatie: Notatie) -> str:
    return HARDE_SPATIE if notatie.euro_spatie == "hard" else ""


def _onleesbaar(tekst: str, wat: str, voorbeeld: str) -> DataError:
    melding = f"‘{tekst[:60]}’ is geen {wat}"
    return DataError([Problem("D5", "error", Plaats(), melding, f"schrijf zoals: {voorbeeld}")])
