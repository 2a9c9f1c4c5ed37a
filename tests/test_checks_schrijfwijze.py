"""T1 and T5: how figures, dates and names are written; and what only looks wrong."""

from __future__ import annotations

from typing import Any

import pytest
from bouwstenen import goed, vondsten

from reportgen import check

ZUID_HOLLAND = {"profiel": {"notatie": {"euro_spatie": "geen", "hele_euros": ",-"}}}
PARK = {"goed": "High Tech Systems Park", "fout": ["High Systems Park", "HTSP"]}
TERMS = {
    "profiel": {
        "woordenlijst": [
            PARK,
            {"goed": "topwerklocatie", "fout": ["top-werklocatie"]},
            {"goed": "Rijk", "fout": ["rijksoverheid"]},
            {"goed": "TecBase"},
            {"goed": "basis op orde"},
        ]
    }
}


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Dit kost €250.000.", "€250.000", "€ 250.000"),
        ("Dit kost € 10 ,1 miljoen.", "€ 10 ,1 miljoen", "€ 10,1 miljoen"),
        ("Dit kost € 1350000.", "€ 1350000", "€ 1.350.000"),
        ("Dit kost € 1,350,000.", "€ 1,350,000", "€ 1.350.000"),
        ("Dit kost € 1.000,- aan rente.", "€ 1.000,-", "€ 1.000"),
        ("Dit kost EUR 500.", "EUR 500", "€ 500"),
        ("Dit kost 1350000 euro.", "1350000 euro", "1.350.000 euro"),
        ("Het is 24.1%.", "24.1%", "24,1%"),
        ("Het is 12,5 %.", "12,5 %", "12,5%"),
        ("Op 1-4-2017 open.", "1-4-2017", "1 april 2017"),
        ("Op 01/04/2017 open.", "01/04/2017", "1 april 2017"),
        ("Op 1 April 2017 open.", "1 April 2017", "1 april 2017"),
        ("Voor 12500 inwoners.", "12500", "12.500"),
    ],
)
def test_another_way_of_writing_is_found_with_the_right_one(  # T1
    text: str, wrong: str, right: str
) -> None:
    (problem,) = check(goed(context=text))

    assert (problem.rule, problem.severity, str(problem.where)) == (
        "T1",
        "warning",
        "5.1.2 context",
    )
    assert problem.message == f"‘{wrong}’ volgt de schrijfwijze van het profiel niet"
    assert problem.hint.replace("\u00a0", " ") == f"schrijf ‘{right}’"


@pytest.mark.parametrize(
    "text",
    [
        "Dit kost € 250.000, € 12,50, € 1.000,00 en € 2,65 miljoen.",
        "Dit kost €\u00a0250.000 of € 0,3 mln of 2 miljoen euro.",
        "Het saldo is € -1.000 of € -/- 1.000.",
        "Het is 24,1%, 52 procent of 3 procentpunt.",
        "Op 1 april 2017, in 2017, besluit 2017-14.",
        "Voor 9999 of 12.500 inwoners van 7411 AB Deventer.",
        "Postbus 10078, tel. 038 4998899, ISO 14001, zaak 1234567.",
        "Zie https://a.example/2017-04-01/12500?x=24.1% en info12500@a.example.",
        "Zie [de site](https://a.example/12500).",
        "De tabel is x € 1.000.",
    ],
)
def test_what_is_written_well_or_is_a_code_is_right(text: str) -> None:  # T1
    assert vondsten("T1", goed(context=text)) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Dit kost € 250.000,-.", ["€ 250.000,-"]),
        ("Dit kost €250.000.", ["€250.000"]),
        ("Dit kost €250.000,-.", []),
        ("Dit kost €12,50 of €2,65 miljoen.", []),
    ],
)
def test_a_profile_that_writes_otherwise_is_followed(text: str, wrong: list[str]) -> None:  # T1
    found = vondsten("T1", goed(context=text, boek=ZUID_HOLLAND))

    assert [vondst.split("‘")[1].split("’")[0] for vondst in found] == wrong


def test_a_slip_is_told_once_per_text_and_in_every_text() -> None:  # T1
    document = goed(context="€5 en €5 en €6", acties=[{"tekst": "€5", "status": "gereed"}])

    found = [vondst.partition(":")[0] for vondst in vondsten("T1", document)]

    assert found == ["5.1.2 context", "5.1.2 context", "5.1.2 acties[0].tekst"]


