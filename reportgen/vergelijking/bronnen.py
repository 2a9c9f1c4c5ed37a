"""Where documents come from: data as it is, a source, or Word that is read back."""

from __future__ import annotations

from pathlib import Path

from reportgen.errors import DataError, Problem
from reportgen.model import Boekwerk
from reportgen.sources import load

Bron = Boekwerk | str | Path


def lees(old: Bron, new: Bron) -> tuple[Boekwerk, Boekwerk]:
    """Read two documents.

    Raises:
        DataError: with every problem of both.
    """
    problems: list[Problem] = []
    gelezen: list[Boekwerk] = []
    for bron in (old, new):
        try:
            gelezen.append(bron if isinstance(bron, Boekwerk) else _gelezen(Path(bron)))
        except DataError as fout:
            problems += fout.problems
    if problems:
        raise DataError(dict.fromkeys(problems))
    oud, nieuw = gelezen
    return oud, nieuw


def _gelezen(pad: Path) -> Boekwerk:
    """Read a source."""
    return load(pad)
