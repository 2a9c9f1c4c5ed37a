"""The table of a prestatie becomes its regels: base figures only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from reportgen import financien
from reportgen.model import Financien, Post
from reportgen.reading.vreemd.geldtabel import (
    Cellen,
    Gelezen,
    lees_tabel,
    rijen_van,
    ruw,
    vergelijk,
)
from reportgen.reading.vreemd.kolommen import basis, onopgelost

if TYPE_CHECKING:
    from reportgen.reading.vreemd.deel import Deel
    from reportgen.reading.vreemd.geldtabel import Blad
    from reportgen.reading.vreemd.rijen import Rij

_Paar = tuple["Rij", Cellen]


def lees_regels(deel: Deel, bijschrift: str, blad: Blad) -> list[dict[str, Any]] | None:
    """Read the table of a prestatie; nothing where it cannot be read."""
    gelezen = lees_tabel(deel, blad.boekwerk.soort, bijschrift, blad)
    if gelezen is None:
        return None
    regels = [r for post in financien.BASISPOSTEN for r in _van_post(gelezen, post, blad)]
    over = [data for data, leeg in regels if not leeg] or [data for data, _ in regels]
    splits = any("aard" in regel for regel in over)
    try:
        geld = Financien.model_validate({"regels": over})
    except ValidationError:
        return over  # what the model refuses is told where the prestatie is made
    hoort = financien.tabel(geld, blad.boekwerk.soort, gelezen.profiel(blad.profiel, splits=splits))
    if hoort:
        vergelijk(gelezen, hoort, len(over), blad)
    return over


def _van_post(gelezen: Gelezen, post: Post, blad: Blad) -> Iterator[tuple[dict[str, Any], bool]]:
    """Give the regels of a post, and whether each says nothing: zeros, and no name of its own."""
    paren = [*rijen_van(gelezen, post)]
    delen = [paar for paar in paren if paar[0].naam.rol in ("heel", "deel")]
    delen = delen or [paar for paar in paren if paar[0].naam.rol == "totaal"]
    aarden = [paar for paar in paren if paar[0].naam.rol == "waarvan"]
    if aarden and len(delen) == 1:
        naam = delen[0][0].naam.omschrijving
        for rij, figuren in aarden:
            aard = {"aard": rij.naam.omschrijving} if rij.naam.omschrijving else {}
            yield _regel(gelezen, post, (rij, figuren), blad) | _omschrijving(naam) | aard, False
        return
    _meld_aarden(aarden, blad)
    for rij, figuren in delen:
        eigen = _omschrijving(rij.naam.omschrijving)
        leeg = rij.naam.rol == "heel" and not eigen and all(w == 0 for w in figuren.values())
        yield _regel(gelezen, post, (rij, figuren), blad) | eigen, leeg and len(delen) == 1


def _omschrijving(naam: str) -> dict[str, str]:
    return {"omschrijving": naam.replace("\n", " ")} if naam else {}


def _regel(gelezen: Gelezen, post: Post, paar: _Paar, blad: Blad) -> dict[str, Any]:
    rij, figuren = paar
    formules = gelezen.profiel(blad.profiel).kolommen.formules[gelezen.soort]
    waarden = ruw(figuren, post, gelezen.kop)
    if open_ := onopgelost(waarden, gelezen.soort, formules):
        wat = f"uit deze rij volgt niet hoeveel {' en '.join(open_)} is"
        blad.verslag.meld("L3", rij.plek, wat, "vul die bedragen zelf in")
        blad.verslag.laat_tekst_los(rij.tekst, rij.plek)
    bedragen: dict[str, Decimal] = basis(waarden, gelezen.soort, formules)
    return {"soort": post, "bedragen": bedragen}


def _meld_aarden(aarden: Sequence[_Paar], blad: Blad) -> None:
    """Tell that several regels are not split by nature one by one."""
    for rij, _ in aarden:
        wat = "hoe dit over de regels erboven is verdeeld, staat er niet"
        blad.verslag.meld("L3", rij.plek, wat, "vul zelf per regel structureel of incidenteel in")
        blad.verslag.laat_tekst_los(rij.tekst, rij.plek)
