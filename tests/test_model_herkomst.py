"""Where data came from, and the letters about it: beside the model, and kept through pickling."""

from __future__ import annotations

import pickle

import pytest
from bouwstenen import boekwerk, boekwerken, goed
from hypothesis import given

from reportgen import check
from reportgen.errors import (
    DataError,
    Herkomst,
    OutputError,
    Plaats,
    Problem,
    RenderError,
    ReportgenError,
    TemplateError,
    pad_text,
)
from reportgen.model import Boekwerk

REGEL_12 = Plaats("prestaties/5.1.2.yaml", 12, 5, nummer="5.1.2", pad="acties")


@given(boekwerken())
def test_herkomst_lies_beside_the_data(document: Boekwerk) -> None:  # N16
    wetend = document.met_herkomst(Herkomst({("titel",): REGEL_12}))

    assert wetend == document
    assert hash(wetend) == hash(document)
    assert repr(wetend) == repr(document)
    assert wetend.model_dump() == document.model_dump()
    assert wetend.herkomst != document.herkomst
    assert "herkomst" not in Boekwerk.model_json_schema()["properties"]


@given(boekwerken())
def test_pickling_keeps_the_data_and_its_herkomst(document: Boekwerk) -> None:
    wetend = document.met_herkomst(Herkomst({("titel",): REGEL_12}))

    terug = pickle.loads(pickle.dumps(wetend))  # noqa: S301  bytes of our own

    assert terug == wetend
    assert terug.herkomst == wetend.herkomst


def test_what_the_reader_of_a_source_remarked_comes_with_a_check() -> None:
    opmerking = Problem("D3", "warning", Plaats("a.xlsx", cel="Acties!F1"), "een kolom te veel")
    herkomst = Herkomst(opmerkingen=(opmerking,)).onder({(): REGEL_12}, ("profiel",))

    problems = check(goed().met_herkomst(herkomst))

    assert problems == [opmerking]


@pytest.mark.parametrize(
    ("pad", "plaats"),
    [
        (("acties", 0), "a.yaml, regel 7, kolom 3 (acties[0])"),
        (("acties", 0, "status"), "a.yaml, regel 7, kolom 3 (acties[0].status)"),
        (("acties", 1), "a.yaml, regel 6, kolom 1 (acties[1])"),
        (("titel",), "a.yaml, regel 1, kolom 1 (titel)"),
    ],
)
def test_an_unknown_path_has_the_place_of_what_is_around_it(
    pad: tuple[str | int, ...], plaats: str
) -> None:
    herkomst = Herkomst(
        {
            (): Plaats("a.yaml", 1, 1),
            ("acties",): Plaats("a.yaml", 6, 1, pad="acties"),
            ("acties", 0): Plaats("a.yaml", 7, 3, pad="acties[0]"),
        }
    )

    assert str(herkomst.zoek(pad)) == plaats


def test_data_made_in_python_has_its_path_for_a_place() -> None:
    assert str(boekwerk().herkomst.zoek(("acties", 0, "status"))) == "acties[0].status"
    assert pad_text(("a", 0, 1, "b")) == "a[0][1].b"


@pytest.mark.parametrize(
    "soort", [ReportgenError, DataError, TemplateError, RenderError, OutputError]
)
def test_an_exception_survives_pickling_with_all_it_says(soort: type[ReportgenError]) -> None:
    een = Problem("D1", "error", REGEL_12, "is leeg", "vul in")
    fout = soort([een, Problem("T4", "warning", Plaats("b.xlsx", cel="B7"), "é", "")])

    terug = pickle.loads(pickle.dumps(fout))  # noqa: S301  bytes of our own

    assert type(terug) is soort
    assert terug.problems == fout.problems
    assert str(terug) == (
        "fout D1 · prestaties/5.1.2.yaml, regel 12, kolom 5 (acties): is leeg → vul in\n"
        "let op T4 · b.xlsx, cel B7: é"
    )


def test_a_place_of_more_lines_names_them_all() -> None:
    plaats = Plaats("grootboek.csv", 2, plek="regels 2 en 5", pad="titel")

    assert str(plaats) == "grootboek.csv, regels 2 en 5 (titel)"


def test_a_problem_without_a_place_reads_as_a_sentence() -> None:
    problem = Problem("A1", "error", Plaats(), "geen titel", "vul in")

    assert str(problem) == "fout A1 · geen titel → vul in"
    assert problem.to_dict()["where"] == {}
