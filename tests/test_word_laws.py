"""Laws of the engine: well-formed whatever the data, the same in every thread, process and size."""

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judges import word_text
from lxml import etree
from woordbouw import W, Word, editions, elements, fill, p, part, run, tbl, tc, template, tr

from reportgen import ReportgenError, Template, TemplateError
from reportgen.view import hoofdstuk
from reportgen.word import outline

SHIPPED = Path(__file__).resolve().parents[1] / "templates" / "prestatie.docx"
TEXTS = st.text(max_size=12) | st.sampled_from(("R&D <b>", "]]>", "{{ a }}", "\t", "\n", "\a", "é"))
STEERS = ("if a", "if not a", "for x in lijst", "else", "endif", "endfor", "if x", "elif b")
KINDS = ("", "p ", "tr ", "tc ")


def _well_formed(word: bytes) -> None:
    """Every part parses strictly, and no cell, row or table lacks what it cannot do without."""
    with ZipFile(BytesIO(word)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            root = etree.fromstring(archive.read(name))
            for cell in root.iter(f"{W}tc"):
                assert cell[-1].tag == f"{W}p"
            for row in root.iter(f"{W}tr"):
                assert row.find(f"{W}tc") is not None
            for table in root.iter(f"{W}tbl"):
                assert table.find(f"{W}tr") is not None


@st.composite
def _paragraphs(draw: st.DrawFn) -> str:
    """A paragraph with tags of every kind, closed or not, in one run or over several."""
    pieces = st.sampled_from(
        ("tekst", "{{ a }}", "{{ b }}", "{{r a }}", *map("{{% {} %}}".format, STEERS))
    )
    whole = st.builds(
        "{{%{}{} %}}".format, st.sampled_from(("p ", "tr ", "tc ")), st.sampled_from(STEERS)
    )
    alone = st.lists(whole | st.just("{{p a }}"), min_size=1, max_size=1)
    return p(*map(run, draw(st.lists(pieces, min_size=1, max_size=3) | alone)))


def _bodies() -> st.SearchStrategy[str]:
    cells = st.lists(_paragraphs(), min_size=1, max_size=2).map(lambda ps: tc("".join(ps)))
    rows = st.lists(cells, min_size=1, max_size=3).map(lambda cs: tr(*cs))
    tables = st.lists(rows, min_size=1, max_size=3).map(lambda rs: tbl(*rs, grid=(1, 1)))
    return st.lists(_paragraphs() | tables, min_size=1, max_size=5).map("".join)


VALUES = st.fixed_dictionaries({
    "a": TEXTS, "b": TEXTS, "x": TEXTS, "lijst": st.lists(TEXTS, max_size=3),
})  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(body=_bodies(), values=VALUES)
def test_a_template_that_compiles_makes_well_formed_documents_whatever_the_data(
    body: str, values: dict[str, object]
) -> None:
    try:
        word = Template(Word(f"{body}<w:p/>").bytes()).fill(values)
    except ReportgenError:
        return  # told in words, before anything is written

    _well_formed(word)


def _lines(*parts: str) -> str:
    return "".join(part if not part or part.startswith("<w:") else p(part) for part in parts)


@st.composite
def _sound(draw: st.DrawFn, depth: int = 3) -> str:
    """A template that is right: blocks that close where they opened."""
    kinds = ["text", "rich", "if", "for", "table"] if depth else ["text", "rich"]
    parts = []
    for kind in draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=3)):
        inside = draw(_sound(depth - 1)) if depth and kind in ("if", "for", "table") else ""
        parts.append(
            {
                "text": p("voor {{ a }} na {% if b %}{{ b }}{% endif %}"),
                "rich": p("{{p a }}"),
                "if": _lines("{%p if b %}", inside, "{%p else %}", "{{ a }}", "{%p endif %}"),
                "for": _lines("{%p for x in lijst %}", inside, "{{ x }}", "{%p endfor %}"),
                "table": tbl(
                    tr("{%tc for x in lijst %}", "{{ x }}", "{%tc endfor %}"),
                    tr("{%tr for x in lijst %}"),
                    tr("{{ x }}", tc(f"{p('{%p if b %}')}{inside}{p('{%p endif %}')}")),
                    tr("{%tr endfor %}"),
                    grid=(5, 5),
                ),
            }[kind]
        )
    return "".join(parts)


