"""What filling leaves behind and Word refuses, mended in the text of a cell, a row or a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ALINEA_ACHTERAAN = re.compile(
    r"(?:</w:p>|<w:p(?: [^>]*)?/>|</w:sdt>)(?:<w:(?:bookmark|perm|comment)\w+(?: [^>]*)?/>)*\Z"
)
"""A paragraph, or a content control, which has been mended itself; and marks of ranges."""
_TABEL = re.compile(r"<w:tbl(?=[ >])|</w:tbl>")
_BINNENSTE = 2
"""How deep the tables stand that stand in a table."""

# Word has 63 columns at the most: a number of three digits is none
_SPAN = re.compile(r'<w:gridSpan w:val="([0-9]{1,2})"')
_VOOR = re.compile(r'<w:gridBefore w:val="([0-9]{1,2})"')
_NA = re.compile(r'<w:gridAfter w:val="([0-9]{1,2})"')
_BREEDTE = re.compile(
    r'<w:tcW (?:w:w="([0-9]{1,9})[0-9.]*"[^>]*|w:type="\w+" w:w="([0-9]{1,9})[0-9.]*"[^>]*)/>'
)
"""A width in twentieths of a point; Google Docs writes parts of them too."""
_KOLOM = re.compile(r'<w:gridCol(?: w:w="([0-9]{1,9})[0-9.]*")?/>')
_RASTER = re.compile(r"<w:tblGrid>.*?</w:tblGrid>|<w:tblGrid/>")
_BINNEN = re.compile("\ufdd0([0-9]+)\ufdd1")


def fill_holder(inhoud: str) -> str:
    """Give a cell, header or note at least the paragraph that it must end with."""
    return inhoud if _ALINEA_ACHTERAAN.search(inhoud[-300:]) else f"{inhoud}<w:p/>"


def keep_row(rij: str) -> str:
    """Drop a row that has no cells."""
    return rij if "<w:tc" in rij else ""


def fit_table(tabel: str) -> str:
    """Drop a table that has no rows; fit the grid of another to its cells.

    The total width is kept, and the proportions that the cells ask for.
    Source: ECMA-376 17.4.48 (tblGrid), 17.4.71 (tcW); widths in twentieths of a point.
    """
    binnen: list[str] = []
    if tabel.count("</w:tbl>") > 1:
        tabel = _set_aside(tabel, binnen)
    kop, *rijen = _cut(tabel, "<w:tr")
    if not rijen:
        return ""
    raster = _RASTER.search(kop)
    if raster:
        oud = [int(breedte or 0) for breedte in _KOLOM.findall(raster[0])]
        nieuw = _columns(oud, rijen)
        if nieuw is not oud:
            kolommen = "".join(f'<w:gridCol w:w="{breedte}"/>' for breedte in nieuw)
            kop = kop.replace(raster[0], f"<w:tblGrid>{kolommen}</w:tblGrid>")
            rijen = [_fit_row(rij, nieuw) for rij in rijen]
    heel = "".join([kop, *rijen])
    return _BINNEN.sub(lambda m: binnen[int(m[1])], heel) if binnen else heel


def _cut(xml: str, begin: str) -> list[str]:
    """Cut before each element of a name: the first piece is what stands in front."""
    if f"{begin} " in xml:
        return re.split(f"(?={begin}[ >])", xml)
    voor, *delen = xml.split(f"{begin}>")
    return [voor, *(f"{begin}>{deel}" for deel in delen)]


def _set_aside(tabel: str, binnen: list[str]) -> str:
    """Put a mark in the place of each table inside a table; they have been mended themselves."""
    delen: list[str] = []
    plek = diepte = begin = 0
    for treffer in _TABEL.finditer(tabel):
        diepte += -1 if treffer[0].startswith("</") else 1
        if diepte == _BINNENSTE and not treffer[0].startswith("</"):
            begin = treffer.start()
        elif diepte == 1 and treffer[0].startswith("</"):
            delen.append(f"{tabel[plek:begin]}\ufdd0{len(binnen)}\ufdd1")
            binnen.append(tabel[begin : treffer.end()])
            plek = treffer.end()
    return "".join([*delen, tabel[plek:]])


def _columns(oud: Sequence[int], rijen: Sequence[str]) -> Sequence[int]:
    """Give the widths of the columns that the rows need; the same sequence when nothing changes."""
    tellingen = [_spans(rij) for rij in rijen]
    aantal = max(map(_needed, rijen, tellingen))
    enkel = (rij for rij, spans in zip(rijen, tellingen, strict=True) if len(spans) == aantal)
    wensen = [int(een or twee or 0) for een, twee in _BREEDTE.findall(next(enkel, ""))]
    if aantal == len(oud) and (len(wensen) != aantal or sum(wensen) == sum(oud)):
        return oud  # as many as there were, and not because one loop took the place of its tags
    return _divided(sum(oud), wensen if len(wensen) == aantal and any(wensen) else [1] * aantal)


def _divided(totaal: int, wensen: Sequence[int]) -> list[int]:
    """Divide a width over columns, in the proportions that they ask for."""
    som = sum(wensen)
    breedten = [round(wens * totaal / som) for wens in wensen]
    breedten[0] += totaal - sum(breedten)
    return breedten


def _before(rij: str) -> int:
    """Give how many columns a row leaves open in front. Source: ECMA-376 17.4.15 (gridBefore)."""
    return int(voor[1]) if "<w:gridBefore" in rij and (voor := _VOOR.search(rij)) else 0


def _needed(rij: str, spans: Sequence[int]) -> int:
    """Give how many columns a row takes, those that it leaves open included."""
    na = int(achter[1]) if "<w:gridAfter" in rij and (achter := _NA.search(rij)) else 0
    return _before(rij) + sum(spans) + na


def _spans(rij: str) -> list[int]:
    """Give how many columns each cell of a row takes."""
    if "<w:gridSpan" not in rij:
        return [1] * rij.count("</w:tc>")
    cellen = _cut(rij, "<w:tc")[1:]
    return [int(span[1]) if (span := _SPAN.search(cel)) else 1 for cel in cellen]


def _fit_row(rij: str, kolommen: Sequence[int]) -> str:
    """Give the cells of a row the widths of the columns that they take."""
    voor, *cellen = rij.split("<w:tcW ")
    if len(cellen) == len(kolommen) == rij.count("</w:tc>") and "<w:grid" not in rij:
        breedten = (f'<w:tcW w:w="{breedte}" w:type="dxa"/>' for breedte in kolommen)
        resten = (cel.partition("/>")[2] for cel in cellen)
        return voor + "".join(map(str.__add__, breedten, resten))
    voor, *cellen = _cut(rij, "<w:tc")
    spans = _spans(rij) if "<w:gridSpan" in rij else (1,) * len(cellen)
    plek = _before(rij)
    for nummer, span in enumerate(spans):
        breedte = f'<w:tcW w:w="{sum(kolommen[plek : plek + span])}" w:type="dxa"/>'
        cellen[nummer] = _BREEDTE.sub(breedte, cellen[nummer], count=1)
        plek += span
    return "".join([voor, *cellen])
