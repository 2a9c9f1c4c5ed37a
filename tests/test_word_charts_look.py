"""How charts look: in the colours and letters of the template, told apart without colour, honest.

The judges look too: the schema of the Open XML SDK, and the page that LibreOffice makes.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Mm
from judges import (
    needs_libreoffice,
    needs_poppler,
    needs_sdk,
    pdf_pages,
    pdf_text,
    sdk_objections,
    to_pdf,
)
from lxml import etree
from PIL import Image
from test_word_charts import CHART, KINDS, A, C, made, only, workbooks
from woordbouw import STYLES, Word, fill, p, relations, template

from reportgen.word import Chart, Series
from reportgen.word.values.chartdrawing import MAX_CATEGORIEEN, MAX_REEKSEN
from reportgen.word.values.thema import MIN_CONTRAST, contrast

MANY = Chart(
    "Twaalf reeksen",
    tuple(f"categorie {number}" for number in range(MAX_CATEGORIEEN)),
    tuple(Series(f"reeks {n}", range(n, n + MAX_CATEGORIEEN)) for n in range(MAX_REEKSEN)),
    alt="Twaalf reeksen die oplopen.",
)
SHAPE, LINE = f"{C}spPr", f"{C}spPr/{A}ln/{A}solidFill"
DARK, PALE, WHITE = "1F4E79", "FFE699", "FFFFFF"
THEME = "word/theme/theme1.xml"


def rgb(colour: str) -> str:
    """A colour as DrawingML."""
    return f'<a:srgbClr val="{colour}"/>'


def themed(accent: str, paper: str = rgb(WHITE), styles: str = "".join(STYLES)) -> bytes:
    """A template with a tag, and a theme in which every accent is the same."""
    names = {"lt1": paper, **{f"accent{number}": accent for number in range(1, 7)}}
    scheme = "".join(f"<a:{name}>{colour}</a:{name}>" for name, colour in names.items())
    rows = ("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml")
    parts = {
        "word/_rels/document.xml.rels": relations(
            *rows, ("rId3", "header", "header1.xml"), ("rId4", "theme", "theme/theme1.xml")
        ),
        THEME: f'<a:theme xmlns:a="{A[1:-1]}"><a:clrScheme>{scheme}</a:clrScheme></a:theme>',
    }
    kind = {THEME: "application/vnd.openxmlformats-officedocument.theme+xml"}
    return Word(p("{{p a }}"), styles=styles, parts=parts, types=kind).bytes()


def series(chart: etree._Element) -> list[etree._Element]:
    """The series of a chart."""
    return list(chart.iter(f"{C}ser"))


def colours(source: bytes) -> list[tuple[str, str]]:
    """The colour of each of twelve series, and how much of its light it keeps."""
    found = (one.find(LINE) for one in series(only(fill(source, a=MANY))))
    held = [line[0] for line in found if line is not None]
    return [(e.get("val", ""), "".join(kind.get("val", "") for kind in e)) for e in held]


def test_series_have_the_colours_of_the_theme_so_that_they_follow_it() -> None:
    found = colours(themed(rgb(DARK)))

    assert found == [(f"accent{number}", "") for number in range(1, 7)] * 2


@pytest.mark.parametrize(
    ("accent", "paper", "expected"),
    [
        (rgb("5B9BD5"), rgb(WHITE), ("accent1", "95000")),  # 2.96 to 1: a touch is enough
        (rgb("FFC000"), rgb(WHITE), ("accent1", "70000")),
        (rgb(PALE), rgb(WHITE), ("accent1", "45000")),
        (rgb(WHITE), '<a:sysClr val="window" lastClr="FFFFFF"/>', ("accent1", "55000")),
        (rgb("FFC000"), rgb("000000"), ("accent1", "")),
        (rgb(DARK), rgb("000000"), ("tx1", "")),  # darker does not help on dark paper
        ('<a:hslClr hue="0" sat="100000" lum="50000"/>', rgb(WHITE), ("accent1", "")),
        (rgb("zes"), rgb(WHITE), ("accent1", "")),
        ("", "", ("accent1", "")),
    ],
)
def test_a_pale_colour_becomes_as_dark_as_it_has_to_be_seen(
    accent: str, paper: str, expected: tuple[str, str]
) -> None:
    assert colours(themed(accent, paper))[0] == expected


def test_a_template_without_theme_has_colours_that_can_be_seen() -> None:
    found = colours(template("{{p a }}"))

    assert len(set(found)) == 6
    assert min(contrast(colour, WHITE) for colour, _ in found) >= MIN_CONTRAST
    assert only(fill(template("{{p a }}"), a=MANY)).findall(f".//{A}schemeClr") == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("000000", WHITE, 21), (WHITE, "000000", 21), ("777777", WHITE, 4.48), (DARK, DARK, 1)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)


def fonts(normal: str, defaults: str) -> str:
    """Styles in which ordinary text, and all text, has a font, or none."""
    look = "<w:rPr><w:rFonts w:{}/></w:rPr>"
    rpr = f"<w:rPrDefault>{look.format(defaults)}</w:rPrDefault>" if defaults else ""
    own = look.format(normal) if normal else ""
    name = '<w:name w:val="Normal"/>'
    return (
        f"<w:docDefaults>{rpr}</w:docDefaults>"
        f'<w:style w:type="paragraph" w:styleId="Standaard">{name}{own}</w:style>'
    )


@pytest.mark.parametrize(
    ("normal", "defaults", "font"),
    [
        ("", "", "+mn-lt"),
        ("", 'asciiTheme="minorHAnsi"', "+mn-lt"),
        ('asciiTheme="majorHAnsi"', 'ascii="Arial"', "+mj-lt"),
        ('ascii="R&amp;D Sans"', 'asciiTheme="minorHAnsi"', "R&D Sans"),
        ('cs="Arial"', 'ascii="Verdana"', "Verdana"),
    ],
)
def test_the_letters_are_those_of_ordinary_text(normal: str, defaults: str, font: str) -> None:
    source = themed(rgb(DARK), styles=fonts(normal, defaults))

    latin = only(fill(source, a=CHART)).iter(f"{A}latin")

    assert {e.get("typeface") for e in latin} == {font}


def test_without_a_theme_or_a_named_font_the_letters_are_words_own() -> None:
    assert list(made(CHART).iter(f"{A}latin")) == []


def bare_look(one: etree._Element) -> bytes:
    """How a series is drawn, colours apart but for that of the paper."""
    marker = one.find(f"{C}marker")
    shapes = [shape for shape in (one.find(SHAPE), marker) if shape is not None]
    look = b"".join(map(etree.tostring, shapes))
    return re.sub(rb'(?<=<a:srgbClr val=")(?!FFFFFF)[^"]*', b"", look)


@pytest.mark.parametrize("soort", KINDS)
def test_series_are_told_apart_without_their_colours(soort: Any) -> None:  # noqa: ANN401  a literal
    looks = [bare_look(one) for one in series(made(replace(MANY, soort=soort)))]

    assert len(set(looks)) == MAX_REEKSEN


@pytest.mark.parametrize(
    ("soort", "values", "bounds"),
    [
        ("kolom", (95, 97), {"min": "0"}),
        ("kolom", (-95, -97), {"max": "0"}),
        ("staaf", (0, 0), {"min": "0"}),
        ("kolom", (-1, 1), {}),
        ("lijn", (95, 97), {}),
    ],
)
def test_columns_stand_on_zero_since_their_length_is_compared(
    soort: Any,  # noqa: ANN401  a literal
    values: tuple[int, ...],
    bounds: Mapping[str, str],
) -> None:
    chart = made(Chart("t", ("a", "b"), (Series("s", values),), alt="x", soort=soort))

    (scaling,) = chart.iterfind(f".//{C}valAx/{C}scaling")
    found = {name: scaling.find(f"{C}{name}") for name in ("min", "max")}
    assert {name: e.get("val") for name, e in found.items() if e is not None} == bounds


def test_what_says_nothing_is_left_out() -> None:
    chart = made(Chart("", ("a",), (Series("s", [1]),), alt="x"))

    assert [*chart.iter(f"{C}legend", f"{C}title", f"{C}dLbls")] == []
    assert [e.get("val") for e in chart.iter(f"{C}autoTitleDeleted")] == ["1"]
    assert len(list(made(CHART).iter(f"{C}legend"))) == 1


@pytest.mark.parametrize(
    ("dutch", "code"),
    [("#.##0", "#,##0"), ("#.##0,00", "#,##0.00"), ("0", "0"), ("0,0%", "0.0%")],
)
def test_figures_are_written_the_dutch_way(dutch: str, code: str) -> None:
    chart = made(replace(CHART, getalnotatie=dutch, labels=True))

    codes = {e.get("formatCode") for e in chart.iterfind(f".//{C}valAx/{C}numFmt")}
    codes |= {e.get("formatCode") for e in chart.iterfind(f".//{C}dLbls/{C}numFmt")}
    assert codes == {f"[$-413]{code}"} == {e.text for e in chart.iter(f"{C}formatCode")}


def office(**accents: str) -> bytes:
    """A template with the whole theme of Word 2007, but for these accents."""
    made = Document()
    made.sections[0].page_width, made.sections[0].page_height = Mm(210), Mm(297)
    for name in "abc":
        made.add_paragraph(f"{{{{p {name} }}}}")
    (theme,) = (part for part in made.part.package.iter_parts() if part.partname == f"/{THEME}")
    root = etree.fromstring(theme.blob)
    for name, colour in accents.items():
        for e in root.iterfind(f".//{A}{name}/{A}srgbClr"):
            e.set("val", colour)
    theme._blob = etree.tostring(root)  # noqa: SLF001  python-docx has no other way
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def all_kinds(chart: Chart) -> dict[str, Chart]:
    kolom, lijn, staaf = (replace(chart, soort=soort) for soort in ("kolom", "lijn", "staaf"))
    return {"a": kolom, "b": lijn, "c": staaf}


@needs_sdk
def test_the_schema_has_no_objections(tmp_path: Path) -> None:
    sources = (office(), template("{{p a }}", "{{ b }}", "{{r c }}"))
    values = [all_kinds(CHART), all_kinds(replace(CHART, titel="", labels=True)), all_kinds(MANY)]
    paths = []
    for number, (source, value) in enumerate((s, v) for s in sources for v in values):
        word = fill(source, **value)
        books = (("xlsx", book) for book in workbooks(word))
        for nr, (extension, data) in enumerate([("docx", word), *books]):
            paths.append(tmp_path / f"{number}-{nr}.{extension}")
            paths[-1].write_bytes(data)

    objections = sdk_objections(*paths)

    assert {path.suffix for path in objections} == {".docx", ".xlsx"}
    assert [line for lines in objections.values() for line in lines] == []


@needs_libreoffice
@needs_poppler
def test_a_reader_sees_the_words_the_figures_and_the_colours_of_the_theme(tmp_path: Path) -> None:
    green, pale = tmp_path / "groen.docx", tmp_path / "bleek.docx"
    green.write_bytes(fill(office(accent1="008000"), **all_kinds(CHART)))
    pale.write_bytes(fill(office(accent1=PALE), **all_kinds(CHART)))

    pdfs = to_pdf([green, pale], tmp_path)

    words = pdf_text(pdfs[0])
    for piece in ("Lasten en baten", "x € 1.000", "2017", "14.000", "Lasten", "Baten"):
        assert words.count(piece) >= 3, piece
    first, second = (_solid(pdf_pages(pdf, tmp_path)[0]) for pdf in pdfs)
    assert first == "008000"
    assert MIN_CONTRAST <= contrast(second, WHITE) < MIN_CONTRAST + 1


def _solid(page: Path) -> str:
    """The colour that covers most of a page, white apart."""
    with Image.open(page) as picture:
        pixels = picture.convert("RGB").getcolors(1 << 24) or []
    (_, first), (_, second), *_ = sorted(pixels, key=lambda found: found[0])[::-1]
    assert first == (255, 255, 255)
    assert isinstance(second, tuple)
    return bytes(second).hex().upper()
