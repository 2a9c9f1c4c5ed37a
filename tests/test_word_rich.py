"""Text with a look of its own becomes runs and paragraphs in the look of its place."""

import pickle
from decimal import Decimal

import docxtpl
import pytest
from inhoudbouw import BODY, BOLD, ITEM, names, paragraphs, tree, writer
from markupsafe import Markup
from woordbouw import W

from reportgen import RenderError
from reportgen.tekst import Tekst, parse
from reportgen.word.looks import Look
from reportgen.word.values.rich import Listing, Looks, RichText, RichTextParagraph

EVERY_LOOK: Looks = {
    "style": "Strong",
    "color": "#ff0000",
    "highlight": "FFFF00",
    "size": 20,
    "superscript": True,
    "bold": True,
    "italic": True,
    "underline": "double",
    "strike": True,
    "font": "eastAsia:Meiryo",
    "rtl": True,
    "lang": "nl-NL",
}
SCHEMA_ORDER = [
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "strike", "color", "sz", "szCs", "u", "shd"),
    *("vertAlign", "rtl", "lang"),
]


def test_w11_the_properties_of_a_run_stand_in_the_order_of_the_schema() -> None:
    xml = writer().stukken(RichText("a", **EVERY_LOOK), 0)

    assert names(xml, "rPr") == [SCHEMA_ORDER]


def test_w30_a_highlight_has_the_kind_that_the_schema_asks_for() -> None:
    xml = writer().stukken(RichText("a", highlight="#FFFF00"), 0)

    assert '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>' in xml


@pytest.mark.parametrize("name", ["Strong", "strong", "Zwaar"])
def test_w12_a_style_is_found_by_its_name_or_its_id(name: str) -> None:
    xml = writer().stukken(RichText("a", style=name), 0)

    assert '<w:rStyle w:val="Zwaar"/>' in xml


@pytest.mark.parametrize(
    ("look", "rule"),
    [
        ({"style": "Bestaat niet"}, "W12"),
        ({"color": "red"}, "W30"),
        ({"highlight": "#FF"}, "W30"),
        ({"size": -1}, "W11"),
        ({"size": 10**9}, "W11"),
        ({"font": "a:b:c"}, "W11"),
        ({"lang": '"/>'}, "W11"),
        ({"url": "javascript:alert(1)"}, "W33"),
        ({"url": "file:///etc/passwd"}, "W33"),
    ],
)
def test_a_look_that_word_does_not_have_is_refused_with_the_cure(look: Looks, rule: str) -> None:
    with pytest.raises(RenderError) as caught:
        writer().stukken(RichText("a", **look), 0)

    assert [(problem.rule, bool(problem.hint)) for problem in caught.value.problems] == [
        (rule, True)
    ]


def test_a_word_of_docxtpl_that_needs_a_template_names_ours() -> None:
    with pytest.raises(TypeError, match="url="):
        RichText("a", url_id="rId1")  # type: ignore[call-arg]


def test_formatted_text_has_its_own_look_alone() -> None:
    place = Look(rpr='<w:rPr><w:b/><w:color w:val="00FF00"/></w:rPr>')

    xml = writer(place).stukken(RichText("a", color="FF0000", italic=True), 0)

    assert names(xml, "rPr") == [["i", "color"]]
    assert 'w:val="FF0000"' in xml


def test_w10_two_links_to_one_address_are_one_relationship_of_their_part() -> None:
    inhoud = writer(part="word/header1.xml")
    rich = RichText("een", url="https://a.example/?b=1&c=2")
    rich.add("twee", url="https://a.example/?b=1&c=2", style="Strong")

    xml = inhoud.stukken(rich, 0)

    targets = [(r.id, r.target, r.external) for r in inhoud.relaties]
    assert targets == [("rIdLink1", "https://a.example/?b=1&c=2", True)]
    assert xml.count('<w:hyperlink r:id="rIdLink1" w:history="1">') == 2
    assert names(xml, "rPr") == [["rStyle"]]


@pytest.mark.parametrize("value", ["a\ab\fc", Listing("a\ab\fc"), RichText("a\ab\fc", bold=True)])
def test_a_value_can_begin_paragraphs_and_pages_that_look_the_same(value: object) -> None:
    inhoud = writer(Look(BODY, BOLD, "<w:smartTag>", "</w:smartTag>"))

    blokken = inhoud.blokken(value, 0)
    stukken = f"<w:p>{BODY}<w:smartTag>{inhoud.stukken(value, 0)}</w:smartTag></w:p>"

    for xml in (blokken, stukken):
        assert paragraphs(xml) == ["a", "b", "", "c"]
        assert [len(ppr) for ppr in names(xml, "pPr")] == [1, 1, 1]
        assert '<w:br w:type="page"/>' in xml


def test_text_inside_a_run_can_begin_a_paragraph_too() -> None:
    inhoud = writer(Look(BODY, BOLD))

    inside = inhoud.tekst(Listing("1\a2 & 3"), 0)

    xml = f"<w:p>{BODY}<w:r>{BOLD}<w:t>{inside}</w:t></w:r></w:p>"
    assert paragraphs(xml) == ["1", "2 & 3"]
    assert names(xml, "rPr") == [["b"], ["b"]]


def test_a_new_paragraph_where_a_section_ends_is_refused() -> None:
    inhoud = writer(Look("<w:pPr><w:sectPr/></w:pPr>"))

    with pytest.raises(RenderError, match="sectie"):
        inhoud.tekst("a\ab", 0)


