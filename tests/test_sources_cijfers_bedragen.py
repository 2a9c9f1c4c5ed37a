"""Amounts as ledgers write them: one reading, or refused with both."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from bouwstenen import mutaties
from grootboekbouw import bron, fouten, gelezen
from hypothesis import given

from reportgen.notation import getal
from reportgen.sources.cijfers.bedragen import Teken, lees_bedrag, teken_van


@pytest.mark.parametrize(
    ("tekst", "bedrag"),
    [
        ("1350000", "1350000"),
        ("1.350.000", "1350000"),
        ("1.350.000,50", "1350000.50"),
        ("1350,5", "1350.5"),
        ("1350.50", "1350.50"),
        ("1,350,000.50", "1350000.50"),
        ("1 350 000,50", "1350000.50"),
        ("1\u00a0350\u202f000", "1350000"),
        ("-1.350,00", "-1350"),
        ("−12,50", "-12.50"),
        ("1.350,00-", "-1350"),  # as SAP writes it
        ("(1.350,00)", "-1350"),
        ("€ 1.350,50", "1350.50"),
        ("-€ 12,50", "-12.50"),
        ("€ -12,50", "-12.50"),
        ("1.350,-", "1350"),
        ("+12", "12"),
        ("0", "0"),
        ("-0,00", "0"),
        ("007", "7"),
        ("0.350", "0.35"),
    ],
)
def test_what_can_be_read_in_one_way_is_read(tekst: str, bedrag: str) -> None:
    assert lees_bedrag(tekst, None) == Decimal(bedrag)


@pytest.mark.parametrize(
    ("tekst", "wat", "cure"),
    [
        ("1.350", "kan op twee manieren worden gelezen", "komma (1350) of decimaal: punt (1,35)"),
        ("-1,350", "kan op twee manieren worden gelezen", "komma (1,35) of decimaal: punt (1350)"),
        ("n.v.t.", "is geen bedrag", "schrijf alleen een bedrag"),
        ("1.35.000", "is geen bedrag", "schrijf alleen een bedrag"),
        ("1.350.00", "is geen bedrag", "schrijf alleen een bedrag"),
        ("12 50", "is geen bedrag", "schrijf alleen een bedrag"),
        ("--5", "is geen bedrag", "schrijf alleen een bedrag"),
        ("-5-", "is geen bedrag", "schrijf alleen een bedrag"),
        ("1e5", "is geen bedrag", "schrijf alleen een bedrag"),
        ("NaN", "is geen bedrag", "schrijf alleen een bedrag"),
        ("-", "is geen bedrag", "schrijf alleen een bedrag"),
        ("12,505", "kan op twee manieren worden gelezen", "decimaal"),
        ("12,5051", "is fijner dan een cent", "reportgen rondt geen bedragen af"),
        ("9" * 16, "is te groot", "controleer het aantal nullen"),
        ("9" * 60, f"‘{'9' * 40}…’ is te groot", "controleer het aantal nullen"),
    ],
)
def test_what_cannot_is_refused_with_the_cure(tekst: str, wat: str, cure: str) -> None:
    uitkomst = lees_bedrag(tekst, None)

    assert isinstance(uitkomst, tuple)
    assert wat in uitkomst[0]
    assert cure in uitkomst[1]


@pytest.mark.parametrize(
    ("cellen", "teken"),
    [
        (["1.350", "1.350,00"], "komma"),
        (["1.350", "12,5"], "komma"),
        (["1.350", "1.350.000"], "komma"),
        (["1,350", "12.50"], "punt"),
        (["1,350", "1,350,000"], "punt"),
        (["1.350", "100", None, Decimal("1.5")], None),  # nothing tells
        (["12,50", "12.50"], None),  # both do
    ],
)
def test_amounts_tell_how_their_ledger_writes(
    cellen: list[str | Decimal | None], teken: Teken | None
) -> None:
    assert teken_van(cellen) == teken


def test_the_amounts_of_a_ledger_are_read_alike(tmp_path: Path) -> None:
    rijen = ["5.1.2;lasten;;primitief;1.350", "5.1.2;lasten;;gerealiseerd;12,50"]

    assert gelezen(bron(tmp_path, *rijen)) == [
        ("lasten", {"primitief": "1350", "gerealiseerd": "12.5"})
    ]


def test_a_ledger_that_does_not_tell_is_told(tmp_path: Path) -> None:
    rij = "5.1.2;lasten;;primitief;1.350"

    (fout,) = fouten(bron(tmp_path, rij))

    assert fout.startswith("D5 · regel 2: ‘1.350’ kan op twee manieren worden gelezen")
    assert gelezen(bron(tmp_path, rij, erbij="  decimaal: komma")) == [
        ("lasten", {"primitief": "1350"})
    ]


def test_an_amount_of_the_other_notation_is_refused_where_one_is_told(tmp_path: Path) -> None:
    rij = "5.1.2;lasten;;primitief;1250.5"

    (fout,) = fouten(bron(tmp_path, rij, erbij="  decimaal: komma"))

    assert "‘1250.5’ heeft een punt voor de centen, en dit grootboek een komma" in fout


@given(mutaties())
def test_what_dutch_and_english_programs_write_is_read_back(bedrag: Decimal) -> None:
    nederlands = getal(bedrag, 2)
    engels = f"{bedrag:,.2f}"

    assert lees_bedrag(nederlands, None) == bedrag
    assert lees_bedrag(engels, None) == bedrag
    assert teken_van([nederlands]) == "komma"
    assert teken_van([engels]) == "punt"
