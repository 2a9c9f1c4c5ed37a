"""The figures of the next edition: where they go, and what is left behind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from bouwstenen import SOORTEN
from editiebouw import APRIL, SEPTEMBER, editie, geld, volgende

from reportgen import load
from reportgen.editie import OVERGANGEN, Moment, next_edition, stand, vervolgen
from reportgen.model import KOLOMMEN, Boekwerk, Financien, Kolommen, Soort

IJSSELMARK = Path(__file__).resolve().parents[1] / "examples" / "ijsselmark-2017"
BEDRAGEN: dict[Soort, dict[str, object]] = {
    "begroting": {
        "realisatie_t2": 1,
        "begroting_t1": 2,
        "begroting": 3,
        "raming_1": 4,
        "raming_2": 5,
        "raming_3": 6,
    },
    "monitor": {"primitief": 100, "wijzigingen": -30, "gerealiseerd": 50, "prognose": 60},
    "jaarverslag": {
        "realisatie_t1": 90,
        "primitief": 100,
        "wijzigingen": "-30.25",
        "gerealiseerd": 60,
    },
}


def met_geld(soort: Soort, **financien: object) -> Boekwerk:
    """An edition with one regel, each column another amount; or with other money."""
    regel = {"soort": "lasten", "omschrijving": "Subsidies", "bedragen": BEDRAGEN[soort]}
    return editie(soort, financien={"regels": [regel], **financien})


@pytest.mark.parametrize("sleutel", OVERGANGEN, ids=str)
def test_figures_move_from_and_to_columns_that_exist(sleutel: tuple[Soort, Soort, int]) -> None:
    oud, nieuw, _ = sleutel

    stap = OVERGANGEN[sleutel]

    assert set(stap.alle) <= set(KOLOMMEN[nieuw])
    assert set(stap.alle.values()) <= {*KOLOMMEN[oud], *Kolommen().formules[oud]}
    assert len(stap.alle) == len(stap.vast) + len(stap.tussenstand) + len(stap.begin)


@pytest.mark.parametrize("vorig", SOORTEN)
@pytest.mark.parametrize("nieuw", SOORTEN)
def test_every_kind_can_follow_on_every_kind_some_day(vorig: Soort, nieuw: Soort) -> None:
    assert nieuw in {m.soort for m in vervolgen(Moment(vorig, 2017))}


@pytest.mark.parametrize(
    ("vorig", "nieuw", "keuzes", "jaar", "bedragen"),
    [
        ("begroting", "monitor", {"peildatum": SEPTEMBER}, 2017, {"primitief": 3}),
        ("begroting", "jaarverslag", {}, 2017, {"primitief": 3}),
        (
            "begroting",
            "begroting",
            {},
            2018,
            {"begroting_t1": 3, "begroting": 4, "raming_1": 5, "raming_2": 6},
        ),
        (
            "monitor",
            "monitor",
            {"peildatum": SEPTEMBER},
            2017,
            {"primitief": 100, "wijzigingen": -30},
        ),
        ("monitor", "jaarverslag", {}, 2017, {"primitief": 100, "wijzigingen": -30}),
        ("monitor", "begroting", {}, 2018, {"begroting_t1": 70}),
        ("monitor", "monitor", {"peildatum": APRIL, "jaar": 2018}, 2018, {}),
        ("jaarverslag", "monitor", {"peildatum": APRIL}, 2018, {}),
        ("jaarverslag", "jaarverslag", {}, 2018, {"realisatie_t1": 60}),
        ("jaarverslag", "begroting", {}, 2018, {"realisatie_t2": 90, "begroting_t1": "69.75"}),
        ("jaarverslag", "begroting", {"jaar": 2019}, 2019, {"realisatie_t2": 60}),
    ],
)
def test_figures_go_to_the_column_where_they_belong_now(
    vorig: Soort, nieuw: Soort, keuzes: dict[str, Any], jaar: int, bedragen: dict[str, object]
) -> None:
    document = next_edition(met_geld(vorig), nieuw, **keuzes)

    (regel,) = geld(document.prestaties[0]).regels
    assert regel.bedragen.gegeven() == {k: Decimal(str(b)) for k, b in bedragen.items()}
    assert (regel.soort, regel.omschrijving) == ("lasten", "Subsidies")
    assert (document.soort, document.jaar) == (nieuw, jaar)


@pytest.mark.parametrize(
    ("bedragen", "begroting_t1"),
    [
        ({"primitief": 100}, None),  # no change known is not the same as none
        ({"wijzigingen": 5}, None),
        ({"primitief": 100, "wijzigingen": -101}, None),  # no budget is below zero
        ({"primitief": 100, "wijzigingen": -100}, Decimal(0)),
    ],
)
def test_a_figure_that_is_not_known_stays_unknown(
    bedragen: dict[str, object], begroting_t1: Decimal | None
) -> None:
    regel = {"soort": "lasten", "bedragen": bedragen}

    sectie = volgende(editie("monitor", financien={"regels": [regel]}), "begroting")

    assert geld(sectie).regels[0].bedragen.begroting_t1 == begroting_t1


@pytest.mark.parametrize(
    ("besluit", "jaar", "blijft"),
    [
        ({"status": "voorstel", "mutaties": [2017]}, 2017, True),
        ({"status": "Doorgevoerd", "mutaties": [2017]}, 2017, False),  # is in the figures
        ({"status": "doorgevoerd in mei", "mutaties": [2018]}, 2018, False),
        ({"mutaties": []}, 2017, True),
        ({"status": "voorstel", "mutaties": [2017]}, 2018, False),  # nobody decides on it any more
        ({"status": "voorstel", "mutaties": [2017, 2018]}, 2018, True),
    ],
)
def test_a_decision_stays_while_it_is_still_to_be_taken(
    besluit: dict[str, Any], jaar: int, *, blijft: bool
) -> None:
    mutaties = [
        {"jaar": jaar, "soort": "lasten", "was": 10, "mutatie": 5} for jaar in besluit["mutaties"]
    ]
    besluit = {"nummer": "2017-05", "orgaan": "PS", **besluit, "mutaties": mutaties}

    sectie = volgende(
        met_geld("monitor", begrotingswijzigingen=[besluit]),
        jaar=jaar,
        peildatum=date(jaar, 9, 1),
    )

    assert [b.nummer for b in geld(sectie).begrotingswijzigingen] == ["2017-05"] * blijft


@pytest.mark.parametrize(
    ("vorig", "nieuw", "keuzes", "eerder"),
    [
        ("monitor", "monitor", {}, 640),
        ("monitor", "jaarverslag", {}, 640),
        ("jaarverslag", "monitor", {"peildatum": APRIL}, 640 + 1985),
        ("jaarverslag", "begroting", {"jaar": 2019}, None),  # nor is 2018 known
        ("monitor", "begroting", {}, None),  # a monitor does not know the rest of the year
    ],
)
def test_what_a_credit_spent_in_a_whole_year_is_spent_before(
    vorig: Soort, nieuw: Soort, keuzes: dict[str, Any], eerder: int | None
) -> None:
    vast = {"naam": "Fietsbrug", "geautoriseerd": 5200}
    krediet = {**vast, "besteed_eerder": 640, "besteed": 1985, "verwacht": 5150}

    sectie = volgende(met_geld(vorig, kredieten=[krediet]), nieuw, **keuzes)

    verwacht = {"kredieten": [{**vast, "besteed_eerder": eerder}]}
    assert geld(sectie).kredieten == Financien.model_validate(verwacht).kredieten


def test_totals_of_the_old_figures_are_dropped() -> None:
    totaal = {"post": "saldo", "kolom": "actueel", "bedrag": -70}

    assert geld(volgende(met_geld("monitor", controletotalen=[totaal]))).controletotalen == ()


def totalen(document: Boekwerk, kolom: str) -> dict[tuple[str, str], Decimal | None]:
    """The total of a column by prestatie and post."""
    return {
        (p.nummer, post): stand(
            [r for r in geld(p).regels if r.soort == post], kolom, document.soort
        )
        for p in document.prestaties
        for post in ("lasten", "baten", "toevoeging", "onttrekking")
    }


@pytest.mark.parametrize(
    ("vorig", "echt"),
    [("begroting", "monitor-1"), ("monitor-1", "monitor-2"), ("monitor-2", "jaarverslag")],
)
def test_an_example_opens_with_the_figures_of_the_one_before(vorig: str, echt: str) -> None:
    verwacht = load(IJSSELMARK / echt)

    gemaakt = next_edition(load(IJSSELMARK / vorig), verwacht.soort, peildatum=verwacht.peildatum)

    assert totalen(gemaakt, "primitief") == totalen(verwacht, "primitief")
    assert None not in totalen(gemaakt, "primitief").values()
