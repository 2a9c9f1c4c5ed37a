"""A Word file from elsewhere, read to stand behind a document; or why it cannot, all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportgen.errors import DataError, Plaats, Problem, RenderError, TemplateError
from reportgen.word.appendices.theme import without_theme
from reportgen.word.opc.guard import guarded
from reportgen.word.opc.package import HOOFDDEEL, RUIM, read_package
from reportgen.word.pages import without_page_numbers
from reportgen.word.pages.stream import page_references
from reportgen.word.values.deel import Deel
from reportgen.word.values.gevolg import Gevolg
from reportgen.word.values.harvest import Ontvanger, Opbrengst
from reportgen.word.values.transplant import adapt, body_of
from reportgen.word.xml import parse_xml, w

_WOORDEN = (
    ("het document in het document", "de bijlage"),
    ("in dat document", "in de bijlage"),
    ("uit het sjabloon", "uit de bijlage"),
    ("het sjabloon", "de bijlage"),
    ("voor een sjabloon", "voor een bijlage"),
)
"""What the guard of templates calls a file, and what it is here."""

_GENOEG = 3


@dataclass(frozen=True, slots=True)
class Appendix:
    """A Word file (bijlage) that can stand behind a document."""

    naam: str
    """What messages call it: its path, as the source has it."""
    titel: str
    """Printed above it as a heading, with a bookmark; nothing where it has no title."""
    delen: Mapping[str, bytes] = field(repr=False)


def read_appendix(data: bytes, naam: str, titel: str = "") -> Appendix:
    """Read a Word file, and hold it against all that an appendix may not have.

    The page numbers in its own contents are emptied: they were right in another document.

    Raises:
        DataError: it is no Word file, runs something, leads out of itself, or holds what cannot
            come along; with every problem.
    """
    try:
        delen = without_theme(guarded(read_package(data, naam, RUIM), naam))
        los = [*_zonder_bladwijzer(delen[HOOFDDEEL])]
        delen[HOOFDDEEL] = without_page_numbers(delen[HOOFDDEEL])
        problems = [*_probeer(delen), *los]
    except (TemplateError, RenderError) as fout:
        problems = [*fout.problems]
    if problems:
        raise DataError(_van_bijlage(problem, naam) for problem in problems)
    return Appendix(naam, titel, delen)


def _probeer(delen: Mapping[str, bytes]) -> Sequence[Problem]:
    """Let it come to stand in nothing, so that what it cannot bring is known before the book."""
    ontvanger = Ontvanger(HOOFDDEEL, frozenset(), Opbrengst())
    gevolg = Gevolg(delen, ontvanger, "bijlage")
    try:
        adapt(body_of(delen), delen, Deel(HOOFDDEEL, (), {}), ontvanger, gevolg)
    except RenderError as fout:
        return fout.problems
    return ()


def _zonder_bladwijzer(xml: bytes) -> Iterator[Problem]:
    """Find page numbers that belong to a bookmark that is not there."""
    gevraagd = dict.fromkeys(veld.bladwijzer for veld in page_references(xml))
    starts = parse_xml(xml, HOOFDDEEL).iter(w("bookmarkStart")) if gevraagd else ()
    namen = {start.get(w("name")) for start in starts}
    if los := [naam for naam in gevraagd if naam not in namen]:
        welke = f"{', '.join(los[:_GENOEG])}{' en meer' if los[_GENOEG:] else ''}"
        wat = f"een paginanummer in de bijlage hoort bij een bladwijzer die er niet is: {welke}"
        cure = "werk de velden in Word bij (Ctrl+A, F9) en sla het bestand op"
        yield Problem("W29", "error", Plaats(), wat, cure)


def _van_bijlage(problem: Problem, naam: str) -> Problem:
    """Say of a problem that it is in this file, in words that fit one."""
    wat, cure = problem.message, problem.hint
    for sjabloon, bijlage in _WOORDEN:
        wat, cure = wat.replace(sjabloon, bijlage), cure.replace(sjabloon, bijlage)
    return replace(problem, where=replace(problem.where, bestand=naam), message=wat, hint=cure)
