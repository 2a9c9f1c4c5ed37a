"""The new document rewritten where it stands: what came is marked, what went is put back."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.redline.blocks import Blok, Paar
from reportgen.word.redline.carrying import Carrying, plain
from reportgen.word.redline.cutting import cut, joined, like, mend
from reportgen.word.redline.fields import spelled_out
from reportgen.word.redline.forms import Forms
from reportgen.word.redline.pieces import LINK, VELD, Piece, Reader
from reportgen.word.redline.places import after, before, put_in_place
from reportgen.word.redline.stamp import RUN, Soort, Stamp
from reportgen.word.redline.words import changed
from reportgen.word.xml import child, remove, see_through, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_P = w("p")


class Rewriting:
    """Rewrites a new document as one in which an old one was edited."""

    def __init__(self, oud: Reader, nieuw: Reader, carrying: Carrying, stamp: Stamp) -> None:
        self._oud, self._nieuw = oud, nieuw
        self._carrying = carrying
        self._stamp = stamp
        self._forms = Forms(carrying, stamp)

    def blocks(self, houder: Element, paren: Sequence[Paar]) -> None:
        """Rewrite the blocks of a body or a cell."""
        staart = _tail(paren)
        self._sequence(houder, [*paren[: len(paren) - len(staart)], *staart[:1]])
        if staart:
            self._last(staart)

    def _sequence(self, houder: Element, paren: Sequence[Paar]) -> None:
        vorige: Element | None = None
        wacht: list[Blok] = []
        for paar in paren:
            if paar.nieuw is None:
                wacht += [paar.oud] if paar.oud else []
                continue
            for blok in wacht:
                before(paar.nieuw.element).addprevious(self._deleted(blok))
            wacht = []
            vorige = paar.nieuw.element
            self._block(paar)
        for blok in wacht:
            vorige = self._behind(houder, vorige, self._deleted(blok))

    @staticmethod
    def _behind(houder: Element, vorige: Element | None, nieuw: Element) -> Element:
        if vorige is None:
            houder.append(nieuw)
        else:
            after(vorige).addnext(nieuw)
        return nieuw

    def _block(self, paar: Paar) -> None:
        if paar.nieuw is None:
            return
        if paar.oud is None:
            self._inserted(paar.nieuw)
        elif paar.nieuw.is_alinea:
            self._paragraph(paar.oud, paar.nieuw)
            self._forms.keep(paar.oud.element, paar.nieuw.element)
        elif paar.binnen and paar.nieuw.element.tag == w("tbl"):
            self._sequence(paar.nieuw.element, paar.binnen[0])
        elif paar.binnen:
            cellen = [c for c in see_through(paar.nieuw.element) if c.tag == w("tc")]
            for cel, inhoud in zip(cellen, paar.binnen, strict=True):
                self.blocks(cel, inhoud)

    # A block that came or went

    def _inserted(self, blok: Blok) -> None:
        if blok.is_alinea:
            self._content_inserted(blok.element)
            self._stamp.paragraph(blok.element, "ins")
            return
        self._rows(blok.element, "ins")
        for alinea in _own(blok.element):
            self._content_inserted(alinea)

    def _content_inserted(self, alinea: Element) -> None:
        self._insert(self._nieuw.pieces(alinea))

    def _deleted(self, blok: Blok) -> Element:
        (weg,) = self._carrying.copy([blok.element])
        if blok.is_alinea:
            self._content_deleted(weg)
            self._stamp.paragraph(weg, "del")
            return weg
        self._rows(weg, "del")
        for alinea in _own(weg):
            self._content_deleted(alinea)
        return weg

    def _content_deleted(self, alinea: Element) -> None:
        """Mark all that a copied paragraph says; halves of fields go."""
        heel = {e for stuk in self._oud.pieces(alinea) for e in stuk.elementen}
        for run in [r for r in alinea.iter(RUN) if next(r.iterancestors(_P)) is alinea]:
            if run not in heel:
                remove(run)
        for link in list(alinea.iter(LINK)):
            if not len(link):
                remove(link)
        self._stamp.wrap([kind for kind in alinea if kind.tag != w("pPr")], "del")

    def _rows(self, element: Element, soort: Soort) -> None:
        for rij in element.iter(w("tr")):
            self._stamp.row(rij, soort)

    # A paragraph that was edited

    def _paragraph(self, oud: Blok, nieuw: Blok) -> None:
        if oud.tekst == nieuw.tekst:
            return
        herkomst = cut(nieuw.element)
        los = copy.deepcopy(oud.element)
        cut(los)
        was, wordt = self._oud.pieces(los), self._nieuw.pieces(nieuw.element)
        for a, b, c, d in changed([s.key for s in was], [s.key for s in wordt]):
            if a < b:
                plek = etree.Element(w("bookmarkEnd"))
                put_in_place(plek, nieuw.element, (was, wordt), (a, b, c, d))
                for stukken in _per_link(was[a:b]):
                    self._put(plek, stukken)
                remove(plek)
            self._insert(wordt[c:d])
        mend(herkomst)

    def _insert(self, stukken: Iterable[Piece]) -> None:
        elementen = dict.fromkeys(e for stuk in stukken for e in stuk.elementen)
        self._stamp.wrap(
            [e for deel in elementen for e in (spelled_out(deel) if deel.tag == VELD else [deel])],
            "ins",
        )

    def _put(self, plek: Element, stukken: Sequence[Piece]) -> None:
        """Put deleted pieces at a place; those of a link in a link, unless the place is in one."""
        houder = next(plek.iterancestors(LINK), None)
        runs = [e for stuk in stukken for e in stuk.elementen]
        link = next(runs[0].iterancestors(LINK), None)
        bron = [run for run in runs if run.tag != LINK] if houder is not None else runs
        kern = joined(self._carrying.copy(_wrapped(bron, link if houder is None else None)))
        for element in kern:
            plek.addprevious(element)
        self._stamp.wrap(kern, "del")

    # The end of a body or a cell

    def _last(self, staart: Sequence[Paar]) -> None:
        """Rewrite a last paragraph with others behind it: the last mark of all always stays."""
        kern, rest = staart[0], staart[1:]
        if kern.oud is None or kern.nieuw is None:
            return
        if rest[0].nieuw is not None:
            self._appended(kern.oud, [kern.nieuw, *(p.nieuw for p in rest if p.nieuw)])
        else:
            self._cut_off(kern.nieuw, [p.oud for p in rest if p.oud])

    def _appended(self, oud: Blok, nieuw: Sequence[Blok]) -> None:
        for blok in nieuw[1:]:
            self._content_inserted(blok.element)
        for merk in nieuw[0].element.findall(f"{w('pPr')}/{w('pPrChange')}"):
            remove(merk)
        for blok in nieuw[:-1]:
            self._stamp.paragraph(blok.element, "ins")
        self._forms.keep(oud.element, nieuw[-1].element)

    def _cut_off(self, nieuw: Blok, oud: Sequence[Blok]) -> None:
        vorige = nieuw.element
        weg = [self._carrying.copy([blok.element])[0] for blok in oud]
        for alinea in weg:
            self._content_deleted(alinea)
            after(vorige).addnext(alinea)
            vorige = alinea
        for alinea in [nieuw.element, *weg[:-1]]:
            self._stamp.paragraph(alinea, "del")
        was = child(vorige, w("pPr"))
        if was is not None:
            vorige.remove(was)
        ppr = child(nieuw.element, w("pPr"))
        if ppr is not None and len(vorm := plain(copy.deepcopy(ppr))):
            vorige.insert(0, vorm)
        self._forms.keep(oud[-1].element, vorige)


def _tail(paren: Sequence[Paar]) -> Sequence[Paar]:
    """Give the last paragraph that stayed with those that came, or went, behind it; or nothing."""
    begin = len(paren) - 1
    while begin >= 0 and (paren[begin].oud is None or paren[begin].nieuw is None):
        begin -= 1
    staart = paren[max(begin, 0) :]
    if begin < 0 or len(staart) == 1:
        return ()
    blokken = [blok for paar in staart for blok in (paar.oud, paar.nieuw) if blok]
    return staart if all(blok.is_alinea for blok in blokken) else ()


def _wrapped(runs: Sequence[Element], link: Element | None) -> list[Element]:
    if link is None:
        return list(runs)
    om = like(link)
    om.extend([copy.deepcopy(run) for run in runs])
    return [om]


def _per_link(stukken: Sequence[Piece]) -> list[list[Piece]]:
    """Part pieces by the link that they stand in."""
    return [list(groep) for _, groep in groupby(stukken, key=_link)]


def _link(stuk: Piece) -> Element | None:
    return next(stuk.elementen[0].iterancestors(LINK), None)


def _own(element: Element) -> list[Element]:
    """Give the paragraphs of a table or row, without those of text boxes."""
    vak = w("txbxContent")
    return [p for p in element.iter(_P) if next(p.iterancestors(vak), None) is None]
