"""Arithmetic of the money: derived columns and rows, deviations, totals. No formatting.

Amounts are exact euros. Nothing is rounded: each cell is rounded on its own when it is printed,
and totals are those of the unrounded figures.
"""

from reportgen.financien.aansluiting import Aansluiting, aansluitingen, cijfers
from reportgen.financien.afwijking import WERKELIJK, Afwijking, afwijkingen
from reportgen.financien.basis import AFGELEIDE_POSTEN, BASISPOSTEN, actueel
from reportgen.financien.bekend import (
    Bekend,
    kolombedragen,
    kredietbedragen,
    rijbedragen,
    rijpercentages,
)
from reportgen.financien.bron import HEEL, Bronnen, Cijferbron, Mis, Rijcijfers
from reportgen.financien.cijfer import KREDIETKOLOMMEN, VELDEN, Cijfer, Moment, zoek_cijfer
from reportgen.financien.krediet import Kredietstand, kredietstand
from reportgen.financien.overzicht import kolom, overzicht
from reportgen.financien.reserve import Reserveverloop, opgetelde_reserves, reserveverloop
from reportgen.financien.tabel import (
    VOLGORDE,
    Rij,
    Tabel,
    is_verschil,
    optellingen,
    sluit_aan,
    tabel,
    teken_van,
    zonder_lege,
)
from reportgen.financien.totalen import (
    Reservestroom,
    Telling,
    Totaal,
    basistabel,
    hoogste,
    onder,
    opgeteld,
    reservetabel,
    totalen,
)
from reportgen.financien.wijziging import Wijziging, effect, wijzigingen

__all__ = [
    "AFGELEIDE_POSTEN",
    "BASISPOSTEN",
    "HEEL",
    "KREDIETKOLOMMEN",
    "VELDEN",
    "VOLGORDE",
    "WERKELIJK",
    "Aansluiting",
    "Afwijking",
    "Bekend",
    "Bronnen",
    "Cijfer",
    "Cijferbron",
    "Kredietstand",
    "Mis",
    "Moment",
    "Reservestroom",
    "Reserveverloop",
    "Rij",
    "Rijcijfers",
    "Tabel",
    "Telling",
    "Totaal",
    "Wijziging",
    "aansluitingen",
    "actueel",
    "afwijkingen",
    "basistabel",
    "cijfers",
    "effect",
    "hoogste",
    "is_verschil",
    "kolom",
    "kolombedragen",
    "kredietbedragen",
    "kredietstand",
    "onder",
    "opgeteld",
    "opgetelde_reserves",
    "optellingen",
    "overzicht",
    "reservetabel",
    "reserveverloop",
    "rijbedragen",
    "rijpercentages",
    "sluit_aan",
    "tabel",
    "teken_van",
    "totalen",
    "wijzigingen",
    "zoek_cijfer",
    "zonder_lege",
]
