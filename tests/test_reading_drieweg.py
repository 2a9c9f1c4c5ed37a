"""Three ways: printed, back from Word, data of now; what is uncertain is a conflict."""

from __future__ import annotations

from typing import Any

import pytest
from bouwstenen import boekwerk, boekwerken, prestatie
from grootboekbouw import bron
from hypothesis import given, settings
from hypothesis import strategies as st
from leesbouw import WEG, met, oordelen, terug

from reportgen import load
from reportgen.model import Boekwerk
from reportgen.reading import Bewerking, Gelezen, three_ways

GELD = {
    "regels": [
        {"soort": "lasten", "omschrijving": "Subsidies", "bedragen": {"primitief": 100}},
        {"soort": "baten", "bedragen": {"primitief": 50}},
    ],
    "voortgang": {"kleur": "groen"},
}


def document(**velden: Any) -> Boekwerk:  # noqa: ANN401  plain data
    """Make a monitor with one filled prestatie."""
    vast = {
        "context": "Wij bouwen\nbruggen.",
        "acties": [
            {"tekst": "Wij bouwen een brug.", "status": "op schema"},
            {"tekst": "Wij leggen een fietspad aan."},
            {"tekst": "Wij graven een tunnel."},
        ],
        "financien": GELD,
        "basisinformatie": {"looptijd": "Structureel.", "websites": [{"naam": "Kennispark"}]},
    }
    return boekwerk(prestatie(**{**vast, **velden}))


DRUK = document()
TITEL = ("titel",)
STATUS = ("acties", 0, "status")
BEDRAG = ("financien", "regels", 0, "bedragen", "primitief")


def test_what_nobody_touched_is_equal() -> None:
    drieweg = three_ways(terug(DRUK, {}), DRUK)

    assert {oordeel.stand for oordeel in drieweg.oordelen} == {"gelijk"}
    assert drieweg.boekwerk == DRUK


@pytest.mark.parametrize(
    ("word", "data", "stand", "wordt"),
    [
        ({TITEL: "Nieuw"}, {}, "word titel: Topwerklocaties → Nieuw / Topwerklocaties", "Nieuw"),
        ({}, {TITEL: "Nu"}, "data titel: Topwerklocaties → Topwerklocaties / Nu", "Nu"),
        ({TITEL: "Nu"}, {TITEL: "Nu"}, "verwerkt titel: Topwerklocaties → Nu / Nu", "Nu"),
        ({TITEL: "Een"}, {TITEL: "Twee"}, "conflict titel: Topwerklocaties → Een / Twee", "Twee"),
    ],
)
def test_a_value_stands_in_one_of_four_ways(
    word: dict[Any, Any], data: dict[Any, Any], stand: str, wordt: str
) -> None:
    drieweg = three_ways(terug(DRUK, word), met(DRUK, data))

    assert oordelen(drieweg, "word", "data", "verwerkt", "conflict") == [stand]
    assert drieweg.boekwerk.prestaties[0].titel == wordt


def test_edits_on_both_sides_of_different_values_go_together() -> None:
    nu = met(DRUK, {("acties", 1, "status"): "gereed", BEDRAG: 110})

    drieweg = three_ways(terug(DRUK, {STATUS: "gereed", ("context",): "Wij slopen."}), nu)

    assert oordelen(drieweg, "word", "conflict") == [
        "word context: Wij bouwen\nbruggen. → Wij slopen. / Wij bouwen\nbruggen.",
        "word acties.0.status: op schema → gereed / op schema",
    ]
    assert drieweg.boekwerk == met(nu, {STATUS: "gereed", ("context",): "Wij slopen."})


def test_a_text_that_is_only_wrapped_otherwise_is_the_same_text() -> None:
    nu = met(DRUK, {("context",): "Wij\nbouwen bruggen."})

    drieweg = three_ways(terug(DRUK, {("context",): "Wij bouwen bruggen."}), nu)

    assert oordelen(drieweg, "word", "data", "conflict") == []
    assert drieweg.boekwerk == nu


