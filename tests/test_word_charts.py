"""Charts: native ones that Word can edit, their figures, their looks, and what is refused."""

import pickle
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.enum.shape import WD_INLINE_SHAPE
from docx.shared import Mm
from inhoudbouw import picture, tree, writer
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from pydantic import BaseModel
from test_word_notes import noted
from woordbouw import Word, elements, fill, p, pack, part, tbl, tc, template, tr

from reportgen import RenderError, Template, TemplateError
from reportgen.tags import Afbeelding
from reportgen.word import Chart, InlineImage, Series, outline
from reportgen.word.values.chartdrawing import MAX_CATEGORIEEN, MAX_REEKSEN
from reportgen.word.values.harvest import RUIMTE

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MM = 36_000
KINDS = ("kolom", "lijn", "staaf")
LASTEN = Series("Lasten", [Decimal(12_500), Decimal("13250.5"), Decimal(14_100)])
BATEN = Series("Baten", [Decimal(4_100), None, Decimal(-250)])
CHART = Chart(
    "Lasten en baten",
    ("2017", "2018", "2019"),
    (LASTEN, BATEN),
    alt="Lasten 12.500, 13.251 en 14.100; baten 4.100, onbekend en -250 (x € 1.000).",
    eenheid="x € 1.000",
)


def charts(word: bytes) -> dict[str, etree._Element]:
    """The charts of a document, by the names of their parts."""
    with ZipFile(BytesIO(word)) as archive:
        names = [n for n in archive.namelist() if n.startswith("word/charts/rg")]
        return {name: etree.fromstring(archive.read(name)) for name in names}


def only(word: bytes) -> etree._Element:
    """The one chart of a document."""
    (found,) = charts(word).values()
    return found


def made(chart: Chart) -> etree._Element:
    """A chart as its part has it."""
    return only(fill(template("{{p a }}"), a=chart))


def workbooks(word: bytes) -> list[bytes]:
    """The workbooks in a document."""
    with ZipFile(BytesIO(word)) as archive:
        return [archive.read(n) for n in archive.namelist() if n.endswith(".xlsx")]


def cells(word: bytes) -> list[list[object]]:
    """What is in the one workbook of a document, row by row."""
    (book,) = workbooks(word)
    sheet = load_workbook(BytesIO(book))["Gegevens"]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def loose_ends(word: bytes) -> list[str]:
    """Relationships that lead nowhere or that nobody uses, and ids that have none."""
    found = []
    with ZipFile(BytesIO(word)) as archive:
        names = set(archive.namelist())
        for rels in (n for n in names if n.endswith(".rels") and "charts" in n):
            folder, file = dirname(dirname(rels)), rels.rpartition("/")[2].removesuffix(".rels")
            rows = etree.fromstring(archive.read(rels))
            has = {row.get("Id"): normpath(join(folder, row.get("Target", ""))) for row in rows}
            root = etree.fromstring(archive.read(join(folder, file)))
            asked = {v for e in root.iter("*") for k, v in e.attrib.items() if R in str(k)}
            found += [target for target in has.values() if target not in names]
            found += [str(rid) for rid in has.keys() ^ asked]
        kinds = archive.read("[Content_Types].xml").decode()
        new = [n for n in names if n.startswith(("word/charts/rg", "word/embeddings/rg"))]
        found += [n for n in new if kinds.count(f'"/{n}"') != 1]
    return found


def points(chart: etree._Element, kind: str) -> list[dict[str, str]]:
    """What each series keeps of its cells: `val` its figures, `cat` its categories."""
    return [
        {pt.get("idx", ""): pt.findtext(f"{C}v", "") for pt in of.iter(f"{C}pt")}
        for of in chart.iter(f"{C}{kind}")
    ]


def test_a_chart_keeps_its_figures_in_its_part_and_in_its_workbook() -> None:
    word = fill(template("{{p a }}"), a=CHART)

    assert points(only(word), "cat") == [{"0": "2017", "1": "2018", "2": "2019"}] * 2
    assert points(only(word), "val") == [
        {"0": "12500", "1": "13250.5", "2": "14100"},
        {"0": "4100", "2": "-250"},  # None is a gap
    ]
    assert cells(word) == [
        [None, "Lasten", "Baten"],
        ["2017", 12_500, 4_100],
        ["2018", 13_250.5, None],
        ["2019", 14_100, -250],
    ]


