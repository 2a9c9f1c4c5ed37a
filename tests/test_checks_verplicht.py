"""S2 on the fields that a profile makes mandatory: each told at its place, and told once."""

from __future__ import annotations

from typing import Any

import pytest
from bouwstenen import goed, vondsten


@pytest.mark.parametrize(
    ("velden", "verplicht", "mist"),
    [
        ({}, ["financien.regels", "voortgang.kleur"], ["veld financien.regels"]),
        ({"basisinformatie": None}, ["basisinformatie.reserve"], ["veld basisinformatie.reserve"]),
        (
            {"basisinformatie": {"looptijd": "1 jaar"}},
            ["basisinformatie.websites", "basisinformatie.looptijd"],
            ["veld basisinformatie.websites"],
        ),
        (
            {"financien": {"voortgang": {"toelichting": "Nog niet bekend."}}},
            ["financien.voortgang.kleur", "financien.voortgang"],
            ["veld financien.voortgang.kleur"],
        ),
        (
            {"financien": None},
            ["financien.voortgang.kleur", "financien", "financien.voortgang", "indicatoren"],
            ["blok financien", "blok indicatoren"],  # told once
        ),
    ],
)
def test_a_mandatory_field_that_is_empty_is_found(
    velden: dict[str, Any], verplicht: list[str], mist: list[str]
) -> None:
    document = goed(**velden, boek={"profiel": {"verplicht": {"monitor": verplicht}}})

    gevonden = vondsten("S2", document)

    waar = [deel.split()[1] for deel in mist]
    assert gevonden == [
        f"5.1.2 {plek}: het {deel} ontbreekt; in een monitor is dat verplicht"
        for plek, deel in zip(waar, mist, strict=True)
    ]


@pytest.mark.parametrize(
    ("velden", "verplicht"),
    [
        ({"voortgang": {"kleur": "groen"}}, ["voortgang.kleur"]),
        ({"basisinformatie": {"mijlpalen": ["Gunning"]}}, ["basisinformatie.mijlpalen"]),
        (
            {"financien": {"voortgang": {"kleur": "groen", "begrotingswijziging": ["geen"]}}},
            ["financien.voortgang.begrotingswijziging", "financien.voortgang", "financien"],
        ),
        ({}, []),
    ],
)
def test_a_mandatory_field_that_is_filled_is_right(
    velden: dict[str, Any], verplicht: list[str]
) -> None:
    document = goed(**velden, boek={"profiel": {"verplicht": {"monitor": verplicht}}})

    assert vondsten("S2", document) == []
