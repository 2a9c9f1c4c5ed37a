"""A tree of text written as small Markdown: as bare as it can be, and read back the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from bouwstenen import tekstvelden
from hypothesis import assume, given

from reportgen.tekst import Alinea, Blok, Lijst, Stuk, Tekst, letters, parse, schrijf


def _alinea(*stukken: Stuk) -> Tekst:
    return Tekst((Alinea(stukken),))


def _items(*woorden: str, genummerd: bool = False) -> Lijst:
    return Lijst(genummerd, tuple((Alinea((Stuk(woord),)),) for woord in woorden))


WRITTEN = [
    (_alinea(Stuk("Zie [prestatie 5.1.1] en 2 * 3.")), "Zie [prestatie 5.1.1] en 2 * 3."),
    (_alinea(Stuk("a "), Stuk("vet ", vet=True), Stuk("b")), "a **vet** b"),
    (_alinea(Stuk("schuin", cursief=True)), "*schuin*"),
    (_alinea(Stuk("beide", vet=True, cursief=True)), "***beide***"),
    (_alinea(Stuk("site", url="https://a.example")), "[site](https://a.example)"),
    (_alinea(Stuk("**niet vet**")), r"\*\*niet vet\*\*"),
    (_alinea(Stuk("[a](https://a.example)")), r"\[a\](https://a.example)"),
    (_alinea(Stuk("[bedrag lasten actueel]")), r"\[bedrag lasten actueel\]"),
    (_alinea(Stuk("- geen lijst")), r"\- geen lijst"),
    (_alinea(Stuk("1. geen lijst")), r"1\. geen lijst"),
    (_alinea(Stuk("2017. Het jaar")), "2017. Het jaar"),
    (_alinea(Stuk("een\ntwee")), "een  \ntwee"),
    (_alinea(Stuk("  wit eromheen ")), "wit eromheen"),
    (Tekst((_items("a", "b"),)), "- a\n- b"),
    (Tekst((_items("a", "b", genummerd=True), Alinea((Stuk("c"),)))), "1. a\n2. b\n\nc"),
    (
        Tekst((Lijst(True, ((Alinea((Stuk("a"),)), _items("b")),)),)),  # noqa: FBT003  a field
        "1. a\n   - b",
    ),
    (Tekst((_items("a"), _items("b"))), "- a\n\n* b"),
    (Tekst(()), ""),
]


@pytest.mark.parametrize(("tree", "source"), WRITTEN)
def test_a_tree_is_written_as_bare_as_it_can_be(tree: Tekst, source: str) -> None:
    assert schrijf(tree) == source


def test_half_a_word_in_bold_keeps_its_words() -> None:
    assert schrijf(_alinea(Stuk("half", vet=True), Stuk("vet"))) == "halfvet"


def _lines(blokken: Sequence[Blok], depth: int = 0) -> Iterator[tuple[object, ...]]:
    for blok in blokken:
        if isinstance(blok, Alinea):
            yield depth, *(letter for letter in letters(blok.stukken) if letter[1])
        else:
            for number, item in enumerate(blok.items, start=1):
                yield depth + 1, number if blok.genummerd else 0
                yield from _lines(item, depth + 1)


@given(tekstvelden())
def test_what_was_read_is_written_and_read_back_the_same(source: str) -> None:
    tree = parse(source)
    assume(not any(stuk.veld for alinea in tree.alineas() for stuk in alinea.stukken))

    again = parse(schrijf(tree))

    assert [*_lines(again.blokken)] == [*_lines(tree.blokken)]