def test_the_part_names_the_cells_that_its_workbook_has() -> None:
    found = [f.text for f in made(CHART).iter(f"{C}f")]

    assert found == [
        *("Gegevens!$B$1", "Gegevens!$A$2:$A$4", "Gegevens!$B$2:$B$4"),
        *("Gegevens!$C$1", "Gegevens!$A$2:$A$4", "Gegevens!$C$2:$C$4"),
    ]


@pytest.mark.parametrize(
    ("soort", "group", "direction"),
    [("kolom", "barChart", ["col"]), ("staaf", "barChart", ["bar"]), ("lijn", "lineChart", [])],
)
def test_every_kind_of_chart_is_one_of_words_own(
    soort: Any,  # noqa: ANN401  a literal
    group: str,
    direction: list[str],
) -> None:
    chart = made(replace(CHART, soort=soort))

    (found,) = chart.iter(f"{C}barChart", f"{C}lineChart")
    directions = [e.get("val") for e in found.iter(f"{C}barDir")]
    assert (found.tag, directions) == (f"{C}{group}", direction)


@pytest.mark.parametrize("tag", ["{{ a }}", "Zie {{ a }}.", "{{r a }}", "{{p a }}"])
def test_a_chart_stands_wherever_a_tag_does(tag: str) -> None:
    word = fill(template(tag), a=CHART)

    assert loose_ends(word) == []
    (shape,) = docx.Document(BytesIO(word)).inline_shapes
    assert shape.type == WD_INLINE_SHAPE.CHART
    assert (shape.width, shape.height) == (5_486_400, 3_200_400)


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        (Mm(120), None, (120 * MM, 70 * MM)),
        (None, Mm(70), (120 * MM, 70 * MM)),
        (Mm(100), Mm(100), (100 * MM, 100 * MM)),
    ],
)
def test_what_is_not_given_of_a_size_keeps_the_proportion(
    width: int | None, height: int | None, size: tuple[int, int]
) -> None:
    xml = writer().stukken(replace(CHART, width=width, height=height), 0)

    extent = next(tree(xml).iter(f"{WP}extent"))
    assert (int(extent.get("cx", "")), int(extent.get("cy", ""))) == size


def test_the_words_of_a_chart_are_what_a_reader_hears() -> None:
    word = fill(template("{{p a }}"), a=CHART)

    assert outline(word).afbeeldingen == (Afbeelding(CHART.alt),)


def test_charts_in_a_loop_have_a_part_each_and_ids_of_their_own() -> None:
    source = template("{%p for a in aa %}", "{{ a }}", "{%p endfor %}", "{{p b }}")
    others = [replace(CHART, titel=f"Kerntaak {number}") for number in range(3)]

    word = fill(source, aa=others, b=InlineImage(picture()))

    assert loose_ends(word) == []
    assert len(charts(word)) == len(workbooks(word)) + 2 == 3  # their figures are equal
    ids = [e.get("id") for e in etree.fromstring(part(word).encode()).iter(f"{WP}docPr")]
    assert ids == [str(RUIMTE + number) for number in range(1, 5)]


def test_equal_charts_are_one_part() -> None:
    word = fill(template("{{p a }}", "{{p b }}"), a=CHART, b=replace(CHART))

    assert len(charts(word)) == len(workbooks(word)) == 1
    assert loose_ends(word) == []


def test_a_chart_stands_in_a_cell_of_a_table() -> None:
    word = fill(template(tbl(tr(tc(p("{{p a }}"))))), a=CHART)

    (cell,) = elements(word, "tc")
    assert len(list(cell.iter(f"{C}chart"))) == 1


def test_the_same_chart_gives_the_same_bytes() -> None:
    source = template("{{p a }}")

    assert fill(source, a=CHART) == fill(source, a=replace(CHART))


def test_the_workbook_is_not_compressed_since_libraries_compress_differently() -> None:
    (book,) = workbooks(fill(template("{{p a }}"), a=CHART))

    with ZipFile(BytesIO(book)) as archive:
        members = archive.infolist()
    assert {(m.compress_type, m.date_time) for m in members} == {(0, (1980, 1, 1, 0, 0, 0))}


