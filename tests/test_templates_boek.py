"""The template of a book: as shipped, with the chapters in it, and filled with every example."""

import re
import subprocess
import sys
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import pytest
from bouwstenen import boekwerk, boekwerken, prestatie
from hypothesis import given, settings
from judges import (
    convert,
    needs_libreoffice,
    needs_poppler,
    needs_sdk,
    pdf_text,
    sdk_objections,
    to_pdf,
)
from lxml import etree
from woordbouw import OFFICE, W, editions, elements, p, part, targets, template

from reportgen import Boekwerk, Template
from reportgen.documents import book, inspect
from reportgen.tags import Alinea, Outline
from reportgen.view import BoekView, HoofdstukView, velden
from reportgen.view.boek import boek
from reportgen.view.velden import View
from reportgen.word import outline
from reportgen.word.composition import composed

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
BOOK, SECTION = TEMPLATES / "boekwerk.docx", TEMPLATES / "prestatie.docx"
MONITOR = "ijsselmark-2017/monitor-2"
EXAMPLES = sorted(editions())
GOALS = [{"nummer": "5", "titel": "Werk", "beleidsdoelen": [{"nummer": "5.1", "titel": "Ruimte"}]}]
MONEY = {"regels": [{"soort": "lasten", "bedragen": {"primitief": 1000}}]}


@cache
def _template(shift: int = 2, section: bytes = SECTION.read_bytes()) -> Template:
    return Template(composed(BOOK.read_bytes(), section, "prestatie.hoofdstuk", shift=shift))


@cache
def _books() -> dict[str, bytes]:
    """Every example as a book."""
    return {name: _template().fill(boek(edition)) for name, edition in editions().items()}


def _squash(text: str) -> str:
    return "".join(text.split())


def _val(element: etree._Element | None, name: str = "val") -> str:
    return element.get(f"{W}{name}", "") if element is not None else ""


