"""I-rules: an indicator is complete, and its values fit their unit."""

from __future__ import annotations

from typing import Any

import pytest
from bouwstenen import goed, vondsten

from reportgen import check
from reportgen.model import Boekwerk

PLEK = "5.1.2 indicatoren[0]"
COMPLETE = {"nulmeting": {"waarde": "3.2", "jaar": 2015}, "streefwaarde": "4.0", "bron": "register"}


def met(soort: str = "monitor", **velden: object) -> Boekwerk:
    """A document with one indicator, complete but for these fields."""
    indicator = {"naam": "Grond", "eenheid": "hectare", **COMPLETE, **velden}
    eigen = {"financien": None, "voortgang": None} if soort == "begroting" else {}
    return goed(indicatoren=[indicator], boek={"soort": soort}, **eigen)


def waarden(
    eenheid: str, nul: str | None, streef: str | None, stand: str | None = None, naam: str = "Iets"
) -> Boekwerk:
    """A document with one indicator of these values."""
    nulmeting = {"waarde": nul, "jaar": 2015} if nul is not None else None
    velden: dict[str, Any] = {"nulmeting": nulmeting, "streefwaarde": streef, "realisatie": stand}
    return met(naam=naam, eenheid=eenheid, **velden)


@pytest.mark.parametrize(
    ("velden", "wat"),
    [
        ({"nulmeting": None}, "nulmeting"),
        ({"streefwaarde": None}, "streefwaarde"),
        ({"bron": None}, "bron"),
        (dict.fromkeys(COMPLETE), "nulmeting en geen streefwaarde en geen bron"),
    ],
)
@pytest.mark.parametrize("soort", ["begroting", "monitor"])
def test_an_indicator_that_misses_something_is_found(  # I1
    soort: str, velden: dict[str, Any], wat: str
) -> None:
    document = met(soort, **velden)

    assert vondsten("I1", document) == [f"{PLEK}: indicator ‘Grond’ heeft geen {wat}"]
    assert [p.severity for p in check(document)] == ["error"]


def test_a_jaarverslag_tells_what_became_of_an_indicator() -> None:  # I1
    without, with_outcome = met("jaarverslag"), met("jaarverslag", realisatie="0")

    assert vondsten("I1", without) == [
        f"{PLEK}.realisatie: indicator ‘Grond’ heeft geen realisatie"
    ]
    assert [p.severity for p in check(without)] == ["warning"]
    assert vondsten("I1", with_outcome) == []


def test_a_baseline_and_a_target_may_be_zero() -> None:  # I1
    document = met(nulmeting={"waarde": "0", "jaar": 2015}, streefwaarde="0")

    assert vondsten("I1", document) == []


@pytest.mark.parametrize(
    ("document", "waar", "wat"),
    [
        (waarden("%", "0.0", "22.5", "0.241"), "realisatie", "0,241%; is 24,1% bedoeld?"),
        (waarden("%", "0.14", "12"), "nulmeting.waarde", "0,14%; is 14% bedoeld?"),
        (waarden("procent", "14.0", "0.120"), "streefwaarde", "0,120%; is 12,0% bedoeld?"),
        (waarden("% inwoners", "-3.5", "-0.025"), "streefwaarde", "-0,025%; is -2,5% bedoeld?"),
    ],
)
def test_a_share_of_one_beside_a_percentage_is_found(  # I2
    document: Boekwerk, waar: str, wat: str
) -> None:
    assert vondsten("I2", document) == [f"{PLEK}.{waar}: indicator ‘Iets’: er staat {wat}"]
    assert [p.severity for p in check(document)] == ["error"]


def test_shares_of_one_by_themselves_may_be_percentages() -> None:  # I2
    document = waarden("%", "0.22", "0.25", "1")  # all of it, or one percent

    (problem,) = check(document)

    assert (problem.rule, problem.severity) == ("I2", "warning")
    assert problem.message == "indicator ‘Iets’: er staat 0,22%; is 22% bedoeld?"
    assert problem.hint == "schrijf dan 22: de eenheid % staat er al bij"


@pytest.mark.parametrize(
    "document",
    [
        waarden("%", "14.0", "12.0", "11.6"),
        waarden("%", "0.0", "22.5"),
        waarden("%", "0", "0"),
        waarden("%", "0.3", "12.0"),  # with one decimal it is no share
        waarden("%", "0.25", "1.50"),  # small percentages, of the same precision
        waarden("%", "0.25", "12.50"),  # a small one beside a large one, as precise
        waarden("%", "0.36", "12.0"),  # three times as much is too much to be the same thing
        waarden("%", "0.04", "12.0"),  # and so is a third of it
        waarden("%", "0.00", "0.5"),
        waarden("%", "1.00", "0.5"),
        waarden("%", "0.45", "1.2"),
        waarden("%", "0.5", "0.8"),
        waarden("%", "98.5", "101.2"),  # more than all can be right
        waarden("procentpunt", "0.241", "22.5"),
        waarden("%-punt", "0.241", "22.5"),
        waarden("hectare", "0.24", "22.5"),
    ],
)
def test_a_percentage_that_can_be_one_is_right(document: Boekwerk) -> None:  # I2
    assert vondsten("I2", document) == []


@pytest.mark.parametrize("eenheid", ["aantal", "Aantal", "personen", "stuks"])
def test_half_a_thing_is_found(eenheid: str) -> None:  # I2
    document = waarden(eenheid, "1", "4.5", "1.25")

    kan = f"kan niet met eenheid {eenheid}"
    assert vondsten("I2", document) == [
        f"{PLEK}.streefwaarde: indicator ‘Iets’: 4,5 {kan}",
        f"{PLEK}.realisatie: indicator ‘Iets’: 1,25 {kan}",
    ]


@pytest.mark.parametrize(
    "document",
    [
        waarden("aantal", "1", "4.0"),  # a whole number all the same
        waarden("aantal", "1", "4.5", naam="Gemiddeld aantal bezoekers"),
        waarden("aantal", "1", "4.5", naam="Banen (x 1.000)"),
        waarden("aantal", "1", "4.5", naam="Meldingen per dag"),
        waarden("aantal x 1.000", "1", "4.5"),
        waarden("kilometer", "1", "4.5"),
        waarden("fte", "1", "4.5"),
    ],
)
def test_a_value_that_fits_its_unit_is_right(document: Boekwerk) -> None:  # I2
    assert vondsten("I2", document) == []


def test_values_may_have_been_typed_with_different_decimals() -> None:  # I2
    assert check(waarden("hectare", "3", "4.25", "4.5")) == []
