"""What the old document had, made fit to stand in the new one as deleted.

Styles meet by name, lists by the paragraphs that both documents have; links, pictures and notes
come along. Content controls, bookmarks and comments do not: those of the new document stand.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.model import ADRES
from reportgen.word.engine.packaging import Packaging, begun
from reportgen.word.opc.archive import Archive
from reportgen.word.opc.fieldcodes import dangerous
from reportgen.word.opc.package import HOOFDDEEL
from reportgen.word.opc.relations import read_relations
from reportgen.word.redline.fields import spelled_out
from reportgen.word.redline.stamp import RUN
from reportgen.word.styles import read_styles
from reportgen.word.values.additions import Relatie
from reportgen.word.values.deel import Deel
from reportgen.word.values.gevolg import Gevolg
from reportgen.word.values.grafts import Graft
from reportgen.word.values.harvest import Ontvanger, Opbrengst
from reportgen.word.values.notes import VERWIJZINGEN, notes_of
from reportgen.word.values.transplant import Verbinder, number
from reportgen.word.xml import R, parse_xml, remove, to_bytes, w, whole_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

_UITPAKKEN = tuple(map(w, ("sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo")))
_WEG = tuple(
    map(
        w,
        (
            *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"),
            *("permStart", "permEnd", "proofErr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"),
            *("sectPr", "commentReference", "annotationRef", "altChunk", "subDoc"),
            *("object", "control"),
        ),
    )
)
_VELD = tuple(map(w, ("fldChar", "instrText")))
_NOOT = tuple(map(w, VERWIJZINGEN))
_KEUS = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_MERKEN = tuple(map(w, ("bookmarkStart", "commentRangeStart", "commentReference")))
_LINK, _RID = w("hyperlink"), f"{{{R}}}id"
_DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class _Lists(Graft):
    """Styles by name; a list of the old document is the list of the new one that it became."""

    def __init__(
        self, delen: Mapping[str, bytes], deel: Deel, opbrengst: Opbrengst, gelijk: dict[str, str]
    ) -> None:
        """Begin with both documents.

        Args:
            delen: the parts of the old document.
            deel: the main part of the new one.
            opbrengst: gets the styles and lists that come along.
            gelijk: for each list of the old document that the new one has too, which it is there.
        """
        super().__init__(delen, deel, opbrengst, eigen=True)
        self._lijsten.update({("document", oud): nieuw for oud, nieuw in gelijk.items()})

    def _nummering(self, stijl: str, eigen: Element | None) -> tuple[str, int]:
        hier = self._hier(stijl)
        if eigen is None and hier and bool(hier.nummering) == bool(self._van_stijl(stijl)):
            return "", 0
        return super()._nummering(stijl, eigen)


class Carrying:
    """Carries pieces of an old document into a new one."""

    def __init__(
        self, oud: Mapping[str, bytes], nieuw: Mapping[str, bytes], gelijk: dict[str, str]
    ) -> None:
        self._oud, self._nieuw = oud, nieuw
        bezet = frozenset(read_relations(nieuw, HOOFDDEEL))
        deel = Deel(HOOFDDEEL, (), read_styles(nieuw), bezet)
        self.stijlen = deel.ids
        self._opbrengst = begun(nieuw, _highest_drawing(nieuw) + 1, frozenset())
        self._ontvanger = Ontvanger(HOOFDDEEL, bezet, self._opbrengst, "rIdOud")
        self._lijsten = _Lists(oud, deel, self._opbrengst, gelijk)
        self._relaties = read_relations(oud, HOOFDDEEL)
        self._gevolg = Gevolg(oud, self._ontvanger, "oud")

    def properties(self, alinea: Element) -> Element | None:
        """Give the properties of an old paragraph in the words of the new document."""
        los = etree.Element(w("p"))
        if (ppr := alinea.find(w("pPr"))) is not None:
            los.append(copy.deepcopy(ppr))
        self._lijsten.apply(los)
        nieuw = los.find(w("pPr"))
        return None if nieuw is None else plain(nieuw)

    def copy(self, stukken: Sequence[Element]) -> list[Element]:
        """Copy paragraphs, tables or runs of the old document."""
        los = etree.Element(w("p" if all(s.tag == RUN for s in stukken) else "body"))
        los.extend([copy.deepcopy(stuk) for stuk in stukken])
        self._strip(los)
        self._lijsten.apply(los)
        Verbinder(self._oud, self._relaties, self._ontvanger, self._gevolg).apply(los)
        number(los, self._opbrengst)
        if next(los.iter(*_NOOT), None) is not None:
            for noot in notes_of(los, self._oud):
                noot.plant(self._opbrengst)
        return list(los)

    def _strip(self, los: Element) -> None:
        """Take away what belongs to the old document alone, or cannot come along."""
        for element in list(los.iter(*_WEG, _KEUS)):
            remove(element)
        etree.strip_tags(los, *_UITPAKKEN)
        for link in list(los.iter(_LINK)):
            relatie = self._relaties.get(link.get(_RID, ""))
            if link.get(_RID) and not (relatie and ADRES.fullmatch(relatie.doel)):
                link.tag = _UITPAKKEN[0]
        etree.strip_tags(los, _UITPAKKEN[0])
        for veld in list(los.iter(w("fldSimple"))):
            spelled_out(veld)
        if next(dangerous(los, met_tags=False), None):
            for element in list(los.iter(*_VELD)):
                remove(element)

    def write(self, wortel: Element) -> bytes:
        """Write the new document with a new body, and all that came along."""
        delen = {**self._nieuw, HOOFDDEEL: to_bytes(wortel)}
        relaties: dict[str, Sequence[Relatie]] = {HOOFDDEEL: self._ontvanger.relaties}
        leden = Packaging(self._nieuw).members(relaties, self._opbrengst)
        return Archive(delen).write(leden)


def plain(ppr: Element) -> Element:
    """Give the properties of a paragraph, without those of its mark, its section or its past."""
    ppr[:] = [k for k in ppr if k.tag not in {w("rPr"), w("sectPr"), w("pPrChange")}]
    return ppr


def _highest_drawing(delen: Mapping[str, bytes]) -> int:
    wortel = parse_xml(delen[HOOFDDEEL], HOOFDDEEL, groot=True)
    return max((whole_number(e.get("id", "")) for e in wortel.iter(_DOCPR)), default=0)


def highest_mark(wortel: Element) -> int:
    """Give the highest id of what a part marks: bookmarks and comments."""
    ids = (e.get(w("id"), "") for e in wortel.iter(*_MERKEN))
    return max(map(whole_number, ids), default=0)
