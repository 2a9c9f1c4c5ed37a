"""A document in the place of a paragraph: all of it comes along, or it is refused in words."""

import pickle
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm
from inhoudbouw import document, names, paragraphs, picture, rels, sub, tree, writer
from judges import needs_sdk, sdk_objections, word_text
from woordbouw import (
    CONTENT,
    STYLES,
    W,
    Word,
    elements,
    fill,
    lines,
    p,
    pack,
    part,
    relations,
    style,
    targets,
    tbl,
    tc,
    template,
    tr,
)

from reportgen import RenderError
from reportgen.word.looks import Look
from reportgen.word.values.harvest import RUIMTE
from reportgen.word.values.rich import InlineImage, Subdoc

NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def test_w22_a_document_leaves_no_extra_paragraph() -> None:
    source = template("voor", "{{p sub }}", "na")

    word = fill(source, sub=Subdoc(document("een", "twee")))

    assert [e.tag for e in elements(word, "body")[0]][:4] == [f"{W}p"] * 4
    assert word_text(word).split("\n") == ["voor", "een", "twee", "na"]


def test_w22_a_document_in_a_cell_fills_it() -> None:
    made = document("een")
    made.add_table(1, 1).cell(0, 0).text = "diep"

    word = fill(template(tbl(tr("{{p sub }}"))), sub=Subdoc(made))

    (outer, _) = elements(word, "tc")
    assert [child.tag for child in outer if child.tag != f"{W}tcPr"] == [
        f"{W}p",
        f"{W}tbl",
        f"{W}p",
    ]
    assert word_text(word).split() == ["een", "diep"]


def test_w12_a_style_is_the_one_of_the_template_that_has_its_name() -> None:
    made = Document()
    made.add_heading("kop", 1)

    xml = writer().blokken(Subdoc(made), 0)

    assert [e.get(f"{W}val") for e in tree(xml).iter(f"{W}pStyle")] == ["Kop1"]


def test_a_style_that_the_template_does_not_have_comes_along_with_what_it_leans_on() -> None:
    own = "".join(
        (
            style("paragraph", "Basis", "b", '<w:basedOn w:val="Standaard"/>'),
            style("paragraph", "Kader", "Kop1", '<w:basedOn w:val="b"/><w:next w:val="Weg"/>'),
        )
    )
    made = Subdoc(Word(p("x", style="Kop1"), styles=STYLES[0] + own, parts=rels()).bytes())
    inhoud = writer()

    xml = inhoud.blokken(made, 0) + inhoud.blokken(made, 0)

    assert xml.count('<w:pStyle w:val="Kop12"/>') == 2
    assert list(inhoud.opbrengst.stijlen) == ["Kop12", "b"]
    assert '<w:basedOn w:val="b"/></w:style>' in inhoud.opbrengst.stijlen["Kop12"]
    assert '<w:basedOn w:val="Standaard"/>' in inhoud.opbrengst.stijlen["b"]


def test_w9_every_use_of_a_list_in_a_document_counts_for_itself() -> None:
    body = p("a", ppr=NUMBERED) + p("b", ppr=NUMBERED) + p("c", style="Lijstnummering")
    source = template("{{p sub }}", p("eigen", style="Lijstnummering"), "{{p sub }}")

    shown = lines(source, sub=sub(body))

    assert shown == ["1. a", "2. b", "1. c", "1. eigen", "1. a", "2. b", "1. c"]


def test_a_template_without_lists_gets_those_of_the_document() -> None:
    parts = Word(p("{{p sub }}"), styles=STYLES[0]).contents()
    del parts["word/numbering.xml"]
    told = f'<Override PartName="/word/numbering.xml" ContentType="{CONTENT}.numbering+xml"/>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(told, "")
    parts |= {"word/_rels/document.xml.rels": relations(("rId3", "header", "header1.xml"))}
    source = pack({name: xml.encode() for name, xml in parts.items()})

    shown = lines(source, sub=sub(p("a", ppr=NUMBERED), p("b", ppr=NUMBERED)))

    assert shown == ["1. a", "2. b"]


def test_pictures_and_links_of_a_document_come_along_to_any_part() -> None:
    made = document("x")
    made.add_picture(BytesIO(picture()), width=Mm(10))
    source = template("{{p sub }}", "{{p sub }}", header="{{p sub }}")

    word = fill(source, sub=Subdoc(made))

    for name, count in (("word/document.xml", 2), ("word/header1.xml", 1)):
        pictures = [target for _, target in targets(word, name) if "media" in target]
        assert len(pictures) == 1
        assert part(word, name).count("r:embed=") == count
        ids = [e.get("id") for e in tree(part(word, name).partition("?>")[2]).iter(f"{WP}docPr")]
        assert len(set(ids)) == count


def test_w8_pictures_and_copies_of_the_templates_own_have_ids_apart() -> None:
    inhoud = writer()
    image = InlineImage(picture())
    own = inhoud.stukken(image, 0).replace(str(RUIMTE + 10), "1")
    source = template(
        "{%p for i in n %}", p(own.replace("rIdLink1", "rId1"), "{{ a }}"), "{%p endfor %}"
    )

    word = fill(source, n=[1, 2, 3], a=image)

    ids = [e.get("id") for e in tree(part(word).partition("?>")[2]).iter(f"{WP}docPr")]
    assert len(set(ids)) == 6


@pytest.mark.parametrize("name", ["tekst", "stukken"])
def test_a_document_does_not_fit_in_a_sentence(name: str) -> None:
    with pytest.raises(RenderError, match=r"\{\{p …\}\}"):
        getattr(writer(), name)(Subdoc(document("x")), 0)


def test_the_section_break_in_the_place_of_a_document_stays() -> None:
    place = Look("<w:pPr><w:sectPr/></w:pPr>")

    xml = writer(place).blokken(Subdoc(document("x")), 0)

    assert paragraphs(xml) == ["x", ""]
    assert names(xml, "pPr") == [["sectPr"]]


@pytest.mark.parametrize("data", [b"", b"geen Word", template("x")[:-40]])
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(RenderError, match="geen Word-bestand"):
        writer().blokken(Subdoc(data), 0)


def test_a_document_is_read_from_a_path_bytes_or_an_open_file(tmp_path: Path) -> None:
    path = tmp_path / "deel.docx"
    path.write_bytes(template("x"))

    read = [Subdoc(path), Subdoc(template("x")), Subdoc(BytesIO(template("x")))]

    assert [writer().blokken(made, 0) for made in read] == [p("x")] * 3
    assert pickle.loads(pickle.dumps(read[0])) == read[0]  # noqa: S301


def test_a_tag_in_a_document_is_text() -> None:
    word = fill(template("{{p sub }}"), sub=Subdoc(document("{{ a }} {% if %}")))

    assert word_text(word) == "{{ a }} {% if %}"


@needs_sdk
def test_the_sdk_objects_to_nothing_in_a_document_that_holds_documents(tmp_path: Path) -> None:
    made = document("een & <twee>")
    made.add_heading("kop", 1)
    made.add_paragraph("a", style="List Number 3")
    made.add_paragraph("b", style="Intense Quote")
    made.add_table(2, 2, style="Light Grid Accent 1")
    made.add_picture(BytesIO(picture()), width=Mm(10))
    cell = tc(p("{{p sub }}"))
    source = template("{{p sub }}", "{{p sub }}", tbl(tr(cell)), header="{{p sub }}")
    path = tmp_path / "sub.docx"

    path.write_bytes(fill(source, sub=Subdoc(made)))

    assert sdk_objections(path) == {path: []}
