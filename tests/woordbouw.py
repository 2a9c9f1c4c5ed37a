"""Word templates in miniature: a valid .docx of a few paragraphs, built in memory.

The ids of the styles are those of a Dutch Word, so that a test sees whether styles are found by
their names. Numbering 1 counts (1., a.), numbering 2 has bullets. And, for tests that look at all
of them: the chapters of the shipped examples.
"""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from reportgen import Boekwerk, Template, load, render
from reportgen.word import outline

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
SCHEMAS = "http://schemas.openxmlformats.org"
OFFICE = f"{SCHEMAS}/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{SCHEMAS}/wordprocessingml/2006/main" xmlns:r="{OFFICE}"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
W = f"{{{SCHEMAS}/wordprocessingml/2006/main}}"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"


def run(text: str, rpr: str = "") -> str:
    """A run; the text is escaped, so a tag stands in it as a person types it in Word."""
    look = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, style: str = "", ppr: str = "") -> str:
    """A paragraph of runs, or of texts without markup."""
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    look = f"<w:pPr>{look}{ppr}</w:pPr>" if look or ppr else ""
    content = "".join(part if part.startswith("<w:") else run(part) for part in runs)
    return f"<w:p>{look}{content}</w:p>"


def tc(content: str, width: int = 1000) -> str:
    """A cell of paragraphs, or of one text."""
    inside = content if content.startswith("<w:") else p(content)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def tr(*cells: str) -> str:
    """A row of cells, or of texts."""
    return f"<w:tr>{''.join(c if c.startswith('<w:tc') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str, grid: tuple[int, ...] = (1000,)) -> str:
    """A table."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    shape = f'<w:tblPr><w:tblW w:w="{sum(grid)}" w:type="dxa"/></w:tblPr>'
    return f"<w:tbl>{shape}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def style(kind: str, name: str, id_: str, look: str = "") -> str:
    """A style."""
    standard = ' w:default="1"' if name in {"Normal", "Default Paragraph Font"} else ""
    return (
        f'<w:style w:type="{kind}"{standard} w:styleId="{id_}"><w:name w:val="{name}"/>{look}'
        "</w:style>"
    )


def colour(value: str, more: str = "") -> str:
    """A colour of letters."""
    return f'<w:color w:val="{value}"{more}/>'


def fill_colour(value: str, pattern: str = "clear", dots: str = "auto") -> str:
    """A shading: its fill, and the pattern over it in another colour."""
    return f'<w:shd w:val="{pattern}" w:color="{dots}" w:fill="{value}"/>'


def _listed(numbering: int, level: int) -> str:
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>'
    return f"<w:pPr>{number}</w:pPr>"


STYLES = (
    style("paragraph", "Normal", "Standaard"),
    style("character", "Default Paragraph Font", "Standaardalinea-lettertype"),
    style("paragraph", "heading 1", "Kop1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    style("paragraph", "Body Text", "Plattetekst"),
    style("paragraph", "List Number", "Lijstnummering", _listed(1, 0)),
    style("paragraph", "List Number 2", "Lijstnummering2", _listed(1, 1)),
    style("paragraph", "List Bullet", "Lijstopsomteken", _listed(2, 0)),
    style("paragraph", "List Bullet 2", "Lijstopsomteken2", _listed(2, 1)),
    style("paragraph", "List Continue", "Lijstvoortzetting"),
    style("character", "Strong", "Zwaar", "<w:rPr><w:b/></w:rPr>"),
    style("character", "Emphasis", "Nadruk", "<w:rPr><w:i/></w:rPr>"),
    style("character", "Hyperlink", "Hyperlink", '<w:rPr><w:u w:val="single"/></w:rPr>'),
)


def _abstract(number: int, *marks: tuple[str, str]) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (form, text) in enumerate(marks)
    )
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{levels}</w:abstractNum>'


NUMBERING = (
    _abstract(0, ("decimal", "%1."), ("lowerLetter", "%2."))
    + _abstract(1, ("bullet", "•"), ("bullet", "–"))
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


@dataclass(frozen=True, slots=True)
class Word:
    """A small Word file; `parts` adds parts, or puts others in the place of ours."""

    body: str
    header: str = ""
    styles: str = "".join(STYLES)
    parts: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)

    def contents(self) -> dict[str, str]:
        """Every part by name."""
        parts = {
            "[Content_Types].xml": _content_types({**self._types(), **self.types}),
            "_rels/.rels": relations(
                ("rId1", "officeDocument", "word/document.xml"),
                ("rId2", f"{SCHEMAS}/package/2006/relationships/metadata/core-properties", _CORE),
            ),
            "word/_rels/document.xml.rels": relations(
                ("rId1", "styles", "styles.xml"),
                ("rId2", "numbering", "numbering.xml"),
                ("rId3", "header", "header1.xml"),
            ),
            "word/document.xml": f"{XML}<w:document {SPACES}><w:body>{self.body}<w:sectPr>"
            '<w:headerReference w:type="default" r:id="rId3"/></w:sectPr></w:body></w:document>',
            "word/header1.xml": f"{XML}<w:hdr {SPACES}>{self.header or p()}</w:hdr>",
            "word/styles.xml": f"{XML}<w:styles {SPACES}>{self.styles}</w:styles>",
            "word/numbering.xml": f"{XML}<w:numbering {SPACES}>{NUMBERING}</w:numbering>",
            _CORE: core("Titel"),
        }
        return {**parts, **self.parts}

    def bytes(self) -> bytes:
        """The file."""
        return pack({name: xml.encode() for name, xml in self.contents().items()})

    @staticmethod
    def _types() -> dict[str, str]:
        types = {f"word/{n}.xml": f"{CONTENT}.{n}+xml" for n in ("styles", "numbering")}
        types["word/document.xml"] = f"{CONTENT}.document.main+xml"
        types["word/header1.xml"] = f"{CONTENT}.header+xml"
        return types | {_CORE: CORE}


_CORE = "docProps/core.xml"


def core(title: str) -> str:
    """The part with the properties of a document."""
    package = f"{SCHEMAS}/package/2006/metadata/core-properties"
    elements = "http://purl.org/dc/elements/1.1/"
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{package}" xmlns:dc="{elements}">'
        f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
    )


def relations(*rows: tuple[str, str, str]) -> str:
    """A part of relationships: id, kind and target."""
    xml = "".join(
        f'<Relationship Id="{id_}" Type="{kind if "/" in kind else f"{OFFICE}/{kind}"}"'
        f' Target="{target}"/>'
        for id_, kind, target in rows
    )
    space = f"{SCHEMAS}/package/2006/relationships"
    return f'{XML}<Relationships xmlns="{space}">{xml}</Relationships>'


def _content_types(types: Mapping[str, str]) -> str:
    rows = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in types.items()
    )
    relations_type = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{XML}<Types xmlns="{SCHEMAS}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{relations_type}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A zip of parts, in the order given."""
    package = BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return package.getvalue()


