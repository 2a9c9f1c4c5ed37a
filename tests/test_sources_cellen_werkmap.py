"""Workbooks of any make: which are read, what is found in them, and what is refused in words."""

from __future__ import annotations

import time
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from judges import convert, needs_libreoffice
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.table import Table
from werkbladen import gelezen, met_de_hand, met_openpyxl, weigering

from reportgen.sources.cellen import open_werkmap, zoek_kop

_XLS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def test_rows_come_one_by_one_and_empty_ones_are_passed_over(tmp_path: Path) -> None:
    inhoud: list[list[Any]] = [["Titel"], [], ["Nummer", "Dag"], ["5.1", date(2017, 4, 1)]]
    pad = met_openpyxl(tmp_path / "a.xlsx", inhoud)

    rijen = list(open_werkmap(pad, "a.xlsx").bladen[0].rijen())

    assert [rij.nummer for rij in rijen] == [1, 3, 4]
    assert rijen[2].cellen["B"] == ("B4", "datum", "2017-04-01")


def test_the_headings_are_found_below_what_stands_above_them(tmp_path: Path) -> None:
    rijen: list[list[Any]] = [
        ["Grootboek bedrag"],
        ["bedrag"],
        ["prestatie", "bedrag", "bedrag"],
        ["5.1.2", 10, 20],
    ]
    pad = met_openpyxl(tmp_path / "a.xlsx", rijen)

    kop, rest = zoek_kop(
        open_werkmap(pad, "a").bladen[0].rijen(), {"prestatie", "bedrag"}.__contains__
    )

    assert kop is not None
    assert kop.nummer == 3
    assert [rij.nummer for rij in rest] == [4]


def test_without_a_known_heading_all_rows_are_left(tmp_path: Path) -> None:
    pad = met_openpyxl(tmp_path / "a.xlsx", [["a"], ["b"]])

    kop, rest = zoek_kop(open_werkmap(pad, "a").bladen[0].rijen(), {"prestatie"}.__contains__)

    assert kop is None
    assert [rij.nummer for rij in rest] == [1, 2]


def test_a_cell_in_the_last_corner_takes_no_time(tmp_path: Path) -> None:
    boek = Workbook()
    boek.worksheets[0]["XFD1048576"] = 1
    boek.save(tmp_path / "a.xlsx")
    begin = time.perf_counter()

    (rij,) = open_werkmap(tmp_path / "a.xlsx", "a").bladen[0].rijen()

    assert rij.cellen["XFD"].adres == "XFD1048576"
    assert time.perf_counter() - begin < 1


def test_what_is_merged_and_hidden_is_known(tmp_path: Path) -> None:
    boek = Workbook()
    blad = boek.worksheets[0]
    for rij in ("abc", "def", "ghi"):
        blad.append(list(rij))
    blad.merge_cells("A2:A3")
    blad.row_dimensions[2].hidden = True
    blad.column_dimensions["B"].hidden = True
    boek.create_sheet("Weg").sheet_state = "hidden"
    boek.save(tmp_path / "a.xlsx")

    werkmap = open_werkmap(tmp_path / "a.xlsx", "a")
    gelezen_blad = werkmap.bladen[0]
    list(gelezen_blad.rijen())

    assert gelezen_blad.samengevoegd == ["A2:A3"]
    assert gelezen_blad.verborgen_rijen == [2]
    assert gelezen_blad.verborgen_kolommen == ["B"]
    assert [b.zichtbaar for b in werkmap.bladen] == [True, False]


def test_tables_are_known_by_their_names(tmp_path: Path) -> None:
    boek = Workbook()
    blad = boek.worksheets[0]
    for rij in (["Kop"], ["Nummer"], ["5.1"], ["totaal"]):
        blad.append(rij)
    tabel = Table(displayName="Doelen", ref="A2:A4", totalsRowCount=1)
    blad.add_table(tabel)
    boek.save(tmp_path / "a.xlsx")

    (tabel_,) = open_werkmap(tmp_path / "a.xlsx", "a").bladen[0].tabellen

    assert tabel_ == ("Doelen", 2, 4)


def test_a_sheet_is_found_whatever_its_capitals(tmp_path: Path) -> None:
    werkmap = open_werkmap(met_openpyxl(tmp_path / "a.xlsx", [["a"]], "Financiën"), "a")

    assert werkmap.blad(" financiën") is werkmap.bladen[0]
    assert werkmap.blad("Acties") is None


def test_days_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    boek = Workbook()
    boek.epoch = datetime(1904, 1, 1)  # noqa: DTZ001  Excel knows no zones
    boek.worksheets[0]["A1"] = date(2017, 4, 1)
    boek.save(tmp_path / "a.xlsx")

    (rij,) = open_werkmap(tmp_path / "a.xlsx", "a").bladen[0].rijen()

    assert gelezen(rij.cellen["A"], "datum") == "2017-04-01"


def test_rows_and_cells_may_leave_their_addresses_out(tmp_path: Path) -> None:
    rijen = "<row/><row><c/><c><v>7</v></c></row>"

    (rij,) = open_werkmap(met_de_hand(tmp_path / "a.xlsx", rijen), "a").bladen[0].rijen()

    assert rij.cellen == {"B": ("B2", "getal", "7")}


