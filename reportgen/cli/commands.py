"""The commands: parse, call, print. Everything heavy is imported when a command runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, Unpack

import click

from reportgen.cli.options import (
    BRON,
    JSON,
    SJABLOON,
    STRICT,
    Uitvoer,
    finish,
    problems_dict,
    template_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportgen.batch import Outcome
    from reportgen.errors import Problem
    from reportgen.model import Boekwerk
    from reportgen.word import Template

    _Opdracht = TypeVar("_Opdracht", bound=Callable[..., object])

_VOOR_EEN_MENS: Uitvoer = {"as_json": False, "strict": False}
_VOORBEELDEN = (
    "overijssel-2017-1",
    "ijsselmark-2017/begroting",
    "ijsselmark-2017/monitor-1",
    "ijsselmark-2017/monitor-2",
    "ijsselmark-grootboek",
    "ijsselmark-2017/jaarverslag",
)


def _map(standaard: str) -> Callable[[_Opdracht], _Opdracht]:
    """Give the option that says where the chapters go."""
    uitleg = f"Map voor de hoofdstukken (standaard: {standaard})."
    soort = click.Path(file_okay=False)
    return click.option("--out", metavar="DIR", default=standaard, type=soort, help=uitleg)


@click.command(options_metavar="[OPTIES]")
@_map("demo")
def demo(out: str) -> None:
    """Controleer de meegeleverde voorbeelden en maak hun hoofdstukken en hun boeken."""
    from pathlib import Path

    from reportgen.batch import Opdracht, build_book, file_name
    from reportgen.checks import check as check_data
    from reportgen.cli.ledgers import show_ledgers
    from reportgen.cli.printing import console, show_book, show_count, show_problems
    from reportgen.documents import shipped
    from reportgen.sources import load

    alles: list[Outcome] = []
    boeken: list[Outcome] = []
    for naam in _VOORBEELDEN:
        boekwerk = load(shipped(f"examples/{naam}"))
        problems = check_data(boekwerk)
        console().print(f"{boekwerk.titel} – {boekwerk.organisatie}")
        show_problems(problems)
        show_count(problems)
        console().print()
        show_ledgers(boekwerk)
        alles += _build(boekwerk, f"{out}/{naam}", None, ())
        pad = Path(out) / "boeken" / file_name("", boekwerk.titel)
        boeken.append(build_book(boekwerk, pad, Opdracht()))
    for uitkomst in boeken:
        show_book(uitkomst)
    _sluit_af(alles, [p for boek in boeken for p in boek.problems], _VOOR_EEN_MENS)


@click.command(options_metavar="[OPTIES]")
@click.argument("source", metavar="SOURCE", type=BRON)
@click.option("--only", metavar="NUMMER", multiple=True, help="Alleen deze prestatie; mag vaker.")
@_map("hoofdstukken")
@SJABLOON
@STRICT
@JSON
def render(
    source: str,
    only: Sequence[str],
    out: str,
    template: str | None,
    **uitvoer: Unpack[Uitvoer],
) -> None:
    """Maak van elke prestatie een Word-hoofdstuk.

    Fouten in de data worden genoemd; het hoofdstuk wordt toch gemaakt waar dat kan.
    """
    from reportgen.checks import check as check_data
    from reportgen.errors import ReportgenError
    from reportgen.sources import load

    try:
        boekwerk, sjabloon = load(source), template_of(template)
    except ReportgenError as fout:
        _sluit_af([], list(fout.problems), uitvoer)
        return
    if vreemd := [n for n in only if n not in {p.nummer for p in boekwerk.prestaties}]:
        bekend = ", ".join(p.nummer for p in boekwerk.prestaties)
        melding = f"prestatie {', '.join(vreemd)} staat niet in deze bron; kies uit: {bekend}"
        raise click.BadParameter(melding, param_hint="--only")
    problems = [p for p in check_data(boekwerk) if not only or p.where.nummer in (*only, "")]
    _sluit_af(_build(boekwerk, out, sjabloon, only), problems, uitvoer, boekwerk)


@click.command(options_metavar="[OPTIES]")
@click.argument("record", type=click.Choice(["boekwerk", "prestatie"]), default="boekwerk")
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Schrijf naar een bestand in plaats van naar het scherm.",
)
def schema(record: str, out: str | None) -> None:
    """Geef het JSON Schema van de data, voor een editor die aanvult en controleert."""
    import json
    from pathlib import Path

    from reportgen.batch import write_whole
    from reportgen.model.schema import schema as model_schema

    tekst = json.dumps(model_schema(record), ensure_ascii=False, indent=2)
    if out:
        write_whole(Path(out), f"{tekst}\n".encode())
    else:
        click.echo(tekst.encode())


def _build(
    boekwerk: Boekwerk, out: str, template: Template | None, only: Sequence[str]
) -> list[Outcome]:
    from reportgen.batch import build
    from reportgen.cli.printing import with_progress

    aantal = len(only or boekwerk.prestaties)
    return list(with_progress(build(boekwerk, out, template=template, only=only), aantal))


def _sluit_af(
    uitkomsten: list[Outcome],
    problems: list[Problem],
    uitvoer: Uitvoer,
    boekwerk: Boekwerk | None = None,
) -> None:
    """Show what was made and what was found, and end with the exit code that says it."""
    from reportgen.cli.ledgers import ledgers_dict, show_ledgers
    from reportgen.cli.printing import (
        outcome_dict,
        show_count,
        show_json,
        show_outcomes,
        show_problems,
    )

    alles = problems + [p for uitkomst in uitkomsten for p in uitkomst.problems]
    if uitvoer["as_json"]:
        documenten = {"documents": [outcome_dict(u) for u in uitkomsten]}
        show_json(problems_dict(problems) | documenten | ledgers_dict(boekwerk))
    else:
        show_ledgers(boekwerk)
        show_problems(alles)
        if uitkomsten:
            show_outcomes(uitkomsten)
        if alles:
            show_count(alles, strict=uitvoer["strict"])
    finish(alles, strict=uitvoer["strict"])
