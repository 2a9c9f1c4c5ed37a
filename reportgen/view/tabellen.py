"""The tables of indicators and milestones as they print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen import notation
from reportgen.view.velden import IndicatorenView, IndicatorView, MijlpaalView

if TYPE_CHECKING:
    from reportgen.model import Indicator, Mijlpaal

_ONBEKEND = "–"


def indicatortabel(indicatoren: tuple[Indicator, ...], jaar: int) -> IndicatorenView | None:
    """Print the table of indicators; None where there are none."""
    if not indicatoren:
        return None
    jaren = {i.nulmeting.jaar for i in indicatoren if i.nulmeting}
    nul = min(jaren) if len(jaren) == 1 else None
    return IndicatorenView(
        nulmeting=f"Nulmeting ({nul})" if nul else "Nulmeting",
        streefwaarde=f"Streefwaarde {jaar}",
        realisatie=f"Realisatie {jaar}"
        if any(i.realisatie is not None for i in indicatoren)
        else "",
        rijen=tuple(_indicator(i, met_jaar=nul is None) for i in indicatoren),
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


def _indicator(indicator: Indicator, *, met_jaar: bool) -> IndicatorView:
    """Print an indicator; the year of its baseline stands in the row where years differ."""
    gegeven = indicator.decimalen
    decimalen = indicator.meeste_decimalen if gegeven is None else gegeven
    druk = notation.procent if indicator.eenheid == "%" else notation.getal
    nul, streef, realisatie = (
        _ONBEKEND if waarde is None else druk(waarde, decimalen) for waarde in indicator.waarden
    )
    jaar = f" ({indicator.nulmeting.jaar})" if indicator.nulmeting and met_jaar else ""
    return IndicatorView(
        naam=indicator.naam,
        eenheid=indicator.eenheid,
        nulmeting=f"{nul}{jaar}",
        streefwaarde=streef,
        realisatie=realisatie,
        bron=indicator.bron or _ONBEKEND,
    )
