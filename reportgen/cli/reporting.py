"""How a check is shown: by prestatie with a closing table, as JSON, and as a page in a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.ledgers import ledgers_dict, show_ledgers
from reportgen.cli.options import problems_dict
from reportgen.cli.printing import console, show_count, show_json, show_problems
from reportgen.errors import SEVERITY_WORDS
from reportgen.rapport import page, weging_tekst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.cli.options import Uitvoer
    from reportgen.rapport import Groep, Rapport

_ERNST = {woord: ernst for ernst, woord in SEVERITY_WORDS.items()}


def write_page(rapport: Rapport, html: str) -> Rapport:
    """Write the page of a report; where that fails, give the report with the reason added."""
    from reportgen.batch import write_whole
    from reportgen.errors import OutputError

    try:
        write_whole(Path(html), page(rapport).encode())
    except OutputError as fout:
        return replace(rapport, problems=(*rapport.problems, *fout.problems))
    return rapport


def write_workbook(rapport: Rapport, source: str, annotate: str) -> Rapport:
    """Write a copy of the workbook that was checked, with the problems in it; or the reason."""
    from reportgen.batch import write_whole
    from reportgen.errors import ReportgenError
    from reportgen.sources import annotated_workbook

    try:
        write_whole(Path(annotate), annotated_workbook(source, rapport.problems))
    except ReportgenError as fout:
        nieuw = tuple(p for p in fout.problems if p not in rapport.problems)
        return replace(rapport, problems=(*rapport.problems, *nieuw))
    return rapport


def show_report(rapport: Rapport, uitvoer: Uitvoer) -> None:
    """Print a report, for a person or for a machine."""
    if uitvoer["as_json"]:
        profiel = {"profile": profile_dict(rapport)}
        show_json(problems_dict(rapport.problems) | profiel | ledgers_dict(rapport.boekwerk))
        return
    if rapport.boekwerk and rapport.weging:
        naam = rapport.boekwerk.profiel.naam
        console().print(f"Profiel {naam}: {weging_tekst(rapport.weging)}.\n")
    show_ledgers(rapport.boekwerk)
    if groepen := rapport.groepen():
        _show_groups(groepen)
        _show_counts(groepen)
    show_count(rapport.problems, strict=uitvoer["strict"])


def profile_dict(rapport: Rapport) -> dict[str, object] | None:
    """Give the plain form of a profile: its name, and what it made of rules."""
    if rapport.boekwerk is None:
        return None
    weging = rapport.weging
    return {
        "name": rapport.boekwerk.profiel.naam,
        "switched_off": [regel for regel, ernst in weging.items() if ernst == "uit"],
        "reweighed": {r: _ERNST[ernst] for r, ernst in weging.items() if ernst != "uit"},
    }


def _show_groups(groepen: Sequence[Groep]) -> None:
    """Print the problems of each prestatie under its heading."""
    for plek, groep in enumerate(groepen):
        console().print("\n" * bool(plek) + groep.kop, style="bold")
        show_problems(groep.problems)


def _show_counts(groepen: Sequence[Groep]) -> None:
    """Print the closing table: how many errors and warnings each prestatie has."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    tabel = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    tabel.add_column("Prestatie")
    tabel.add_column("Titel")
    tabel.add_column("Fouten", justify="right")
    tabel.add_column("Aandachtspunten", justify="right")
    for groep in groepen:
        titel = Text(groep.titel, no_wrap=True, overflow="ellipsis")  # a row stays one line
        getallen = str(groep.fouten), str(groep.aandachtspunten)
        tabel.add_row(groep.nummer, titel, *getallen, style="red" if groep.fouten else "")
    console().print(tabel, soft_wrap=False)
