"""Progress: a colour in words, and the explanation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reportgen.reading.vreemd.proza import proza

if TYPE_CHECKING:
    from reportgen.reading.vreemd.deel import Deel, Verslag
    from reportgen.reading.vreemd.woorden import Woorden

_KLEUR = re.compile(
    r"(?:[●▲■]\s*)?(?:[\w ]{0,30}?(?:kleur|kleurscore|stoplicht|score)\s*:?\s*)?"
    r"(?P<kleur>groen|oranje|rood)\s*[.]?",
    re.IGNORECASE,
)


def lees_voortgang(delen: Sequence[Deel], woorden: Woorden, verslag: Verslag) -> dict[str, Any]:
    """Read the light and its explanation; the fixed words say green, and are no explanation."""
    data: dict[str, Any] = {}
    inhoud = [deel for deel in delen if deel.tekst]
    if inhoud and (treffer := _KLEUR.fullmatch(inhoud[0].tekst)):
        data["kleur"] = treffer["kleur"].lower()
        inhoud = inhoud[1:]
    groen = data.get("kleur", "groen") == "groen"
    if groen and len(inhoud) == 1 and woorden.is_een("geen_afwijking", inhoud[0].tekst):
        return {"kleur": "groen"}
    if inhoud and (toelichting := proza(inhoud, verslag)):
        data["toelichting"] = toelichting
    return data
