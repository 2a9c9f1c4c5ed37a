"""Figures from elsewhere: what a source says under `cijfers` is read and put in its place.

csv_bron | excel | database   rows as they are, each with its number
tabel                         what stands under the headings that were asked for
posten                        rows add up: prestatie, regel, column → a sum and its rows
plaatsen                      sums go to their place in the data, and are remembered as facts
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pydantic import ValidationError

from reportgen.errors import DataError, Problem
from reportgen.model import KOLOMMEN, Cijfers
from reportgen.model.cijfers import EXCEL, SQLITE
from reportgen.sources.cijfers.csv_bron import lees_csv
from reportgen.sources.cijfers.opgave import Opgave
from reportgen.sources.cijfers.plaatsen import Plaatser
from reportgen.sources.cijfers.posten import posten_van
from reportgen.sources.cijfers.tabel import Ruw, rijen_van

if TYPE_CHECKING:
    from reportgen.sources.lezen import Gelezen

__all__ = ["haal_cijfers"]


def haal_cijfers(gelezen: Gelezen, map_: Path) -> bool:
    """Read every ledger that a source names, and put its figures where they belong.

    What is wrong with rows becomes a problem of the source, as does what is wrong with a ledger.

    Args:
        gelezen: the source as it was read; its figures and their places are added.
        map_: the folder of the source.

    Returns:
        Whether every ledger could be read, were it with mistakes in some of its rows.
    """
    _als_lijst(gelezen)
    plaatser = Plaatser(gelezen)
    eerder = len(gelezen.problems)
    gelukt = [_lees(opgave, plaatser, gelezen.problems) for opgave in _opgaven(gelezen, map_)]
    gelezen.problems += plaatser.problems
    if all(gelukt) and len(gelezen.problems) == eerder:  # else what is missing was not read
        gelezen.problems += plaatser.zonder_bedragen()
    gelezen.herkomst = plaatser.herkomst
    return all(gelukt)


def _als_lijst(gelezen: Gelezen) -> None:
    """Let one ledger be a list of one, with its places."""
    ruw = gelezen.data["cijfers"]
    if not isinstance(ruw, dict):
        return
    gelezen.data["cijfers"] = [ruw]
    for naam in ("herkomst", "sleutels"):
        oud = getattr(gelezen, naam)
        eronder = {p[1:]: plek for p, plek in oud.plaatsen.items() if p[:1] == ("cijfers",)}
        setattr(gelezen, naam, oud.onder(eronder, ("cijfers", 0)))


def _opgaven(gelezen: Gelezen, map_: Path) -> Iterator[Opgave | None]:
    """Give every ledger that is named as it should be; None for one that the model refuses."""
    soort, lijst = gelezen.data.get("soort"), gelezen.data["cijfers"]
    for plek, ruw in enumerate(lijst if isinstance(lijst, list) else [None]):
        if not (isinstance(soort, str) and soort in KOLOMMEN and isinstance(ruw, dict)):
            yield None
            continue
        try:
            cijfers = Cijfers.model_validate(ruw, context={"soort": soort})
        except ValidationError:  # told when the whole is typed, with its place
            yield None
        else:
            yield Opgave(cijfers, map_, gelezen.herkomst, ("cijfers", plek))


def _lees(opgave: Opgave | None, plaatser: Plaatser, problems: list[Problem]) -> bool:
    """Read one ledger; say whether it could be read."""
    if opgave is None:
        return False
    try:
        rijen = rijen_van(_ruw(opgave), opgave.cijfers)
    except DataError as fout:
        problems += fout.problems
        return False
    posten = posten_van(rijen, opgave.cijfers, plaatser.bekend)
    problems += posten.problems
    plaatser.plaats(opgave.naam, posten)
    plaatser.opmerkingen += [*opgave.opmerkingen, *posten.opmerkingen]
    return posten.bruikbaar


def _ruw(opgave: Opgave) -> Iterator[Ruw]:
    cijfers = opgave.cijfers
    eind = PurePosixPath(cijfers.bestand or "").suffix.lower()
    if cijfers.url is not None or eind in SQLITE:
        from reportgen.sources.cijfers.database import lees_query

        return lees_query(opgave)
    if eind in EXCEL:
        from reportgen.sources.cijfers.excel import lees_excel

        return lees_excel(opgave)
    return lees_csv(opgave)
