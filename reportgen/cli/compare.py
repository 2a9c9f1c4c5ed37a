"""The command `compare`: what changed between two documents, figures first."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from reportgen.cli.options import BRON, JSON, finish, problems_dict

if TYPE_CHECKING:
    from reportgen.errors import Problem
    from reportgen.vergelijking import Vergelijking


class Wensen(TypedDict):
    """What a person asked of a comparison."""

    out: str | None
    eenheid: str | None
    as_json: bool


@click.command(options_metavar="[OPTIES]")
@click.argument("old", metavar="OLD", type=BRON)
@click.argument("new", metavar="NEW", type=BRON)
@click.option(
    "--out",
    metavar="FILE.docx",
    type=click.Path(dir_okay=False),
    help="Schrijf het wijzigingenoverzicht als Word-bestand.",
)
@click.option(
    "--eenheid",
    type=click.Choice(["euro", "duizend", "miljoen"]),
    help="Eenheid van de bedragen (standaard: die van het profiel).",
)
@JSON
def compare(old: str, new: str, **wensen: Unpack[Wensen]) -> None:
    """Zeg wat er tussen twee documenten is gewijzigd: eerst de cijfers, dan teksten en indeling.

    OLD en NEW zijn bronnen: een map met boekwerk.yaml, een .yaml- of .json-bestand of een
    Excel-werkmap. Verschillen zijn geen fout: de exitcode is 0 als er vergeleken kon worden.
    """
    from reportgen.errors import ReportgenError
    from reportgen.vergelijking import compare as vergelijk

    _keur(wensen["out"], "--out")
    try:
        vergelijking = _met_eenheid(vergelijk(old, new), wensen["eenheid"])
    except ReportgenError as fout:
        _toon_fouten(fout.problems, as_json=wensen["as_json"])
        return
    _toon(vergelijking, wensen)


def _keur(pad: str | None, optie: str) -> None:
    if pad is not None and not pad.lower().endswith(".docx"):
        raise click.BadParameter("geef een naam die eindigt op .docx", param_hint=optie)


def _toon(vergelijking: Vergelijking, wensen: Wensen) -> None:
    from reportgen.cli.comparing import show_comparison
    from reportgen.cli.printing import show_json
    from reportgen.vergelijking import overzicht, plat

    if wensen["as_json"]:
        show_json(problems_dict([]) | plat(vergelijking))
    else:
        show_comparison(overzicht(vergelijking))


def _met_eenheid(vergelijking: Vergelijking, eenheid: str | None) -> Vergelijking:
    """Print in another unit than the profile's."""
    from dataclasses import replace

    if eenheid is None:
        return vergelijking
    profiel = vergelijking.nieuw.profiel
    notatie = profiel.notatie.model_copy(update={"eenheid": eenheid})
    nieuw = vergelijking.nieuw.model_copy(
        update={"profiel": profiel.model_copy(update={"notatie": notatie})}
    )
    return replace(vergelijking, nieuw=nieuw)


def _toon_fouten(problems: tuple[Problem, ...], *, as_json: bool) -> None:
    from reportgen.cli.printing import show_count, show_json, show_problems

    if as_json:
        show_json(problems_dict(problems))
    else:
        show_problems(problems)
        show_count(problems)
    finish(problems)
