"""Tracked changes that anybody made: listed, accepted, rejected."""

import pytest
from redlinebouw import body, told, word
from woordbouw import W, elements, p, part, run, tbl, tc, tr

from reportgen.word.redline import Change, accept, changes, reject

BY = 'w:author="Piet" w:date="2026-01-02T03:04:05Z"'
NEXT = p("volgende")


def mark(kind: str, inside: str = "", number: int = 1) -> str:
    """A mark of a change."""
    return f'<w:{kind} w:id="{number}" {BY}>{inside}</w:{kind}>'


def ended(kind: str, text: str, style: str = "") -> str:
    """A paragraph whose end came or went, with a text that stays."""
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{look}<w:rPr>{mark(kind)}</w:rPr></w:pPr>{run(text)}</w:p>"


def gone(text: str) -> str:
    """A run of deleted text."""
    return f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'


def row(kind: str, *cells: str) -> str:
    """A row that came or went."""
    return tr(*cells).replace("<w:tr>", f"<w:tr><w:trPr>{mark(kind)}</w:trPr>", 1)


def plain(made: bytes) -> list[str]:
    """The text of each paragraph, and of each table with `|` between cells and `/` between rows."""
    lines = []
    for block in told(made):
        table = isinstance(block, tuple) and block and isinstance(block[0], tuple)
        lines.append("/".join("|".join(r) for r in block) if table else block[0])  # type: ignore[index, attr-defined]
    return lines


@pytest.mark.parametrize(
    ("inside", "accepted", "rejected"),
    [
        (p("a ", mark("ins", run("b"))), ["a b"], ["a "]),
        (p("a ", mark("del", gone("b"))), ["a "], ["a b"]),
        (p("a ", mark("ins", mark("del", gone("b"), 2))), ["a "], ["a "]),
        (p(mark("moveFrom", run("b"))) + p(mark("moveTo", run("b"), 2)), ["", "b"], ["b", ""]),
        (ended("ins", "een ") + p("twee"), ["een ", "twee"], ["een twee"]),
        (ended("del", "een ") + p("twee"), ["een twee"], ["een ", "twee"]),
        (ended("del", "een ") + ended("del", "twee ") + p("drie"), ["een twee drie"], None),
        (ended("del", "een") + tbl(tr("x")) + p(), ["een", "x", ""], ["een", "x", ""]),
        (tbl(tr("a"), row("ins", "b")) + p(), ["a/b", ""], ["a", ""]),
        (tbl(tr("a"), row("del", "b")) + p(), ["a", ""], ["a/b", ""]),
        (tbl(row("del", "a"), row("del", "b")) + p(), [""], ["a/b", ""]),
        (p("a", f"<w:hyperlink>{mark('ins', run('b'))}</w:hyperlink>"), ["ab"], ["a"]),
    ],
)
def test_changes_are_accepted_or_rejected(
    inside: str, accepted: list[str], rejected: list[str] | None
) -> None:
    made = word(inside, NEXT)

    assert plain(accept(made)) == [*accepted, "volgende"]
    if rejected is not None:
        assert plain(reject(made)) == [*rejected, "volgende"]
    for settled in (accept(made), reject(made)):
        assert changes(settled) == ()
        assert "Piet" not in part(settled)
        assert accept(settled) == reject(settled) == settled


def test_paragraphs_that_go_together_look_as_the_last_one() -> None:
    made = word(ended("del", "een ", "Kop1") + p("twee", style="Plattetekst"))

    assert told(accept(made)) == [("een twee", "Body Text", "")]


def test_a_link_or_a_content_control_of_which_nothing_is_left_goes() -> None:
    link = f'<w:hyperlink r:id="rId9">{mark("ins", run("b"))}</w:hyperlink>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{mark('ins', run('c'), 2)}</w:sdtContent></w:sdt>"
    made = word(p("a", link, control))

    assert elements(reject(made), "hyperlink") == elements(reject(made), "sdt") == []
    assert len(elements(accept(made), "hyperlink")) == len(elements(accept(made), "sdt")) == 1


