"""Every table of money of the worked examples, cell for cell, in the finished Word chapter.

`data/ijsselmark-tabellen.md` has the tables as they were worked out by hand, from the base figures
that stand in the examples; nothing in it was made by this library.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from woordbouw import chapters

from reportgen.tags import Alinea, Outline, Tabel
from reportgen.word import outline

PAGE = Path(__file__).parent / "data" / "ijsselmark-tabellen.md"
EDITIONS = {
    "Financiën, begroting 2017 (meerjarig)": "begroting",
    "Financiën, Monitor 2017-I": "monitor-1",
    "Financiën, Monitor 2017-II": "monitor-2",
    "Financiën, Jaarverslag 2017": "jaarverslag",
    "Investeringskrediet, jaarverslag 2017": "jaarverslag",
    "Begrotingswijziging 2017-05 (PS), begrotingsjaar 2017": "monitor-1",
    "Begrotingswijziging 2017-08 (GS, verschuiving binnen kerntaak 5, budgetneutraal)": "monitor-2",
    "Begrotingswijziging 2017-14 (PS), begrotingsjaar 2017": "monitor-2",
    "Begrotingswijziging 2017-14 (PS), doorwerking in de raming 2018": "monitor-2",
}
SIGNS = "Saldo = baten − lasten; resultaat = saldo − toevoeging + onttrekking"
LETTERS = "; V = voordelig, N = nadelig"
ROUNDING = "Door afronding kunnen totalen afwijken van de som van de getoonde bedragen."
ROUNDED = {
    ("2.3.1", "begroting"),  # 1.102 + 288 + 74 is 1.464, printed 1.465
    ("2.3.1", "jaarverslag"),  # 1.234 + 318 + 96 is 1.648, printed 1.649
    ("4.2.3", "jaarverslag"),  # 1.200 - 1.088 is 112, printed 113
}


@dataclass(frozen=True)
class Example:
    """A table of the page: whose it is, what stands above it, its cells and which are bold."""

    nummer: str
    titel: str
    rijen: tuple[tuple[str, ...], ...]

    @property
    def editie(self) -> str:
        """The edition that prints it."""
        return EDITIONS[self.titel]


def _examples() -> list[Example]:
    found = []
    for part in PAGE.read_text("utf-8").split("## ")[1:]:
        head, *lines = part.strip().splitlines()
        nummer, titel = head.split(" ", 1)
        rows = [line for line in lines if line.startswith("|") and not line.startswith("|:--")]
        cells = (re.sub(r"\*\*", "", row).strip("|").split("|") for row in rows)
        found.append(Example(nummer, titel, tuple(tuple(c.strip() for c in r) for r in cells)))
    return found


EXAMPLES = _examples()


def _chapter(example: Example) -> Outline:
    return outline(chapters()[f"ijsselmark-2017/{example.editie} {example.nummer}"])


def _plain(tekst: str) -> str:
    return tekst.replace("\u00a0", " ")


def _printed(example: Example) -> tuple[int, Tabel]:
    """Find the table below its title, or the first of the kind that it is."""
    parts = _chapter(example).inhoud
    if example.titel.startswith("Begrotingswijziging"):
        at = next(
            n
            for n, p in enumerate(parts)
            if isinstance(p, Alinea) and _plain(p.tekst) == example.titel
        )
        place = at + 1
    else:
        begin = example.rijen[0][0]
        place = next(
            n
            for n, p in enumerate(parts)
            if isinstance(p, Tabel) and _plain(p.rijen[0][0]) == begin
        )
    table = parts[place]
    assert isinstance(table, Tabel)
    return place, table


def test_the_page_has_all_seventeen_tables() -> None:
    kinds = [example.titel.split()[0].strip(",") for example in EXAMPLES]

    assert len(EXAMPLES) == 17
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "Financiën": 12,
        "Begrotingswijziging": 4,
        "Investeringskrediet": 1,
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.nummer} {e.titel}")
def test_a_table_of_the_examples_prints_cell_for_cell(example: Example) -> None:
    _, table = _printed(example)

    assert [tuple(map(_plain, row)) for row in table.rijen] == list(example.rijen)
    assert table.koprij


@pytest.mark.parametrize(
    "example",
    [e for e in EXAMPLES if e.titel.startswith("Financiën")],
    ids=lambda e: f"{e.nummer} {e.editie}",
)
def test_the_notes_below_a_table_say_the_signs_and_any_rounding(example: Example) -> None:
    place, _ = _printed(example)

    below = [
        _plain(p.tekst)
        for p in _chapter(example).inhoud[place + 1 : place + 3]
        if isinstance(p, Alinea) and p.stijl == "Tabelnoot"
    ]

    letters = "" if example.editie == "begroting" else LETTERS
    rounded = [ROUNDING] if (example.nummer, example.editie) in ROUNDED else []
    assert below == [f"{SIGNS}{letters}.", *rounded]
