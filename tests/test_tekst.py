"""The small Markdown: what it knows, what prints as typed, and that no word of a text is lost."""

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.tekst import Alinea, Blok, Lijst, Stuk, Tekst, parse, plat, regels, serie

Tree = str | tuple[str, list["list[Tree]"]]
"""A block to look at: the words of a paragraph, or the kind of a list with its items."""

LETTERS = st.characters(exclude_categories=["C", "Z"], exclude_characters="*[]\\")
LINES = (
    st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=1, max_size=5)
    .map(" ".join)
    .filter(lambda line: not line.startswith(("- ", "1. ")))
)
MARKS = ["**", "*", "[", "](https://w.nl)", "](x)", "- ", "  - ", "* ", "1. ", "17. ", "1) ", "+ "]
OTHERS = ["\n", "\n\n", "  \n", "a", "b", "7", " ", "\\", "`", "_", "# ", "> ", "![", "&a;", "<b>"]
PIECES = st.sampled_from([*MARKS, *OTHERS])


def _paragraph(*stukken: Stuk) -> Tekst:
    return Tekst((Alinea(stukken),))


def _tree(blokken: Sequence[Blok]) -> list[Tree]:
    return [
        str(blok)
        if isinstance(blok, Alinea)
        else ("1." if blok.genummerd else "-", [_tree(item) for item in blok.items])
        for blok in blokken
    ]


def _in_order(part: str, whole: str) -> bool:
    """Whether every character of the one occurs in the other, in order."""
    rest: Iterator[str] = iter(whole)
    return all(character in rest for character in part)


@pytest.mark.parametrize(
    "source",
    [
        "&copy; &amp; &#65;",  # no entities
        "2017. Het jaar",  # a list starts at 1 only
        "---",
        "***",
        "* * *",
        "[x]: y",
        "# kop",
        "> citaat",
        "`code`",
        "![alt](https://x.nl)",  # no picture, and no link behind the !
        "<b>vet</b> <https://x.nl>",
        "https://x.nl",  # an address becomes a link only when it is asked for
        "_x_ __x__ a_b_c ~~x~~",
        "+ plus",
        "1) x",
        "-5 graden",
        "1.a",
        "1.",
        "-",
        "2 * 3 * 4",
        "vet** en *schuin",
        "**a",
        "C:\\map \\_x_ \\\\ \\# a \\- b",  # a backslash before anything that is no markup
        "| a | b |",
        "{{ prestatie.titel }} {% x %} R&D",
    ],
)
def test_what_is_no_markup_prints_exactly_as_typed(source: str) -> None:
    found = parse(source)

    assert found == _paragraph(Stuk(source))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"a\*b", "a*b"),
        (r"\*\*a\*\*", "**a**"),
        (r"\[a\](https://x.nl)", "[a](https://x.nl)"),
        (r"1\. a", "1. a"),
        (r"\- a", "- a"),
        ("a\n\\- b", "a - b"),  # a list may start on any line of a paragraph
        ("a\n1\\. b", "a 1. b"),
        (r"\\*a*", r"\*a*"),  # the second backslash is the escape, the first one prints
    ],
)
def test_a_backslash_prints_the_mark_behind_it(source: str, text: str) -> None:
    found = parse(source)

    assert found == _paragraph(Stuk(text))


@pytest.mark.parametrize(
    ("source", "stukken"),
    [
        ("**a** b", [Stuk("a", vet=True), Stuk(" b")]),
        ("*a*", [Stuk("a", cursief=True)]),
        ("***a***", [Stuk("a", vet=True, cursief=True)]),
        ("**a *b***", [Stuk("a ", vet=True), Stuk("b", vet=True, cursief=True)]),
        ("*a **b***", [Stuk("a ", cursief=True), Stuk("b", vet=True, cursief=True)]),
        ("**a **b** c**", [Stuk("a b c", vet=True)]),  # bold in bold is bold
        ("on*der*deel", [Stuk("on*der*deel")]),  # inside a word a star is a star
        ("10*20 en 30*40", [Stuk("10*20 en 30*40")]),
        ("a\nb", [Stuk("a b")]),  # a soft break: the source was wrapped
        ("a  \nb", [Stuk("a\nb")]),  # a hard break: two spaces
        ("a \nb", [Stuk("a b")]),
        ("a\\\nb", [Stuk("a\\ b")]),  # a backslash makes no break
        ("**a  \nb**", [Stuk("a\nb", vet=True)]),
        ("kop\n---", [Stuk("kop ---")]),  # no heading by underlining
        ("kop\n===", [Stuk("kop ===")]),
        ("```\nx\n```", [Stuk("``` x ```")]),
    ],
)
def test_looks_and_line_breaks(source: str, stukken: list[Stuk]) -> None:
    found = parse(source)

    assert found == _paragraph(*stukken)


