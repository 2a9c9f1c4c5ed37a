"""Fields that read files or run things (W33); and the files of others that must load (W18)."""

import zipfile
from io import BytesIO

import pytest
from judges import word_text
from woordbouw import CONTENT, OFFICE, SPACES, Word, core, fill, p, pack, part, relations, targets

from reportgen import Template, TemplateError

BODY = "word/document.xml"
TYPES = "[Content_Types].xml"
KERN = "application/vnd.openxmlformats-package.core-properties+xml"
GOOD = {name: xml.encode() for name, xml in Word(p("{{ a }}")).contents().items()}


def body(xml: str) -> bytes:
    """A template with this paragraph before its text."""
    return Word(p(xml) + p("{{ a }}")).bytes()


def field(*codes: str) -> str:
    """A field whose code is split over runs."""
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{at}"/></w:r>' for at in ("begin", "end"))
    return begin + runs + end


@pytest.mark.parametrize(
    "xml",
    [
        field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"),
        field("DDE excel x"),
        field("DD", "EAU", "TO c:\\\\x"),
        field(" dde", "auto x"),
        field(" IncludeText ", '"C:\\\\geheim.docx"'),
        field("INCLUDEPICTURE", ' "http://a.example/spion.png" \\d'),
        field("LINK Excel.Sheet.8 x"),
        field("DATABASE \\c x"),
        field("HYPERLINK ", '"javascript:x"'),
        field('HYPERLINK "\\\\\\\\server\\\\x"'),
        field(" IF 1 = 1 ").replace('"end"', '"separate"') + field("DDE x"),
        '<w:fldSimple w:instr=" ddeauto excel x "/>',
        "<w:r><w:instrText>DDE x</w:instrText></w:r>",
        field("@ x").replace("<w:instrText>@", f"{field('QUOTE 68 68 69')}<w:r/><w:instrText>"),
        field('HYPERLINK"javascript:x"'),
    ],
)
def test_w33_a_field_that_leads_out_is_refused_with_its_part(xml: str) -> None:
    with pytest.raises(TemplateError, match=r"word/document\.xml bevat iets"):
        Template(body(xml))


@pytest.mark.parametrize(
    "code",
    [
        *("PAGE", "PAGEREF _Toc1 \\h", 'TOC \\o "1-3" \\h', "REF linkje", "NUMPAGES", "STYLEREF 1"),
        *('HYPERLINK "https://a.example/link?dde=1"', 'HYPERLINK \\l "Kop"', 'SEQ "Tabel DDE"'),
        *('HYPERLINK "mailto:a@b.example"', 'IF 1 = 1 "LINK" ""', "MERGEFIELD rd"),
    ],
)
def test_a_field_that_stays_inside_is_kept(code: str) -> None:
    escaped = code.replace('"', "&quot;")

    word = fill(body(field(escaped[:3], escaped[3:])), a="x")

    assert "instrText" in part(word)


def test_a_table_of_contents_with_fields_in_its_text_is_kept() -> None:
    inner = field("PAGEREF _Toc1") + field(" HYPERLINK \\l &quot;_Toc1&quot;")
    end = '<w:r><w:fldChar w:fldCharType="end"'
    contents = field("TOC").replace(end, end.replace("end", "separate") + f"/></w:r>{inner}{end}")

    word = fill(body(contents), a="x")

    assert part(word).count("instrText>") == 6


def test_w33_a_mail_merge_that_reads_a_database_is_refused() -> None:
    merge = '<w:mailMerge><w:connectString w:val="DSN=x"/></w:mailMerge>'
    settings = {"word/settings.xml": f"<w:settings {SPACES}>{merge}</w:settings>"}

    with pytest.raises(TemplateError, match="adressenbestand"):
        Template(Word(p("{{ a }}"), parts=settings).bytes())


@pytest.mark.parametrize(
    "target", ["https://a.example/{{ a }}", "https://a.example/%7B%7B%20a%20%7D%7D"]
)
def test_w16_a_tag_in_the_address_of_a_link_is_refused(target: str) -> None:
    rels = relations(("rId9", "hyperlink", f'{target}" TargetMode="External'))

    with pytest.raises(TemplateError, match=r"W16.*adres van een link"):
        Template(Word(p("{{ a }}"), parts={"word/_rels/document.xml.rels": rels}).bytes())


