"""What documents add to parts that another program wrote: it belongs there, and Word reads it."""

import time
from io import BytesIO
from zipfile import ZipFile

import pytest
from inhoudbouw import picture, sub
from lxml import etree
from test_word_notes import noted, ref
from woordbouw import (
    OFFICE,
    SCHEMAS,
    SPACES,
    STYLES,
    XML,
    W,
    Word,
    elements,
    fill,
    lines,
    p,
    pack,
    part,
    style,
)

from reportgen import RenderError, Template
from reportgen.tekst import parse
from reportgen.word import outline
from reportgen.word.values.rich import InlineImage, Subdoc

MAIN = W.strip("{}")
PACKAGE = f"{SCHEMAS}/package/2006"
LINK = "https://a.example/?b=1"
GONE = '<w:num w:numId="1"><w:abstractNumId w:val="99"/></w:num>'
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'


def numbering(content: str) -> str:
    """A numbering part."""
    return f"{XML}<w:numbering {SPACES}>{content}</w:numbering>"


def abstract(number: int, kind: str = "decimal", form: str = "%1)", more: str = "") -> str:
    """An abstract list of one level; `more` goes before the level."""
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{form}"/></w:lvl>'
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{level}</w:abstractNum>'


def num(number: int, of: int, more: str = "") -> str:
    """A list with an abstract list."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def with_numbering(body: str, content: str) -> bytes:
    """A template with these lists."""
    return Word(body, parts={"word/numbering.xml": numbering(content)}).bytes()


def rewritten(source: Word, name: str, *changes: tuple[str, str]) -> bytes:
    """A template of which one part is written in another way."""
    parts = source.contents()
    for old, new in changes:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)
    return pack({name: xml.encode() for name, xml in parts.items()})


def broken(word: bytes) -> list[str]:
    """The parts of which an element or the prefix of one has no place."""
    with ZipFile(BytesIO(word)) as archive:
        roots = {
            n: etree.fromstring(archive.read(n)) for n in archive.namelist() if "media" not in n
        }
    strange = (e for root in roots.values() for e in root.iter("{}*"))
    return [str(e.tag) for e in strange]


def abstract_of(word: bytes, number: str) -> etree._Element:
    """The abstract list of a list."""
    own = {e.get(f"{W}numId"): e for e in elements(word, "num", "word/numbering.xml")}[number]
    child = own.find(f"{W}abstractNumId")
    assert child is not None
    lists = elements(word, "abstractNum", "word/numbering.xml")
    return {e.get(f"{W}abstractNumId"): e for e in lists}[child.get(f"{W}val")]


def test_a_style_whose_list_lost_its_abstract_list_numbers_nothing() -> None:
    source = with_numbering(p("{{p a }}"), abstract(0) + GONE)

    with pytest.raises(RenderError, match="mist de stijl") as caught:
        fill(source, a=parse("1. een"))

    assert [problem.rule for problem in caught.value.problems] == ["W12"]


def test_a_list_in_the_template_without_abstract_list_is_left_alone_in_loops() -> None:
    item = p("{{ b }}", ppr=LIST.format(1))
    body = p("{%p for a in aa %}") + p("{%p for b in bb %}") + item
    source = with_numbering(body + p("{%p endfor %}") * 2, abstract(0) + GONE)

    word = fill(source, aa=[1, 2], bb=[1, 2])

    assert [e.get(f"{W}val") for e in elements(word, "numId")] == ["1"] * 4
    assert part(word, "word/numbering.xml") == part(source, "word/numbering.xml")


def test_a_list_of_a_list_style_is_copied_whole() -> None:
    lists = abstract(0, "lowerLetter", "%1)", '<w:styleLink w:val="Lijst"/>')
    leans = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Lijst"/></w:abstractNum>'
    source = with_numbering(p("{{p a }}") * 2, lists + leans + num(1, 5) + num(2, 0))

    found = lines(source, a=parse("1. een\n2. twee"))

    assert found[:4] == ["a) een", "b) twee"] * 2


def test_a_list_with_bullets_by_its_list_style_is_not_numbered_anew() -> None:
    lists = abstract(0, "bullet", "•", '<w:styleLink w:val="Lijst"/>')
    leans = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Lijst"/></w:abstractNum>'
    item = p("{{ b }}", ppr=LIST.format(1))
    body = p("{%p for a in aa %}") + p("{%p for b in bb %}") + item + p("{%p endfor %}") * 2

    word = fill(with_numbering(body, lists + leans + num(1, 5)), aa=[1, 2], bb=[1, 2])

    assert [e.get(f"{W}val") for e in elements(word, "numId")] == ["1"] * 4


def test_newer_words_in_what_a_list_changes_keep_their_namespace() -> None:
    newer = '<x:new xmlns:x="urn:x" x:val="1"/>'
    override = f'<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">{newer}</w:lvl></w:lvlOverride>'
    source = with_numbering(p("{{p a }}"), abstract(0) + num(1, 0, override))

    word = fill(source, a=parse("1. een"))

    (new,) = (e for e in elements(word, "num", "word/numbering.xml") if e.get(f"{W}numId") != "1")
    assert [e.get("{urn:x}val") for e in new.iter("{urn:x}new")] == ["1"]


def test_a_copy_of_a_list_takes_no_style_along() -> None:
    tied = abstract(0).replace("<w:numFmt", '<w:pStyle w:val="Lijstnummering"/><w:numFmt')
    source = with_numbering(p("{{p a }}"), tied + num(1, 0))

    word = fill(source, a=parse("1. een"))

    assert [e.get(f"{W}val") for e in elements(word, "pStyle", "word/numbering.xml")] == [
        "Lijstnummering"
    ]


@pytest.mark.parametrize("prefix", ["x", ""])
def test_a_numbering_part_may_have_another_prefix(prefix: str) -> None:
    colon = f"{prefix}:" if prefix else ""
    declared = f"xmlns:{prefix}" if prefix else "xmlns"
    changes = (
        ("<w:", f"<{colon}"),
        ("</w:", f"</{colon}"),
        ("xmlns:w=", f'{declared}="{MAIN}" xmlns:w='),
    )
    source = rewritten(Word(p("{{p a }}") * 2), "word/numbering.xml", *changes)

    word = fill(source, a=parse("1. een\n2. twee"))

    numbers = [e.get(f"{W}val") or "" for e in elements(word, "numId")]
    assert len(set(numbers)) == 2
    assert all(abstract_of(word, number) is not None for number in numbers)
    kinds = [e.tag for e in etree.fromstring(part(word, "word/numbering.xml").encode())]
    assert kinds == sorted(kinds)  # w:abstractNum goes before w:num


def test_a_part_with_another_prefix_alone_is_written_with_that_of_word() -> None:
    changes = (("<w:", "<x:"), ("</w:", "</x:"), (" w:", " x:"), ("xmlns:w=", "xmlns:x="))
    source = rewritten(Word(p("{{p a }}")), "word/styles.xml", *changes)
    new = sub(
        p("x", style="Nieuw"),
        **{
            "word/styles.xml": f"{XML}<w:styles {SPACES}>{style('paragraph', 'Nieuw', 'Nieuw')}"
            "</w:styles>"
        },
    )

    word = fill(source, a=new)

    assert [e.get(f"{W}styleId") for e in elements(word, "style", "word/styles.xml")][-1] == "Nieuw"
    assert len(elements(word, "style", "word/styles.xml")) == len(STYLES) + 1


@pytest.mark.parametrize(
    ("name", "space"),
    [
        ("word/_rels/document.xml.rels", f"{PACKAGE}/relationships"),
        ("[Content_Types].xml", f"{PACKAGE}/content-types"),
    ],
)
def test_parts_of_the_package_may_have_a_prefix(name: str, space: str) -> None:
    changes = (("</", "</pr:"), ("<?xml", "\ufdd0"), ("<", "<pr:"), ("<pr:/pr:", "</pr:"))
    declared = (("\ufdd0", "<?xml"), ("xmlns=", "xmlns:pr="))
    source = rewritten(Word(p("{{p a }}") + p("{{ b }}")), name, *changes, *declared)

    word = fill(source, a=parse(f"[z]({LINK})"), b=InlineImage(picture()))

    assert broken(word) == []
    rows = etree.fromstring(part(word, name).encode())
    assert {etree.QName(row).namespace for row in rows} == {space}
    assert {LINK, "png"} & {v for row in rows for v in (row.get("Target"), row.get("Extension"))}


def test_words_that_a_part_may_ignore_stay_declared() -> None:
    ignorable = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    changes = (
        ("<w:", "<x:"),
        ("</w:", "</x:"),
        ("xmlns:w=", f'xmlns:mc="{ignorable}" mc:Ignorable="w14" xmlns:x="{MAIN}" xmlns:w='),
    )
    source = rewritten(Word(p("{{p a }}")), "word/numbering.xml", *changes)

    word = fill(source, a=parse("1. een"))

    root = etree.fromstring(part(word, "word/numbering.xml").encode())
    assert root.get(f"{{{ignorable}}}Ignorable") == "w14"
    assert {"w", "r", "w14"} <= set(root.nsmap)
    assert root.nsmap["r"] == OFFICE


def test_a_list_in_a_comment_draws_no_other_list_into_it() -> None:
    lists = abstract(0) + '<!-- <w:num w:numId="9"> -->' + num(1, 0)

    word = fill(with_numbering(p("{{p a }}"), lists), a=parse("1. een"))

    (number,) = (e.get(f"{W}val") or "" for e in elements(word, "numId"))
    assert abstract_of(word, number).get(f"{W}abstractNumId") == "1"


@pytest.mark.parametrize("number", ["9" * 5000, "²", "٣", "", "x"])
def test_a_note_with_an_id_that_is_no_number_takes_none(number: str) -> None:
    source = Word(p("{{p a }}") + ref("footnote").replace('w:id="1"', f'w:id="{number}"'))

    word = fill(source.bytes(), a=Subdoc(noted("footnote", "een").bytes()))

    assert elements(word, "footnoteReference")[0].get(f"{W}id") == "1"


def test_a_style_whose_list_is_gone_is_told_on_the_day_of_editing() -> None:
    source = with_numbering(p("{{p a }}"), abstract(0) + GONE)

    problems = Template(source).check({"properties": {"a": {}}})

    assert [str(problem.rule) for problem in problems] == ["W12", "W12"]
    assert "Lijstnummering" in problems[0].message


def test_many_lists_of_one_long_abstract_list_take_little_time() -> None:
    many = "".join(num(number, 0) for number in range(1, 20_000))
    one = abstract(0, more='<w:name w:val="x"/>' * 20_000)
    source = with_numbering(p("{{p a }}"), one + many)
    begin = time.perf_counter()

    word = fill(source, a=parse("1. een"))
    outline(word)

    assert time.perf_counter() - begin < 10
