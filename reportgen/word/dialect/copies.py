"""What a document may hold once, made so in every copy that a loop makes.

Bookmarks, content controls and drawings get an id (and a bookmark its name) of their own per copy;
the first copy keeps what the template gave it. A reference inside a copy leads to that copy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reportgen.word.dialect.structure import Blok, Edit, Gang, Stap

_ID = re.compile(r'(?:w:id|\bid|w:val)="(-?[0-9]+)"')
_NAAM = re.compile(r'w:name="([^"]*)"')
_ANKER = re.compile(r'w:anchor="([^"]*)"')
_VERWIJZING = re.compile(
    r"\b(?:PAGEREF|NOTEREF|REF)\s+(?:&quot;|\")?([\w.]+)|\\l\s+(?:&quot;|\")([\w.]+)"
)
_UNIEK = ("w:bookmarkStart", "w:bookmarkEnd", "wp:docPr", "w:id")


@dataclass(slots=True)
class Copies:
    """Gathers the changes for ids and names in loops, of one part."""

    gang: Gang
    edits: list[Edit] = field(default_factory=list)
    _hoogste: int = 0
    _ids: list[tuple[int, int, str, Blok]] = field(default_factory=list)
    _namen: dict[str, tuple[int, int, Blok]] = field(default_factory=dict)
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
        if not lussen:
            return
        if stap.naam == "w:bookmarkStart" and (n := _NAAM.search(skelet, stap.begin, stap.einde)):
            self._namen[n[1]] = (*n.span(1), lussen[-1])
        elif stap.naam == "w:hyperlink":
            self._verwijs(_ANKER, stap.begin, stap.einde, lussen)
        elif stap.naam == "w:fldSimple":
            self._verwijs(_VERWIJZING, stap.begin, stap.einde, lussen)

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
        for begin, einde, naam, om in self._verwijzingen:
            doel = self._namen.get(naam)
            if doel and any(lus.einde == doel[2].einde for lus in om):
                self._zet(begin, einde, f"{self._teller(lussen, doel[2])}|bladwijzer({naam!r})")

    def _teller(self, lussen: dict[int, str], lus: Blok) -> str:
        """Give the name of the number of this copy of a loop's body; set where the body begins."""
        if lus.einde not in lussen:
            naam = lussen[lus.einde] = f"rg_kopie_{lus.nummer}"
            zet = self.gang.blad.jinja(f"{{% set {naam} = {lus.nummer}|kopie\n%}}")
            self.edits.append(Edit(lus.einde, lus.einde, zet))
        return lussen[lus.einde]

    def _zet(self, begin: int, einde: int, expr: str) -> None:
        self.edits.append(Edit(begin, einde, self.gang.blad.jinja(f"{{{{ {expr}\n}}}}")))
