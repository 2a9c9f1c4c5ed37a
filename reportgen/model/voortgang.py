"""Progress (voortgang): the traffic light and its explanation."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from reportgen.model.onderdeel import Onderdeel
from reportgen.model.waarden import Tekstveld

Kleur = Literal["groen", "oranje", "rood"]
Wijzigingssoort = Literal["geen", "GS", "PS", "vooraankondiging"]


class Voortgang(Onderdeel):
    """How things go: a colour (kleur) and, where it deviates, the explanation (toelichting)."""

    kleur: Kleur | None = Field(None, description="Groen, oranje of rood.")
    toelichting: Tekstveld | None = Field(
        None, description="Uitleg; bij oranje en rood: oorzaak, gevolg en bijsturing."
    )


class FinancieleVoortgang(Voortgang):
    """How the money goes; with the kinds of begrotingswijziging that follow from it."""

    begrotingswijziging: tuple[Wijzigingssoort, ...] = Field(
        (), description="Geen, GS, PS of vooraankondiging; meer dan één kan."
    )
