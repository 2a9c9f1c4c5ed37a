"""A copy of a workbook with a note and a fill at every cell that something is said of."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.hyperlink import Hyperlink

from reportgen.errors import SEVERITY_WORDS, DataError, Plaats, Problem
from reportgen.sources.bestand import lees_bytes
from reportgen.sources.werkmap import stijl
from reportgen.sources.werkmap.cel import cel_op, schrijf_kopcel, zet_tekst
from reportgen.sources.werkmap.inpakken import inpakken
from reportgen.sources.werkmap.noten import opmerking
from reportgen.sources.werkmap.woorden import PROBLEMEN

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_KOPPEN = (
    ("Ernst", 10),
    ("Cel", 26),
    ("Prestatie", 12),
    ("Wat er is", 62),
    ("Wat u kunt doen", 62),
    ("Controle", 11),
)
_ALLES_GOED = "Er is niets gevonden."


def annotated_workbook(pad: Path, problems: Sequence[Problem]) -> bytes:
    """Give a copy of a workbook with these problems in it; the workbook itself is only read.

    What openpyxl does not know (text boxes, shapes) is not in the copy.

    Raises:
        DataError: the workbook cannot be copied.
    """
    boek = _kopie(pad)
    gevonden = sorted((p for p in problems if p.where.cel), key=lambda p: p.where.cel or "")
    for cel, groep in groupby(gevonden, key=lambda p: p.where.cel or ""):
        _merk(boek, cel, list(groep))
    _schrijf_problemen(boek, problems)
    return inpakken(boek)


def _kopie(pad: Path) -> Workbook:
    ruw = lees_bytes(pad, pad.name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what the copy will lack
            return load_workbook(BytesIO(ruw))
    except Exception as fout:  # openpyxl fails in many ways on what Excel does not mind
        wat = "van deze werkmap kan geen kopie met opmerkingen worden gemaakt"
        cure = "bewaar haar in Excel opnieuw als .xlsx, of gebruik de lijst op het scherm"
        raise DataError([Problem("X2", "error", Plaats(pad.name), wat, cure)]) from fout


def _merk(boek: Workbook, plek: str, problems: Sequence[Problem]) -> None:
    """Put a note and a fill at a cell; a note that was there stays, above ours."""
    blad = _blad(boek, plek)
    if blad is None:
        return
    cel = blad[plek.rpartition("!")[2]]
    if isinstance(cel, MergedCell):
        bereik = next(r for r in blad.merged_cells.ranges if cel.coordinate in r)
        cel = blad.cell(bereik.min_row, bereik.min_col)
    eigen = [cel.comment.text] if cel.comment else []
    cel.comment = opmerking("\n\n".join([*eigen, *map(_letter, problems)]))
    fout = any(problem.severity == "error" for problem in problems)
    cel.fill = stijl.vulling(stijl.FOUT if fout else stijl.LET_OP)


def _blad(boek: Workbook, plek: str) -> Worksheet | None:
    naam = plek.rpartition("!")[0]
    return next((blad for blad in boek.worksheets if blad.title == naam), None)


def _letter(problem: Problem) -> str:
    kop = f"{SEVERITY_WORDS[problem.severity].upper()} {problem.rule}"
    return f"{kop}: {problem.message}.\n→ {problem.hint}" if problem.hint else problem.message


def _schrijf_problemen(boek: Workbook, problems: Iterable[Problem]) -> None:
    """Write the sheet that lists everything, with a link to each cell, and open at it."""
    if PROBLEMEN in boek.sheetnames:
        del boek[PROBLEMEN]
    blad = boek.create_sheet(PROBLEMEN, 0)
    for kolom, (kop, breed) in enumerate(_KOPPEN, 1):
        cel = cel_op(blad, 1, kolom)
        schrijf_kopcel(cel, kop, verplicht=True)
        blad.column_dimensions[cel.column_letter].width = breed
    rij = 1
    for rij, problem in enumerate(problems, 2):
        _schrijf_problem(
            blad, rij, problem, koppel=_blad(boek, problem.where.cel or "") is not None
        )
    if rij == 1:
        zet_tekst(cel_op(blad, 2, 1), _ALLES_GOED)
    blad.auto_filter.ref = f"A1:F{max(rij, 2)}"
    blad.freeze_panes = "A2"
    stijl.richt_in(blad)
    blad.protection.sheet = False
    for ander in boek.worksheets:
        ander.sheet_view.tabSelected = ander is blad
    boek.active = 0


def _schrijf_problem(blad: Worksheet, rij: int, problem: Problem, *, koppel: bool) -> None:
    teksten = list(_kolommen(problem))
    for kolom, tekst in enumerate(teksten, 1):
        cel = cel_op(blad, rij, kolom)
        zet_tekst(cel, tekst)
        cel.alignment, cel.border = stijl.BOVEN, stijl.RAND
    kleur = stijl.FOUT if problem.severity == "error" else stijl.LET_OP
    cel_op(blad, rij, 1).fill = stijl.vulling(kleur)
    breedtes = (breed for _, breed in _KOPPEN)
    blad.row_dimensions[rij].height = stijl.hoogte(zip(teksten, breedtes, strict=True))
    if koppel and problem.where.cel:
        naam, _, adres = problem.where.cel.rpartition("!")
        cel = cel_op(blad, rij, 2)
        plek = naam.replace("'", "''")
        cel.hyperlink = Hyperlink(ref=cel.coordinate, location=f"'{plek}'!{adres}")
        cel.font = stijl.LINK


def _kolommen(problem: Problem) -> Iterator[str]:
    yield SEVERITY_WORDS[problem.severity]
    yield problem.where.cel or str(problem.where)
    yield problem.where.nummer
    yield problem.message
    yield problem.hint
    yield problem.rule
