"""What two documents differ in: figures first, then other values, then the structure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple, TypeVar

from reportgen.errors import Pad, Problem
from reportgen.model import Boekwerk, Post, Regelsoort

Maat = Literal["begroting", "primitief", "prognose", "realisatie"]
Niveau = Literal["prestatie", "kerntaak", "boekwerk"]
Soort = Literal["tekst", "stand", "mijlpaal", "indicator", "bedrag", "gegeven", "volgorde"]
Plaatsing = Literal["nieuw", "vervallen", "hernummerd", "afgesplitst", "voorstel"]
Waarde = str | int | Decimal | date | Mapping[str, Any] | None
"""A value of the data; a record that came or went is plain data; None is no value."""


class Grootheid(NamedTuple):
    """What an amount measures (grootheid), whatever the column that holds it, and of which year."""

    maat: Maat
    jaar: int


class Nummers(NamedTuple):
    """The number of one prestatie in both documents; empty where it is not there."""

    was: str
    wordt: str

    @property
    def nu(self) -> str:
        """The number to call it by."""
        return self.wordt or self.was

    def om(self) -> Nummers:
        """Turn round."""
        return Nummers(self.wordt, self.was)


class Paden(NamedTuple):
    """The path of one value in both prestaties; empty where it is not there."""

    was: Pad
    wordt: Pad

    def om(self) -> Paden:
        """Turn round."""
        return Paden(self.wordt, self.was)


@dataclass(frozen=True, slots=True)
class Mutatie:
    """An amount before and after, in euros: None is not known."""

    was: Decimal | None
    wordt: Decimal | None

    @property
    def mutatie(self) -> Decimal | None:
        """By how much it changes, where both are known."""
        if self.was is None or self.wordt is None:
            return None
        return self.wordt - self.was

    def om(self) -> Mutatie:
        """Turn round."""
        return Mutatie(self.wordt, self.was)


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A base figure that changed: of which prestatie, what it measures, and which row it is."""

    nummers: Nummers
    grootheid: Grootheid
    post: Regelsoort
    bedrag: Mutatie
    paden: Paden
    omschrijving: str = ""
    aard: str = ""


@dataclass(frozen=True, slots=True)
class Som:
    """What rows add up to: of one prestatie, of a kerntaak (all its prestaties), of everything.

    Of a later year it adds up what decisions change (`deel`), since no column holds the rest.
    """

    niveau: Niveau
    nummers: Nummers
    grootheid: Grootheid
    post: Post
    bedrag: Mutatie
    deel: bool = False


@dataclass(frozen=True, slots=True)
class Besluitregel:
    """A line of a begrotingswijziging that one of the documents does not have, or has otherwise.

    `nummers` is the prestatie whose amount it is; `verwerkt` says that the decision was carried
    through, so that its mutation is among the figures of its year.
    """

    besluit: str
    orgaan: str
    status: str
    jaar: int
    nummers: Nummers
    post: Regelsoort
    bedrag: Mutatie
    omschrijving: str = ""
    verwerkt: bool = False


@dataclass(frozen=True, slots=True)
class Verschil:
    """Another value that changed; `naam` is the milestone, indicator or credit that it is of."""

    soort: Soort
    nummers: Nummers
    paden: Paden
    was: Waarde
    wordt: Waarde
    naam: str = ""


@dataclass(frozen=True, slots=True)
class Indeling:
    """What came, went or got another number: a prestatie, or a part of the tree above it."""

    plaatsing: Plaatsing
    niveau: str
    nummers: Nummers
    titel: str


@dataclass(frozen=True, slots=True)
class Vergeleken:
    """An amount that both documents have: in which column each."""

    grootheid: Grootheid
    was: str
    wordt: str


@dataclass(frozen=True, slots=True)
class Onvergelijkbaar:
    """A column with amounts that the other document has no counterpart of."""

    grootheid: Grootheid
    kolom: str
    in_oud: bool


_Deel = TypeVar("_Deel", Som, Besluitregel)
_ANDERSOM: dict[Plaatsing, Plaatsing] = {"nieuw": "vervallen", "vervallen": "nieuw"}


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """All that two documents differ in (vergelijking); nothing where they hold the same.

    Attributes:
        oud: the document as it was.
        nieuw: the document as it is.
        vergeleken: the amounts that were compared, and where each stands.
        onvergelijkbaar: the amounts that only one of them has.
        cijfers: the base figures that changed, in the order of the numbers.
        sommen: what those add up to, per prestatie, per kerntaak and in all.
        besluiten: decisions that only the later has, or that say something else now.
        verschillen: other values that changed.
        indeling: what came, went or was renumbered.
    """

    oud: Boekwerk
    nieuw: Boekwerk
    vergeleken: tuple[Vergeleken, ...] = ()
    onvergelijkbaar: tuple[Onvergelijkbaar, ...] = ()
    cijfers: tuple[Cijfer, ...] = ()
    sommen: tuple[Som, ...] = ()
    besluiten: tuple[Besluitregel, ...] = ()
    verschillen: tuple[Verschil, ...] = ()
    indeling: tuple[Indeling, ...] = ()
    titels: Mapping[Nummers, str] = field(default_factory=dict)
    """The titles of the prestaties that something is told of."""
    problems: tuple[Problem, ...] = ()
    """What the readers of Word documents could not read exactly, or not place."""

    @property
    def gelijk(self) -> bool:
        """Whether the two hold the same."""
        return not (self.cijfers or self.besluiten or self.verschillen or self.indeling)

    def om(self) -> Vergelijking:
        """Turn round: what has to change to go back."""
        return Vergelijking(
            self.nieuw,
            self.oud,
            tuple(Vergeleken(v.grootheid, v.wordt, v.was) for v in self.vergeleken),
            tuple(replace(o, in_oud=not o.in_oud) for o in self.onvergelijkbaar),
            tuple(
                replace(c, nummers=c.nummers.om(), bedrag=c.bedrag.om(), paden=c.paden.om())
                for c in self.cijfers
            ),
            _om(self.sommen),
            _om(self.besluiten),
            tuple(
                replace(v, nummers=v.nummers.om(), paden=v.paden.om(), was=v.wordt, wordt=v.was)
                for v in self.verschillen
            ),
            tuple(
                replace(
                    deel,
                    nummers=deel.nummers.om(),
                    plaatsing=_ANDERSOM.get(deel.plaatsing, deel.plaatsing),
                )
                for deel in self.indeling
            ),
            {nummers.om(): titel for nummers, titel in self.titels.items()},
            self.problems,
        )


def _om(delen: tuple[_Deel, ...]) -> tuple[_Deel, ...]:
    return tuple(
        replace(deel, nummers=deel.nummers.om(), bedrag=deel.bedrag.om()) for deel in delen
    )
