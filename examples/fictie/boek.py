"""A whole boekwerk of so many prestaties of the fictional province."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from fictie.basis import acties, basisinformatie, indicatoren, voortgang
from fictie.boom import KERNEN, Plek, verdeel
from fictie.financien import euro, financien
from fictie.geld import Plan, plannen
from fictie.keuze import Keuze
from fictie.proza import Schrijver
from reportgen import notation
from reportgen.model import Beleidsdoel, Boekwerk, Kerntaak, Prestatie, Reservestand, Soort

JAAR = 2017
_TITELS: dict[Soort, str] = {
    "begroting": "Begroting IJsselmark 2017",
    "monitor": "Monitor IJsselmark 2017-II",
    "jaarverslag": "Jaarverslag IJsselmark 2017",
}
_PEILDATUM: dict[Soort, date] = {"monitor": date(JAAR, 9, 1)}
_RUIM, _OVER = 100_000, 6
_COLOFON = (
    "Provincie IJsselmark bestaat niet: personen, plaatsen, besluiten en bedragen zijn verzonnen."
)


def maak(aantal: int, soort: Soort) -> Boekwerk:
    """Make a boekwerk; the tree holds what has prestaties below it."""
    per_doel = verdeel(aantal)
    plannen_ = _plannen(per_doel)
    plekken = [plek for deel in per_doel.values() for plek in deel]
    return Boekwerk(
        versie=1,
        organisatie="Provincie IJsselmark",
        soort=soort,
        titel=_TITELS[soort],
        jaar=JAAR,
        peildatum=_PEILDATUM.get(soort),
        status="vastgesteld",
        colofon=_COLOFON,
        kerntaken=tuple(_kerntaken(per_doel, plannen_, soort)),
        reserves=tuple(_reserves(plekken, plannen_)),
        prestaties=tuple(
            _prestatie(plek, plannen_[plek.nummer], verwijzing, soort)
            for plek, verwijzing in zip(plekken, _verwijzingen(plekken), strict=True)
        ),
    )


def _plannen(per_doel: Mapping[str, list[Plek]]) -> dict[str, Plan]:
    """Make the money of all, and number the decisions."""
    alle: dict[str, Plan] = {}
    for plekken in per_doel.values():
        alle |= plannen(plekken[0].kern, [plek.nummer for plek in plekken])
    besloten = (plan for plan in alle.values() if plan.besluit)
    for volgnummer, plan in enumerate(besloten, 1):
        plan.nummer = f"{JAAR}-{volgnummer:02d}"
    return alle


def _verwijzingen(plekken: list[Plek]) -> Iterator[Plek | None]:
    """Let four of ten refer to another, of their own kerntaak if there is one."""
    per_kern: dict[str, list[Plek]] = {}
    for plek in plekken:
        per_kern.setdefault(plek.kern.titel, []).append(plek)
    for plek in plekken:
        keuze = Keuze(plek.nummer)
        eigen = per_kern[plek.kern.titel]
        ander = keuze.uit("verwijzing naar", eigen if len(eigen) > 1 else plekken)
        yield ander if ander is not plek and keuze.kans("verwijst", 40) else None


def _prestatie(plek: Plek, plan: Plan, verwijzing: Plek | None, soort: Soort) -> Prestatie:
    schrijver = Schrijver(
        Keuze(plek.nummer), plek.kern, plek.doel, _woorden(plek, plan, verwijzing)
    )
    return Prestatie(
        nummer=plek.nummer,
        titel=plek.titel,
        inleiding=schrijver.inleiding(),
        context=schrijver.context(),
        acties=acties(schrijver, plan, soort),
        voortgang=None if soort == "begroting" else voortgang(schrijver, plan, soort),
        financien=financien(schrijver, plan, soort, JAAR),
        indicatoren=indicatoren(schrijver, soort, JAAR),
        basisinformatie=basisinformatie(schrijver, plan, soort, JAAR),
    )


def _woorden(plek: Plek, plan: Plan, verwijzing: Plek | None) -> dict[str, str]:
    """Give what fills the braces in the sentences of a prestatie."""
    keuze = Keuze(plek.nummer)
    partner, partner2, partner3, *_ = keuze.geschud("partners", plek.kern.partners)
    kader, kader2, *_ = keuze.geschud("kaders", plek.kern.kaders)
    return {
        "a": plek.a,
        "b": plek.b,
        "titel": plek.titel,
        "krediet": plek.titel if plek.onderwerp.bouwt and keuze.kans("krediet", 26) else "",
        "wat": plek.onderwerp.wat.format(a=plek.a, b=plek.b),
        "streven": plek.doel.streven,
        "partner": partner,
        "partner2": partner2,
        "partner3": partner3,
        "kader": kader,
        "kader2": kader2,
        "Kader": kader[0].upper() + kader[1:],
        "jaar": str(JAAR),
        "vorig": str(JAAR - 1),
        "volgend": str(JAAR + 1),
        "n": str(keuze.tussen("actie n", 1, 2)),
        "besluit": plan.nummer,
        "besluitdag": _woensdag(keuze),
        "lasten": euro(plan.lasten),
        "verwijzing": verwijzing.nummer if verwijzing else "",
        "verwijstitel": verwijzing.titel if verwijzing else "",
    }


def _kerntaken(
    per_doel: Mapping[str, list[Plek]], alle: Mapping[str, Plan], soort: Soort
) -> Iterator[Kerntaak]:
    for nummer, kern in KERNEN.items():
        doelen = tuple(
            Beleidsdoel(
                nummer=doel,
                titel=plekken[0].doel.titel,
                inleiding=f"Wij willen {plekken[0].doel.streven}. {plekken[0].doel.waarom[0]}",
                lasten_geautoriseerd=sum(
                    alle[plek.nummer].geautoriseerd(soort) for plek in plekken
                ),
            )
            for doel, plekken in per_doel.items()
            if plekken[0].kern is kern
        )
        if doelen:
            samen = sum(doel.lasten_geautoriseerd or 0 for doel in doelen)
            yield Kerntaak(
                nummer=nummer,
                titel=kern.titel,
                inleiding=kern.inleiding,
                lasten_geautoriseerd=samen,
                beleidsdoelen=doelen,
            )


def _reserves(plekken: list[Plek], alle: Mapping[str, Plan]) -> Iterator[Reservestand]:
    """Let every reserve hold what all prestaties budget to withdraw from it, and something more."""
    eruit: dict[str, int] = {}
    for plek in plekken:
        posten = alle[plek.nummer].van("onttrekking")
        samen = sum(post.begroot for post in posten)
        eruit[plek.kern.reserve] = eruit.get(plek.kern.reserve, 0) + samen
    for naam, bedrag in eruit.items():
        yield Reservestand(naam=naam, stand=(bedrag // _RUIM + _OVER) * _RUIM)


def _woensdag(keuze: Keuze) -> str:
    """Choose a day in the year before on which there can have been a meeting."""
    dag = date(JAAR - 1, 1, 6) + timedelta(weeks=keuze.tussen("besluitweek", 2, 26))
    return notation.datum(dag).replace(notation.HARDE_SPATIE, " ")
