"""Every figure of a prestatie, printed or not, and what is still to be known of a deviation."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.financien import Rekenblad, actueel, afwijkingen, tabel
from reportgen.model import KOLOMMEN, Bedragen, Financien, Kolommen, Notatie, Profiel, Regel, Soort

SOORTEN: tuple[Soort, ...] = ("begroting", "monitor", "jaarverslag")
OVER = {"naam": "over", "kop": "Over", "som": "prognose - gerealiseerd", "soort": "verschil"}
EIGEN = Profiel(kolommen=Kolommen.model_validate({"monitor": ["primitief", OVER]}))


def _geld(**bedragen: int) -> Financien:
    return Financien.model_validate({"regels": [{"soort": "lasten", "bedragen": bedragen}]})


def test_the_columns_are_those_that_are_known_and_those_of_the_profile() -> None:
    blad = Rekenblad("monitor", EIGEN)

    assert blad.kolommen == (
        "primitief",
        "wijzigingen",
        "actueel",
        "gerealiseerd",
        "prognose",
        "verschil",
        "ruimte",
        "over",
    )
    derived = [kolom for kolom in blad.kolommen if blad.is_afgeleid(kolom)]
    assert derived == ["actueel", "verschil", "ruimte", "over"]


def test_a_figure_that_does_not_print_is_worked_out() -> None:
    geld = _geld(primitief=100, wijzigingen=-10, gerealiseerd=60, prognose=95)

    cijfers = Rekenblad("monitor", EIGEN).cijfers(geld)

    assert cijfers["lasten"]["ruimte"] == 30
    assert cijfers["lasten"]["verschil"] == -5  # favourable is positive
    assert cijfers["lasten"]["over"] == -35
    assert cijfers["saldo"]["actueel"] == -90
    assert cijfers["baten"]["prognose"] == 0  # no regel is zero


def test_what_was_not_given_is_not_known() -> None:
    blad = Rekenblad("monitor", Profiel())

    assert set(blad.cijfers(Financien())["resultaat"].values()) == {None}
    assert blad.cijfers(_geld(primitief=5))["saldo"]["actueel"] is None


@pytest.mark.parametrize("soort", SOORTEN)
@given(data=st.data())
def test_a_figure_that_prints_is_that_of_the_table(soort: Soort, data: st.DataObject) -> None:
    euros = st.none() | st.integers(0, 10**6).map(Decimal)
    bedragen = st.builds(Bedragen, **dict.fromkeys(KOLOMMEN[soort], euros))
    posten = st.sampled_from(("lasten", "baten", "toevoeging", "onttrekking"))
    regels = data.draw(st.lists(st.builds(Regel, soort=posten, bedragen=bedragen), min_size=1))
    profiel = Profiel(notatie=Notatie(lege_rijen="printen"))
    geld = Financien(regels=tuple(regels))

    cijfers = Rekenblad(soort, profiel).cijfers(geld)

    printed = tabel(geld, soort, profiel)
    assert printed is not None
    for rij in printed.rijen:
        if rij.rol != "deel":
            eigen = [cijfers[rij.post][kolom.naam] for kolom in printed.kolommen]
            assert list(rij.cellen) == eigen


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
