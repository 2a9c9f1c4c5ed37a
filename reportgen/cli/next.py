"""The command `next`: the folder of the following edition, made from this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reportgen.editie import Overgang
    from reportgen.model import Boekwerk, Soort

SOORTEN = ("begroting", "monitor", "jaarverslag")


def lees_datum(_context: click.Context, _optie: click.Parameter, tekst: str | None) -> date | None:
    """Read a date as the data writes it."""
    from reportgen.model.waarden import Datum

    dag: date | None = _gelezen(Datum, tekst)
    return dag


def _titel(_context: click.Context, _optie: click.Parameter, tekst: str | None) -> str:
    """Read a title as the data writes it."""
    from reportgen.model.waarden import Tekstregel

    return str(_gelezen(Tekstregel, tekst) or "")


def _gelezen(soort: Any, tekst: str | None) -> Any:  # noqa: ANN401  an annotation, its value
    """Read an option as a field of the model, with the objection of the model."""
    from pydantic import TypeAdapter, ValidationError

    if tekst is None:
        return None
    try:
        return TypeAdapter(soort).validate_python(tekst)
    except ValidationError as fout:
        (detail,) = fout.errors(include_url=False)
        raise click.BadParameter(f"{detail['msg']}; {detail['ctx']['cure']}") from None


@click.command("next", options_metavar="[OPTIES]")
@click.argument("source", metavar="SOURCE", type=click.Path(exists=True))
@click.option("--soort", type=click.Choice(SOORTEN), required=True, help="Soort document.")
@click.option(
    "--peildatum",
    metavar="JJJJ-MM-DD",
    callback=lees_datum,
    help="Dag tot en met welke wordt gerapporteerd; verplicht bij een monitor.",
)
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False),
    required=True,
    help="Nieuwe of lege map voor de volgende editie.",
)
@click.option(
    "--jaar",
    type=click.IntRange(1900, 2199),
    metavar="JAAR",
    help="Begrotingsjaar (standaard: het eerste jaar waarin dit soort document kan volgen).",
)
@click.option("--titel", metavar="T", callback=_titel, help="Titel van het document.")
def next_(
    source: str,
    soort: Soort,
    peildatum: date | None,
    out: str,
    **keuzes: Any,  # noqa: ANN401  year and title
) -> None:
    """Maak van deze editie de map van de volgende.

    De teksten blijven en staan als nog niet nagekeken, de bedragen gaan naar de kolom waar ze nu
    horen, en voortgang en statussen worden leeggemaakt. SOURCE zelf verandert niet.
    """
    from pathlib import Path

    from reportgen.batch import write_folder
    from reportgen.cli.printing import console
    from reportgen.editie import next_edition
    from reportgen.errors import DataError
    from reportgen.sources import load
    from reportgen.sources.schrijven import dump

    boekwerk = load(source)
    try:
        nieuw = next_edition(boekwerk, soort, peildatum=peildatum, **keuzes)
    except DataError as fout:
        bezwaren = "\n".join(f"{p.message}; {p.hint}" for p in fout.problems)
        raise click.UsageError(bezwaren) from None
    write_folder(Path(out), {naam: tekst.encode() for naam, tekst in dump(nieuw).items()})
    for regel in _vervolg(boekwerk, nieuw, (source, out)):
        console().print(regel)


def _vervolg(oud: Boekwerk, nieuw: Boekwerk, mappen: tuple[str, str]) -> Iterator[str]:
    """Say what was made, and what is to be done with it."""
    from reportgen import notation
    from reportgen.editie import moment, overgang

    source, out = mappen
    aantal = len(nieuw.prestaties)
    bestanden = f"{aantal} {'bestand' if aantal == 1 else 'bestanden'} in de map prestaties"
    yield f"{nieuw.titel} staat als concept in {out}, met {bestanden}."
    yield (
        "Teksten: overgenomen, en per blok gemerkt als nog niet nagekeken. Haal een blok uit"
        " na_te_kijken zodra het klopt; kijk ook titels, inleidingen van doelen en colofon na."
    )
    if stap := overgang(moment(oud), moment(nieuw)):
        yield f"Bedragen – {'; '.join(_bedragen(stap, nieuw.soort))}."
    if oud.cijfers:
        namen = notation.opsomming([cijfers.naam for cijfers in oud.cijfers])
        yield (
            f"Grootboek: de bedragen uit {namen} staan nu bij de prestaties. Hebt u een nieuw"
            " grootboek, haal ze daar dan weg en noem het onder cijfers in boekwerk.yaml."
        )
    voortgang = "horen niet in een begroting" if nieuw.soort == "begroting" else "vult u nu in"
    yield f"Voortgang en statussen: leeggemaakt; die {voortgang}."
    yield f"Controleer daarna met: reportgen check {out} --previous {source}"


def _bedragen(stap: Overgang, soort: Soort) -> Iterator[str]:
    """Say per column where its amounts come from, and what is left to do."""
    from reportgen import notation
    from reportgen.model import KOLOMMEN

    nagaan = {**stap.tussenstand, **stap.begin}
    for kop, kolommen in (("overgenomen", stap.vast), ("nog na te gaan", nagaan)):
        if kolommen:
            delen = [n if n == oud else f"{n} uit {oud}" for n, oud in kolommen.items()]
            yield f"{kop}: {notation.opsomming(delen)}"
    if open_ := [kolom for kolom in KOLOMMEN[soort] if kolom not in stap.alle]:
        yield f"zelf in te vullen: {notation.opsomming(open_)}"
