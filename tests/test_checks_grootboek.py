"""F1 and F9 with a ledger: what it holds and what a boekwerk holds agree to the cent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from bouwstenen import goed, vondsten
from grootboekbouw import bron

from reportgen import check, load
from reportgen.errors import Plaats
from reportgen.financien import aansluitingen
from reportgen.model import Bedragen, Boekwerk, Prestatie, Regel

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
RIJEN = (
    "5.1.2;lasten;Subsidies;gerealiseerd;1.000,10",
    "5.1.2;lasten;Inhuur;gerealiseerd;500,00",
    "5.1.2;lasten;Subsidies;gerealiseerd;0,15",
)
MELD = "lees de bron opnieuw; blijft het verschil, meld het dan"


def gelezen(folder: Path, *rijen: str, geld: str = "", **anderen: str) -> Boekwerk:
    """A monitor with one ledger; `anderen` are more prestaties, `p511`."""
    secties = {".".join(naam[1:]): tekst for naam, tekst in anderen.items()}
    return load(bron(folder, *(rijen or RIJEN), secties={"5.1.2": geld, **secties}))


def met_regels(boekwerk: Boekwerk, *regels: Regel) -> Boekwerk:
    """The same boekwerk, of which somebody changed the regels of the first prestatie."""
    eerste, *rest = boekwerk.prestaties
    assert eerste.financien is not None
    geld = eerste.financien.model_copy(update={"regels": regels})
    prestaties: tuple[Prestatie, ...] = (eerste.model_copy(update={"financien": geld}), *rest)
    return boekwerk.model_copy(update={"prestaties": prestaties}).met_herkomst(boekwerk.herkomst)


def regels_van(boekwerk: Boekwerk) -> tuple[Regel, ...]:
    """The regels of the first prestatie."""
    geld = boekwerk.prestaties[0].financien
    return geld.regels if geld else ()


def anders(regel: Regel, **velden: Any) -> Regel:  # noqa: ANN401  fields of a regel
    """A regel with other values."""
    return regel.model_copy(update=velden)


def test_the_example_with_a_ledger_agrees_to_the_cent() -> None:
    boekwerk = load(EXAMPLES / "ijsselmark-grootboek")

    (een,) = aansluitingen(boekwerk)

    assert check(boekwerk) == []
    assert een.sluit
    assert een.gelezen["lasten", "gerealiseerd"] == Decimal(4960830)


def test_a_planted_mismatch_is_found_with_file_and_row(tmp_path: Path) -> None:  # F1
    boekwerk = gelezen(tmp_path)
    subsidies, inhuur = regels_van(boekwerk)
    bedragen = Bedragen.model_validate({"gerealiseerd": "500.01"})

    geplant = met_regels(boekwerk, subsidies, anders(inhuur, bedragen=bedragen))

    (problem,) = (p for p in check(geplant) if p.rule == "F1")
    pad = "financien.regels[1].bedragen.gerealiseerd"
    assert problem.where == Plaats("grootboek.csv", 3, nummer="5.1.2", pad=pad)
    assert problem.message == (
        "lasten ‘Inhuur’ (gerealiseerd) is €\u00a0500,01, het grootboek heeft €\u00a0500:"
        " €\u00a00,01 verschil"
    )
    assert (problem.severity, problem.hint) == ("error", MELD)


def test_a_sum_names_all_its_rows(tmp_path: Path) -> None:  # F1
    boekwerk = gelezen(tmp_path)
    subsidies, inhuur = regels_van(boekwerk)

    geplant = met_regels(boekwerk, anders(subsidies, bedragen=Bedragen()), inhuur)

    (leeg, gevonden) = vondsten("F1", geplant)
    assert leeg.startswith("grootboek.csv, regel 2 (financien.regels[0].bedragen): lasten")
    assert gevonden.startswith(
        "grootboek.csv, regels 2 en 4 (financien.regels[0].bedragen.gerealiseerd): €\u00a01.000,25"
        " uit het grootboek staat niet in het boekwerk"
    )


def test_a_regel_that_is_gone_is_found_with_its_rows(tmp_path: Path) -> None:  # F1
    boekwerk = gelezen(tmp_path)

    geplant = met_regels(boekwerk, regels_van(boekwerk)[0])

    (gevonden,) = vondsten("F1", geplant)
    assert gevonden.startswith("grootboek.csv, regel 3 (")
    assert gevonden.endswith("€\u00a0500 uit het grootboek staat niet in het boekwerk")


def test_a_figure_of_another_soort_is_found_in_the_totals(tmp_path: Path) -> None:  # F1
    boekwerk = gelezen(tmp_path)
    subsidies, inhuur = regels_van(boekwerk)

    geplant = met_regels(boekwerk, subsidies, anders(inhuur, soort="baten"))

    assert vondsten("F1", geplant) == [
        (
            "boekwerk.yaml, regel 9, kolom 3 (cijfers): lasten (gerealiseerd): €\u00a01.500,25"
            " gelezen uit grootboek.csv, €\u00a01.000,25 geplaatst"
        ),
        (
            "boekwerk.yaml, regel 9, kolom 3 (cijfers): baten (gerealiseerd): €\u00a00 gelezen uit"
            " grootboek.csv, €\u00a0500 geplaatst"
        ),
    ]


def test_a_copy_that_knows_no_ledger_is_not_held_against_one(tmp_path: Path) -> None:  # F1
    boekwerk = gelezen(tmp_path)

    kopie = met_regels(boekwerk).model_copy()

    assert vondsten("F1", kopie) == vondsten("F9", kopie) == []


def test_a_prestatie_without_rows_is_a_warning(tmp_path: Path) -> None:  # F9
    boekwerk = gelezen(tmp_path, p511="")

    (problem,) = (p for p in check(boekwerk) if p.rule == "F9")

    assert str(problem) == (
        "let op F9 · prestaties/5.1.1.yaml, regel 1, kolom 9 (nummer): 5.1.1 heeft geen enkele rij"
        " in grootboek.csv → kijk of het nummer klopt, hier en in het grootboek"
    )


def test_a_figure_that_is_typed_as_well_is_a_warning_where_it_was_typed(tmp_path: Path) -> None:
    geld = (
        "financien:\n  regels:\n    - soort: lasten\n      omschrijving: Inhuur\n"
        "      bedragen: {gerealiseerd: 500}\n"
    )

    boekwerk = gelezen(tmp_path, geld=geld)

    (problem,) = (p for p in check(boekwerk) if p.rule == "F9")
    assert str(problem) == (
        "let op F9 · prestaties/5.1.2.yaml, regel 7, kolom 32"
        " (financien.regels[0].bedragen.gerealiseerd): dit bedrag staat ook in grootboek.csv, en"
        " daar komt het vandaan → typ geen cijfers die uit het grootboek komen: haal het hier weg"
    )


@pytest.mark.parametrize(
    ("bedragen", "gevonden"),
    [
        ("{gerealiseerd: 40}", 1),
        ("{gerealiseerd: 0}", 0),  # changes no total
        ("{prognose: 40}", 0),  # a column that the ledger does not have
    ],
)
def test_a_typed_figure_beside_those_of_the_ledger_is_a_warning(
    tmp_path: Path, bedragen: str, gevonden: int
) -> None:  # F9
    geld = (
        "financien:\n  regels:\n    - soort: lasten\n      omschrijving: Rente\n"
        f"      bedragen: {bedragen}\n"
    )

    boekwerk = gelezen(tmp_path, geld=geld)

    wat = "lasten ‘Rente’ (gerealiseerd) is getypt, en €\u00a040 staat niet in het grootboek"
    waar = "prestaties/5.1.2.yaml, regel 7, kolom 32 (financien.regels[1].bedragen.gerealiseerd)"
    assert vondsten("F9", boekwerk) == [f"{waar.replace('[1]', '[0]')}: {wat}"][:gevonden]


def test_a_profile_weighs_what_a_ledger_shows(tmp_path: Path) -> None:
    folder = bron(tmp_path, *RIJEN, secties={"5.1.1": "", "5.1.2": ""})
    hoofd = folder / "boekwerk.yaml"
    profiel = "profiel: {controles: [{regel: F9, ernst: fout}]}\n"
    hoofd.write_text(hoofd.read_text("utf-8") + profiel, "utf-8")

    (problem,) = (p for p in check(load(folder)) if p.rule == "F9")

    assert problem.severity == "error"


def test_without_a_ledger_nothing_is_said() -> None:
    regel = {"soort": "lasten", "bedragen": {"gerealiseerd": "5"}}

    document = goed(financien={"regels": [regel], "voortgang": {"kleur": "groen"}})

    assert aansluitingen(document) == ()
    assert vondsten("F9", document) == []
