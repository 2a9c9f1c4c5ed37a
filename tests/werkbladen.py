"""Workbooks (werkbladen) as people, Excel and its rivals make them: by openpyxl, or XML by hand."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from reportgen import DataError
from reportgen.sources.cellen import Als, Bezwaar, Cel, lees, open_werkmap

_HOOFD = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKKET = "http://schemas.openxmlformats.org/package/2006"
_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_STIJLEN = (
    f'<styleSheet xmlns="{_HOOFD}"><numFmts count="1">'
    '<numFmt numFmtId="164" formatCode="0.0&quot; %&quot;"/></numFmts>'
    '<cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs>'
    '<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/>'
    '<xf numFmtId="4"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_SOORTEN = (
    f'<Types xmlns="{_PAKKET}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SPREADSHEET}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_SPREADSHEET}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_SPREADSHEET}.sharedStrings+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    f'ContentType="{_SPREADSHEET}.worksheet+xml"/></Types>'
)
DATUM, PROCENT, BEDRAG, LIJKT_PROCENT = 1, 2, 3, 4
"""The styles of a workbook by hand: dd-mm-yyyy, 0.00%, #,##0.00, and one that says “ %”."""


def met_de_hand(
    pad: Path, rijen: str, *, teksten: str = "", achter: str = "", delen: Mapping[str, str] = {}
) -> Path:
    """Write a workbook of one sheet, `Blad1`, out of the XML of its rows."""
    inhoud = {
        "[Content_Types].xml": _SOORTEN,
        "_rels/.rels": _relaties(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{_HOOFD}" xmlns:r="{_RELATIE}"><sheets>'
        '<sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relaties(
            ("worksheet", "worksheets/sheet1.xml"),
            ("styles", "styles.xml"),
            ("sharedStrings", "/xl/sharedStrings.xml"),
        ),
        "xl/styles.xml": _STIJLEN,
        "xl/sharedStrings.xml": f'<sst xmlns="{_HOOFD}">{teksten}</sst>',
        "xl/worksheets/sheet1.xml": f'{_KOP}<worksheet xmlns="{_HOOFD}">'
        f"<sheetData>{rijen}</sheetData>{achter}</worksheet>",
        **delen,
    }
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, xml in inhoud.items():
            pakket.writestr(naam, xml)
    return pad


def _relaties(*doelen: tuple[str, str]) -> str:
    regels = "".join(
        f'<Relationship Id="rId{nummer}" Type="{_RELATIE}/{soort}" Target="{doel}"/>'
        for nummer, (soort, doel) in enumerate(doelen, 1)
    )
    return f'{_KOP}<Relationships xmlns="{_PAKKET}/relationships">{regels}</Relationships>'


def cel_van(folder: Path, xml: str, *, teksten: str = "") -> Cel | None:
    """Give cell A1 out of its XML."""
    pad = met_de_hand(folder / "cel.xlsx", f'<row r="1">{xml}</row>', teksten=teksten)
    rijen = list(open_werkmap(pad, "cel.xlsx").bladen[0].rijen())
    return rijen[0].cellen["A"] if rijen else None


def gelezen(cel: Cel | None, als: Als) -> str | None:
    """Read a cell that can be read."""
    uitkomst = lees(cel, als)
    assert not isinstance(uitkomst, Bezwaar)
    return uitkomst


def bezwaar(cel: Cel | None, als: Als) -> str:
    """Give the objection to a cell, with its cure."""
    uitkomst = lees(cel, als)
    assert isinstance(uitkomst, Bezwaar)
    return f"{uitkomst.tekst} → {uitkomst.cure}"


def met_openpyxl(pad: Path, rijen: Sequence[Sequence[Any]], titel: str = "Blad1") -> Path:
    """Write a workbook of one sheet, as a script would."""
    boek = Workbook()
    blad = boek.worksheets[0]
    blad.title = titel
    for rij in rijen:
        blad.append(list(rij))
    boek.save(pad)
    return pad


def weigering(pad: Path) -> str:
    """Give the one problem of a file that is no workbook, or none that can be read."""
    with pytest.raises(DataError) as fout:
        _lees_alles(pad)
    (problem,) = fout.value.problems
    assert problem.where.bestand == pad.name
    return f"{problem.message} → {problem.hint}"


def _lees_alles(pad: Path) -> None:
    for blad in open_werkmap(pad, pad.name).bladen:
        list(blad.rijen())
