"""Sign conventions: which amounts of a table print turned round, and which get a letter.

There is no national standard and provinces mix them. So figures come in one way (gross amounts,
saldo = baten − lasten, a verschil favourable when positive) and are turned here, when they print.
"""

from __future__ import annotations

from decimal import Decimal

from reportgen.model import GUNSTIG, Notatie, Teken, Tekens
from reportgen.notation.basis import cel, oordeel, parse_cel, parse_oordeel

_AFGELEID: frozenset[Teken] = frozenset({"saldo", "resultaat", "verschil"})
_OMGEKEERD: dict[Tekens, frozenset[Teken]] = {
    "V/N": frozenset(),
    "V/N overal": frozenset(),
    "plus is voordelig": frozenset(),
    "min is voordelig": _AFGELEID,
    "baten negatief": _AFGELEID | {"baten", "onttrekking"},
    "lasten negatief": frozenset({"lasten", "toevoeging"}),
}
"""What prints with the other sign, per convention."""
_STANDAARD = Notatie()


def geld(waarde: Decimal | None, wat: Teken, notatie: Notatie = _STANDAARD) -> str:
    """Print an amount of a table in the unit and the sign convention of the profile.

    Args:
        waarde: euros; None is not known.
        wat: what it is an amount of.
        notatie: the convention.
    """
    if waarde is None:
        return notatie.onbekend
    if met_letter(wat, notatie):
        kant = (waarde > 0) - (waarde < 0)
        return oordeel(abs(waarde), kant * _gunstig(wat), notatie)
    return cel(-waarde if wat in _OMGEKEERD[notatie.tekens] else waarde, notatie)


def parse_geld(tekst: str, wat: Teken, notatie: Notatie = _STANDAARD) -> Decimal | None:
    """Read an amount of a table back, in euros: the inverse of `geld`.

    Raises:
        DataError: the text is no figure in this notation.
    """
    if met_letter(wat, notatie):
        waarde, kant = parse_oordeel(tekst, notatie)
        return waarde and waarde * kant * _gunstig(wat)
    gelezen = parse_cel(tekst, notatie)
    return -gelezen if gelezen and wat in _OMGEKEERD[notatie.tekens] else gelezen


def met_letter(wat: Teken, notatie: Notatie = _STANDAARD) -> bool:
    """Say whether such an amount has a letter instead of a sign."""
    return notatie.tekens == "V/N overal" or (notatie.tekens == "V/N" and wat == "verschil")


def _gunstig(wat: Teken) -> int:
    return 1 if wat == "verschil" else GUNSTIG[wat]
