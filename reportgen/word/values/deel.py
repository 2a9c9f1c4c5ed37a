"""A part of a template (deel) as its values see it: how each place looks, computed once."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree
from markupsafe import escape

from reportgen.word.looks import Look
from reportgen.word.styles import Style, numbering_of
from reportgen.word.values.letters import Rand, fout
from reportgen.word.xml import bare, fragment, sort_rpr, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SECTIE = re.compile(r"<w:sectPr.*?</w:sectPr>|<w:sectPr[^>]*/>", re.DOTALL)
_VERVOLG = "list continue"
_T = '<w:t xml:space="preserve">'
_UIT = {"0", "false", "off", "none"}
_VOOR_NUMMER = {
    w(naam)
    for naam in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
}
"""The properties of a paragraph that stand before `w:numPr`. Source: ECMA-376 17.3.1.26."""


Vormen = tuple[tuple[str, str], tuple[str, str]]
"""What opens a run, `w:t` included: `[bold][italic]`."""

Begin = tuple[Vormen, Vormen]
"""Idem: `[in a link][bold][italic]`."""


@dataclass(frozen=True, slots=True)
class Plek:
    """The place of a tag (plek): what the paragraphs and runs of its value begin with."""

    look: Look
    alinea: Rand
    """What a paragraph begins with: its properties, without the section that it may end."""
    vervolg: Rand
    """What the paragraphs after the first begin with."""
    sectie: str
    """`<w:sectPr>` when the paragraph ends a section, or nothing."""
    lijst: bool
    """Whether the paragraph is an item of a list."""
    genummerd: tuple[str, str]
    """Its properties before and after the numId of another list."""
    begin: Begin
    """What opens a run in the look of the tag's run."""
    run: Rand | None
    """How a run ends its paragraph; None in a paragraph that ends a section."""


@dataclass(frozen=True, eq=False)
class Deel:
    """A part of a template: its name, the looks of its tags, the styles of its document.

    Immutable but for what it computed already, and so safe to share between threads.
    """

    naam: str
    looks: tuple[Look, ...]
    styles: Mapping[str, Style]
    """By name in lower case."""
    bezet: frozenset[str] = frozenset()
    """The relationship ids that the part has already."""
    met_tags: bool = False
    """Whether what comes to stand in it may have tags, that are filled later."""
    _plekken: dict[int, Plek] = field(default_factory=dict, repr=False)
    _vervolgen: dict[int, Rand] = field(default_factory=dict, repr=False)

    def plek(self, nr: int) -> Plek:
        """Give the place of a tag, by its number."""
        return self._plekken.get(nr) or self._plekken.setdefault(nr, self._maak_plek(nr))

    @cached_property
    def ids(self) -> dict[str, Style]:
        """The styles by id."""
        return {stijl.id: stijl for stijl in self.styles.values()}

    def vervolg(self, diepte: int) -> Rand:
        """Give what a paragraph begins with that follows in a list item of some depth (from 1)."""
        if diepte not in self._vervolgen:
            naam = _VERVOLG if diepte == 1 else f"{_VERVOLG} {diepte}"
            stijl = self.styles.get(naam) or self.styles.get(_VERVOLG)
            self._vervolgen[diepte] = Rand("", style_ppr(stijl.id) if stijl else "")
        return self._vervolgen[diepte]

    def stijl(self, naam: str) -> str:
        """Give the id of a style, named by its name or its id, escaped for an attribute.

        Raises:
            RenderError: the template does not have it.
        """
        stijl = self.styles.get(naam.lower()) or self.ids.get(naam)
        if stijl is None:
            wat = f"het sjabloon heeft geen stijl ‘{naam[:60]}’"
            raise fout("W12", wat, "voeg de stijl aan het sjabloon toe, of gebruik een andere naam")
        return str(escape(stijl.id))

    def _maak_plek(self, nr: int) -> Plek:
        look = self.looks[nr]
        sectie = _SECTIE.search(look.ppr)
        ppr = _SECTIE.sub("", look.ppr)
        nummering = self._nummering(ppr)
        alinea = Rand("", ppr)
        return Plek(
            look=look,
            alinea=alinea,
            vervolg=self.vervolg(1) if nummering else alinea,
            sectie=sectie[0] if sectie else "",
            lijst=nummering is not None,
            genummerd=_genummerd(ppr, nummering[1] if nummering else 0),
            begin=self._begin(look.rpr),
            run=None if sectie else Rand(look.sluit, ppr + look.open),
        )

    def _nummering(self, ppr: str) -> tuple[str, int] | None:
        """Give the list of paragraph properties, by themselves or by their style."""
        if not ppr:
            return None
        element = fragment(ppr)
        if eigen := numbering_of(element):
            return eigen if eigen[0] != "0" else None  # 0 takes the list of the style away
        stijl = self.ids.get(value(element, "pStyle"))
        return stijl.nummering if stijl else None

    def _begin(self, basis: str) -> Begin:
        return self._vormen(basis, link=False), self._vormen(basis, link=True)

    def _vormen(self, basis: str, *, link: bool) -> Vormen:
        vormen = [(vet, cursief) for vet in (False, True) for cursief in (False, True)]
        a, b, c, d = (
            f"<w:r>{self._rpr(basis, link=link, vet=vet, cursief=cursief)}{_T}"
            for vet, cursief in vormen
        )
        return (a, b), (c, d)

    def _rpr(self, basis: str, *, link: bool, vet: bool, cursief: bool) -> str:
        """Give run properties: a named style where the template has it, else bold or italic."""
        rpr = copy.deepcopy(fragment(basis or "<w:rPr/>"))
        vrij = rpr.find(w("rStyle")) is None
        for aan, naam, kaal in (
            (link, "hyperlink", "u"),
            (vet, "strong", "b"),
            (cursief, "emphasis", "i"),
        ):
            stijl = self.styles.get(naam)
            if aan and stijl and vrij:
                etree.SubElement(rpr, w("rStyle")).set(w("val"), stijl.id)
                vrij = False
            elif aan:
                _zet_aan(rpr, kaal)
        sort_rpr(rpr)
        return bare(rpr) if len(rpr) else ""


