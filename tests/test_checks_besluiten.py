"""F3 and S3 on decisions: their years, who may decide, texts that say neutral, their prestaties."""

from __future__ import annotations

from typing import Any

import pytest
from bouwstenen import goed, vondsten
from geldbouw import EIGEN, besluit, f3, met_besluiten, met_prestaties, mutatie

NEUTRAAL = "De wijziging is budgetneutraal."


def test_a_year_that_is_over_cannot_be_changed() -> None:
    document = met_besluiten(besluit(mutatie(1, 1, jaar=2016), mutatie(1475, 0)))

    assert f3(document) == [
        f"{EIGEN}.mutaties[0].jaar: besluit 2017-08 wijzigt 2016, en dat jaar is voorbij"
    ]


def test_a_begroting_is_made_in_the_year_before() -> None:
    begroting = {"soort": "begroting", "peildatum": None}
    geld = [{"begrotingswijzigingen": [besluit(mutatie(1, 1, jaar=jaar))]} for jaar in (2015, 2016)]

    early, right = (goed(voortgang=None, financien=deel, boek=begroting) for deel in geld)

    assert len(f3(early)) == 1
    assert f3(right) == []


@pytest.mark.parametrize(
    ("mutaties", "wat"),
    [
        ([mutatie(1000, 25)], "van kerntaak 5 in 2017 met €\u00a025"),
        (
            [mutatie(1000, 25, prestatie="6.1.1"), mutatie(1000, -25)],
            "van kerntaak 6 in 2017 met €\u00a025 en van kerntaak 5 in 2017 met €\u00a0-25",
        ),
        (
            [mutatie(1000, -25), mutatie(9, 25, jaar=2018)],  # neutral over the years only
            "van kerntaak 5 in 2017 met €\u00a0-25 en van kerntaak 5 in 2018 met €\u00a025",
        ),
        (
            [mutatie(1000, 25), mutatie(0, 25, soort="baten")],  # neutral, but more lasten
            "van kerntaak 5 in 2017 met €\u00a025",
        ),
    ],
)
def test_gs_do_not_decide_on_the_lasten_of_a_kerntaak(
    mutaties: list[dict[str, Any]], wat: str
) -> None:
    document = met_prestaties(p511=[], p512=[besluit(*mutaties, orgaan="GS")], p611=[])

    gevonden = f3(document.model_copy(update={"elders": ()}))

    begin = f"{EIGEN}: besluit 2017-08 van GS verandert de lasten"
    assert gevonden == [f"{begin} {wat}; daarover beslissen PS"]


@pytest.mark.parametrize(
    ("orgaan", "mutaties"),
    [
        ("PS", [mutatie(1000, 25)]),
        ("GS", [mutatie(1000, 25), mutatie(1000, -25, prestatie="5.1.1")]),
        ("GS", [mutatie(0, 25, soort="baten")]),
        ("GS", [mutatie(1000, 25)]),  # 5.1.9, which others deliver, may have the other side
        ("GS", [mutatie(1000, 25), mutatie(1000, -20, prestatie="5.9.9")]),  # S3 tells
    ],
)
def test_gs_shift_within_a_kerntaak(orgaan: str, mutaties: list[dict[str, Any]]) -> None:
    assert f3(met_prestaties(p511=[], p512=[besluit(*mutaties, orgaan=orgaan)])) == []


@pytest.mark.parametrize(("elsewhere", "found"), [("5.1.1", 1), ("5.9.9", 0)])
def test_gs_are_judged_where_every_prestatie_is_known(elsewhere: str, found: int) -> None:  # or S3
    shift = besluit(mutatie(1000, 25), mutatie(1000, -20, prestatie=elsewhere), orgaan="GS")
    document = met_prestaties(p511=[], p512=[shift])

    assert len(f3(document.model_copy(update={"elders": ()}))) == found


def test_a_decision_without_its_changes_may_have_the_other_side() -> None:
    one, open_ = besluit(mutatie(1000, 25), orgaan="GS"), besluit(orgaan="GS")
    document = met_prestaties(p511=[open_], p512=[one])

    assert f3(document.model_copy(update={"elders": ()})) == []


def test_a_shift_of_which_each_side_wrote_its_own_is_one_decision() -> None:
    one, other = (besluit(mutatie(1000, euro), orgaan="GS") for euro in (25, -25))
    document = met_prestaties(p511=[one], p512=[other])

    assert f3(document.model_copy(update={"elders": ()})) == []


def test_a_text_that_says_neutral_of_what_is_not_is_found() -> None:
    voortgang = {"kleur": "groen", "toelichting": NEUTRAAL}
    geld = {"voortgang": voortgang, "begrotingswijzigingen": [besluit(mutatie(1475, 25))]}

    document = goed(voortgang=voortgang, financien=geld)

    wat = "er staat ‘budgetneutraal’, maar het resultaat verandert door besluit 2017-08"
    assert f3(document) == [
        f"5.1.2 voortgang.toelichting: {wat}",
        f"5.1.2 financien.voortgang.toelichting: {wat}",
    ]


@pytest.mark.parametrize(
    ("tekst", "mutaties"),
    [
        (NEUTRAAL, [mutatie(1475, 25), mutatie(0, 25, soort="baten")]),
        (NEUTRAAL, [mutatie(1475, -25), mutatie(5, 25, jaar=2018)]),  # over the years
        (NEUTRAAL, [mutatie(1475, 25), mutatie(0, 25, soort="onttrekking")]),
        (NEUTRAAL, []),  # what changes was not written down
        ("Dit is niet geheel budgettair neutraal.", [mutatie(1475, 25)]),
        ("De wijziging is grotendeels budget-neutraal.", [mutatie(1475, 25)]),
    ],
)
def test_a_text_that_says_neutral_of_what_is_or_may_be_is_right(
    tekst: str, mutaties: list[dict[str, Any]]
) -> None:
    voortgang = {"kleur": "groen", "toelichting": tekst}

    assert f3(met_besluiten(besluit(*mutaties), voortgang=voortgang)) == []


@pytest.mark.parametrize(("nummer", "found"), [("2017-08", 1), ("2017-09", 0), ("2017", 0)])
def test_a_text_is_judged_by_the_decision_that_it_names(nummer: str, found: int) -> None:
    voortgang = {"kleur": "groen", "toelichting": f"Besluit {nummer} is budgetneutraal."}
    more, same = besluit(mutatie(1475, 25)), besluit(mutatie(1475, 0), nummer="2017-09")

    assert len(f3(met_besluiten(more, same, voortgang=voortgang))) == found


def test_a_decision_of_which_not_all_was_written_down_may_be_neutral() -> None:
    voortgang = {"kleur": "groen", "toelichting": NEUTRAAL}
    document = met_besluiten(besluit(mutatie(1475, 25)), besluit(), voortgang=voortgang)

    assert f3(document) == []


def test_a_text_without_a_decision_may_say_neutral() -> None:
    assert f3(met_besluiten(voortgang={"kleur": "groen", "toelichting": NEUTRAAL})) == []


def test_a_decision_that_names_a_prestatie_that_is_not_there_is_found() -> None:  # S3
    document = met_besluiten(
        besluit(mutatie(1, 1, prestatie="8.1.5"), mutatie(1, 1, prestatie="5.9.9"), mutatie(1, 1)),
    )

    assert vondsten("S3", document) == [
        f"{EIGEN}.mutaties[1].prestatie: prestatie 5.9.9 bestaat niet"
    ]
