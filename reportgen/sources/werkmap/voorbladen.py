"""The sheets with a label and a value on every row: the boekwerk as a whole, and its settings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter

from reportgen.model import VERSIE
from reportgen.sources.werkmap import stijl
from reportgen.sources.werkmap.bladen import boekwerkvelden
from reportgen.sources.werkmap.cel import (
    cel_op,
    maak_op,
    maak_tabel,
    schrijf_kopcel,
    zet,
    zet_tekst,
)
from reportgen.sources.werkmap.inhoud import instellingen, profielnaam, volg
from reportgen.sources.werkmap.keuzes import keuze
from reportgen.sources.werkmap.noten import getoond, opmerking
from reportgen.sources.werkmap.waarden import tekstwaarde, waarde
from reportgen.sources.werkmap.woorden import BOEKWERK, INSTELLINGEN

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from reportgen.model import Boekwerk, Soort
    from reportgen.sources.werkmap.velden import Veld

KOPPEN = ("Gegeven", "Waarde", "Uitleg")
KOPPEN_INSTELLINGEN = ("Instelling", "Waarde")
_SPARE = 25
_NOOT_INSTELLING = (
    "Alleen voor wie van het profiel op het blad Boekwerk wil afwijken.\n"
    "De naam zoals in een profiel, met punten: drempels.percentage, of kolommen.monitor.1.naam"
    " voor de eerste van een lijst.\nVoorbeeld: kleur_tonen, met als waarde altijd"
)


def schrijf_boekwerk(boek: Workbook, boekwerk: Boekwerk | None, soort: Soort) -> None:
    """Write the sheet that asks of the document as a whole."""
    blad = boek.create_sheet(BOEKWERK)
    velden = boekwerkvelden(soort)
    _schrijf_koppen(blad, KOPPEN, (36, 60, 74))
    for rij, veld in enumerate(velden, 2):
        _schrijf_gegeven(blad, rij, veld, _gegeven(boekwerk, veld, soort))
    maak_tabel(blad, BOEKWERK, f"A1:C{len(velden) + 1}")
    stijl.richt_in(blad)


def gegevens(boekwerk: Boekwerk) -> Iterator[tuple[Veld, Any]]:
    """Give what the boekwerk says of itself, field by field."""
    for veld in boekwerkvelden(boekwerk.soort):
        yield veld, _gegeven(boekwerk, veld, boekwerk.soort)


def _gegeven(boekwerk: Boekwerk | None, veld: Veld, soort: Soort) -> Any:  # noqa: ANN401  a field
    if veld.naam == "profiel":
        return (profielnaam(boekwerk.profiel) if boekwerk else None) or "standaard"
    if boekwerk is None:
        return {"versie": VERSIE, "soort": soort, "status": "concept"}.get(veld.naam)
    return volg(boekwerk, veld.pad)


def _schrijf_gegeven(blad: Worksheet, rij: int, veld: Veld, ruw: Any) -> None:  # noqa: ANN401  a field
    label, cel, uitleg = (cel_op(blad, rij, kolom) for kolom in (1, 2, 3))
    schrijf_kopcel(label, veld.kop_in(None), verplicht=veld.verplicht)
    wat = waarde(veld, ruw, {})
    maak_op(cel, wat.formaat if wat else stijl.FORMATEN.get(veld.soort, stijl.TEKST))
    cel.alignment = stijl.LINKS
    if wat:
        zet(cel, wat)
    voorbeeld = f" Voorbeeld: {getoond(veld)}" if veld.voorbeeld else ""
    zet_tekst(uitleg, f"{veld.uitleg}{voorbeeld}")
    uitleg.alignment, uitleg.font = stijl.BOVEN, stijl.GRIJS
    if veld.naam != "soort" and (regel := keuze(veld)) is not None:
        regel.add(f"B{rij}")
        blad.add_data_validation(regel)


def schrijf_instellingen(boek: Workbook, boekwerk: Boekwerk | None) -> None:
    """Write the sheet with what an organisation wants otherwise than its profile."""
    blad = boek.create_sheet(INSTELLINGEN)
    _schrijf_koppen(blad, KOPPEN_INSTELLINGEN, (44, 60))
    blad["A1"].comment = opmerking(_NOOT_INSTELLING)
    regels = instellingen(boekwerk.profiel) if boekwerk else []
    for rij, teksten in enumerate(regels, 2):
        for kolom, tekst in enumerate(teksten, 1):
            zet(cel_op(blad, rij, kolom), tekstwaarde(tekst))
            maak_op(cel_op(blad, rij, kolom), stijl.TEKST)
    maak_tabel(blad, INSTELLINGEN, f"A1:B{len(regels) + _SPARE}")
    stijl.richt_in(blad)


def _schrijf_koppen(blad: Worksheet, koppen: tuple[str, ...], breedtes: tuple[int, ...]) -> None:
    """Write the headings of such a sheet; its columns hold text, unless a cell says otherwise."""
    for nummer, (kop, breed) in enumerate(zip(koppen, breedtes, strict=True), 1):
        letters = get_column_letter(nummer)
        schrijf_kopcel(blad[f"{letters}1"], kop, verplicht=True)
        kolom = blad.column_dimensions[letters]
        kolom.width, kolom.alignment, kolom.number_format = breed, stijl.BOVEN, stijl.TEKST
        if koppen == KOPPEN_INSTELLINGEN:
            kolom.protection = stijl.OPEN
    blad.freeze_panes = "B2" if koppen == KOPPEN else "A2"
