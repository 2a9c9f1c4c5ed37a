"""Decisions that change the budget (begrotingswijzigingen), gathered over a whole boekwerk.

A decision can touch several prestaties and can be written down with any of them, or with each: so
what belongs together is found by its body and number, and what is written down twice counts once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.checks.lopen import secties
from reportgen.errors import Pad
from reportgen.model import GUNSTIG, Begrotingswijziging, Boekwerk, Post, Prestatie

VOORSTEL, DOORGEVOERD = "voorstel", "doorgevoerd"
"""The words of a status that are judged: not in the figures yet, and in the figures."""
_VOORAANKONDIGING = "vooraankondiging"


@dataclass(frozen=True, slots=True)
class Bedragsleutel:
    """Which amount a decision changes."""

    jaar: int
    prestatie: str
    soort: Post
    omschrijving: str


@dataclass(frozen=True, slots=True)
class Boeking:
    """What one decision does to one amount, in euros, and where that was written down."""

    pad: Pad
    nummer: str
    status: str
    wat: Bedragsleutel
    was: Decimal
    mutatie: Decimal

    @property
    def wordt(self) -> Decimal:
        """The amount after the decision."""
        return self.was + self.mutatie


@dataclass(slots=True)
class Besluit:
    """A decision with all that it does, wherever that was written down."""

    nummer: str
    orgaan: str
    pad: Pad
    boekingen: list[Boeking] = field(default_factory=list)
    bij: set[str] = field(default_factory=set)
    """The prestaties that it touches or was written down with."""
    open: bool = False
    """Whether it was written down somewhere without saying what it changes."""

    @property
    def neutraal(self) -> bool:
        """Whether it leaves the resultaat as it was, over all years."""
        return sum(b.mutatie * GUNSTIG[b.wat.soort] for b in self.boekingen) == 0


def besluiten(boekwerk: Boekwerk) -> tuple[Besluit, ...]:
    """Give the decisions of a boekwerk that count, in the order of the source; found once."""
    return boekwerk.onthoud(_besluiten)


def _besluiten(boekwerk: Boekwerk) -> tuple[Besluit, ...]:
    gevonden: dict[tuple[str, str], Besluit] = {}
    gezien: set[tuple[str, str, Bedragsleutel, Decimal, Decimal]] = set()
    for pad, prestatie, besluit in opgeschreven(boekwerk):
        status = _status(besluit, boekwerk)
        if status is None:
            continue
        sleutel = (besluit.orgaan, besluit.nummer.casefold())
        heel = gevonden.setdefault(sleutel, Besluit(besluit.nummer, besluit.orgaan, pad))
        heel.bij |= {prestatie.nummer, *(m.prestatie for m in besluit.mutaties if m.prestatie)}
        heel.open |= not besluit.mutaties
        for boeking in _boekingen(pad, prestatie, besluit, status):
            eenmaal = (*sleutel, boeking.wat, boeking.was, boeking.mutatie)
            if eenmaal not in gezien:
                heel.boekingen.append(boeking)
            gezien.add(eenmaal)
    return tuple(gevonden.values())


def opgeschreven(boekwerk: Boekwerk) -> Iterator[tuple[Pad, Prestatie, Begrotingswijziging]]:
    """Give every decision as it was written down, with its path and its prestatie."""
    for pad, prestatie in secties(boekwerk):
        geld = prestatie.financien
        for plek, besluit in enumerate(geld.begrotingswijzigingen if geld else ()):
            yield (*pad, "financien", "begrotingswijzigingen", plek), prestatie, besluit


def _status(besluit: Begrotingswijziging, boekwerk: Boekwerk) -> str | None:
    """Give the status that counts; nothing where the word is another one.

    When the year is over every decision is in the figures, but for what is announced.
    """
    woord = (besluit.status or "").strip().casefold()
    if woord not in ("", VOORSTEL, DOORGEVOERD):
        return None
    voorbij = boekwerk.soort == "jaarverslag" and besluit.orgaan != _VOORAANKONDIGING
    return DOORGEVOERD if voorbij else woord


def _boekingen(
    pad: Pad, prestatie: Prestatie, besluit: Begrotingswijziging, status: str
) -> Iterator[Boeking]:
    """Add up what a decision says about one amount, as its table in print does."""
    totaal: dict[Bedragsleutel, tuple[Pad, Decimal, Decimal]] = {}
    for plek, mutatie in enumerate(besluit.mutaties):
        wie, naam = mutatie.prestatie or prestatie.nummer, mutatie.omschrijving or ""
        wat = Bedragsleutel(mutatie.jaar, wie, mutatie.soort, naam)
        waar, was, erbij = totaal.get(wat, ((*pad, "mutaties", plek), Decimal(0), Decimal(0)))
        totaal[wat] = (waar, was + mutatie.was, erbij + mutatie.mutatie)
    for wat, (waar, was, erbij) in totaal.items():
        yield Boeking(waar, besluit.nummer, status, wat, was, erbij)