def test_a_document_with_a_chart_is_a_template_too() -> None:
    word = fill(template("{{p a }}", "nogmaals"), a=CHART)
    with ZipFile(BytesIO(word)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"nogmaals", b"{{p a }}")

    again = fill(pack(parts), a=CHART)

    assert loose_ends(again) == []
    assert len(charts(again)) == 1
    assert len(docx.Document(BytesIO(again)).inline_shapes) == 2


def test_a_chart_travels_to_another_process() -> None:
    chart = replace(CHART, width=Mm(10))

    assert pickle.loads(pickle.dumps(chart)) == chart  # noqa: S301


def test_a_chart_is_plain_data_that_nothing_changes() -> None:
    years, series = ["2017"], [Series("a", [1])]

    chart = Chart("t", years, series, alt="x", width=Mm(10))  # type: ignore[arg-type]  # lists
    years.append("2018")

    assert (chart.categorieen, chart.reeksen[0].waarden) == (("2017",), (Decimal(1),))
    assert type(chart.width) is int
    assert hash(chart) == hash(replace(chart))


@pytest.mark.parametrize("value", [0.1, True, "1", float("nan")])
def test_a_figure_is_a_decimal_or_whole(value: object) -> None:
    with pytest.raises(TypeError, match="Decimal"):
        Series("a", [value])  # type: ignore[list-item]  # that is the mistake


NASTY = "Lasten <2017> & \"baten\" 'x'"


def test_w1_whatever_the_words_are_they_print_as_given() -> None:
    chart = Chart(NASTY, (NASTY,), (Series(NASTY, [1]),), alt=NASTY, eenheid=NASTY)

    word = fill(template("{{p a }}"), a=chart)

    assert [t.text for t in only(word).iter(f"{A}t")] == [NASTY, NASTY]
    assert points(only(word), "cat") == [{"0": NASTY}]
    assert {"0": NASTY} in points(only(word), "tx")
    assert cells(word) == [[None, NASTY], [NASTY, 1]]
    assert outline(word).afbeeldingen == (Afbeelding(NASTY),)


@pytest.mark.parametrize("words", ["=1+1", "_x0041_", "_x005F_x0041_", "'a", "+31", "2017-01-01"])
def test_n17_a_workbook_reads_a_text_as_text(words: str) -> None:
    chart = Chart("t", (words,), (Series(words, [1]),), alt="x")

    (_, name), (category, _) = cells(fill(template("{{p a }}"), a=chart))

    assert unescape(str(name)) == unescape(str(category)) == words  # openpyxl leaves that to us


def test_line_ends_and_tabs_become_spaces() -> None:
    chart = Chart("a\nb", ("c\td",), (Series("e\r\nf", [1]),), alt="x")

    word = fill(template("{{p a }}"), a=chart)

    assert [t.text for t in only(word).iter(f"{A}t")] == ["a b"]
    assert cells(word) == [[None, "e f"], ["c d", 1]]


@pytest.mark.parametrize("field", ["titel", "alt", "eenheid", "categorieen", "reeksen"])
@pytest.mark.parametrize("letter", ["\x0b", "\x00", "\ud83d"])
def test_w2_what_xml_cannot_hold_is_refused(field: str, letter: str) -> None:
    values: Mapping[str, Any] = {
        "categorieen": (letter,) * 3,
        "reeksen": (Series(f"a{letter}", [1, 2, 3]),),
    }
    chart = replace(CHART, **{field: values.get(field, f"a{letter}b")})

    with pytest.raises(RenderError, match="teken dat niet in Word past"):
        fill(template("{{p a }}"), a=chart)


