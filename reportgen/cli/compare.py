"""The command `compare`: what changed between two documents, figures first."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from reportgen.cli.next import lees_datum
from reportgen.cli.options import BRON, JSON, SJABLOON, finish, problems_dict, template_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from reportgen.errors import Problem
    from reportgen.model.notatie import Eenheid
    from reportgen.vergelijking import Vergelijking


class Wensen(TypedDict):
    """What a person asked of a comparison."""

    out: str | None
    template: str | None
    redline: str | None
    auteur: str
    datum: date | None
    eenheid: Eenheid | None
    as_json: bool


_WORD = click.Path(dir_okay=False)


@click.command(options_metavar="[OPTIES]")
@click.argument("old", metavar="OLD", type=BRON)
@click.argument("new", metavar="NEW", type=BRON)
@click.option(
    "--out",
    metavar="FILE.docx",
    type=_WORD,
    help="Schrijf het overzicht ook als Word-bestand.",
)
@SJABLOON
@click.option(
    "--redline",
    metavar="FILE.docx",
    type=_WORD,
    help="Schrijf het nieuwe document met bijgehouden wijzigingen ten opzichte van het oude.",
)
@click.option("--auteur", metavar="NAAM", default="", help="Auteur van die wijzigingen.")
@click.option(
    "--datum",
    metavar="JJJJ-MM-DD",
    callback=lees_datum,
    help="Datum van die wijzigingen (standaard: die van het nieuwe document).",
)
@click.option(
    "--eenheid",
    type=click.Choice(["euro", "duizend", "miljoen"]),
    help="Eenheid van de bedragen (standaard: die van het profiel).",
)
@JSON
def compare(old: str, new: str, **wensen: Unpack[Wensen]) -> None:
    """Zeg wat er tussen twee documenten is gewijzigd: eerst de cijfers, dan teksten en indeling.

    OLD en NEW zijn bronnen (een map, een .yaml- of .json-bestand, een Excel-werkmap) of
    Word-bestanden. Verschillen zijn geen fout: de exitcode is 0 als er vergeleken kon worden.
    """
    from reportgen.errors import ReportgenError
    from reportgen.vergelijking import compare as vergelijk

    _keur(wensen, (old, new))
    try:
        vergelijking = _met_eenheid(vergelijk(old, new), wensen["eenheid"])
        _schrijf((old, new), vergelijking, wensen)
    except ReportgenError as fout:
        _toon_fouten(fout.problems, as_json=wensen["as_json"])
        return
    _toon(vergelijking, wensen)
    finish(vergelijking.problems)


def _keur(wensen: Wensen, bronnen: tuple[str, str]) -> None:
    """Refuse a question that cannot be answered, before anything is done."""
    for optie, pad in (("--out", wensen["out"]), ("--redline", wensen["redline"])):
        if pad is not None and not pad.lower().endswith(".docx"):
            raise click.BadParameter("geef een naam die eindigt op .docx", param_hint=optie)
        if pad is not None and _zelfde(pad, bronnen):
            melding = "dit is een van de documenten zelf; kies een andere naam"
            raise click.BadParameter(melding, param_hint=optie)
    if wensen["out"] and wensen["redline"] and _zelfde(wensen["out"], (wensen["redline"],)):
        raise click.UsageError("--out en --redline kunnen niet hetzelfde bestand zijn.")
    if wensen["template"] and not wensen["out"]:
        raise click.UsageError("--template hoort bij --out: het sjabloon van welk overzicht?")
    if (wensen["auteur"] or wensen["datum"]) and not wensen["redline"]:
        raise click.UsageError("--auteur en --datum horen bij --redline.")


def _zelfde(pad: str, anderen: Iterable[str]) -> bool:
    """Say whether a path leads to one of these files."""
    from pathlib import Path

    return Path(pad).resolve() in {Path(ander).resolve() for ander in anderen}


def _schrijf(bronnen: tuple[str, str], vergelijking: Vergelijking, wensen: Wensen) -> None:
    """Write the documents that were asked for; all are made before one is written."""
    from datetime import UTC, datetime, time
    from pathlib import Path

    from reportgen.batch import write_whole
    from reportgen.vergelijking import overview, renvooi

    documenten: dict[str, bytes] = {}
    if wensen["out"]:
        documenten[wensen["out"]] = overview(vergelijking, template_of(wensen["template"]))
    if wensen["redline"]:
        dag = wensen["datum"]
        moment = datetime.combine(dag, time(), UTC) if dag else None
        documenten[wensen["redline"]] = renvooi(
            bronnen, vergelijking, auteur=wensen["auteur"], datum=moment
        )
    for pad, word in documenten.items():
        write_whole(Path(pad), word)


def _toon(vergelijking: Vergelijking, wensen: Wensen) -> None:
    from reportgen.cli.comparing import show_comparison
    from reportgen.cli.printing import console, show_count, show_json, show_problems
    from reportgen.vergelijking import overzicht, plat

    paden = {"out": wensen["out"], "redline": wensen["redline"]}
    if wensen["as_json"]:
        show_json(problems_dict(vergelijking.problems) | paden | plat(vergelijking))
        return
    show_comparison(overzicht(vergelijking))
    if vergelijking.problems:
        console().print()
        show_problems(vergelijking.problems)
        show_count(vergelijking.problems)
    for naam, pad in (("Wijzigingenoverzicht", paden["out"]), ("Renvooi", paden["redline"])):
        if pad:
            console().print(f"\n{naam} gemaakt in {pad}")


def _met_eenheid(vergelijking: Vergelijking, eenheid: Eenheid | None) -> Vergelijking:
    """Print in another unit than the profile's."""
    from dataclasses import replace

    if eenheid is None:
        return vergelijking
    profiel = vergelijking.nieuw.profiel
    notatie = profiel.notatie.model_copy(update={"eenheid": eenheid})
    anders = profiel.model_copy(update={"notatie": notatie})
    return replace(vergelijking, nieuw=vergelijking.nieuw.model_copy(update={"profiel": anders}))


def _toon_fouten(problems: Sequence[Problem], *, as_json: bool) -> None:
    from reportgen.cli.printing import show_count, show_json, show_problems

    if as_json:
        show_json(problems_dict(problems))
    else:
        show_problems(problems)
        show_count(problems)
    finish(problems)
