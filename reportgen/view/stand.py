"""How things stand: colours and statuses counted, in words and per part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen import notation
from reportgen.view.boekvelden import TellingregelView
from reportgen.view.sectie import TEKENS
from reportgen.view.totalen import GEEN
from reportgen.view.velden import RijView, TabelView, TellingView, TotaalView

if TYPE_CHECKING:
    from reportgen.model import Boekwerk


def tellingen(telt: TotaalView, boekwerk: Boekwerk) -> tuple[TellingregelView, ...]:
    """Say in words how much stands how, as far as the document tells; a begroting does not yet."""
    profiel, labels = boekwerk.profiel, boekwerk.profiel.labels
    acties = profiel.actiestatus_tonen != "nooit" and _zegt_iets(telt.acties)
    regels = (
        (labels.inhoudelijk, telt.inhoud, _met_kleur(boekwerk)),
        (labels.financieel, telt.geld, _met_kleur(boekwerk)),
        (labels.acties, telt.acties, acties),
        (labels.mijlpalen, telt.mijlpalen, _zegt_iets(telt.mijlpalen)),
    )
    return tuple(
        TellingregelView(naam=f"{naam.removesuffix(':')}:", waarde=_in_woorden(aantallen))
        for naam, aantallen, tonen in regels
        if tonen and boekwerk.soort != "begroting"
    )


def _met_kleur(boekwerk: Boekwerk) -> bool:
    return boekwerk.soort != "begroting" and boekwerk.profiel.kleur_tonen != "nooit"


def _zegt_iets(aantallen: Iterable[TellingView]) -> bool:
    return any(telling.naam != GEEN for telling in aantallen)


def _in_woorden(aantallen: Iterable[TellingView]) -> str:
    return notation.opsomming([f"{telling.aantal} {telling.naam.lower()}" for telling in aantallen])


def kleurtabellen(
    delen: Mapping[str, TotaalView], heel: TotaalView, boekwerk: Boekwerk
) -> Iterator[tuple[str, TabelView]]:
    """Print how many sections have which colour, a row per part: what is counted, and the table."""
    profiel = boekwerk.profiel
    lichten = ((profiel.labels.inhoudelijk, "inhoud"), (profiel.labels.financieel, "geld"))
    som = {profiel.labels.totaal: heel} if len(delen) > 1 else {}
    for wat, veld in lichten if delen and _met_kleur(boekwerk) else ():
        kleuren = [telling.naam for telling in getattr(heel, veld)]
        rijen = (
            RijView(
                soort="totaal" if telt is heel else "regel",
                omschrijving=naam,
                cellen=_aantallen(getattr(telt, veld), kleuren),
            )
            for naam, telt in {**delen, **som}.items()
        )
        yield (
            wat,
            TabelView(
                titel="",
                eenheid="",
                eerste_kolom=profiel.niveaus[0].naam.capitalize(),
                kolommen=tuple(map(_met_teken, kleuren)),
                rijen=tuple(rijen),
                noten=(),
            ),
        )


def _met_teken(kleur: str) -> str:
    return f"{TEKENS.get(kleur.lower(), '')} {kleur}".strip()


def _aantallen(tellingen: Iterable[TellingView], kleuren: Sequence[str]) -> tuple[str, ...]:
    per_kleur = {telling.naam: telling.aantal for telling in tellingen}
    return tuple(per_kleur.get(kleur, "0") for kleur in kleuren)
