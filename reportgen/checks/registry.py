"""The rules of the catalogue: each a small function that finds things, registered by its id.

What a rule looks at decides in which list it stands: the data, the data beside the previous
edition, a finished document, or a finished chapter beside its data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Generic, TypeVar

from reportgen.errors import Pad, Plaats, Problem, Severity, pad_text
from reportgen.financien import Tabel
from reportgen.model import Boekwerk, Ernst, Prestatie
from reportgen.tags import Outline

_Bron = TypeVar("_Bron")
_ERNST: dict[Ernst, Severity] = {"let op": "warning", "fout": "error"}


@dataclass(frozen=True, slots=True)
class Vondst:
    """What a rule found: at which path, in words, and what to do.

    By exception it is less severe, or stands elsewhere than the value at that path.
    """

    pad: Pad
    melding: str
    hint: str
    severity: Severity | None = None
    plaats: Plaats | None = None


@dataclass(frozen=True, slots=True)
class Rule(Generic[_Bron]):
    """A rule: its id in the catalogue, how severe, in words what must hold, and who looks.

    `bron` is the law or norm that the rule stands on, where there is one.
    """

    id: str
    severity: Severity
    eis: str
    bron: str
    zoek: Callable[[_Bron], Iterator[Vondst]]

    def problems(
        self, bron: _Bron, plaats: Callable[[Pad], Plaats], ernst: Severity | None = None
    ) -> Iterator[Problem]:
        """Give a problem for everything that is found; `ernst` is what a profile made of it."""
        for vondst in self.zoek(bron):
            severity = ernst or vondst.severity or self.severity
            waar = vondst.plaats or plaats(vondst.pad)
            yield Problem(self.id, severity, waar, vondst.melding, vondst.hint)


@dataclass(frozen=True, slots=True)
class Edities:
    """An edition beside the one before it."""

    nu: Boekwerk
    vorig: Boekwerk


@dataclass(frozen=True, slots=True)
class Geldtabel:
    """A table of money as it should print, and the exact figures behind it."""

    tabel: Tabel
    kop: tuple[str, ...]
    """The cells of the header row."""
    namen: tuple[str, ...]
    """The first cell of each row."""
    cellen: tuple[tuple[str, ...], ...]
    noten: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Gedrukt:
    """A finished chapter as a reader meets it, beside the data that it was made of."""

    outline: Outline
    prestatie: Prestatie
    boekwerk: Boekwerk
    tabellen: tuple[Geldtabel, ...]


class Rules(Generic[_Bron]):
    """The rules that look at one kind of thing, in the order of the catalogue."""

    def __init__(self) -> None:
        self._rules: list[Rule[_Bron]] = []

    def __iter__(self) -> Iterator[Rule[_Bron]]:
        return iter(sorted(self._rules, key=lambda rule: rule.id))

    def rule(
        self, naam: str, severity: Severity, eis: str, bron: str = ""
    ) -> Callable[[Callable[[_Bron], Iterator[Vondst]]], Callable[[_Bron], Iterator[Vondst]]]:
        """Register a function as a rule; an id may have more functions, each for its own things."""

        def registreer(
            zoek: Callable[[_Bron], Iterator[Vondst]],
        ) -> Callable[[_Bron], Iterator[Vondst]]:
            self._rules.append(Rule(naam, severity, eis, bron, zoek))
            return zoek

        return registreer

    def problems(
        self, bron: _Bron, plaats: Callable[[Pad], Plaats], ernst: Mapping[str, Ernst]
    ) -> Iterator[Problem]:
        """Let every rule look that the profile has not switched off."""
        for rule in self:
            oordeel = ernst.get(rule.id)
            if oordeel != "uit":
                yield from rule.problems(bron, plaats, _ERNST[oordeel] if oordeel else None)


DATA_RULES: Rules[Boekwerk] = Rules()
EDITION_RULES: Rules[Edities] = Rules()
OUTLINE_RULES: Rules[Outline] = Rules()
PRINTED_RULES: Rules[Gedrukt] = Rules()

data_rule = DATA_RULES.rule
edition_rule = EDITION_RULES.rule
outline_rule = OUTLINE_RULES.rule
printed_rule = PRINTED_RULES.rule


def catalogue() -> dict[str, Rule[object]]:
    """Give every rule by its id; one of several functions asks for all that each of them asks."""
    alle: Iterable[Rule[object]] = (*DATA_RULES, *EDITION_RULES, *OUTLINE_RULES, *PRINTED_RULES)
    groepen = groupby(sorted(alle, key=lambda rule: rule.id), lambda rule: rule.id)
    return {naam: _samen(*groep) for naam, groep in groepen}


def _samen(eerste: Rule[object], *anderen: Rule[object]) -> Rule[object]:
    regels = (eerste, *anderen)
    eisen, bronnen = ([getattr(rule, veld) for rule in regels] for veld in ("eis", "bron"))
    return replace(eerste, eis=_opgesomd(eisen), bron=_opgesomd(bronnen))


def _opgesomd(teksten: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, teksten)))


def applied(*, edities: bool) -> frozenset[str]:
    """Give the ids of the rules that look; those that compare only where there are two editions."""
    alle: Iterable[Rule[object]] = (*DATA_RULES, *OUTLINE_RULES, *PRINTED_RULES)
    return frozenset(rule.id for rule in (*alle, *(EDITION_RULES if edities else ())))


def ernst_van(boekwerk: Boekwerk) -> dict[str, Ernst]:
    """Give what the profile makes of rules, by id."""
    return {controle.regel: controle.ernst for controle in boekwerk.profiel.controles}


def plaats_in(boekwerk: Boekwerk, pad: Pad) -> Plaats:
    """Find the place of a path: file and line where known, else the prestatie and the path."""
    plaats = boekwerk.herkomst.zoek(pad)
    if plaats.bestand or len(pad) < 2 or pad[0] != "prestaties":  # noqa: PLR2004  prestaties[n]
        return plaats
    nummer = boekwerk.prestaties[int(pad[1])].nummer
    return replace(plaats, nummer=nummer, pad=pad_text(pad[2:]))
