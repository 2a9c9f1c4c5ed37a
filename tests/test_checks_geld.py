"""F1, F2 and F3 on the figures, F8: totals from elsewhere, regels, the years of a begroting."""

from __future__ import annotations

from typing import Any

import pytest
from bouwstenen import goed, vondsten

from reportgen import check
from reportgen.model import Boekwerk

TOTAAL = "5.1.2 financien.controletotalen[0]"
REGEL = "5.1.2 financien.regels"
MONITOR = {"primitief": "1350000", "wijzigingen": "125000", "gerealiseerd": "900000"}
BEGROTING = {"soort": "begroting", "peildatum": None}
JAREN = ["realisatie_t2", "begroting_t1", "begroting", "raming_1", "raming_2", "raming_3"]


def met_totaal(post: str, kolom: str, bedrag: str, **boek: object) -> Boekwerk:
    """A monitor of 1,475,000 lasten and 200,000 baten, and what a controller says of it."""
    regels = [
        {"soort": "lasten", "bedragen": {**MONITOR, "prognose": "1500000.50"}},
        {"soort": "baten", "bedragen": {"primitief": "200000", "wijzigingen": "0"}},
    ]
    totaal = {"post": post, "kolom": kolom, "bedrag": bedrag}
    return goed(financien={"regels": regels, "controletotalen": [totaal]}, boek=boek)


def met_regels(*regels: dict[str, Any], boek: dict[str, Any] | None = None) -> Boekwerk:
    """A document with these regels."""
    eigen = {"voortgang": None} if boek and boek["soort"] == "begroting" else {}
    return goed(financien={"regels": regels}, boek=boek, **eigen)


def begroot(
    *bedragen: str | None, grens: int = 3, soort: str = "lasten", aard: str | None = None
) -> Boekwerk:
    """A begroting of one regel, with these amounts from t-2 on; what is incidental ends in time."""
    gegeven = {naam: b for naam, b in zip(JAREN, bedragen, strict=True) if b is not None}
    regel = {"soort": soort, "omschrijving": "Inhuur", "aard": aard, "bedragen": gegeven}
    profiel = {"drempels": {"incidenteel_jaren": grens}}
    return met_regels(regel, boek={**BEGROTING, "profiel": profiel})


@pytest.mark.parametrize(
    ("rule", "totaal", "bedragen"),
    [
        ("F1", ("lasten", "gerealiseerd", "900000.01"), "900.000 900.000,01 0,01"),
        ("F1", ("toevoeging", "primitief", "5"), "0 5 5"),  # no such regel: zero
        ("F2", ("saldo", "primitief", "-1000000"), "-1.150.000 -1.000.000 150.000"),
        ("F3", ("lasten", "actueel", "1350000"), "1.475.000 1.350.000 125.000"),
        ("F3", ("resultaat", "actueel", "0"), "-1.275.000 0 1.275.000"),  # of the column
    ],
)
def test_a_figure_that_is_not_the_one_of_the_ledger_is_found(
    rule: str, totaal: tuple[str, str, str], bedragen: str
) -> None:
    document = met_totaal(*totaal)

    cijfer, ander, verschil = (f"€\u00a0{bedrag}" for bedrag in bedragen.split())
    wat = f"komt uit op {cijfer}, het controletotaal is {ander}: {verschil} verschil"
    assert vondsten(rule, document) == [f"{TOTAAL}.bedrag: {totaal[0]} ({totaal[1]}) {wat}"]
    assert {p.severity for p in check(document) if p.rule in ("F1", "F2", "F3")} == {"error"}


@pytest.mark.parametrize(
    "totaal",
    [
        ("lasten", "primitief", "1350000.00"),
        ("lasten", "prognose", "1500000.50"),
        ("lasten", "actueel", "1475000"),
        ("lasten", "ruimte", "575000"),  # not printed in this profile
        ("lasten", "verschil", "-25000.50"),  # favourable is positive
        ("onttrekking", "actueel", "0"),
        ("saldo", "actueel", "-1275000"),
        ("resultaat", "primitief", "-1150000"),
    ],
)
@pytest.mark.parametrize("tekens", ["V/N", "baten negatief", "min is voordelig"])
def test_a_figure_that_is_the_one_of_the_ledger_is_right(
    tekens: str, totaal: tuple[str, str, str]
) -> None:
    profiel = {"notatie": {"tekens": tekens}}  # how it prints is another matter

    document = met_totaal(*totaal, profiel=profiel)

    assert [p for p in check(document) if p.rule in ("F1", "F2", "F3")] == []


def test_a_total_with_the_other_sign_is_told_so() -> None:  # F3
    (problem,) = (p for p in check(met_totaal("saldo", "actueel", "1275000")) if p.rule == "F3")

    assert problem.hint.startswith("alleen het teken verschilt")


@pytest.mark.parametrize(("rule", "post"), [("F1", "baten"), ("F2", "saldo")])
def test_a_total_of_something_that_is_not_known_is_a_warning(rule: str, post: str) -> None:
    document = met_totaal(post, "gerealiseerd", "0")

    wat = f"{post} (gerealiseerd) is niet te vergelijken met het controletotaal"
    assert vondsten(rule, document) == [f"{TOTAAL}.bedrag: {wat}: er ontbreekt een bedrag"]
    assert {p.severity for p in check(document) if p.rule == rule} == {"warning"}


def test_a_total_beside_no_regels_is_a_warning() -> None:  # F1
    totaal = {"post": "lasten", "kolom": "primitief", "bedrag": "0"}

    document = goed(financien={"controletotalen": [totaal]})

    assert [p.severity for p in check(document) if p.rule == "F1"] == ["warning"]


