"""The commands: parse, call, print. Everything heavy is imported when a command runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.making import OUT, Gemaakt

if TYPE_CHECKING:
    from reportgen.batch import Outcome

_VOORBEELDEN = (
    "overijssel-2017-1",
    "ijsselmark-2017/begroting",
    "ijsselmark-2017/monitor-1",
    "ijsselmark-2017/monitor-2",
    "ijsselmark-grootboek",
    "ijsselmark-2017/jaarverslag",
)


@click.command(options_metavar="[OPTIES]")
@OUT("demo")
def demo(out: str) -> None:
    """Controleer de meegeleverde voorbeelden en maak hun hoofdstukken en hun boeken."""
    from pathlib import Path

    from reportgen.batch import Opdracht, build_book, file_name
    from reportgen.checks import check as check_data
    from reportgen.cli.ledgers import show_ledgers
    from reportgen.cli.printing import console, show_book, show_count, show_problems
    from reportgen.documents import shipped
    from reportgen.sources import load

    gemaakt = Gemaakt()
    boeken: list[Outcome] = []
    for naam in _VOORBEELDEN:
        boekwerk = load(shipped(f"examples/{naam}"))
        problems = check_data(boekwerk)
        console().print(f"{boekwerk.titel} – {boekwerk.organisatie}")
        show_problems(problems)
        show_count(problems)
        console().print()
        show_ledgers(boekwerk)
        gemaakt.bouw(boekwerk, f"{out}/{naam}")
        pad = Path(out) / "boeken" / file_name("", boekwerk.titel)
        boeken.append(build_book(boekwerk, pad, Opdracht()))
    for uitkomst in boeken:
        show_book(uitkomst)
    gemaakt.problems += [p for boek in boeken for p in boek.problems]
    gemaakt.sluit_af(alles=True)


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
