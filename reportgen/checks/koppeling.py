"""Which prestatie of the edition before is which of this one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from reportgen.checks.lopen import secties
from reportgen.checks.registry import Edities
from reportgen.editie import Overgang, moment, overgang
from reportgen.errors import Pad
from reportgen.model import Prestatie

_GEEN_LETTERS = re.compile(r"[\W_]+")


class Paar(NamedTuple):
    """A prestatie with its path, and what it was in the edition before."""

    pad: Pad
    nu: Prestatie
    vorig: Prestatie

    @property
    def hernummerd(self) -> bool:
        """Whether the number is another one than in the edition before."""
        return self.nu.nummer != self.vorig.nummer


class Koppeling(NamedTuple):
    """The pairs of two editions in the order of the data, and what stands in one of them only."""

    paren: tuple[Paar, ...]
    nieuw: tuple[tuple[Pad, Prestatie], ...]
    weg: tuple[Prestatie, ...]


def volgt(edities: Edities) -> Overgang | None:
    """Give what happens to the figures, where one edition follows the other at all."""
    if kale_titel(edities.nu.organisatie) != kale_titel(edities.vorig.organisatie):
        return None
    return overgang(moment(edities.vorig), moment(edities.nu))


def koppel(edities: Edities) -> Koppeling:
    """Pair the prestaties of two editions; one of the old may go on as several.

    By the old number that one names, by number and title together, by title, by number: in this
    order, so that a prestatie whose neighbours all moved up is not taken for its neighbour.
    """
    nu = dict(secties(edities.nu))
    vorig = {p.nummer: p for p in edities.vorig.prestaties}
    oud = {pad: nummer for pad, p in nu.items() if (nummer := _zeker(p, vorig))}
    for zoek in (_op_titel, _op_nummer):
        vergeven = set(oud.values())
        vrij = {nummer: p for nummer, p in vorig.items() if nummer not in vergeven}
        oud |= zoek({pad: p for pad, p in nu.items() if pad not in oud}, vrij)
    vergeven = set(oud.values())
    return Koppeling(
        tuple(Paar(pad, p, vorig[oud[pad]]) for pad, p in nu.items() if pad in oud),
        tuple((pad, p) for pad, p in nu.items() if pad not in oud),
        tuple(p for nummer, p in vorig.items() if nummer not in vergeven),
    )


def kale_titel(titel: str) -> str:
    """Give the letters of a title: capitals, spaces, dashes and quotes make no other one."""
    return _GEEN_LETTERS.sub("", titel).casefold()


def _zeker(prestatie: Prestatie, vorig: Mapping[str, Prestatie]) -> str:
    """Find what a prestatie says that it was, or what has its number and its title."""
    if prestatie.voorheen not in (None, prestatie.nummer) and prestatie.voorheen in vorig:
        return prestatie.voorheen
    zelfde = vorig.get(prestatie.nummer)
    if zelfde and kale_titel(zelfde.titel) == kale_titel(prestatie.titel):
        return zelfde.nummer
    return ""


def _op_titel(nu: Mapping[Pad, Prestatie], vrij: Mapping[str, Prestatie]) -> dict[Pad, str]:
    """Pair by title, where neither edition has it twice."""
    nu_titels = {pad: kale_titel(p.titel) for pad, p in nu.items()}
    oude_titels = {nummer: kale_titel(p.titel) for nummer, p in vrij.items()}
    telling, oude_telling = Counter(nu_titels.values()), Counter(oude_titels.values())
    nummers = {titel: nummer for nummer, titel in oude_titels.items()}
    return {
        pad: nummers[titel]
        for pad, titel in nu_titels.items()
        if telling[titel] == 1 and oude_telling[titel] == 1
    }


def _op_nummer(nu: Mapping[Pad, Prestatie], vrij: Mapping[str, Prestatie]) -> dict[Pad, str]:
    return {pad: p.nummer for pad, p in nu.items() if p.nummer in vrij}
