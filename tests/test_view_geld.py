"""Tables of money in print: what a profile changes, and nothing else with it."""

import pytest
from bouwstenen import boekwerk, prestatie

from reportgen.view import hoofdstuk
from reportgen.view.velden import TabelView

NBSP = "\u00a0"
SMALL = [
    {"soort": "lasten", "omschrijving": "Subsidies", "aard": "structureel"},
    {"soort": "lasten", "omschrijving": "Advies", "aard": "incidenteel"},
    {"soort": "baten"},
]
AMOUNTS = (
    {"primitief": 1_234_450, "wijzigingen": 0, "gerealiseerd": 900_000, "prognose": 1_200_000},
    {"primitief": 318_490, "wijzigingen": -18_490, "gerealiseerd": 100_000, "prognose": 310_000},
    {"primitief": 400_000, "wijzigingen": 0, "gerealiseerd": 0, "prognose": 350_000},
)
Regels = list[dict[str, object]]
MONEY: Regels = [{**r, "bedragen": amounts} for r, amounts in zip(SMALL, AMOUNTS, strict=True)]


def _table(money: Regels = MONEY, **profiel: object) -> TabelView:
    section = prestatie(financien={"regels": money})
    view = hoofdstuk(section, boekwerk(section, profiel=profiel)).prestatie.financien
    assert view is not None
    assert view.tabel is not None
    return view.tabel


def _rows(table: TabelView) -> dict[str, str]:
    return {row.omschrijving: " ".join(row.cellen).replace(NBSP, "_") for row in table.rijen}


def _notes(tekens: str) -> str:
    return _table(notatie={"tekens": tekens}).noten[0]


CONVENTIONS = """
V/N: 1.553 -18 1.534 1.000 1.510 24_V; 400 0 400 0 350 50_N; -1.153 18 -1.134 -1.000 -1.160 26_N
V/N overal: 1.553_N 18_V 1.534_N 1.000_N 1.510_N 24_V; 400_V 0 400_V 0 350_V 50_N;
    1.153_N 18_V 1.134_N 1.000_N 1.160_N 26_N
plus is voordelig: 1.553 -18 1.534 1.000 1.510 24; 400 0 400 0 350 -50;
    -1.153 18 -1.134 -1.000 -1.160 -26
min is voordelig: 1.553 -18 1.534 1.000 1.510 -24; 400 0 400 0 350 50;
    1.153 -18 1.134 1.000 1.160 26
baten negatief: 1.553 -18 1.534 1.000 1.510 -24; -400 0 -400 0 -350 50;
    1.153 -18 1.134 1.000 1.160 26
lasten negatief: -1.553 18 -1.534 -1.000 -1.510 24; 400 0 400 0 350 -50;
    -1.153 18 -1.134 -1.000 -1.160 -26
"""
"""Totaal lasten, baten and saldo of the same figures, worked out by hand for each convention."""


@pytest.mark.parametrize("line", CONVENTIONS.strip().replace("\n    ", " ").splitlines())
def test_each_sign_convention_prints_the_same_figures_its_own_way(line: str) -> None:
    tekens, _, expected = line.partition(": ")

    rows = _rows(_table(notatie={"tekens": tekens}))

    names = ("Totaal lasten", "Baten", "Saldo van baten en lasten")
    assert [rows[name] for name in names] == expected.split("; ")


def test_each_sign_convention_is_told_below_the_table() -> None:
    assert _notes("V/N").endswith("V = voordelig, N = nadelig.")
    assert "elk" not in _notes("V/N")
    assert "een positief verschil is voordelig" in _notes("plus is voordelig")
    assert _notes("min is voordelig").startswith("Saldo = lasten − baten; ")
    assert "baten en onttrekkingen negatief" in _notes("baten negatief")
    assert "Lasten en toevoegingen negatief" in _notes("lasten negatief")
    assert "N = nadelig (lasten, toevoegingen)" in _notes("V/N overal")


@pytest.mark.parametrize(
    ("lege_rijen", "reserves"),
    [("printen", ["€ -"] * 2), ("0", ["0"] * 2), ("-", ["-"] * 2), ("weglaten", [])],
)
def test_a_row_of_zeros_prints_as_the_profile_says(lege_rijen: str, reserves: list[str]) -> None:
    rows = _rows(_table(notatie={"lege_rijen": lege_rijen, "nul": "€ -"}))

    names = ("Toevoeging aan reserves", "Onttrekking aan reserves")
    found = [rows[name].replace("€ -", "€_-").split(" ")[0] for name in names if name in rows]
    assert [text.replace("_", " ") for text in found] == reserves
    assert ("Resultaat" in rows) == (lege_rijen != "weglaten")
    assert rows["Baten"].split(" ")[1:2] == ["€"]  # one zero among figures stays as it was