def template(*paragraphs: str, header: str = "") -> bytes:
    """A template of paragraphs, each given as its text or as XML."""
    body = "".join(part if part.startswith("<w:") else p(part) for part in paragraphs)
    top = header if not header or header.startswith("<w:") else p(header)
    return Word(body, top).bytes()


def part(word: bytes, name: str = "word/document.xml") -> str:
    """A part of a Word file, as text."""
    with zipfile.ZipFile(BytesIO(word)) as archive:
        return archive.read(name).decode()


def fill(source: bytes, **values: object) -> bytes:
    """A template with these values."""
    return Template(source).fill(values)


def lines(source: bytes, **values: object) -> list[str]:
    """The paragraphs of a filled template, with their list marks."""
    return outline(fill(source, **values)).tekst.split("\n")


def pairs(body: str, *styles: str) -> list[str]:
    """Every pair of colours of a document, as `1A1A1A op FFFFFF`."""
    found = outline(Word(body, styles="".join([*STYLES, *styles])).bytes()).kleuren
    return [f"{k.voor} op {k.achter}{' groot' if k.groot else ''}" for k in found]


def elements(word: bytes, tag: str, name: str = "word/document.xml") -> list[etree._Element]:
    """The elements of a kind in a part, in order: `elements(word, "hyperlink")`."""
    return [*etree.fromstring(part(word, name).encode()).iter(f"{W}{tag}")]


def looks(word: bytes, name: str = "word/document.xml") -> list[tuple[str, list[str]]]:
    """Each run that has text, with its properties in order: `b`, `rStyle=Zwaar`."""
    found = []
    for element in elements(word, "r", name):
        properties = element.find(f"{W}rPr")
        names = [] if properties is None else [_property(child) for child in properties]
        if text := "".join(t.text or "" for t in element.iter(f"{W}t")):
            found.append((text, names))
    return found


def _property(element: etree._Element) -> str:
    value = element.get(f"{W}val")
    return etree.QName(element).localname + (f"={value}" if value else "")


def targets(word: bytes, name: str = "word/document.xml") -> list[tuple[str, str]]:
    """Id and target of each relationship of a part."""
    folder, _, file = name.rpartition("/")
    rows = etree.fromstring(part(word, f"{folder}/_rels/{file}.rels").encode())
    return [(row.get("Id", ""), row.get("Target", "")) for row in rows]


@cache
def editions() -> dict[str, Boekwerk]:
    """Every shipped example, by its folder: `ijsselmark-2017/monitor-2`."""
    folders = sorted(path.parent for path in EXAMPLES.glob("**/boekwerk.yaml"))
    return {folder.relative_to(EXAMPLES).as_posix(): load(folder) for folder in folders}


@cache
def chapters() -> dict[str, bytes]:
    """Every chapter of the shipped examples: `ijsselmark-2017/monitor-2 4.2.3`."""
    return {
        f"{name} {prestatie.nummer}": render(prestatie, boekwerk)
        for name, boekwerk in editions().items()
        for prestatie in boekwerk.prestaties
    }
