"""V5: the financial colour and the kind of change agree with the deviation."""

from __future__ import annotations

from typing import Any

import pytest
from bouwstenen import goed, vondsten

from reportgen import check
from reportgen.model import Boekwerk

GELD = "5.1.2 financien.voortgang"
GEEN = "de prognose wijkt af van de begroting, maar begrotingswijziging is niet ingevuld"
GRENZEN = "groen is t/m 10%, oranje t/m 25%; verbeter de kleur of de bedragen"


def met(
    kleur: str | None, lasten: dict[str, str], *regels: dict[str, Any], soort: str = "monitor"
) -> Boekwerk:
    """A document with this colour; of lasten with a budget of 1,000, unless told otherwise."""
    bedragen = {"primitief": "1000", "wijzigingen": "0", **lasten}
    geld = {
        "regels": [{"soort": "lasten", "bedragen": bedragen}, *regels],
        "voortgang": {"kleur": kleur, "begrotingswijziging": ["geen"]},
    }
    return goed(financien=geld, boek={"soort": soort})


@pytest.mark.parametrize(
    ("kleur", "werkelijk", "wat"),
    [
        ("groen", "1100.01", "€\u00a0100,01 (10,0%) af van de begroting: dat is oranje"),
        ("groen", "0", "€\u00a01.000 (100,0%) af van de begroting: dat is rood"),
        ("oranje", "749.99", "€\u00a0250,01 (25,0%) af van de begroting: dat is rood"),
        ("oranje", "1100", "€\u00a0100 (10,0%) af van de begroting: dat is groen"),
        ("rood", "1250", "€\u00a0250 (25,0%) af van de begroting: dat is oranje"),
    ],
)
@pytest.mark.parametrize("soort", ["monitor", "jaarverslag"])
def test_a_colour_that_the_deviation_does_not_ask_for_is_found(
    soort: str, kleur: str, werkelijk: str, wat: str
) -> None:
    kolom = "prognose" if soort == "monitor" else "gerealiseerd"
    document = met(kleur, {kolom: werkelijk}, soort=soort)

    begin = f"de kleur is {kleur}, maar de lasten wijken"
    assert vondsten("V5", document) == [f"{GELD}.kleur: {begin} {wat}"]
    hints = [(p.severity, p.hint) for p in check(document) if p.rule == "V5"]
    assert hints == [("warning", GRENZEN)]


def test_spending_without_a_budget_is_red() -> None:
    document = met("oranje", {"primitief": "0", "prognose": "5"})

    wat = "de kleur is oranje, maar de lasten wijken €\u00a05 af van de begroting: dat is rood"
    assert vondsten("V5", document) == [f"{GELD}.kleur: {wat}"]


BATEN = {"soort": "baten", "bedragen": {"primitief": "0", "wijzigingen": "0", "prognose": "300000"}}


@pytest.mark.parametrize(
    "document",
    [
        met("groen", {"prognose": "1100"}),  # on the limit
        met("oranje", {"prognose": "1250"}),
        met("rood", {"prognose": "1250.01"}),
        met("groen", {"primitief": "0", "prognose": "0"}),
        met(None, {"prognose": "5000"}),
        met("groen", {}),  # nothing is known of the end of the year
        met("oranje", {}),
        met("rood", {"gerealiseerd": "1200"}),  # spent too much already: at least orange
        met("oranje", {"prognose": "1000"}, BATEN),  # the baten are the reason
    ],
)
def test_a_colour_that_the_deviation_asks_for_is_right(document: Boekwerk) -> None:
    assert vondsten("V5", document) == []


def test_what_was_spent_too_much_already_asks_for_a_colour() -> None:
    document = met("groen", {"gerealiseerd": "1200"})

    assert len(vondsten("V5", document)) == 1


def test_without_lasten_there_is_nothing_to_judge_by() -> None:
    lasten = {"soort": "baten", "bedragen": {"primitief": "5", "wijzigingen": "0", "prognose": "5"}}
    voortgang = {"kleur": "oranje", "begrotingswijziging": ["geen"]}

    bare, baten = (
        goed(financien={"regels": regels, "voortgang": voortgang}) for regels in ([], [lasten])
    )

    assert vondsten("V5", bare) + vondsten("V5", baten) == []


def test_the_limits_are_those_of_the_profile() -> None:
    document = met("groen", {"prognose": "1100"})
    kleur = {"groen_tot": "7.5", "oranje_tot": "20"}
    geld = document.prestaties[0].financien

    strict = goed(financien=geld, boek={"profiel": {"drempels": {"kleur": kleur}}})

    (problem,) = (p for p in check(strict) if p.rule == "V5")
    assert problem.hint.startswith("groen is t/m 7,50%, oranje t/m 20%;")


@pytest.mark.parametrize("voortgang", [None, {"kleur": "groen"}])
def test_a_forecast_that_differs_asks_for_the_kind_of_change(
    voortgang: dict[str, str] | None,
) -> None:
    bedragen = {"primitief": "1000", "wijzigingen": "0", "prognose": "1000.01"}

    document = goed(
        financien={"regels": [{"soort": "lasten", "bedragen": bedragen}], "voortgang": voortgang}
    )

    assert vondsten("V5", document) == [f"{GELD}.begrotingswijziging: {GEEN}"]


@pytest.mark.parametrize(
    ("soort", "bedragen", "wijziging"),
    [
        ("monitor", {"prognose": "1000"}, []),
        ("monitor", {"gerealiseerd": "5"}, []),  # no forecast
        ("monitor", {"prognose": "1050"}, ["geen"]),
        ("monitor", {"prognose": "1050"}, ["GS", "PS"]),
        ("jaarverslag", {"gerealiseerd": "1050"}, []),  # there is nothing left to change
    ],
)
def test_a_kind_of_change_that_is_told_or_not_needed_is_right(
    soort: str, bedragen: dict[str, str], wijziging: list[str]
) -> None:
    regel = {"soort": "lasten", "bedragen": {"primitief": "1000", "wijzigingen": "0", **bedragen}}
    voortgang = {"kleur": "groen", "begrotingswijziging": wijziging}

    document = goed(financien={"regels": [regel], "voortgang": voortgang}, boek={"soort": soort})

    assert vondsten("V5", document) == []
