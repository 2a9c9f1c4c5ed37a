"""What docxtpl offers beside tags: names asked for, more renders, filters, values of its own."""

from io import BytesIO

import compat_rich
import docxtpl
import jinja2
import pytest
from compat import Case, Lib, by_docxtpl, png, saved
from compat_form import form
from docx.shared import Mm
from judges import word_text
from woordbouw import p, tbl, template, tr

from reportgen import Template, TemplateError

ASKS = template(
    "{{ a.b }} {{ c|upper }} {% set eigen = d %}{{ eigen }}",
    "{%p for rij in rijen %}",
    "{{ rij.naam }} {{ loop.index }} {% if e == 1 %}{{ f }}{% endif %}",
    "{%p endfor %}",
    tbl(tr("{%tr for x in rijen %}"), tr("{% cellbg kleur %}{{ x }}"), tr("{%tr endfor %}")),
    header="{{ kop }}",
)
THEIRS = Lib(
    *(docxtpl.RichText, docxtpl.RichTextParagraph, docxtpl.Listing, docxtpl.InlineImage),
    subdoc=lambda source: source,
)
LOOKS = [case for case in compat_rich.CASES if not case.differs and "link" not in case.name]


def test_the_names_that_a_template_asks_for_are_those_that_docxtpl_finds() -> None:
    names = docxtpl.DocxTemplate(BytesIO(ASKS)).get_undeclared_template_variables()

    ours = {path.split(".")[0].removesuffix("[]") for path in Template(ASKS).fields}

    assert ours == names == {"a", "c", "d", "e", "f", "kleur", "kop", "rijen"}


def test_one_template_fills_more_than_once_as_docxtpls_does() -> None:
    source = template(p("{{ a }}", style="Kop1"), header="{{ a }}")
    engine, ours = docxtpl.DocxTemplate(BytesIO(source)), Template(source)

    for value in ("een", "R&D", ""):
        engine.render({"a": value}, autoescape=True)

        assert form(ours.fill({"a": value})) == form(saved(engine))


@pytest.mark.parametrize("case", LOOKS, ids=str)
def test_the_values_of_docxtpl_itself_fill_our_template(case: Case) -> None:
    values = case.given(THEIRS)

    word = Template(case.source).fill(values)

    assert form(word) == form(by_docxtpl(case))


def test_a_picture_of_docxtpl_itself_fills_our_template() -> None:
    source = template("{{ a }}")
    engine = docxtpl.DocxTemplate(BytesIO(source))
    picture = docxtpl.InlineImage(engine, BytesIO(png()), width=Mm(20), anchor="https://a.example")

    word = Template(source).fill({"a": picture})

    engine.render({"a": picture}, autoescape=True)
    assert form(word) == form(saved(engine))


def test_a_filter_of_ones_own_is_refused_and_ours_are_there() -> None:
    source = template("{{ a|keer(2) }}")
    environment = jinja2.Environment(autoescape=True)
    environment.filters["keer"] = lambda value, by: value * by
    engine = docxtpl.DocxTemplate(BytesIO(source))
    engine.render({"a": 2}, environment)

    with pytest.raises(TemplateError, match="keer"):
        Template(source)

    assert word_text(saved(engine)) == "4"
    assert word_text(Template(template("{{ a|duizend }}")).fill({"a": 2000})) == "2"
