"""What is done where a chapter is made: in this process, in another, or on another machine.

A worker gives bytes back and writes nothing. All that chapters have in common (the boekwerk, the
template) goes to a worker once: it is kept there under its hash, and a worker that does not know
that hash asks for it.
"""

from __future__ import annotations

import hashlib
import logging
import pickle
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.documents import inspect_chapter, render_at
from reportgen.errors import Plaats, Problem, ReportgenError
from reportgen.versie import VERSION

if TYPE_CHECKING:
    from reportgen.model import Boekwerk
    from reportgen.word import Template


@dataclass(frozen=True, slots=True)
class Werk:
    """All that the chapters of a batch have in common."""

    boekwerk: Boekwerk
    template: Template
    tijdstip: str

    def sleutel(self) -> str:
        """Give the hash of it all."""
        hash_ = hashlib.sha256(f"{self.template.sha256}\n{self.tijdstip}\n".encode())
        for prestatie in self.boekwerk.prestaties:
            hash_.update(prestatie.model_dump_json().encode())
        hash_.update(self.boekwerk.model_dump_json(exclude={"prestaties"}).encode())
        return hash_.hexdigest()

    def ingepakt(self) -> bytes:
        """Give it as bytes; where the data came from stays behind."""
        kaal = Werk(self.boekwerk.model_copy(), self.template, self.tijdstip)
        return zlib.compress(pickle.dumps(kaal), 1)


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """The bytes of a chapter, and what its finished form made us notice."""

    word: bytes
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Mislukt:
    """Why a chapter could not be made."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Onbekend:
    """The answer of a worker that does not have the work."""


@dataclass(frozen=True, slots=True)
class AndereVersie:
    """The answer of a worker that has another reportgen."""

    versie: str


Resultaat = Gemaakt | Mislukt
Antwoord = list[Resultaat] | Onbekend | AndereVersie

BEKEND: dict[str, Werk] = {}
"""The work that this process has, by its hash; one at a time in a worker."""


def maak(
    sleutel: str, versie: str, plekken: Sequence[int], pakket: bytes | None = None
) -> Antwoord:
    """Make chapters, by their places in the boekwerk."""
    if versie != VERSION:
        return AndereVersie(VERSION)
    werk = BEKEND.get(sleutel)
    if werk is None and pakket is None:
        return Onbekend()
    if werk is None:
        werk = pickle.loads(zlib.decompress(pakket or b""))  # noqa: S301  from the run that asks
        BEKEND.clear()
        BEKEND[sleutel] = werk
    return hoofdstukken(werk, plekken)


def hoofdstukken(werk: Werk, plekken: Sequence[int]) -> list[Resultaat]:
    """Make chapters; what goes wrong in one is told, and stays with that one."""
    return [_hoofdstuk(werk, plek) for plek in plekken]


def _hoofdstuk(werk: Werk, plek: int) -> Resultaat:
    prestatie = werk.boekwerk.prestaties[plek]
    try:
        word = render_at(prestatie, werk.boekwerk, werk.template, werk.tijdstip)
        return Gemaakt(word, tuple(inspect_chapter(word, prestatie, werk.boekwerk)))
    except ReportgenError as fout:
        return Mislukt(fout.problems)
    except Exception as fout:  # ours: told with this one chapter
        logging.getLogger("reportgen").debug("unforeseen", exc_info=fout)
        return Mislukt((onverwacht(prestatie.nummer, fout),))


def onverwacht(nummer: str, fout: Exception) -> Problem:
    """Tell of something that nobody foresaw."""
    wat = f"onverwachte fout in reportgen ({type(fout).__name__}: {fout})"
    cure = "dit ligt niet aan u; meld het, met deze prestatie erbij"
    return Problem("B5", "error", Plaats(nummer=nummer), wat, cure)
