"""F6: what a prestatie says about its reserve agrees with what it adds and withdraws."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches
from functools import lru_cache

from reportgen import financien, notation
from reportgen.checks.geld import regelnaam
from reportgen.checks.lopen import secties
from reportgen.checks.registry import Vondst, data_rule
from reportgen.errors import Pad
from reportgen.model import Boekwerk, Prestatie, Regel, Reserve, Reservestand, Soort

_MUTATIES = ("toevoeging", "onttrekking")
_NIETS = Decimal(0)
_RESERVENAAM = re.compile(r"reserve\s+\w", re.IGNORECASE)
_ANDERE = "?"
"""Stands for a reserve that the name of a regel tells of and that the boekwerk does not list."""
_WOORD: dict[Soort, str] = {
    "begroting": "begroot",
    "monitor": "verwacht",
    "jaarverslag": "gerealiseerd",
}
"""What is held against the balance, in a word."""
_Namen = Mapping[str, str]
"""The reserves of a boekwerk: the name to compare with, and the name as written."""


@data_rule("F6", "warning", "de relatie met een reserve past bij toevoegingen en onttrekkingen")
def relaties(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """‘Ja’ stands beside a movement, ‘nee’ beside none, and a movement names its reserve."""
    bekend = _namen(boekwerk)
    for pad, prestatie in secties(boekwerk):
        reserve, waar = _reserve(prestatie), (*pad, "basisinformatie", "reserve")
        if reserve is None:
            yield from _zonder_reserve(waar, prestatie, bekend)
        elif reserve.relatie == "nee":
            yield from _zonder_relatie(waar, prestatie, reserve, bekend)
        else:
            yield from _met_relatie(waar, prestatie, reserve, bekend)


def _zonder_reserve(waar: Pad, prestatie: Prestatie, bekend: _Namen) -> Iterator[Vondst]:
    for regel in _bewegend(prestatie):
        if not _reserve_van(regel, "", bekend):
            wat = f"er is een {regel.soort}, maar om welke reserve het gaat staat er niet"
            yield Vondst(waar, wat, "vul bij reserve de naam in, en relatie: ja")
            return


def _zonder_relatie(
    waar: Pad, prestatie: Prestatie, reserve: Reserve, bekend: _Namen
) -> Iterator[Vondst]:
    eigen = _kaal(reserve.naam)
    for regel in _bewegend(prestatie):
        if _reserve_van(regel, eigen, bekend) == eigen:
            naam = f"de relatie met reserve ‘{reserve.naam}’ is nee"
            hint = "maak er ja van, of noem in de omschrijving van de regel de andere reserve"
            yield Vondst((*waar, "relatie"), f"{naam}, maar er is een {regelnaam(regel)}", hint)
            return


def _met_relatie(
    waar: Pad, prestatie: Prestatie, reserve: Reserve, bekend: _Namen
) -> Iterator[Vondst]:
    if bekend and _kaal(reserve.naam) not in bekend:
        lijken = [bekend[naam] for naam in _lijkend(_kaal(reserve.naam), tuple(bekend))]
        bedoeld = " of ".join(f"‘{naam}’" for naam in lijken)
        hint = f"bedoelt u {bedoeld}?" if lijken else "zet de reserve met haar stand bij reserves"
        wat = f"reserve ‘{reserve.naam}’ staat niet bij de reserves van het boekwerk"
        yield Vondst((*waar, "naam"), wat, hint)
    regels = prestatie.financien.regels if prestatie.financien else ()
    onbekend = any(r.soort in _MUTATIES and not r.bedragen.gegeven() for r in regels)
    if regels and not onbekend and not any(_bewegend(prestatie)):
        wat = f"de relatie met reserve ‘{reserve.naam}’ is ja, maar er gaat niets in of uit"
        hint = "vul de toevoeging of de onttrekking in, of maak er nee van"
        yield Vondst((*waar, "relatie"), wat, hint)


@data_rule("F6", "warning", "uit een reserve gaat niet meer dan erin zit")
def standen(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """What all prestaties withdraw together is never above the balance and the additions.

    A withdrawal that is not known yet counts as none; beside an unknown addition nothing is said.
    """
    stromen = _stromen(boekwerk) if boekwerk.reserves else {}
    for plek, reserve in enumerate(boekwerk.reserves):
        erbij = stromen.get((_kaal(reserve.naam), "toevoeging"), [])
        eraf = stromen.get((_kaal(reserve.naam), "onttrekking"), [])
        if None not in erbij:
            sommen = (sum(filter(None, erbij), _NIETS), sum(filter(None, eraf), _NIETS))
            yield from _tekort(("reserves", plek, "stand"), reserve, sommen, boekwerk)


def _tekort(
    pad: Pad, reserve: Reservestand, sommen: tuple[Decimal, Decimal], boekwerk: Boekwerk
) -> Iterator[Vondst]:
    erbij, eraf = sommen
    tekort = eraf - erbij - reserve.stand
    if tekort <= 0:
        return
    mist, stand, er_in, er_uit = (
        notation.bedrag(bedrag, boekwerk.profiel.notatie)
        for bedrag in (tekort, reserve.stand, erbij, eraf)
    )
    wat = f"reserve ‘{reserve.naam}’ komt {mist} tekort: de stand is {stand}"
    hoe = f"{_WOORD[boekwerk.soort]} is {er_in} erbij en {er_uit} eraf"
    yield Vondst(pad, f"{wat}, {hoe}", "verbeter de stand, of verlaag de onttrekkingen")


def _stromen(boekwerk: Boekwerk) -> dict[tuple[str, str], list[Decimal | None]]:
    """Gather what goes in and out of each reserve, by its name and the kind of movement."""
    bekend = _namen(boekwerk)
    stromen: dict[tuple[str, str], list[Decimal | None]] = {}
    for prestatie in boekwerk.prestaties:
        reserve = _reserve(prestatie)
        eigen = _kaal(reserve.naam) if reserve and reserve.relatie == "ja" else ""
        for regel in prestatie.financien.regels if prestatie.financien else ():
            if regel.soort in _MUTATIES:
                sleutel = (_reserve_van(regel, eigen, bekend), regel.soort)
                stromen.setdefault(sleutel, []).append(_stand(regel, boekwerk.soort))
    return stromen


def _stand(regel: Regel, soort: Soort) -> Decimal | None:
    """Give the amount that counts: budgeted, expected (or else budgeted now), or realised."""
    if soort != "monitor":
        return regel.bedragen.begroting if soort == "begroting" else regel.bedragen.gerealiseerd
    prognose = regel.bedragen.prognose
    return prognose if prognose is not None else financien.actueel([regel])


def _reserve_van(regel: Regel, eigen: str, bekend: _Namen) -> str:
    """Say which reserve a regel is about: the one in its name, or else that of its prestatie."""
    naam = _kaal(regel.omschrijving or "")
    genoemd = max((een for een in (eigen, *bekend) if een and een in naam), key=len, default="")
    return genoemd or (_ANDERE if _RESERVENAAM.search(regel.omschrijving or "") else eigen)


def _bewegend(prestatie: Prestatie) -> Iterator[Regel]:
    """Give the regels with which something goes into a reserve or out of it, in any column."""
    for regel in prestatie.financien.regels if prestatie.financien else ():
        if regel.soort in _MUTATIES and any(regel.bedragen.gegeven().values()):
            yield regel


def _reserve(prestatie: Prestatie) -> Reserve | None:
    return prestatie.basisinformatie.reserve if prestatie.basisinformatie else None


@lru_cache(maxsize=256)
def _lijkend(naam: str, bekend: tuple[str, ...]) -> list[str]:
    """Find the names that look like this one; often the same is missing everywhere."""
    return get_close_matches(naam, bekend)


def _namen(boekwerk: Boekwerk) -> dict[str, str]:
    return {_kaal(reserve.naam): reserve.naam for reserve in boekwerk.reserves}


def _kaal(naam: str) -> str:
    """Make names comparable: no capitals, no double spaces, without the word Reserve in front."""
    return " ".join(naam.casefold().split()).removeprefix("reserve ")
