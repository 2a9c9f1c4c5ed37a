"""F6: the relation with a reserve agrees with what goes in and out, and nothing goes below zero."""

from __future__ import annotations

from typing import Any

import pytest
from bouwstenen import boekwerk, goed, prestatie, vondsten

from reportgen import check
from reportgen.model import Boekwerk

RESERVE = "5.1.2 basisinformatie.reserve"
LIJST = [{"naam": "Wegen", "stand": "500"}, {"naam": "Natuur en water", "stand": "0"}]


def regel(soort: str, bedrag: str | None, omschrijving: str = "", **anders: str) -> dict[str, Any]:
    """A regel with one amount, in a monitor the one that was realised."""
    bedragen = {} if bedrag is None else {"gerealiseerd": bedrag}
    return {"soort": soort, "omschrijving": omschrijving, "bedragen": {**bedragen, **anders}}


LASTEN = regel("lasten", "5")


def met(
    naam: str | None, relatie: str, *regels: dict[str, Any], reserves: list[dict[str, str]] = LIJST
) -> Boekwerk:
    """A monitor with one prestatie, its reserve and its regels."""
    basis: dict[str, Any] = {"looptijd": "Structureel"}
    if naam:
        basis["reserve"] = {"naam": naam, "relatie": relatie}
    return goed(basisinformatie=basis, financien={"regels": regels}, boek={"reserves": reserves})


@pytest.mark.parametrize(
    ("document", "waar", "wat"),
    [
        (
            met("Wegen", "nee", LASTEN, regel("onttrekking", "5")),
            ".relatie",
            "de relatie met reserve ‘Wegen’ is nee, maar er is een onttrekking",
        ),
        (
            met("Wegen", "nee", regel("toevoeging", "5", "Storting wegen")),
            ".relatie",
            "de relatie met reserve ‘Wegen’ is nee, maar er is een toevoeging ‘Storting wegen’",
        ),
        (
            met("Wegen", "ja", LASTEN),
            ".relatie",
            "de relatie met reserve ‘Wegen’ is ja, maar er gaat niets in of uit",
        ),
        (
            met("Wegen", "ja", LASTEN, regel("onttrekking", "0", primitief="0")),
            ".relatie",
            "de relatie met reserve ‘Wegen’ is ja, maar er gaat niets in of uit",
        ),
        (
            met("Wegen", "ja", regel("lasten", None)),
            ".relatie",
            "de relatie met reserve ‘Wegen’ is ja, maar er gaat niets in of uit",
        ),
        (
            met(None, "", LASTEN, regel("onttrekking", "5")),
            "",
            "er is een onttrekking, maar om welke reserve het gaat staat er niet",
        ),
        (
            met("Weegen", "ja", regel("onttrekking", "5")),
            ".naam",
            "reserve ‘Weegen’ staat niet bij de reserves van het boekwerk",
        ),
    ],
)
def test_a_relation_that_does_not_agree_with_the_figures_is_found(
    document: Boekwerk, waar: str, wat: str
) -> None:
    assert vondsten("F6", document) == [f"{RESERVE}{waar}: {wat}"]
    assert {p.severity for p in check(document)} == {"warning"}


@pytest.mark.parametrize(
    "document",
    [
        met("Wegen", "ja", regel("onttrekking", "5")),
        met("Wegen", "ja", regel("toevoeging", "0", prognose="5")),  # in another column
        met("Wegen", "ja"),  # no amounts at all
        met("Wegen", "ja", LASTEN, regel("onttrekking", None)),  # not known yet
        met("Wegen", "nee", LASTEN),
        met("Wegen", "nee", LASTEN, regel("onttrekking", "0", primitief="0")),
        met("Wegen", "nee", regel("toevoeging", "5", "Natuur en water")),  # another reserve
        met("Wegen", "nee", regel("toevoeging", "5", "Reserve Cultuur")),
        met(None, "", LASTEN),
        met(None, "", regel("toevoeging", "5", "reserve wegen")),  # named by the regel
        met("Reserve  wegen", "ja", regel("onttrekking", "5")),  # the same name
        met("Kunst", "nee", LASTEN),  # no relation, so no balance is needed
        met("Kunst", "ja", regel("onttrekking", "5"), reserves=[]),  # no list to be on
    ],
)
def test_a_relation_that_agrees_or_may_agree_is_right(document: Boekwerk) -> None:
    assert vondsten("F6", document) == []


