"""Arithmetic of the money: derived columns and rows, deviations, totals. No formatting.

Amounts are exact euros. Nothing is rounded: each cell is rounded on its own when it is printed,
and totals are those of the unrounded figures.
"""

from reportgen.financien.afwijking import WERKELIJK, Afwijking, afwijkingen
from reportgen.financien.basis import AFGELEIDE_POSTEN, BASISPOSTEN
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
    "VOLGORDE",
    "WERKELIJK",
    "Afwijking",
    "Kredietstand",
    "Reservestroom",
    "Reserveverloop",
    "Rij",
    "Tabel",
    "Telling",
    "Totaal",
    "Wijziging",
    "afwijkingen",
    "basistabel",
    "effect",
    "hoogste",
    "is_verschil",
    "kolom",
    "kredietstand",
    "onder",
    "opgeteld",
    "opgetelde_reserves",
    "optellingen",
    "overzicht",
    "reservetabel",
    "reserveverloop",
    "sluit_aan",
    "tabel",
    "teken_van",
    "totalen",
    "wijzigingen",
    "zonder_lege",
]