def test_a_table_can_be_split_in_structural_and_incidental() -> None:
    rows = _table(notatie={"aard": "splitsen"}).rijen

    assert [row.omschrijving for row in rows[:6]] == [
        "Subsidies",
        "Advies",
        "Totaal lasten",
        "waarvan structureel",
        "waarvan incidenteel",
        "Baten",  # nothing was said of its nature
    ]
    assert [row.cellen[0] for row in rows[3:5]] == ["1.234", "318"]


def test_a_split_tells_what_was_not_divided() -> None:
    half = [MONEY[0], {**MONEY[1], "aard": None}]

    rows = _rows(_table(half, notatie={"aard": "splitsen"}))

    assert rows["waarvan niet ingedeeld"].startswith("318")


@pytest.mark.parametrize(
    ("unit", "head", "lasten"),
    [
        ("euro", "(in euro's)", "1.552.940"),
        ("duizend", f"(x €{NBSP}1.000)", "1.553"),
        ("miljoen", f"(x €{NBSP}1 miljoen)", "1,6"),
    ],
)
def test_a_table_prints_in_the_unit_of_the_profile(unit: str, head: str, lasten: str) -> None:
    table = _table(notatie={"eenheid": unit})

    assert table.eerste_kolom == head
    assert _rows(table)["Totaal lasten"].split(" ")[0] == lasten


def test_a_profile_adds_drops_renames_and_reorders_columns() -> None:
    columns = [
        {"naam": "gerealiseerd", "kop": "Besteed t/m {peildatum}"},
        "actueel",
        {"naam": "rest", "kop": "Nog te doen {t}", "som": "prognose - gerealiseerd"},
        {
            "naam": "afwijking",
            "kop": "Afwijking",
            "som": "prognose - primitief",
            "soort": "verschil",
        },
    ]

    table = _table(kolommen={"monitor": columns})

    heads = ("Besteed t/m 1 april 2017", "Actuele begroting", "Nog te doen 2017", "Afwijking")
    assert table.kolommen == heads
    assert _rows(table)["Totaal lasten"] == "1.000 1.534 510 43_V"
    assert _rows(table)["Baten"] == "0 400 350 50_N"


def test_a_column_can_explain_itself_below_the_table() -> None:
    table = _table(kolommen={"monitor": ["actueel", "gerealiseerd", "ruimte"]})

    assert table.noten[1] == "Ruimte = actuele begroting − gerealiseerd."


def test_the_rounding_note_stands_exactly_where_shown_parts_do_not_add_up() -> None:
    note = "Door afronding kunnen totalen afwijken van de som van de getoonde bedragen."
    half: Regels = [
        {"soort": "lasten", "omschrijving": name, "bedragen": {"primitief": 1_400}}
        for name in "ABC"
    ]  # as Brabant explains it: 1 + 1 + 1 = 4
    whole: Regels = [{**regel, "bedragen": {"primitief": 1_000}} for regel in half]

    assert note in _table(half).noten
    assert note not in _table(whole).noten
    assert note not in _table(half, notatie={"eenheid": "euro"}).noten


def test_one_named_regel_prints_as_its_post_and_regels_of_one_name_as_one() -> None:
    name = {"soort": "baten", "omschrijving": "Rijksbijdrage"}
    named: Regels = [{**name, "bedragen": {"primitief": 1_000}}]

    assert "Baten: Rijksbijdrage" in _rows(_table(named))
    assert _rows(_table([*named, *named]))["Baten: Rijksbijdrage"].split(" ")[0] == "2"


def test_a_chapter_without_a_table_tells_its_signs_below_what_it_has() -> None:
    lines = [
        {"jaar": 2017, "soort": soort, "was": 9, "mutatie": 1} for soort in ("lasten", "baten")
    ]
    change = {"nummer": "1", "orgaan": "PS", "mutaties": lines}
    credit = {"naam": "brug", "geautoriseerd": 5000}
    money: dict[str, object] = {"begrotingswijzigingen": [change], "kredieten": [credit]}
    alone, beside = (
        hoofdstuk(section, boekwerk(section)).prestatie.financien
        for section in (
            prestatie(financien=money),
            prestatie(financien={**money, "regels": MONEY}),
        )
    )

    assert alone is not None
    assert beside is not None
    assert [table.noten for table in alone.wijzigingen] == [("Saldo = baten − lasten.",)]
    assert [table.noten for table in alone.kredieten] == [("V = voordelig, N = nadelig.",)]
    assert [table.noten for table in (*beside.wijzigingen, *beside.kredieten)] == [(), ()]
