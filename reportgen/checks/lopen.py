"""Walking a boekwerk: every text in it, with its path."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.errors import Pad
from reportgen.model import Boekwerk, Onderdeel, Prestatie

_GEEN_TEKST = {
    "nummer",
    "voorheen",
    "url",
    "bestand",
    "soort",
    "status",
    "kleur",
    "profiel",
    "na_te_kijken",
}


def secties(boekwerk: Boekwerk) -> Iterator[tuple[Pad, Prestatie]]:
    """Give every prestatie with its path."""
    for plek, prestatie in enumerate(boekwerk.prestaties):
        yield ("prestaties", plek), prestatie


def teksten(onderdeel: Onderdeel, pad: Pad = ()) -> Iterator[tuple[Pad, str]]:
    """Give every text that a person wrote, with its path; codes, choices and settings are none."""
    for naam in type(onderdeel).model_fields:
        waarde = getattr(onderdeel, naam)
        if naam in _GEEN_TEKST or waarde is None:
            continue
        delen = waarde if isinstance(waarde, tuple) else (waarde,)
        for plek, deel in enumerate(delen):
            eigen = (*pad, naam, plek) if isinstance(waarde, tuple) else (*pad, naam)
            if isinstance(deel, Onderdeel):
                yield from teksten(deel, eigen)
            elif isinstance(deel, str):
                yield eigen, deel
