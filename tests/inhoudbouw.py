"""The writer of one part, by itself: for tests of what a single value becomes."""

from io import BytesIO

from docx import Document
from docx.document import Document as Docx
from lxml import etree
from PIL import Image
from woordbouw import SPACES, W, Word, relations

from reportgen.word.looks import Look
from reportgen.word.styles import read_styles
from reportgen.word.values.content import Deel, Inhoud, Opbrengst
from reportgen.word.values.rich import Subdoc

BODY = '<w:pPr><w:pStyle w:val="Plattetekst"/></w:pPr>'
ITEM = '<w:pPr><w:pStyle w:val="Lijstnummering"/><w:jc w:val="left"/></w:pPr>'
BOLD = "<w:rPr><w:b/></w:rPr>"


def writer(*looks: Look, part: str = "word/document.xml") -> Inhoud:
    """A writer for the template in miniature, with these places."""
    styles = read_styles({name: xml.encode() for name, xml in Word("").contents().items()})
    return Inhoud(Deel(part, looks or (Look(),), styles), Opbrengst(3, 2, 10))


def tree(xml: str) -> etree._Element:
    """The XML of a value, parsed as in a part that has it."""
    return etree.fromstring(f"<x {SPACES}>{xml}</x>")


def paragraphs(xml: str) -> list[str]:
    """The text of each paragraph."""
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in tree(xml).iter(f"{W}p")]


def names(xml: str, tag: str) -> list[list[str]]:
    """The names of what each element of a kind holds: `names(xml, "rPr")`."""
    return [[etree.QName(kind).localname for kind in e] for e in tree(xml).iter(f"{W}{tag}")]


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 20), colour: str = "red") -> bytes:
    """A picture of 96 dots per inch."""
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, kind, dpi=(96, 96))
    return file.getvalue()


def document(*texts: str) -> Docx:
    """A document of python-docx with these paragraphs."""
    made = Document()
    for text in texts:
        made.add_paragraph(text)
    return made


def rels(*rows: tuple[str, str, str]) -> dict[str, str]:
    """The relationships of a document: to its styles and lists, and these."""
    own = ("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml")
    return {"word/_rels/document.xml.rels": relations(*own, *rows)}


def sub(*body: str, **parts: str) -> Subdoc:
    """A document in miniature, to stand in another one."""
    return Subdoc(Word("".join(body), parts={**rels(), **parts}).bytes())


def blocks(*body: str) -> str:
    """What the paragraphs and tables of a document become in another one."""
    return writer().blokken(sub(*body), 0)
