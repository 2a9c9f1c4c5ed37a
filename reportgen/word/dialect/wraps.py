"""What filling could leave empty, found once per template: cells, rows, tables and their grids.

Only what can ever need a repair gets one: it is captured while it is filled and mended as text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.word.dialect.structure import Edit, Gang, Open, Stap

_HOUDERS = {"w:tc", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:comment", "w:txbxContent"}
"""What has to end in a paragraph. Source: ECMA-376 17.4.65 (tc), 17.10.2-5, 17.11, 17.13.4.

A content control around paragraphs is one too: Word opens no empty one.
"""

_DIEP = 2
"""Above a `w:sdtContent` stand its `w:sdt` and what holds that."""


@dataclass(slots=True)
class Wraps:
    """Gathers the repairs of a part, as insertions in its skeleton."""

    gang: Gang
    edits: list[Edit] = field(default_factory=list)
    _sets: list[tuple[Stap, int]] = field(default_factory=list)
    """Where a `set` stands, and the innermost loop or `with` around it."""

    def zie(self, stap: Stap) -> None:
        """Look at one step of the walk."""
        if stap.soort == "dicht" and stap.element:
            self._dicht(stap, stap.element)
        elif stap.soort in ("set", "endset"):
            self._sets.append((stap, self._bereik()))
        elif stap.soort not in ("", "open"):
            self._kolom(stap)
        elif not stap.soort and self.gang.open_ and _is_houder(self.gang.open_):
            self.gang.open_[-1].vol = False  # {{p x }}: what it prints may end in a table

    def _dicht(self, stap: Stap, element: Open) -> None:
        ouder = self.gang.open_[-1] if self.gang.open_ else None
        diepte = len(self.gang.blokken)
        if ouder and element.naam in ("w:p", "w:sdt", "w:tbl") and _is_houder(self.gang.open_):
            if element.naam == "w:tbl":
                ouder.vol = False
            elif diepte == ouder.blokken:
                ouder.vol = True
        if not element.vol and _is_houder([*self.gang.open_, element]):
            if stap.einde == element.einde:
                self._vul(element)
            else:
                self._om("vul", (element.einde, stap.begin))
        if element.naam == "w:tc" and ouder and diepte == ouder.blokken:
            ouder.vol = True
        if element.naam == "w:tr":
            self._rij(element, stap.einde)
        if element.naam == "w:tbl" and (element.kolommen or not element.vol):
            self._om("tabel", (element.begin, stap.einde))

    def _vul(self, leeg: Open) -> None:
        """Give a holder that the template has without anything in it its paragraph."""
        begin = self.gang.skelet[leeg.begin : leeg.einde].removesuffix("/>")
        gevuld = f"{begin}><w:p/></{leeg.naam}>"
        self.edits.append(Edit(leeg.begin, leeg.einde, gevuld))

    def _rij(self, rij: Open, einde: int) -> None:
        if not rij.vol:
            self._om("rij", (rij.begin, einde))
            return
        tabel = next((e for e in reversed(self.gang.open_) if e.naam == "w:tbl"), None)
        if tabel and len(self.gang.blokken) == tabel.blokken:
            tabel.vol = True

    def _kolom(self, stap: Stap) -> None:
        """Note that the number of cells of the table around this place depends on the data."""
        in_rij = bool(self.gang.open_) and self.gang.open_[-1].naam == "w:tr"
        if not in_rij and stap.soort != "kolom":
            return
        tabel = next((e for e in reversed(self.gang.open_) if e.naam == "w:tbl"), None)
        if tabel:
            tabel.kolommen = True

    def _bereik(self) -> int:
        blokken = (b.einde for b in reversed(self.gang.blokken) if b.stap in ("for", "with"))
        return next(blokken, -1)

    def _om(self, filter_: str, plek: tuple[int, int]) -> None:
        """Capture a stretch of the skeleton and pass it through a repair."""
        begin, einde = plek
        nummer = len(self.edits)
        blad = self.gang.blad
        open_, sluit = blad.jinja(f"{{% filter {filter_}\n%}}"), blad.jinja("{% endfilter\n%}")
        self.edits += [
            Edit(begin, begin, open_, (2, -nummer)),
            Edit(einde, einde, sluit, (0, nummer)),
        ]
        eerste = bisect_left(self._sets, begin, key=lambda gezet: gezet[0].begin)
        for stap, bereik in self._sets[eerste:]:
            code = blad.codes[stap.nummer]
            if stap.begin < einde and bereik < begin and code.tag:
                wat = f"{code.tag.tag} staat waar cellen kunnen wegvallen, en geldt niet verderop"
                blad.meld("W6", wat, "zet deze tag vóór de tabel", code.tag)


def _is_houder(open_: Sequence[Open]) -> bool:
    """Say whether the last of the elements that are open has to end in a paragraph."""
    naam = open_[-1].naam
    if naam != "w:sdtContent":
        return naam in _HOUDERS
    return len(open_) > _DIEP and (open_[-3].naam == "w:body" or _is_houder(open_[:-2]))
