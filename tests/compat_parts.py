"""Cases: the other parts of a file, and tags in shapes, content controls, fields and attributes."""

from compat import Case
from woordbouw import CONTENT, SPACES, XML, Word, p, relations, run, tbl, template, tr

ROWS = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "numbering", "numbering.xml"),
    ("rId3", "header", "header1.xml"),
)
NAAM = {"naam": "R&D"}
CORE = (
    f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
    "<dc:subject>{subject}</dc:subject><dc:creator>{creator}</dc:creator><dc:description>"
    "{description}</dc:description><dc:identifier>{identifier}</dc:identifier><dc:language>"
    "{language}</dc:language><cp:keywords>{keywords}</cp:keywords><cp:category>{category}"
    "</cp:category></cp:coreProperties>"
)
PROPERTIES = ("title", "subject", "creator", "description", "identifier", "language")


def _part(kind: str, content: str, body: str, tag: str = "") -> bytes:
    """A file with one more part: a footer, notes or comments."""
    file = f"{kind}s" if kind in {"footnote", "endnote", "comment"} else f"{kind}1"
    name = file.removesuffix("1")
    return Word(
        body,
        parts={
            "word/_rels/document.xml.rels": relations(*ROWS, ("rId9", name, f"{file}.xml")),
            f"word/{file}.xml": f"{XML}<w:{tag or name} {SPACES}>{content}</w:{tag or name}>",
        },
        types={f"word/{file}.xml": f"{CONTENT}.{name}+xml"},
    ).bytes()


def notes(kind: str, text: str, body: str = "") -> bytes:
    """A file with a footnote or an endnote, and paragraphs after it."""
    note = "".join(
        f'<w:{kind} w:type="{line}" w:id="{number}"><w:p><w:r><w:{line}/></w:r></w:p></w:{kind}>'
        for number, line in ((-1, "separator"), (0, "continuationSeparator"))
    )
    note += f'<w:{kind} w:id="2">{text if text.startswith("<w:") else p(text)}</w:{kind}>'
    reference = f'<w:r><w:{kind}Reference w:id="2"/></w:r>'
    return _part(kind, note, p(run("x"), reference) + body)


def _comment(text: str) -> bytes:
    note = f'<w:comment w:id="0" w:author="A">{p(text)}</w:comment>'
    return _part("comment", note, p(run("x"), '<w:r><w:commentReference w:id="0"/></w:r>'))


def _core(**values: str) -> bytes:
    core = CORE
    for key in (*PROPERTIES, "keywords", "category"):
        core = core.replace(f"{{{key}}}", values.get(key, ""))
    return Word(p("x"), parts={"docProps/core.xml": core}).bytes()


FOOTER = '<w:sectPr><w:footerReference w:type="default" r:id="rId9"/></w:sectPr>'
BLOCKS = p("{%p for n in namen %}") + p("{{ n }}") + p("{%p endfor %}")

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006"


