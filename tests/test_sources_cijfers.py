"""Figures from a ledger: each goes to its prestatie, regel and column, and knows its rows."""

from __future__ import annotations

import pickle
from decimal import Decimal
from pathlib import Path

import pytest
from bronnen import HOOFD
from grootboekbouw import BREED, bron, fouten, gelezen, met_cijfers, regels

from reportgen import DataError, load
from reportgen.errors import Plaats
from reportgen.sources import load_partial

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
CEL = ("prestaties", 0, "financien", "regels", 0, "bedragen", "gerealiseerd")


def geld(*tekst: str) -> dict[str, str]:
    """The section 5.1.2 with these regels."""
    return {"5.1.2": "financien:\n  regels:\n" + "".join(f"    - {regel}\n" for regel in tekst)}


def test_the_example_with_a_ledger_is_to_the_cent_the_one_that_was_typed() -> None:
    getypt = load(EXAMPLES / "ijsselmark-2017/monitor-2")

    uit_grootboek = load(EXAMPLES / "ijsselmark-grootboek")

    assert uit_grootboek.prestaties == getypt.prestaties
    (boek,) = uit_grootboek.herkomst.grootboeken
    assert (boek.rijen, boek.rijen_elders, boek.overgeslagen) == (39, 3, (41,))
    assert boek.totalen["lasten", "gerealiseerd"] == Decimal("5273434.18")
    assert boek.totalen_elders["lasten", "gerealiseerd"] == Decimal("312604.18")
    plaats = uit_grootboek.herkomst.zoek(("prestaties", 1, *CEL[2:]))
    assert str(plaats) == (
        "grootboek.csv, regels 15, 16 en 17 (financien.regels[0].bedragen.gerealiseerd)"
    )


def test_rows_of_one_cell_add_up_exactly(tmp_path: Path) -> None:
    rijen = ["5.1.2;lasten;;gerealiseerd;0,10"] * 3 + ["5.1.2;lasten;;gerealiseerd;-0,05"]

    assert gelezen(bron(tmp_path, *rijen)) == [("lasten", {"gerealiseerd": "0.25"})]


def test_regels_come_in_the_order_of_the_ledger(tmp_path: Path) -> None:
    folder = bron(
        tmp_path,
        "5.1.2;lasten;Subsidies;primitief;100",
        "5.1.2;baten;;primitief;50",
        "5.1.2;lasten;Inhuur;primitief;10",
        "5.1.2;lasten;Subsidies;gerealiseerd;90",
    )

    assert gelezen(folder) == [
        ("lasten Subsidies", {"primitief": "100", "gerealiseerd": "90"}),
        ("baten", {"primitief": "50"}),
        ("lasten Inhuur", {"primitief": "10"}),
    ]


def test_a_regel_of_the_author_comes_first_and_gets_its_amounts(tmp_path: Path) -> None:
    secties = geld("{soort: lasten, omschrijving: Inhuur derden, aard: incidenteel}")

    folder = bron(
        tmp_path,
        "5.1.2;lasten;Subsidies;primitief;100",
        "5.1.2;lasten;INHUUR  derden;primitief;10",
        secties=secties,
    )

    boekwerk = load(folder)
    assert regels(boekwerk) == [
        ("lasten Inhuur derden", {"primitief": "10"}),
        ("lasten Subsidies", {"primitief": "100"}),
    ]
    geldregels = boekwerk.prestatie("5.1.2").financien
    assert geldregels is not None
    assert [regel.aard for regel in geldregels.regels] == ["incidenteel", None]


def test_a_wide_ledger_has_a_column_for_each_amount(tmp_path: Path) -> None:
    folder = bron(
        tmp_path,
        "5.1.2;lasten;;1.350.000,00;100.000,00;25.000,00;902.315,00",
        "5.1.2;baten;;200.000,00;;;100.000,00",
        koppen="Prestatie;Soort;Omschrijving;Primitief;Voorjaar;Najaar;Realisatie",
        kolommen=BREED,
        erbij="  bedragen: {primitief: primitief, wijzigingen: [Voorjaar, Najaar],"
        " gerealiseerd: Realisatie}",
    )

    lasten = {"primitief": "1350000", "wijzigingen": "125000", "gerealiseerd": "902315"}
    assert gelezen(folder) == [
        ("lasten", lasten),
        ("baten", {"primitief": "200000", "gerealiseerd": "100000"}),  # what is open is not given
    ]
    (boek,) = load(folder).herkomst.grootboeken
    assert boek.rijen == 2


