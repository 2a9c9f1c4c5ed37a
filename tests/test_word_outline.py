"""The outline of documents as other programs write them: what a reader meets, and no more."""

import time

import pytest
from woordbouw import SPACES, XML, Word, p, run, tbl, tc, tr

from reportgen.tags import Alinea, Tabel
from reportgen.word import outline

HEADER = "<w:trPr><w:tblHeader{}/></w:trPr>"


def head_row(value: str) -> str:
    """A first row that is a header row, or says that it is none."""
    return tr("a").replace("<w:tr>", f"<w:tr>{HEADER.format(value)}")


def control(content: str) -> str:
    """A content control around something."""
    return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def numbering(kind: str, start: str = "1", form: str = "%1.") -> dict[str, str]:
    """A numbering part with one list of one level."""
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{form}"/></w:lvl>'
    )
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="99"/></w:num>'
    )
    return {"word/numbering.xml": f"{XML}<w:numbering {SPACES}>{lists}</w:numbering>"}


def item(number: int = 1, level: str = "0") -> str:
    """An item of a list."""
    row = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p("tekst", ppr=row)


def contents(body: str, parts: dict[str, str] | None = None) -> tuple[Alinea | Tabel, ...]:
    """What a reader meets in a document with this body."""
    return outline(Word(body, parts=parts or {}).bytes()).inhoud


def table(body: str) -> Tabel:
    """The table that a body begins with."""
    found = contents(body)[0]
    assert isinstance(found, Tabel)
    return found


def mark(body: str, parts: dict[str, str]) -> str:
    """The list mark of the paragraph that a body begins with."""
    found = contents(body, parts)[0]
    assert isinstance(found, Alinea)
    return found.nummer


@pytest.mark.parametrize("value", ["0", "false", "off"])
def test_a_header_row_that_is_switched_off_is_none(value: str) -> None:
    found = table(tbl(head_row(f' w:val="{value}"'), tr("b")))

    assert not found.koprij


@pytest.mark.parametrize("value", ["", ' w:val="1"', ' w:val="true"', ' w:val="on"'])
def test_a_header_row_that_is_on_counts(value: str) -> None:
    found = table(tbl(head_row(value), tr("b")))

    assert found.koprij


def test_rows_cells_and_paragraphs_in_content_controls_are_seen() -> None:
    row = tr(tc(control(p("a")))).replace("</w:tr>", f"{control(tc('b'))}</w:tr>")

    found = table(tbl(control(row), control(tr("c"))))

    assert found.rijen == (("a", "b"), ("c",))


def test_the_header_row_in_a_content_control_is_seen() -> None:
    assert table(tbl(control(head_row("")), tr("b"))).koprij


def test_a_table_in_a_cell_is_read_once_as_the_text_of_that_cell() -> None:
    inner = tbl(tr("b", "c"))

    found = table(tbl(tr(tc(p("a") + inner + p("d")), "e")))

    assert found.rijen == (("a\nb\nc\nd", "e"),)


@pytest.mark.parametrize("inside", ["", "<w:pPr/>"])
@pytest.mark.parametrize("more", ["", "<w:r><w:t>b</w:t></w:r>", "<w:r><w:tab/></w:r>"])
def test_of_a_paragraph_no_run_is_passed_over(inside: str, more: str) -> None:
    found = contents(f"<w:p>{inside}<w:r><w:t>a</w:t></w:r>{more}</w:p>")[0]

    text = "a" + ("b" if ">b<" in more else "\t" if more else "")
    assert isinstance(found, Alinea)
    assert found.tekst == text


@pytest.mark.parametrize("properties", ["", "<w:tcPr/>"])
def test_of_a_cell_no_paragraph_is_passed_over(properties: str) -> None:
    found = table(tbl(f"<w:tr><w:tc>{properties}{p('a')}{p('b')}</w:tc></w:tr>"))

    assert found.rijen == (("a\nb",),)


@pytest.mark.parametrize("around", ["ins", "moveTo", "smartTag", "customXml"])
def test_a_paragraph_that_something_stands_around_is_read(around: str) -> None:
    found = contents(f"<w:{around}>{p(run('tekst'))}</w:{around}>")

    assert next(e.tekst for e in found if isinstance(e, Alinea)) == "tekst"


def test_content_controls_in_content_controls_are_read_however_deep() -> None:
    deep = p("tekst")
    for _ in range(900):
        deep = control(deep)

    found = contents(deep)[0]

    assert isinstance(found, Alinea)
    assert found.tekst == "tekst"


@pytest.mark.parametrize(
    ("kind", "begin"), [("lowerLetter", "g"), ("upperRoman", "MMM"), ("decimal", "32767")]
)
@pytest.mark.parametrize("start", ["32767", "3000000000", "300000000000000"])
def test_a_list_begins_at_most_where_word_lets_it(kind: str, begin: str, start: str) -> None:
    found = mark(item(), numbering(kind, start))

    assert found.startswith(begin)
    assert len(found) <= 255


def test_letters_that_follow_the_highest_number_stay_short() -> None:
    found = contents(item() * 2, numbering("lowerLetter", "32767"))

    assert all(isinstance(e, Alinea) and len(e.nummer) <= 255 for e in found)


def test_a_mark_that_repeats_its_number_is_short_too() -> None:
    found = mark(item(), numbering("lowerLetter", "32767", "%1" * 10_000))

    assert len(found) == 255


def test_a_bullet_of_many_characters_is_cut() -> None:
    assert mark(item(), numbering("bullet", form="•" * 10_000)) == "•" * 255


@pytest.mark.parametrize("level", ["-999999999999999999", "999999999999999999", "x"])
def test_a_level_that_no_list_has_takes_no_time(level: str) -> None:
    begin = time.perf_counter()

    contents(item(level=level), numbering("decimal"))

    assert time.perf_counter() - begin < 1


def test_a_list_without_its_abstract_list_has_no_marks() -> None:
    assert mark(item(2), numbering("decimal")) == ""
