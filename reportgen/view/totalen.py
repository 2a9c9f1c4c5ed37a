"""Totals per kerntaak, beleidsdoel and boekwerk as they print; made once for all chapters."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportgen import financien
from reportgen.model import boven, op_sleutel
from reportgen.view.geld import print_tabel
from reportgen.view.velden import TellingView, TotaalView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.model import Boekwerk, Sleutel

_KLEUREN = ("groen", "oranje", "rood")
GEEN = "Niet ingevuld"
"""How what says nothing is counted."""


def totalen_boven(nummer: str, boekwerk: Boekwerk) -> tuple[TotaalView, ...]:
    """Give the totals that a prestatie is part of, from the whole boekwerk down."""
    views, sleutels = boekwerk.onthoud(_views)
    return tuple(views[deel] for deel in ("", *reversed([*boven(nummer, sleutels)])))


def totaal_van(nummer: str, boekwerk: Boekwerk) -> TotaalView:
    """Give the totals of a part of the tree; of the whole boekwerk without a number."""
    return boekwerk.onthoud(_views)[0][nummer]


def _views(boekwerk: Boekwerk) -> tuple[dict[str, TotaalView], dict[Sleutel, str]]:
    alle = financien.totalen(boekwerk)
    views = {nummer: totaalview(totaal, boekwerk) for nummer, totaal in alle.items()}
    return views, op_sleutel(filter(None, alle))


def totaalview(totaal: financien.Totaal, boekwerk: Boekwerk) -> TotaalView:
    """Print the totals of one part."""
    telling = totaal.telling
    reserves = financien.reservetabel(totaal, boekwerk) if totaal.reserves else None
    heel = totaal.niveau < 0
    return TotaalView(
        niveau="boekwerk" if heel else boekwerk.profiel.niveaus[totaal.niveau].naam,
        nummer=totaal.nummer,
        titel=totaal.titel,
        kop=f"{totaal.nummer} {totaal.titel}".strip(),
        aantal=str(len(totaal.prestaties)),
        tabel=print_tabel(totaal.tabel, boekwerk),
        reserves=print_tabel(reserves, boekwerk) if reserves else None,
        inhoud=_telling(telling.inhoud, _KLEUREN),
        geld=_telling(telling.geld, _KLEUREN),
        acties=_telling(telling.acties),
        mijlpalen=_telling(telling.mijlpalen),
    )


def _telling(telling: Counter[str], altijd: Sequence[str] = ()) -> tuple[TellingView, ...]:
    """Print counts: the colours in their own order, statuses by name, what says nothing last."""
    namen = [*altijd, *sorted(naam for naam in telling if naam and naam not in altijd)]
    namen += [""] if telling[""] else []
    return tuple(
        TellingView(naam=naam.capitalize() or GEEN, aantal=str(telling[naam])) for naam in namen
    )
