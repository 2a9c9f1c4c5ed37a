"""The package of a Word file (OPC): read with limits, written the same way every time."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reportgen.errors import Plaats, Problem, RenderError, TemplateError
from reportgen.word.opc.archive import Archive
from reportgen.word.opc.encoding import plain_xml
from reportgen.word.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_PARTS = 2_000
MAX_BYTES = 64 * 1024 * 1024
"""What a template may unpack to; a real one stays far below it."""
MAX_DOCUMENT = 1024 * 1024 * 1024
"""What a finished document may unpack to."""
MAX_XML = 8 * 1024 * 1024
"""Bytes of one part of XML."""
MAX_ELEMENTS = 250_000
"""How often `<` may stand in the XML of a template."""
RUIM = 10
"""How many times that a document may be that is read and not filled: an annex of tables is long."""
MAX_ACCOLADES = 12_000
"""How often `{` may stand in it, the identifiers apart that Office writes as `"{…}"`."""

CONTENT_TYPES = "[Content_Types].xml"
HOOFDDEEL = "word/document.xml"
_KOP = 30
"""Bytes before the name of a member. Source: APPNOTE.TXT 4.3.7."""
_LID = b"PK\x01\x02"
_MAX_LEDEN = 20_000
"""How often the mark of a member may stand in a file; files inside it have some of their own."""
_MAX_ATTRIBUTEN = 500
_OUD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML = (".xml", ".rels", ".vml")
_XML_SOORT = ("+xml", "/xml")
_VREEMD = re.compile(
    r"[\\:\x00-\x1f\x7f]|^/|//|(?:^|/)\.{1,2}(?:/|$)|%(?:2e|2f|5c|00)", re.IGNORECASE
)
_DUBBEL = "docProps/core.xml"
"""What a library that read a file of LibreOffice writes twice (docxtpl #558): the first stays."""

_OPSLAAN = "open het in Word en sla het opnieuw op"


def read_package(data: bytes, naam: str, maal: int = 1) -> dict[str, bytes]:
    """Unpack a Word file into its parts, by name; every part of XML is plain UTF-8.

    Args:
        data: the file.
        naam: what messages call it.
        maal: how many times the XML of a template it may hold.

    Raises:
        TemplateError: it is no Word file, or one that unpacks beyond all bounds, or holds XML
            that no Word writes; with every problem found.
    """
    delen = unpack(data, naam, MAX_BYTES)
    _weiger_xml(delen, _Keuring(naam, maal))
    if CONTENT_TYPES not in delen or HOOFDDEEL not in delen:
        if b"wordprocessingml.document.main+xml" in delen.get(CONTENT_TYPES, b""):
            wat = f"de hoofdtekst staat niet in {HOOFDDEEL}, zoals Word het doet"
            raise geweigerd(naam, wat, _OPSLAAN)
        raise _geen_word(naam)
    return delen


def read_document(data: bytes, naam: str) -> dict[str, bytes]:
    """Unpack a finished document into its parts, by name: it may be as large as a book.

    Raises:
        TemplateError: it is no Word file, or one that unpacks beyond all bounds.
    """
    delen = unpack(data, naam, MAX_DOCUMENT)
    if CONTENT_TYPES not in delen or HOOFDDEEL not in delen:
        raise _geen_word(naam)
    return delen


def unpack(data: bytes, naam: str, hoogstens: int) -> dict[str, bytes]:
    """Unpack the members of a file, by name.

    Args:
        data: the file.
        naam: what messages call it.
        hoogstens: how many bytes they may have together.

    Raises:
        TemplateError: it is no ZIP file that Word writes, or one beyond that bound.
    """
    _weiger_buitenkant(data, naam, hoogstens)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archief:
            leden = _zonder_dubbel([lid for lid in archief.infolist() if not lid.is_dir()])
            _weiger_vreemd(leden, naam, hoogstens)
            return {lid.filename: _uitgepakt(archief, lid) for lid in leden}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        raise _geen_word(naam) from None


def write_package(delen: Mapping[str, bytes]) -> bytes:
    """Pack parts into a Word file: fixed order, fixed time, so equal parts give equal bytes."""
    return Archive(delen).write(())


def rels_name(deel: str) -> str:
    """Give the name of the part that holds the relationships of a part."""
    pad = PurePosixPath(deel)
    return str(pad.parent / "_rels" / f"{pad.name}.rels")


def geweigerd(naam: str, tekst: str, cure: str, plek: str = "") -> TemplateError:
    """Make the letter that says why a template is refused, and where in it."""
    return TemplateError([weigering(naam, tekst, cure, plek)])


def weigering(naam: str, tekst: str, cure: str, plek: str = "") -> Problem:
    """Make one of several such letters."""
    return Problem("W0", "error", Plaats(naam, pad=plek), tekst, cure)


def in_template(fout: RenderError, naam: str) -> TemplateError:
    """Say of a damaged part in which template it stands."""
    return TemplateError(
        replace(problem, where=replace(problem.where, bestand=naam)) for problem in fout.problems
    )


def xml_parts(delen: Mapping[str, bytes]) -> list[str]:
    """Give the parts that hold XML by their name, or by what the list of kinds says of them.

    Pictures (SVG) apart: nobody fills them, and they hold no fields. Names are compared without
    case or `%78`, since Word may see a header where we would see nothing.

    Raises:
        RenderError: the list of kinds is damaged.
    """
    namen, extensies = set(), set()
    for element in _typen(delen):
        soort = element.get("ContentType", "").partition(";")[0].strip().lower()
        if soort.endswith(_XML_SOORT) and not soort.startswith("image/"):
            namen.add(_gelijk(element.get("PartName", "")))
            extensies.add(element.get("Extension", "").lower())
    return [
        deel
        for deel in delen
        if deel.lower().endswith(_XML)
        or _gelijk(deel) in namen
        or deel.lower().rpartition(".")[2] in extensies
    ]


def content_type(delen: Mapping[str, bytes], naam: str) -> str:
    """Give the content type of a part, by its name or else by its extension; or nothing."""
    typen = list(_typen(delen))
    extensie = naam.rpartition(".")[2].lower()
    eigen = [t for t in typen if _gelijk(t.get("PartName", "")) == _gelijk(naam)]
    gewoon = [t for t in typen if t.get("Extension", "").lower() == extensie]
    return next((t.get("ContentType", "") for t in (*eigen, *gewoon)), "")


def _typen(delen: Mapping[str, bytes]) -> Iterator[Element]:
    if CONTENT_TYPES in delen:
        yield from parse_xml(delen[CONTENT_TYPES], CONTENT_TYPES).iterchildren("*")


def _gelijk(deel: str) -> str:
    """Write the name of a part in the one form in which equal names are equal."""
    return unquote(deel).removeprefix("/").lower()


def _geen_word(naam: str) -> TemplateError:
    return geweigerd(naam, "dit is geen Word-bestand (.docx)", "sla het op als Word-document")


def _weiger_buitenkant(data: bytes, naam: str, hoogstens: int) -> None:
    """Refuse what would cost too much to even list."""
    if data.startswith(_OUD):
        wat = "dit bestand is van een oude Word, of beveiligd met een wachtwoord"
        raise geweigerd(naam, wat, "sla het zonder wachtwoord op als Word-document (.docx)")
    if len(data) > hoogstens or data.count(_LID) > _MAX_LEDEN:
        raise geweigerd(naam, "dit bestand pakt uit tot buiten alle maat", _OPSLAAN)


def _zonder_dubbel(leden: Sequence[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    eerste = next((lid for lid in leden if lid.filename == _DUBBEL), None)
    return [lid for lid in leden if lid.filename != _DUBBEL or lid is eerste]


def _weiger_vreemd(leden: Sequence[zipfile.ZipInfo], naam: str, hoogstens: int) -> None:
    """Refuse a list of members that does not belong to a document, before any is unpacked."""
    if sum(lid.file_size for lid in leden) > hoogstens or len(leden) > MAX_PARTS:
        raise geweigerd(naam, "dit bestand pakt uit tot buiten alle maat", _OPSLAAN)
    namen = Counter(lid.filename.lower() for lid in leden)
    for lid in leden:
        deel = lid.filename
        if lid.orig_filename != deel or _VREEMD.search(deel) or namen[deel.lower()] > 1:
            wat = f"dit bestand bevat onderdelen met een vreemde naam: {deel[:80]!a}"
            raise geweigerd(naam, wat, _OPSLAAN)
        if lid.flag_bits & 1:
            raise geweigerd(naam, f"{deel} is versleuteld", "sla het zonder wachtwoord op")
        if lid.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise geweigerd(naam, f"{deel} is ingepakt zoals Word het niet doet", _OPSLAAN)
    for een, ander in pairwise(sorted(leden, key=lambda lid: lid.header_offset)):
        if een.header_offset + _KOP + een.compress_size > ander.header_offset:
            wat = f"{een.filename} en {ander.filename} delen hun inhoud"
            raise geweigerd(naam, wat, _OPSLAAN)


def _uitgepakt(archief: zipfile.ZipFile, lid: zipfile.ZipInfo) -> bytes:
    """Unpack one member, never beyond the size that it claims.

    Raises:
        BadZipFile: it has another size.
    """
    with archief.open(lid) as bron:
        inhoud = bron.read(lid.file_size + 1)
    if len(inhoud) != lid.file_size:
        raise zipfile.BadZipFile(lid.filename)
    return inhoud


def _weiger_xml(delen: dict[str, bytes], keuring: _Keuring) -> None:
    """Make every part of XML plain UTF-8 of a decent size, or say why that cannot be."""
    if CONTENT_TYPES in delen:
        keuring.check(delen, [CONTENT_TYPES])  # before it is read
    try:
        xml = xml_parts(delen)
    except RenderError as fout:
        raise in_template(fout, keuring.naam) from None
    keuring.check(delen, [deel for deel in xml if deel != CONTENT_TYPES])


class _Keuring:
    """Looks at parts of XML (keuring), and counts what they hold together."""

    def __init__(self, naam: str, maal: int) -> None:
        self.naam = naam
        self._maal = maal
        self._elementen = self._accolades = 0

    def check(self, delen: dict[str, bytes], namen: Sequence[str]) -> None:
        """Make these parts plain UTF-8.

        Raises:
            TemplateError: that cannot be, or together they are too large.
        """
        problems: list[Problem] = []
        for deel in namen:
            self._count(deel, delen[deel])
            delen[deel], reden = plain_xml(delen[deel])
            if reden:
                problems.append(weigering(self.naam, f"{deel} {reden}", _OPSLAAN, deel))
        if problems:
            raise TemplateError(problems)

    def _count(self, deel: str, xml: bytes) -> None:
        self._elementen += xml.count(b"<")
        self._accolades += xml.count(b"{") - xml.count(b'"{')
        if max(len(xml) / MAX_XML, self._elementen / MAX_ELEMENTS) > self._maal or _is_breed(xml):
            wat = f"{deel} is te groot voor een sjabloon"
            raise geweigerd(self.naam, wat, "maak het kleiner", deel)
        if self._accolades > MAX_ACCOLADES:
            cure = "herhaal met {% for %} in plaats van met de hand"
            raise geweigerd(self.naam, f"{deel} heeft te veel tags", cure, deel)


def _is_breed(xml: bytes) -> bool:
    """Say whether an element has so many attributes that reading them takes long."""
    lang = (stuk for stuk in xml.split(b"<") if len(stuk) > 4 * _MAX_ATTRIBUTEN)
    return any(
        min(stuk.count(b"="), stuk.count(b'"') + stuk.count(b"'")) > _MAX_ATTRIBUTEN
        for stuk in lang
    )
