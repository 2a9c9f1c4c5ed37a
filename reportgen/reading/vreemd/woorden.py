"""The words that a profile has for headings, labels, rows and columns, now and in earlier years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from reportgen.model import Profiel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BLOKKEN = (
    *("context", "acties", "voortgang", "financien", "financien_voortgang"),
    *("indicatoren", "basisinformatie"),
)
"""The blocks of a prestatie that have a heading."""
GEGEVENS = (
    *("portefeuillehouder", "rol_provincie", "looptijd", "reserve", "websites", "mijlpalen"),
)
"""The labels of the basisinformatie."""
_NAAM = "{naam}"
_STAART = " \t\n\u00a0:?."
_LANGSTE_KOP = 160


def kaal(tekst: str) -> str:
    """Give a word as words are compared: no capitals, single spaces, nothing behind it."""
    return " ".join(tekst.split()).rstrip(_STAART).casefold()


@dataclass(frozen=True, slots=True)
class Label:
    """A label that was found (label): which, where its value begins, and the name in it."""

    veld: str
    eind: int
    naam: str = ""
    eigen: bool = True
    """Whether it is the word of now, and not one of earlier years."""


@dataclass(frozen=True, slots=True)
class _Patroon:
    """A pattern that a label is found by, and whether it is of the word of now."""

    veld: str
    patroon: re.Pattern[str]
    eigen: bool


@dataclass(frozen=True)
class Woorden:
    """The words of one profile, ready to be looked up."""

    profiel: Profiel = field(repr=False)

    def van(self, veld: str) -> list[str]:
        """Give every word for a label: the one of now first."""
        nu: str = getattr(self.profiel.labels, veld)
        return [nu, *getattr(self.profiel.varianten, veld, ())]

    @cached_property
    def _koppen(self) -> dict[str, frozenset[str]]:
        koppen: dict[str, frozenset[str]] = {}
        for veld in BLOKKEN:
            for woord in self.van(veld):
                koppen[kaal(woord)] = koppen.get(kaal(woord), frozenset()) | {veld}
        return koppen

    def kop(self, tekst: str) -> frozenset[str]:
        """Say which blocks a line can be the heading of."""
        if len(tekst) > _LANGSTE_KOP:
            return frozenset()
        return self._koppen.get(kaal(tekst), frozenset())

    @cached_property
    def _labels(self) -> list[_Patroon]:
        return [patroon for veld in GEGEVENS for patroon in self._patronen(veld)]

    def _patronen(self, veld: str) -> Iterator[_Patroon]:
        for plek, woord in enumerate(self.van(veld)):
            yield from (_Patroon(veld, patroon, not plek) for patroon in _patronen(woord))

    def label(self, tekst: str) -> Label | None:
        """Find the label of the basisinformatie that a line is, or begins with before a colon."""
        return next(_gevonden(self._labels, tekst), None)

    @cached_property
    def _begrotingswijziging(self) -> list[_Patroon]:
        return [*self._patronen("begrotingswijziging")]

    def wijzigingslabel(self, tekst: str) -> Label | None:
        """Find the label of the kinds of begrotingswijziging."""
        return next(_gevonden(self._begrotingswijziging, tekst), None)

    def is_een(self, veld: str, tekst: str) -> bool:
        """Say whether a text is one of the words for a label."""
        return kaal(tekst) in self._kaal(veld)

    def _kaal(self, veld: str) -> set[str]:
        return {kaal(woord) for woord in self.van(veld)}

    def eerste(self, velden: Iterable[str], tekst: str) -> str:
        """Give the first of some labels that a text is a word for, or nothing."""
        gezocht = kaal(tekst)
        return next((veld for veld in velden if gezocht in self._kaal(veld)), "")

    def kolom(self, naam: str) -> tuple[str, ...]:
        """Give the other headings of a column."""
        varianten = self.profiel.varianten.kolommen
        return next((variant.koppen for variant in varianten if variant.naam == naam), ())


def _patronen(woord: str) -> Iterator[re.Pattern[str]]:
    """Match a line that is a label to the letter, or is it freely and may have a value behind it.

    `{naam}` stands for a name: to the letter it can hold any sign.
    """
    voor, naam, achter = woord.partition(_NAAM)
    if naam and achter:
        yield re.compile(rf"{re.escape(voor)}(?P<naam>.+){re.escape(achter)}$", re.DOTALL)
    kern = _los(voor)
    if naam:
        kern += rf"(?P<naam>.+?){_los(achter)}"
    yield re.compile(rf"\s*{kern}\s*(?:\??\s*:\s*|[?.]?\s*$)", re.IGNORECASE)


def _los(woord: str) -> str:
    """Write a part of a label as a pattern, with spaces of any width and no sign behind it."""
    delen = [re.escape(deel) for deel in woord.rstrip(_STAART).split()]
    spatie = r"\s+" if woord[:1].isspace() else ""
    erachter = r"\s+" if woord[-1:].isspace() else ""
    midden = r"\s+".join(delen)
    return f"{spatie}{midden}{erachter}" if delen else erachter


def _gevonden(labels: Sequence[_Patroon], tekst: str) -> Iterator[Label]:
    for label in labels:
        if treffer := label.patroon.match(tekst):
            naam = treffer.groupdict().get("naam") or ""
            yield Label(label.veld, treffer.end(), naam.strip(" \t\n"), label.eigen)
