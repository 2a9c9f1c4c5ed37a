"""A comparison as plain data, for machines: amounts exact and as text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from reportgen.errors import pad_text
from reportgen.model import Boekwerk, schrijf_getal
from reportgen.vergelijking.uitkomst import (
    Grootheid,
    Mutatie,
    Nummers,
    Paden,
    Vergelijking,
)
from reportgen.vergelijking.woorden import woorddiff


def plat(vergelijking: Vergelijking) -> dict[str, object]:
    """Give everything that a comparison found."""
    return {
        "old": _hoofd(vergelijking.oud),
        "new": _hoofd(vergelijking.nieuw),
        "equal": vergelijking.gelijk,
        "compared": [
            {**_grootheid(v.grootheid), "kolom_was": v.was, "kolom_wordt": v.wordt}
            for v in vergelijking.vergeleken
        ],
        "not_compared": [
            {**_grootheid(o.grootheid), "kolom": o.kolom, "only_in": "old" if o.in_oud else "new"}
            for o in vergelijking.onvergelijkbaar
        ],
        "cijfers": [
            {
                **_nummers(cijfer.nummers),
                **_grootheid(cijfer.grootheid),
                "soort": cijfer.post,
                "omschrijving": cijfer.omschrijving,
                "aard": cijfer.aard,
                **_paden(cijfer.paden),
                **_bedrag(cijfer.bedrag),
            }
            for cijfer in vergelijking.cijfers
        ],
        **_sommen(vergelijking),
        **_rest(vergelijking),
    }


def _sommen(vergelijking: Vergelijking) -> dict[str, object]:
    return {
        "sommen": [
            {
                "niveau": som.niveau,
                **_nummers(som.nummers),
                **_grootheid(som.grootheid),
                "post": som.post,
                "deel": som.deel,
                **_bedrag(som.bedrag),
            }
            for som in vergelijking.sommen
        ],
        "begrotingswijzigingen": [
            {
                "besluit": regel.besluit,
                "orgaan": regel.orgaan,
                "status": regel.status,
                "verwerkt": regel.verwerkt,
                "jaar": regel.jaar,
                **_nummers(regel.nummers),
                "soort": regel.post,
                "omschrijving": regel.omschrijving,
                **_bedrag(regel.bedrag),
            }
            for regel in vergelijking.besluiten
        ],
    }


def _rest(vergelijking: Vergelijking) -> dict[str, object]:
    return {
        "verschillen": [
            {
                "soort": verschil.soort,
                **_nummers(verschil.nummers),
                "naam": verschil.naam,
                **_paden(verschil.paden),
                "was": _waarde(verschil.was),
                "wordt": _waarde(verschil.wordt),
                **_woorden(verschil.was, verschil.wordt, verschil.soort),
            }
            for verschil in vergelijking.verschillen
        ],
        "indeling": [
            {
                "plaatsing": deel.plaatsing,
                "niveau": deel.niveau,
                **_nummers(deel.nummers),
                "titel": deel.titel,
            }
            for deel in vergelijking.indeling
        ],
    }


def _hoofd(boekwerk: Boekwerk) -> dict[str, object]:
    return {
        "titel": boekwerk.titel,
        "soort": boekwerk.soort,
        "jaar": boekwerk.jaar,
        "peildatum": boekwerk.peildatum and boekwerk.peildatum.isoformat(),
        "status": boekwerk.status,
    }


def _nummers(nummers: Nummers) -> dict[str, object]:
    return {"nummer_was": nummers.was or None, "nummer": nummers.wordt or None}


def _paden(paden: Paden) -> dict[str, object]:
    return {"pad_was": pad_text(paden.was) or None, "pad": pad_text(paden.wordt) or None}


def _grootheid(grootheid: Grootheid) -> dict[str, object]:
    return {"bedrag": grootheid.maat, "jaar": grootheid.jaar}


def _bedrag(bedrag: Mutatie) -> dict[str, object]:
    delen = {"was": bedrag.was, "mutatie": bedrag.mutatie, "wordt": bedrag.wordt}
    return {naam: deel if deel is None else schrijf_getal(deel) for naam, deel in delen.items()}


def _woorden(was: object, wordt: object, soort: str) -> dict[str, object]:
    """Give the runs of a text that changed."""
    if soort != "tekst" or not (isinstance(was, str) and isinstance(wordt, str)):
        return {}
    return {"woorden": [[stuk.soort, stuk.tekst] for stuk in woorddiff(was, wordt)]}


def _waarde(waarde: object) -> Any:  # noqa: ANN401  JSON
    match waarde:
        case Decimal():
            return schrijf_getal(waarde)
        case date():
            return waarde.isoformat()
        case Mapping():
            return {naam: _waarde(deel) for naam, deel in waarde.items()}
        case tuple() | list():
            return [_waarde(deel) for deel in waarde]
        case _:
            return waarde
