"""Cases: a document inside another one, built from nothing or read from a file."""

from collections.abc import Callable
from io import BytesIO

from compat import Build, Case, Lib, Values, png
from compat_copies import lists
from compat_parts import notes
from compat_pictures import DRAWING, picture, pictured
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.shared import Mm
from lxml.etree import XMLSyntaxError
from woordbouw import STYLES, Word, p, relations, run, style, tbl, tc, template, tr

SPACES_OF_PICTURES = "".join(
    f' xmlns:{prefix}="{DRAWING}/{name}"'
    for prefix, name in (("wp", "wordprocessingDrawing"), ("a", "main"), ("pic", "picture"))
)
PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
TBL_LOOK = (
    '<w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0"'
    ' w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
)
PLACE = template("voor", "{{p a }}", "na")
URL = "https://a.example/?b=1&c=2"


def _knows_pictures() -> bytes:
    """A template that names the spaces of pictures at its root, as python-docx's own does."""
    parts = Word(p("{{p a }}")).contents()
    document = parts["word/document.xml"].replace(" xmlns:w14", f"{SPACES_OF_PICTURES} xmlns:w14")
    return Word("", parts={"word/document.xml": document}).bytes()


def _built(build: Build) -> Callable[[Lib], Values]:
    return lambda lib: {"a": lib.subdoc(build)}


def _read(*body: str) -> Callable[[Lib], Values]:
    """A file with these paragraphs."""
    return _file(template(*body))


def _file(word: bytes) -> Callable[[Lib], Values]:
    return lambda lib: {"a": lib.subdoc(word)}


def _paragraphs(document: Document) -> None:
    document.add_heading("Kop & <x>", 1)
    paragraph = document.add_paragraph("gewoon ")
    paragraph.add_run("vet").bold = True
    paragraph.add_run(" nadruk", style="Emphasis")
    document.add_paragraph("plat", style="Body Text")


def _list(document: Document) -> None:
    for text in ("een", "twee"):
        document.add_paragraph(text, style="List Bullet")
    for text in ("drie", "vier"):
        document.add_paragraph(text, style="List Number")


def _table(document: Document) -> None:
    table = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = str(number)
    document.add_paragraph()


def _picture(document: Document) -> None:
    document.add_picture(BytesIO(png()), width=Mm(10))
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


KNOWS_PICTURES = _knows_pictures()
BUILT = [
    Case(
        "paragraphs built from nothing",
        PLACE,
        _built(_paragraphs),
        "voor\nKop & <x>\ngewoon vet nadruk\nplat\nna",
    ),
    Case("lists built from nothing", PLACE, _built(_list), "voor\neen\ntwee\ndrie\nvier\nna"),
    Case("a table built from nothing", PLACE, _built(_table), "voor\n0\n1\n2\n3\n\nna"),
    Case("a picture built from nothing", KNOWS_PICTURES, _built(_picture), "\n "),
    Case("a document without anything", PLACE, _built(lambda _: None), "voor\nna"),
    Case(
        "a document in a cell and in a loop",
        template(
            tbl(tr(tc(p("{{p a }}") + p("slot")))), "{%p for i in n %}", "{{p a }}", "{%p endfor %}"
        ),
        lambda lib: {"a": lib.subdoc(_paragraphs), "n": [1, 2]},
        "Kop & <x>\ngewoon vet nadruk\nplat\nslot" + 2 * "\nKop & <x>\ngewoon vet nadruk\nplat",
    ),
    Case(
        "a list built from nothing, after a list of the template",
        template(p("eigen", style="Lijstnummering"), "{{p a }}"),
        _built(lambda document: document.add_paragraph("een", style="List Number")),
        "eigen\neen",
        "counts on from the list of the template; ours begins at one, as files do (W9)",
        lists(("eigen", 3), ("een", 4)),
    ),
    Case(
        "a document in a header",
        template("x", header="{{p a }}"),
        _built(_paragraphs),
        "x",
    ),
    Case(
        "a picture built from nothing, in a template that has none itself",
        pictured(p("{{p a }}")),
        _built(_picture),
        XMLSyntaxError,
        "writes XML without the names of its spaces, which Word cannot open",
        pictured(p(picture("rId4", cx="360000", cy="180000")) + PAGE),
    ),
    Case(
        "a document that ends a cell with a table",
        template(tbl(tr(tc(p("{{p a }}"))))),
        lambda lib: {"a": lib.subdoc(lambda document: document.add_table(1, 1))},
        "",
        "leaves a cell that ends with a table, which Word cannot open; ours adds a paragraph (W7)",
        template(
            tbl(
                tr(
                    tc(
                        f"<w:tbl><w:tblPr>{TBL_LOOK}</w:tblPr>"
                        '<w:tblGrid><w:gridCol w:w="8640"/></w:tblGrid>'
                        '<w:tr><w:tc><w:tcPr><w:tcW w:type="dxa" w:w="8640"/></w:tcPr><w:p/></w:tc>'
                        "</w:tr></w:tbl><w:p/>"
                    )
                )
            )
        ),
    ),
]

