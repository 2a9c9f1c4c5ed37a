"""What a check found, grouped by prestatie: the one order in which screen and page tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Protocol

from reportgen.errors import Problem, Severity
from reportgen.model import Boekwerk, Ernst, volgorde

ALGEMEEN = "Boekwerk en sjabloon"
_MAP = "prestaties/"
"""Where the sections of a folder stand, as their places say it."""


class Catalogusregel(Protocol):
    """A rule as the report speaks of it; the checks have them, and hand them over."""

    @property
    def id(self) -> str:
        """Its code."""

    @property
    def severity(self) -> Severity:
        """How severe it is where no profile says otherwise."""

    @property
    def eis(self) -> str:
        """What must hold, in Dutch."""

    @property
    def bron(self) -> str:
        """The law or norm that it stands on, or nothing."""


@dataclass(frozen=True, slots=True)
class Groep:
    """The problems of one prestatie, or of what belongs to none (`nummer` is empty)."""

    nummer: str
    titel: str
    problems: tuple[Problem, ...]

    @property
    def kop(self) -> str:
        """Number and title, as a heading."""
        return f"{self.nummer} {self.titel}".strip()

    @property
    def fouten(self) -> int:
        """How many errors."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def aandachtspunten(self) -> int:
        """How many warnings."""
        return len(self.problems) - self.fouten


@dataclass(frozen=True, slots=True)
class Rapport:
    """What was checked, by which rules, and what they found.

    Attributes:
        problems: everything that was found, in the order of the source.
        boekwerk: what was checked; None where there is none, or none that could be read.
        vorig: the edition that it was compared with.
        bron: the name of the source, as its owner knows it.
        sjabloon: the name of the template, where one was given.
        catalogus: every rule, by its id.
        gelopen: the ids of the rules that looked, had the profile not switched them off.
    """

    problems: tuple[Problem, ...]
    boekwerk: Boekwerk | None = None
    vorig: Boekwerk | None = None
    bron: str = ""
    sjabloon: str = ""
    catalogus: Mapping[str, Catalogusregel] = field(default_factory=dict)
    gelopen: frozenset[str] = frozenset()

    @property
    def weging(self) -> dict[str, Ernst]:
        """What the profile makes of rules that there are, in the order of the catalogue."""
        controles = self.boekwerk.profiel.controles if self.boekwerk else ()
        gewogen = {c.regel: c.ernst for c in controles if c.regel in self.catalogus}
        return {regel: gewogen[regel] for regel in sorted(gewogen, key=volgorde)}

    def groepen(self) -> list[Groep]:
        """Give the problems by prestatie; only prestaties that have any."""
        return groepeer(self.problems, self.boekwerk)


def groepeer(problems: Iterable[Problem], boekwerk: Boekwerk | None = None) -> list[Groep]:
    """Put problems together by prestatie, in order of number; what belongs to none comes first.

    A section whose number could not be read goes by the name of its file.
    """
    titels = {p.nummer: p.titel for p in boekwerk.prestaties} if boekwerk else {}
    alle = tuple(problems)
    nummers = {p.where.bestand: p.where.nummer for p in alle if p.where.nummer}
    groepen: dict[tuple[str, str], list[Problem]] = {}
    for problem in alle:
        groepen.setdefault(_sleutel(problem, nummers), []).append(problem)
    return [
        Groep(nummer, titels.get(nummer, "") if nummer else bestand or ALGEMEEN, tuple(van))
        for (nummer, bestand), van in sorted(groepen.items(), key=lambda paar: _rang(*paar[0]))
    ]


def _sleutel(problem: Problem, nummers: Mapping[str, str]) -> tuple[str, str]:
    """Say which prestatie a problem belongs to: by number, else by the file of the section."""
    waar = problem.where
    los = waar.bestand if waar.bestand.startswith(_MAP) else ""
    nummer = waar.nummer or (nummers.get(waar.bestand, "") if los else "")
    return nummer, "" if nummer else los


def _rang(nummer: str, bestand: str) -> tuple[object, ...]:
    code = nummer or PurePosixPath(bestand).stem
    return (bool(code), volgorde(code), code)
