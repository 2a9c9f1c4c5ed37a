"""Templates as other programs write them: Google Docs, newer Words, scripts, hands."""

import re
from fractions import Fraction
from pathlib import Path, PurePosixPath
from uuid import UUID

import pytest
from compat_pictures import LIGHT, picture, pictured
from judges import word_text
from lxml import etree
from woordbouw import W, Word, elements, fill, p, part, run, tbl, tc, template, tr

from reportgen import RenderError, Template, TemplateError
from reportgen.word import Subdoc, inspected

CHANGE = '<w:tblGridChange w:id="0"><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid></w:tblGridChange>'
ROWS = (tr("{%tr for x in a %}"), tr(tc("{{ x }}", 600), tc("vast", 400)), tr("{%tr endfor %}"))
COLUMNS = tr("{%tc for x in a %}", "{{ x }}", "{%tc endfor %}")


def _widths(word: bytes) -> list[str]:
    return re.findall(r'<w:(?:gridCol|tcW) w:w="([^"]*)"', part(word))


@pytest.mark.parametrize("rows", [ROWS, (COLUMNS,)])
def test_a_grid_with_its_own_history_stays_well_formed(rows: tuple[str, ...]) -> None:
    table = tbl(*rows, grid=(600, 400)).replace("</w:tblGrid>", f"{CHANGE}</w:tblGrid>")

    word = fill(template(table, "na"), a=["x", "y"])

    assert etree.fromstring(part(word).encode()) is not None
    assert "tblGridChange" not in part(word)
    assert len(elements(word, "gridCol")) == 2


def test_parts_of_a_twentieth_of_a_point_are_widths_too() -> None:
    table = tbl(*ROWS, grid=(600, 400)).replace('w:w="600"', 'w:w="600.6666666"')

    word = fill(template(table), a=["x"])

    assert _widths(word) == ["600.6666666", "400", "600.6666666", "400"]
    columns = fill(template(tbl(COLUMNS, grid=(600, 400)).replace('"400"', '"400.5"')), a=[1, 2, 3])
    assert sum(map(int, _widths(columns)[:3])) == 1000


def test_a_table_of_a_subdocument_in_a_cell_keeps_its_own_widths() -> None:
    drawing = '<w:r><w:drawing><wp:inline xmlns:wp="urn:wp"/></w:drawing></w:r>'
    inner = tbl(tr(tc(p(drawing.replace("urn:wp", WP)), 4320), tc("b", 4320)), grid=(4320, 4320))
    outer = tbl(tr("{%tr for x in a %}"), tr("{{p s }}", "x"), tr("{%tr endfor %}"), grid=(10, 10))

    word = fill(template(outer), a=[1], s=Subdoc(template(inner, p())))

    assert _widths(word)[:2] == ["10", "10"]
    assert _widths(word).count("4320") == 4


WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def _pictured(alt: str) -> str:
    inline = f'<wp:inline xmlns:wp="{WP}"><wp:docPr id="1" name="n" descr="{alt}"/></wp:inline>'
    return f"<w:r><w:drawing>{inline}</w:drawing></w:r>"


@pytest.mark.parametrize(
    "body",
    [
        p(run("{% if a %}t"), _pictured("{% else %}"), run("{% endif %}")),
        p(_pictured("{% for x in a %}"), _pictured("{% endfor %}")),
        p(_pictured("{% endif %}")),
        p(_pictured("{% set x %}")),
    ],
)
def test_w6_a_block_begins_and_ends_in_one_alternative_text(body: str) -> None:
    with pytest.raises(TemplateError, match="niet in dezelfde tekst"):
        Template(template(body))


def test_a_whole_condition_in_an_alternative_text_works() -> None:
    source = template(p(_pictured("{% if a %}ja{% else %}nee{% endif %}")))

    assert 'descr="ja"' in part(fill(source, a=True))


@pytest.mark.parametrize("note", ["<!-- </w:body></w:document> -->", "<?x </w:p><w:tbl> ?>"])
def test_a_comment_in_the_xml_is_no_xml(note: str) -> None:
    source = template(tbl(tr(tc(p("{{ a }}") + note))), p())

    word = fill(source, a="x")

    assert word_text(word) == "x\n"
    assert "<!--" not in part(word)


