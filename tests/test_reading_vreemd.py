"""The reference section in Word files that people made by hand reads back to its data."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bouwstenen import als_data
from handbouw import Hand, met_gewone_regels, met_kopstijlen, met_vette_letters, schrijf
from judges import convert, needs_libreoffice
from woordbouw import EXAMPLES

from reportgen import Boekwerk, load
from reportgen.reading import Gelezen
from reportgen.reading.vreemd import lees_vreemd

HANDS = (met_kopstijlen, met_vette_letters, met_gewone_regels)
NUMBER = "5.1.2"


@cache
def example() -> Boekwerk:
    """The shipped example of the reference section."""
    return load(EXAMPLES / "overijssel-2017-1")


def head() -> Boekwerk:
    """The head of the example, without its section."""
    return example().model_copy(update={"prestaties": ()})


def flat(data: Any) -> Any:  # noqa: ANN401  plain data
    """Data with every text on one line: how a file wraps it is no part of it."""
    if isinstance(data, dict):
        return {key: flat(value) for key, value in data.items()}
    if isinstance(data, list):
        return [flat(value) for value in data]
    return " ".join(data.split()) if isinstance(data, str) else data


def expected() -> dict[str, Any]:
    """What plain text can tell: all of the example, but that there is no begrotingswijziging."""
    data = flat(als_data(example().prestatie(NUMBER)))
    del data["financien"]["voortgang"]["begrotingswijziging"]
    return dict(data)


def as_read(gelezen: Gelezen) -> dict[str, Any]:
    """The one section that was read."""
    (prestatie,) = gelezen.boekwerk.prestaties
    return dict(flat(als_data(prestatie)))


@pytest.mark.parametrize("hand", HANDS)
def test_the_reference_section_reads_back_from_any_hand(hand: Hand) -> None:
    gelezen = lees_vreemd(schrijf(hand), head())

    assert as_read(gelezen) == expected()
    assert gelezen.los == ()


@pytest.mark.parametrize("hand", HANDS)
def test_damaged_letters_are_repaired_with_a_notice_each(hand: Hand) -> None:  # N12
    gelezen = lees_vreemd(schrijf(hand), head())

    assert [(p.rule, p.severity, p.message) for p in gelezen.problems] == [
        (
            "N12",
            "warning",
            "‘potentiƫle’ had een beschadigde letter en is gelezen als ‘potentiële’",
        ),
        ("N12", "warning", "‘Financiƫn’ had een beschadigde letter en is gelezen als ‘Financiën’"),
    ]
    assert [p.where.plek for p in gelezen.problems] == ["alinea 7", "alinea 10"]


@needs_libreoffice
@pytest.mark.parametrize("hand", HANDS)
def test_the_reference_section_reads_back_when_libreoffice_saved_it(
    hand: Hand, tmp_path: Path
) -> None:
    file = tmp_path / "hoofdstuk.docx"
    file.write_bytes(schrijf(hand))
    (saved,) = convert([file], tmp_path / "opnieuw", "docx")

    gelezen = lees_vreemd(saved.read_bytes(), head())

    assert as_read(gelezen) == expected()
    assert gelezen.los == ()
    assert [p.rule for p in gelezen.problems] == ["N12", "N12"]
