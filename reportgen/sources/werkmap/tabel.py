"""One sheet that somebody filled in becomes rows of values, each by the path of its field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from openpyxl.utils.cell import range_boundaries

from reportgen.errors import Plaats, Problem
from reportgen.sources.cellen import Bezwaar, Blad, Cel, Rij, lees, zoek_kop
from reportgen.sources.cellen.blad import kolomnummer
from reportgen.sources.werkmap.bladen import Bladsoort, herkenbaar
from reportgen.sources.werkmap.kolommen import Boek, Kolommen, bekende_koppen, vind_kolommen
from reportgen.sources.werkmap.velden import Veld
from reportgen.sources.werkmap.voorbeeld import is_voorbeeld
from reportgen.sources.werkmap.waarden import in_procenten

if TYPE_CHECKING:
    from reportgen.sources.werkmap.woorden import Veldpad

_TUSSEN = {"keuzen": re.compile(r"[,;\n]"), "namen": re.compile(r"\n")}
"""What stands between the parts of a cell that holds more than one."""
_NERGENS = "?"
"""The column of a field that has none: of its cells nothing is to be said, as its heading was."""
_VEEL = 8


@dataclass(slots=True)
class Tabelrij:
    """A row: its number, its values by the paths of their fields; what is empty is not in it."""

    nummer: int
    waarden: dict[Veldpad, Any]


@dataclass(slots=True)
class Tabelinhoud:
    """What a sheet holds."""

    blad: Blad
    letters: dict[Veldpad, str] = field(default_factory=dict)
    """The letters of each field's column; the column of the parent has an empty path."""
    rijen: list[Tabelrij] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    gemeld: set[str] = field(default_factory=set)
    """Cells that hold what cannot be read: nothing more is to be said of them."""


def lees_tabel(blad: Blad, soort: Bladsoort, boek: Boek) -> Tabelinhoud:
    """Read the rows below the headings of a sheet; what cannot be read is told, with its cell."""
    bekend = bekende_koppen(boek.soort, soort.titel)
    kop, rijen = vind_kop(blad, soort.tabel, bekend.__contains__)
    inhoud = Tabelinhoud(blad)
    if kop is None:
        if rijen:
            wat = "op dit blad staat geen enkele bekende kop"
            cure = f"zet in de eerste rij: {', '.join(v.kop_in(None) for v in soort.kolommen)}"
            waar = Plaats(boek.bestand, cel=blad.adres("A", 1))
            inhoud.problems.append(Problem("D4", "error", waar, wat, cure))
        return inhoud
    kolommen = vind_kolommen(blad, kop, soort, boek)
    inhoud.letters = kolommen.letters()
    lezer = _Rijen(blad, kop, kolommen, boek)
    lezer.keur(rijen)
    inhoud.rijen = [rij for rij in lezer.lees(rijen) if not is_voorbeeld(soort, rij.waarden)]
    inhoud.problems = kolommen.problems + lezer.problems
    inhoud.gemeld = lezer.gemeld
    for veld in kolommen.ontbreekt:
        inhoud.letters[veld.pad] = _NERGENS
        inhoud.gemeld.update(blad.adres(_NERGENS, rij.nummer) for rij in inhoud.rijen)
    return inhoud


def vind_kop(blad: Blad, tabel: str, herken: Callable[[str], bool]) -> tuple[Rij | None, list[Rij]]:
    """Find the headings: where the table of this name says, or the row that knows the most."""
    rijen = list(blad.rijen())
    plek = next((t for t in blad.tabellen if t.naam.casefold() == tabel.casefold()), None)
    if plek:
        rijen = [rij for rij in rijen if rij.nummer != plek.totaal]
        kop = next((rij for rij in rijen if rij.nummer == plek.kop), None)
        if kop and any(herken(herkenbaar(cel.tekst)) for cel in kop.cellen.values()):
            return kop, [rij for rij in rijen if rij.nummer > plek.kop]
    gevonden, rest = zoek_kop(iter(rijen), lambda tekst: herken(herkenbaar(tekst)))
    return gevonden, list(rest)


