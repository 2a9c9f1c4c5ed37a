"""The commands: parse, call, print. Everything heavy is imported when a command runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportgen.batch import Outcome
    from reportgen.errors import Problem
    from reportgen.model import Boekwerk
    from reportgen.word import Template

    _Opdracht = TypeVar("_Opdracht", bound=Callable[..., object])

_BRON = click.argument("source", metavar="SOURCE", type=click.Path(exists=True))
_SJABLOON = click.option(
    "--template",
    metavar="T",
    type=click.Path(exists=True, dir_okay=False),
    help="Ander Word-sjabloon dan het meegeleverde.",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Uitvoer voor machines.")
_VOORBEELDEN = (
    "overijssel-2017-1",
    "ijsselmark-2017/begroting",
    "ijsselmark-2017/monitor-1",
    "ijsselmark-2017/monitor-2",
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
    """Controleer de meegeleverde voorbeelden en maak hun hoofdstukken."""
    from reportgen.checks import check as check_data
    from reportgen.cli.printing import console, show_count, show_problems
    from reportgen.documents import shipped
    from reportgen.sources import load

    alles: list[Outcome] = []
    for naam in _VOORBEELDEN:
        boekwerk = load(shipped(f"examples/{naam}"))
        problems = check_data(boekwerk)
        console().print(f"{boekwerk.titel} – {boekwerk.organisatie}")
        show_problems(problems)
        show_count(problems)
        console().print()
        alles += _build(boekwerk, f"{out}/{naam}", None, ())
    _sluit_af(alles, [], as_json=False)


@click.command(options_metavar="[OPTIES]")
@click.argument("source", metavar="[SOURCE]", type=click.Path(exists=True), required=False)
@_SJABLOON
@click.option(
    "--annotate",
    metavar="OUT.docx",
    type=click.Path(dir_okay=False),
    help="Schrijf het sjabloon terug met een opmerking in Word bij elke bevinding.",
)
@_JSON
def check(source: str | None, template: str | None, annotate: str | None, *, as_json: bool) -> None:
    """Noem elk probleem in data en sjabloon, zonder een hoofdstuk te schrijven.

    SOURCE is een map met boekwerk.yaml en prestaties/, of één .yaml- of .json-bestand. Zonder
    SOURCE wordt alleen het sjabloon van --template gecontroleerd.
    """
    from reportgen.cli.printing import show_count, show_json, show_problems

    if annotate is not None:
        _keur_uitvoer(annotate, template)
    if not source and not template:
        raise click.UsageError("Geef een SOURCE, of een sjabloon met --template.")
    problems = _sjabloonproblemen(template, annotate) if template else []
    if source:
        fout = any(problem.severity == "error" for problem in problems)
        problems = _dataproblemen(source, None if fout else template) + problems
    if as_json:
        show_json(_problemen(problems))
    else:
        show_problems(problems)
        show_count(problems)
    _eindig(problems)


def _keur_uitvoer(annotate: str, template: str | None) -> None:
    """Refuse a place for the annotated copy that is none, or that is the template itself."""
    from pathlib import Path

    if not template:
        raise click.UsageError("--annotate hoort bij --template: welk sjabloon?")
    if not annotate.lower().endswith(".docx"):
        raise click.BadParameter("geef een naam die eindigt op .docx", param_hint="--annotate")
    uit = Path(annotate)
    if uit.exists() and uit.samefile(template):
        melding = "dit is het sjabloon zelf; kies een andere naam"
        raise click.BadParameter(melding, param_hint="--annotate")


def _sjabloonproblemen(template: str, annotate: str | None) -> list[Problem]:
    """Hold a template against the fields of a chapter; give it back with comments when asked."""
    from pathlib import Path

    from reportgen.batch import write_whole
    from reportgen.documents import annotated_template, inspect_template
    from reportgen.errors import ReportgenError

    try:
        if annotate:
            write_whole(Path(annotate), annotated_template(template))
        return inspect_template(template)
    except ReportgenError as fout:
        return list(fout.problems)


def _dataproblemen(source: str, template: str | None) -> list[Problem]:
    """Read and check a source, and try it in a template."""
    from reportgen.checks import check as check_data
    from reportgen.documents import check_template
    from reportgen.errors import ReportgenError
    from reportgen.sources import load

    problems: list[Problem] = []
    try:
        boekwerk = load(source)
        problems += check_data(boekwerk)
        problems += check_template(boekwerk, _template(template))
    except ReportgenError as fout:
        problems += fout.problems
    return problems


@click.command(options_metavar="[OPTIES]")
@_BRON
@click.option("--only", metavar="NUMMER", multiple=True, help="Alleen deze prestatie; mag vaker.")
@_map("hoofdstukken")
@_SJABLOON
@_JSON
def render(
    source: str, only: Sequence[str], out: str, template: str | None, *, as_json: bool
) -> None:
    """Maak van elke prestatie een Word-hoofdstuk.

    Fouten in de data worden genoemd; het hoofdstuk wordt toch gemaakt waar dat kan.
    """
    from reportgen.checks import check as check_data
    from reportgen.errors import ReportgenError
    from reportgen.sources import load

    try:
        boekwerk, sjabloon = load(source), _template(template)
    except ReportgenError as fout:
        _sluit_af([], list(fout.problems), as_json=as_json)
        return
    if vreemd := [n for n in only if n not in {p.nummer for p in boekwerk.prestaties}]:
        bekend = ", ".join(p.nummer for p in boekwerk.prestaties)
        melding = f"prestatie {', '.join(vreemd)} staat niet in deze bron; kies uit: {bekend}"
        raise click.BadParameter(melding, param_hint="--only")
    problems = [p for p in check_data(boekwerk) if not only or p.where.nummer in (*only, "")]
    _sluit_af(_build(boekwerk, out, sjabloon, only), problems, as_json=as_json)


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


def _template(pad: str | None) -> Template | None:
    from reportgen.word import Template

    return Template(pad) if pad else None


def _build(
    boekwerk: Boekwerk, out: str, template: Template | None, only: Sequence[str]
) -> list[Outcome]:
    from reportgen.batch import build
    from reportgen.cli.printing import with_progress

    aantal = len(only or boekwerk.prestaties)
    return list(with_progress(build(boekwerk, out, template=template, only=only), aantal))


def _sluit_af(uitkomsten: list[Outcome], problems: list[Problem], *, as_json: bool) -> None:
    """Show what was made and what was found, and end with the exit code that says it."""
    from reportgen.cli.printing import (
        outcome_dict,
        show_count,
        show_json,
        show_outcomes,
        show_problems,
    )

    alles = problems + [p for uitkomst in uitkomsten for p in uitkomst.problems]
    if as_json:
        show_json(_problemen(problems) | {"documents": [outcome_dict(u) for u in uitkomsten]})
    else:
        show_problems(alles)
        if uitkomsten:
            show_outcomes(uitkomsten)
        if alles:
            show_count(alles)
    _eindig(alles)


def _problemen(problems: Sequence[Problem]) -> dict[str, object]:
    fouten = sum(p.severity == "error" for p in problems)
    return {
        "errors": fouten,
        "warnings": len(problems) - fouten,
        "problems": [problem.to_dict() for problem in problems],
    }


def _eindig(problems: Sequence[Problem]) -> None:
    if any(problem.severity == "error" for problem in problems):
        raise SystemExit(1)
