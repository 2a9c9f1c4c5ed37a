"""What stands around the sections of a document: its head and its fixed words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen import notation
from reportgen.view.boekvelden import BoeklabelsView
from reportgen.view.velden import BoekwerkView, LabelsView

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Labels


def woorden(labels: Labels) -> LabelsView:
    """Give the fixed words that a chapter prints."""
    return LabelsView(**{naam: getattr(labels, naam) for naam in LabelsView.model_fields})


def boekwoorden(labels: Labels) -> BoeklabelsView:
    """Give the fixed words that a book prints beside those of its chapters."""
    return BoeklabelsView(**{naam: getattr(labels, naam) for naam in BoeklabelsView.model_fields})


def document(boekwerk: Boekwerk, tijdstip: str = "") -> BoekwerkView:
    """Make the head of the document."""
    peildatum = boekwerk.peildatum
    anders = "12-31" if boekwerk.soort == "jaarverslag" else "01-01"
    dag = peildatum.isoformat() if peildatum else f"{boekwerk.jaar}-{anders}"
    return BoekwerkView(
        titel=boekwerk.titel,
        organisatie=boekwerk.organisatie,
        soort=boekwerk.soort,
        jaar=str(boekwerk.jaar),
        peildatum=notation.datum(peildatum) if peildatum else "",
        concept=boekwerk.profiel.labels.concept if boekwerk.status == "concept" else "",
        tijdstip=tijdstip or f"{dag}T00:00:00Z",
    )
