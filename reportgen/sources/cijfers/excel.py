"""A sheet of a workbook becomes rows: each cell as it is, or why it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.errors import Problem
from reportgen.sources import cellen
from reportgen.sources.cellen.blad import kolomnummer
from reportgen.sources.cijfers.bedragen import Cel
from reportgen.sources.cijfers.fouten import plaats_van, stop
from reportgen.sources.cijfers.opgave import Opgave
from reportgen.sources.cijfers.tabel import Ruw

_ALS: dict[str, cellen.Als] = {"procent": "bedrag", "datum": "code"}
"""As what a cell is refused that is no text and no number."""


def lees_excel(opgave: Opgave) -> Iterator[Ruw]:
    """Read the rows of a sheet, each with its number.

    Raises:
        DataError: it is no workbook, or it is not plain which sheet is meant.
    """
    blad = _blad(opgave)
    totalen = {tabel.totaal for tabel in blad.tabellen}
    for rij in blad.rijen():
        rijcellen: list[Cel] = [None] * max(map(kolomnummer, rij.cellen))
        for letters, cel in rij.cellen.items():
            rijcellen[kolomnummer(letters) - 1] = _cel(cel)
        if rij.nummer in totalen:  # the row of totals of a table, whatever it calls itself
            rijcellen = ["Totaal"]
        yield rij.nummer, rijcellen
    if blad.verborgen_rijen:
        wat = "verborgen rijen tellen mee in de cijfers"
        cure = "haal het filter in Excel weg om te zien wat meetelt, en verwijder wat niet hoort"
        waar = plaats_van(opgave.naam, blad.verborgen_rijen)
        opgave.opmerkingen.append(Problem("F9", "warning", waar, wat, cure))


def _blad(opgave: Opgave) -> cellen.Blad:
    werkmap = cellen.open_werkmap(opgave.bestand(), opgave.naam)
    namen = ", ".join(f"‘{blad.naam}’" for blad in werkmap.bladen)
    gevraagd = opgave.cijfers.werkblad
    if gevraagd is not None:
        if blad := werkmap.blad(gevraagd):
            return blad
        wat = f"deze werkmap heeft geen werkblad ‘{gevraagd}’"
        raise stop("D1", opgave.waar("werkblad"), wat, f"kies uit: {namen}")
    zichtbaar = [blad for blad in werkmap.bladen if blad.zichtbaar]
    if len(zichtbaar) != 1:
        wat = "deze werkmap heeft meer dan één werkblad"
        raise stop("D1", opgave.waar("bestand"), wat, f"schrijf erbij welk, werkblad: {namen}")
    return zichtbaar[0]


def _cel(cel: cellen.Cel) -> Cel:
    if cel.soort == "tekst":
        return cel.tekst
    if cel.soort == "getal":
        return Decimal(cel.tekst)
    bezwaar = cellen.lees(cel, _ALS.get(cel.soort, "tekst"))
    return (bezwaar.tekst, bezwaar.cure) if isinstance(bezwaar, cellen.Bezwaar) else bezwaar
