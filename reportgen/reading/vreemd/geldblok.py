"""The block of the money: its table, decisions, credits, and how it goes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, get_args

from reportgen.model.voortgang import Wijzigingssoort
from reportgen.reading.vreemd.basis import opgesomd
from reportgen.reading.vreemd.besluiten import (
    Titel,
    is_krediettabel,
    lees_krediet,
    lees_mutaties,
    lees_titel,
)
from reportgen.reading.vreemd.geldcel import lees_eenheid
from reportgen.reading.vreemd.geldtabel import Blad, vind_kop
from reportgen.reading.vreemd.proza import vanaf
from reportgen.reading.vreemd.regels import lees_regels
from reportgen.reading.vreemd.woorden import kaal
from reportgen.view.geld import afspraken
from reportgen.word.flow import Passage, Raster

if TYPE_CHECKING:
    from reportgen.reading.vreemd.deel import Deel

_BIJSCHRIFTEN = ("tabeltitel", "caption", "bijschrift", "table heading")
_TABEL = re.compile(r"tabel\s+[0-9]+\b", re.IGNORECASE)
_LANGSTE_BIJSCHRIFT = 160
_NOOT = "tabelnoot"
_SALDO = re.compile(r"saldo\s*=|v\s*=\s*voordelig", re.IGNORECASE)
_MINST_WIJZIGING = 2


@dataclass
class Geldblok:
    """The money of one prestatie while it is read."""

    blad: Blad
    nummer: str
    data: dict[str, Any] = field(default_factory=dict)
    soorten: list[str] = field(default_factory=list)
    """The kinds of begrotingswijziging."""
    _titel: Titel | None = None

    def lees(self, delen: Sequence[Deel]) -> list[Deel]:
        """Read a part of the block, and give the pieces that are its text."""
        tekst: list[Deel] = []
        wacht = False  # a label came, and its value comes
        for deel in delen:
            if isinstance(deel.inhoud, Raster):
                self.tabel(deel, tekst)
                wacht = False
            elif wacht and deel.tekst:
                self._begrotingswijziging(deel)
                wacht = False
            elif deel.tekst and not self._is_bekend(deel.tekst, deel.inhoud):
                rest = self._achter_label(deel)
                wacht = rest is not None and not rest.tekst
                if rest is None:
                    tekst.append(deel)
                elif rest.tekst:
                    self._begrotingswijziging(rest)
            elif not deel.tekst:
                self.blad.verslag.laat_beelden_los(deel)
        return tekst

    def _achter_label(self, deel: Deel) -> Deel | None:
        """Give what stands behind the label of the kinds of begrotingswijziging, if it is that."""
        label = self.blad.woorden.wijzigingslabel(deel.tekst)
        if label is None or not isinstance(deel.inhoud, Passage):
            return None
        return replace(
            deel, inhoud=replace(deel.inhoud, stukken=vanaf(deel.inhoud.stukken, label.eind))
        )

    def _begrotingswijziging(self, deel: Deel) -> None:
        bekend = {soort.casefold(): soort for soort in get_args(Wijzigingssoort)}
        for woord in opgesomd(deel.tekst):
            soort = bekend.get(woord.split(" ")[0].casefold())
            if soort is None:
                cure = f"kies uit {', '.join(get_args(Wijzigingssoort))}"
                self.blad.verslag.meld("L3", deel.plek, f"‘{woord}’ is geen soort", cure)
                self.blad.verslag.laat_tekst_los(woord, deel.plek)
            elif soort not in self.soorten:
                self.soorten.append(soort)

    def _is_bekend(self, tekst: str, passage: Passage | Raster) -> bool:
        """Say whether a line is one that reportgen writes around tables; a title is remembered."""
        if titel := lees_titel(tekst, self.blad):
            self._titel = titel
            return True
        labels = self.blad.profiel.labels
        if kaal(tekst) in (kaal(labels.kredieten), kaal(labels.afronding)):
            return True
        delen = tekst.rstrip(".").split("; ")
        if all(deel.casefold() in self._noten for deel in delen):
            return True
        if isinstance(passage, Passage) and (passage.stijl == _NOOT or _SALDO.match(tekst)):
            self.blad.verslag.laat_tekst_los(tekst, "onder een tabel")
            return True
        return False

    @cached_property
    def _noten(self) -> set[str]:
        """Every part of a note below a table."""
        kolommen = getattr(self.blad.profiel.kolommen, self.blad.boekwerk.soort)
        noten = [*afspraken(self.blad.profiel), *(k.noot for k in kolommen if k.noot)]
        return {deel.casefold().rstrip(".") for noot in noten for deel in noot.split("; ")}

    def tabel(self, deel: Deel, erboven: list[Deel]) -> None:
        """Read a table of money; the caption above it is taken from the pieces before it."""
        raster = deel.inhoud
        if not isinstance(raster, Raster) or not (soort := self._soort(raster)):
            self.blad.verslag.laat_los([deel])
            return
        bijschrift = self._bijschrift(erboven)
        gelukt: bool
        match soort:
            case "krediet":
                gelukt = self._zet("kredieten", [lees_krediet(deel, bijschrift, self.blad)])
            case "begrotingswijziging":
                gelukt = self._wijziging(deel)
            case _ if "regels" in self.data:
                gelukt = False
            case _:
                gelukt = self._zet("regels", lees_regels(deel, bijschrift, self.blad) or [])
        if not gelukt:
            self.blad.verslag.laat_tekst_los(bijschrift, deel.plek)
            self.blad.verslag.laat_los([deel])

    def _soort(self, raster: Raster) -> str:
        """Say what kind of table of money this is, by its headings; nothing where it is none."""
        if is_krediettabel(raster, self.blad):
            return "krediet"
        wijziging = vind_kop(raster, "begrotingswijziging", self.blad)
        if wijziging and len(wijziging[1].kolommen) >= _MINST_WIJZIGING:
            return "begrotingswijziging"
        return "geld" if vind_kop(raster, self.blad.boekwerk.soort, self.blad) else ""

    def is_geldtabel(self, raster: Raster) -> bool:
        """Say whether a table is one of money."""
        return bool(self._soort(raster))

    def _bijschrift(self, erboven: list[Deel]) -> str:
        """Take the caption from the pieces above a table: by its style, its words or its unit."""
        if not erboven or not isinstance(erboven[-1].inhoud, Passage):
            return ""
        tekst, passage = erboven[-1].tekst, erboven[-1].inhoud
        kort = len(tekst) <= _LANGSTE_BIJSCHRIFT and not tekst.endswith(".")
        is_er_een = passage.stijl in _BIJSCHRIFTEN or _TABEL.match(tekst) or lees_eenheid(tekst)
        if not (kort and is_er_een):
            return ""
        erboven.pop()
        return tekst

    def _zet(self, naam: str, gelezen: Iterable[dict[str, Any] | None]) -> bool:
        nieuw = [deel for deel in gelezen if deel]
        if nieuw:
            self.data[naam] = [*self.data.get(naam, []), *nieuw]
        return bool(nieuw)

    def _wijziging(self, deel: Deel) -> bool:
        """Read the table of a decision below its title; a year more of one is part of it."""
        titel, self._titel = self._titel, None
        if titel is None:
            wat = "boven deze tabel staat niet welk besluit het is"
            cure = "zet erboven: Begrotingswijziging 2017-14 (PS)"
            self.blad.verslag.meld("L3", deel.plek, wat, cure)
            return False
        mutaties = lees_mutaties(deel, titel, self.nummer, self.blad)
        if not mutaties:
            return False
        besluiten: list[dict[str, Any]] = self.data.setdefault("begrotingswijzigingen", [])
        zelfde = {"nummer": titel.nummer, "orgaan": titel.orgaan}
        if besluiten and zelfde.items() <= besluiten[-1].items():
            eerder = besluiten[-1]["mutaties"]
            if titel.jaar not in {mutatie["jaar"] for mutatie in eerder}:
                eerder += mutaties
                return True
        besluiten.append({**zelfde, "mutaties": mutaties})
        return True
