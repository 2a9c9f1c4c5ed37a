"""The report of a check: what was found, by prestatie, in words and as an HTML page."""

from __future__ import annotations

from reportgen.rapport.inhoud import Catalogusregel, Groep, Rapport, groepeer
from reportgen.rapport.pagina import page
from reportgen.rapport.woorden import aantal, telling, weging_tekst

__all__ = [
    "Catalogusregel",
    "Groep",
    "Rapport",
    "aantal",
    "groepeer",
    "page",
    "telling",
    "weging_tekst",
]
