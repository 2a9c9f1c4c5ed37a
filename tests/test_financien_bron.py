"""Every figure of a prestatie, printed or not, and what is still to be known of a deviation."""

from decimal import Decimal

import pytest
from bouwstenen import boekwerk, boekwerken, prestatie
from hypothesis import given

from reportgen.financien import Cijferbron, Tabel, actueel, afwijkingen, tabel
from reportgen.model import Boekwerk, Financien, Regel, Soort

OVER = {"naam": "over", "kop": "Over", "som": "prognose - gerealiseerd", "soort": "verschil"}
EIGEN = {"kolommen": {"monitor": ["primitief", OVER]}}


def _geld(**bedragen: int) -> Financien:
    return Financien.model_validate({"regels": [{"soort": "lasten", "bedragen": bedragen}]})


def _bron(**bedragen: int) -> Cijferbron:
    section = prestatie(financien=_geld(**bedragen))
    return Cijferbron([section], boekwerk(section, profiel=EIGEN))


def test_the_columns_are_those_that_are_known_and_those_of_the_profile() -> None:
    known = "primitief wijzigingen actueel gerealiseerd prognose verschil ruimte over"

    assert list(_bron().kolommen) == known.split()


def test_a_figure_that_does_not_print_is_worked_out() -> None:
    bron = _bron(primitief=100, wijzigingen=-10, gerealiseerd=60, prognose=95)

    lasten = bron.post("lasten")

    assert bron.cel(lasten, "ruimte") == 30
    assert bron.cel(lasten, "verschil") == -5  # favourable is positive
    assert bron.cel(lasten, "over") == -35
    assert bron.cel(bron.post("saldo"), "actueel") == -90
    assert bron.cel(bron.post("baten"), "prognose") == 0  # no regel is zero


def test_what_was_not_given_is_not_known() -> None:
    empty = Cijferbron([prestatie()], boekwerk())
    half = _bron(primitief=5)

    assert empty.cel(empty.post("resultaat"), "actueel") is None
    assert half.cel(half.post("saldo"), "actueel") is None


@given(boekwerken())
def test_a_figure_that_prints_is_that_of_the_table(document: Boekwerk) -> None:
    for section in document.prestaties:
        geld = section.financien or Financien()
        printed = tabel(geld, document.soort, document.profiel) or Tabel((), ())
        bron = Cijferbron([section], document)
        for rij in printed.rijen:
            if rij.rol in ("regel", "totaal"):
                own = [bron.cel(bron.post(rij.post), kolom.naam) for kolom in printed.kolommen]
                assert list(rij.cellen) == own


@pytest.mark.parametrize(
    ("bedragen", "euros"),
    [
        ([{"primitief": 5, "wijzigingen": -2}, {"primitief": 1, "wijzigingen": 0}], 4),
        ([{"primitief": 5}], None),
        ([], 0),
    ],
)
def test_the_actual_budget_is_the_primitive_one_and_its_changes(
    bedragen: list[dict[str, int]], euros: int | None
) -> None:
    regels = [Regel.model_validate({"soort": "lasten", "bedragen": deel}) for deel in bedragen]

    assert actueel(regels) == euros


@pytest.mark.parametrize(
    ("soort", "stand", "minstens"),
    [
        ("monitor", {"gerealiseerd": 120}, True),
        ("monitor", {"gerealiseerd": 120, "prognose": 120}, False),
        ("jaarverslag", {"gerealiseerd": 120}, False),
    ],
)
def test_without_a_forecast_a_deviation_is_the_least_that_it_can_be(
    soort: Soort,
    stand: dict[str, int],
    minstens: bool,  # noqa: FBT001  pytest calls it by name
) -> None:
    geld = _geld(primitief=100, wijzigingen=0, **stand)

    (lasten,) = (a for a in afwijkingen(geld, soort) if a.post == "lasten")

    assert (lasten.bedrag, lasten.minstens) == (Decimal(-20), minstens)
