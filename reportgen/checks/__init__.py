"""The checks: what a controller would send back, found before the deadline."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reportgen.checks import structuur, teksten, toegankelijkheid, voortgang
from reportgen.checks.registry import DATA_RULES, OUTLINE_RULES, plaats_in
from reportgen.errors import Pad, Plaats, Problem, pad_text
from reportgen.model import volgorde

if TYPE_CHECKING:
    from reportgen.model import Boekwerk
    from reportgen.tags import Outline

__all__ = ["DATA_RULES", "OUTLINE_RULES", "check", "check_outline"]

ROOMS = (structuur, voortgang, teksten, toegankelijkheid)
"""Importing a room registers its rules."""


def check(boekwerk: Boekwerk) -> list[Problem]:
    """Hold a boekwerk against every rule about data; the problems in the order of the source."""
    plaats = partial(plaats_in, boekwerk)
    problems = [p for rule in DATA_RULES.values() for p in rule.problems(boekwerk, plaats)]
    return sorted(problems, key=lambda p: (volgorde(p.where.nummer), p.where.regel or 0))


def check_outline(outline: Outline, nummer: str = "") -> list[Problem]:
    """Hold a finished document against every rule about accessibility."""

    def plaats(pad: Pad) -> Plaats:
        return Plaats(nummer=nummer, pad=pad_text(pad))

    return [p for rule in OUTLINE_RULES.values() for p in rule.problems(outline, plaats)]