@pytest.mark.parametrize(
    ("source", "stukken"),
    [
        ("[a](https://x.nl)", [Stuk("a", url="https://x.nl")]),
        ("[a](http://x.nl/b_(c)?d=e#f)", [Stuk("a", url="http://x.nl/b_(c)?d=e#f")]),
        ("[a](mailto:a@x.nl).", [Stuk("a", url="mailto:a@x.nl"), Stuk(".")]),
        (
            "**[a *b*](https://x.nl)**",
            [
                Stuk("a ", vet=True, url="https://x.nl"),
                Stuk("b", vet=True, cursief=True, url="https://x.nl"),
            ],
        ),
        ("[a [b](https://x.nl)", [Stuk("[a "), Stuk("b", url="https://x.nl")]),
        ("[prestatie 5.1.1](https://x.nl)", [Stuk("prestatie 5.1.1", url="https://x.nl")]),
        *(
            (source, [Stuk(source)])  # as typed
            for source in [
                "[a](javascript:alert(1))",
                "[a](file:///etc/passwd)",
                "[a](data:text/html,x)",
                "[a](../geheim.docx)",
                "[a](//x.nl)",
                '[a](https://x.nl "titel")',
                "[a](<https://x.nl>)",
                "[](https://x.nl)",
                "[ ](https://x.nl)",
                "[a](https://x.nl",
                "[a] (https://x.nl)",
                "[a]()",
            ]
        ),
    ],
)
def test_a_link_leads_to_the_web_or_to_a_mailbox(source: str, stukken: list[Stuk]) -> None:
    found = parse(source)

    assert found == _paragraph(*stukken)


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("- a\n- b", [("-", [["a"], ["b"]])]),
        ("* a", [("-", [["a"]])]),
        ("1. a\n2. b\n7. c", ["1. a", "2. b", "7. c"]),  # Word would count otherwise: as typed
        ("1. a\n1. b", [("1.", [["a"], ["b"]])]),
        ("1. a\n\n2. b", [("1.", [["a"], ["b"]])]),
        ("a\n- b", ["a", ("-", [["b"]])]),
        ("a\n1. b", ["a", ("1.", [["b"]])]),
        ("a\n2. b", ["a 2. b"]),
        ("2. a\n3. b", ["2. a 3. b"]),
        ("- a\n2. b", [("-", [["a"]]), "2. b"]),
        ("- a\nb", [("-", [["a b"]])]),
        ("- a\n\n  b\n\nc", [("-", [["a", "b"]]), "c"]),
        ("1. a\n   - b\n     - c", [("1.", [["a", ("-", [["b", ("-", [["c"]])]])]])]),
        ("- - - - a", [("-", [[("-", [[("-", [["- a"]])]])]])]),  # three deep, then text
        ("- a\n  - b\n    - c\n      - d", [("-", [["a", ("-", [["b", ("-", [["c", "- d"]])]])]])]),
        ("- a\n  - b\n    - c\n- d", [("-", [["a", ("-", [["b", ("-", [["c"]])]])], ["d"]])]),
        ("- 2017. Het jaar", [("-", [["2017. Het jaar"]])]),  # in an item as everywhere
        ("- 1) x\n- + y", [("-", [["1) x"], ["+ y"]])]),
        ("1. 2. x", [("1.", [["2. x"]])]),
        ("- a\n+ b", [("-", [["a + b"]])]),
        ("- a\n- \n- b", [("-", [["a -"], ["b"]])]),  # an item of nothing is none
    ],
)
def test_lists_are_bullets_or_count_from_one(source: str, tree: list[Tree]) -> None:
    found = parse(source)

    assert _tree(found.blokken) == tree


@pytest.mark.parametrize(
    ("source", "references"),
    [
        ("Naast [prestatie 5.1.1] geven", [("[prestatie 5.1.1]", "5.1.1")]),
        ("Zie prestatie 8.1.5.", [("prestatie 8.1.5", "8.1.5")]),
        ("prestatie 1a, prestatie P1-2", [("prestatie 1a", "1a"), ("prestatie P1-2", "P1-2")]),
        ("**prestatie\n5.1.1**", [("prestatie 5.1.1", "5.1.1")]),  # wrapped in the source
        ("prestatie van de maand", []),
        ("deelprestatie 5.1.1, prestaties 5.1.1", []),
        ("[prestatie 5.1.1](https://x.nl)", []),  # leads elsewhere already
    ],
)
def test_a_reference_keeps_its_words(source: str, references: list[tuple[str, str]]) -> None:
    found = [stuk for alinea in parse(source).alineas() for stuk in alinea.stukken]

    assert [(s.tekst, s.verwijzing) for s in found if s.verwijzing] == references


