"""The command `read`: Word back to data, what was edited, and edits into the source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from reportgen.cli.options import BRON, JSON, STRICT, finish, problems_dict
from reportgen.cli.returned import Terug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.reading import Gelezen

_WERKMAP = ".xlsx"


class Wensen(TypedDict):
    """What a person asked of a document that came back."""

    against: str | None
    write: bool
    out: str | None
    as_json: bool
    strict: bool


@click.command(options_metavar="[OPTIES]")
@click.argument(
    "files",
    metavar="FILE.docx…",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False),
)
@click.option(
    "--against",
    metavar="SOURCE",
    type=BRON,
    help="Vergelijk met wat gedrukt werd en met wat deze bron nu zegt.",
)
@click.option(
    "--write",
    is_flag=True,
    help="Zet de bewerkingen in SOURCE, behalve conflicten; opmerkingen in de YAML blijven staan.",
)
@click.option(
    "--out",
    metavar="PAD",
    type=click.Path(),
    help="Nieuwe map met de data; met --write en een Excel-bron: de kopie van de werkmap.",
)
@STRICT
@JSON
def read(files: Sequence[str], **wensen: Unpack[Wensen]) -> None:
    """Lees hoofdstukken uit Word terug: hun data, en wat mensen erin bewerkten.

    Zonder opties komt de data als YAML op het scherm, met daaronder elke bewerking. Met --against
    ziet u wat alleen in Word, alleen in de data of op beide plekken is veranderd.
    """
    _keur(wensen)
    terug = Terug()
    for pad in files:
        terug.lees(pad, _lees)
    if wensen["against"]:
        wordt = terug.vergelijk(wensen["against"])
        if wordt is not None and wensen["write"]:
            terug.schrijf(wensen["against"], wordt, wensen["out"])
    elif wensen["out"]:
        terug.schrijf_map(wensen["out"])
    _toon(terug, wensen)
    finish(terug.alles(), strict=wensen["strict"])


def _toon(terug: Terug, wensen: Wensen) -> None:
    """Print it all, for a person or for a machine."""
    from reportgen.cli.edits import returned_dict, show_returned
    from reportgen.cli.printing import show_json

    if wensen["as_json"]:
        show_json(problems_dict(terug.alles()) | returned_dict(terug))
    else:
        show_returned(terug, met_data=not (wensen["against"] or wensen["out"]))


def _lees(pad: Path) -> Gelezen:
    """Read a Word file, of reportgen or of anyone."""
    from importlib import import_module

    gelezen: Gelezen = import_module("reportgen.reading").read(pad.read_bytes())
    return gelezen


def _keur(wensen: Wensen) -> None:
    """Refuse options that do not go together."""
    against, out = wensen["against"], wensen["out"]
    if wensen["write"] and not against:
        raise click.UsageError("geef bij --write met --against de bron waarin geschreven wordt")
    if against and not wensen["write"] and out:
        raise click.UsageError("--out hoort bij --write, of staat zonder --against")
    if not (against and wensen["write"]):
        return
    werkmap = Path(against).suffix.lower() == _WERKMAP
    if werkmap and not out:
        raise click.UsageError("geef met --out de kopie: de werkmap zelf blijft zoals ze is")
    if out and not werkmap:
        raise click.UsageError("--out hoort bij een werkmap; andere bronnen worden bijgewerkt")
    if out and Path(out).resolve() == Path(against).resolve():
        raise click.UsageError("de kopie is de werkmap zelf: geef bij --out een andere naam")
