"""Data becomes Word: the view of a prestatie in the template of a chapter."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.checks import Gedrukt, Geldtabel, check_outline, check_printed
from reportgen.documents.onthouden import onthoud
from reportgen.documents.shipped import shipped, tijdstip
from reportgen.errors import Plaats, Problem, RenderError, ReportgenError
from reportgen.view import HoofdstukView, geldtabellen, hoofdstuk
from reportgen.word import Template, annotated, inspected, outline

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Prestatie


@lru_cache(maxsize=1)
def standard_template() -> Template:
    """Give the shipped template of a chapter, compiled once per process."""
    return Template(shipped("templates/prestatie.docx"))


def render(prestatie: Prestatie, boekwerk: Boekwerk, template: Template | None = None) -> bytes:
    """Make the Word chapter of one prestatie; without a template, in the shipped one.

    The same data and template give the same bytes: the moment in the properties is that of the
    data, or that of `SOURCE_DATE_EPOCH` (reproducible-builds.org) where the environment has it.
    Starts no other program, writes no file.

    Raises:
        TemplateError: the template asks for something that a chapter does not have.
        RenderError: the result would not be a right document, or the prestatie has amounts of
            another kind of document.
    """
    return render_at(prestatie, boekwerk, template, tijdstip())


def render_at(
    prestatie: Prestatie, boekwerk: Boekwerk, template: Template | None, moment: str
) -> bytes:
    """Make the chapter of a prestatie, whatever the environment: the moment is given.

    Raises:
        TemplateError: the template asks for something that a chapter does not have.
        RenderError: the result would not be a right document.
    """
    if vreemd := prestatie.vreemde_kolommen(boekwerk.soort):
        wat = f"de kolom ‘{min(vreemd)}’ hoort niet in een {boekwerk.soort}"
        waar = Plaats(nummer=prestatie.nummer, pad="financien")
        raise RenderError([Problem("S2", "error", waar, wat, "geef de prestatie van deze editie")])
    sjabloon = template or standard_template()
    view = hoofdstuk(prestatie, boekwerk, moment, met_totalen=asks_totals(sjabloon))
    if boekwerk.profiel.gegevens_mee == "nee":
        return sjabloon.fill(view)
    return sjabloon.fill_with_memory(view, onthoud(boekwerk, (prestatie,), sjabloon))


def asks_totals(template: Template) -> bool:
    """Say whether a template prints totals: figures of other prestaties."""
    return template.mentions("totalen")


def inspect(word: bytes, nummer: str = "") -> list[Problem]:
    """Hold a finished document against the rules of accessibility."""
    return check_outline(outline(word), nummer)


def inspect_chapter(word: bytes, prestatie: Prestatie, boekwerk: Boekwerk) -> list[Problem]:
    """Hold a finished chapter against every rule about documents, and beside its data."""
    return check_printed(printed(word, prestatie, boekwerk))


def printed(word: bytes, prestatie: Prestatie, boekwerk: Boekwerk) -> Gedrukt:
    """Read a finished chapter back, and lay beside it the tables that it should have."""
    tabellen = tuple(
        Geldtabel(
            tabel,
            kop=(view.eerste_kolom, *view.kolommen),
            namen=tuple(rij.omschrijving for rij in view.rijen),
            cellen=tuple(rij.cellen for rij in view.rijen),
            noten=view.noten,
        )
        for tabel, view in geldtabellen(prestatie, boekwerk)
    )
    return Gedrukt(outline(word), prestatie, boekwerk, tabellen)


def inspect_template(pad: str | Path) -> list[Problem]:
    """Hold a template against the fields of a chapter, without data: all that is wrong with it.

    Raises:
        TemplateError: it is no Word file, or one that no reader should open.
    """
    return inspected(pad, HoofdstukView)


def annotated_template(pad: str | Path) -> bytes:
    """Give a template back with a comment in Word at each thing that `inspect_template` finds.

    Raises:
        TemplateError: it is no Word file, or one that no reader should open.
    """
    return annotated(pad, HoofdstukView)


def check_template(boekwerk: Boekwerk, template: Template | None = None) -> list[Problem]:
    """Try a template on every prestatie, without keeping anything: what is wrong, once each."""
    problems: dict[Problem, None] = {}
    for prestatie in boekwerk.prestaties:
        try:
            word = render(prestatie, boekwerk, template)
            gevonden = inspect_chapter(word, prestatie, boekwerk)
        except ReportgenError as fout:
            gevonden = list(fout.problems)
        problems |= dict.fromkeys(gevonden)
    return list(problems)
