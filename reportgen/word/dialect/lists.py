"""Numbered paragraphs of a template start again where the loop around their own loop does."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from reportgen.word.dialect.structure import Blok, Edit, Gang, Stap
from reportgen.word.styles import Style

_VOOR_NUMPR = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")


@dataclass(frozen=True, slots=True)
class _Punt:
    """A numbered paragraph in a loop: its list, its level, its loops, where its pPr can take it."""

    num: str
    niveau: int
    lussen: tuple[Blok, ...]
    plek: tuple[int, int]
    """Where `w:numPr` stands, or where it belongs."""
    code: int = -1
    """The number of the mark that stands for it, where it is a `{{p }}`."""


@dataclass(slots=True)
class Lists:
    """Gathers the numbered paragraphs in loops, and restarts their lists where they should."""

    gang: Gang
    stijlen: Mapping[str, Style]
    """The styles by id."""
    tellend: frozenset[str]
    """The numIds that count, not those with bullets."""
    edits: list[Edit] = field(default_factory=list)
    _punten: list[_Punt] = field(default_factory=list)

    def zie(self, stap: Stap) -> None:
        """Look at one step of the walk."""
        lussen = self.gang.lussen
        if not lussen:
            return
        if stap.soort == "dicht" and stap.naam == "w:pPr" and stap.element:
            ouder = self.gang.open_[-1].naam if self.gang.open_ else ""
            if ouder == "w:p":
                self._punt(self.gang.skelet[stap.element.begin : stap.einde], stap.element.begin)
        elif not stap.soort and stap.nummer >= 0:
            look = self.gang.blad.codes[stap.nummer].look
            if look and self.gang.blad.codes[stap.nummer].soort == "p":
                self._punt(look.ppr, -1, stap.nummer)

    def _punt(self, ppr: str, begin: int, code: int = -1) -> None:
        genoemd = re.search(r'<w:pStyle w:val="([^"]*)"', ppr)
        stijl = self.stijlen.get(genoemd[1]) if genoemd else None
        if stijl and stijl.niveau is not None:
            return  # the numbers of headings go on through the whole document
        num, niveau = (stijl and stijl.nummering) or ("", 0)
        eigen = re.search(r"<w:numPr>.*?</w:numPr>", ppr)
        if eigen:
            numid = re.search(r'<w:numId w:val="([0-9]+)"', eigen[0])
            ilvl = re.search(r'<w:ilvl w:val="([0-9]+)"', eigen[0])
            num, niveau = (numid[1] if numid else num), int(ilvl[1] if ilvl else niveau)
        if num not in self.tellend:
            return
        span = eigen.span() if eigen else (_plek_numpr(ppr),) * 2
        plek = (begin + span[0], begin + span[1])
        self._punten.append(_Punt(num, niveau, self.gang.lussen, plek, code))

    def klaar(self) -> None:
        """Give every list that starts again a number of its own."""
        per_lijst: dict[str, list[_Punt]] = defaultdict(list)
        for punt in self._punten:
            per_lijst[punt.num].append(punt)
        gezet: dict[tuple[int, str], str] = {}
        for punten in per_lijst.values():
            for punt, lus in _scopes(punten):
                self._begin_opnieuw(punt, lus, gezet)

    def _begin_opnieuw(self, punt: _Punt, lus: Blok, gezet: dict[tuple[int, str], str]) -> None:
        blad = self.gang.blad
        if (lus.einde, punt.num) not in gezet:
            naam = gezet[lus.einde, punt.num] = f"rg_lijst_{lus.nummer}_{punt.num}"
            zet = blad.jinja(f'{{% set {naam} = "{punt.num}"|lijst\n%}}')
            self.edits.append(Edit(lus.einde, lus.einde, zet))
        naam = gezet[lus.einde, punt.num]
        if punt.code >= 0:
            blad.hernoem(punt.code, f"|blokken({punt.code})", f"|blokken({punt.code}, {naam})")
            return
        num = blad.jinja(f"{{{{ {naam}|nummer\n}}}}")
        numpr = f'<w:numPr><w:ilvl w:val="{punt.niveau}"/><w:numId w:val="{num}"/></w:numPr>'
        self.edits.append(Edit(*punt.plek, numpr))


def _plek_numpr(ppr: str) -> int:
    """Find where `w:numPr` belongs in paragraph properties. Source: ECMA-376 17.3.1.26 (pPr)."""
    voor = [m.end() for n in _VOOR_NUMPR for m in re.finditer(rf"<w:{n}(?: [^>]*)?/>", ppr)]
    return max(voor, default=len("<w:pPr>"))


def _scopes(punten: list[_Punt]) -> list[tuple[_Punt, Blok]]:
    """Find for the paragraphs of one list in which loop it starts again with every turn.

    A loop whose body has one paragraph of the list makes the items of that list, so the list
    starts again with the loop around it. A body with more of them is a list by itself.
    """
    per_lus = Counter(punt.lussen[-1].einde for punt in punten)
    gevonden: list[tuple[_Punt, Blok | None]] = []
    for punt in punten:
        zelf = per_lus[punt.lussen[-1].einde] > 1
        om = punt.lussen if zelf else punt.lussen[:-1]
        gevonden.append((punt, om[-1] if om else None))
    begin_opnieuw = {lus.einde for _, lus in gevonden if lus}
    gekozen = (
        (punt, punt.lussen[-1] if punt.lussen[-1].einde in begin_opnieuw else lus)
        for punt, lus in gevonden
    )
    return [(punt, lus) for punt, lus in gekozen if lus]
