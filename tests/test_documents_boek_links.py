"""What leads from one place of a book to another: contents, lists of tables, references, numbers.

The books are read by `boeklezer`, which knows nothing of how they are made.
"""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from boeklezer import Book, style, text, val
from grootbouw import MONITOR, SMALL, edition, every_book, made
from woordbouw import W

from reportgen import Boekwerk, check
from reportgen.documents import book, per_kerntaak
from reportgen.tags import Alinea
from reportgen.word import outline

REFERENCE = re.compile(r"\[prestatie ([\d.]+)\]")


def _entries(read: Book, list_style: str) -> list[tuple[str, str]]:
    """Text and bookmark of each line of a list of contents: one link a line, and no more text."""
    found = []
    for line in read.of_style(list_style):
        (link,) = line.iter(f"{W}hyperlink")
        assert text(line) == text(link)
        found.append((text(link).rstrip("\t"), val(link, "anchor")))
    return found


@every_book
def test_each_line_of_the_contents_leads_to_the_heading_with_its_text(name: str) -> None:
    read = made(name)

    for level in (1, 2, 3):
        entries = _entries(read, f"toc {level}")
        assert [words for words, _ in entries] == [h for at, h in read.headings if at == level]
        assert [read.bookmarks.get(anchor) for _, anchor in entries] == [w for w, _ in entries]


@every_book
def test_the_contents_stand_in_the_order_of_the_headings(name: str) -> None:
    read = made(name)
    levels = {val(s.find(f"{W}name")).lower(): key for key, s in read.styles.items()}
    toc = {levels[f"toc {n}"]: n for n in (1, 2, 3)}

    lines = [(toc[style(p)], text(p).rstrip("\t")) for p in read.paragraphs if style(p) in toc]

    assert lines == [(level, words) for level, words in read.headings if level <= 3]


@every_book
def test_captions_count_from_one_and_the_list_of_tables_says_the_same(name: str) -> None:
    read = made(name)

    captions = [text(p) for p in read.of_style("caption")]
    entries = _entries(read, "table of figures")
    numbers = [int(re.findall(r"^Tabel (\d+)\. .", words)[0]) for words in captions]
    assert numbers == [*range(1, len(captions) + 1)]
    assert [words for words, _ in entries] == captions
    assert [read.bookmarks.get(anchor) for _, anchor in entries] == captions


@every_book
def test_a_caption_stands_right_above_its_table(name: str) -> None:
    following = [p.getnext() for p in made(name).of_style("caption")]

    assert {e.tag for e in following if e is not None} == {f"{W}tbl"}
    assert None not in following


@every_book
def test_every_link_and_every_page_number_has_its_bookmark(name: str) -> None:
    read = made(name)

    asked = {anchor for _, anchor in read.links}
    for code in read.document.iter(f"{W}instrText"):
        asked |= set(re.findall(r"(?:PAGEREF|REF) (\S+)", code.text or ""))
    names = {val(e, "name") for e in read.document.iter(f"{W}bookmarkStart")}
    assert asked
    assert asked <= names


@every_book
def test_a_reference_to_a_section_of_the_book_is_a_link_to_its_heading(name: str) -> None:
    read = made(name)
    titles = {section.nummer: section.titel for section in edition(name).prestaties}

    links = [(found[1], anchor) for words, anchor in read.links if (found := _reference(words))]

    assert links
    assert [read.bookmarks[anchor] for _, anchor in links] == [
        f"{number} {titles[number]}" for number, _ in links
    ]
    printed = REFERENCE.findall(text(read.document))
    assert Counter(printed) == Counter(number for number, _ in links)


def _reference(words: str) -> re.Match[str] | None:
    return REFERENCE.fullmatch(words)


