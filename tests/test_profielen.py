"""The same data under each shipped profile reads as that province would print it."""

from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from reportgen import load, load_profiel, render
from reportgen.checks import check_outline
from reportgen.model import Boekwerk
from reportgen.sources.profielen import profielnamen
from reportgen.tags import Tabel
from reportgen.word import outline

IJSSELMARK = Path(__file__).resolve().parents[1] / "examples" / "ijsselmark-2017"
NBSP = "\u00a0"


def _edition(name: str, profiel: str) -> Boekwerk:
    return load(IJSSELMARK / name).model_copy(update={"profiel": load_profiel(profiel)})


def _money(edition: Boekwerk, nummer: str) -> str:
    """The tables of money of a chapter and the notes below, as text."""
    parts = outline(render(edition.prestatie(nummer), edition)).inhoud
    lines = []
    for part in parts:
        if isinstance(part, Tabel) and "€" in part.rijen[0][0]:
            lines += [" | ".join(row) for row in part.rijen]
        elif not isinstance(part, Tabel) and part.stijl in ("Tabelnoot", "Tabeltitel"):
            lines.append(part.tekst)
    return "\n".join(lines).replace(NBSP, "~") + "\n"


@pytest.mark.parametrize("profiel", profielnamen())
def test_the_same_data_prints_as_each_province_does(
    profiel: str, file_regression: FileRegressionFixture
) -> None:
    tables = [
        _money(_edition(name, profiel), "4.2.3")
        for name in ("begroting", "monitor-2", "jaarverslag")
    ]

    file_regression.check("\n".join(tables), basename=profiel)


@pytest.mark.parametrize("profiel", profielnamen())
def test_no_profile_makes_a_chapter_that_is_not_accessible(profiel: str) -> None:
    for name in ("begroting", "monitor-1", "monitor-2", "jaarverslag"):
        edition = _edition(name, profiel)
        for section in edition.prestaties:
            assert check_outline(outline(render(section, edition))) == []


def test_what_a_profile_decides_shows_in_running_text_too() -> None:
    edition = _edition("monitor-2", "zuid-holland")
    texts = {"toelichting": "Nog [bedrag lasten actueel].", "kleur": "groen"}
    section = edition.prestatie("5.1.2")
    geld = section.financien
    assert geld is not None
    assert geld.voortgang is not None
    light = geld.voortgang.model_copy(update=texts)
    own = section.model_copy(update={"financien": geld.model_copy(update={"voortgang": light})})

    assert "Nog €1.475.000,-." in outline(render(own, edition)).tekst
