"""What several commands share: their options, and the exit code that says how it went."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypedDict

import click

if TYPE_CHECKING:
    from reportgen.errors import Problem
    from reportgen.word import Template

BRON = click.Path(exists=True)
SJABLOON = click.option(
    "--template",
    metavar="T",
    type=click.Path(exists=True, dir_okay=False),
    help="Ander Word-sjabloon dan het meegeleverde.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Uitvoer voor machines.")
STRICT = click.option(
    "--strict",
    is_flag=True,
    help="Ook een aandachtspunt leidt tot exitcode 1, niet alleen een fout.",
)


class Uitvoer(TypedDict):
    """What a person asked of the output: for machines, and whether warnings count."""

    as_json: bool
    strict: bool


def template_of(pad: str | None) -> Template | None:
    """Compile the template that was asked for; the shipped one is nobody's to compile here."""
    from reportgen.word import Template

    return Template(pad) if pad else None


def problems_dict(problems: Iterable[Problem]) -> dict[str, object]:
    """Give what `--json` says of problems."""
    alle = list(problems)
    fouten = sum(problem.severity == "error" for problem in alle)
    return {
        "errors": fouten,
        "warnings": len(alle) - fouten,
        "problems": [problem.to_dict() for problem in alle],
    }


def finish(problems: Iterable[Problem], *, strict: bool = False) -> None:
    """End with exit code 1 when there is an error; `strict` lets a warning do so too."""
    if any(strict or problem.severity == "error" for problem in problems):
        raise SystemExit(1)
