"""The JSON Schema of the data: what an editor completes and checks while a person types."""

from __future__ import annotations

from typing import Any

from reportgen.model.boekwerk import Boekwerk
from reportgen.model.onderdeel import Onderdeel
from reportgen.model.prestatie import Prestatie

_RECORDS: dict[str, type[Onderdeel]] = {"boekwerk": Boekwerk, "prestatie": Prestatie}


def schema(record: str = "boekwerk") -> dict[str, Any]:
    """Give the schema of `boekwerk.yaml` (or a whole boekwerk in one file), or of one prestatie."""
    ruw = _RECORDS[record].model_json_schema()
    kop = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": record.capitalize()}
    kaal: dict[str, Any] = _kaal(ruw, in_velden=False)
    return kop | kaal


def _kaal(deel: Any, *, in_velden: bool) -> Any:  # noqa: ANN401  JSON
    """Drop what a person who types data has no use for: made-up titles, English glosses."""
    if isinstance(deel, list):
        return [_kaal(onder, in_velden=False) for onder in deel]
    if not isinstance(deel, dict):
        return deel
    weg = set() if in_velden else {"title", "default"}
    if not in_velden and ("properties" in deel or "anyOf" in deel) and "default" not in deel:
        weg |= {"description"} if "properties" in deel else set()
    return {
        sleutel: _kaal(waarde, in_velden=sleutel in ("properties", "$defs"))
        for sleutel, waarde in deel.items()
        if sleutel not in weg
    }
