"""The command `read`: Word back to data, what was edited, and edits into the source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from reportgen.cli.next import SOORTEN
from reportgen.cli.options import BRON, JSON, STRICT, finish, problems_dict
from reportgen.cli.returned import Terug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.model import Boekwerk
    from reportgen.reading import Gelezen

_WERKMAP = ".xlsx"
_VREEMD = "voor hoofdstukken die reportgen niet maakte."
_KOPVELDEN = ("organisatie", "soort", "jaar", "titel", "peildatum", "profiel")


class Wensen(TypedDict):
    """What a person asked of documents that came back, and said of their boekwerk."""

    organisatie: str | None
    soort: str | None
    jaar: int | None
    titel: str | None
    peildatum: str | None
    profiel: str | None

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
@click.option("--organisatie", metavar="NAAM", help=f"Naam van de organisatie; {_VREEMD}")
@click.option("--soort", type=click.Choice(SOORTEN), help=f"Soort document; {_VREEMD}")
@click.option(
    "--jaar", type=click.IntRange(1900, 2199), metavar="JAAR", help="Begrotingsjaar; idem."
)
@click.option("--titel", metavar="T", help="Titel van het document; idem.")
@click.option("--peildatum", metavar="JJJJ-MM-DD", help="Peildatum; idem.")
@click.option("--profiel", metavar="P", help="Naam of bestand van het profiel; idem.")
@STRICT
@JSON
def read(files: Sequence[str], **wensen: Unpack[Wensen]) -> None:
    """Lees hoofdstukken uit Word terug: hun data, en wat mensen erin bewerkten.

    Zonder opties komt de data als YAML op het scherm, met daaronder elke bewerking. Met --against
    ziet u wat alleen in Word, alleen in de data of op beide plekken is veranderd.
    """
    _keur(wensen)
    terug = Terug(kop=_kop(wensen))
    if wensen["against"]:
        terug.laad(wensen["against"])
    for pad in files:
        terug.lees(pad, _lees)
    if wensen["against"]:
        wordt = terug.vergelijk()
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


def _lees(pad: Path, kop: Boekwerk | None) -> Gelezen:
    """Read a Word file, of reportgen or of anyone."""
    from reportgen.reading import read as lees_word

    return lees_word(pad.read_bytes(), kop, pad.name)


def _kop(wensen: Wensen) -> Boekwerk | None:
    """Make the head of documents that do not hold it, of what was given."""
    from reportgen.errors import DataError
    from reportgen.reading.vreemd import Kop
    from reportgen.sources import load_profiel

    gegeven = {n: wensen[n] for n in _KOPVELDEN if wensen[n]}  # type: ignore[literal-required]
    if not gegeven:
        return None
    try:
        if profiel := gegeven.pop("profiel", None):
            gegeven["profiel"] = load_profiel(profiel)
        return Kop(**gegeven).boekwerk()
    except DataError as fout:
        bezwaren = "\n".join(f"{p.message}; {p.hint}" for p in fout.problems)
        raise click.UsageError(bezwaren) from None


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
