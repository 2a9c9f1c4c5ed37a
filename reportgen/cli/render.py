"""The command `render`: the chapters of a source in a folder, as far as they changed."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from reportgen.cli.making import OUT, Gemaakt
from reportgen.cli.options import BRON, JSON, SJABLOON, STRICT, template_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from reportgen.batch.werkers import Werkers
    from reportgen.model import Boekwerk

_HOOGSTENS = 61
"""How many processes Windows can wait for at once."""
_ONDERBROKEN = 130
"""The exit code of a command that Ctrl-C ended, as shells have it."""


class Wensen(TypedDict):
    """What a person asked of a batch."""

    only: Sequence[str]
    out: str
    template: str | None
    force: bool
    jobs: int
    scheduler: str | None
    as_json: bool
    strict: bool


def _aantal(_ctx: click.Context, _param: click.Parameter, waarde: str) -> int:
    """Read how many processes make chapters, or refuse it in words."""
    with suppress(ValueError):
        if 1 <= int(waarde) <= _HOOGSTENS:
            return int(waarde)
    melding = f"{waarde} kan niet; kies een getal van 1 tot en met {_HOOGSTENS}"
    raise click.BadParameter(melding)


@click.command(options_metavar="[OPTIES]")
@click.argument("source", metavar="SOURCE", type=BRON)
@click.option("--only", metavar="NUMMER", multiple=True, help="Alleen deze prestatie; mag vaker.")
@OUT("hoofdstukken")
@SJABLOON
@click.option(
    "--force",
    is_flag=True,
    help="Maak alles opnieuw, ook wat gelijk bleef of in Word is veranderd.",
)
@click.option(
    "--jobs",
    metavar="N",
    default="1",
    callback=_aantal,
    help="Maak de hoofdstukken in zoveel processen (standaard: 1; hoogstens 61).",
)
@click.option(
    "--scheduler",
    metavar="ADRES",
    help="Maak ze op de werkers van een dask-scheduler, bijvoorbeeld tls://naam:8786.",
)
@STRICT
@JSON
def render(source: str, **wensen: Unpack[Wensen]) -> None:
    """Maak van elke prestatie een Word-hoofdstuk.

    Wat sinds de vorige keer niet veranderde, blijft staan. Wat u in Word veranderde, wordt niet
    overschreven. Fouten in de data worden genoemd; het hoofdstuk wordt toch gemaakt waar dat kan.
    """
    from reportgen.errors import ReportgenError

    if wensen["scheduler"] is not None and wensen["jobs"] > 1:
        raise click.UsageError("kies --jobs of --scheduler, niet allebei")
    gemaakt = Gemaakt()
    try:
        _maak(source, wensen, gemaakt)
    except ReportgenError as fout:
        gemaakt.problems += fout.problems
    except KeyboardInterrupt:
        if wensen["as_json"]:
            gemaakt.toon_json()
        _vertel_afgebroken(wensen["out"])
        raise SystemExit(_ONDERBROKEN) from None
    gemaakt.sluit_af(uitvoer={"as_json": wensen["as_json"], "strict": wensen["strict"]})


def _maak(source: str, wensen: Wensen, gemaakt: Gemaakt) -> None:
    """Read, check and make."""
    from reportgen.checks import check as check_data
    from reportgen.sources import load

    boekwerk, template, only = load(source), template_of(wensen["template"]), wensen["only"]
    gemaakt.bron = boekwerk
    _bekend(only, boekwerk)
    gemaakt.problems += [
        p for p in check_data(boekwerk) if not only or p.where.nummer in (*only, "")
    ]
    with _werkers(wensen) as werkers:
        gemaakt.bouw(
            boekwerk,
            wensen["out"],
            werkers,
            template=template,
            only=only,
            force=wensen["force"],
            source=source,
        )


def _bekend(only: Sequence[str], boekwerk: Boekwerk) -> None:
    """Refuse numbers that the source does not have."""
    if vreemd := [n for n in only if n not in {p.nummer for p in boekwerk.prestaties}]:
        bekend = ", ".join(p.nummer for p in boekwerk.prestaties)
        melding = f"prestatie {', '.join(vreemd)} staat niet in deze bron; kies uit: {bekend}"
        raise click.BadParameter(melding, param_hint="--only")


def _werkers(wensen: Wensen) -> AbstractContextManager[Werkers | None]:
    """Start or find what makes the chapters; nothing where this process does."""
    if wensen["scheduler"] is None and wensen["jobs"] == 1:
        return nullcontext()
    from reportgen.batch.werkers import cluster, processes

    if wensen["scheduler"] is not None:
        return cluster(wensen["scheduler"])
    return processes(wensen["jobs"])


def _vertel_afgebroken(out: str) -> None:
    """Say what is left after Ctrl-C; how much it is, is known once the rest is made."""
    from reportgen.cli.printing import console

    wat = f"Afgebroken: wat klaar was, staat in {out}. Hetzelfde commando maakt de rest."
    console(stderr=True).print(wat)
