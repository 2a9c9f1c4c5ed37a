"""Walking a boekwerk: its prestaties, what stands under what, and every text with its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.errors import Pad
from reportgen.financien import Afwijking, afwijkingen
from reportgen.model import Boekwerk, Onderdeel, Prestatie, Sleutel, boven

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


def met_afwijkingen(
    boekwerk: Boekwerk,
) -> Iterator[tuple[Pad, Prestatie, tuple[Afwijking, ...]]]:
    """Give every prestatie with how its money deviates from the budget, worked out once."""
    alle = boekwerk.onthoud(_afwijkingen)
    for (pad, prestatie), eigen in zip(secties(boekwerk), alle, strict=True):
        yield pad, prestatie, eigen


def _afwijkingen(boekwerk: Boekwerk) -> tuple[tuple[Afwijking, ...], ...]:
    geld = (prestatie.financien for prestatie in boekwerk.prestaties)
    return tuple(tuple(afwijkingen(deel, boekwerk.soort)) if deel else () for deel in geld)


def per_deel(delen: Mapping[Sleutel, str], nummers: Iterable[str]) -> dict[str, list[str]]:
    """Give the numbers that stand under each part of a tree, by the number of that part."""
    gevonden: dict[str, list[str]] = {}
    for nummer in nummers:
        for deel in boven(nummer, delen):
            gevonden.setdefault(deel, []).append(nummer)
    return gevonden


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
