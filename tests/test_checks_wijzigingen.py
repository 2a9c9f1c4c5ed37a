"""F3 on decisions: was and wordt agree with the actual budget, and decisions with each other."""

from __future__ import annotations

from typing import Any

import pytest
from geldbouw import EIGEN, besluit, f3, met_besluiten, met_prestaties, mutatie

from reportgen import check


@pytest.mark.parametrize(
    ("was", "erbij", "status", "waar", "wat"),
    [
        (
            1350,  # what it was at the start of the year
            100,
            "voorstel",
            ".was",
            "gaat bij lasten 5.1.2 uit van €\u00a01.350, de actuele begroting is €\u00a01.475",
        ),
        (
            1475,
            125,
            "doorgevoerd",
            "",
            "komt bij lasten 5.1.2 uit op €\u00a01.600, de actuele begroting is €\u00a01.475",
        ),
        (
            1350,
            -125,
            "Doorgevoerd ",
            "",
            "komt bij lasten 5.1.2 uit op €\u00a01.225, de actuele begroting is €\u00a01.475",
        ),
    ],
)
def test_a_decision_that_does_not_agree_with_the_budget_is_found(
    was: int, erbij: int, status: str, waar: str, wat: str
) -> None:
    document = met_besluiten(besluit(mutatie(was, erbij), status=status))

    assert f3(document) == [f"{EIGEN}.mutaties[0]{waar}: besluit 2017-08 {wat}"]


@pytest.mark.parametrize(
    ("erbij", "status", "hint"),
    [
        (125, "voorstel", "het besluit zit al in wijzigingen: zet de status op doorgevoerd"),
        (10, "voorstel", "verbeter was of de regels; een voorstel zit nog niet in wijzigingen"),
        (
            10,
            "doorgevoerd",
            "verbeter was, mutatie of de regels; doorgevoerd is wat in wijzigingen zit",
        ),
    ],
)
def test_the_hint_knows_what_probably_went_wrong(erbij: int, status: str, hint: str) -> None:
    document = met_besluiten(besluit(mutatie(1350, erbij), status=status))

    assert [p.hint for p in check(document) if p.rule == "F3"] == [hint]


@pytest.mark.parametrize(
    ("velden", "mutaties"),
    [
        ({"status": "voorstel"}, [mutatie(1475, -1475)]),
        ({"status": "doorgevoerd"}, [mutatie(1350, 125)]),
        ({"status": None}, [mutatie(1, 1)]),  # in a monitor that can be either
        ({"status": "ingetrokken"}, [mutatie(1, 1)]),  # another word is not judged
        ({"status": "voorstel"}, [mutatie(1475, 5, omschrijving="Subsidies")]),
        ({"status": "voorstel"}, [mutatie(9, 9, omschrijving="Advies")]),  # no such regel
        ({"status": "voorstel"}, [mutatie(9, 9, jaar=2018)]),
        ({"status": "voorstel"}, [mutatie(9, 9, prestatie="8.1.5")]),  # others deliver it
        ({"status": "voorstel"}, [mutatie(0, 9, soort="baten")]),  # no regel is zero
        ({"status": "voorstel"}, [mutatie(1000, 5), mutatie(475, 5)]),  # in parts
        (
            {"status": "voorstel"},  # a part beside its whole
            [mutatie(1350, 5), mutatie(1475, 5, omschrijving="Subsidies")],
        ),
    ],
)
def test_a_decision_that_agrees_or_cannot_be_judged_is_right(
    velden: dict[str, Any], mutaties: list[dict[str, Any]]
) -> None:
    assert f3(met_besluiten(besluit(*mutaties, **velden))) == []


def test_a_budget_that_is_not_known_is_not_judged() -> None:
    document = met_besluiten(besluit(mutatie(1, 1)), wijzigingen=None)

    assert f3(document) == []


