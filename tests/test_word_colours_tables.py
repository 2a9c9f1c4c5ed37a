"""The colours of text in tables: fills of cells and tables, and what a table style makes of it."""

import pytest
from woordbouw import colour, fill_colour, p, pairs, run, style, tbl, tc, tr

NAVY, WHITE = "1F3A5F", colour("FFFFFF")
LOOK = '<w:tblLook w:val="0020" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'


def shaded(cell: str, look: str) -> str:
    """A cell with a shading."""
    return cell.replace("</w:tcPr>", f"{look}</w:tcPr>", 1)


def table(*rows: str, style_id: str = "", look: str = "", more: str = "") -> str:
    """A table with a style and a look."""
    named = f'<w:tblPr><w:tblStyle w:val="{style_id}"/>' if style_id else "<w:tblPr>"
    whole = tbl(*rows).replace("<w:tblPr>", named, 1)
    return whole.replace("</w:tblPr>", f"{more}{look}</w:tblPr>", 1)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (tbl(tr(shaded(tc("a"), fill_colour(NAVY)))), ["FFFFFF op 1F3A5F"]),
        (table(tr("a"), more=fill_colour(NAVY)), []),  # a fill that Word may pass over
        (
            table(tr("a", shaded(tc("b"), fill_colour("EDF1F6"))), more=fill_colour(NAVY)),
            ["000000 op EDF1F6"],
        ),
        (table(tr("a"), more=fill_colour("auto")), ["000000 op FFFFFF"]),
        (
            tbl(tr(shaded(tc(tbl(tr("in"))), fill_colour(NAVY)))),
            ["FFFFFF op 1F3A5F"],  # an open table shows the cell that it stands in
        ),
        (
            tbl(tr(shaded(tc(p(run("a"), ppr=fill_colour("EDF1F6"))), fill_colour(NAVY)))),
            ["000000 op EDF1F6"],
        ),
    ],
)
def test_text_in_a_table_stands_on_the_fill_of_its_cell(body: str, expected: list[str]) -> None:
    assert pairs(body) == expected


def part(kind: str, cell: str = "", look: str = "") -> str:
    """A part of a table style."""
    return (
        f'<w:tblStylePr w:type="{kind}"><w:rPr>{look}</w:rPr><w:tcPr>{cell}</w:tcPr></w:tblStylePr>'
    )


HEAD = part("firstRow", fill_colour(NAVY), WHITE)
HEADER = "<w:trPr><w:tblHeader/></w:trPr>"


@pytest.mark.parametrize(
    ("inside", "look", "expected"),
    [
        (HEAD, LOOK, ["FFFFFF op 1F3A5F", "000000 op FFFFFF"]),
        (HEAD, '<w:tblLook w:val="0620"/>', ["FFFFFF op 1F3A5F", "000000 op FFFFFF"]),
        (HEAD, '<w:tblLook w:val="0600"/>', ["000000 op FFFFFF"]),  # without a first row
        (HEAD, '<w:tblLook w:val="x"/>', ["000000 op FFFFFF"]),
        (HEAD, "", ["000000 op FFFFFF"]),  # what it does with the first row, it does not say
        (
            part("wholeTable", fill_colour("EDF1F6")) + HEAD,
            LOOK,
            ["FFFFFF op 1F3A5F", "000000 op EDF1F6"],
        ),
        (HEAD + part("lastRow", fill_colour(NAVY)), LOOK, ["FFFFFF op 1F3A5F", "000000 op FFFFFF"]),
        (
            HEAD + part("band1Horz", fill_colour(NAVY)),
            '<w:tblLook w:val="0420"/>',
            ["FFFFFF op 1F3A5F"],
        ),
        (
            HEAD + part("nwCell", fill_colour("EDF1F6")),
            LOOK,
            [],
        ),  # which cell of the corner, unsure
    ],
)
def test_the_first_row_of_a_table_style_counts_and_what_is_unsure_does_not(
    inside: str, look: str, expected: list[str]
) -> None:
    figures = style("table", "Cijfers", "Cijfers", inside)
    under = style("table", "Onder", "Onder", '<w:basedOn w:val="Cijfers"/>')

    found = pairs(table(tr("a"), tr("b"), style_id="Onder", look=look), figures, under)

    assert found == expected


def test_a_second_header_row_may_look_like_the_first_and_is_left_out() -> None:
    figures = style("table", "Cijfers", "Cijfers", HEAD)
    rows = [tr(name).replace("<w:tr>", f"<w:tr>{HEADER}") for name in "ab"]

    found = pairs(table(*rows, style_id="Cijfers", look=LOOK), figures)

    assert found == ["FFFFFF op 1F3A5F"]


def test_a_cell_that_says_itself_that_it_is_open_is_open() -> None:
    figures = style("table", "Cijfers", "Cijfers", HEAD)
    row = tr(shaded(tc(p(run("a", colour("333333")))), fill_colour("auto")))

    assert pairs(table(row, style_id="Cijfers", look=LOOK), figures) == ["333333 op FFFFFF"]


def test_tables_in_tables_are_seen_however_deep() -> None:
    body = p(run("diep", colour("999999")))
    for _ in range(300):
        body = tbl(tr(tc(body + p())))

    assert pairs(body) == ["999999 op FFFFFF"]
