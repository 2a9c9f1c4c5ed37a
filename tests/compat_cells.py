"""Cases: columns that repeat, cells that span, merge and get a colour."""

from compat import Case
from woordbouw import p, run, tbl, tc, template, tr

KOPPEN = ["2016", "2017", "2018"]
RIJEN = [{"naam": "a", "cijfers": [1, 2, 3]}, {"naam": "b", "cijfers": [4, 5, 6]}]
TABEL = {"koppen": KOPPEN, "rijen": RIJEN}
THREE, FOUR = (1000,) * 3, (1000,) * 4
SHD = '<w:shd w:val="clear" w:color="auto" w:fill="{}"/>'


def cell(content: str, *properties: str) -> str:
    """A cell with properties of its own."""
    return tc(content).replace("</w:tcPr>", f"{''.join(properties)}</w:tcPr>")


def column(*cells: str) -> str:
    """A row that repeats its middle cells for each of the columns."""
    return tr("{%tc for k in koppen %}", *cells, "{%tc endfor %}")


COLUMNS = [
    Case(
        "columns in a loop, as many as the table has",
        template(tbl(column("{{ k }}"), column("x{{ k }}"), grid=THREE)),
        TABEL,
        "2016\n2017\n2018\nx2016\nx2017\nx2018",
    ),
    Case(
        "columns in a loop in rows in a loop",
        template(
            tbl(
                tr("", "{%tc for k in koppen %}", "{{ k }}", "{%tc endfor %}"),
                tr("{%tr for r in rijen %}", "", "", ""),
                tr("{{ r.naam }}", "{%tc for c in r.cijfers %}", "{{ c }}", "{%tc endfor %}"),
                tr("{%tr endfor %}", "", "", ""),
                grid=FOUR,
            )
        ),
        TABEL,
        "\n2016\n2017\n2018\na\n1\n2\n3\nb\n4\n5\n6",
    ),
    Case(
        "more columns than the table has",
        template(tbl(tr("{%tc for k in koppen %}", "{{ k }}", "{%tc endfor %}"), grid=(1000,))),
        {"koppen": ["a", "b", "c", "d", "e"]},
        "a\nb\nc\nd\ne",
        widths=False,
    ),
    Case(
        "a column on a condition",
        template(tbl(*[tr("a", "{%tc if nee %}", "weg", "{%tc endif %}", "b")] * 2, grid=(1,) * 5)),
        {"nee": False},
        "a\nb\na\nb",
        widths=False,
    ),
    Case(
        "columns of which each has two cells",
        template(tbl(column("{{ k }}", p("x", style="Kop1")), grid=(1000,) * 6)),
        TABEL,
        "2016\nx\n2017\nx\n2018\nx",
        widths=False,
    ),
    Case(
        "the widths of columns in a loop",
        template(
            tbl(
                tr(tc("a", 3000), *("{%tc for k in koppen %}", "{{ k }}", "{%tc endfor %}")),
                grid=(3000, 1000, 1000, 1000),
            )
        ),
        {"koppen": ["x"]},
        "a\nx",
        "spreads the room of the columns that fell away evenly, and leaves the cells their old"
        " widths; ours keeps the proportions of the columns, and gives cells the width of the grid"
        " (W13)",
        template(tbl(tr(tc("a", 4500), tc("x", 1500)), grid=(4500, 1500))),
    ),
    Case(
        "a table with more columns in a cell",
        template(tbl(tr(tc(tbl(tr("a", "b"), grid=(400, 400)) + p("{{ x }}"))))),
        {"x": "c"},
        "a\nb\nc",
        "counts the columns of a table in a cell as its own; ours each its own (W13)",
        template(tbl(tr(tc(tbl(tr("a", "b"), grid=(400, 400)) + p("c"))))),
    ),
]

