"""Excel as a source: a workbook of any make, its rows one by one, each cell exactly or refused.

    werkmap = open_werkmap(pad, "grootboek.xlsx")      # DataError where it is no workbook
    kop, rijen = zoek_kop(werkmap.blad("Export").rijen(), {"bedrag", "prestatie"}.__contains__)
    for rij in rijen:                                  # one at a time; empty ones are passed over
        match lees(rij.cellen.get("C"), "bedrag"):
            case Bezwaar() as bezwaar:                 # bezwaar.problem(plaats)
            case tekst:                                # what the model reads; None: empty

The XML is followed with expat. openpyxl, which writes our workbooks, has to read twice to tell a
formula that was never worked out from an empty cell, loses letters of some texts, knows no merged
or hidden cells when it reads row by row, and fails on looks that Excel does not mind.
"""

from reportgen.sources.cellen.blad import Blad, Rij, Tabel, zoek_kop
from reportgen.sources.cellen.getypt import Bezwaar
from reportgen.sources.cellen.pakket import Werkmap, open_werkmap
from reportgen.sources.cellen.waarden import Als, Cel, lees

__all__ = [
    "Als",
    "Bezwaar",
    "Blad",
    "Cel",
    "Rij",
    "Tabel",
    "Werkmap",
    "lees",
    "open_werkmap",
    "zoek_kop",
]
