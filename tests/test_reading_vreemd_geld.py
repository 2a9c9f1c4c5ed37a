"""Tables of money made by hand: by the text of their headings, strictly, base figures only."""

from __future__ import annotations

from typing import Any

import pytest
from bouwstenen import als_data
from docx.document import Document as Docx
from test_reading_vreemd_hand import HEAD, chapter, data, loose, read, told

from reportgen.reading.vreemd import lees_vreemd

MONITOR = ["(x € 1.000)", "Primitief", "Doorgevoerde wijziging(en)", "Actuele begroting"]
ROWS = [
    ["Lasten", "1.350", "125", "1.475"],
    ["Baten", "200", "0", "200"],
    ["Saldo", "-1.150", "-125", "-1.275"],
]
REGELS = [
    {"soort": "lasten", "bedragen": {"primitief": "1350000", "wijzigingen": "125000"}},
    {"soort": "baten", "bedragen": {"primitief": "200000", "wijzigingen": "0"}},
]


def regels(*rows: list[str], head: list[str] = MONITOR) -> list[dict[str, Any]]:
    """The regels of a table below the heading of the money."""
    return list(data(read("Financiën", [head, *rows]))["financien"]["regels"])


def test_a_table_is_found_by_its_headings_and_gives_base_figures_only() -> None:
    gelezen = read("Financiën", [MONITOR, *ROWS])

    assert data(gelezen) == {"financien": {"regels": REGELS}}
    assert (loose(gelezen), told(gelezen)) == ([], [])


def test_a_table_is_found_without_a_heading_above_it() -> None:
    gelezen = read("Context", "Waarom.", [MONITOR, *ROWS])

    assert data(gelezen) == {"context": "Waarom.", "financien": {"regels": REGELS}}


UNITS = [
    ("(x € 1.000)", "1350000"),
    ("Bedragen x €1.000", "1350000"),
    ("x € 1.000,-", "1350000"),
    ("in duizenden euro’s", "1350000"),
    ("(x € 1 miljoen)", "1350000000"),
    ("bedragen in euro's", "1350"),
]


@pytest.mark.parametrize(("unit", "amount"), UNITS)
def test_the_unit_stands_in_the_heading(unit: str, amount: str) -> None:
    cell = "1.350"

    (regel,) = regels(["Lasten", cell], head=[unit, "Primitief"])

    assert regel["bedragen"] == {"primitief": amount}


@pytest.mark.parametrize("above", ["Tabel 3. Financiën (x € 1.000)", "Bedragen x € 1.000"])
def test_the_unit_stands_in_the_line_above(above: str) -> None:
    gelezen = read("Financiën", "Zie de tabel.", above, [["Post", *MONITOR[1:]], *ROWS])

    assert data(gelezen)["financien"] == {
        "regels": REGELS,
        "voortgang": {"toelichting": "Zie de tabel."},
    }
    assert loose(gelezen) == []


def test_a_table_without_a_unit_is_not_guessed() -> None:
    gelezen = read("Financiën", [["Post", *MONITOR[1:]], *ROWS])

    assert data(gelezen) == {}
    assert len(loose(gelezen)) == 4
    assert told(gelezen) == [
        ("L4", "boven deze tabel staat niet in welke eenheid de bedragen zijn")
    ]


CELLS = [
    ("1.350", "1350000"),
    ("€ 1.350", "1350000"),
    ("0", "0"),
    ("-", "0"),
    ("–", "0"),
    ("1.350\u00a0", "1350000"),
]


@pytest.mark.parametrize(("cell", "amount"), CELLS)
def test_a_cell_is_read_as_people_write_it(cell: str, amount: str) -> None:
    (regel,) = regels(["Lasten: subsidies", cell], head=[MONITOR[0], "Primitief"])

    assert regel["bedragen"] == {"primitief": amount}


@pytest.mark.parametrize("cell", ["1350", "1,350.00", "circa 12", "12.34", "1 350"])
def test_a_cell_that_is_no_dutch_amount_is_told_and_listed(cell: str) -> None:
    gelezen = read("Financiën", [[MONITOR[0], "Primitief"], ["Lasten: a", cell], ["Baten", "2"]])

    assert loose(gelezen) == [cell]
    assert told(gelezen) == [("L3", f"Primitieve begroting: ‘{cell}’ is geen getal")]


def test_parts_belong_to_the_total_below_them() -> None:
    gelezen = regels(
        ["Subsidies", "100", "0", "100"],
        ["Inhuur", "50", "0", "50"],
        ["Totaal lasten", "150", "0", "150"],
        ["Baten", "20", "0", "20"],
    )

    assert [(r["soort"], r.get("omschrijving")) for r in gelezen] == [
        ("lasten", "Subsidies"),
        ("lasten", "Inhuur"),
        ("baten", None),
    ]


