"""The figures of a chart as the small workbook that Word opens to edit them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.word.opc.archive import stored
from reportgen.word.values.letters import in_attribuut
from reportgen.word.xml import CT, PR, R, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from reportgen.word.values.charts import Chart

BLAD = "Gegevens"
"""The name of its one sheet: categories down the first column, a column for each series."""
WERKMAP = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SOORT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_ONDERDELEN = (
    ("worksheet", "worksheets/sheet1.xml", f"{_SOORT}.worksheet+xml"),
    ("styles", "styles.xml", f"{_SOORT}.styles+xml"),
)
_XF = '<xf numFmtId="{}" fontId="0" fillId="0" borderId="0"{}/>'
_KAAL, _FIGUUR = ' xfId="0"', ' xfId="0" applyNumberFormat="1"'
_VORMEN = (
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    f'<cellStyleXfs count="1">{_XF.format(0, "")}</cellStyleXfs>'
    f'<cellXfs count="2">{_XF.format(0, _KAAL)}{_XF.format(164, _FIGUUR)}</cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)
"""Two looks of cells: as it comes, and that of the figures."""

_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def workbook(chart: Chart, notatie: str) -> bytes:
    """Write the workbook of a chart.

    Args:
        chart: its figures.
        notatie: how they are written, as a workbook says it: `#,##0`.
    """
    namen = "".join(_relatie(nr, *deel[:2]) for nr, deel in enumerate(_ONDERDELEN, start=1))
    boek = _relatie(1, "officeDocument", "xl/workbook.xml")
    delen = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": f'<Relationships xmlns="{PR}">{boek}</Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PR}">{namen}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_S}" xmlns:r="{R}"><sheets>'
        f'<sheet name="{BLAD}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": _blad(chart),
        "xl/styles.xml": _stijlen(notatie),
    }
    return stored({naam: (_KOP + xml).encode() for naam, xml in delen.items()})


def cel_tekst(waarde: str) -> str:
    """Escape a text of a cell, on one line; `_x0041_` would be read as a code for a character.

    Source: ECMA-376 22.9.2.19 (ST_Xstring).

    Raises:
        RenderError: XML cannot hold a character.
    """
    return _CODE.sub("_x005F_", in_attribuut(waarde))


def getal(waarde: Decimal | None) -> str:
    """Write a figure; nothing where there is none."""
    return "" if waarde is None else f"{waarde + 0:f}"  # + 0 makes 0 of -0


def cells(kolom: int, van: int, tot: int) -> str:
    """Name cells of one column, as a formula does; columns and rows count from 0."""
    letter = _letter(kolom)
    begin = f"{BLAD}!${letter}${van + 1}"
    return begin if van == tot else f"{begin}:${letter}${tot + 1}"


def _blad(chart: Chart) -> str:
    rijen = [("", *(reeks.naam for reeks in chart.reeksen))]
    figuren = (map(getal, reeks.waarden) for reeks in chart.reeksen)
    rijen += zip(chart.categorieen, *figuren, strict=True)
    xml = "".join(_rij(nr, rij) for nr, rij in enumerate(rijen))
    breedte = '<cols><col min="1" max="1" width="30" customWidth="1"/></cols>'
    return f'<worksheet xmlns="{_S}">{breedte}<sheetData>{xml}</sheetData></worksheet>'


def _rij(nr: int, rij: Sequence[str]) -> str:
    """Write a row: what stands at its begin, or in the first one, is text."""
    cellen = ((f"{_letter(k)}{nr + 1}", w, k and nr) for k, w in enumerate(rij) if w)
    xml = "".join(_figuur(plek, w) if figuur else _woord(plek, w) for plek, w, figuur in cellen)
    return f'<row r="{nr + 1}">{xml}</row>'


def _letter(kolom: int) -> str:
    return chr(ord("A") + kolom)


def _woord(plek: str, woord: str) -> str:
    inhoud = f'<is><t xml:space="preserve">{cel_tekst(woord)}</t></is>'
    return f'<c r="{plek}" t="inlineStr">{inhoud}</c>'


def _figuur(plek: str, figuur: str) -> str:
    return f'<c r="{plek}" s="1"><v>{figuur}</v></c>'


def _stijlen(notatie: str) -> str:
    formaat = f'<numFmt numFmtId="164" formatCode={quoted(notatie)}/>'
    return f'<styleSheet xmlns="{_S}"><numFmts count="1">{formaat}</numFmts>{_VORMEN}</styleSheet>'


def _types() -> str:
    soorten = [("xl/workbook.xml", f"{_SOORT}.sheet.main+xml")]
    soorten += [(f"xl/{naam}", soort) for _, naam, soort in _ONDERDELEN]
    rijen = "".join(f'<Override PartName="/{n}" ContentType="{s}"/>' for n, s in soorten)
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    standaard = f'<Default Extension="rels" ContentType="{rels}"/>'
    standaard += '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{CT}">{standaard}{rijen}</Types>'


def _relatie(nr: int, soort: str, doel: str) -> str:
    return f'<Relationship Id="rId{nr}" Type="{R}/{soort}" Target="{doel}"/>'
