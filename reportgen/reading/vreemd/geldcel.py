"""The unit and the cells of a table of money, read strictly."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen import notation
from reportgen.errors import DataError
from reportgen.notation import HARDE_SPATIE

if TYPE_CHECKING:
    from reportgen.model import Eenheid, Notatie, Teken

_EENHEDEN: tuple[tuple[Eenheid, re.Pattern[str]], ...] = (
    (
        "miljoen",
        re.compile(
            r"(?:x|in|×)?\s*(?:€|euro)?\s*(?:1\s*(?:miljoen|mln)|1\.000\.000)\b|in miljoenen"
        ),
    ),
    (
        "duizend",
        re.compile(r"[x×]\s*(?:€|euro)?\s*(?:1\.000|1000|duizend)\b|in duizenden|€\s*1\.000\b|k€"),
    ),
    ("euro", re.compile(r"in\s+(?:hele\s+)?(?:euro|€)|[x×]\s*€\s*1(?![.\d])")),
)
"""How a table says in what its amounts are, the largest first."""
_TEKENS = re.compile(r"\(?\b(?:bedragen\s*)?[x×]?\s*(?:€|in )[^()]*\)?\s*$")
_NUL = ("-", "–", "—", "−", "€ -", "€ –", "0", "nihil")
_MIN = re.compile(r"^(?:-/-|[-−–])\s*(?=[0-9€])")
_LETTER = re.compile(r"(.*[0-9])\s*([VN])")


def lees_eenheid(*teksten: str) -> Eenheid | None:
    """Find the unit in the first of some texts that has one: `x € 1.000`."""
    for tekst in teksten:
        gewoon = tekst.replace(HARDE_SPATIE, " ").casefold()
        for eenheid, patroon in _EENHEDEN:
            if patroon.search(gewoon):
                return eenheid
    return None


def zonder_eenheid(tekst: str) -> str:
    """Give a heading without the unit behind it."""
    return _TEKENS.sub("", tekst).strip()


def lees_cel(tekst: str, wat: Teken, notatie: Notatie) -> Decimal | None:
    """Read a cell as euros; nothing, or the word for it, is not known.

    Raises:
        DataError: the text is no figure in this notation.
    """
    tekst = tekst.strip()
    if tekst in ("", notatie.onbekend):
        return None
    if tekst in _NUL or tekst == notatie.nul:
        return Decimal(0)
    try:
        return notation.parse_geld(tekst, wat, notatie)
    except DataError:
        return notation.parse_geld(_net(tekst, notatie), wat, _met_letters(tekst, wat, notatie))


def _net(tekst: str, notatie: Notatie) -> str:
    """Write a cell as the profile would: its minus, no € and no spaces around it."""
    gewoon = " ".join(tekst.replace(HARDE_SPATIE, " ").split())
    min_ = bool(_MIN.match(gewoon))
    gewoon = _MIN.sub("", gewoon).removeprefix("€").strip()
    if treffer := _LETTER.fullmatch(gewoon):
        letter = notatie.voordelig if treffer[2] == "V" else notatie.nadelig
        gewoon = f"{treffer[1]}{HARDE_SPATIE}{letter}"
    return f"{notatie.min}{gewoon}" if min_ else gewoon


def _met_letters(tekst: str, wat: Teken, notatie: Notatie) -> Notatie:
    """Give a notation with letters for a verschil that has one, whatever the profile does now."""
    heeft = bool(_LETTER.fullmatch(tekst.strip()))
    if wat == "verschil" and heeft and not notation.met_letter(wat, notatie):
        return notatie.model_copy(update={"tekens": "V/N"})
    return notatie


def stap(notatie: Notatie) -> Decimal:
    """Give the smallest amount that a table can show, in euros."""
    if notatie.eenheid == "miljoen":
        return Decimal(1).scaleb(6 - notatie.miljoen_decimalen)
    return Decimal(1000 if notatie.eenheid == "duizend" else 1)
