"""Editions after each other: which may follow which, and the next one made from this one."""

from reportgen.editie.overgang import (
    OVERGANGEN,
    Moment,
    Overgang,
    moment,
    overgang,
    stand,
    vervolgen,
)
from reportgen.editie.volgende import next_edition

__all__ = [
    "OVERGANGEN",
    "Moment",
    "Overgang",
    "moment",
    "next_edition",
    "overgang",
    "stand",
    "vervolgen",
]
