"""How an organisation writes numbers (notatie): units, signs, zeros, letters."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from reportgen.model.getallen import fout, lees_geheel
from reportgen.model.onderdeel import Onderdeel
from reportgen.model.waarden import Tekstregel

Eenheid = Literal["euro", "duizend", "miljoen"]
Tekens = Literal[
    "V/N",
    "V/N overal",
    "plus is voordelig",
    "min is voordelig",
    "baten negatief",
    "lasten negatief",
]
"""The sign conventions. Source: Utrecht and Noord-Holland 2017 (plus), Noord-Holland 2018 (min),
Leiden (baten negatief), Dalfsen (lasten negatief), Capelle and Brabant (letters)."""
Decimalen = Annotated[int, Field(ge=0, le=3), BeforeValidator(lees_geheel)]


class Notatie(Onderdeel):
    """How numbers are printed (notatie)."""

    eenheid: Eenheid = Field(
        default="duizend", description="Eenheid van de tabellen: euro, duizend of miljoen."
    )
    miljoen_decimalen: Decimalen = Field(
        default=1, description="Cijfers na de komma van bedragen in miljoenen."
    )
    procent_decimalen: Decimalen = Field(
        default=1, description="Cijfers na de komma van een berekend percentage."
    )
    tekens: Tekens = Field(
        default="V/N",
        description="Tekenafspraak: V/N (bedragen positief, verschil met V of N), V/N overal"
        " (elk bedrag een letter), plus is voordelig, min is voordelig (bedragen positief, saldo"
        " en verschil met teken), baten negatief of lasten negatief.",
    )
    euro_spatie: Literal["hard", "geen"] = Field(
        default="hard",
        description="Wat er tussen € en het bedrag staat: een harde spatie of niets.",
    )
    hele_euros: Literal["kaal", ",-"] = Field(
        default="kaal",
        description="Hoe hele euro's in een tekst staan: kaal (€ 1.000) of met ,- erachter.",
    )
    min: Literal["-", "−", "-/-"] = Field(
        default="-", description="Het minteken voor een bedrag in een tabel."
    )
    nul: Literal["0", "-", "€ -"] = Field(
        default="0", description="Hoe een nul in een tabel staat: 0, - of € -."
    )
    lege_rijen: Literal["printen", "0", "-", "weglaten"] = Field(
        default="printen",
        description="Wat er met een rij van nullen gebeurt: printen (als elke rij), 0 of - in elke"
        " cel, of weglaten.",
    )
    aard: Literal["niet", "splitsen"] = Field(
        default="niet",
        description="Of onder lasten, baten en reserves staat wat structureel en incidenteel is.",
    )
    onbekend: Tekstregel = Field(
        default="n.b.", description="Wat er staat waar een bedrag nog niet bekend is."
    )
    voordelig: Tekstregel = Field(default="V", description="Letter voor een voordelig verschil.")
    nadelig: Tekstregel = Field(default="N", description="Letter voor een nadelig verschil.")

    @model_validator(mode="after")
    def _uit_elkaar(self) -> Self:
        if self.voordelig == self.nadelig:
            wat = f"voordelig en nadelig heten allebei ‘{self.nadelig}’"
            raise fout("letters", wat, "kies twee verschillende letters")
        if self.onbekend in {self.nul, "0", "-", self.min}:
            wat = f"een onbekend bedrag en een nul staan er allebei als ‘{self.onbekend}’"
            raise fout("letters", wat, "kies voor onbekend iets anders, zoals n.b.")
        return self