def test_a_total_of_a_column_that_is_not_there_is_found() -> None:  # F1
    document = met_totaal("lasten", "begroting", "0")

    (problem,) = (p for p in check(document) if p.rule == "F1")

    assert f"{problem.where}: {problem.message}" == (
        f"{TOTAAL}.kolom: een monitor heeft geen kolom ‘begroting’"
    )
    assert problem.hint == (
        "kies uit: primitief, wijzigingen, actueel, gerealiseerd, prognose, verschil, ruimte"
    )


def test_a_total_of_a_column_of_the_profile_is_compared() -> None:  # F3
    eigen = {"naam": "over", "kop": "Over", "som": "prognose - gerealiseerd"}
    profiel = {"kolommen": {"monitor": ["primitief", eigen]}}

    right = met_totaal("lasten", "over", "600000.5", profiel=profiel)
    wrong = met_totaal("lasten", "over", "600000", profiel=profiel)

    assert vondsten("F3", right) == []
    assert len(vondsten("F3", wrong)) == 1


def test_a_regel_that_is_there_twice_is_found() -> None:  # F1
    regel = {"soort": "lasten", "omschrijving": "Subsidies", "bedragen": MONITOR}

    document = met_regels(regel, {"soort": "baten", "bedragen": MONITOR}, regel)

    wat = "lasten ‘Subsidies’ staat er twee keer; in de tabel telt dat dubbel"
    assert vondsten("F1", document) == [f"{REGEL}[2]: {wat}"]
    assert {p.severity for p in check(document)} == {"warning"}


@pytest.mark.parametrize(
    "anders",
    [
        {"soort": "baten"},
        {"omschrijving": "Subsidies II"},
        {"aard": "incidenteel"},
        {"taakveld": "8.1"},
        {"categorie": "4.3.1"},
    ],
)
def test_a_regel_that_differs_is_no_other_one_twice(anders: dict[str, str]) -> None:  # F1
    regel = {"soort": "lasten", "omschrijving": "Subsidies", "bedragen": MONITOR}

    assert vondsten("F1", met_regels(regel, {**regel, **anders})) == []


def test_a_regel_without_any_amount_is_found() -> None:  # F1
    empty, zero = ({"soort": "baten", "bedragen": b} for b in ({}, {"primitief": "0"}))

    wat = "baten heeft geen enkel bedrag; ook de totalen worden onbekend"
    assert vondsten("F1", met_regels(empty)) == [f"{REGEL}[0].bedragen: {wat}"]
    assert vondsten("F1", met_regels(zero)) == []


@pytest.mark.parametrize(
    ("bedragen", "grens", "jaren"),
    [
        (("0", "0", "1", "1", "1", "1"), 3, "4 jaar (2017, 2018, 2019 en 2020)"),
        (("0", "1", "1", "1", "1", "0"), 3, "4 jaar (2016, 2017, 2018 en 2019)"),
        (("1", "1", "1", "1", "0", "0"), 3, "4 jaar (2015, 2016, 2017 en 2018)"),
        (("0", "0", "1", "0", "1", "0"), 1, "2 jaar (2017 en 2019)"),
    ],
)
def test_an_incidental_regel_that_lasts_too_long_is_found(  # F8
    bedragen: tuple[str, ...], grens: int, jaren: str
) -> None:
    gevonden = vondsten("F8", begroot(*bedragen, grens=grens, aard="incidenteel"))

    wat = f"lasten ‘Inhuur’ is incidenteel, maar loopt {jaren}; de grens is {grens} jaar"
    assert gevonden == [f"{REGEL}[0].aard: {wat}"]


@pytest.mark.parametrize(
    ("bedragen", "aard", "soort"),
    [
        (("0", "0", "1", "1", "1", "0"), "incidenteel", "lasten"),  # on the limit
        (("1", "0", "1", "1", "1", "0"), "incidenteel", "lasten"),  # a gap: another occasion
        (("1", "1", "0", "1", "1", "1"), "incidenteel", "lasten"),
        (("1", "1", "1", "1", "1", "1"), "structureel", "lasten"),
        (("1", "1", "1", "1", "1", "1"), None, "lasten"),
        (("1", "1", "1", "1", "1", "1"), "incidenteel", "onttrekking"),  # by nature
    ],
)
def test_a_regel_that_ends_in_time_is_right(  # F8
    bedragen: tuple[str, ...], aard: str | None, soort: str
) -> None:
    assert vondsten("F8", begroot(*bedragen, aard=aard, soort=soort)) == []


@pytest.mark.parametrize(
    ("bedragen", "mist"),
    [
        ((None, None, "5", "5", None, None), "raming_2 en raming_3"),
        (("5", None, None, None, None, None), "raming_1, raming_2 en raming_3"),
    ],
)
def test_a_begroting_without_its_three_years_is_found(  # F8
    bedragen: tuple[str | None, ...], mist: str
) -> None:
    assert vondsten("F8", begroot(*bedragen)) == [
        f"{REGEL}[0].bedragen: lasten ‘Inhuur’ mist {mist}"
    ]


def test_the_three_years_may_be_zero_or_all_unknown() -> None:  # F8
    zero, unknown = begroot("5", "5", "5", "0", "0", "0"), begroot(*[None] * 6)

    assert vondsten("F8", zero) == []
    assert vondsten("F8", unknown) == []  # F1 tells of a regel without any amount