def test_another_body_refers_with_its_own_word() -> None:
    found = parse("Zie [resultaat 1.2] of prestatie 5.1.1.", "resultaat")

    words = Stuk("[resultaat 1.2]", verwijzing="1.2")
    assert found == _paragraph(Stuk("Zie "), words, Stuk(" of prestatie 5.1.1."))


def test_a_reference_leads_to_its_place_where_there_is_one() -> None:
    source = "[prestatie 5.1.1], **prestatie 5.1.2** en\n\n- [prestatie 8.1.5]"

    found = parse(source, "prestatie", {"5.1.1": "#p_5_1_1", "5.1.2": "#p_5_1_2"})

    pieces = [stuk for alinea in found.alineas() for stuk in alinea.stukken]
    assert [(s.tekst, s.url, s.vet) for s in pieces if s.verwijzing] == [
        ("[prestatie 5.1.1]", "#p_5_1_1", False),
        ("prestatie 5.1.2", "#p_5_1_2", True),
        ("[prestatie 8.1.5]", "", False),
    ]


def test_the_plain_text_has_no_markup_but_all_blocks() -> None:
    source = "**a** [b](https://x.nl)\n\n1. c\n   - d\n2. *e*\n\nf"

    found = parse(source)

    assert str(found) == plat(source) == "a b\n\nc\nd\ne\n\nf"
    assert [str(alinea) for alinea in found.alineas()] == ["a b", "c", "d", "e", "f"]


def test_a_series_prints_names_literally_with_their_links() -> None:
    names = [("*a*", ""), ("b", "https://b.nl"), ("c", "")]

    on_one_line, one_per_line, nothing = serie(names), regels(names), serie([])

    assert str(on_one_line) == "*a*, b en c"
    assert on_one_line.blokken == (
        Alinea((Stuk("*a*"), Stuk(", "), Stuk("b", url="https://b.nl"), Stuk(" en "), Stuk("c"))),
    )
    assert str(one_per_line) == "*a*\n\nb\n\nc"
    assert (bool(on_one_line), bool(nothing)) == (True, False)


@given(st.text(st.characters(exclude_characters="*[]\\\n"), min_size=1))
def test_a_line_without_markup_is_itself(source: str) -> None:
    found = parse(f"x{source}")  # no mark of a list in front

    assert str(found) == f"x{source}"


@given(st.lists(st.lists(LINES, min_size=1, max_size=4), min_size=1, max_size=4))
def test_paragraphs_without_markup_are_themselves(paragraphs: list[list[str]]) -> None:
    source = "\n\n".join("\n".join(lines) for lines in paragraphs)

    found = parse(source)

    assert str(found) == "\n\n".join(" ".join(lines) for lines in paragraphs)


@given(st.lists(PIECES, max_size=12).map("".join).map(str.strip).filter(bool))
def test_a_text_reads_the_same_alone_and_behind_another(source: str) -> None:
    behind = parse(f"**x**\n\n{source}")  # its first paragraph is markup, so all of it is parsed

    assert behind.blokken[1:] == parse(source).blokken


@given(st.lists(PIECES | st.text("ab7. *_[]()-\n", max_size=6), max_size=30).map("".join))
@example("- 1) a")
def test_no_letter_or_digit_is_lost(source: str) -> None:
    without_numbers = re.sub(r"\d+\.", "", source)  # Word counts the items of a list itself
    visible = "".join(filter(str.isalnum, without_numbers))

    stukken = [stuk for alinea in parse(source).alineas() for stuk in alinea.stukken]

    assert _in_order(visible, "".join(stuk.tekst + stuk.url for stuk in stukken))


@pytest.mark.parametrize(
    "source",
    [
        *("[", "*", "**a*", "- ", "1. ", "- a\n", "a  \n", "\\*", "![a", "[a](", "[a](https://b"),
        *("*a ", "a* ", "_*a", "prestatie 1 a", "[prestatie a", "[a](https://b) ", "<a ", "&a;"),
    ],
)
def test_a_hundred_thousand_marks_are_read(source: str) -> None:
    many = source * (100_000 // len(source))

    found = parse(many)

    assert str(found).count("a") == many.count("a")


@pytest.mark.parametrize(
    "source",
    [
        "*" * 20_000 + "a" + "*" * 20_000,
        "*a **a " * 10_000 + "a" + "** *" * 10_000,
        "*a**a" * 10_000 + "***" * 10_000,
        "- " * 20_000 + "a",
        "\n".join(" " * depth + "- a" for depth in range(2_000)),
    ],
)
def test_nesting_twenty_thousand_deep_is_no_depth(source: str) -> None:
    found = parse(source)

    assert str(found).count("a") == source.count("a")
    assert isinstance(found.blokken[0], Alinea | Lijst)
