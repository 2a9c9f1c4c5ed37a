"""The rules of the catalogue: each a small function that finds things, registered by its id."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from reportgen.errors import Pad, Plaats, Problem, Severity, pad_text
from reportgen.model import Boekwerk
from reportgen.tags import Outline

_Bron = TypeVar("_Bron")


@dataclass(frozen=True, slots=True)
class Vondst:
    """What a rule found: at which path, in words, and what to do; by exception less severe."""

    pad: Pad
    melding: str
    hint: str
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule(Generic[_Bron]):
    """A rule: its id in the catalogue, how severe it is, and the function that looks."""

    id: str
    severity: Severity
    zoek: Callable[[_Bron], Iterator[Vondst]]

    def problems(self, bron: _Bron, plaats: Callable[[Pad], Plaats]) -> Iterator[Problem]:
        """Give a problem for everything the function finds."""
        for vondst in self.zoek(bron):
            severity = vondst.severity or self.severity
            yield Problem(self.id, severity, plaats(vondst.pad), vondst.melding, vondst.hint)


DATA_RULES: dict[str, Rule[Boekwerk]] = {}
OUTLINE_RULES: dict[str, Rule[Outline]] = {}

_Zoeker = Callable[[_Bron], Iterator[Vondst]]


def data_rule(naam: str, severity: Severity) -> Callable[[_Zoeker[Boekwerk]], _Zoeker[Boekwerk]]:
    """Register a rule about the data of a boekwerk."""

    def registreer(zoek: _Zoeker[Boekwerk]) -> _Zoeker[Boekwerk]:
        DATA_RULES[naam] = Rule(naam, severity, zoek)
        return zoek

    return registreer


def outline_rule(naam: str, severity: Severity) -> Callable[[_Zoeker[Outline]], _Zoeker[Outline]]:
    """Register a rule about a finished document."""

    def registreer(zoek: _Zoeker[Outline]) -> _Zoeker[Outline]:
        OUTLINE_RULES[naam] = Rule(naam, severity, zoek)
        return zoek

    return registreer


def plaats_in(boekwerk: Boekwerk, pad: Pad) -> Plaats:
    """Find the place of a path: file and line where known, else the prestatie and the path."""
    plaats = boekwerk.herkomst.zoek(pad)
    if plaats.bestand or len(pad) < 2 or pad[0] != "prestaties":  # noqa: PLR2004  prestaties[n]
        return plaats
    nummer = boekwerk.prestaties[int(pad[1])].nummer
    return replace(plaats, nummer=nummer, pad=pad_text(pad[2:]))
