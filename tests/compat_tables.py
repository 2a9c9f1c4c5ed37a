"""Cases: rows that repeat, tables in tables, and what becomes of an empty table."""

from compat import Case, Refused
from jinja2 import TemplateSyntaxError
from woordbouw import p, run, tbl, tc, template, tr

KOPPEN = ["2016", "2017", "2018"]
RIJEN = [{"naam": "a", "cijfers": [1, 2, 3]}, {"naam": "b", "cijfers": [4, 5, 6]}]
TABEL = {"koppen": KOPPEN, "rijen": RIJEN}
THREE = (1000,) * 3


def cell(content: str, *properties: str) -> str:
    """A cell with properties of its own."""
    return tc(content).replace("</w:tcPr>", f"{''.join(properties)}</w:tcPr>")


GRID = '<w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid>'
HEADER = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{tc('kop')}{tc('{{ aantal }}')}</w:tr>"

CASES = [
    Case(
        "rows in a loop",
        template(
            tbl(
                HEADER,
                tr("{%tr for r in rijen %}", ""),
                tr("{{ loop.index }}", p(run("{{ r.naam }}", "<w:b/>"), style="Kop1")),
                tr("{%tr endfor %}", ""),
                tr("slot", ""),
                grid=(1000, 1000),
            )
        ),
        {**TABEL, "aantal": 2},
        "kop\n2\n1\na\n2\nb\nslot\n",
    ),
    Case(
        "rows in a loop in a loop, on a condition, or instead",
        template(
            tbl(
                tr("{%tr for r in rijen %}"),
                tr("{{ r.naam }}"),
                tr("{%tr for c in r.cijfers %}"),
                tr("{%tr if c is even %}"),
                tr("{{ c }}"),
                tr("{%tr else %}"),
                tr("oneven"),
                tr("{%tr endif %}"),
                tr("{%tr endfor %}"),
                tr("{%tr endfor %}"),
            )
        ),
        TABEL,
        "a\noneven\n2\noneven\nb\n4\noneven\n6",
    ),
    Case(
        "rows that are not there",
        template(
            tbl(tr("kop"), tr("{%tr if nee %}"), tr("weg"), tr("{%tr endif %}"), tr("slot")),
        ),
        {"nee": False},
        "kop\nslot",
    ),
    Case(
        "a comment in a row and in a cell of its own",
        template(tbl(tr("{#tr uitleg #}"), tr("a", "{#tc uitleg #}", "b"), grid=(1000, 1000))),
        {},
        "a\nb",
        widths=False,
    ),
    Case(
        "a row tag in another cell than the first",
        template(
            tbl(
                tr("", "{%tr for r in rijen %}"),
                tr("x", "{{ r.naam }}"),
                tr("", "{%tr endfor %}"),
                grid=(1000, 1000),
            )
        ),
        TABEL,
        "x\na\nx\nb",
    ),
    Case(
        "paragraphs and runs that repeat inside a cell",
        template(
            tbl(
                tr(
                    tc(p("{%p for k in koppen %}") + p("{{ k }}") + p("{%p endfor %}")),
                    "{% for k in koppen %}{{ k }} {% endfor %}",
                ),
                grid=(1000, 1000),
            )
        ),
        TABEL,
        "2016\n2017\n2018\n2016 2017 2018 ",
    ),
    Case(
        "a table in a cell, with rows that repeat in it",
        template(
            tbl(
                tr("{%tr for r in rijen %}"),
                tr(
                    tc(
                        tbl(
                            tr("{%tr for c in r.cijfers %}"),
                            tr("{{ c }}"),
                            tr("{%tr endfor %}"),
                            tr("{{ r.naam }}"),
                        )
                        + p("na")
                    )
                ),
                tr("{%tr endfor %}"),
            )
        ),
        TABEL,
        "1\n2\n3\na\nna\n4\n5\n6\nb\nna",
    ),
    Case(
        "two row tags in one row",
        template(
            tbl(
                tr("{%tr for r in rijen %}", "{%tr if r.naam == 'b' %}"),
                tr("x", "{{ r.naam }}"),
                tr("{%tr endif %}", "{%tr endfor %}"),
                grid=(1000, 1000),
            )
        ),
        TABEL,
        TemplateSyntaxError,
        "keeps the last of them only; ours reads both, in order",
        template(tbl(tr("x", "b"), grid=(1000, 1000))),
    ),
    Case(
        "a row loop that starts and ends in one row",
        template(tbl(tr("{%tr for r in rijen %}", "{{ r.naam }}", "{%tr endfor %}"), grid=THREE)),
        TABEL,
        TemplateSyntaxError,
        "raises without a place (W6); ours refuses with place and cure",
        Refused("W4", "{{ r.naam }}"),
    ),
    Case(
        "a loop that starts in a cell and ends as a row",
        template(tbl(tr("{% for r in rijen %}{{ r.naam }}"), tr("{%tr endfor %}"), tr("slot"))),
        TABEL,
        "a",
        "loses rows in silence (W6); ours refuses",
        Refused("W6", "rijen"),
    ),
    Case(
        "a condition across the edge of a table",
        template("{% if nee %}voor", tbl(tr("{% endif %}cel")), "na"),
        {"nee": False},
        "cel",
        "cuts off the rest of the document (W2); ours refuses",
        Refused("W6", "nee"),
    ),
    Case(
        "a loop from one cell into another",
        template(tbl(tr("{% for k in koppen %}{{ k }}", "x{% endfor %}"), grid=(1000, 1000))),
        TABEL,
        "2016\nx2017\nx2018\nx",
        "makes cells without the table knowing; ours refuses and names `{%tc for %}` (W6)",
        Refused("W6", "tc"),
    ),
    Case(
        "a cell that a condition empties",
        template(tbl(tr(tc(p("{%p if nee %}") + p("x") + p("{%p endif %}")), "b"), grid=(1, 1))),
        {"nee": False},
        "b",
        "leaves a cell without a paragraph, which Word cannot open; ours gives it one (W7)",
        template(tbl(tr("", "b"), grid=(1, 1))),
        widths=False,
    ),
    Case(
        "a table of which no row is left",
        template("voor", tbl(tr("{%tr for r in leeg %}"), tr("x"), tr("{%tr endfor %}")), "na"),
        {"leeg": []},
        "voor\nna",
        "leaves a table without rows, which Word cannot open; ours leaves it out (W7)",
        template("voor", "na"),
    ),
    Case(
        "a table without a grid",
        template(tbl(tr("{{ a }}")).replace(GRID, "")),
        {"a": "x"},
        AttributeError,
        "raises (W13); ours fills it",
        template(tbl(tr("x")).replace(GRID, "")),
    ),
]