def test_an_action_of_word_comes_where_it_stood_though_the_data_dropped_and_edited_others() -> None:
    nieuw = {"tekst": "Wij vragen subsidie aan bij het Rijk."}
    word = [*DRUK_ACTIES[:1], nieuw, *DRUK_ACTIES[1:]]
    nu = met(DRUK, {("acties", 2): WEG, STATUS: "vertraagd"})

    drieweg = three_ways(terug(DRUK, {("acties",): word}), nu)

    assert oordelen(drieweg, "word", "conflict") == [f"word acties.1: None → {nieuw} / None"]
    assert [actie.tekst for actie in drieweg.boekwerk.prestaties[0].acties] == [
        "Wij bouwen een brug.",
        "Wij vragen subsidie aan bij het Rijk.",
        "Wij leggen een fietspad aan.",
    ]
    assert drieweg.boekwerk.prestaties[0].acties[0].status == "vertraagd"


DRUK_ACTIES: list[Any] = [
    {"tekst": "Wij bouwen een brug.", "status": "op schema"},
    {"tekst": "Wij leggen een fietspad aan."},
    {"tekst": "Wij graven een tunnel."},
]


@pytest.mark.parametrize(
    ("word", "data", "waarom"),
    [
        pytest.param(
            {("acties", 0): WEG},
            {STATUS: "gereed"},
            "het is aan de ene kant weggehaald en aan de andere kant veranderd",
            id="gone in Word, edited in the data",
        ),
        pytest.param(
            {STATUS: "gereed"},
            {("acties", 0): WEG},
            "het is aan de ene kant weggehaald en aan de andere kant veranderd",
            id="edited in Word, gone from the data",
        ),
        pytest.param(
            {("acties", 3): "Wij zagen planken."},
            {("acties", 3): "Wij verven de ramen van het stadhuis."},
            "aan beide kanten is op deze plek iets toegevoegd",
            id="both added something at the same place",
        ),
        pytest.param(
            {("acties", 3): "Wij zagen veertig planken."},
            {("acties", 3): "Wij zagen vijftig planken."},
            "aan beide kanten is iets dergelijks toegevoegd",
            id="both added something alike",
        ),
        pytest.param(
            {("acties",): DRUK_ACTIES[::-1]},
            {("acties",): [DRUK_ACTIES[1], DRUK_ACTIES[0], DRUK_ACTIES[2]]},
            "aan beide kanten is de volgorde of de lijst veranderd",
            id="two other orders",
        ),
        pytest.param(
            {("acties",): DRUK_ACTIES[::-1]},
            {("acties", 3): "Wij verven."},
            "aan beide kanten is de volgorde of de lijst veranderd",
            id="another order in Word, something new in the data",
        ),
    ],
)
def test_what_is_uncertain_in_a_list_is_a_conflict_and_the_data_stays(
    word: dict[Any, Any], data: dict[Any, Any], waarom: str
) -> None:
    nu = met(DRUK, data)

    drieweg = three_ways(terug(DRUK, word), nu)

    assert [o.waarom for o in drieweg.van("conflict")] == [waarom]
    assert drieweg.boekwerk == nu


def test_an_order_that_only_word_changed_is_taken_over_with_edits_of_the_data() -> None:
    nu = met(DRUK, {STATUS: "gereed"})

    drieweg = three_ways(terug(DRUK, {("acties",): DRUK_ACTIES[::-1]}), nu)

    assert oordelen(drieweg) == [
        (
            "word acties: Wij bouwen een brug. | Wij leggen een fietspad aan."
            " | Wij graven een tunnel. → Wij graven een tunnel."
            " | Wij leggen een fietspad aan. | Wij bouwen een brug."
            " / Wij bouwen een brug. | Wij leggen een fietspad aan. | Wij graven een tunnel."
        )
    ]
    acties = drieweg.boekwerk.prestaties[0].acties
    assert [actie.status for actie in acties] == [None, None, "gereed"]


def test_rows_of_one_name_are_only_merged_where_there_is_no_doubt_which_is_which() -> None:
    rijen = [{"soort": "lasten", "bedragen": {"primitief": n}} for n in (1, 2)]
    druk = document(financien={"regels": rijen})
    boven, onder = (("financien", "regels", n, "bedragen", "primitief") for n in (0, 1))
    nu = met(druk, {("financien", "regels", 0, "bedragen", "prognose"): 9})

    een, twee = (three_ways(terug(druk, e), nu) for e in ({boven: 3}, {boven: 3, onder: 4}))

    assert een.boekwerk == met(nu, {boven: 3})
    assert [o.waarom for o in twee.van("conflict")] == [
        "niet zeker is of dit hetzelfde onderdeel is"
    ]
    assert twee.boekwerk == met(nu, {onder: 4})


