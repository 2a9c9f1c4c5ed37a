"""Progress (voortgang): the traffic light and its explanation."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator

from reportgen.model.getallen import fout
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

    @field_validator("begrotingswijziging", mode="after")
    @classmethod
    def _eenduidig(cls, soorten: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(soorten)) < len(soorten) or ("geen" in soorten and len(soorten) > 1):
            raise fout(
                "dubbel",
                f"‘{', '.join(soorten)}’ spreekt zichzelf tegen of noemt iets twee keer",
                "noem elke soort één keer, en geen alleen als er niets anders staat",
            )
        return soorten
