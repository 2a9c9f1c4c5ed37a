"""What a table style makes of the rows of a table, as far as a reader can be sure of it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reportgen.word.shades import LEEG, Vorm, first_of, unsure
from reportgen.word.stylesheet import HEEL, Stijlblad
from reportgen.word.xml import value, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LOOK = w("tblLook")
_EERSTE = "firstRow"
_HOEKEN = ("nwCell", "neCell", "swCell", "seCell")
_SCHAKELAARS = {
    _EERSTE: ("firstRow", 0x20),
    "lastRow": ("lastRow", 0x40),
    "firstCol": ("firstColumn", 0x80),
    "lastCol": ("lastColumn", 0x100),
    **dict.fromkeys(("band1Horz", "band2Horz"), ("noHBand", 0x200)),
    **dict.fromkeys(("band1Vert", "band2Vert"), ("noVBand", 0x400)),
}
"""By which attribute, or bit, a table uses a part of its style. Source: ECMA-376 17.4.55."""

Look = tuple[tuple[str, str], ...]
"""The attributes of a `w:tblLook`."""


class Rijen(NamedTuple):
    """What a table style makes of the first row, of header rows after it, and of all others."""

    eerste: Vorm = LEEG
    kop: Vorm = LEEG
    rest: Vorm = LEEG


def rows_of(tblpr: Element | None, blad: Stijlblad) -> Rijen:
    """Say what the style of a table makes of its rows, by the properties of the table."""
    stijl = blad.known("" if tblpr is None else value(tblpr, "tblStyle"), "table")
    look = None if tblpr is None else tblpr.find(_LOOK)
    return _row_forms(blad, stijl, None if look is None else tuple(look.attrib.items()))


@lru_cache(maxsize=128)
def _row_forms(blad: Stijlblad, stijl: str, look: Look | None) -> Rijen:
    """Say what a style makes of the rows of a table; what is unsure in it is unknown.

    Whether header rows after the first one look like it, the standard leaves open.
    """
    delen = {d: vorm for d, vorm in blad.vormen.get(stijl, {}).items() if _applies(d, look)}
    heel, eerste = delen.pop(HEEL, LEEG), delen.pop(_EERSTE, LEEG)
    hoeken = unsure(vorm for deel, vorm in delen.items() if deel in _HOEKEN)
    rest = first_of((unsure(delen.values()), heel))
    kop = first_of((unsure([eerste]), rest))
    return Rijen(kop if look is None else first_of((hoeken, eerste, rest)), kop, rest)


def _applies(deel: str, look: Look | None) -> bool:
    """Say whether a table uses a part of its style, or may use it."""
    if look is None or deel not in _SCHAKELAARS:
        return True
    naam, bit = _SCHAKELAARS[deel]
    waarden = dict(look)
    eigen = waarden.get(w(naam))
    aan = _mask(waarden.get(w("val"), "")) & bit if eigen is None else eigen in ("1", "true", "on")
    return bool(aan) is not naam.startswith("no")


def _mask(waarde: str) -> int:
    try:
        return int(waarde, 16)
    except ValueError:  # a file that somebody made by hand
        return 0