@every_book
def test_each_entry_of_a_register_leads_to_its_section(name: str) -> None:
    read = made(name)
    titles = {s.nummer: f"{s.nummer} {s.titel}" for s in edition(name).prestaties}
    lists = {*read.of_style("toc 3"), *read.of_style("table of figures")}

    links = [
        (text(link), val(link, "anchor"))
        for link in read.document.iter(f"{W}hyperlink")
        if val(link, "anchor") and link.getparent() not in lists
    ]

    named = [(words, anchor) for words, anchor in links if words.split(" ")[0] in titles]
    assert named
    for words, anchor in named:
        assert words in (titles[words.split(" ")[0]], words.split(" ")[0])
        assert read.bookmarks[anchor] == titles[words.split(" ")[0]]


@every_book
def test_w9_the_actions_of_every_section_are_a_list_of_its_own(name: str) -> None:
    read = made(name)
    lists = [set(part) for part in read.lists if part]

    used = [number for part in lists for number in part]

    assert len(lists) == len(edition(name).prestaties)
    assert len(set(used)) == len(used)
    assert {number: _start(read, number) for number in used} == dict.fromkeys(used, "1")


def _start(read: Book, number: str) -> str:
    """Where a list begins to count; "" when it goes on with the count of another list."""
    nums = {val(n, "numId"): n for n in read.xml["word/numbering.xml"].iter(f"{W}num")}
    again = val(nums[number].find(f"{W}lvlOverride/{W}startOverride"))
    looks = {key: val(n.find(f"{W}abstractNumId")) for key, n in nums.items()}
    if again or [*looks.values()].count(looks[number]) > 1:
        return again
    path = f"{W}abstractNum[@{W}abstractNumId='{looks[number]}']/{W}lvl/{W}start"
    return val(read.xml["word/numbering.xml"].find(path))


@every_book
def test_w9_the_marks_of_actions_are_those_of_the_data(name: str) -> None:
    found: dict[str, list[str]] = {}
    heading = section = ""
    for block in outline(made(name).word).inhoud:
        if isinstance(block, Alinea):
            section = block.tekst if block.kop and block.kop <= 3 else section
            heading = block.tekst if block.kop else heading
            if block.nummer and heading == "Acties":
                found.setdefault(section, []).append(block.nummer)

    assert found == {
        f"{s.nummer} {s.titel}": [f"{n}." for n in range(1, len(s.acties or ()) + 1)]
        for s in edition(name).prestaties
    }


def _parts(name: str) -> Iterator[tuple[Boekwerk, Book]]:
    return ((cut, Book(book(cut))) for _, cut in per_kerntaak(edition(name)))


@pytest.mark.parametrize("name", SMALL)
def test_each_section_is_in_the_book_of_one_kerntaak(name: str) -> None:
    document = edition(name)

    cuts = [*_parts(name)]

    whole = [f"{s.nummer} {s.titel}" for s in document.prestaties]
    assert [words for _, read in cuts for at, words in read.headings if at == 3] == whole
    assert [len(cut.kerntaken) for cut, _ in cuts] == [1] * len(document.kerntaken)


@pytest.mark.parametrize("name", SMALL)
def test_what_is_in_the_book_of_another_kerntaak_is_known_there_and_plain_text(name: str) -> None:
    document = edition(name)
    titles = {s.nummer: s.titel for s in document.prestaties}

    for cut, read in _parts(name):
        own = {section.nummer for section in cut.prestaties}
        assert {e.nummer: e.titel for e in cut.elders if e.nummer in titles} == {
            number: title for number, title in titles.items() if number not in own
        }
        assert [p for p in check(cut) if p.rule == "S3"] == []
        links = [found[1] for words, _ in read.links if (found := _reference(words))]
        printed = REFERENCE.findall(text(read.document))
        assert Counter(links) == Counter(number for number in printed if number in own)
        assert {anchor for _, anchor in read.links} <= {*read.bookmarks}


def test_a_reference_beyond_the_book_looks_like_the_text_around_it() -> None:
    (read,) = (read for cut, read in _parts(MONITOR) if cut.kerntaken[0].nummer == "4")

    (beyond,) = (e for e in read.document.iter(f"{W}t") if "[prestatie 5.1.2]" in (e.text or ""))

    runs = [run for p in read.of_style("Body Text") for run in p.findall(f"{W}r")]
    (run,) = (run for run in runs if beyond in run)
    assert run.find(f"{W}rPr") is None
