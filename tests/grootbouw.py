"""A book as large as one likes: an example, over and over under other numbers, in a valid tree.

Each copy has the sections, texts, references, decisions and money of the example under numbers of
its own. Three copies share the kerntaken of one dozen (2, 4, 5; 12, 14, 15; 22 …), so a beleidsdoel
has several sections.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from boeklezer import Book
from bouwstenen import als_data
from woordbouw import editions

from reportgen import Boekwerk
from reportgen.documents import book

MONITOR = "ijsselmark-2017/monitor-2"
EXAMPLES = [name for name in editions() if name.startswith("ijsselmark")]
SMALL = [*EXAMPLES, "20"]
BOOKS = [*SMALL, "300"]
"""Names of books: editions, and numbers of sections."""
every_book = pytest.mark.parametrize("name", BOOKS)
PER_DOZEN = 3
_SECTION = re.compile(r"(?<![\d.-])([245])\.(\d)\.(\d)(?![\d.-])")
_DECISION = re.compile(r"(?<=2017-)\d\d(?!\d|-\d)")


@cache
def large(sections: int, name: str = MONITOR) -> Boekwerk:
    """The example `name` over and over, until there are so many sections: a multiple of four."""
    example = als_data(editions()[name])
    size = len(example["prestaties"])
    copies = [_copied(example, n) for n in range(sections // size)]
    assert len(copies) * size == sections
    groups = copies[::PER_DOZEN]
    return Boekwerk.model_validate(
        {
            **example,
            "titel": f"{example['titel']} in {sections} prestaties",
            "kerntaken": [kerntaak for copy in groups for kerntaak in copy["kerntaken"]],
            "prestaties": sorted(
                (section for copy in copies for section in copy["prestaties"]),
                key=lambda section: [int(part) for part in section["nummer"].split(".")],
            ),
        },
        context={"soort": example["soort"]},
    )


def edition(name: str) -> Boekwerk:
    """What a book is made of."""
    return large(int(name)) if name.isdigit() else editions()[name]


@cache
def made(name: str) -> Book:
    """A book, read once for all tests."""
    return Book(book(edition(name)))


def _copied(example: dict[str, Any], copy: int) -> dict[str, Any]:
    """The tree and the sections of one copy, every reference to another section along."""
    dozen, turn = divmod(copy, PER_DOZEN)

    def section(found: re.Match[str]) -> str:
        kerntaak, goal, number = map(int, found.groups())
        return f"{dozen * 10 + kerntaak}.{goal}.{turn * 4 + number}"

    def decision(found: re.Match[str]) -> str:
        return f"{int(found[0]) + 20 * copy}"

    def renamed(text: str) -> str:
        return _DECISION.sub(decision, _SECTION.sub(section, text))

    sections = [_with_words(_texts(part, renamed), copy) for part in example["prestaties"]]
    return {"kerntaken": _tree(example["kerntaken"], dozen * 10), "prestaties": sections}


def _tree(parts: list[dict[str, Any]], more: int) -> list[dict[str, Any]]:
    """The goals of policy of a dozen; `more` comes to the number of each kerntaak."""
    found = []
    for part in parts:
        kerntaak, *rest = part["nummer"].split(".")
        own = {**part, "nummer": ".".join([str(int(kerntaak) + more), *rest])}
        if "beleidsdoelen" in part:
            own["beleidsdoelen"] = _tree(part["beleidsdoelen"], more)
        found.append(own)
    return found


def _with_words(section: dict[str, Any], copy: int) -> dict[str, Any]:
    """A section that says which copy it is of, in its title and in a list of its own."""
    more = f"Reeks {copy}:\n\n1. eerst {section['nummer']}\n2. dan {section['nummer']}"
    context = f"{section['context'].rstrip()}\n\n{more}"
    return {**section, "titel": f"{section['titel']} (reeks {copy})", "context": context}


def _texts(data: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401  plain data
    """The same data, each text in it changed."""
    match data:
        case dict():
            return {key: _texts(part, change) for key, part in data.items()}
        case list():
            return [_texts(part, change) for part in data]
        case str():
            return change(data)
        case _:
            return data
