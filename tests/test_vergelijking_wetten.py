"""Laws of a comparison, whatever the data: back is the opposite of forth."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import Any

import pytest
from bouwstenen import boekwerken
from grootbouw import large
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen import Boekwerk, compare
from reportgen.model import Regel
from reportgen.vergelijking import Cijfer, Som, overview, overzicht, plat


@st.composite
def versies(draw: st.DrawFn) -> tuple[Boekwerk, Boekwerk]:
    """A document, and the same with other amounts and texts, and fewer prestaties."""
    oud = draw(boekwerken())
    over = draw(st.lists(st.sampled_from(oud.prestaties), unique_by=id)) if oud.prestaties else []
    return oud, oud.model_copy(update={"prestaties": tuple(_bewerkt(draw, p) for p in over)})


def _bewerkt(draw: st.DrawFn, prestatie: Any) -> Any:  # noqa: ANN401  a prestatie
    geld = prestatie.financien
    nieuw = draw(st.none() | st.just("Een andere context."))
    anders = {"context": nieuw or prestatie.context}
    if geld and geld.regels:
        regels = tuple(_regel(draw, regel) for regel in draw(st.permutations(geld.regels)))
        anders["financien"] = geld.model_copy(update={"regels": regels})
    return prestatie.model_copy(update=anders)


def _regel(draw: st.DrawFn, regel: Regel) -> Regel:
    erbij = Decimal(draw(st.integers(0, 100_000))) / 100
    bedragen = {naam: bedrag + erbij for naam, bedrag in regel.bedragen.gegeven().items()}
    return regel.model_copy(update={"bedragen": regel.bedragen.model_copy(update=bedragen)})


def _sleutel(deel: Cijfer | Som) -> tuple[str, ...]:
    """Which amount of which row this is, whichever way round."""
    wat = (deel.omschrijving, deel.aard) if isinstance(deel, Cijfer) else (deel.niveau,)
    return deel.nummers.nu, *map(str, deel.grootheid), deel.post, *wat


@settings(max_examples=40, deadline=None)
@given(versies())
def test_the_figures_of_back_are_the_negative_of_those_of_forth(
    paar: tuple[Boekwerk, Boekwerk],
) -> None:
    oud, nieuw = paar

    heen, terug = compare(oud, nieuw), compare(nieuw, oud)

    for delen, andersom in ((heen.cijfers, terug.cijfers), (heen.sommen, terug.sommen)):
        toen = {_sleutel(deel): deel.bedrag for deel in andersom}
        assert {_sleutel(deel): deel.bedrag.om() for deel in delen} == toen
        for deel in delen:
            mutatie, andere = deel.bedrag.mutatie, toen[_sleutel(deel)].mutatie
            assert mutatie == (None if andere is None else -andere)


@settings(max_examples=40, deadline=None)
@given(versies())
def test_was_and_mutatie_come_to_wordt(paar: tuple[Boekwerk, Boekwerk]) -> None:
    vergelijking = compare(*paar)

    bedragen = [cijfer.bedrag for cijfer in vergelijking.cijfers]
    bedragen += [som.bedrag for som in vergelijking.sommen]
    bedragen += [regel.bedrag for regel in vergelijking.besluiten]
    for bedrag in bedragen:
        was, mutatie, wordt = bedrag.was, bedrag.mutatie, bedrag.wordt
        if mutatie is None:
            assert None in (was, wordt)
        else:
            assert was is not None
            assert was + mutatie == wordt


@settings(max_examples=40, deadline=None)
@given(boekwerken())
def test_whatever_the_data_a_document_beside_itself_differs_in_nothing(edition: Boekwerk) -> None:
    vergelijking = compare(edition, edition)

    assert vergelijking.gelijk
    assert not vergelijking.sommen


@settings(max_examples=25, deadline=None)
@given(boekwerken(), boekwerken())
def test_any_two_documents_can_be_compared_and_told_of(een: Boekwerk, ander: Boekwerk) -> None:
    vergelijking = compare(een, ander)

    view = overzicht(vergelijking)

    assert bool(view.overzicht.gelijk) == vergelijking.gelijk
    assert overview(vergelijking).startswith(b"PK")
    assert plat(vergelijking)["equal"] == vergelijking.gelijk


@pytest.mark.parametrize("stap", ["compare", "overview"])
def test_three_hundred_sections_take_seconds(stap: str) -> None:
    oud, nieuw = large(300, "ijsselmark-2017/monitor-1"), large(300, "ijsselmark-2017/monitor-2")
    begin = time.perf_counter()

    vergelijking = compare(oud, nieuw)
    if stap == "overview":
        overview(vergelijking)

    assert time.perf_counter() - begin < 15
    assert len({cijfer.nummers for cijfer in vergelijking.cijfers}) == 300
