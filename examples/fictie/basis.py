"""Actions, progress, indicators and fixed facts of a prestatie, by kind of document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from fictie import zinnen
from fictie.geld import Plan
from fictie.proza import Schrijver
from fictie.vorm import Maat
from reportgen.model import (
    Actie,
    Basisinformatie,
    Indicator,
    Mijlpaal,
    Nulmeting,
    Reserve,
    Soort,
    Voortgang,
    Website,
)
from reportgen.model.prestatie import Actiestatus, Mijlpaalstatus

_LOPEND: tuple[Actiestatus, ...] = (
    "op schema", "op schema", "op schema", "op schema", "gereed", "gereed", "voor op schema",
)  # fmt: skip
_TIJDELIJK = 3
_ZATERDAG = 5
_FEESTDAGEN = {(1, 1), (4, 17), (4, 27), (5, 25), (6, 5), (12, 25), (12, 26)}
"""Of the year 2017; those of a later year that move are not counted."""


def acties(schrijver: Schrijver, plan: Plan, soort: Soort) -> tuple[Actie, ...]:
    """Give the actions with how they stand; one is late where the content is not green."""
    return tuple(
        Actie(tekst=tekst, status=_actiestatus(schrijver, plan, soort, plek))
        for plek, tekst in enumerate(schrijver.acties(), 1)
    )


def _actiestatus(schrijver: Schrijver, plan: Plan, soort: Soort, plek: int) -> Actiestatus:
    if soort == "begroting":
        return "gepland"
    genoemd = str(plek) == schrijver.woorden["n"]
    if genoemd and plan.inhoud == "oranje":
        return "vertraagd"
    if genoemd and plan.inhoud == "rood":
        return schrijver.keuze.uit("rode actie", ("verschoven", "niet gestart"))
    if soort == "jaarverslag":
        return "gereed"
    return "op schema" if genoemd else schrijver.keuze.uit(f"status {plek}", _LOPEND)


def voortgang(schrijver: Schrijver, plan: Plan, soort: Soort) -> Voortgang:
    """Give the colour of the content, with an explanation where that is due."""
    if plan.inhoud != "groen":
        return Voortgang(kleur=plan.inhoud, toelichting=_uitleg(schrijver, plan, soort))
    zinnen_ = zinnen.OP_SCHEMA if soort == "monitor" else zinnen.BEREIKT
    vertelt = schrijver.keuze.kans(f"vertelt {soort}", 40)
    return Voortgang(
        kleur="groen", toelichting=schrijver.zin("groen", zinnen_) if vertelt else None
    )


def _uitleg(schrijver: Schrijver, plan: Plan, soort: Soort) -> str:
    """Tell cause, consequence and, as long as the year lasts, correction."""
    nu = soort == "monitor"
    gevolgen = {
        ("oranje", True): zinnen.GEVOLGEN,
        ("rood", True): zinnen.GEVOLGEN_ROOD,
        ("oranje", False): zinnen.GEVOLGEN_ACHTERAF,
        ("rood", False): zinnen.GEVOLGEN_ROOD_ACHTERAF,
    }[plan.inhoud, nu]
    delen = [
        f"Oorzaak: {schrijver.zin('oorzaak', schrijver.doel.oorzaken + zinnen.OORZAKEN)}.",
        f"Gevolg: {schrijver.zin('gevolg', gevolgen)}",
    ]
    if nu:
        delen.append(f"Bijsturing: {schrijver.zin('bijsturing', zinnen.BIJSTURINGEN)}")
    return ("\n\n" if schrijver.keuze.kans("alinea's", 40) else " ").join(delen)


def indicatoren(schrijver: Schrijver, soort: Soort, jaar: int) -> tuple[Indicator, ...]:
    """Give what is measured of the goal."""
    keuze = schrijver.keuze
    maten = keuze.enkele("maten", schrijver.doel.maten, keuze.uit("hoeveel", (0, 1, 1, 2, 2, 3)))
    return tuple(_indicator(schrijver, maat, soort, jaar) for maat in maten)


def _indicator(schrijver: Schrijver, maat: Maat, soort: Soort, jaar: int) -> Indicator:
    """Come from where the measure is now, and go a part of the way."""
    keuze, verslag = schrijver.keuze, soort == "jaarverslag"
    begin = keuze.tussen(f"nul {maat.naam}", -8, 20)
    erbij = keuze.tussen(f"streef {maat.naam}", 25, 70)
    bereikt = erbij * keuze.tussen(f"reëel {maat.naam}", 60, 115) // 100
    return Indicator(
        naam=maat.naam,
        eenheid=maat.eenheid,
        decimalen=maat.decimalen,
        nulmeting=Nulmeting(waarde=_op_weg(maat, begin), jaar=jaar - 2),
        streefwaarde=_op_weg(maat, begin + erbij),
        realisatie=_op_weg(maat, begin + bereikt) if verslag else None,
        bron=maat.bron,
    )


def _op_weg(maat: Maat, procent: int) -> Decimal:
    van, naar = Decimal(str(maat.van)), Decimal(str(maat.naar))
    return round(van + (naar - van) * procent / 100, maat.decimalen)


def basisinformatie(schrijver: Schrijver, plan: Plan, soort: Soort, jaar: int) -> Basisinformatie:
    """Give the list of facts that closes a prestatie."""
    keuze, kern = schrijver.keuze, schrijver.kern
    beweegt = bool(plan.van("toevoeging") or plan.van("onttrekking"))
    noemt = beweegt or keuze.kans("reserve genoemd", 40)
    return Basisinformatie(
        portefeuillehouder=kern.houder,
        rol_provincie=keuze.uit("rol", kern.rollen),
        looptijd="Structureel" if plan.tot > _TIJDELIJK else f"{jaar - 2} t/m {jaar + plan.tot}",
        reserve=Reserve(naam=kern.reserve, relatie="ja" if beweegt else "nee") if noemt else None,
        websites=tuple(_websites(schrijver)),
        mijlpalen=tuple(_mijlpalen(schrijver, plan, soort, jaar)),
    )


def _websites(schrijver: Schrijver) -> Iterator[Website]:
    if schrijver.keuze.kans("website", 55):
        titel = schrijver.woorden["titel"]
        yield Website(naam=titel, url=f"https://{_slak(titel)}.example")
    if schrijver.keuze.kans("themapagina", 20):
        thema = schrijver.kern.titel
        naam = f"{thema} in IJsselmark"
        yield Website(naam=naam, url=f"https://ijsselmark.example/{_slak(thema)}")


def _slak(naam: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", naam.casefold()).strip("-")


def _mijlpalen(schrijver: Schrijver, plan: Plan, soort: Soort, jaar: int) -> Iterator[Mijlpaal]:
    """Give two to four moments in order; the last one moves where the content is not green."""
    keuze = schrijver.keuze
    namen = keuze.enkele("mijlpalen", schrijver.kern.mijlpalen, keuze.tussen("momenten", 2, 4))
    gepland = date(jaar, 1, 20)
    for naam in namen:
        gepland = _werkdag(gepland + timedelta(days=keuze.tussen(f"tussen {naam}", 45, 170)))
        laat = naam == namen[-1] and plan.inhoud != "groen" and soort != "begroting"
        uitstel = timedelta(days=keuze.tussen("uitstel", 75, 240))
        nu = _werkdag(max(gepland, date(jaar, 9, 1)) + uitstel) if laat else gepland
        yield Mijlpaal(
            naam=naam,
            oorspronkelijk=gepland,
            datum=nu,
            status=_mijlpaalstatus(nu, soort, jaar, laat="verschoven" if laat else "op schema"),
            toelichting=schrijver.zin("verschoven", zinnen.VERSCHUIVINGEN) if laat else None,
        )


def _mijlpaalstatus(dag: date, soort: Soort, jaar: int, *, laat: Mijlpaalstatus) -> Mijlpaalstatus:
    """Say how a moment stands on the day of the document."""
    einde = {
        "begroting": date(jaar - 1, 10, 1),
        "monitor": date(jaar, 9, 1),
        "jaarverslag": date(jaar, 12, 31),
    }[soort]
    return "gereed" if dag < einde else laat


def _werkdag(dag: date) -> date:
    """Move a day on which nobody works to the next one on which they do."""
    while dag.weekday() >= _ZATERDAG or (dag.month, dag.day) in _FEESTDAGEN:
        dag += timedelta(days=1)
    return dag
