"""The captions of a book: every table of money has a number and says what it is of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen import financien
from reportgen.model import vul
from reportgen.view.geld import wijzigingstitel

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Prestatie
    from reportgen.view.velden import FinancienView, TabelView


@dataclass(frozen=True, slots=True)
class Bijschrift:
    """The caption of a table (bijschrift): its number in the book, and what it says."""

    nummer: int
    tekst: str

    @property
    def anker(self) -> str:
        """The bookmark of the table."""
        return f"tabel_{self.nummer}"

    def bij(self, tabel: TabelView) -> TabelView:
        """Give a table with this caption."""
        eigen = {"volgnummer": str(self.nummer), "bijschrift": self.tekst, "anker": self.anker}
        return tabel.model_copy(update=eigen)


@dataclass(slots=True)
class Nummering:
    """Numbers the tables of a book, in the order of its pages."""

    bijschriften: list[Bijschrift] = field(default_factory=list)

    def nieuw(self, tekst: str) -> Bijschrift:
        """Give the next table its caption."""
        self.bijschriften.append(Bijschrift(len(self.bijschriften) + 1, tekst))
        return self.bijschriften[-1]


def wat_van(wat: str, niveau: str, nummer: str, boekwerk: Boekwerk) -> str:
    """Say what a table shows, and of which part."""
    return vul(boekwerk.profiel.labels.bijschrift, wat=wat, niveau=niveau, nummer=nummer)


def bijschriften_van(prestatie: Prestatie, boekwerk: Boekwerk) -> Iterator[str]:
    """Give the captions of a section, without making its tables: in the order that they print."""
    for wat in _tabellen(prestatie, boekwerk):
        yield wat_van(wat, boekwerk.profiel.niveau, prestatie.nummer, boekwerk)


def _tabellen(prestatie: Prestatie, boekwerk: Boekwerk) -> Iterator[str]:
    geld, labels = prestatie.financien, boekwerk.profiel.labels
    if geld is None:
        return
    if geld.regels:
        yield labels.financien
    for krediet in geld.kredieten:
        yield vul(labels.krediet, naam=krediet.naam)
    if boekwerk.soort != "begroting":
        for wijziging in financien.wijzigingen(prestatie, boekwerk.profiel):
            yield wijzigingstitel(wijziging, boekwerk)


def met_bijschriften(
    geld: FinancienView | None, bijschriften: tuple[Bijschrift, ...]
) -> FinancienView | None:
    """Give the money of a section with the captions of its tables."""
    if geld is None:
        return None
    rij = iter(bijschriften)
    tabel = next(rij).bij(geld.tabel) if geld.tabel else None
    kredieten, wijzigingen = (
        tuple(bijschrift.bij(tabel) for tabel, bijschrift in zip(tabellen, rij, strict=False))
        for tabellen in (geld.kredieten, geld.wijzigingen)
    )
    nieuw = {"tabel": tabel, "kredieten": kredieten, "wijzigingen": wijzigingen}
    return geld.model_copy(update=nieuw)
