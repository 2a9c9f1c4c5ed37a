"""F3 and S3 on decisions that change the budget: do they agree with the figures and each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from reportgen import financien, notation
from reportgen.checks.besluiten import (
    DOORGEVOERD,
    VOORSTEL,
    Bedragsleutel,
    Besluit,
    Boeking,
    besluiten,
    opgeschreven,
)
from reportgen.checks.lopen import per_deel, secties
from reportgen.checks.registry import Vondst, data_rule
from reportgen.model import Boekwerk, Prestatie, Sleutel, boven, op_sleutel

_NEUTRAAL = re.compile(r"\bbudget(?:tair)?[ -]?neutra", re.IGNORECASE)
_BEPERKT = re.compile(
    r"\b(?:niet|geen|deels|gedeeltelijk|grotendeels|bijna)\b[^.;:]*$", re.IGNORECASE
)
_DICHTBIJ = 60
"""So many characters before the word can take it back: ‘niet geheel budgetneutraal’."""
_TEKSTEN = (("voortgang", "toelichting"), ("financien", "voortgang", "toelichting"))


@data_rule("S3", "error", "een mutatie noemt een prestatie die bestaat")
def onbekende_prestaties(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """Every prestatie that a decision takes from or gives to is there, or with elders."""
    bekend, woord = dict(boekwerk.titels()), boekwerk.profiel.niveau
    for pad, _, besluit in opgeschreven(boekwerk):
        for plek, mutatie in enumerate(besluit.mutaties):
            if mutatie.prestatie and mutatie.prestatie not in bekend:
                hint = "verbeter het nummer, of noem het bij elders in boekwerk.yaml"
                waar = (*pad, "mutaties", plek, "prestatie")
                yield Vondst(waar, f"{woord} {mutatie.prestatie} bestaat niet", hint)


@data_rule("F3", "error", "een besluit wijzigt geen jaar dat voorbij is", "Provinciewet art. 196")
def jaren(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """No decision changes a year that is over. Source: Provinciewet art. 196.

    A begroting is made in the year before, which is still open then.
    """
    eerste = boekwerk.jaar - (boekwerk.soort == "begroting")
    for pad, _, besluit in opgeschreven(boekwerk):
        for plek, mutatie in enumerate(besluit.mutaties):
            if mutatie.jaar < eerste:
                wat = f"besluit {besluit.nummer} wijzigt {mutatie.jaar}, en dat jaar is voorbij"
                hint = f"verbeter het jaar; dit boekwerk gaat over {boekwerk.jaar}"
                yield Vondst((*pad, "mutaties", plek, "jaar"), wat, hint)


@data_rule("F3", "error", "een besluit sluit aan op de actuele begroting", "BBV art. 18")
def aansluiting(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """What was and what becomes agree with the actual budget, and decisions with each other."""
    if boekwerk.soort == "begroting":
        return
    prestaties = {prestatie.nummer: prestatie for prestatie in boekwerk.prestaties}
    for wat, boekingen in _per_bedrag(boekwerk).items():
        prestatie = prestaties.get(wat.prestatie)
        actueel = _actueel(prestatie, wat) if prestatie else None
        if actueel is not None:
            yield from _voorstellen(boekingen, actueel, boekwerk)
            yield from _doorgevoerd(boekingen, actueel, boekwerk)


def _per_bedrag(boekwerk: Boekwerk) -> dict[Bedragsleutel, list[Boeking]]:
    """Gather the changes of this year per amount; a total beside its own parts tells nothing."""
    per_bedrag: dict[Bedragsleutel, list[Boeking]] = {}
    namen: dict[tuple[str, str], set[bool]] = {}
    for besluit in besluiten(boekwerk):
        for boeking in besluit.boekingen:
            if boeking.wat.jaar == boekwerk.jaar:
                per_bedrag.setdefault(boeking.wat, []).append(boeking)
                post = (boeking.wat.prestatie, boeking.wat.soort)
                namen.setdefault(post, set()).add(bool(boeking.wat.omschrijving))
    return {w: b for w, b in per_bedrag.items() if len(namen[w.prestatie, w.soort]) == 1}


def _actueel(prestatie: Prestatie, wat: Bedragsleutel) -> Decimal | None:
    """Find the actual budget of an amount; a name that no regel has says nothing."""
    alle = prestatie.financien.regels if prestatie.financien else ()
    regels = [
        regel
        for regel in alle
        if regel.soort == wat.soort and wat.omschrijving in ("", regel.omschrijving)
    ]
    return financien.actueel(regels) if regels or (alle and not wat.omschrijving) else None


def _voorstellen(
    boekingen: list[Boeking], actueel: Decimal, boekwerk: Boekwerk
) -> Iterator[Vondst]:
    """A proposal starts from the actual budget, or from where another proposal ends."""
    voorgesteld = [boeking for boeking in boekingen if boeking.status == VOORSTEL]
    eindes = Counter(boeking.wordt for boeking in voorgesteld)
    for boeking in voorgesteld:
        van_andere = eindes[boeking.was] - (boeking.wordt == boeking.was)
        if boeking.was == actueel or van_andere:
            continue
        was, nu = _in_druk(boekwerk, boeking.was, actueel)
        naam = _bij(boeking)
        wat = f"besluit {boeking.nummer} gaat {naam} uit van {was}, de actuele begroting is {nu}"
        hint = "verbeter was of de regels; een voorstel zit nog niet in wijzigingen"
        if boeking.wordt == actueel:
            hint = "het besluit zit al in wijzigingen: zet de status op doorgevoerd"
        yield Vondst((*boeking.pad, "was"), wat, hint)


def _doorgevoerd(
    boekingen: list[Boeking], actueel: Decimal, boekwerk: Boekwerk
) -> Iterator[Vondst]:
    """Where a decision ends another one starts, and the last one ends at the actual budget.

    In whatever order they were written down: every end is taken up once.
    """
    verwerkt = [boeking for boeking in boekingen if boeking.status == DOORGEVOERD]
    begin = Counter([actueel, *(boeking.was for boeking in verwerkt)])
    for boeking in reversed(verwerkt):
        begin[boeking.wordt] -= 1
        if begin[boeking.wordt] >= 0:
            continue
        wordt, nu = _in_druk(boekwerk, boeking.wordt, actueel)
        naam = _bij(boeking)
        wat = f"besluit {boeking.nummer} komt {naam} uit op {wordt}, de actuele begroting is {nu}"
        hint = "verbeter was, mutatie of de regels; doorgevoerd is wat in wijzigingen zit"
        if len(verwerkt) > 1:
            wat += " en geen ander besluit gaat daarvan uit"
            hint = "laat was beginnen waar het vorige besluit eindigt, of verbeter de regels"
        elif boeking.was == actueel:
            hint = "het besluit zit nog niet in wijzigingen: verwerk het, of noem het een voorstel"
        yield Vondst(boeking.pad, wat, hint)


@data_rule("F3", "error", "een besluit van GS verschuift lasten alleen binnen een kerntaak")
def bevoegd(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """A decision of GS leaves the lasten of each kerntaak as they were, in each year.

    Source: PS authorise the lasten per kerntaak (Overijssel, Jaarverslag 2017). What others
    deliver may hold the other side of a shift, as long as the decision does not name it.
    """
    kernen = op_sleutel(kern.nummer for kern in boekwerk.kerntaken)
    elders = per_deel(kernen, (ander.nummer for ander in boekwerk.elders))
    bekend = {nummer for nummer, _ in boekwerk.titels()}
    for besluit in besluiten(boekwerk):
        if besluit.orgaan != "GS" or besluit.open or not besluit.bij <= bekend:
            continue
        sommen = {
            (kern, jaar): som
            for (kern, jaar), som in _lasten_per_kern(besluit, kernen).items()
            if som and not set(elders.get(kern, ())) - besluit.bij
        }
        if sommen:
            yield Vondst(besluit.pad, *_onbevoegd(besluit, sommen, boekwerk))


def _lasten_per_kern(
    besluit: Besluit, kernen: Mapping[Sleutel, str]
) -> dict[tuple[str, int], Decimal]:
    sommen: dict[tuple[str, int], Decimal] = {}
    for boeking in besluit.boekingen:
        if boeking.wat.soort == "lasten":
            for kern in boven(boeking.wat.prestatie, kernen):
                plek = (kern, boeking.wat.jaar)
                sommen[plek] = sommen.get(plek, Decimal(0)) + boeking.mutatie
    return sommen


def _onbevoegd(
    besluit: Besluit, sommen: Mapping[tuple[str, int], Decimal], boekwerk: Boekwerk
) -> tuple[str, str]:
    """Say by how much a decision of GS changes what only PS can change."""
    niveau = boekwerk.profiel.niveaus[0].naam
    bedragen = _in_druk(boekwerk, *sommen.values())
    delen = [
        f"van {niveau} {kern} in {jaar} met {bedrag}"
        for (kern, jaar), bedrag in zip(sommen, bedragen, strict=True)
    ]
    wat = f"besluit {besluit.nummer} van GS verandert de lasten {notation.opsomming(delen)}"
    hint = f"noem ook de andere kant van de verschuiving binnen de {niveau}, of leg het PS voor"
    return f"{wat}; daarover beslissen PS", hint


@data_rule("F3", "error", "wat in een tekst budgetneutraal heet, is dat")
def budgetneutraal(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """A text does not say budgetneutraal where no decision of its prestatie is."""
    per_prestatie: dict[str, list[Besluit]] = {}
    for besluit in besluiten(boekwerk):
        for nummer in besluit.bij:
            per_prestatie.setdefault(nummer, []).append(besluit)
    for pad, prestatie in secties(boekwerk):
        eigen = per_prestatie.get(prestatie.nummer, [])
        for velden in _TEKSTEN if eigen else ():
            bedoeld = _neutraal_genoemd(_tekst(prestatie, velden), eigen)
            if bedoeld and not any(besluit.open or besluit.neutraal for besluit in bedoeld):
                nummers = notation.opsomming([besluit.nummer for besluit in bedoeld])
                wat = "er staat ‘budgetneutraal’, maar het resultaat verandert"
                hint = "verbeter de tekst, of noem alle mutaties van het besluit"
                yield Vondst((*pad, *velden), f"{wat} door besluit {nummers}", hint)


def _tekst(prestatie: Prestatie, velden: tuple[str, ...]) -> str:
    deel: object = prestatie
    for veld in velden:
        deel = getattr(deel, veld, None)
    return deel if isinstance(deel, str) else ""


def _neutraal_genoemd(bron: str, besluiten: list[Besluit]) -> list[Besluit]:
    """Give the decisions that a text calls budgetneutraal: those that it names, or else all."""
    treffers = _NEUTRAAL.finditer(bron)
    if all(_BEPERKT.search(bron, max(0, t.start() - _DICHTBIJ), t.start()) for t in treffers):
        return []
    genoemd = (rf"(?<![\w.,-]){re.escape(besluit.nummer)}(?![\w-])" for besluit in besluiten)
    gekozen = [b for b, vorm in zip(besluiten, genoemd, strict=True) if re.search(vorm, bron)]
    return gekozen or besluiten


def _bij(boeking: Boeking) -> str:
    """Name the amount that a decision changes: `bij lasten 5.1.1 ‘Subsidies’`."""
    wat = boeking.wat
    naam = f" ‘{wat.omschrijving}’" if wat.omschrijving else ""
    return f"bij {wat.soort} {wat.prestatie}{naam}"


def _in_druk(boekwerk: Boekwerk, *bedragen: Decimal) -> list[str]:
    return [notation.bedrag(bedrag, boekwerk.profiel.notatie) for bedrag in bedragen]