@settings(max_examples=150, deadline=None)
@given(body=_sound(), values=VALUES)
def test_a_sound_template_is_never_refused_and_prints_every_value(
    body: str, values: dict[str, object]
) -> None:
    printable = {k: v for k, v in values.items() if _printable(v)}
    safe = {"a": "A", "b": "B", "x": "X", "lijst": ["een"]} | printable

    word = Template(Word(f"{body}<w:p/>").bytes()).fill(safe)

    _well_formed(word)


def _printable(value: object) -> bool:
    text = "".join(value) if isinstance(value, list) else str(value)
    return all(sign.isprintable() or sign in "\n\t\a" for sign in text)


def test_w31_eight_threads_give_the_bytes_that_one_gives() -> None:
    views = [hoofdstuk(s, b) for b in editions().values() for s in b.prestaties]
    source = Template(SHIPPED)
    alone = [sha256(source.fill(view)).digest() for view in views]

    with ThreadPoolExecutor(8) as pool:
        together = list(
            pool.map(lambda n: sha256(source.fill(views[n % len(views)])).digest(), range(1000))
        )

    assert together == [alone[n % len(views)] for n in range(1000)]


def test_w20_a_second_fill_knows_nothing_of_the_first() -> None:
    source = Template(template("{{ a }}", "{%p if b %}", "{{p b }}", "{%p endif %}"))

    texts = [word_text(source.fill({"a": a, "b": b})) for a, b in (("een", "geheim"), ("twee", ""))]

    assert texts == ["een\ngeheim", "twee"]


def test_equal_templates_are_compiled_once() -> None:
    data = template("{{ a }}")

    assert Template(data)._compiled is Template(bytes(bytearray(data)))._compiled  # noqa: SLF001


def test_a_template_travels_to_another_process() -> None:
    source = Template(template("{{ a }}"), "mijn.docx")
    program = (
        "import pickle, sys; t = pickle.load(sys.stdin.buffer);"
        " print(t.naam, len(t.fill({'a': 'x'})))"
    )

    out = subprocess.run(
        [sys.executable, "-c", program], input=pickle.dumps(source), capture_output=True, check=True
    ).stdout

    assert out.decode().split() == ["mijn.docx", str(len(source.fill({"a": "x"})))]


def test_w21_a_part_that_does_not_change_is_copied_as_it_was_compressed() -> None:
    source = Word(p("{{ a }}"), parts={"word/media/groot.bin": "x" * 100_000})

    word = fill(source.bytes(), a="x")

    assert part(word, "word/media/groot.bin") == "x" * 100_000


@pytest.mark.parametrize("empty", [5_000, 20_000])
def test_a_long_stretch_of_empty_values_cuts_nothing_off(empty: int) -> None:
    source = template("{% for x in a %}{{ x }}{% endfor %}", "het eind")

    word = fill(source, a=[""] * empty)

    assert word_text(word).endswith("het eind")


def test_w35_every_part_of_a_book_of_loops_is_whole() -> None:
    source = template("{%p for x in a %}", p("{{ x }} & meer"), "{%p endfor %}", "slot")

    word = fill(source, a=[f"alinea {n}" for n in range(30_000)])

    text = word_text(word).split("\n")
    assert (len(text), text[0], text[-1]) == (30_001, "alinea 0 & meer", "slot")


def test_a_document_may_hold_more_braces_and_text_than_a_template() -> None:
    text = "{{" * 10_000 + "x" * 11_000_000

    read = outline(fill(template("{{ a }}"), a=text))

    assert read.tekst == text


@pytest.mark.parametrize("tag", ["{{ rg_x }}", "{% set rg_x = 1 %}", "{% for rg_x in a %}"])
def test_w19_a_name_of_the_engine_itself_is_refused(tag: str) -> None:
    with pytest.raises(TemplateError, match="gebruikt reportgen zelf"):
        Template(template(tag))


def test_w25_a_table_of_twenty_thousand_rows_is_filled_whole() -> None:
    rows = (tr("{%tr for x in a %}"), tr("{{ x }}", "vast"), tr("{%tr endfor %}"))

    word = fill(template(tbl(*rows, grid=(1, 1))), a=range(20_000))

    assert len(elements(word, "tr")) == 20_000
    assert word_text(word).endswith("19999\nvast")


def test_a_book_of_one_section_three_thousand_times_is_no_runaway() -> None:
    section = {"regels": [{"tekst": "woord " * 20} for _ in range(40)]}
    loop = ("{%p for s in secties %}", "{%p for r in s.regels %}", "{{ r.tekst }}")

    word = fill(template(*loop, "{%p endfor %}", "{%p endfor %}", "slot"), secties=[section] * 3000)

    assert word_text(word).endswith("slot")
