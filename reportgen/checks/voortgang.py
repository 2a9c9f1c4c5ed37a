"""V-rules: colours, explanations, actions and milestones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from reportgen import notation
from reportgen.checks.lopen import met_afwijkingen, secties
from reportgen.checks.registry import Vondst, data_rule
from reportgen.checks.uitleg import Deel, mist
from reportgen.errors import Pad
from reportgen.financien import Afwijking
from reportgen.model import Boekwerk, Mijlpaal, Voortgang

_AFWIJKEND = ("oranje", "rood")
_GEEN = re.compile(r"\s*geen afwijking(en)?\b[.!]?\s*", re.IGNORECASE)
_ACTIE = re.compile(r"\bactie (\d{1,3})\b", re.IGNORECASE)


@data_rule(
    "V1", "error", "bij oranje, rood of een grote afwijking staat oorzaak, gevolg en bijsturing"
)
def uitleg_nodig(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """Orange, red or a deviation beyond the threshold needs an explanation."""
    hint = "geef oorzaak, gevolg en bijsturing in toelichting"
    for pad, voortgang in _voortgangen(boekwerk):
        if voortgang.kleur in _AFWIJKEND and not voortgang.toelichting:
            yield Vondst(pad, f"de kleur is {voortgang.kleur}, maar uitleg ontbreekt", hint)
    for pad, prestatie, afwijkingen in met_afwijkingen(boekwerk):
        eigen = prestatie.financien.voortgang if prestatie.financien else None
        if eigen and (eigen.kleur or eigen.toelichting):
            continue
        for wat in _boven_drempel(afwijkingen, boekwerk):
            yield Vondst((*pad, "financien", "voortgang"), f"{wat}, maar uitleg ontbreekt", hint)


@data_rule("V1", "warning", "de uitleg noemt oorzaak, gevolg en, zolang het kan, bijsturing")
def uitleg_volledig(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """Cause, consequence and correction can be found in an explanation that is due.

    When the year is over there is nothing left to correct; of money, a begrotingswijziging is a
    correction. What actions tell belongs to the explanation of the content.
    """
    nodig: tuple[Deel, ...] = ("oorzaak", "gevolg")
    alles: tuple[Deel, ...] = (*nodig, "bijsturing") if boekwerk.soort == "monitor" else nodig
    for pad, prestatie, afwijkingen in met_afwijkingen(boekwerk):
        if prestatie.voortgang and prestatie.voortgang.kleur in _AFWIJKEND:
            bij_acties = [actie.toelichting for actie in prestatie.acties if actie.toelichting]
            bron = _uitleg(prestatie.voortgang, *bij_acties)
            yield from _onvolledig((*pad, "voortgang"), mist(bron, alles, boekwerk.jaar))
        geld = prestatie.financien.voortgang if prestatie.financien else None
        groot = any(afwijking.boven(boekwerk.profiel.drempels) for afwijking in afwijkingen)
        if geld and (groot or geld.kleur in _AFWIJKEND):
            delen = nodig if set(geld.begrotingswijziging) - {"geen"} else alles
            waar = (*pad, "financien", "voortgang")
            yield from _onvolledig(waar, mist(_uitleg(geld), delen, boekwerk.jaar))


def _uitleg(voortgang: Voortgang, *meer: str) -> str:
    """Give an explanation; nothing where there is none, which is told already."""
    eigen = voortgang.toelichting
    return "\n".join([eigen, *meer]) if eigen and not _zegt_geen(voortgang) else ""


def _onvolledig(pad: Pad, mist: list[Deel]) -> Iterator[Vondst]:
    if mist:
        wat = f"in de uitleg is geen {' en geen '.join(mist)} te vinden"
        zo = notation.opsomming([f"‘{deel.capitalize()}: …’" for deel in mist])
        yield Vondst((*pad, "toelichting"), wat, f"vul aan, bijvoorbeeld met {zo}")


@data_rule("V2", "error", "‘Geen afwijking’ staat niet bij oranje, rood of een grote afwijking")
def geen_afwijking(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """‘Geen afwijking’ does not stand beside orange or red, nor beyond the threshold."""
    for pad, voortgang in _voortgangen(boekwerk):
        if voortgang.kleur in _AFWIJKEND and _zegt_geen(voortgang):
            wat = f"er staat ‘Geen afwijking’, maar de kleur is {voortgang.kleur}"
            yield Vondst((*pad, "toelichting"), wat, "leg de afwijking uit, of verbeter de kleur")
    for pad, prestatie, afwijkingen in met_afwijkingen(boekwerk):
        eigen = prestatie.financien.voortgang if prestatie.financien else None
        stil = eigen and (_zegt_geen(eigen) or (eigen.kleur == "groen" and not eigen.toelichting))
        for wat in _boven_drempel(afwijkingen, boekwerk) if stil else ():
            waar = (*pad, "financien", "voortgang")
            yield Vondst(
                waar, f"{wat}, maar er komt ‘Geen afwijking’ te staan", "leg de afwijking uit"
            )


@data_rule("V3", "warning", "elke actie heeft voortgang en elke genoemde actie bestaat")
def acties(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """Every action has progress, and every ‘Actie n’ in the text exists."""
    if boekwerk.soort == "begroting":
        return
    for pad, prestatie in secties(boekwerk):
        uitleg = (prestatie.voortgang.toelichting if prestatie.voortgang else None) or ""
        genoemd = {int(nummer) for nummer in _ACTIE.findall(uitleg)}
        for plek, actie in enumerate(prestatie.acties):
            if actie.status is None and plek + 1 not in genoemd:
                wat = f"actie {plek + 1} heeft geen voortgang"
                hint = f"geef een status, of noem ‘Actie {plek + 1}’ in de toelichting op voortgang"
                yield Vondst((*pad, "acties", plek), wat, hint)
        for nummer in sorted(genoemd - set(range(1, len(prestatie.acties) + 1))):
            waar = (*pad, "voortgang", "toelichting")
            hint = f"de laatste actie is {len(prestatie.acties)}; verbeter het nummer"
            yield Vondst(waar, f"actie {nummer} bestaat niet", hint)


@data_rule("V4", "warning", "elke mijlpaal heeft datum en status, en een verschuiving heeft uitleg")
def mijlpalen(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """A milestone has a date and a status, is not on schedule when past, and explains a move."""
    dag = boekwerk.peildatum or date(boekwerk.jaar, 12, 31)
    verslag = boekwerk.soort != "begroting"
    for pad, prestatie in secties(boekwerk):
        basis = prestatie.basisinformatie
        for plek, mijlpaal in enumerate(basis.mijlpalen if basis else ()):
            for wat, hint in _bezwaren(mijlpaal, dag, verslag=verslag):
                yield Vondst((*pad, "basisinformatie", "mijlpalen", plek), wat, hint)


def _bezwaren(mijlpaal: Mijlpaal, dag: date, *, verslag: bool) -> Iterator[tuple[str, str]]:
    naam = f"mijlpaal ‘{mijlpaal.naam}’"
    mist = ["datum"] if mijlpaal.datum is None else []
    mist += ["status"] if verslag and mijlpaal.status is None else []
    if mist:
        yield f"{naam} heeft geen {' en geen '.join(mist)}", f"vul {' en '.join(mist)} in"
    if mijlpaal.datum and verslag and mijlpaal.datum < dag and mijlpaal.status == "op schema":
        voorbij = notation.datum(mijlpaal.datum)
        yield (
            f"{naam} staat op schema, maar {voorbij} is voorbij",
            "kies gereed, vertraagd of verschoven",
        )
    anders = mijlpaal.datum and mijlpaal.oorspronkelijk not in (None, mijlpaal.datum)
    if (anders or mijlpaal.status == "verschoven") and not mijlpaal.toelichting:
        yield f"{naam} heeft een andere datum gekregen zonder uitleg", "vul toelichting in"


def _voortgangen(boekwerk: Boekwerk) -> Iterator[tuple[Pad, Voortgang]]:
    for pad, prestatie in secties(boekwerk):
        geld = prestatie.financien.voortgang if prestatie.financien else None
        paren: chain[tuple[Pad, Voortgang | None]] = chain(
            [((*pad, "voortgang"), prestatie.voortgang)],
            [((*pad, "financien", "voortgang"), geld)],
        )
        yield from ((waar, voortgang) for waar, voortgang in paren if voortgang)


def _boven_drempel(afwijkingen: Iterable[Afwijking], boekwerk: Boekwerk) -> Iterator[str]:
    """Say in words which posts deviate beyond the threshold of the profile."""
    profiel = boekwerk.profiel
    for afwijking in afwijkingen:
        if afwijking.boven(profiel.drempels):
            bedrag = notation.bedrag(abs(afwijking.bedrag), profiel.notatie)
            gunstig = "voordelig" if afwijking.bedrag > 0 else "nadelig"
            label = getattr(profiel.labels, afwijking.post).lower()
            wijkt = "wijken" if afwijking.post in ("lasten", "baten") else "wijkt"
            yield f"de {label} {wijkt} {bedrag} {gunstig} af van de begroting"


def _zegt_geen(voortgang: Voortgang) -> bool:
    return bool(voortgang.toelichting and _GEEN.fullmatch(voortgang.toelichting))
