"""What goes wrong while a template is filled: the tag, its place in Word, the path in the data."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from judges import word_text
from pydantic import BaseModel
from woordbouw import Word, fill, p, part, relations, run, tbl, template, tr

from reportgen import RenderError, ReportgenError, Template, TemplateError
from reportgen.errors import Problem

ACTIES = [{"tekst": "goed", "kosten": 1}, {"kosten": 0}]
ROWS = (
    tr("{%tr for a in prestatie.acties %}"),
    tr("{{ loop.index }}", "{{ a.tekst }}"),
    tr("{%tr endfor %}"),
)


def _fault(source: bytes, **values: object) -> Problem:
    """The one thing that is wrong with a fill."""
    with pytest.raises(ReportgenError) as caught:
        Template(source, "mijn.docx").fill(values)
    (problem,) = caught.value.problems
    return problem


def test_w17_a_missing_field_in_a_loop_says_which_cell_and_which_action() -> None:
    source = template(tbl(tr("x", "y")), tbl(tr("a", "b"), *ROWS))

    problem = _fault(source, prestatie={"acties": ACTIES})

    assert str(problem.where) == (
        "mijn.docx, hoofdtekst, tabel 2, rij 3, cel 2 (prestatie.acties[1].tekst)"
    )
    assert problem.message.startswith("“{{ a.tekst }}” vraagt ‘tekst’")


def test_w17_a_sum_that_cannot_be_made_says_where() -> None:
    source = template("goed", "{%p for a in acties %}", "{{ 1 / a.kosten }}", "{%p endfor %}")

    problem = _fault(source, acties=ACTIES)

    assert problem.where.plek == "hoofdtekst, alinea 3"
    assert problem.where.pad == "acties[1].kosten"
    assert "delen door nul" in problem.message


def test_w17_the_path_follows_loops_in_loops() -> None:
    inner = ("{%p for b in a.xs %}", "{{ b.naam }}", "{%p endfor %}")
    data = [{"xs": [{"naam": "x"}]}, {"xs": [{"naam": "y"}, {}]}]

    problem = _fault(template("{%p for a in acties %}", *inner, "{%p endfor %}"), acties=data)

    assert problem.where.pad == "acties[1].xs[1].naam"


def test_w17_a_field_of_a_model_has_its_path_too() -> None:
    class Actie(BaseModel):
        tekst: str

    class Prestatie(BaseModel):
        acties: tuple[Actie, ...]

    prestatie = Prestatie(acties=(Actie(tekst="goed"), Actie(tekst="fout\x0b")))
    source = template("{%p for a in prestatie.acties %}", "{{ a.tekst }}", "{%p endfor %}")

    problem = _fault(source, prestatie=prestatie)

    assert (problem.rule, problem.where.pad) == ("W2", "prestatie.acties[1].tekst")
    assert "U+000B" in problem.message


@pytest.mark.parametrize("tag", ["{{ a }}", "{{p a }}", "{{r a }}"])
def test_w2_the_character_and_its_position_are_told(tag: str) -> None:
    problem = _fault(template(tag), a="goed\x1f")

    assert "positie 5" in problem.message
    assert "U+001F" in problem.message


def test_w17_a_fault_in_the_header_says_header() -> None:
    problem = _fault(template("x", header="{{ a.b }}"), a={})

    assert (problem.where.plek, problem.where.pad) == ("koptekst, alinea 1", "a.b")


def test_w17_a_record_printed_as_a_text_is_told() -> None:
    problem = _fault(template("{{ a }}"), a={"b": 1})

    assert "geen tekst" in problem.message


def test_a_fault_leaves_nothing_half_written(tmp_path: Path) -> None:
    out = tmp_path / "uit.docx"
    out.write_bytes(b"oud")

    with pytest.raises(RenderError):
        out.write_bytes(fill(template("voor", "{{ a }}"), a="\x00"))

    assert out.read_bytes() == b"oud"


@pytest.mark.parametrize("quotes", ["“x”", "‘x’", "„x”"])
def test_w14_curly_quotes_around_a_word_are_read_as_straight_ones(quotes: str) -> None:
    source = template(f"{{% if a == {quotes} %}}ja{{% else %}}nee{{% endif %}}")

    assert word_text(fill(source, a="x")) == "ja"


def test_w14_a_curly_quote_inside_a_word_stays_what_it_is() -> None:
    source = template('{% if a == "foto’s" %}ja{% else %}nee{% endif %}')

    assert word_text(fill(source, a="foto’s")) == "ja"


def test_w14_curly_quotes_are_told_when_the_template_is_checked() -> None:
    source = Template(template("{% if a == “x” %}ja{% endif %}"))

    assert [p.rule for p in source.check({}) if "gekrulde" in p.message] == ["W14"]


def test_w26_a_name_with_a_loose_accent_is_the_name_with_its_letter() -> None:
    source = Template(template("{{ financie\u0308n }}"))

    assert source.fields == ("financi\u00ebn",)
    assert word_text(source.fill({"financi\u00ebn": "geld"})) == "geld"


@pytest.mark.parametrize("cut", range(1, 9))
def test_w27_a_tag_that_word_cut_anywhere_is_read_whole(cut: int) -> None:
    tag, mark = "{{ naam }}", '<w:proofErr w:type="spellEnd"/>'
    pieces = [run(tag[:cut]), mark, run(tag[cut:], "<w:b/>")]

    assert word_text(fill(template(p(*pieces)), naam="Overijssel")) == "Overijssel"


def test_w27_the_marks_of_revisions_and_proofing_do_not_come_along() -> None:
    source = template(p("{{ a }}").replace("<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidP="00AB12CD">'))

    assert "rsid" not in part(fill(source, a="x"))


def test_w28_no_document_asks_word_to_renew_its_fields() -> None:
    word = fill(Word(p("{{ a }}")).bytes(), a="x")

    with ZipFile(BytesIO(word)) as archive:
        assert all(b"updateFields" not in archive.read(name) for name in archive.namelist())


def test_w18_two_parts_of_properties_become_the_one_that_the_package_names() -> None:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    rels = relations(("rId1", office, "word/document.xml"), ("rId2", core, "docProps/core0.xml"))
    other = Word("").contents()["docProps/core.xml"].replace("Titel", "{{ a }}")
    types = {"docProps/core0.xml": "application/vnd.openxmlformats-package.core-properties+xml"}

    word = fill(
        Word(p("x"), parts={"_rels/.rels": rels, "docProps/core0.xml": other}, types=types).bytes(),
        a="mijn titel",
    )

    assert "mijn titel" in part(word, "docProps/core0.xml")
    assert "core.xml" not in part(word, "[Content_Types].xml")


def test_a_template_that_is_refused_names_its_file() -> None:
    with pytest.raises(TemplateError, match=r"mijn\.docx, hoofdtekst, alinea 1"):
        Template(template("{% if a %}"), "mijn.docx")


FIELD = f'<w:fldSimple w:instr=" HYPERLINK &quot;{{{{ u }}}}&quot; ">{run("x")}</w:fldSimple>'


@pytest.mark.parametrize("value", ["https://a.example/?b=1&c=2", "mailto:ps@a.example", "Kop_1"])
def test_w33_the_address_of_a_field_can_come_from_the_data(value: str) -> None:
    word = fill(template(p(FIELD)), u=value)

    assert value.replace("&", "&amp;") in part(word)


@pytest.mark.parametrize("value", ["file:///c:/x", "javascript:x()", 'x" \\l "y', "//server/x"])
def test_w33_data_cannot_steer_the_code_of_a_field(value: str) -> None:
    problem = _fault(template(p(FIELD)), u=value)

    assert problem.where.plek == "hoofdtekst, alinea 1"
