"""One cell of Excel becomes the text that the model reads: exactly, or refused in words."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkbladen import BEDRAG, DATUM, LIJKT_PROCENT, PROCENT, bezwaar, cel_van, gelezen

from reportgen.model.getallen import lees_bedrag, lees_getal
from reportgen.sources.cellen import Als, Cel


def tekst(inhoud: str) -> Cel:
    """A cell that holds text."""
    return Cel("C3", "tekst", inhoud)


@pytest.mark.parametrize(
    ("ruw", "als", "gelezen_als"),
    [
        ("1350000", "bedrag", "1350000"),
        ("1250.5", "bedrag", "1250.5"),
        ("1.35E6", "bedrag", "1350000"),
        ("0.79999999999999993", "bedrag", "0.8"),  # N6: =0,1+0,7
        ("902315.01000000001", "bedrag", "902315.01"),
        ("-1250.5", "bedrag", "-1250.5"),
        ("-0", "bedrag", "0"),
        ("1.1249999999999998", "getal", "1.1250"),  # never 1.125, which reads in two ways
        ("24.1", "procent", "24.1"),
        ("2017", "tekst", "2017"),
        ("2.0", "tekst", "2"),
        ("5", "code", "5"),
    ],
)
def test_a_number_is_read_to_the_digit(
    tmp_path: Path, ruw: str, als: Als, gelezen_als: str
) -> None:
    cel = cel_van(tmp_path, f'<c r="A1" s="{BEDRAG}"><v>{ruw}</v></c>')

    assert gelezen(cel, als) == gelezen_als


@pytest.mark.parametrize(
    ("ruw", "als", "woorden"),
    [
        ("1250.505", "bedrag", "1250,505 heeft meer dan twee cijfers achter de komma → rond af"),
        ("5.1", "code", "hier staat het getal 5,1, en als getal zijn 5,1 en 5,10 hetzelfde → maak"),
        ("2.5", "tekst", "hier staat het getal 2,5 in plaats van tekst → maak de cel op als Tekst"),
        ("42826", "datum", "hier staat het getal 42826 in plaats van een datum → maak de cel op"),
        ("1e999", "bedrag", "de waarde ‘1e999’ van deze cel is niet te lezen → typ haar opnieuw"),
        ("abc", "bedrag", "de waarde ‘abc’ van deze cel is niet te lezen → typ haar opnieuw"),
    ],
)
def test_a_number_that_cannot_be_what_is_asked_is_refused(
    tmp_path: Path, ruw: str, als: Als, woorden: str
) -> None:
    cel = cel_van(tmp_path, f'<c r="A1"><v>{ruw}</v></c>')

    assert bezwaar(cel, als).startswith(woorden)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_an_amount_survives_the_binary_fraction_that_excel_keeps(bedrag: Decimal) -> None:
    from reportgen.sources.cellen.opmaak import Opmaak, lees_waarde

    getypt = lees_waarde("n", repr(float(bedrag)), "0", Opmaak())

    assert getypt is not None
    assert lees_bedrag(gelezen(Cel("C3", *getypt), "bedrag")) == bedrag


@pytest.mark.parametrize(
    ("ruw", "gelezen_als"),
    [("0.241", "24.1"), ("0.12345", "12.3450"), ("1", "100"), ("0.07", "7"), ("0", "0")],
)
def test_a_percentage_is_read_in_the_unit_of_its_field(
    tmp_path: Path, ruw: str, gelezen_als: str
) -> None:
    cel = cel_van(tmp_path, f'<c r="A1" s="{PROCENT}"><v>{ruw}</v></c>')

    assert gelezen(cel, "procent") == gelezen_als


@pytest.mark.parametrize("als", ["bedrag", "getal", "tekst", "code", "datum"])
def test_a_percentage_is_nothing_else(tmp_path: Path, als: Als) -> None:
    cel = cel_van(tmp_path, f'<c r="A1" s="{PROCENT}"><v>0.241</v></c>')

    assert "hier staat een percentage (24,1%) in plaats van een" in bezwaar(cel, als)


def test_a_percent_sign_that_only_stands_behind_a_number_changes_nothing(tmp_path: Path) -> None:
    cel = cel_van(tmp_path, f'<c r="A1" s="{LIJKT_PROCENT}"><v>24.1</v></c>')

    assert gelezen(cel, "procent") == "24.1"


@pytest.mark.parametrize(
    ("getypt", "gelezen_als"),
    [
        ("1.250,50", "1250.50"),
        ("1,250.50", "1250.50"),
        ("1250,50", "1250.50"),
        ("1250.50", "1250.50"),
        ("1.350.000", "1350000"),
        ("1,350,000", "1350000"),
        ("1 350 000,5", "1350000.5"),
        ("1\u00a0350\u202f000", "1350000"),
        ("0,350", "0.350"),  # no thousands begin with a nought
        ("0.350", "0.350"),
        ("1250,500", "1250.500"),
        ("€ 1.250,-", "1250.00"),
        ("EUR 1.250,00", "1250.00"),
        ("1250 €", "1250"),
        ("-1.250,50", "-1250.50"),
        ("−1.250,50", "-1250.50"),
        ("1.250,50-", "-1250.50"),  # SAP
        ("€ -1.250,50", "-1250.50"),
        ("(1.250,50)", "-1250.50"),
        ("  42 ", "42"),
        ("-0", "0"),
    ],
)
def test_a_number_typed_as_text_is_read_where_there_is_one_reading(
    getypt: str, gelezen_als: str
) -> None:
    assert gelezen(tekst(getypt), "bedrag") == gelezen_als
    assert lees_getal(gelezen_als) is not None


@pytest.mark.parametrize(
    ("getypt", "groot", "klein"),
    [("1.350", "1350", "1,35"), ("1,350", "1350", "1,35"), ("€ 12.125", "12125", "12,125")],
)
def test_a_number_typed_as_text_with_two_readings_is_refused_with_both(
    getypt: str, groot: str, klein: str
) -> None:
    woorden = bezwaar(tekst(getypt), "bedrag")

    assert woorden.startswith(f"‘{getypt}’ kan op twee manieren worden gelezen")
    assert f"typ {groot} (duizendtallen) of {klein} (decimalen)" in woorden


@pytest.mark.parametrize(
    "getypt",
    [
        "n.v.t.",
        "-",
        "1.25.00",
        "1,2,3",
        "12.50.",
        "1.250.50",
        "--5",
        "(5",
        "-(5)",
        "1e5",
        "½",
        "1'250",
        "€",
        "5 5",
        "9" * 60,
        "1250,50 ton",
        "24,1%",
        "٣",
    ],
)
def test_a_text_that_is_no_number_is_refused(getypt: str) -> None:
    assert "is geen getal → typ alleen het getal" in bezwaar(tekst(getypt), "bedrag")


@pytest.mark.parametrize("getypt", ["24,1%", "24,1 %", "24.1", "24,1"])
def test_a_percentage_typed_as_text_is_read(getypt: str) -> None:
    assert gelezen(tekst(getypt), "procent") == "24.1"


def test_a_day_is_read_as_data(tmp_path: Path) -> None:
    cel = cel_van(tmp_path, f'<c r="A1" s="{DATUM}"><v>42826</v></c>')

    assert gelezen(cel, "datum") == "2017-04-01"


@pytest.mark.parametrize("ruw", ["2017-04-01", "2017-04-01T00:00:00", "2017-04-01T00:00:00.000"])
def test_a_day_in_iso_is_read(tmp_path: Path, ruw: str) -> None:
    cel = cel_van(tmp_path, f'<c r="A1" t="d"><v>{ruw}</v></c>')

    assert gelezen(cel, "datum") == "2017-04-01"


@pytest.mark.parametrize(
    ("ruw", "getoond"),
    [("42826.5", "2017-04-01 12:00"), ("0.5", "0,5 dagen"), ("60", "60 dagen"), ("-1", "-1 dagen")],
)
def test_a_time_is_no_day(tmp_path: Path, ruw: str, getoond: str) -> None:
    cel = cel_van(tmp_path, f'<c r="A1" s="{DATUM}"><v>{ruw}</v></c>')

    assert f"hier staat een tijd of een dag met een tijd ({getoond})" in bezwaar(cel, "datum")


@pytest.mark.parametrize("als", ["tekst", "code", "bedrag", "getal", "procent"])
def test_a_day_is_no_text_or_number(tmp_path: Path, als: Als) -> None:
    cel = cel_van(tmp_path, f'<c r="A1" s="{DATUM}"><v>37261</v></c>')

    assert bezwaar(cel, als).startswith("Excel heeft hier een datum van gemaakt (5-1-2002) → maak")


@pytest.mark.parametrize(
    ("getypt", "gelezen_als"),
    [
        ("1-4-2017", "2017-04-01"),
        ("01-04-2017", "2017-04-01"),
        ("1.4.2017", "2017-04-01"),
        ("1 april 2017", "2017-04-01"),
        ("2017-04-01", "2017-04-01"),
        ("2017-04-01 00:00:00", "2017-04-01"),
        ("13/4/2017", "2017-04-13"),
        ("4/4/2017", "2017-04-04"),
        (" 31-12-2017 ", "2017-12-31"),
    ],
)
def test_a_day_typed_as_text_is_read_where_there_is_one_reading(
    getypt: str, gelezen_als: str
) -> None:
    assert gelezen(tekst(getypt), "datum") == gelezen_als


@pytest.mark.parametrize(
    ("getypt", "woorden"),
    [
        ("1/4/2017", "‘1/4/2017’ kan op twee manieren worden gelezen → typ 1-4-2017 of 4-1-2017"),
        ("31-2-2017", "‘31-2-2017’ bestaat niet op de kalender → controleer dag en maand"),
        ("4-13-2017", "‘4-13-2017’ bestaat niet op de kalender → controleer dag en maand"),
        ("1-4-17", "‘1-4-17’ is geen datum → typ de dag als datum, zoals 1-4-2017"),
        ("april 2017", "‘april 2017’ is geen datum → typ de dag als datum, zoals 1-4-2017"),
        ("2017-02-30", "‘2017-02-30’ is geen datum → typ de dag als datum, zoals 1-4-2017"),
    ],
)
def test_a_text_that_is_no_day_is_refused(getypt: str, woorden: str) -> None:
    assert bezwaar(tekst(getypt), "datum").startswith(woorden)


ALLES: tuple[Als, ...] = ("tekst", "code", "getal", "bedrag", "procent", "datum")


@pytest.mark.parametrize("als", ALLES)
@pytest.mark.parametrize(
    ("xml", "woorden"),
    [
        (
            't="e"><v>#DIV/0!</v>',
            "hier staat de fout #DIV/0! (in Nederlands Excel: #DEEL/0!) → her",
        ),
        ('t="e"><f>A2</f><v>#N/A</v>', "hier staat de fout #N/A (in Nederlands Excel: #N/B) → her"),
        ('t="e"><v>#VREEMD!</v>', "hier staat de fout #VREEMD! → herstel de formule"),
        ("><f>1+1</f>", "de formule in deze cel is nog nooit uitgerekend → open de werkmap in"),
        ("><f>1+1</f><v></v>", "de formule in deze cel is nog nooit uitgerekend → open de werkmap"),
        ('t="b"><v>1</v>', "Excel heeft hier WAAR van gemaakt → maak de cel op als Tekst"),
        ('t="zz"><v>1</v>', "de waarde ‘1’ van deze cel is niet te lezen → typ haar opnieuw"),
    ],
)
def test_what_nobody_typed_is_refused_whatever_is_asked(
    tmp_path: Path, xml: str, woorden: str, als: Als
) -> None:
    cel = cel_van(tmp_path, f'<c r="A1" {xml}</c>')

    assert bezwaar(cel, als).startswith(woorden)


@pytest.mark.parametrize(
    ("xml", "als", "gelezen_als"),
    [
        ("><f>1+1</f><v>2</v>", "bedrag", "2"),
        ('t="str"><f>"a"</f><v>a</v>', "tekst", "a"),
        ('t="inlineStr"><is><t>a</t></is>', "tekst", "a"),
        (
            't="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is>',
            "tekst",
            "a b",
        ),
        ('t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>uh</t></rPh></is>', "tekst", "a"),
        ('t="inlineStr"><is><t>=1+1</t></is>', "tekst", "=1+1"),
        ('t="inlineStr"><is><t>_x0041_ _x000D_</t></is>', "tekst", "A \r"),
        ('t="inlineStr"><is><t>_x005F_x0041_ x005F_</t></is>', "tekst", "_x0041_ x005F_"),
        ('t="inlineStr"><is><t>R&amp;D &lt;b&gt;\na</t></is>', "tekst", "R&D <b>\na"),
    ],
)
def test_a_cell_is_read_however_it_was_written(
    tmp_path: Path, xml: str, als: Als, gelezen_als: str
) -> None:
    assert gelezen(cel_van(tmp_path, f'<c r="A1" {xml}</c>'), als) == gelezen_als


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "<c/>",
        '<c r="A1" s="1"/>',
        '<c r="A1"><v/></c>',
        '<c r="A1"><v> </v></c>',
        '<c r="A1" t="str"><f>""</f><v></v></c>',
        '<c r="A1" t="inlineStr"><is><t> \n</t></is></c>',
    ],
)
def test_a_cell_that_is_empty_to_the_eye_is_empty(tmp_path: Path, xml: str) -> None:
    assert cel_van(tmp_path, xml) is None


def test_shared_texts_are_read_as_one_text_whatever_their_looks(tmp_path: Path) -> None:
    teksten = "<si><t>nul</t></si><si><r><t>een </t></r><r><rPr><b/></rPr><t>vet</t></r></si>"

    cel = cel_van(tmp_path, '<c r="A1" t="s"><v>1</v></c>', teksten=teksten)

    assert gelezen(cel, "tekst") == "een vet"
