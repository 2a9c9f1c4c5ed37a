"""Everything but figures: lights, statuses, milestones, indicators, texts, the structure."""

from __future__ import annotations

from typing import Any

import pytest
from bouwstenen import boekwerk, prestatie

from reportgen import compare
from reportgen.errors import pad_text
from reportgen.model import Boekwerk
from reportgen.vergelijking import Vergelijking

SEPTEMBER: dict[str, Any] = {"titel": "Monitor 2017-II", "peildatum": "2017-09-01"}


def paar(was: dict[str, Any], wordt: dict[str, Any]) -> Vergelijking:
    """One prestatie in April and in September."""
    return compare(boekwerk(prestatie(**was)), boekwerk(prestatie(**wordt), **SEPTEMBER))


def verschillen(was: dict[str, Any], wordt: dict[str, Any]) -> list[str]:
    """What changed in one prestatie: the sort, both paths, was and wordt."""
    return [
        f"{v.soort} {pad_text(v.paden.was)} > {pad_text(v.paden.wordt)}: {v.was} > {v.wordt}"
        for v in paar(was, wordt).verschillen
    ]


def indelingen(oud: Boekwerk, nieuw: Boekwerk) -> list[str]:
    """What came, went or was renumbered."""
    return [
        f"{d.plaatsing} {d.niveau} {d.nummers.was or '-'} {d.nummers.wordt or '-'} {d.titel}"
        for d in compare(oud, nieuw).indeling
    ]


def _mijlpalen(*mijlpalen: object) -> dict[str, Any]:
    return {"basisinformatie": {"mijlpalen": mijlpalen}}


EERSTE = "basisinformatie.mijlpalen[0]"
GUNNING = {"naam": "Gunning", "datum": "2017-07-01", "status": "op schema"}
LEEGSTAND = {"naam": "Leegstand", "eenheid": "%", "nulmeting": {"waarde": 14, "jaar": 2015}}
KREDIET = {"naam": "brug", "geautoriseerd": 100}


