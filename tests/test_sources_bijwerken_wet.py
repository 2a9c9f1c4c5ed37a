"""The law of writing back: what `load` gives afterwards is what was asked for, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bouwstenen import als_data, boekwerken, prestaties
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen import load
from reportgen.model import Boekwerk, Prestatie
from reportgen.sources.bijwerken import update
from reportgen.sources.schrijven import dump


def _edited(draw: st.DrawFn, prestatie: Prestatie, soort: str) -> Prestatie:
    """Take some fields of another prestatie over, and shuffle or thin a list."""
    ander = draw(prestaties(soort, prestatie.nummer))  # type: ignore[arg-type]
    namen = draw(st.sets(st.sampled_from(sorted(Prestatie.model_fields))))
    nieuw = {naam: getattr(ander, naam) for naam in namen}
    if "acties" not in namen:
        acties = draw(st.permutations(prestatie.acties))
        extra = ander.acties[: draw(st.integers(0, 2))]
        nieuw["acties"] = (*acties[: draw(st.integers(0, 3))], *extra)
    return prestatie.model_copy(update=nieuw)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Boekwerk, Boekwerk]:
    """Draw a boekwerk and what it becomes."""
    oud = draw(boekwerken())
    nieuw = tuple(_edited(draw, p, oud.soort) for p in oud.prestaties)
    kop = {
        "colofon": draw(st.none() | st.just("Een ander\n\ncolofon.")),
        "kerntaken": oud.kerntaken,
    }
    return oud, oud.model_copy(update={**kop, "prestaties": nieuw})


def _save(boekwerk: Boekwerk, map_: Path, vorm: str) -> Path:
    """Write a source in one of its forms."""
    if vorm == "map":
        for naam, tekst in dump(boekwerk).items():
            (map_ / naam).parent.mkdir(exist_ok=True)
            (map_ / naam).write_text(tekst, "utf-8", newline="")
        return map_
    inspring = {"json": 2, "plat": None, "haken": None}[vorm]
    pad = map_ / ("boek.yaml" if vorm == "haken" else "boek.json")
    pad.write_text(json.dumps(als_data(boekwerk), ensure_ascii=False, indent=inspring), "utf-8")
    return pad


@pytest.mark.parametrize("vorm", ["map", "json", "plat", "haken"])
@settings(max_examples=40, deadline=None)
@given(paar=pairs())
def test_load_gives_exactly_what_was_asked_for_and_twice_is_once(
    vorm: str, paar: tuple[Boekwerk, Boekwerk]
) -> None:
    with TemporaryDirectory() as folder:
        bron = _save(paar[0], Path(folder), vorm)
        oud = load(bron)
        nieuw = oud.model_copy(
            update={naam: getattr(paar[1], naam) for naam in ("colofon", "prestaties")}
        ).met_herkomst(oud.herkomst)

        bijgewerkt = update(bron, oud, nieuw)

        for bestand in bijgewerkt:
            bestand.pad.write_bytes(bestand.wordt)
        assert load(bron) == nieuw
        assert update(bron, load(bron), nieuw) == []
