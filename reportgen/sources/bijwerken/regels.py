"""A text as lines (regels) with a tree over them, which is read again when the text has changed."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.errors import Pad
from reportgen.sources.bijwerken.knopen import Knoop, ontleed, staat_in, teksten_in


class Regels:
    """The text of a file, and where in it lines begin and end and comments stand."""

    def __init__(self, tekst: str) -> None:
        self.tekst = tekst
        self._einde = "\r\n" if "\r\n" in tekst else "\n"
        self._boom: Knoop | None = None
        self._geldig = 0
        """Before this sign the tree is still that of the text."""
        self._bezet: list[tuple[int, int]] = []
        """Where scalars stand."""

    def _zoek(self, pad: Pad) -> Knoop | None:
        """Give the value at a path; the text is read again where it has changed before its end."""
        gevonden = self._boom.zoek(pad) if self._boom else None
        if gevonden is None or gevonden.eind >= self._geldig:
            self._boom, self._geldig = ontleed(self.tekst), len(self.tekst) + 1
            self._bezet = teksten_in(self._boom, self.tekst) if self._boom else []
            gevonden = self._boom.zoek(pad) if self._boom else None
        return gevonden

    def _met_kop(self, begin: int) -> int:
        """Go up from the beginning of a line over the comments right above it."""
        while begin:
            boven = self._regelbegin(begin - 1)
            regel = self.tekst[boven:begin]
            hek = boven + len(regel) - len(regel.lstrip())
            if not regel.lstrip().startswith("#") or staat_in(hek, self._bezet):
                break
            begin = boven
        return begin

    def _na(self, plek: int, kolom: int) -> int:
        """Give the end of a line, and of the comments below it that stand further to the right."""
        eind = self._regeleinde(plek)
        while (volgende := self._begin_na(eind)) < len(self.tekst):
            tot = self._regeleinde(volgende)
            regel = self.tekst[volgende:tot]
            if not (regel.lstrip().startswith("#") and len(regel) - len(regel.lstrip()) > kolom):
                break
            eind = tot
        return eind

    def _volgende(self, plek: int, kolom: int) -> int:
        return self._begin_na(self._na(plek, kolom))

    def _voeg_regels(self, plek: int, regels: Sequence[str]) -> None:
        """Put lines behind the line that ends here."""
        self._vervang(plek, plek, "".join(f"{self._einde}{regel}" for regel in regels))

    def _regelbegin(self, plek: int) -> int:
        return self.tekst.rfind("\n", 0, plek) + 1

    def _regeleinde(self, plek: int) -> int:
        eind = self.tekst.find("\n", plek)
        eind = len(self.tekst) if eind < 0 else eind
        return eind - 1 if self.tekst[max(eind - 1, plek) : eind] == "\r" else eind

    def _begin_na(self, eind: int) -> int:
        """Give where the next line begins, from the end of a line."""
        volgende = self.tekst.find("\n", eind)
        return len(self.tekst) if volgende < 0 else volgende + 1

    def _vervang(self, begin: int, eind: int, nieuw: str) -> None:
        self.tekst = self.tekst[:begin] + nieuw + self.tekst[eind:]
        self._geldig = min(self._geldig, begin)
