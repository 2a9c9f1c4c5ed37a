"""What a loop copies: ids and names that are unique, references that follow, lists that restart."""

import re

import pytest
from judges import needs_sdk, sdk_objections
from pytest import TempPathFactory  # noqa: PT013  a type
from woordbouw import W, elements, fill, lines, p, part, run, tbl, template, tr

MARK = (
    '<w:bookmarkStart w:id="7" w:name="Kop"/><w:r><w:t>{{ x }}</w:t></w:r><w:bookmarkEnd w:id="7"/>'
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF'
    ' Kop \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
LINK = '<w:hyperlink w:anchor="Kop"><w:r><w:t>naar</w:t></w:r></w:hyperlink>'
LOOP = ("{%p for x in a %}", p(MARK, FIELD, LINK), "{%p endfor %}")
PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="1" cy="1"/><wp:docPr id="3" name="Foto"'
    ' descr="{{ x }}"/>'
    "</wp:inline></w:drawing></w:r>"
)
NUMBERED = "Lijstnummering"


def _names(word: bytes) -> list[str]:
    return [str(e.get(f"{W}name")) for e in elements(word, "bookmarkStart")]


def test_w8_the_first_copy_keeps_its_name_and_the_others_get_one_of_their_own() -> None:
    word = fill(template(*LOOP), a=["een", "twee", "drie"])

    assert _names(word) == ["Kop", "Kop_2", "Kop_3"]


def test_w8_a_reference_inside_a_copy_leads_to_that_copy() -> None:
    word = fill(template(*LOOP), a=["een", "twee"])

    fields = [(e.text or "").split()[1] for e in elements(word, "instrText")]
    anchors = [str(e.get(f"{W}anchor")) for e in elements(word, "hyperlink")]
    assert fields == anchors == ["Kop", "Kop_2"]


def test_w8_a_reference_outside_the_loop_leads_to_the_first_copy() -> None:
    word = fill(template(*LOOP, p(FIELD)), a=["een", "twee"])

    assert [(e.text or "").split()[1] for e in elements(word, "instrText")][-1] == "Kop"


def test_w8_starts_and_ends_of_bookmarks_stay_in_pairs_through_nested_loops() -> None:
    inner = ("{%p for x in xs %}", p(MARK), "{%p endfor %}")
    word = fill(template("{%p for xs in a %}", *inner, "{%p endfor %}"), a=[["a", "b"], [], ["c"]])

    starts = [e.get(f"{W}id") for e in elements(word, "bookmarkStart")]
    assert starts == [e.get(f"{W}id") for e in elements(word, "bookmarkEnd")]
    assert len(set(starts)) == len(set(_names(word))) == 3


def test_w8_a_long_name_stays_within_the_forty_characters_of_word() -> None:
    long = MARK.replace("Kop", "K" * 40)

    word = fill(template("{%p for x in a %}", p(long), "{%p endfor %}"), a=["a"] * 12)

    assert len(set(_names(word))) == 12
    assert {len(name) for name in _names(word)} == {40}


def test_w8_drawings_get_an_id_of_their_own_and_their_own_alternative_text() -> None:
    word = fill(template("{%p for x in a %}", p(PICTURE), "{%p endfor %}"), a=["een", 'twee "<&'])

    found = re.findall(r'<wp:docPr id="(\d+)" name="Foto" descr="([^"]*)"', part(word))
    assert [alt for _, alt in found] == ["een", "twee &quot;&lt;&amp;"]
    assert len({id_ for id_, _ in found}) == 2


def test_w8_a_paragraph_tag_takes_no_bookmark_along() -> None:
    start = '<w:bookmarkStart w:id="7" w:name="Kop"/>'
    source = template(
        p(start, run("{%p if a %}")), "x", p('<w:bookmarkEnd w:id="7"/>', run("{%p endif %}"))
    )

    for a in (True, False):
        word = fill(source, a=a)
        assert len(elements(word, "bookmarkStart")) == len(elements(word, "bookmarkEnd")) == 1


def test_w9_the_items_of_a_loop_are_one_list() -> None:
    source = template("{%p for x in a %}", p("{{ x }}", style=NUMBERED), "{%p endfor %}")

    assert lines(source, a=["a", "b"]) == ["1. a", "2. b"]


def _sections(item: str) -> bytes:
    inner = ("{%p for x in s.xs %}", item, "{%p endfor %}")
    return template("{%p for s in secties %}", "{{ s.naam }}", *inner, "{%p endfor %}")


SECTIONS = [{"naam": "A", "xs": ["a", "b"]}, {"naam": "B", "xs": ["c"]}, {"naam": "C", "xs": []}]


@pytest.mark.parametrize(
    "item",
    [
        p("{{ x }}", style=NUMBERED),
        p("{{p x }}", style=NUMBERED),
        p("{{ x }}", ppr='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        p("{{ x }}", style=NUMBERED, ppr='<w:keepNext/><w:jc w:val="left"/>'),
    ],
)
def test_w9_a_list_in_a_section_starts_again_in_the_next_section(item: str) -> None:
    shown = lines(_sections(item), secties=SECTIONS)

    assert shown == ["A", "1. a", "2. b", "B", "1. c", "C"]


def test_w9_a_list_that_a_section_writes_out_starts_again_in_the_next() -> None:
    steps = (p("stap {{ s }}", style=NUMBERED), p("klaar", style=NUMBERED))

    shown = lines(template("{%p for s in a %}", *steps, "{%p endfor %}"), a=["x", "y"])

    assert shown == ["1. stap x", "2. klaar", "1. stap y", "2. klaar"]


def test_w9_numbers_of_headings_go_on_through_the_sections() -> None:
    heading = p("{{ x }}", style="Kop1", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>')

    assert lines(_sections(heading), secties=SECTIONS) == ["A", "1. a", "2. b", "B", "3. c", "C"]


def test_w9_bullets_need_no_list_of_their_own() -> None:
    item = p("{{ x }}", style="Lijstopsomteken")

    word = fill(_sections(item), secties=SECTIONS)

    assert part(word, "word/numbering.xml").count("<w:num ") == 2


@needs_sdk
def test_the_sdk_has_nothing_against_what_loops_copy(tmp_path_factory: TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("copies")
    made = {
        "namen": fill(template(*LOOP), a=["een", "twee"]),
        "lijst": fill(_sections(p("{{ x }}", style=NUMBERED)), secties=SECTIONS),
        "rijen": fill(
            template(tbl(tr("{%tr for x in a %}"), tr("{{ x }}"), tr("{%tr endfor %}")), p()),
            a=["a"],
        ),
    }
    paths = [folder / f"{name}.docx" for name in made]
    for path, word in zip(paths, made.values(), strict=True):
        path.write_bytes(word)

    objections = sdk_objections(*paths)

    assert {path.stem: found for path, found in objections.items() if found} == {}
