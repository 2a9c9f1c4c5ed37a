"""T3: a year in a text about progress is one of this time, not one that a copy left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen import notation
from reportgen.checks.lopen import Leestekst, per_sectie
from reportgen.checks.registry import Vondst, data_rule
from reportgen.model import Boekwerk, Prestatie

_JAAR = re.compile("199[0-9]|20[0-9]{2}")
_WIJ = r"[^.!?:\n]{0,300}?\b(?:wij|we|de provincie)\b"
_IN_JAAR = re.compile(
    r"(?:^|(?<=[.!?:]\s)|\n)In (?P<jaar>199[0-9]|20[0-9]{2}) "
    r"(?P<werkwoord>wilden|willen|gaan|gingen|zouden|zullen|waren|hadden|zijn|hebben|is|heeft)\b"
    rf"{_WIJ}",
    re.MULTILINE,
)
_VERLEDEN = {"wilden", "gingen", "zouden", "waren", "hadden"}
_TEGENWOORDIG = {"willen", "gaan", "zullen"}
_NAAM_ERVOOR = re.compile(
    r"(?<![.!?:]\s)(?<![\n(])(?<!^)\b[A-Z]\w+ (?:(?:19|20)[0-9]{2} ?[-–/] ?)?$|[‘“\"(]$"
)
"""A name of something that has a year, and is no word at the beginning of a sentence."""
_TERUG = 40
_STREEFJAAR = 5
"""Goals are set for years that end on 0 or 5: a year to come that does is no slip."""
_HINT = "staat dit er nog uit een vorige editie, werk de tekst dan bij"


@data_rule("T3", "warning", "een tekst over voortgang noemt geen jaren van buiten deze periode")
def vreemde_jaren(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """A text about progress speaks of the years around the document, or of those of its section."""
    drempels, jaar = boekwerk.profiel.drempels, boekwerk.jaar
    eerste, laatste = jaar - drempels.jaren_terug, jaar + drempels.jaren_vooruit
    for prestatie, teksten in per_sectie(boekwerk):
        vreemd = [
            (leestekst, genoemd)
            for leestekst in teksten
            if _is_voortgang(leestekst) and _JAAR.search(leestekst.proza)
            for genoemd in _jaren(leestekst.proza)
            if not eerste <= genoemd <= laatste
            and not (genoemd > laatste and genoemd % _STREEFJAAR == 0)
        ]
        eigen = _eigen_jaren(prestatie, teksten) if vreemd else set()
        for leestekst, genoemd in dict.fromkeys(vreemd):
            if genoemd not in eigen:
                wat = f"het jaar {genoemd} ligt ver van het begrotingsjaar {jaar}"
                yield Vondst(leestekst.pad, wat, _HINT)


@data_rule("T3", "warning", "een tekst over voortgang noemt geen jaren van buiten deze periode")
def ander_verslagjaar(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """No sentence tells what ‘we’ did or wanted in another year as if it were this one."""
    jaar = boekwerk.jaar
    for _, teksten in per_sectie(boekwerk):
        for leestekst in teksten:
            if not leestekst.vult_in or "In " not in leestekst.proza:
                continue
            for treffer in _IN_JAAR.finditer(leestekst.proza):
                if _is_oud(treffer, leestekst, jaar):
                    begin = f"In {treffer['jaar']} {treffer['werkwoord']}"
                    wat = f"‘{begin} …’ gaat niet over {jaar}, het jaar van dit document"
                    yield Vondst(leestekst.pad, wat, _HINT)


def _is_oud(treffer: re.Match[str], leestekst: Leestekst, jaar: int) -> bool:
    """Say whether a sentence was written for another year.

    Plans for a year that is past are; in a text about progress so is what was done then, unless
    it goes on about this year, and what was wanted in a year that is still to come.
    """
    genoemd, werkwoord = int(treffer["jaar"]), treffer["werkwoord"]
    if genoemd < jaar and werkwoord in _TEGENWOORDIG:
        return True
    if genoemd == jaar or not _is_voortgang(leestekst):
        return False
    if werkwoord in _VERLEDEN:
        return True
    return genoemd < jaar and str(jaar) not in leestekst.proza


def _is_voortgang(leestekst: Leestekst) -> bool:
    pad = leestekst.pad
    return pad[-1] == "toelichting" and ("voortgang" in pad or "acties" in pad)


def _jaren(proza: str) -> Iterator[int]:
    """Give the years in a text that are no part of a name: Omgevingsvisie 2009, ‘2012’."""
    for genoemd in notation.vind_jaren(proza):
        if not _NAAM_ERVOOR.search(proza, max(0, genoemd.begin - _TERUG), genoemd.begin):
            yield genoemd.jaar


def _eigen_jaren(prestatie: Prestatie, teksten: tuple[Leestekst, ...]) -> set[int]:
    """Give the years that a section has in its data and in what it says of itself."""
    basis, geld = prestatie.basisinformatie, prestatie.financien
    jaren = {i.nulmeting.jaar for i in prestatie.indicatoren if i.nulmeting}
    for mijlpaal in basis.mijlpalen if basis else ():
        jaren |= {dag.year for dag in (mijlpaal.oorspronkelijk, mijlpaal.datum) if dag}
    for besluit in geld.begrotingswijzigingen if geld else ():
        jaren |= {mutatie.jaar for mutatie in besluit.mutaties}
    vast = (tekst.plat for tekst in teksten if not _is_voortgang(tekst))
    jaren |= {int(jaar) for tekst in vast for jaar in _JAAR.findall(tekst)}
    looptijd = _JAAR.findall((basis and basis.looptijd) or "")
    return jaren | set(range(int(min(looptijd)), int(max(looptijd)) + 1) if looptijd else ())
