"""Sign conventions: which amounts of a table print turned round, and which get a letter.

There is no national standard and provinces mix them. So figures come in one way (gross amounts,
saldo = baten − lasten, a verschil favourable when positive) and are turned here, when they print.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from reportgen.model import GUNSTIG, Notatie, Teken, Tekens
from reportgen.notation.basis import bedrag, cel, oordeel, parse_bedrag, parse_cel, parse_oordeel

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
_NIHIL = "nihil"
_OORDELEN = {1: "voordelig", -1: "nadelig"}
_PRECIES = Context(prec=60)
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


def zoals_in_tabel(waarde: Decimal, wat: Teken, notatie: Notatie = _STANDAARD) -> Decimal:
    """Give an amount the sign that it has in the table, for a sentence that speaks of it.

    A verschil that has a letter there has no sign. Gross amounts never have one in a sentence: no
    one writes that lasten are € -1.000.
    """
    if wat == "verschil" and met_letter(wat, notatie):
        return abs(waarde)
    omgekeerd = wat in _OMGEKEERD[notatie.tekens] and wat in _AFGELEID
    return (-waarde if omgekeerd else waarde) + 0


def in_zin(waarde: Decimal, wat: Teken, notatie: Notatie = _STANDAARD) -> str:
    """Print an amount in running text, in whole euros, with the sign that the table gives it."""
    return bedrag(_heel(zoals_in_tabel(waarde, wat, notatie)), notatie)


def in_woorden(waarde: Decimal, notatie: Notatie = _STANDAARD) -> str:
    """Print a verschil in running text, in whole euros: `€ 15.000 voordelig`, `nihil`.

    Args:
        waarde: euros, favourable positive.
        notatie: how amounts are written.
    """
    rond = _heel(waarde)
    if not rond:
        return _NIHIL
    return f"{bedrag(abs(rond), notatie)} {_OORDELEN[1 if rond > 0 else -1]}"


def parse_in_woorden(tekst: str) -> Decimal:
    """Read a verschil in words back, in euros, favourable positive.

    Raises:
        DataError: the amount is none in Dutch notation.
    """
    if tekst == _NIHIL:
        return Decimal(0)
    euros, _, oordeel_ = tekst.rpartition(" ")
    return parse_bedrag(euros) * (1 if oordeel_ == _OORDELEN[1] else -1)


def met_letter(wat: Teken, notatie: Notatie = _STANDAARD) -> bool:
    """Say whether such an amount has a letter instead of a sign."""
    return notatie.tekens == "V/N overal" or (notatie.tekens == "V/N" and wat == "verschil")


def _gunstig(wat: Teken) -> int:
    return 1 if wat == "verschil" else GUNSTIG[wat]


def _heel(waarde: Decimal) -> Decimal:
    """Round to whole euros; minus zero is zero."""
    return waarde.quantize(Decimal(1), ROUND_HALF_UP, _PRECIES) or Decimal(0)