REFUSED: list[tuple[str, dict[str, Any], str, str]] = [
    ("A5", {"alt": ""}, "‘Lasten en baten’ heeft geen alternatieve tekst", "met de cijfers"),
    ("A5", {"alt": " \n"}, "geen alternatieve tekst", "alt="),
    ("W39", {"soort": "taart"}, "‘taart’ is geen soort", "kolom, lijn, staaf"),
    ("W39", {"getalnotatie": "#,##0"}, "‘#,##0’ is geen notatie", "#.##0"),
    ("W39", {"getalnotatie": '0;"x"'}, "geen notatie", "0%"),
    ("W34", {"categorieen": (), "reeksen": (Series("a", []),)}, "0 categorieën", "1 tot 50"),
    ("W34", {"reeksen": ()}, "0 reeksen", "1 tot 12"),
    ("W34", {"categorieen": ("a",) * (MAX_CATEGORIEEN + 1)}, "51 categorieën", "tabel"),
    ("W34", {"reeksen": (LASTEN,) * (MAX_REEKSEN + 1)}, "13 reeksen", "tabel"),
    ("W39", {"reeksen": (LASTEN, LASTEN)}, "niet uit elkaar te houden", "eigen naam"),
    ("W39", {"reeksen": (Series(" ", [1, 2, 3]),)}, "niet uit elkaar te houden", "eigen naam"),
    ("W39", {"reeksen": (Series("a", [1]),)}, "‘a’ heeft 1 waarden bij 3 categorieën", "None"),
    ("W39", {"reeksen": (Series("a", [None] * 3),)}, "‘a’ heeft geen waarden", "laat hem weg"),
    ("W34", {"titel": "a" * 256}, "256 tekens: aaa", "255"),
    ("W34", {"width": Mm(600)}, "EMU", "558 mm"),
    ("W34", {"height": 0}, "EMU", "558 mm"),
]


@pytest.mark.parametrize(("rule", "change", "words", "cure"), REFUSED)
def test_what_cannot_be_read_by_eyes_or_ears_is_refused_with_its_place(
    rule: str, change: dict[str, Any], words: str, cure: str
) -> None:
    with pytest.raises(RenderError, match=words) as caught:
        fill(template("{{p a }}"), a=replace(CHART, **change))

    (problem,) = caught.value.problems
    assert (problem.rule, problem.where.plek) == (rule, "hoofdtekst, alinea 1")
    assert cure in problem.hint


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E+15", "1E+999999", "1E-11", "1E-999999"])
def test_w34_a_figure_that_no_workbook_keeps_is_refused(value: str) -> None:
    chart = replace(CHART, reeksen=(Series("a", [Decimal(value), 1, 2]),))

    with pytest.raises(RenderError, match=r"‘a’ heeft een waarde die niet") as caught:
        fill(template("{{p a }}"), a=chart)

    assert caught.value.problems[0].rule == "W34"


@pytest.mark.parametrize(
    ("value", "written"),
    [("-0", "0"), ("0E+20", "0"), ("1E+3", "1000"), ("999999999999999.25", "999999999999999.25")],
)
def test_a_figure_is_written_out(value: str, written: str) -> None:
    chart = replace(CHART, reeksen=(Series("a", [Decimal(value), 1, 2]),))

    assert points(made(chart), "val")[0]["0"] == written


@pytest.mark.parametrize(
    "source",
    [
        template("tekst", header="{{ a }}"),
        noted("footnote", "{{ a }}").bytes(),
        noted("endnote", "{{ a }}").bytes(),
    ],
)
def test_w39_a_chart_stands_in_the_body_only(source: bytes) -> None:
    with pytest.raises(RenderError, match="kop- of voettekst, noot") as caught:
        fill(source, a=CHART)

    assert caught.value.problems[0].rule == "W39"


def test_w34_a_template_that_repeats_a_chart_without_end_is_stopped() -> None:
    source = template("{%p for n in range(9000) %}", "{{ a }}", "{%p endfor %}")

    with pytest.raises(TemplateError, match="meer dan deze gegevens kunnen vragen"):
        fill(source, a=CHART)


def test_a_model_can_have_a_chart_as_a_field() -> None:
    class Kerntaak(BaseModel):
        naam: str
        grafiek: Chart | None

    source = Template(Word(p("{{ naam }}") + p("{{p grafiek }}")).bytes())

    assert source.check(Kerntaak) == []
    assert len(charts(source.fill(Kerntaak(naam="5", grafiek=CHART)))) == 1
    assert charts(source.fill(Kerntaak(naam="5", grafiek=None))) == {}
