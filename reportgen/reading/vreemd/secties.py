"""A document is cut into sections: kerntaken, beleidsdoelen and prestaties, by their codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportgen.model import hoort_onder, past
from reportgen.reading.vreemd.blokken import vorm
from reportgen.word.flow import Passage

if TYPE_CHECKING:
    from reportgen.model import Profiel
    from reportgen.reading.vreemd.deel import Deel, Verslag

_CODE = re.compile(
    r"(?P<code>[0-9A-Za-z]{1,8}(?:[.-][0-9A-Za-z]{1,8})*)[.:)]?"
    r"(?:[ \t\u00a0]*[–-][ \t\u00a0]+| |[ \t\u00a0\u2003]+)(?P<titel>[^ \t\n].*)",
    re.DOTALL,
)
_HERHALING = re.compile(r"(?:toc|inhopg|inhaltsverzeichnis)\b.*")
_LANGSTE_TITEL = 300
_LOS = -1
_GEWOON = 1
_LANG_NUMMER = 4
"""As long as a year, which begins many a heading too."""


@dataclass(slots=True)
class Sectie:
    """A section: its level in the tree of goals, its code and title, and what stands below it."""

    niveau: int
    nummer: str
    titel: str
    kop: Deel | None = None
    delen: list[Deel] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Begin:
    """A line that may begin a section, and how much it looks like a heading."""

    niveau: int
    nummer: str
    titel: str
    vorm: int
    genoemd: bool
    """Whether the name of the level stands before the code."""
    kopniveau: int | None
    """The level of the heading, by its style."""


def secties(delen: Sequence[Deel], profiel: Profiel, verslag: Verslag) -> list[Sectie]:
    """Cut a document; what stands before the first section finds no place."""
    kandidaten = {plek: b for plek, deel in enumerate(delen) if (b := _begin(deel, profiel))}
    begin = dict(_echte(kandidaten, len(profiel.niveaus) - 1))
    gevonden = [Sectie(_LOS, "", "")]
    for plek, deel in enumerate(delen):
        if plek in begin:
            eigen = begin[plek]
            gevonden.append(Sectie(eigen.niveau, eigen.nummer, eigen.titel, deel))
        else:
            gevonden[-1].delen.append(deel)
    titels = {sectie.titel for sectie in gevonden[1:]}
    verslag.laat_los(deel for deel in gevonden[0].delen if not _is_inhoud(deel, titels))
    return gevonden[1:]


def _is_inhoud(deel: Deel, titels: set[str]) -> bool:
    """Say whether a line is one of a table of contents, which Word made of the headings."""
    if not isinstance(deel.inhoud, Passage) or not _HERHALING.fullmatch(deel.inhoud.stijl):
        return False
    return any(titel in deel.tekst for titel in titels) or not deel.tekst


def _begin(deel: Deel, profiel: Profiel) -> _Begin | None:
    """Read a line as code and title, with the name of its level before it or not."""
    passage = deel.inhoud
    if not isinstance(passage, Passage) or len(passage.tekst) > _LANGSTE_TITEL:
        return None
    tekst = f"{passage.nummer} {passage.tekst}".strip(" \t\n")
    namen = "|".join(re.escape(niveau.naam) for niveau in profiel.niveaus)
    voor = re.match(rf"(?:{namen}|programma|prestatie)\s+(?=\S*[0-9])", tekst, re.IGNORECASE)
    tekst = tekst[voor.end() :] if voor else tekst
    treffer = _CODE.fullmatch(tekst)
    if treffer is None:
        return None
    code = treffer["code"]
    niveaus = [n for n, niveau in enumerate(profiel.niveaus) if past(code, niveau.patroon)]
    if not niveaus:
        return None
    titel = treffer["titel"].rstrip(" \t\n").replace("\n", " ")
    return _Begin(niveaus[-1], code, titel, vorm(passage), bool(voor), passage.kop)


def _echte(kandidaten: dict[int, _Begin], laagste: int) -> Iterator[tuple[int, _Begin]]:
    """Give the lines that do begin a section.

    Where one of a level looks like a heading, those that look less like one are text. A part of
    the tree begins only where a prestatie under it follows, or at a heading like one of those; and
    never at a plain line among headings, or of one number.
    """
    sterkste: dict[int, int] = {}
    for begin in kandidaten.values():
        sterkste[begin.niveau] = max(sterkste.get(begin.niveau, 0), begin.vorm)
    echt = {p: b for p, b in kandidaten.items() if b.vorm == sterkste[b.niveau] and not _getal(b)}
    prestaties = {plek: b.nummer for plek, b in echt.items() if b.niveau == laagste}
    gewoon = sterkste.get(laagste) == _GEWOON
    zeker = {
        plek: begin
        for plek, begin in echt.items()
        if plek in prestaties
        or ((gewoon or begin.vorm > _GEWOON or begin.genoemd) and _volgt(plek, begin, prestaties))
    }
    koppen = {(b.niveau, b.kopniveau) for b in zeker.values() if b.kopniveau is not None}
    for plek, begin in echt.items():
        zelfde = (begin.niveau, begin.kopniveau) in koppen and len(begin.nummer) < _LANG_NUMMER
        if plek in zeker or zelfde:
            yield plek, begin


def _volgt(plek: int, begin: _Begin, prestaties: Mapping[int, str]) -> bool:
    """Say whether a prestatie under a part of the tree follows it."""
    return any(p > plek and hoort_onder(nummer, begin.nummer) for p, nummer in prestaties.items())


def _getal(begin: _Begin) -> bool:
    """Say whether a plain line only begins with a number, as a sentence can."""
    heel = re.fullmatch(r"[0-9]+|[A-Za-z]+", begin.nummer)
    return begin.vorm == _GEWOON and not begin.genoemd and heel is not None


def zonder_lege(gevonden: Sequence[Sectie], verslag: Verslag) -> list[Sectie]:
    """Leave out a line that only repeats the heading of a section, as a typed list of them does."""
    vol = {(s.niveau, s.nummer) for s in gevonden if any(deel.tekst for deel in s.delen)}
    uit = []
    for sectie in gevonden:
        leeg = not any(deel.tekst for deel in sectie.delen)
        if leeg and (sectie.niveau, sectie.nummer) in vol and sectie.kop:
            verslag.laat_los([replace(sectie.kop)])
        else:
            uit.append(sectie)
    return uit
