"""Tables of decisions that change the budget, and of investment credits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from pydantic import ValidationError

from reportgen import financien
from reportgen.errors import DataError
from reportgen.model import Begrotingswijziging, Krediet
from reportgen.notation import bedrag
from reportgen.reading.vreemd.geldcel import lees_cel, stap, zonder_eenheid
from reportgen.reading.vreemd.geldtabel import lees_notatie, lees_tabel, rijen_van, ruw, vergelijk
from reportgen.reading.vreemd.kolommen import basis
from reportgen.reading.vreemd.woorden import kaal
from reportgen.view.geld import eenheidskop
from reportgen.word.flow import Raster

if TYPE_CHECKING:
    from reportgen.model import Labels, Notatie
    from reportgen.reading.vreemd.deel import Deel
    from reportgen.reading.vreemd.geldtabel import Blad, Gelezen

_GAT = re.compile(r"\\\{[a-z]+\\\}")
_ORGAAN = r"(?P<orgaan>GS|PS|vooraankondiging)\b(?:, [^()]*)?"
_JAAR = re.compile(r"((?:19|20|21)[0-9]{2})(?:, [^,]*)?\s*$")
_TABEL = re.compile(r"\s*tabel\s+[0-9]+[.:]?\s*", re.IGNORECASE)
_KREDIET = ("geautoriseerd", "besteed_eerder", "besteed", "verwacht")
_AFGELEID = ("restant", "verwacht_verschil")
_TWEE = 2


@dataclass(frozen=True, slots=True)
class Titel:
    """The title above the table of a decision."""

    nummer: str
    orgaan: str
    jaar: int


def lees_titel(tekst: str, blad: Blad) -> Titel | None:
    """Read the title of a table of a decision: its number, who decides, and the year."""
    patroon = re.escape(blad.profiel.labels.wijziging)
    patroon = patroon.replace(re.escape("{nummer}"), "(?P<nummer>.+?)")
    patroon = patroon.replace(re.escape("{orgaan}"), _ORGAAN)
    tekst = _TABEL.sub("", tekst, count=1)
    treffer = re.match(patroon, tekst)
    if treffer is None:
        return None
    jaar = _JAAR.search(tekst, treffer.end())
    return Titel(treffer["nummer"], treffer["orgaan"], int(jaar[1]) if jaar else blad.boekwerk.jaar)


def lees_mutaties(deel: Deel, titel: Titel, nummer: str, blad: Blad) -> list[dict[str, Any]] | None:
    """Read the table of a decision in one year; `nummer` is the prestatie that tells of it."""
    gelezen = lees_tabel(deel, "begrotingswijziging", "", blad)
    if gelezen is None:
        return None
    formules = blad.profiel.kolommen.formules["begrotingswijziging"]
    mutaties: list[dict[str, Any]] = []
    for post in financien.BASISPOSTEN:
        paren = [*rijen_van(gelezen, post)]
        delen = [paar for paar in paren if paar[0].naam.rol in ("heel", "deel")]
        for rij, figuren in delen or paren[-1:]:
            waarden = basis(ruw(figuren, post, gelezen.kop), "begrotingswijziging", formules)
            data: dict[str, Any] = {"jaar": titel.jaar, "soort": post, **waarden}
            if rij.naam.nummer and rij.naam.nummer != nummer:
                data["prestatie"] = rij.naam.nummer
            if rij.naam.omschrijving:
                data["omschrijving"] = rij.naam.omschrijving.replace("\n", " ")
            mutaties.append(data)
    _vergelijk(gelezen, titel, (mutaties, nummer), blad)
    return mutaties


def _vergelijk(
    gelezen: Gelezen, titel: Titel, van: tuple[list[dict[str, Any]], str], blad: Blad
) -> None:
    mutaties, nummer = van
    data = {"nummer": titel.nummer, "orgaan": titel.orgaan, "mutaties": mutaties}
    try:
        besluit = Begrotingswijziging.model_validate(data)
    except ValidationError:
        return  # what the model refuses is told where the prestatie is made
    profiel = gelezen.profiel(blad.profiel)
    wijziging = financien.Wijziging(besluit, titel.jaar, besluit.mutaties, nummer, profiel)
    vergelijk(gelezen, wijziging.tabel, len(mutaties), blad)


def is_krediettabel(raster: Raster, blad: Blad) -> bool:
    """Say whether a table is one of an investment credit."""
    return bool(_kredietnaam(raster, blad))


def _kredietnaam(raster: Raster, blad: Blad) -> str:
    kop = raster.teksten()[0][0] if raster.rijen and raster.rijen[0] else ""
    kop = kop.strip(" \t\n")
    eigen = eenheidskop(blad.boekwerk)
    kop = kop.removesuffix(f" {eigen}") if kop.endswith(f" {eigen}") else zonder_eenheid(kop)
    patroon = re.escape(blad.profiel.labels.krediet).replace(re.escape("{naam}"), "(?P<naam>.+)")
    treffer = re.fullmatch(patroon, kop, re.DOTALL)
    return treffer["naam"] if treffer else ""


def lees_krediet(deel: Deel, bijschrift: str, blad: Blad) -> dict[str, Any] | None:
    """Read the table of an investment credit; nothing where its unit is not told."""
    raster = cast("Raster", deel.inhoud)
    teksten = raster.teksten()
    notatie = lees_notatie(teksten[:1], bijschrift, blad)
    if notatie is None:
        wat = "boven deze tabel staat niet in welke eenheid de bedragen zijn"
        blad.verslag.meld("L4", deel.plek, wat, "zet in de kop de eenheid: (x € 1.000)", "error")
        return None
    data: dict[str, Any] = {"naam": _kredietnaam(raster, blad).replace("\n", " ")}
    afgeleid: dict[str, tuple[Decimal, str]] = {}
    for nummer, rij in enumerate(teksten[1:], start=2):
        plek = f"{deel.plek}, rij {nummer}"
        veld = _kredietrij(rij[0], blad.profiel.labels)
        waarde = _figuur(rij, veld, notatie, (plek, blad)) if veld else None
        if not veld or len(rij) > _TWEE:
            blad.verslag.laat_tekst_los("\t".join(rij[2:] if veld else rij), plek)
        if veld in _AFGELEID and waarde is not None:
            afgeleid[veld] = (waarde, plek)
        elif veld in _KREDIET and waarde is not None:
            data[veld] = waarde
    _vergelijk_krediet(data, afgeleid, stap(notatie), blad)
    return data


def _kredietrij(tekst: str, labels: Labels) -> str:
    """Say which figure of a credit a row has; years and days in its name do not matter."""
    for veld in (*_KREDIET, *_AFGELEID):
        label = re.escape(getattr(labels, veld))
        if re.fullmatch(_GAT.sub(".+", label), tekst.strip(), re.IGNORECASE | re.DOTALL):
            return veld
    return next((veld for veld in _KREDIET if kaal(getattr(labels, veld)) == kaal(tekst)), "")


def _figuur(rij: list[str], veld: str, notatie: Notatie, waar: tuple[str, Blad]) -> Decimal | None:
    plek, blad = waar
    cel = rij[1] if len(rij) > 1 else ""
    zonder_teken = notatie.model_copy(update={"tekens": "plus is voordelig"})
    try:
        if veld == "verwacht_verschil":
            return lees_cel(cel, "verschil", notatie)
        return lees_cel(cel, "lasten", zonder_teken)
    except DataError as fout:
        blad.verslag.meld("L3", plek, fout.problems[0].message, fout.problems[0].hint, "error")
        blad.verslag.laat_tekst_los(cel, plek)
        return None


def _vergelijk_krediet(
    data: dict[str, Any], afgeleid: dict[str, tuple[Decimal, str]], kleinste: Decimal, blad: Blad
) -> None:
    try:
        stand = financien.kredietstand(Krediet.model_validate(data))
    except ValidationError:
        return  # what the model refuses is told where the prestatie is made
    hoort = {"restant": stand.restant, "verwacht_verschil": stand.verschil}
    for veld, (er_staat, plek) in afgeleid.items():
        verwacht = hoort[veld]
        if verwacht is not None and abs(er_staat - verwacht) > kleinste * 2:
            label = getattr(blad.profiel.labels, veld).partition(" {")[0]
            wat = f"{label}: er staat {bedrag(er_staat)}, de delen geven {bedrag(verwacht)}"
            cure = "kijk na welk bedrag goed is; de basisbedragen zijn overgenomen"
            blad.verslag.meld("F1", plek, wat, cure, "error")
