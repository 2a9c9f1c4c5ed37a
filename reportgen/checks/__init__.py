"""The checks: what a controller would send back, found before the deadline."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reportgen.checks import (
    autorisatie,
    cijfers_in_tekst,
    druk,
    geld,
    grootboek,
    herzien,
    indicatoren,
    jaren_in_tekst,
    kleur,
    meerjarig,
    namen,
    opening,
    profiel,
    reserves,
    schrijfwijze,
    structuur,
    teksten,
    toegankelijkheid,
    velden,
    voortgang,
    vorige,
    wijzigingen,
)
from reportgen.checks.registry import (
    DATA_RULES,
    EDITION_RULES,
    OUTLINE_RULES,
    PRINTED_RULES,
    Edities,
    Gedrukt,
    Geldtabel,
    applied,
    catalogue,
    ernst_van,
    plaats_in,
)
from reportgen.errors import Pad, Plaats, Problem, pad_text
from reportgen.model import volgorde

if TYPE_CHECKING:
    from reportgen.model import Boekwerk
    from reportgen.tags import Outline

__all__ = [
    "Gedrukt",
    "Geldtabel",
    "applied",
    "catalogue",
    "check",
    "check_outline",
    "check_printed",
]

ROOMS = (
    autorisatie,
    cijfers_in_tekst,
    druk,
    geld,
    grootboek,
    herzien,
    indicatoren,
    jaren_in_tekst,
    kleur,
    meerjarig,
    namen,
    opening,
    profiel,
    reserves,
    schrijfwijze,
    structuur,
    teksten,
    toegankelijkheid,
    velden,
    voortgang,
    vorige,
    wijzigingen,
)
"""Importing a room registers its rules."""


def check(boekwerk: Boekwerk, previous: Boekwerk | None = None) -> list[Problem]:
    """Hold a boekwerk against every rule about data; the problems in the order of the source.

    What its reader remarked comes with them.

    Args:
        boekwerk: the edition to check.
        previous: the edition before it, for the rules that compare the two (F4, S4, T6).
    """
    plaats, ernst = partial(plaats_in, boekwerk), ernst_van(boekwerk)
    problems = list(boekwerk.herkomst.opmerkingen)
    problems += DATA_RULES.problems(boekwerk, plaats, ernst)
    if previous is not None:
        problems += EDITION_RULES.problems(Edities(boekwerk, previous), plaats, ernst)
    return sorted(problems, key=lambda p: (volgorde(p.where.nummer), p.where.regel or 0))


def check_outline(outline: Outline, nummer: str = "") -> list[Problem]:
    """Hold a finished document, whatever it is about, against the rules of accessibility."""
    return list(OUTLINE_RULES.problems(outline, partial(_in_druk, nummer), {}))


def check_printed(gedrukt: Gedrukt) -> list[Problem]:
    """Hold a finished chapter against every rule about documents, and beside its data."""
    boekwerk = gedrukt.boekwerk
    plaats, ernst = partial(_in_druk, gedrukt.prestatie.nummer), ernst_van(boekwerk)
    problems = list(OUTLINE_RULES.problems(gedrukt.outline, plaats, ernst))
    return problems + list(PRINTED_RULES.problems(gedrukt, plaats, ernst))


def _in_druk(nummer: str, pad: Pad) -> Plaats:
    return Plaats(nummer=nummer, pad=pad_text(pad))
