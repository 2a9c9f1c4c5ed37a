"""The package of a template: what counts as XML, what is damaged, and how it is written."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from inhoudbouw import picture, sub, writer
from woordbouw import CONTENT, OFFICE, SPACES, XML, Word, fill, p, pack, part, relations, run

from reportgen import RenderError, Template, TemplateError
from reportgen.word import write_package
from reportgen.word.opc import package
from reportgen.word.opc.relations import Relatie, free_id, read_relations

BODY = "word/document.xml"
TYPES = "[Content_Types].xml"
HEADER = "word/headerx.bin"
HEADER_KIND = f"{CONTENT}.header+xml"
GOOD = {name: xml.encode() for name, xml in Word(p("{{ a }}")).contents().items()}


def headed(xml: str | bytes, named: str = HEADER, kind: str = HEADER_KIND) -> bytes:
    """A template with a header under a name that says nothing; its kind does."""
    source = Word(p("{{ a }}"), types={named: kind}).contents()
    parts = {name: text.encode() for name, text in source.items()}
    return pack(parts | {HEADER: xml if isinstance(xml, bytes) else xml.encode()})


def header(inside: str) -> str:
    return f"{XML}<w:hdr {SPACES}>{inside}</w:hdr>"


def field(code: str) -> str:
    return f"<w:r><w:instrText>{code}</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        (header(p(field('INCLUDETEXT "\\\\server\\x.docx"'))), "buiten het document leest"),
        (f'<!DOCTYPE x [<!ENTITY e "weg">]>{header(p(run("x")))[len(XML) :]}', "DOCTYPE"),
        (header("<w:p/>" * 300_000), "te groot"),
        (header(p("{{ a }}" * 7_000)), "te veel tags"),
        (header(p()).encode("utf-16"), "UTF-8"),
    ],
    ids=["a field", "an entity", "many elements", "many tags", "another encoding"],
)
def test_w33_a_part_is_xml_by_its_kind_whatever_its_name(xml: str | bytes, words: str) -> None:
    with pytest.raises(TemplateError, match=words):
        Template(headed(xml))


@pytest.mark.parametrize(
    ("named", "kind"),
    [
        ("word/HeaderX.bin", HEADER_KIND),
        ("word/header%78.bin", HEADER_KIND),
        (HEADER, f"{CONTENT}.header+XML; charset=utf-8"),
        (HEADER, "text/xml"),
    ],
)
def test_w33_the_kind_of_a_part_is_found_however_it_is_written(named: str, kind: str) -> None:
    with pytest.raises(TemplateError, match=r"headerx\.bin bevat iets"):
        Template(headed(header(p(field("DDE x"))), named, kind))


def test_w33_the_kind_of_an_extension_makes_a_part_xml_too() -> None:
    default = f'<Default Extension="BIN" ContentType="{HEADER_KIND}"/></Types>'.encode()
    types = GOOD[TYPES].replace(b"</Types>", default)
    xml = header(p(field("DDE x"))).encode()

    with pytest.raises(TemplateError, match=r"headerx\.bin bevat iets"):
        Template(pack(GOOD | {TYPES: types, HEADER: xml}))


def test_a_header_under_a_strange_name_is_filled_like_any_other() -> None:
    word = fill(headed(header(p("{{ a }}"))), a="x")

    assert "{{" not in part(word, HEADER)


def test_a_drawing_in_svg_is_a_picture_and_no_part_of_the_text() -> None:
    drawing = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg>{{{}}}</svg>'
    default = b'<Default Extension="svg" ContentType="image/svg+xml"/></Types>'
    types = GOOD[TYPES].replace(b"</Types>", default)

    word = fill(pack(GOOD | {TYPES: types, "word/media/a.svg": drawing}), a="x")

    assert part(word, "word/media/a.svg").encode() == drawing


@pytest.mark.parametrize(
    "code",
    [
        *(' includetext "x" ', ' INCLUDE "x" ', '"INCLUDETEXT" "x"', ' rd "x" '),
        *(' hyperlink "file:///c:/x" ', 'HYPERLINK"javascript:x"', ' HYPERLINK "{{ a }}" '),
    ],
)
def test_w33_a_field_refused_in_a_template_is_refused_in_a_document_in_it(code: str) -> None:
    field_ = f"<w:fldSimple w:instr='{code}'/>"

    with pytest.raises(RenderError, match=r"W33.*buiten zichzelf"):
        writer().blokken(sub(p(field_)), 0)


def test_w33_a_code_inside_another_code_is_seen_in_a_document_in_a_document() -> None:
    begin, between, end = (
        f'<w:r><w:fldChar w:fldCharType="{at}"/></w:r>' for at in ("begin", "separate", "end")
    )
    nested = begin + field(" IF 1 = 1 ") + begin + field(" DDEAUTO x ") + between + end + end

    with pytest.raises(RenderError, match="DDEAUTO x"):
        writer().blokken(sub(p(nested)), 0)


def test_a_link_to_the_web_stays_in_a_document_in_a_document() -> None:
    codes = (' HYPERLINK "https://a.example/x" ', ' HYPERLINK \\l "doel" ', " PAGE ")

    xml = writer().blokken(sub(*(p(f"<w:fldSimple w:instr='{code}'/>") for code in codes)), 0)

    assert xml.count("fldSimple") >= len(codes)


def test_a_path_that_no_system_can_have_is_refused_as_a_template() -> None:
    with pytest.raises(TemplateError, match="kan niet worden gelezen") as caught:
        Template("a\0.docx")

    assert caught.value.problems[0].hint == "controleer het pad"


def test_w34_a_file_without_an_end_is_read_no_further_than_a_template_can_be() -> None:
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("this system has no file without an end")

    with pytest.raises(TemplateError, match="buiten alle maat"):
        Template(endless)


@pytest.mark.parametrize("name", [TYPES, "word/_rels/document.xml.rels", BODY])
def test_w2_a_damaged_part_is_told_in_dutch_with_its_name(name: str) -> None:
    source = pack(GOOD | {name: GOOD[name][:-3]})

    with pytest.raises(TemplateError) as caught:
        Template(source, "brief.docx")

    (problem,) = caught.value.problems
    assert problem.rule == "W2"
    assert problem.message == f"het onderdeel {name} is beschadigd"
    assert problem.hint == "open het in Word en sla het opnieuw op"


@pytest.mark.parametrize("name", [TYPES, "word/_rels/document.xml.rels"])
def test_w2_a_damaged_part_is_told_with_the_name_of_the_template(name: str) -> None:
    source = pack(GOOD | {name: GOOD[name][:-3]})

    with pytest.raises(TemplateError) as caught:
        Template(source, "brief.docx")

    assert str(caught.value.problems[0].where) == f"brief.docx ({name})"


def test_w2_a_damaged_part_with_a_picture_is_an_error_of_the_template() -> None:
    broken = {"word/glossary.xml": "<a:graphicData"}
    source = Template(Word(p("{{ a }}"), parts=broken).bytes(), "brief.docx")

    with pytest.raises(TemplateError, match=r"brief\.docx \(word/glossary\.xml\)"):
        source.with_pictures({"logo.png": picture()})


def test_equal_parts_give_equal_files_that_any_reader_unpacks() -> None:
    parts = GOOD | {"word/media/é.bin": b"", "_rels/.rels": relations().encode()}

    one, other = write_package(parts), write_package(dict(reversed(parts.items())))

    assert one == other
    with zipfile.ZipFile(BytesIO(one)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[:2] == [TYPES, "_rels/.rels"]
        assert {name: archive.read(name) for name in archive.namelist()} == parts
    assert package.read_package(one, "x").keys() == parts.keys()


@pytest.mark.parametrize("name", [TYPES, "_rels/.rels"])
def test_a_remark_in_a_list_of_the_package_is_passed_over(name: str) -> None:
    source = pack(GOOD | {name: GOOD[name].replace(b"?>", b"?><!-- a --><?b c?>")})
    inside = GOOD[name].rpartition(b"</")

    word = fill(source, a="x")
    same = fill(pack(GOOD | {name: inside[0] + b"<!-- a --><?b c?></" + inside[2]}), a="x")

    assert part(word) == part(same)


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("media/a.png", "word/media/a.png"),
        ("./media/a.png", "word/media/a.png"),
        ("../media/a.png", "media/a.png"),
        ("/word/media/a.png", "word/media/a.png"),
        ("../../../a.png", "a.png"),
    ],
)
def test_a_relationship_leads_to_the_name_of_a_part(target: str, found: str) -> None:
    xml = relations(("rId7", "image", target)).replace("<Rel", "<!-- a --><Rel")

    read = read_relations({"word/_rels/document.xml.rels": xml.encode()}, BODY)

    assert read == {"rId7": Relatie(f"{OFFICE}/image", found, extern=False)}


def test_a_relationship_outside_keeps_its_address_and_a_new_id_is_free() -> None:
    xml = relations(("rIdRg1", "hyperlink", 'https://a.example/../x" TargetMode="external'))

    read = read_relations({"_rels/.rels": xml.encode()}, "")

    assert read["rIdRg1"] == Relatie(f"{OFFICE}/hyperlink", "https://a.example/../x", extern=True)
    assert free_id(read) == "rIdRg2"
    assert read_relations({}, BODY) == {}
