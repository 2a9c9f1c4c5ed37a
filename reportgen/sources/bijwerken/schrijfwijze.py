"""How a value is written where it comes to stand: on a line, between brackets, or as a block."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

from reportgen.model import schrijf_getal
from reportgen.sources.bijwerken.knopen import Knoop
from reportgen.sources.schrijven import BREED, kan_kaal, scalar, schrijf

_HAAKS = re.compile(r"[,\[\]{}]|:(?!//)")
"""What means something between brackets."""


def in_haken(waarde: Any, vorm: str = "", *, als_json: bool = False) -> str:  # noqa: ANN401  plain data
    """Write a value on one line, between the brackets of what it is part of.

    Args:
        waarde: the value.
        vorm: how the value was written that it replaces: its quote.
        als_json: whether it has to be JSON.
    """
    match waarde:
        case dict():
            velden = (
                f"{sleutel(naam, als_json=als_json)}: {in_haken(deel, als_json=als_json)}"
                for naam, deel in waarde.items()
            )
            return f"{{{', '.join(velden)}}}"
        case tuple() | list():
            return f"[{', '.join(in_haken(deel, als_json=als_json) for deel in waarde)}]"
        case _ if als_json:
            return _json(waarde, vorm)
        case str():
            return tekst(waarde, vorm, haaks=True)
        case _:
            return scalar(waarde)


def _json(waarde: Any, vorm: str) -> str:  # noqa: ANN401  a scalar of the data
    """Write a scalar as JSON: a number is one, to the last digit, unless it was a text."""
    kaal = isinstance(waarde, Decimal | int) and vorm != '"'
    return scalar(waarde) if kaal else json.dumps(_als_tekst(waarde), ensure_ascii=False)


def _als_tekst(waarde: object) -> str:
    return schrijf_getal(waarde) if isinstance(waarde, Decimal) else str(waarde)


def sleutel(naam: str, *, als_json: bool) -> str:
    """Write a key."""
    return json.dumps(naam) if als_json else naam


def tekst(waarde: str, vorm: str, *, haaks: bool = False) -> str:
    """Write a text on one line, with the quotes that stood there where they can hold it."""
    kaal = kan_kaal(waarde) and "\n" not in waarde and not (haaks and _HAAKS.search(waarde))
    if vorm == "'" and "\n" not in waarde:
        return "'" + waarde.replace("'", "''") + "'"
    if kaal and vorm != '"':
        return waarde
    return json.dumps(waarde, ensure_ascii=False)


def in_blok(waarde: Any, oud: Knoop | None = None) -> tuple[str, list[str]]:  # noqa: ANN401  idem
    """Give what stands behind a key, and the lines below it.

    Args:
        waarde: the value.
        oud: what stood there, which a person chose to write in its way.
    """
    if oud is None or oud.soort != "tekst" or not oud.inhoud:
        return _samengesteld(waarde, oud)
    if not isinstance(waarde, str):
        return schrijf(waarde)
    lang = len(waarde) > BREED and not kan_kaal(waarde)
    if oud.als_blok or "\n" in waarde or (lang and oud.vorm not in ('"', "'")):
        return "|", waarde.split("\n")
    return tekst(waarde, oud.vorm), []


def _samengesteld(waarde: Any, oud: Knoop | None) -> tuple[str, list[str]]:  # noqa: ANN401  idem
    """Write what takes the place of a list or a record, or of nothing."""
    if oud is not None and oud.tussen_haken and oud.eind - oud.begin > len("[]"):
        return in_haken(waarde), []
    return schrijf(waarde)
