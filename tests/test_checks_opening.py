"""F4: opening figures that differ from the document before, and differences that may be."""

from __future__ import annotations

from typing import Any

import pytest
from bouwstenen import boekwerk, prestatie

from reportgen import check
from reportgen.model import Boekwerk

EURO = "€\u00a0"
GELD = "5.1.2 financien.regels"
DOCUMENTEN: dict[str, dict[str, Any]] = {
    "begroting": {"soort": "begroting", "peildatum": None},
    "monitor-1": {"peildatum": "2017-04-01"},
    "monitor-2": {"peildatum": "2017-09-01"},
    "jaarverslag": {"soort": "jaarverslag", "peildatum": None},
    "begroting-2018": {"soort": "begroting", "peildatum": None, "jaar": 2018},
    "begroting-2019": {"soort": "begroting", "peildatum": None, "jaar": 2019},
    "jaarverslag-2018": {"soort": "jaarverslag", "peildatum": None, "jaar": 2018},
}


def regel(soort: str = "lasten", naam: str | None = None, /, **bedragen: object) -> dict[str, Any]:
    """One regel."""
    return {"soort": soort, "omschrijving": naam, "bedragen": bedragen}


def editie(welke: str, *regels: dict[str, Any], **velden: object) -> Boekwerk:
    """An edition of which one prestatie has these regels."""
    sectie = prestatie(financien={"regels": list(regels)}, **velden)
    return boekwerk(sectie, titel=welke, **DOCUMENTEN[welke])


def vondsten(document: Boekwerk, vorig: Boekwerk) -> list[str]:
    """What F4 finds: how bad, where and what."""
    return [
        f"{p.severity} {p.where}: {p.message}" for p in check(document, vorig) if p.rule == "F4"
    ]


def is_maar(nu: str, toen: str) -> str:
    """How a finding says what the primitieve begroting is, and what was adopted."""
    return f"‘primitief’ is {EURO}{nu}, maar in ‘begroting’ is ‘begroting’ {EURO}{toen}"


@pytest.mark.parametrize(
    ("welke", "kolom", "toen", "was", "bedragen"),
    [
        ("monitor-1", "primitief", "begroting", "begroting", {"begroting": 100}),
        ("jaarverslag", "primitief", "begroting", "begroting", {"begroting": 100}),
        ("monitor-2", "primitief", "monitor-1", "primitief", {"primitief": 100}),
        ("jaarverslag", "primitief", "monitor-2", "primitief", {"primitief": 100}),
        ("jaarverslag-2018", "realisatie_t1", "jaarverslag", "gerealiseerd", {"gerealiseerd": 100}),
        ("begroting-2018", "realisatie_t2", "jaarverslag", "realisatie_t1", {"realisatie_t1": 100}),
        (
            "begroting-2018",
            "begroting_t1",
            "jaarverslag",
            "actueel",
            {"primitief": 150, "wijzigingen": -50},
        ),
        ("begroting-2019", "realisatie_t2", "jaarverslag", "gerealiseerd", {"gerealiseerd": 100}),
    ],
)
def test_a_figure_that_is_not_that_of_the_document_before_is_found(
    welke: str, kolom: str, toen: str, was: str, bedragen: dict[str, object]
) -> None:
    vorig = editie(toen, regel(**bedragen))

    document = editie(welke, regel(**{kolom: "99.99"}))

    wat = f"‘{kolom}’ is {EURO}99,99, maar in ‘{toen}’ is ‘{was}’ {EURO}100"
    assert vondsten(document, vorig) == [f"error {GELD}[0].bedragen.{kolom}: lasten: {wat}"]
    assert vondsten(editie(welke, regel(**{kolom: 100})), vorig) == []


def test_the_budget_of_a_year_that_still_runs_may_have_changed_since() -> None:
    vorig = editie("monitor-2", regel(primitief=150, wijzigingen=-50))

    assert vondsten(editie("begroting-2018", regel(begroting_t1=99)), vorig) == [
        (
            f"warning {GELD}[0].bedragen.begroting_t1: lasten: ‘begroting_t1’ is {EURO}99, maar in"
            f" ‘monitor-2’ is ‘actueel’ {EURO}100"
        )
    ]


@pytest.mark.parametrize(
    ("welke", "bedragen", "toen", "vorige_bedragen"),
    [
        ("monitor-2", {"primitief": 1, "wijzigingen": 9}, "monitor-1", {"primitief": 1}),
        ("begroting-2018", {"begroting": 9, "begroting_t1": 9}, "begroting", {"begroting": 1}),
        ("jaarverslag-2018", {"primitief": 9}, "jaarverslag", {"primitief": 1}),
        ("monitor-1", {"gerealiseerd": 9}, "begroting", {"begroting": 1}),  # not filled in yet
        ("monitor-1", {"primitief": 9}, "begroting", {"raming_1": 1}),  # not known then
        ("begroting-2018", {"begroting_t1": 9}, "jaarverslag", {"primitief": 1}),
        ("monitor-1", {"primitief": "1.00"}, "begroting", {"begroting": 1}),
    ],
)
def test_a_figure_that_is_free_or_not_known_is_right(
    welke: str, bedragen: dict[str, object], toen: str, vorige_bedragen: dict[str, object]
) -> None:
    document = editie(welke, regel(**bedragen))

    assert vondsten(document, editie(toen, regel(**vorige_bedragen))) == []


def test_every_post_is_compared_and_one_that_is_not_there_is_zero() -> None:
    vorig = editie(
        "begroting",
        regel(begroting=100),
        regel("baten", begroting=20),
        regel("toevoeging", begroting=0),
        regel("onttrekking", begroting=80),
    )

    document = editie("monitor-1", regel(primitief=100), regel("baten", primitief=30))

    assert vondsten(document, vorig) == [
        f"error {GELD}[1].bedragen.primitief: baten: {is_maar('30', '20')}",
        f"error {GELD}: onttrekking aan reserves: {is_maar('0', '80')}",
    ]


