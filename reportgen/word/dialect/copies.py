"""What a document may hold once, made so in every copy that a loop makes.

Bookmarks, content controls and drawings get an id (and a bookmark its name) of their own per copy;
the first copy keeps what the template gave it. A reference inside a copy leads to that copy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reportgen.word.dialect.structure import Blok, Edit, Gang, Stap

_ID = re.compile(r'(?:w:id|\bid|w:val)="(-?[0-9]+)"')
_NAAM = re.compile(r'w:name="([^"{}%\ufdd0]+)"')
_ANKER = re.compile(r'w:anchor="([^"]*)"')
_VERWIJZING = re.compile(
    r"\b(?:PAGEREF|NOTEREF|REF)\s+(?:&quot;|\")?([\w.]+)|\\l\s+(?:&quot;|\")([\w.]+)"
)
_UNIEK = ("w:bookmarkStart", "w:bookmarkEnd", "wp:docPr", "w:id", "w:permStart", "w:permEnd")
_OPMERKING = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")
"""What ties a comment to its words: those of the first copy."""
_VML = re.compile(r'(?<= )(?:id|o:spid)="([\w.-]+)"')
_VML_TYPE = re.compile(r'(?<= )type="#([^"]+)"')


@dataclass(slots=True)
class Copies:
    """Gathers the changes for ids and names in loops, of one part."""

    gang: Gang
    edits: list[Edit] = field(default_factory=list)
    _hoogste: int = 0
    _ids: list[tuple[int, int, str, Blok]] = field(default_factory=list)
    _namen: dict[str, tuple[int, int, Blok]] = field(default_factory=dict)
    _eenmalig: list[tuple[int, int, Blok]] = field(default_factory=list)
    _vormen: list[tuple[int, int, str, Blok]] = field(default_factory=list)
    _verwijzingen: list[tuple[int, int, str, tuple[Blok, ...]]] = field(default_factory=list)

    def zie(self, stap: Stap) -> None:
        """Look at one step of the walk."""
        skelet, lussen = self.gang.skelet, self.gang.lussen
        if stap.soort == "dicht" and stap.naam == "w:instrText" and lussen and stap.element:
            self._verwijs(_VERWIJZING, stap.element.einde, stap.begin, lussen)
        if stap.soort != "open":
            return
        if self._is_uniek(stap) and (id_ := _ID.search(skelet, stap.begin, stap.einde)):
            self._hoogste = max(self._hoogste, int(id_[1]))
            if lussen:
                self._ids.append((*id_.span(1), id_[1], lussen[-1]))
        if lussen:
            self._in_lus(stap, lussen)

    def _in_lus(self, stap: Stap, lussen: tuple[Blok, ...]) -> None:
        """Look at the start of an element of which there will be copies."""
        skelet = self.gang.skelet
        if stap.naam in _OPMERKING:
            self._eenmalig.append((stap.begin, stap.einde, lussen[-1]))
        elif stap.naam == "w:bookmarkStart" and (n := _NAAM.search(skelet, stap.begin, stap.einde)):
            self._namen[n[1]] = (*n.span(1), lussen[-1])
        elif stap.naam.startswith("v:"):
            self._vml(stap, lussen)
        elif stap.naam == "w:hyperlink":
            self._verwijs(_ANKER, stap.begin, stap.einde, lussen)
        elif stap.naam == "w:fldSimple":
            self._verwijs(_VERWIJZING, stap.begin, stap.einde, lussen)

    def _vml(self, stap: Stap, lussen: tuple[Blok, ...]) -> None:
        """Note the name of a shape as older Words know it, and the kind of shape it names."""
        for naam in _VML.finditer(self.gang.skelet, stap.begin, stap.einde):
            self._vormen.append((*naam.span(1), naam[1], lussen[-1]))
        self._verwijs(_VML_TYPE, stap.begin, stap.einde, lussen)

    def _is_uniek(self, stap: Stap) -> bool:
        """Say whether an element has an id that no other may have."""
        ouder = self.gang.open_[-2].naam if len(self.gang.open_) > 1 else ""
        return stap.naam in _UNIEK and (stap.naam != "w:id" or ouder == "w:sdtPr")

    def _verwijs(
        self, patroon: re.Pattern[str], begin: int, einde: int, lussen: tuple[Blok, ...]
    ) -> None:
        for treffer in patroon.finditer(self.gang.skelet, begin, einde):
            groep = treffer.lastindex or 1
            self._verwijzingen.append((*treffer.span(groep), treffer[groep], lussen))

    def klaar(self) -> None:
        """Make the changes, once the whole part has been walked."""
        lussen: dict[int, str] = {}
        plaats = {id_: nummer for nummer, id_ in enumerate(dict.fromkeys(i[2] for i in self._ids))}
        for begin, einde, id_, lus in self._ids:
            basis = self._hoogste + 1 + plaats[id_]
            expr = f"{self._teller(lussen, lus)}|volgnr({id_}, {basis}, {len(plaats)})"
            self._zet(begin, einde, expr)
        for naam, (begin, einde, lus) in self._namen.items():
            self._zet(begin, einde, f"{self._teller(lussen, lus)}|bladwijzer({naam!r})")
        for begin, einde, naam, lus in self._vormen:
            self._zet(begin, einde, f"{self._teller(lussen, lus)}|bladwijzer({naam!r})")
        for begin, einde, lus in self._eenmalig:
            alleen = self.gang.blad.jinja(f"{{% if not {self._teller(lussen, lus)}\n%}}")
            klaar = self.gang.blad.jinja("{% endif\n%}")
            self.edits.append(Edit(begin, begin, alleen, (2, 0)))
            self.edits.append(Edit(einde, einde, klaar, (0, 0)))
        doelen = {naam: lus for naam, (_, _, lus) in self._namen.items()}
        doelen |= {naam: lus for _, _, naam, lus in self._vormen}
        for begin, einde, naam, om in self._verwijzingen:
            doel = doelen.get(naam)
            if doel and any(lus.einde == doel.einde for lus in om):
                self._zet(begin, einde, f"{self._teller(lussen, doel)}|bladwijzer({naam!r})")

    def _teller(self, lussen: dict[int, str], lus: Blok) -> str:
        """Give the name of the number of this copy of a loop's body; set where the body begins."""
        if lus.einde not in lussen:
            naam = lussen[lus.einde] = f"rg_kopie_{lus.nummer}"
            zet = self.gang.blad.jinja(f"{{% set {naam} = {lus.nummer}|kopie\n%}}")
            self.edits.append(Edit(lus.einde, lus.einde, zet))
        return lussen[lus.einde]

    def _zet(self, begin: int, einde: int, expr: str) -> None:
        self.edits.append(Edit(begin, einde, self.gang.blad.jinja(f"{{{{ {expr}\n}}}}")))
