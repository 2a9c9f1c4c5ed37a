"""Dates, years, codes and addresses: one way to write each, a cure for every other way."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from bouwstenen import bezwaar, lees
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model import hoort_onder, past, volgorde
from reportgen.model.waarden import Datum, Jaar, Nummer, Webadres

ISO = "schrijf jaar-maand-dag, bijvoorbeeld 2017-04-01"
NUMMER = "een nummer bestaat uit cijfers en letters met punten ertussen, bijvoorbeeld 5.1.2"
HTTPS = "begin het adres met https:// (of http://, mailto:)"


@pytest.mark.parametrize(
    "waarde", ["2017-04-01", " 2017-04-01\n", date(2017, 4, 1)], ids=["text", "spaces", "date"]
)
def test_a_date_is_read(waarde: object) -> None:
    assert lees(Datum, waarde) == date(2017, 4, 1)


@pytest.mark.parametrize(
    ("waarde", "melding", "cure"),
    [
        ("1-4-2017", "‘1-4-2017’ is geen datum", "schrijf jaar-maand-dag: 2017-04-01"),
        ("01/04/2017", "‘01/04/2017’ is geen datum", "schrijf jaar-maand-dag: 2017-04-01"),
        ("2017-02-30", "‘2017-02-30’ bestaat niet op de kalender", "controleer dag en maand"),
        ("31-2-2017", "‘31-2-2017’ is geen datum", ISO),  # 2017-02-31 would be refused again
        ("2017-4-1", "‘2017-4-1’ is geen datum", ISO),
        ("1 april 2017", "‘1 april 2017’ is geen datum", ISO),
        (20170401, "‘20170401’ is geen datum", ISO),
        ("2017-04-01T00:00", "‘2017-04-01T00:00’ is geen datum", ISO),
        (
            datetime(2017, 4, 1, tzinfo=UTC),
            "is een tijdstip",
            "geef alleen de datum, bijvoorbeeld 2017-04-01",
        ),
    ],
)
def test_what_is_no_date_is_refused_with_its_cure(waarde: object, melding: str, cure: str) -> None:
    assert bezwaar(Datum, waarde) == (melding, cure)


@pytest.mark.parametrize("waarde", ["2017", 2017, " 2017 "])
def test_a_year_is_read(waarde: object) -> None:
    assert lees(Jaar, waarde) == 2017


@pytest.mark.parametrize("waarde", ["17", "1899", "2200", "2017.0", True, 2017.0, "٢٠١٧"])
def test_what_is_no_year_is_refused(waarde: object) -> None:
    melding, cure = bezwaar(Jaar, waarde)

    assert melding.endswith("is geen jaar")
    assert cure == "schrijf vier cijfers, zoals 2017"


@pytest.mark.parametrize(
    ("waarde", "nummer"),
    [("5.1.2", "5.1.2"), (" 5.10 ", "5.10"), (5, "5"), ("P1", "P1"), ("1a", "1a"), ("A-1", "A-1")],
)
def test_a_number_is_kept_as_typed(waarde: object, nummer: str) -> None:
    assert lees(Nummer, waarde) == nummer


@pytest.mark.parametrize(
    ("waarde", "melding", "cure"),
    [
        (5.10, "is een getal", 'schrijf een nummer als tekst, dus "5.10"'),  # 5.1 or 5.10?
        (True, "‘’ is geen nummer", NUMMER),
        ("5..1", "‘5..1’ is geen nummer", NUMMER),
        ("5.1.", "‘5.1.’ is geen nummer", NUMMER),
        ("5 1", "‘5 1’ is geen nummer", NUMMER),
        ("٥.١", "‘٥.١’ is geen nummer", NUMMER),
        ("1.2.3.4.5.6.7", "‘1.2.3.4.5.6.7’ is geen nummer", NUMMER),
    ],
)
def test_what_is_no_number_is_refused(waarde: object, melding: str, cure: str) -> None:
    assert bezwaar(Nummer, waarde) == (melding, cure)


def test_codes_are_sorted_by_their_numbers() -> None:
    codes = ["10.1", "5.1.10", "P10", "5.1.9", "5", "5.1", "1a", "P2", "1", "5.2", "1b"]

    codes.sort(key=volgorde)

    assert codes == ["1", "1a", "1b", "5", "5.1", "5.1.9", "5.1.10", "5.2", "10.1", "P2", "P10"]


@given(st.lists(st.integers(0, 99), min_size=1, max_size=4), st.integers(0, 99))
def test_a_code_stands_under_every_code_it_begins_with(delen: list[int], laatste: int) -> None:
    ouder = ".".join(map(str, delen))
    kind = f"{ouder}.{laatste}"

    assert hoort_onder(kind, ouder)
    assert not hoort_onder(ouder, kind)
    assert volgorde(ouder) < volgorde(kind)


@pytest.mark.parametrize(
    ("nummer", "ouder", "onder"),
    [
        ("5.1.2", "5.1", True),
        ("5.1.2", "5", True),
        ("5.10.2", "5.1", False),  # the text begins with 5.1, the code does not
        ("51.2", "5", False),
        ("5.1", "5.1", False),  # nothing stands under itself
        ("5", "5.1", False),
        ("1a", "P1", True),  # the letter of a programma is no part of what stands under it
        ("10a", "P1", False),
        ("P1.2", "P1", True),
        ("P1.2", "P2", False),
    ],
)
def test_a_code_knows_its_parent(nummer: str, ouder: str, onder: bool) -> None:  # noqa: FBT001  pytest's
    assert hoort_onder(nummer, ouder) is onder


@pytest.mark.parametrize(
    ("nummer", "patroon", "goed"),
    [
        ("5.1.2", "9.9.9", True),
        ("15.10.102", "9.9.9", True),  # a 9 is a number, of any length
        ("5.1", "9.9.9", False),
        ("5x1x2", "9.9.9", False),  # a dot is a dot
        ("5.1.2a", "9.9.9", False),
        ("1a", "9a", True),
        ("1A", "9a", False),
        ("P1", "P9", True),
        ("P1", "A9", True),
        ("Q1", "P9", False),
        ("5-1", "9-9", True),
        ("٥.1.2", "9.9.9", False),
    ],
)
def test_a_code_fits_its_pattern(nummer: str, patroon: str, goed: bool) -> None:  # noqa: FBT001  pytest's
    assert past(nummer, patroon) is goed


@pytest.mark.parametrize(
    "adres",
    [
        "https://kennispark.example",
        "HTTP://A.EXAMPLE:8080/é/(x)?a=1&b=2#top",
        "https://één.example/",
        "mailto:ps@a.example",
    ],
)
def test_an_address_is_kept_as_typed(adres: str) -> None:
    assert lees(Webadres, f" {adres}\n") == adres


@pytest.mark.parametrize(
    "adres",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://a.example",
        "vbscript:x",
        "data:text/html,x",
        "file:///c:/geheim.docx",
        r"\\server\share",  # Word would hand over the password of who opens it
        "//server/share",
        "ftp://a.example",
        "https://jan:geheim@a.example",
        "https://",
        "https:a.example",
        "https://a b.example",
        'https://a.example/"onclick',
        "mailto:jan",
        "www.a.example",
    ],
)
def test_an_address_that_is_no_web_page_is_refused(adres: str) -> None:
    assert bezwaar(Webadres, adres) == (f"‘{adres}’ is geen webadres", HTTPS)