def test_a_tracked_change_that_nobody_accepted_is_told_and_not_taken_over() -> None:
    open_ = Bewerking(
        "5.1.2", TITEL, "Topwerklocaties", "Nieuw", "J. Smit", "2017-04-01", open=True
    )
    erbij = Bewerking("5.1.2", ("acties", 3), None, {"tekst": "Erbij"}, open=True)
    weg = Bewerking(
        "5.1.2", ("basisinformatie", "websites", 0), {"naam": "Kennispark"}, None, open=True
    )
    edits = {
        TITEL: "Nieuw",
        ("acties", 3): "Erbij",
        ("basisinformatie", "websites"): [],
        STATUS: "gereed",
    }

    drieweg = three_ways(terug(DRUK, edits, sporen=[open_, erbij, weg]), DRUK)

    assert oordelen(drieweg, "open") == [
        "open titel: Topwerklocaties → Nieuw / Topwerklocaties",
        "open acties.3: None → {'tekst': 'Erbij'} / None",
        "open basisinformatie.websites.0: {'naam': 'Kennispark'} → None / {'naam': 'Kennispark'}",
    ]
    assert drieweg.van("open")[0].wie == "J. Smit"
    assert drieweg.boekwerk == met(DRUK, {STATUS: "gereed"})


def test_a_tracked_change_that_the_data_of_the_document_leaves_out_is_told_as_well() -> None:
    open_ = Bewerking("5.1.2", TITEL, "Topwerklocaties", "Nieuw", open=True)

    drieweg = three_ways(terug(DRUK, {}, sporen=[open_]), DRUK)

    assert oordelen(drieweg, "open") == ["open titel: Topwerklocaties → Nieuw / Topwerklocaties"]


def test_who_did_it_is_told_with_the_verdict() -> None:
    spoor = Bewerking("5.1.2", TITEL, "Topwerklocaties", "Nieuw", "J. Smit", "2017-04-01T09:30:00Z")

    drieweg = three_ways(terug(DRUK, {TITEL: "Nieuw"}, sporen=[spoor]), DRUK)

    (oordeel,) = drieweg.van("word")
    assert (oordeel.wie, oordeel.wanneer) == ("J. Smit", "2017-04-01T09:30:00Z")
    assert oordeel.pad_in_data == ("prestaties", 0, "titel")


def test_a_prestatie_that_was_renumbered_is_found_and_told() -> None:
    nu = met(DRUK, {("nummer",): "5.1.3", ("voorheen",): "5.1.2"})

    drieweg = three_ways(terug(DRUK, {TITEL: "Nieuw"}), nu)

    assert [str(p) for p in drieweg.problems] == [
        (
            "let op R8 · 5.1.2: prestatie 5.1.2 heet in de data nu 5.1.3 → zij is vergeleken met"
            " 5.1.3; een nieuw hoofdstuk krijgt dat nummer"
        )
    ]
    assert drieweg.boekwerk == met(nu, {TITEL: "Nieuw"})


@pytest.mark.parametrize(("edits", "stand"), [({}, "data"), ({TITEL: "Nieuw"}, "conflict")])
def test_a_prestatie_that_is_gone_is_told_and_a_conflict_when_it_was_edited(
    edits: dict[Any, Any], stand: str
) -> None:
    nu = boekwerk(prestatie(nummer="7.1.1"))

    drieweg = three_ways(terug(DRUK, edits), nu)

    assert [(o.pad, o.stand) for o in drieweg.oordelen] == [((), stand)]
    assert [(p.rule, p.severity) for p in drieweg.problems] == [("R8", "error")]
    assert drieweg.boekwerk == nu


def test_a_new_prestatie_with_the_old_number_is_not_taken_for_the_one_that_was_printed() -> None:
    eigen = prestatie(nummer="5.1.3", voorheen="5.1.2", titel="Topwerklocaties")
    vreemd = prestatie(nummer="5.1.2", voorheen="9.9.9", titel="Een andere")
    druk = boekwerk(prestatie())

    drieweg = three_ways(terug(druk, {TITEL: "Nieuw"}), boekwerk(eigen, vreemd))

    assert [p.titel for p in drieweg.boekwerk.prestaties] == ["Nieuw", "Een andere"]


