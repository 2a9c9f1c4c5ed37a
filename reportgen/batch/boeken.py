"""Books on the disk: one of a whole boekwerk, or one for each kerntaak; each made or failed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.batch.files import file_name, sync_folder, write_whole
from reportgen.batch.outcome import Failed, Made, Outcome
from reportgen.documents import book, inspect, per_kerntaak
from reportgen.errors import ReportgenError

if TYPE_CHECKING:
    from reportgen.errors import Problem
    from reportgen.model import Boekwerk
    from reportgen.word import Appendix, Template

Stap = Callable[[bytes], bytes]
"""Something that happens to a finished book before it is written: page numbers."""


@dataclass(frozen=True, slots=True)
class Opdracht:
    """How books are made."""

    template: Template | None = None
    missing: Mapping[str, Sequence[str]] | None = None
    """The prestaties that cannot be in it yet, by number, each with what is wrong."""
    done: Callable[[str], object] | None = None
    """Is told the number of each section as it goes in."""
    appendices: Sequence[Appendix] = ()
    """What stands behind a book of everything; one of a kerntaak goes without."""
    steps: Sequence[Stap] = ()


def build_book(boekwerk: Boekwerk, out: str | Path, opdracht: Opdracht) -> Outcome:
    """Make the book of a boekwerk in a file."""
    return _maak(boekwerk, "", Path(out), opdracht)


def build_books(boekwerk: Boekwerk, out: str | Path, opdracht: Opdracht) -> Iterator[Outcome]:
    """Make a book for each kerntaak that has prestaties, in a folder."""
    map_ = Path(out)
    for kern, deel in per_kerntaak(boekwerk):
        pad = map_ / file_name(kern.nummer, kern.titel)
        yield _maak(deel, kern.nummer, pad, opdracht)
    sync_folder(map_)


def missing_of(boekwerk: Boekwerk, problems: Sequence[Problem]) -> dict[str, list[str]]:
    """Give the prestaties with errors, by number, each with what is wrong and what to do."""
    bekend = {prestatie.nummer for prestatie in boekwerk.prestaties}
    gevonden: dict[str, list[str]] = {}
    for problem in problems:
        if problem.severity == "error" and problem.where.nummer in bekend:
            hint = f" ({problem.hint})" if problem.hint else ""
            tekst = f"{problem.rule}: {problem.message}{hint}"
            gevonden.setdefault(problem.where.nummer, []).append(tekst)
    return gevonden


def _maak(boekwerk: Boekwerk, nummer: str, pad: Path, opdracht: Opdracht) -> Outcome:
    titel = boekwerk.titel if not nummer else boekwerk.kerntaken[0].titel
    try:
        word = book(
            boekwerk,
            opdracht.template,
            missing=opdracht.missing,
            done=opdracht.done,
            appendices=() if nummer else opdracht.appendices,
        )
        for stap in opdracht.steps:
            word = stap(word)
        problems = tuple(inspect(word, nummer))
        write_whole(pad, word)
    except ReportgenError as fout:
        return Failed(nummer, titel, fout.problems)
    return Made(nummer, titel, pad, problems)
