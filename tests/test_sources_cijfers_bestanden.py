"""Ledgers as programs export them: CSV of any make, and Excel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from bronnen import problemen
from grootboekbouw import KOPPEN, LANG, bron, fouten, gelezen, met_cijfers, regels
from openpyxl import Workbook
from openpyxl.worksheet.table import Table

from reportgen import check, load

RIJ = "5.1.2;lasten;Financiën;primitief;1.350,50"
UITKOMST = [("lasten Financiën", {"primitief": "1350.5"})]
EXCEL = f"cijfers:\n  bestand: grootboek.xlsx\n  kolommen: {LANG}"
KOP = KOPPEN.split(";")
CEL = ["5.1.2", "lasten", None, "primitief", 100]


def met_bytes(folder: Path, inhoud: bytes, erbij: str = "") -> Path:
    """A source whose ledger holds these bytes."""
    bron(folder, erbij=erbij)
    (folder / "grootboek.csv").write_bytes(inhoud)
    return folder


def met_excel(folder: Path, *rijen: Sequence[object], erbij: str = "") -> Path:
    """A source whose ledger is a workbook with one sheet."""
    boek = Workbook()
    for rij in rijen:
        boek.worksheets[0].append([*rij])
    boek.save(folder / "grootboek.xlsx")
    return met_cijfers(folder, f"{EXCEL}\n{erbij}")


@pytest.mark.parametrize("scheider", [";", ",", "\t", "|"])
@pytest.mark.parametrize("einde", ["\n", "\r\n"])
def test_every_separator_and_line_end_is_read(tmp_path: Path, scheider: str, einde: str) -> None:
    rijen = [[f'"{cel}"' for cel in rij.split(";")] for rij in (KOPPEN, RIJ)]
    tekst = einde.join(scheider.join(rij) for rij in rijen) + einde

    assert gelezen(met_bytes(tmp_path, tekst.encode())) == UITKOMST


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_encoding_that_tells_itself_is_read(tmp_path: Path, codering: str) -> None:
    assert gelezen(met_bytes(tmp_path, f"{KOPPEN}\n{RIJ}\n".encode(codering))) == UITKOMST


def test_windows_1252_is_told_and_read_when_it_is_asked_for(tmp_path: Path) -> None:
    inhoud = f"{KOPPEN}\n{RIJ}\n".encode("cp1252")

    (fout,) = fouten(met_bytes(tmp_path, inhoud))

    assert fout == (
        "D1 · regel 2, kolom 21: het bestand is niet in UTF-8 opgeslagen: het teken ‘ë’ is in een"
        " andere codering (waarschijnlijk Windows-1252) geschreven → schrijf onder cijfers"
        " codering: windows-1252, of sla het op met de codering UTF-8"
    )
    assert gelezen(met_bytes(tmp_path, inhoud, "  codering: windows-1252")) == UITKOMST


def test_a_file_that_is_no_windows_1252_is_told(tmp_path: Path) -> None:
    inhoud = f"{KOPPEN}\n{RIJ}\n".encode("cp1252") + b"\x81"

    (fout,) = fouten(met_bytes(tmp_path, inhoud, "  codering: windows-1252"))

    assert fout.startswith("D1 · regel 3: het bestand is niet in Windows-1252 opgeslagen")


@pytest.mark.parametrize(
    "boven",
    [
        "sep=;\n",
        "Grootboek 2017;;;;\n;;;;\nPeildatum;1-4-2017;;;\n",
        "\n\n",
    ],
)
def test_headings_are_found_below_a_title(tmp_path: Path, boven: str) -> None:
    folder = met_bytes(tmp_path, f"{boven}{KOPPEN}\n{RIJ}\n".encode())

    assert gelezen(folder) == UITKOMST
    plaats = load(folder).herkomst.zoek(("prestaties", 0, "financien", "regels", 0))
    assert plaats.regel == boven.count("\n") + 2


def test_columns_may_move_and_others_stand_between(tmp_path: Path) -> None:
    koppen = "Id;BEDRAG;kolom;;Omschrijving;Soort ;Prestatie;Id"
    rij = "7;1.350,50;primitief;x;Financiën;lasten;5.1.2;9"

    assert gelezen(met_bytes(tmp_path, f"{koppen}\n{rij}\n".encode())) == UITKOMST


def test_a_text_may_go_on_over_lines_and_rows_keep_their_number(tmp_path: Path) -> None:
    rijen = '5.1.2;lasten;"Onderhoud;\nwegen";primitief;1\n5.1.2;lasten;;primitief;x\n'

    (fout,) = fouten(met_bytes(tmp_path, f"{KOPPEN}\n{rijen}".encode()))

    assert fout.startswith("D5 · regel 4: ‘x’ is geen bedrag")


@pytest.mark.parametrize(
    ("rij", "wat"),
    [
        ('5.1.2;lasten;"Onderhoud;primitief;1', "een aanhalingsteken wordt niet gesloten"),
        ('5.1.2;lasten;"Onder"houd;primitief;1', "na een aanhalingsteken dat sluit, staat nog"),
        (f'5.1.2;lasten;"{"x" * 200_000}', "een aanhalingsteken wordt niet gesloten"),
    ],
)
def test_a_quote_that_is_wrong_is_told_at_its_row(tmp_path: Path, rij: str, wat: str) -> None:
    (fout,) = fouten(met_bytes(tmp_path, f"{KOPPEN}\n{RIJ}\n{rij}\n".encode()))

    assert fout.startswith(f"D2 · regel 3: {wat}")


def test_a_ledger_in_excel_is_read_to_the_cent(tmp_path: Path) -> None:
    folder = met_excel(
        tmp_path,
        ["Grootboek 2017"],
        [],
        KOP,
        ["5.1.2", "lasten", None, "primitief", 0.1 + 0.2],  # N6
        ["5.1.2", "lasten", None, "primitief", "1.350,50"],
        ["Totaal", None, None, None, 1350.80],
    )

    boekwerk = load(folder)

    assert regels(boekwerk) == [("lasten", {"primitief": "1350.8"})]
    pad = ("prestaties", 0, "financien", "regels", 0, "bedragen", "primitief")
    assert str(boekwerk.herkomst.zoek(pad)).startswith("grootboek.xlsx, regels 4 en 5 (")
    assert boekwerk.herkomst.grootboeken[0].overgeslagen == (6,)


@pytest.mark.parametrize(
    ("rij", "wat"),
    [
        (["5.1.2", "lasten", None, "primitief", "#N/A"], "hier staat de fout #N/A (in Nederlands"),
        (["5.1.2", "lasten", None, "primitief", "=1+1"], "de formule in deze cel is nog nooit"),
        (["5.1.2", "lasten", None, "primitief", True], "Excel heeft hier "),
        ([date(2002, 1, 5), "lasten", None, "primitief", 1], "prestatie: Excel heeft hier een dat"),
        ([5.1, "lasten", None, "primitief", 1], "prestatie: hier staat het getal 5.1, en als"),
        (["5.1.2", "lasten", None, "primitief", 1.005], "‘1.005’ is fijner dan een cent"),
    ],
)
def test_a_cell_that_is_not_what_it_should_be_is_told(
    tmp_path: Path, rij: Sequence[object], wat: str
) -> None:
    (problem,) = problemen(met_excel(tmp_path, KOP, CEL, rij))

    assert problem.startswith(f"fout D5 · grootboek.xlsx, regel 3: {wat}")


def test_a_cell_that_nobody_asked_for_may_hold_anything(tmp_path: Path) -> None:
    folder = met_excel(tmp_path, [*KOP, "Marge"], [*CEL, "=1/0"])

    assert gelezen(folder) == [("lasten", {"primitief": "100"})]


def test_a_sheet_is_named_where_there_are_more(tmp_path: Path) -> None:
    folder = met_excel(tmp_path, KOP, CEL)
    boek = Workbook()
    boek.worksheets[0].title = "Uitleg"
    blad = boek.create_sheet("Export")
    for rij in (KOP, CEL):
        blad.append(rij)
    boek.save(folder / "grootboek.xlsx")

    assert problemen(folder) == [
        (
            "fout D1 · boekwerk.yaml, regel 9, kolom 12 (cijfers.bestand): deze werkmap heeft meer"
            " dan één werkblad → schrijf erbij welk, werkblad: ‘Uitleg’, ‘Export’"
        )
    ]
    assert gelezen(met_cijfers(folder, f"{EXCEL}\n  werkblad: export")) == [
        ("lasten", {"primitief": "100"})
    ]
    (problem,) = problemen(met_cijfers(folder, f"{EXCEL}\n  werkblad: Exprt"))
    assert "deze werkmap heeft geen werkblad ‘Exprt’ → kies uit: ‘Uitleg’, ‘Export’" in problem


def test_the_row_of_totals_of_a_table_is_passed_over(tmp_path: Path) -> None:
    boek = Workbook()
    for rij in (KOP, CEL, [None, None, None, None, 100]):
        boek.worksheets[0].append([*rij])
    boek.worksheets[0].add_table(Table(displayName="Boek", ref="A1:E3", totalsRowCount=1))
    boek.save(tmp_path / "grootboek.xlsx")

    boekwerk = load(met_cijfers(tmp_path, EXCEL))

    assert boekwerk.herkomst.grootboeken[0].overgeslagen == (3,)
    assert regels(boekwerk) == [("lasten", {"primitief": "100"})]


def test_hidden_rows_count_and_are_told(tmp_path: Path) -> None:
    boek = Workbook()
    for rij in (KOP, CEL, CEL):
        boek.worksheets[0].append([*rij])
    boek.worksheets[0].row_dimensions[3].hidden = True
    boek.save(tmp_path / "grootboek.xlsx")

    boekwerk = load(met_cijfers(tmp_path, EXCEL))

    assert regels(boekwerk) == [("lasten", {"primitief": "200"})]
    assert [f"{p.where}: {p.message}" for p in check(boekwerk) if p.rule == "F9"] == [
        "grootboek.xlsx, regel 3: verborgen rijen tellen mee in de cijfers"
    ]
