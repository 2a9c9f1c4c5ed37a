"""What people do to a workbook: move columns, filter rows, merge cells; read, or told in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from bouwstenen import goed
from openpyxl import Workbook, load_workbook

from reportgen import DataError, load
from reportgen.model import Boekwerk
from reportgen.sources import workbook

Ingreep = Callable[[Workbook], object]

_REGELS = [
    {"soort": "lasten", "bedragen": {"primitief": 100, "wijzigingen": 0}},
    {"soort": "baten", "bedragen": {"primitief": 50, "wijzigingen": 0}},
]
_FINANCIEN = {
    "voortgang": {"kleur": "groen"},
    "regels": _REGELS,
    "begrotingswijzigingen": [
        {
            "nummer": "2017-1",
            "orgaan": "PS",
            "mutaties": [
                {"jaar": 2017, "soort": "lasten", "was": 5, "mutatie": -5},
                {"jaar": 2018, "soort": "lasten", "was": 5, "mutatie": 5},
            ],
        }
    ],
}
_INDICATOREN = [{"naam": "Leegstand", "eenheid": "%", "streefwaarde": "24.1"}]
_ACTIES = [{"tekst": "Een", "status": "gereed"}, {"tekst": "Twee", "status": "gepland"}]
DOCUMENT = goed(acties=_ACTIES, financien=_FINANCIEN, indicatoren=_INDICATOREN)


def na(ingreep: Ingreep, folder: Path) -> Path:
    """Give the workbook of the document after somebody did something to it."""
    pad = folder / "invoer.xlsx"
    pad.write_bytes(workbook(DOCUMENT))
    boek = load_workbook(pad)
    ingreep(boek)
    boek.save(pad)
    return pad


def zet(plek: str, waarde: object, formaat: str = "") -> Ingreep:
    """Type something in a cell, `Acties!C2`."""

    def ingreep(boek: Workbook) -> None:
        blad, _, adres = plek.partition("!")
        cel = boek[blad][adres]
        cel.value = waarde
        if formaat:
            cel.number_format = formaat

    return ingreep


def doe(methode: str, blad: str, *waarden: Any) -> Ingreep:  # noqa: ANN401  of openpyxl
    """Do something to a sheet."""
    return lambda boek: getattr(boek[blad], methode)(*waarden)


def verberg(blad: str, *, rij: int = 0, kolom: str = "") -> Ingreep:
    """Hide a row or a column."""

    def ingreep(boek: Workbook) -> None:
        if rij:
            boek[blad].row_dimensions[rij].hidden = True
        if kolom:
            boek[blad].column_dimensions[kolom].hidden = True

    return ingreep


def hernoem(oud: str, nieuw: str) -> Ingreep:
    """Rename a sheet, and make its table an ordinary range."""

    def ingreep(boek: Workbook) -> None:
        boek[oud].title = nieuw
        boek[nieuw].tables.clear()

    return ingreep


def _verplaats(boek: Workbook) -> None:
    """Move the columns of the acties around, and its table with them."""
    blad = boek["Acties"]
    rijen = [[cel.value for cel in rij] for rij in blad.iter_rows(max_row=3)]
    for nummer, rij in enumerate(rijen, 1):
        for kolom, waarde in enumerate((rij[2], None, *rij[:2], rij[3]), 2):
            blad.cell(nummer, kolom).value = waarde
        blad.cell(nummer, 1).value = None


def _schuif_omlaag(boek: Workbook) -> None:
    """Put a title above the headings, without a table to tell where they are."""
    blad = boek["Acties"]
    del blad.tables["Acties"]
    blad.insert_rows(1, 2)
    blad["A1"] = "Onze acties van dit jaar"


def _hernoem(boek: Workbook) -> None:
    boek["Acties"].title = "Wat wij doen"


def _haal_weg(boek: Workbook) -> None:
    """Delete what is not used."""
    for naam in ("Kredieten", "Instellingen", "Uitleg", "Websites"):
        del boek[naam]
    boek["Acties"].delete_cols(4)


def _lege_rijen(boek: Workbook) -> None:
    boek["Acties"].insert_rows(3, 4)
    boek["Acties"]["B4"] = "  "


def _gewone_koppen(boek: Workbook) -> None:
    """Write headings as people do, or as the data does."""
    for plek, kop in (("A1", "PRESTATIE"), ("B1", " tekst:"), ("C1", "Status")):
        boek["Acties"][plek] = kop
    boek["Financiën"]["G1"] = "bedragen.primitief"
    boek["Financiën"]["H1"] = "wijzigingen"


@pytest.mark.parametrize(
    "ingreep",
    [_verplaats, _schuif_omlaag, _hernoem, _haal_weg, _lege_rijen, _gewone_koppen],
)
def test_what_people_do_with_sheets_and_columns_changes_nothing(
    tmp_path: Path, ingreep: Ingreep
) -> None:
    terug = load(na(ingreep, tmp_path))

    assert terug == DOCUMENT
    assert terug.herkomst.opmerkingen == ()


@pytest.mark.parametrize(
    ("plek", "waarde", "formaat"),
    [
        ("Financiën!G2", "100,00", ""),
        ("Financiën!G2", "€ 100,-", ""),
        ("Financiën!G2", 99.99999999999999999, ""),
        ("Indicatoren!G2", "24,1%", ""),
        ("Indicatoren!G2", 24.1, "General"),
        ("Indicatoren!G2", 0.241, "0%"),
        ("Boekwerk!B7", "1 april 2017", ""),
        ("Boekwerk!B7", datetime(2017, 4, 1), "dd/mm/yy"),  # noqa: DTZ001  Excel knows no zones
        ("Boekwerk!B6", "2017", ""),
        ("Kerntaken!A2", 5, "General"),
    ],
)
def test_a_value_is_read_however_it_was_typed(
    tmp_path: Path, plek: str, waarde: object, formaat: str
) -> None:
    assert load(na(zet(plek, waarde, formaat), tmp_path)) == DOCUMENT


@pytest.mark.parametrize(
    ("ingreep", "melding"),
    [
        (
            zet("Acties!F1", "Onze notities"),
            (
                "D3 · invoer.xlsx, cel Acties!F1: de kolom ‘Onze notities’ wordt niet gelezen →"
                " bekende koppen zijn Prestatie, Tekst, Status, Toelichting"
            ),
        ),
        (
            zet("Acties!F2", "los"),
            (
                "D3 · invoer.xlsx, cel Acties!F2: boven kolom F staat geen kop; wat eronder staat"
                " wordt niet gelezen → zet er een kop boven, of haal het weg"
            ),
        ),
        (
            verberg("Acties", rij=3),
            (
                "D3 · invoer.xlsx, cel Acties!A3: rij 3 is verborgen of weggefilterd, en toch"
                " gelezen → maak alles zichtbaar en kijk het na"
            ),
        ),
        (
            verberg("Acties", kolom="C"),
            (
                "D3 · invoer.xlsx, cel Acties!C1: kolom C is verborgen, en toch gelezen → maak"
                " alles zichtbaar en kijk het na"
            ),
        ),
        (
            lambda boek: setattr(boek["Acties"], "sheet_state", "hidden"),
            (
                "D3 · invoer.xlsx, cel Acties!A1: dit blad is verborgen, en toch gelezen → maak het"
                " zichtbaar en kijk het na"
            ),
        ),
        (
            lambda boek: boek.create_sheet("Kladblok").append(["los"]),
            (
                "D3 · invoer.xlsx, cel Kladblok!A1: het blad ‘Kladblok’ wordt niet gelezen →"
                " bekende bladen zijn Boekwerk, Kerntaken, Beleidsdoelen, Prestaties, Acties,"
                " Financiën, Begrotingswijzigingen, Kredieten, Controletotalen, Indicatoren,"
                " Websites, Mijlpalen, Elders, Reserves, Bijlagen, Grootboeken, Instellingen"
            ),
        ),
        (
            zet("Boekwerk!A30", "Opsteller"),
            (
                "D3 · invoer.xlsx, cel Boekwerk!B30: het gegeven ‘Opsteller’ is onbekend, en wordt"
                " niet gelezen → bekend zijn Versie van het formaat, Organisatie, Soort, Titel,"
                " Jaar, Peildatum, Status, Profiel, Colofon"
            ),
        ),
    ],
)
def test_what_is_not_read_or_not_seen_is_a_warning(
    tmp_path: Path, ingreep: Ingreep, melding: str
) -> None:
    terug = load(na(ingreep, tmp_path))

    assert terug == DOCUMENT
    assert [str(opmerking) for opmerking in terug.herkomst.opmerkingen] == [f"let op {melding}"]


@pytest.mark.parametrize(
    ("ingreep", "meldingen"),
    [
        (
            zet("Acties!C1", "Statsu"),
            [
                (
                    "Acties!C1: de kop ‘Statsu’ is onbekend, en ‘Status’ ontbreekt → schrijf"
                    " ‘Status’ als kop"
                )
            ],
        ),
        (
            zet("Acties!B1", "Notities"),
            [
                (
                    "Acties!A1: op dit blad ontbreekt de kop ‘Tekst’ → zet hem terug in rij 1;"
                    " bekend zijn Prestatie, Tekst, Status, Toelichting"
                ),
            ],
        ),
        (
            zet("Acties!D1", "Tekst"),
            ["Acties!D1: de kop ‘Tekst’ staat er twee keer (ook in kolom B) → laat er één staan"],
        ),
        (
            doe("delete_rows", "Acties", 1),
            [
                (
                    "Acties!A1: op dit blad staat geen enkele bekende kop → zet in de eerste rij:"
                    " Prestatie, Tekst, Status, Toelichting"
                )
            ],
        ),
        (
            doe("merge_cells", "Acties", "A2:A3"),
            [
                (
                    "Acties!A2: de cellen A2:A3 zijn samengevoegd, en dan heeft alleen de eerste"
                    " een waarde → hef de samenvoeging op en vul elke cel in"
                )
            ],
        ),
        (
            zet("Acties!A3", None),
            [
                (
                    "Acties!A3: bij welke prestatie deze rij hoort, is niet ingevuld → vul het"
                    " nummer van de prestatie in"
                )
            ],
        ),
        (
            zet("Acties!A3", "5.1.3"),
            [
                (
                    "Acties!A3: er is geen prestatie ‘5.1.3’ op het blad Prestaties → bedoelt u"
                    " 5.1.2? kies uit 5.1.2"
                )
            ],
        ),
        (
            zet("Prestaties!A2", None),  # every row of other sheets is an echo of it
            ["Prestaties!A2 (nummer): ‘nummer’ ontbreekt → vul in: Nummer, bijvoorbeeld 5.1.2."],
        ),
        (
            zet("Begrotingswijzigingen!C3", "GS"),
            [
                (
                    "Begrotingswijzigingen!C3: hier staat ‘GS’, en in een eerdere rij van hetzelfde"
                    " ‘PS’ → schrijf in elke rij hetzelfde, of geef een ander nummer"
                )
            ],
        ),
        (
            zet("Begrotingswijzigingen!I3", "=1+1"),
            [
                (
                    "Begrotingswijzigingen!I3: de formule in deze cel is nog nooit uitgerekend →"
                    " open de werkmap in Excel, bewaar haar en probeer opnieuw"
                )
            ],
        ),
        (
            zet("Indicatoren!C2", "hectare"),
            [
                (
                    "Indicatoren!G2: hier staat een percentage (24,1%) in plaats van een getal →"
                    " maak de cel op als Getal en typ de waarde opnieuw, in haar eigen eenheid"
                )
            ],
        ),
        (
            zet("Prestaties!A2", datetime(2002, 1, 5), "d-m-yyyy"),  # noqa: DTZ001  idem
            [
                (
                    "Prestaties!A2: Excel heeft hier een datum van gemaakt (5-1-2002) → maak de cel"
                    " op als Tekst en typ opnieuw wat er moet staan"
                )
            ],
        ),
        (
            zet("Boekwerk!A5", "Titels"),
            [
                "Boekwerk!A1 (titel): ‘titel’ ontbreekt → vul in: Titel van het document.",
                (
                    "Boekwerk!B5: het gegeven ‘Titels’ is onbekend, en wordt niet gelezen → bedoelt"
                    " u ‘Titel’?"
                ),
            ],
        ),
        (
            zet("Boekwerk!B4", "monitro"),
            [
                (
                    "Boekwerk!B4 (soort): ‘monitro’ is geen geldige keuze → kies uit: begroting,"
                    " monitor, jaarverslag; bedoelde u ‘monitor’?"
                )
            ],
        ),
        (
            zet("Boekwerk!B4", "begroting"),
            [
                (
                    "Financiën!G2 (financien.regels[0].bedragen.primitief): de kolom ‘primitief’"
                    " hoort niet in een begroting → een begroting kent: realisatie_t2,"
                    " begroting_t1, begroting, raming_1, raming_2, raming_3"
                ),
            ],
        ),
        (
            hernoem("Boekwerk", "Boek"),
            [
                (
                    "deze werkmap heeft geen blad Boekwerk, en is dus geen invoer voor reportgen →"
                    " maak een lege werkmap met: reportgen workbook --out invoer.xlsx"
                )
            ],
        ),
        (
            hernoem("Acties", "Actie's"),
            ["Actie's!A1: het blad ‘Actie's’ wordt niet gelezen → geef het de naam ‘Acties’, als"],
        ),
        (
            doe("append", "Instellingen", ["drempels.percentage", None]),
            ["de instelling ‘drempels.percentage’ heeft geen waarde → vul de waarde in, of haal"],
        ),
        (
            lambda boek: [
                boek["Instellingen"].append(["kleur_tonen", w]) for w in ("altijd", "nooit")
            ],
            ["de instelling ‘kleur_tonen’ staat er twee keer, of is zelf een groep → laat er één"],
        ),
        (
            doe("append", "Instellingen", ["kleur_tonne", "altijd"]),
            ["de sleutel ‘kleur_tonne’ is onbekend → bedoelde u ‘kleur_tonen’?"],
        ),
        (
            zet("Boekwerk!B9", "overijsel"),
            ["Boekwerk!B9 (profiel): het profiel ‘overijsel’ bestaat niet → bedoelt u"],
        ),
    ],
)
def test_what_cannot_be_read_is_told_with_its_cell(
    tmp_path: Path, ingreep: Ingreep, meldingen: list[str]
) -> None:
    pad = na(ingreep, tmp_path)

    with pytest.raises(DataError) as fout:
        load(pad)

    gevonden = [str(p) for p in fout.value.problems if p.severity == "error"]
    for melding, gezegd in zip(meldingen, gevonden[: len(meldingen)], strict=True):
        assert melding in gezegd
    assert len(gevonden) == len(meldingen) or "begroting kent" in meldingen[0]


def test_rows_below_the_table_are_read_and_its_totals_are_not(tmp_path: Path) -> None:
    def ingreep(boek: Workbook) -> None:
        blad = boek["Acties"]
        blad.tables["Acties"].ref = "A1:D4"
        blad.tables["Acties"].totalsRowCount = 1
        blad["A4"] = "Totaal"
        for kolom, waarde in enumerate(("5.1.2", "Drie"), 1):
            blad.cell(7, kolom, waarde)

    terug = load(na(ingreep, tmp_path))

    assert [actie.tekst for actie in terug.prestaties[0].acties] == ["Een", "Twee", "Drie"]


def test_rows_of_one_decision_need_not_touch(tmp_path: Path) -> None:
    def ingreep(boek: Workbook) -> None:
        blad = boek["Begrotingswijzigingen"]
        blad["B3"] = "2017-2"
        blad.append(["5.1.2", "2017-1", None, None, 2019, "baten", None, None, 1, 2])

    besluiten = _besluiten(load(na(ingreep, tmp_path)))

    assert besluiten == {"2017-1": [2017, 2019], "2017-2": [2018]}


def _besluiten(document: Boekwerk) -> dict[str, list[int]]:
    """Give the years of each decision by its number."""
    financien = document.prestaties[0].financien
    assert financien
    return {b.nummer: [m.jaar for m in b.mutaties] for b in financien.begrotingswijzigingen}


def test_a_workbook_without_prestaties_says_where_to_fill_them_in(tmp_path: Path) -> None:
    def ingreep(boek: Workbook) -> None:
        for titel in ("Prestaties", "Acties", "Financiën", "Begrotingswijzigingen", "Indicatoren"):
            boek[titel].delete_rows(2, 5)

    with pytest.raises(DataError) as fout:
        load(na(ingreep, tmp_path))

    assert [str(problem) for problem in fout.value.problems] == [
        (
            "fout D1 · invoer.xlsx: er staan geen prestaties in deze bron → vul het blad Prestaties"
            " in; de voorbeeldrij telt niet mee"
        )
    ]