OTHER_IDS = Word(
    p("kop", style="Heading1") + p(run("sterk", '<w:rStyle w:val="S"/>')),
    styles=style("paragraph", "Normal", "Normal")
    + style("paragraph", "heading 1", "Heading1")
    + style("character", "Strong", "S"),
)
NEW_STYLE = Word(
    p("nieuw", style="Nieuw"),
    styles=STYLES[0] + style("paragraph", "Nieuw", "Nieuw", "<w:rPr><w:b/></w:rPr>"),
)
BASED = Word(
    p("nieuw", style="Nieuw"),
    styles=STYLES[0]
    + style("paragraph", "Basis", "Basis", "<w:rPr><w:i/></w:rPr>")
    + style("paragraph", "Nieuw", "Nieuw", '<w:basedOn w:val="Basis"/><w:rPr><w:b/></w:rPr>'),
)
LINKED = Word(
    p('<w:hyperlink r:id="rId4">' + run("naam") + "</w:hyperlink>"),
    parts={
        "word/_rels/document.xml.rels": relations(
            ("rId1", "styles", "styles.xml"),
            ("rId2", "numbering", "numbering.xml"),
            ("rId3", "header", "header1.xml"),
            ("rId4", "hyperlink", URL.replace("&", "&amp;") + '" TargetMode="External'),
        )
    },
)
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'

NOTED = notes("footnote", "noot")
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
READ = [
    Case("a footnote of a file", notes("footnote", "eigen", p("{{p a }}")), _file(NOTED), "x\nx"),
    Case(
        "paragraphs of a file",
        PLACE,
        _read(p("kop", style="Kop1"), p(run("x", "<w:b/>"))),
        "voor\nkop\nx\nna",
    ),
    Case(
        "styles with other ids than the template's",
        PLACE,
        _file(OTHER_IDS.bytes()),
        "voor\nkop\nsterk\nna",
    ),
    Case("a style that the template has not", PLACE, _file(NEW_STYLE.bytes()), "voor\nnieuw\nna"),
    Case(
        "a style that is based on one that the template has not",
        PLACE,
        _file(BASED.bytes()),
        "voor\nnieuw\nna",
        "leaves behind what a style is based on, and so its look; ours takes it along",
        Word(
            p("voor") + p("nieuw", style="Nieuw") + p("na"),
            styles="".join(STYLES) + BASED.styles.removeprefix(STYLES[0]),
        ).bytes(),
    ),
    Case("a link of a file", PLACE, _file(LINKED.bytes()), "voor\nnaam\nna"),
    Case(
        "a picture of a file",
        pictured(p("{{p a }}")),
        _file(pictured(p(picture("rId5", alt="kaart")))),
        "",
    ),
    Case(
        "a table of a file",
        PLACE,
        _read(tbl(tr("a", "b"), tr("c", "d"), grid=(1000, 1000)), "e"),
        "voor\na\nb\nc\nd\ne\nna",
    ),
    Case(
        "lists of a file",
        PLACE,
        _read(
            *(p(text, ppr=LISTED.format(1)) for text in ("a", "b")),
            p("c", ppr=LISTED.format(2)),
            p("d", style="Lijstopsomteken"),
        ),
        "voor\na\nb\nc\nd\nna",
    ),
    Case(
        "two files",
        template("{{p a }}", "{{p b }}"),
        lambda lib: {"a": lib.subdoc(template("een")), "b": lib.subdoc(template("twee"))},
        "een\ntwee",
    ),
    Case("tags in a file stay as they are", PLACE, _read("{{ x }}"), "voor\n{{ x }}\nna"),
    Case(
        "a page on its side in a file",
        PLACE,
        _read(
            "een",
            p(ppr='<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'),
            "twee",
        ),
        "voor\neen\n\ntwee\nna",
    ),
]

CASES = [*BUILT, *READ]
