"""The values of a boekwerk: what can be read in one way is read, all else refused with a cure."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

import pytest
from bouwstenen import bezwaar, lees
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from reportgen.model import waarden
from reportgen.model.waarden import Bedrag, Meetwaarde, Mutatiebedrag, Tekstregel, Tekstveld

GEEN_GETAL = "schrijf alleen cijfers, bijvoorbeeld 1350000"
MINTEKEN = (
    "schrijf het bedrag zonder minteken: de soort (lasten, baten, toevoeging, onttrekking)"
    " geeft de richting"
)
STUURTEKEN = "verwijder dat teken, of typ de tekst rond die plaats opnieuw"


@pytest.mark.parametrize(
    ("geschreven", "tekst"),
    [
        ("Financie\u0308n", "Financi\u00ebn"),  # N: e and a combining trema are one letter
        ("a\u000bb", "a\nb"),  # what Word pastes for a line break
        ("a\u2028b\u2029c\u0085d\u000ce", "a\nb\nc\nd\ne"),
        ("a\r\nb\rc", "a\nb\nc"),
        (" \t\n a  b \n", "a  b"),  # outside only; what is typed inside stays
        ("a\tb\u00a0c\u00ad", "a\tb\u00a0c\u00ad"),  # tab, hard space, soft hyphen: Word has them
        ("{{ x }} &amp; <b> ]]>", "{{ x }} &amp; <b> ]]>"),
        ("😀 שלום", "😀 שלום"),
    ],
)
def test_a_text_is_cleaned_and_nothing_else(geschreven: str, tekst: str) -> None:
    gelezen = lees(Tekstveld, geschreven)

    assert gelezen == tekst


@pytest.mark.parametrize(
    ("geschreven", "melding"),
    [
        ("ab\u0000", "bevat op positie 3 een onzichtbaar stuurteken (U+0000)"),
        ("\u0007ab", "bevat op positie 1 een onzichtbaar stuurteken (U+0007)"),
        ("a\ud83db", "bevat op positie 2 een onzichtbaar stuurteken (U+D83D)"),  # half an emoji
        ("é\uffff", "bevat op positie 2 een onzichtbaar stuurteken (U+FFFF)"),
        ("a\u0092b", "bevat op positie 2 een onzichtbaar stuurteken (U+0092)"),  # cp1252 as latin-1
    ],
)
def test_a_control_character_is_refused_with_its_position(geschreven: str, melding: str) -> None:
    assert bezwaar(Tekstveld, geschreven) == (melding, STUURTEKEN)


@pytest.mark.parametrize(
    ("soort", "geschreven", "melding", "cure"),
    [
        (Tekstveld, "", "is leeg", "vul een tekst in of laat de regel weg"),
        (Tekstveld, " \n\t ", "is leeg", "vul een tekst in of laat de regel weg"),
        (Tekstregel, "a\nb", "loopt over meer regels", "zet deze tekst op één regel"),
        (Tekstregel, "a\u000bb", "loopt over meer regels", "zet deze tekst op één regel"),
    ],
)
def test_a_text_without_words_or_a_line_with_more_lines_is_refused(
    soort: object, geschreven: str, melding: str, cure: str
) -> None:
    assert bezwaar(soort, geschreven) == (melding, cure)


def test_a_text_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waarden, "MAX_TEKENS", 10)

    assert lees(Tekstveld, "a" * 10) == "a" * 10
    assert bezwaar(Tekstveld, "a" * 11) == ("is langer dan 10 tekens", "kort de tekst in")


@given(st.text())
def test_a_text_that_was_read_once_reads_the_same_again(tekst: str) -> None:
    try:
        gelezen = lees(Tekstveld, tekst)
    except ValidationError:
        return

    assert lees(Tekstveld, gelezen) == gelezen
    assert unicodedata.is_normalized("NFC", gelezen)


@pytest.mark.parametrize(
    ("geschreven", "bedrag"),
    [
        ("1350000", "1350000"),
        ("1250.50", "1250.5"),
        ("1250.5", "1250.5"),
        (" 5 ", "5"),
        ("0.00", "0"),
        ("-0", "0"),
        ("00012", "12"),
        (1350000, "1350000"),
        (Decimal("1250.50"), "1250.5"),
        (Decimal("1.35E+6"), "1350000"),  # how Decimal keeps a rounded number
        ("999999999999999.99", "999999999999999.99"),
    ],
)
def test_an_amount_is_read_exactly(geschreven: object, bedrag: str) -> None:
    gelezen = lees(Bedrag, geschreven)

    assert str(gelezen) == bedrag


@pytest.mark.parametrize(
    ("geschreven", "melding", "cure"),
    [
        (
            "1.350",
            "‘1.350’ kan op twee manieren worden gelezen",
            "schrijf 1350 als u duizendtallen bedoelt, of 1.35 als u decimalen bedoelt",
        ),
        (
            "1.350.000",
            "‘1.350.000’ kan op twee manieren worden gelezen",
            "schrijf 1350000: punten tussen duizendtallen bestaan alleen in druk",
        ),
        ("1250,50", "‘1250,50’ heeft een decimale komma", "schrijf 1250.50"),
        ("1.350.000,50", "‘1.350.000,50’ heeft een decimale komma", "schrijf 1350000.50"),
        ("€ 5", "‘€ 5’ heeft een euroteken", "schrijf alleen het getal"),
        ("EUR 5", "‘EUR 5’ heeft een euroteken", "schrijf alleen het getal"),
        (
            0.1 + 0.2,  # N5: pydantic alone would take it
            "0.30000000000000004 is een binaire breuk en dus niet precies",
            'schrijf bedragen als tekst, dus "0.30", of gebruik Decimal',
        ),
        (True, "is geen getal", GEEN_GETAL),  # True is an int to Python
        ([1], "is geen getal", GEEN_GETAL),
        ("1e5", "‘1e5’ is geen getal", GEEN_GETAL),
        ("1 350", "‘1 350’ is geen getal", GEEN_GETAL),
        ("1_350", "‘1_350’ is geen getal", GEEN_GETAL),  # Decimal alone would take it
        ("٣", "‘٣’ is geen getal", GEEN_GETAL),  # a digit elsewhere
        ("5%", "‘5%’ is geen getal", GEEN_GETAL),
        (
            "1250.505",
            "‘1250.505’ heeft meer dan twee cijfers achter de punt",
            "schrijf euro's en centen, bijvoorbeeld 1250.50",
        ),
        ("-5", "-5 heeft een minteken", MINTEKEN),
        ("1" + 15 * "0", "‘1000000000000000’ is te groot", "controleer het aantal nullen"),
        (10**15, "‘1000000000000000’ is te groot", "controleer het aantal nullen"),
    ],
)
def test_an_amount_that_is_not_plain_is_refused_with_its_cure(
    geschreven: object, melding: str, cure: str
) -> None:
    assert bezwaar(Bedrag, geschreven) == (melding, cure)


@pytest.mark.parametrize(
    "waarde",
    [
        "9" * 5000,
        pytest.param(10**5000, id="an int that Python does not print"),
        Decimal("1e1000000"),  # overflows in the arithmetic of Python itself
        Decimal("-1e999999"),
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
    ],
)
@pytest.mark.parametrize("soort", [Bedrag, Mutatiebedrag, Meetwaarde])
def test_a_number_beyond_all_bounds_is_refused_in_a_line(soort: object, waarde: object) -> None:
    melding, cure = bezwaar(soort, waarde)

    assert len(melding) < 100
    assert cure


def test_only_a_change_and_a_measurement_go_below_zero() -> None:
    gelezen = [lees(soort, "-3.5") for soort in (Mutatiebedrag, Meetwaarde)]

    assert gelezen == [Decimal("-3.5")] * 2


@pytest.mark.parametrize("geschreven", ["0.125", "-0.125", "1234.125", "24.1", "0"])
def test_a_measurement_keeps_its_decimals(geschreven: str) -> None:
    gelezen = lees(Meetwaarde, geschreven)  # no thousands begin with a zero, or have four digits

    assert str(gelezen) == geschreven


@pytest.mark.parametrize(("breuk", "cure"), [(0.125, '"0.125"'), (24.1, '"24.1"')])
def test_a_binary_measurement_is_cured_without_loss(breuk: float, cure: str) -> None:
    assert cure in bezwaar(Meetwaarde, breuk)[1]


@pytest.mark.parametrize("breuk", [float("nan"), float("inf")])
def test_the_cure_of_what_is_no_number_is_a_number(breuk: float) -> None:
    cure = bezwaar(Bedrag, breuk)[1]

    assert "nan" not in cure
    assert "inf" not in cure


@pytest.mark.parametrize("soort", [Bedrag, Mutatiebedrag, Meetwaarde])
@given(tekst=st.from_regex(r"[1-9]?[0-9]{0,5}([.,][0-9]{0,3}){0,2}", fullmatch=True))
@example(tekst="1.234")
@example(tekst="1250,509")
def test_what_a_cure_says_to_write_can_be_read_and_loses_no_cent(soort: object, tekst: str) -> None:
    try:
        lees(soort, tekst)
    except ValidationError as fout:
        cure = fout.errors()[0]["ctx"]["cure"]
        gelezen = [lees(soort, v) for v in re.findall(r"(?:schrijf|of) ([0-9.,]*[0-9])", cure)]

        zonder = tekst.replace(".", "").replace(",", "")
        lezingen = (tekst, zonder, f"0{tekst.replace('.', '').replace(',', '.')}")
        mogelijk = [Decimal(lezing) for lezing in lezingen if re.fullmatch(r"\d+\.?\d*", lezing)]
        assert [v for v in gelezen if v not in mogelijk] == []
