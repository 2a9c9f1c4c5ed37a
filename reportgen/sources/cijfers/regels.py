"""Which regel of a prestatie a sum of a ledger is about; a regel is plain data here."""

from __future__ import annotations

import difflib
from collections.abc import Container, Sequence
from typing import Any

from reportgen.errors import Herkomst, Pad, Problem
from reportgen.sources.cijfers.doelen import Sleutel
from reportgen.sources.cijfers.fouten import Tekst
from reportgen.sources.cijfers.tabel import gelijk

Data = dict[str, Any]
LEEG = (None, "")


def regels_van(sectie: object) -> list[Any] | None:
    """Give the regels of a section; None where the model will object to what stands there."""
    geld = sectie.get("financien") if isinstance(sectie, dict) else None
    regels = geld.get("regels") if isinstance(geld, dict) else None
    return regels if isinstance(regels, list) else None


def eigen(sectie: object) -> object:
    """Copy a section as far as its amounts, each regel with room for them."""
    geld = sectie.get("financien") if isinstance(sectie, dict) else None
    if not isinstance(sectie, dict) or not (geld in LEEG or isinstance(geld, dict)):
        return sectie
    if not isinstance(geld, dict):
        return {**sectie}
    regels = [] if geld.get("regels") in LEEG else geld.get("regels")
    if not isinstance(regels, list):
        return sectie
    return {**sectie, "financien": {**geld, "regels": [_met_bedragen(r) for r in regels]}}


def _met_bedragen(regel: object) -> object:
    if not isinstance(regel, dict):
        return regel
    bedragen = regel.get("bedragen")
    ruimte = {} if bedragen in LEEG else dict(bedragen) if isinstance(bedragen, dict) else bedragen
    return {**regel, "bedragen": ruimte}


def nieuw(sleutel: Sleutel) -> Data:
    """Make a regel that only a ledger knows."""
    return {naam: tekst for naam, tekst in sleutel._asdict().items() if tekst} | {"bedragen": {}}


def vul_aan(regel: Data, sleutel: Sleutel) -> None:
    """Let a regel have what the ledger says of it and its author did not."""
    for naam, tekst in sleutel._asdict().items():
        if tekst and regel.get(naam) in LEEG:
            regel[naam] = tekst


def sleutel_van(regel: Data) -> Sleutel:
    """Tell a regel from the others, as a ledger would."""
    return Sleutel(*("" if regel.get(n) in LEEG else str(regel[n]) for n in Sleutel._fields))


def sleutels_van(regels: Sequence[object]) -> list[Sleutel | None]:
    """Tell regels from each other; None for what the model will object to."""
    return [sleutel_van(regel) if isinstance(regel, dict) else None for regel in regels]


def kandidaten(regels: Sequence[Sleutel | None], sleutel: Sleutel) -> list[int]:
    """Give the places of the regels that a sum can be about: the very one, where there is one."""
    passend = [(i, regel) for i, regel in enumerate(regels) if regel and regel.past_op(sleutel)]
    gewoon = [*map(gelijk, sleutel)]
    precies = [plek for plek, regel in passend if [*map(gelijk, regel)] == gewoon]
    return precies if len(precies) == 1 else [plek for plek, _ in passend]


def bezwaar(keuze: list[int], sleutel: Sleutel, bezet: Container[int]) -> Tekst | None:
    """Say why a sum cannot go to one regel."""
    naam = naam_van(sleutel)
    if len(keuze) > 1:
        wat = (
            f"{naam} staat hier {len(keuze)} keer, en het grootboek maakt daartussen geen verschil"
        )
        return wat, "geef elke regel een eigen omschrijving, of laat er één staan"
    if keuze and keuze[0] in bezet:
        wat = f"het grootboek heeft meer dan één regel voor {naam}"
        cure = "noem hier de aard, het taakveld of de categorie, en maak een regel voor de andere"
        return wat, cure
    return None


def naam_van(sleutel: Sleutel) -> str:
    """Name a regel as its writer did."""
    soort, omschrijving, *_ = sleutel
    return f"{soort} ‘{omschrijving}’" if omschrijving else soort


def zonder_bedrag(regel: Data, anderen: Sequence[Data], nummer: str) -> Tekst:
    """Say that a ledger has nothing for a regel, and what it does have."""
    eigen_naam = naam_van(sleutel_van(regel))
    namen = [naam_van(sleutel_van(ander)) for ander in anderen]
    lijken = difflib.get_close_matches(eigen_naam, namen, 1)
    bedoeld = f"bedoelt u {lijken[0]}? " if lijken else ""
    wat = f"het grootboek heeft geen bedragen voor {eigen_naam} van {nummer}"
    return wat, f"{bedoeld}zet er bedragen bij (0 als het niets is), of haal de regel weg"


def dubbel_getypt(getypt: str, grootboek: str, waar: str) -> Tekst:
    """Say that an author typed another figure than the ledger has."""
    wat = f"hier is {getypt} getypt, en het grootboek heeft {grootboek} ({waar})"
    return wat, "zoek uit welke klopt, en haal het bedrag hier weg: het komt uit het grootboek"


def probleem(rule: str, herkomst: Herkomst, pad: Pad, tekst: Tekst) -> Problem:
    """Make the problem of a path of the data."""
    return Problem(rule, "error", herkomst.zoek(pad), *tekst)
