"""The normal form by which the compatibility suite compares: it sees looks, and nothing else."""

import pytest
from compat_copies import lists
from compat_form import form
from compat_pictures import picture, pictured
from woordbouw import STYLES, Word, core, p, run, style, tbl, tc, template, tr

BOLD, RED = "<w:b/>", '<w:color w:val="FF0000"/>'
TABLE = tbl(tr("a", "b"), grid=(1000, 2000))
OTHER_IDS = Word(p("x", style="H1"), styles=STYLES[0] + style("paragraph", "heading 1", "H1"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (template("x"), template("y")),
        (template("x"), template("x", "")),
        (template(p(run("x"))), template(p(run("x", BOLD)))),
        (template(p(run("x", BOLD))), template(p(run("x", '<w:b w:val="0"/>')))),
        (template(p(run("a", BOLD), run("b"))), template(p(run("a"), run("b", BOLD)))),
        (template("x", header="a"), template("x", header="b")),
        (template(p("x")), template(p("x", style="Kop1"))),
        (template(p("x")), template("<w:p>los<w:r><w:t>x</w:t></w:r></w:p>")),
        (template(p("x")), template(p("<w:r><w:t>x</w:t><w:br/></w:r>"))),
        (template(TABLE), template(TABLE.replace('w:w="2000"', 'w:w="1500"'))),
        (
            template(TABLE),
            template(TABLE.replace("</w:tcPr>", '<w:shd w:fill="FF0000"/></w:tcPr>')),
        ),
        (template(p("x", style="Kop1")), Word(p("x", style="Kop1"), styles=STYLES[0]).bytes()),
        (lists(("a", 3), ("b", 3)), lists(("a", 3), ("b", 4))),
        (pictured(p(picture("rId4"))), pictured(p(picture("rId5")))),
        (pictured(p(picture("rId4"))), pictured(p(picture("rId4", alt="kaart")))),
        (pictured(p(picture("rId4"))), pictured(p(picture("rId4", cx="1")))),
        (template("x"), Word(p("x"), parts={"docProps/core.xml": core("andere titel")}).bytes()),
        (template("x"), Word(p("x"), parts={"word/vreemd.xml": "<x/>"}).bytes()),
    ],
)
def test_what_a_reader_sees_makes_another_form(one: bytes, other: bytes) -> None:
    assert form(one) != form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (template(p(run("ab", BOLD))), template(p(run("a", BOLD), run("", RED), run("b", BOLD)))),
        (template(p(run("x", BOLD + RED))), template(p(run("x", RED + BOLD)))),
        (template(p(run("x", BOLD))), template(p(run("x", '<w:b w:val="true"/>')))),
        (template(p("x")), template(p("x", ppr="<w:rPr/>").replace("<w:p>", '<w:p w:rsidR="1">'))),
        (template(p("x")), template(p("x", '<w:proofErr w:type="spellEnd"/>'))),
        (
            template(tbl(tr(tc("x", 1000)))),
            template(tbl(tr(tc("x", 1000)), grid=(1001,)).replace("1001", "1000", 1)),
        ),
        (template(p("x", style="Kop1")), Word(p("x", style="Kop1")).bytes()),
        (lists(("a", 3), ("b", 3)), lists(("a", 4), ("b", 4))),
        (pictured(p(picture("rId4", "1"))), pictured(p(picture("rId4", "9", name="anders")))),
    ],
)
def test_what_no_reader_sees_makes_no_other_form(one: bytes, other: bytes) -> None:
    assert form(one) == form(other)


def test_styles_are_the_same_by_their_names() -> None:
    ours = Word(p("x", style="Kop1"), styles=STYLES[0] + style("paragraph", "heading 1", "Kop1"))

    assert form(ours.bytes()) == form(OTHER_IDS.bytes())
