"""One template put into another, once: a book template with the template of its sections in it.

The result is a template like any other, to be compiled and filled in one pass. The designer of
either knows nothing of the other: styles meet by name and the book's win, headings go down by the
depth of their place, lists, pictures, links and notes come along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.errors import Plaats, Problem, RenderError, TemplateError
from reportgen.word.dialect.ids import highest_id
from reportgen.word.engine.linking import Linking
from reportgen.word.engine.packaging import Packaging, first_free
from reportgen.word.opc.archive import Archive
from reportgen.word.opc.guard import guarded
from reportgen.word.opc.package import HOOFDDEEL, in_template, read_package
from reportgen.word.opc.relations import read_relations
from reportgen.word.styles import read_styles
from reportgen.word.values.deel import Deel
from reportgen.word.values.harvest import Ontvanger, Opbrengst
from reportgen.word.values.notes import highest_note, note_parts
from reportgen.word.values.transplant import transplant
from reportgen.word.xml import NS, parse_xml, text_of, to_bytes, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KOPSTIJL = re.compile(r"heading ([1-9])")


def composed(book: bytes, section: bytes, place: str, *, shift: int, naam: str = "boek") -> bytes:
    """Give the template of a book with that of its sections in its place.

    Headings that print a `kop`, and captions that print a `bijschrift`, become bookmarks named by
    the `anker` beside it; lines of contents and of lists that print those, links and fields.

    Args:
        book: a template with one paragraph `{{p place }}`.
        section: the template that comes there.
        place: the field that marks the place: `prestatie.hoofdstuk`.
        shift: how many levels its headings go down.
        naam: what messages call the template of the book.

    Raises:
        TemplateError: one of them is no template, there is no place or more than one, or the book
            has no style for a heading as deep as that.
    """
    delen = guarded(read_package(book, naam), naam)
    try:
        return _Boek(delen, naam).met(section, place, shift)
    except RenderError as fout:
        raise in_template(fout, naam) from None


class _Boek:
    """The package of a book while a section goes into it."""

    def __init__(self, delen: Mapping[str, bytes], naam: str) -> None:
        self._delen = dict(delen)
        self._naam = naam
        self._wortel = parse_xml(delen[HOOFDDEEL], HOOFDDEEL)
        self._stijlen = read_styles(delen)
        bezet = frozenset(read_relations(delen, HOOFDDEEL))
        self._deel = Deel(HOOFDDEEL, (), self._stijlen, bezet, met_tags=True)
        self._opbrengst = self._lege_opbrengst()
        self._ontvanger = Ontvanger(HOOFDDEEL, bezet, self._opbrengst, "rIdSectie")

    def met(self, section: bytes, place: str, shift: int) -> bytes:
        """Put a section in its place, and write the package."""
        plek = self._plek(place)
        for element in self._sectie(section, shift):
            plek.addprevious(element)
        houder = plek.getparent()
        if houder is not None:
            houder.remove(plek)
        stijlen = {stijl.id: stijl for stijl in self._stijlen.values()}
        Linking(stijlen, self._opbrengst.nieuw_id, shift + 1).apply(self._wortel)
        self._ruim_op()
        self._delen[HOOFDDEEL] = to_bytes(self._wortel)
        relaties = {HOOFDDEEL: self._ontvanger.relaties}
        leden = Packaging(self._delen).members(relaties, self._opbrengst)
        return Archive(self._delen).write(leden)

    def _ruim_op(self) -> None:
        """Empty the paragraphs that end a section and hold a space; on a full page it would go on.

        A template needs that space: an empty one, LibreOffice leaves out when it saves.
        """
        for sectie in self._wortel.iter(w("sectPr")):
            alinea = next(sectie.iterancestors(w("p")), None)
            if alinea is not None and text_of(alinea).isspace():
                for run in list(alinea.iterchildren(w("r"))):
                    alinea.remove(run)

    def _lege_opbrengst(self) -> Opbrengst:
        num, abstract = first_free(self._delen)
        delen = [parse_xml(x, n) for n, x in self._delen.items() if _is_tekst(n)]
        return Opbrengst(
            eerste_num=num,
            eerste_abstract=abstract,
            eerste_id=max(map(highest_id, delen), default=0) + 1,
            bezette_bladwijzers=frozenset(
                start.get(w("name"), "")
                for deel in delen
                for start in deel.iter(w("bookmarkStart"))
            ),
            eerste_noot=max(map(highest_note, delen), default=0) + 1,
            notendelen=note_parts(self._delen),
        )

    def _plek(self, place: str) -> Element:
        patroon = re.compile(rf"\s*\{{\{{p\s*{re.escape(place)}\s*\}}\}}\s*")
        alineas = self._wortel.iter(w("p"))
        plekken = [p for p in alineas if patroon.fullmatch(text_of(p))]
        if len(plekken) != 1:
            hoe = "geen plaats" if not plekken else f"{len(plekken)} plaatsen"
            wat = f"het sjabloon heeft {hoe} voor een hoofdstuk"
            cure = f"zet {{{{p {place} }}}} in één alinea, alleen, binnen de lus over prestaties"
            raise self._fout(wat, cure)
        return plekken[0]

    def _sectie(self, section: bytes, shift: int) -> Iterator[Element]:
        """Give the paragraphs and tables of a section, in the styles of the book."""
        delen = guarded(read_package(section, "hoofdstuk"), "hoofdstuk")
        try:
            xml = transplant(delen, self._deel, self._ontvanger)
        except RenderError as fout:
            raise _over_hoofdstuk(fout) from None
        namen = {str(n): uri for n, uri in self._wortel.nsmap.items() if n} | NS
        ruimten = "".join(f' xmlns:{n}="{uri}"' for n, uri in namen.items())
        inhoud = parse_xml(f"<x{ruimten}>{xml}</x>".encode(), HOOFDDEEL)
        for verwijzing in inhoud.iter(w("pStyle")):
            niveau = self._niveau(verwijzing.get(w("val"), ""))
            if niveau:
                verwijzing.set(w("val"), self._kop(niveau + shift))
        yield from list(inhoud)

    def _niveau(self, stijl: str) -> int | None:
        """Give the level of a heading style; a style of its own with an outline level stays."""
        meegekomen = {id_: naam for naam, id_ in self._opbrengst.stijl_ids.items()}
        bekend = self._deel.ids.get(stijl)
        kop = _KOPSTIJL.fullmatch(bekend.naam.lower() if bekend else meegekomen.get(stijl, ""))
        return int(kop[1]) if kop else None

    def _kop(self, niveau: int) -> str:
        stijl = self._stijlen.get(f"heading {niveau}")
        if stijl is None:
            wat = f"het sjabloon heeft geen stijl Kop {niveau}"
            cure = "voeg die stijl toe: zo diep komen de koppen van een hoofdstuk"
            raise self._fout(wat, cure)
        return stijl.id

    def _fout(self, wat: str, cure: str) -> TemplateError:
        return TemplateError([Problem("W40", "error", Plaats(self._naam), wat, cure)])


def _over_hoofdstuk(fout: RenderError) -> TemplateError:
    """Tell what cannot come along as what it is: something in the template of a section."""
    zo, hier = "het document in het document", "het sjabloon van het hoofdstuk"
    return TemplateError(
        replace(p, where=Plaats("hoofdstuk"), message=p.message.replace(zo, hier))
        for p in fout.problems
    )


def _is_tekst(naam: str) -> bool:
    return bool(
        re.fullmatch(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml", naam)
    )
