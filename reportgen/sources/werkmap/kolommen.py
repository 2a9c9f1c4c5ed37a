"""Which column of a sheet holds what: known by its heading, wherever it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache

from reportgen.errors import Plaats, Problem, Severity
from reportgen.model import Soort
from reportgen.sources.cellen import Blad, Rij
from reportgen.sources.werkmap.bladen import (
    JAARTAL,
    LEEG,
    VOLGNUMMER,
    Bladsoort,
    bladen,
    herkenbaar,
)
from reportgen.sources.werkmap.velden import Veld

LIJKT = 0.8
"""From which likeness on a name is taken for a misspelt one."""
_SOORTEN: tuple[Soort, ...] = ("begroting", "monitor", "jaarverslag")


@dataclass(slots=True)
class Kolommen:
    """The columns of a sheet by their letters, and what was wrong with its headings."""

    velden: dict[str, Veld] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    ontbreekt: list[Veld] = field(default_factory=list)
    """Columns that must be there and are not."""

    def letters(self) -> dict[tuple[str, ...], str]:
        """Give the letters of each field's column."""
        return {veld.pad: letters for letters, veld in self.velden.items()}


@cache
def bekende_koppen(soort: Soort, titel: str) -> Mapping[str, Veld]:
    """Give the columns of a sheet by what their headings are recognised by, and by field names.

    Amounts of other kinds of document are known too: the model says that they do not belong here.
    """
    bekend: dict[str, Veld] = {}
    for ander in (soort, *_SOORTEN):
        (blad,) = (blad for blad in bladen(ander) if blad.titel == titel)
        for veld in (*blad.kolommen, LEEG, VOLGNUMMER):
            bekend.setdefault(herkenbaar(veld.kop_in(None)), veld)
    gelezen = {veld.pad: veld for veld in reversed(bekend.values()) if veld.pad}
    laatste = Counter(pad[-1] for pad in gelezen)
    for pad, veld in gelezen.items():
        bekend.setdefault(herkenbaar(veld.naam), veld)
        if laatste[pad[-1]] == 1:
            bekend.setdefault(herkenbaar(pad[-1]), veld)
    return bekend


@dataclass(frozen=True, slots=True)
class Boek:
    """What of a boekwerk its sheets must know: its file, its kind, its year."""

    bestand: str
    soort: Soort
    jaar: int | None


def vind_kolommen(blad: Blad, kop: Rij, soort: Bladsoort, boek: Boek) -> Kolommen:
    """Recognise the headings of a sheet."""
    lezer = _Koppen(blad, bekende_koppen(boek.soort, soort.titel), boek)
    for letters, cel in kop.cellen.items():
        lezer.neem(letters, kop.nummer, cel.tekst)
    lezer.sluit(kop, soort)
    return lezer.kolommen


class _Koppen:
    """Follows the headings from left to right."""

    def __init__(self, blad: Blad, bekend: Mapping[str, Veld], boek: Boek) -> None:
        self.kolommen = Kolommen()
        self._blad, self._bekend, self._boek, self._jaar = blad, bekend, boek, boek.jaar
        self._vreemd: list[tuple[str, int, str]] = []

    def neem(self, letters: str, rij: int, kop: str) -> None:
        """Take the next heading."""
        veld = self._bekend.get(herkenbaar(kop))
        if veld is None:
            self._vreemd.append((letters, rij, kop))
            return
        eerder = self.kolommen.letters().get(veld.pad)
        if eerder:
            wat = f"de kop ‘{kop}’ staat er twee keer (ook in kolom {eerder})"
            self._meld("D6", "error", (letters, rij), (wat, "laat er één staan"))
            return
        self.kolommen.velden[letters] = veld
        self._keur_jaar(veld, letters, rij, kop)

    def sluit(self, kop: Rij, soort: Bladsoort) -> None:
        """Say which headings are not known, and which are missed."""
        gevonden = {veld.pad for veld in self.kolommen.velden.values()}
        over = {herkenbaar(v.kop_in(None)): v for v in soort.kolommen if v.pad not in gevonden}
        for letters, rij, tekst in self._vreemd:
            lijkt = get_close_matches(herkenbaar(tekst), list(over), 1, LIJKT)
            if lijkt:
                goed = over[lijkt[0]].kop_in(self._jaar)
                wat = f"de kop ‘{tekst}’ is onbekend, en ‘{goed}’ ontbreekt"
                self._meld("D3", "error", (letters, rij), (wat, f"schrijf ‘{goed}’ als kop"))
                gevonden.add(over[lijkt[0]].pad)
            else:
                wat = f"de kolom ‘{tekst[:40]}’ wordt niet gelezen"
                cure = f"bekende koppen zijn {self._namen(soort)}"
                self._meld("D3", "warning", (letters, rij), (wat, cure))
        for veld in soort.kolommen:
            if veld.verplicht and veld.pad not in self.kolommen.letters():
                self.kolommen.ontbreekt.append(veld)
            if veld.verplicht and veld.pad not in gevonden:
                wat = f"op dit blad ontbreekt de kop ‘{veld.kop_in(self._jaar)}’"
                cure = f"zet hem terug in rij {kop.nummer}; bekend zijn {self._namen(soort)}"
                self._meld("D4", "error", (min(kop.cellen), kop.nummer), (wat, cure))

    def _namen(self, soort: Bladsoort) -> str:
        return ", ".join(veld.kop_in(self._jaar) for veld in soort.kolommen)

    def _keur_jaar(self, veld: Veld, letters: str, rij: int, kop: str) -> None:
        """Warn of a heading with the year of another edition; its place, not its year, counts."""
        genoemd = JAARTAL.search(kop)
        hoort = veld.jaar_in(self._jaar) if self._jaar is not None else None
        if genoemd and hoort and int(genoemd[0]) != hoort:
            wat = f"de kop ‘{kop}’ noemt {genoemd[0]}, en deze kolom is die van {hoort}"
            cure = "controleer of deze werkmap die van het goede jaar is, en pas de kop aan"
            self._meld("D3", "warning", (letters, rij), (wat, cure))

    def _meld(
        self, rule: str, ernst: Severity, plek: tuple[str, int], tekst: tuple[str, str]
    ) -> None:
        waar = Plaats(self._boek.bestand, cel=self._blad.adres(*plek))
        self.kolommen.problems.append(Problem(rule, ernst, waar, *tekst))