def style_ppr(stijl: str) -> str:
    """Give the paragraph properties of a style and nothing else."""
    return f'<w:pPr><w:pStyle w:val="{escape(stijl)}"/></w:pPr>'


def end_section(xml: str, sectie: str) -> str:
    """Let the last paragraph, the one that begins at the last `<w:p>`, end a section."""
    plek = xml.rindex("<w:p>") + len("<w:p>")
    voor, na = xml[:plek], xml[plek:]
    if na.startswith("<w:pPr>"):
        eigen, _, rest = na.partition("</w:pPr>")
        return f"{voor}{eigen}{sectie}</w:pPr>{rest}"
    return f"{voor}<w:pPr>{sectie}</w:pPr>{na}"


def set_numbering(ppr: Element, num: str, niveau: int) -> None:
    """Make paragraph properties those of an item of a list, in the order of the schema."""
    for oud in list(ppr.iterchildren(w("numPr"))):
        ppr.remove(oud)
    voor = [kind for kind in ppr if kind.tag in _VOOR_NUMMER]
    numpr = etree.Element(w("numPr"))
    etree.SubElement(numpr, w("ilvl")).set(w("val"), str(niveau))
    etree.SubElement(numpr, w("numId")).set(w("val"), num)
    ppr.insert(len(voor), numpr)


def _genummerd(ppr: str, niveau: int) -> tuple[str, str]:
    """Cut paragraph properties where the numId of another list goes."""
    element = copy.deepcopy(fragment(ppr or "<w:pPr/>"))
    set_numbering(element, "0", niveau)
    voor_num, _, na = bare(element).partition('<w:numId w:val="0"/>')
    return f'{voor_num}<w:numId w:val="', f'"/>{na}'


def _zet_aan(rpr: Element, naam: str) -> None:
    """Switch a property of a run on; one that is on already keeps its kind."""
    element = rpr.find(w(naam))
    if element is None:
        element = etree.SubElement(rpr, w(naam))
    if naam == "u" and element.get(w("val"), "none") in _UIT:
        element.set(w("val"), "single")
    elif element.get(w("val")) in _UIT:
        element.attrib.pop(w("val"))
