"""What a naive engine gets wrong while it fills a template: nothing is lost or run in silence.

The numbers (W2, W3, …) are those that the messages carry as their rule.
"""

import pytest
from judges import word_text
from pydantic import BaseModel
from woordbouw import (
    STYLES,
    Word,
    elements,
    fill,
    looks,
    p,
    part,
    relations,
    run,
    style,
    targets,
    tbl,
    tc,
    template,
    tr,
)

from reportgen import RenderError, ReportgenError, Template, TemplateError
from reportgen.tekst import parse

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LINK = "https://a.example/?b=1&c=2"
GOOD = Word(p("{{ a }}")).contents()


@pytest.mark.parametrize("value", ["a\x0bb", "a\x00b", "a\ud83db", "a\uffffb", "a\x1fb & c"])
@pytest.mark.parametrize("tag", ["{{ a }}", "{{p a }}", "{{r a }}"])
def test_w2_a_character_that_xml_cannot_hold_is_refused(tag: str, value: str) -> None:
    source = template(tag, "de rest & meer")

    with pytest.raises(RenderError):
        fill(source, a=value)


@pytest.mark.parametrize("yes", [True, False])
def test_w2_a_condition_across_the_edge_of_a_table_never_cuts_the_document(*, yes: bool) -> None:
    source = template("{% if yes %}voor", tbl(tr("{% endif %}cel")), "na")

    try:
        text = word_text(fill(source, yes=yes))
    except ReportgenError:
        return  # told in words

    assert "na" in text


@pytest.mark.parametrize(
    "tag",
    [
        "{{ b }}",
        "{{p b }}",
        "tekst {{r b }}",
        "{{ a.b }}",
        "{{ a.b.c }}",
        "{% if b %}x{% endif %}",
        "{% for x in b %}{{ x }}{% endfor %}",
        "{{ b|upper }}",
        "{{ model.onbekend }}",
        "{{ model.model_dump }}",  # declared names only: what Python adds is none
        "{{ model['model_dump'] }}",
        "{{ model.model_config }}",
        "{{ [model]|map(attribute='model_dump')|first }}",
        "{{ a.upper }}",
    ],
)
def test_w3_a_name_that_is_not_there_is_an_error_never_a_blank(tag: str) -> None:
    with pytest.raises(TemplateError):
        fill(template(tag), a="waarde", model=Model())


def test_w3_the_message_names_the_part_and_the_name() -> None:
    with pytest.raises(TemplateError, match=r"koptekst.*inleidng"):
        fill(template("vast", header="{{ inleidng }}"), inleiding="x")


class Model(BaseModel):
    """A model with one field."""

    naam: str = "x"


def test_a_value_named_as_a_method_of_its_mapping_is_still_the_value() -> None:
    text = word_text(fill(template("{{ rij.items }} {{ rij.values }}"), rij=ROW))

    assert text == "drie 4"


ROW = {"items": "drie", "values": 4}


@pytest.mark.parametrize(
    ("source", "lost"),
    [
        (template("{%p if a %}verloren", "{%p endif %}"), "verloren"),
        (template("verloren {{p a }}"), "verloren"),
        (template(p(run("{{p a }}"), run(" verloren"))), "verloren"),
        (template(tbl(tr("{%tr for x in a %}", "verloren"), tr("{%tr endfor %}"))), "verloren"),
        (template(tbl(tr(tc(p("{%tc if a %}") + p("verloren")), "{%tc endif %}"))), "verloren"),
        (template("{#p uitleg #} verloren"), "verloren"),
    ],
)
def test_w4_text_that_a_tag_would_take_along_is_refused(source: bytes, lost: str) -> None:
    with pytest.raises(TemplateError, match=lost):
        Template(source)


