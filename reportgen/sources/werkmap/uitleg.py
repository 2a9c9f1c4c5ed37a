"""The first sheet: in half a page, how to use the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.hyperlink import Hyperlink

from reportgen.sources.werkmap import stijl
from reportgen.sources.werkmap.bladen import bladen
from reportgen.sources.werkmap.cel import cel_op, zet_tekst
from reportgen.sources.werkmap.woorden import BOEKWERK, INSTELLINGEN, UITLEG

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from reportgen.model import Soort

_INVULLEN = """\
Vul eerst het blad Boekwerk in, daarna Kerntaken, Beleidsdoelen en Prestaties. Op de andere bladen \
kiest u in de eerste kolom bij welke prestatie een rij hoort; een prestatie mag zoveel rijen \
hebben als nodig.
Donkere koppen zijn verplicht, lichte mogen leeg blijven. Wijs een kop aan voor uitleg en een \
voorbeeld. Een leeg bedrag is ‘nog niet bekend’; typ 0 als er niets is.
Bedragen zijn hele euro's en centen, zonder minteken: de soort (lasten, baten, toevoeging, \
onttrekking) geeft de richting. Saldo, totalen en verschillen typt u niet: die rekent reportgen uit.
In teksten kunnen **vet**, *cursief*, [een link](https://voorbeeld.nl) en opsommingen met een \
streepje. Alt+Enter geeft een nieuwe regel; een lege regel begint een nieuwe alinea.
Kolommen verplaatsen mag, rijen sorteren en filteren ook. Eigen kolommen en bladen worden niet \
gelezen, en dat meldt reportgen. Formules mogen; reportgen leest hun laatste uitkomst.\
"""
_VOORBEELD = (
    "De grijze rij bovenaan elk blad is een voorbeeld en wordt niet gelezen zolang u haar laat"
    " staan; u kunt haar weghalen of overschrijven, ook het woord ‘Voorbeeld’."
)
_CONTROLEREN = (
    "reportgen check invoer.xlsx noemt wat niet klopt, met de cel erbij. Met --annotate"
    " problemen.xlsx krijgt u een kopie waarin die cellen gekleurd zijn en een opmerking hebben."
)
_MAKEN = (
    "reportgen render invoer.xlsx maakt de hoofdstukken in Word, reportgen book invoer.xlsx het"
    " hele boek."
)
_BREED = 92
_REGELHOOGTE = 15.5


def schrijf_uitleg(blad: Worksheet, soort: Soort, *, leeg: bool) -> None:
    """Write the explanation, for an empty workbook or for a filled one."""
    blad.title = UITLEG
    blad.sheet_view.showGridLines = False
    blad.column_dimensions["A"].width = _BREED
    rijen = _Rijen(blad)
    rijen.zet(f"Invoer voor reportgen – {soort}", "titel")
    for kopje, alineas in (
        ("Invullen", (*_INVULLEN.split("\n"), *((_VOORBEELD,) * leeg))),
        ("Controleren en maken", (_CONTROLEREN, _MAKEN)),
    ):
        rijen.zet(kopje, "kopje")
        for alinea in alineas:
            rijen.zet(alinea, "alinea")
    rijen.zet("Bladen", "kopje")
    for naam in (BOEKWERK, *(b.titel for b in bladen(soort)), INSTELLINGEN):
        rijen.zet(naam, "link")
    stijl.richt_in(blad)
    blad.page_setup.orientation = "portrait"


class _Rijen:
    """Writes one row below the other."""

    def __init__(self, blad: Worksheet) -> None:
        self._blad, self._rij = blad, 0

    def zet(self, tekst: str, soort: str) -> None:
        """Write the next row."""
        self._rij += 1
        cel = cel_op(self._blad, self._rij, 1)
        zet_tekst(cel, tekst)
        cel.alignment = stijl.BOVEN
        regels = 1 + len(tekst) // (_BREED + 8)
        hoog = self._blad.row_dimensions[self._rij]
        match soort:
            case "titel":
                cel.font, hoog.height = stijl.TITEL, 30
            case "kopje":
                cel.font, hoog.height = stijl.KOPJE, 26
                cel.alignment = stijl.ONDER
            case "link":
                cel.hyperlink = Hyperlink(ref=cel.coordinate, location=f"'{tekst}'!A1")
                cel.font = stijl.LINK
            case _:
                hoog.height = regels * _REGELHOOGTE + 4
