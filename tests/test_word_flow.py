"""The flow of a Word file: its paragraphs as they were written, with links, looks and lists."""

from __future__ import annotations

import pytest
from woordbouw import NUMBERING, SPACES, STYLES, XML, Word, p, run, style, tbl, tc, tr

from reportgen.tekst import Stuk
from reportgen.word.flow import Flow, Passage, Raster, flow

NUMBERS = {"word/numbering.xml": f"{XML}<w:numbering {SPACES}>{NUMBERING}</w:numbering>"}
BOLD = "<w:rPr><w:b/></w:rPr>"


def read(body: str, styles: str = "") -> Flow:
    """The flow of a document with this body, and styles beside ours."""
    return flow(Word(body, styles="".join(STYLES) + styles, parts=NUMBERS).bytes())


def passage(body: str, styles: str = "") -> Passage:
    """The paragraph that a body begins with."""
    found = read(body, styles).inhoud[0]
    assert isinstance(found, Passage)
    return found


LOOKS = [
    (run("a"), (Stuk("a"),)),
    (run("a") + run("b"), (Stuk("ab"),)),
    (run("a") + run("b", "<w:b/>"), (Stuk("a"), Stuk("b", vet=True))),
    (run("a", "<w:i/>") + run("b"), (Stuk("a", cursief=True), Stuk("b"))),
    (run("a", '<w:rStyle w:val="Zwaar"/>'), (Stuk("a", vet=True),)),
    (run("a", '<w:rStyle w:val="Nadruk"/>'), (Stuk("a", cursief=True),)),
    (run("a", '<w:rStyle w:val="Zwaar"/><w:b w:val="0"/>'), (Stuk("a"),)),
    (f"<w:ins>{run('a')}</w:ins><w:del>{run('b')}</w:del>", (Stuk("a"),)),
]


@pytest.mark.parametrize(("runs", "expected"), LOOKS)
def test_a_run_keeps_its_look_and_neighbours_of_one_look_are_one(
    runs: str, expected: tuple[Stuk, ...]
) -> None:
    assert passage(p(runs)).stukken == expected


def test_a_look_of_the_style_is_no_look_of_the_run() -> None:
    found = passage(p(run("a", "<w:b/>"), style="Vet"), style("paragraph", "Vet", "Vet", BOLD))

    assert (found.stukken, found.vet, found.stijl) == ((Stuk("a"),), True, "vet")


@pytest.mark.parametrize(
    ("runs", "bold"),
    [
        (run("a", "<w:b/>"), True),
        (run("a", "<w:b/>") + run(" "), True),
        (run("a", "<w:b/>") + run("b"), False),
        ("", False),
    ],
)
def test_a_paragraph_is_bold_where_every_letter_is(runs: str, bold: bool) -> None:  # noqa: FBT001  a case
    assert passage(p(runs) if runs else p()).vet is bold


def test_a_link_of_a_field_leads_where_its_code_says() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText> HYPERLINK "https://a.example" </w:instrText></w:r>'
    runs = mark.format("begin") + code + mark.format("separate") + run("de site")

    found = passage(p(runs + mark.format("end") + run(" verder")))

    assert found.stukken == (Stuk("de site", url="https://a.example"), Stuk(" verder"))


def test_tabs_line_ends_and_hyphens_are_signs_of_the_text() -> None:
    signs = "<w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/>"

    assert passage(p(f"<w:r>{signs}</w:r>")).tekst == "\t\n\u2011\u00ad"


def test_an_item_knows_its_list_and_whether_it_counts() -> None:
    body = "".join(p("x", style=name) for name in ("Lijstnummering", "Lijstopsomteken2"))

    first, second = (found for found in read(body).inhoud if isinstance(found, Passage))

    assert (first.nummer, first.genummerd, first.lijst, first.niveau) == ("1.", True, "1", 0)
    assert (second.nummer, second.genummerd, second.lijst, second.niveau) == ("–", False, "2", 1)


def test_a_wide_cell_is_followed_by_empty_ones() -> None:
    wide = tc("breed").replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>')

    (found,) = read(tbl(tr(wide, "c"), tr("a", "b", "c"))).inhoud

    assert isinstance(found, Raster)
    assert found.teksten() == [["breed", "", "c"], ["a", "b", "c"]]


def test_what_a_table_in_a_cell_says_belongs_to_that_cell() -> None:
    (found,) = read(tbl(tr(tc(p("a") + tbl(tr("b", "c")) + p())))).inhoud

    assert isinstance(found, Raster)
    assert found.teksten() == [["a\nb\nc"]]


def test_tracked_changes_are_read_as_accepted_and_said_to_be_open() -> None:
    assert read(p(f"<w:ins>{run('a')}</w:ins>")).openstaand
    assert not read(p("a")).openstaand


def test_what_stands_outside_the_text_is_told_with_where() -> None:
    word = Word(p("a"), header=p("Monitor") + p("2017"))

    assert flow(word.bytes()).buiten == (("koptekst", "Monitor"), ("koptekst", "2017"))