@pytest.mark.parametrize("condition", ['a == "50%"', 'a == "}"'])
def test_w5_a_percent_sign_in_a_paragraph_tag_works_or_is_refused(condition: str) -> None:
    source = template(f"{{%p if {condition} %}}", "ja", "{%p else %}", "nee", "{%p endif %}")

    try:
        text = word_text(fill(source, a=condition.split('"')[1]))
    except TemplateError:
        return

    assert text == "ja"


def test_w6_a_loop_that_starts_in_a_cell_and_ends_as_a_row_is_refused() -> None:
    source = template(tbl(tr("{% for x in a %}{{ x }}"), tr("{%tr endfor %}")))

    with pytest.raises(ReportgenError):
        fill(source, a=["een", "twee"])


def test_w7_a_cell_that_became_empty_keeps_a_paragraph() -> None:
    cell = tc(p("{%p if a %}") + p("tekst") + p("{%p endif %}"))

    word = fill(template(tbl(tr(cell, "b"), grid=(1, 1))), a=False)

    assert [cell[-1].tag for cell in elements(word, "tc")] == [elements(word, "p")[0].tag] * 2


@pytest.mark.parametrize(
    "rows",
    [
        [tr("{%tr for x in a %}"), tr("{{ x }}"), tr("{%tr endfor %}")],
        [tr("{%tc for x in a %}", "{{ x }}", "{%tc endfor %}")],
    ],
)
def test_w7_a_table_without_rows_or_cells_is_gone(rows: list[str]) -> None:
    word = fill(template("voor", tbl(*rows, grid=(1, 1, 1)), "na"), a=[])

    assert elements(word, "tbl") == []
    assert word_text(word) == "voor\nna"


def test_a_table_whose_rows_stand_in_content_controls_stays() -> None:
    controlled = f"<w:sdt><w:sdtPr/><w:sdtContent>{tr('{{ a }}')}</w:sdtContent></w:sdt>"

    text = word_text(fill(template(tbl(controlled)), a="cel"))

    assert text == "cel"


@pytest.mark.parametrize("count", [1, 2, 5])
def test_w13_the_grid_fits_the_columns_and_keeps_its_width(count: int) -> None:
    row = tr(tc("vast", 3000), tc("{%tc for x in a %}"), tc("{{ x }}", 1000), tc("{%tc endfor %}"))
    table = tbl(row, row, grid=(3000, 500, 1000, 500))

    word = fill(template(table), a=["x"] * count)

    widths = [int(_value(column, "w")) for column in elements(word, "gridCol")]
    cells = [int(_value(cell, "w")) for cell in elements(word, "tcW")]
    assert len(widths) == count + 1
    assert sum(widths) == 5000
    assert cells == widths * 2
    assert widths[0] == pytest.approx(5000 * 3 / (3 + count), abs=count)


def test_w13_a_grid_that_fits_stays_as_it_is() -> None:
    controlled = f"<w:sdt><w:sdtPr/><w:sdtContent>{tc('{{ a }}', 700)}</w:sdtContent></w:sdt>"
    table = tbl(f"<w:tr>{controlled}{tc('b', 300)}</w:tr>", grid=(700, 300))

    word = fill(template(table), a="x")

    assert [_value(column, "w") for column in elements(word, "gridCol")] == ["700", "300"]


def _value(element: object, name: str) -> str:
    attributes = getattr(element, "attrib", {})
    return str(next(v for k, v in attributes.items() if k.endswith(f"}}{name}")))


@pytest.mark.parametrize(
    "tag",
    [
        "{{ cycler.__init__.__globals__.os }}",
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ a.upper() }}",
        "{{ a.format(a) }}",
        "{{ a['__class__'] }}",
        "{{ a|attr('__class__') }}",
        "{{ model.model_dump() }}",
        "{{ model.model_copy(update={'naam': 'y'}) }}",
        "{{ rijen.append(1) }}",
        "{{ lipsum() }}",
        "{{ namespace() }}",
        "{{ self.__init__ }}",
        "{{ a|safe }}",
        "{% include 'x' %}",
        "{% import 'x' as x %}",
        "{% do rijen.append(1) %}",
        "{% macro m() %}x{% endmacro %}{{ m() }}",
        "{{ range(10000000)|list }}",
        "{{ 2 ** 3 }}",  # W34: 9 ** 9 ** 9 would never end
    ],
)
def test_w19_a_template_runs_no_python(tag: str) -> None:
    with pytest.raises(ReportgenError):
        fill(template(tag), a="waarde", model=Model(), rijen=[1, 2])


