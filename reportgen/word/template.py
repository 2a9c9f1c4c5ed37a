"""A Word template: compiled once, filled many times.

The room behind the engine: `Template(path_or_bytes)` and `.fill(context) -> bytes`. It knows no
prestatie, and could fill a template for any model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError, UndefinedError, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from markupsafe import Markup
from pydantic import BaseModel

from reportgen.errors import Plaats, Problem, RenderError, TemplateError, oorzaak
from reportgen.word.content import Inhoud
from reportgen.word.dialect import Bron, translate, translate_plain
from reportgen.word.ids import renumber
from reportgen.word.package import geweigerd, read_package, rels_name, write_package
from reportgen.word.parts import (
    content_types,
    external_targets,
    first_free_num,
    relation_ids,
    text_parts,
    with_links,
    with_lists,
    without_attached_template,
)
from reportgen.word.repair import repair
from reportgen.word.sandbox import Sandbox, in_attribute, in_property, in_text
from reportgen.word.scan import scan
from reportgen.word.styles import NUMBERING, read_styles
from reportgen.word.xml import parse_xml, to_bytes

_INHOUD = "reportgen:inhoud"
"""Where a fill keeps its writer: a name that no template can spell."""

_NAAM = re.compile(r"attribute '(\w+)'|'(?:[\w.]+\.)?(\w+)' is undefined")
_GEVAAR = re.compile(rb"<!DOCTYPE|\bDDE(?:AUTO)?\b|\bINCLUDE(?:TEXT|PICTURE)\b")
_TAG = re.compile(rb"\{\{[^{}]{1,200}\}\}|\{%[^{}]{1,200}%\}")


@pass_context
def _blokken(context: Context, waarde: object, look: int) -> Markup:
    inhoud: Inhoud = context[_INHOUD]
    return inhoud.blokken(waarde, look)


@pass_context
def _stukken(context: Context, waarde: object, look: int) -> Markup:
    inhoud: Inhoud = context[_INHOUD]
    return inhoud.stukken(waarde, look)


_TEKST = Sandbox(in_text, {"blokken": _blokken, "stukken": _stukken, "attribuut": in_attribute})
_EIGENSCHAP = Sandbox(in_property, {})


@dataclass(frozen=True, slots=True)
class _Part:
    """A part with tags, compiled."""

    naam: str
    bron: Bron
    template: Any
    alineas: bool
    relaties: frozenset[str]


class Template:
    """A Word template with tags; immutable, safe to share between threads, picklable."""

    def __init__(self, source: str | Path | bytes) -> None:
        """Read and compile a template.

        Args:
            source: the path of a `.docx`, or its bytes.

        Raises:
            TemplateError: it cannot be read, or its tags are wrong; with every problem found.
        """
        self.naam = "sjabloon" if isinstance(source, bytes) else Path(source).name
        self._bytes = source if isinstance(source, bytes) else _lees(Path(source))
        self._delen = read_package(self._bytes, self.naam)
        try:
            self._lees_in()
        except RenderError as fout:
            raise TemplateError(fout.problems) from None

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as the bytes; the other process compiles its own."""
        return type(self), (self._bytes,), {"naam": self.naam}

    def fill(self, context: Mapping[str, Any] | BaseModel) -> bytes:
        """Fill the template and give the bytes of the `.docx`.

        Args:
            context: the values by name; a pydantic model gives its fields.

        Raises:
            TemplateError: the template asks for something that the context does not have.
            RenderError: the result would not be a right document.
        """
        waarden = dict(context)
        delen = dict(self._delen)
        lijsten: dict[int, str] = {}
        for part in self._parts:
            bezet = part.relaties
            inhoud = Inhoud(self._styles, part.bron.looks, self._eerste_num, bezet, lijsten=lijsten)
            xml = self._vul(part, {**waarden, _INHOUD: inhoud})
            wortel = parse_xml(xml, part.naam)
            if part.alineas:
                repair(wortel)
                renumber(wortel)
            delen[part.naam] = to_bytes(wortel)
            if inhoud.links:
                delen[rels_name(part.naam)] = with_links(delen, part.naam, inhoud.links)
        if lijsten:
            delen[NUMBERING] = with_lists(delen[NUMBERING], lijsten)
        return write_package(delen)

    def _lees_in(self) -> None:
        """Read the parts, once."""
        self._weiger_vreemd()
        self._styles = read_styles(self._delen)
        self._eerste_num = first_free_num(self._delen)
        tekst, eigenschappen = text_parts(self._delen)
        parts: list[_Part] = []
        problems = self._onvervulbaar({*tekst, *eigenschappen})
        for naam in (*tekst, *eigenschappen):
            try:
                parts += self._compileer(naam, alineas=naam in tekst)
            except TemplateError as fout:
                problems += fout.problems
        if problems:
            raise TemplateError(problems)
        self._parts = tuple(parts)

    def _weiger_vreemd(self) -> None:
        """Refuse what is no plain document or leads out of it; forget what it was based on."""
        soorten = content_types(self._delen)
        if any("macroEnabled" in soort for soort in soorten):
            raise geweigerd(self.naam, "de sjabloon bevat macro's", "sla hem op als .docx")
        if not any(soort.endswith("wordprocessingml.document.main+xml") for soort in soorten):
            raise geweigerd(self.naam, "dit is geen gewoon Word-document", "sla het op als .docx")
        for naam, inhoud in self._delen.items():
            if naam.endswith((".xml", ".rels")) and (gevaar := _GEVAAR.search(inhoud)):
                wat = f"{naam} bevat iets wat buiten het document leest: {gevaar[0].decode()}"
                raise geweigerd(self.naam, wat, "haal het in Word uit de sjabloon")
        self._delen = without_attached_template(self._delen)
        if vreemd := external_targets(self._delen):
            wat = f"de sjabloon verwijst naar iets buiten het document: {vreemd[0][:80]}"
            raise geweigerd(self.naam, wat, "neem het in het document op, of haal het weg")

    def _compileer(self, naam: str, *, alineas: bool) -> Iterator[_Part]:
        lees, sandbox = (translate, _TEKST) if alineas else (translate_plain, _EIGENSCHAP)
        if bron := lees(self._delen[naam], naam):
            try:
                code = sandbox.compiled(bron.jinja)
                yield _Part(naam, bron, code, alineas, relation_ids(self._delen, naam))
            except TemplateSyntaxError as fout:
                raise TemplateError([_syntaxfout(naam, fout, bron.jinja)]) from None

    def _onvervulbaar(self, gevuld: set[str]) -> list[Problem]:
        """Find tags in parts that are copied as they are (comments, addresses, charts)."""
        cure = "zet de tag in de hoofdtekst, een kop- of voettekst of de titel van het document"
        return [
            _probleem("W16", naam, "hier staan tags die niet worden ingevuld", cure)
            for naam, inhoud in self._delen.items()
            if naam not in gevuld and naam.endswith((".xml", ".rels")) and _TAG.search(inhoud)
        ]

    def _vul(self, part: _Part, waarden: dict[str, Any]) -> bytes:
        try:
            xml: str = part.template.render(waarden)
            return xml.encode()
        except UndefinedError as fout:
            waar = _tag_van(part.bron.jinja, fout)
            naam = _NAAM.search(fout.message or "")
            wat = f"‘{naam[1] or naam[2]}’" if naam else "iets"
            tekst = f"{waar} vraagt {wat}, en dat is er niet"
            cure = "controleer de naam in de tag; templates/README.md noemt alle velden"
            raise TemplateError([_probleem("W3", part.naam, tekst, cure)]) from None
        except SecurityError as fout:
            cure = "gebruik in een tag alleen namen van velden"
            tekst = f"{_tag_van(part.bron.jinja, fout)} doet iets wat niet mag ({fout.message})"
            raise TemplateError([_probleem("W19", part.naam, tekst, cure)]) from None
        except (JinjaError, ArithmeticError, LookupError, TypeError, ValueError) as fout:
            tekst = f"{_tag_van(part.bron.jinja, fout)} kan niet worden ingevuld ({fout})"
            cure = "controleer de tags van dit onderdeel"
            raise RenderError([_probleem("W17", part.naam, tekst, cure)]) from None