def test_without_what_was_printed_every_difference_is_a_conflict() -> None:
    gelezen = Gelezen(met(DRUK, {TITEL: "Nieuw"}))

    drieweg = three_ways(gelezen, DRUK)

    assert oordelen(drieweg, "word", "conflict") == [
        (
            "conflict titel: None → Nieuw / Topwerklocaties (dit document onthoudt niet wat er"
            " gedrukt is, dus niet te zeggen is wie dit wijzigde)"
        )
    ]
    assert drieweg.boekwerk == DRUK


def test_two_edits_that_do_not_go_together_are_a_conflict_of_the_prestatie() -> None:
    druk = document(indicatoren=[{"naam": "Banen", "eenheid": "fte", "streefwaarde": "22.50"}])
    streef, decimalen = ("indicatoren", 0, "streefwaarde"), ("indicatoren", 0, "decimalen")
    nu = met(druk, {decimalen: 1})

    drieweg = three_ways(terug(druk, {streef: "22.55", TITEL: "Nieuw"}), nu)

    assert {o.waarom for o in drieweg.van("conflict")} == {
        "de bewerking en de wijziging in de data gaan niet samen"
    }
    assert drieweg.van("word") == ()
    assert drieweg.boekwerk == nu


def test_an_amount_of_a_ledger_is_a_conflict_with_its_file_and_row(tmp_path: Any) -> None:  # noqa: ANN401
    folder = bron(tmp_path, "5.1.2;lasten;Subsidies;primitief;100", "5.1.2;baten;;primitief;50")
    nu = load(folder)
    primitief = ("financien", "regels", 0, "bedragen", "primitief")
    prognose = ("financien", "regels", 0, "bedragen", "prognose")
    naam = ("financien", "regels", 0, "omschrijving")
    edits = {primitief: 101, prognose: 120, naam: "Subsidie"}

    drieweg = three_ways(terug(nu, edits), nu)

    assert [o.waarom for o in drieweg.van("conflict")] == [
        "hieraan is de regel te herkennen in grootboek.csv, regel 2; wijzig het ook daar",
        "dit bedrag komt uit grootboek.csv, regel 2; wijzig het daar",
    ]
    assert drieweg.boekwerk == met(nu, {prognose: 120})


def test_the_head_is_judged_where_word_edited_it_and_nowhere_else() -> None:
    druk = DRUK.model_copy(update={"colofon": "Oud"})
    word = druk.model_copy(update={"colofon": "Nieuw"})
    nu = druk.model_copy(update={"organisatie": "Provincie Overijssel"})

    drieweg = three_ways(Gelezen(word, druk), nu)

    assert oordelen(drieweg) == ["word colofon: Oud → Nieuw / Oud"]
    assert drieweg.boekwerk == nu.model_copy(update={"colofon": "Nieuw"})


def test_another_edition_is_told() -> None:
    nu = DRUK.model_copy(update={"jaar": 2018, "titel": "Monitor 2018"})

    drieweg = three_ways(terug(DRUK, {}), nu)

    assert [p.message for p in drieweg.problems] == [
        f"dit document is gedrukt uit ‘{DRUK.titel}’, en de data is die van ‘Monitor 2018’"
    ]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_one_side_alone_never_conflicts_and_is_taken_over_whole(data: st.DataObject) -> None:
    druk = data.draw(boekwerken(soort="monitor"))
    anders = data.draw(boekwerken(soort="monitor"))
    velden = {n: getattr(anders.prestaties[0], n) for n in ("acties", "financien", "indicatoren")}
    secties = (druk.prestaties[0].model_copy(update=velden), *druk.prestaties[1:])
    ander = druk.model_copy(update={"prestaties": secties})

    alleen_word = three_ways(Gelezen(ander, druk), druk)
    alleen_data = three_ways(Gelezen(druk, druk), ander)
    allebei = three_ways(Gelezen(ander, druk), ander)

    assert alleen_word.van("conflict", "data") == alleen_data.van("conflict", "word") == ()
    assert allebei.van("conflict", "word", "data") == ()
    assert alleen_word.boekwerk == alleen_data.boekwerk == allebei.boekwerk == ander
