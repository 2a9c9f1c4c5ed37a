"""Chapters dealt out (verdelen) over an executor: few at once, results in order, none lost."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Sequence
from concurrent.futures import (
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ThreadPoolExecutor,
)
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from reportgen.batch.werker import (
    BEKEND,
    AndereVersie,
    Antwoord,
    Mislukt,
    Onbekend,
    Resultaat,
    Werk,
    hoofdstukken,
    maak,
    onverwacht,
)
from reportgen.errors import OutputError, Plaats, Problem
from reportgen.versie import VERSION


class Stapel(Protocol):
    """A pile of chapters that are made together."""

    @property
    def plekken(self) -> Sequence[int]:
        """Their places in the boekwerk."""


_Stapel = TypeVar("_Stapel", bound=Stapel)


def hier(
    stapels: Iterable[_Stapel], werk: Werk
) -> Generator[tuple[_Stapel, list[Resultaat]], None, None]:
    """Make piles in this process, each when it is asked for."""
    for stapel in stapels:
        yield stapel, hoofdstukken(werk, stapel.plekken)


def verdeeld(
    stapels: Iterable[_Stapel], werk: Werk, executor: Executor, window: int
) -> Generator[tuple[_Stapel, list[Resultaat]], None, None]:
    """Let an executor make piles, `window` of them at a time; the results in order.

    Raises:
        OutputError: the workers have another reportgen.
    """
    dienst = _Dienst(werk, executor)
    wachtrij: deque[tuple[_Stapel, Future[Antwoord]]] = deque()
    BEKEND[dienst.sleutel] = werk  # threads, and processes that are forked from here, have it so
    try:
        for nummer, stapel in enumerate(stapels):
            wachtrij.append((stapel, dienst.stuur(stapel.plekken, pakket=nummer < window)))
            if len(wachtrij) >= window:
                yield dienst.opgehaald(*wachtrij.popleft())
        while wachtrij:
            yield dienst.opgehaald(*wachtrij.popleft())
    finally:
        for _, belofte in wachtrij:
            belofte.cancel()
        BEKEND.pop(dienst.sleutel, None)


@dataclass(frozen=True)
class _Dienst:
    """Sends chapters to workers, and fetches what they give back."""

    werk: Werk
    executor: Executor

    @cached_property
    def sleutel(self) -> str:
        return self.werk.sleutel()

    @cached_property
    def pakket(self) -> bytes | None:
        """The work as bytes; threads have it as it is."""
        in_threads = isinstance(self.executor, ThreadPoolExecutor)
        return None if in_threads else self.werk.ingepakt()

    def stuur(self, plekken: Sequence[int], *, pakket: bool) -> Future[Antwoord]:
        """Send chapters out; an executor that takes nothing gives a future that says why."""
        belofte: Future[Antwoord] = Future()
        if not plekken:
            belofte.set_result([])
            return belofte
        vraag = self.sleutel, VERSION, tuple(plekken), self.pakket if pakket else None
        try:
            return self.executor.submit(maak, *vraag)
        except (OSError, RuntimeError) as fout:  # broken, or shut down
            belofte.set_exception(fout)
            return belofte

    def opgehaald(
        self, stapel: _Stapel, belofte: Future[Antwoord]
    ) -> tuple[_Stapel, list[Resultaat]]:
        """Wait for a pile.

        Where a worker died, nobody knows on which of the chapters that were out: each goes once
        more, alone, so that the one that kills its worker is known and the others are made.
        """
        plekken = stapel.plekken
        try:
            return stapel, self._wacht(plekken, belofte)
        except OutputError:
            raise
        except BrokenExecutor:
            return stapel, [self._alleen(plek) for plek in plekken]
        except Exception as fout:  # noqa: BLE001  an executor may raise anything: told per chapter
            return stapel, [self._mislukt(plek, fout) for plek in plekken]

    def _wacht(self, plekken: Sequence[int], belofte: Future[Antwoord]) -> list[Resultaat]:
        antwoord = belofte.result()
        if isinstance(antwoord, Onbekend):  # a worker that came later
            antwoord = self.stuur(plekken, pakket=True).result()
        if isinstance(antwoord, AndereVersie | Onbekend):
            raise OutputError([_andere_versie(antwoord)])
        return antwoord

    def _alleen(self, plek: int) -> Resultaat:
        try:
            (resultaat,) = self._wacht([plek], self.stuur([plek], pakket=True))
        except OutputError:
            raise
        except Exception as fout:  # noqa: BLE001  idem
            return self._mislukt(plek, fout)
        return resultaat

    def _mislukt(self, plek: int, fout: Exception) -> Mislukt:
        """Say why an executor gave nothing."""
        nummer = self.werk.boekwerk.prestaties[plek].nummer
        if not isinstance(fout, BrokenExecutor | CancelledError):
            return Mislukt((onverwacht(nummer, fout),))
        wat = "de werker die dit hoofdstuk maakte, is gestopt (afgebroken, of te weinig geheugen)"
        cure = "maak het opnieuw met minder werkers, of in één proces"
        return Mislukt((Problem("B5", "error", Plaats(nummer=nummer), wat, cure),))


def _andere_versie(antwoord: AndereVersie | Onbekend) -> Problem:
    """Tell that a worker has another reportgen."""
    versie = antwoord.versie if isinstance(antwoord, AndereVersie) else "onbekend"
    wat = f"op een werker staat reportgen {versie}, hier {VERSION}"
    return Problem("B5", "error", Plaats(), wat, "installeer overal dezelfde versie")
