"""Decisions that change the budget, and credits: was, mutatie and wordt; what is left."""

from decimal import Decimal

import pytest
from bouwstenen import mutaties, prestatie
from hypothesis import given
from hypothesis import strategies as st

from reportgen.financien import Wijziging, kredietstand, wijzigingen
from reportgen.model import Krediet, Profiel

POSTS = ("lasten", "baten", "toevoeging", "onttrekking")
SIGN = {"lasten": -1, "baten": 1, "toevoeging": -1, "onttrekking": 1}


def _line(soort: str, was: int, mutatie: int, **more: object) -> dict[str, object]:
    return {"jaar": 2017, "soort": soort, "was": was, "mutatie": mutatie, **more}


def _changes(*lines: dict[str, object]) -> list[Wijziging]:
    decision = {"nummer": "2017-1", "orgaan": "PS", "mutaties": lines}
    return list(wijzigingen(prestatie(financien={"begrotingswijzigingen": [decision]}), Profiel()))


def _rows(change: Wijziging) -> list[str]:
    return [
        " ".join(filter(None, [r.post, r.nummer, r.omschrijving, *map(str, r.cellen)]))
        for r in change.tabel.rijen
    ]


def test_each_year_of_a_decision_has_a_table() -> None:
    found = _changes(_line("lasten", 9, -5), {**_line("lasten", 2, 5), "jaar": 2018})

    assert [(change.jaar, _rows(change)) for change in found] == [
        (2017, ["lasten 9 -5 4"]),
        (2018, ["lasten 2 5 7"]),
    ]


@pytest.mark.parametrize(
    ("posts", "derived"),
    [
        (("lasten",), []),  # what the baten were, and so the saldo, is not known
        (("lasten", "onttrekking"), []),
        (("lasten", "baten"), ["saldo"]),
        (("lasten", "baten", "onttrekking"), ["saldo", "resultaat"]),
        (("lasten", "baten", "toevoeging", "onttrekking"), ["saldo", "resultaat"]),
    ],
)
def test_a_derived_row_stands_where_all_that_it_is_made_of_changes(
    posts: tuple[str, ...], derived: list[str]
) -> None:
    [change] = _changes(*(_line(post, 10, 1) for post in posts))

    assert [row.post for row in change.tabel.rijen if row.post not in POSTS] == derived


def test_a_shift_names_each_prestatie_and_adds_them_up() -> None:
    [change] = _changes(_line("lasten", 10, -3, prestatie="5.1.1"), _line("lasten", 20, 3))

    assert _rows(change) == ["lasten 5.1.1 10 -3 7", "lasten 5.1.2 20 3 23", "lasten 30 0 30"]
    assert change.verschuiving
    assert change.effect == 0


def test_a_decision_about_another_prestatie_alone_names_it() -> None:
    [change] = _changes(_line("lasten", 10, -3, prestatie="5.1.1"))

    assert _rows(change) == ["lasten 5.1.1 10 -3 7"]
    assert not change.verschuiving


def test_named_lines_of_one_prestatie_add_up_without_its_number() -> None:
    lines = [_line("baten", 10, 1, omschrijving="Rijk"), _line("baten", 5, 2, omschrijving="EU")]

    [change] = _changes(*lines)

    assert _rows(change) == ["baten Rijk 10 1 11", "baten EU 5 2 7", "baten 15 3 18"]


@given(st.lists(st.tuples(st.sampled_from(POSTS), mutaties()), min_size=1, max_size=6))
def test_the_effect_is_what_the_result_goes_up_by(lines: list[tuple[str, Decimal]]) -> None:
    found = _changes(*({**_line(post, 0, 0), "mutatie": amount} for post, amount in lines))

    assert [change.effect for change in found] == [sum(SIGN[p] * amount for p, amount in lines)]


@pytest.mark.parametrize(
    ("fields", "restant", "verschil"),
    [
        ({"besteed_eerder": 640, "besteed": 1985, "verwacht": 5150}, 2575, 50),
        ({"besteed_eerder": 640, "besteed": 5000, "verwacht": 5300}, -440, -100),  # overspent
        ({"besteed": 10}, None, None),  # what was spent before is not known
        ({"besteed_eerder": 0, "besteed": 0, "verwacht": 5200}, 5200, 0),
    ],
)
def test_a_credit_says_what_is_left_and_what_is_expected(
    fields: dict[str, int], restant: int | None, verschil: int | None
) -> None:
    stand = kredietstand(Krediet.model_validate({"naam": "brug", "geautoriseerd": 5200, **fields}))

    assert (stand.restant, stand.verschil) == (restant, verschil)
