"""The workbook itself: a sheet with a table for every list, filled or with an example row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter

from reportgen.sources.werkmap import stijl
from reportgen.sources.werkmap.bladen import Bladsoort, bladen
from reportgen.sources.werkmap.cel import (
    cel_op,
    geef_stijl,
    maak_op,
    maak_tabel,
    schrijf_kop,
    stijl_van,
    zet,
)
from reportgen.sources.werkmap.inhoud import Inhoud, inhoud
from reportgen.sources.werkmap.keuzes import keuze, nummers_van
from reportgen.sources.werkmap.uitleg import schrijf_uitleg
from reportgen.sources.werkmap.velden import Veld
from reportgen.sources.werkmap.voorbeeld import voorbeeldrij
from reportgen.sources.werkmap.voorbladen import schrijf_boekwerk, schrijf_instellingen
from reportgen.sources.werkmap.waarden import waarde

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from reportgen.model import Boekwerk, Soort

_SPARE = 25
"""So many empty rows of a table stand ready; below it one can go on as well."""
_RUIM = 5_000
"""As far down choices can be made."""


def bouw(boekwerk: Boekwerk | None, soort: Soort) -> Workbook:
    """Make the workbook of a boekwerk, or an empty one for a kind of document."""
    boek = Workbook()
    boek.properties.creator = "reportgen"
    boek.properties.title = boekwerk.titel if boekwerk else "Invoer voor reportgen"
    schrijf_uitleg(boek.worksheets[0], soort, leeg=boekwerk is None)
    schrijf_boekwerk(boek, boekwerk, soort)
    gevuld = inhoud(boekwerk) if boekwerk else {}
    jaar = boekwerk.jaar if boekwerk else None
    for blad in bladen(soort):
        wat = gevuld.get(blad.titel) or Inhoud(blad.kolommen, (voorbeeldrij(blad),))
        _Tabelblad(boek, blad, wat, jaar).schrijf(voorbeeld=boekwerk is None)
    schrijf_instellingen(boek, boekwerk)
    return boek


class _Tabelblad:
    """Writes one sheet."""

    def __init__(self, boek: Workbook, blad: Bladsoort, wat: Inhoud, jaar: int | None) -> None:
        self._blad, self._wat, self._jaar = blad, wat, jaar
        self._werkblad: Worksheet = boek.create_sheet(blad.titel)
        self._laatste = max(_RUIM, len(wat.rijen) * 2)
        self._stijlen: dict[tuple[str, bool], StyleArray] = {}

    def schrijf(self, *, voorbeeld: bool) -> None:
        """Write headings, rows, choices and the table around them."""
        for nummer, veld in enumerate(self._wat.kolommen, 1):
            self._schrijf_kolom(nummer, veld)
        for nummer, rij in enumerate(self._wat.rijen, 2):
            self._schrijf_rij(nummer, rij.waarden, voorbeeld=voorbeeld)
        letters = get_column_letter(len(self._wat.kolommen))
        maak_tabel(self._werkblad, self._blad.tabel, f"A1:{letters}{len(self._wat.rijen) + _SPARE}")
        vast = self._vaste_kolommen()
        self._werkblad.freeze_panes = f"{get_column_letter(vast + 1)}2"
        self._werkblad.row_dimensions[1].height = stijl.KOPHOOGTE
        breed = sum(map(stijl.breedte, self._wat.kolommen))
        stijl.richt_in(self._werkblad, breed, get_column_letter(vast))

    def _vaste_kolommen(self) -> int:
        """Count the columns that stay in sight: those with the numbers of a row."""
        soorten = [veld.soort for veld in self._wat.kolommen]
        return next((n for n, soort in enumerate(soorten) if soort != "code"), len(soorten)) or 1

    def _schrijf_kolom(self, nummer: int, veld: Veld) -> None:
        letters = get_column_letter(nummer)
        schrijf_kop(self._werkblad[f"{letters}1"], veld, self._jaar)
        kolom = self._werkblad.column_dimensions[letters]
        kolom.width = stijl.breedte(veld)
        kolom.number_format = stijl.FORMATEN.get(veld.soort, stijl.TEKST)
        kolom.alignment, kolom.protection = stijl.BOVEN, stijl.OPEN
        regel = keuze(veld)
        if not veld.pad and self._blad.ouder:
            plek = [v.pad for v in self._blad.ouder.kolommen].index(("nummer",)) + 1
            ouder = self._blad.ouder.titel
            regel = nummers_van(ouder, get_column_letter(plek), self._laatste)
        if regel is not None:
            regel.add(f"{letters}2:{letters}{self._laatste}")
            self._werkblad.add_data_validation(regel)

    def _schrijf_rij(self, nummer: int, waarden: Sequence[Any], *, voorbeeld: bool) -> None:
        namen = (veld.naam for veld in self._wat.kolommen)
        naast = dict(zip(namen, waarden, strict=True))
        teksten: list[tuple[str, int]] = []
        for kolom, (veld, ruw) in enumerate(zip(self._wat.kolommen, waarden, strict=True), 1):
            wat = waarde(veld, ruw, naast)
            formaat = wat.formaat if wat else stijl.FORMATEN.get(veld.soort, stijl.TEKST)
            cel = cel_op(self._werkblad, nummer, kolom)
            if wat:
                zet(cel, wat)
                teksten.append((str(wat.waarde), stijl.breedte(veld)))
            geef_stijl(cel, self._stijl(cel, formaat, voorbeeld=voorbeeld))
        self._werkblad.row_dimensions[nummer].height = stijl.hoogte(teksten)

    def _stijl(self, cel: Cell, formaat: str, *, voorbeeld: bool) -> StyleArray:
        """Give the style of cells with a format, worked out once."""
        sleutel = formaat, voorbeeld
        if sleutel not in self._stijlen:
            maak_op(cel, formaat)
            if voorbeeld:
                cel.font, cel.fill = stijl.GRIJS, stijl.vulling(stijl.VOORBEELD)
            self._stijlen[sleutel] = stijl_van(cel)
        return self._stijlen[sleutel]
