"""The tables of a prestatie as they print: money, indicators, milestones."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reportgen import financien, notation
from reportgen.view.velden import (
    IndicatorenView,
    IndicatorView,
    MijlpaalView,
    RijView,
    TabelView,
)

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Financien, Indicator, Labels, Mijlpaal, Soort

_KOPPEN: dict[Soort, dict[str, str]] = {
    "begroting": {
        "realisatie_t2": "Realisatie {t-2}",
        "begroting_t1": "Begroting {t-1} na wijziging",
        "begroting": "Begroting {t}",
        "raming_1": "Raming {t+1}",
        "raming_2": "Raming {t+2}",
        "raming_3": "Raming {t+3}",
    },
    "monitor": {
        "primitief": "Primitief",
        "wijzigingen": "Doorgevoerde wijzigingen",
        "actueel": "Actuele begroting",
        "gerealiseerd": "Gerealiseerd",
        "ruimte": "Ruimte",
    },
    "jaarverslag": {
        "realisatie_t1": "Realisatie {t-1}",
        "primitief": "Primitieve begroting {t}",
        "actueel": "Begroting {t} na wijziging",
        "gerealiseerd": "Realisatie {t}",
        "verschil": "Verschil",
    },
}
_AFRONDING = "Door afronding kunnen totalen afwijken van de som van de getoonde bedragen."
_ONBEKEND = "–"


def geldtabel(geld: Financien, boekwerk: Boekwerk) -> TabelView | None:
    """Print the financial table; None where no amounts were given."""
    tabel = financien.tabel(geld, boekwerk.soort)
    if tabel is None:
        return None
    koppen = _KOPPEN[boekwerk.soort]
    labels = boekwerk.profiel.labels
    return TabelView(
        eenheid=notation.eenheidsregel(boekwerk.profiel.notatie),
        eerste_kolom="Post",
        kolommen=tuple(_met_jaar(koppen[k.naam], boekwerk.jaar) for k in tabel.kolommen),
        rijen=tuple(_rij(rij, tabel, boekwerk) for rij in tabel.rijen),
        noten=tuple(_noten(tabel, boekwerk, labels)),
    )


def indicatortabel(indicatoren: tuple[Indicator, ...], jaar: int) -> IndicatorenView | None:
    """Print the table of indicators; None where there are none."""
    if not indicatoren:
        return None
    return IndicatorenView(
        streefwaarde=f"Streefwaarde {jaar}",
        realisatie=f"Realisatie {jaar}"
        if any(i.realisatie is not None for i in indicatoren)
        else "",
        rijen=tuple(_indicator(indicator) for indicator in indicatoren),
    )


def mijlpaalrij(mijlpaal: Mijlpaal) -> MijlpaalView:
    """Print a milestone as a row."""
    stand = (mijlpaal.status or "").capitalize()
    status = ": ".join(filter(None, (stand, mijlpaal.toelichting)))
    return MijlpaalView(
        naam=mijlpaal.naam,
        oorspronkelijk=notation.datum(mijlpaal.oorspronkelijk)
        if mijlpaal.oorspronkelijk
        else _ONBEKEND,
        datum=notation.datum(mijlpaal.datum) if mijlpaal.datum else _ONBEKEND,
        status=status or _ONBEKEND,
    )


def _met_jaar(kop: str, jaar: int) -> str:
    for verschil in range(-2, 4):
        kop = kop.replace(f"{{t{verschil:+}}}", str(jaar + verschil))
    return kop.replace("{t}", str(jaar))


def _rij(rij: financien.Rij, tabel: financien.Tabel, boekwerk: Boekwerk) -> RijView:
    notatie = boekwerk.profiel.notatie
    labels = boekwerk.profiel.labels
    afgeleid = rij.post in ("saldo", "resultaat")
    opgeteld = bool(rij.som) and not afgeleid
    label: str = getattr(labels, f"totaal_{rij.post}" if opgeteld else rij.post)
    eigen = rij.omschrijving
    naam = (eigen or label) if rij.deel else f"{label}: {eigen}" if eigen else label
    cellen = zip(rij.cellen, tabel.kolommen, strict=True)
    return RijView(
        soort="totaal" if afgeleid else "post" if opgeteld else "regel",
        omschrijving=naam,
        cellen=tuple(
            notation.verschil(cel, notatie) if kolom.verschil else notation.cel(cel, notatie)
            for cel, kolom in cellen
        ),
    )


def _noten(tabel: financien.Tabel, boekwerk: Boekwerk, labels: Labels) -> list[str]:
    notatie = boekwerk.profiel.notatie
    delen = ["Saldo = baten − lasten"]
    if any(rij.post == "resultaat" for rij in tabel.rijen):
        delen.append(f"{labels.resultaat.lower()} = saldo − toevoeging + onttrekking")
    if boekwerk.soort == "monitor":
        delen.append("ruimte = actuele begroting − gerealiseerd")
    if any(kolom.verschil for kolom in tabel.kolommen):
        delen.append(f"{notatie.voordelig} = voordelig, {notatie.nadelig} = nadelig")
    noten = [f"{'; '.join(delen)}."]
    if not financien.sluit_aan(tabel, partial(notation.afronding, notatie=notatie)):
        noten.append(_AFRONDING)
    return noten


def _indicator(indicator: Indicator) -> IndicatorView:
    gegeven = indicator.decimalen
    decimalen = indicator.meeste_decimalen if gegeven is None else gegeven
    druk = notation.procent if indicator.eenheid == "%" else notation.getal
    nul, streef, realisatie = (
        _ONBEKEND if waarde is None else druk(waarde, decimalen) for waarde in indicator.waarden
    )
    jaar = f" ({indicator.nulmeting.jaar})" if indicator.nulmeting else ""
    return IndicatorView(
        naam=indicator.naam,
        eenheid=indicator.eenheid,
        nulmeting=f"{nul}{jaar}",
        streefwaarde=streef,
        realisatie=realisatie,
        bron=indicator.bron or _ONBEKEND,
    )
