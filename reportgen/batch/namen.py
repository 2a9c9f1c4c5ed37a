"""The names of the files of a batch: one for each chapter, whatever else there is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from reportgen.batch.files import file_name
from reportgen.model import Sleutel, volgorde

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Prestatie


def rang(nummer: str, naam: str = "") -> tuple[Sleutel, Sleutel, str]:
    """Give the sort key of a chapter: its number, and of equal ones the name of its file."""
    return volgorde(nummer.casefold()), volgorde(nummer), naam


def bestandsnamen(boekwerk: Boekwerk, only: Collection[str] = ()) -> Iterator[tuple[int, str]]:
    """Give places in the boekwerk and names of files, in the order of the numbers.

    No two names are equal, in capitals or not. With some numbers, only those are given; their
    names are what they are among all.
    """
    secties = boekwerk.prestaties
    rij: Sequence[int] = range(len(secties))
    if any(rang(een.nummer) > rang(ander.nummer) for een, ander in pairwise(secties)):
        rij = sorted(rij, key=lambda plek: rang(secties[plek].nummer))
    for _, gelijken in groupby(rij, lambda plek: rang(secties[plek].nummer)[0]):
        namen = _verschillend([(plek, secties[plek]) for plek in gelijken])
        yield from ((p, naam) for p, naam in namen if not only or secties[p].nummer in only)


def _verschillend(secties: Collection[tuple[int, Prestatie]]) -> list[tuple[int, str]]:
    """Name chapters that could have one name; others differ in their number, the name's begin."""
    gebruikt: set[str] = set()
    namen: list[tuple[int, str]] = []
    for plek, sectie in sorted(secties, key=lambda paar: paar[0]):
        naam, volgnummer = file_name(sectie.nummer, sectie.titel), 2
        while naam.casefold() in gebruikt:
            naam = file_name(sectie.nummer, sectie.titel, f" ({volgnummer}).docx")
            volgnummer += 1
        gebruikt.add(naam.casefold())
        namen.append((plek, naam))
    nummers = {plek: sectie.nummer for plek, sectie in secties}
    return sorted(namen, key=lambda paar: rang(nummers[paar[0]], paar[1]))
