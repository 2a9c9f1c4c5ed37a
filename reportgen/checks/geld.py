"""F1, F2 and F3 on the figures of a prestatie: what adds up, held against totals from elsewhere.

Derived figures are never typed, so they cannot contradict each other. What can be wrong is what
they are made of; a total from the ledger or of a controller (controletotaal) shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen import financien, notation
from reportgen.checks.lopen import secties
from reportgen.checks.registry import Vondst, data_rule
from reportgen.errors import Pad
from reportgen.model import Boekwerk, Controletotaal, Regel

_Gevonden = tuple[tuple[str, Vondst], ...]
"""What was found, each with the rule that it is a matter of."""


@data_rule(
    "F1", "error", "delen tellen op tot het totaal, ook tot dat van het grootboek", "BBV art. 17"
)
def totalen(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """A total of lasten, baten or reserves equals the one from the ledger."""
    yield from _van_regel("F1", boekwerk)


@data_rule(
    "F2",
    "error",
    "saldo = baten − lasten; resultaat = saldo − toevoeging + onttrekking",
    "BBV art. 17",
)
def saldo(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """A saldo or resultaat equals the one from the ledger. Source: BBV art. 17."""
    yield from _van_regel("F2", boekwerk)


@data_rule(
    "F3",
    "error",
    "primitief + wijzigingen = actueel; was + mutatie = wordt; wat neutraal heet, is dat",
    "BBV art. 18",
)
def kolommen(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """A figure in a derived column equals the one from the ledger."""
    yield from _van_regel("F3", boekwerk)


@data_rule("F1", "warning", "elke regel staat er één keer en heeft een bedrag")
def regels(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """No regel stands there twice, and none is without any amount."""
    for pad, prestatie in secties(boekwerk):
        gezien: set[tuple[str | None, ...]] = set()
        for plek, regel in enumerate(prestatie.financien.regels if prestatie.financien else ()):
            waar = (*pad, "financien", "regels", plek)
            sleutel = (
                regel.soort,
                (regel.omschrijving or "").casefold(),
                regel.aard,
                regel.taakveld,
                regel.categorie,
            )
            if sleutel in gezien:
                hint = "haal er een weg, tel ze samen, of geef elk een eigen omschrijving"
                wat = f"{regelnaam(regel)} staat er twee keer; in de tabel telt dat dubbel"
                yield Vondst(waar, wat, hint)
            gezien.add(sleutel)
            if not regel.bedragen.gegeven():
                hint = "vul de bedragen in (0 als het niets is), of haal de regel weg"
                wat = f"{regelnaam(regel)} heeft geen enkel bedrag; ook de totalen worden onbekend"
                yield Vondst((*waar, "bedragen"), wat, hint)


def regelnaam(regel: Regel) -> str:
    """Name a regel as its writer did: `lasten ‘Subsidies’`."""
    return f"{regel.soort} ‘{regel.omschrijving}’" if regel.omschrijving else f"{regel.soort}"


def _van_regel(regel: str, boekwerk: Boekwerk) -> Iterator[Vondst]:
    return (vondst for naam, vondst in boekwerk.onthoud(_vergelijk) if naam == regel)


def _vergelijk(boekwerk: Boekwerk) -> _Gevonden:
    """Hold every controletotaal against the figure that it is about."""
    afgeleid = boekwerk.profiel.kolommen.formules[boekwerk.soort]
    gevonden: list[tuple[str, Vondst]] = []
    for pad, prestatie in secties(boekwerk):
        geld = prestatie.financien
        if geld is None or not geld.controletotalen:
            continue
        bron = financien.Cijferbron([prestatie], boekwerk)
        for plek, totaal in enumerate(geld.controletotalen):
            waar = (*pad, "financien", "controletotalen", plek)
            if totaal.kolom not in bron.kolommen:
                gevonden.append(("F1", _onbekende_kolom(waar, totaal, boekwerk, bron.kolommen)))
                continue
            cijfer = bron.cel(bron.post(totaal.post), totaal.kolom)
            if vondst := _verschil(waar, totaal, cijfer, boekwerk):
                regel = "F3" if totaal.kolom in afgeleid else _naar_post(totaal)
                gevonden.append((regel, vondst))
    return tuple(gevonden)


def _naar_post(totaal: Controletotaal) -> str:
    return "F2" if totaal.post in financien.AFGELEIDE_POSTEN else "F1"


def _onbekende_kolom(
    waar: Pad, totaal: Controletotaal, boekwerk: Boekwerk, bekend: Iterable[str]
) -> Vondst:
    wat = f"een {boekwerk.soort} heeft geen kolom ‘{totaal.kolom[:60]}’"
    return Vondst((*waar, "kolom"), wat, f"kies uit: {', '.join(bekend)}")


def _verschil(
    waar: Pad, totaal: Controletotaal, cijfer: Decimal | None, boekwerk: Boekwerk
) -> Vondst | None:
    """Say how a figure differs from its controletotaal; nothing where they are equal."""
    notatie, naam = boekwerk.profiel.notatie, f"{totaal.post} ({totaal.kolom})"
    plek = (*waar, "bedrag")
    if cijfer is None:
        wat = f"{naam} is niet te vergelijken met het controletotaal: er ontbreekt een bedrag"
        return Vondst(plek, wat, "vul het ontbrekende bedrag in bij regels", "warning")
    if cijfer == totaal.bedrag:
        return None
    eigen, ander, verschil = (
        notation.bedrag(bedrag, notatie)
        for bedrag in (cijfer, totaal.bedrag, abs(cijfer - totaal.bedrag))
    )
    wat = f"{naam} komt uit op {eigen}, het controletotaal is {ander}: {verschil} verschil"
    return Vondst(plek, wat, _hint(totaal, cijfer))


def _hint(totaal: Controletotaal, cijfer: Decimal) -> str:
    if cijfer != -totaal.bedrag:
        return "zoek uit welke van de twee klopt: de regels of het controletotaal"
    return (
        "alleen het teken verschilt: bedragen zijn positief, saldo = baten − lasten en een"
        " voordelig verschil is positief"
    )