def test_a_prefix_before_every_name_changes_nothing(tmp_path: Path) -> None:
    xml = (
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>'
        '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    pad = met_de_hand(tmp_path / "a.xlsx", "", delen={"xl/worksheets/sheet1.xml": xml})

    (rij,) = open_werkmap(pad, "a").bladen[0].rijen()

    assert rij.cellen["A"].tekst == "a"


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (b"", "het bestand is leeg → kopieer of exporteer het opnieuw"),
        (b"nummer;titel\n5.1;a\n", "dit is geen Excel-werkmap, ook al lijkt de naam daarop → open"),
        (b"<html><table>", "dit is geen Excel-werkmap, ook al lijkt de naam daarop → open"),
        (_XLS, "dit is een werkmap in het oude formaat (.xls) → open het bestand in Excel"),
        (
            _XLS + "EncryptedPackage".encode("utf-16-le"),
            "deze werkmap is met een wachtwoord beveiligd → open haar in Excel, haal",
        ),
        (b"PK\x03\x04 en dan niets", "deze werkmap is beschadigd of niet volledig → open het best"),
    ],
)
def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, inhoud: bytes, woorden: str) -> None:
    pad = tmp_path / "a.xlsx"
    pad.write_bytes(inhoud)

    assert weigering(pad).startswith(woorden)


@pytest.mark.parametrize(
    ("delen", "woorden"),
    [
        ({"xl/workbook.bin": "x"}, "dit is een binaire werkmap (.xlsb) → open"),
        ({"xl/vbaProject.bin": "x"}, "deze werkmap heeft macro's, en die wordt niet gelezen → bew"),
        ({"xl/workbook.xml": "<document/>"}, "dit is een Office-bestand, maar geen werkmap → open"),
        ({"xl/workbook.xml": "<workbook>"}, "deze werkmap is beschadigd of niet volledig → open"),
        ({"xl/worksheets/sheet1.xml": "<worksheet><a>"}, "deze werkmap is beschadigd of niet vol"),
    ],
)
def test_a_package_of_another_kind_is_refused(
    tmp_path: Path, delen: dict[str, str], woorden: str
) -> None:
    pad = met_de_hand(tmp_path / "a.xlsx", "", delen=delen)

    assert weigering(pad).startswith(woorden)


@pytest.mark.parametrize(
    "rijen",
    [
        '<row r="1"><c r="A1" t="s"><v>9</v></c></row>',  # a text that is not there
        '<row r="1"><c r="AAAA1"><v>9</v></c></row>',
        '<row r="1048577"><c r="A1"><v>9</v></c></row>',
        '<row r="x"/>',
    ],
)
def test_a_sheet_that_contradicts_itself_is_refused(tmp_path: Path, rijen: str) -> None:
    pad = met_de_hand(tmp_path / "a.xlsx", rijen)

    assert weigering(pad).startswith("deze werkmap is beschadigd of niet volledig")


def test_entities_are_refused_before_they_grow(tmp_path: Path) -> None:
    lol = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
    pad = met_de_hand(tmp_path / "a.xlsx", "", delen={"xl/worksheets/sheet1.xml": lol})

    assert weigering(pad).startswith("deze werkmap is beschadigd of niet volledig")


def test_a_bomb_is_refused_by_its_size(tmp_path: Path) -> None:
    pad = met_de_hand(tmp_path / "a.xlsx", "")
    with zipfile.ZipFile(pad, "a", zipfile.ZIP_DEFLATED) as pakket, pakket.open("a", "w") as deel:
        for _ in range(260):
            deel.write(bytes(1024 * 1024))

    assert weigering(pad).startswith("deze werkmap is uitgepakt groter dan 256 MB → splits haar")


def test_a_cut_off_workbook_is_refused(tmp_path: Path) -> None:
    heel = met_openpyxl(tmp_path / "heel.xlsx", [["a"] * 50] * 50).read_bytes()
    pad = tmp_path / "a.xlsx"
    pad.write_bytes(heel[: len(heel) // 2])

    assert weigering(pad).startswith("deze werkmap is beschadigd of niet volledig")


@needs_libreoffice
@pytest.mark.parametrize("soort", ["ods", "xls"])
def test_what_libreoffice_saves_otherwise_is_refused_by_its_name(
    tmp_path: Path, soort: str
) -> None:
    (ander,) = convert([met_openpyxl(tmp_path / "a.xlsx", [["a"]])], tmp_path, soort)

    assert weigering(ander).startswith("dit is een werkmap ")


@needs_libreoffice
def test_what_libreoffice_saves_as_xlsx_is_read_alike(tmp_path: Path) -> None:
    rijen = [["tekst \n R&D", 0.1, date(2017, 4, 1), 1350000.25], ["'", 7, None, "=1+1"]]
    pad = met_openpyxl(tmp_path / "a.xlsx", rijen)
    boek = load_workbook(pad)
    boek.worksheets[0]["B1"].number_format = "0.0%"
    boek.save(pad)

    (ander,) = convert([pad], tmp_path / "lo", "xlsx")

    eerste, tweede = open_werkmap(ander, "a").bladen[0].rijen()
    assert [cel[1:] for cel in eerste.cellen.values()] == [
        ("tekst", "tekst \n R&D"),
        ("procent", "10"),
        ("datum", "2017-04-01"),
        ("getal", "1350000.25"),
    ]
    assert tweede.cellen["D"][1:] == ("getal", "2")  # calculated


def test_reading_is_lazy(tmp_path: Path) -> None:
    """The first rows are there before the last ones are looked at."""
    stuk = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 20_000))
    pad = met_de_hand(tmp_path / "a.xlsx", stuk + '<row r="x"/>')

    rijen = open_werkmap(pad, "a").bladen[0].rijen()

    assert next(rijen).nummer == 1


def test_a_place_is_named_by_sheet_and_cell(tmp_path: Path) -> None:
    blad = open_werkmap(met_openpyxl(tmp_path / "a.xlsx", [["a"]]), "a").bladen[0]

    assert blad.adres("C", 3) == "Blad1!C3"