def test_half_a_bookmark_stays_when_what_it_stands_in_goes() -> None:
    begin = '<w:bookmarkStart w:id="5" w:name="een"/><w:bookmarkStart w:id="6" w:name="twee"/>'
    inside = mark("ins", f'{begin}{run("b")}<w:bookmarkEnd w:id="6"/>')
    made = word(p("a", inside, run("c"), '<w:bookmarkEnd w:id="5"/>'))

    left = reject(made)

    assert [e.get(f"{W}name") for e in elements(left, "bookmarkStart")] == ["een"]
    assert [e.get(f"{W}id") for e in elements(left, "bookmarkEnd")] == ["5"]


def test_the_only_paragraph_of_a_cell_stays() -> None:
    cell = tc(ended("del", "").replace(run(""), ""))
    made = word(tbl(tr(cell)), NEXT)

    (left,) = elements(accept(made), "tc")
    assert [child.tag for child in left][-1] == f"{W}p"


@pytest.mark.parametrize(
    ("now", "was"),
    [
        ('<w:pStyle w:val="Kop1"/>', '<w:pStyle w:val="Plattetekst"/>'),
        ('<w:pStyle w:val="Kop1"/>', ""),
        ("", '<w:keepNext/><w:jc w:val="center"/>'),
    ],
)
def test_properties_of_before_come_back(now: str, was: str) -> None:
    change = mark("pPrChange", f"<w:pPr>{was}</w:pPr>")
    made = word(f"<w:p><w:pPr>{now}{change}</w:pPr>{run('tekst')}</w:p>")

    assert body(accept(made)) == body(word(p("tekst", ppr=now)))
    assert body(reject(made)) == body(word(p("tekst", ppr=was)))
    assert [c.soort for c in changes(made)] == ["opmaak"]


def test_the_look_of_words_of_before_comes_back() -> None:
    look = f"<w:b/>{mark('rPrChange', '<w:rPr><w:i/></w:rPr>')}"
    made = word(p(run("tekst", look)))

    assert "<w:rPr><w:b/></w:rPr>" in part(accept(made))
    assert "<w:rPr><w:i/></w:rPr>" in part(reject(made))


def test_cells_come_and_go() -> None:
    cells = [
        tc(n).replace("</w:tcPr>", f"{mark(k)}</w:tcPr>")
        for n, k in (("a", "cellIns"), ("b", "cellDel"))
    ]
    made = word(tbl(tr(*cells, "c")), NEXT)

    assert plain(accept(made))[0] == "a|c"
    assert plain(reject(made))[0] == "b|c"


def test_changes_in_headers_are_settled_and_listed_too() -> None:
    header = part(word(), "word/header1.xml").replace(
        "<w:p></w:p>", p("Monitor ", mark("ins", run("II")))
    )
    made = word("tekst", **{"word/header1.xml": header})

    assert changes(made) == (
        Change("ingevoegd", "II", "Piet", "2026-01-02T03:04:05Z", "koptekst, alinea 1"),
    )
    assert "II" not in part(reject(made), "word/header1.xml")
    assert changes(accept(made)) == ()


def test_changes_are_listed_in_reading_order_with_their_place() -> None:
    made = word(
        p("a ", mark("ins", run("b")), run(" c "), mark("del", gone("d"))),
        tbl(tr("x", tc(p(mark("ins", run("y"))))), row("del", "v", "w")),
        f"<w:p><w:pPr><w:rPr>{mark('ins')}</w:rPr></w:pPr></w:p>",
        p(mark("ins", "<w:r><w:tab/><w:t>z</w:t><w:br/><w:drawing/></w:r>")),
    )

    assert [(c.soort, c.tekst, c.plek) for c in changes(made)] == [
        ("ingevoegd", "b", "hoofdtekst, alinea 1"),
        ("verwijderd", "d", "hoofdtekst, alinea 1"),
        ("ingevoegd", "y", "hoofdtekst, tabel 1, rij 1, cel 2"),
        ("verwijderd", "v\tw", "hoofdtekst, tabel 1, rij 2, cel 1"),
        ("ingevoegd", "", "hoofdtekst, alinea 2"),
        ("ingevoegd", "\tz\n[beeld]", "hoofdtekst, alinea 3"),
    ]
