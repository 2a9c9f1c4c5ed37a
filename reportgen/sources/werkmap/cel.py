"""Writing single cells and tables, the same way on every sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.table import Table, TableStyleInfo

from reportgen.sources.werkmap import stijl
from reportgen.sources.werkmap.noten import noot
from reportgen.sources.werkmap.waarden import Waarde

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from reportgen.sources.werkmap.velden import Veld


def cel_op(blad: Worksheet, rij: int, kolom: int) -> Cell:
    """Give a cell of a sheet that has no merged ones."""
    return cast("Cell", blad.cell(rij, kolom))


def zet_tekst(cel: Cell, tekst: str) -> None:
    """Put a text in a cell, whatever it looks like: what begins with = is no formula."""
    cel.value = tekst
    cel.data_type = "s"


def zet(cel: Cell, wat: Waarde) -> None:
    """Put a value in a cell as what it is."""
    if isinstance(wat.waarde, str):
        zet_tekst(cel, wat.waarde)
    else:
        cel.value = wat.waarde


def maak_op(cel: Cell, formaat: str) -> None:
    """Give a cell that people fill in its looks."""
    cel.number_format = formaat
    cel.alignment = stijl.LINKS if formaat in (stijl.DATUM, stijl.HEEL) else stijl.BOVEN
    cel.border, cel.protection = stijl.RAND, stijl.OPEN


def schrijf_kop(cel: Cell, veld: Veld, jaar: int | None) -> None:
    """Write the heading of a column, with its note."""
    schrijf_kopcel(cel, veld.kop_in(jaar), verplicht=veld.verplicht)
    cel.comment = noot(veld)


def schrijf_kopcel(cel: Cell, tekst: str, *, verplicht: bool) -> None:
    """Write a heading; what must be filled in is darker than what may."""
    zet_tekst(cel, tekst)
    cel.font, cel.alignment = stijl.WIT, stijl.MIDDEN
    cel.fill = stijl.vulling(stijl.VERPLICHT if verplicht else stijl.MAG)
    cel.border = stijl.RAND


def maak_tabel(blad: Worksheet, naam: str, bereik: str) -> None:
    """Make a table of a range, so that Excel and reportgen know it by its name."""
    tabel = Table(displayName=naam, ref=bereik)
    tabel.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    blad.add_table(tabel)


def stijl_van(cel: Any) -> StyleArray:  # noqa: ANN401  the stubs of openpyxl do not show this
    """Give the style of a cell, to be given to others: once worked out instead of cell by cell."""
    stijl_: StyleArray = cel._style  # noqa: SLF001  idem
    return stijl_


def geef_stijl(cel: Any, stijl_: StyleArray) -> None:  # noqa: ANN401  idem
    """Give a cell the style of another."""
    cel._style = stijl_  # noqa: SLF001  idem
