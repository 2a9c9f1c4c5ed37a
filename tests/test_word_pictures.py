"""What a document shows besides text: pictures, text boxes, plain and blank tables, white."""

import pytest
from woordbouw import STYLES, Word, p, run, style, tbl, tc, tr

from reportgen.tags import Afbeelding, Alinea, Tabel
from reportgen.word import outline

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DECORATIVE = (
    '<x:decorative xmlns:x="http://schemas.microsoft.com/office/drawing/2017/decorative" val="{}"/>'
)
BOX = f"<w:txbxContent>{p('in het vak')}</w:txbxContent>"
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
BOOKMARK = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'


def drawn(look: str = "", inside: str = "", place: str = "inline", more: str = "") -> str:
    """A run with a drawing; `look` are the attributes that Word keeps its texts in."""
    properties = f'<wp:docPr id="1" name="a" {look}>{inside}</wp:docPr>'
    drawing = f'<wp:{place} xmlns:wp="{WP}">{properties}{more}</wp:{place}>'
    return f"<w:r><w:drawing>{drawing}</w:drawing></w:r>"


def old(look: str = "", inside: str = "<v:imagedata/>") -> str:
    """A run with a picture as Word 2007 wrote it."""
    vml = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    return f"<w:r><w:pict><v:shape {vml} {look}>{inside}</v:shape></w:pict></w:r>"


def both(choice: str, fallback: str) -> str:
    """A run that is there twice: for a new Word, and for an old one."""
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    inside = f"<mc:Choice>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
    return f'<w:r><mc:AlternateContent xmlns:mc="{space}">{inside}</mc:AlternateContent></w:r>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (drawn('descr="Een brug"'), Afbeelding("Een brug")),
        (drawn('title="Een brug"'), Afbeelding("Een brug")),
        (drawn('title="Brug" descr="Een brug"'), Afbeelding("Een brug")),
        (drawn(), Afbeelding("")),
        (drawn("", DECORATIVE.format(1)), Afbeelding("", decoratief=True)),
        (drawn("", DECORATIVE.format(0)), Afbeelding("")),
        (drawn(place="anchor"), Afbeelding("", zwevend=True)),
        (old('alt="Een brug"'), Afbeelding("Een brug")),
        (old('style="position:absolute;left:0"'), Afbeelding("", zwevend=True)),
        (both(drawn('descr="Een brug"'), old()), Afbeelding("Een brug")),
    ],
)
def test_a_picture_has_its_words_and_its_place(body: str, expected: Afbeelding) -> None:
    assert outline(Word(p(body)).bytes()).afbeeldingen == (expected,)


def test_a_picture_in_a_header_is_seen_as_one() -> None:
    found = outline(Word(p(drawn('descr="Brug"')), p(drawn('descr="Wapen"'))).bytes())

    assert found.afbeeldingen == (Afbeelding("Brug"), Afbeelding("Wapen", in_rand=True))


@pytest.mark.parametrize(
    "body",
    [
        drawn(more=BOX),
        old(inside=BOX),
        both(drawn(more=BOX), old(inside=BOX)),
    ],
)
def test_a_text_box_speaks_for_itself(body: str) -> None:
    found = outline(Word(p(body)).bytes())

    assert found.tekstvakken == ("in het vak",)
    assert found.afbeeldingen == ()


def test_a_text_box_without_text_is_none() -> None:
    empty = f"<w:txbxContent>{p()}</w:txbxContent>"

    assert outline(Word(p(drawn(more=empty))).bytes()).tekstvakken == ()


@pytest.mark.parametrize(
    "inside",
    [
        drawn(),
        old(),
        PAGE_BREAK,
        '<m:oMath xmlns:m="urn:m"/>',
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:tab/></w:r>",
    ],
)
def test_a_paragraph_without_text_may_show_something(inside: str) -> None:
    (found,) = outline(Word(f"<w:p>{inside}</w:p>").bytes()).inhoud

    assert isinstance(found, Alinea)
    assert found.beeld
    assert not found.leeg


@pytest.mark.parametrize(
    ("body", "blank"),
    [
        (p(), True),
        (p(run(" \u00a0")), True),
        (f"<w:p>{BOOKMARK}<w:r><w:lastRenderedPageBreak/></w:r></w:p>", True),
        (p(run("tekst")), False),
        (p(ppr="<w:sectPr/>"), False),  # the end of a section
        (p(ppr="<w:pBdr/>"), False),  # a line across the page
        (p(ppr="<w:spacing/><w:rPr><w:b/></w:rPr>"), True),
    ],
)
def test_a_paragraph_is_blank_when_a_reader_meets_nothing(body: str, *, blank: bool) -> None:
    (found,) = outline(Word(body).bytes()).inhoud

    assert isinstance(found, Alinea)
    assert found.leeg is blank


def table(body: str) -> Tabel:
    """The table that a body consists of."""
    (found,) = outline(Word(body).bytes()).inhoud
    assert isinstance(found, Tabel)
    return found


@pytest.mark.parametrize(
    ("look", "merged"),
    [
        ('<w:gridSpan w:val="2"/>', True),
        ('<w:gridSpan w:val="1"/>', False),
        ('<w:gridSpan w:val="x"/>', False),
        ("<w:vMerge/>", True),
        ('<w:vMerge w:val="continue"/>', True),
        ('<w:vMerge w:val="restart"/>', False),  # with nothing that goes on from it
        ('<w:hMerge w:val="continue"/>', True),
        ("", False),
    ],
)
def test_a_table_with_merged_cells_is_seen(look: str, *, merged: bool) -> None:
    cell = tc("a").replace("</w:tcPr>", f"{look}</w:tcPr>")

    assert table(tbl(tr(cell, "b"), tr("c", "d"))).samengevoegd is merged


def test_a_table_in_a_cell_is_seen() -> None:
    nested = table(tbl(tr(tc(tbl(tr("b")) + p()))))
    plain = table(tbl(tr("a")))

    assert nested.genest
    assert not plain.genest


def test_rows_that_show_nothing_are_counted_from_one() -> None:
    found = table(tbl(tr("", ""), tr("a", ""), tr(tc(p(drawn()))), tr(tc(p() + p(run(" "))))))

    assert found.lege_rijen == (1, 4)


LANGUAGE = '<w:rPr><w:lang w:val="{}"/></w:rPr>'


@pytest.mark.parametrize(
    ("defaults", "normal", "expected"),
    [
        ("nl-NL", "", "nl-NL"),
        ("en-US", "nl-NL", "nl-NL"),  # the style of all text decides
        ("nl-NL", "en-US", "en-US"),
        ("", "", ""),
    ],
)
def test_the_language_is_that_of_ordinary_text(defaults: str, normal: str, expected: str) -> None:
    every = (
        f"<w:docDefaults><w:rPrDefault>{LANGUAGE.format(defaults)}</w:rPrDefault></w:docDefaults>"
    )
    first = style("paragraph", "Normal", "Standaard", LANGUAGE.format(normal))

    found = outline(Word(p("tekst"), styles="".join([every, first, *STYLES[1:]])).bytes())

    assert found.taal == expected
