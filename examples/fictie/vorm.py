"""What the policy of the fictional province is made of: kerntaken, their goals, their subjects."""

from __future__ import annotations

from typing import NamedTuple


class Onderwerp(NamedTuple):
    """What a prestatie is about: a title and a noun phrase; `{a}` and `{b}` are places.

    What builds something (`bouwt`) can have an investment credit.
    """

    titel: str
    wat: str
    bouwt: bool = False


class Maat(NamedTuple):
    """What is measured: its name, unit and decimals, from where it comes and where it goes."""

    naam: str
    eenheid: str
    decimalen: int
    van: float
    naar: float
    bron: str


class Doel(NamedTuple):
    """A goal of policy with all that its prestaties can say."""

    titel: str
    streven: str
    waarom: tuple[str, ...]
    oorzaken: tuple[str, ...]
    onderwerpen: tuple[Onderwerp, ...]
    acties: tuple[str, ...]
    maten: tuple[Maat, ...]


class Kern(NamedTuple):
    """A programme: its goals, and what any prestatie below it can say."""

    titel: str
    inleiding: str
    houder: str
    partners: tuple[str, ...]
    kaders: tuple[str, ...]
    rollen: tuple[str, ...]
    lasten: tuple[str, ...]
    baten: tuple[str, ...]
    reserve: str
    mijlpalen: tuple[str, ...]
    doelen: tuple[Doel, ...]
