"""Files become a boekwerk: a folder, one YAML or one JSON file; every mistake at once, in Dutch."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from reportgen.errors import DataError, Plaats, Problem, oorzaak
from reportgen.model import Boekwerk, Prestatie
from reportgen.sources.lezen import LEZERS, SECTIES, Gelezen, lees
from reportgen.sources.naast import map_van
from reportgen.sources.profielen import load_profiel
from reportgen.sources.vertaling import vertaal

__all__ = ["load", "load_partial", "load_profiel"]

_ONLEESBAAR = "Deze prestatie kan niet worden gelezen"


def load(source: str | Path) -> Boekwerk:
    """Read a boekwerk from a folder (`boekwerk.yaml` and `prestaties/`), a YAML or a JSON file.

    Where each value came from is kept in `Boekwerk.herkomst`.

    Raises:
        DataError: with every problem of every file.
    """
    gelezen = _gelezen(source)
    _met_cijfers(gelezen, source)
    boekwerk, fout = _valideer(gelezen)
    problems = gelezen.problems + _vertaald(fout, gelezen)
    if boekwerk and not boekwerk.prestaties and not problems:
        cure = f"maak een map {SECTIES} met per prestatie een bestand, bijvoorbeeld 5.1.2.yaml"
        problems.append(_d1(gelezen.naam, "er staan geen prestaties in deze bron", cure))
    if problems or boekwerk is None:
        raise DataError(_op_volgorde(problems, gelezen.bestanden))
    return boekwerk.met_herkomst(gelezen.herkomst)


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
        raise DataError(
            _op_volgorde(gelezen.problems + _vertaald(fout, gelezen), gelezen.bestanden)
        )
    boekwerk, fout = _valideer(gelezen)
    problems = _op_volgorde(gelezen.problems + _vertaald(fout, gelezen), gelezen.bestanden)
    if boekwerk is None and fout is not None:
        for plek in {loc[1] for loc in _plaatsen(fout) if loc[0] == SECTIES and len(loc) > 1}:
            gelezen.data[SECTIES][plek] = _stomp(gelezen.data[SECTIES][plek])
        boekwerk, _ = _valideer(gelezen)
    if boekwerk is None:
        raise DataError(problems)
    return boekwerk.met_herkomst(gelezen.herkomst), problems


def _gelezen(source: str | Path) -> Gelezen:
    try:
        return lees(Path(source))
    except OSError as fout:
        cure = "controleer de rechten en de lengte van het pad"
        wat = f"deze bron kan niet worden gelezen ({oorzaak(fout)})"
        raise DataError([_d1(Path(source).name, wat, cure)]) from None


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
    return vertaal(fout, gelezen.herkomst, gelezen.sleutels) if fout else []


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


def _op_volgorde(problems: list[Problem], bestanden: list[str]) -> list[Problem]:
    """Sort problems as a person works through them: file by file, from top to bottom."""
    rang = {naam: nummer for nummer, naam in enumerate(bestanden)}
    return sorted(
        problems,
        key=lambda p: (
            rang.get(p.where.bestand, len(rang)),
            p.where.bestand,
            p.where.regel or 0,
            p.where.kolom or 0,
        ),
    )


def _d1(naam: str, tekst: str, cure: str) -> Problem:
    return Problem("D1", "error", Plaats(naam), tekst, cure)