@pytest.mark.parametrize(
    ("was", "wordt", "verwacht"),
    [
        pytest.param(
            {"voortgang": {"kleur": "groen"}},
            {"voortgang": {"kleur": "rood"}},
            ["stand voortgang.kleur > voortgang.kleur: groen > rood"],
            id="a light",
        ),
        pytest.param(
            {},
            {"voortgang": {"kleur": "oranje", "toelichting": "Later."}},
            [
                "stand voortgang.kleur > voortgang.kleur: None > oranje",
                "tekst voortgang.toelichting > voortgang.toelichting: None > Later.",
            ],
            id="a block that was not there yet",
        ),
        pytest.param(
            {"acties": [{"tekst": "Wij bouwen.", "status": "gepland"}]},
            {"acties": [{"tekst": "Wij bouwen.", "status": "gereed"}]},
            ["stand acties[0].status > acties[0].status: gepland > gereed"],
            id="the status of an action",
        ),
        pytest.param(
            {"acties": ["Een brug in A.", "Wij meten."]},
            {"acties": ["Wij denken.", "Een fietsbrug in A.", "Wij meten."]},
            [
                "tekst  > acties[0]: None > {'tekst': 'Wij denken.'}",
                "tekst acties[0].tekst > acties[1].tekst: Een brug in A. > Een fietsbrug in A.",
            ],
            id="an action that came, and one that was edited",
        ),
        pytest.param(
            {"acties": ["Wij meten.", "Wij bouwen."]},
            {"acties": ["Wij bouwen.", "Wij meten."]},
            ["volgorde acties > acties: Wij meten.; Wij bouwen. > Wij bouwen.; Wij meten."],
            id="another order",
        ),
        pytest.param(
            {"acties": ["Wij meten.", "Wij bouwen."]},
            {"acties": ["Wij meten."]},
            ["tekst acties[1] > : {'tekst': 'Wij bouwen.'} > None"],
            id="an action that went",
        ),
        pytest.param(
            _mijlpalen(GUNNING),
            _mijlpalen({**GUNNING, "datum": "2018-04-01"}),
            [f"mijlpaal {EERSTE}.datum > {EERSTE}.datum: 2017-07-01 > 2018-04-01"],
            id="a milestone that shifts",
        ),
        pytest.param(
            {"indicatoren": [LEEGSTAND]},
            {"indicatoren": [{**LEEGSTAND, "realisatie": "11.6"}]},
            ["indicator indicatoren[0].realisatie > indicatoren[0].realisatie: None > 11.6"],
            id="an indicator",
        ),
        pytest.param(
            {"financien": {"kredieten": [KREDIET]}},
            {"financien": {"kredieten": [{**KREDIET, "besteed": 40}]}},
            ["bedrag financien.kredieten[0].besteed > financien.kredieten[0].besteed: None > 40"],
            id="a credit",
        ),
        pytest.param(
            {"context": "Een tekst die\nop twee regels staat."},
            {"context": "Een tekst die op\ntwee regels staat."},
            [],
            id="lines that break elsewhere print the same",
        ),
        pytest.param(
            {"context": "Een\n\nTwee"},
            {"context": "Een Twee"},
            ["tekst context > context: Een\n\nTwee > Een Twee"],
            id="paragraphs that became one",
        ),
        pytest.param(
            {"financien": {"voortgang": {"begrotingswijziging": ["GS", "PS"]}}},
            {"financien": {"voortgang": {"begrotingswijziging": ["PS"]}}},
            [
                (
                    "stand financien.voortgang.begrotingswijziging >"
                    " financien.voortgang.begrotingswijziging: GS, PS > PS"
                )
            ],
            id="kinds of decisions",
        ),
        pytest.param(
            {"financien": {"regels": [{"soort": "lasten", "aard": "structureel", "bedragen": {}}]}},
            {"financien": {"regels": [{"soort": "lasten", "aard": "incidenteel", "bedragen": {}}]}},
            [
                (
                    "gegeven financien.regels[0].aard > financien.regels[0].aard:"
                    " structureel > incidenteel"
                )
            ],
            id="the nature of a row",
        ),
        pytest.param(
            {"na_te_kijken": ["context"], "context": "A"},
            {"context": "A", "voorheen": "5.1.2"},
            [],
            id="what is never printed",
        ),
    ],
)
def test_a_value_that_changed_is_found_at_its_place(
    was: dict[str, Any], wordt: dict[str, Any], verwacht: list[str]
) -> None:
    assert verschillen(was, wordt) == verwacht


def test_what_says_which_edition_it_is_is_no_change_between_editions() -> None:
    vergelijking = paar({}, {})

    assert vergelijking.verschillen == ()
    assert vergelijking.gelijk