@pytest.mark.parametrize("wrong", [mutatie(1350, 5, omschrijving="Subsidies"), mutatie(9, 0)])
def test_a_part_by_its_name_and_a_change_of_nothing_are_judged(wrong: dict[str, Any]) -> None:
    assert len(f3(met_besluiten(besluit(wrong)))) == 1


@pytest.mark.parametrize("soort", ["lasten", "baten"])
def test_a_change_of_a_post_without_a_regel_starts_at_zero(soort: str) -> None:
    document = met_besluiten(besluit(mutatie(5, 5, soort=soort)))

    assert len(f3(document)) == 1


@pytest.mark.parametrize(
    ("status", "orgaan", "found"),
    [
        (None, "PS", 1),
        ("voorstel", "GS", 1),  # decided by now
        ("ingetrokken", "PS", 0),
        (None, "vooraankondiging", 0),
        ("doorgevoerd", "vooraankondiging", 1),
    ],
)
def test_when_the_year_is_over_every_decision_is_in_the_figures(
    status: str | None, orgaan: str, found: int
) -> None:
    document = met_besluiten(
        besluit(mutatie(1475, 0), mutatie(0, 5, soort="baten"), status=status, orgaan=orgaan),
        soort="jaarverslag",
    )

    wat = "besluit 2017-08 komt bij baten 5.1.2 uit op €\u00a05, de actuele begroting is €\u00a00"
    assert f3(document) == [f"{EIGEN}.mutaties[1]: {wat}"] * found


@pytest.mark.parametrize(
    "ketting",
    [
        [(1350, 100), (1450, 25)],
        [(1450, 25), (1350, 100)],  # written down in another order
        [(1475, 10), (1485, -10)],
        [(1475, 0), (1350, 125)],
        [(1300, 50), (1350, 100), (1450, 25)],
    ],
)
def test_decisions_that_follow_each_other_are_right(ketting: list[tuple[int, int]]) -> None:
    besluiten = [
        besluit(mutatie(was, erbij), nummer=f"2017-{nr}", status="doorgevoerd")
        for nr, (was, erbij) in enumerate(ketting)
    ]

    assert f3(met_besluiten(*besluiten)) == []


def test_decisions_that_do_not_follow_each_other_are_found() -> None:
    first = besluit(mutatie(1350, 100), nummer="2017-05", status="doorgevoerd")
    second = besluit(mutatie(1350, 125), nummer="2017-08", status="doorgevoerd")

    wat = "besluit 2017-05 komt bij lasten 5.1.2 uit op €\u00a01.450, de actuele begroting is"
    assert f3(met_besluiten(first, second)) == [
        f"{EIGEN}.mutaties[0]: {wat} €\u00a01.475 en geen ander besluit gaat daarvan uit"
    ]


def test_a_proposal_may_start_where_another_one_ends() -> None:
    first = besluit(mutatie(1475, 100), nummer="1")
    second, lost = (besluit(mutatie(was, 5), nummer="2") for was in (1575, 1580))

    assert f3(met_besluiten(first, second)) == []
    assert len(f3(met_besluiten(first, lost))) == 1


def test_a_decision_is_judged_by_the_prestatie_that_it_names() -> None:
    shift = [mutatie(1000, -100, prestatie="5.1.1"), mutatie(900, 100)]

    document = met_prestaties(p511=[], p512=[besluit(*shift)])

    wat = "besluit 2017-08 gaat bij lasten 5.1.2 uit van €\u00a0900, de actuele begroting is"
    assert f3(document) == [f"{EIGEN}.mutaties[1].was: {wat} €\u00a01.000"]


def test_a_shift_that_both_sides_wrote_down_counts_once() -> None:
    one_way = [mutatie(1100, -100, prestatie="5.1.1"), mutatie(900, 100, prestatie="5.1.2")]
    done = besluit(*one_way, status="doorgevoerd", orgaan="GS")

    assert f3(met_prestaties(p511=[done], p512=[done])) == []
