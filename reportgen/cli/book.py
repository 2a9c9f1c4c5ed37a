"""The command `book`: a whole boekwerk in one Word file, or one for each kerntaak."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from reportgen.cli.options import BRON, JSON, STRICT, finish, problems_dict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.batch import Opdracht, Outcome
    from reportgen.errors import Problem
    from reportgen.model import Boekwerk
    from reportgen.word import Appendix


_WORD = click.Path(exists=True, dir_okay=False)
_STANDAARD = {False: "boek.docx", True: "boeken"}


class Wensen(TypedDict):
    """What a person asked of a book."""

    per: str | None
    template: str | None
    chapter: str | None
    out: str | None
    allow_missing: bool
    paginanummers: bool
    as_json: bool
    strict: bool


@click.command(options_metavar="[OPTIES]")
@click.argument("source", metavar="SOURCE", type=BRON)
@click.option(
    "--per",
    type=click.Choice(["kerntaak"]),
    help="Maak een Word-bestand per kerntaak, in een map, in plaats van één voor alles.",
)
@click.option("--template", metavar="T", type=_WORD, help="Ander sjabloon van het boek.")
@click.option("--chapter", metavar="T", type=_WORD, help="Ander sjabloon van een prestatie erin.")
@click.option(
    "--out",
    metavar="PATH",
    type=click.Path(),
    help="Het Word-bestand (standaard: boek.docx), of de map bij --per kerntaak.",
)
@click.option(
    "--allow-missing",
    is_flag=True,
    help="Maak het boek ook als prestaties fouten hebben: die staan er dan als ONTBREEKT in.",
)
@click.option(
    "--paginanummers",
    is_flag=True,
    help="Vul de paginanummers in de inhoudsopgave in, met LibreOffice.",
)
@STRICT
@JSON
def book(source: str, **wensen: Unpack[Wensen]) -> None:
    """Maak van een heel boekwerk één Word-bestand.

    Met voorblad, inhoudsopgave, overzichten en een hoofdstuk per kerntaak. Bij fouten in de data
    wordt er niets geschreven, tenzij met --allow-missing.
    """
    from reportgen.errors import ReportgenError

    out = _uitvoer(wensen)
    boekwerk, problems = _gelezen(source, allow_missing=wensen["allow_missing"])
    fout = any(problem.severity == "error" for problem in problems)
    if boekwerk is None or (fout and not wensen["allow_missing"]):
        _toon([], problems, wensen, boekwerk)
        return
    try:
        opdracht = _opdracht(boekwerk, source, problems, wensen)
    except ReportgenError as fout_:
        _toon([], problems + list(fout_.problems), wensen, boekwerk)
        return
    _toon(_gemaakt(boekwerk, out, opdracht, wensen), problems, wensen, boekwerk)


def _uitvoer(wensen: Wensen) -> str:
    """Say where the result goes, and refuse a place that cannot be it."""
    out = wensen["out"] or _STANDAARD[wensen["per"] is not None]
    if wensen["per"] is None and not out.lower().endswith(".docx"):
        raise click.BadParameter("geef een naam die eindigt op .docx", param_hint="--out")
    if wensen["per"] and out.lower().endswith(".docx"):
        raise click.BadParameter("bij --per kerntaak is dit een map", param_hint="--out")
    return out


def _gelezen(source: str, *, allow_missing: bool) -> tuple[Boekwerk | None, list[Problem]]:
    """Read and check a source; as far as it goes, where parts of it may be missing."""
    from reportgen.checks import check
    from reportgen.errors import DataError
    from reportgen.sources import load, load_partial

    try:
        boekwerk, problems = load_partial(source) if allow_missing else (load(source), [])
    except DataError as fout:
        return None, list(fout.problems)
    weg = {problem.where.nummer for problem in problems}  # what was not read has no other faults
    gevonden = [p for p in check(boekwerk) if not p.where.nummer or p.where.nummer not in weg]
    return boekwerk, problems + gevonden


def _opdracht(
    boekwerk: Boekwerk, source: str, problems: Sequence[Problem], wensen: Wensen
) -> Opdracht:
    """Prepare all that a book needs, so that what is wrong with it is told before one is made."""
    from dataclasses import replace

    from reportgen.batch import Opdracht, missing_of
    from reportgen.documents import book_template

    sjabloon = book_template(
        wensen["template"], wensen["chapter"], levels=len(boekwerk.profiel.niveaus)
    )
    bijlagen: Sequence[Appendix] = ()
    if boekwerk.bijlagen and not wensen["per"]:
        from reportgen.batch.bijlagen import appendices

        bijlagen = appendices(boekwerk, source)
    opdracht = Opdracht(sjabloon, missing_of(boekwerk, problems), appendices=bijlagen)
    if wensen["paginanummers"]:
        from reportgen.batch.paginas import paginated

        return replace(opdracht, steps=(paginated,))
    return opdracht


def _gemaakt(boekwerk: Boekwerk, out: str, opdracht: Opdracht, wensen: Wensen) -> list[Outcome]:
    from dataclasses import replace

    from reportgen.batch import build_book, build_books
    from reportgen.cli.printing import counting

    with counting("Boek maken", len(boekwerk.prestaties)) as done:
        opdracht = replace(opdracht, done=done)
        if wensen["per"]:
            return list(build_books(boekwerk, out, opdracht))
        return [build_book(boekwerk, out, opdracht)]


def _toon(
    uitkomsten: Sequence[Outcome],
    problems: list[Problem],
    wensen: Wensen,
    boekwerk: Boekwerk | None,
) -> None:
    from reportgen.batch import Made
    from reportgen.cli.ledgers import ledgers_dict, show_ledgers
    from reportgen.cli.printing import (
        console,
        outcome_dict,
        show_book,
        show_count,
        show_json,
        show_problems,
    )

    alles = problems + [p for uitkomst in uitkomsten for p in uitkomst.problems]
    if wensen["as_json"]:
        documenten = {"documents": [outcome_dict(u) for u in uitkomsten]}
        show_json(problems_dict(alles) | documenten | ledgers_dict(boekwerk))
    else:
        show_ledgers(boekwerk)
        show_problems(alles)
        for uitkomst in uitkomsten:
            show_book(uitkomst)
        if not any(isinstance(uitkomst, Made) for uitkomst in uitkomsten):
            console().print("Er is geen boek geschreven.")
        show_count(alles, strict=wensen["strict"])
    finish(alles, strict=wensen["strict"])
