"""Tables of money: which kind one is, its rows and cells, and whether its derived figures fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from reportgen import financien, notation
from reportgen.errors import DataError
from reportgen.model import GUNSTIG, Kolom, Kolommen, Notatie, Post, Profiel, Tabelsoort, Teken
from reportgen.reading.vreemd.geldcel import lees_cel, lees_eenheid, stap
from reportgen.reading.vreemd.kolommen import Kop, aantal_delen, vind_kolommen
from reportgen.reading.vreemd.rijen import Rij, Rijnamen, ingedeeld
from reportgen.view.geld import eenheidskop
from reportgen.word.flow import Raster

if TYPE_CHECKING:
    from reportgen.model import Boekwerk
    from reportgen.reading.vreemd.deel import Deel, Verslag
    from reportgen.reading.vreemd.woorden import Woorden

_TAB = "\t"
_HOOGSTE_KOP = 3
"""In which of the first rows the headings can stand."""
Cellen = Mapping[str, Decimal | None]
"""The figures of a row by column, in euros; a verschil is favourable when positive."""
Sleutel = tuple[str, Post | None, str, str]


@dataclass(frozen=True, slots=True)
class Blad:
    """What a table of money is read with: the document, its words, and who is told."""

    boekwerk: Boekwerk
    woorden: Woorden
    verslag: Verslag

    @property
    def profiel(self) -> Profiel:
        """The profile of the document."""
        return self.boekwerk.profiel


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A table that was read: its kind, its notation, its columns, and its rows with figures."""

    soort: Tabelsoort
    notatie: Notatie
    kop: Kop
    rijen: tuple[tuple[Rij, Cellen], ...]

    def profiel(self, basis: Profiel, *, splits: bool = False) -> Profiel:
        """Give a profile that prints the columns and rows that this table has."""
        notatie = self.notatie.model_copy(
            update={"lege_rijen": "printen", "aard": "splitsen" if splits else "niet"}
        )
        kolommen: Kolommen = basis.kolommen.model_copy(update={self.soort: self.kop.gedrukt()})
        return basis.model_copy(update={"kolommen": kolommen, "notatie": notatie})


def vind_kop(raster: Raster, soort: Tabelsoort, blad: Blad) -> tuple[int, Kop] | None:
    """Find the row of headings of a kind of table, and its columns."""
    for nummer, rij in enumerate(raster.teksten()[:_HOOGSTE_KOP]):
        kop = vind_kolommen(rij, soort, blad.boekwerk, blad.woorden)
        if kop.kolommen:
            return nummer, kop
    return None


def lees_tabel(deel: Deel, soort: Tabelsoort, bijschrift: str, blad: Blad) -> Gelezen | None:
    """Read a table of money; nothing where its unit is not told, and then nothing is guessed."""
    raster = cast("Raster", deel.inhoud)
    gevonden = vind_kop(raster, soort, blad)
    if gevonden is None:
        return None
    hoogte, kop = gevonden
    teksten = raster.teksten()
    notatie = lees_notatie(teksten[: hoogte + 1], bijschrift, blad)
    if notatie is None:
        wat = "boven deze tabel staat niet in welke eenheid de bedragen zijn"
        cure = "zet in de kop de eenheid, zoals (x € 1.000), of vul de bedragen zelf in"
        blad.verslag.meld("L4", deel.plek, wat, cure, "error")
        return None
    _meld_vreemde_kolommen(deel, teksten, hoogte, kop, blad)
    namen = Rijnamen(blad.woorden)
    rijen = [
        Rij(namen.lees(rij[0]), _cellen(rij, kop), f"{deel.plek}, rij {nummer}", "\t".join(rij))
        for nummer, rij in enumerate(teksten[hoogte + 1 :], start=hoogte + 2)
        if any(rij)
    ]
    figuren = tuple((rij, _figuren(rij, kop, notatie, blad)) for rij in ingedeeld(rijen))
    return Gelezen(soort, notatie, kop, figuren)


def lees_notatie(koppen: Sequence[Sequence[str]], bijschrift: str, blad: Blad) -> Notatie | None:
    """Find the unit of a table in its headings, or in the line above it."""
    eigen = blad.profiel.notatie
    gevonden = lees_eenheid(*(kop for rij in koppen for kop in rij), bijschrift)
    if gevonden:
        return eigen.model_copy(update={"eenheid": gevonden})
    return eigen if koppen[-1][0].endswith(eenheidskop(blad.boekwerk)) else None


def _cellen(rij: Sequence[str], kop: Kop) -> dict[str, str]:
    return {k.naam: rij[plek] if plek < len(rij) else "" for plek, k in kop.kolommen.items()}


