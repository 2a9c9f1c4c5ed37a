"""One cell becomes the text that the model reads, exactly; what cannot be is refused in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from reportgen.model import schrijf_getal
from reportgen.sources.cellen.getypt import Bezwaar, getypt_getal, getypte_datum

Celsoort = Literal[
    "tekst", "getal", "procent", "datum", "tijd", "logisch", "fout", "onberekend", "onleesbaar"
]
Als = Literal["tekst", "code", "getal", "bedrag", "procent", "datum"]
"""What a cell is read as. A `procent` is in the unit of its field: 24,1% gives `24.1`."""

_HIER_HOORT: dict[Als, str] = {
    "tekst": "een tekst",
    "code": "een nummer",
    "getal": "een getal",
    "bedrag": "een bedrag",
    "procent": "een percentage",
    "datum": "een datum",
}
_ALS_TEKST = "maak de cel op als Tekst en typ opnieuw wat er moet staan"
_CENTEN = 2
_NEDERLANDS = {
    "#DIV/0!": "#DEEL/0!",
    "#N/A": "#N/B",
    "#NAME?": "#NAAM?",
    "#NULL!": "#LEEG!",
    "#NUM!": "#GETAL!",
    "#REF!": "#VERW!",
    "#VALUE!": "#WAARDE!",
    "#SPILL!": "#OVERLOOP!",
    "#CALC!": "#BEREKEN!",
}
"""How Excel shows its errors to a person in Dutch."""


class Cel(NamedTuple):
    """One cell that is not empty.

    `tekst` is what it holds: of a `getal` the exact decimals, of a `procent` the number before the
    % sign, of a `datum` the day (`2017-04-01`), of a `fout` its code.
    """

    adres: str
    soort: Celsoort
    tekst: str


def lees(cel: Cel | None, als: Als) -> str | Bezwaar | None:
    """Read a cell as what its column holds; None for one that is empty."""
    if cel is None:
        return None
    if cel.soort == "tekst":
        return _UIT_TEKST[als](cel.tekst)
    if weigering := _WEIGERINGEN.get(cel.soort):
        return weigering(cel)
    return _UIT_WAARDE[cel.soort](cel.tekst, als)


def _uit_procent(tekst: str) -> str | Bezwaar | None:
    kaal = tekst.strip()
    return getypt_getal(kaal.removesuffix("%"))


_UIT_TEKST: Mapping[Als, Callable[[str], str | Bezwaar | None]] = {
    "tekst": lambda tekst: tekst,
    "code": lambda tekst: tekst.strip(),
    "getal": getypt_getal,
    "bedrag": getypt_getal,
    "procent": _uit_procent,
    "datum": getypte_datum,
}


def _uit_getal(tekst: str, als: Als) -> str | Bezwaar:
    """Read a number; as a text only a whole one, of which nobody doubts how it was shown."""
    getal = Decimal(tekst) + 0
    heel = getal == getal.to_integral_value()
    match als:
        case "tekst" | "code" if heel:
            return f"{getal:f}"
        case "code":
            wat = f"hier staat het getal {_komma(tekst)}, en als getal zijn 5,1 en 5,10 hetzelfde"
            return Bezwaar(wat, "maak de cel op als Tekst en typ het nummer opnieuw, met punten")
        case "tekst":
            return Bezwaar(f"hier staat het getal {_komma(tekst)} in plaats van tekst", _ALS_TEKST)
        case "datum":
            wat = f"hier staat het getal {_komma(tekst)} in plaats van een datum"
            return Bezwaar(wat, "maak de cel op als Datum en typ de dag opnieuw, zoals 1-4-2017")
        case "bedrag" if getal != round(getal, _CENTEN):
            wat = f"{_komma(tekst)} heeft meer dan twee cijfers achter de komma"
            return Bezwaar(wat, "rond af op centen, met een formule zo: =AFRONDEN(…;2)")
        case _:
            return schrijf_getal(getal)


def _uit_percentage(tekst: str, als: Als) -> str | Bezwaar:
    if als == "procent":
        return schrijf_getal(Decimal(tekst))
    wat = f"hier staat een percentage ({_komma(tekst)}%) in plaats van {_HIER_HOORT[als]}"
    if als in ("tekst", "code"):
        return Bezwaar(wat, _ALS_TEKST)
    return Bezwaar(wat, "maak de cel op als Getal en typ de waarde opnieuw, in haar eigen eenheid")


def _uit_datum(tekst: str, als: Als) -> str | Bezwaar:
    if als == "datum":
        return tekst
    jaar, maand, dag = tekst.split("-")
    wat = f"Excel heeft hier een datum van gemaakt ({int(dag)}-{int(maand)}-{jaar})"
    if als in ("tekst", "code"):
        return Bezwaar(wat, _ALS_TEKST)
    return Bezwaar(wat, "maak de cel op als Getal en typ de waarde opnieuw")


_UIT_WAARDE: Mapping[Celsoort, Callable[[str, Als], str | Bezwaar]] = {
    "getal": _uit_getal,
    "procent": _uit_percentage,
    "datum": _uit_datum,
}


def _weiger_fout(cel: Cel) -> Bezwaar:
    getoond = _NEDERLANDS.get(cel.tekst)
    naam = f"{cel.tekst} (in Nederlands Excel: {getoond})" if getoond else cel.tekst
    return Bezwaar(f"hier staat de fout {naam}", "herstel de formule, of maak de cel leeg")


def _weiger_onberekend(_cel: Cel) -> Bezwaar:
    wat = "de formule in deze cel is nog nooit uitgerekend"
    return Bezwaar(wat, "open de werkmap in Excel, bewaar haar en probeer opnieuw")


def _weiger_logisch(cel: Cel) -> Bezwaar:
    return Bezwaar(f"Excel heeft hier {cel.tekst} van gemaakt", _ALS_TEKST)


def _weiger_tijd(cel: Cel) -> Bezwaar:
    wat = f"hier staat een tijd of een dag met een tijd ({cel.tekst})"
    return Bezwaar(wat, "typ alleen de dag, zoals 1-4-2017, of maak de cel op als Getal of Tekst")


def _weiger_onleesbaar(cel: Cel) -> Bezwaar:
    return Bezwaar(
        f"de waarde ‘{cel.tekst[:40]}’ van deze cel is niet te lezen", "typ haar opnieuw"
    )


_WEIGERINGEN: Mapping[Celsoort, Callable[[Cel], Bezwaar]] = {
    "fout": _weiger_fout,
    "onberekend": _weiger_onberekend,
    "logisch": _weiger_logisch,
    "tijd": _weiger_tijd,
    "onleesbaar": _weiger_onleesbaar,
}


def _komma(tekst: str) -> str:
    return tekst.replace(".", ",")