class _Rijen:
    """Reads the rows of one sheet."""

    def __init__(self, blad: Blad, kop: Rij, kolommen: Kolommen, boek: Boek) -> None:
        self.problems: list[Problem] = []
        self._blad, self._kop, self._boek = blad, kop, boek
        self._velden = kolommen.velden
        self._eenheid = kolommen.letters().get(("eenheid",), "")
        self._zonder_kop: set[str] = set()
        self.gemeld: set[str] = set()

    def keur(self, rijen: list[Rij]) -> None:
        """Say what is merged, hidden or without a heading."""
        self._keur_samengevoegd({rij.nummer: rij for rij in (self._kop, *rijen)})
        laatste = rijen[-1].nummer if rijen else 0
        weg = [n for n in self._blad.verborgen_rijen if self._kop.nummer < n <= laatste]
        if weg:
            wie = f"de rijen {_opgesomd(weg)} zijn" if len(weg) > 1 else f"rij {weg[0]} is"
            wat = f"{wie} verborgen of weggefilterd, en toch gelezen"
            self._let_op(
                (min(self._kop.cellen), weg[0]), wat, "maak alles zichtbaar en kijk het na"
            )
        kolommen = [k for k in self._blad.verborgen_kolommen if k in self._velden]
        if kolommen:
            een = len(kolommen) == 1
            wie = f"kolom {kolommen[0]} is" if een else f"de kolommen {_opgesomd(kolommen)} zijn"
            wat = f"{wie} verborgen, en toch gelezen"
            self._let_op(
                (kolommen[0], self._kop.nummer), wat, "maak alles zichtbaar en kijk het na"
            )
        if not self._blad.zichtbaar:
            wat = "dit blad is verborgen, en toch gelezen"
            self._let_op(("A", 1), wat, "maak het zichtbaar en kijk het na")

    def lees(self, rijen: list[Rij]) -> Iterator[Tabelrij]:
        """Read the rows that have something in a known column."""
        for rij in rijen:
            for letters in rij.cellen.keys() - self._kop.cellen.keys() - self._zonder_kop:
                self._zonder_kop.add(letters)
                wat = f"boven kolom {letters} staat geen kop; wat eronder staat wordt niet gelezen"
                self._let_op((letters, rij.nummer), wat, "zet er een kop boven, of haal het weg")
            waarden = {
                veld.pad: waarde
                for letters, veld in self._velden.items()
                if (waarde := self._waarde(rij, letters, veld)) is not None
            }
            if waarden:
                yield Tabelrij(rij.nummer, waarden)

    def _waarde(self, rij: Rij, letters: str, veld: Veld) -> Any:  # noqa: ANN401  plain data
        """Give what a cell holds; the empty text where it holds what cannot be read."""
        cel = rij.cellen.get(letters)
        if cel is None:
            return "" if self._blad.adres(letters, rij.nummer) in self.gemeld else None
        uitkomst = lees(cel, "procent" if self._in_procenten(rij, veld) else veld.als)
        if isinstance(uitkomst, Bezwaar):
            self.gemeld.add(self._blad.adres(letters, rij.nummer))
            self.problems.append(uitkomst.problem(self._plaats((letters, rij.nummer))))
            return ""
        if uitkomst and veld.soort in _TUSSEN:
            delen = _TUSSEN[veld.soort].split(uitkomst)
            return [deel.strip() for deel in delen if deel.strip()]
        return uitkomst

    def _in_procenten(self, rij: Rij, veld: Veld) -> bool:
        cel: Cel | None = rij.cellen.get(self._eenheid)
        return veld.soort == "meetwaarde" and cel is not None and in_procenten(cel.tekst)

    def _keur_samengevoegd(self, rijen: dict[int, Rij]) -> None:
        for bereik in self._blad.samengevoegd:
            links, boven, rechts, onder = range_boundaries(bereik)
            cellen = [
                (letters, rij)
                for letters in self._velden
                for rij in range(boven or 1, min(onder or 1, max(rijen)) + 1)
                if (links or 1) <= kolomnummer(letters) <= (rechts or 1) and rij >= self._kop.nummer
            ]
            eerste = bereik.partition(":")[0]
            if not any(rij in rijen and letters in rijen[rij].cellen for letters, rij in cellen):
                continue
            self.gemeld.update(self._blad.adres(*cel) for cel in cellen)
            waar = Plaats(self._boek.bestand, cel=f"{self._blad.naam}!{eerste}")
            wat = f"de cellen {bereik} zijn samengevoegd, en dan heeft alleen de eerste een waarde"
            cure = "hef de samenvoeging op en vul elke cel in"
            self.problems.append(Problem("D5", "error", waar, wat, cure))

    def _let_op(self, plek: tuple[str, int], wat: str, cure: str) -> None:
        self.problems.append(Problem("D3", "warning", self._plaats(plek), wat, cure))

    def _plaats(self, plek: tuple[str, int]) -> Plaats:
        return Plaats(self._boek.bestand, cel=self._blad.adres(*plek))


def _opgesomd(delen: list[Any]) -> str:
    getoond = ", ".join(map(str, delen[:_VEEL]))
    return f"{getoond} en nog {len(delen) - _VEEL}" if len(delen) > _VEEL else getoond
