"""How the workbook looks: quiet, wide enough, and every kind of column in its own format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.properties import PageSetupProperties

from reportgen.sources.werkmap.velden import Veld, Veldsoort
from reportgen.sources.werkmap.woorden import BREEDTES as SMAL

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

BREEDTES: Mapping[Veldsoort, int] = {
    "regel": 34,
    "tekst": 52,
    "code": 16,
    "bedrag": 18,
    "mutatie": 18,
    "meetwaarde": 14,
    "datum": 15,
    "jaar": 11,
    "geheel": 12,
    "keuze": 17,
    "keuzen": 21,
    "namen": 21,
}
"""Widths in characters."""

TEKST, BEDRAG, DATUM, HEEL = "@", "#,##0.00", "d-m-yyyy", "0"
FORMATEN: Mapping[Veldsoort, str] = {
    "bedrag": BEDRAG,
    "mutatie": BEDRAG,
    "meetwaarde": "General",
    "datum": DATUM,
    "jaar": HEEL,
    "geheel": HEEL,
}
"""The number format of a column; what is not here is text, and stays as it was typed."""

_PER_PAGINA = 190
"""Characters that can be read beside each other on a page."""
KOPHOOGTE = 33
_REGEL, _HOOGSTE = 15.0, 405.0
"""Heights in points: of a line, and of the highest row that Excel has."""
_MEESTE_DECIMALEN = 10

VERPLICHT, MAG, VOORBEELD = "1F4E5F", "5B8A99", "F2F2F2"
"""The colours: headings that must and may be filled in, and the row that is an example."""
FOUT, LET_OP = "F8CBAD", "FFE699"
"""The colours of cells with an error and with something to look at."""

_LETTER = "Calibri"
WIT = Font(name=_LETTER, color="FFFFFF", bold=True)
GRIJS = Font(name=_LETTER, color="595959", italic=True)
TITEL = Font(name=_LETTER, size=18, bold=True, color=VERPLICHT)
KOPJE = Font(name=_LETTER, size=12, bold=True, color=VERPLICHT)
LINK = Font(name=_LETTER, color="0B5394", underline="single")
BOVEN = Alignment(vertical="top", wrap_text=True)
LINKS = Alignment(horizontal="left", vertical="top", wrap_text=True)
ONDER = Alignment(vertical="bottom")
MIDDEN = Alignment(vertical="center", wrap_text=True)
RAND = Border(bottom=Side(style="thin", color="D9D9D9"), right=Side(style="thin", color="D9D9D9"))
OPEN = Protection(locked=False)


def vulling(kleur: str) -> PatternFill:
    """Give an even fill."""
    return PatternFill("solid", start_color=kleur, end_color=kleur)


def meetformaat(waarde: Decimal, decimalen: int | None, *, procent: bool) -> str:
    """Give the format of a measured value: its own decimals, or as many as its row asks for."""
    exponent = waarde.normalize().as_tuple().exponent
    eigen = max(0, -exponent) if isinstance(exponent, int) else 0
    aantal = min(max(eigen, decimalen or 0), _MEESTE_DECIMALEN)
    return f"#,##0{'.' if aantal else ''}{'0' * aantal}{'%' if procent else ''}"


def breedte(veld: Veld) -> int:
    """Give the width of a column, in characters."""
    return SMAL.get(veld.pad[-1] if veld.pad else "", BREEDTES[veld.soort])


def hoogte(teksten: Iterable[tuple[str, int]]) -> float:
    """Give the height of a row that shows all of these texts, each in a column of a width."""
    regels = [
        sum(1 + len(regel) // max(1, breed - 2) for regel in tekst.split("\n"))
        for tekst, breed in teksten
    ]
    return min(_HOOGSTE, _REGEL * max([1, *regels]))


def richt_in(blad: Worksheet, breed: int = 0, vast: str = "") -> None:
    """Let a sheet print wide, with its headings on every page, and protect its headings.

    A sheet that is `breed` characters wide takes so many pages beside each other that they can be
    read, each with the columns up to `vast`.
    """
    blad.page_setup.orientation = "landscape"
    blad.page_setup.paperSize = "9"
    blad.page_setup.fitToWidth = max(1, round(breed / _PER_PAGINA))
    blad.page_setup.fitToHeight = 0
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    blad.print_title_rows = "1:1"
    if vast:
        blad.print_title_cols = f"A:{vast}"
    blad.page_margins.left = blad.page_margins.right = 0.4
    if blad.oddFooter is not None:
        blad.oddFooter.left.text, blad.oddFooter.right.text = "&A", "&P / &N"
    bescherm(blad)


def bescherm(blad: Worksheet) -> None:
    """Protect what is locked, without a password; all else that Excel can do stays possible."""
    slot = blad.protection
    slot.sheet = True
    slot.formatCells = slot.formatColumns = slot.formatRows = False
    slot.insertColumns = slot.insertRows = slot.deleteRows = slot.insertHyperlinks = False
    slot.sort = slot.autoFilter = False
