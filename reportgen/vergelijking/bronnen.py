"""Where documents come from: data as it is, a source, or Word that is read back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reportgen import reading
from reportgen.errors import DataError, Plaats, Problem, oorzaak
from reportgen.model import Boekwerk
from reportgen.sources import load

Bron = Boekwerk | str | Path


def is_word(bron: Bron) -> bool:
    """Say whether this is a Word document."""
    return not isinstance(bron, Boekwerk) and Path(bron).suffix.lower() == ".docx"


def lees(old: Bron, new: Bron) -> tuple[Boekwerk, Boekwerk]:
    """Read two documents; of a chapter in Word and a whole source, what is in both.

    Raises:
        DataError: with every problem of both.
    """
    problems: list[Problem] = []
    gelezen: list[Boekwerk] = []
    for bron in (old, new):
        try:
            boekwerk = bron if isinstance(bron, Boekwerk) else _gelezen(Path(bron))
            problems += _dubbel(boekwerk)
            gelezen.append(boekwerk)
        except DataError as fout:
            problems += fout.problems
    if problems:
        raise DataError(dict.fromkeys(problems))
    oud, nieuw = gelezen
    if is_word(old) == is_word(new):
        return oud, nieuw
    return (oud, _deel(nieuw, oud)) if is_word(old) else (_deel(oud, nieuw), nieuw)


def bytes_van(pad: Path) -> bytes:
    """Read a file.

    Raises:
        DataError: it cannot be read, with the reason.
    """
    try:
        return pad.read_bytes()
    except OSError as fout:
        wat = f"dit bestand kan niet worden gelezen ({oorzaak(fout)})"
        cure = "controleer de naam en de rechten"
        raise DataError([Problem("D1", "error", Plaats(pad.name), wat, cure)]) from None


def _gelezen(pad: Path) -> Boekwerk:
    return _uit_word(pad) if is_word(pad) else load(pad)


def _dubbel(boekwerk: Boekwerk) -> Iterator[Problem]:
    """Find numbers that come twice: which of the two is meant, nobody can say."""
    telling = Counter(prestatie.nummer for prestatie in boekwerk.prestaties)
    for nummer in (nummer for nummer, keer in telling.items() if keer > 1):
        wat = f"{boekwerk.profiel.niveau} {nummer} staat {telling[nummer]} keer in {boekwerk.titel}"
        yield Problem("S1", "error", Plaats(nummer=nummer), wat, "geef elk een eigen nummer")


def _uit_word(pad: Path) -> Boekwerk:
    """Read a chapter or a book back; the one place that asks the reader for it."""
    read = getattr(reading, "read", None)
    if read is None:
        wat = "een Word-bestand kan hier nog niet worden teruggelezen"
        cure = "geef de bron: een map, een .yaml- of .json-bestand of een Excel-werkmap"
        raise DataError([Problem("D1", "error", Plaats(pad.name), wat, cure)])
    gelezen: reading.Gelezen = read(bytes_van(pad))
    return gelezen.boekwerk


def _deel(heel: Boekwerk, hoofdstuk: Boekwerk) -> Boekwerk:
    """Leave out what a chapter is not about: it says nothing of the other prestaties."""
    nummers = {n for p in hoofdstuk.prestaties for n in (p.nummer, p.voorheen) if n}
    eigen = tuple(p for p in heel.prestaties if nummers & {p.nummer, p.voorheen})
    return heel.model_copy(update={"prestaties": eigen})
