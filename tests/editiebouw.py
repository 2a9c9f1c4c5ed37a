"""Editions (edities) of one year, and what follows on them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bouwstenen import boekwerk, prestatie

from reportgen.editie import next_edition
from reportgen.model import Boekwerk, Financien, Prestatie, Soort

APRIL = date(2018, 4, 1)
SEPTEMBER = date(2017, 9, 1)


def editie(soort: Soort, *, boek: Mapping[str, object] | None = None, **velden: object) -> Boekwerk:
    """An edition of 2017 with one prestatie."""
    dag = "2017-04-01" if soort == "monitor" else None
    hoofd = {"soort": soort, "titel": f"{soort.capitalize()} 2017", "peildatum": dag}
    return boekwerk(prestatie(**velden), **{**hoofd, **(boek or {})})


def volgende(
    document: Boekwerk,
    soort: Soort = "monitor",
    **keuzes: Any,  # noqa: ANN401  the options of next_edition
) -> Prestatie:
    """The one prestatie of the next edition, of September where that has to have a date."""
    dag = {"peildatum": SEPTEMBER} if soort == "monitor" else {}
    return next_edition(document, soort, **{**dag, **keuzes}).prestaties[0]


def geld(sectie: Prestatie) -> Financien:
    """The money of a prestatie that has some."""
    assert sectie.financien
    return sectie.financien
