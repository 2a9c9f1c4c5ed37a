"""The tables of money of one chapter, each exact and as printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen import financien
from reportgen.view.geld import print_tabel, wijzigingstabel
from reportgen.view.velden import TabelView

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Prestatie

Paar = tuple[financien.Tabel, TabelView]


@dataclass(frozen=True, slots=True)
class Gelddruk:
    """The tables with derived figures that a chapter prints, each exact and as printed."""

    van: Prestatie
    tabel: Paar | None
    wijzigingen: tuple[Paar, ...]


def geldtabellen(prestatie: Prestatie, boekwerk: Boekwerk) -> Iterator[Paar]:
    """Give every table with derived figures that a chapter prints, exact and as printed."""
    druk = gelddruk(prestatie, boekwerk)
    if druk.tabel:
        yield druk.tabel
    yield from druk.wijzigingen


def gelddruk(prestatie: Prestatie, boekwerk: Boekwerk) -> Gelddruk:
    """Print the tables of a prestatie; of the one before this, they are still there.

    A chapter is made, and then held against what it should print.
    """
    laatste = boekwerk.onthoud(_laatste)
    druk = laatste[0] if laatste else None
    if druk is None or druk.van is not prestatie:
        druk = _gelddruk(prestatie, boekwerk)
        laatste[:] = [druk]
    return druk


def _laatste(_: Boekwerk) -> list[Gelddruk]:
    return []


def _gelddruk(prestatie: Prestatie, boekwerk: Boekwerk) -> Gelddruk:
    geld, profiel = prestatie.financien, boekwerk.profiel
    tabel = financien.tabel(geld, boekwerk.soort, profiel) if geld else None
    besluiten = financien.wijzigingen(prestatie, profiel) if boekwerk.soort != "begroting" else ()
    return Gelddruk(
        prestatie,
        (tabel, print_tabel(tabel, boekwerk)) if tabel else None,
        tuple((b.tabel, wijzigingstabel(b, prestatie, boekwerk)) for b in besluiten),
    )