def test_a_loop_over_named_values_gives_their_names(tmp_path: Path) -> None:
    path = tmp_path / "jaren.docx"
    path.write_bytes(template("{% for jaar in perjaar %}{{ jaar }} {% endfor %}"))
    contract = {
        "type": "object",
        "properties": {
            "perjaar": {
                "type": "object",
                "additionalProperties": {
                    "type": "object",
                    "properties": {"bedrag": {"type": "string"}},
                },
            }
        },
    }

    assert [p for p in inspected(path, contract) if p.severity == "error"] == []
    assert word_text(Template(path).fill({"perjaar": {"2017": 1, "2018": 2}})) == "2017 2018 "


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("word/numbering.xml", 'w:numId="1"', 'w:numId="x"'),
        ("word/numbering.xml", 'w:abstractNumId="0"', 'w:abstractNumId="nul"'),
        ("word/numbering.xml", 'w:start w:val="1"', 'w:start w:val="een"'),
        ("word/styles.xml", 'w:outlineLvl w:val="0"', 'w:outlineLvl w:val="z"'),
    ],
)
def test_a_number_that_is_none_is_no_traceback(name: str, old: str, new: str) -> None:
    contents = Word(p("{{ a }}")).contents()

    word = Word(p("{{ a }}"), parts={name: contents[name].replace(old, new)})

    assert word_text(fill(word.bytes(), a="x")) == "x"


def test_an_id_that_is_no_number_is_no_traceback() -> None:
    inside = f"<w:sdtContent>{p('{{ a }}')}</w:sdtContent>"
    control = f'<w:sdt><w:sdtPr><w:id w:val="y"/></w:sdtPr>{inside}</w:sdt>'
    source = template(control, p(_pictured("x").replace('id="1"', 'id="abc"')))

    assert word_text(fill(source, a="x")) == "x\n"


def test_a_picture_that_newer_words_show_as_svg_is_replaced_there_too() -> None:
    svg = '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><x/></a:ext></a:extLst>'
    double = picture("rId4", name="logo").replace(
        'r:embed="rId4"/>', f'r:embed="rId4">{svg}</a:blip>'
    )

    word = Template(pictured(p(double))).with_pictures({"logo": LIGHT}).fill({})

    assert "extLst" not in part(word)


@pytest.mark.parametrize("new", [b"rommel", b""])
def test_a_file_of_another_kind_takes_the_place_of_no_picture(new: bytes) -> None:
    with pytest.raises(TemplateError, match="van een ander soort"):
        Template(pictured(p("x"))).with_files({"word/media/image1.png": new})


@pytest.mark.parametrize(
    "body",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>",
        tbl(f"<w:tr><w:tc/>{tc('{{ a }}')}</w:tr>", grid=(1, 1)),
    ],
)
def test_a_holder_that_is_empty_in_the_template_gets_its_paragraph(body: str) -> None:
    word = fill(template("{{ a }}", body, p()), a="x")

    for holder in (*elements(word, "tc"), *elements(word, "sdtContent")):
        assert str(holder[-1].tag).endswith("}p")


@pytest.mark.parametrize("name", ["Mijn plek", "a:b/c", "R&amp;D", "it's"])
def test_w8_a_bookmark_of_any_name_gets_one_per_copy(name: str) -> None:
    mark = f'<w:bookmarkStart w:id="1" w:name="{name}"/>'
    item = p(mark, run("{{ x }}"), '<w:bookmarkEnd w:id="1"/>')

    word = fill(template("{%p for x in a %}", item, "{%p endfor %}"), a=[1, 2, 3])

    assert len({str(e.get(f"{W}name")) for e in elements(word, "bookmarkStart")}) == 3


def test_tags_around_a_smart_tag_of_older_words_are_read_through_it() -> None:
    smart = (
        '<w:smartTag w:uri="x" w:element="y"><w:smartTagPr><w:attr w:name="a" w:val="b"/>'
        f"</w:smartTagPr>{run('{% if a %}x')}</w:smartTag>"
    )

    assert word_text(fill(template(p(smart, run("{% endif %} na"))), a=True)) == "x na"


def test_tags_on_both_sides_of_a_link_are_told_as_such() -> None:
    link = f'<w:hyperlink w:anchor="q">{run("{% if a %}x")}</w:hyperlink>'

    with pytest.raises(TemplateError, match="staat één in een link of invulveld"):
        Template(template(p(link, run("{% endif %}"))))


def test_what_says_itself_how_it_is_written_is_printed_so() -> None:
    values = {"u": UUID(int=5), "p": PurePosixPath("a/b"), "f": Fraction(1, 3)}

    assert word_text(fill(template("{{ u }} {{ p }} {{ f }}"), **values)) == (
        "00000000-0000-0000-0000-000000000005 a/b 1/3"
    )


@pytest.mark.parametrize("value", [object(), [1], {"a": 1}, b"bytes", {1}])
def test_what_has_no_text_of_its_own_is_refused(value: object) -> None:
    with pytest.raises(RenderError, match="geen tekst"):
        fill(template("{{ a }}"), a=value)
