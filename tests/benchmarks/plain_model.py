"""The data of `plain.py`: the records that a sensible developer declares with pydantic."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict


def exact(value: object) -> object:
    """What YAML made a float of, as the decimal number that stood there."""
    return Decimal(str(value)) if isinstance(value, float) else value


Amount = Annotated[Decimal, BeforeValidator(exact)]
Text = Annotated[str, BeforeValidator(str)]


class Record(BaseModel):
    """A part of the data; unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Action(Record):
    """One thing to do."""

    tekst: Text
    status: str = ""
    toelichting: str = ""


class Light(Record):
    """How it stands."""

    kleur: Literal["groen", "oranje", "rood"]
    toelichting: str = ""
    begrotingswijziging: list[str] = []


class Row(Record):
    """A line of money."""

    soort: Literal["lasten", "baten", "toevoeging", "onttrekking"]
    omschrijving: str = ""
    aard: str = ""
    bedragen: dict[str, Amount]


class Change(Record):
    """What a decision does to an amount."""

    jaar: int
    soort: str
    prestatie: Text = ""
    omschrijving: str = ""
    was: Amount
    mutatie: Amount


class Decision(Record):
    """A decision that changes the budget."""

    nummer: Text
    orgaan: str
    status: str = ""
    mutaties: list[Change] = []


class Credit(Record):
    """An investment credit."""

    naam: str
    geautoriseerd: Amount
    besteed_eerder: Amount
    besteed: Amount
    verwacht: Amount


class Money(Record):
    """The money of a section."""

    regels: list[Row] = []
    voortgang: Light | None = None
    begrotingswijzigingen: list[Decision] = []
    kredieten: list[Credit] = []


class Start(Record):
    """A first measurement."""

    waarde: Amount
    jaar: int


class Measure(Record):
    """An indicator."""

    naam: str
    eenheid: str
    decimalen: int = 0
    nulmeting: Start
    streefwaarde: Amount
    bron: str = ""


class Reserve(Record):
    """The relation with a reserve."""

    naam: str
    relatie: Literal["ja", "nee"]


class Site(Record):
    """A website."""

    naam: str
    url: str = ""


class Milestone(Record):
    """A moment to reach."""

    naam: str
    oorspronkelijk: date
    datum: date
    status: str = ""
    toelichting: str = ""


class Facts(Record):
    """The labels and values at the end."""

    portefeuillehouder: str = ""
    rol_provincie: str = ""
    looptijd: Text = ""
    reserve: Reserve | None = None
    websites: list[Site] = []
    mijlpalen: list[Milestone] = []


class Section(Record):
    """A section."""

    nummer: Text
    titel: str
    inleiding: str = ""
    context: str = ""
    acties: list[Action] = []
    voortgang: Light | None = None
    financien: Money | None = None
    indicatoren: list[Measure] = []
    basisinformatie: Facts | None = None
