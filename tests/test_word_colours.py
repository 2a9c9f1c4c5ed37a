"""The colours of a document as Word shows them: letters, what is behind them, and how large."""

import pytest
from woordbouw import SPACES, XML, Word, colour, fill_colour, p, pairs, relations, run, style

from reportgen.word import outline

NAVY, SKY, GREY = "1F3A5F", "0070C0", "999999"
WHITE = colour("FFFFFF")
BOLD, BIG = "<w:b/>", '<w:sz w:val="36"/>'
BEHIND = '<wp:anchor xmlns:wp="urn:wp" behindDoc="1"/>'


def character(id_: str) -> str:
    """The character style of a run."""
    return f'<w:rStyle w:val="{id_}"/>'


def letters(look: str, base: str = "") -> str:
    """The inside of a style: what it is based on, and its letters."""
    return f'<w:basedOn w:val="{base}"/><w:rPr>{look}</w:rPr>'


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        ("", "000000"),
        (colour("999999"), GREY),
        (colour("1f3a5f"), NAVY),
        (colour("auto"), "000000"),
        (colour("1F3A5F", ' w:themeColor="text2"'), NAVY),  # Word says what the theme gave
        (character("Grijs"), GREY),
        (character("Lichtgrijs"), GREY),  # by the style under it
        (character("Grijs") + colour(NAVY), NAVY),
        (character("Grijs") + colour("auto"), "000000"),
        (character("Onbekend"), "000000"),
    ],
)
def test_letters_have_the_nearest_colour(look: str, expected: str) -> None:
    grey = style("character", "Grijs", "Grijs", letters(colour(GREY)))
    light = style("character", "Lichtgrijs", "Lichtgrijs", letters("<w:i/>", "Grijs"))

    assert pairs(p(run("tekst", look)), grey, light) == [f"{expected} op FFFFFF"]


@pytest.mark.parametrize(
    ("id_", "look", "expected"),
    [
        ("Koel", "", NAVY),
        ("Koeler", "", NAVY),
        ("Koeler", colour("B00000"), "B00000"),
        ("Koeler", character("Grijs"), GREY),
        ("Weg", "", "333333"),  # a style that is gone is the default one
        ("", "", "333333"),
        ("", character("Grijs"), GREY),
    ],
)
def test_a_paragraph_has_the_colour_of_its_style_and_of_what_is_under_it(
    id_: str, look: str, expected: str
) -> None:
    styles = (
        style("character", "Grijs", "Grijs", letters(colour(GREY))),
        style("paragraph", "Koel", "Koel", letters(colour(NAVY), "Standaard")),
        style("paragraph", "Koeler", "Koeler", letters("<w:i/>", "Koel")),
    )
    grey = f"<w:rPrDefault><w:rPr>{colour('333333')}</w:rPr></w:rPrDefault>"

    found = pairs(
        p(run("tekst", look), style=id_), f"<w:docDefaults>{grey}</w:docDefaults>", *styles
    )

    assert found == [f"{expected} op FFFFFF"]


@pytest.mark.parametrize(
    ("ppr", "rpr", "expected"),
    [
        (fill_colour("EDF1F6"), "", "000000 op EDF1F6"),
        ("", fill_colour("EDF1F6"), "000000 op EDF1F6"),
        (fill_colour(NAVY), fill_colour("EDF1F6"), "000000 op EDF1F6"),
        (
            fill_colour(NAVY),
            fill_colour("auto"),
            "FFFFFF op 1F3A5F",
        ),  # no fill: what is behind shows
        (fill_colour(NAVY), "", "FFFFFF op 1F3A5F"),  # automatic letters: white on dark
        (fill_colour(SKY), "", "000000 op 0070C0"),  # which Word does not find dark enough
        (fill_colour(NAVY), colour(NAVY), "1F3A5F op 1F3A5F"),
        (fill_colour("FFFFFF", "pct50", "000000"), WHITE, "FFFFFF op 7F7F7F"),
        (fill_colour("FFFFFF", "pct20", "auto"), "", "000000 op CCCCCC"),
        (fill_colour("FFFFFF", "solid", NAVY), WHITE, "FFFFFF op 1F3A5F"),
        (fill_colour(NAVY, "nil"), "", "000000 op FFFFFF"),
        ('<w:shd w:val="clear" w:themeFill="accent1" w:fill="EDF1F6"/>', "", "000000 op EDF1F6"),
        ("", '<w:highlight w:val="yellow"/>', "000000 op FFFF00"),
        ("", f'<w:highlight w:val="black"/>{WHITE}', "FFFFFF op 000000"),
        ("", f'<w:highlight w:val="yellow"/>{fill_colour("EDF1F6")}', "000000 op FFFF00"),
        ("", f'<w:highlight w:val="none"/>{fill_colour("EDF1F6")}', "000000 op EDF1F6"),
        (f"<w:rPr>{colour(GREY)}</w:rPr>", "", "000000 op FFFFFF"),  # of the mark at its end
    ],
)
def test_letters_stand_on_the_nearest_fill_colour(ppr: str, rpr: str, expected: str) -> None:
    assert pairs(p(run("tekst", rpr), ppr=ppr)) == [expected]