def test_between_versions_of_one_edition_its_title_is_a_change() -> None:
    vergelijking = compare(boekwerk(prestatie()), boekwerk(prestatie(), titel="Monitor 2017-1"))

    assert [(v.soort, v.was, v.wordt) for v in vergelijking.verschillen] == [
        ("tekst", "Monitor 2017-I", "Monitor 2017-1")
    ]


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        pytest.param([("5.1.2", "A")], [("5.1.2", "A")], [], id="nothing"),
        pytest.param(
            [("5.1.2", "A")],
            [("5.1.2", "A"), ("5.1.3", "B")],
            ["nieuw prestatie - 5.1.3 B"],
            id="one that came",
        ),
        pytest.param(
            [("5.1.2", "A"), ("5.1.3", "B")],
            [("5.1.3", "B")],
            ["vervallen prestatie 5.1.2 - A"],
            id="one that went",
        ),
        pytest.param(
            [("5.1.2", "A")],
            [("5.1.9", "A", "5.1.2")],
            ["hernummerd prestatie 5.1.2 5.1.9 A"],
            id="renumbered, as it says",
        ),
        pytest.param(
            [("5.1.2", "Het wegennet")],
            [("5.1.9", "Het  Wegennet")],
            [
                "vervallen prestatie 5.1.2 - Het wegennet",
                "nieuw prestatie - 5.1.9 Het  Wegennet",
                "voorstel prestatie 5.1.2 5.1.9 Het  Wegennet",
            ],
            id="perhaps renumbered: proposed, and not compared",
        ),
        pytest.param(
            [("5.1.2", "A"), ("5.1.3", "B")],
            [("5.1.2", "N"), ("5.1.3", "A", "5.1.2"), ("5.1.4", "B", "5.1.3")],
            [
                "nieuw prestatie - 5.1.2 N",
                "hernummerd prestatie 5.1.2 5.1.3 A",
                "hernummerd prestatie 5.1.3 5.1.4 B",
            ],
            id="all moved up one",
        ),
        pytest.param(
            [("5.1.2", "A"), ("5.1.3", "B")],
            [("5.1.2", "N"), ("5.1.3", "A"), ("5.1.4", "B")],
            [
                "nieuw prestatie - 5.1.2 N",
                "vervallen prestatie 5.1.2 - A",
                "nieuw prestatie - 5.1.3 A",
                "vervallen prestatie 5.1.3 - B",
                "nieuw prestatie - 5.1.4 B",
                "voorstel prestatie 5.1.2 5.1.3 A",
                "voorstel prestatie 5.1.3 5.1.4 B",
            ],
            id="all moved up one and none says so: no neighbour is taken for another",
        ),
        pytest.param(
            [("5.1.2", "A"), ("5.1.3", "B")],
            [("5.1.3", "A")],
            [
                "vervallen prestatie 5.1.2 - A",
                "vervallen prestatie 5.1.3 - B",
                "nieuw prestatie - 5.1.3 A",
                "voorstel prestatie 5.1.2 5.1.3 A",
            ],
            id="one that perhaps took the number of another",
        ),
        pytest.param(
            [("5.1.2", "A")],
            [("5.1.2", "Heel anders")],
            [],
            id="another title under the same number",
        ),
        pytest.param(
            [("5.1.2", "A")],
            [("5.1.2", "A", "5.1.2"), ("5.1.3", "Deel van A", "5.1.2")],
            ["afgesplitst prestatie 5.1.2 5.1.3 Deel van A"],
            id="one that goes on as two is counted once",
        ),
    ],
)
def test_the_structure_says_what_came_and_went(
    oud: list[tuple[str, ...]], nieuw: list[tuple[str, ...]], verwacht: list[str]
) -> None:
    toen = boekwerk(*map(_sectie, oud))
    nu = boekwerk(*map(_sectie, nieuw), **SEPTEMBER)

    gevonden = indelingen(toen, nu)

    assert sorted(gevonden) == sorted(verwacht)


def _sectie(velden: tuple[str, ...]) -> Any:  # noqa: ANN401  a prestatie
    nummer, titel, *voorheen = velden
    return prestatie(nummer=nummer, titel=titel, **({"voorheen": voorheen[0]} if voorheen else {}))


def test_in_the_tree_too() -> None:
    oud = boekwerk(prestatie(), kerntaken=[{"nummer": "5", "titel": "Werk"}])
    nieuw = boekwerk(
        prestatie(),
        kerntaken=[
            {"nummer": "4", "titel": "Wegen"},
            {
                "nummer": "5",
                "titel": "Werken",
                "beleidsdoelen": [{"nummer": "5.1", "titel": "Ruimte"}],
            },
        ],
        **SEPTEMBER,
    )

    vergelijking = compare(oud, nieuw)

    assert indelingen(oud, nieuw) == [
        "nieuw kerntaak - 4 Wegen",
        "nieuw beleidsdoel - 5.1 Ruimte",
    ]
    assert [(pad_text(v.paden.wordt), v.was, v.wordt) for v in vergelijking.verschillen] == [
        ("kerntaken[1].titel", "Werk", "Werken")
    ]


def test_voorheen_of_an_older_edition_says_nothing_about_this_one() -> None:
    oud = boekwerk(
        prestatie(nummer="5.1.2", titel="A", voorheen="5.1.1"),
        prestatie(nummer="5.1.1", titel="B"),
    )

    assert compare(oud, oud).gelijk
    assert indelingen(oud, boekwerk(*oud.prestaties, status="vastgesteld")) == []
