"""`reportgen workbook`, and a check of what people filled in: on screen, in JSON, in the cells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from test_cli import MONITOR, run, words

from reportgen import load
from reportgen.sources import workbook

FOUTEN: tuple[tuple[str, str, object, str], ...] = (
    ("Boekwerk", "B7", "1/4/2017", "kan op twee manieren worden gelezen"),
    ("Kerntaken", "A2", None, "‘nummer’ ontbreekt"),
    ("Beleidsdoelen", "C3", None, "‘titel’ ontbreekt"),
    ("Prestaties", "F2", "paars", "‘paars’ is geen geldige keuze"),
    ("Prestaties", "C4", 5.1, "hier staat het getal 5,1"),
    ("Acties", "A3", "5.9.9", "er is geen prestatie ‘5.9.9’"),
    ("Acties", "B5", None, "‘tekst’ ontbreekt"),
    ("Financiën", "G2", "=1/0", "is nog nooit uitgerekend"),
    ("Financiën", "H3", "#N/A", "hier staat de fout #N/A"),
    ("Financiën", "I4", "1.350", "kan op twee manieren worden gelezen"),
    ("Financiën", "J5", 1250.505, "meer dan twee cijfers achter de komma"),
    ("Financiën", "G6", -5, "heeft een minteken"),
    ("Indicatoren", "G2", "veel", "is geen getal"),
    ("Mijlpalen", "D3", "31-2-2017", "bestaat niet op de kalender"),
    ("Websites", "C2", "kennispark", "is geen webadres"),
)
"""Fifteen mistakes: the sheet, the cell, what somebody typed, and what is said of it."""


@pytest.fixture
def vol(tmp_path: Path) -> Path:
    """The workbook of a whole monitor."""
    pad = tmp_path / "invoer.xlsx"
    pad.write_bytes(workbook(load(MONITOR)))
    return pad


@pytest.fixture
def fout(vol: Path) -> Path:
    """That workbook with fifteen mistakes in it."""
    boek = load_workbook(vol)
    for blad, adres, waarde, _ in FOUTEN:
        cel = boek[blad][adres]
        cel.value = waarde
        if waarde == "#N/A":
            cel.data_type = "e"
    boek.save(vol)
    return vol


def bladen(pad: Path) -> dict[str, Worksheet]:
    """The sheets of a workbook by name."""
    return {blad.title: blad for blad in load_workbook(pad).worksheets}


def test_fifteen_mistakes_give_fifteen_cells_on_the_screen(fout: Path) -> None:
    gedaan = run("check", fout)

    regels = [regel for regel in words(gedaan).splitlines() if regel.startswith("fout ")]
    assert gedaan.returncode == 1
    assert len(regels) == len(FOUTEN)
    for blad, adres, _, woorden in FOUTEN:
        (regel,) = [r for r in regels if f"invoer.xlsx, cel {blad}!{adres}" in r]
        assert woorden in regel
        assert " → " in regel


def test_fifteen_mistakes_give_fifteen_cells_for_machines(fout: Path) -> None:
    gevonden = json.loads(run("check", fout, "--json").stdout)

    cellen = [probleem["where"]["cel"] for probleem in gevonden["problems"]]
    assert gevonden["errors"] == len(FOUTEN)
    assert sorted(cellen) == sorted(f"{blad}!{adres}" for blad, adres, *_ in FOUTEN)


def test_fifteen_mistakes_give_fifteen_marked_cells_in_a_copy(fout: Path, tmp_path: Path) -> None:
    origineel = fout.read_bytes()

    gedaan = run("check", fout, "--annotate", tmp_path / "uit.xlsx")

    kopie = bladen(tmp_path / "uit.xlsx")
    assert gedaan.returncode == 1
    assert fout.read_bytes() == origineel
    for blad, adres, _, woorden in FOUTEN:
        cel = kopie[blad][adres]
        assert cel.comment is not None
        assert woorden in cel.comment.text
        assert cel.fill.start_color.rgb == "00F8CBAD"
    lijst = kopie["Problemen"]
    koppelingen = [cel.hyperlink.location for cel in lijst["B"] if cel.hyperlink]
    assert sorted(koppelingen) == sorted(f"'{blad}'!{adres}" for blad, adres, *_ in FOUTEN)
    assert lijst.max_row == len(FOUTEN) + 1


def test_a_copy_without_its_mistakes_is_a_source_again(fout: Path, tmp_path: Path) -> None:
    goed = load(MONITOR)
    run("check", fout, "--annotate", tmp_path / "uit.xlsx")
    boek, heel = load_workbook(tmp_path / "uit.xlsx"), tmp_path / "heel.xlsx"
    heel.write_bytes(workbook(goed))
    for blad, adres, *_ in FOUTEN:
        boek[blad][adres].value = bladen(heel)[blad][adres].value
    boek.save(tmp_path / "hersteld.xlsx")

    document = load(tmp_path / "hersteld.xlsx")

    assert document == goed
    assert document.herkomst.opmerkingen == ()


def test_what_a_rule_finds_is_marked_in_the_copy_too(vol: Path, tmp_path: Path) -> None:
    boek = load_workbook(vol)
    boek["Prestaties"]["G3"] = None  # red, and no explanation any more
    boek.save(vol)

    gedaan = run("check", vol, "--annotate", tmp_path / "uit.xlsx")

    kopie = bladen(tmp_path / "uit.xlsx")
    assert "fout V1 · invoer.xlsx, cel Prestaties!F3 (voortgang)" in words(gedaan)
    assert kopie["Prestaties"]["F3"].comment is not None
    assert kopie["Problemen"]["F2"].value == "V1"


def test_a_note_that_somebody_wrote_stays(fout: Path, tmp_path: Path) -> None:
    from openpyxl.comments import Comment

    boek = load_workbook(fout)
    boek["Websites"]["C2"].comment = Comment("navragen bij Jan", "Els")
    boek.save(fout)

    run("check", fout, "--annotate", tmp_path / "uit.xlsx")

    noot = bladen(tmp_path / "uit.xlsx")["Websites"]["C2"].comment
    assert noot is not None
    assert noot.text.startswith("navragen bij Jan\n\nFOUT D5: ‘kennispark’ is geen webadres")


def test_a_copy_of_a_good_workbook_says_so(tmp_path: Path, vol: Path) -> None:
    gedaan = run("check", vol, "--annotate", tmp_path / "uit.xlsx")

    assert gedaan.returncode == 0
    assert bladen(tmp_path / "uit.xlsx")["Problemen"]["A2"].value == "Er is niets gevonden."


@pytest.mark.parametrize(
    ("extra", "woorden"),
    [
        (("invoer.xlsx", "--annotate", "invoer.xlsx"), "dit is de werkmap zelf"),
        (("invoer.xlsx", "--annotate", "uit.pdf"), "geef een naam die eindigt op .docx"),
        (("invoer.xlsx", "--annotate", "uit.docx"), "--annotate hoort bij --template"),
        ((MONITOR, "--annotate", "uit.xlsx"), "hoort bij een SOURCE die een werkmap is"),
    ],
)
def test_a_copy_takes_the_place_of_nothing_else(
    vol: Path, extra: tuple[str, ...], woorden: str
) -> None:
    heel = vol.read_bytes()

    gedaan = run("check", *extra, cwd=vol.parent)

    assert gedaan.returncode == 2
    assert woorden in words(gedaan)
    assert vol.read_bytes() == heel
    assert [pad.name for pad in vol.parent.iterdir()] == ["invoer.xlsx"]


def test_a_file_that_is_no_workbook_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"geen zip")

    gedaan = run("check", "a.xlsx", "--annotate", "uit.xlsx", cwd=tmp_path)

    assert gedaan.returncode == 1
    assert "fout D1 · a.xlsx: dit is geen Excel-werkmap" in words(gedaan)
    assert not (tmp_path / "uit.xlsx").exists()


@pytest.mark.parametrize("soort", ["begroting", "monitor", "jaarverslag"])
def test_an_empty_workbook_is_made_for_a_kind_of_document(tmp_path: Path, soort: str) -> None:
    gedaan = run("workbook", "--out", "nieuw.xlsx", "--soort", soort, cwd=tmp_path)

    assert gedaan.returncode == 0
    assert f"Een lege werkmap voor een {soort} staat in nieuw.xlsx." in words(gedaan)
    assert bladen(tmp_path / "nieuw.xlsx")["Boekwerk"]["B4"].value == soort


def test_a_source_becomes_a_workbook_that_is_the_same_source(tmp_path: Path) -> None:
    gedaan = run("workbook", MONITOR, "--out", tmp_path / "vol.xlsx")

    assert gedaan.returncode == 0
    assert "met 4 prestaties." in words(gedaan)
    assert load(tmp_path / "vol.xlsx") == load(MONITOR)


@pytest.mark.parametrize(
    ("extra", "woorden"),
    [
        (("--out", "invoer.xlsx"), "bestaat al, en er kan werk in zitten"),
        (("--out", "invoer.csv"), "geef een naam die eindigt op .xlsx"),
        (("invoer.xlsx", "--out", "invoer.xlsx", "--force"), "dit is de bron zelf"),
        (("invoer.xlsx", "--out", "b.xlsx", "--soort", "monitor"), "hoort bij een lege werkmap"),
        ((), "--out"),
    ],
)
def test_a_workbook_that_would_destroy_something_is_not_made(
    vol: Path, extra: tuple[str, ...], woorden: str
) -> None:
    heel = vol.read_bytes()

    gedaan = run("workbook", *extra, cwd=vol.parent)

    assert gedaan.returncode == 2
    assert woorden in words(gedaan)
    assert vol.read_bytes() == heel


def test_an_old_workbook_is_replaced_when_that_was_asked(vol: Path) -> None:
    gedaan = run("workbook", MONITOR, "--out", vol, "--force")

    assert gedaan.returncode == 0


def test_chapters_are_made_of_a_workbook(vol: Path) -> None:
    gedaan = run("render", "invoer.xlsx", "--out", "uit", cwd=vol.parent)

    assert gedaan.returncode == 0
    assert len(list((vol.parent / "uit").glob("*.docx"))) == 4
