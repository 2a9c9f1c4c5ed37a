"""What filling leaves behind and Word refuses: empty cells, empty tables, grids that do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.xml import remove, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def repair(wortel: Element) -> None:
    """Mend the tables of a filled part."""
    for tabel in list(wortel.iter(w("tbl"))):
        for rij in _rijen(tabel):
            if next(rij.iter(w("tc")), None) is None:
                remove(rij)
        rijen = _rijen(tabel)
        if not rijen:
            remove(tabel)
            continue
        for cel in tabel.iter(w("tc")):
            if not len(cel) or cel[-1].tag not in (w("p"), w("sdt")):
                etree.SubElement(cel, w("p"))
        _pas_raster(tabel, rijen)


def _rijen(tabel: Element) -> list[Element]:
    """Give the rows of a table itself, those inside content controls included."""
    return [rij for rij in tabel.iter(w("tr")) if next(rij.iterancestors(w("tbl"))) is tabel]


def _cellen(rij: Element) -> list[Element]:
    """Give the cells of a row itself, those inside content controls included."""
    return [cel for cel in rij.iter(w("tc")) if next(cel.iterancestors(w("tr"))) is rij]


def _pas_raster(tabel: Element, rijen: list[Element]) -> None:
    """Fit the grid to rows whose number of cells changed: same total, same proportions.

    Source: ECMA-376 17.4.48 (tblGrid), 17.4.71 (tcW); widths in twentieths of a point.
    """
    raster = tabel.find(w("tblGrid"))
    cellen = _cellen(rijen[0])
    if (
        raster is None
        or len(raster) == len(cellen)
        or tabel.find(f".//{w('gridSpan')}") is not None
    ):
        return
    totaal = sum(int(kolom.get(w("w"), "0")) for kolom in raster)
    wensen = [_breedte(cel) for cel in cellen]
    schaal = totaal / (sum(wensen) or 1)
    breedten = [round(wens * schaal) for wens in wensen]
    breedten[0] += totaal - sum(breedten)
    for kolom in list(raster):
        raster.remove(kolom)
    for breedte in breedten:
        etree.SubElement(raster, w("gridCol")).set(w("w"), str(breedte))
    for rij in rijen:
        for cel, breedte in zip(_cellen(rij), breedten, strict=False):
            if (tcw := cel.find(f"{w('tcPr')}/{w('tcW')}")) is not None:
                tcw.set(w("w"), str(breedte))
                tcw.set(w("type"), "dxa")


def _breedte(cel: Element) -> int:
    tcw = cel.find(f"{w('tcPr')}/{w('tcW')}")
    return int(tcw.get(w("w"), "0")) if tcw is not None else 0
