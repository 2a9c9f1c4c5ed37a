"""How a book looks is a matter of styles, of those of the book's template first."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from boeklezer import Book, style, text, val
from docx import Document
from docx.document import Document as Word
from docx.shared import RGBColor
from docx.styles.style import ParagraphStyle
from grootbouw import MONITOR, edition, large, made
from judges import convert, needs_libreoffice, needs_sdk, sdk_objections
from lxml import etree
from woordbouw import W

from reportgen.documents import book, book_template, inspect, shipped

GREEN, RED, FONT = "006600", "AA0000", "Georgia"
REFERS = {f"{W}rStyle"}
ORDERS = {f"{W}{name}" for name in ("pStyle", "numPr")}


def _style(word: Word, name: str) -> ParagraphStyle:
    found = word.styles[name]
    assert isinstance(found, ParagraphStyle)
    return found


def _saved(word: Word) -> bytes:
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


@cache
def _repainted() -> bytes:
    """The template of a book with another colour for Kop 4, another font for body text."""
    word = Document(str(shipped("templates/boekwerk.docx")))
    _style(word, "Heading 4").font.color.rgb = RGBColor.from_string(GREEN)
    _style(word, "Body Text").font.name = FONT
    return _saved(word)


def _template(folder: Path, content: bytes, name: str = "boek") -> Path:
    path = folder / f"{name}.docx"
    path.write_bytes(content)
    return path


def _named(read: Book, name: str) -> etree._Element:
    (found,) = (s for s in read.styles.values() if val(s.find(f"{W}name")).lower() == name)
    return found


def _direct(read: Book, name: str) -> set[str]:
    """What paragraphs of a style, and their runs, say of their look beside names of styles."""
    paragraphs = read.of_style(name)
    said = {e.tag for p in paragraphs for e in p.iterfind(f"{W}pPr/*")} - ORDERS
    return said | {e.tag for p in paragraphs for e in p.iterfind(f".//{W}r/{W}rPr/*")} - REFERS


WAYS = ["python-docx", pytest.param("LibreOffice", marks=needs_libreoffice)]


@pytest.mark.parametrize("way", WAYS)
def test_a_colour_and_a_font_of_the_book_are_those_of_every_section(
    way: str, tmp_path: Path
) -> None:
    own = _template(tmp_path, _repainted())
    if way == "LibreOffice":
        (own,) = convert([own], tmp_path / "terug", "docx")

    read = Book(book(large(20), book_template(own)))

    heading, body = _named(read, "heading 4"), _named(read, "body text")
    assert val(heading.find(f"{W}rPr/{W}color")) == GREEN
    assert val(body.find(f"{W}rPr/{W}rFonts"), "ascii") == FONT
    shipped_book = made("20")
    for name in ("heading 4", "body text"):
        words = [text(p) for p in read.of_style(name)]
        assert words == [text(p) for p in shipped_book.of_style(name)]
        assert _direct(read, name) == set()
    assert read.headings == shipped_book.headings
    assert inspect(read.word) == []


def _kind(objection: str) -> str:
    """An objection of the validator without the place of it."""
    return re.sub(r"\[\d+\]", "", objection)


@needs_sdk
@needs_libreoffice
def test_a_book_of_templates_saved_by_libreoffice_is_as_right(tmp_path: Path) -> None:
    paths = [shipped(f"templates/{name}.docx") for name in ("boekwerk", "prestatie")]
    saved = convert(paths, tmp_path, "docx")

    read = Book(book(edition(MONITOR), book_template(*saved)))

    objections = sdk_objections(*saved, made_of_them := _template(tmp_path, read.word, "gevuld"))
    kinds = {path: {_kind(o) for o in found} for path, found in objections.items()}
    assert kinds[made_of_them] <= kinds[saved[0]] | kinds[saved[1]]  # of LibreOffice, not of ours
    assert [text(p) for p in read.paragraphs] == [text(p) for p in made(MONITOR).paragraphs]
    assert read.headings == made(MONITOR).headings
    assert read.links == made(MONITOR).links
    assert inspect(read.word) == []


def test_a_style_of_the_chapter_comes_along_and_of_two_by_one_name_that_of_the_book_stays(
    tmp_path: Path,
) -> None:
    chapter = Document(str(shipped("templates/prestatie.docx")))
    kader = chapter.styles.add_style("Kader", 1)
    kader.base_style = _style(chapter, "Body Text")
    kader.font.color.rgb = RGBColor.from_string(GREEN)
    _style(chapter, "Body Text").font.color.rgb = RGBColor.from_string(RED)
    chapter.add_paragraph("Vragen? Bel {{ boekwerk.organisatie }}.", "Kader")

    template = book_template(None, _template(tmp_path, _saved(chapter)))

    read = Book(book(edition(MONITOR), template))
    framed = read.of_style("Kader")
    assert [text(p) for p in framed] == ["Vragen? Bel Provincie IJsselmark."] * 4
    assert val(_named(read, "kader").find(f"{W}rPr/{W}color")) == GREEN
    assert val(_named(read, "kader").find(f"{W}basedOn")) == style(read.of_style("Body Text")[0])
    body = [etree.tostring(_named(b, "body text")) for b in (read, made(MONITOR))]
    assert body[0] == body[1]


def test_what_no_section_uses_does_not_come_along(tmp_path: Path) -> None:
    chapter = Document(str(shipped("templates/prestatie.docx")))
    chapter.styles.add_style("Kader", 1)

    template = book_template(None, _template(tmp_path, _saved(chapter)))

    read = Book(book(edition(MONITOR), template))
    assert [val(s.find(f"{W}name")) for s in read.styles.values()] == [
        val(s.find(f"{W}name")) for s in made(MONITOR).styles.values()
    ]
