"""Values become WordprocessingML: text, lists, links, pictures, charts, in the look of their place.

`Deel` is a part of a template, immutable; `Opbrengst` what one document needs beside its text;
`Inhoud` writes the values of one part of one document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from reportgen.tekst import Alinea, Blok, Lijst, Stuk, Tekst
from reportgen.word.jinja.sandbox import as_text
from reportgen.word.values.additions import Relatie
from reportgen.word.values.chartdrawing import chart_drawing
from reportgen.word.values.charts import Chart
from reportgen.word.values.deel import Begin, Deel, Plek, Vormen, end_section, style_ppr
from reportgen.word.values.foreign import adopt, is_foreign
from reportgen.word.values.harvest import Ontvanger, Opbrengst
from reportgen.word.values.images import drawing
from reportgen.word.values.letters import Rand, Wml, fout, in_run, zonder_opmaak
from reportgen.word.values.rich import InlineImage, Listing, RichText, RichTextParagraph, Subdoc
from reportgen.word.values.richwriter import rich_runs
from reportgen.word.values.subdoc import subdoc_blocks

if TYPE_CHECKING:
    from reportgen.word.styles import Style

__all__ = ["Deel", "Inhoud", "Opbrengst", "Relatie", "Wml"]

_EINDE = "</w:t></w:r>"
_BLADWIJZER = re.compile(r"[A-Za-z_]\w{0,39}")
_T = '<w:t xml:space="preserve">'
_LIJSTEN = {True: "list number", False: "list bullet"}
_NEDERLANDS = {"list number": "Lijstnummering", "list bullet": "Lijst opsom.teken"}


class Inhoud(Ontvanger):
    """Writes the values of one part while it is filled; `relaties` is what the part needs."""

    __slots__ = ("deel",)

    def __init__(self, deel: Deel, opbrengst: Opbrengst) -> None:
        """Begin with a part of the template, and what its document gathers."""
        super().__init__(deel.naam, deel.bezet, opbrengst)
        self.deel = deel

    def tekst(self, waarde: object, nr: int) -> str:
        """Write a value inside the `w:t` of the tag's run, escaped; only a drawing is no text.

        Raises:
            RenderError: it holds what Word cannot print.
            TypeError: it is a record or a list.
        """
        eigen = _eigen(waarde)
        if isinstance(eigen, Wml):
            return eigen
        if isinstance(eigen, InlineImage | Chart):
            return f"</w:t>{self._tekening(eigen)}{_T}"
        plek = self.deel.plek(nr)
        return in_run(_plat(eigen), plek.begin[0][0][0], _EINDE, plek.run)

    def stukken(self, waarde: object, nr: int) -> Wml:
        """Write a value as runs that look as the run of the tag does; paragraphs become lines.

        Raises:
            RenderError: it holds what Word cannot print, or is a whole document.
            TypeError: it is a record or a list.
        """
        plek = self.deel.plek(nr)
        if type(waarde) is not Tekst:
            return Wml(self._losse_stukken(_eigen(waarde), plek))
        regels = [self._runs(a.stukken, plek.begin, plek.run) for a in waarde.alineas()]
        return Wml(f"<w:r>{plek.look.rpr}<w:br/></w:r>".join(regels))

    def blokken(self, waarde: object, nr: int, num: str = "") -> Wml:
        """Write a value as paragraphs that look as the paragraph of the tag does.

        Args:
            waarde: a text, with markup or without, or anything that stands in paragraphs.
            nr: the number of the tag.
            num: the numId of the list that the first paragraph is an item of.

        Raises:
            RenderError: it holds what Word cannot print.
            TypeError: it is a record or a list.
        """
        plek = self.deel.plek(nr)
        eerste = Rand("", num.join(plek.genummerd)) if num else plek.alinea
        if type(waarde) is Tekst:
            xml, los = self._tekstblokken(waarde.blokken, plek, eerste)
        else:
            xml, los = self._losse_blokken(_eigen(waarde), plek, eerste)
        if not plek.sectie:
            return Wml(xml)
        if los:  # the paragraph that ends the section stays
            xml += f"<w:p>{plek.vervolg.begin}</w:p>"
        return Wml(end_section(xml, plek.sectie))

    def _losse_stukken(self, waarde: object, plek: Plek) -> str:
        """Write a value that is no small Markdown as runs."""
        match waarde:
            case Wml():
                return waarde
            case RichText():
                return self._rijk(waarde, plek)
            case RichTextParagraph():
                regels = [self._rijk(rijk, plek) for rijk, _ in waarde.alineas]
                return f"<w:r>{plek.look.rpr}<w:br/></w:r>".join(regels)
            case InlineImage() | Chart():
                return f"<w:r>{plek.look.rpr}{self._tekening(waarde)}</w:r>"
        tekst = _plat(waarde)
        return self._runs((Stuk(tekst),), plek.begin, plek.run) if tekst else ""

    def _rijk(self, rijk: RichText, plek: Plek) -> str:
        return rich_runs(rijk, self.deel, self, plek.run)

    def _tekening(self, waarde: InlineImage | Chart) -> str:
        if isinstance(waarde, Chart):
            return chart_drawing(waarde, self)
        return drawing(waarde, self)

    def _losse_blokken(self, waarde: object, plek: Plek, eerste: Rand) -> tuple[str, bool]:
        """Write a value that is no small Markdown as paragraphs; say if none of them is ours."""
        match waarde:
            case Wml():
                return waarde, True
            case Subdoc():
                return subdoc_blocks(waarde, self.deel, self), True
            case RichTextParagraph():
                return self._alineas(waarde, plek, eerste), not waarde
            case RichText():
                runs = rich_runs(waarde, self.deel, self, eerste)
            case InlineImage() | Chart():
                runs = f"<w:r>{plek.look.rpr}{self._tekening(waarde)}</w:r>"
            case _:
                tekst = _plat(waarde)
                runs = self._runs((Stuk(tekst),), plek.begin, eerste) if tekst else ""
        return (f"<w:p>{eerste.begin}{runs}</w:p>", False) if runs else ("", True)

    def _alineas(self, waarde: RichTextParagraph, plek: Plek, eerste: Rand) -> str:
        uit = []
        for nummer, (rijk, stijl) in enumerate(waarde.alineas):
            rand = plek.alinea if nummer else eerste
            if stijl:
                rand = Rand("", f'<w:pPr><w:pStyle w:val="{self.deel.stijl(stijl)}"/></w:pPr>')
            uit.append(f"<w:p>{rand.begin}{rich_runs(rijk, self.deel, self, rand)}</w:p>")
        return "".join(uit)

    def _tekstblokken(self, blokken: Sequence[Blok], plek: Plek, eerste: Rand) -> tuple[str, bool]:
        """Write the blocks of a text; say if the last of them is no paragraph of the place."""
        if plek.lijst and blokken and isinstance(blokken[0], Lijst):
            blokken = (Alinea(()), *blokken)  # the item's own number comes first
        uit, rand, begin = "", eerste, plek.begin
        for blok in blokken:
            if type(blok) is Alinea:
                uit += f"<w:p>{rand.begin}{self._runs(blok.stukken, begin, rand)}</w:p>"
            elif type(blok) is Lijst:
                uit += self._lijst(blok, plek.lijst + 1, begin)
            rand = plek.vervolg
        return uit, not blokken or isinstance(blokken[-1], Lijst)

    def _lijst(self, lijst: Lijst, diepte: int, begin: Begin) -> str:
        stijl, niveau = self._lijststijl(lijst, diepte)
        ppr = style_ppr(stijl.id)
        if lijst.genummerd and stijl.nummering:
            num = self.opbrengst.nieuwe_lijst(stijl.nummering[0])
            lijstplek = f'<w:numPr><w:ilvl w:val="{niveau}"/><w:numId w:val="{num}"/></w:numPr>'
            ppr = ppr.replace("</w:pPr>", f"{lijstplek}</w:pPr>")
        eerste, vervolg = Rand("", ppr), self.deel.vervolg(diepte)
        uit = ""
        for item in lijst.items:
            for nummer, blok in enumerate(item):
                if isinstance(blok, Lijst):
                    uit += self._lijst(blok, diepte + 1, begin)
                else:
                    rand = vervolg if nummer else eerste
                    uit += f"<w:p>{rand.begin}{self._runs(blok.stukken, begin, rand)}</w:p>"
        return uit

    def _lijststijl(self, lijst: Lijst, diepte: int) -> tuple[Style, int]:
        """Find the style of a list of some depth (from 1), and its level in its numbering."""
        soort = _LIJSTEN[lijst.genummerd]
        dieper = self.deel.styles.get(f"{soort} {diepte}")
        if dieper and dieper.nummering:
            return dieper, dieper.nummering[1]
        stijl = self.deel.styles.get(soort)
        if stijl is None or stijl.nummering is None:
            naam = f"{soort} ({_NEDERLANDS[soort]})"
            wat = f"het sjabloon mist de stijl ‘{naam}’, nodig voor een lijst in de tekst"
            raise fout("W12", wat, "voeg die stijl met een nummering toe aan het sjabloon")
        return stijl, diepte - 1

    def _runs(self, stukken: Sequence[Stuk], begin: Begin, rand: Rand | None) -> str:
        """Write the runs of a paragraph. The busiest lines of a fill: plain strings."""
        gewoon = begin[0]
        kaal = gewoon[0][0]
        uit = ""
        for stuk in stukken:
            tekst = stuk.tekst
            if stuk.url:
                uit += self._linkrun(stuk, begin[1], rand)
                continue
            opent = gewoon[stuk.vet][stuk.cursief] if stuk.vet or stuk.cursief else kaal
            if not tekst.isprintable() or "&" in tekst or "<" in tekst or ">" in tekst:
                tekst = in_run(tekst, opent, _EINDE, rand)
            uit += f"{opent}{tekst}</w:t></w:r>"
        return uit

    def _linkrun(self, stuk: Stuk, begin: Vormen, rand: Rand | None) -> str:
        heen = f'r:id="{self.link(stuk.url)}"' if stuk.url[0] != "#" else _anker(stuk.url[1:])
        opent = f'<w:hyperlink {heen} w:history="1">{begin[stuk.vet][stuk.cursief]}'
        sluit = f"{_EINDE}</w:hyperlink>"
        return f"{opent}{in_run(stuk.tekst, opent, sluit, rand)}{sluit}"


def _anker(naam: str) -> str:
    """Lead to a bookmark of the document itself. Source: ECMA-376 17.16.22 (hyperlink)."""
    if not _BLADWIJZER.fullmatch(naam):
        raise fout("W33", f"‘{naam[:60]}’ is geen naam van een bladwijzer", "gebruik letters en _")
    return f'w:anchor="{naam}"'


def _eigen(waarde: object) -> object:
    """Read what another library made into ours."""
    if isinstance(waarde, Markup):
        return waarde if isinstance(waarde, Wml) else zonder_opmaak(waarde)
    return adopt(waarde) if is_foreign(waarde) else waarde


def _plat(waarde: object) -> str:
    """Give the plain text of a value."""
    if waarde is None:
        return ""
    if isinstance(waarde, RichText | RichTextParagraph | Listing):
        return str(waarde)
    if isinstance(waarde, Subdoc):
        wat = "een heel document past niet in een zin"
        raise fout("W22", wat, "zet de tag als {{p …}} alleen in een alinea")
    return as_text(waarde)
