"""The figures of a prestatie through the year; the same in every kind of document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from fictie.keuze import Keuze
from fictie.vorm import Kern
from reportgen.model import Kleur, Soort
from reportgen.model.financien import Aard, Regelsoort

STAP, DUIZEND = 5000, 1000
GROEN, ORANJE, ROOD = (-3, -2, -1, 0, 0, 0, 1, 2), (15, 19), (30, 44)
"""By how many percent the lasten deviate; the first with a sign of its own."""
Besluitsoort = Literal["", "GS", "PS"]


@dataclass(slots=True)
class Post:
    """One line of money in euros: budgeted, changed since, and how the year will end."""

    soort: Regelsoort
    naam: str
    begroot: int
    aard: Aard | None = None
    wijziging: int = 0
    afwijking: int = 0

    @property
    def actueel(self) -> int:
        """The budget as it stands."""
        return self.begroot + self.wijziging

    @property
    def prognose(self) -> int:
        """What the year will end with."""
        return self.actueel + self.afwijking


@dataclass(slots=True)
class Plan:
    """The money of one prestatie, and the decision about it."""

    keuze: Keuze
    posten: list[Post]
    tot: int
    """So many years after this one the money ends; more than three is never."""
    inhoud: Kleur
    kleur: Kleur = "groen"
    besluit: Besluitsoort = ""
    nummer: str = ""
    verschoven: int = 0
    was: dict[str, int] = field(default_factory=dict)
    """The lasten before GS moved a part: its own, and those of the other."""

    def van(self, soort: Regelsoort) -> list[Post]:
        """Give the lines of one kind."""
        return [post for post in self.posten if post.soort == soort]

    def afwijking(self, soort: Regelsoort) -> int:
        """Give how much more than budgeted is expected."""
        return sum(post.afwijking for post in self.van(soort))

    @property
    def lasten(self) -> int:
        """The lasten as budgeted first."""
        return sum(post.begroot for post in self.van("lasten"))

    def geautoriseerd(self, soort: Soort) -> int:
        """Give what PS authorised; a proposal counts when the year is over."""
        if soort == "begroting":
            return self.lasten
        verwerkt = soort == "jaarverslag" and self.besluit == "PS"
        return sum(p.prognose if verwerkt else p.actueel for p in self.van("lasten"))


def plannen(kern: Kern, nummers: Sequence[str]) -> dict[str, Plan]:
    """Make the money of all prestaties of one goal; together they stay within what they may."""
    alle = {nummer: _begroting(kern, Keuze(nummer)) for nummer in nummers}
    _verschuif(alle)
    ruimte = 0
    for plan in alle.values():
        _wijk_af(plan, ruimte)
        ruimte -= plan.afwijking("lasten") if plan.besluit != "PS" else 0
    return alle


def _begroting(kern: Kern, keuze: Keuze) -> Plan:
    """Make the budget of one prestatie."""
    namen = keuze.enkele("lasten", kern.lasten, keuze.tussen("regels", 1, 4))
    posten = [Post("lasten", naam, STAP * keuze.tussen(f"last {naam}", 6, 160)) for naam in namen]
    tot = keuze.tussen("looptijd", 1, 6)
    if len(posten) > 1 and keuze.kans("aard", 30):
        for post in posten:
            post.aard = "structureel"
        posten[-1].aard = "incidenteel"
    lasten = sum(post.begroot for post in posten)
    posten += _dekking(kern, keuze, lasten)
    if keuze.kans("wijziging", 15):
        posten[0].wijziging = STAP * keuze.tussen("gewijzigd", -1, 4)
    return Plan(keuze, posten, tot, _inhoud(keuze))


def _dekking(kern: Kern, keuze: Keuze, lasten: int) -> Iterator[Post]:
    """Give what pays for it: baten of others in half of them, a reserve in a quarter."""
    if keuze.kans("baten", 50):
        namen = keuze.enkele("batenregels", kern.baten, keuze.tussen("bronnen", 1, 2))
        for naam in namen:
            yield Post("baten", naam, _deel(lasten, keuze.tussen(f"baat {naam}", 8, 22)))
    if keuze.kans("reserve", 25):
        soort: Regelsoort = "onttrekking" if keuze.kans("richting", 75) else "toevoeging"
        yield Post(soort, "", _deel(lasten, keuze.tussen("reservedeel", 15, 45)))


def _deel(bedrag: int, procent: int) -> int:
    return max(STAP, bedrag * procent // 100 // STAP * STAP)


def _inhoud(keuze: Keuze) -> Kleur:
    return "rood" if keuze.kans("rood", 7) else "oranje" if keuze.kans("oranje", 19) else "groen"


def _verschuif(alle: dict[str, Plan]) -> None:
    """Let GS move budget between neighbours now and then."""
    rij = list(alle.items())
    for (nummer, plan), (ander, buur) in zip(rij[::2], rij[1::2], strict=False):
        if plan.keuze.kans("verschuiving", 5):
            plan.was = {nummer: _som(plan), ander: _som(buur)}
            plan.verschoven = _deel(buur.posten[0].begroot, 20)
            plan.posten[0].wijziging += plan.verschoven
            buur.posten[0].wijziging -= plan.verschoven
            plan.besluit = "GS"


def _som(plan: Plan) -> int:
    return sum(post.actueel for post in plan.van("lasten"))


def _wijk_af(plan: Plan, ruimte: int) -> None:
    """Let the year end otherwise than budgeted; more only where others leave room for it."""
    keuze = plan.keuze
    plan.kleur = _geldkleur(plan)
    if plan.kleur == "groen":
        procent = keuze.uit("afwijking", GROEN)
    else:
        grenzen = ORANJE if plan.kleur == "oranje" else ROOD
        procent = keuze.tussen("afwijking", *grenzen) * (1 if keuze.kans("hoger", 30) else -1)
    meer = sum(_duizendtal(post.actueel, procent) for post in plan.van("lasten"))
    procent = -procent if meer > ruimte else procent
    mee: tuple[Regelsoort, ...] = ("lasten", "baten", "onttrekking")
    for post in plan.posten:
        if post.soort == "lasten" or (procent < 0 and plan.kleur != "groen" and post.soort in mee):
            post.afwijking = _duizendtal(post.actueel, procent)
    if plan.kleur != "groen" and not plan.besluit and procent < 0 and keuze.kans("voorstel", 50):
        plan.besluit = "PS"


def _duizendtal(bedrag: int, procent: int) -> int:
    return bedrag * procent // 100 // DUIZEND * DUIZEND


def _geldkleur(plan: Plan) -> Kleur:
    """Let the money follow the content, not always."""
    if plan.inhoud == "rood" and plan.keuze.kans("geld rood", 50):
        return "rood"
    procent = 8 if plan.inhoud == "groen" else 55
    return "oranje" if plan.keuze.kans("geld oranje", procent) else "groen"
