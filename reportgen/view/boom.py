"""The tree of goals as a book prints it (boom): each prestatie in the place that it has in print.

A level that the profile does not have is a branch without a heading, so that every book has the
same shape; what stands under no known part gets a branch that says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen import financien
from reportgen.model import boven, op_sleutel, volgorde, vul

if TYPE_CHECKING:
    from reportgen.model import Beleidsdoel, Boekwerk, Kerntaak, Prestatie

_BELEIDSDOEL = 1
"""The level of a beleidsdoel, where a profile has it; the one below it is the prestatie."""


@dataclass(frozen=True, slots=True)
class Tak:
    """A branch (tak): a kerntaak or a beleidsdoel, or the place of what has none."""

    bron: Kerntaak | Beleidsdoel | None
    niveau: int
    kop: str
    """Empty where the profile has no such level."""
    prestaties: tuple[Prestatie, ...]
    """All that stands below, in order."""
    takken: tuple[Tak, ...] = ()

    @property
    def nummer(self) -> str:
        """Its number, where it has one."""
        return self.bron.nummer if self.bron else ""

    @property
    def titel(self) -> str:
        """Its title; of what has no place, the heading that says so."""
        return self.bron.titel if self.bron else self.kop


def takken(boekwerk: Boekwerk) -> tuple[Tak, ...]:
    """Give the branches of the highest level, each with those below it."""
    onder = _verdeeld(boekwerk)
    gevonden = [_kerntaak(boekwerk, kern, onder) for kern in boekwerk.kerntaken]
    if "" in onder:
        gevonden.append(_kerntaak(boekwerk, None, onder))
    return tuple(gevonden)


def _verdeeld(boekwerk: Boekwerk) -> dict[str, list[Prestatie]]:
    """Give the prestaties in order, by the nearest part of the tree that they stand under."""
    sleutels = op_sleutel(filter(None, financien.totalen(boekwerk)))
    onder: dict[str, list[Prestatie]] = {}
    for prestatie in sorted(boekwerk.prestaties, key=lambda p: volgorde(p.nummer)):
        onder.setdefault(next(boven(prestatie.nummer, sleutels), ""), []).append(prestatie)
    return onder


def _kerntaak(boekwerk: Boekwerk, kern: Kerntaak | None, onder: dict[str, list[Prestatie]]) -> Tak:
    doelen = tuple(_beleidsdoelen(boekwerk, kern, onder))
    prestaties = tuple(prestatie for doel in doelen for prestatie in doel.prestaties)
    return Tak(kern, 0, _kop(boekwerk, kern, 0), prestaties, doelen)


def _beleidsdoelen(
    boekwerk: Boekwerk, kern: Kerntaak | None, onder: dict[str, list[Prestatie]]
) -> Iterator[Tak]:
    for doel in kern.beleidsdoelen if kern else ():
        kop = _kop(boekwerk, doel, _BELEIDSDOEL)
        yield Tak(doel, _BELEIDSDOEL, kop, tuple(onder.pop(doel.nummer, ())))
    if los := onder.pop(kern.nummer if kern else "", ()):
        yield Tak(None, _BELEIDSDOEL, _kop(boekwerk, None, _BELEIDSDOEL), tuple(los))


def _kop(boekwerk: Boekwerk, bron: Kerntaak | Beleidsdoel | None, niveau: int) -> str:
    if bron:
        return f"{bron.nummer} {bron.titel}"
    namen = [niveau.naam for niveau in boekwerk.profiel.niveaus[:-1]]
    if niveau >= len(namen):
        return ""
    return vul(boekwerk.profiel.labels.zonder, niveau=namen[niveau])


def totaal(tak: Tak, boekwerk: Boekwerk) -> financien.Totaal:
    """Give what stands below a branch, added up."""
    if tak.bron:
        return financien.totalen(boekwerk)[tak.nummer]
    niveau = tak.niveau if tak.kop else tak.niveau - 1
    return financien.opgeteld(tak.prestaties, boekwerk, tak.kop, niveau)
