"""Headers and footers of sections that a loop makes: each copy of a section has its own.

A header is a part of the package, and a part is filled once. So a reference that stands in a loop
leads to a copy of its own in every turn, filled with what the loop's names mean there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reportgen.word.dialect.structure import Blok, Edit, Gang, Stap

_RID = re.compile(r'\br:id="([^"{}%\ufdd0]+)"')
_VERWIJZING = ("w:headerReference", "w:footerReference")
_NAAM = re.compile(r"\w+")


@dataclass(slots=True)
class Heads:
    """Gathers the references of one part, and lets those in loops lead to copies."""

    gang: Gang
    edits: list[Edit] = field(default_factory=list)
    in_lus: set[str] = field(default_factory=set)
    """The relationship ids that a loop names."""
    daarbuiten: set[str] = field(default_factory=set)
    """Those that a section outside all loops names."""

    def zie(self, stap: Stap) -> None:
        """Look at one step of the walk."""
        if stap.soort != "open" or stap.naam not in _VERWIJZING:
            return
        rid = _RID.search(self.gang.skelet, stap.begin, stap.einde)
        if not rid:
            return
        if not self.gang.lussen:
            self.daarbuiten.add(rid[1])
            return
        self.in_lus.add(rid[1])
        namen = dict.fromkeys(naam for lus in self.gang.lussen for naam in _namen(lus))
        paren = "".join(f', "{naam}", {naam}' for naam in namen)
        code = self.gang.blad.jinja(f'{{{{ "{rid[1]}"|koptekst({paren.lstrip(", ")})\n}}}}')
        self.edits.append(Edit(*rid.span(1), code))


def _namen(lus: Blok) -> list[str]:
    """Give the names that a loop sets: `doel` in `for doel in kerntaak.beleidsdoelen`."""
    rest = lus.tag.tag.rest if lus.tag else ""
    return _NAAM.findall(rest.partition(" in ")[0])
