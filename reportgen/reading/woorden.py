"""Paths and values as a person says them: `actie 2, status`, and of a text where it differs."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from itertools import takewhile

from reportgen.errors import Pad
from reportgen.model import Boekwerk
from reportgen.notation import datum, getal
from reportgen.reading.bewerking import Waarde

_ENKELVOUD: Mapping[str, str] = {
    "acties": "actie",
    "regels": "regel",
    "begrotingswijzigingen": "begrotingswijziging",
    "mutaties": "mutatie",
    "kredieten": "krediet",
    "controletotalen": "controletotaal",
    "indicatoren": "indicator",
    "websites": "website",
    "mijlpalen": "mijlpaal",
    "kerntaken": "kerntaak",
    "beleidsdoelen": "beleidsdoel",
    "prestaties": "prestatie",
    "bijlagen": "bijlage",
    "reserves": "reserve",
    "elders": "verwijzing naar elders",
}
_MEERVOUD: Mapping[str, str] = {"financien": "financiën", "rol_provincie": "rol provincie"}
_STIL = ("bedragen",)
"""Steps of a path that nobody says."""
_RAND = 40
"""So many signs of what stayed the same are shown around what changed."""
_LANG = 160


def pad_in_woorden(pad: Pad) -> str:
    """Say a path: `("acties", 1, "status")` is `actie 2, status`."""
    delen: list[str] = []
    for deel in pad:
        if isinstance(deel, int):
            naam = delen.pop() if delen else "onderdeel"
            delen.append(f"{_ENKELVOUD.get(naam, naam)} {deel + 1}")
        elif deel not in _STIL:
            delen.append(deel)
    return ", ".join(_MEERVOUD.get(d, d.replace("_", " ")) for d in delen) or "de hele prestatie"


def waarde_in_woorden(waarde: Waarde) -> str:
    """Say a value on one line; a record by its fields."""
    match waarde:
        case None:
            return "(niets)"
        case Decimal():
            return _getal(waarde)
        case Mapping():
            return "; ".join(f"{n}: {_plat(deel)}" for n, deel in waarde.items())
        case _:
            return f"‘{' ¶ '.join(_alineas(str(waarde)))}’"


def verschil_in_woorden(een: Waarde, ander: Waarde) -> tuple[str, str]:
    """Say two values; of long texts what differs, with what stands around it."""
    links, rechts = waarde_in_woorden(een), waarde_in_woorden(ander)
    if not (isinstance(een, str) and isinstance(ander, str)):
        return _kort(links), _kort(rechts)
    voor = _heel_woord(links, _gelijk(links, rechts))
    over = min(len(links), len(rechts)) - voor
    na = min(_gelijk(links[::-1], rechts[::-1]), over)
    return _venster(links, voor, na), _venster(rechts, voor, na)


def spoor_in_woorden(wie: str, wanneer: str) -> str:
    """Say who did something and on which day, in brackets; nothing where nobody knows."""
    dag = wanneer[:10]
    with suppress(ValueError):
        dag = datum(date.fromisoformat(dag))
    delen = [deel for deel in (wie, dag) if deel]
    return f" ({', '.join(delen)})" if delen else ""


def titel_van(boekwerk: Boekwerk, nummer: str) -> str:
    """Give number and title of a prestatie, or the title of the boekwerk."""
    titels = {p.nummer: p.titel for p in boekwerk.prestaties}
    return f"{nummer} {titels.get(nummer, '')}".strip() if nummer else boekwerk.titel


def _plat(waarde: object) -> str:
    """Say a part of a record."""
    match waarde:
        case Mapping():
            return ", ".join(f"{naam} {_plat(deel)}" for naam, deel in waarde.items())
        case list() | tuple():
            return ", ".join(map(_plat, waarde))
        case Decimal():
            return _getal(waarde)
        case _:
            return " ¶ ".join(_alineas(str(waarde)))


def _getal(waarde: Decimal) -> str:
    """Write a figure as Dutch does, to its last digit."""
    exponent = waarde.as_tuple().exponent
    return getal(waarde, max(0, -exponent) if isinstance(exponent, int) else 0)


def _alineas(tekst: str) -> list[str]:
    """Give the paragraphs of a text, each on one line."""
    return [" ".join(alinea.split()) for alinea in tekst.split("\n\n")]


def _gelijk(een: str, ander: str) -> int:
    """Count the signs with which both begin."""
    return sum(1 for _ in takewhile(lambda paar: paar[0] == paar[1], zip(een, ander, strict=False)))


def _heel_woord(tekst: str, plek: int) -> int:
    """Go back to the beginning of a word."""
    while plek and not tekst[plek - 1].isspace():
        plek -= 1
    return plek


def _venster(tekst: str, voor: int, na: int) -> str:
    """Give a text without what is the same at its ends, but for the last words of it."""
    begin = _heel_woord(tekst, max(voor - _RAND, 0)) if voor > _RAND else 0
    eind = len(tekst) - na + _RAND if na > _RAND else len(tekst)
    while eind < len(tekst) and not tekst[eind - 1].isspace():
        eind += 1
    midden = tekst[begin:eind].strip()
    return f"{'… ' if begin else ''}{midden}{' …' if eind < len(tekst) else ''}"


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _LANG else f"{tekst[:_LANG].rsplit(' ', 1)[0]} …"
