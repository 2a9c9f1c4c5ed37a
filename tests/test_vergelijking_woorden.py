"""Two texts word by word: readable runs, and no character lost."""

from __future__ import annotations

import time

import pytest
from bouwstenen import tekstvelden
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vergelijking.woorden import woorddiff


def _leesbaar(was: str, wordt: str) -> str:
    """The runs of two texts on a line."""
    haken = {"gelijk": "{}", "weg": "[-{}-]", "bij": "[+{}+]"}
    return "".join(haken[stuk.soort].format(stuk.tekst) for stuk in woorddiff(was, wordt))


@pytest.mark.parametrize(
    ("was", "wordt", "verwacht"),
    [
        ("", "", ""),
        ("gelijk", "gelijk", "gelijk"),
        ("", "nieuw", "[+nieuw+]"),
        ("oud", "", "[-oud-]"),
        ("Wij gaan morgen.", "Wij komen morgen.", "Wij [-gaan-][+komen+] morgen."),
        ("Een twee.", "Een, twee.", "Een[+,+] twee."),
        ("Het is klaar.", "Het is klaar!", "Het is klaar[-.-][+!+]"),
        (
            "kost € 1.350.000 en",
            "kost € 1.450.000 en",
            "kost € [-1.350.000-][+1.450.000+] en",
        ),
        ("zie 5.1.2 nu", "zie 5.1.3 nu", "zie [-5.1.2-][+5.1.3+] nu"),
        ("A\n\nB", "A\n\nC\n\nB", "A\n\n[+C\n\n+]B"),
        (
            "een mooie dag en verder niets",
            "geen lelijke dag maar wel alles",
            "[-een mooie dag en verder niets-][+geen lelijke dag maar wel alles+]",
        ),
        ("de stad wacht op de brug", "de stad wil de brug", "de stad [-wacht op-][+wil+] de brug"),
    ],
)
def test_a_change_reads_as_one(was: str, wordt: str, verwacht: str) -> None:
    assert _leesbaar(was, wordt) == verwacht


@given(tekstvelden(), tekstvelden())
def test_the_runs_hold_both_texts(was: str, wordt: str) -> None:
    stukken = woorddiff(was, wordt)

    assert "".join(s.tekst for s in stukken if s.soort != "bij") == was
    assert "".join(s.tekst for s in stukken if s.soort != "weg") == wordt


@given(st.text(), st.text())
def test_no_character_is_lost_whatever_it_is(was: str, wordt: str) -> None:
    stukken = woorddiff(was, wordt)

    assert "".join(s.tekst for s in stukken if s.soort != "bij") == was
    assert "".join(s.tekst for s in stukken if s.soort != "weg") == wordt


@given(tekstvelden())
def test_a_text_beside_itself_is_one_run(tekst: str) -> None:
    assert [s.soort for s in woorddiff(tekst, tekst)] == ["gelijk"]


def test_a_book_in_one_field_takes_no_minute() -> None:
    was = "\n\n".join(f"alinea {n} met woorden van toen" for n in range(3_000))
    wordt = "\n\n".join(f"alinea {n} met {n % 7} andere woorden" for n in range(3_000))
    begin = time.perf_counter()

    stukken = woorddiff(was, wordt)

    assert time.perf_counter() - begin < 10
    assert "".join(s.tekst for s in stukken if s.soort != "bij") == was