def test_parts_belong_to_the_line_above_them() -> None:
    gelezen = regels(
        ["Lasten", "", "", ""],
        ["Subsidies", "100", "0", "100"],
        ["Baten", "", "", ""],
        ["Leges", "20", "0", "20"],
    )

    assert [(r["soort"], r["omschrijving"]) for r in gelezen] == [
        ("lasten", "Subsidies"),
        ("baten", "Leges"),
    ]


def test_a_total_without_parts_is_the_figure_itself() -> None:
    (regel,) = regels(["Totaal lasten", "150", "0", "150"])

    assert (regel["soort"], regel["bedragen"]["primitief"]) == ("lasten", "150000")


def test_a_row_of_nobody_is_told_and_listed() -> None:
    gelezen = read("Financiën", [MONITOR, *ROWS, ["Bijdragen", "1", "2", "3"]])

    assert loose(gelezen) == ["Bijdragen\t1\t2\t3"]
    assert [rule for rule, _ in told(gelezen)] == ["L2"]


def test_a_column_of_nobody_is_told_and_listed() -> None:
    rows = [[*MONITOR, "Vorig jaar"], *([*row, str(nr)] for nr, row in enumerate(ROWS))]

    gelezen = read("Financiën", rows)

    assert data(gelezen)["financien"]["regels"] == REGELS
    assert loose(gelezen) == ["Vorig jaar", "0", "1", "2"]
    assert told(gelezen) == [("L2", "de kolom ‘Vorig jaar’ is niet bekend")]


WRONG = [
    (0, 3, "1.485", "F3", "Lasten, Actuele begroting: er staat €\u00a01.485.000, de delen geven"),
    (
        2,
        1,
        "-1.100",
        "F2",
        "Saldo, Primitieve begroting: er staat €\u00a0-1.100.000, de delen geven",
    ),
]


@pytest.mark.parametrize(("row", "column", "cell", "rule", "message"), WRONG)
def test_a_derived_figure_that_does_not_fit_is_told(
    row: int, column: int, cell: str, rule: str, message: str
) -> None:
    rows = [list(cells) for cells in ROWS]
    rows[row][column] = cell

    gelezen = read("Financiën", [MONITOR, *rows])

    assert data(gelezen)["financien"]["regels"] == REGELS
    found = told(gelezen)
    assert found[0][0] == rule
    assert any(text.startswith(message) for _, text in found)


def test_a_derived_figure_may_be_off_by_rounding() -> None:
    rows = [list(cells) for cells in ROWS]
    rows[0][3], rows[2][1] = "1.476", "-1.151"

    gelezen = read("Financiën", [MONITOR, *rows])

    assert told(gelezen) == []


def test_a_base_column_that_did_not_print_follows_from_a_sum() -> None:
    (regel,) = regels(
        ["Lasten", "125", "1.475"], head=["(x € 1.000)", "Wijzigingen", "Actuele begroting"]
    )

    assert regel["bedragen"] == {"primitief": "1350000", "wijzigingen": "125000"}


def test_a_decision_is_read_below_its_title() -> None:
    gelezen = read(
        "Financiën",
        "Begrotingswijziging: PS",
        "Begrotingswijziging 2017-14 (PS), begrotingsjaar 2017",
        [["x € 1.000", "Was", "Mutatie", "Wordt"], ["Lasten", "6.400", "-2.650", "3.750"]],
        "Begrotingswijziging 2017-14 (PS), doorwerking in de raming 2018",
        [["x € 1.000", "Was", "Mutatie", "Wordt"], ["Lasten", "4.250", "2.650", "6.900"]],
    )

    assert data(gelezen)["financien"] == {
        "voortgang": {"begrotingswijziging": ["PS"]},
        "begrotingswijzigingen": [
            {
                "nummer": "2017-14",
                "orgaan": "PS",
                "mutaties": [
                    {"jaar": 2017, "soort": "lasten", "was": "6400000", "mutatie": "-2650000"},
                    {"jaar": 2018, "soort": "lasten", "was": "4250000", "mutatie": "2650000"},
                ],
            }
        ],
    }
    assert (loose(gelezen), told(gelezen)) == ([], [])


def test_a_decision_without_a_title_is_listed() -> None:
    table = [["x € 1.000", "Was", "Mutatie", "Wordt"], ["Lasten", "1", "2", "3"]]

    gelezen = read("Financiën", table)

    assert len(loose(gelezen)) == 2
    assert told(gelezen) == [("L3", "boven deze tabel staat niet welk besluit het is")]


INDICATORS = [
    ["Indicator", "Eenheid", "Nulmeting (2015)", "Streefwaarde 2017", "Bron"],
    ["Leegstand", "%", "14,0%", "12,5%", "register"],
    ["Grond", "hectare", "1.250", "–", ""],
]


