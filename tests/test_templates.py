"""Templates: the shipped one keeps the rules of the house; a wrong one is refused in words."""

import re
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judges import needs_sdk, sdk_objections
from lxml import etree
from woordbouw import CONTENT, SPACES, W, Word, elements, p, pack, part, tbl, template, tr

from reportgen import ReportgenError, Template, TemplateError
from reportgen.view import velden

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
SHIPPED = TEMPLATES / "prestatie.docx"
PARTS = ("word/document.xml", "word/header1.xml", "word/footer1.xml")
GOOD = {name: xml.encode() for name, xml in Word(p("{{ a }}")).contents().items()}


def _parts(word: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(word)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _val(element: etree._Element, name: str = "val") -> str:
    return element.get(f"{W}{name}", "")


def test_the_shipped_template_is_what_its_script_makes() -> None:
    script = "import bouw_prestatie as b, sys; sys.stdout.buffer.write(b.build())"

    made = subprocess.run(
        [sys.executable, "-B", "-c", script], cwd=TEMPLATES, capture_output=True, check=True
    ).stdout

    assert _parts(made) == _parts(SHIPPED.read_bytes())


def test_the_shipped_template_looks_by_named_styles_only() -> None:
    word = SHIPPED.read_bytes()
    named = {_val(style, "styleId") for style in elements(word, "style", "word/styles.xml")}

    for name in PARTS:
        assert elements(word, "rPr", name) == []
        for paragraph in elements(word, "p", name):
            properties = paragraph[0]
            assert [child.tag for child in properties] == [f"{W}pStyle"]
            assert _val(properties[0]) in named


def test_the_headings_of_the_shipped_template_are_heading_styles_in_order() -> None:
    word = SHIPPED.read_bytes()
    levels = {
        _val(style, "styleId"): int(_val(level))
        for style in elements(word, "style", "word/styles.xml")
        for level in style.iter(f"{W}outlineLvl")
        if str(style[0].get(f"{W}val")).startswith("heading ")
    }

    used = [levels[id_] for s in elements(word, "pStyle") if (id_ := _val(s)) in levels]

    assert sorted(levels.values()) == [0, 1, 2]
    assert used[0] == 0
    assert all(below <= above + 1 for above, below in pairwise(used))


def test_the_tables_of_the_shipped_template_have_a_marked_header_and_whole_rows() -> None:
    tables = elements(SHIPPED.read_bytes(), "tbl")

    assert tables
    for table in tables:
        rows = table.findall(f"{W}tr")
        header = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert header == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert _val(table.find(f"{W}tblPr/{W}tblLook"), "firstRow") == "1"  # type: ignore[arg-type]
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None


def _luminance(colour: str) -> float:
    """Relative luminance. Source: WCAG 2.1."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    dark, light = sorted([_luminance(one), _luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def test_every_ink_stands_out_on_every_ground() -> None:
    word = SHIPPED.read_bytes()
    inks = {_val(e) for e in elements(word, "color", "word/styles.xml")}
    grounds = {"FFFFFF", *(_val(e, "fill") for e in elements(word, "shd", "word/styles.xml"))}

    contrasts = {pair: _contrast(*pair) for pair in product(inks, grounds)}

    assert len(inks) >= 4
    assert _contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)  # as WCAG does
    assert {pair: value for pair, value in contrasts.items() if value < 4.5} == {}


@needs_sdk
def test_the_sdk_has_nothing_against_the_shipped_template() -> None:
    objections = sdk_objections(SHIPPED)

    assert objections == {SHIPPED: []}


def test_the_manual_for_template_authors_lists_every_field_and_no_other() -> None:
    _, _, manual = (TEMPLATES / "README.md").read_text("utf-8").partition("\n## Alle velden\n")

    listed = re.findall(r"^\| `([^`]+)` \|", manual, re.MULTILINE)

    assert listed == [path for path, _, _ in velden()]


def _damaged(**parts: str | None) -> bytes:
    """A good template with other parts; what is None is left out."""
    names = {
        "types": "[Content_Types].xml",
        "body": "word/document.xml",
        "styles": "word/styles.xml",
    }
    changed = GOOD | {names[key]: (xml or "").encode() for key, xml in parts.items()}
    return pack({n: c for n, c in changed.items() if c or n not in map(names.get, parts)})


def _broken_stream() -> bytes:
    """A zip whose list of parts is sound, and whose first part is not."""
    content = bytearray(pack(GOOD))
    content[60:70] = b"\xff" * 10
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7\n1 0 obj",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),  # a .doc of before 2007
        pack(GOOD)[:400],
        pack(GOOD)[:-30],
        _broken_stream(),
        pack({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}),
        _damaged(body=None),
        _damaged(types=None),
        _damaged(types="geen xml"),
        _damaged(body="<w:document>"),
        _damaged(styles="<w:styles><w:style></w:styles>"),
    ],
)
def test_what_is_no_word_file_is_refused_as_a_template(content: bytes) -> None:
    with pytest.raises(TemplateError, match=r"sjabloon|\.xml"):
        Template(content)


@pytest.mark.parametrize(
    "name", ["../kwaad.xml", "word/../../kwaad.xml", "/etc/kwaad", "..\\..\\kwaad.xml", "C:\\kwaad"]
)
def test_a_part_whose_name_leaves_the_package_is_refused(name: str) -> None:
    with pytest.raises(TemplateError, match="vreemde naam"):
        Template(pack({**GOOD, name: b""}))


def test_a_package_that_unpacks_beyond_all_bounds_is_refused_before_it_unpacks() -> None:
    with pytest.raises(TemplateError, match="buiten alle maat"):
        Template(pack(GOOD | {f"word/media/{n}.bin": bytes(90_000_000) for n in range(3)}))


def test_two_parts_of_one_name_are_refused() -> None:
    package = BytesIO(pack(GOOD))
    with zipfile.ZipFile(package, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", b"<andere/>")

    with pytest.raises(TemplateError, match="vreemde naam"):
        Template(package.getvalue())


@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(1, 255))
def test_a_damaged_template_is_refused_or_works(place: float, byte: int) -> None:
    content = bytearray(pack(GOOD))
    content[int(place * len(content))] ^= byte

    try:
        word = Template(bytes(content)).fill({"a": "waarde"})
    except ReportgenError:
        return  # told in words

    assert part(word)


def test_a_template_that_is_not_there_is_refused_by_its_name() -> None:
    with pytest.raises(TemplateError, match=r"weg\.docx.*kan niet worden gelezen"):
        Template("nergens/weg.docx")


@pytest.mark.parametrize("kind", ["template.macroEnabledTemplate", "document.macroEnabled"])
def test_macros_are_refused(kind: str) -> None:
    types = {"word/document.xml": f"application/vnd.ms-word.{kind}.main+xml"}

    with pytest.raises(TemplateError, match="macro"):
        Template(Word(p("{{ a }}"), types=types).bytes())


def test_a_dotx_is_refused_with_what_to_do() -> None:
    types = {"word/document.xml": f"{CONTENT}.template.main+xml"}

    with pytest.raises(TemplateError, match=r"\.docx"):
        Template(Word(p("{{ a }}"), types=types).bytes())


@pytest.mark.parametrize("kind", ["ins", "del", "moveFrom", "moveTo"])
@pytest.mark.parametrize(("body", "header"), [("{{ a }}", "vast"), ("vast", "vast")])
def test_w15_changes_that_nobody_accepted_are_refused(body: str, header: str, kind: str) -> None:
    changed = f'<w:{kind} w:id="1" w:author="A"><w:r><w:t>geheim</w:t></w:r></w:{kind}>'

    for source in (Word(p(body, changed), p(header)), Word(p(body), p(header, changed))):
        with pytest.raises(TemplateError, match="wijzigingen"):
            Template(source.bytes())


def test_w15_a_row_that_nobody_accepted_is_refused() -> None:
    row = tr("{{ a }}").replace("<w:tr>", '<w:tr><w:trPr><w:ins w:id="1" w:author="A"/></w:trPr>')

    with pytest.raises(TemplateError, match="wijzigingen"):
        Template(template(tbl(row), p()))


def test_w16_a_tag_where_nothing_is_filled_in_is_refused() -> None:
    glossary = f"<w:glossaryDocument {SPACES}>{p('{{ a }}')}</w:glossaryDocument>"
    source = Word(p("{{ a }}"), parts={"word/glossary/document.xml": glossary})

    with pytest.raises(TemplateError, match="glossary"):
        Template(source.bytes())


@pytest.mark.parametrize(
    "text", ["{{ a", "a }}", "{% if a", "{{ a }", "{ a }}", "{% if a }}", "{# a", "{{ a {{ b }}"]
)
def test_a_tag_that_is_not_whole_is_refused_with_its_words(text: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(template("goed {{ a }}", f"omringd {text}"))

    assert "omringd" in str(caught.value) or text in str(caught.value)


@pytest.mark.parametrize(
    "text", ["{% if a %}", "{% endif %}", "{% fro x in a %}", "{{ a|bestaatniet }}", "{{ 1 + }}"]
)
def test_w17_wrong_grammar_is_refused_when_the_template_is_read(text: str) -> None:
    with pytest.raises(TemplateError, match="hoofdtekst, alinea 1"):
        Template(template(text))


@pytest.mark.parametrize(
    ("paragraphs", "tag"),
    [
        (["{% fro x in a %}"], "fro x in a"),
        (["{{ a|bestaatniet }}"], "a|bestaatniet"),
        (["{% for x on a %}", "{{ x }}", "{% endfor %}"], "for x on a"),
        (["{{ 2 ** 3 }}"], "2 ** 3"),
        (["{% if b %}", "{{ a }}"], "if b"),  # what was opened, not the end where it is missed
    ],
)
def test_w17_the_message_shows_the_wrong_tag(paragraphs: list[str], tag: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(template("{{ goed }}", *paragraphs, "{{ ook_goed }}"))

    assert tag in str(caught.value)


def test_every_wrong_tag_of_a_template_is_told_at_once() -> None:
    with pytest.raises(TemplateError) as caught:
        Template(template("{{ een", "goed", "twee }}", header="{{ drie"))

    assert len(caught.value.problems) == 3


def test_w34_ten_thousand_open_tags_are_refused_at_once() -> None:
    source = template("{% " * 20_000)
    start = time.perf_counter()

    with pytest.raises(TemplateError):
        Template(source)

    assert time.perf_counter() - start < 3
