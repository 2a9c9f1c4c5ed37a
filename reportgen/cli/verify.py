"""The command `verify`: which chapters in a folder were edited, are stale, or are missing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from reportgen.cli.options import BRON, JSON, SJABLOON, problems_dict, template_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.batch.nazien import Nagezien

_WOORDEN = {
    "ok": "in orde",
    "edited": "veranderd",
    "stale": "verouderd",
    "missing": "ontbreekt",
    "extra": "onbekend",
}
_MIS = {"edited", "stale", "missing"}


@click.command(options_metavar="[OPTIES]")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False))
@click.option(
    "--source",
    metavar="SOURCE",
    type=BRON,
    help="De bron: zegt ook welke hoofdstukken verouderd zijn of nog niet gemaakt.",
)
@SJABLOON
@JSON
def verify(folder: str, source: str | None, template: str | None, *, as_json: bool) -> None:
    """Ga na of de hoofdstukken in DIR nog zijn zoals reportgen render ze maakte.

    Noemt wat in Word is veranderd, wat ontbreekt en, met --source, wat ouder is dan de data.
    """
    from reportgen.batch.nazien import verify as look_over
    from reportgen.cli.printing import show_json, show_problems
    from reportgen.errors import ReportgenError
    from reportgen.sources import load

    if template and not source:
        raise click.UsageError("--template zegt alleen iets naast een bron; geef ook --source")
    try:
        boekwerk = load(source) if source else None
        gezien = look_over(folder, boekwerk, template_of(template))
    except ReportgenError as fout:
        if as_json:
            show_json(problems_dict(fout.problems) | {"documents": []})
        else:
            show_problems(fout.problems)
        raise SystemExit(1) from None
    if as_json:
        show_json(problems_dict(()) | {"documents": [_dict(staat) for staat in gezien]})
    else:
        _toon(gezien, met_bron=source is not None)
    if any(staat.state in _MIS for staat in gezien):
        raise SystemExit(1)


def _dict(staat: Nagezien) -> dict[str, str]:
    return {naam: getattr(staat, naam) for naam in staat.__slots__}


def _toon(gezien: Sequence[Nagezien], *, met_bron: bool) -> None:
    """Print what is not as it was made, and how many are how."""
    from rich import box
    from rich.table import Table

    from reportgen.cli.printing import console

    tabel = Table("Bestand", "Oordeel", "Waarom", box=box.SIMPLE_HEAD, pad_edge=False)
    for staat in gezien:
        if staat.state != "ok":
            stijl = "red" if staat.state in _MIS else ""
            tabel.add_row(staat.file, _WOORDEN[staat.state], staat.why, style=stijl)
    if tabel.rows:
        console().print(tabel, soft_wrap=False)
    aantallen = Counter[str](staat.state for staat in gezien)
    delen = [f"{aantallen[s]} {woord}" for s, woord in _WOORDEN.items() if aantallen[s]]
    console().print(f"{', '.join(delen) or 'geen hoofdstukken'}.")
    if not met_bron:
        console().print("Met --source SOURCE ziet u ook welke hoofdstukken verouderd zijn.")