def test_a_table_of_indicators_is_read_wherever_it_stands() -> None:
    gelezen = read("Context", "Waarom.", INDICATORS)

    assert data(gelezen)["indicatoren"] == [
        {
            "naam": "Leegstand",
            "eenheid": "%",
            "nulmeting": {"waarde": "14.0", "jaar": 2015},
            "streefwaarde": "12.5",
            "bron": "register",
        },
        {"naam": "Grond", "eenheid": "hectare", "nulmeting": {"waarde": "1250", "jaar": 2015}},
    ]
    assert (loose(gelezen), told(gelezen)) == ([], [])


def test_a_value_that_is_none_is_told_and_listed() -> None:
    gelezen = read("Indicatoren", [INDICATORS[0], ["Grond", "ha", "3.2", "ruim 4", "x"]])

    assert data(gelezen)["indicatoren"] == [{"naam": "Grond", "eenheid": "ha", "bron": "x"}]
    assert loose(gelezen) == ["3.2", "ruim 4"]
    assert told(gelezen) == [("L3", "‘3.2’ is geen getal"), ("L3", "‘ruim 4’ is geen getal")]


def test_milestones_are_read_from_a_table() -> None:
    gelezen = read(
        "Basisinformatie",
        "Mijlpalen:",
        [
            ["Mijlpaal", "Oorspronkelijk", "Actueel", "Status"],
            ["Besluit", "1 mei 2017", "01-06-2017", "Vertraagd: beroep"],
            ["Bouw", "–", "najaar", "op schema"],
        ],
    )

    assert data(gelezen)["basisinformatie"]["mijlpalen"] == [
        {
            "naam": "Besluit",
            "oorspronkelijk": "2017-05-01",
            "datum": "2017-06-01",
            "status": "vertraagd",
            "toelichting": "beroep",
        },
        {"naam": "Bouw", "status": "op schema"},
    ]
    assert loose(gelezen) == ["najaar"]
    assert told(gelezen) == [("L3", "‘najaar’ is geen datum")]


def test_a_table_of_something_else_is_listed_row_by_row() -> None:
    gelezen = read("Context", "Waarom.", [["Naam", "Telefoon"], ["Jan", "038"]])

    assert [(los.tekst, los.plek) for los in gelezen.los] == [
        ("Naam\tTelefoon", "tabel 1, rij 1"),
        ("Jan\t038", "tabel 1, rij 2"),
    ]


def test_another_sign_convention_reads_back_to_the_same_amounts() -> None:
    profiel = HEAD.profiel.model_copy(
        update={"notatie": HEAD.profiel.notatie.model_copy(update={"tekens": "baten negatief"})}
    )
    rows = [MONITOR, ROWS[0], ["Baten", "-200", "0", "-200"], ["Saldo", "1.150", "125", "1.275"]]

    gelezen = lees_vreemd(chapter("Financiën", rows), HEAD.model_copy(update={"profiel": profiel}))

    assert als_data(gelezen.boekwerk.prestaties[0])["financien"] == {"regels": REGELS}
    assert told(gelezen) == []


def test_a_note_below_a_table_is_known_or_listed() -> None:
    def notes(word: Docx) -> None:
        word.add_paragraph("Saldo = baten − lasten; V = voordelig, N = nadelig.")
        word.add_paragraph("Saldo = iets anders.")

    gelezen = read("Financiën", [MONITOR, *ROWS], notes)

    assert data(gelezen) == {"financien": {"regels": REGELS}}
    assert loose(gelezen) == ["Saldo = iets anders."]


CREDIT = [
    ["Investeringskrediet fietsbrug (x € 1.000)", "Bedrag"],
    ["Geautoriseerd krediet", "5.200"],
    ["Besteed t/m 2016", "640"],
    ["Besteed in 2017", "1.985"],
    ["Restant krediet 31 december 2017", "2.575"],
]


def test_an_investment_credit_is_read_by_the_names_of_its_rows() -> None:
    gelezen = read("Financiën", "Investeringskredieten", CREDIT)

    assert data(gelezen)["financien"] == {
        "kredieten": [
            {
                "naam": "fietsbrug",
                "geautoriseerd": "5200000",
                "besteed_eerder": "640000",
                "besteed": "1985000",
            }
        ]
    }
    assert (loose(gelezen), told(gelezen)) == ([], [])


def test_what_is_left_of_a_credit_has_to_fit() -> None:
    gelezen = read("Financiën", [*CREDIT[:-1], ["Restant krediet 31 december 2017", "2.500"]])

    assert told(gelezen) == [
        (
            "F1",
            "Restant krediet: er staat €\u00a02.500.000, de delen geven €\u00a02.575.000",
        )
    ]