def test_everything_that_leads_out_is_told_at_once() -> None:
    rels = relations(
        ("rId7", "oleObject", "a.bin"),
        ("rId8", "image", 'http://a.example/b" TargetMode="External'),
    )
    source = Word(p(field("DDE x")), parts={"word/_rels/document.xml.rels": rels})

    with pytest.raises(TemplateError) as caught:
        Template(source.bytes())

    assert len(caught.value.problems) == 3


@pytest.mark.parametrize(
    "target",
    [
        *("file:///C:/Users/jan/Normal.dotm", "C:\\Users\\jan\\Normal.dotm", "Normal.dotm"),
        *("file:///C:%5CUsers%5Cjan%5CHuisstijl.dotx", "/Users/jan/Normal.dotm"),
    ],
)
def test_w33_the_template_that_a_template_was_based_on_is_forgotten(target: str) -> None:
    settings = f'<w:settings {SPACES}><w:attachedTemplate r:id="rId9"/></w:settings>'
    rels = relations(("rId9", "attachedTemplate", f'{target}" TargetMode="External'))
    parts = {"word/settings.xml": settings, "word/_rels/settings.xml.rels": rels}

    word = fill(Word(p("{{ a }}"), parts=parts).bytes(), a="x")

    assert targets(word, "word/settings.xml") == []
    assert "attachedTemplate" not in part(word, "word/settings.xml")


def test_a_template_in_utf_16_is_filled() -> None:
    xml = GOOD[BODY].decode().replace("UTF-8", "UTF-16").encode("utf-16")

    word = fill(pack(GOOD | {BODY: xml}), a="potentiële €")

    assert word_text(word) == "potentiële €"


def test_a_template_with_a_byte_order_mark_is_filled() -> None:
    word = fill(pack(GOOD | {BODY: b"\xef\xbb\xbf" + GOOD[BODY]}), a="x")

    assert word_text(word) == "x"


def test_relationships_may_count_from_the_root() -> None:
    rels = GOOD["word/_rels/document.xml.rels"].replace(b'Target="', b'Target="/word/')
    root = GOOD["_rels/.rels"].replace(b'Target="', b'Target="/')
    source = pack(GOOD | {"word/_rels/document.xml.rels": rels, "_rels/.rels": root})

    assert word_text(fill(source, a="x")) == "x"


def test_a_kind_that_holds_for_an_extension_is_known() -> None:
    override = f'<Override PartName="/{BODY}" ContentType="{CONTENT}.document.main+xml"/>'
    default = f'<Default Extension="xml" ContentType="{CONTENT}.document.main+xml"/>'
    types = GOOD[TYPES].decode().replace(override, "")
    types = types.replace('<Default Extension="xml" ContentType="application/xml"/>', default)

    word = fill(pack(GOOD | {TYPES: types.encode()}), a="x")

    assert word_text(word) == "x"


def test_w18_of_two_parts_of_one_name_with_properties_the_first_stays() -> None:
    package = BytesIO(pack(GOOD | {"docProps/core.xml": core("{{ a }}").encode()}))
    with zipfile.ZipFile(package, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("docProps/core.xml", core("Word Document"))

    word = fill(package.getvalue(), a="Titel")

    assert "<dc:title>Titel</dc:title>" in part(word, "docProps/core.xml")


def test_w18_of_two_parts_with_properties_the_one_that_the_package_names_stays() -> None:
    kind = "officedocument/2006/relationships/metadata/core-properties"
    rels = relations(
        ("rId1", "officeDocument", BODY),
        ("rId2", f"http://schemas.openxmlformats.org/{kind}", "docProps/core.xml"),
        ("rId3", f"{OFFICE}/metadata/core-properties", "docProps/core0.xml"),
    )
    types = {
        f"docProps/{n}.xml": "application/vnd.openxmlformats-package.core-properties+xml"
        for n in ("core", "core0")
    }
    parts = {"_rels/.rels": rels, "docProps/core0.xml": core("Ander")}

    word = fill(Word(p("{{ a }}"), parts=parts, types=types).bytes(), a="x")

    with zipfile.ZipFile(BytesIO(word)) as archive:
        assert [name for name in archive.namelist() if "core" in name] == ["docProps/core.xml"]
    assert part(word, "_rels/.rels").count("package/2006/relationships/metadata") == 1
    assert "core0" not in part(word, TYPES)