def test_names_and_accounts_of_the_ledger_are_translated(tmp_path: Path) -> None:
    folder = bron(
        tmp_path,
        "5.1.2;4301;;Realisatie;100",
        "5.1.2;8100;;Realisatie;-30",
        "5.1.2;8199;;Realisatie;7",
        "5.1.2;baten;;gerealiseerd;-20",  # our own names are known too
        erbij="  soorten: {lasten: ['4*', '8199'], baten: 8*}\n  omgekeerd: [baten]\n"
        "  bedragen: {gerealiseerd: Realisatie}",
    )

    assert gelezen(folder) == [
        ("lasten", {"gerealiseerd": "107"}),  # the very account goes before how it begins
        ("baten", {"gerealiseerd": "50"}),
    ]


def test_a_ledger_may_count_in_thousands(tmp_path: Path) -> None:
    folder = bron(tmp_path, "5.1.2;lasten;;primitief;1.350,5", erbij="  eenheid: duizend")

    assert gelezen(folder) == [("lasten", {"primitief": "1350500"})]


def test_taakvelden_of_the_ledger_tell_regels_apart(tmp_path: Path) -> None:
    kolommen = "{prestatie: P, soort: S, omschrijving: O, kolom: K, bedrag: B, taakveld: T}"
    secties = geld("{soort: lasten, omschrijving: Inhuur, taakveld: '3.1'}")

    folder = bron(
        tmp_path,
        "5.1.2;lasten;Inhuur;primitief;1;6.1",
        "5.1.2;lasten;Inhuur;primitief;2;3.1",
        koppen="P;S;O;K;B;T",
        kolommen=kolommen,
        secties=secties,
    )

    geldregels = load(folder).prestatie("5.1.2").financien
    assert geldregels is not None
    velden = [(regel.taakveld, regel.bedragen.primitief) for regel in geldregels.regels]
    assert velden == [("3.1", Decimal(2)), ("6.1", Decimal(1))]


def test_a_forecast_may_be_typed_beside_figures_from_the_ledger(tmp_path: Path) -> None:
    secties = geld("{soort: lasten, bedragen: {prognose: 1500}}")

    folder = bron(tmp_path, "5.1.2;lasten;;gerealiseerd;902", secties=secties)

    assert gelezen(folder) == [("lasten", {"gerealiseerd": "902", "prognose": "1500"})]


def test_a_figure_knows_its_file_and_row(tmp_path: Path) -> None:
    boekwerk = load(bron(tmp_path, "5.1.2;baten;;primitief;1", "5.1.2;lasten;;gerealiseerd;902"))

    plaats = boekwerk.herkomst.zoek((*CEL[:4], 1, *CEL[5:]))

    pad = "financien.regels[1].bedragen.gerealiseerd"
    assert plaats == Plaats("grootboek.csv", 3, nummer="5.1.2", pad=pad)


def test_what_was_read_survives_pickling_and_is_no_part_of_the_data(tmp_path: Path) -> None:
    boekwerk = load(bron(tmp_path, "5.1.2;lasten;;gerealiseerd;902"))

    terug = pickle.loads(pickle.dumps(boekwerk))  # noqa: S301  bytes of our own

    assert terug.herkomst == boekwerk.herkomst
    assert boekwerk.herkomst.grootboeken[0].cellen == {CEL: Decimal(902)}
    assert terug == boekwerk == boekwerk.model_copy()


def test_rows_of_prestaties_of_others_are_counted_apart(tmp_path: Path) -> None:
    boekwerk = load(
        bron(tmp_path, "5.1.2;lasten;;primitief;100", "8.1.5;lasten;;primitief;7", "Totaal;;;;107")
    )

    (boek,) = boekwerk.herkomst.grootboeken
    assert (boek.rijen, boek.rijen_elders, boek.overgeslagen) == (2, 1, (4,))
    assert boek.totalen == {("lasten", "primitief"): 107}
    assert boek.totalen_elders == {("lasten", "primitief"): 7}
    assert regels(boekwerk) == [("lasten", {"primitief": "100"})]


def test_a_prestatie_that_is_here_is_not_elsewhere(tmp_path: Path) -> None:
    folder = bron(tmp_path, "8.1.5;lasten;;primitief;7", secties={"8.1.5": ""})

    boekwerk = load(folder)

    assert regels(boekwerk, "8.1.5") == [("lasten", {"primitief": "7"})]
    assert boekwerk.herkomst.grootboeken[0].rijen_elders == 0


