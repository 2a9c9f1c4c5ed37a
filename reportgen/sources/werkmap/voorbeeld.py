"""The example row of an empty workbook: written, and known again so that it is not read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from reportgen.sources.werkmap.bladen import Bladsoort
from reportgen.sources.werkmap.inhoud import Rij
from reportgen.sources.werkmap.velden import Veld
from reportgen.sources.werkmap.woorden import LOS, Veldpad

_MERK = "Voorbeeld "
"""How the first cell begins: what is written over must lose it, or it is no number."""


def voorbeeldrij(blad: Bladsoort) -> Rij:
    """Give the example row of a sheet: what each column could hold, marked at its start."""
    eerste, *rest = blad.kolommen
    los = [f"{blad.pad[-1]}.{veld.naam}" in LOS for veld in rest]
    waarden = (None if weg else _waarde(veld) for veld, weg in zip(rest, los, strict=True))
    return Rij((), (f"{_MERK}{eerste.voorbeeld}", *waarden))


def is_voorbeeld(blad: Bladsoort, waarden: Mapping[Veldpad, Any]) -> bool:
    """Say whether a row that was read is the example, or what is left of it, and nothing else."""
    eerste, *rest = blad.kolommen
    if waarden.get(eerste.pad) != f"{_MERK}{eerste.voorbeeld}":
        return False
    verwacht = {veld.pad: veld.voorbeeld for veld in rest}
    over = {pad: waarde for pad, waarde in waarden.items() if pad != eerste.pad}
    return all(_als_tekst(waarde) == verwacht.get(pad) for pad, waarde in over.items())


def _als_tekst(waarde: Any) -> str:  # noqa: ANN401  plain data
    return ", ".join(waarde) if isinstance(waarde, list) else str(waarde)


def _waarde(veld: Veld) -> Any:  # noqa: ANN401  a value of the model
    match veld.soort:
        case "bedrag" | "mutatie" | "meetwaarde":
            return Decimal(veld.voorbeeld)
        case "datum":
            return date.fromisoformat(veld.voorbeeld)
        case "jaar" | "geheel":
            return int(veld.voorbeeld)
        case _:
            return veld.voorbeeld or None
