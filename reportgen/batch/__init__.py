"""Many documents: each made or failed on its own, in order; one bad one never stops the others."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.batch.boeken import Opdracht, build_book, build_books, missing_of
from reportgen.batch.files import file_name, sync_folder, write_folder, write_whole
from reportgen.batch.outcome import Failed, Made, Outcome
from reportgen.documents import inspect_chapter, render
from reportgen.errors import ReportgenError
from reportgen.model import volgorde

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Prestatie
    from reportgen.word import Template

__all__ = [
    "Failed",
    "Made",
    "Opdracht",
    "Outcome",
    "build",
    "build_book",
    "build_books",
    "file_name",
    "missing_of",
    "write_folder",
    "write_whole",
]


def build(
    boekwerk: Boekwerk,
    out: str | Path,
    *,
    template: Template | None = None,
    only: Collection[str] = (),
) -> Iterator[Outcome]:
    """Make the chapters of a boekwerk in a folder, one file each, in the order of their numbers.

    Args:
        boekwerk: the data.
        out: the folder; made when it is not there.
        template: another template than the shipped one.
        only: numbers of the prestaties to make; all when empty.
    """
    map_ = Path(out)
    gebruikt: set[str] = set()
    for prestatie in sorted(boekwerk.prestaties, key=lambda p: volgorde(p.nummer)):
        if only and prestatie.nummer not in only:
            continue
        pad = map_ / _vrije_naam(prestatie, gebruikt)
        try:
            word = render(prestatie, boekwerk, template)
            problems = tuple(inspect_chapter(word, prestatie, boekwerk))
            write_whole(pad, word)
        except ReportgenError as fout:
            yield Failed(prestatie.nummer, prestatie.titel, fout.problems)
        else:
            yield Made(prestatie.nummer, prestatie.titel, pad, problems)
    sync_folder(map_)


def _vrije_naam(prestatie: Prestatie, gebruikt: set[str]) -> str:
    """Give a name that no other chapter of this batch has, in capitals or not."""
    naam = file_name(prestatie.nummer, prestatie.titel)
    volgnummer = 2
    while naam.casefold() in gebruikt:
        naam = file_name(prestatie.nummer, prestatie.titel, f" ({volgnummer}).docx")
        volgnummer += 1
    gebruikt.add(naam.casefold())
    return naam
