"""The plan of the money written down for one kind of document, with its explanation."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from fictie import zinnen
from fictie.geld import DUIZEND, Plan, Post
from fictie.proza import Schrijver
from reportgen import notation
from reportgen.model import (
    Bedragen,
    Begrotingswijziging,
    FinancieleVoortgang,
    Financien,
    Krediet,
    Mutatie,
    Notatie,
    Regel,
    Soort,
)
from reportgen.model.financien import Regelsoort

_VERLOOP = (100, 100, 101, 102, 98, 95)
_WISSELEND = 999
_NAMEN: dict[Regelsoort, str] = {
    "lasten": "de lasten",
    "baten": "de baten",
    "toevoeging": "de toevoeging aan de reserve",
    "onttrekking": "de onttrekking aan de reserve",
}


def euro(bedrag: int) -> str:
    """Write an amount, that stays on one line."""
    return notation.bedrag(Decimal(abs(bedrag)), Notatie())


def financien(schrijver: Schrijver, plan: Plan, soort: Soort, jaar: int) -> Financien:
    """Write the money of a prestatie as one kind of document has it."""
    regels = tuple(
        Regel(
            soort=p.soort,
            omschrijving=p.naam or None,
            aard=p.aard,
            bedragen=_bedragen(plan, p, soort),
        )
        for p in plan.posten
    )
    kredieten = tuple(_kredieten(schrijver, soort))
    if soort == "begroting":
        return Financien(regels=regels, kredieten=kredieten)
    return Financien(
        regels=regels,
        voortgang=_voortgang(schrijver, plan, soort),
        begrotingswijzigingen=tuple(_besluiten(plan, soort, jaar)),
        kredieten=kredieten,
    )


def _bedragen(plan: Plan, post: Post, soort: Soort) -> Bedragen:
    """Give the amounts in the columns of a kind of document."""
    if soort == "begroting":
        return _meerjarig(plan, post)
    naam = f"{post.soort} {post.naam}"
    los = plan.keuze.tussen(f"los {naam}", 0, _WISSELEND) if post.soort == "lasten" else 0
    if soort == "monitor":
        deel = plan.keuze.tussen(f"besteed {naam}", 40, 68)
        return Bedragen(
            primitief=post.begroot,
            wijzigingen=post.wijziging,
            gerealiseerd=post.prognose * deel // 100 - los,
            prognose=post.prognose,
        )
    verwerkt = post.afwijking if plan.besluit == "PS" else 0
    vorig = post.begroot * plan.keuze.tussen(f"vorig {naam}", 88, 103) // 100
    return Bedragen(
        realisatie_t1=0 if post.aard == "incidenteel" else vorig - los,
        primitief=post.begroot,
        wijzigingen=post.wijziging + verwerkt,
        gerealiseerd=post.prognose - los,
    )


def raming(plan: Plan, post: Post, later: int) -> int:
    """Give the budget of a later year; what ends has none any more."""
    einde = 1 if post.aard == "incidenteel" else plan.tot
    deel = plan.keuze.uit(f"raming {post.soort} {later}", _VERLOOP)
    return _rond(post.begroot * deel // 100) if later <= einde else 0


def _rond(bedrag: int) -> int:
    return bedrag // DUIZEND * DUIZEND


def _meerjarig(plan: Plan, post: Post) -> Bedragen:
    eerder = 0 if post.aard == "incidenteel" else post.begroot
    keuze, naam = plan.keuze, f"{post.soort} {post.naam}"
    toen = eerder * keuze.tussen(f"toen {naam}", 85, 102) // 100
    return Bedragen(
        realisatie_t2=toen - keuze.tussen(f"los {naam}", 0, _WISSELEND) if toen else 0,
        begroting_t1=_rond(eerder * keuze.tussen(f"vorig begroot {naam}", 92, 104) // 100),
        begroting=post.begroot,
        raming_1=raming(plan, post, 1),
        raming_2=raming(plan, post, 2),
        raming_3=raming(plan, post, 3),
    )


def _voortgang(schrijver: Schrijver, plan: Plan, soort: Soort) -> FinancieleVoortgang:
    """Give the colour of the money; a proposal that was taken up leaves nothing to explain."""
    verwerkt = soort == "jaarverslag" and plan.besluit == "PS"
    kleur = "groen" if verwerkt else plan.kleur
    tekst = None if kleur == "groen" else _uitleg(schrijver, plan, soort)
    return FinancieleVoortgang(
        kleur=kleur, toelichting=tekst, begrotingswijziging=(plan.besluit or "geen",)
    )


def _uitleg(schrijver: Schrijver, plan: Plan, soort: Soort) -> str:
    """Tell cause, consequence with the amounts, and correction."""
    lager = plan.afwijking("lasten") < 0
    minder = zinnen.OORZAKEN_LATER if plan.besluit == "PS" else zinnen.OORZAKEN_LAGER
    oorzaak = schrijver.zin("oorzaak geld", minder if lager else zinnen.OORZAKEN_HOGER)
    gevolg = _gevolg(plan, soort)
    if plan.besluit == "PS":
        bijsturing = schrijver.vul(zinnen.DOORSCHUIVEN)
    elif lager:
        bijsturing = schrijver.zin("bijsturing geld", zinnen.BIJSTURINGEN_LAGER)
    else:
        bijsturing = zinnen.OPVANGEN
    delen = [f"Oorzaak: {oorzaak}", f"Gevolg: {gevolg}"]
    return " ".join([*delen, f"Bijsturing: {bijsturing}"] if soort == "monitor" else delen)


def _gevolg(plan: Plan, soort: Soort) -> str:
    """Say which posts end otherwise than budgeted, and by how much."""
    verschil: dict[Regelsoort, int] = {
        naam: sum(_werkelijk(plan, p, soort) - p.actueel for p in plan.van(naam)) for naam in _NAMEN
    }
    kant = "lager" if verschil["lasten"] < 0 else "hoger"
    mee = [f"{_NAMEN[n]} {euro(v)}" for n, v in verschil.items() if v and n != "lasten"]
    vallen, uit = ("vallen", " uit") if soort == "monitor" else ("zijn", "")
    zin = f"de lasten {vallen} {euro(verschil['lasten'])} {kant}{uit} dan begroot"
    return f"{zin}; {' en '.join(mee)} {kant}." if mee else f"{zin}."


def _werkelijk(plan: Plan, post: Post, soort: Soort) -> int:
    bedragen = _bedragen(plan, post, soort)
    werkelijk = bedragen.prognose if soort == "monitor" else bedragen.gerealiseerd
    return int(werkelijk or 0)


def _besluiten(plan: Plan, soort: Soort, jaar: int) -> Iterator[Begrotingswijziging]:
    if plan.besluit:
        gs = plan.besluit == "GS"
        mutaties = _verschuiven(plan, jaar) if gs else _doorschuiven(plan, jaar)
        yield Begrotingswijziging(
            nummer=plan.nummer,
            orgaan=plan.besluit,
            status="doorgevoerd" if gs or soort == "jaarverslag" else "voorstel",
            mutaties=tuple(mutaties),
        )


def _verschuiven(plan: Plan, jaar: int) -> Iterator[Mutatie]:
    """Take from another prestatie what this one gets."""
    (_, eigen), (ander, van_ander) = plan.was.items()
    eraf = -plan.verschoven
    yield Mutatie(jaar=jaar, soort="lasten", prestatie=ander, was=van_ander, mutatie=eraf)
    yield Mutatie(jaar=jaar, soort="lasten", was=eigen, mutatie=plan.verschoven)


def _doorschuiven(plan: Plan, jaar: int) -> Iterator[Mutatie]:
    """Move what is not spent to the next year."""
    for later in (0, 1):
        for soort in _NAMEN:
            posten, mutatie = plan.van(soort), plan.afwijking(soort)
            was = sum(raming(plan, p, 1) if later else p.actueel for p in posten)
            if mutatie:
                erbij = -mutatie if later else mutatie
                yield Mutatie(jaar=jaar + later, soort=soort, was=was, mutatie=erbij)


def _kredieten(schrijver: Schrijver, soort: Soort) -> Iterator[Krediet]:
    """Give the investment credit of what is built, where there is one."""
    keuze = schrijver.keuze
    if not schrijver.woorden["krediet"]:
        return
    krediet = keuze.tussen("krediet groot", 12, 90) * 50000
    eerder = krediet * keuze.tussen("krediet eerder", 10, 35) // 100
    besteed = krediet * keuze.tussen("krediet besteed", 15, 40) // 100
    over = krediet * keuze.uit("krediet over", (0, 0, 0, 2, 4)) // 100
    verslag = soort != "begroting"
    yield Krediet(
        naam=schrijver.woorden["krediet"],
        geautoriseerd=krediet,
        besteed_eerder=eerder,
        besteed=besteed if verslag else 0,
        verwacht=krediet - over if verslag else krediet,
    )
