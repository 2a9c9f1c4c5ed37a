"""V-rules: colours, deviations, actions and milestones that need a word, and those that do not."""

from __future__ import annotations

from typing import Any

import pytest
from bouwstenen import goed, vondsten

from reportgen import check
from reportgen.model import Boekwerk

GELD = "5.1.2 financien.voortgang"
PLEK = "5.1.2 basisinformatie.mijlpalen[0]"
UITLEG = "maar uitleg ontbreekt"
VOL = "Omdat de aanbesteding tegenviel, start de bouw later; wij versoberen het ontwerp."
"""Cause, consequence and correction, all three."""


def met_geld(
    begroot: str, werkelijk: str, *, regel: str = "lasten", soort: str = "monitor", **velden: object
) -> Boekwerk:
    """A document with one amount in the budget and what became of it; `voortgang` of the money."""
    kolom = "prognose" if soort == "monitor" else "gerealiseerd"
    bedragen = {"primitief": begroot, "wijzigingen": "0", kolom: werkelijk}
    drempels = velden.pop("drempels", {})
    financien = {"regels": [{"soort": regel, "bedragen": bedragen}], **velden}
    return goed(financien=financien, boek={"soort": soort, "profiel": {"drempels": drempels}})


def met_mijlpaal(soort: str = "monitor", **velden: object) -> Boekwerk:
    """A document with one milestone."""
    eigen = {"financien": None, "voortgang": None} if soort == "begroting" else {}
    mijlpaal = {"naam": "Gunning", **velden}
    return goed(**eigen, basisinformatie={"mijlpalen": [mijlpaal]}, boek={"soort": soort})


@pytest.mark.parametrize("kleur", ["oranje", "rood"])
def test_a_colour_that_deviates_needs_an_explanation(kleur: str) -> None:  # V1
    voortgang = {"kleur": kleur}

    gevonden = vondsten("V1", goed(voortgang=voortgang, financien={"voortgang": voortgang}))

    wat = f"de kleur is {kleur}, {UITLEG}"
    assert gevonden == [f"5.1.2 voortgang: {wat}", f"{GELD}: {wat}"]


@pytest.mark.parametrize("voortgang", [{"kleur": "groen"}, {"kleur": "rood", "toelichting": VOL}])
def test_a_colour_that_is_green_or_explained_is_right(voortgang: dict[str, str]) -> None:  # V1
    assert vondsten("V1", goed(voortgang=voortgang)) == []


@pytest.mark.parametrize(
    ("regel", "begroot", "werkelijk", "wat"),
    [
        ("lasten", "5000000", "5250000.01", "de lasten wijken €\u00a0250.000,01 nadelig af"),
        ("lasten", "500000", "424999.99", "de lasten wijken €\u00a075.000,01 voordelig af"),
        ("baten", "0", "75000.01", "de baten wijken €\u00a075.000,01 voordelig af"),
        ("baten", "800000", "719999", "de baten wijken €\u00a080.001 nadelig af"),
        (
            "toevoeging",
            "0",
            "300000",
            "de toevoeging aan reserves wijkt €\u00a0300.000 nadelig af",
        ),
        (
            "onttrekking",
            "0",
            "300000",
            "de onttrekking aan reserves wijkt €\u00a0300.000 voordelig af",
        ),
    ],
)
@pytest.mark.parametrize("soort", ["monitor", "jaarverslag"])
def test_a_deviation_beyond_the_threshold_needs_an_explanation(  # V1
    soort: str, regel: str, begroot: str, werkelijk: str, wat: str
) -> None:
    gevonden = vondsten("V1", met_geld(begroot, werkelijk, regel=regel, soort=soort))

    assert gevonden == [f"{GELD}: {wat} van de begroting, {UITLEG}"]


@pytest.mark.parametrize(
    ("begroot", "werkelijk", "drempels"),
    [
        ("5000000", "5250000", {}),  # on the threshold is not beyond it
        ("500000", "575000", {}),
        ("800000", "880000", {}),  # ten percent is not more than ten
        ("100000", "170000", {}),  # seventy percent, of little
        ("0", "300000", {"minimum": "300000", "altijd": "300000"}),
    ],
)
def test_a_deviation_up_to_the_threshold_is_right(  # V1
    begroot: str, werkelijk: str, drempels: dict[str, str]
) -> None:
    assert vondsten("V1", met_geld(begroot, werkelijk, drempels=drempels)) == []


def test_a_deviation_that_is_not_known_is_none() -> None:  # V1
    regel = {"soort": "lasten", "bedragen": {"primitief": "0", "prognose": "900000"}}

    assert check(goed(financien={"regels": [regel]})) == []


@pytest.mark.parametrize(
    "toelichting", ["Geen afwijking.", "geen afwijkingen", " Geen afwijking! "]
)
def test_no_deviation_does_not_stand_beside_a_colour_that_deviates(toelichting: str) -> None:  # V2
    voortgang = {"kleur": "oranje", "toelichting": toelichting}

    gevonden = vondsten("V2", goed(voortgang=voortgang, financien={"voortgang": voortgang}))

    wat = "er staat ‘Geen afwijking’, maar de kleur is oranje"
    assert gevonden == [f"5.1.2 voortgang.toelichting: {wat}", f"{GELD}.toelichting: {wat}"]


