"""A template comes back with Word comments at the words that something is wrong with."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from judges import needs_libreoffice, needs_sdk, sdk_objections, to_pdf, word_text
from lxml import etree
from woordbouw import (
    STYLES,
    W,
    Word,
    elements,
    looks,
    p,
    pack,
    part,
    relations,
    run,
    style,
    tbl,
    template,
    tr,
)

from reportgen.errors import TemplateError
from reportgen.word.dialect.findings import Bevinding
from reportgen.word.dialect.scan import Tag, Vindplaats, has_tags, scan
from reportgen.word.review.annotate import annotate

SHIPPED = Path(__file__).resolve().parents[1] / "templates/prestatie.docx"
DOCUMENT, COMMENTS = "word/document.xml", "word/comments.xml"
LOOSE = Bevinding("W8", "iets", "doe iets", plek="voettekst")


def found(source: bytes, name: str = DOCUMENT) -> list[Vindplaats]:
    """Every tag of a part, by the own text of its paragraph."""
    return [
        Vindplaats(tag, name, f"plek {number}", number)
        for number, paragraph in enumerate(elements(source, "p", name))
        for tag in scan("".join(_own(paragraph)))[0]
    ]


def _own(paragraph: etree._Element) -> list[str]:
    texts = paragraph.iter(f"{W}t")
    return [t.text or "" for t in texts if next(t.iterancestors(f"{W}p")) is paragraph]


def complaints(tags: Sequence[Vindplaats]) -> list[Bevinding]:
    """A finding for each tag."""
    return [Bevinding("W3", f"{tag.tag} is fout", "verander dit", tag) for tag in tags]


def words(source: bytes) -> dict[str, str]:
    """Each comment with the words that it is at: the texts between its marks, by its id."""
    spans: dict[str, str] = {}
    opened: list[str] = []
    for element in etree.fromstring(part(source).encode()).iter():
        number = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            opened.append(number)
            spans[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            opened.remove(number)
        elif element.tag == f"{W}t":
            spans |= {number: spans[number] + (element.text or "") for number in opened}
    return spans


def comments(source: bytes) -> list[tuple[str, str, str]]:
    """The comments as python-docx reads them, without the spaces of no width."""
    every = docx.Document(BytesIO(source)).comments
    return [(one.author, one.initials or "", one.text.replace("\u200b", "")) for one in every]


SDT = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
LINK = '<w:hyperlink w:anchor="q">{}</w:hyperlink>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText>'
    '<w:fldChar w:fldCharType="separate"/><w:t>x{{ a }}</w:t><w:fldChar w:fldCharType="end"/></w:r>'
)
TWO = "<w:r><w:t>x</w:t><w:tab/><w:t>{{ a</w:t><w:br/><w:t> }}y</w:t></w:r>"
BODIES = {
    "plain": p("voor {{ a }} na"),
    "alone": p("{{ a }}"),
    "beside each other": p("{{ a }}{{ b }}{{ a }}"),
    "torn over runs": p(run("vo{", "<w:b/>"), run("{ "), run("a ", "<w:i/>"), run("}} na")),
    "two texts in one run": p(TWO),
    "empty texts": p("<w:r><w:t/><w:t>x{{ a }}</w:t><w:t/></w:r><w:r><w:t/></w:r>"),
    "hyperlink": p(run("x"), LINK.format(run("y{{ a }}z"))),
    "half in a hyperlink": p(LINK.format(run("{{ a")), run(" }}x")),
    "content control": p(SDT.format(run("x{{ a }}"))),
    "block content control": SDT.format(p("x{{ a }}")),
    "simple field": p(f'<w:fldSimple w:instr="DATE">{run("x{{ a }}y")}</w:fldSimple>'),
    "field in one run": p(FIELD),
    "insertion": p(f'<w:ins w:id="7" w:author="x">{run("x{{ a }}y")}</w:ins>'),
    "table": tbl(tr("x {{ a }}", "{{ b }}{% if c %}")) + p("{{ d }}"),
    "ruby": p(f"<w:r><w:ruby><w:rt>{run('x{{ a }}y')}</w:rt><w:rubyBase/></w:ruby></w:r>"),
    "comment in the XML": p("<w:r><w:t>{{ a }}<!-- x --></w:t></w:r>"),
    "letters of many bytes": p("é😀{{ a }}😀{{ b }}"),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_each_comment_stands_at_exactly_the_words_of_its_tag(body: str) -> None:
    source = Word(body).bytes()
    tags = found(source)

    annotated = annotate(source, complaints(tags))

    assert sorted(words(annotated).values()) == sorted(tag.tag.tekst for tag in tags) != []


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_the_text_and_its_look_stay_the_same(body: str) -> None:
    source = Word(body).bytes()

    annotated = annotate(source, [*complaints(found(source)), LOOSE])

    assert word_text(annotated) == word_text(source)
    before, after = looks(source), looks(annotated)
    assert [(c, rpr) for text, rpr in after for c in text] == [
        (c, rpr) for text, rpr in before for c in text
    ]


def test_a_comment_says_what_is_wrong_and_what_to_do() -> None:
    source = template("x {{ a }} y")

    annotated = annotate(source, complaints(found(source)))

    assert comments(annotated) == [("reportgen", "rg", "“{{ a }}” is fout\nverander dit")]


def test_two_findings_at_one_tag_are_two_comments_in_order() -> None:
    source = template("x {{ a }} {{ b }} y")
    tags = found(source)

    annotated = annotate(source, complaints([tags[1], tags[0], tags[1]]))

    assert list(words(annotated).values()) == ["{{ a }}", "{{ b }}", "{{ b }}"]
    assert [text[:9] for _, _, text in comments(annotated)] == [
        "“{{ b }}”",
        "“{{ a }}”",
        "“{{ b }}”",
    ]
    signs = elements(annotated, "commentReference")
    assert [sign.get(f"{W}id") for sign in signs] == ["1", "0", "2"]


def test_what_is_outside_the_body_stands_at_the_first_paragraph_with_its_place() -> None:
    source = template("eerste", "tweede {{ a }}", header="kop {{ b }}")
    header = complaints(found(source, "word/header1.xml"))

    annotated = annotate(source, [LOOSE, *header])

    assert [text for _, _, text in comments(annotated)] == [
        "voettekst: iets\ndoe iets",
        "plek 0: “{{ b }}” is fout\nverander dit",
    ]
    assert list(words(annotated).values()) == ["eerste", "eerste"]


@pytest.mark.parametrize(
    "tag",
    [
        Vindplaats(Tag("{{ a }}", 0, 7), DOCUMENT, "plek", 99),
        Vindplaats(Tag("{{ a }}", 0, 7), DOCUMENT, "plek", 1),  # other words stand there
        Vindplaats(Tag("", 2, 2), DOCUMENT, "plek", 1),
        Vindplaats(Tag("{{ a }}", 0, 7), "docProps/core.xml", "plek"),
    ],
)
def test_a_tag_whose_words_are_not_there_is_told_at_the_first_paragraph(tag: Vindplaats) -> None:
    source = template("eerste", "tweede {{ a }}")

    annotated = annotate(source, complaints([tag]))

    assert list(words(annotated).values()) == ["eerste"]
    assert comments(annotated)[0][2].startswith("plek: ")


@pytest.mark.parametrize(
    ("holder", "place"),
    [
        ('<m:r xmlns:m="urn:math"><w:t>{{</w:t></m:r>', "eerste"),  # in no run
        ('<w:r><m:x xmlns:m="urn:mc"><w:t>{{</w:t></m:x></w:r>', "{{ a }}"),
    ],
)
def test_what_cannot_be_cut_is_commented_whole_or_at_the_start(holder: str, place: str) -> None:
    source = Word(p("eerste") + f"<w:p>{run('x')}{holder}{run(' a }}y')}</w:p>").bytes()

    annotated = annotate(source, complaints(found(source)))

    assert list(words(annotated).values()) == [place]


@pytest.mark.parametrize("body", ["", "<w:sdt><w:sdtContent/></w:sdt>"])
def test_a_body_without_paragraphs_gets_one_for_its_comments(body: str) -> None:
    source = Word(body).bytes()

    annotated = annotate(source, [LOOSE])

    assert len(comments(annotated)) == 1
    assert docx.Document(BytesIO(annotated)).paragraphs[0].text == ""


@pytest.mark.parametrize("name", [COMMENTS, "elders/c.xml"])
def test_a_template_keeps_its_own_comments(name: str) -> None:
    source = annotate(template("x {{ a }} y"), [LOOSE])
    with ZipFile(BytesIO(source)) as package:
        parts = {old.replace(COMMENTS, name): package.read(old) for old in package.namelist()}
    moved = pack({old: xml.replace(COMMENTS.encode(), name.encode()) for old, xml in parts.items()})

    annotated = annotate(moved, complaints(found(moved)))

    assert [text[:7] for _, _, text in comments(annotated)] == ["voettek", "“{{ a }"]
    assert words(annotated) == {"0": "x {{ a }} y", "1": "{{ a }}"}
    assert len(elements(annotated, "comment", name)) == 2


def test_a_relationship_that_leads_nowhere_or_a_stray_part_is_left_alone() -> None:
    lost = relations(("rId1", "image", "media/weg.png"), ("rId2", "comments", "../../weg.xml"))
    parts = {"word/_rels/document.xml.rels": lost, COMMENTS: "<stray/>"}
    source = Word(p("{{ a }}"), parts=parts).bytes()

    annotated = annotate(source, complaints(found(source)))

    assert part(annotated, COMMENTS) == "<stray/>"
    assert len(elements(annotated, "comment", "word/comments1.xml")) == 1


def test_the_styles_of_a_comment_are_found_by_name() -> None:
    extra = style("paragraph", "annotation text", "Tekstopmerking")
    extra += style("character", "annotation reference", "Verwijzing")
    source = Word(p("{{ a }}"), styles="".join(STYLES) + extra).bytes()

    annotated = annotate(source, complaints(found(source)))

    assert 'pStyle w:val="Tekstopmerking"' in part(annotated, COMMENTS)
    assert 'rStyle w:val="Verwijzing"' in part(annotated)
    assert "Style" not in part(annotate(template("x"), [LOOSE]), COMMENTS)


def test_a_tag_in_a_comment_is_no_tag_of_the_template() -> None:
    source = template("{{ a }}")
    hint = "sluit met {%p endfor %}, {# #} of {{{ x }}}, en zonder \x07\ud800"

    annotated = annotate(source, [Bevinding("W3", "“{{ a }}”", hint, found(source)[0])])

    assert not has_tags(part(annotated, COMMENTS))
    assert comments(annotated)[0][2].endswith("{{{ x }}}, en zonder ��")


def test_equal_input_gives_equal_bytes_and_no_date() -> None:
    source = SHIPPED.read_bytes()
    every = [*complaints(found(source)), LOOSE]

    annotated, untouched = annotate(source, every), annotate(source, [])

    assert annotate(source, every) == annotated
    assert "w:date" not in part(annotated, COMMENTS)
    assert part(untouched) == part(source)


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(TemplateError):
        annotate(b"PK", [LOOSE])


@needs_libreoffice
def test_libreoffice_shows_the_comments(tmp_path: Path) -> None:
    source = Word("".join(BODIES.values())).bytes()
    path = tmp_path / "a.docx"
    path.write_bytes(annotate(source, [*complaints(found(source)), LOOSE]))

    pdfs = to_pdf([path], tmp_path / "pdf")

    assert pdfs[0].read_bytes().startswith(b"%PDF")


@needs_sdk
def test_the_sdk_has_no_objections_to_the_annotated_template(tmp_path: Path) -> None:
    source = SHIPPED.read_bytes()
    paths = [tmp_path / "voor.docx", tmp_path / "na.docx"]
    paths[0].write_bytes(source)
    paths[1].write_bytes(annotate(source, [*complaints(found(source)), LOOSE]))

    objections = sdk_objections(*paths)

    assert objections[paths[1]] == objections[paths[0]]
