"""The workbook that people fill in: what goes in comes out, and it is made of the model."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import Any, get_args
from zipfile import ZipFile

import pytest
from bouwstenen import SOORTEN, boekwerk, boekwerken, goed, prestatie, tekstregels
from hypothesis import given, settings
from hypothesis import strategies as st
from judges import convert, needs_libreoffice, needs_sdk, sdk_objections
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reportgen import DataError, load, load_profiel
from reportgen.model import KOLOMMEN, Bijlage, Boekwerk, Soort
from reportgen.model.prestatie import Actiestatus
from reportgen.sources import load_partial, workbook
from reportgen.sources.werkmap import lees_werkmap
from reportgen.sources.werkmap.bladen import bladen, boekwerkvelden, herkenbaar, labels
from reportgen.sources.werkmap.velden import velden

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
EDITIES = (
    "ijsselmark-2017/begroting",
    "ijsselmark-2017/monitor-1",
    "ijsselmark-2017/monitor-2",
    "ijsselmark-2017/jaarverslag",
    "overijssel-2017-1",
)


def opgeslagen(document: Boekwerk | None, folder: Path, **keuze: Soort) -> Path:
    """Write the workbook of a boekwerk in a folder."""
    pad = folder / "invoer.xlsx"
    pad.write_bytes(workbook(document, **keuze))
    return pad


def opnieuw_gelezen(document: Boekwerk) -> Boekwerk:
    """Write a boekwerk as a workbook, and read it back."""
    with TemporaryDirectory() as folder:
        return load(opgeslagen(document, Path(folder)))


def blad(document: Boekwerk | None, titel: str, **keuze: Soort) -> Worksheet:
    """Give a sheet of the workbook of a boekwerk, as openpyxl sees it."""
    gevonden = load_workbook(BytesIO(workbook(document, **keuze)))[titel]
    assert isinstance(gevonden, Worksheet)
    return gevonden


@pytest.mark.parametrize("editie", EDITIES)
def test_an_example_is_read_back_equal(editie: str) -> None:
    document = load(EXAMPLES / editie)

    terug = opnieuw_gelezen(document)

    assert terug == document
    assert terug.herkomst.opmerkingen == ()


@given(boekwerken())
def test_a_boekwerk_is_read_back_equal(document: Boekwerk) -> None:
    assert opnieuw_gelezen(document) == document


@settings(max_examples=15)
@given(boekwerken(), st.lists(st.builds(Bijlage, bestand=tekstregels(), titel=tekstregels())))
def test_what_comes_twice_is_read_back_as_often_and_in_order(
    document: Boekwerk, bijlagen: list[Bijlage]
) -> None:
    dubbel = {"prestaties": document.prestaties * 2, "kerntaken": document.kerntaken * 3}
    document = document.model_copy(update={**dubbel, "bijlagen": tuple(bijlagen)})

    assert opnieuw_gelezen(document) == document


def _regel(**bedragen: object) -> dict[str, Any]:
    return {"regels": [{"soort": "lasten", "bedragen": bedragen}]}


_BESLUIT = {"nummer": "1", "orgaan": "GS"}
_MUTATIE = {"jaar": 2017, "soort": "lasten", "was": 5, "mutatie": -5}


@pytest.mark.parametrize(
    "sectie",
    [
        {"voortgang": {}, "financien": {}, "basisinformatie": {}},  # there, and empty
        {"financien": {"voortgang": {}}},
        {"financien": {"regels": [{"soort": "lasten", "bedragen": {}}]}},
        {"financien": _regel(primitief="999999999999999.99")},  # more digits than Excel keeps
        {"financien": _regel(primitief="0", wijzigingen="-0.01")},
        {"financien": {"begrotingswijzigingen": [_BESLUIT, _BESLUIT]}},
        {
            "financien": {
                "begrotingswijzigingen": [
                    {**_BESLUIT, "mutaties": [_MUTATIE, _MUTATIE]},
                    {**_BESLUIT, "orgaan": "PS", "mutaties": [_MUTATIE]},
                    {"nummer": "1 (2)", "orgaan": "PS"},
                ]
            }
        },
        {"indicatoren": [{"naam": "a", "eenheid": "%", "streefwaarde": "24.1"}]},
        {"indicatoren": [{"naam": "a", "eenheid": "%", "realisatie": "0.123456789012345"}]},
        {"indicatoren": [{"naam": "a", "eenheid": "ha", "realisatie": "0.1234567890123456789"}]},
        {"basisinformatie": {"mijlpalen": [{"naam": "a", "datum": "1899-12-31"}]}},
        {"basisinformatie": {"mijlpalen": [{"naam": "a", "datum": "9999-12-31"}]}},
        {"context": "=1+1"},
        {"context": "#N/A"},
        {"context": "_x0041_x0042_ x005F_ _x005F_"},
        {"context": "'s avonds\n\n- een\n- twee\n\n**vet** \u00a0"},
        {"context": "TRUE"},
        {"titel": "2017-04-01"},
        {"titel": "(geen)", "na_te_kijken": ["acties", "context"]},
    ],
)
def test_odd_data_is_read_back_equal(sectie: dict[str, Any]) -> None:
    document = boekwerk(prestatie(**sectie))

    assert opnieuw_gelezen(document) == document


@pytest.mark.parametrize(
    "profiel",
    [
        load_profiel("overijssel"),
        load_profiel("zuid-holland"),
        load_profiel("overijssel").model_copy(update={"kleur_tonen": "nooit"}),
        {"verplicht": {"monitor": []}, "kolommen": {"monitor": ["primitief"]}},
        {"woordenlijst": [{"goed": "a, b", "fout": ["c, d", "e"]}, {"goed": "(geen)"}]},
        {"drempels": {"percentage": "12.5", "kleur": {"groen_tot": 1}}},
    ],
)
def test_a_profile_is_read_back_equal(profiel: object) -> None:
    document = boekwerk(prestatie(), profiel=profiel)

    assert opnieuw_gelezen(document) == document


@pytest.mark.parametrize(
    "cijfers",
    [
        {"bestand": "a.xlsx", "werkblad": "b", "kolommen": {"kolom": "K", "bedrag": "B"}},
        {
            "bestand": "a.csv",
            "codering": "windows-1252",
            "soorten": {"lasten": ["4*", "a, b"], "baten": "8;9"},
            "bedragen": {"primitief": "Begroting", "gerealiseerd": ["Q1", "Q2"]},
            "omgekeerd": ["baten", "onttrekking"],
            "eenheid": "duizend",
        },
        {"url": "${GROOTBOEK}", "query": "select *\nfrom a", "bedragen": {"prognose": "P"}},
    ],
)
def test_a_ledger_is_read_back_as_data(tmp_path: Path, cijfers: dict[str, Any]) -> None:
    cijfers = {
        **cijfers,
        "kolommen": {**cijfers.get("kolommen", {}), "prestatie": "P", "soort": "S"},
    }
    document = boekwerk(prestatie(), cijfers=[cijfers, cijfers])

    gelezen = lees_werkmap(opgeslagen(document, tmp_path))

    assert Boekwerk.model_validate(gelezen.data, context={"soort": "monitor"}) == document


def test_what_comes_from_a_ledger_is_not_typed_over(tmp_path: Path) -> None:
    folder = EXAMPLES / "ijsselmark-grootboek"
    copy(folder / "grootboek.csv", tmp_path)
    document = load(folder)

    terug = load(opgeslagen(document, tmp_path))

    assert terug == document
    assert terug.herkomst.grootboeken[0].totalen == document.herkomst.grootboeken[0].totalen
    assert terug.herkomst.grootboeken[0].getypt == {}


@pytest.mark.parametrize(
    ("pad", "plaats"),
    [
        (("titel",), "invoer.xlsx, cel Boekwerk!B5 (titel)"),
        (("prestaties", 0), "invoer.xlsx, cel Prestaties!A2"),
        (("prestaties", 0, "context"), "invoer.xlsx, cel Prestaties!E2 (context)"),  # empty
        (("prestaties", 0, "acties"), "invoer.xlsx, cel Prestaties!A2 (acties)"),
        (("prestaties", 0, "acties", 1, "status"), "invoer.xlsx, cel Acties!C3 (acties[1].status)"),
    ],
)
def test_every_value_knows_its_cell(
    tmp_path: Path, pad: tuple[str | int, ...], plaats: str
) -> None:
    document = boekwerk(prestatie(acties=["Een", "Twee"]))

    herkomst = load(opgeslagen(document, tmp_path)).herkomst

    assert str(herkomst.zoek(pad)) == plaats
    assert herkomst.zoek(pad).nummer == ("5.1.2" if pad[0] == "prestaties" else "")


def test_a_text_that_does_not_fit_in_a_cell_is_refused_in_words() -> None:
    document = boekwerk(prestatie(context="a" * 32_768, inleiding="b" * 32_767))

    with pytest.raises(DataError) as fout:
        workbook(document)

    (problem,) = fout.value.problems
    assert str(problem) == (
        "fout X1 · prestaties[0].context: ‘Context’ heeft 32768 tekens, en in een cel van"
        " Excel passen er 32767 → kort de tekst in, of houd deze bron in YAML"
    )


@pytest.mark.parametrize("soort", SOORTEN)
def test_an_empty_workbook_asks_for_what_is_needed_and_does_not_read_its_examples(
    tmp_path: Path, soort: Soort
) -> None:
    leeg = opgeslagen(None, tmp_path, soort=soort)

    with pytest.raises(DataError) as fout:
        load(leeg)

    assert [p.where.cel for p in fout.value.problems] == [
        "Boekwerk!B3",
        "Boekwerk!B5",
        "Boekwerk!B6",
    ]


def _grootboek_als_in_het_voorbeeld() -> Workbook:
    """Make the ledger that the example row speaks of."""
    boek = Workbook()
    boek.worksheets[0].title = "Export"
    koppen = ["Prestatie", "Soort", "Kolom", "Bedrag", "Omschrijving", "Aard", "Taakveld"]
    boek.worksheets[0].append([*koppen, "Categorie"])
    rij = ["5.1.2", "44100", "Primitief", 1350000, "Subsidies", "incidenteel", "8.3", "4.3"]
    boek.worksheets[0].append(rij)
    return boek


def test_the_example_rows_are_good_data_once_their_mark_is_gone(tmp_path: Path) -> None:
    boek = load_workbook(opgeslagen(None, tmp_path))
    for rij, waarde in ((3, "Provincie IJsselmark"), (5, "Monitor"), (6, 2017)):
        boek["Boekwerk"][f"B{rij}"] = waarde
    for soort in bladen("monitor"):
        cel = boek[soort.titel]["A2"]
        cel.value = str(cel.value).removeprefix("Voorbeeld ")
    boek.save(tmp_path / "ingevuld.xlsx")
    _grootboek_als_in_het_voorbeeld().save(tmp_path / "grootboek.xlsx")

    document = load(tmp_path / "ingevuld.xlsx")

    assert document.prestaties[0].nummer == "5.1.2"
    assert document.prestaties[0].indicatoren[0].streefwaarde == Decimal(20)
    assert document.herkomst.grootboeken[0].totalen == {("lasten", "primitief"): 1350000}
    assert document.herkomst.opmerkingen == ()


def test_an_example_row_that_was_half_written_over_is_told(tmp_path: Path) -> None:
    boek = load_workbook(opgeslagen(goed(), tmp_path))
    voorbeeld = load_workbook(BytesIO(workbook(None)))["Acties"]
    for kolom, cel in enumerate(next(voorbeeld.iter_rows(min_row=2)), 1):
        boek["Acties"].cell(9, kolom, cel.value)
    boek["Acties"]["B9"] = "Onze eigen actie"
    boek.save(tmp_path / "b.xlsx")

    with pytest.raises(DataError) as fout:
        load(tmp_path / "b.xlsx")

    (problem,) = fout.value.problems
    assert problem.where.cel == "Acties!A9"
    assert problem.message == "er is geen prestatie ‘Voorbeeld 5.1.2’ op het blad Prestaties"


def test_the_same_boekwerk_gives_the_same_bytes_in_another_process() -> None:
    program = "import sys; from reportgen import load; from reportgen.sources import workbook;"
    program += "sys.stdout.buffer.write(workbook(load(sys.argv[1])))"
    bron = EXAMPLES / "overijssel-2017-1"

    for zaad in ("1", "2"):
        gemaakt = subprocess.run(
            [sys.executable, "-c", program, bron],
            env={"PYTHONHASHSEED": zaad, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        )
        assert gemaakt.stdout == workbook(load(bron))


def test_no_clock_and_no_name_stand_in_the_file() -> None:
    with ZipFile(BytesIO(workbook(None))) as pakket:
        assert {info.date_time for info in pakket.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in pakket.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")


@pytest.mark.parametrize("soort", SOORTEN)
def test_no_two_headings_of_a_sheet_are_recognised_by_the_same(soort: Soort) -> None:
    koppen = [[herkenbaar(v.kop_in(2017)) for v in b.kolommen] for b in bladen(soort)]
    koppen.append([herkenbaar(v.kop_in(2017)) for v in boekwerkvelden(soort)])

    assert [kop for kop in koppen if len(set(kop)) < len(kop)] == []
    assert all(kop for rij in koppen for kop in rij)


@pytest.mark.parametrize("soort", SOORTEN)
def test_every_column_has_an_explanation_and_an_example(soort: Soort) -> None:
    alle = [v for b in bladen(soort) for v in b.kolommen]

    assert [v.naam for v in alle if not v.uitleg or not v.voorbeeld] == []


@pytest.mark.parametrize("soort", SOORTEN)
def test_the_amounts_are_those_of_the_kind_of_document(soort: Soort) -> None:
    (geld,) = (b for b in bladen(soort) if b.titel == "Financiën")

    bedragen = [v.pad[1] for v in geld.velden if v.pad[0] == "bedragen"]

    assert bedragen == list(KOLOMMEN[soort])


def test_years_help_in_headings_and_do_not_count_in_reading(tmp_path: Path) -> None:
    document = load(EXAMPLES / "ijsselmark-2017/begroting")
    boek = load_workbook(opgeslagen(document, tmp_path))
    geld = boek["Financiën"]
    koppen = {str(cel.value): cel for cel in geld[1]}

    assert "Realisatie 2015 (t-2)" in koppen
    assert "Begroting 2017" in koppen
    koppen["Realisatie 2015 (t-2)"].value = "Realisatie (T-2)"
    koppen["Begroting 2017"].value = "begroting 2018"
    boek.save(tmp_path / "b.xlsx")
    terug = load(tmp_path / "b.xlsx")

    assert terug == document
    (opmerking,) = terug.herkomst.opmerkingen
    assert opmerking.message.startswith("de kop ‘begroting 2018’ noemt 2018, en deze kolom is die")


def test_choices_come_from_the_model_and_are_refused_in_dutch() -> None:
    regels = blad(None, "Acties").data_validations.dataValidation

    status = next(r for r in regels if "C2" in str(r.sqref))

    assert status.formula1 == f'"{",".join(get_args(Actiestatus))}"'
    assert status.showErrorMessage
    assert status.errorStyle == "stop"
    assert str(status.error).startswith("Kies uit: gepland, op schema")


def test_the_prestatie_of_a_row_is_chosen_from_the_sheet_with_prestaties() -> None:
    regels = blad(goed(), "Acties").data_validations.dataValidation

    keuze = next(r for r in regels if "A2" in str(r.sqref))

    assert keuze.formula1 == (
        "OFFSET('Prestaties'!$A$2,0,0,MAX(1,COUNTA('Prestaties'!$A$2:$A$5000)),1)"
    )


@pytest.mark.parametrize("soort", SOORTEN)
def test_no_list_of_choices_is_longer_than_excel_takes(soort: Soort) -> None:
    for wie in (*bladen(soort), None):
        for veld in wie.kolommen if wie else boekwerkvelden(soort):
            assert len(",".join(veld.keuzen)) <= 255
            assert not any("," in keuze for keuze in veld.keuzen)


def test_headings_are_fixed_and_cells_below_them_are_free() -> None:
    acties = blad(goed(), "Acties")

    assert acties.protection.sheet
    assert acties.protection.password is None
    assert acties["A1"].protection.locked
    assert not acties["A2"].protection.locked
    assert not acties.column_dimensions["B"].protection.locked
    assert acties.freeze_panes == "B2"
    assert acties["B1"].comment is not None
    assert "Wat de provincie gaat doen." in acties["B1"].comment.text


def test_values_are_typed_as_what_they_are() -> None:
    meting = {"naam": "a", "eenheid": "%", "streefwaarde": "24.1"}
    mijlpaal = {"naam": "a", "datum": "2017-04-01"}
    document = boekwerk(
        prestatie(
            financien=_regel(primitief="1250.50"),
            indicatoren=[meting],
            basisinformatie={"mijlpalen": [mijlpaal]},
        )
    )

    geld, procent, dag = (
        blad(document, titel)[cel]
        for titel, cel in (("Financiën", "G2"), ("Indicatoren", "G2"), ("Mijlpalen", "D2"))
    )

    assert (geld.value, geld.number_format) == (1250.5, "#,##0.00")
    assert (procent.value, procent.number_format) == (0.241, "#,##0.0%")
    assert dag.value is not None
    assert (dag.value.date(), dag.number_format) == (date(2017, 4, 1), "d-m-yyyy")


@pytest.mark.parametrize(
    ("nummers", "namen"),
    [
        (["1", "2"], ["1", "2"]),
        (["1", "1", "1"], ["1", "1 (2)", "1 (3)"]),
        (["1", "1", "1 (2)"], ["1", "1 (3)", "1 (2)"]),
    ],
)
def test_what_has_one_number_gets_names_apart(nummers: list[str], namen: list[str]) -> None:
    assert labels(nummers) == namen


def test_a_partial_reading_leaves_number_and_title_of_a_wrong_section(tmp_path: Path) -> None:
    boek = load_workbook(opgeslagen(load(EXAMPLES / EDITIES[2]), tmp_path))
    boek["Acties"]["C2"] = "halverwege"
    boek.save(tmp_path / "b.xlsx")

    document, problems = load_partial(tmp_path / "b.xlsx")

    assert [(p.where.cel, p.where.nummer) for p in problems] == [("Acties!C2", "2.3.1")]
    assert document.prestaties[0].nummer == "2.3.1"
    assert document.prestaties[0].acties == ()
    assert document.prestaties[1].acties != ()


@needs_libreoffice
@pytest.mark.parametrize("editie", ["ijsselmark-2017/monitor-2", "overijssel-2017-1"])
def test_what_libreoffice_saves_is_read_back_equal_with_its_choices(
    tmp_path: Path, editie: str
) -> None:
    document = load(EXAMPLES / editie)

    (terug,) = convert([opgeslagen(document, tmp_path)], tmp_path / "lo", "xlsx")

    assert load(terug) == document
    regels = load_workbook(terug)["Acties"].data_validations.dataValidation
    assert any("op schema" in str(regel.formula1) for regel in regels)
    assert any("Prestaties" in str(regel.formula1) for regel in regels)


@needs_libreoffice
def test_what_libreoffice_saves_of_odd_texts_is_read_back_equal(tmp_path: Path) -> None:
    teksten = [
        "=1+1",
        "#N/A",
        "_x0041_ _x005F_",
        "'s avonds\n\n- een\n- twee",
        "TRUE",
        "1-4-2017",
    ]
    document = boekwerk(prestatie(acties=teksten, titel="=\u00a0'€ 1.350"))

    (terug,) = convert([opgeslagen(document, tmp_path)], tmp_path / "lo", "xlsx")

    assert load(terug) == document


@needs_sdk
@pytest.mark.parametrize("soort", SOORTEN)
def test_the_standard_has_nothing_against_a_workbook(tmp_path: Path, soort: Soort) -> None:
    leeg, vol = tmp_path / "leeg.xlsx", tmp_path / "vol.xlsx"
    leeg.write_bytes(workbook(soort=soort))
    vol.write_bytes(workbook(load(EXAMPLES / EDITIES[2])))

    bezwaren = sdk_objections(leeg, vol)

    assert bezwaren == {leeg: [], vol: []}


def test_columns_of_a_record_are_derived_from_its_model() -> None:
    from reportgen.model import Actie

    assert [veld.naam for veld in velden(Actie, "acties", "monitor")] == [*Actie.model_fields]
