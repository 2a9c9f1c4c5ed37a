"""Laws of tracked changes: accepted they are the new document, rejected the text of the old one."""

import re
from collections import Counter
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judges import convert, needs_libreoffice, needs_sdk, sdk_objections
from redlinebouw import (
    AUTHOR,
    BLOCKS,
    PARAGRAPH,
    edited,
    keeps,
    redlined,
    texts,
    tracked,
    word,
)
from woordbouw import chapters, editions

from reportgen import book
from reportgen.word.redline import accept, changes, reject

YEAR = ("begroting", "monitor-1", "monitor-2", "jaarverslag")
PAIRS = [*permutations(YEAR, 2)]
SECTIONS = ("2.3.1", "4.2.3", "5.1.1", "5.1.2")


def chapter(kind: str, number: str) -> bytes:
    """A chapter of the year 2017 of IJsselmark."""
    return chapters()[f"ijsselmark-2017/{kind} {number}"]


@cache
def whole(kind: str) -> bytes:
    """A whole book of that year."""
    return book(editions()[f"ijsselmark-2017/{kind}"])


@pytest.mark.parametrize("number", SECTIONS)
@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_law_holds_for_every_pair_of_chapters(old: str, new: str, number: str) -> None:
    keeps(chapter(old, number), chapter(new, number))


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_law_holds_for_every_pair_of_books(old: str, new: str) -> None:
    keeps(whole(old), whole(new))


@pytest.mark.parametrize("kind", YEAR)
def test_a_book_does_not_differ_from_itself(kind: str) -> None:
    assert redlined(whole(kind), whole(kind)) == whole(kind)


@given(edited())
def test_the_law_holds_for_random_edits(pair: tuple[list[str], list[str]]) -> None:
    keeps(word(*pair[0]), word(*pair[1]))


@settings(max_examples=25)
@given(BLOCKS, BLOCKS, PARAGRAPH, PARAGRAPH)
def test_the_law_holds_for_documents_that_have_nothing_in_common(
    old: list[str], new: list[str], last: str, last_too: str
) -> None:
    keeps(word(*old, last), word(*new, last_too))


@settings(max_examples=25)
@given(BLOCKS)
def test_no_document_differs_from_itself(blocks: list[str]) -> None:
    one = word(*blocks, "slot")

    assert redlined(one, one) == one


@given(st.lists(st.sampled_from("abcd"), max_size=12), st.lists(st.sampled_from("abcd")))
def test_nothing_is_marked_that_both_texts_have_at_their_ends(a: list[str], b: list[str]) -> None:
    old, new = word(" ".join(["begin", *a, "einde"])), word(" ".join(["begin", *b, "einde"]))

    marked = "".join(change.tekst for change in changes(redlined(old, new)))

    assert "begin" not in marked
    assert "einde" not in marked


@needs_sdk
@pytest.mark.parametrize("settled", [None, accept, reject])
def test_the_sdk_has_nothing_against_a_redline(settled: object, tmp_path: Path) -> None:
    pairs = [("monitor-1", "monitor-2"), ("begroting", "jaarverslag"), ("jaarverslag", "begroting")]
    files = []
    for old, new in pairs:
        made = [
            redlined(whole(old), whole(new)),
            redlined(chapter(old, "4.2.3"), chapter(new, "4.2.3")),
        ]
        for number, one in enumerate(made):
            path = tmp_path / f"{old}-{new}-{number}.docx"
            path.write_bytes(settled(one) if callable(settled) else one)
            files.append(path)

    objections = sdk_objections(*files)

    assert not any(objections.values()), objections


@needs_libreoffice
def test_libreoffice_lists_exactly_the_changes(tmp_path: Path) -> None:
    pairs = [("monitor-1", "monitor-2"), ("jaarverslag", "begroting")]
    made = {
        f"{n}-{old}": redlined(chapter(old, n), chapter(new, n))
        for old, new in pairs
        for n in SECTIONS
    }
    made["boek"] = redlined(whole("monitor-1"), whole("monitor-2"))
    for name, one in made.items():
        (tmp_path / f"{name}.docx").write_bytes(one)

    files = convert([tmp_path / f"{name}.docx" for name in made], tmp_path / "lo", "fodt")

    for file, one in zip(files, made.values(), strict=True):
        assert {who[1:] for who in tracked(file)} == {(AUTHOR, "2026-05-01T12:30:00")}
        for kind, ours in (("insertion", "ingevoegd"), ("deletion", "verwijderd")):
            words = "".join(c.tekst for c in changes(one) if c.soort == ours)
            assert Counter(texts(file, kind)) == Counter(re.sub(r"\s+|\[beeld\]", "", words)), kind
