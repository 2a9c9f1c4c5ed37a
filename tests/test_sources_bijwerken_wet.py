"""The law of writing back: what `load` gives afterwards is what was asked for, and nothing else."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bouwstenen import als_data, boekwerken, prestaties
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from reportgen import load
from reportgen.model import Boekwerk, Prestatie
from reportgen.sources.bijwerken import update
from reportgen.sources.bijwerken.knopen import Knoop, ontleed
from reportgen.sources.schrijven import dump
from reportgen.sources.yaml_bron import lees_yaml


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
@settings(max_examples=25, deadline=None)
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


def _commented(tekst: str) -> str:
    """Put a comment behind every key with a value on its line, and one above every key."""
    boom = ontleed(tekst)
    assert boom is not None
    plekken = sorted(_places(boom), reverse=True)
    for nummer, (sleutel, eind) in enumerate(plekken):
        begin = tekst.rfind("\n", 0, sleutel) + 1
        wit = tekst[begin:sleutel]
        if eind:
            tekst = f"{tekst[:eind]}  # achter {nummer}{tekst[eind:]}"
        if not wit.strip():
            tekst = f"{tekst[:begin]}{wit}# boven {nummer}\n{tekst[begin:]}"
    return tekst


def _places(knoop: Knoop) -> Iterator[tuple[int, int]]:
    """Give where each key begins, and where its value ends that stands on the same line."""
    for veld in knoop.velden.values():
        waarde = veld.waarde
        yield veld.sleutel.begin, 0 if waarde.soort != "tekst" or waarde.als_blok else waarde.eind
        yield from _places(waarde)
    for deel in knoop.delen:
        yield from _places(deel)


def _comments(tekst: str) -> Counter[str]:
    return Counter(re.findall(r"# (?:achter|boven) [0-9]+", tekst))


@settings(max_examples=30, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(paar=pairs())
def test_no_comment_is_lost_but_those_that_are_told(paar: tuple[Boekwerk, Boekwerk]) -> None:
    with TemporaryDirectory() as folder:
        bron = _save(paar[0], Path(folder), "map")
        for pad in Path(folder).glob("prestaties/*"):
            pad.write_text(_commented(pad.read_text("utf-8")), "utf-8", newline="")
        oud = load(bron)
        nieuw = oud.model_copy(update={"prestaties": paar[1].prestaties})

        bijgewerkt = update(bron, oud, nieuw.met_herkomst(oud.herkomst))

        for bestand in bijgewerkt:
            was, wordt = (_comments(b.decode()) for b in (bestand.was, bestand.wordt))
            assert was == wordt + Counter(bestand.vervallen)
            tekst = bestand.wordt.decode()  # and another reader of YAML reads the same
            assert YAML(typ="base").load(tekst) == lees_yaml(tekst, "").data
