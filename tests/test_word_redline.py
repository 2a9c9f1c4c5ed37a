"""Tracked changes against an older document: what a reader sees, and what is kept."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from redlinebouw import (
    AUTHOR,
    MOMENT,
    OTHER,
    SITE,
    control,
    keeps,
    link,
    redlined,
    shown,
    told,
    word,
)
from woordbouw import STYLES, W, elements, p, part, run, style, targets, tbl, tr

from reportgen import ReportgenError, TemplateError
from reportgen.word import outline
from reportgen.word.redline import accept, changes, redline, reject

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> SEQ Tabel </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SHORT = '<w:fldSimple w:instr=" SEQ Tabel ">{}</w:fldSimple>'
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
HAND = '<w:{} w:id="7" w:author="Piet" w:date="2026-01-01T00:00:00Z">{}</w:{}>'


@pytest.mark.parametrize(
    ("old", "new", "read"),
    [
        ("Wij starten in 2017.", "Wij starten in 2018.", "Wij starten in [-2017-]{+2018+}."),
        ("Lasten 1.350", "Lasten 1.475", "Lasten [-1.350-]{+1.475+}"),
        ("€ 2,65 miljoen", "€ 2,7 miljoen", "[-€ 2,65-]{+€ 2,7+} miljoen"),
        ("-1.150", "-1.275", "[--1.150-]{+-1.275+}"),
        ("300\xa0V", "2.650\xa0V", "[-300\xa0V-]{+2.650\xa0V+}"),
        ("24,1%", "24,2%", "[-24,1%-]{+24,2%+}"),
        ("op 9 maart 2016 vast", "op 9 mei 2016 vast", "op 9 [-maart-]{+mei+} 2016 vast"),
        ("Wij gaan door", "Wij gaan snel door", "Wij gaan {+snel +}door"),
        ("Wij gaan snel door", "Wij gaan door", "Wij gaan [-snel -]door"),
        ("Gereed", "Op schema", "[-Gereed-]{+Op schema+}"),
        ("Jan de Vries", "Piet de Boer", "[-Jan de Vries-]{+Piet de Boer+}"),
        ("", "Nieuw", "{+Nieuw+}"),
        ("R&D <b>", "R&D <i>", "R&D <[-b-]{+i+}>"),
    ],
)
def test_whole_words_and_whole_figures_change(old: str, new: str, read: str) -> None:
    made = redlined(word(p(old)), word(p(new)))

    assert shown(made) == read
    keeps(word(p(old)), word(p(new)))


def test_equal_documents_give_the_new_one_byte_for_byte() -> None:
    old, new = word("een", tbl(tr("a", "b"))), word("een", tbl(tr("a", "b")))

    assert redlined(old, new) == new
    assert changes(redlined(old, new)) == ()


def test_the_same_input_gives_the_same_bytes_and_another_author_others() -> None:
    old, new = word("een", "twee"), word("een", "drie")

    assert redlined(old, new) == redlined(old, new)
    assert redlined(old, new) != redline(old, new, auteur="Piet", datum=MOMENT)


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (MOMENT, "2026-05-01T12:30:00Z"),
        (datetime(2026, 5, 1, 12, 30, 0, 999, UTC), "2026-05-01T12:30:00Z"),
        (datetime(2026, 5, 1, 12, 30, tzinfo=timezone(timedelta(hours=2))), "2026-05-01T10:30:00Z"),
    ],
)
def test_every_change_tells_who_and_when(moment: datetime, written: str) -> None:
    made = redline(word("een"), word("twee"), auteur="A & B", datum=moment)

    assert {(c.auteur, c.datum) for c in changes(made)} == {("A & B", written)}
    marks = [*elements(made, "ins"), *elements(made, "del")]
    assert [mark.get(f"{W}id") for mark in marks] == ["2", "1"]


def test_an_author_is_written_without_what_no_document_can_hold() -> None:
    made = redline(word("een"), word("twee"), auteur="Jan\x0b \ud83dde Vries", datum=MOMENT)

    assert {c.auteur for c in changes(made)} == {"Jan de Vries"}


@pytest.mark.parametrize(
    ("old", "new", "read"),
    [
        (["a", "c"], ["a", "nieuw", "c"], "a\n{+nieuw+}{¶}\nc"),
        (["a", "weg", "c"], ["a", "c"], "a\n[-weg-][¶]\nc"),
        (["nieuw a"], ["b", "nieuw a"], "{+b+}{¶}\nnieuw a"),
        (["a", "Geen afwijking.", "z"], ["a", "z"], "a\n[-Geen afwijking.-][¶]\nz"),
        (["a"], ["a", "b"], "a{¶}\n{+b+}"),
        (["a", "b"], ["a"], "a[¶]\n[-b-]"),
        (["a", "", "b"], ["a", "b"], "a\n[¶]\nb"),
    ],
)
def test_paragraphs_come_and_go_with_their_end(old: list[str], new: list[str], read: str) -> None:
    made = redlined(word(*old), word(*new))

    assert shown(made) == read
    keeps(word(*old), word(*new))


def test_a_sentence_in_every_section_changes_in_its_own() -> None:
    old = ["5.1 Een", "Geen afwijking.", "5.2 Twee", "Geen afwijking.", "5.3 Drie", "Klaar."]
    new = ["5.1 Een", "Vertraagd.", "5.2 Twee", "Geen afwijking.", "5.3 Drie", "Klaar."]

    assert shown(redlined(word(*old), word(*new))).split("\n")[:3] == [
        *("5.1 Een", "[-Geen afwijking-]{+Vertraagd+}.", "5.2 Twee"),
    ]


def test_the_words_of_a_new_run_keep_the_look_of_the_new_document() -> None:
    old = word(p("Wij geven ", run("ruimte", "<w:i/>")))
    new = word(p("Wij geven ", run("veel ruimte", "<w:b/>")))

    made = redlined(old, new)

    assert shown(made) == "Wij geven {+veel +}ruimte"
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">veel </w:t>' in part(made)
    assert "<w:i/>" not in part(made)
    keeps(old, new)


def test_rows_come_and_go_and_cells_change_one_by_one() -> None:
    old = word(tbl(tr("Lasten", "10"), tr("Baten", "5"), tr("Saldo", "-5")), "slot")
    new = word(tbl(tr("Lasten", "12"), tr("Reserve", "1"), tr("Saldo", "-5")), "slot")

    made = redlined(old, new)

    kinds = [(c.soort, c.tekst, c.plek) for c in changes(made)]
    assert kinds == [
        ("verwijderd", "10", "hoofdtekst, tabel 1, rij 1, cel 2"),
        ("ingevoegd", "12", "hoofdtekst, tabel 1, rij 1, cel 2"),
        ("verwijderd", "Baten\t5", "hoofdtekst, tabel 1, rij 2, cel 1"),
        ("ingevoegd", "Reserve\t1", "hoofdtekst, tabel 1, rij 3, cel 1"),
    ]
    keeps(old, new)


def test_a_line_with_the_same_label_is_the_same_line() -> None:
    def lines(*values: str) -> bytes:
        pairs = zip(("Acties:", "Mijlpalen:"), values, strict=True)
        return word(*(p(label, "<w:r><w:tab/></w:r>", value) for label, value in pairs), "slot")

    made = redlined(lines("2 op schema en 1 vertraagd", "6 gereed"), lines("3 gereed", "geen"))

    assert shown(made).split("\n")[:2] == [
        "Acties:[-2 op schema en 1 vertraagd-]{+3 gereed+}",
        "Mijlpalen:[-6 gereed-]{+geen+}",
    ]


def test_a_long_table_of_which_every_row_changed_keeps_its_rows() -> None:
    def table(step: int) -> bytes:
        return word(tbl(*(tr(f"Prestatie {n}", str(n * step)) for n in range(1, 150))), "slot")

    made = redlined(table(7), table(11))

    assert len(changes(made)) == 2 * 149
    assert {c.plek.rpartition(", ")[2] for c in changes(made)} == {"cel 2"}


def test_a_table_with_other_columns_is_replaced_as_a_whole() -> None:
    old = word("kop", tbl(tr("Lasten", "10"), tr("Baten", "5")), "slot")
    new = word("kop", tbl(tr("Lasten", "10", "12"), tr("Baten", "5", "6")), "slot")

    made = redlined(old, new)

    assert [len(rows) for rows in told(made)[1:3]] == [2, 2]  # type: ignore[arg-type]
    assert [c.soort for c in changes(made)] == ["verwijderd"] * 2 + ["ingevoegd"] * 2
    keeps(old, new)


def test_a_table_comes_and_goes() -> None:
    without, with_ = word("a", "z"), word("a", tbl(tr("x", "y")), "z")

    assert [c.tekst for c in changes(redlined(without, with_))] == ["x\ty"]
    keeps(without, with_)
    keeps(with_, without)


@pytest.mark.parametrize("shape", [FIELD, SHORT])
def test_a_field_that_changed_is_replaced_as_a_whole(shape: str) -> None:
    old = word(p("Tabel ", shape.format(run("3")), ". Lasten"))
    new = word(p("Tabel ", shape.format(run("4")), ". Lasten"))

    made = redlined(old, new)

    assert shown(made) == "Tabel [-3-]{+4+}. Lasten"
    for kind in ("ins", "del"):
        (mark,) = elements(made, kind)
        types = [e.get(f"{W}fldCharType") for e in mark.iter(f"{W}fldChar")]
        assert types == ["begin", "separate", "end"]
    assert "<w:delInstrText" in part(made)
    keeps(old, new)


def test_a_table_of_contents_keeps_its_halves_wherever_its_lines_come_and_go() -> None:
    begin, end = FIELD.split("{}")
    lines = [p(begin, run("een")), p("twee"), p("drie", end)]
    old, new = word(*lines, p("slot")), word(p(begin, run("nul")), *lines[1:], p("slot"))

    for made in (
        redlined(old, new),
        redlined(word(*lines, "slot"), word(lines[0], lines[2], "slot")),
    ):
        for settled in (made, accept(made), reject(made)):
            types = [e.get(f"{W}fldCharType") for e in elements(settled, "fldChar")]
            assert types == ["begin", "separate", "end"]
    keeps(old, new)


def test_a_link_that_went_keeps_its_address() -> None:
    old = word(p("Zie ", link("de website"), " voor meer."))
    new = word(p("Zie ", link("het portaal", OTHER[0]), " voor meer."))

    made = redlined(old, new)

    assert shown(made) == "Zie [-de website-]{+het portaal+} voor meer."
    assert [(le.tekst, le.url) for le in outline(reject(made)).links] == [("de website", SITE[1])]
    assert (("rIdOud1", SITE[1])) in targets(made)
    keeps(old, new)


def test_a_link_with_another_address_under_the_same_words_is_a_change() -> None:
    old, new = word(p(link("site"))), word(p(link("site", OTHER[0])))

    assert shown(redlined(old, new)) == "[-site-]{+site+}"


def test_words_of_a_link_change_inside_it() -> None:
    made = redlined(word(p(link("oude site"))), word(p(link("nieuwe site"))))

    assert len(elements(made, "hyperlink")) == 1
    assert shown(made) == "[-oude-]{+nieuwe+} site"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (p("Wie: ", control(run("Jan"))), p("Wie: ", control(run("Piet")))),
        (p("Wie: ", control(run("Jan Jansen"))), p("Wie: ", control(run("Jan")))),
        (p("Wie: ", run("Jan")), p("Wie: ", control(run("Piet")))),
    ],
)
def test_a_changed_value_stays_in_its_content_control(old: str, new: str) -> None:
    made = redlined(word(old), word(new))

    (inside,) = elements(made, "sdtContent")
    assert [e.tag for e in inside.iter(f"{W}del")] == [f"{W}del"]
    assert len(elements(accept(made), "sdt")) == len(elements(reject(made), "sdt")) == 1
    keeps(word(old), word(new))


def test_blocks_that_went_stand_outside_content_controls_around_those_that_stayed() -> None:
    old = word("weg", control(p("blijft")), "slot")
    new = word(control(p("blijft")), "slot")

    made = redlined(old, new)

    (inside,) = elements(made, "sdtContent")
    assert len(inside) == 1
    assert shown(made) == "[-weg-][¶]\nblijft\nslot"
    keeps(old, new)


def test_bookmarks_stay_where_the_new_document_has_them() -> None:
    mark = '<w:bookmarkStart w:id="5" w:name="p_5_1"/>{}<w:bookmarkEnd w:id="5"/>'
    old = word(p(mark.format(run("5.1 Oude kop"))), p(mark.format("").replace("5_1", "x")))
    new = word(p(mark.format(run("5.1 Nieuwe kop"))), p(mark.format("").replace("5_1", "x")))

    made = redlined(old, new)

    assert [e.get(f"{W}name") for e in elements(made, "bookmarkStart")] == ["p_5_1", "p_x"]
    assert min(int(e.get(f"{W}id", "0")) for e in elements(made, "ins")) > 5
    keeps(old, new)


def test_a_list_counts_on_over_items_that_went() -> None:
    old = word(*(p(t, ppr=ITEM.format(1)) for t in ("een", "twee", "drie")), "slot")
    new = word(*(p(t, ppr=ITEM.format(1)) for t in ("een", "drie")), "slot")

    made = redlined(old, new)

    assert [item[2] for item in told(reject(made))[:3]] == ["1.", "2.", "3."]  # type: ignore[index]
    assert part(made, "word/numbering.xml") == part(new, "word/numbering.xml")
    keeps(old, new)


def test_a_list_that_the_new_document_does_not_have_comes_along() -> None:
    old = word(p("een", ppr=ITEM.format(2)), "slot")
    new = word("een", "slot")

    made = redlined(old, new)

    assert "pPrChange" in part(made)
    assert [(c.soort, c.tekst) for c in changes(made)] == [("opmaak", "een")]
    keeps(old, new)


def test_w12_styles_meet_by_name_and_one_that_is_not_there_comes_along() -> None:
    own = style("paragraph", "Body Text", "BodyText") + style("paragraph", "Eigen", "Eigen1")
    styles = "".join(s for s in STYLES if "Body Text" not in s) + own
    sheet = {"word/styles.xml": part(word(), "word/styles.xml").replace("".join(STYLES), styles)}
    old = word(p("blijft", style="BodyText"), p("gaat", style="Eigen1"), "slot", **sheet)
    new = word(p("blijft", style="Plattetekst"), "slot")

    made = redlined(old, new)

    assert "pPrChange" not in part(made)
    assert told(reject(made))[1] == ("gaat", "Eigen", "")
    keeps(old, new)


def test_the_end_of_a_section_that_went_does_not_stay() -> None:
    old = word(p("deel een", ppr="<w:sectPr/>"), p("weg", ppr="<w:sectPr/>"), "slot")
    new = word(p("deel een", ppr="<w:sectPr/>"), "slot")

    made = redlined(old, new)

    assert len(elements(made, "sectPr")) == len(elements(new, "sectPr")) == 2
    keeps(old, new)


def test_changes_that_are_there_already_count_as_accepted() -> None:
    typed = HAND.format("ins", run("nieuw"), "ins")
    gone = HAND.format("del", "<w:r><w:delText>oud</w:delText></w:r>", "del")
    mixed = word(p("Dit is ", gone, typed))

    assert redlined(word("Dit is nieuw"), mixed) == accept(mixed)
    made = redlined(mixed, word("Dit is anders"))
    assert shown(made) == "Dit is [-nieuw-]{+anders+}"
    assert {c.auteur for c in changes(made)} == {AUTHOR}


def test_comments_of_the_old_document_stay_behind() -> None:
    comment = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/>{}'
    sign = '<w:r><w:commentReference w:id="0"/></w:r>'
    old = word(p(comment.format(run("oude woorden"), sign)), "slot")

    made = redlined(old, word("slot"))

    assert "comment" not in part(made)
    assert shown(made) == "[-oude woorden-][¶]\nslot"


def test_what_cannot_come_along_is_told_in_dutch_and_which_document_has_it() -> None:
    vml = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    picture = f'<w:pict {vml}><v:shape><v:imagedata r:id="rId77"/></v:shape></w:pict>'
    old = word(p(f"<w:r>{picture}</w:r>"), "slot")

    with pytest.raises(ReportgenError, match="het oude document bevat") as failure:
        redlined(old, word("slot"))

    assert "document in het document" not in str(failure.value)


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(TemplateError, match=r"het nieuwe document.*geen Word-bestand"):
        redlined(word("een"), b"PK nee")
    with pytest.raises(TemplateError, match=r"het oude document.*geen Word-bestand"):
        redlined(b"PK nee", word("een"))
    with pytest.raises(TemplateError, match="geen Word-bestand"):
        accept(b"")