def _parts(word: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(word)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_shipped_template_is_what_its_script_makes() -> None:
    script = "import bouw_boekwerk as b, sys; sys.stdout.buffer.write(b.build())"

    made = subprocess.run(
        [sys.executable, "-B", "-c", script], cwd=TEMPLATES, capture_output=True, check=True
    ).stdout

    assert _parts(made) == _parts(BOOK.read_bytes())


def test_the_shipped_template_looks_by_named_styles_only() -> None:
    word = BOOK.read_bytes()
    named = {_val(style, "styleId") for style in elements(word, "style", "word/styles.xml")}
    parts = [name for name in _parts(word) if re.search(r"word/(document|header|footer)", name)]

    for name in parts:
        for looks in elements(word, "rPr", name):
            assert [child.tag for child in looks] == [f"{W}rStyle"]
        for paragraph in elements(word, "p", name):
            assert {child.tag for child in paragraph[0]} <= {f"{W}pStyle", f"{W}sectPr"}
            assert _val(paragraph[0][0]) in named


def test_the_colours_of_a_book_are_those_of_a_chapter() -> None:
    inks = [
        {_val(e) for e in elements(path.read_bytes(), "color", "word/styles.xml")}
        for path in (BOOK, SECTION)
    ]

    assert inks[0] == inks[1]  # whose contrast is measured there


def test_the_tables_of_the_shipped_template_have_a_marked_header_and_whole_rows() -> None:
    tables = elements(BOOK.read_bytes(), "tbl")

    assert tables
    for table in tables:
        rows = table.findall(f"{W}tr")
        header = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert header == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None


def test_the_book_asks_for_what_there_is_and_for_all_of_it() -> None:
    assert _template().check(BoekView) == []


@pytest.mark.parametrize("shift", [0, 1])
def test_the_book_serves_fewer_levels_too(shift: int) -> None:
    assert _template(shift).check(BoekView) == []


def test_the_manual_lists_every_field_of_a_book_and_no_other() -> None:
    _, _, manual = (
        (TEMPLATES / "README.md").read_text("utf-8").partition("\n## Velden van het boek\n")
    )
    known = _records(HoofdstukView)

    listed = re.findall(r"^\| `([^`]+)` \|", manual.partition("\n## ")[0], re.MULTILINE)

    assert listed == [path for path, _, _ in velden(BoekView, bekend=known)]


def _records(kind: Any) -> set[type[View]]:  # noqa: ANN401  an annotation
    """The records that an annotation is about, and all inside them."""
    if isinstance(kind, type) and issubclass(kind, View):
        inside = [_records(info.annotation) for info in kind.model_fields.values()]
        return {kind}.union(*inside)
    return set[type[View]]().union(*map(_records, get_args(kind)))


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_keeps_the_rules_of_accessibility(name: str) -> None:
    assert inspect(_books()[name]) == []


def _paragraphs(read: Outline) -> list[Alinea]:
    return [block for block in read.inhoud if isinstance(block, Alinea)]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_contents_are_filled_with_the_headings_that_there_are(name: str) -> None:
    read = outline(_books()[name])

    lines = [a.tekst.rstrip("\t") for a in _paragraphs(read) if a.stijl.startswith("toc ")]
    assert lines == [text for level, text in read.koppen if level <= 3]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_list_of_tables_is_that_of_the_captions(name: str) -> None:
    read = outline(_books()[name])

    listed = [a.tekst.rstrip("\t") for a in _paragraphs(read) if a.stijl == "table of figures"]
    captions = [a.tekst for a in _paragraphs(read) if a.stijl == "caption"]
    assert listed == captions
    assert [int(re.findall(r"\d+", text)[0]) for text in captions] == [
        n + 1 for n in range(len(captions))
    ]


def test_w28_w29_word_finds_fields_filled_and_asks_nothing() -> None:
    word = _books()[MONITOR]
    codes = [(e.text or "").strip() for e in elements(word, "instrText")]

    assert elements(word, "updateFields", "word/settings.xml") == []
    assert codes[0] == r'TOC \o "1-3" \h \z \u'
    assert r'TOC \h \z \c "Tabel"' in codes
    sequence = [f for f in elements(word, "fldSimple") if "SEQ Tabel" in _val(f, "instr")]
    numbers = ["".join(t.text or "" for t in field.iter(f"{W}t")) for field in sequence]
    assert numbers == [str(n + 1) for n in range(len(numbers))]
    kinds = [_val(e, "fldCharType") for e in elements(word, "fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == len(codes)


def test_the_contents_know_no_page_before_somebody_counts() -> None:
    word = _books()[MONITOR]
    lines = [e for e in elements(word, "hyperlink") if e.find(f"{W}r/{W}fldChar") is not None]

    assert lines
    for line in lines:
        runs = list(line)
        where = next(
            n
            for n, r in enumerate(runs)
            if _val(r.find(f"{W}fldChar"), "fldCharType") == "separate"
        )
        assert "".join(t.text or "" for r in runs[where:] for t in r.iter(f"{W}t")) == ""


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_link_lands_on_a_bookmark_and_every_id_is_one(name: str) -> None:
    word = _books()[name]

    starts = elements(word, "bookmarkStart")
    names = [_val(e, "name").lower() for e in starts]
    ids = [_val(e, "id") for e in starts]
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)
    assert sorted(ids) == sorted(_val(e, "id") for e in elements(word, "bookmarkEnd"))
    goals = {_val(e, "anchor") for e in elements(word, "hyperlink")} - {""}
    pages = {
        m for e in elements(word, "instrText") for m in re.findall(r"PAGEREF (\S+)", e.text or "")
    }
    assert goals == goals | pages
    assert {goal.lower() for goal in goals} <= set(names)


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name.startswith("ijsselmark")])
def test_every_relationship_is_used_and_present(name: str) -> None:
    word = _books()[name]
    fixed = {"styles.xml", "numbering.xml", "settings.xml", "fontTable.xml"}

    used = set(re.findall(r'r:id="([^"]+)"', part(word)))

    assert used == {rid for rid, goal in targets(word) if goal not in fixed}
    inside = [goal for _, goal in targets(word) if not goal.startswith("http")]
    assert {f"word/{goal}" for goal in inside} <= set(_parts(word))


