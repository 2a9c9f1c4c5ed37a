"""Decisions that change the budget (begrotingswijzigingen): was, mutatie, wordt. BBV art. 18."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Literal

from reportgen.financien.basis import BASISPOSTEN, Bedragrij, groepeer, tel_op
from reportgen.financien.tabel import VOLGORDE, Bouw, Opzet, Rij, Tabel
from reportgen.model import BASIS, GUNSTIG, Begrotingswijziging, Mutatie, Post, Prestatie, Profiel

_SOORT: Literal["begrotingswijziging"] = "begrotingswijziging"


@dataclass(frozen=True)
class Wijziging:
    """What a decision does to one year: the table, and the prestaties that it touches."""

    besluit: Begrotingswijziging
    jaar: int
    mutaties: tuple[Mutatie, ...]
    eigen: str
    """The prestatie that tells of it."""
    profiel: Profiel

    @cached_property
    def prestaties(self) -> tuple[str, ...]:
        """The prestaties that it touches."""
        return tuple(dict.fromkeys(m.prestatie or self.eigen for m in self.mutaties))

    @cached_property
    def tabel(self) -> Tabel:
        """The table: was, mutatie, wordt."""
        return _tabel(self.mutaties, self.eigen, self.profiel)

    @property
    def effect(self) -> Decimal:
        """What it does to the resultaat, in euros, favourable positive; zero is budgetneutraal."""
        return effect(self.mutaties)

    @property
    def verschuiving(self) -> bool:
        """Whether money moves between prestaties."""
        return len(self.prestaties) > 1


def wijzigingen(prestatie: Prestatie, profiel: Profiel) -> Iterator[Wijziging]:
    """Give each decision of a prestatie, year by year."""
    besluiten = prestatie.financien.begrotingswijzigingen if prestatie.financien else ()
    for besluit in besluiten:
        for jaar, mutaties in _per_jaar(besluit.mutaties).items():
            yield Wijziging(besluit, jaar, mutaties, prestatie.nummer, profiel)


def effect(mutaties: Iterable[Mutatie]) -> Decimal:
    """Give what changes do to the resultaat, in euros, favourable positive."""
    return sum((m.mutatie * GUNSTIG[m.soort] for m in mutaties), Decimal(0)) + 0


def _per_jaar(mutaties: Iterable[Mutatie]) -> dict[int, tuple[Mutatie, ...]]:
    return groepeer(mutaties, lambda mutatie: mutatie.jaar)


def _tabel(mutaties: tuple[Mutatie, ...], eigen: str, profiel: Profiel) -> Tabel:
    """Make the table: the posts that change; a derived row where all that it is made of changes."""
    opzet = Opzet.van(_SOORT, profiel)
    bouw = Bouw(opzet, BASIS[_SOORT])
    bouw.basis.update({post: dict.fromkeys(BASIS[_SOORT], Decimal(0)) for post in BASISPOSTEN})
    noem = {mutatie.prestatie or eigen for mutatie in mutaties} != {eigen}

    def sleutel(mutatie: Mutatie) -> tuple[str, str]:
        nummer = mutatie.prestatie or eigen
        return nummer if noem else "", mutatie.omschrijving or ""

    for post in VOLGORDE:
        if eigen_regels := [mutatie for mutatie in mutaties if mutatie.soort == post]:
            _zet(bouw, post, groepeer(eigen_regels, sleutel))
        elif _af_te_leiden(post, {mutatie.soort for mutatie in mutaties}):
            bouw.zet_rij(post, None)
    return Tabel(opzet.kolommen, tuple(bouw.rijen))


def _af_te_leiden(post: Post, posten: AbstractSet[str]) -> bool:
    """Say whether what a derived row was before the decision follows from the rows that change."""
    saldo = {"lasten", "baten"} <= posten
    reserves = bool(posten & {"toevoeging", "onttrekking"})
    return saldo and (post == "saldo" or (post == "resultaat" and reserves))


def _zet(bouw: Bouw, post: Post, groepen: dict[tuple[str, str], tuple[Mutatie, ...]]) -> None:
    """Add the rows of a post: one for each prestatie and name, and the total of several."""
    begin = len(bouw.rijen)
    if len(groepen) > 1:
        for (nummer, naam), groep in groepen.items():
            cellen = bouw.opzet.cellen(_som(groep), post)
            bouw.rijen.append(Rij(post, cellen, naam, "deel", nummer=nummer))
    delen = tuple((1, plek) for plek in range(begin, len(bouw.rijen)))
    nummer, naam = next(iter(groepen)) if len(groepen) == 1 else ("", "")
    bouw.zet_rij(post, _som(m for groep in groepen.values() for m in groep), naam, delen)
    if nummer:
        bouw.rijen[-1] = replace(bouw.rijen[-1], nummer=nummer)


def _som(mutaties: Iterable[Mutatie]) -> Bedragrij:
    rijen: list[Mapping[str, Decimal | None]] = [
        {"was": mutatie.was, "mutatie": mutatie.mutatie} for mutatie in mutaties
    ]
    return tel_op(rijen, BASIS[_SOORT])
