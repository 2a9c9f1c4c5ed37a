"""`reportgen check`: every problem in data and template, on the screen, as JSON or as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from reportgen.cli.options import BRON, JSON, SJABLOON, STRICT, Uitvoer, finish, template_of

if TYPE_CHECKING:
    from reportgen.errors import Problem
    from reportgen.model import Boekwerk
    from reportgen.rapport import Rapport


_WERKMAP = ".xlsx"


class Vraag(Uitvoer):
    """What a person asked of a check, beside source and template."""

    previous: str | None
    annotate: str | None
    html: str | None


@click.command(options_metavar="[OPTIES]")
@click.argument("source", metavar="[SOURCE]", type=BRON, required=False)
@SJABLOON
@click.option(
    "--previous",
    metavar="OLD",
    type=BRON,
    help="De vorige editie: ook controleren wat tussen de twee moet aansluiten.",
)
@click.option(
    "--annotate",
    metavar="OUT.docx|OUT.xlsx",
    type=click.Path(dir_okay=False),
    help="Schrijf een kopie met een opmerking bij elke bevinding: van het sjabloon (.docx), of van"
    " de werkmap die SOURCE is (.xlsx).",
)
@click.option(
    "--html",
    metavar="OUT.html",
    type=click.Path(dir_okay=False),
    help="Schrijf het rapport ook als webpagina, om te openen, te delen of te printen.",
)
@STRICT
@JSON
def check(source: str | None, template: str | None, **vraag: Unpack[Vraag]) -> None:
    """Noem elk probleem in data en sjabloon, zonder een hoofdstuk te schrijven.

    SOURCE is een map met boekwerk.yaml en prestaties/, of één .yaml-, .json- of .xlsx-bestand.
    Zonder SOURCE wordt alleen het sjabloon van --template gecontroleerd.
    """
    from reportgen.cli.reporting import show_report, write_page, write_workbook

    _keur(source, template, vraag)
    rapport = _onderzoek(source, template, vraag)
    if source and _is_werkmap(vraag["annotate"]):
        rapport = write_workbook(rapport, source, vraag["annotate"] or "")
    if vraag["html"]:
        rapport = write_page(rapport, vraag["html"])
    show_report(rapport, vraag)
    finish(rapport.problems, strict=vraag["strict"])


def _keur(source: str | None, template: str | None, vraag: Vraag) -> None:
    """Refuse a question that cannot be answered, before anything is done."""
    if not source and not template:
        raise click.UsageError("Geef een SOURCE, of een sjabloon met --template.")
    if vraag["annotate"] is not None:
        _keur_opmerkingen(vraag["annotate"], source, template)
    if vraag["html"] is not None and not vraag["html"].lower().endswith((".html", ".htm")):
        raise click.BadParameter("geef een naam die eindigt op .html", param_hint="--html")
    if vraag["previous"] is not None:
        _keur_vorige(vraag["previous"], source)


def _keur_opmerkingen(annotate: str, source: str | None, template: str | None) -> None:
    """Refuse a place for the annotated copy that is none, or that is the original itself."""
    from pathlib import Path

    uit = Path(annotate)
    if uit.suffix.lower() not in (".docx", _WERKMAP):
        melding = "geef een naam die eindigt op .docx (sjabloon) of .xlsx (werkmap)"
        raise click.BadParameter(melding, param_hint="--annotate")
    wat, origineel = "het sjabloon", template
    if _is_werkmap(annotate):
        wat, origineel = "de werkmap", source
        if not _is_werkmap(source):
            raise click.UsageError("--annotate OUT.xlsx hoort bij een SOURCE die een werkmap is.")
    if not origineel:
        raise click.UsageError("--annotate hoort bij --template: welk sjabloon?")
    if uit.exists() and uit.samefile(origineel):
        melding = f"dit is {wat} zelf; kies een andere naam"
        raise click.BadParameter(melding, param_hint="--annotate")


def _is_werkmap(pad: str | None) -> bool:
    return bool(pad) and (pad or "").lower().endswith(_WERKMAP)


def _keur_vorige(previous: str, source: str | None) -> None:
    """Refuse a previous edition of nothing, or of itself."""
    from pathlib import Path

    if not source:
        raise click.UsageError("--previous hoort bij een SOURCE: wat moet daarop aansluiten?")
    if Path(previous).samefile(source):
        melding = "dit is dezelfde bron; geef de editie ervoor"
        raise click.BadParameter(melding, param_hint="--previous")


def _onderzoek(source: str | None, template: str | None, vraag: Vraag) -> Rapport:
    """Check what there is: the template by itself, the source, and the two together."""
    from reportgen.checks import applied, catalogue
    from reportgen.rapport import Rapport

    annotate = None if _is_werkmap(vraag["annotate"]) else vraag["annotate"]
    sjabloon = _sjabloonproblemen(template, annotate) if template else []
    naam = _naam(template) if template else ""
    if not source:
        return Rapport(tuple(sjabloon), sjabloon=naam)
    fout = any(problem.severity == "error" for problem in sjabloon)
    boekwerk, problems = _gelezen(source)
    vorig, bezwaren = _vorige(vraag["previous"])
    if boekwerk:
        problems += _bevindingen(boekwerk, vorig, None if fout else template)
    return Rapport(
        (*problems, *bezwaren, *sjabloon),
        boekwerk,
        vorig,
        bron=_naam(source),
        sjabloon=naam,
        catalogus=catalogue(),
        gelopen=applied(edities=vorig is not None) if boekwerk else frozenset(),
    )


def _sjabloonproblemen(template: str, annotate: str | None) -> list[Problem]:
    """Hold a template against the fields of a chapter; give it back with comments when asked."""
    from pathlib import Path

    from reportgen.batch import write_whole
    from reportgen.documents import annotated_template, inspect_template
    from reportgen.errors import ReportgenError

    try:
        if annotate:
            write_whole(Path(annotate), annotated_template(template))
        return inspect_template(template)
    except ReportgenError as fout:
        return list(fout.problems)


def _gelezen(source: str) -> tuple[Boekwerk | None, list[Problem]]:
    """Read a source, or say why it cannot be read."""
    from reportgen.errors import DataError
    from reportgen.sources import load

    try:
        return load(source), []
    except DataError as fout:
        return None, list(fout.problems)


def _vorige(previous: str | None) -> tuple[Boekwerk | None, list[Problem]]:
    """Read the previous edition; what is wrong with it is told apart from the source itself."""
    if previous is None:
        return None, []
    vorig, problems = _gelezen(previous)
    return vorig, [_van_vorige(problem) for problem in problems]


def _van_vorige(problem: Problem) -> Problem:
    """Say of a problem that it is in the previous edition; its sections are not those of now."""
    from dataclasses import replace

    bestand = f"vorige editie: {problem.where.bestand}"
    return replace(problem, where=replace(problem.where, bestand=bestand, nummer=""))


def _bevindingen(boekwerk: Boekwerk, vorig: Boekwerk | None, template: str | None) -> list[Problem]:
    """Check a boekwerk, and try it in a template."""
    from reportgen.checks import check as check_data
    from reportgen.documents import check_template
    from reportgen.errors import ReportgenError

    problems = check_data(boekwerk, vorig)
    try:
        return problems + check_template(boekwerk, template_of(template))
    except ReportgenError as fout:
        return problems + list(fout.problems)


def _naam(pad: str) -> str:
    """Name a file or folder as its owner knows it, without the way to it."""
    from pathlib import Path

    return Path(pad).resolve().name
