"""Cells put into the XML of a sheet: every other byte of it stays as it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from reportgen.sources.cellen.blad import kolomnummer
from reportgen.sources.cellen.veilig import veilige_parser


@dataclass(slots=True)
class _Stuk:
    """An element in the bytes: from where to where, and where its inside begins and ends.

    Of one that closes itself (`<row/>`) `dicht` is where it begins.
    """

    begin: int
    binnen: int
    dicht: int = 0
    eind: int = 0
    stijl: str = ""
    formule: bool = False


@dataclass(slots=True)
class _Rij(_Stuk):
    """A row, with its cells by the number of their column."""

    cellen: dict[int, _Stuk] = field(default_factory=dict)


class Raster:
    """The cells of one sheet; `klaar` gives its XML with those that were put in."""

    def __init__(self, xml: bytes) -> None:
        vinder = _Vinder(xml)
        self._xml, self._voor = xml, vinder.voor
        self._rijen, self._data = vinder.rijen, vinder.data
        self._nieuw: dict[int, dict[int, bytes]] = defaultdict(dict)

    def stijl(self, adres: str) -> str:
        """Give the style of a cell, or the empty text where there is no such cell."""
        stuk = self._stuk(adres)
        return stuk.stijl if stuk else ""

    def is_formule(self, adres: str) -> bool:
        """Say whether a cell works out what it holds."""
        stuk = self._stuk(adres)
        return bool(stuk and stuk.formule)

    def zet_tekst(self, adres: str, tekst: str, stijl: str) -> None:
        """Put a text in a cell."""
        binnen = f'<{self._voor}is><{self._voor}t xml:space="preserve">{escape(tekst)}'
        sluit = f"</{self._voor}t></{self._voor}is>"
        self._zet(adres, f' t="inlineStr">{binnen}{sluit}</{self._voor}c>', stijl)

    def zet_getal(self, adres: str, getal: str, stijl: str) -> None:
        """Put a number in a cell."""
        self._zet(adres, f"><{self._voor}v>{getal}</{self._voor}v></{self._voor}c>", stijl)

    def zet_leeg(self, adres: str, stijl: str) -> None:
        """Empty a cell."""
        self._zet(adres, "/>", stijl)

    def klaar(self) -> bytes:
        """Give the XML with all that was put in."""
        xml = self._xml
        for begin, eind, nieuw in sorted(self._vervangingen(), reverse=True):
            xml = xml[:begin] + nieuw + xml[eind:]
        return xml

    def _zet(self, adres: str, rest: str, stijl: str) -> None:
        letters, rij = _deel(adres)
        s = f' s="{stijl}"' if stijl else ""
        cel = f'<{self._voor}c r="{adres}"{s}{rest}'
        self._nieuw[rij][kolomnummer(letters)] = cel.encode()

    def _stuk(self, adres: str) -> _Stuk | None:
        letters, rij = _deel(adres)
        gevonden = self._rijen.get(rij)
        return gevonden.cellen.get(kolomnummer(letters)) if gevonden else None

    def _vervangingen(self) -> Iterator[tuple[int, int, bytes]]:
        """Give what comes where; of one place all at once, in order."""
        voor_rij: dict[int, list[bytes]] = defaultdict(list)
        for nummer, cellen in sorted(self._nieuw.items()):
            if rij := self._rijen.get(nummer):
                yield from self._in_rij(rij, cellen)
                continue
            volgende = [r.begin for n, r in self._rijen.items() if n > nummer]
            tag = f"{self._voor}row"
            binnen = b"".join(cel for _, cel in sorted(cellen.items()))
            rij_xml = f'<{tag} r="{nummer}">'.encode() + binnen + f"</{tag}>".encode()
            voor_rij[min(volgende, default=self._data.dicht)].append(rij_xml)
        for plek, rijen in voor_rij.items():
            yield self._erbij(self._data, plek, b"".join(rijen), "sheetData")

    def _in_rij(self, rij: _Rij, cellen: dict[int, bytes]) -> Iterator[tuple[int, int, bytes]]:
        erbij: dict[int, list[bytes]] = defaultdict(list)
        for kolom, cel in sorted(cellen.items()):
            if oud := rij.cellen.get(kolom):
                yield oud.begin, oud.eind, cel
            else:
                volgende = [c.begin for k, c in rij.cellen.items() if k > kolom]
                erbij[min(volgende, default=rij.dicht)].append(cel)
        for plek, delen in erbij.items():
            yield self._erbij(rij, plek, b"".join(delen), "row")

    def _erbij(self, om: _Stuk, plek: int, nieuw: bytes, naam: str) -> tuple[int, int, bytes]:
        """Put something in an element; one that closes itself (`<row/>`) is opened first."""
        if om.dicht >= om.binnen:
            return plek, plek, nieuw
        sluit = f"</{self._voor}{naam}>".encode()
        return om.binnen - 2, om.binnen, b">" + nieuw + sluit


class _Vinder:
    """Follows the XML of a sheet, and remembers where its rows and cells are."""

    def __init__(self, xml: bytes) -> None:
        self.voor = ""
        self.data = _Stuk(0, 0)
        self.rijen: dict[int, _Rij] = {}
        self._xml = xml
        self._open: list[_Stuk] = []
        self._rij, self._nummer, self._kolom = _Rij(0, 0), 0, 0
        self._parser = veilige_parser(self._begin, self._eind)
        self._parser.Parse(xml, True)  # noqa: FBT003  expat's signature

    def _begin(self, naam: str, attributen: dict[str, str]) -> None:
        voor, _, kaal = naam.rpartition(":")
        plek = self._parser.CurrentByteIndex
        binnen = self._xml.index(b">", plek) + 1
        if kaal == "sheetData":
            self.voor = f"{voor}:" if voor else ""
            self.data = _Stuk(plek, binnen)
            self._open.append(self.data)
        elif kaal == "row" and self._open:
            self._nummer, self._kolom = int(attributen.get("r") or self._nummer + 1), 0
            self._rij = self.rijen[self._nummer] = _Rij(plek, binnen)
            self._open.append(self._rij)
        elif kaal == "c" and self._open:
            adres = attributen.get("r", "").rstrip("0123456789")
            self._kolom = kolomnummer(adres) if adres else self._kolom + 1
            cel = _Stuk(plek, binnen, stijl=attributen.get("s", ""))
            self._rij.cellen[self._kolom] = cel
            self._open.append(cel)
        elif kaal == "f" and self._open:
            self._open[-1].formule = True

    def _eind(self, naam: str) -> None:
        if naam.rpartition(":")[2] in ("sheetData", "row", "c") and self._open:
            stuk = self._open.pop()
            leeg = self._xml[stuk.binnen - 2 : stuk.binnen] == b"/>"
            stuk.dicht = stuk.begin if leeg else self._parser.CurrentByteIndex
            stuk.eind = stuk.binnen if leeg else self._xml.index(b">", stuk.dicht) + 1


def _deel(adres: str) -> tuple[str, int]:
    letters = adres.rstrip("0123456789")
    return letters, int(adres[len(letters) :])
