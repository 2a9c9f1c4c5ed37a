"""The prefixes of XML: what a value prints stands in a part that declares all that it leans on."""

import pytest
from lxml import etree
from woordbouw import SCHEMAS, W, Word, elements, p, part, run

from reportgen import Template, TemplateError
from reportgen.tekst import parse

MAIN = f"{SCHEMAS}/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
ODD = f'<w:document xmlns:w="STRICT"><w:body>{p("{{ a }}")}</w:body></w:document>'
LINK = parse("een [naam](https://a.example)")


def _document(body: str, spaces: str) -> bytes:
    xml = f"<w:document {spaces}><w:body>{body}</w:body></w:document>"
    return Word("", parts={"word/document.xml": xml}).bytes()


def test_a_link_stands_in_a_part_that_never_had_one() -> None:
    source = _document(p("{{p a }}"), f'xmlns:w="{MAIN}"')

    word = Template(source).fill({"a": LINK})

    assert len(elements(word, "hyperlink")) == 1


def test_a_look_keeps_the_prefix_that_only_its_run_declares() -> None:
    look = f'<w14:ligatures xmlns:w14="{W14}" w14:val="all"/>'
    source = _document(p(run("{{r a }} en {{ b }}", look)), f'xmlns:w="{MAIN}"')

    word = Template(source).fill({"a": LINK, "b": "x\ay"})

    assert f'xmlns:w14="{W14}"' in part(word).partition("<w:body>")[0]
    assert etree.fromstring(part(word).encode()) is not None


def test_what_a_newer_word_may_ignore_stays_declared() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    spaces = f'xmlns:w="{MAIN}" xmlns:mc="{mc}" xmlns:w14="{W14}" mc:Ignorable="w14"'

    word = Template(_document(p("{{ a }}"), spaces)).fill({"a": "x"})

    root = etree.fromstring(part(word).encode())
    assert root.nsmap["w14"] == W14


@pytest.mark.parametrize(
    "xml",
    [
        ODD.replace("w:", "x:").replace("xmlns:w", "xmlns:x").replace("STRICT", MAIN),
        ODD.replace("STRICT", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ],
    ids=["another prefix", "strict"],
)
def test_a_form_that_word_does_not_write_is_refused_with_the_cure(xml: str) -> None:
    source = Word("", parts={"word/document.xml": xml}).bytes()

    with pytest.raises(TemplateError, match="sla het in Word op"):
        Template(source)


def test_the_own_prefix_of_word_stays() -> None:
    word = Template(_document(p("{{ a }}"), f'xmlns:w="{MAIN}"')).fill({"a": "x"})

    assert etree.fromstring(part(word).encode()).tag == f"{W}document"
