"""Data becomes what a template prints: declared strings and texts, of a chapter or of a book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.later import later
from reportgen.view.gelddruk import geldtabellen
from reportgen.view.invullen import Druk
from reportgen.view.kop import document, woorden
from reportgen.view.sectie import sectie
from reportgen.view.totalen import totalen_boven
from reportgen.view.velden import HoofdstukView, velden

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Prestatie
    from reportgen.view.boekvelden import BoekView
    from reportgen.view.grafiek import Grafiek

__all__ = ["BoekView", "Grafiek", "HoofdstukView", "geldtabellen", "hoofdstuk", "velden"]
_ROOMS = {"BoekView": "boekvelden", "Grafiek": "grafiek"}
__getattr__ = later(__name__, _ROOMS)


def hoofdstuk(
    prestatie: Prestatie, boekwerk: Boekwerk, tijdstip: str = "", *, met_totalen: bool = True
) -> HoofdstukView:
    """Make the view of one chapter; the kind of document decides which blocks print.

    Args:
        prestatie: the section.
        boekwerk: the document that it belongs to.
        tijdstip: the moment for the properties of the file, `2017-04-01T00:00:00Z`; that of the
            data when left out.
        met_totalen: whether totals are worked out, for a template that prints them.
    """
    return HoofdstukView(
        prestatie=sectie(prestatie, Druk(boekwerk)),
        boekwerk=document(boekwerk, tijdstip),
        labels=woorden(boekwerk.profiel.labels),
        totalen=totalen_boven(prestatie.nummer, boekwerk) if met_totalen else (),
    )