def _meld_vreemde_kolommen(
    deel: Deel, teksten: Sequence[Sequence[str]], hoogte: int, kop: Kop, blad: Blad
) -> None:
    for plek in kop.vreemd:
        wat = f"de kolom ‘{teksten[hoogte][plek]}’ is niet bekend"
        cure = "zet de kop bij varianten.kolommen in het profiel, of neem de cijfers zelf over"
        blad.verslag.meld("L2", deel.plek, wat, cure)
    for nummer, rij in enumerate(teksten[hoogte:], start=hoogte + 1):
        los = [rij[plek] for plek in kop.vreemd if plek < len(rij)]
        blad.verslag.laat_tekst_los("\t".join(los), f"{deel.plek}, rij {nummer}")


def _figuren(rij: Rij, kop: Kop, notatie: Notatie, blad: Blad) -> Cellen:
    """Read the cells of a row; one that is no figure is told, and finds no place."""
    post = rij.naam.post
    if post is None:
        wat = f"van de rij ‘{rij.naam.omschrijving}’ is niet bekend of het lasten of baten zijn"
        cure = "zet er een totaal onder (Totaal lasten), of neem de rij zelf over"
        blad.verslag.meld("L2", rij.plek, wat, cure)
        blad.verslag.laat_tekst_los(rij.tekst, rij.plek)
        return {}
    figuren: dict[str, Decimal | None] = {}
    for kolom in kop.gedrukt():
        teken: Teken = "verschil" if financien.is_verschil(kolom) else post
        try:
            figuren[kolom.naam] = lees_cel(rij.cellen[kolom.naam], teken, notatie)
        except DataError as fout:
            wat, cure = fout.problems[0].message, fout.problems[0].hint
            blad.verslag.meld("L3", rij.plek, f"{kolom.kop}: {wat}", cure, "error")
            blad.verslag.laat_tekst_los(rij.cellen[kolom.naam], rij.plek)
    return figuren


def ruw(figuren: Cellen, post: Post, kop: Kop) -> dict[str, Decimal | None]:
    """Give the figures of a row as sums make them: a verschil is turned back."""
    verschillen = {k.naam for k in kop.gedrukt() if financien.is_verschil(k)}
    return {
        naam: w if w is None or naam not in verschillen else w * GUNSTIG[post]
        for naam, w in figuren.items()
    }


def vergelijk(gelezen: Gelezen, hoort: financien.Tabel, aantal: int, blad: Blad) -> None:
    """Hold every derived figure against what the base figures give; rounding is no difference.

    Args:
        gelezen: the table as it stands.
        hoort: the table that the base figures make, in the same columns.
        aantal: how many rows of base figures it adds up at most.
        blad: who is told.
    """
    per_sleutel = {_sleutel(rij): rij for rij in hoort.rijen}
    met_totaal = {rij.naam.post for rij, _ in gelezen.rijen if rij.naam.rol == "totaal"}
    formules = gelezen.profiel(blad.profiel).kolommen.formules[gelezen.soort]
    for rij, figuren in gelezen.rijen:
        is_deel = rij.naam.rol == "deel" or (rij.naam.rol == "heel" and rij.naam.post in met_totaal)
        zou = per_sleutel.get(_sleutel_van(rij, is_deel=is_deel))
        if zou is None:
            continue
        for kolom, verwacht in zip(hoort.kolommen, zou.cellen, strict=True):
            er_staat = figuren.get(kolom.naam)
            delen = aantal_delen(kolom.naam, formules) * (1 if is_deel else aantal)
            speling = stap(gelezen.notatie) * (delen + 1) / 2
            if er_staat is None or verwacht is None or abs(er_staat - verwacht) <= speling:
                continue
            _meld_verschil(rij, kolom, (er_staat, verwacht), blad)


def _sleutel_van(rij: Rij, *, is_deel: bool) -> Sleutel:
    naam = rij.naam
    if is_deel:
        return "deel", naam.post, naam.omschrijving, naam.nummer
    if naam.rol == "waarvan":
        return "waarvan", naam.post, naam.omschrijving, ""
    return "heel", naam.post, "", ""


def _sleutel(rij: financien.Rij) -> Sleutel:
    if rij.rol == "deel":
        return "deel", rij.post, rij.omschrijving, rij.nummer
    if rij.rol == "waarvan":
        return "waarvan", rij.post, rij.omschrijving, ""
    return "heel", rij.post, "", ""


def _meld_verschil(rij: Rij, kolom: Kolom, bedragen: tuple[Decimal, Decimal], blad: Blad) -> None:
    er_staat, verwacht = map(notation.bedrag, bedragen)
    afgeleid = rij.naam.post in financien.AFGELEIDE_POSTEN
    regel = "F3" if kolom.som else "F2" if afgeleid else "F1"
    wat = f"{rij.tekst.partition(_TAB)[0]}, {kolom.kop}: er staat {er_staat}, de delen"
    cure = "kijk na welk bedrag goed is; de basisbedragen zijn overgenomen"
    blad.verslag.meld(regel, rij.plek, f"{wat} geven {verwacht}", cure, "error")


def rijen_van(gelezen: Gelezen, post: Post) -> Iterator[tuple[Rij, Cellen]]:
    """Give the rows of a post."""
    return ((rij, figuren) for rij, figuren in gelezen.rijen if rij.naam.post == post)
