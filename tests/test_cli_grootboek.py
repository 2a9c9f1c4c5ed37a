"""The command line with a ledger: totals read and totals placed, for a person and a machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from grootboekbouw import bron

from reportgen.cli import cli

EXAMPLE = Path(__file__).resolve().parents[1] / "examples/ijsselmark-grootboek"
TABEL = """\
 Bedragen in euro's primitief wijzigingen gerealiseerd
 lasten gelezen 12.039.420,00 250.000,00 4.960.830,00
 geplaatst 12.039.420,00 250.000,00 4.960.830,00
 van anderen 480.000,00 0,00 312.604,18
 baten gelezen 2.700.000,00 250.000,00 937.500,00
 geplaatst 2.700.000,00 250.000,00 937.500,00
 onttrekking gelezen 4.300.000,00 0,00 914.910,00
 geplaatst 4.300.000,00 0,00 914.910,00
"""


def run(*args: object) -> Result:
    """Run a command."""
    return CliRunner().invoke(cli, [str(arg) for arg in args])


def woorden(tekst: str) -> str:
    """Give what is printed with one space between words."""
    return "\n".join(" ".join(regel.split()) for regel in tekst.splitlines() if "─" not in regel)


@pytest.mark.parametrize("commando", ["check", "render", "book"])
def test_totals_read_and_totals_placed_are_printed(tmp_path: Path, commando: str) -> None:
    waar = {"check": [], "render": ["--out", tmp_path], "book": ["--out", tmp_path / "b.docx"]}

    uitkomst = run(commando, EXAMPLE, *waar[commando])

    gedrukt = woorden(uitkomst.output)
    assert uitkomst.exit_code == 0
    assert (
        "Grootboek grootboek.csv: 39 rijen gelezen, 36 geplaatst, 3 van prestaties die anderen"
        " aanleveren, 1 totaalrij overgeslagen (regel 41)."
    ) in gedrukt
    assert woorden(TABEL) in gedrukt
    assert "Wat is gelezen, is tot op de cent geplaatst." in gedrukt


@pytest.mark.parametrize("commando", ["check", "render", "book"])
def test_machines_are_told_the_totals(tmp_path: Path, commando: str) -> None:
    waar = {"check": [], "render": ["--out", tmp_path], "book": ["--out", tmp_path / "b.docx"]}

    gezegd: dict[str, Any] = json.loads(run(commando, EXAMPLE, *waar[commando], "--json").output)

    (boek,) = gezegd["ledgers"]
    rest = {naam: waarde for naam, waarde in boek.items() if naam != "totals"}
    assert rest == {
        "name": "grootboek.csv",
        "rows_read": 39,
        "rows_placed": 36,
        "rows_elsewhere": 3,
        "rows_skipped": [41],
        "agrees": True,
    }
    assert boek["totals"][2] == {
        "soort": "lasten",
        "kolom": "gerealiseerd",
        "read": "4960830.00",
        "placed": "4960830.00",
        "elsewhere": "312604.18",
    }


def test_a_ledger_with_many_totals_names_the_first_rows(tmp_path: Path) -> None:
    rijen = ["5.1.2;lasten;;primitief;1", *["Totaal;;;;1"] * 7]

    gedrukt = run("check", bron(tmp_path, *rijen)).output

    assert "7 totaalrijen overgeslagen (regel 3, 4, 5, 6, 7 en verder)" in gedrukt


def test_a_mistake_in_a_ledger_ends_with_exit_code_1(tmp_path: Path) -> None:
    uitkomst = run("check", bron(tmp_path, "9.9.9;lasten;;primitief;1"))

    assert uitkomst.exit_code == 1
    assert "grootboek.csv, regel 2: prestatie ‘9.9.9’ staat niet" in uitkomst.output


def test_a_book_without_what_went_wrong_in_the_ledger_says_so(tmp_path: Path) -> None:
    rijen = ["5.1.1;lasten;;primitief;n.v.t.", "5.1.2;lasten;;primitief;1"]
    folder = bron(tmp_path, *rijen, secties={"5.1.1": "", "5.1.2": ""})

    uitkomst = run("book", folder, "--allow-missing", "--out", tmp_path / "b.docx")

    assert uitkomst.exit_code == 1
    assert "grootboek.csv, regel 2: ‘n.v.t.’ is geen bedrag" in uitkomst.output
    assert (tmp_path / "b.docx").exists()


def test_a_book_is_not_made_of_a_ledger_that_cannot_be_read(tmp_path: Path) -> None:
    folder = bron(tmp_path, "5.1.2;lasten;;primitief;1")
    (folder / "grootboek.csv").unlink()

    uitkomst = run("book", folder, "--allow-missing", "--out", tmp_path / "b.docx")

    assert uitkomst.exit_code == 1
    assert not (tmp_path / "b.docx").exists()


def test_the_next_edition_has_the_figures_and_no_ledger(tmp_path: Path) -> None:
    uitkomst = run("next", EXAMPLE, "--soort", "jaarverslag", "--out", tmp_path / "nieuw")

    hoofd = (tmp_path / "nieuw" / "boekwerk.yaml").read_text("utf-8")
    sectie = (tmp_path / "nieuw" / "prestaties" / "5.1.1.yaml").read_text("utf-8")
    assert uitkomst.exit_code == 0
    assert "Grootboek: de bedragen uit grootboek.csv staan nu bij de prestaties." in uitkomst.output
    assert "cijfers" not in hoofd
    assert "primitief: 2640000" in sectie
