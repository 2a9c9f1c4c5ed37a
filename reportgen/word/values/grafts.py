"""Styles and lists of one document, found or planted in another (enten)."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from itertools import chain, count
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.styles import NUMBERING, STYLES, Style, lists_of, numbering_of
from reportgen.word.values.abstracts import VAN_STIJLEN, Model, without
from reportgen.word.values.deel import Deel, set_numbering
from reportgen.word.values.harvest import Opbrengst
from reportgen.word.values.loose import loosen, strip
from reportgen.word.xml import parse_xml, remove, value, w, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_VERWIJST = ("pStyle", "rStyle", "tblStyle")


class Graft:
    """Styles by name, where the template wins; lists that count for themselves. One use each."""

    def __init__(
        self, delen: Mapping[str, bytes], deel: Deel, opbrengst: Opbrengst, *, eigen: bool = False
    ) -> None:
        """Begin with the parts of a document, and what it is to stand in.

        Args:
            delen: the parts of the document.
            deel: the part that it is to stand in.
            opbrengst: gets the styles and lists that come along.
            eigen: whether all numbers stay as the document counts them, those of its headings too,
                also where a style of that name numbers otherwise here.
        """
        self._deel = deel
        self._opbrengst = opbrengst
        self._eigen = eigen
        stijlen = _gestript(delen, STYLES).iterchildren(w("style")) if STYLES in delen else ()
        self._stijlen = {e.get(w("styleId"), ""): e for e in stijlen}
        self._nums = lists_of(_gestript(delen, NUMBERING)) if NUMBERING in delen else {}
        self._lijsten: dict[tuple[str, str], str] = {}

    def apply(self, body: Element) -> None:
        """Let every paragraph, run and table of a body use the styles and lists of its place."""
        for alinea in body.iter(w("p")):
            self._nummer(alinea)
        self._verwijs(body)

    def _nummer(self, alinea: Element) -> None:
        """Give an item of a list the list of its own that it belongs to here."""
        ppr = alinea.find(w("pPr"))
        stijl = value(ppr, "pStyle") if ppr is not None else ""
        eigen = ppr.find(w("numPr")) if ppr is not None else None
        num, niveau = self._nummering(stijl, eigen)
        if num:
            if ppr is None:
                ppr = etree.Element(w("pPr"))
                alinea.insert(0, ppr)
            set_numbering(ppr, num, niveau)
        elif eigen is not None:
            remove(eigen)

    def _nummering(self, stijl: str, eigen: Element | None) -> tuple[str, int]:
        """Give the list and level here of a paragraph: its own, or those of its style."""
        diepte = value(eigen, "ilvl") if eigen is not None else ""
        if eigen is not None and (num := value(eigen, "numId")):
            return (num if num == "0" else self._eigen_lijst(num)), whole_number(diepte)
        hier = self._hier(stijl)
        if hier is None or self._eigen:
            gevonden = self._van_stijl(stijl)
            zonder = "0" if hier and hier.nummering else ""
            num = self._eigen_lijst(gevonden[0]) if gevonden else zonder
        else:
            gevonden = hier.nummering if hier.niveau is None else None  # a heading counts on
            num = self._lijst_hier(gevonden[0]) if gevonden else ""
        return num, whole_number(diepte, gevonden[1] if gevonden else 0)

    def _hier(self, stijl: str) -> Style | None:
        """Give the style of the template that has the name of a style of the document."""
        element = self._stijlen.get(stijl)
        return None if element is None else self._deel.styles.get(_naam(element))

    def _van_stijl(self, stijl: str) -> tuple[str, int] | None:
        """Give the list that a style of the document has or inherits."""
        for element in self._keten(stijl):
            if nummering := numbering_of(element.find(w("pPr"))):
                return nummering if nummering[0] != "0" else None
        return None

    def _keten(self, stijl: str) -> Iterator[Element]:
        gezien: set[str] = set()
        while stijl in self._stijlen and stijl not in gezien:
            gezien.add(stijl)
            yield self._stijlen[stijl]
            stijl = value(self._stijlen[stijl], "basedOn")

    def _lijst_hier(self, model: str) -> str:
        """Give a list of its own, made after one of the template; once per use."""
        sleutel = ("sjabloon", model)
        if sleutel not in self._lijsten:
            self._lijsten[sleutel] = self._opbrengst.nieuwe_lijst(model)
        return self._lijsten[sleutel]

    def _eigen_lijst(self, num: str) -> str:
        """Plant a list of the document; nothing for one that it does not have."""
        sleutel = ("document", num)
        if sleutel not in self._lijsten:
            self._lijsten[sleutel] = self._plant_lijst(num)
        return self._lijsten[sleutel]

    def _plant_lijst(self, num: str) -> str:
        if num not in self._nums:
            return ""
        element, abstract = self._nums[num]
        overrides = map(self._los, element.iterchildren(w("lvlOverride")))
        model = Model(self._los(abstract))
        return self._opbrengst.eigen_lijst(model, "".join(map(loosen, overrides)))

    def _los(self, element: Element) -> Element:
        """Copy a piece of a list, free of the styles and pictures of its old document."""
        los = without(element, (*VAN_STIJLEN, "name", "lvlPicBulletId"))
        self._verwijs(los)
        return los

    def _verwijs(self, element: Element) -> None:
        """Let every name of a style in an element be one of its new document."""
        for verwijzing in list(element.iter(*map(w, _VERWIJST))):
            if stijl := self._stijl(verwijzing.get(w("val"), "")):
                verwijzing.set(w("val"), stijl)
            else:
                remove(verwijzing)

    def _stijl(self, oud: str) -> str:
        """Give the id here of a style of the document, planted if need be; nothing if unknown."""
        element = self._stijlen.get(oud)
        if element is None:
            return ""
        naam = _naam(element)
        if bekend := self._deel.styles.get(naam):
            return bekend.id
        if naam not in self._opbrengst.stijl_ids:
            self._plant_stijl(element, naam)
        return self._opbrengst.stijl_ids[naam]

    def _plant_stijl(self, element: Element, naam: str) -> None:
        """Add a style, with the styles that it is based on or linked to."""
        nieuw = self._vrij_id(element.get(w("styleId"), "") or "Stijl")
        self._opbrengst.stijl_ids[naam] = nieuw
        self._opbrengst.stijlen[nieuw] = ""  # its place, before the styles that it leans on
        stijl = copy.deepcopy(element)
        stijl.set(w("styleId"), nieuw)
        stijl.attrib.pop(w("default"), "")
        for soort in ("basedOn", "next", "link"):
            self._leun(stijl, soort)
        ppr = stijl.find(w("pPr"))
        nummering = numbering_of(ppr)
        if ppr is not None and nummering and (num := self._eigen_lijst(nummering[0])):
            set_numbering(ppr, num, nummering[1])
        elif ppr is not None and nummering and nummering[0] != "0":
            ppr[:] = [kind for kind in ppr if kind.tag != w("numPr")]
        self._opbrengst.stijlen[nieuw] = loosen(stijl)

    def _leun(self, stijl: Element, soort: str) -> None:
        """Let a style lean on the same style here, or on none.

        A linked style must lean back, so only one that is new too will do; what comes next is a
        matter of typing, and brings no style along.
        """
        element = stijl.find(w(soort))
        if element is None:
            return
        oud = element.get(w("val"), "")
        naam = _naam(self._stijlen[oud]) if oud in self._stijlen else ""
        bekend = naam in self._deel.styles
        nieuw = naam in self._opbrengst.stijl_ids
        weg = {"link": bekend, "next": not (bekend or nieuw)}.get(soort, False)
        if not weg and (hier := self._stijl(oud)):
            element.set(w("val"), hier)
        else:
            remove(element)

    def _vrij_id(self, basis: str) -> str:
        bezet = self._deel.ids.keys() | self._opbrengst.stijlen.keys()
        kandidaten = chain((basis,), (f"{basis}{nummer}" for nummer in count(2)))
        return next(kandidaat for kandidaat in kandidaten if kandidaat not in bezet)


def _gestript(delen: Mapping[str, bytes], deel: str) -> Element:
    """Read a part, without the marks of its document."""
    wortel = parse_xml(delen[deel], deel)
    strip(wortel)
    return wortel


def _naam(stijl: Element) -> str:
    return value(stijl, "name").lower()
