"""Walks the skeleton of a part: do blocks and XML nest, and what can be left without content?

A block may run over several paragraphs, but what is open where it begins must be open where it
ends: then the result is well-formed whatever the data, and no document needs a parser to prove it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportgen.word.dialect.blad import MIDDEN, Blad, Code
from reportgen.word.dialect.scan import Vindplaats

_STUK = re.compile(
    "<(?P<sluit>/?)(?P<naam>[^\\s/>!?]+)[^>]*?(?P<leeg>/?)>|\ufdd0(?P<nr>[0-9]+)\ufdd1"
)
_HOOGSTENS = 200
"""How many blocks may stand in each other while a part is read; the sandbox takes fewer."""
_IN_LUS = {"vm": "{%tr for … %}", "hm": "{%tc for … %}"}
_OPENEN = ("for", "if", "with", "setblok")
_EINDE = {"for": "endfor", "if": "endif", "with": "endwith", "setblok": "endset"}
_VAST = {"w:tbl", "w:tr", "w:tc", "w:sdt", "w:txbxContent", "w:hdr", "w:ftr", "w:footnote"}
"""What a block may not leave and enter again: its rows or cells would no longer fit."""


@dataclass(slots=True)
class Open:
    """An element that is open: its name, where its start tag begins and ends."""

    naam: str
    begin: int
    einde: int
    blokken: int
    """How many blocks were open when it opened."""
    vol: bool = False
    """Whether it has, whatever the data, the content that it cannot do without."""
    kolommen: bool = False
    """For a table: whether the number of its cells depends on the data."""


@dataclass(slots=True)
class Blok:
    """A block that is open, and what was open around it."""

    stap: str
    nummer: int
    """The number of its mark."""
    einde: int
    """Where its mark ends in the skeleton."""
    tag: Vindplaats | None
    namen: tuple[str, ...]
    vast: tuple[int, ...]
    lus: bool = False


@dataclass(frozen=True, slots=True)
class Stap:
    """A step of the walk: a start tag, an end tag or a mark."""

    soort: str
    """`open`, `dicht`, or the `stap` of a mark's code."""
    naam: str
    begin: int
    einde: int
    element: Open | None = None
    nummer: int = -1
    """The number of a mark."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change in a skeleton: from where to where, and what comes there.

    In one place come first the ends of what is captured, then what stands between, then begins.
    """

    begin: int
    einde: int
    tekst: str
    rang: tuple[int, int] = (1, 0)


