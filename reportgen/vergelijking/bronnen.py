"""Where documents come from: data as it is, a source, or Word that is read back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from reportgen import reading
from reportgen.errors import DataError, Plaats, Problem
from reportgen.model import Boekwerk
from reportgen.sources import load

Bron = Boekwerk | str | Path
_LOS = "R4"
"""Text of a Word document that found no place in the data."""


class Gelezen(NamedTuple):
    """A document that was read, and what its reader has to say."""

    boekwerk: Boekwerk
    problems: tuple[Problem, ...] = ()


class Paar(NamedTuple):
    """Both documents, and what their readers have to say."""

    oud: Boekwerk
    nieuw: Boekwerk
    problems: tuple[Problem, ...] = ()


def is_word(bron: Bron) -> bool:
    """Say whether this is a Word document."""
    return not isinstance(bron, Boekwerk) and Path(bron).suffix.lower() == ".docx"


def lees(old: Bron, new: Bron) -> Paar:
    """Read two documents; of a chapter in Word and a whole source, what is in both.

    Raises:
        DataError: with every problem of both.
    """
    fouten: list[Problem] = []
    gelezen: list[Gelezen] = []
    for bron in (old, new):
        try:
            een = Gelezen(bron) if isinstance(bron, Boekwerk) else _gelezen(Path(bron))
            fouten += _dubbel(een.boekwerk)
            gelezen.append(een)
        except DataError as fout:
            fouten += fout.problems
    if fouten:
        raise DataError(dict.fromkeys(fouten))
    (oud, toen), (nieuw, nu) = gelezen
    if is_word(old) != is_word(new):
        oud, nieuw = (oud, _deel(nieuw, oud)) if is_word(old) else (_deel(oud, nieuw), nieuw)
    return Paar(oud, nieuw, (*toen, *nu))


def _gelezen(pad: Path) -> Gelezen:
    return _uit_word(pad) if is_word(pad) else Gelezen(load(pad))


def _dubbel(boekwerk: Boekwerk) -> Iterator[Problem]:
    """Find numbers that come twice: which of the two is meant, nobody can say."""
    telling = Counter(prestatie.nummer for prestatie in boekwerk.prestaties)
    for nummer in (nummer for nummer, keer in telling.items() if keer > 1):
        wat = f"{boekwerk.profiel.niveau} {nummer} staat {telling[nummer]} keer in {boekwerk.titel}"
        yield Problem("S1", "error", Plaats(nummer=nummer), wat, "geef elk een eigen nummer")


def _uit_word(pad: Path) -> Gelezen:
    """Read a chapter or a book back that carries its data; what is printed is too coarse for it.

    Figures of another would be those of the page: a rounded one is no mutation.
    """
    word = reading.bytes_of(pad)
    if not reading.carries_data(word, pad.name):
        wat = "dit Word-bestand heeft geen gegevens bij zich, en print afgeronde bedragen"
        cure = f"vergelijk het met zijn bron: reportgen read {pad.name} --against SOURCE"
        raise DataError([Problem("R1", "error", Plaats(pad.name), wat, cure)])
    return van_lezer(reading.read(word, bestand=pad.name), pad.name)


def van_lezer(gelezen: reading.Gelezen, bestand: str) -> Gelezen:
    """Take what was read from a Word document, with what found no place in it as a warning."""
    cure = "deze tekst is niet vergeleken; zet hem in de data als hij daar hoort"
    los = (
        Problem(
            _LOS,
            "warning",
            Plaats(bestand, plek=deel.plek, nummer=deel.nummer),
            f"geen plaats in de data voor: ‘{deel.tekst}’",
            cure,
        )
        for deel in gelezen.los
    )
    eigen = (replace(p, where=replace(p.where, bestand=bestand)) for p in gelezen.problems)
    return Gelezen(gelezen.boekwerk, (*eigen, *los))


def _deel(heel: Boekwerk, hoofdstuk: Boekwerk) -> Boekwerk:
    """Leave out what a chapter is not about: it says nothing of the other prestaties."""
    nummers = {n for p in hoofdstuk.prestaties for n in (p.nummer, p.voorheen) if n}
    eigen = tuple(p for p in heel.prestaties if nummers & {p.nummer, p.voorheen})
    return heel.model_copy(update={"prestaties": eigen})
