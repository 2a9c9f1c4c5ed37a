"""`reportgen workbook`: the Excel workbook that people fill in, empty or filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.options import BRON

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.model import Boekwerk, Soort

SOORTEN = ("begroting", "monitor", "jaarverslag")
_EINDE = ".xlsx"


@click.command(options_metavar="[OPTIES]")
@click.argument("source", metavar="[SOURCE]", type=BRON, required=False)
@click.option(
    "--out",
    metavar="FILE.xlsx",
    type=click.Path(dir_okay=False),
    required=True,
    help="De werkmap die wordt geschreven.",
)
@click.option(
    "--soort",
    type=click.Choice(SOORTEN),
    help="Soort document van een lege werkmap (standaard: monitor).",
)
@click.option("--force", is_flag=True, help="Overschrijf een werkmap die er al is.")
def workbook(source: str | None, out: str, soort: Soort | None, *, force: bool) -> None:
    """Maak de Excel-werkmap om in te vullen: leeg, of met de gegevens van SOURCE.

    De ingevulde werkmap is zelf een bron: check, render en book lezen haar.
    """
    from pathlib import Path

    from reportgen.batch import write_whole
    from reportgen.cli.printing import console
    from reportgen.sources import load
    from reportgen.sources import workbook as maak

    _keur(source, Path(out), soort, force=force)
    boekwerk = load(source) if source else None
    write_whole(Path(out), maak(boekwerk, soort=soort or "monitor"))
    console().print(_gemaakt(boekwerk, out, soort or "monitor"))
    console().print(f"Controleer haar, als zij is ingevuld, met: reportgen check {out}")


def _keur(source: str | None, out: Path, soort: Soort | None, *, force: bool) -> None:
    """Refuse what cannot be, and what would destroy the work of somebody."""
    if out.suffix.lower() != _EINDE:
        raise click.BadParameter(f"geef een naam die eindigt op {_EINDE}", param_hint="--out")
    if source and soort:
        raise click.UsageError("--soort hoort bij een lege werkmap; die van SOURCE staat vast.")
    if source and out.exists() and out.samefile(source):
        melding = "dit is de bron zelf; kies een andere naam"
        raise click.BadParameter(melding, param_hint="--out")
    if out.exists() and not force:
        melding = (
            f"{out.name} bestaat al, en er kan werk in zitten; kies een andere naam of --force"
        )
        raise click.BadParameter(melding, param_hint="--out")


def _gemaakt(boekwerk: Boekwerk | None, out: str, soort: Soort) -> str:
    """Say what was made."""
    from reportgen.rapport import aantal

    if boekwerk is None:
        return f"Een lege werkmap voor een {soort} staat in {out}. Begin op het blad Boekwerk."
    hoeveel = aantal(len(boekwerk.prestaties), "prestatie", "prestaties")
    return f"{boekwerk.titel} staat als werkmap in {out}, met {hoeveel}."