@dataclass(slots=True)
class Gang:
    """The walk (gang) through a skeleton: what is open at this moment."""

    blad: Blad
    skelet: str
    open_: list[Open] = field(default_factory=list)
    blokken: list[Blok] = field(default_factory=list)
    lussen: tuple[Blok, ...] = ()
    """The loops around this place, from the outside in."""

    def stappen(self) -> Iterator[Stap]:
        """Walk; at each step `open_` and `blokken` are as they are inside what opens there."""
        for treffer in _STUK.finditer(self.skelet):
            if nr := treffer["nr"]:
                yield self._mark(int(nr), treffer)
            elif treffer["sluit"]:
                yield self._dicht(treffer)
            else:
                yield self._open(treffer)
                if treffer["leeg"]:
                    yield self._dicht(treffer)
        for blok in self.blokken:
            if blok.tag:
                wat = f"{blok.tag.tag}: dit blok wordt niet gesloten"
                cure = f"zet er een tag met {_EINDE[blok.stap]} achter"
                self.blad.meld("W17", wat, cure, blok.tag)

    def _open(self, treffer: re.Match[str]) -> Stap:
        element = Open(treffer["naam"], treffer.start(), treffer.end(), len(self.blokken))
        self.open_.append(element)
        if self.blokken and self.blokken[-1].stap == "setblok" and (tag := self.blokken[-1].tag):
            cure = "zet tussen set en endset alleen gewone tekst, in één alinea"
            self.blad.meld("W6", f"{tag.tag} loopt door tot buiten deze tekst", cure, tag)
            self.blokken[-1].tag = None
        return Stap("open", element.naam, element.begin, element.einde, element)

    def _dicht(self, treffer: re.Match[str]) -> Stap:
        element = self.open_.pop()
        return Stap("dicht", element.naam, treffer.start(), treffer.end(), element)

    def _mark(self, nummer: int, treffer: re.Match[str]) -> Stap:
        code = self.blad.codes[nummer]
        stap = Stap(code.stap, "", treffer.start(), treffer.end(), nummer=nummer)
        if code.stap in _OPENEN:
            self._begin(code, nummer, treffer.end())
        elif code.stap in MIDDEN:
            self._midden(code)
        elif code.stap.startswith("end"):
            self._sluit(code)
        return stap

    def _staat(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        namen = tuple(element.naam for element in self.open_)
        return namen, tuple(e.begin for e in self.open_ if e.naam in _VAST)

    def _begin(self, code: Code, nummer: int, einde: int) -> None:
        if len(self.blokken) >= _HOOGSTENS:
            self._meld(code, "er staan te veel blokken in elkaar", "maak de data platter")
            return
        if code.tag and code.tag.tag.woord in _IN_LUS and not self.lussen:
            wat = f"{code.tag.tag} staat niet in een {_IN_LUS[code.tag.tag.woord]}"
            self.blad.meld("W6", wat, "zet hem in de lus die de cellen maakt", code.tag)
        blok = Blok(code.stap, nummer, einde, code.tag, *self._staat(), lus=code.stap == "for")
        self.blokken.append(blok)
        self._tel_lussen()

    def _midden(self, code: Code) -> None:
        blok = self.blokken[-1] if self.blokken else None
        if blok is None or blok.stap not in MIDDEN[code.stap]:
            self._meld(code, f"bij {code.stap} hoort een if die er niet is", "zet er een if voor")
            return
        self._past(blok, code)
        blok.lus = False
        self._tel_lussen()

    def _sluit(self, code: Code) -> None:
        blok = self.blokken[-1] if self.blokken else None
        if blok is None or _EINDE[blok.stap] != code.stap:
            nog = f"; open staat {blok.tag.tag}" if blok and blok.tag else ""
            self._meld(code, f"dit blok is hier niet open{nog}", "sluit blokken in volgorde")
            if any(_EINDE[b.stap] == code.stap for b in self.blokken):
                self._sluit_tot(code.stap)
            return
        self.blokken.pop()
        self._past(blok, code)
        self._tel_lussen()

    def _sluit_tot(self, einde: str) -> None:
        """Take a crossed block as closed, so that one mistake is told once."""
        while self.blokken and _EINDE[self.blokken.pop().stap] != einde:
            pass
        self._tel_lussen()

    def _tel_lussen(self) -> None:
        self.lussen = tuple(blok for blok in self.blokken if blok.lus)

    def _past(self, blok: Blok, code: Code) -> None:
        """Hold a block against what is open where it ends."""
        if self._staat() == (blok.namen, blok.vast) or not blok.tag or not code.tag:
            return
        waar = f"{blok.tag.tag} staat in {blok.tag.plek}, en {code.tag.tag} in {code.tag.plek}"
        if blok.tag.plek == code.tag.plek:
            waar = f"van {blok.tag.tag} en {code.tag.tag} staat één in een link of invulveld"
        cure = (
            "zet beide in dezelfde alinea of cel, of geef ze een eigen alinea met {%p … %},"
            " een eigen rij met {%tr … %} of een eigen cel met {%tc … %}"
        )
        self.blad.meld("W6", f"{waar}: dit blok begint en eindigt niet op één plek", cure, code.tag)
        blok.tag = None

    def _meld(self, code: Code, wat: str, cure: str) -> None:
        if code.tag:
            self.blad.meld("W17", f"{code.tag.tag}: {wat}", cure, code.tag)


def edited(skelet: str, edits: Sequence[Edit]) -> str:
    """Give a skeleton with its changes made."""
    delen, plek = [], 0
    for edit in sorted(edits, key=lambda e: (e.begin, e.rang)):
        delen += [skelet[plek : edit.begin], edit.tekst]
        plek = edit.einde
    return "".join([*delen, skelet[plek:]])
