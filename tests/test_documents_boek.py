"""Whole books: as packages, as headings, lists and links; of the examples, of 20 and 300 sections.

The books are read by `boeklezer`, which knows nothing of how they are made.
"""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from boeklezer import BY_KIND, text, val
from grootbouw import BOOKS, SMALL, edition, every_book, made
from judges import needs_sdk, sdk_objections
from woordbouw import W

from reportgen.documents import inspect

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def _twice(names: list[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


@needs_sdk
def test_the_sdk_has_nothing_against_any_book(tmp_path: Path) -> None:
    paths = {name: tmp_path / f"{name.replace('/', '-')}.docx" for name in BOOKS}
    for name, path in paths.items():
        path.write_bytes(made(name).word)

    objections = sdk_objections(*paths.values())

    assert {path.name: found for path, found in objections.items() if found} == {}


@every_book
def test_no_part_is_there_twice_and_each_has_a_content_type(name: str) -> None:
    read = made(name)

    assert _twice([member.lower() for member in read.members]) == []
    rest = [m for m in read.members if m != "[Content_Types].xml"]
    assert [member for member in rest if not read.content_type(member)] == []


@every_book
def test_every_relationship_is_used_and_every_used_one_is_there(name: str) -> None:
    read = made(name)

    reached = set()
    for part in ["", *(n for n in read.xml if not n.endswith(".rels"))]:
        rows = read.relations(part)
        reached |= {row.target for row in rows if not row.outside}
        by_id = {row.id for row in rows if part and row.kind not in BY_KIND}
        assert _twice([row.id for row in rows]) == []
        assert by_id == (read.asked(part) if part else set()), part
    parts = {m for m in read.members if not m.endswith(".rels")} - {"[Content_Types].xml"}
    assert reached == parts


@every_book
def test_ids_are_one_of_each_and_bookmarks_begin_and_end(name: str) -> None:
    document = made(name).document

    starts = [*document.iter(f"{W}bookmarkStart")]
    ends = [val(e, "id") for e in document.iter(f"{W}bookmarkEnd")]
    assert _twice([val(e, "name").lower() for e in starts]) == []
    assert [val(e, "id") for e in starts] == list(dict.fromkeys(val(e, "id") for e in starts))
    assert sorted(ends) == sorted(val(e, "id") for e in starts)
    assert max(len(val(e, "name")) for e in starts) <= 40  # Word cuts off what is longer
    assert _twice([e.get("id", "") for e in document.iter(DRAWING)]) == []
    assert _twice([val(e) for e in document.iterfind(f".//{W}sdtPr/{W}id")]) == []


@every_book
def test_every_kerntaak_has_a_header_of_its_own(name: str) -> None:
    read, document = made(name), edition(name)
    parts = {row.id: row.target for row in read.relations("word/document.xml")}

    used = [
        parts[id_]
        for e in read.document.iter(f"{W}headerReference")
        for id_ in e.values()
        if id_ in parts
    ]
    heads = [text(read.xml[part]) for part in dict.fromkeys(used)]
    kerntaken = [f"{kern.nummer} {kern.titel}" for kern in document.kerntaken]
    endings = [head.rpartition("\t")[2] for head in heads]
    assert [ending for ending in endings if ending in kerntaken] == kerntaken


@every_book
def test_every_section_is_in_it_once_and_in_order(name: str) -> None:
    headings = [words for level, words in made(name).headings if level == 3]

    sections = edition(name).prestaties

    assert headings == [f"{section.nummer} {section.titel}" for section in sections]


@every_book
def test_the_tree_stands_above_the_sections(name: str) -> None:
    document = edition(name)
    wanted = []
    for kern in document.kerntaken:
        wanted.append((1, f"{kern.nummer} {kern.titel}"))
        for doel in kern.beleidsdoelen:
            wanted.append((2, f"{doel.nummer} {doel.titel}"))
            under = [s for s in document.prestaties if s.nummer.startswith(f"{doel.nummer}.")]
            wanted += [(3, f"{section.nummer} {section.titel}") for section in under]

    headings = [(level, words) for level, words in made(name).headings if level <= 3]

    numbered = [(level, words) for level, words in headings if words[0].isdigit()]
    assert numbered == wanted


@every_book
def test_a3_no_heading_skips_a_level(name: str) -> None:
    levels = [level for level, _ in made(name).headings]

    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@pytest.mark.parametrize("name", SMALL)
def test_a_book_keeps_the_rules_of_accessibility(name: str) -> None:
    assert inspect(made(name).word) == []
