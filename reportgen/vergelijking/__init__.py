"""Two editions, chapters or books beside each other: what changed, figures first."""

from reportgen.vergelijking.document import overview
from reportgen.vergelijking.overzicht import overzicht
from reportgen.vergelijking.overzichtsvelden import WijzigingenView
from reportgen.vergelijking.plat import plat
from reportgen.vergelijking.renvooi import renvooi
from reportgen.vergelijking.uitkomst import (
    Besluitregel,
    Cijfer,
    Grootheid,
    Indeling,
    Mutatie,
    Nummers,
    Som,
    Vergelijking,
    Verschil,
)
from reportgen.vergelijking.vergelijk import compare

__all__ = [
    "Besluitregel",
    "Cijfer",
    "Grootheid",
    "Indeling",
    "Mutatie",
    "Nummers",
    "Som",
    "Vergelijking",
    "Verschil",
    "WijzigingenView",
    "compare",
    "overview",
    "overzicht",
    "plat",
    "renvooi",
]