def test_regels_that_were_put_together_add_up() -> None:
    vorig = editie(
        "begroting", regel("lasten", "Subsidies", begroting=70), regel(begroting="30.50")
    )

    assert vondsten(editie("monitor-1", regel(primitief="100.50")), vorig) == []
    assert vondsten(editie("monitor-1", regel(primitief=60), regel(primitief=40)), vorig) == [
        f"error {GELD}: lasten: {is_maar('100', '100,50')}"
    ]


@pytest.mark.parametrize(
    ("regels", "gevonden"),
    [
        (
            [("Subsidies", 75), ("Advies", 30)],  # the difference of the total is that of the regel
            [f"error {GELD}[0].bedragen.primitief: lasten (Subsidies): ‘primitief’ is {EURO}75"],
        ),
        (
            [("Subsidies", 75), ("Advies", 31)],
            [
                f"error {GELD}[0].bedragen.primitief: lasten (Subsidies): ‘primitief’ is {EURO}75",
                f"error {GELD}[1].bedragen.primitief: lasten (Advies): ‘primitief’ is {EURO}31",
            ],
        ),
        (
            [("Subsidies", 75), ("Onderzoek", 30)],  # a regel that has no other beside it as well
            [f"error {GELD}[0].bedragen.primitief: lasten (Subsidies): ‘primitief’ is {EURO}75"],
        ),
        (
            [("Subsidies", 75), ("Onderzoek", 31)],
            [
                f"error {GELD}[0].bedragen.primitief: lasten (Subsidies): ‘primitief’ is {EURO}75",
                f"error {GELD}: lasten: ‘primitief’ is {EURO}106",
            ],
        ),
        (
            [("Subsidies", 65), ("Advies", 35)],  # moved between regels: the total is right
            [
                (
                    f"warning {GELD}[0].bedragen.primitief: lasten (Subsidies): ‘primitief’ is"
                    f" {EURO}65"
                ),
                f"warning {GELD}[1].bedragen.primitief: lasten (Advies): ‘primitief’ is {EURO}35",
            ],
        ),
        (
            [("Subsidies", 75), ("Advies", None)],  # the total is not known
            [f"error {GELD}[0].bedragen.primitief: lasten (Subsidies): ‘primitief’ is {EURO}75"],
        ),
        ([("Onderzoek", 65), ("Inhuur", 35)], []),
        ([("Subsidies", 35), ("Subsidies", 35), ("Advies", 30)], []),  # nobody's own name
    ],
)
def test_regels_with_a_name_in_both_are_compared(
    regels: list[tuple[str, int | None]], gevonden: list[str]
) -> None:
    vorig = editie(
        "begroting",
        regel("lasten", "Subsidies", begroting=70),
        regel("lasten", "Advies", begroting=30),
    )

    document = editie("monitor-1", *(regel("lasten", naam, primitief=b) for naam, b in regels))

    assert [vondst.partition(", maar")[0] for vondst in vondsten(document, vorig)] == gevonden


def test_a_prestatie_is_compared_with_what_it_was() -> None:
    vorig = editie("begroting", regel(begroting=100), nummer="5.1.1", titel="Oud")

    document = editie("monitor-1", regel(primitief=90), voorheen="5.1.1")

    assert [vondst.split(":")[0] for vondst in vondsten(document, vorig)] == [
        f"error {GELD}[0].bedragen.primitief"
    ]


def test_what_one_became_is_compared_together() -> None:
    vorig = editie("begroting", regel(begroting=100), nummer="5.1.1", titel="Oud")
    delen = [
        prestatie(nummer=nummer, voorheen="5.1.1", financien={"regels": [regel(primitief=bedrag)]})
        for nummer, bedrag in (("5.1.2", 60), ("5.1.3", 30))
    ]

    document = boekwerk(*delen)

    assert vondsten(document, vorig) == [
        f"error {GELD}: 5.1.2 en 5.1.3 samen, lasten: {is_maar('90', '100')}"
    ]
    assert vondsten(document, editie("begroting", regel(begroting=90), nummer="5.1.1")) == []


@pytest.mark.parametrize(
    ("bedragen", "elders", "gevonden"),
    [
        (
            {"primitief": 50},
            [],
            [
                (
                    f"warning {GELD}: 5.1.2 staat niet in ‘begroting’, maar heeft al ‘primitief’:"
                    f" lasten {EURO}50"
                )
            ],
        ),
        ({"primitief": 0, "wijzigingen": 50}, [], []),
        ({"primitief": 50}, ["5.1.2"], []),  # others delivered it then
    ],
)
def test_a_prestatie_that_is_new_opens_with_nothing(
    bedragen: dict[str, object], elders: list[str], gevonden: list[str]
) -> None:
    vorig = editie("begroting", regel(begroting=100), nummer="5.1.1", titel="Oud")
    oud = prestatie(nummer="5.1.1", titel="Oud", financien={"regels": [regel(primitief=100)]})
    nieuw = prestatie(financien={"regels": [regel(**bedragen)]})

    document = boekwerk(oud, nieuw)

    assert vondsten(document, vorig.model_copy(update=_elders(elders))) == gevonden


def _elders(nummers: list[str]) -> dict[str, object]:
    return {"elders": boekwerk(elders=nummers).elders}


def test_a_prestatie_without_money_has_nothing_to_compare() -> None:
    vorig = editie("begroting", regel(begroting=100))

    assert vondsten(editie("monitor-1"), vorig) == []
    assert vondsten(editie("monitor-1", regel(primitief=9)), editie("begroting")) == []
