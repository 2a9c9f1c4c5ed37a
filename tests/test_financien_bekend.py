"""The figures that a text may mean: each with the marker that gives that very figure."""

from __future__ import annotations

from collections.abc import Iterator

from bouwstenen import boekwerken
from hypothesis import given

from reportgen.financien import (
    Bekend,
    Bronnen,
    Cijfer,
    kolombedragen,
    kredietbedragen,
    rijbedragen,
    rijpercentages,
    zoek_cijfer,
)
from reportgen.model import Boekwerk


def _known(document: Boekwerk) -> Iterator[Bekend]:
    section = document.prestaties[0]
    bron = Bronnen(document).van(section)
    for rij in bron.rijnamen:
        yield from rijbedragen(rij, bron, section, document)
    yield from kolombedragen(bron.kolommen, bron, section, document)
    yield from kredietbedragen(bron.kredieten)
    yield from rijpercentages(bron.rijnamen, bron)


@given(boekwerken())
def test_the_marker_of_a_known_figure_gives_that_figure(document: Boekwerk) -> None:
    section = document.prestaties[0]
    names = [k.naam for k in section.financien.kredieten] if section.financien else []
    twice = {name for name in names if names.count(name) > 1}  # the first of a name is found

    for known in _known(document):
        if known.veld and not any(name in known.veld for name in twice):
            found = zoek_cijfer(known.veld, document, section)
            assert isinstance(found, Cijfer), known
            assert found.waarde == known.waarde
