"""What a boekwerk puts on each sheet: rows of values, still those of the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reportgen.errors import Pad
from reportgen.model import Boekwerk, Onderdeel, Profiel, schrijf_getal
from reportgen.sources.getypt import zonder_grootboek
from reportgen.sources.profielen import load_profiel, profielnamen
from reportgen.sources.werkmap.bladen import LEEG, VOLGNUMMER, Bladsoort, bladen, labels
from reportgen.sources.werkmap.velden import Veld, mogelijk_leeg
from reportgen.sources.werkmap.woorden import Veldpad

GEEN = "(geen)"
"""Behind the name of a setting: a list without anything in it."""


@dataclass(frozen=True, slots=True)
class Rij:
    """A row: the path of its record in the boekwerk, and a value for each column."""

    pad: Pad
    waarden: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Inhoud:
    """What stands on a sheet."""

    kolommen: tuple[Veld, ...]
    rijen: tuple[Rij, ...]


@dataclass(frozen=True, slots=True)
class _Plek:
    """A record that other sheets refer to."""

    label: str
    pad: Pad
    record: Onderdeel


def inhoud(boekwerk: Boekwerk) -> dict[str, Inhoud]:
    """Give what stands on each sheet with a table, by its title; nothing of a ledger."""
    boekwerk = zonder_grootboek(boekwerk)
    plekken: dict[str, list[_Plek]] = {}
    gevuld: dict[str, Inhoud] = {}
    for blad in bladen(boekwerk.soort):
        ouders = plekken[blad.ouder.titel] if blad.ouder else [_Plek("", (), boekwerk)]
        onder = list(_onder(blad, ouders))
        namen = labels(getattr(kind.record, "nummer", "") for kind in onder)
        eigen = zip(namen, onder, strict=True)
        plekken[blad.titel] = [_Plek(naam, kind.pad, kind.record) for naam, kind in eigen]
        gevuld[blad.titel] = _inhoud(blad, onder)
    return gevuld


def volg(record: Any, pad: Veldpad) -> Any:  # noqa: ANN401  any field
    """Give what stands at a path; nothing where something on the way is not there."""
    for naam in pad:
        if record is None:
            return None
        record = getattr(record, naam)
    return record


def _onder(blad: Bladsoort, ouders: Sequence[_Plek]) -> Iterator[_Plek]:
    """Give the records of a sheet, each with the label of its parent."""
    for ouder in ouders:
        for nummer, record in enumerate(volg(ouder.record, blad.pad) or ()):
            yield _Plek(ouder.label, (*ouder.pad, *blad.pad, nummer), record)


def _inhoud(blad: Bladsoort, onder: Sequence[_Plek]) -> Inhoud:
    leeg = [_leeg(kind.record) for kind in onder]
    volgnummers = _volgnummers(onder) if blad.per else []
    extra = (LEEG,) * any(leeg) + (VOLGNUMMER,) * any(volgnummers)
    rijen: list[Rij] = []
    for plek, kind in enumerate(onder):
        achter = ((leeg[plek],) if any(leeg) else ()) + (
            (volgnummers[plek],) if any(volgnummers) else ()
        )
        voor = (kind.label,) if blad.sleutel else ()
        rijen += (Rij(kind.pad, (*voor, *w, *achter)) for w in _waarden(blad, kind.record))
    return Inhoud(blad.kolommen + extra, tuple(rijen))


def _waarden(blad: Bladsoort, record: Onderdeel) -> Iterator[tuple[Any, ...]]:
    """Give the rows of a record: one, or one for each record of the list inside it."""
    if not blad.per:
        yield tuple(volg(record, veld.pad) for veld in blad.velden)
        return
    for deel in getattr(record, blad.per) or (None,):
        yield tuple(
            volg(deel, veld.pad[1:]) if veld.pad[0] == blad.per else volg(record, veld.pad)
            for veld in blad.velden
        )


def _leeg(record: Onderdeel) -> tuple[str, ...]:
    """Name the records in a record that are there, and would not be when they were left out."""
    namen = [
        ".".join(pad)
        for pad in mogelijk_leeg(type(record))
        if (deel := volg(record, pad)) is not None and not _gevuld(deel)
    ]
    return tuple(n for n in namen if not any(ander.startswith(f"{n}.") for ander in namen))


def _gevuld(record: Onderdeel) -> bool:
    """Say whether anything in a record shows on a sheet."""
    waarden = (getattr(record, naam) for naam in type(record).model_fields)
    return any(_gevuld(w) if isinstance(w, Onderdeel) else w not in (None, ()) for w in waarden)


def _volgnummers(onder: Sequence[_Plek]) -> list[int | None]:
    """Number what would run together: records of one parent with the same number."""
    gelijk = [(kind.label, getattr(kind.record, "nummer", "")) for kind in onder]
    vaak = Counter(gelijk)
    gezien: Counter[tuple[str, str]] = Counter()
    nummers: list[int | None] = []
    for wie in gelijk:
        gezien[wie] += 1
        nummers.append(gezien[wie] if vaak[wie] > 1 else None)
    return nummers


def profielnaam(profiel: Profiel) -> str | None:
    """Give the name that says all there is to a profile; None where it takes settings."""
    if profiel.naam in profielnamen() and profiel == load_profiel(profiel.naam):
        return profiel.naam
    return None


def instellingen(profiel: Profiel) -> list[tuple[str, str]]:
    """Give the settings of a profile that differ from the standard, each by its path."""
    if profielnaam(profiel):
        return []
    return list(_plat(profiel.model_dump(exclude_defaults=True), ""))


def _plat(waarde: Any, naam: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401  plain data
    """Write plain data as names with values; the parts of a list are counted from 1."""
    delen: Mapping[Any, Any] = {}
    match waarde:
        case dict():
            delen = waarde
        case tuple() | list():
            delen = dict(enumerate(waarde, 1))
            if not delen:
                yield f"{naam} {GEEN}", ""
        case Decimal():
            yield naam, schrijf_getal(waarde)
        case _:
            yield naam, str(waarde)
    for sleutel, deel in delen.items():
        yield from _plat(deel, f"{naam}.{sleutel}" if naam else str(sleutel))
