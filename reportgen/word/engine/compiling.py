"""A Word file becomes a compiled template: every tag read, every mistake found, once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError
from lxml import etree

from reportgen.errors import RenderError
from reportgen.word.dialect.blad import Blad
from reportgen.word.dialect.findings import Bevinding
from reportgen.word.dialect.grammar import alone, objections
from reportgen.word.dialect.ids import highest_id, renumber
from reportgen.word.dialect.places import Places, part_name, part_names
from reportgen.word.dialect.revisions import REVISIE, revisions
from reportgen.word.dialect.scan import Vindplaats
from reportgen.word.dialect.source import Bron, source_of
from reportgen.word.dialect.styling import missing_lists, unknown_styles
from reportgen.word.engine.packaging import Packaging, content_type_of, first_free
from reportgen.word.engine.printing import PRINT
from reportgen.word.jinja.sandbox import Sandbox
from reportgen.word.opc.archive import Archive
from reportgen.word.opc.guard import guarded
from reportgen.word.opc.package import HOOFDDEEL, in_template, read_package
from reportgen.word.opc.relations import read_relations
from reportgen.word.styles import bulleted, read_styles
from reportgen.word.values.content import Deel
from reportgen.word.values.notes import highest_note
from reportgen.word.values.thema import Thema, read_theme
from reportgen.word.xml import C, W, parse_xml, w

if TYPE_CHECKING:
    from jinja2 import Template as JinjaTemplate
    from lxml.etree import _Element as Element

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_GEVULD = {
    *(f"{_WORD}.{naam}+xml" for naam in ("document.main", "header", "footer", "footnotes")),
    *(f"{_WORD}.{naam}+xml" for naam in ("endnotes", "comments")),
    "application/vnd.openxmlformats-package.core-properties+xml",
    "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
}
"""What kinds of part are filled."""

_TAG = re.compile(rb"\{\{[^{}]{1,200}\}\}|\{%[^{}]{1,200}%\}")
_MARK = "\ufdd0"
"""What marks the place of a tag while a part is compiled."""
_SANDBOX = Sandbox(PRINT)
_LEEG = '<w:{0} xmlns:w="{1}"><w:p/></w:{0}>'


@dataclass(frozen=True, slots=True)
class Part:
    """A part with tags, compiled."""

    bron: Bron
    template: JinjaTemplate
    deel: Deel


@dataclass(frozen=True, slots=True)
class Kop:
    """A header or footer that sections in loops have, each a copy of its own."""

    part: Part
    soort: str
    """The kind of the relationship to it."""
    inhoudstype: str
    leeg: bytes
    """What it is when there is no such section."""


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Compiled:
    """A template, compiled: nothing in it changes while documents are filled."""

    parts: tuple[Part, ...]
    """In the order of filling: those of notes last, since all the others may add to them."""
    koppen: Mapping[str, Kop]
    """What is filled for each section that a loop makes, by the relationship of the main part."""
    archive: Archive
    packaging: Packaging
    tags: tuple[Vindplaats, ...]
    bevindingen: tuple[Bevinding, ...]
    """What is worth a look and hinders nothing."""
    eerste: tuple[int, int, int, int]
    """The first free numId, abstractNumId, id of drawings and bookmarks, and id of notes."""
    bladwijzers: frozenset[str]
    thema: Thema


@dataclass(frozen=True, slots=True)
class Examined:
    """A template, read as far as its mistakes allow."""

    tags: tuple[Vindplaats, ...]
    bevindingen: tuple[Bevinding, ...]
    compiled: Compiled | None
    """Nothing where a mistake stands in the way."""


def examine(data: bytes, naam: str) -> Examined:
    """Read and compile a template, and say all that is wrong with it.

    Raises:
        TemplateError: it is no Word file, or one that no reader should open.
    """
    delen = guarded(read_package(data, naam), naam)
    try:
        return _Reader(delen).read()
    except RenderError as fout:
        raise in_template(fout, naam) from None


class _Reader:
    """Reads the parts of one package."""

    def __init__(self, delen: Mapping[str, bytes]) -> None:
        self._delen = delen
        self._styles = read_styles(delen)
        self._stijlen = {stijl.id: stijl for stijl in self._styles.values()}
        self._tellend = frozenset(num for num, stip in bulleted(delen).items() if not stip)
        self._soorten = content_type_of(delen)
        self._bladen: list[Blad] = []
        self._parts: list[Part] = []
        self._bevindingen: list[Bevinding] = []
        self._hoogste = self._hoogste_noot = 0
        self._bladwijzers: set[str] = set()

    def read(self) -> Examined:
        """Read them all."""
        body = parse_xml(self._delen[HOOFDDEEL], HOOFDDEEL)
        relaties = read_relations(self._delen, HOOFDDEEL)
        namen = part_names(body, {rid: relatie.doel for rid, relatie in relaties.items()})
        for naam in self._delen:
            if self._soorten[naam] in _GEVULD:
                wortel = body if naam == HOOFDDEEL else parse_xml(self._delen[naam], naam)
                self._read(naam, wortel, part_name(naam, namen))
            elif naam.endswith((".xml", ".rels")) and _TAG.search(self._delen[naam]):
                self._bevindingen.append(_onvervulbaar(naam))
        tags = tuple(tag for blad in self._bladen for tag in blad.tags)
        self._bevindingen += missing_lists(tags, self._styles)
        alles = [b for blad in self._bladen for b in blad.bevindingen] + self._bevindingen
        goed = not any(bevinding.severity == "error" for bevinding in alles)
        return Examined(tags, tuple(alles), self._compiled(tags, tuple(alles)) if goed else None)

    def _read(self, naam: str, wortel: Element, plek: str) -> None:
        self._hoogste = max(self._hoogste, highest_id(wortel))
        self._hoogste_noot = max(self._hoogste_noot, highest_note(wortel))
        self._bladwijzers |= {e.get(w("name"), "") for e in wortel.iter(w("bookmarkStart"))}
        places = Places(plek)
        self._bevindingen += unknown_styles(wortel, self._styles, places)
        if _has_mark(self._delen[naam], wortel):
            wat = "hier staat een teken dat geen letter is (U+FDD0)"
            self._bevindingen.append(Bevinding("W2", wat, "verwijder het", None, plek))
            return
        if REVISIE.search(self._delen[naam]):
            self._bevindingen += revisions(wortel, places)
        if b"{" not in self._delen[naam] and b"}" not in self._delen[naam]:
            return
        blad = Blad(wortel, naam, places)
        self._bladen.append(blad)
        if naam.startswith("word/") and wortel.tag != f"{{{C}}}chartSpace" and not _gewoon(wortel):
            self._bevindingen.append(_vreemd(plek))
            return
        renumber(wortel)
        bron = source_of(blad, self._stijlen, self._tellend)
        if bron and any(b.severity == "error" for b in blad.bevindingen):
            blad.bevindingen += alone(bron, _SANDBOX)
        elif bron:
            self._compile(naam, blad, bron)

    def _compile(self, naam: str, blad: Blad, bron: Bron) -> None:
        try:
            code = _SANDBOX.compiled(bron.jinja)
        except TemplateSyntaxError as fout:
            blad.bevindingen += objections(fout, bron, _SANDBOX)
            return
        bezet = frozenset(read_relations(self._delen, naam))
        self._parts.append(Part(bron, code, Deel(naam, bron.looks, self._styles, bezet)))

    def _compiled(self, tags: tuple[Vindplaats, ...], alles: tuple[Bevinding, ...]) -> Compiled:
        gevuld = {part.deel.naam: part for part in self._parts}
        koppen = self._koppen(gevuld)
        eigen = {kop.part.deel.naam for kop in koppen.values()}
        vast = {naam: data for naam, data in self._delen.items() if naam not in gevuld}
        packaging = Packaging(self._delen)
        noten = {deel.naam for deel in packaging.noten.values()}
        return Compiled(
            parts=tuple(
                sorted(
                    (part for part in self._parts if part.deel.naam not in eigen),
                    key=lambda part: part.deel.naam in noten,
                )
            ),
            koppen=koppen,
            archive=Archive(vast),
            packaging=packaging,
            tags=tags,
            bevindingen=alles,
            eerste=(*first_free(self._delen), self._hoogste + 1, self._hoogste_noot + 1),
            bladwijzers=frozenset(self._bladwijzers),
            thema=read_theme(self._delen),
        )

    def _koppen(self, gevuld: Mapping[str, Part]) -> dict[str, Kop]:
        """Find the headers and footers with tags that stand in loops of the main part only."""
        hoofd = gevuld.get(HOOFDDEEL)
        relaties = read_relations(self._delen, HOOFDDEEL)
        koppen = {}
        for rid in sorted(hoofd.bron.koppen) if hoofd else ():
            relatie = relaties.get(rid)
            part = gevuld.get(relatie.doel) if relatie else None
            if relatie and part:
                leeg = _LEEG.format("hdr" if relatie.soort.endswith("/header") else "ftr", W)
                soort = self._soorten[relatie.doel]
                koppen[rid] = Kop(part, relatie.soort, soort, leeg.encode())
        return koppen


def _has_mark(data: bytes, wortel: Element) -> bool:
    """Say whether a part has the character that marks a place, as itself or by its number."""
    if _MARK.encode() not in data and b"&#" not in data:
        return False
    return _MARK in etree.tostring(wortel, encoding="unicode")


def _gewoon(wortel: Element) -> bool:
    """Say whether a part is written as Word does: the namespace of transitional OOXML, as `w`."""
    return wortel.nsmap.get("w") == W and wortel.prefix == "w"


def _onvervulbaar(naam: str) -> Bevinding:
    wat = "hier staan tags die niet worden ingevuld"
    cure = "zet de tag in de hoofdtekst, een kop- of voettekst of de titel van het document"
    return Bevinding("W16", wat, cure, None, naam)


def _vreemd(plek: str) -> Bevinding:
    wat = "dit document is in een bijzondere vorm van Word opgeslagen"
    cure = "sla het in Word op als ‘Word-document (*.docx)’, niet als ‘Strict Open XML’"
    return Bevinding("W0", wat, cure, None, plek)