def test_w9_the_actions_of_every_section_begin_at_one() -> None:
    numbers: list[list[str]] = []
    for block in _paragraphs(outline(_books()[MONITOR])):
        if block.kop:
            numbers.append([])
        elif block.nummer:
            numbers[-1].append(block.nummer)

    assert [row for row in numbers if row] == [["1.", "2.", "3."]] * 4


def _pages(word: bytes) -> list[tuple[str, str]]:
    """The direction of each section, and what its header says on the right."""
    goals = dict(targets(word))
    found = []
    for section in elements(word, "sectPr"):
        direction = _val(section.find(f"{W}pgSz"), "orient") or "portrait"
        reference = section.find(f"{W}headerReference")
        assert reference is not None
        header = f"word/{goals[reference.get(f'{{{OFFICE}}}id', '')]}"
        texts = [t.text or "" for t in elements(word, "t", header)]
        found.append((direction, texts[-1]))
    return found


def test_w37_every_kerntaak_has_a_header_and_a_landscape_page_returns_to_portrait() -> None:
    pages = _pages(_books()[MONITOR])

    assert pages == [
        ("portrait", "Peildatum 1 september 2017"),
        ("portrait", "Peildatum 1 september 2017"),
        ("landscape", "Peildatum 1 september 2017"),
        ("portrait", "2 Energie en milieu"),
        ("portrait", "4 Bereikbaarheid"),
        ("portrait", "5 Regionale economie"),
        ("portrait", "Peildatum 1 september 2017"),
    ]
    first, *others = elements(_books()[MONITOR], "sectPr")
    assert first.find(f"{W}titlePg") is not None
    assert [section.find(f"{W}titlePg") for section in others] == [None] * len(others)


def test_a_draft_says_so_on_its_title_page_and_in_its_headers_and_not_in_every_section() -> None:
    word = _books()[MONITOR]

    texts = [a.tekst for a in _paragraphs(outline(word))]
    assert texts.count("CONCEPT") == 1
    heads = [name for name in _parts(word) if name.startswith("word/header")]
    assert all("CONCEPT" in part(word, name) for name in heads)


def test_a_section_that_cannot_be_in_it_says_what_is_wrong_below_its_heading() -> None:
    sections = [prestatie(nummer=n, financien=MONEY) for n in ("5.1.1", "5.1.2")]
    document = boekwerk(*sections, kerntaken=GOALS, status="vastgesteld")

    word = _template().fill(boek(document, ontbreekt={"5.1.1": ["geen acties", "geen kleur"]}))

    texts = [a.tekst for a in _paragraphs(outline(word)) if not a.stijl.startswith("t")]
    at = texts.index("ONTBREEKT")
    assert texts[at - 1 : at + 4] == [
        *("5.1.1 Topwerklocaties", "ONTBREEKT", "geen acties", "geen kleur"),
        "5.1.2 Topwerklocaties",
    ]
    assert inspect(word) == []


TWO = {"niveaus": [{"naam": "programma", "patroon": "A9"}, {"naam": "doel", "patroon": "9a"}]}
ONE = {"niveaus": [{"naam": "project", "patroon": "9"}]}


@pytest.mark.parametrize(
    ("profiel", "kerntaken", "numbers", "levels"),
    [
        (TWO, [{"nummer": "P1", "titel": "Werk"}], ("1a", "1b"), [1, 2, 2, 1, 2, 3, 2, 3, 1]),
        (ONE, [], ("1", "2"), [1, 2, 2, 1, 2, 1, 2, 1]),
    ],
)
def test_headings_skip_no_level_whatever_the_levels_of_a_profile(
    profiel: object, kerntaken: list[object], numbers: tuple[str, ...], levels: list[int]
) -> None:
    sections = [prestatie(nummer=n, context="Zo.") for n in numbers]
    document = boekwerk(
        *sections, profiel=profiel, kerntaken=kerntaken, reserves=[{"naam": "A", "stand": 1}]
    )

    word = book(document)

    assert [level for level, _ in outline(word).koppen] == levels
    assert inspect(word) == []