def test_codes_of_the_books_are_no_texts() -> None:  # T1
    regel = {"soort": "lasten", "taakveld": "12345", "categorie": "43210", "bedragen": {}}

    assert vondsten("T1", goed(financien={"regels": [regel]})) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Op High Systems Park Twente.", "High Systems Park", PARK["goed"]),
        ("Op het HTSP.", "HTSP", PARK["goed"]),
        ("Op het htsp.", "htsp", PARK["goed"]),  # a wrong one in other capitals
        ("Op high tech systems park.", "high tech systems park", PARK["goed"]),
        ("Op High Tech systems\nPark.", "High Tech systems Park", PARK["goed"]),
        ("Een top-werklocatie.", "top-werklocatie", "topwerklocatie"),
        ("Een TopWerkLocatie.", "TopWerkLocatie", "topwerklocatie"),
        ("De Rijksoverheid.", "Rijksoverheid", "Rijk"),
        ("Op Tecbase.", "Tecbase", "TecBase"),
        ("Nu Basis Op Orde.", "Basis Op Orde", "basis op orde"),
    ],
)
def test_another_spelling_of_a_name_is_found(text: str, wrong: str, right: str) -> None:  # T5
    (problem,) = check(goed(context=text, boek=TERMS))

    assert (problem.rule, problem.severity, str(problem.where)) == (
        "T5",
        "warning",
        "5.1.2 context",
    )
    assert problem.message == f"‘{wrong}’ heet in de woordenlijst ‘{right}’"
    assert problem.hint == f"schrijf ‘{right}’"


@pytest.mark.parametrize(
    "text",
    [
        "Op High Tech Systems Park en HIGH TECH SYSTEMS PARK.",
        "HTSPX, XHTSP en [site](https://htsp.example), www.htsp.example, a@htsp.example.",
        "Topwerklocatie of topwerklocatie of TOPWERKLOCATIE.",
        "De rijke oogst van het Rijk, een rijk gevulde tas.",  # a word as well
        "TecBase.",
        "Basis op orde. HTſP.",
    ],
)
def test_a_name_as_it_must_be_or_another_word_is_right(text: str) -> None:  # T5
    assert vondsten("T5", goed(context=text, boek=TERMS)) == []


def test_a_reserve_is_named_without_the_word() -> None:  # T5
    document = goed(
        basisinformatie={"reserve": {"naam": "Reserve Natuur", "relatie": "ja"}},
        boek={"reserves": [{"naam": "reserve Verkeer", "stand": 5}]},
    )

    problems = [p for p in check(document) if p.rule == "T5"]

    assert [(str(p.where), p.hint) for p in problems] == [
        ("reserves[0].naam", "schrijf ‘Verkeer’"),
        ("5.1.2 basisinformatie.reserve.naam", "schrijf ‘Natuur’"),
    ]


@pytest.mark.parametrize(
    "naam", ["Natuur", "Reserveringen", "Bestemmingsreserve Natuur", "Reserve"]
)
def test_a_name_that_is_more_than_the_word_is_right(naam: str) -> None:  # T5
    reserve = {"naam": naam, "relatie": "ja"}

    assert vondsten("T5", goed(basisinformatie={"reserve": reserve})) == []


def _houders(*namen: str) -> Any:  # noqa: ANN401  a Boekwerk
    basis = goed()
    sections = tuple(
        goed(nummer=f"5.1.{n}", basisinformatie={"portefeuillehouder": naam}).prestaties[0]
        for n, naam in enumerate(namen, start=1)
    )
    return basis.model_copy(update={"prestaties": sections})


@pytest.mark.parametrize(
    ("namen", "plek", "anders", "beter"),
    [
        (("Tjeerd Molenaar",) * 2 + ("Tjeerd Molenar",), 3, "Tjeerd Molenar", "Tjeerd Molenaar"),
        (("Tjeerd molenaar", *["Tjeerd Molenaar"] * 2), 1, "Tjeerd molenaar", "Tjeerd Molenaar"),
        (("Jorien Hoek-Vos", "Jorien Hoek- Vos"), 2, "Jorien Hoek- Vos", "Jorien Hoek-Vos"),
        (("Anouk Jansen", "Anouk Jamsen"), 2, "Anouk Jamsen", "Anouk Jansen"),
    ],
)
def test_a_name_that_is_written_in_two_ways_is_found(  # T5
    namen: tuple[str, ...], plek: int, anders: str, beter: str
) -> None:
    waar = f"5.1.{plek} basisinformatie.portefeuillehouder"

    assert vondsten("T5", _houders(*namen)) == [f"{waar}: ‘{anders}’ staat elders als ‘{beter}’"]


@pytest.mark.parametrize(
    "namen",
    [
        ("Tjeerd Molenaar", "Tjeerd Molenaar"),
        ("A. de Vries", "B. de Vries"),  # an initial is a person
        ("Jan van der Berg", "Jan van den Berg"),
        ("Anouk Jansen", "Anouk Jonker"),
        ("Anouk Jansen", "Bernd Jensen"),
        ("Fonds 2016", "Fonds 2017"),
        ("Fase I", "Fase II"),
        ("x" * 200, "x" * 199),
    ],
)
def test_names_of_two_are_right(namen: tuple[str, ...]) -> None:  # T5
    assert vondsten("T5", _houders(*namen)) == []


def test_a_reserve_is_spelled_as_in_the_list_of_reserves() -> None:  # T5
    document = goed(
        basisinformatie={"reserve": {"naam": "Kwaliteit van Overijsel", "relatie": "ja"}},
        boek={"reserves": [{"naam": "Kwaliteit van Overijssel", "stand": 5}]},
    )

    (found,) = vondsten("T5", document)

    assert found == (
        "5.1.2 basisinformatie.reserve.naam: ‘Kwaliteit van Overijsel’ staat elders als"
        " ‘Kwaliteit van Overijssel’"
    )
