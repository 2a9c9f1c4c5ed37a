"""How the command line shows things: a line per problem, a table of outcomes, JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

    from reportgen.batch import Outcome
    from reportgen.errors import Problem

_STIJL = {"error": "bold red", "warning": "yellow"}
_UITKOMST = {"Made": "gemaakt", "Unchanged": "ongewijzigd", "Failed": "niet gemaakt"}
_TELLING = {**_UITKOMST, "Failed": "mislukt"}


@lru_cache(maxsize=2)
def console(*, stderr: bool = False) -> Console:
    """Give the console; one line stays one line, whatever the width of the window."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False, soft_wrap=True)


def show_problems(problems: Iterable[Problem]) -> None:
    """Print each problem on a line of its own."""
    from rich.text import Text

    for problem in problems:
        kop, punt, rest = str(problem).partition(" · ")
        console().print(Text.assemble((kop, _STIJL[problem.severity]), punt, rest))


def show_count(problems: Sequence[Problem], *, strict: bool = False) -> None:
    """Print how many errors and warnings there are, in words, and whether warnings count."""
    from reportgen.rapport import telling

    if not problems:
        console().print("Geen problemen gevonden.")
        return
    console().print(f"{telling(problems)}.")
    if strict and not any(problem.severity == "error" for problem in problems):
        console().print("Met --strict is een aandachtspunt genoeg voor exitcode 1.")


def show_outcomes(uitkomsten: Sequence[Outcome], *, alles: bool = False) -> None:
    """Print the closing table, with what stayed the same if asked for, and how many went how."""
    from rich import box
    from rich.table import Table

    from reportgen.batch import Failed, Unchanged

    tabel = Table("Prestatie", "Titel", "Uitkomst", box=box.SIMPLE_HEAD, pad_edge=False)
    for uitkomst in uitkomsten:
        if alles or not isinstance(uitkomst, Unchanged):
            stijl = "red" if isinstance(uitkomst, Failed) else ""
            woord = _UITKOMST[type(uitkomst).__name__]
            tabel.add_row(uitkomst.nummer, uitkomst.titel, woord, style=stijl)
    if tabel.rows:
        console().print(tabel, soft_wrap=False)
    console().print(f"{telling_van(uitkomsten)}.")


def telling_van(uitkomsten: Iterable[Outcome]) -> str:
    """Say how many chapters went how, and where they are: `12 gemaakt, 288 ongewijzigd in uit`."""
    aantallen, mappen = Counter[str](), dict[str, None]()
    for uitkomst in uitkomsten:
        aantallen[type(uitkomst).__name__] += 1
        if pad := getattr(uitkomst, "pad", None):
            mappen[str(pad.parent)] = None
    delen = [f"{aantallen[soort]} {woord}" for soort, woord in _TELLING.items() if aantallen[soort]]
    waar = f" in {', '.join(mappen)}" if mappen else ""
    return f"{', '.join(delen) or 'geen hoofdstukken'}{waar}"


def show_book(uitkomst: Outcome) -> None:
    """Print what became of a book, on a line."""
    from reportgen.batch import Made

    waar = f"gemaakt in {uitkomst.pad}" if isinstance(uitkomst, Made) else "niet gemaakt"
    console().print(f"Boek {uitkomst.titel}: {waar}")


def show_json(inhoud: object) -> None:
    """Print one JSON value, for machines."""
    click.echo(json.dumps(inhoud, indent=2))


def with_progress(uitkomsten: Iterator[Outcome], aantal: int) -> Iterator[Outcome]:
    """Show a bar while chapters are made; nothing when no person is watching."""
    scherm = console(stderr=True)
    if not scherm.is_terminal or aantal < 2:  # noqa: PLR2004  one chapter needs no bar
        yield from uitkomsten
        return
    from rich.progress import track

    yield from track(uitkomsten, "Hoofdstukken maken", total=aantal, console=scherm, transient=True)


@contextmanager
def counting(wat: str, aantal: int) -> Iterator[Callable[[str], object]]:
    """Show a bar that goes on each time it is told of one more; nothing when nobody is watching."""
    scherm = console(stderr=True)
    if not scherm.is_terminal:
        yield lambda _: None
        return
    from rich.progress import Progress

    with Progress(console=scherm, transient=True) as balk:
        taak = balk.add_task(wat, total=aantal)
        yield lambda _: balk.advance(taak)


def outcome_dict(uitkomst: Outcome) -> dict[str, object]:
    """Give the plain form of an outcome."""
    pad = getattr(uitkomst, "pad", None)
    return {
        "nummer": uitkomst.nummer,
        "titel": uitkomst.titel,
        "outcome": type(uitkomst).__name__.lower(),
        "file": str(pad) if pad else None,
        "problems": [problem.to_dict() for problem in uitkomst.problems],
    }
