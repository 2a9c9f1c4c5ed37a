"""A law: of every template that docxtpl fills rightly, ours makes the same document.

The templates are put together at random from what the tables of cases hold one by one.
"""

from compat import Case, Lib, Values, by_docxtpl, by_ours, png
from compat_form import form
from hypothesis import given
from hypothesis import strategies as st
from woordbouw import Word, p, run, tbl, tr

VALUES = {
    "a": "R&D <x>",
    "b": "een\ntwee\tdrie",
    "c": "vier\avijf",
    "d": 7,
    "ja": True,
    "nee": False,
    "namen": ["p", "q & r"],
    "geen": [],
}
TEXTS = ("tekst", " & < ", "{{ a }}", "{{ b }}", "{{ c|upper }}", "{{ d + 1 }}", "{# stil #}")
RICH = ("{{r rijk }}", "{{ lijst }}", "{{ beeld }}")
CONDITIONS = ("ja", "nee", "d > 3 and a != 'x'")
STYLES = ("", "Kop1", "Lijstopsomteken")  # a list that counts starts again in ours (W9)


def _values(lib: Lib) -> Values:
    rich = lib.RichText("vet ", bold=True)
    rich.add("rood\nx\ty", color="FF0000")
    image = lib.InlineImage(png(), width=360_000)
    return {**VALUES, "rijk": rich, "lijst": lib.Listing("x\ny & z"), "beeld": image}


@st.composite
def _inline(draw: st.DrawFn) -> str:
    """A piece of a line, maybe in a condition or a loop."""
    text = draw(st.sampled_from(TEXTS))
    condition = draw(st.sampled_from(CONDITIONS))
    return draw(
        st.sampled_from(
            [
                text,
                f"{{% if {condition} %}}{text}{{% else %}}anders{{% endif %}}",
                f"{{% for n in namen %}}{text}{{{{ n }}}}{{{{ loop.index }}}}{{% endfor %}}",
            ]
        )
    )


@st.composite
def _paragraph(draw: st.DrawFn) -> str:
    """A paragraph; its text in one look, cut anywhere; rich values without a look of their own."""
    pieces = draw(st.lists(_inline(), min_size=1, max_size=3))
    text = "".join(pieces)
    cut = draw(st.integers(0, len(text)))
    look = draw(st.sampled_from(["", "<w:b/>", '<w:color w:val="FF0000"/>']))
    runs = [run(part, look) for part in (text[:cut], text[cut:]) if part]
    runs += [run(tag) for tag in draw(st.lists(st.sampled_from(RICH), max_size=2))]
    return p(*runs, style=draw(st.sampled_from(STYLES)))


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Blocks in a loop, a condition, a content control, or the rows of a table."""
    body = st.lists(inner, min_size=1, max_size=2).map("".join)
    loop = p("{%p for n in namen %}"), p("{{ n }}") + p("{%p endfor %}")
    rows = tr("{%tr for n in namen %}"), tr("{%tr endfor %}")
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    return st.one_of(
        body.map(lambda xml: loop[0] + xml + loop[1]),
        st.tuples(st.sampled_from(CONDITIONS), body, body).map(
            lambda t: f"{p(f'{{%p if {t[0]} %}}')}{t[1]}{p('{%p else %}')}{t[2]}{p('{%p endif %}')}"
        ),
        body.map(lambda xml: control.format(xml + p("x"))),
        body.map(lambda xml: tbl(rows[0], tr(f"{xml}{p('{{ n }}')}"), rows[1], tr("slot"))),
    )


BLOCKS = st.recursive(_paragraph(), _around, max_leaves=6)


@given(st.lists(BLOCKS, min_size=1, max_size=3).map("".join), _paragraph())
def test_a_template_of_any_tags_gives_the_same_document(body: str, header: str) -> None:
    case = Case("any", Word(body, header).bytes(), _values, "")

    assert form(by_ours(case)) == form(by_docxtpl(case))
