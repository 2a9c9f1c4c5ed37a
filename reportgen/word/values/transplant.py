"""The body of a document, made fit to stand in another one.

Styles, lists, pictures, links and notes come along or are found there by name; ids become fresh;
what cannot come along is refused, never left behind in silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from posixpath import splitext
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.errors import RenderError
from reportgen.word.opc.fieldcodes import dangerous
from reportgen.word.opc.package import content_type
from reportgen.word.opc.relations import Relatie, read_relations
from reportgen.word.values.gevolg import Gevolg
from reportgen.word.values.grafts import Graft
from reportgen.word.values.harvest import HYPERLINK, IMAGE, Ontvanger, Opbrengst
from reportgen.word.values.letters import fout
from reportgen.word.values.loose import loosen, strip
from reportgen.word.values.notes import VERWIJZINGEN, notes_of
from reportgen.word.xml import R, parse_xml, remove, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.word.values.deel import Deel

_DOCUMENT = "word/document.xml"
_DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_RELID = "{urn:schemas-microsoft-com:office:office}relid"
_WIJZIGINGEN = "wijzigingen die niet zijn geaccepteerd"
_NOTEN = {"footnoteReference": "een voetnoot", "endnoteReference": "een eindnoot"}
_GEWEIGERD = {
    **_NOTEN,
    "commentReference": "een opmerking",
    "commentRangeStart": "een opmerking",
    "altChunk": "een ingevoegd bestand",
    "subDoc": "een subdocument",
    "object": "een ingesloten object (OLE)",
    "control": "een ActiveX-besturingselement",
    **dict.fromkeys(("ins", "del", "moveFrom", "moveTo"), _WIJZIGINGEN),
    **dict.fromkeys(("cellIns", "cellDel", "cellMerge", "numberingChange"), _WIJZIGINGEN),
}
_SOORTEN = {"chart": "een grafiek", "chartEx": "een grafiek", "diagramData": "SmartArt"}
_CURES = {
    _WIJZIGINGEN: "accepteer of verwerp ze in Word (Controleren ▸ Wijzigingen)",
    "een grafiek": "zet er in dat document een afbeelding van",
    "SmartArt": "zet er in dat document een afbeelding van",
    **dict.fromkeys(
        _NOTEN.values(),
        "zet de tekst van de noot in de alinea: een noot past alleen in de hoofdtekst",
    ),
}
_EXTENSIE = re.compile("[a-z0-9]{1,8}")


def transplant(delen: Mapping[str, bytes], deel: Deel, ontvanger: Ontvanger) -> str:
    """Give the body of a document as paragraphs and tables for a part of another one.

    Its last section goes: what it holds takes the page of its place. Sections before that stay,
    without their headers and footers.

    Args:
        delen: the parts of the document.
        deel: the part of the template that it comes to stand in, for the styles there.
        ontvanger: gets what has to come along.

    Raises:
        RenderError: it holds what cannot come along; every kind is named.
    """
    body = body_of(delen)
    _secties(body)
    adapt(body, delen, deel, ontvanger)
    return "".join(loosen(kind) for kind in body.iterchildren("*"))


def body_of(delen: Mapping[str, bytes]) -> Element:
    """Read the body of a document.

    Raises:
        RenderError: it has none, or is damaged.
    """
    body = parse_xml(delen[_DOCUMENT], _DOCUMENT).find(w("body"))
    if body is None:
        wat = "het document in het document heeft een vorm die hier niet past"
        raise fout("W22", wat, "sla het in Word op als ‘Word-document (.docx)’")
    return body


def adapt(
    body: Element,
    delen: Mapping[str, bytes],
    deel: Deel,
    ontvanger: Ontvanger,
    gevolg: Gevolg | None = None,
) -> None:
    """Make the body of a document fit for its new place, element by element, where it stands.

    Args:
        body: the body.
        delen: the parts of the document.
        deel: the part that it comes to stand in, for the styles there.
        ontvanger: gets what has to come along.
        gevolg: the parts of their own that may come along (headers, charts), where the body keeps
            to itself; it then keeps all its numbers as well.

    Raises:
        RenderError: it holds what cannot come along; every kind is named.
    """
    hoofdtekst = deel.naam == _DOCUMENT
    mag = VERWIJZINGEN if hoofdtekst else frozenset[str]()
    _weiger(body, mag, met_tags=deel.met_tags)
    strip(body.getroottree().getroot())
    opbrengst = ontvanger.opbrengst
    noten = notes_of(body, delen) if hoofdtekst else []
    plekken = [(body, _DOCUMENT, ontvanger), *(gevolg.heads(body) if gevolg else ())]
    plekken += [(noot.inhoud, noot.deel, opbrengst.noten_van(noot.soort)) for noot in noten]
    for stuk, _, _ in plekken[1:]:
        _weiger(stuk, met_tags=deel.met_tags)
    graft = Graft(delen, deel, opbrengst, eigen=gevolg is not None)
    for stuk, van, naar in plekken:
        graft.apply(stuk)
        Verbinder(delen, read_relations(delen, van), naar, gevolg).apply(stuk)
        number(stuk, opbrengst)
    _hernoem([stuk for stuk, _, _ in plekken], opbrengst)
    for noot in noten:
        noot.plant(opbrengst)
    if gevolg:
        gevolg.plant()


def _weiger(body: Element, mag: frozenset[str] = frozenset(), *, met_tags: bool) -> None:
    """Refuse what has a part of its own that is not copied, and what reads outside."""
    gevonden = {wat: None for element in body.iter() if (wat := _vreemd(element, mag))}
    fouten = [
        fout("W22", f"het document in het document bevat {wat}", _CURES.get(wat, "haal dat eruit"))
        for wat in gevonden
    ]
    for code in dangerous(body, met_tags=met_tags):
        wat = f"het document in het document leest of verwijst buiten zichzelf: {code[:60]}"
        cure = "haal dat veld eruit, of verwijs naar een web- of mailadres"
        fouten.append(fout("W33", wat, cure))
    if fouten:
        raise RenderError(problem for een in fouten for problem in een.problems)


def _vreemd(element: Element, mag: frozenset[str]) -> str:
    ruimte, _, naam = str(element.tag).rpartition("}")
    if f"{ruimte}}}" != w("") or naam in mag:
        return ""
    return _WIJZIGINGEN if naam.endswith("PrChange") else _GEWEIGERD.get(naam, "")


def _secties(body: Element) -> None:
    """Take the last section away, and from the others what they refer to."""
    for sectie in list(body.iter(w("sectPr"))):
        if sectie.getparent() is body:
            body.remove(sectie)
        for naam in ("headerReference", "footerReference", "printerSettings"):
            for element in list(sectie.iterchildren(w(naam))):
                sectie.remove(element)


@dataclass(frozen=True, slots=True)
class Verbinder:
    """Lets every relationship of a piece lead from its new part to the same thing."""

    delen: Mapping[str, bytes]
    relaties: Mapping[str, Relatie]
    ontvanger: Ontvanger
    gevolg: Gevolg | None

    def apply(self, stuk: Element) -> None:
        """Change the relationships in a piece.

        Raises:
            RenderError: one leads to what cannot come along.
        """
        for element in stuk.iter(etree.Element):
            for naam, rid in element.attrib.items():
                if (str(naam).startswith(f"{{{R}}}") or naam == _RELID) and rid:
                    element.set(naam, self._nieuw(self.relaties.get(str(rid))))

    def _nieuw(self, relatie: Relatie | None) -> str:
        if relatie and relatie.soort == HYPERLINK and relatie.extern:
            return self.ontvanger.link(relatie.doel)
        if relatie and relatie.soort == IMAGE and self._is_hier(relatie):
            extensie = splitext(relatie.doel)[1][1:].lower()
            soort = content_type(self.delen, relatie.doel) or f"image/{extensie}"
            gewoon = {"jpg": "jpeg", "jpe": "jpeg", "tif": "tiff"}.get(extensie, extensie)
            kort = gewoon if _EXTENSIE.fullmatch(gewoon) else "bin"
            return self.ontvanger.plaatje(self.delen[relatie.doel], kort, soort)
        mee = relatie if relatie and self._is_hier(relatie) else None
        if mee and self.gevolg and (rid := self.gevolg.bring(mee, self.ontvanger)):
            return rid
        soort = relatie.soort.rpartition("/")[2] if relatie else "iets wat ontbreekt"
        wat = _SOORTEN.get(soort, f"een verwijzing ({soort})")
        tekst = f"het document in het document bevat {wat}"
        raise fout("W22", tekst, _CURES.get(wat, "haal die eruit"))

    def _is_hier(self, relatie: Relatie) -> bool:
        return not relatie.extern and relatie.doel in self.delen


def _hernoem(stukken: Sequence[Element], opbrengst: Opbrengst) -> None:
    """Give bookmarks ids, and names where those are taken; what refers to them follows."""
    namen: dict[str, str] = {}
    for stuk in stukken:
        _hernoem_in(stuk, namen, opbrengst)
    anders = {oud: nieuw for oud, nieuw in namen.items() if oud != nieuw}
    for stuk in stukken:
        _verwijs(stuk, anders)


def _hernoem_in(body: Element, namen: dict[str, str], opbrengst: Opbrengst) -> None:
    """Rename the bookmarks of a piece, and balance them."""
    ids: dict[str, str] = {}
    einden = {einde.get(w("id")) for einde in body.iter(w("bookmarkEnd"))}
    for start in list(body.iter(w("bookmarkStart"))):
        oud, naam = start.get(w("id"), ""), start.get(w("name"), "")
        if naam == "_GoBack" or oud in ids:
            remove(start)
            continue
        nieuw = naam if "{" in naam else opbrengst.bladwijzer(naam)  # a tag says what it is called
        namen.setdefault(naam, nieuw)
        ids[oud] = str(opbrengst.nieuw_id())
        start.set(w("name"), nieuw)
        start.set(w("id"), ids[oud])
        if oud not in einden:
            start.addnext(etree.Element(w("bookmarkEnd"), {w("id"): ids[oud]}))
    eigen = set(ids.values())
    for einde in list(body.iter(w("bookmarkEnd"))):
        if (oud := einde.get(w("id"), "")) in ids:
            einde.set(w("id"), ids[oud])
        elif oud not in eigen:
            remove(einde)


def _verwijs(body: Element, namen: Mapping[str, str]) -> None:
    if not namen:
        return
    patroon = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, namen))})(?!\w)")
    for element in body.iter(w("hyperlink"), w("fldSimple"), w("instrText")):
        if element.tag == w("instrText"):
            element.text = patroon.sub(lambda m: namen[m[0]], element.text or "")
        for naam in (w("anchor"), w("instr")):
            if (oud := element.get(naam)) and not (
                naam == w("anchor") and element.get(f"{{{R}}}id")
            ):
                element.set(naam, patroon.sub(lambda m: namen[m[0]], oud))


def number(body: Element, opbrengst: Opbrengst) -> None:
    """Give drawings and content controls ids that nothing else in the document has."""
    for tekening in body.iter(_DOCPR):
        tekening.set("id", str(opbrengst.nieuw_id()))
    for kenmerk in body.iterfind(f".//{w('sdtPr')}/{w('id')}"):
        kenmerk.set(w("val"), str(opbrengst.nieuw_id()))
