r"""Markers (velden) that bind a figure to its text: `[bedrag lasten actueel]`.

Here is decided what is a marker and what only looks like one; what it stands for is looked up in
`financien`, and printed by `view`. A word that differs from a known one by a typing error counts
too, so that it is told and not printed. `\[bedrag …]` prints as it stands.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import get_args

from reportgen.model import BEKEND, Post

MET_RIJ = ("bedrag", "miljoen", "verschil", "percentage", "krediet")
"""The words that something follows: a row, a column, the name of a credit."""
LOS = ("jaar", "peildatum")
"""The words that stand alone; a year may be moved: `jaar-1`."""

VELD = re.compile(r"\[(?P<veld>[A-Za-z][^\[\]]{0,200})\](?!\()")
_LOS = re.compile(r"jaar(?: ?[+-] ?[0-9]{1,2})?|peildatum")
_LIJKT_OP = 0.8
_LIJKT_ALLEEN_OP = 0.85
_ARGUMENTEN = {
    *get_args(Post),
    *(kolom.naam for kolommen in BEKEND.values() for kolom in kolommen),
    *("geautoriseerd", "besteed", "restant", "verwacht", "boekwerk"),
}


def is_veld(inhoud: str) -> bool:
    """Say whether what stands between brackets is a marker, or was meant to be one."""
    woorden = inhoud.split()
    woord = woorden[0].lower()
    if woorden[0] in MET_RIJ or _LOS.fullmatch(" ".join(woorden)):
        return True
    if len(woorden) == 1:
        return bool(get_close_matches(woord, LOS, 1, _LIJKT_ALLEEN_OP))
    if _ARGUMENTEN.isdisjoint(map(str.lower, woorden)):
        return False
    return bool(get_close_matches(woord, MET_RIJ, 1, _LIJKT_OP))