def _chart(title: str) -> bytes:
    """A file with a chart with a title."""
    xml = (
        f'{XML}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWN}"><c:chart><c:title><c:tx><c:rich>'
        f"<a:bodyPr/><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
        "<c:plotArea/></c:chart></c:chartSpace>"
    )
    return Word(
        p("x"),
        parts={
            "word/_rels/document.xml.rels": relations(*ROWS, ("rId9", "chart", "chart1.xml")),
            "word/chart1.xml": xml,
        },
        types={
            "word/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        },
    ).bytes()


def _custom(value: str) -> bytes:
    """A file with a property of its own."""
    word = Word(p("x"))
    rels = word.contents()["_rels/.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="rId9" Type="{CUSTOM}/relationships/custom-properties"'
        ' Target="docProps/custom.xml"/></Relationships>',
    )
    xml = (
        f'{XML}<Properties xmlns="{CUSTOM}/custom-properties" xmlns:vt="{CUSTOM}/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="n"><vt:lpwstr>'
        f"{value}</vt:lpwstr></property></Properties>"
    )
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    return Word(
        word.body,
        parts={"_rels/.rels": rels, "docProps/custom.xml": xml},
        types={"docProps/custom.xml": kind},
    ).bytes()


PARTS = [
    Case(
        "a chart with a tag in its title",
        _chart("Lasten {{ naam }}"),
        NAAM,
        "x",
        "leaves tags in charts as they are; ours fills them (W16)",
        _chart("Lasten R&amp;D"),
    ),
    Case(
        "a property of the document's own",
        _custom("{{ naam }}"),
        NAAM,
        "x",
        "leaves tags in custom properties as they are; ours fills them (W16)",
        _custom("R&amp;D"),
    ),
    Case(
        "a footnote with paragraphs that repeat",
        notes("footnote", BLOCKS + p("{{ namen|length }}")),
        {"namen": ["a", "b"]},
        "x",
    ),
    Case("a header with a value", template("x", header="{{ naam }}"), NAAM, "x"),
    Case(
        "a header with paragraphs and a table that repeat",
        template(
            "x",
            header=BLOCKS
            + tbl(tr("{%tr for n in namen %}"), tr("{{ n }}"), tr("{%tr endfor %}"))
            + p(),
        ),
        {"namen": ["a", "b"]},
        "x",
    ),
    Case(
        "a footer with a value and a condition",
        _part(
            "footer",
            p("{{ naam }}{% if ja %} ja{% endif %}") + BLOCKS,
            p("x") + p(ppr=FOOTER),
            "ftr",
        ),
        {**NAAM, "ja": True, "namen": ["a", "b"]},
        "x\n",
    ),
    Case("a footnote with a value", notes("footnote", "{{ naam }}"), NAAM, "x"),
    Case(
        "an endnote with a value",
        notes("endnote", "{{ naam }}"),
        NAAM,
        "x",
        "leaves tags in endnotes as they are; ours fills them (W16)",
        notes("endnote", "R&D"),
    ),
    Case(
        "a comment of Word with a value",
        _comment("{{ naam }}"),
        NAAM,
        "x",
        "leaves tags in comments of Word as they are; ours fills them (W16)",
        _comment("R&D"),
    ),
    Case(
        "properties of the document",
        _core(**{name: f"{{{{ naam }}}} {name}" for name in PROPERTIES}),
        {"naam": "een"},
        "x",
    ),
    Case(
        "properties of the document with an ampersand",
        _core(title="{{ naam }}"),
        NAAM,
        "x",
        "escapes properties twice under autoescape: `R&amp;D`; ours once",
        _core(title="R&amp;D"),
    ),
    Case(
        "keywords and category of the document",
        _core(keywords="{{ naam }}", category="{{ naam }}"),
        NAAM,
        "x",
        "leaves tags in keywords and category as they are; ours fills them (W16)",
        _core(keywords="R&amp;D", category="R&amp;D"),
    ),
]

VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def _box(content: str) -> str:
    """A run with a text box."""
    shape = f'<v:shape {VML} id="a" style="width:9pt;height:9pt"><v:textbox><w:txbxContent>'
    return f"<w:r><w:pict>{shape}{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"


def _control(content: str, alias: str = "") -> str:
    """A content control."""
    title = f'<w:alias w:val="{alias}"/>' if alias else ""
    return f"<w:sdt><w:sdtPr>{title}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _field(code: str, shown: str) -> str:
    """A field: its code, and what it showed last."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    return "".join(
        [mark.format("begin"), instruction, mark.format("separate"), run(shown), mark.format("end")]
    )


PLACES = [
    Case(
        "a text box with a value",
        template(p(run("voor "), _box(p(run("{{ naam }}", "<w:b/>"))), run(" na {{ naam }}"))),
        NAAM,
        "voor R&D\n na R&D",
    ),
    Case(
        "a text box with paragraphs that repeat",
        template(p(_box(BLOCKS + p("slot")))),
        {"namen": ["a", "b"]},
        "a\nb\nslot\n",
    ),
    Case(
        "a content control around paragraphs, and one in a line",
        template(_control(p("{{ naam }}") + BLOCKS), p(run("voor "), _control(run("{{ naam }}")))),
        {**NAAM, "namen": ["a", "b"]},
        "R&D\na\nb\nvoor R&D",
    ),
    Case(
        "a content control with a value in its title",
        template(_control(p("x"), "{{ naam }}")),
        {"naam": 'R&D "west"'},
        "x",
    ),
    Case(
        "content controls around a row and a cell",
        template(tbl(_control(tr("{{ naam }}")), tr("b"))),
        NAAM,
        "R&D\nb",
    ),
    Case(
        "a content control that repeats",
        template("{%p for n in namen %}", _control(p("{{ n }}")), "{%p endfor %}"),
        {"namen": ["a", "b"]},
        "a\nb",
    ),
    Case(
        "a link with a value in its text",
        template(p('<w:hyperlink w:anchor="plek">' + run("{{ naam }}") + "</w:hyperlink>")),
        NAAM,
        "R&D",
    ),
    Case(
        "a field that showed a value, and one with a value in its code",
        template(p(_field(" DOCPROPERTY x ", "{{ naam }}"), _field(' QUOTE "{{ naam }}" ', "x"))),
        NAAM,
        "R&Dx",
    ),
    Case(
        "the title and description of a table",
        template(
            tbl(tr("x")).replace("</w:tblPr>", '<w:tblCaption w:val="{{ naam }}"/></w:tblPr>')
        ),
        {"naam": 'R&D "west"'},
        "x",
    ),
    Case(
        "a section break in a loop",
        template(
            "{%p for n in namen %}",
            "{{ n }}",
            p(ppr='<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'),
            "{%p endfor %}",
        ),
        {"namen": ["a", "b"]},
        "a\n\nb\n",
    ),
]

CASES = [*PARTS, *PLACES]
