"""A book in miniature: sections of its own page set-up, contents with page numbers, headings.

Every page prints its number at the foot, `blad 12`, so that a reader of the PDF sees what it is.
"""

from collections.abc import Mapping

from woordbouw import CONTENT, SPACES, XML, Word, p, pack, relations, run

TEXT = "De provincie werkt aan een bereikbare en leefbare regio voor iedereen die er woont. " * 9
PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/>'
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
MARGINS = (
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708"'
    ' w:footer="708" w:gutter="0"/>'
)


def mark(kind: str) -> str:
    """A mark of a field in a run of its own: `begin`, `separate`, `end`."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(words: str) -> str:
    """The code of a field."""
    return f'<w:r><w:instrText xml:space="preserve"> {words} </w:instrText></w:r>'


def field(words: str, result: str = "") -> str:
    """A field, as Word writes it: flat, over runs."""
    return mark("begin") + code(words) + mark("separate") + result + mark("end")


def page(name: str, result: str = "<w:r><w:rPr><w:b/></w:rPr></w:r>") -> str:
    """The page of a bookmark; not known yet."""
    return field(f"PAGEREF {name} \\h", result)


def entry(name: str, title: str, before: str = "", after: str = "", between: str = "") -> str:
    """A line of the contents: a link to a heading, with its page."""
    gap = between or "<w:r><w:tab/></w:r>"
    inside = run(title) + gap + page(name)
    return p(f'{before}<w:hyperlink w:anchor="{name}">{inside}</w:hyperlink>{after}')


def contents(titles: Mapping[str, str], between: str = "") -> str:
    """A list of contents, in a field of its own as Word makes it."""
    *names, last = titles
    lines = [entry(name, titles[name], between=between) for name in names[1:]]
    first = entry(
        names[0], titles[names[0]], mark("begin") + code('TOC \\o "1-3" \\h'), "", between
    )
    first = first.replace("<w:hyperlink", f"{mark('separate')}<w:hyperlink", 1)
    return "".join((first, *lines, entry(last, titles[last], "", mark("end"), between)))


def bookmark(name: str, number: int, inside: str = "") -> str:
    """A bookmark around something."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{inside}<w:bookmarkEnd w:id="{number}"/>'


def heading(name: str, title: str, number: int) -> str:
    """A heading that can be referred to."""
    return p(bookmark(name, number, run(title)), style="Kop1")


def text(paragraphs: int) -> str:
    """Running text; about five paragraphs fill a page."""
    return p(TEXT) * paragraphs


def section(count: str = "", *, size: str = PORTRAIT, kind: str = "nextPage") -> str:
    """The properties of a section; `count` is how it counts its pages, attributes of pgNumType."""
    numbers = f"<w:pgNumType {count}/>" if count else ""
    foot = '<w:footerReference w:type="default" r:id="rId9"/>'
    return f'<w:sectPr>{foot}<w:type w:val="{kind}"/>{size}{MARGINS}{numbers}</w:sectPr>'


def end(properties: str) -> str:
    """A paragraph that ends a section."""
    return p(ppr=properties)


def book(body: str, last: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """A finished document of these paragraphs, the last section with these properties."""
    foot = p(run("blad "), field("PAGE", run("1")))
    given = {
        "word/_rels/document.xml.rels": relations(
            ("rId1", "styles", "styles.xml"),
            ("rId2", "numbering", "numbering.xml"),
            ("rId9", "footer", "footer1.xml"),
        ),
        "word/footer1.xml": f"{XML}<w:ftr {SPACES}>{foot}</w:ftr>",
        "word/document.xml": f"{XML}<w:document {SPACES}><w:body>{body}{last or section()}"
        "</w:body></w:document>",
        **(parts or {}),
    }
    types = {"word/footer1.xml": f"{CONTENT}.footer+xml"}
    made = Word("", parts=given, types=types).contents()
    del made["word/header1.xml"]
    made["[Content_Types].xml"] = made["[Content_Types].xml"].replace(
        f'<Override PartName="/word/header1.xml" ContentType="{CONTENT}.header+xml"/>', ""
    )
    return pack({name: xml.encode() for name, xml in made.items()})
