"""Small files that ask for much: their cost is in proportion to their size, or they are told."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from judges import word_text
from woordbouw import SCHEMAS, W, elements, fill, p, run, tbl, tc, template, tr

from reportgen import Template, TemplateError
from reportgen.word import annotated, inspected

OPEN = {"type": "object", "additionalProperties": True}
WP = f"{SCHEMAS}/drawingml/2006/wordprocessingDrawing"
SECONDS = 8.0  # a quiet machine needs less than two; a busy one gets room


@contextmanager
def soon() -> Iterator[None]:
    """Nothing in here takes long."""
    begin = time.perf_counter()
    yield
    assert time.perf_counter() - begin < SECONDS


@pytest.mark.parametrize("number", ["90000000", "9" * 15, "9" * 5000])
@pytest.mark.parametrize("side", ["gridBefore", "gridAfter"])
def test_w34_columns_beyond_those_of_word_are_none(side: str, number: str) -> None:
    row = tr("{%tc for x in a %}", "{{ x }}", "{%tc endfor %}")
    wide = f'<w:tr><w:trPr><w:{side} w:val="{number}"/></w:trPr>'
    source = template(tbl(row.replace("<w:tr>", wide), grid=(1, 1)))

    with soon():
        word = fill(source, a=[1, 2, 3])

    assert len(elements(word, "gridCol")) == 3


def test_w34_a_cell_as_wide_as_a_million_columns_is_one() -> None:
    cell = tc("vast").replace("</w:tcPr>", '<w:gridSpan w:val="30000000"/></w:tcPr>')
    source = template(tbl(tr(cell, "{%tc for x in a %}", "{{ x }}", "{%tc endfor %}")))

    with soon():
        assert len(elements(fill(source, a=[1, 2]), "gridCol")) == 3


@pytest.mark.parametrize("text", ["&#xFDD0;99&#xFDD1;", "&#xFDD0;0&#xFDD1;", "\ufdd099\ufdd1"])
def test_the_character_that_marks_a_place_is_refused_however_it_is_written(text: str) -> None:
    body = p("{{ a }}") + f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"

    with pytest.raises(TemplateError, match=r"U\+FDD0"):
        Template(template(body))


def test_w34_a_hundred_thousand_drawings_of_one_number_are_numbered_at_once() -> None:
    drawings = '<wp:docPr id="1"/>' * 100_000
    body = f'<w:p><w:r><w:drawing xmlns:wp="{WP}">{drawings}</w:drawing></w:r></w:p>'

    with soon():
        word = fill(template("{{ a }}", body), a="x")

    assert word_text(word).startswith("x")


def test_w34_many_bookmarks_of_one_name_are_named_at_once() -> None:
    marks = '<w:bookmarkStart w:id="1" w:name="B"/><w:bookmarkEnd w:id="1"/>' * 40_000

    with soon():
        word = fill(template("{{ a }}", f"<w:p>{marks}</w:p>"), a="x")

    names = {str(e.get(f"{W}name")) for e in elements(word, "bookmarkStart")}
    assert len(names) == 40_000


def test_w34_thousands_of_open_loops_are_told_at_once() -> None:
    source = template(*["{%p for x in a %}"] * 2_000, *["<w:p/>"] * 50_000)

    with soon(), pytest.raises(TemplateError):
        Template(source)


def test_w34_a_tag_of_a_megabyte_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "groot.docx"
    path.write_bytes(template("{{ a" + " + a" * 250_000 + " }}"))

    with soon():
        problems = inspected(path, OPEN)

    assert [problem.rule for problem in problems if problem.severity == "error"]


@pytest.mark.parametrize("tag", ["{{ loop.index }}", "{% if loop.first %}x{% endif %}"])
def test_w3_the_counter_of_a_loop_is_only_there_in_a_loop(tmp_path: Path, tag: str) -> None:
    path = tmp_path / "los.docx"
    path.write_bytes(template(tag))

    problems = inspected(path, {"type": "object", "properties": {"a": {"type": "string"}}})

    assert "loop" in problems[0].message
    assert problems[0].rule == "W3"


@pytest.mark.parametrize("tag", ["{% vm %}", "{% hm %}"])
def test_w6_cells_merge_only_in_the_loop_that_makes_them(tag: str) -> None:
    with pytest.raises(TemplateError, match=r"staat niet in een \{%t[rc] for … %\}"):
        Template(template(tbl(tr(f"{tag}kop", "{{ a }}"))))


def test_a_drawing_with_text_before_it_moves_no_comment(tmp_path: Path) -> None:
    a = f"{SCHEMAS}/drawingml/2006/main"
    text = f'<a:p xmlns:a="{a}"><a:r><a:t>tekening</a:t></a:r></a:p>'
    path = tmp_path / "tekening.docx"
    path.write_bytes(template(p(f"<w:r><w:drawing>{text}</w:drawing></w:r>"), "x", "y {{ fout }}"))

    word = annotated(path, {"type": "object", "properties": {}})

    (start,) = elements(word, "commentRangeStart")
    following = start.getnext()
    assert following is not None
    assert "".join(str(text) for text in following.itertext()) == "{{ fout }}"
    assert len(list(Document(BytesIO(word)).comments)) == 1


def test_a_checked_template_and_an_inspected_file_are_told_the_same(tmp_path: Path) -> None:
    mc = f"{SCHEMAS}/markup-compatibility/2006"
    box = f"<w:txbxContent>{p('{{ fout }}')}</w:txbxContent>"
    twice = (
        f'<w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    path = tmp_path / "vak.docx"
    path.write_bytes(template(p(twice, run("{{ a }}"))))
    contract = {"type": "object", "properties": {"b": {"type": "string"}}}

    assert Template(path).check(contract) == inspected(path, contract)


def test_a_paragraph_tag_in_the_text_of_a_drawing_is_refused() -> None:
    a = f"{SCHEMAS}/drawingml/2006/main"
    text = f'<a:p xmlns:a="{a}"><a:r><a:t>x {{%p if a %}}</a:t></a:r></a:p>'

    with pytest.raises(TemplateError, match="op deze plek kan geen tag met p"):
        Template(template(p(f"<w:r><w:drawing>{text}</w:drawing></w:r>")))
