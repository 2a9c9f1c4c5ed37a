"""V1 on the words of an explanation: cause, consequence and correction, found or told missing."""

from __future__ import annotations

import pytest
from bouwstenen import goed, vondsten

from reportgen import check
from reportgen.model import Boekwerk

GELD = "5.1.2 financien.voortgang.toelichting"
INHOUD = "5.1.2 voortgang.toelichting"
GROOT = {"primitief": "1000000", "wijzigingen": "0"}


def inhoud(toelichting: str, kleur: str = "oranje", soort: str = "monitor") -> Boekwerk:
    """A document with this explanation of the content."""
    voortgang = {"kleur": kleur, "toelichting": toelichting}
    return goed(voortgang=voortgang, boek={"soort": soort})


def geld(
    toelichting: str, werkelijk: str = "500000", soort: str = "monitor", wijziging: str = "geen"
) -> Boekwerk:
    """A document with this explanation of the money; of a budget of a million."""
    kolom = "prognose" if soort == "monitor" else "gerealiseerd"
    regel = {"soort": "lasten", "bedragen": {**GROOT, kolom: werkelijk}}
    voortgang = {"toelichting": toelichting, "begrotingswijziging": [wijziging]}
    return goed(financien={"regels": [regel], "voortgang": voortgang}, boek={"soort": soort})


def mist(*delen: str) -> str:
    """Say what is missing."""
    return f"in de uitleg is geen {' en geen '.join(delen)} te vinden"


@pytest.mark.parametrize(
    ("toelichting", "delen"),
    [
        ("Het is anders gelopen.", ["oorzaak", "gevolg", "bijsturing"]),
        ("De aanbesteding viel tegen.", ["gevolg", "bijsturing"]),
        ("Door ziekte is de start uitgesteld.", ["bijsturing"]),
        ("De bouw is vertraagd. Wij zetten extra mensen in.", ["oorzaak"]),
        ("Omdat er te weinig aanvragen zijn, passen wij de regeling aan.", ["gevolg"]),
        ("Het project schuift door naar 2018.", ["oorzaak", "bijsturing"]),  # no cause: door naar
        ("Als gevolg van het weer.", ["gevolg", "bijsturing"]),  # a cause, no consequence
        ("Wij verwachten dat het doel niet gehaald wordt.", ["oorzaak", "bijsturing"]),
    ],
)
def test_what_an_explanation_does_not_tell_is_found(toelichting: str, delen: list[str]) -> None:
    content, money = inhoud(toelichting), geld(toelichting)

    assert vondsten("V1", content) == [f"{INHOUD}: {mist(*delen)}"]
    assert vondsten("V1", money) == [f"{GELD}: {mist(*delen)}"]
    assert {p.severity for p in check(content)} == {"warning"}


@pytest.mark.parametrize(
    "toelichting",
    [
        "**Oorzaak:** stikstof. **Gevolg:** stilstand. **Bijsturing:** geen.",
        "Vanwege bezwaren start de bouw later; in overleg zoeken wij een andere plek.",
        "De regeling is vol. Hierdoor zijn de lasten hoger. We stellen PS een hoger plafond voor.",
        "Het tracé vergt een nieuwe procedure. De opening wordt 2019. De planning is aangepast.",
        "Zie de toelichting bij het beleidsdoel.",  # told elsewhere
    ],
)
def test_an_explanation_that_tells_all_three_is_right(toelichting: str) -> None:
    assert vondsten("V1", inhoud(toelichting)) + vondsten("V1", geld(toelichting)) == []


@pytest.mark.parametrize(
    "document",
    [
        inhoud("Kort.", kleur="groen"),
        geld("Kort.", werkelijk="925000"),  # on the threshold
        geld("Kort.", werkelijk="1000000"),
    ],
)
def test_an_explanation_that_nobody_asked_for_may_be_short(document: Boekwerk) -> None:
    assert vondsten("V1", document) == []


def test_a_change_of_the_budget_is_a_correction() -> None:
    toelichting = "De lasten zijn lager omdat de bouw later start."

    without, proposed = (geld(toelichting, wijziging=soort) for soort in ("geen", "PS"))

    assert vondsten("V1", without) == [f"{GELD}: {mist('bijsturing')}"]
    assert vondsten("V1", proposed) == []


def test_when_the_year_is_over_nothing_can_be_corrected() -> None:
    toelichting = "De lasten zijn lager omdat de bouw later start."

    content, money = (maak(toelichting, soort="jaarverslag") for maak in (inhoud, geld))

    assert vondsten("V1", content) + vondsten("V1", money) == []


def test_what_actions_tell_belongs_to_the_explanation() -> None:
    voortgang = {"kleur": "oranje", "toelichting": "De bouw is vertraagd."}
    actie = {"tekst": "Wij bouwen.", "status": "vertraagd"}
    told = {**actie, "toelichting": "Door bezwaren; wij overleggen met de buurt."}

    alone, together = (goed(voortgang=voortgang, acties=[deel]) for deel in (actie, told))

    assert vondsten("V1", alone) == [f"{INHOUD}: {mist('oorzaak', 'bijsturing')}"]
    assert vondsten("V1", together) == []


def test_no_deviation_is_no_explanation_and_told_once() -> None:
    document = inhoud("Geen afwijking.")

    assert vondsten("V1", document) == []  # V2 tells
    assert len(vondsten("V2", document)) == 1