def test_paragraphs_in_place_of_a_section_break_leave_the_break_to_the_last() -> None:
    inhoud = writer(Look('<w:pPr><w:jc w:val="left"/><w:sectPr/></w:pPr>'))

    xml = inhoud.blokken("a\ab", 0)

    assert names(xml, "pPr") == [["jc"], ["jc", "sectPr"]]


def test_a_paragraph_of_its_own_style_stands_between_those_of_its_place() -> None:
    rich = RichTextParagraph("een")
    rich.add(RichText("kop", bold=True), parastyle="heading 1")

    xml = writer(Look(BODY)).blokken(rich, 0)

    styles = [e.get(f"{W}val") for e in tree(xml).iter(f"{W}pStyle")]
    assert styles == ["Plattetekst", "Kop1"]
    assert paragraphs(xml) == ["een", "kop"]


@pytest.mark.parametrize("value", [RichText("a", bold=True), RichTextParagraph("a"), Listing("a")])
def test_a_rich_value_in_an_ordinary_tag_prints_as_plain_text(value: object) -> None:
    assert writer().tekst(value, 0) == "a"


@pytest.mark.parametrize("value", [None, "", RichText(), RichTextParagraph(), Tekst(())])
def test_nothing_prints_nothing(value: object) -> None:
    inhoud = writer()

    assert [inhoud.tekst(value, 0), inhoud.stukken(value, 0), inhoud.blokken(value, 0)] == [""] * 3


@pytest.mark.parametrize("value", [Decimal("1.50"), 3, True])
def test_a_number_prints_as_it_reads(value: object) -> None:
    assert writer().tekst(value, 0) == str(value)


@pytest.mark.parametrize("value", [{"a": 1}, ["a"], b"a"])
def test_a_record_or_a_list_is_no_text(value: object) -> None:
    with pytest.raises(TypeError, match="groep velden"):
        writer().tekst(value, 0)


@pytest.mark.parametrize("value", ["a\x0bb", "a\x00b", "a\ud83db", "a\uffffb"])
def test_w2_the_message_names_the_character_that_word_cannot_hold(value: str) -> None:
    with pytest.raises(RenderError, match=f"positie 2.*U\\+{ord(value[1]):04X}"):
        writer().tekst(value, 0)


@pytest.mark.parametrize(("value", "text"), [("a &amp; &lt;b&gt;&#39;", "a & <b>'"), ("a", "a")])
def test_what_a_filter_escaped_prints_as_it_reads(value: str, text: str) -> None:
    xml = writer().blokken(Markup(value), 0)  # noqa: S704  as a filter makes it

    assert paragraphs(xml) == [text]


@pytest.mark.parametrize("value", ["<b>a</b>", "R&D", "&nbsp;", "a &#38 b"])
def test_w1_markup_of_another_kind_is_refused(value: str) -> None:
    with pytest.raises(RenderError, match="kant-en-klare opmaak"):
        writer().tekst(Markup(value), 0)  # noqa: S704  what the test is about


@pytest.mark.parametrize("value", ["een", parse("een\n\ntwee"), RichText("een")])
def test_w9_the_first_paragraph_can_be_an_item_of_another_list(value: object) -> None:
    xml = writer(Look(ITEM)).blokken(value, 0, "7")

    assert names(xml, "pPr")[0] == ["pStyle", "numPr", "jc"]
    assert xml.count('<w:ilvl w:val="0"/><w:numId w:val="7"/>') == 1


def test_a_look_that_is_off_in_its_place_is_switched_on() -> None:
    inhoud = writer(Look(rpr='<w:rPr><w:rStyle w:val="Zwaar"/><w:b w:val="0"/></w:rPr>'))

    xml = inhoud.stukken(parse("**a**"), 0)

    assert '<w:rPr><w:rStyle w:val="Zwaar"/><w:b/></w:rPr>' in xml


def test_rich_values_travel_to_another_process() -> None:
    rich = RichText("a", bold=True)

    copy = pickle.loads(pickle.dumps([rich, RichTextParagraph(rich), Listing("b")]))  # noqa: S301

    assert copy[0].runs == rich.runs
    assert [str(value) for value in copy] == ["a", "a", "b"]


def test_the_rich_text_of_docxtpl_prints_as_ours_does() -> None:
    foreign = docxtpl.RichText("a & <b>\n\t\a\fc", **EVERY_LOOK)
    ours = RichText("a & <b>\n\t\a\fc", **EVERY_LOOK)

    assert writer().blokken(foreign, 0) == writer().blokken(ours, 0)


def test_paragraphs_and_listings_of_docxtpl_print() -> None:
    inhoud = writer()
    rich = docxtpl.RichTextParagraph(docxtpl.RichText("een", bold=True), parastyle="Kop1")

    assert paragraphs(inhoud.blokken(rich, 0)) == ["een"]
    assert names(inhoud.blokken(rich, 0), "pPr") == [["pStyle"]]
    assert inhoud.tekst(docxtpl.Listing("a & 'b' &amp;"), 0) == "a &amp; 'b' &amp;amp;"


def test_a_link_of_docxtpl_belongs_to_its_own_document_and_is_refused() -> None:
    with pytest.raises(RenderError, match="url=…"):
        writer().stukken(docxtpl.RichText("a", url_id="rId9"), 0)


@pytest.mark.parametrize("xml", ["<w:p/>", "<w:r><w:pict/></w:r>", "<w:r>", "\x00"])
def test_more_than_docxtpl_writes_itself_is_refused(xml: str) -> None:
    foreign = docxtpl.RichText("a")
    foreign.xml = xml

    with pytest.raises(RenderError):
        writer().stukken(foreign, 0)
