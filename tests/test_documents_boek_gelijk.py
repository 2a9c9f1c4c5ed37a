"""The same book twice is the same file, wherever it is made; and what is missing stands there."""

import hashlib
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from boeklezer import Book, style, text
from grootbouw import EXAMPLES, MONITOR, SMALL, edition, large, made

from reportgen.documents import book, book_template, inspect

ELSEWHERE = """
import hashlib, pickle, sys
from grootbouw import edition
from reportgen.documents import book
template = pickle.load(sys.stdin.buffer) if "template" in sys.argv else None
print(hashlib.sha256(book(edition(sys.argv[1]), template)).hexdigest())
"""


def _digest(word: bytes) -> str:
    return hashlib.sha256(word).hexdigest()


def _elsewhere(seed: str, *arguments: str, stdin: bytes = b"") -> str:
    """The digest of a book that another process makes, whose sets have another order."""
    tests = Path(__file__).parent
    places = os.pathsep.join([str(tests.parent), str(tests)])
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": places},
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


@pytest.mark.parametrize("name", [*SMALL, "300"])
def test_the_same_book_twice_is_the_same_file(name: str) -> None:
    assert book(edition(name)) == made(name).word


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_another_process_makes_the_same_file(seed: str) -> None:
    assert _elsewhere(seed, "20") == _digest(made("20").word)


def test_a_template_travels_to_another_process_and_makes_the_same_file() -> None:
    template = pickle.dumps(book_template())

    assert _elsewhere("7", MONITOR, "template", stdin=template) == _digest(made(MONITOR).word)


def test_a_book_leaves_nothing_behind_in_the_next() -> None:
    template = book_template()

    words = [book(edition(name), template) for name in (*EXAMPLES, *reversed(EXAMPLES))]

    assert words[: len(EXAMPLES)] == words[len(EXAMPLES) :][::-1]
    assert words[: len(EXAMPLES)] == [made(name).word for name in EXAMPLES]


PROBLEMS = {"4.2.3": ["het blok acties ontbreekt", "R&D <1> {{ titel }}"], "15.1.2": ["geen kleur"]}


@pytest.fixture(scope="module")
def gappy() -> Book:
    """The book of 20 sections, two of them missing."""
    return Book(book(large(20), missing=PROBLEMS))


def _below(read: Book, title: str) -> list[tuple[str, str]]:
    """The style and the text of each paragraph from a heading of level 3 to the next as high."""
    found: list[tuple[str, str]] = []
    for p in read.paragraphs:
        high = read.levels.get(style(p), 9) <= 3
        if high and found:
            break
        if found or (high and text(p) == title):
            found.append((style(p), text(p)))
    return [(look, words) for look, words in found if words]


@pytest.mark.parametrize("number", PROBLEMS)
def test_what_is_missing_is_its_heading_and_its_problems_and_nothing_else(
    gappy: Book, number: str
) -> None:
    (section,) = (s for s in large(20).prestaties if s.nummer == number)

    (heading, *rest) = _below(gappy, f"{number} {section.titel}")

    assert heading == ("Kop3", f"{number} {section.titel}")
    assert rest == [
        ("Concept", "ONTBREEKT"),
        *(("Lijstopsomteken", words) for words in PROBLEMS[number]),
    ]


def test_what_is_missing_still_is_in_the_contents_and_links_to_it_work(gappy: Book) -> None:
    high = [heading for heading in gappy.headings if heading[0] <= 3]
    assert high == [heading for heading in made("20").headings if heading[0] <= 3]
    assert {anchor for _, anchor in gappy.links} <= {*gappy.bookmarks}
    lines = [text(p).rstrip("\t") for p in gappy.of_style("toc 3")]
    assert lines == [words for level, words in gappy.headings if level == 3]
    captions = [text(p) for p in gappy.of_style("caption")]
    assert [int(words.split()[1].rstrip(".")) for words in captions] == [
        *range(1, len(captions) + 1)
    ]
    assert not [words for words in captions if words.endswith(("prestatie 4.2.3", "15.1.2"))]


def test_a_book_with_gaps_keeps_the_rules_of_accessibility(gappy: Book) -> None:
    assert inspect(gappy.word) == []


def test_the_other_sections_of_a_book_with_gaps_are_as_they_were(gappy: Book) -> None:
    for section in large(20).prestaties:
        if section.nummer not in PROBLEMS:
            title = f"{section.nummer} {section.titel}"
            below = [_uncounted(words) for _, words in _below(gappy, title)]
            assert below == [_uncounted(words) for _, words in _below(made("20"), title)]


def _uncounted(words: str) -> str:
    """A caption without its number, which tells how many tables come before it."""
    return words.partition(". ")[2] if words.startswith("Tabel ") else words


def test_progress_is_told_once_for_each_section_in_order() -> None:
    told: list[str] = []

    book(large(20), done=told.append)

    assert told == [section.nummer for section in large(20).prestaties]
