"""Building blocks of money: decisions that change a budget, and documents that hold them."""

from __future__ import annotations

from typing import Any

from bouwstenen import boekwerk, goed, prestatie, vondsten

from reportgen.model import Boekwerk

BESLUITEN = "financien.begrotingswijzigingen"
EIGEN = f"5.1.2 {BESLUITEN}[0]"
BOOM = [
    {"nummer": "5", "titel": "K", "beleidsdoelen": [{"nummer": "5.1", "titel": "D"}]},
    {"nummer": "6", "titel": "K", "beleidsdoelen": [{"nummer": "6.1", "titel": "D"}]},
]


def mutatie(was: int, mutatie: int, **velden: object) -> dict[str, Any]:
    """A change of the lasten of 2017."""
    return {"jaar": 2017, "soort": "lasten", "was": was, "mutatie": mutatie, **velden}


def besluit(
    *mutaties: dict[str, Any], nummer: str = "2017-08", **velden: str | None
) -> dict[str, Any]:
    """A proposal of PS."""
    vast = {"nummer": nummer, "orgaan": "PS", "status": "voorstel"}
    return {**vast, **velden, "mutaties": mutaties}


def met_besluiten(
    *besluiten: dict[str, Any],
    primitief: int = 1350,
    wijzigingen: int | None = 125,
    soort: str = "monitor",
    **velden: object,
) -> Boekwerk:
    """A monitor of 1,475 lasten (125 of it changes) and no baten, with these decisions."""
    regel = {
        "soort": "lasten",
        "omschrijving": "Subsidies",
        "bedragen": {"primitief": primitief, "wijzigingen": wijzigingen},
    }
    geld = {"regels": [regel], "begrotingswijzigingen": besluiten}
    return goed(financien={**geld, **velden}, boek={"soort": soort})


def met_prestaties(**per_prestatie: list[dict[str, Any]]) -> Boekwerk:
    """A monitor of two kerntaken; each prestatie (`p511`) has 1,000 lasten and its decisions."""
    regel = {"soort": "lasten", "bedragen": {"primitief": 1000, "wijzigingen": 0}}
    prestaties = [
        prestatie(
            nummer=".".join(naam[1:]),
            financien={"regels": [regel], "begrotingswijzigingen": besluiten},
        )
        for naam, besluiten in per_prestatie.items()
    ]
    return boekwerk(*prestaties, kerntaken=BOOM, elders=[{"nummer": "5.1.9"}])


def f3(document: Boekwerk) -> list[str]:
    """What F3 finds."""
    return vondsten("F3", document)