@pytest.mark.parametrize(
    "voortgang",
    [
        {"kleur": "groen", "toelichting": "Geen afwijking."},
        {"kleur": "oranje", "toelichting": "Geen afwijking in tijd, wel in geld."},
        {"toelichting": "Geen afwijking."},
    ],
)
def test_no_deviation_may_stand_elsewhere(voortgang: dict[str, str]) -> None:  # V2
    assert vondsten("V2", goed(voortgang=voortgang)) == []


@pytest.mark.parametrize(
    "voortgang",
    [
        {"kleur": "groen"},  # prints “Geen afwijking.”
        {"kleur": "groen", "toelichting": "Geen afwijking."},
        {"toelichting": "Geen afwijking."},
    ],
)
def test_no_deviation_does_not_stand_beside_a_large_one(voortgang: dict[str, str]) -> None:  # V2
    document = met_geld("0", "300000", voortgang=voortgang)

    wat = "de lasten wijken €\u00a0300.000 nadelig af van de begroting"
    assert vondsten("V2", document) == [f"{GELD}: {wat}, maar er komt ‘Geen afwijking’ te staan"]
    assert vondsten("V1", document) == []  # told once


@pytest.mark.parametrize(
    ("werkelijk", "voortgang"),
    [
        ("200000", {"kleur": "groen"}),
        ("300000", {"kleur": "groen", "toelichting": VOL}),
    ],
)
def test_a_large_deviation_with_its_explanation_is_right(  # V2
    werkelijk: str, voortgang: dict[str, str]
) -> None:
    document = met_geld("150000", werkelijk, voortgang=voortgang)

    assert vondsten("V1", document) + vondsten("V2", document) == []


def test_an_action_without_progress_is_found() -> None:  # V3
    document = goed(acties=["een", {"tekst": "twee", "status": "gereed"}, "drie"])

    assert vondsten("V3", document) == [
        "5.1.2 acties[0]: actie 1 heeft geen voortgang",
        "5.1.2 acties[2]: actie 3 heeft geen voortgang",
    ]


def test_an_action_that_the_text_tells_of_has_to_be_there() -> None:  # V3
    toelichting = "Actie 1 loopt.\n\nActie 3: klaar. Over actie 12 later."

    gevonden = vondsten("V3", goed(voortgang={"kleur": "groen", "toelichting": toelichting}))

    plek = "5.1.2 voortgang.toelichting"
    assert gevonden == [f"{plek}: actie 3 bestaat niet", f"{plek}: actie 12 bestaat niet"]


@pytest.mark.parametrize(
    "velden",
    [
        {"acties": ["een"], "voortgang": {"toelichting": "ACTIE 1: loopt."}},
        {"acties": [{"tekst": "Zie prestatie 8.1.5", "status": "verwijzing"}]},
        {"acties": ["een"], "voortgang": None, "financien": None, "boek": {"soort": "begroting"}},
        {"voortgang": {"toelichting": "Transactie 9, acties 9, actie 9a."}},  # none of them is one
    ],
)
def test_an_action_with_progress_is_right(velden: dict[str, Any]) -> None:  # V3
    assert vondsten("V3", goed(**velden)) == []


@pytest.mark.parametrize(
    ("velden", "wat"),
    [
        ({}, "heeft geen datum en geen status"),
        ({"datum": "2017-06-01"}, "heeft geen status"),
        ({"status": "gereed"}, "heeft geen datum"),
        (
            {"datum": "2017-03-31", "status": "op schema"},  # the day before
            "staat op schema, maar 31 maart 2017 is voorbij",
        ),
        (
            {"oorspronkelijk": "2017-06-01", "datum": "2017-07-01", "status": "verschoven"},
            "heeft een andere datum gekregen zonder uitleg",
        ),
        (
            {"datum": "2017-07-01", "status": "verschoven"},  # whatever it was before
            "heeft een andere datum gekregen zonder uitleg",
        ),
        ({"soort": "begroting"}, "heeft geen datum"),
        (
            {"soort": "jaarverslag", "datum": "2017-03-31", "status": "op schema"},
            "staat op schema, maar 31 maart 2017 is voorbij",
        ),
    ],
)
def test_a_milestone_that_raises_a_question_is_found(
    velden: dict[str, Any], wat: str
) -> None:  # V4
    assert vondsten("V4", met_mijlpaal(**velden)) == [f"{PLEK}: mijlpaal ‘Gunning’ {wat}"]


@pytest.mark.parametrize(
    "velden",
    [
        {"datum": "2017-04-01", "status": "op schema"},  # the day itself
        {"datum": "2017-03-31", "status": "gereed"},
        {"datum": "2017-06-01", "oorspronkelijk": "2017-06-01", "status": "op schema"},
        {
            "datum": "2017-06-01",
            "oorspronkelijk": "2017-05-01",
            "status": "verschoven",
            "toelichting": "beroep",
        },
        {"soort": "begroting", "datum": "2017-03-31"},  # a plan has no status yet
    ],
)
def test_a_milestone_that_raises_no_question_is_right(velden: dict[str, Any]) -> None:  # V4
    assert vondsten("V4", met_mijlpaal(**velden)) == []


def test_a_year_ends_where_no_date_is_given() -> None:  # V4
    mijlpaal = {"naam": "Gunning", "datum": "2017-12-30", "status": "op schema"}
    boek = {"soort": "jaarverslag", "peildatum": None}

    document = goed(basisinformatie={"mijlpalen": [mijlpaal]}, boek=boek)

    assert vondsten("V4", document) == [
        f"{PLEK}: mijlpaal ‘Gunning’ staat op schema, maar 30 december 2017 is voorbij"
    ]
