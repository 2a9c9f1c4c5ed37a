"""Where each of so many prestaties stands in the tree of goals, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from fictie.bereikbaarheid import BEREIKBAARHEID
from fictie.bestuur import BESTUUR
from fictie.cultuur import CULTUUR
from fictie.economie import ECONOMIE
from fictie.energie import ENERGIE
from fictie.keuze import Keuze
from fictie.natuur import NATUUR
from fictie.plaatsen import PLAATSEN
from fictie.platteland import PLATTELAND
from fictie.ruimte import RUIMTE
from fictie.vorm import Doel, Kern, Onderwerp
from fictie.water import WATER

KERNEN: dict[str, Kern] = {
    str(plek): kern
    for plek, kern in enumerate(
        (
            RUIMTE, ENERGIE, WATER, BEREIKBAARHEID, ECONOMIE, NATUUR, CULTUUR, PLATTELAND, BESTUUR,
        ),
        1,
    )
}  # fmt: skip
_STAP = 7
"""By how many the places move on from one prestatie about a subject to the next."""


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a prestatie stands, and what it is about."""

    nummer: str
    kern: Kern
    doel: Doel
    onderwerp: Onderwerp
    a: str
    b: str

    @property
    def titel(self) -> str:
        """The title, with its places."""
        return self.onderwerp.titel.format(a=self.a, b=self.b)


def hoogste_aantal() -> int:
    """Give how many prestaties there can be: each subject once in each place."""
    return len(_vakken()) * len(PLAATSEN)


def _vakken() -> list[tuple[int, str, int]]:
    """Give all subjects in the order in which they come up: subject, goal, kerntaak in turn."""
    vakken = (
        (vak, doel, nummer)
        for nummer, kern in KERNEN.items()
        for doel, deel in enumerate(kern.doelen)
        for vak in range(len(deel.onderwerpen))
    )
    return [(vak, nummer, doel) for vak, doel, nummer in sorted(vakken)]


def verdeel(aantal: int) -> dict[str, list[Plek]]:
    """Spread so many prestaties over the goals, by the number of the goal."""
    vakken = _vakken()
    per_doel: dict[str, list[tuple[int, int]]] = {}
    for teller in range(aantal):
        ronde, waar = divmod(teller, len(vakken))
        vak, nummer, doel = vakken[waar]
        per_doel.setdefault(f"{nummer}.{doel + 1}", []).append((ronde, vak))
    return {
        doel: [_plek(doel, volgnummer, *deel) for volgnummer, deel in enumerate(delen, 1)]
        for doel, delen in sorted(per_doel.items())
    }


def _plek(doelnummer: str, volgnummer: int, ronde: int, vak: int) -> Plek:
    """Put a subject in a place where it was not before."""
    kernnummer, doelplek = doelnummer.split(".")
    kern = KERNEN[kernnummer]
    doel = kern.doelen[int(doelplek) - 1]
    nummer = f"{doelnummer}.{volgnummer}"
    begin = Keuze(f"{doelnummer} {vak}").tussen("plaats", 0, len(PLAATSEN) - 1)
    a = (begin + _STAP * ronde) % len(PLAATSEN)
    b = (a + Keuze(nummer).tussen("buur", 1, len(PLAATSEN) - 1)) % len(PLAATSEN)
    return Plek(nummer, kern, doel, doel.onderwerpen[vak], PLAATSEN[a], PLAATSEN[b])
