"""Totals that stand in a ledger: the figures of its rows, or a remark with its row."""

from __future__ import annotations

from pathlib import Path

import pytest
from grootboekbouw import BREED, bron

from reportgen import check, load

LASTEN = "5.1.2;lasten;;primitief;100"
BATEN = "5.1.2;baten;;primitief;50"


@pytest.mark.parametrize(
    ("rijen", "regels"),
    [
        ([LASTEN, BATEN, "Totaal;;;;150"], []),
        ([LASTEN, BATEN, "Totaal;;;;150,01"], [4]),
        ([LASTEN, "Subtotaal;;;;100", BATEN, "Subtotaal;;;;50", "Eindtotaal;;;;150"], []),
        ([LASTEN, "Subtotaal;;;;100", BATEN, "Totaal;;;;50", "Eindtotaal;;;;149"], [6]),
        ([LASTEN, BATEN, "Totaal lasten;;;;100", "Totaal 5.1.2;;;;100"], []),  # of what, who knows
        ([LASTEN, BATEN, "Totaal;;;;"], []),
    ],
)
def test_a_total_of_a_ledger_is_that_of_the_rows_above_it(
    tmp_path: Path, rijen: list[str], regels: list[int]
) -> None:
    boekwerk = load(bron(tmp_path, *rijen))

    gevonden = [p for p in check(boekwerk) if p.rule == "F1"]
    assert [(p.where.bestand, p.where.regel) for p in gevonden] == [
        ("grootboek.csv", regel) for regel in regels
    ]


def test_a_total_of_a_wide_ledger_is_that_of_its_column(tmp_path: Path) -> None:
    koppen = "Prestatie;Soort;Omschrijving;Begroting;Realisatie"
    breed = "  bedragen: {primitief: Begroting, gerealiseerd: Realisatie}"
    rijen = ["5.1.2;lasten;;100;40", "5.1.2;baten;;50;", "Totaal;;;150;41"]

    boekwerk = load(bron(tmp_path, *rijen, koppen=koppen, kolommen=BREED, erbij=breed))

    (problem,) = (p for p in check(boekwerk) if p.rule == "F1")
    assert str(problem) == (
        "let op F1 · grootboek.csv, regel 4: Realisatie: het totaal is 41,00, en de rijen erboven"
        " tellen op tot 40,00; 1,00 verschil → kijk of de export volledig is, en of er geen rij is"
        " bijgekomen, veranderd of weggevallen"
    )