def test_the_fill_of_a_paragraph_style_counts() -> None:
    dark = style("paragraph", "Balk", "Balk", f"<w:pPr>{fill_colour(NAVY)}</w:pPr>{letters(WHITE)}")

    assert pairs(p("tekst", style="Balk"), dark) == ["FFFFFF op 1F3A5F"]


@pytest.mark.parametrize(
    ("id_", "look", "large"),
    [
        ("", BIG, True),
        ("", '<w:sz w:val="35"/>', False),
        ("", BOLD + '<w:sz w:val="28"/>', True),
        ("", BOLD + '<w:sz w:val="27"/>', False),
        ("", '<w:sz w:val="28"/>', False),
        ("", "", False),
        ("Titel", "", True),
        ("Titel", '<w:b w:val="0"/>', False),
        ("Titel", character("Zwaar"), False),  # bold in bold is bold no more
        ("Titel", character("Zwaar") + BOLD, True),
        ("", character("Zwaar") + '<w:sz w:val="28"/>', True),
        ("", '<w:szCs w:val="36"/>', False),  # of Arabic and Hebrew
    ],
)
def test_letters_are_large_from_eighteen_points_or_fourteen_and_bold(
    id_: str, look: str, *, large: bool
) -> None:
    heading = style("paragraph", "Titel", "Titel", letters(BOLD + '<w:sz w:val="28"/>'))

    found = pairs(p(run("tekst", look), style=id_), heading)

    assert found == ["000000 op FFFFFF groot" if large else "000000 op FFFFFF"]


@pytest.mark.parametrize(
    "body",
    [
        p(),
        p(run(" \u00a0", colour(GREY))),
        p(run("weg", f"<w:vanish/>{colour(GREY)}")),
        p(run("weg", character("Weg"))),
        p(run("thema", '<w:color w:themeColor="accent1"/>')),
        p(run("thema", colour("auto", ' w:themeColor="accent1"'))),
        p(run("naam", colour("red"))),
        p(run("thema"), ppr='<w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/>'),
        p(run("ruit"), ppr=fill_colour(NAVY, "diagCross")),
        p(run("verloop", "<w14:textFill/>")),
        p(run("stift", '<w:highlight w:val="paars"/>')),
        p(run("zwart of wit", '<w:highlight w:val="black"/>')),
        p(run("zwart of wit", f'<w:highlight w:val="yellow"/>{fill_colour(NAVY)}')),
        p(run("zwart of wit"), ppr=fill_colour("444444")),  # between light and dark
        p(f"<w:r><w:pict><w:txbxContent>{p('vak')}</w:txbxContent></w:pict></w:r>"),
        "<w:p><w:moveFrom><w:r><w:t>hier stond</w:t></w:r></w:moveFrom></w:p>",
        "<w:p><w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>",
    ],
)
def test_what_does_not_show_or_cannot_be_told_is_left_out(body: str) -> None:
    hidden = style("character", "Weg", "Weg", letters("<w:vanish/>"))

    assert pairs(body, hidden) == []


def test_hidden_letters_that_a_run_shows_again_count() -> None:
    hidden = style("paragraph", "Weg", "Weg", letters("<w:vanish/>"))

    found = pairs(p(run("toch", '<w:vanish w:val="0"/>'), style="Weg"), hidden)

    assert found == ["000000 op FFFFFF"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(run("titel", WHITE)), ["FFFFFF op FFFFFF"]),
        (p(run("titel", WHITE), f"<w:r>{BEHIND}</w:r>"), []),  # on a picture behind the text
        (p(run("grijs", colour(GREY)), f"<w:r>{BEHIND}</w:r>"), ["999999 op FFFFFF"]),
        (
            p(run("titel", WHITE), f"<w:r>{BEHIND}</w:r>", ppr=fill_colour(NAVY)),
            ["FFFFFF op 1F3A5F"],
        ),
    ],
)
def test_white_on_the_page_may_stand_on_something_behind_it(body: str, expected: list[str]) -> None:
    assert pairs(body) == expected


def test_a_pair_is_given_once_with_the_first_text_that_has_it() -> None:
    body = p(run(" "), run("een"), run("twee", BOLD), run("drie", colour(GREY)))

    found = outline(Word(body).bytes()).kleuren

    assert [(k.tekst, k.voor) for k in found] == [("een", "000000"), ("drie", GREY)]


@pytest.mark.parametrize("around", ["hyperlink", "ins", "smartTag", "fldSimple", "sdt", "bdo"])
def test_letters_that_something_stands_around_are_seen(around: str) -> None:
    inner = run("tekst", colour(GREY))
    inner = f"<w:sdtContent>{inner}</w:sdtContent>" if around == "sdt" else inner

    assert pairs(f"<w:p><w:{around}>{inner}</w:{around}></w:p>") == ["999999 op FFFFFF"]


def test_headers_and_notes_are_seen_too() -> None:
    note = f'<w:footnote w:id="1">{p(run("noot", colour(NAVY)))}</w:footnote>'
    parts = {
        "word/footnotes.xml": f"{XML}<w:footnotes {SPACES}>{note}</w:footnotes>",
        "word/_rels/document.xml.rels": relations(
            ("rId3", "header", "header1.xml"), ("rId4", "footnotes", "footnotes.xml")
        ),
    }

    found = outline(Word(p("tekst"), p(run("kop", colour(GREY))), parts=parts).bytes()).kleuren

    assert [k.tekst for k in found] == ["tekst", "kop", "noot"]