def test_two_ledgers_each_give_their_own_columns(tmp_path: Path) -> None:
    folder = bron(tmp_path, "5.1.2;lasten;;primitief;100")
    (folder / "realisatie.csv").write_text("P;S;Bedrag\n5.1.2;lasten;90\n", "utf-8")
    begroting = (folder / "boekwerk.yaml").read_text("utf-8").partition("cijfers:\n")[2]
    een = "\n".join(f"  {regel}" for regel in begroting.splitlines()).replace("    ", "  - ", 1)
    twee = (
        "  - {bestand: realisatie.csv, kolommen: {prestatie: P, soort: S},"
        " bedragen: {gerealiseerd: Bedrag}}"
    )

    boekwerk = load(met_cijfers(folder, f"cijfers:\n{een}\n{twee}"))

    assert regels(boekwerk) == [("lasten", {"primitief": "100", "gerealiseerd": "90"})]
    assert [boek.naam for boek in boekwerk.herkomst.grootboeken] == [
        "grootboek.csv",
        "realisatie.csv",
    ]


def test_a_ledger_in_one_file_with_the_rest_works_too(tmp_path: Path) -> None:
    bron(tmp_path, "5.1.2;lasten;;primitief;100")
    hoofd = (tmp_path / "boekwerk.yaml").read_text("utf-8")
    heel = tmp_path / "heel.yaml"
    heel.write_text(f"{hoofd}prestaties: [{{nummer: 5.1.2, titel: Titel}}]\n", "utf-8")

    assert regels(load(heel)) == [("lasten", {"primitief": "100"})]


def test_a_boekwerk_without_a_ledger_has_none(tmp_path: Path) -> None:
    (tmp_path / "boek.yaml").write_text(
        f"{HOOFD}prestaties: [{{nummer: 5.1.2, titel: T}}]\n", "utf-8"
    )

    boekwerk = load(tmp_path / "boek.yaml")

    assert boekwerk.herkomst.grootboeken == ()
    assert boekwerk.prestatie("5.1.2").financien is None


def test_a_prestatie_without_rows_keeps_no_money(tmp_path: Path) -> None:
    secties = {"5.1.1": "", "5.1.2": ""}

    boekwerk = load(bron(tmp_path, "5.1.2;lasten;;primitief;100", secties=secties))

    assert boekwerk.prestatie("5.1.1").financien is None


def test_a_part_that_can_be_read_is_read_and_the_rest_is_told(tmp_path: Path) -> None:
    secties = {"5.1.1": "", "5.1.2": ""}
    folder = bron(
        tmp_path,
        "5.1.1;lasten;;primitief;n.v.t.",
        "5.1.2;lasten;;primitief;100",
        secties=secties,
    )

    boekwerk, problems = load_partial(folder)

    assert [(p.where.nummer, p.where.regel) for p in problems] == [("5.1.1", 2)]
    assert regels(boekwerk) == [("lasten", {"primitief": "100"})]


@pytest.mark.parametrize(
    "rijen",
    [
        ("5.1.2;lasten;;primitief;100", "5.1.2;baten;;primitief;-1"),  # a setting, no row
        tuple(f"9.9.{n};lasten;;primitief;1" for n in range(60)),  # a mapping, no rows
    ],
)
def test_a_ledger_that_is_wrong_as_a_whole_leaves_no_part(
    tmp_path: Path, rijen: tuple[str, ...]
) -> None:
    with pytest.raises(DataError):
        load_partial(bron(tmp_path, *rijen))


def test_a_figure_that_is_typed_and_another_in_the_ledger_is_refused(tmp_path: Path) -> None:
    secties = geld("{soort: lasten, bedragen: {primitief: 1350.50}}")

    folder = bron(tmp_path, "5.1.2;lasten;;primitief;1.350,51", secties=secties)

    assert fouten(folder) == [
        (
            "F1 · prestaties/5.1.2.yaml, regel 5, kolom 45"
            " (financien.regels[0].bedragen.primitief): hier is 1350.5 getypt, en het grootboek"
            " heeft 1350.51 (grootboek.csv, regel 2) → zoek uit welke klopt, en haal het bedrag"
            " hier weg: het komt uit het grootboek"
        )
    ]
