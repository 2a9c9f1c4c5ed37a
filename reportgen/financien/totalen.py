"""Totals over many prestaties (roll-up): per beleidsdoel, per kerntaak, of the boekwerk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from reportgen.financien.basis import BASISPOSTEN, Bedragrij, bedragrij, tel_op
from reportgen.financien.tabel import Opzet, Rij, Tabel, som_tabel
from reportgen.model import KOLOMMEN, Boekwerk, Post, Prestatie, Sleutel, boven, op_sleutel

_Rijen = Mapping[Post, Bedragrij]
_RESERVEPOSTEN: tuple[Post, ...] = ("toevoeging", "onttrekking")


@dataclass(frozen=True, slots=True)
class Reservestroom:
    """What moves through one reserve: additions and withdrawals, in euros by base column."""

    toevoeging: Bedragrij
    onttrekking: Bedragrij


@dataclass(frozen=True, slots=True)
class Telling:
    """How many prestaties, actions and milestones stand how; what says nothing counts as ``""``."""

    inhoud: Counter[str]
    geld: Counter[str]
    begrotingswijziging: Counter[str]
    acties: Counter[str]
    mijlpalen: Counter[str]


@dataclass(frozen=True, slots=True)
class Totaal:
    """All that stands under one number: its prestaties, its table, its counts.

    `niveau` counts from 0 for the highest level; the boekwerk itself has no number and niveau -1.
    """

    niveau: int
    nummer: str
    titel: str
    prestaties: tuple[str, ...]
    tabel: Tabel
    telling: Telling
    reserves: Mapping[str, Reservestroom] = field(default_factory=dict)
    lasten_geautoriseerd: Decimal | None = None


class Deel(NamedTuple):
    """A part of the tree above the prestaties."""

    niveau: int
    nummer: str
    titel: str
    lasten_geautoriseerd: Decimal | None = None


def totalen(boekwerk: Boekwerk) -> dict[str, Totaal]:
    """Give the totals by number, those of the whole boekwerk under ``""``; worked out once."""
    return boekwerk.onthoud(_totalen)


def opgeteld(
    prestaties: Sequence[Prestatie], boekwerk: Boekwerk, titel: str = "", niveau: int = -1
) -> Totaal:
    """Add up prestaties that are no part of the tree together."""
    rijen = {p.nummer: _rijen(p, boekwerk) for p in prestaties}
    return _totaal(Deel(niveau, "", titel), boekwerk, prestaties, rijen)


def basistabel(prestatie: Prestatie, boekwerk: Boekwerk) -> Tabel:
    """Give the rows of a prestatie as totals add them up: one for each post that it has."""
    opzet = Opzet.van(boekwerk.soort, boekwerk.profiel)
    rijen = _rijen(prestatie, boekwerk).items()
    return Tabel(opzet.kolommen, tuple(Rij(post, opzet.cellen(rij, post)) for post, rij in rijen))


def reservetabel(totaal: Totaal, boekwerk: Boekwerk) -> Tabel:
    """Make the table of what moves through each reserve: additions and withdrawals by name."""
    opzet = Opzet.van(boekwerk.soort, boekwerk.profiel)
    rijen = (
        Rij(post, opzet.cellen(getattr(stroom, post), post), naam)
        for naam, stroom in totaal.reserves.items()
        for post in _RESERVEPOSTEN
    )
    return Tabel(opzet.kolommen, tuple(rijen))


def onder(boekwerk: Boekwerk, nummers: Iterable[str]) -> Deel | None:
    """Find the lowest part of the tree that all these prestaties stand under."""
    delen, sleutels = boekwerk.onthoud(_boom)
    lijnen = [tuple(boven(nummer, sleutels)) for nummer in nummers]
    eerste = lijnen[0] if lijnen else ()
    return next((delen[deel] for deel in eerste if all(deel in lijn for lijn in lijnen)), None)


def hoogste(boekwerk: Boekwerk, nummers: Iterable[str]) -> tuple[str, ...]:
    """Give the parts of the highest level that these prestaties stand under, each once."""
    _, sleutels = boekwerk.onthoud(_boom)
    lijnen = (tuple(boven(nummer, sleutels)) for nummer in nummers)
    return tuple(dict.fromkeys(lijn[-1] for lijn in lijnen if lijn))


def _boom(boekwerk: Boekwerk) -> tuple[dict[str, Deel], dict[Sleutel, str]]:
    """Give the parts of the tree by number, and their numbers prepared for `boven`."""
    delen = {deel.nummer: deel for deel in _delen(boekwerk)}
    return delen, op_sleutel(filter(None, delen))


def _totalen(boekwerk: Boekwerk) -> dict[str, Totaal]:
    delen, sleutels = boekwerk.onthoud(_boom)
    eigen: dict[str, list[Prestatie]] = {nummer: [] for nummer in delen}
    for prestatie in boekwerk.prestaties:
        for nummer in ("", *boven(prestatie.nummer, sleutels)):
            eigen[nummer].append(prestatie)
    rijen = {p.nummer: _rijen(p, boekwerk) for p in boekwerk.prestaties}
    return {nummer: _totaal(deel, boekwerk, eigen[nummer], rijen) for nummer, deel in delen.items()}


def _totaal(
    deel: Deel, boekwerk: Boekwerk, prestaties: Sequence[Prestatie], rijen: Mapping[str, _Rijen]
) -> Totaal:
    return Totaal(
        deel.niveau,
        deel.nummer,
        deel.titel,
        tuple(p.nummer for p in prestaties),
        _som(boekwerk, [rijen[p.nummer] for p in prestaties]),
        _tel(prestaties),
        _reserves(prestaties, rijen, KOLOMMEN[boekwerk.soort]),
        deel.lasten_geautoriseerd,
    )


def _delen(boekwerk: Boekwerk) -> Iterator[Deel]:
    """Give every part of the tree above the prestaties."""
    yield Deel(-1, "", boekwerk.titel)
    for kern in boekwerk.kerntaken:
        yield Deel(0, kern.nummer, kern.titel, kern.lasten_geautoriseerd)
        for doel in kern.beleidsdoelen:
            yield Deel(1, doel.nummer, doel.titel, doel.lasten_geautoriseerd)


def _rijen(prestatie: Prestatie, boekwerk: Boekwerk) -> _Rijen:
    """Give the base amounts of a prestatie by post; nothing where it has no amounts at all."""
    regels = prestatie.financien.regels if prestatie.financien else ()
    kolommen = KOLOMMEN[boekwerk.soort]
    return {
        post: tel_op((bedragrij(r, kolommen) for r in regels if r.soort == post), kolommen)
        for post in (BASISPOSTEN if regels else ())
    }


def _som(boekwerk: Boekwerk, delen: list[_Rijen]) -> Tabel:
    kolommen = KOLOMMEN[boekwerk.soort]
    som: _Rijen = {
        post: tel_op((rijen[post] for rijen in delen if rijen), kolommen) for post in BASISPOSTEN
    }
    return som_tabel(som, boekwerk.soort, boekwerk.profiel)


def _reserves(
    prestaties: Iterable[Prestatie], rijen: Mapping[str, _Rijen], kolommen: tuple[str, ...]
) -> dict[str, Reservestroom]:
    """Give what moves through each reserve that a prestatie names."""
    stromen: dict[str, list[_Rijen]] = {}
    for prestatie in prestaties:
        basis = prestatie.basisinformatie
        if basis and basis.reserve and rijen[prestatie.nummer]:
            stromen.setdefault(basis.reserve.naam, []).append(rijen[prestatie.nummer])
    return {
        naam: Reservestroom(
            tel_op((r["toevoeging"] for r in delen), kolommen),
            tel_op((r["onttrekking"] for r in delen), kolommen),
        )
        for naam, delen in stromen.items()
    }


def _tel(prestaties: Sequence[Prestatie]) -> Telling:
    geld = [p.financien.voortgang if p.financien else None for p in prestaties]
    mijlpalen = (m for p in prestaties if p.basisinformatie for m in p.basisinformatie.mijlpalen)
    return Telling(
        inhoud=Counter((p.voortgang and p.voortgang.kleur) or "" for p in prestaties),
        geld=Counter((licht and licht.kleur) or "" for licht in geld),
        begrotingswijziging=Counter(
            s for licht in geld if licht for s in licht.begrotingswijziging
        ),
        acties=Counter(a.status or "" for p in prestaties for a in p.acties),
        mijlpalen=Counter(m.status or "" for m in mijlpalen),
    )
