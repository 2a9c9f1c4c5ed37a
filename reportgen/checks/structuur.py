"""S-rules: the tree of goals, the blocks of the stage, the references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportgen.checks.lopen import gelezen, secties
from reportgen.checks.registry import Vondst, data_rule
from reportgen.errors import Pad
from reportgen.model import Boekwerk, Onderdeel, Prestatie, boven, hoort_onder, op_sleutel, past

_TITEL_ERACHTER = re.compile(r"\s*[‘“\"']([^’”\"']{1,200})[’”\"']")


@data_rule(
    "S1", "error", "elk nummer komt één keer voor, past bij zijn niveau en staat onder zijn ouder"
)
def nummers(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """Every code is unique, fits its level's pattern and stands under its parent; gaps are fine."""
    niveaus = boekwerk.profiel.niveaus
    gezien: set[str] = set()
    for pad, nummer, diepte, ouder in _boom(boekwerk):
        niveau = niveaus[diepte]
        if nummer in gezien:
            yield Vondst(
                pad, f"nummer {nummer} komt twee keer voor", "geef elk onderdeel een eigen nummer"
            )
        gezien.add(nummer)
        if not past(nummer, niveau.patroon):
            wat = f"{nummer} heeft niet de vorm van een {niveau.naam} ({niveau.patroon})"
            yield Vondst(
                pad, wat, "verbeter het nummer, of stel in het profiel een ander patroon in"
            )
        elif ouder is None and diepte:
            boven = niveaus[diepte - 1].naam
            wat = (
                f"{niveau.naam} {nummer} hoort nergens onder: het {boven} ontbreekt in het boekwerk"
            )
            yield Vondst(
                pad, wat, f"voeg dat {boven} toe aan boekwerk.yaml, of verbeter het nummer"
            )
        elif ouder is not None and not hoort_onder(nummer, ouder):
            wat = f"{niveau.naam} {nummer} staat onder {ouder}, maar begint anders"
            yield Vondst(pad, wat, "verbeter het nummer of zet het op de goede plaats")


def _boom(boekwerk: Boekwerk) -> Iterator[tuple[Pad, str, int, str | None]]:
    """Give every code with its path, its level from 0 and its parent, where it has one."""
    laatste = len(boekwerk.profiel.niveaus) - 1
    ouders: list[str] = []
    for i, kerntaak in enumerate(boekwerk.kerntaken):
        yield ("kerntaken", i, "nummer"), kerntaak.nummer, 0, None
        if laatste == 1:
            ouders.append(kerntaak.nummer)
        for j, doel in enumerate(kerntaak.beleidsdoelen):
            plek = ("kerntaken", i, "beleidsdoelen", j, "nummer")
            yield plek, doel.nummer, min(1, laatste), kerntaak.nummer
            ouders.append(doel.nummer)
    sleutels = op_sleutel(ouders)
    for pad, prestatie in secties(boekwerk):
        ouder = next(boven(prestatie.nummer, sleutels), None)
        yield (*pad, "nummer"), prestatie.nummer, laatste, ouder


@data_rule(
    "S2", "error", "de verplichte blokken en velden zijn er, en geen van een ander soort document"
)
def blokken(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """The blocks that the stage demands are there, and none of another stage."""
    soort = boekwerk.soort
    if soort == "monitor" and boekwerk.peildatum is None:
        hint = "voeg peildatum: jjjj-mm-dd toe"
        yield Vondst(("peildatum",), "een monitor heeft een peildatum nodig", hint)
    for pad, prestatie in secties(boekwerk):
        for veld in _ontbrekend(prestatie, getattr(boekwerk.profiel.verplicht, soort)):
            deel = "veld" if "." in veld else "blok"
            wat = f"het {deel} {veld} ontbreekt; in een {soort} is dat verplicht"
            yield Vondst((*pad, *veld.split(".")), wat, f"vul {veld} in")
        if soort == "begroting":
            yield from _van_later(pad, prestatie)


def _ontbrekend(prestatie: Prestatie, velden: Iterable[str]) -> Iterator[str]:
    """Give the mandatory fields that are empty; not those of a block that is missing itself."""
    gemeld: tuple[str, ...] = ()
    for veld in sorted(velden, key=lambda veld: veld.count(".")):
        if veld.startswith(gemeld):
            continue
        waarde: object = prestatie
        for deel in veld.split("."):
            waarde = getattr(waarde, deel, None)
        if _leeg(waarde):
            gemeld += (f"{veld}.",)
            yield veld


def _leeg(blok: object) -> bool:
    """Say whether a block is not there, or there without anything in it."""
    if isinstance(blok, Onderdeel):
        return all(_leeg(getattr(blok, naam)) for naam in type(blok).model_fields)
    return not blok


def _van_later(pad: Pad, prestatie: Prestatie) -> Iterator[Vondst]:
    hint = "haal het weg; voortgang hoort in een monitor of jaarverslag"
    if prestatie.voortgang:
        yield Vondst((*pad, "voortgang"), "een begroting heeft nog geen voortgang", hint)
    for plek, actie in enumerate(prestatie.acties):
        if actie.toelichting:
            waar = (*pad, "acties", plek, "toelichting")
            yield Vondst(waar, "een begroting heeft nog geen uitleg bij een actie", hint)
    if prestatie.financien and prestatie.financien.voortgang:
        waar = (*pad, "financien", "voortgang")
        yield Vondst(waar, "een begroting heeft nog geen financiële voortgang", hint)


@data_rule("S3", "error", "elke verwijzing wijst naar een prestatie die bestaat")
def verwijzingen(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """Every reference points at a prestatie of this document or of elders; its title agrees."""
    bekend, woord = dict(boekwerk.titels()), boekwerk.profiel.niveau
    for leestekst in gelezen(boekwerk):
        for alinea in leestekst.tekst.alineas() if woord[1:] in leestekst.bron else ():
            pad, heel = leestekst.pad, str(alinea)
            einde = 0
            for stuk in alinea.stukken:
                einde += len(stuk.tekst)
                if not stuk.verwijzing:
                    continue
                if stuk.verwijzing not in bekend:
                    wat = f"{woord} {stuk.verwijzing} bestaat niet"
                    hint = "verbeter het nummer, of noem het bij elders in boekwerk.yaml"
                    yield Vondst(pad, wat, hint)
                    continue
                titel, genoemd = bekend[stuk.verwijzing], _TITEL_ERACHTER.match(heel, einde)
                if titel and genoemd and genoemd[1].strip().lower() != titel.lower():
                    wat = f"{woord} {stuk.verwijzing} heet ‘{titel}’, niet ‘{genoemd[1]}’"
                    yield Vondst(pad, wat, "neem de titel over", "warning")
