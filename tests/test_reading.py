"""Documents that remember: what was rendered reads back to the data that it was made of."""

from pathlib import Path

import pytest
from bouwstenen import boekwerken, goed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen import DataError, book, load, read, render
from reportgen.model import Boekwerk

VOORBEELDEN = Path(__file__).parents[1] / "examples"
EDITIES = ("overijssel-2017-1", "ijsselmark-2017/begroting", "ijsselmark-2017/monitor-2")


def onthoudend(boekwerk: Boekwerk) -> Boekwerk:
    """The same, with a profile that lets documents carry their data."""
    profiel = boekwerk.profiel.model_copy(update={"gegevens_mee": "ja"})
    return boekwerk.model_copy(update={"profiel": profiel})


@pytest.mark.parametrize("editie", EDITIES)
def test_every_chapter_of_an_example_reads_back_exactly(editie: str) -> None:
    boekwerk = onthoudend(load(VOORBEELDEN / editie))

    gelezen = [read(render(prestatie, boekwerk)) for prestatie in boekwerk.prestaties]

    assert [g.boekwerk.prestaties for g in gelezen] == [(p,) for p in boekwerk.prestaties]
    assert not any(g.bewerkingen or g.los for g in gelezen)
    warning = "gelezen zijn de gegevens waarmee dit document is gemaakt"
    assert all(p.message.startswith(warning) for g in gelezen for p in g.problems)


@pytest.mark.parametrize("editie", EDITIES)
def test_a_whole_book_reads_back_exactly(editie: str) -> None:
    boekwerk = onthoudend(load(VOORBEELDEN / editie))

    gelezen = read(book(boekwerk))

    assert gelezen.boekwerk == boekwerk
    assert gelezen.bewerkingen == ()


@given(boekwerk=boekwerken(), keuze=st.integers(0, 3))
@settings(max_examples=15, suppress_health_check=list(HealthCheck), deadline=None)
def test_any_prestatie_reads_back_exactly(boekwerk: Boekwerk, keuze: int) -> None:
    boekwerk = onthoudend(boekwerk)
    prestatie = boekwerk.prestaties[keuze % len(boekwerk.prestaties)]

    gelezen = read(render(prestatie, boekwerk))

    assert gelezen.boekwerk == boekwerk.model_copy(update={"prestaties": (prestatie,)})
    assert gelezen.bewerkingen == ()


def test_a_profile_leaves_the_data_out_for_publication() -> None:
    boekwerk = goed(boek={"profiel": {"gegevens_mee": "nee"}})
    word = render(boekwerk.prestaties[0], boekwerk)

    with pytest.raises(DataError, match="geen gegevens"):
        read(word)
