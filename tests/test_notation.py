"""How Dutch writes numbers and dates: exact strings, strict reading, and inverses as laws."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import get_args

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from reportgen import notation
from reportgen.errors import DataError
from reportgen.model import Eenheid, Notatie, Teken, Tekens

NBSP = "\u00a0"
STEPS: dict[Eenheid, int] = {"euro": 1, "duizend": 1_000, "miljoen": 100_000}
"""What the last digit of a cell stands for, in euros."""

NOTATIES = st.builds(
    Notatie,
    eenheid=st.sampled_from(["euro", "duizend", "miljoen"]),
    euro_spatie=st.sampled_from(["hard", "geen"]),
    nul=st.sampled_from(["0", "-", "€ -"]),
    min=st.sampled_from(["-", "−", "-/-"]),
    tekens=st.sampled_from(get_args(Tekens)),
    hele_euros=st.sampled_from(["kaal", ",-"]),
    onbekend=st.sampled_from(["n.b.", "?", "nog niet bekend"]),
    voordelig=st.sampled_from(["V", "voordeel"]),
    nadelig=st.sampled_from(["N", "nadeel"]),
)
WAT = (*get_args(get_args(Teken)[0]), "verschil")
WHOLE = st.integers(-(10**12), 10**12)
CENTS = st.decimals(-3000, 3000, places=2) | st.decimals(-(10**15) + 1, 10**15 - 1, places=2)
Read = Callable[[str], object]
REFUSED: list[tuple[Read, str]] = [
    *((notation.parse_getal, text) for text in ("1250.50", "1,234.5", "12.34", "1350")),  # N2
    *((notation.parse_getal, text) for text in ("1.3500", "1.350,", ",5", "+5", "- 5", "\u22125")),
    *((notation.parse_getal, text) for text in ("", " 1", "1 350", "1.350\n", "1e3", "NaN", "1_0")),
    (notation.parse_getal, "001.350"),  # nothing prints so: a digit was mistyped or lost
    (notation.parse_getal, "٣"),  # a digit, but none of ours
    *((notation.parse_bedrag, text) for text in ("1.350", "€ 1250.50", "EUR 12")),
    *((notation.parse_miljoen, text) for text in ("€ 1,2", "1,2 miljoen")),
    *((notation.parse_cel, text) for text in ("12.34", "onbekend")),
    *((notation.parse_oordeel, text) for text in ("300 X", "300V", "-300 V", "0 V")),
    *((notation.parse_procent, text) for text in ("12,5", "12.5%", "12,5 %")),
    *((notation.parse_datum, text) for text in ("31 februari 2017", "0 mei 2017", "1 april 0")),
    *((notation.parse_datum, text) for text in ("1 April 2017", "1 april", "2017-04-01")),
    (notation.parse_datum, "29 februari 2017"),  # no leap year
    (notation.parse_datum, "٣ april 2017"),
]


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("0", 0, "0"),
        ("999", 0, "999"),
        ("1350", 0, "1.350"),  # four digits have their dot too
        ("1234567.89", 2, "1.234.567,89"),
        ("-150", 0, "-150"),
        ("4", 1, "4,0"),  # as many decimals as asked for, also when they are zero
        ("2.5", 0, "3"),  # N1: babel alone would print 2
        ("-2.5", 0, "-3"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("0.49999", 0, "0"),
        ("1.25", 1, "1,3"),
        ("0.045", 2, "0,05"),
        ("999.5", 0, "1.000"),  # rounding makes a group
        ("-0", 0, "0"),  # N3
        ("-0.4", 0, "0"),
        ("-0.004", 2, "0,00"),
        ("1E+6", 0, "1.000.000"),  # how Decimal holds a normalised million
        ("0.000001", 6, "0,000001"),  # the most decimals that an indicator may have
        ("999999999999999.99", 2, "999.999.999.999.999,99"),  # the largest amount of the model
    ],
)
def test_a_number_prints_with_dots_and_a_comma(value: str, decimals: int, text: str) -> None:
    printed = notation.getal(Decimal(value), decimals)

    assert printed == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1350000", f"€{NBSP}1.350.000"),
        ("50000.00", f"€{NBSP}50.000"),  # whole euros, however many zeros were typed
        ("1250.5", f"€{NBSP}1.250,50"),
        ("-12", f"€{NBSP}-12"),
        ("0.005", f"€{NBSP}0,01"),
        ("-0", f"€{NBSP}0"),  # N3
        ("-0.001", f"€{NBSP}0,00"),
    ],
)
def test_an_amount_in_running_text_has_a_hard_space(value: str, text: str) -> None:
    printed = notation.bedrag(Decimal(value))

    assert printed == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("1200000", 1, f"€{NBSP}1,2 miljoen"),
        ("2650000", 2, f"€{NBSP}2,65 miljoen"),
        ("2650000", 1, f"€{NBSP}2,7 miljoen"),
        ("-250000", 1, f"€{NBSP}-0,3 miljoen"),
        ("-49999", 1, f"€{NBSP}0,0 miljoen"),  # N3
    ],
)
def test_millions_are_spelled_out(value: str, decimals: int, text: str) -> None:
    printed = notation.miljoen(Decimal(value), Notatie(miljoen_decimalen=decimals))

    assert printed == text


def test_a_profile_can_leave_out_the_space_after_the_euro() -> None:
    notatie = Notatie(euro_spatie="geen")

    printed = notation.bedrag(Decimal("198.5"), notatie), notation.miljoen(Decimal(10**6), notatie)

    assert printed == ("€198,50", "€1,0 miljoen")


@pytest.mark.parametrize(
    ("notatie", "value", "text"),
    [
        (Notatie(), "1350000", "1.350"),
        (Notatie(), "500", "1"),  # N1: half a thousand
        (Notatie(), "-500", "-1"),
        (Notatie(), "2500", "3"),
        (Notatie(), "-2500", "-3"),
        (Notatie(), "499.99", "0"),
        (Notatie(), "-499.99", "0"),  # N3
        (Notatie(), None, "n.b."),
        (Notatie(onbekend="onbekend"), None, "onbekend"),
        (Notatie(eenheid="euro"), "1350000", "1.350.000"),
        (Notatie(eenheid="euro"), "-1250.50", "-1.251"),  # cents never stand in a table
        (Notatie(eenheid="miljoen"), "1350000", "1,4"),
        (Notatie(nul="-"), "0", "-"),
        (Notatie(nul="-"), "-400", "-"),  # what rounds to zero prints as zero
        (Notatie(nul="€ -", eenheid="miljoen"), "400", "€ -"),
        (Notatie(nul="-"), "100000", "100"),  # zeros inside a number are no zero
    ],
)
def test_a_cell_prints_as_the_profile_says(notatie: Notatie, value: str | None, text: str) -> None:
    printed = notation.cel(None if value is None else Decimal(value), notatie)

    assert printed == text


@pytest.mark.parametrize(
    ("notatie", "value", "text"),
    [
        (Notatie(), "300000", f"300{NBSP}V"),
        (Notatie(), "-100000", f"100{NBSP}N"),
        (Notatie(), "0", "0"),
        (Notatie(), "-400", "0"),  # no letter beside a zero, however it came about
        (Notatie(), None, "n.b."),
        (Notatie(voordelig="voordeel", nadelig="nadeel"), "-500", f"1{NBSP}nadeel"),
        (Notatie(eenheid="euro", voordelig="+"), "0.5", f"1{NBSP}+"),
    ],
)
def test_a_difference_has_its_letter(notatie: Notatie, value: str | None, text: str) -> None:
    euros = None if value is None else Decimal(value)

    printed = notation.geld(euros, "verschil", notatie)

    assert printed == text


def test_a_table_says_its_unit() -> None:
    lines = [notation.eenheid(Notatie(eenheid=eenheid)) for eenheid in STEPS]
    tight = notation.eenheid(Notatie(euro_spatie="geen"))

    assert lines == ["in euro's", f"x €{NBSP}1.000", f"x €{NBSP}1 miljoen"]
    assert tight == "x €1.000"


def test_percentages_dates_and_series_print_as_dutch_does() -> None:
    printed = [
        notation.procent(Decimal("12.5")),
        notation.procent(Decimal(9), 0),
        notation.procent(Decimal("-0.04")),  # N3
        notation.datum(date(2017, 4, 1)),
        notation.datum(date(2016, 2, 29)),
        notation.opsomming(["a", "b", "c"]),  # no comma before en
        *map(notation.opsomming, (["GS", "PS"], ["a"], [])),
    ]

    assert printed[:5] == ["12,5%", "9%", "0,0%", "1 april 2017", "29 februari 2016"]
    assert printed[5:] == ["a, b en c", "GS en PS", "a", ""]


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (notation.parse_bedrag, "€ 1.350.000", 1_350_000),  # typed with a plain space
        (notation.parse_bedrag, "€1.250,50", Decimal("1250.50")),
        (notation.parse_miljoen, "€ 2,65 miljoen", 2_650_000),
        (notation.parse_cel, "n.b.", None),
        (notation.parse_oordeel, "300 V", (300_000, 1)),  # a plain space before the letter
        (notation.parse_oordeel, f"100{NBSP}N", (100_000, -1)),
        (notation.parse_oordeel, "n.b.", (None, 0)),
        (notation.parse_bedrag, "€1.000,-", 1000),
        (notation.parse_procent, "12,5%", Decimal("12.5")),
        (notation.parse_opsomming, "", []),
    ],
)
def test_what_people_type_in_word_reads_back(read: Read, text: str, value: object) -> None:
    found = read(text)

    assert found == value


@pytest.mark.parametrize(("read", "text"), REFUSED)
def test_what_is_no_dutch_notation_is_refused_with_an_example(read: Read, text: str) -> None:
    with pytest.raises(DataError) as caught:
        read(text)

    [problem] = caught.value.problems
    assert (problem.rule, problem.severity) == ("D5", "error")
    assert "’ is geen " in problem.message
    assert problem.hint.startswith("schrijf zoals: ")


def test_a_refusal_of_a_long_text_stays_short() -> None:
    with pytest.raises(DataError) as caught:
        notation.parse_getal("x" * 10_000)

    assert len(str(caught.value)) < 200


def test_every_day_of_some_years_reads_back() -> None:
    days = [date(2015, 1, 1) + timedelta(n) for n in range(6 * 366)]  # two leap days among them

    found = [notation.parse_datum(notation.datum(day)) for day in days]

    assert found == days


@given(st.dates())
def test_any_day_reads_back(day: date) -> None:
    assert notation.parse_datum(notation.datum(day)) == day


@given(st.integers(0, 6).flatmap(lambda n: st.tuples(st.decimals(-9e9, 9e9, places=n), st.just(n))))
def test_a_number_reads_back_and_is_what_babel_prints(case: tuple[Decimal, int]) -> None:
    value, decimals = case
    pattern = f"#,##0.{'0' * decimals}".removesuffix(".")

    printed = notation.getal(value, decimals)

    assert notation.parse_getal(printed) == value
    assert printed == format_decimal(value or 0, pattern, locale="nl")  # N4, but for N3


@given(CENTS, NOTATIES)
def test_an_amount_reads_back(euros: Decimal, notatie: Notatie) -> None:
    assert notation.parse_bedrag(notation.bedrag(euros, notatie)) == euros


@given(WHOLE, NOTATIES, st.integers(0, 6))
def test_millions_read_back(units: int, notatie: Notatie, decimals: int) -> None:
    euros = Decimal(units).scaleb(6 - decimals)
    notatie = notatie.model_copy(update={"miljoen_decimalen": decimals})

    printed = notation.miljoen(euros, notatie)

    assert notation.parse_miljoen(printed) == euros


@given(st.none() | WHOLE, NOTATIES, st.sampled_from(WAT))
def test_a_cell_reads_back_in_every_unit_and_convention(
    units: int | None, notatie: Notatie, wat: Teken
) -> None:
    euros = None if units is None else Decimal(units * STEPS[notatie.eenheid])

    cell, money = notation.cel(euros, notatie), notation.geld(euros, wat, notatie)

    assert notation.parse_cel(cell, notatie) == euros
    assert notation.parse_geld(money, wat, notatie) == euros


# lasten 5, baten 3, saldo -2, and of each a difference of 1 that is favourable
@pytest.mark.parametrize(
    ("tekens", "printed"),
    [
        ("V/N", "5 3 -2 1_V"),
        ("V/N overal", "5_N 3_V 2_N 1_V"),
        ("plus is voordelig", "5 3 -2 1"),
        ("min is voordelig", "5 3 2 -1"),
        ("baten negatief", "5 -3 2 -1"),
        ("lasten negatief", "-5 3 -2 1"),
    ],
)
def test_each_convention_turns_its_own_amounts(tekens: Tekens, printed: str) -> None:
    notatie = Notatie(tekens=tekens, eenheid="euro")
    amounts: list[tuple[int, Teken]] = [(5, "lasten"), (3, "baten"), (-2, "saldo"), (1, "verschil")]

    found = [notation.geld(Decimal(euros), wat, notatie) for euros, wat in amounts]

    assert found == printed.replace("_", NBSP).split(" ")


@given(CENTS, NOTATIES)
def test_a_cell_is_rounded_half_away_from_zero_on_its_own(euros: Decimal, notatie: Notatie) -> None:
    step = STEPS[notatie.eenheid]

    rounded = notation.afronding(euros, notatie)

    assert rounded == (euros / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    assert notation.parse_cel(notation.cel(euros, notatie), notatie) == rounded
    assert rounded or (str(rounded), notation.cel(euros, notatie)) == ("0", notatie.nul)  # N3


@given(WHOLE.map(lambda tenths: Decimal(tenths).scaleb(-1)))
def test_a_percentage_reads_back(value: Decimal) -> None:
    assert notation.parse_procent(notation.procent(value)) == value


@given(st.lists(st.text("aen ,é-", min_size=1)).filter(notation.past_in_opsomming))
def test_a_series_that_fits_reads_back(parts: list[str]) -> None:
    assert notation.parse_opsomming(notation.opsomming(parts)) == parts


@pytest.mark.parametrize("part", ["a, b", "park en ride", "en", "en route", "klaar en"])
def test_a_part_with_a_comma_or_en_does_not_fit_in_a_series(part: str) -> None:
    assert not notation.past_in_opsomming(["a", part])
    assert notation.past_in_opsomming(["a", part.replace("en", "ende").replace(",", ";")])
