"""Figures in running text: what is found, what it is worth, how exactly, and what is no figure."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal

import pytest
from bouwstenen import bedragen
from hypothesis import given
from hypothesis import strategies as st

from reportgen import notation
from reportgen.model import Notatie
from reportgen.notation import (
    netjes,
    vind_bedragen,
    vind_datums,
    vind_jaren,
    vind_kale_getallen,
    vind_percentages,
)

KAAL = Notatie()
ZUID_HOLLAND = Notatie(euro_spatie="geen", hele_euros=",-")
Amount = tuple[str, str, str]
"""As it stands in the text, its worth in euros, and what one step of its last digit is worth."""


def _amounts(text: str) -> list[Amount]:
    return [(text[b.begin : b.eind], f"{b.waarde:f}", f"{b.stap:f}") for b in vind_bedragen(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("met € 2,65 miljoen.", ("€ 2,65 miljoen", "2650000", "10000")),
        ("met € 337.615.", ("€ 337.615", "337615", "1")),
        ("van €1.000,- naar", ("€1.000,-", "1000", "1")),
        ("van € 50.000,-- naar", ("€ 50.000,--", "50000", "1")),
        ("van € 50.000.-- naar", ("€ 50.000.--", "50000", "1")),
        ("(€ 0,3 mln)", ("€ 0,3 mln", "300000", "100000")),
        ("€ 12,50", ("€ 12,50", "12.50", "0.01")),
        ("€ 3 miljard", ("€ 3 miljard", "3000000000", "1000000000")),
        ("€ 450 duizend", ("€ 450 duizend", "450000", "1000")),
        ("€450k", ("€450k", "450000", "1000")),
        ("€ 340.000", ("€ 340.000", "340000", "1")),
        ("circa € 340.000", ("€ 340.000", "340000", "10000")),
        ("zo’n € 2,60 miljoen", ("€ 2,60 miljoen", "2600000", "10000")),  # a typed 0 is a digit
        ("ruim € 30 miljoen", ("€ 30 miljoen", "30000000", "10000000")),
        ("ca. € 0", ("€ 0", "0", "1")),
        ("€ -1.275.000", ("€ -1.275.000", "-1275000", "1")),
        ("€\u00a01.350.000", ("€\u00a01.350.000", "1350000", "1")),
        ("2,5 miljoen euro", ("2,5 miljoen euro", "2500000", "100000")),
        ("500 euro", ("500 euro", "500", "1")),
        # badly written, and yet they can be read in one way only
        ("EUR 500", ("EUR 500", "500", "1")),
        ("€ 10 ,1 miljoen", ("€ 10 ,1 miljoen", "10100000", "100000")),
        ("€ 1350000", ("€ 1350000", "1350000", "1")),
        ("€ 1,350,000", ("€ 1,350,000", "1350000", "1")),
        ("€ 1,350", ("€ 1,350", "1350", "1")),  # euros have no third decimal
        ("€ 1,350 miljoen", ("€ 1,350 miljoen", "1350000", "1000")),
        ("€ 1 350 000", ("€ 1 350 000", "1350000", "1")),
        ("€ 1.5 miljoen", ("€ 1.5 miljoen", "1500000", "100000")),
        # the unit stands behind the other end of the range
        ("€ 1 à 2 miljoen", ("€ 1", "1000000", "1000000")),
    ],
)
def test_an_amount_is_found_with_its_worth_and_its_precision(text: str, found: Amount) -> None:
    assert _amounts(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "x € 1.000",  # the unit above a table
        "(x € 1 miljoen)",
        "€ 500m2",
        "€ 3 M",
        "€ 3 miljoenen",
        "€ 1.2.3",
        "€ 1.3500",
        "€ veel",
        "eurozone, 5 euro-munten",
        "€ " + "9" * 21,
        "1.350.000",
    ],
)
def test_what_could_be_something_else_is_no_amount(text: str) -> None:
    assert _amounts(text) == []


def test_amounts_come_in_order_each_once() -> None:
    text = "van € 1 miljoen naar 2 miljoen euro en € 3 euro, tussen € 4 en € 5"

    found = [text[b.begin : b.eind] for b in vind_bedragen(text)]

    assert found == ["€ 1 miljoen", "2 miljoen euro", "€ 3", "€ 4", "€ 5"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(9,0%)", [("9,0%", "9.0", "0.1")]),
        ("52 procent van", [("52 procent", "52", "1")]),
        ("12,5 %", [("12,5 %", "12.5", "0.1")]),
        ("24.1%", [("24.1%", "24.1", "0.1")]),
        ("1.250%", [("1.250%", "1250", "1")]),
        ("bijna 40%", [("40%", "40", "10")]),
        ("5% en 7%", [("5%", "5", "1"), ("7%", "7", "1")]),
        ("9 procentpunt", []),
        ("9%-punt", []),
        ("veel procent", []),
        ("1.2.3%", []),
    ],
)
def test_a_percentage_is_found_with_its_precision(text: str, found: list[Amount]) -> None:
    percentages = vind_percentages(text)

    assert [(text[p.begin : p.eind], str(p.waarde), f"{p.stap:f}") for p in percentages] == found


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 2017 bouwen wij.", [2017]),
        ("9 maart 2016", [2016]),
        ("2015 t/m 2019", [2015, 2019]),
        ("de periode 2015-2019", [2015, 2019]),
        ("2016/2017", [2016, 2017]),
        ("(2019)", [2019]),
        ("Monitor 2017-I", [2017]),
        ("begroting 2016 na wijziging", [2016]),
        ("In 2017 PS", [2017]),
        ("besluit 2017-14", []),
        ("2017-04-01 en 1-4-2017", []),
        ("€ 2017", []),
        ("2000 woningen", []),
        ("Wij planten 2000 bomen", []),
        ("ruim 2000 bezoekers", []),
        ("Dorpsstraat 2012", []),
        ("Postbus 2010", []),
        ("2017 AB Veenlo", []),
        ("038 2016", []),
        ("https://x.nl/2016/a", []),
        ("N2016, 2016,5 en 2016%", []),
        ("1989 en 2100", []),
    ],
)
def test_a_year_stands_alone_as_a_year(text: str, years: list[int]) -> None:
    assert [year.jaar for year in vind_jaren(text)] == years


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("op 1-4-2017 en", ("1-4-2017", "1 april 2017")),
        ("01/04/2017", ("01/04/2017", "1 april 2017")),
        ("1.4.2017", ("1.4.2017", "1 april 2017")),
        ("2017-04-01", ("2017-04-01", "1 april 2017")),
        ("1 April 2017", ("1 April 2017", "1 april 2017")),
        ("op 1 Mei,", ("1 Mei", "1 mei")),
        ("01 april 2017", ("01 april 2017", "1 april 2017")),
        *((text, None) for text in ("1 april 2017", "31-2-2017", "1-4-17", "12-4-2017-3", "4.2.3")),
    ],
)
def test_a_date_that_is_not_written_out_is_found(text: str, found: tuple[str, str] | None) -> None:
    assert [(text[d.begin : d.eind], d.goed) for d in vind_datums(text)] == [found] * bool(found)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Het gaat om 12500 inwoners.", ["12.500"]),
        ("In 15000 gevallen", ["15.000"]),
        ("ruim 100000", ["100.000"]),
        *(
            (text, [])
            for text in [
                "9999 inwoners",  # four digits may do without
                "Postbus 10078",
                "ISO 14001",
                "nr. 12345 en zaaknummer 1234567",
                "06 12345678 of 0570123456",
                "PS/2017/12345 en 12345-6",
                "430003: Belastingen",
                "20170401",
                "€ 1350000, 1350000 euro en 10000%",
                "https://x.nl/12345 en a12345",
                "een Kamervraag over N 12345",
                "123456789",
            ]
        ),
    ],
)
def test_a_large_number_without_points_is_found_where_it_is_no_code(
    text: str, right: list[str]
) -> None:
    assert [found.goed for found in vind_kale_getallen(text)] == right


@pytest.mark.parametrize(
    ("text", "notatie", "right"),
    [
        ("€250.000", KAAL, "€\u00a0250.000"),
        ("€ 250.000", ZUID_HOLLAND, "€250.000,-"),
        ("€ 1.000,-", KAAL, "€\u00a01.000"),
        ("€ 10 ,1 miljoen", KAAL, "€\u00a010,1 miljoen"),
        ("€ 10,1 mln", ZUID_HOLLAND, "€10,1 mln"),
        ("€ 1,350,000", KAAL, "€\u00a01.350.000"),
        ("€ 12,5", KAAL, "€\u00a012,50"),
        ("€ 12,50", ZUID_HOLLAND, "€12,50"),
        ("€450k", KAAL, "€\u00a0450.000"),
        ("1350000 euro", KAAL, "1.350.000 euro"),
        ("2.5 miljoen euro", KAAL, "2,5 miljoen euro"),
    ],
)
def test_an_amount_is_written_as_the_profile_does(text: str, notatie: Notatie, right: str) -> None:
    (found,) = vind_bedragen(text)

    assert netjes(found, notatie) == right


@pytest.mark.parametrize(
    ("text", "right"), [("24.1%", "24,1%"), ("9 %", "9%"), ("24.1 procent", "24,1 procent")]
)
def test_a_percentage_is_written_with_a_comma_and_no_space(text: str, right: str) -> None:
    (found,) = vind_percentages(text)

    assert netjes(found, KAAL) == right


@pytest.mark.parametrize(
    ("text", "euros", "agrees"),
    [
        ("€ 2,65 miljoen", "2650000", True),
        ("€ 2,65 miljoen", "2645000", True),  # half away from zero
        ("€ 2,65 miljoen", "2644999", False),
        ("€ 2,65 miljoen", "-2650000", True),  # signs do not count
        ("€ 338.000", "337615", True),  # as the table in thousands shows it
        ("€ 337.000", "337615", False),
        ("€ 337.615", "337614", False),
        ("ruim € 2,6 miljoen", "2690000", True),
        ("bijna € 2,7 miljoen", "2610000", True),
        ("ruim € 2,6 miljoen", "2700000", False),
        ("€ 3 miljoen", "2650000", True),
    ],
)
def test_a_figure_agrees_with_the_data_as_exactly_as_it_counts(
    text: str, euros: str, *, agrees: bool
) -> None:
    (found,) = vind_bedragen(text)

    assert notation.klopt(found, Decimal(euros), KAAL) is agrees


@given(bedragen(), st.sampled_from((KAAL, ZUID_HOLLAND)))
def test_what_is_printed_is_found_again(euros: Decimal, notatie: Notatie) -> None:
    text = f"Wij besteden {notation.bedrag(euros, notatie)} aan subsidies."

    (found,) = vind_bedragen(text)

    assert found.waarde == euros
    assert text[found.begin : found.eind] == netjes(found, notatie)


FINDERS: tuple[Callable[[str], object], ...] = (
    vind_bedragen,
    vind_percentages,
    vind_jaren,
    vind_datums,
    vind_kale_getallen,
)
HOSTILE = (
    *("€", "€ 1", "1.", "1,", "111 ", "1 ,1", "€ 1 à ", "circa ", "euro ", "1 procent "),
    *(
        "2017-",
        "2017 ",
        "1-4-2017 ",
        "12345 ",
        "1 April ",
        "straat ",
        "A 2017 ",
        " ",
        "\n",
        "(2017",
    ),
)


@pytest.mark.parametrize("mark", HOSTILE)
def test_a_hundred_thousand_signs_are_read_in_a_moment(mark: str) -> None:
    text = mark * (100_000 // len(mark)) + " z 5% 5 euro € 20"
    begin = time.perf_counter()

    for find in FINDERS:
        find(text)

    assert time.perf_counter() - begin < 5  # a square would take minutes
