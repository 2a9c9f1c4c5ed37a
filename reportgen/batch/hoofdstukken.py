"""The chapters of a boekwerk in a folder: what changed is made, the rest is left alone."""

from __future__ import annotations

import logging
from collections.abc import Collection, Generator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from reportgen.batch.files import sync_folder
from reportgen.batch.herkomsten import Herkomsten
from reportgen.batch.namen import bestandsnamen
from reportgen.batch.outcome import Outcome
from reportgen.batch.plannen import Planner, Stapel, stapels
from reportgen.batch.register import Register, Tell, register
from reportgen.batch.schrijver import TEGELIJK, Schrijver
from reportgen.batch.verdelen import hier, verdeeld
from reportgen.batch.vingerafdruk import Vingerafdruk
from reportgen.batch.werker import Resultaat, Werk
from reportgen.documents import asks_totals, standard_template, tijdstip
from reportgen.errors import Plaats, Problem
from reportgen.sources import load

if TYPE_CHECKING:
    from reportgen.batch.manifest import Document
    from reportgen.model import Boekwerk
    from reportgen.word import Template

_WINDOW = 8
"""How many piles of chapters are out at once; all that is held in memory."""


class Keuzes(TypedDict, total=False):
    """What can be chosen of a batch."""

    template: Template | None
    """Another template than the shipped one."""
    only: Collection[str]
    """Numbers of the prestaties to make; all when empty."""
    force: bool
    """Make all, also what would come out the same; write over what a person changed."""
    source: str | Path
    """What the boekwerk was loaded from, for the hashes of its files."""
    tell: Tell
    """Is told what is the matter with the folder; goes to the log when left out."""
    window: int
    """How many piles of chapters an executor has at once."""


def build(
    boekwerk: Boekwerk | str | Path,
    out: str | Path,
    *,
    executor: Executor | None = None,
    **keuzes: Unpack[Keuzes],
) -> Generator[Outcome, None, None]:
    """Make the chapters of a boekwerk in a folder, one file each, in the order of their numbers.

    A chapter that would come out the same, and stands there as it was made, is left alone. One that
    a person changed is never written over, unless forced. What was made is kept in the manifest,
    also when the iterator is closed halfway.

    Args:
        boekwerk: the data, or the source to load it from.
        out: the folder; made when it is not there.
        executor: makes the chapters elsewhere: in processes, or on other machines. Without one
            they are made here.
        **keuzes: see `Keuzes`.

    Raises:
        DataError: the source cannot be read.
        RenderError: the environment asks for a moment that is none.
        OutputError: on the first step: another run is busy in that folder, it is of a newer
            reportgen, or workers have another one.
    """
    if isinstance(boekwerk, str | Path):
        keuzes.setdefault("source", boekwerk)
        boekwerk = load(boekwerk)
    werk = Werk(boekwerk, keuzes.get("template") or standard_template(), tijdstip())
    return _Batch(werk, Path(out), keuzes, executor).outcomes()


_Stap = tuple[Stapel, list[Resultaat]]


@dataclass(frozen=True, slots=True)
class _Batch:
    werk: Werk
    map_: Path
    keuzes: Keuzes
    executor: Executor | None

    def outcomes(self) -> Generator[Outcome, None, None]:
        """Give what becomes of each chapter, as it becomes so."""
        herkomsten = Herkomsten(self.werk.boekwerk, self.keuzes.get("source"))
        with (
            register(self.map_, self._tell) as boek,
            closing(self._gemaakt(boek)) as gemaakt,
            ThreadPoolExecutor(TEGELIJK) as pool,
        ):
            sjabloon = self.werk.template.sha256
            schrijver = Schrijver(boek, herkomsten, sjabloon, self._force, pool)
            for stapel, resultaten in gemaakt:
                yield from schrijver.verwerk(stapel, resultaten)
            self._meld_over(boek)
        sync_folder(self.map_)

    def _gemaakt(self, boek: Register) -> Generator[_Stap, None, None]:
        """Make what has to be made, pile by pile."""
        boekwerk, sjabloon = self.werk.boekwerk, self.werk.template
        totals = asks_totals(sjabloon)
        vingerafdruk = Vingerafdruk(boekwerk, self.werk.tijdstip, totals=totals)
        planner = Planner(boek, vingerafdruk, sjabloon.sha256, self._force)
        namen = bestandsnamen(boekwerk, self.keuzes.get("only", ()))
        piles = stapels(planner.plannen(namen, self.map_))
        if self.executor is None:
            return hier(piles, self.werk)
        window = self.keuzes.get("window", _WINDOW)
        return verdeeld(piles, self.werk, self.executor, window)

    def _meld_over(self, boek: Register) -> None:
        """Tell of files whose prestatie is gone, or has another title now; they stay."""
        if boek.leeg:
            return
        only, secties = self.keuzes.get("only", ()), self.werk.boekwerk.prestaties
        namen = {naam: plek for plek, naam in bestandsnamen(self.werk.boekwerk)}
        nu = {secties[plek].nummer: naam for naam, plek in namen.items()}
        for document in boek.over(namen):
            if not only or document.nummer in only:
                self._tell(_over(document, nu.get(document.nummer)))

    @property
    def _force(self) -> bool:
        return self.keuzes.get("force", False)

    def _tell(self, problem: Problem) -> None:
        if tell := self.keuzes.get("tell"):
            tell(problem)
        else:
            logging.getLogger("reportgen").warning("%s", problem)


def _over(document: Document, nieuw: str | None) -> Problem:
    """Tell of a file that nothing makes any more."""
    waar = Plaats(document.file, nummer=document.nummer)
    if nieuw:
        wat = f"prestatie {document.nummer} heet nu anders en staat in ‘{nieuw}’"
    else:
        wat = f"prestatie {document.nummer} staat niet meer in de bron"
    return Problem("B6", "warning", waar, f"{wat}; dit oude bestand is er nog", "gooi het zelf weg")
