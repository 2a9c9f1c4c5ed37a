"""F4, S4, S5 and T6: what an edition says beside the one before it, and what is nobody's fault."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from bouwstenen import boekwerk, prestatie, sectie

from reportgen import check, load
from reportgen.checks.registry import EDITION_RULES
from reportgen.model import Boekwerk

IJSSELMARK = Path(__file__).resolve().parents[1] / "examples" / "ijsselmark-2017"
BEGROTING: dict[str, Any] = {"soort": "begroting", "titel": "Begroting 2017", "peildatum": None}
MONITOR: dict[str, Any] = {"titel": "Monitor 2017-II", "peildatum": "2017-09-01"}
JAARVERSLAG: dict[str, Any] = {"soort": "jaarverslag", "titel": "Jaarverslag", "peildatum": None}
BEGROTING_2018 = {**BEGROTING, "titel": "Begroting 2018", "jaar": 2018}
UITLEG = "Actie 1: de aanbesteding loopt nog."


def vorige(*secties: Mapping[str, Any], **boek: object) -> Boekwerk:
    """The edition before: a monitor of April, or another document."""
    return boekwerk(*(prestatie(**velden) for velden in secties or ({},)), **boek)


def nu(*secties: Mapping[str, Any], **boek: object) -> Boekwerk:
    """The edition to check: a monitor of September, or another document."""
    return vorige(*secties, **{**MONITOR, **boek})


def vondsten(regel: str, document: Boekwerk, vorig: Boekwerk) -> list[str]:
    """What one rule finds: how bad, where and what."""
    return [
        f"{p.severity} {p.where}: {p.message}" for p in check(document, vorig) if p.rule == regel
    ]


def test_every_rule_about_editions_is_known_here() -> None:
    assert [rule.id for rule in EDITION_RULES] == ["F4", "S4", "S5", "T6"]


@pytest.mark.parametrize(
    ("bron", "vorig"),
    [
        ("monitor-1", "begroting"),
        ("monitor-2", "monitor-1"),
        ("jaarverslag", "monitor-2"),
        ("monitor-2", "begroting"),
        ("jaarverslag", "begroting"),
    ],
)
def test_the_examples_follow_each_other_without_a_finding(bron: str, vorig: str) -> None:
    boekwerk = load(IJSSELMARK / bron)

    beside = check(boekwerk, load(IJSSELMARK / vorig))

    assert beside == check(boekwerk)


def test_without_an_edition_before_it_nothing_is_compared() -> None:
    document = nu({"voorheen": "9.9.9"})

    assert {p.rule for p in check(document)} & {"F4", "S4", "S5", "T6"} == set()


@pytest.mark.parametrize(
    ("document", "vorig", "gevonden"),
    [
        (
            nu(organisatie="Provincie Veenmark"),
            vorige(),
            (
                "organisatie: ‘Monitor 2017-I’ is van Provincie IJsselmark, niet van"
                " Provincie Veenmark"
            ),
        ),
        (
            vorige(),
            nu(),
            (
                "jaar: ‘Monitor 2017-I’ (monitor 2017, peildatum 1 april 2017) volgt niet op"
                " ‘Monitor 2017-II’ (monitor 2017, peildatum 1 september 2017)"
            ),
        ),
        (
            vorige(),
            vorige(**JAARVERSLAG),
            (
                "jaar: ‘Monitor 2017-I’ (monitor 2017, peildatum 1 april 2017) volgt niet op"
                " ‘Jaarverslag’ (jaarverslag 2017)"
            ),
        ),
        (
            vorige(**BEGROTING),
            vorige(**BEGROTING),
            (
                "jaar: ‘Begroting 2017’ (begroting 2017) volgt niet op"
                " ‘Begroting 2017’ (begroting 2017)"
            ),
        ),
    ],
)
def test_an_edition_that_does_not_go_before_is_one_problem(  # S5
    document: Boekwerk, vorig: Boekwerk, gevonden: str
) -> None:
    andere = vorig.model_copy(update={"prestaties": (prestatie(nummer="9.9.9"),)})

    gevonden_regels = [p for p in check(document, andere) if p.rule in {"F4", "S4", "S5", "T6"}]

    assert [f"{p.severity} {p.rule} {p.where}: {p.message}" for p in gevonden_regels] == [
        f"error S5 {gevonden}"
    ]


@pytest.mark.parametrize(
    ("document", "vorig"),
    [
        (nu(organisatie="provincie ijsselmark"), vorige()),
        (nu(peildatum="2017-04-02"), vorige()),
        (nu(peildatum=None), vorige()),  # S2 asks for the date
        (nu(peildatum="2018-04-01", jaar=2018), vorige()),
        (vorige(**BEGROTING_2018), nu()),
    ],
)
def test_an_edition_that_goes_before_is_right(document: Boekwerk, vorig: Boekwerk) -> None:  # S5
    assert vondsten("S5", document, vorig) == []


WEG = "warning prestaties: prestatie 5.1.3 ‘Fietsen’ staat alleen in ‘Monitor 2017-I’"
FIETSEN = {"nummer": "5.1.3", "titel": "Fietsen"}


@pytest.mark.parametrize(
    ("secties", "gevonden"),
    [
        ([sectie()], [WEG]),
        (
            [sectie(), {**FIETSEN, "nummer": "5.1.4"}],
            ["warning 5.1.4 nummer: ‘Fietsen’ heeft in ‘Monitor 2017-I’ nummer 5.1.3"],
        ),
        (
            [sectie(), {**FIETSEN, "nummer": "5.1.4", "titel": "Wandelen"}],
            [WEG],  # what is new may be new
        ),
        (
            [sectie(), {**FIETSEN, "titel": "Wandelen"}],
            ["warning 5.1.3 titel: 5.1.3 heet in ‘Monitor 2017-I’ ‘Fietsen’"],
        ),
        (
            [sectie(), {**FIETSEN, "titel": "Wandelen", "voorheen": "5.1.3"}],
            ["warning 5.1.3 titel: 5.1.3 heet in ‘Monitor 2017-I’ ‘Fietsen’"],
        ),
        (
            [sectie(), {**FIETSEN, "voorheen": "4.1.1"}],
            ["warning 5.1.3 voorheen: prestatie 4.1.1 staat niet in ‘Monitor 2017-I’"],
        ),
        (
            [{**FIETSEN, "nummer": "5.1.2"}],  # it moved up; it is not its neighbour
            [
                (
                    "warning prestaties: prestatie 5.1.2 ‘Topwerklocaties’ staat alleen in"
                    " ‘Monitor 2017-I’"
                ),
                "warning 5.1.2 nummer: ‘Fietsen’ heeft in ‘Monitor 2017-I’ nummer 5.1.3",
            ],
        ),
    ],
)
def test_a_number_or_title_that_changed_without_a_word_is_found(  # S4
    secties: list[dict[str, Any]], gevonden: list[str]
) -> None:
    assert vondsten("S4", nu(*secties), vorige(sectie(), FIETSEN)) == gevonden


@pytest.mark.parametrize(
    ("secties", "boek"),
    [
        ([sectie(), FIETSEN], {}),
        ([sectie(voorheen="5.1.2"), {**FIETSEN, "voorheen": "5.1.3"}], {}),  # as `next` writes it
        ([sectie(), {**FIETSEN, "nummer": "5.2.1", "voorheen": "5.1.3"}], {}),
        ([sectie(), {"nummer": "5.2.1", "titel": "Wandelen", "voorheen": "5.1.3"}], {}),
        ([sectie(titel="‘Topwerk-locaties’"), {**FIETSEN, "titel": "FIETSEN"}], {}),
        ([sectie(), FIETSEN, {"nummer": "5.1.9", "titel": "Nieuw"}], {}),
        ([sectie()], {"elders": ["5.1.3"]}),
        ([sectie(), FIETSEN, {"nummer": "8.1.5", "titel": "Maakpark", "voorheen": "8.1.4"}], {}),
        (  # one becomes two, and a new one takes the old number
            [
                sectie(),
                {"nummer": "5.1.4", "titel": "Fietsen", "voorheen": "5.1.3"},
                {"nummer": "5.1.5", "titel": "Bruggen", "voorheen": "5.1.3"},
                {"nummer": "5.1.3", "titel": "Treinen"},
            ],
            {},
        ),
    ],
)
def test_numbers_and_titles_that_are_accounted_for_are_right(  # S4
    secties: list[dict[str, Any]], boek: dict[str, Any]
) -> None:
    vorig = vorige(sectie(), FIETSEN, elders=["8.1.4"])

    assert vondsten("S4", nu(*secties, **boek), vorig) == []


def test_two_with_one_title_are_not_paired_by_it() -> None:  # S4
    vorig = vorige(sectie(nummer="5.1.2", titel="Overig"), sectie(nummer="5.2.2", titel="Overig"))

    document = nu(sectie(nummer="5.1.2", titel="Overig"), sectie(nummer="5.3.2", titel="Overig"))

    assert vondsten("S4", document, vorig) == [
        "warning 5.3.2 nummer: ‘Overig’ heeft in ‘Monitor 2017-I’ nummer 5.2.2"
    ]
    assert vondsten("S4", nu(sectie(nummer="5.3.2", titel="Overig")), vorig) == [
        f"warning prestaties: prestatie {nummer} ‘Overig’ staat alleen in ‘Monitor 2017-I’"
        for nummer in ("5.1.2", "5.2.2")
    ]


def test_a_goal_with_another_title_is_found() -> None:  # S4
    def boom(kern: str, doel: str) -> list[dict[str, Any]]:
        doelen = [{"nummer": "5.1", "titel": doel}]
        return [{"nummer": "5", "titel": kern, "beleidsdoelen": doelen}]

    vorig = vorige(kerntaken=boom("Economie", "Ondernemen"))

    assert vondsten("S4", nu(kerntaken=boom("Werk", "Ruimte")), vorig) == [
        "warning kerntaken[0].titel: 5 heet in ‘Monitor 2017-I’ ‘Economie’",
        "warning kerntaken[0].beleidsdoelen[0].titel: 5.1 heet in ‘Monitor 2017-I’ ‘Ondernemen’",
    ]
    assert vondsten("S4", nu(kerntaken=boom("economie", "Ondernemen!")), vorig) == []


@pytest.mark.parametrize(
    ("velden", "plek"),
    [
        ({"voortgang": {"toelichting": UITLEG}}, "voortgang.toelichting"),
        (
            {"financien": {"voortgang": {"toelichting": UITLEG}}},
            "financien.voortgang.toelichting",
        ),
        ({"acties": [{"tekst": "Bouw.", "toelichting": UITLEG}]}, "acties[0].toelichting"),
    ],
)
@pytest.mark.parametrize("soort", [MONITOR, JAARVERSLAG])
def test_an_explanation_that_was_copied_is_found(  # T6
    velden: dict[str, Any], plek: str, soort: dict[str, Any]
) -> None:
    vorig = vorige(velden)

    assert vondsten("T6", nu(velden, **soort), vorig) == [
        f"warning 5.1.2 {plek}: deze tekst staat woord voor woord in ‘Monitor 2017-I’"
    ]


def test_a_copied_explanation_is_found_behind_another_number_place_and_line_break() -> None:  # T6
    acties = [{"tekst": "Wij bouwen.", "toelichting": UITLEG}]
    andere = [{"tekst": "Eerst\niets."}, {"tekst": "Wij  bouwen.", "toelichting": UITLEG}]
    andere[1]["toelichting"] = UITLEG.replace(" ", "\n")

    document = nu({"nummer": "5.2.1", "voorheen": "5.1.2", "acties": andere})

    assert vondsten("T6", document, vorige({"acties": acties})) == [
        "warning 5.2.1 acties[1].toelichting: deze tekst staat woord voor woord in ‘Monitor 2017-I’"
    ]


@pytest.mark.parametrize(
    ("velden", "toen"),
    [
        ({"voortgang": {"toelichting": UITLEG}}, {"voortgang": {"toelichting": f"{UITLEG} En."}}),
        ({"voortgang": {"toelichting": "Geen afwijkingen!"}}, None),
        ({"voortgang": {"toelichting": "De bouw loopt."}}, None),  # three words
        ({"voortgang": {"kleur": "groen"}}, None),
        ({"acties": [{"tekst": "a", "status": "verwijzing", "toelichting": UITLEG}]}, None),
        ({"acties": [{"tekst": "a", "status": "gereed", "toelichting": UITLEG}]}, None),
        (
            {"acties": [{"tekst": "a", "toelichting": UITLEG}]},
            {"acties": [{"tekst": "b", "toelichting": UITLEG}]},
        ),
        (
            {"voortgang": {"toelichting": UITLEG}},
            {"financien": {"voortgang": {"toelichting": UITLEG}}},
        ),
        ({"context": "Een tekst van vijf woorden."}, None),  # where no progress is expected
    ],
)
def test_an_explanation_that_may_be_the_same_or_is_not_is_right(  # T6
    velden: dict[str, Any], toen: dict[str, Any] | None
) -> None:
    assert vondsten("T6", nu(velden), vorige(toen or velden)) == []


def test_an_action_that_was_not_done_yet_has_something_new_to_tell() -> None:  # T6
    toen = {"tekst": "a", "status": "op schema", "toelichting": UITLEG}

    document = nu({"acties": [{**toen, "status": "gereed"}]})

    assert len(vondsten("T6", document, vorige({"acties": [toen]}))) == 1