@settings(max_examples=15)
@given(boekwerken())
def test_whatever_the_data_a_book_can_be_made_and_read(edition: Boekwerk) -> None:
    word = _template().fill(boek(edition))

    headings = [_squash(text) for level, text in outline(word).koppen if level == 3]
    assert headings == [_squash(f"{s.nummer} {s.titel}") for s in edition.prestaties]


def test_a_chapter_template_that_asks_for_totals_has_them_in_a_book() -> None:
    tag = "{% for t in totalen %}{{ t.niveau }} {{ t.nummer }};{% endfor %}"
    own = template(p("{{ prestatie.kop }}", style="Kop1"), p(tag))
    document = boekwerk(prestatie(), kerntaken=GOALS)

    word = _template(2, own).fill(boek(document))

    assert "boekwerk ;kerntaak 5;beleidsdoel 5.1;" in [a.tekst for a in _paragraphs(outline(word))]


def test_the_same_book_twice_is_the_same_file() -> None:
    edition = editions()[MONITOR]

    assert _template().fill(boek(edition)) == _books()[MONITOR]


def test_the_properties_say_title_language_and_moment() -> None:
    core = part(_books()[MONITOR], "docProps/core.xml")

    assert "<dc:title>Monitor IJsselmark 2017-II</dc:title>" in core
    assert "<dc:language>nl-NL</dc:language>" in core
    assert "2017-09-01T00:00:00Z" in core


@needs_sdk
def test_the_sdk_has_nothing_against_the_template_nor_its_books(tmp_path: Path) -> None:
    paths = [BOOK]
    for name, word in _books().items():
        paths.append(tmp_path / f"{name.replace('/', '-')}.docx")
        paths[-1].write_bytes(word)

    objections = sdk_objections(*paths)

    assert objections == {path: [] for path in paths}


@needs_libreoffice
def test_a_colour_changed_in_another_word_processor_changes_in_every_section(
    tmp_path: Path,
) -> None:
    (flat,) = convert([BOOK], tmp_path, "fodt")
    flat.write_text(flat.read_text("utf-8").replace("#1f3a5f", "#006600"), "utf-8")
    (own,) = convert([flat], tmp_path / "terug", "docx")

    source = composed(own.read_bytes(), SECTION.read_bytes(), "prestatie.hoofdstuk", shift=2)
    word = Template(source).fill(boek(editions()[MONITOR]))

    (look,) = [
        style
        for style in elements(word, "style", "word/styles.xml")
        if _val(style.find(f"{W}name")).lower() == "heading 3"
    ]
    assert _val(look.find(f"{W}rPr/{W}color")).upper() == "006600"
    assert outline(word).koppen == outline(_books()[MONITOR]).koppen
    used = [_val(e) for e in elements(word, "pStyle")].count(_val(look, "styleId"))
    assert used == len([level for level, _ in outline(word).koppen if level == 3])
    assert inspect(word) == []


@needs_libreoffice
@needs_poppler
def test_a_printed_book_has_every_section_under_the_header_of_its_kerntaak(tmp_path: Path) -> None:
    word = _books()[MONITOR]
    path = tmp_path / "boek.docx"
    path.write_bytes(word)

    (pdf,) = to_pdf([path], tmp_path)

    pages = [_squash(page) for page in pdf_text(pdf).split("\f")]
    title, *rest = [page for page in pages if page]
    assert "Pagina" not in title  # no header and no footer on a title page
    for number, page in enumerate(rest, start=2):
        assert page.endswith(f"Pagina{number}van{len(rest) + 1}")
    for level, heading in outline(word).koppen:
        if level == 3:
            kerntaak = f"{heading[0]}"
            holding = [page for page in rest if _squash(heading) in page][1:]  # after the contents
            assert holding, heading
            assert kerntaak in holding[0][:90]
