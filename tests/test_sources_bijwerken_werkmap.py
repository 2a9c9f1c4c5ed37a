"""Edits in the copy of a workbook: their cells, and not a byte of all else."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import pytest
from bouwstenen import boekwerk, prestatie
from hypothesis import given, settings
from leesbouw import WEG, met
from openpyxl import load_workbook
from test_sources_bijwerken_wet import pairs
from test_sources_werkmap import opgeslagen
from woordbouw import EXAMPLES

from reportgen import DataError, load
from reportgen.model import Boekwerk
from reportgen.sources.cellen.raster import Raster
from reportgen.sources.werkmap.bijwerken import update_workbook

MONITOR = EXAMPLES / "ijsselmark-2017" / "monitor-1"


def _parts(ruw: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(ruw)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def _na(pad: Path, edits: dict[Any, Any]) -> bytes:
    """Edit the first prestatie in a copy; check that it reads back, and the original stays."""
    was, oud = pad.read_bytes(), load(pad)
    nieuw = met(oud, edits)
    wordt = update_workbook(pad, oud, nieuw)
    kopie = pad.with_name("kopie.xlsx")
    kopie.write_bytes(wordt)
    assert load(kopie) == nieuw
    assert pad.read_bytes() == was
    assert update_workbook(kopie, load(kopie), nieuw) == wordt
    return wordt


@pytest.mark.parametrize(
    ("edits", "blad", "cellen"),
    [
        ({("titel",): "=Een & <twee>"}, "Prestaties", {"B2": "=Een & <twee>"}),
        (
            {("financien", "regels", 0, "bedragen", "prognose"): "1899420.55"},
            "Financiën",
            {"J2": 1899420.55},
        ),
        ({("basisinformatie", "mijlpalen", 0, "datum"): "2017-03-01"}, "Mijlpalen", {}),
        ({("indicatoren", 1, "streefwaarde"): "23.5"}, "Indicatoren", {}),
        ({("acties", 0): WEG}, "Acties", {}),
        ({("acties", 3): {"tekst": "Wij bouwen.", "status": "gepland"}}, "Acties", {}),
        ({("voortgang", "toelichting"): "Een\n\ntwee"}, "Prestaties", {}),
    ],
)
def test_an_edit_changes_its_sheet_and_no_other_part(
    edits: dict[Any, Any], blad: str, cellen: dict[str, object], tmp_path: Path
) -> None:
    pad = opgeslagen(load(MONITOR), tmp_path)

    wordt = _na(pad, edits)

    oud, nieuw = _parts(pad.read_bytes()), _parts(wordt)
    anders = [naam for naam in oud if oud[naam] != nieuw[naam]]
    assert list(oud) == list(nieuw)
    assert len([naam for naam in anders if "worksheets" in naam]) == 1
    assert set(anders) <= {*(n for n in anders if "worksheets" in n), "xl/workbook.xml"}
    werkblad = load_workbook(BytesIO(wordt))[blad]
    assert {adres: werkblad[adres].value for adres in cellen} == cellen


@settings(max_examples=25, deadline=None)
@given(paar=pairs())
def test_what_load_gives_is_what_was_asked_for_or_nothing_is_written(
    paar: tuple[Boekwerk, Boekwerk],
) -> None:
    with TemporaryDirectory() as folder:
        pad = opgeslagen(paar[0], Path(folder))
        oud = load(pad)
        nieuw = oud.model_copy(
            update={naam: getattr(paar[1], naam) for naam in ("colofon", "prestaties")}
        ).met_herkomst(oud.herkomst)

        try:
            wordt = update_workbook(pad, oud, nieuw)
        except DataError:
            return

        pad.write_bytes(wordt)
        assert load(pad) == nieuw


def test_a_formula_is_never_written_over(tmp_path: Path) -> None:
    pad = opgeslagen(boekwerk(prestatie(titel="Een")), tmp_path)
    delen = _parts(pad.read_bytes())
    blad = next(naam for naam, xml in delen.items() if b"5.1.2" in xml and b"sheetData" in xml)
    raster = Raster(delen[blad])
    raster.zet_getal("B2", "X", "")
    xml = raster.klaar().replace(b"<v>X</v>", b'<f>"Een"</f><v>Een</v>')
    xml = xml.replace(b'<c r="B2">', b'<c r="B2" t="str">')
    with ZipFile(pad, "w") as pakket:
        for naam, inhoud in (delen | {blad: xml}).items():
            pakket.writestr(naam, inhoud)
    oud = load(pad)

    with pytest.raises(DataError) as fout:
        update_workbook(pad, oud, met(oud, {("titel",): "Twee"}))

    assert [str(p) for p in fout.value.problems] == [
        (
            "fout R9 · invoer.xlsx: in cel Prestaties!B2 staat een formule, en die blijft staan →"
            " pas in Excel de cellen aan waarmee zij rekent, of zet de waarde er zelf in"
        )
    ]


def test_a_workbook_that_changed_since_it_was_loaded_is_refused(tmp_path: Path) -> None:
    pad = opgeslagen(boekwerk(prestatie(titel="Een")), tmp_path)
    oud = load(pad)
    opgeslagen(boekwerk(prestatie(titel="Anders")), tmp_path)

    with pytest.raises(DataError, match="is veranderd sinds ze werd gelezen"):
        update_workbook(pad, oud, met(oud, {("titel",): "Twee"}))


@pytest.mark.parametrize(
    ("xml", "verwacht"),
    [
        ("<sheetData/>", '<sheetData><row r="2">{B2}</row></sheetData>'),
        ("<sheetData></sheetData>", '<sheetData><row r="2">{B2}</row></sheetData>'),
        (
            '<sheetData><row r="1"/><row r="3"/></sheetData>',
            '<sheetData><row r="1"/><row r="2">{B2}</row><row r="3"/></sheetData>',
        ),
        (
            '<sheetData><row r="2" ht="9"/></sheetData>',
            '<sheetData><row r="2" ht="9">{B2}</row></sheetData>',
        ),
        (
            '<sheetData><row r="2"><c r="A2"/><c r="C2"><v>1</v></c></row></sheetData>',
            '<sheetData><row r="2"><c r="A2"/>{B2}<c r="C2"><v>1</v></c></row></sheetData>',
        ),
        (
            '<sheetData><row><c/></row><row><c/><c t="s"><v>4</v></c></row></sheetData>',
            "<sheetData><row><c/></row><row><c/>{B2}</row></sheetData>",
        ),
    ],
)
def test_a_cell_finds_its_place_in_every_hand_of_xml(xml: str, verwacht: str) -> None:
    raster = Raster(f"<worksheet>{xml}<é/></worksheet>".encode())

    raster.zet_tekst("B2", "a & b", "7")

    cel = '<c r="B2" s="7" t="inlineStr"><is><t xml:space="preserve">a &amp; b</t></is></c>'
    assert raster.klaar().decode() == (
        f"<worksheet>{verwacht.replace('{B2}', cel)}<é/></worksheet>"
    )
