"""Tracked changes settled: all accepted, or all rejected; and nothing of them left.

Source: ECMA-376 17.13.5 (revisions).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.word.opc.package import read_document, write_package
from reportgen.word.redline.stamp import restore
from reportgen.word.xml import W, parse_xml, remove, to_bytes, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEKST = re.compile(r"word/(?:document|header|footer|footnotes|endnotes|comments)[^/]*\.xml")
_SPOOR = re.compile(
    rb"<w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|numberingChange|\w+Change)[ />]"
)
_AUTEUR = b" w:author="
_P, _PPR, _RPR, _TRPR, _TCPR = map(w, ("p", "pPr", "rPr", "trPr", "tcPr"))
_TBL, _TR, _TC, _SDT = map(w, ("tbl", "tr", "tc", "sdt"))
_INHOUD, _RUN, _T = map(w, ("sdtContent", "r", "t"))
_EIGENSCHAPPEN = {_RPR, _TRPR, w("numPr")}
"""Where a mark of a change says something of what these are the properties of."""
_LEEG = {
    *map(w, ("hyperlink", "fldSimple", "smartTag", "customXml", "sdtContent", "sdt")),
    *map(w, ("ins", "del", "moveFrom", "moveTo", "dir", "bdo")),
}
"""What goes when nothing is left in it."""
_STIL = {
    *map(w, ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "bookmarkStart", "bookmarkEnd")),
    *map(w, ("commentRangeStart", "commentRangeEnd", "proofErr", "permStart", "permEnd")),
}
_PAREN = (("bookmarkStart", "bookmarkEnd"), ("commentRangeStart", "commentRangeEnd"))
_BEREIK = tuple(
    w(f"{naam}Range{kant}")
    for naam in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel")
    for kant in ("Start", "End")
) + tuple(
    w(f"customXml{naam}Range{kant}") for naam in ("MoveFrom", "MoveTo") for kant in ("Start", "End")
)
_BLIJFT = {
    _PPR: {_RPR, w("sectPr")},
    _RPR: set(map(w, ("ins", "del", "moveFrom", "moveTo"))),
    _TRPR: set(map(w, ("ins", "del"))),
    _TCPR: set(map(w, ("cellIns", "cellDel", "cellMerge"))),
    w("sectPr"): set(map(w, ("headerReference", "footerReference"))),
}
"""What a change of properties does not know of, and leaves."""


@dataclass(frozen=True, slots=True)
class _Kant:
    """A side (kant) to settle for: which marks take away what they are at, which let it be."""

    weg: tuple[str, ...]
    blijf: tuple[str, ...]
    cel_weg: str
    terug: bool
    """Whether the properties of before come back."""


_IN, _UIT = tuple(map(w, ("ins", "moveTo"))), tuple(map(w, ("del", "moveFrom")))
_ACCEPTEER = _Kant(_UIT, _IN, w("cellDel"), terug=False)
_WIJS_AF = _Kant(_IN, _UIT, w("cellIns"), terug=True)


def accept(word: bytes) -> bytes:
    """Give a document with every tracked change accepted; one without any as it is.

    Raises:
        TemplateError: it is no Word file.
        RenderError: a part is damaged.
    """
    return accepted(word, "document")


def accepted(word: bytes, naam: str) -> bytes:
    """Do the same to a document that messages have a name for."""
    return _settled(word, _ACCEPTEER, naam)


def reject(word: bytes) -> bytes:
    """Give a document with every tracked change rejected; one without any as it is.

    Raises:
        TemplateError: it is no Word file.
        RenderError: a part is damaged.
    """
    return _settled(word, _WIJS_AF, "document")


def has_changes(xml: bytes) -> bool:
    """Say whether a part may hold tracked changes."""
    return _AUTEUR in xml and _SPOOR.search(xml) is not None


def text_parts(delen: Iterable[str]) -> list[str]:
    """Give the names of the parts that hold text."""
    return [naam for naam in delen if _TEKST.fullmatch(naam)]


def _settled(word: bytes, kant: _Kant, naam: str) -> bytes:
    delen = read_document(word, naam)
    anders = {}
    for deel in text_parts(delen):
        if has_changes(delen[deel]):
            wortel = parse_xml(delen[deel], deel, groot=True)
            _settle(wortel, kant)
            anders[deel] = to_bytes(wortel)
    return write_package({**delen, **anders}) if anders else word


def _settle(wortel: Element, kant: _Kant) -> None:
    for merk in list(wortel.iter(*_BEREIK)):
        remove(merk)
    _rows(wortel, kant)
    _cells(wortel, kant)
    _properties(wortel, kant)
    samen = _marks(wortel, kant)
    _runs(wortel, kant)
    for alinea in samen:
        _join(alinea)


def _rows(wortel: Element, kant: _Kant) -> None:
    for rij in list(wortel.iter(_TR)):
        trpr = rij.find(_TRPR)
        if trpr is None:
            continue
        if any(trpr.find(naam) is not None for naam in kant.weg):
            tabel = next(rij.iterancestors(_TBL), None)
            _drop(rij)
            if tabel is not None and next(tabel.iter(_TR), None) is None:
                _drop(tabel)
            continue
        for naam in kant.blijf:
            for merk in trpr.findall(naam):
                trpr.remove(merk)
        if not len(trpr):
            rij.remove(trpr)


def _cells(wortel: Element, kant: _Kant) -> None:
    for naam in ("cellIns", "cellDel", "cellMerge"):
        for merk in list(wortel.iter(w(naam))):
            cel = next(merk.iterancestors(_TC), None)
            if merk.tag == kant.cel_weg and cel is not None:
                _drop(cel)
            else:
                remove(merk)


def _properties(wortel: Element, kant: _Kant) -> None:
    namen = {str(e.tag) for e in wortel.iter(f"{{{W}}}*") if str(e.tag).endswith("Change")}
    for merk in [e for naam in sorted(namen) for e in wortel.iter(naam)]:
        houder = merk.getparent()
        if houder is None:
            continue
        houder.remove(merk)
        if kant.terug and len(merk):
            vast = _BLIJFT.get(str(houder.tag), set())
            houder[:] = _in_form(houder, list(merk[0]), vast)
        if not len(houder) and houder.tag in {_PPR, _RPR, _TRPR, _TCPR}:
            remove(houder)


def _in_form(houder: Element, was: list[Element], vast: set[str]) -> list[Element]:
    """Put the properties of before with what stays: in front, but behind those of a paragraph."""
    blijft = [kind for kind in houder if kind.tag in vast]
    return [*was, *blijft] if houder.tag in {_PPR, _TRPR, _TCPR} else [*blijft, *was]


def _marks(wortel: Element, kant: _Kant) -> list[Element]:
    """Give the paragraphs that go together with the next one; take the marks of all away."""
    samen = []
    for alinea in wortel.iter(_P):
        ppr = alinea.find(_PPR)
        rpr = ppr.find(_RPR) if ppr is not None else None
        if ppr is None or rpr is None:
            continue
        if any(rpr.find(naam) is not None for naam in kant.weg):
            samen.append(alinea)
        for naam in (*kant.weg, *kant.blijf):
            for merk in rpr.findall(naam):
                rpr.remove(merk)
        if not len(rpr):
            ppr.remove(rpr)
        if not len(ppr):
            alinea.remove(ppr)
    return samen


def _runs(wortel: Element, kant: _Kant) -> None:
    for merk in list(wortel.iter(*kant.weg)):
        houder = merk.getparent()
        if houder is not None and houder.tag in _EIGENSCHAPPEN:
            houder.remove(merk)
        elif houder is not None:
            _drop(merk)
    for merk in list(wortel.iter(*kant.blijf)):
        houder = merk.getparent()
        if houder is None:
            continue
        restore(merk)
        for kind in list(merk):
            merk.addprevious(kind)
        houder.remove(merk)
    restore(wortel)


def _drop(element: Element) -> None:
    """Take an element away, and what stood around it alone; half a bookmark stays."""
    while True:
        houder = element.getparent()
        for merk in _halves(element):
            element.addprevious(merk)
        remove(element)
        leeg = houder is not None and houder.tag in _LEEG
        if houder is None or not leeg or any(kind.tag not in _STIL for kind in houder):
            return
        element = houder


def _halves(element: Element) -> list[Element]:
    """Give the marks in an element of which the other half stands elsewhere."""
    los: list[Element] = []
    for begin, eind in _PAREN:
        begins = {e.get(w("id")): e for e in element.iter(w(begin))}
        einden = {e.get(w("id")): e for e in element.iter(w(eind))}
        los += [e for id_, e in begins.items() if id_ not in einden]
        los += [e for id_, e in einden.items() if id_ not in begins]
    return los


def _join(alinea: Element) -> None:
    """Put what is left of a paragraph in front of the next one; without a next one it stays."""
    inhoud = [kind for kind in alinea if kind.tag != _PPR]
    volgend = _next(alinea)
    if volgend is not None and volgend.tag == _P:
        ppr = volgend.find(_PPR)
        plek = 0 if ppr is None else 1
        volgend[plek:plek] = inhoud
        _drop(alinea)
    elif not any(map(_says, alinea.iter(_RUN))) and not _is_needed(alinea):
        _drop(alinea)


def _says(run: Element) -> bool:
    """Say whether a run holds anything but its look and an empty text."""
    return any(kind.tag != _RPR and (kind.tag != _T or kind.text) for kind in run)


def _is_needed(alinea: Element) -> bool:
    """Say whether a cell would be without a last paragraph."""
    houder = alinea.getparent()
    vorige = alinea.getprevious()
    laatste = houder is not None and houder.tag == _TC and alinea.getnext() is None
    return laatste and (vorige is None or vorige.tag != _P)


def _next(alinea: Element) -> Element | None:
    """Give the block behind a paragraph, in or around content controls."""
    element = alinea
    while True:
        volgend = element.getnext()
        while volgend is not None and volgend.tag in _STIL:
            volgend = volgend.getnext()
        if volgend is not None:
            break
        houder = element.getparent()
        if houder is None or houder.tag not in {_INHOUD, _SDT}:
            return None
        element = houder
    while volgend is not None and volgend.tag == _SDT:
        inhoud = volgend.find(_INHOUD)
        volgend = inhoud[0] if inhoud is not None and len(inhoud) else None
    return volgend
