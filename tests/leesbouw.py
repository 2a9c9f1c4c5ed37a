"""Documents that came back (gelezen), made by hand: what was printed, with edits put into it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bouwstenen import als_data

from reportgen.model import Boekwerk, Prestatie
from reportgen.reading import Bewerking, Drieweg, Gelezen, Oordeel

Pad = tuple[str | int, ...]
WEG = object()
"""Taken away."""


def met(boekwerk: Boekwerk, edits: Mapping[Any, Any], plek: int = 0) -> Boekwerk:
    """Put values at paths of one prestatie; at a position behind the last one, add an item."""
    data = als_data(boekwerk.prestaties[plek])
    for pad, waarde in edits.items():
        _zet(data, pad, waarde)
    secties = list(boekwerk.prestaties)
    secties[plek] = Prestatie.model_validate(data)
    nieuw = boekwerk.model_copy(update={"prestaties": tuple(secties)})
    return nieuw.met_herkomst(boekwerk.herkomst)


def _zet(data: Any, pad: Pad, waarde: Any) -> None:  # noqa: ANN401  plain data
    *ouders, laatste = pad
    for deel in ouders:
        data = data.setdefault(deel, {}) if isinstance(data, dict) else data[deel]
    if waarde is WEG:
        del data[laatste]
    elif isinstance(data, list) and laatste == len(data):
        data.append(waarde)
    else:
        data[laatste] = waarde


def terug(
    gedrukt: Boekwerk, edits: Mapping[Any, Any], *, sporen: Sequence[Bewerking] = ()
) -> Gelezen:
    """Give a chapter that came back with these edits, and tracks of who did what."""
    return Gelezen(met(gedrukt, edits), gedrukt, tuple(sporen))


def oordelen(drieweg: Drieweg, *standen: str) -> list[str]:
    """Tell verdicts on a line each: how it stands, where, was → wordt / data."""
    return [_regel(o) for o in drieweg.oordelen if o.stand in (standen or ("word",))]


def _regel(oordeel: Oordeel) -> str:
    pad = ".".join(map(str, oordeel.pad))
    waarden = f"{oordeel.gedrukt} → {oordeel.word} / {oordeel.data}"
    return f"{oordeel.stand} {pad}: {waarden}{f' ({oordeel.waarom})' if oordeel.waarom else ''}"
