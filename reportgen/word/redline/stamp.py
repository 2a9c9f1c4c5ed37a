"""The marks of a change: who, when, and a number that no other mark has."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from lxml import etree

from reportgen.word.xml import SPATIE, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Soort = Literal["ins", "del"]

RUN, TEKST, CODE = w("r"), w("t"), w("instrText")
_DEL_TEKST, _DEL_CODE = w("delText"), w("delInstrText")
_WEG = {TEKST: _DEL_TEKST, CODE: _DEL_CODE}
_TERUG = {weg: gewoon for gewoon, weg in _WEG.items()}
_BINNEN = {
    w(naam) for naam in ("hyperlink", "sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo")
}
"""What stands around runs; a change goes inside it."""
_MERK = {w(naam) for naam in ("ins", "del", "moveFrom", "moveTo")}
_SLOT_PPR = {w(naam) for naam in ("sectPr", "pPrChange")}
"""What stands behind the mark of a paragraph. Source: ECMA-376 17.3.1.26."""


class Stamp:
    """Makes the marks of one document, numbered in the order in which they are made."""

    def __init__(self, auteur: str, datum: datetime, eerste: int) -> None:
        self._auteur = "".join(teken for teken in auteur if teken.isprintable())
        self._datum = _moment(datum)
        self.next = eerste

    def mark(self, naam: str) -> Element:
        """Make the mark of a change: `ins`, `del`, `pPrChange`."""
        merk = etree.Element(w(naam))
        merk.set(w("id"), str(self.next))
        merk.set(w("author"), self._auteur)
        merk.set(w("date"), self._datum)
        self.next += 1
        return merk

    def wrap(self, elementen: Iterable[Element], soort: Soort) -> None:
        """Put runs in marks; neighbours share one, and what stands around runs stays around."""
        merk: Element | None = None
        for element in elementen:
            if element.tag in _BINNEN:
                self.wrap(list(element), soort)
            elif element.tag == RUN or not str(element.tag).startswith(w("")):
                if merk is None or element.getprevious() is not merk:
                    merk = self.mark(soort)
                    element.addprevious(merk)
                merk.append(element)
                if soort == "del":
                    _rename(element, _WEG)

    def paragraph(self, alinea: Element, soort: Soort) -> None:
        """Mark the end of a paragraph."""
        ppr = alinea.find(w("pPr"))
        if ppr is None:
            ppr = etree.Element(w("pPr"))
            alinea.insert(0, ppr)
        rpr = ppr.find(w("rPr"))
        if rpr is None:
            rpr = etree.Element(w("rPr"))
            ppr.insert(sum(kind.tag not in _SLOT_PPR for kind in ppr), rpr)
        rpr.insert(0, self.mark(soort))

    def row(self, rij: Element, soort: Soort) -> None:
        """Mark a row of a table."""
        trpr = rij.find(w("trPr"))
        if trpr is None:
            trpr = etree.Element(w("trPr"))
            voor = rij.find(w("tblPrEx"))
            rij.insert(0 if voor is None else rij.index(voor) + 1, trpr)
        wijziging = trpr.find(w("trPrChange"))
        trpr.insert(len(trpr) if wijziging is None else trpr.index(wijziging), self.mark(soort))

    def form(self, alinea: Element, oud: Element | None) -> None:
        """Keep the properties that a paragraph had beside those that it has."""
        ppr = alinea.find(w("pPr"))
        if ppr is None:
            ppr = etree.Element(w("pPr"))
            alinea.insert(0, ppr)
        merk = self.mark("pPrChange")
        merk.append(etree.Element(w("pPr")) if oud is None else oud)
        ppr.append(merk)


def restore(element: Element) -> None:
    """Make deleted text plain text again."""
    _rename(element, _TERUG)


def _rename(element: Element, namen: dict[str, str]) -> None:
    for kind in element.iter(*namen):
        kind.tag = namen[str(kind.tag)]
        kind.set(SPATIE, "preserve")


def _moment(datum: datetime) -> str:
    """Write a moment as Word does; one without a time zone is taken as it is."""
    moment = datum.astimezone(UTC) if datum.tzinfo else datum
    return f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