def test_w8_what_has_to_be_unique_is_so_in_every_copy() -> None:
    mark = '<w:bookmarkStart w:id="7" w:name="Kop"/><w:bookmarkEnd w:id="7"/>'
    controlled = f'<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{p("x")}'
    item = p(run("{{ x }}"), mark)
    source = template(
        "{%p for x in a %}", item, f"{controlled}</w:sdtContent></w:sdt>", "{%p endfor %}"
    )

    word = fill(source, a=["een", "twee"])

    starts, ends = elements(word, "bookmarkStart"), elements(word, "bookmarkEnd")
    for name, found in (("name", starts), ("id", starts), ("id", ends)):
        assert len({_value(element, name) for element in found}) == len(found)
    controls = [_value(element, "val") for element in elements(word, "id")]
    assert len(set(controls)) == len(controls)


@pytest.mark.parametrize(
    ("owner", "kind"), [("settings", "attachedTemplate"), ("document", "oleObject")]
)
def test_w33_a_template_passes_on_no_address_that_runs_something(owner: str, kind: str) -> None:
    target = 'file://server/kwaad.dotm" TargetMode="External'
    rels = {f"word/_rels/{owner}.xml.rels": relations(("rId9", kind, target))}
    source = Word(p("{{ a }}"), parts=rels)

    try:
        word = fill(source.bytes(), a="x")
    except TemplateError:
        return

    assert "kwaad" not in part(word, f"word/_rels/{owner}.xml.rels")


def test_w10_a_link_is_a_relationship_of_the_part_that_it_stands_in() -> None:
    text = parse(f"[naam]({LINK})")

    word = fill(template("{{p a }}", "{{r a }}", header="{{p a }}"), a=text)

    for name in ("word/document.xml", "word/header1.xml"):
        used = {str(link.get(R_ID)) for link in elements(word, "hyperlink", name)}
        assert [pair for pair in targets(word, name) if pair[1] == LINK] == [(used.pop(), LINK)]
        assert not used


def test_w10_the_id_of_a_link_is_never_one_that_the_template_has() -> None:
    own = relations(("rId1", "styles", "styles.xml"), ("rIdLink1", "numbering", "numbering.xml"))
    source = Word(p("{{p a }}"), parts={"word/_rels/document.xml.rels": own})

    word = fill(source.bytes(), a=parse(f"[naam]({LINK})"))

    ids = [id_ for id_, _ in targets(word)]
    assert sorted(ids) == sorted(set(ids))


def test_w11_the_properties_of_a_run_stand_in_the_order_of_the_schema() -> None:
    look = '<w:color w:val="FF0000"/><w:sz w:val="20"/><w:vertAlign w:val="subscript"/>'
    source = Word(p(run("{{r tekst }}", look)), styles=STYLES[0])

    word = fill(source.bytes(), tekst=parse("[***x***](https://a.example)"))

    names = ["b", "i", "color=FF0000", "sz=20", "u=single", "vertAlign=subscript"]
    assert looks(word) == [("x", names)]


def test_w12_styles_are_found_by_name_whatever_their_ids() -> None:
    styles = style("character", "Strong", "S1") + style("character", "emphasis", "S2")

    word = fill(Word(p("{{p t }}"), styles=styles).bytes(), t=parse("**a** *b*"))

    assert looks(word) == [("a", ["rStyle=S1"]), (" ", []), ("b", ["rStyle=S2"])]
