"""Files become a boekwerk: a folder, YAML, JSON or Excel; every mistake at once, in Dutch."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from reportgen.errors import DataError, Plaats, Problem, oorzaak
from reportgen.model import Boekwerk, Prestatie
from reportgen.sources.lezen import LEZERS, SECTIES, WERKMAPPEN, Gelezen, lees, met_profiel
from reportgen.sources.naast import map_van
from reportgen.sources.profielen import load_profiel
from reportgen.sources.vertaling import vertaal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.model import Soort

__all__ = ["annotated_workbook", "load", "load_as", "load_partial", "load_profiel", "workbook"]

_ONLEESBAAR = "Deze prestatie kan niet worden gelezen"
_GEEN: Mapping[Path, str] = {}


def load(source: str | Path) -> Boekwerk:
    """Read a boekwerk from a folder (`boekwerk.yaml`, `prestaties/`), a YAML, JSON or Excel file.

    Where each value came from is kept in `Boekwerk.herkomst`, with what its reader remarked.

    Raises:
        DataError: with every problem of every file.
    """
    return load_as(source, {})


def load_as(source: str | Path, teksten: Mapping[Path, str], ruw: bytes | None = None) -> Boekwerk:
    """Read a boekwerk as `load` does, as if some of its files, or the workbook, held other things.

    Raises:
        DataError: with every problem of every file.
    """
    gelezen = _gelezen(source, teksten, ruw)
    _met_cijfers(gelezen, source)
    boekwerk, fout = _valideer(gelezen)
    problems = gelezen.problems + _vertaald(fout, gelezen)
    if boekwerk and not boekwerk.prestaties and not problems:
        cure = f"maak een map {SECTIES} met per prestatie een bestand, bijvoorbeeld 5.1.2.yaml"
        if gelezen.bladen:
            cure = "vul het blad Prestaties in; de voorbeeldrij telt niet mee"
        problems.append(_d1(gelezen.naam, "er staan geen prestaties in deze bron", cure))
    if boekwerk is None or any(problem.severity == "error" for problem in problems):
        raise DataError(_op_volgorde(problems, gelezen))
    return _met_herkomst(boekwerk, gelezen, problems)


def load_partial(source: str | Path) -> tuple[Boekwerk, list[Problem]]:
    """Read what can be read: a section that is wrong leaves its number and title.

    Returns:
        The boekwerk, and why the rest is not in it.

    Raises:
        DataError: the head of the boekwerk cannot be read, or the ledger of its figures.
    """
    gelezen = _gelezen(source)
    gelezen.problems = [_bij_sectie(problem, gelezen) for problem in gelezen.problems]
    if not _met_cijfers(gelezen, source):
        fout = _valideer(gelezen)[1]
        raise DataError(_op_volgorde(gelezen.problems + _vertaald(fout, gelezen), gelezen))
    boekwerk, fout = _valideer(gelezen)
    problems = _op_volgorde(gelezen.problems + _vertaald(fout, gelezen), gelezen)
    if boekwerk is None and fout is not None:
        for plek in {loc[1] for loc in _plaatsen(fout) if loc[0] == SECTIES and len(loc) > 1}:
            gelezen.data[SECTIES][plek] = _stomp(gelezen.data[SECTIES][plek])
        boekwerk, _ = _valideer(gelezen)
    if boekwerk is None:
        raise DataError(problems)
    fouten = [problem for problem in problems if problem.severity == "error"]
    return _met_herkomst(boekwerk, gelezen, problems), fouten


def workbook(boekwerk: Boekwerk | None = None, *, soort: Soort = "monitor") -> bytes:
    """Make the Excel workbook that `load` reads: of a boekwerk, or empty for a kind of document.

    Raises:
        DataError: a text is longer than a cell can hold.
    """
    from reportgen.sources.werkmap import workbook as maak

    return maak(boekwerk, soort)


def annotated_workbook(source: str | Path, problems: Sequence[Problem]) -> bytes:
    """Give a copy of a workbook with a note and a fill at each cell with a problem, and a list.

    Raises:
        DataError: the workbook cannot be copied.
    """
    from reportgen.sources.werkmap import annotated_workbook as maak

    return maak(Path(source), problems)


def _met_herkomst(boekwerk: Boekwerk, gelezen: Gelezen, problems: list[Problem]) -> Boekwerk:
    """Let a boekwerk know where it came from, and what its reader remarked."""
    waarschuwingen = [problem for problem in problems if problem.severity == "warning"]
    opmerkingen = [*gelezen.herkomst.opmerkingen, *waarschuwingen]
    volgorde_ = tuple(_op_volgorde(opmerkingen, gelezen))
    return boekwerk.met_herkomst(replace(gelezen.herkomst, opmerkingen=volgorde_))


def _gelezen(
    source: str | Path, teksten: Mapping[Path, str] = _GEEN, ruw: bytes | None = None
) -> Gelezen:
    pad = Path(source)
    try:
        if pad.suffix.lower() not in WERKMAPPEN or not pad.is_file():
            return lees(pad, teksten)
        from reportgen.sources.werkmap import lees_werkmap

        gelezen = lees_werkmap(pad, ruw)
        met_profiel(gelezen, pad.parent)
    except OSError as fout:
        cure = "controleer de rechten en de lengte van het pad"
        wat = f"deze bron kan niet worden gelezen ({oorzaak(fout)})"
        raise DataError([_d1(pad.name, wat, cure)]) from None
    return gelezen


def _met_cijfers(gelezen: Gelezen, source: str | Path) -> bool:
    """Read the ledgers that a source names, if any; say whether each could be read."""
    if not gelezen.data.get("cijfers"):
        return True
    from reportgen.sources.cijfers import haal_cijfers

    return haal_cijfers(gelezen, map_van(source))


def _valideer(gelezen: Gelezen) -> tuple[Boekwerk | None, ValidationError | None]:
    """Type the data."""
    try:
        soort = gelezen.data.get("soort")
        return Boekwerk.model_validate(gelezen.data, context={"soort": soort}), None
    except ValidationError as fout:
        return None, fout


def _vertaald(fout: ValidationError | None, gelezen: Gelezen) -> list[Problem]:
    """Say what the model objects to; nothing of a cell of which the reader said something."""
    problems = vertaal(fout, gelezen.herkomst, gelezen.sleutels) if fout else []
    return [problem for problem in problems if problem.where.cel not in gelezen.gemeld]


def _plaatsen(fout: ValidationError) -> list[tuple[Any, ...]]:
    return [detail["loc"] for detail in fout.errors(include_url=False) if detail["loc"]]


def _bij_sectie(problem: Problem, gelezen: Gelezen) -> Problem:
    """Let a file that could not be read at all be the section that its name says."""
    pad = PurePosixPath(problem.where.bestand)
    los = problem.where.bestand in gelezen.bestanden or pad.suffix.lower() not in LEZERS
    if los or pad.parent.name != SECTIES:
        return problem
    secties = gelezen.data.setdefault(SECTIES, [])
    stomp = _stomp({"nummer": pad.stem})
    if isinstance(secties, list) and stomp not in secties:
        secties.append(stomp)
    return replace(problem, where=replace(problem.where, nummer=stomp["nummer"]))


def _stomp(sectie: object) -> dict[str, str]:
    """Give what is left of a section that cannot be read: its number and title, if it has them."""
    ruw = sectie if isinstance(sectie, dict) else {}
    stomp = {"nummer": "0", "titel": _ONLEESBAAR}
    for naam in stomp:
        try:
            goed = Prestatie.model_validate({**stomp, naam: ruw.get(naam)})
        except ValidationError:
            continue
        stomp[naam] = getattr(goed, naam)
    return stomp


def _op_volgorde(problems: list[Problem], gelezen: Gelezen) -> list[Problem]:
    """Sort problems as a person works through them: file by file, from top to bottom."""
    rang = {naam: nummer for nummer, naam in enumerate(gelezen.bestanden)}
    bladen = {naam: nummer for nummer, naam in enumerate(gelezen.bladen)}

    def plek(problem: Problem) -> tuple[Any, ...]:
        waar = problem.where
        bestand = rang.get(waar.bestand, len(rang)), waar.bestand
        return *bestand, waar.regel or 0, waar.kolom or 0, *_cel(waar.cel or "", bladen)

    return sorted(problems, key=plek)


def _cel(cel: str, bladen: dict[str, int]) -> tuple[int, int, int, str]:
    """Give the place of a cell in a workbook: its sheet, its row, its column."""
    blad, _, adres = cel.rpartition("!")
    delen = re.fullmatch(r"([A-Z]+)([0-9]+)", adres)
    letters, rij = (delen[1], int(delen[2])) if delen else ("", 0)
    return bladen.get(blad, -1), rij, len(letters), letters


def _d1(naam: str, tekst: str, cure: str) -> Problem:
    return Problem("D1", "error", Plaats(naam), tekst, cure)