def _lees(pad: Path) -> bytes:
    try:
        return pad.read_bytes()
    except OSError as fout:
        tekst = f"de sjabloon kan niet worden gelezen ({oorzaak(fout)})"
        raise geweigerd(pad.name, tekst, "controleer het pad") from None


def _syntaxfout(naam: str, fout: TemplateSyntaxError, bron: str) -> Problem:
    tekst = f"een tag in de sjabloon klopt niet: {_tag_op(bron, fout.lineno)} ({fout.message})"
    return _probleem("W17", naam, tekst, "verbeter de tag; gebruik rechte aanhalingstekens")


def _tag_op(bron: str, regel: int) -> str:
    """Give the tag that a line of the Jinja source points at: each tag ends on one of its own."""
    begin = 1
    plek = 0
    for tag in scan(bron)[0]:
        begin += bron.count("\n", plek, tag.begin)
        plek = tag.begin
        if begin >= regel:
            return f"“{' '.join(tag.tekst.split())[:80]}”"
    return "een tag"


def _tag_van(bron: str, fout: BaseException) -> str:
    """Give the tag that was being filled in when an error came up."""
    stappen = walk_tb(fout.__traceback__)
    regels = [regel for frame, regel in stappen if frame.f_code.co_filename == "<template>"]
    return _tag_op(bron, regels[-1]) if regels else "een tag"


def _probleem(rule: str, naam: str, tekst: str, cure: str) -> Problem:
    return Problem(rule, "error", Plaats(naam), tekst, cure)