SPANS = [
    Case(
        "a cell that spans a number of columns",
        template(
            tbl(
                tr("{% colspan koppen|length %}jaren"),
                column("{{ k }}"),
                grid=THREE,
            )
        ),
        TABEL,
        "jaren\n2016\n2017\n2018",
        widths=False,
    ),
    Case(
        "a span for each column in a loop",
        template(
            tbl(
                tr(
                    "{%tc for k in koppen %}", "{% colspan k.breed %}{{ k.naam }}", "{%tc endfor %}"
                ),
                tr("1", "2", "3"),
                grid=THREE,
            )
        ),
        {"koppen": [{"naam": "a", "breed": 2}, {"naam": "b", "breed": 1}]},
        "a\nb\n1\n2\n3",
        widths=False,
    ),
    Case(
        "a span in the place of the one that the cell has",
        template(
            tbl(
                tr(cell("{% colspan n %}x", '<w:gridSpan w:val="3"/>'), "y"),
                tr("1", "2", "3"),
                grid=THREE,
            )
        ),
        {"n": 2},
        "x\ny\n1\n2\n3",
        widths=False,
    ),
    Case(
        "a colour for a cell",
        template(
            tbl(tr("{% cellbg kleur %}{{ a }}", cell("x", SHD.format("00FF00"))), grid=(1000, 1000))
        ),
        {"kleur": "FF0000", "a": "rood"},
        "rood\nx",
    ),
    Case(
        "a colour for each row, in the place of the one that the cell has",
        template(
            tbl(
                tr("{%tr for r in rijen %}", ""),
                tr(
                    cell(
                        "{% cellbg loop.cycle('EEEEEE', 'FFFFFF') %}{{ r.naam }}",
                        SHD.format("00FF00"),
                        '<w:vAlign w:val="center"/>',
                    ),
                    "{% cellbg 'AABBCC' %}{{ r.naam }}",
                ),
                tr("{%tr endfor %}", ""),
                grid=(1000, 1000),
            )
        ),
        TABEL,
        "a\na\nb\nb",
    ),
    Case(
        "a colour and a span in one cell",
        template(tbl(tr("{% colspan 2 %}{% cellbg 'AABBCC' %}x"), tr("1", "2"), grid=(1000, 1000))),
        {},
        "x\n1\n2",
        widths=False,
    ),
    Case(
        "no colour for a cell",
        template(tbl(tr("{% cellbg kleur %}x"))),
        {"kleur": ""},
        "x",
        'writes `w:fill=""`, which the schema forbids; ours leaves the colour to the reader',
        template(tbl(tr(cell("x", SHD.format("auto"))))),
    ),
    Case(
        "a colour with a hash",
        template(tbl(tr("{% cellbg kleur %}x"))),
        {"kleur": "#FF0000"},
        "x",
        "writes the hash, which the schema forbids; ours takes it off, as RichText does",
        template(tbl(tr(cell("x", SHD.format("FF0000"))))),
    ),
    Case(
        "a cell that the rows of a loop share",
        template(
            tbl(
                tr("{%tr for r in rijen %}", ""),
                tr("{% vm %}gedeeld", "{{ r.naam }}"),
                tr("{%tr endfor %}", ""),
                grid=(1000, 1000),
            )
        ),
        TABEL,
        "gedeeld\na\n\nb",
    ),
    Case(
        "a cell that the rows of an inner loop share",
        template(
            tbl(
                tr("{%tr for r in rijen %}", ""),
                tr("{%tr for c in r.cijfers %}", ""),
                tr(p(run("{% vm %}{{ r.naam }}", "<w:b/>"), style="Kop1"), "{{ c }}"),
                tr("{%tr endfor %}", ""),
                tr("{%tr endfor %}", ""),
                grid=(1000, 1000),
            )
        ),
        TABEL,
        "a\n1\n\n2\n\n3\nb\n4\n\n5\n\n6",
    ),
    Case(
        "a cell that the columns of a loop share",
        template(
            tbl(
                tr("{%tc for k in koppen %}", "{% hm %}jaren", "{%tc endfor %}"),
                column("{{ k }}"),
                grid=THREE,
            )
        ),
        TABEL,
        "jaren\n2016\n2017\n2018",
        widths=False,
    ),
    Case(
        "a cell that spans two columns and is shared by the columns of a loop",
        template(
            tbl(
                tr(
                    "{%tc for k in koppen %}",
                    cell("{% hm %}jaren", '<w:gridSpan w:val="2"/>'),
                    "{%tc endfor %}",
                ),
                column("{{ k }}", "x"),
                grid=(1000,) * 6,
            )
        ),
        TABEL,
        "jaren\n2016\nx\n2017\nx\n2018\nx",
        widths=False,
    ),
    Case(
        "shared cells both ways",
        template(
            tbl(
                tr("{%tr for r in rijen %}", "", "", ""),
                tr(
                    "{% vm %}x", "{%tc for k in koppen %}", "{% hm %}{{ r.naam }}", "{%tc endfor %}"
                ),
                tr("{%tr endfor %}", "", "", ""),
                grid=FOUR,
            )
        ),
        TABEL,
        "x\na\n\nb",
        widths=False,
    ),
]

CASES = [*COLUMNS, *SPANS]
