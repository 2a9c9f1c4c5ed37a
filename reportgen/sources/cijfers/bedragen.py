"""Amounts as ledgers write them: one reading, or refused with both.

`1.350` is thousands in the Netherlands and one and a bit elsewhere. Amounts that can be read in
one way only (`1.350,00`, `1250.5`) tell how a program writes; all of a ledger are read so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from reportgen.sources.cijfers.fouten import Tekst

Cel = str | Decimal | Tekst | None
"""What a cell holds: text, an exact number, nothing, or why it cannot be read and what to do."""
Teken = Literal["komma", "punt"]

_MAX_CIJFERS = 15
_EENHEDEN = {"euro": 0, "duizend": 3, "miljoen": 6}
_LANG = 40
_SPATIES = re.compile("[ \u00a0\u202f\u2009]")
_GROEPEN = re.compile("(?<![0-9])[1-9][0-9]{0,2}(?:[ \u00a0\u202f\u2009][0-9]{3})+(?![0-9])")
_GEDAANTE = re.compile(r"(?:€ ?|EUR ?)?([-−+]?)(?:€ ?)?([0-9][0-9.,]*)(-?)")
_HAKEN = re.compile(r"\((.*)\)")
_HELE_EUROS = re.compile(r",--?(?=\)?$)")
_VORMEN: dict[Teken, re.Pattern[str]] = {
    "komma": re.compile(r"([0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?"),
    "punt": re.compile(r"([0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]+))?"),
}
_BEWIJS: dict[Teken, re.Pattern[str]] = {
    "komma": re.compile(r",(?:\d{1,2}|\d{4,})(?!\d)|\.\d{3}[.,]\d|\d,-"),
    "punt": re.compile(r"\.(?:\d{1,2}|\d{4,})(?!\d)|,\d{3}[.,]\d"),
}
"""What can be read in one way only."""
_CURE = "schrijf alleen een bedrag, bijvoorbeeld 1.250,50"


def teken_van(cellen: Iterable[Cel]) -> Teken | None:
    """Tell from the amounts of a ledger which sign stands before the cents, where they tell."""
    alle = "\n".join(cel for cel in cellen if isinstance(cel, str))
    bewijs = [teken for teken, vorm in _BEWIJS.items() if vorm.search(alle)]
    return bewijs[0] if len(bewijs) == 1 else None


def lees_bedrag(cel: Cel, teken: Teken | None, eenheid: str = "euro") -> Decimal | Tekst:
    """Read an amount in euros, or say what is wrong with it and what to do."""
    if cel is None:
        return "het bedrag ontbreekt", "vul het bedrag in, of haal de rij weg"
    getal = _getal(cel, teken) if isinstance(cel, str) else cel
    if not isinstance(getal, Decimal):
        return getal
    if not getal.is_finite():
        return f"{_toon(cel)} is geen bedrag", _CURE
    bedrag = getal.scaleb(_EENHEDEN[eenheid])
    if bedrag.adjusted() >= _MAX_CIJFERS:
        return f"{_toon(cel)} is te groot", "controleer het aantal nullen en de eenheid"
    if bedrag != round(bedrag, 2):
        cure = "rond af in het grootboek: reportgen rondt geen bedragen af"
        return f"{_toon(cel)} is fijner dan een cent", cure
    return bedrag


def _getal(tekst: str, teken: Teken | None) -> Decimal | Tekst:
    delen = _delen(tekst)
    if delen is None:
        return f"{_toon(tekst)} is geen bedrag", _CURE
    min_, cijfers = delen
    lezingen = _lezingen(cijfers)
    if teken is not None and lezingen:
        lezing = lezingen.get(teken)
        if lezing is None:
            ander = "punt" if teken == "komma" else "komma"
            wat = f"{_toon(tekst)} heeft een {ander} voor de centen, en dit grootboek een {teken}"
            return wat, "schrijf alle bedragen op één manier"
        return -lezing if min_ else lezing
    if not lezingen:
        return f"{_toon(tekst)} is geen bedrag", _CURE
    if len(set(lezingen.values())) > 1:
        wat = f"{_toon(tekst)} kan op twee manieren worden gelezen"
        komma, punt = (f"{lezingen[t]:f}".replace(".", ",") for t in ("komma", "punt"))
        cure = f"schrijf onder cijfers decimaal: komma ({komma}) of decimaal: punt ({punt})"
        return wat, cure
    (lezing,) = set(lezingen.values())
    return -lezing if min_ else lezing


def _delen(tekst: str) -> tuple[bool, str] | None:
    """Take sign, currency and spaces off: whether it is negative, and its figures and signs."""
    kaal = _HELE_EUROS.sub(",00", tekst.strip())
    haken = _HAKEN.fullmatch(kaal)
    kaal = _GROEPEN.sub(lambda groepen: _SPATIES.sub("", groepen[0]), haken[1] if haken else kaal)
    gedaante = _GEDAANTE.fullmatch(_SPATIES.sub(" ", kaal))
    if gedaante is None or sum(map(bool, (gedaante[1], gedaante[3], haken))) > 1:
        return None
    return bool(haken or gedaante[3]) or gedaante[1] in ("-", "−"), gedaante[2]


def _lezingen(cijfers: str) -> dict[Teken, Decimal]:
    """Give what figures come to, for each sign that can stand before the cents."""
    gevonden: dict[Teken, Decimal] = {}
    for teken, vorm in _VORMEN.items():
        if past := vorm.fullmatch(cijfers):
            heel = past[1].replace(".", "").replace(",", "")
            gevonden[teken] = Decimal(f"{heel}.{past[2] or '0'}").normalize() + 0
    return gevonden


def _toon(cel: Cel) -> str:
    tekst = f"{cel:f}" if isinstance(cel, Decimal) else " ".join(str(cel).split())
    return f"‘{tekst if len(tekst) <= _LANG else f'{tekst[:_LANG]}…'}’"
