"""A Word template: compiled once, filled many times.

The room behind the engine: `Template(path_or_bytes)` and `.fill(context) -> bytes`. It knows no
prestatie, and could fill a template for any model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
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
from reportgen.word.package import geweigerd, read_package, rels_name, write_package
from reportgen.word.parts import (
    content_types,
    first_free_num,
    relation_ids,
    text_parts,
    with_links,
    with_lists,
)
from reportgen.word.repair import repair
from reportgen.word.sandbox import Sandbox, in_property, in_text
from reportgen.word.scan import scan
from reportgen.word.styles import NUMBERING, read_styles
from reportgen.word.xml import parse_xml, to_bytes

_INHOUD = "reportgen:inhoud"
"""Where a fill keeps its writer: a name that no template can spell."""

_TAG = re.compile(rb"\{\{[^{}]{1,200}\}\}|\{%[^{}]{1,200}%\}")


@pass_context
def _blokken(context: Context, waarde: object, look: int) -> Markup:
    inhoud: Inhoud = context[_INHOUD]
    return inhoud.blokken(waarde, look)


@pass_context
def _stukken(context: Context, waarde: object, look: int) -> Markup:
    inhoud: Inhoud = context[_INHOUD]
    return inhoud.stukken(waarde, look)


_TEKST = Sandbox(in_text, {"blokken": _blokken, "stukken": _stukken})
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

    def __reduce__(self) -> tuple[type[Template], tuple[bytes]]:
        """Pickle as the bytes; the other process compiles its own."""
        return type(self), (self._bytes,)

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
        lijsten: list[int] = []
        for part in self._parts:
            bezet = part.relaties
            inhoud = Inhoud(self._styles, part.bron.looks, self._eerste_num, bezet, lijsten=lijsten)
            xml = self._vul(part, {**waarden, _INHOUD: inhoud})
            wortel = parse_xml(xml, part.naam)
            if part.alineas:
                repair(wortel)
            delen[part.naam] = to_bytes(wortel)
            if inhoud.links:
                delen[rels_name(part.naam)] = with_links(delen, part.naam, inhoud.links)
        if lijsten:
            stijl = self._styles["list number"].nummering
            delen[NUMBERING] = with_lists(delen[NUMBERING], stijl[0] if stijl else "", lijsten)
        return write_package(delen)

    def _lees_in(self) -> None:
        """Read the parts, once."""
        if any("macroEnabled" in soort for soort in content_types(self._delen)):
            raise geweigerd(self.naam, "de sjabloon bevat macro's", "sla hem op als .docx")
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

    def _compileer(self, naam: str, *, alineas: bool) -> Iterator[_Part]:
        lees, sandbox = (translate, _TEKST) if alineas else (translate_plain, _EIGENSCHAP)
        if bron := lees(self._delen[naam], naam):
            try:
                code = sandbox.compiled(bron.jinja)
                yield _Part(naam, bron, code, alineas, relation_ids(self._delen, naam))
            except TemplateSyntaxError as fout:
                raise TemplateError([_syntaxfout(naam, fout)]) from None

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
            tekst = f"de sjabloon vraagt iets wat er niet is: {fout.message}"
            cure = "controleer de naam in de tag; templates/README.md noemt alle velden"
            raise TemplateError([_probleem("W3", part.naam, tekst, cure)]) from None
        except SecurityError as fout:
            cure = "gebruik in een tag alleen namen van velden"
            tekst = f"de sjabloon doet iets wat niet mag: {fout.message}"
            raise TemplateError([_probleem("W19", part.naam, tekst, cure)]) from None
        except (JinjaError, ArithmeticError, LookupError, TypeError, ValueError) as fout:
            tekst = f"een tag kan niet worden ingevuld: {fout}"
            cure = "controleer de tags van dit onderdeel"
            raise RenderError([_probleem("W17", part.naam, tekst, cure)]) from None


def _lees(pad: Path) -> bytes:
    try:
        return pad.read_bytes()
    except OSError as fout:
        tekst = f"de sjabloon kan niet worden gelezen ({oorzaak(fout)})"
        raise geweigerd(pad.name, tekst, "controleer het pad") from None


def _syntaxfout(naam: str, fout: TemplateSyntaxError) -> Problem:
    """Point at the tag that Jinja cannot read: the first one that it refuses on its own."""
    tags, _ = scan(fout.source or "")
    fouten = (tag.tekst for tag in tags if tag.tekst.startswith("{{") and not _leesbaar(tag.tekst))
    waar = next(fouten, None) or (tags[0].tekst if tags else "")
    tekst = f"een tag in de sjabloon klopt niet: “{waar[:80]}” ({fout.message})"
    return _probleem("W17", naam, tekst, "verbeter de tag; gebruik rechte aanhalingstekens")


def _leesbaar(tag: str) -> bool:
    try:
        _TEKST.from_string(tag)
    except TemplateSyntaxError:
        return False
    return True


def _probleem(rule: str, naam: str, tekst: str, cure: str) -> Problem:
    return Problem(rule, "error", Plaats(naam), tekst, cure)