def test_the_name_that_was_meant_is_told() -> None:
    alike, strange = (met(naam, "ja", regel("onttrekking", "5")) for naam in ("Weegen", "Kunst"))

    hints = [p.hint for document in (alike, strange) for p in check(document) if p.rule == "F6"]

    assert hints == ["bedoelt u ‘Wegen’?", "zet de reserve met haar stand bij reserves"]


def twee(soort: str, *bedragen: dict[str, str], **toevoeging: str) -> Boekwerk:
    """Two prestaties that withdraw from a reserve of 500; the second may add to it as well."""
    reserve = {"reserve": {"naam": "Wegen", "relatie": "ja"}}
    regels = [[{"soort": "onttrekking", "bedragen": deel}] for deel in bedragen]
    if toevoeging:
        regels[1].append({"soort": "toevoeging", "bedragen": toevoeging})
    prestaties = [
        prestatie(nummer=f"5.1.{nr}", basisinformatie=reserve, financien={"regels": eigen})
        for nr, eigen in enumerate(regels)
    ]
    return boekwerk(*prestaties, soort=soort, reserves=LIJST)


BUDGET = {"primitief": "200", "wijzigingen": "100"}


def tekort(reserve: str, woord: str, bedragen: str) -> str:
    """Say what a reserve is short of: that amount, its balance, what goes in and what goes out."""
    mist, stand, erbij, eraf = (f"€\u00a0{bedrag}" for bedrag in bedragen.split())
    komt = f"reserve ‘{reserve}’ komt {mist} tekort: de stand is {stand}"
    return f"{komt}, {woord} is {erbij} erbij en {eraf} eraf"


@pytest.mark.parametrize(
    ("document", "woord", "bedragen"),
    [
        (
            twee("begroting", {"begroting": "250"}, {"begroting": "250.01"}),
            "begroot",
            "0,01 500 0 500,01",
        ),
        (
            twee("monitor", BUDGET, {**BUDGET, "prognose": "400"}, primitief="1", wijzigingen="9"),
            "verwacht",
            "190 500 10 700",
        ),
        (
            twee("jaarverslag", {"gerealiseerd": "600"}, {"primitief": "5"}),  # one not known
            "gerealiseerd",
            "100 500 0 600",
        ),
    ],
)
def test_more_than_there_is_cannot_go_out(document: Boekwerk, woord: str, bedragen: str) -> None:
    gevonden = vondsten("F6", document)

    assert gevonden == [f"reserves[0].stand: {tekort('Wegen', woord, bedragen)}"]


@pytest.mark.parametrize(
    "document",
    [
        twee("begroting", {"begroting": "250"}, {"begroting": "250", "raming_1": "900"}),
        twee("monitor", BUDGET, {**BUDGET, "prognose": "200"}),  # the forecast counts
        twee("monitor", BUDGET, BUDGET, prognose="100"),  # what goes in may go out
        twee("monitor", BUDGET, BUDGET, primitief="0"),  # what goes in is not known
        twee("jaarverslag", {"gerealiseerd": "300"}, {"gerealiseerd": "200", "primitief": "900"}),
    ],
)
def test_up_to_the_balance_may_go_out(document: Boekwerk) -> None:
    assert vondsten("F6", document) == []


def test_without_a_relation_nothing_is_held_against_the_balance() -> None:
    document = met("Wegen", "nee", regel("onttrekking", "5", prognose="9000"))

    assert [str(p.where) for p in check(document) if p.rule == "F6"] == [f"{RESERVE}.relatie"]


def test_a_regel_that_names_another_reserve_counts_there() -> None:
    document = met("Wegen", "ja", regel("onttrekking", "5", "Uit Natuur en water", prognose="8"))

    gevonden = vondsten("F6", document)

    wat = tekort("Natuur en water", "verwacht", "8 0 0 8")
    assert gevonden == [f"reserves[1].stand: {wat}"]
