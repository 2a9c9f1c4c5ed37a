"""S-, T- and N-rules: each fires at its place, and stays silent just beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bouwstenen import boekwerken, goed, vondsten
from hypothesis import given

from reportgen import check, load
from reportgen.checks.registry import DATA_RULES
from reportgen.errors import Problem
from reportgen.model import Boekwerk

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
ANDER = {"niveaus": [{"naam": "programma", "patroon": "P9"}, {"naam": "project", "patroon": "9a"}]}
VLAK = {"niveaus": [{"naam": "thema", "patroon": "A"}]}
BEGROTING = {"soort": "begroting", "peildatum": None}
ZONDER = {"financien": None, "voortgang": None}
NERGENS = "hoort nergens onder: het beleidsdoel ontbreekt in het boekwerk"
DOELEN = "kerntaken[0].beleidsdoelen"
ONBEKEND = "prestatie 9.9.9 bestaat niet"


def boom(kern: str, *doelen: str) -> list[dict[str, Any]]:
    """One kerntaak, as data."""
    onder = [{"nummer": doel, "titel": "Doel"} for doel in doelen]
    return [{"nummer": kern, "titel": "Kern", "beleidsdoelen": onder}]


def test_every_rule_about_data_is_known_here() -> None:
    assert sorted({rule.id for rule in DATA_RULES}) == [
        "F1",
        "F2",
        "F3",
        "F6",
        "F7",
        "F8",
        "F9",
        "I1",
        "I2",
        "N12",
        "P1",
        "S1",
        "S2",
        "S3",
        "T1",
        "T2",
        "T3",
        "T4",
        "T5",
        "T7",
        "T8",
        "V1",
        "V2",
        "V3",
        "V4",
        "V5",
    ]


@pytest.mark.parametrize(
    ("bron", "gevonden"),
    [
        ("ijsselmark-2017/begroting", []),
        ("ijsselmark-2017/monitor-1", []),
        ("ijsselmark-2017/monitor-2", []),
        (
            "ijsselmark-2017/jaarverslag",
            [
                # orange, and what happened per action; why it is late stands in a milestone only
                "V1 · prestaties/4.2.3.yaml, regel 21, kolom 16 (voortgang.toelichting)",
            ],
        ),
        (
            "overijssel-2017-1",  # as it was published: its actions tell no progress
            [
                "V3 · prestaties/5.1.2.yaml, regel 20, kolom 5 (acties[0])",
                "V3 · prestaties/5.1.2.yaml, regel 21, kolom 5 (acties[1])",
                "V4 · prestaties/5.1.2.yaml, regel 38, kolom 7 (basisinformatie.mijlpalen[0])",
            ],
        ),
    ],
)
def test_the_findings_on_the_examples_are_known(bron: str, gevonden: list[str]) -> None:
    problems = check(load(EXAMPLES / bron))

    assert [f"{p.rule} · {p.where}" for p in problems] == gevonden
    assert {p.severity for p in problems} <= {"warning"}


def test_a_good_document_gives_no_problem() -> None:
    assert check(goed()) == []


@given(boekwerken())
def test_every_finding_has_a_place_and_a_hint(document: Boekwerk) -> None:
    problems = check(document)

    assert [p for p in problems if not (p.message and p.hint and str(p.where))] == []
    assert [p for p in problems if p.rule == "S1"] == []  # the numbers of the strategy are right


def test_the_problems_stand_in_the_order_of_the_source() -> None:
    document = goed(context="Zie prestatie 9.9.9")
    secties = [
        document.prestaties[0].model_copy(update={"nummer": nummer})
        for nummer in ("5.1.2", "5.1.9", "5.1.10")
    ]

    problems: list[Problem] = check(document.model_copy(update={"prestaties": tuple(secties)}))

    assert [p.where.nummer for p in problems] == ["5.1.2", "5.1.9", "5.1.10"]


def test_a_finding_in_a_file_has_its_line(tmp_path: Path) -> None:
    hoofd = (EXAMPLES / "overijssel-2017-1" / "boekwerk.yaml").read_text("utf-8")
    bron = tmp_path / "b.yaml"
    bron.write_text(f"{hoofd}prestaties:\n  - nummer: 5.1.2\n    titel: Kennis;\n", "utf-8")

    problems = check(load(bron))

    assert [f"{p.rule} · {p.where}" for p in problems] == [
        "S2 · b.yaml, regel 20, kolom 5 (prestaties[0].acties)",
        "S2 · b.yaml, regel 20, kolom 5 (prestaties[0].voortgang)",
        "S2 · b.yaml, regel 20, kolom 5 (prestaties[0].financien)",
        "S2 · b.yaml, regel 20, kolom 5 (prestaties[0].basisinformatie)",
        "T4 · b.yaml, regel 21, kolom 12 (prestaties[0].titel)",
    ]


@pytest.mark.parametrize(
    ("nummer", "velden", "gevonden"),
    [
        ("5.1.2a", {}, "5.1.2a nummer: 5.1.2a heeft niet de vorm van een prestatie (9.9.9)"),
        (
            "6.1.1",
            {},
            f"6.1.1 nummer: prestatie 6.1.1 {NERGENS}",
        ),
        (
            "5.10.1",  # begins with 5.1 as text only
            {},
            f"5.10.1 nummer: prestatie 5.10.1 {NERGENS}",
        ),
        (
            "6.1.1",
            {"kerntaken": boom("5", "6.1")},
            f"{DOELEN}[0].nummer: beleidsdoel 6.1 staat onder 5, maar begint anders",
        ),
        (
            "5.1.2",
            {"kerntaken": boom("5", "5.1", "5.1")},
            f"{DOELEN}[1].nummer: nummer 5.1 komt twee keer voor",
        ),
        (
            "1A",
            {"profiel": ANDER, "kerntaken": boom("P1")},
            "1A nummer: 1A heeft niet de vorm van een project (9a)",
        ),
    ],
)
def test_a_number_out_of_its_tree_is_found(  # S1
    nummer: str, velden: dict[str, Any], gevonden: str
) -> None:
    assert vondsten("S1", goed(nummer=nummer, boek=velden)) == [gevonden]


def test_a_number_that_is_there_twice_is_found() -> None:  # S1
    document = goed()
    dubbel = document.model_copy(update={"prestaties": document.prestaties * 2})

    assert vondsten("S1", dubbel) == ["5.1.2 nummer: nummer 5.1.2 komt twee keer voor"]


@pytest.mark.parametrize(
    ("nummer", "velden"),
    [
        ("5.1.2", {}),
        ("5.1.40", {}),  # gaps in numbering are legitimate
        ("5.10.1", {"kerntaken": boom("5", "5.1", "5.10")}),
        ("1a", {"profiel": ANDER, "kerntaken": boom("P1")}),
        ("B", {"profiel": VLAK, "kerntaken": []}),
    ],
)
def test_a_number_in_its_tree_is_right(nummer: str, velden: dict[str, Any]) -> None:  # S1
    assert vondsten("S1", goed(nummer=nummer, boek=velden)) == []


@pytest.mark.parametrize(
    ("velden", "boek", "gevonden"),
    [
        (
            {},
            {"peildatum": None},
            ["peildatum: een monitor heeft een peildatum nodig"],
        ),
        (
            {"acties": []},
            {},
            ["5.1.2 acties: het blok acties ontbreekt; in een monitor is dat verplicht"],
        ),
        (
            {"voortgang": {}},  # nothing in it: nothing is printed
            {},
            ["5.1.2 voortgang: het blok voortgang ontbreekt; in een monitor is dat verplicht"],
        ),
        (
            {"context": None},
            {"profiel": {"verplicht": {"monitor": ["context"]}}},
            ["5.1.2 context: het blok context ontbreekt; in een monitor is dat verplicht"],
        ),
        (
            {},
            BEGROTING,
            [
                "5.1.2 voortgang: een begroting heeft nog geen voortgang",
                "5.1.2 financien.voortgang: een begroting heeft nog geen financiële voortgang",
            ],
        ),
    ],
)
def test_a_block_that_does_not_fit_the_stage_is_found(  # S2
    velden: dict[str, Any], boek: dict[str, Any], gevonden: list[str]
) -> None:
    assert vondsten("S2", goed(**velden, boek=boek)) == gevonden


@pytest.mark.parametrize(
    ("velden", "boek"),
    [
        (ZONDER, BEGROTING),
        ({"financien": {"regels": []}, "voortgang": None}, BEGROTING),
        ({}, {"soort": "jaarverslag", "peildatum": None}),  # reports on the whole year
        ({"voortgang": None}, {"profiel": {"verplicht": {"monitor": ["acties"]}}}),
    ],
)
def test_blocks_that_fit_the_stage_are_right(  # S2
    velden: dict[str, Any], boek: dict[str, Any]
) -> None:
    assert vondsten("S2", goed(**velden, boek=boek)) == []


@pytest.mark.parametrize(
    ("velden", "gevonden"),
    [
        ({"context": "Zie prestatie 9.9.9."}, f"5.1.2 context: {ONBEKEND}"),
        ({"context": "- een\n- [prestatie 9.9.9]"}, f"5.1.2 context: {ONBEKEND}"),
        (
            {"acties": [{"tekst": "Zie prestatie 9.9.9", "status": "verwijzing"}]},
            f"5.1.2 acties[0].tekst: {ONBEKEND}",
        ),
        (
            {"basisinformatie": {"mijlpalen": [{"naam": "prestatie 9.9.9", "toelichting": "x"}]}},
            f"5.1.2 basisinformatie.mijlpalen[0].naam: {ONBEKEND}",
        ),
        ({"boek": {"colofon": "Zie prestatie 9.9.9"}}, f"colofon: {ONBEKEND}"),
        (
            {"context": "Zie [prestatie 8.1.5] ‘Maakpark’."},
            "5.1.2 context: prestatie 8.1.5 heet ‘Maakpark Lindert’, niet ‘Maakpark’",
        ),
        (
            {"nummer": "1a", "context": "Zie project 1b", "boek": {"profiel": ANDER}},
            "1a context: project 1b bestaat niet",
        ),
    ],
)
def test_a_reference_to_nothing_is_found(velden: dict[str, Any], gevonden: str) -> None:  # S3
    assert vondsten("S3", goed(**velden)) == [gevonden]


@pytest.mark.parametrize(
    "context",
    [
        "Zie prestatie 5.1.2 en [prestatie 8.1.5].",
        "Zie prestatie 8.1.5 ‘Maakpark lindert’.",  # a capital is no other title
        "Deze prestatie levert 9.9.9 op.",
        "Zie beleidsdoel 9.9.",  # a goal is no prestatie
    ],
)
def test_a_reference_that_resolves_is_right(context: str) -> None:  # S3
    assert vondsten("S3", goed(context=context)) == []


def test_a_wrong_title_is_a_warning_and_a_wrong_number_an_error() -> None:  # S3
    problems = check(goed(context="Zie prestatie 8.1.5 ‘Anders’ en prestatie 9.9.9"))

    assert [p.severity for p in problems] == ["warning", "error"]
