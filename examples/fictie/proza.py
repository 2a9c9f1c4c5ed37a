"""The texts of a prestatie, made of sentences that belong to its goal and of general ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fictie import zinnen
from fictie.keuze import Keuze
from fictie.vorm import Doel, Kern

INLEIDING, CONTEXT = (55, 80), (60, 105)
"""How many words a text aims at: at least, and (but for a list below it) at most."""


@dataclass(frozen=True, slots=True)
class Schrijver:
    """Who writes about one prestatie: what is known of it, and what fills the braces."""

    keuze: Keuze
    kern: Kern
    doel: Doel
    woorden: Mapping[str, str]

    def vul(self, zin: str) -> str:
        """Fill the braces of a sentence."""
        return zin.format_map(self.woorden)

    def zin(self, naam: str, zinnen_: tuple[str, ...]) -> str:
        """Choose a sentence and fill it."""
        return self.vul(self.keuze.uit(naam, zinnen_))

    def inleiding(self) -> str:
        """Write what the prestatie is for."""
        k = self.keuze
        begin = [
            self.zin("opening", zinnen.OPENINGEN),
            *k.enkele("waarom", self.doel.waarom, 1 + k.tussen("redenen", 0, 1)),
            self.zin("werkwijze", zinnen.WERKWIJZEN),
        ]
        meer = k.geschud("accent", zinnen.ACCENTEN)
        return tot_lengte(begin, map(self.vul, meer), k.tussen("lengte", *INLEIDING))

    def context(self) -> str:
        """Write what it rests on and what it is part of; with a list of principles sometimes."""
        k = self.keuze
        begin = [self.zin("kader", zinnen.KADERS), self.zin("besluit", zinnen.BESLUITEN)]
        begin += [self.zin("bedrag", zinnen.BEDRAGEN)] if k.kans("bedrag genoemd", 60) else []
        if self.woorden["verwijzing"]:
            begin.append(self.zin("verwijzing", zinnen.VERWIJZINGEN))
        meer = map(self.vul, k.geschud("achtergrond", zinnen.ACHTERGRONDEN))
        if not k.kans("lijst", 20):
            return tot_lengte(begin, meer, k.tussen("context", *CONTEXT))
        punten = k.enkele("uitgangspunten", zinnen.UITGANGSPUNTEN, 3)
        lijst = ";\n".join(f"- {punt}" for punt in punten)
        kop = k.uit("lijstkop", zinnen.LIJSTKOPPEN)
        return f"{tot_lengte(begin, meer, CONTEXT[0])}\n\n{kop}\n\n{lijst}."

    def acties(self) -> list[str]:
        """Write what will be done."""
        aantal = self.keuze.tussen("acties", 3, len(self.doel.acties))
        return [self.vul(zin) for zin in self.keuze.enkele("actie", self.doel.acties, aantal)]


def tot_lengte(begin: list[str], meer: Iterable[str], woorden: int) -> str:
    """Put sentences together, and others behind them until there are enough words."""
    return " ".join(_genoeg(begin, iter(meer), woorden))


def _genoeg(begin: list[str], meer: Iterator[str], woorden: int) -> Iterator[str]:
    geteld = 0
    for zin in begin:
        geteld += len(zin.split())
        yield zin
    while geteld < woorden:
        zin = next(meer, "")
        if not zin:
            return
        geteld += len(zin.split())
        yield zin
