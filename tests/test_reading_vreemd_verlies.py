"""Nothing that a person typed is dropped in silence: it is in the data, or on the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count

from docx.document import Document as Docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_reading_vreemd_hand import HEAD, chapter

from reportgen.reading.vreemd import lees_vreemd
from reportgen.sources.schrijven import dump

Part = str | Callable[[Docx], None] | Sequence[Sequence[str]]
HEADINGS = (
    *("Context", "Acties", "Toelichting op voortgang", "Financiën", "Indicatoren"),
    *("Basisinformatie", "Mijlpalen:", "Rol provincie:", "Project website:", "Looptijd prestatie:"),
    *("Verantwoordelijk portefeuillehouder:", "Begrotingswijziging:", "Geen afwijking.", "Rood"),
)
LINES = (
    "{} is een zin.", "1. {} eerst", "- {} punt", "Rol provincie: {}", "Op schema; {} loopt",
    "Looptijd prestatie:\n{}", "Relatie met reserve {}?: nee", "Relatie met reserve {}?:",
    "Project website: {} en {}", "Begrotingswijziging: {}", "Tabel 3. {} (x € 1.000)",
    "5.1 {} is een doel", "Begrotingswijziging 2017-14 {}", "Saldo = {}",
    "{}: met een dubbele punt",
)  # fmt: skip
TABLES: tuple[list[list[str]], ...] = (
    [["x € 1.000", "Primitief", "{}"], ["Lasten", "{}", "3"], ["{}", "4", "5"]],
    [["{}", "Primitief"], ["Lasten", "1"]],
    [["x € 1.000", "Was", "Mutatie"], ["Lasten", "1", "{}"]],
    [["Indicator", "Eenheid", "Streefwaarde", "{}"], ["{}", "{}", "{}", "{}"]],
    [["Mijlpaal", "Actueel", "Status"], ["{}", "{}", "{}"], ["", "1 mei 2017", "{}"]],
    [["Investeringskrediet {} (x € 1.000)", "Bedrag"], ["{}", "1"], ["Verwachte eindstand", "2"]],
    [["Rol provincie:", "{}"], ["{}", "{}"]],
    [["{}", "{}", "{}"], ["{}", "", "{}"]],
)


def _heading(text: str) -> Callable[[Docx], None]:
    return lambda word: _write(word, text, "Heading 2")


def _item(style: str) -> Callable[[str], Callable[[Docx], None]]:
    return lambda text: lambda word: _write(word, text, style)


def _write(word: Docx, text: str, style: str) -> None:
    word.add_paragraph(text, style=style)


_KNOWN = st.sampled_from(HEADINGS)
_TYPED: st.SearchStrategy[tuple[Callable[[str], Part], str]] = st.one_of(
    st.tuples(st.just(str), st.sampled_from(LINES)),
    st.tuples(st.just(_heading), st.sampled_from(("Risico {}", "2017 in {}", "5.1.2.1 {}"))),
    st.tuples(
        st.sampled_from(("List Number", "List Bullet", "List Bullet 2", "Caption")).map(_item),
        st.just("{} als item"),
    ),
)


@st.composite
def parts(draw: st.DrawFn) -> tuple[list[Part], list[str]]:
    """Draw the parts of a chapter, and every token that was typed in it."""
    numbers = count(1000)
    tokens: list[str] = []

    def fill(text: str) -> str:
        while "{}" in text:
            tokens.append(f"woord{next(numbers)}")
            text = text.replace("{}", tokens[-1], 1)
        return text

    drawn: list[Part] = []
    for _ in range(draw(st.integers(1, 12))):
        kind = draw(st.integers(0, 3))
        if kind == 0:
            known = draw(_KNOWN)
            drawn.append(_heading(known) if draw(st.booleans()) else known)
        elif kind == 1:
            drawn.append([[fill(cell) for cell in row] for row in draw(st.sampled_from(TABLES))])
        else:
            make, text = draw(_TYPED)
            drawn.append(make(fill(text)))
    return drawn, tokens


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(parts())
def test_every_word_is_in_the_data_or_on_the_list(drawn: tuple[list[Part], list[str]]) -> None:
    pieces, tokens = drawn

    gelezen = lees_vreemd(chapter(*pieces), HEAD)

    data = "\n".join(dump(gelezen.boekwerk).values())
    found = "\n".join([data, *(los.tekst for los in gelezen.los)])
    assert [token for token in tokens if token not in found] == []
