"""What a sentence says that its figures are: which row or column of the table it names.

Silent rather than wrong: a part of a row (‘de lasten van deeltraject A’), a cause (‘doordat …’), a
bound (‘meer dan’), another year or another prestatie leave a figure without a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen import notation
from reportgen.checks.lopen import INGEVULD
from reportgen.notation import Genoemd, GenoemdPercentage

_ZIN = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“(\[])|;\s+|\n+")
_RIJ = re.compile(
    r"\b(?:(?P<saldo>saldo(?: van baten en lasten)?)|(?P<lasten>lasten|uitgaven)|(?P<baten>baten)"
    r"|(?P<resultaat>resultaat)|(?P<krediet>(?:investerings)?krediet)"
    r"|(?P<onttrekking>onttrekking(?:en)?(?: (?:aan|uit) (?:de |het )?\w*reserves?)?)"
    r"|(?P<toevoeging>(?:toevoeging|storting)(?:en)?(?: (?:aan|in) (?:de |het )?\w*reserves?)?))\b",
    re.IGNORECASE,
)
_CIRCA = r"(?:(?:circa|ca\.|ongeveer|ruim|bijna|zo[’']n|afgerond|in totaal) )?"
_KOLOM = re.compile(
    r"\b(?:(?P<verschil>verschil|onderbesteding|overschrijding)|(?P<prognose>prognose)"
    r"|(?P<wijzigingen>(?:begrotings)?wijziging)|(?P<actueel>begroot|begroting)"
    r"|(?P<gerealiseerd>gerealiseerd|realisatie))"
    rf"(?: (?:van|is|was|bedraagt|bedroeg|op|met))?:? {_CIRCA}\(?$",
    re.IGNORECASE,
)
_ANDERS = re.compile(
    r"\b(?:omdat|doordat|want|terwijl|maar|zodat|waar(?:door|bij|van|voor|onder|in|mee)"
    r"|hier(?:van|voor|in)|daar(?:van|voor|in|naast|bij)|inclusief|exclusief|incl|excl|namelijk"
    r"|vooral|voornamelijk|met name|te weten|onder meer|onder andere|zoals|besta(?:an|at|ande)"
    r"|door|vanwege|wegens|dankzij|als gevolg|ten gevolge|naast|behalve|plus|minus|na aftrek|bij"
    r"|binnen|buiten)\b|\b(?:prestatie|kerntaak|beleidsdoel|programma) [A-Za-z]?[0-9]",
    re.IGNORECASE,
)
"""From here on a sentence speaks of something else."""
_GRENS_ERVOOR = re.compile(
    r"(?:\bdan|\btussen|\bmax(?:imaal|\.)?|\bmin(?:imaal|\.)?|\bhooguit|\bhoogstens|\bhoogste"
    r"|\bten ?minste|\bminstens|\bboven(?: de)?|\bonder(?: de)?|\bvanaf|\belke?|\bieder|\bper|\bà"
    rf"|\bof|[0-9] ?[-–]) ?{_CIRCA}\(?$",
    re.IGNORECASE,
)
_GRENS_ERNA = re.compile(r" ?(?:/|à|[-–] ?[€0-9]|(?:tot|of) [€0-9]|per (?!saldo\b))")
_DEEL_ERNA = re.compile(
    r" (?:van|voor|bij|uit|aan|in|op|over) (?![€0-9]|EUR|circa|ca\.|ruim|bijna|ongeveer|zo[’']n"
    r"|afgerond|totaal|(?:deze|de|dit|het) (?:prestatie|(?:begrotings|verslag)?jaar|begroting)\b)"
)
_WOORD_ERVOOR = re.compile(r"(?P<woord>\w+) $")
_HEEL_ERVOOR = {
    "de", "deze", "alle", "beide", "hele", "totale", "hogere", "lagere", "werkelijke", "verwachte",
    "begrote", "geraamde", "gerealiseerde", "actuele", "primitieve", "bijgestelde", "mede",
    "provinciale", "financiële", "uiteindelijke", "gezamenlijke",
}  # fmt: skip
"""Words on an e that leave a row whole; another one (gemeentelijke, overige) makes it a part."""
_GEEN_RIJ_ERVOOR = {"per", "als"}
_NIEUW_ERVOOR = {"een", "nieuw", "aanvullend", "extra"}
"""Before a credit: one that the table does not have yet."""
_ERNA = re.compile(" (?:aan|van|voor) (?:de |het |minder |meer |extra |lagere |hogere )?")
_JAAR_ERNA = re.compile(r"\)? (?:in|over|voor|t/m) (?P<jaar>(?:19|20)[0-9]{2})\b")
_VERGELIJKT = re.compile(
    r"\b(?:lager|hoger|minder|meer|onder|boven|besteed|gerealiseerd|uitgegeven|begroot|begroting"
    r"|budget|onderbesteding|overschrijding|verschil|afwijking)\b",
    re.IGNORECASE,
)
_HAAK = re.compile(rf" (?:\w+ )?\({_CIRCA}")
_SPATIES = dict.fromkeys(map(ord, "\u00a0\u202f"), " ")
_TERUG = 60
_LANGSTE_ZIN = 2000
"""What is longer is no sentence."""


@dataclass(frozen=True, slots=True)
class Duiding:
    """A figure of a text, as written (woorden), and what the sentence says that it is (duiding).

    `rijen` are posts, names of regels, or `krediet`; `kolom` counts only where there are none.
    `samen` are the amounts of its sentence, in order, this one included.
    """

    genoemd: Genoemd
    woorden: str
    rijen: tuple[str, ...]
    kolom: str
    samen: tuple[Genoemd, ...]


@dataclass(frozen=True, slots=True)
class _Naam:
    begin: int
    eind: int
    rij: str


def duid(proza: str, eigen: Mapping[str, str], jaar: int, *, kolommen: bool) -> Iterator[Duiding]:
    """Give the figures of a text that its sentences name.

    Args:
        proza: the words of the author.
        eigen: names of rows besides the posts, in small letters, and what to call them.
        jaar: the year of the document; a sentence about another one speaks of other figures.
        kolommen: whether the name of a column alone counts: ‘een onderbesteding van € 0,3 miljoen’.
    """
    zinnen = _ZIN.split(proza.translate(_SPATIES))
    for zin in (zin for zin in zinnen if len(zin) <= _LANGSTE_ZIN):
        bedragen = notation.vind_bedragen(zin)
        cijfers: list[Genoemd] = [*bedragen, *notation.vind_percentages(zin)]
        lezer = _Lezer(zin, tuple(_namen(zin, eigen)) if cijfers else (), jaar)
        for genoemd in sorted(cijfers, key=lambda cijfer: cijfer.begin):
            rijen = lezer.rijen(genoemd)
            kolom = lezer.kolom(genoemd) if kolommen and not rijen else ""
            lezer.verder(genoemd)
            if rijen or kolom:
                woorden = zin[genoemd.begin : genoemd.eind]
                yield Duiding(genoemd, woorden, rijen, kolom, tuple(bedragen))


def _namen(zin: str, eigen: Mapping[str, str]) -> Iterator[_Naam]:
    """Give the names of whole rows in a sentence."""
    klein = zin.lower()
    for treffer in _RIJ.finditer(zin):
        naam = _Naam(*treffer.span(), treffer.lastgroup or "")
        if not _is_deel(zin, naam):
            yield naam
    for woord, rij in eigen.items():
        if woord in klein:
            for treffer in re.finditer(rf"\b{re.escape(woord)}\b", klein):
                naam = _Naam(*treffer.span(), rij)
                if not _is_deel(zin, naam):
                    yield naam


def _is_deel(zin: str, naam: _Naam) -> bool:
    """Say whether the words around a name make it a part of the row, or no row at all."""
    ervoor = _WOORD_ERVOOR.search(zin, max(0, naam.begin - _TERUG), naam.begin)
    woord = ervoor["woord"].lower() if ervoor else ""
    bijvoeglijk = woord.endswith("e") and woord not in _HEEL_ERVOOR
    geen_rij = woord in (_NIEUW_ERVOOR if naam.rij == "krediet" else _GEEN_RIJ_ERVOOR)
    return bijvoeglijk or geen_rij or bool(_DEEL_ERNA.match(zin, naam.eind))


class _Lezer:
    """Reads one sentence, figure by figure."""

    def __init__(self, zin: str, namen: tuple[_Naam, ...], jaar: int) -> None:
        self.zin = zin
        self.namen = namen
        self.jaar = jaar
        self.vanaf = 0

    def rijen(self, genoemd: Genoemd) -> tuple[str, ...]:
        """Say which rows a figure is of: those named before it, or right behind it."""
        procent = isinstance(genoemd, GenoemdPercentage)
        vorige = max(self.vanaf, self.zin.rfind(INGEVULD, 0, genoemd.begin) + 1)
        vanaf = self._begin(0 if procent else vorige, genoemd)
        if self._begrensd(genoemd) or self._ander_jaar(vanaf, genoemd):
            return ()
        if procent and not _VERGELIJKT.search(self.zin):
            return ()
        haak = self.zin[: genoemd.begin].rstrip().endswith("(") and not procent
        rijen = [
            naam.rij
            for naam in self.namen
            if vanaf <= naam.begin < genoemd.begin
            and (not haak or _HAAK.fullmatch(self.zin, naam.eind, genoemd.begin))
        ]
        erna = self._erna(genoemd)
        return tuple(dict.fromkeys([*rijen, *([erna.rij] if erna else [])]))

    def kolom(self, genoemd: Genoemd) -> str:
        """Say which column a figure is of: the one whose name leads up to it."""
        if self._begrensd(genoemd) or self._ander_jaar(0, genoemd):
            return ""
        treffer = _KOLOM.search(self.zin, max(0, genoemd.begin - _TERUG), genoemd.begin)
        if not treffer or _ANDERS.search(self.zin, 0, treffer.start()):
            return ""
        naam = _Naam(*treffer.span(treffer.lastgroup or 0), treffer.lastgroup or "")
        return "" if _is_deel(self.zin, naam) else naam.rij

    def verder(self, genoemd: Genoemd) -> None:
        """Go on behind a figure, and behind the name that belongs to it."""
        erna = self._erna(genoemd)
        self.vanaf = erna.eind if erna else genoemd.eind

    def _begin(self, vanaf: int, genoemd: Genoemd) -> int:
        """Find where the sentence begins to speak of this figure."""
        for treffer in _ANDERS.finditer(self.zin, vanaf, genoemd.begin):
            vanaf = treffer.end()
        return vanaf

    def _begrensd(self, genoemd: Genoemd) -> bool:
        """Say whether a figure is a bound, a price or part of a range."""
        voor = max(0, genoemd.begin - _TERUG)
        return bool(
            _GRENS_ERVOOR.search(self.zin, voor, genoemd.begin)
            or _GRENS_ERNA.match(self.zin, genoemd.eind)
        )

    def _ander_jaar(self, vanaf: int, genoemd: Genoemd) -> bool:
        erna = _JAAR_ERNA.match(self.zin, genoemd.eind)
        jaren = {j.jaar for j in notation.vind_jaren(self.zin[vanaf : genoemd.begin])}
        return bool((jaren | ({int(erna["jaar"])} if erna else set())) - {self.jaar})

    def _erna(self, genoemd: Genoemd) -> _Naam | None:
        treffer = _ERNA.match(self.zin, genoemd.eind)
        return next((n for n in self.namen if treffer and n.begin == treffer.end()), None)
