"""A whole boekwerk becomes one Word file, in one pass of one template."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.documents.onthouden import onthoud
from reportgen.documents.shipped import shipped, tijdstip
from reportgen.errors import Plaats, Problem, RenderError
from reportgen.model import Elders, boven, op_sleutel
from reportgen.view.boek import boek
from reportgen.word import Chart, Series, Template, composed, read_template, with_appendices

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Kerntaak
    from reportgen.view import Grafiek
    from reportgen.word import Appendix

_PLEK = "prestatie.hoofdstuk"
_MM = 36_000
"""English Metric Units in a millimetre."""
_BREED, _HOOG = 164 * _MM, 68 * _MM
"""The size of a chart: as wide as the text of the shipped template."""
_NIVEAUS = 3
"""Kerntaak, beleidsdoel, prestatie: the headings of a chapter go down by one less."""


def book_template(
    book: str | Path | None = None, chapter: str | Path | None = None, *, levels: int = _NIVEAUS
) -> Template:
    """Put the template of a chapter into that of a book, and compile the two as one.

    Args:
        book: the path of a template of a book; the shipped one when left out.
        chapter: idem of a chapter.
        levels: how many levels the tree of goals has, prestaties included.

    Raises:
        TemplateError: one of them is wrong, or they do not fit; with every problem found.
    """
    if book is None and chapter is None:
        return _standaard(levels)
    return _samen(Path(book or _boekpad()), Path(chapter or _hoofdstukpad()), levels)


@lru_cache(maxsize=3)
def _standaard(niveaus: int) -> Template:
    return _samen(_boekpad(), _hoofdstukpad(), niveaus)


def _samen(boekpad: Path, hoofdstukpad: Path, niveaus: int) -> Template:
    bronnen = read_template(boekpad), read_template(hoofdstukpad)
    heel = composed(*bronnen, _PLEK, shift=niveaus - 1, naam=boekpad.name)
    return Template(heel, boekpad.name)


def _boekpad() -> Path:
    return shipped("templates/boekwerk.docx")


def _hoofdstukpad() -> Path:
    return shipped("templates/prestatie.docx")


def book(
    boekwerk: Boekwerk,
    template: Template | None = None,
    *,
    missing: Mapping[str, Sequence[str]] | None = None,
    done: Callable[[str], object] | None = None,
    appendices: Sequence[Appendix] = (),
) -> bytes:
    """Make the Word file of a whole boekwerk; starts no other program, writes no file.

    The same data and template give the same bytes. What is wrong with the data is not looked for:
    `check` does that.

    Args:
        boekwerk: the document.
        template: another template than the shipped one, made by `book_template`.
        missing: the prestaties that cannot be in it yet, by number, each with what is wrong: it
            stands there as missing, with those words.
        done: is told the number of each section as it goes in.
        appendices: what `bijlagen` names, read; without, the book goes without.

    Raises:
        TemplateError: the template asks for something that a book does not have.
        RenderError: the result would not be a right document.
    """
    for prestatie in boekwerk.prestaties:
        if prestatie.nummer not in (missing or {}) and prestatie.vreemde_kolommen(boekwerk.soort):
            wat = f"er staan bedragen in die niet in een {boekwerk.soort} horen"
            waar = Plaats(nummer=prestatie.nummer, pad="financien")
            cure = "geef de prestatie van deze editie"
            raise RenderError([Problem("S2", "error", waar, wat, cure)])
    if boekwerk.bijlagen and not appendices:
        boekwerk = boekwerk.model_copy(update={"bijlagen": ()})
    inhoud = boek(boekwerk, tijdstip(), missing, done, _getekend)
    template = template or _standaard(len(boekwerk.profiel.niveaus))
    if boekwerk.profiel.gegevens_mee == "nee":
        return with_appendices(template.fill(inhoud), appendices)
    geheugen = onthoud(boekwerk, boekwerk.prestaties, template)
    return with_appendices(template.fill_with_memory(inhoud, geheugen), appendices)


def _getekend(grafiek: Grafiek) -> Chart:
    """Draw lasten and baten as a chart of Word."""
    reeksen = tuple(Series(naam, waarden) for naam, waarden in grafiek.reeksen)
    return Chart(
        grafiek.titel,
        grafiek.categorieen,
        reeksen,
        alt=grafiek.alt,
        eenheid=grafiek.eenheid,
        width=_BREED,
        height=_HOOG,
    )


def per_kerntaak(boekwerk: Boekwerk) -> Iterator[tuple[Kerntaak, Boekwerk]]:
    """Cut a boekwerk into one for each kerntaak; references to the others stay right."""
    sleutels = op_sleutel(kern.nummer for kern in boekwerk.kerntaken)
    van = {p.nummer: [*boven(p.nummer, sleutels)][-1:] for p in boekwerk.prestaties}
    for kern in boekwerk.kerntaken:
        eigen = tuple(p for p in boekwerk.prestaties if van[p.nummer] == [kern.nummer])
        anders = (p for p in boekwerk.prestaties if van[p.nummer] != [kern.nummer])
        elders = tuple(Elders(nummer=p.nummer, titel=p.titel) for p in anders)
        if eigen:
            yield (
                kern,
                boekwerk.model_copy(
                    update={
                        "kerntaken": (kern,),
                        "prestaties": eigen,
                        "elders": (*boekwerk.elders, *elders),
                        "bijlagen": (),
                    }
                ),
            )
