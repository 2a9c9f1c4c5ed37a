"""The figures of a chart are those of the table, in its unit; its words say them all."""

from pathlib import Path

import pytest

from reportgen import load, load_profiel
from reportgen.financien import totalen
from reportgen.model import Boekwerk
from reportgen.view.grafiek import Grafiek, grafiek

IJSSELMARK = Path(__file__).resolve().parents[1] / "examples" / "ijsselmark-2017"
NBSP = "\u00a0"


def _chart(edition: Boekwerk, nummer: str = "4") -> Grafiek:
    found = grafiek(totalen(edition)[nummer].tabel, "Bereikbaarheid", edition)
    assert found is not None
    return found


def _numbers(chart: Grafiek) -> dict[str, list[str]]:
    return {name: [str(value) for value in values] for name, values in chart.reeksen}


def test_a_budget_shows_its_years() -> None:
    chart = _chart(load(IJSSELMARK / "begroting"))

    assert chart.categorieen[0] == "Realisatie 2015"
    assert _numbers(chart) == {
        "Lasten": ["413", "2150", "6400", "4250", "1800", "0"],
        "Baten": ["0", "650", "2100", "1400", "600", "0"],
    }


def test_a_monitor_shows_the_budget_beside_what_became_of_it() -> None:
    chart = _chart(load(IJSSELMARK / "monitor-2"))

    assert chart.categorieen == ("Lasten", "Baten")
    assert _numbers(chart) == {
        "Actuele begroting": ["6400", "2100"],
        "Gerealiseerd t/m peildatum": ["1265", "350"],
        "Prognose 2017": ["3750", "1200"],
    }
    assert chart.eenheid == f"x €{NBSP}1.000"


def test_the_words_of_a_chart_say_every_figure() -> None:
    chart = _chart(load(IJSSELMARK / "jaarverslag"))

    assert chart.alt.replace(NBSP, " ") == (
        "Grafiek van Bereikbaarheid, x € 1.000. Begroting 2017 na wijziging: Lasten 3.750,"
        " Baten 1.200; Realisatie 2017: Lasten 3.412, Baten 1.088."
    )


def test_a_column_that_the_profile_leaves_out_is_no_series() -> None:
    edition = load(IJSSELMARK / "monitor-2")
    overijssel = edition.model_copy(update={"profiel": load_profiel("overijssel")})

    assert list(_numbers(_chart(overijssel))) == ["Actuele begroting", "Gerealiseerd"]


@pytest.mark.parametrize(("unit", "lasten"), [("euro", "1264910"), ("miljoen", "1.3")])
def test_the_figures_are_in_the_unit_of_the_tables(unit: str, lasten: str) -> None:
    edition = load(IJSSELMARK / "monitor-2")
    profiel = edition.profiel
    notatie = profiel.notatie.model_copy(update={"eenheid": unit})
    other = edition.model_copy(update={"profiel": profiel.model_copy(update={"notatie": notatie})})

    assert _numbers(_chart(other))["Gerealiseerd t/m peildatum"][0] == lasten


def test_without_amounts_there_is_nothing_to_see() -> None:
    edition = load(IJSSELMARK / "monitor-2")
    bare = tuple(p.model_copy(update={"financien": None}) for p in edition.prestaties)
    empty = edition.model_copy(update={"prestaties": bare})

    assert grafiek(totalen(empty)["4"].tabel, "Niets", empty) is None
