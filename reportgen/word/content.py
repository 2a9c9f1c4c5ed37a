"""Text fields become WordprocessingML: paragraphs, lists, runs, links, in the template's styles."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from lxml import etree
from markupsafe import Markup, escape

from reportgen.errors import Plaats, Problem, RenderError
from reportgen.tekst import Alinea, Blok, Lijst, Stuk, Tekst
from reportgen.word.sandbox import as_text, in_text
from reportgen.word.styles import numbering_of
from reportgen.word.xml import bare, fragment, sort_rpr, w

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportgen.word.styles import Style

_VET, _CURSIEF, _LINK = "strong", "emphasis", "hyperlink"
_VERVOLG = "list continue"
_SECTIE = re.compile(r"<w:sectPr.*?</w:sectPr>|<w:sectPr[^>]*/>", re.DOTALL)
_LIJSTEN = {True: "list number", False: "list bullet"}
_NEDERLANDS = {"list number": "Lijstnummering", "list bullet": "Lijst opsom.teken"}


@dataclass(slots=True)
class Inhoud:
    """Writes the rich values of one part; gathers the links and lists that the package needs."""

    styles: Mapping[str, Style]
    looks: Sequence[str]
    eerste_num: int
    bezet: frozenset[str] = frozenset()
    """The relationship ids that the part has already."""
    links: dict[str, str] = field(default_factory=dict)
    """Relationship id by address."""
    lijsten: dict[int, str] = field(default_factory=dict)
    """For the numId of each list instance, that of the list it is made after; per document."""
    _rpr: dict[tuple[str, Stuk], str] = field(default_factory=dict)

    def blokken(self, waarde: object, look: int) -> Markup:
        """Write a value as paragraphs that look as the paragraph of the tag does."""
        tekst = waarde if isinstance(waarde, Tekst) else _als_tekst(waarde)
        ppr = self.looks[look]
        diepte = 1 if self._is_lijst(ppr) else 0
        blokken = tekst.blokken
        if diepte and blokken and isinstance(blokken[0], Lijst):
            blokken = (Alinea(()), *blokken)  # the item's own number comes first
        if "<w:sectPr" in ppr and (not blokken or isinstance(blokken[-1], Lijst)):
            blokken = (*blokken, Alinea(()))  # the paragraph that ends the section stays
        gewoon = _SECTIE.sub("", ppr)
        delen = []
        for nummer, blok in enumerate(blokken):
            eigen = gewoon if nummer == 0 or not diepte else self._vervolg(1)
            laatste = nummer == len(blokken) - 1
            delen.append(self._blok(blok, ppr if laatste and gewoon != ppr else eigen, diepte))
        return Markup("").join(delen)

    def stukken(self, waarde: object, look: int) -> Markup:
        """Write a value as runs that look as the run of the tag does; paragraphs become lines."""
        tekst = waarde if isinstance(waarde, Tekst) else _als_tekst(waarde)
        regels = [self._runs(alinea.stukken, self.looks[look]) for alinea in tekst.alineas()]
        return Markup("<w:r><w:br/></w:r>").join(regels)

    def _blok(self, blok: Blok, ppr: str, diepte: int) -> Markup:
        if isinstance(blok, Lijst):
            return self._lijst(blok, diepte + 1)
        return Markup("<w:p>{}{}</w:p>").format(Markup(ppr), self._runs(blok.stukken, ""))  # noqa: S704  pPr is the template's own XML

    def _lijst(self, lijst: Lijst, diepte: int) -> Markup:
        stijl, niveau = self._lijststijl(lijst, diepte)
        ppr = f'<w:pPr><w:pStyle w:val="{escape(stijl.id)}"/></w:pPr>'
        if lijst.genummerd and stijl.nummering:
            num = self._nieuwe_lijst(stijl.nummering[0])
            lijstplek = f'<w:numPr><w:ilvl w:val="{niveau}"/><w:numId w:val="{num}"/></w:numPr>'
            ppr = ppr.replace("</w:pPr>", f"{lijstplek}</w:pPr>")
        vervolg = self._vervolg(diepte)
        delen = []
        for item in lijst.items:
            for nummer, blok in enumerate(item):
                delen.append(self._blok(blok, vervolg if nummer else ppr, diepte))
        return Markup("").join(delen)

    def _lijststijl(self, lijst: Lijst, diepte: int) -> tuple[Style, int]:
        """Find the style of a list of some depth (from 1), and its level in its numbering."""
        soort = _LIJSTEN[lijst.genummerd]
        dieper = self.styles.get(f"{soort} {diepte}")
        if dieper and dieper.nummering:
            return dieper, dieper.nummering[1]
        stijl = self.styles.get(soort)
        if stijl is None or stijl.nummering is None:
            naam = f"{soort} ({_NEDERLANDS[soort]})"
            tekst = f"de sjabloon mist de stijl ‘{naam}’, nodig voor een lijst in de tekst"
            cure = "voeg die stijl met een nummering toe aan de sjabloon"
            raise RenderError([Problem("W12", "error", Plaats(), tekst, cure)])
        return stijl, diepte - 1

    def _nieuwe_lijst(self, model: str) -> int:
        self.lijsten[self.eerste_num + len(self.lijsten)] = model
        return max(self.lijsten)

    def _vervolg(self, diepte: int) -> str:
        """Give paragraph properties for what follows in a list item of some depth (from 1)."""
        naam = _VERVOLG if diepte == 1 else f"{_VERVOLG} {diepte}"
        stijl = self.styles.get(naam) or self.styles.get(_VERVOLG)
        return f'<w:pPr><w:pStyle w:val="{escape(stijl.id)}"/></w:pPr>' if stijl else ""

    def _runs(self, stukken: Sequence[Stuk], rpr: str) -> Markup:
        return Markup("").join(self._run(stuk, rpr) for stuk in stukken)

    def _run(self, stuk: Stuk, basis: str) -> Markup:
        rpr = Markup(self._look(stuk, basis))  # noqa: S704  built from style ids, escaped there
        run = Markup('<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>').format(
            rpr, in_text(stuk.tekst)
        )
        if not stuk.url:
            return run
        rid = self.links.get(stuk.url) or self._nieuwe_link(stuk.url)
        return Markup('<w:hyperlink r:id="{}" w:history="1">{}</w:hyperlink>').format(rid, run)

    def _nieuwe_link(self, url: str) -> str:
        vrij = (f"rIdLink{nummer}" for nummer in count(len(self.links) + 1))
        self.links[url] = next(rid for rid in vrij if rid not in self.bezet)
        return self.links[url]

    def _look(self, stuk: Stuk, basis: str) -> str:
        """Give run properties: a named style where the template has it, else bold or italic."""
        sleutel = (basis, Stuk("", stuk.vet, stuk.cursief, "link" if stuk.url else ""))
        if sleutel not in self._rpr:
            self._rpr[sleutel] = self._maak_look(stuk, basis)
        return self._rpr[sleutel]

    def _maak_look(self, stuk: Stuk, basis: str) -> str:
        rpr = copy.deepcopy(fragment(basis or "<w:rPr/>"))
        vrij = rpr.find(w("rStyle")) is None
        for aan, naam, kaal in (
            (stuk.url, _LINK, "u"),
            (stuk.vet, _VET, "b"),
            (stuk.cursief, _CURSIEF, "i"),
        ):
            if not aan:
                continue
            stijl = self.styles.get(naam)
            if stijl and vrij:
                etree.SubElement(rpr, w("rStyle")).set(w("val"), stijl.id)
                vrij = False
            elif rpr.find(w(kaal)) is None:
                extra = etree.SubElement(rpr, w(kaal))
                if kaal == "u":
                    extra.set(w("val"), "single")
        if not len(rpr):
            return ""
        sort_rpr(rpr)
        return bare(rpr)

    def _is_lijst(self, ppr: str) -> bool:
        """Say whether paragraph properties number their paragraph, by themselves or their style."""
        if not ppr:
            return False
        element = fragment(ppr)
        stijl = element.find(w("pStyle"))
        ids = {s.id: s for s in self.styles.values()}
        van_stijl = (
            ids[stijl.get(w("val"), "")]
            if stijl is not None and stijl.get(w("val")) in ids
            else None
        )
        return bool(numbering_of(element) or (van_stijl and van_stijl.nummering))


def _als_tekst(waarde: object) -> Tekst:
    return Tekst((Alinea((Stuk(as_text(waarde)),)),) if waarde not in (None, "") else ())
