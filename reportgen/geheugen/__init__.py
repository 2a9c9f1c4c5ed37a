"""What a document remembers (geheugen): its exact data, as the text that travels inside it.

Documents writes it and reading reads it; neither knows the other. A document holds the head of its
boekwerk, its prestaties, and what made it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from reportgen.errors import DataError, Plaats, Problem
from reportgen.model import Boekwerk, Prestatie, schrijf_getal

if TYPE_CHECKING:
    from reportgen.model import Onderdeel

__all__ = ["NAAMRUIMTE", "Geheugen", "read_geheugen", "write_geheugen"]

NAAMRUIMTE = "urn:reportgen:gegevens:1"
"""The namespace that tells the part of a document that is ours; the number is its form."""


@dataclass(frozen=True, slots=True)
class Geheugen:
    """What a document remembers."""

    boekwerk: Boekwerk
    """The head, with the prestaties that the document holds."""
    sjabloon: str
    """The SHA-256 of the template."""
    versie: str


def write_geheugen(
    boekwerk: Boekwerk,
    prestaties: Sequence[Prestatie],
    herkomst: Mapping[str, str],
) -> str:
    """Write what a document remembers.

    Args:
        boekwerk: the document that the prestaties belong to.
        prestaties: those that are in it.
        herkomst: what made it: `versie`, and the hash of its template.
    """
    secties = ",".join(map(_kaal, prestaties))
    data = f'{{"boekwerk":{boekwerk.onthoud(_hoofd)},"prestaties":[{secties}]}}'
    kenmerk = hashlib.sha256(data.encode()).hexdigest()
    rest = json.dumps({**herkomst, "gegevens": kenmerk}, ensure_ascii=False)
    return f'{rest[:-1]}, "data": {data}}}'


def read_geheugen(tekst: str) -> Geheugen:
    """Read what a document remembers.

    Raises:
        DataError: somebody changed it, or a later version wrote it.
    """
    try:
        gelezen = json.loads(tekst)
        data = gelezen["data"]
        hoofd = {**data["boekwerk"], "prestaties": data["prestaties"]}
        return Geheugen(
            Boekwerk.model_validate(hoofd),
            sjabloon=str(gelezen["sjabloon"]),
            versie=str(gelezen["versie"]),
        )
    except (ValueError, TypeError, KeyError, ValidationError):
        wat = "de gegevens in dit document zijn beschadigd of van een andere versie van reportgen"
        cure = "gebruik het document zoals reportgen het maakte, of werk reportgen bij"
        raise DataError([Problem("R1", "error", Plaats(), wat, cure)]) from None


def _hoofd(boekwerk: Boekwerk) -> str:
    return _kaal(boekwerk, weg={"prestaties"})


def _kaal(onderdeel: Onderdeel, weg: set[str] | None = None) -> str:
    """Write a record as JSON; what is as it is by default is left out."""
    data = onderdeel.model_dump(exclude_defaults=True, exclude=weg)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=_plat)


def _plat(waarde: object) -> Any:  # noqa: ANN401  what JSON can hold
    if isinstance(waarde, Decimal):
        return schrijf_getal(waarde)
    if isinstance(waarde, date):
        return waarde.isoformat()
    raise TypeError(f"{type(waarde).__name__} hoort niet in de gegevens")
