"""The comments of a Word file: those that it has, and new ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count
from posixpath import join, normpath
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.opc.package import CONTENT_TYPES, rels_name
from reportgen.word.styles import read_styles
from reportgen.word.xml import CT, PR, SPATIE, R, W, parse_xml, to_bytes, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

AUTEUR, INITIALEN = "reportgen", "rg"
_DOCUMENT = "word/document.xml"
_RELATIE = f"{R}/comments"
_SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_ONTEKENBAAR = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GENUMMERD = ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")
_STIJLEN = {"rStyle": "annotation reference", "pStyle": "annotation text"}


class Comments:
    """The comments of a document: those that it has, and new ones."""

    def __init__(self, delen: Mapping[str, bytes], document: Element) -> None:
        self._delen, self._deel = delen, _comments_name(delen)
        self._wortel = (
            parse_xml(delen[self._deel], self._deel)
            if self._deel in delen
            else etree.Element(w("comments"), nsmap={"w": W})
        )
        stijlen = read_styles(delen)
        self._stijl = {s: stijlen[naam].id for s, naam in _STIJLEN.items() if naam in stijlen}
        namen = [w(naam) for naam in _GENUMMERD]
        bezet = {e.get(w("id")) for x in (self._wortel, document) for e in x.iter(*namen)}
        self._nummers = (str(nummer) for nummer in count() if str(nummer) not in bezet)

    def add(self, tekst: str) -> tuple[Element, Element, Element]:
        """Write a comment; give the marks where its words begin and end, and the sign for it."""
        nummer = next(self._nummers)
        opmerking = etree.SubElement(self._wortel, w("comment"), {w("id"): nummer})
        opmerking.set(w("author"), AUTEUR)
        opmerking.set(w("initials"), INITIALEN)
        for plaats, regel in enumerate(_ONTEKENBAAR.sub("\ufffd", tekst).split("\n")):
            alinea = etree.SubElement(opmerking, w("p"))
            self._style(etree.SubElement(alinea, w("pPr")), "pStyle")
            if plaats == 0:
                alinea.append(self._sign("annotationRef"))
            woorden = etree.SubElement(etree.SubElement(alinea, w("r")), w("t"))
            woorden.set(SPATIE, "preserve")
            woorden.text = regel
        teken = self._sign("commentReference")
        merken = (etree.Element(w("commentRangeStart")), etree.Element(w("commentRangeEnd")))
        for merk in (*merken, teken[-1]):
            merk.set(w("id"), nummer)
        return *merken, teken

    def _sign(self, naam: str) -> Element:
        run = etree.Element(w("r"))
        self._style(etree.SubElement(run, w("rPr")), "rStyle")
        etree.SubElement(run, w(naam))
        return run

    def _style(self, eigenschappen: Element, soort: str) -> None:
        if soort in self._stijl:
            etree.SubElement(eigenschappen, w(soort)).set(w("val"), self._stijl[soort])

    def parts(self) -> dict[str, bytes]:
        """Give the part of the comments, and those that have to name it."""
        delen, naam = self._delen, rels_name(_DOCUMENT)
        rels = _parsed(delen, naam, etree.fromstring(f'<Relationships xmlns="{PR}"/>'))
        if self._deel not in _targets(rels):
            bezet = {rel.get("Id") for rel in rels}
            rel = etree.SubElement(rels, f"{{{PR}}}Relationship")
            rel.set("Id", next(rid for n in count(1) if (rid := f"rId{n}") not in bezet))
            rel.set("Type", _RELATIE)
            rel.set("Target", f"/{self._deel}")
        types = parse_xml(delen[CONTENT_TYPES], CONTENT_TYPES)
        if all(e.get("PartName", "").lower() != f"/{self._deel}".lower() for e in types):
            soort = etree.SubElement(types, f"{{{CT}}}Override")
            soort.set("PartName", f"/{self._deel}")
            soort.set("ContentType", _SOORT)
        wortels = {self._deel: self._wortel, naam: rels, CONTENT_TYPES: types}
        return {deel: to_bytes(wortel) for deel, wortel in wortels.items()}


def _parsed(delen: Mapping[str, bytes], naam: str, anders: Element) -> Element:
    return parse_xml(delen[naam], naam) if naam in delen else anders


def _targets(rels: Element) -> list[str]:
    """Give the names of the parts that a document says its comments are in."""
    doelen = (
        rel.get("Target", "")
        for rel in rels.iter(f"{{{PR}}}Relationship")
        if rel.get("Type") == _RELATIE and rel.get("TargetMode") != "External"
    )
    return [normpath(join("/word", doel)).lstrip("/") for doel in doelen]


def _comments_name(delen: Mapping[str, bytes]) -> str:
    """Find the part with the comments of the document; a name that is free where there is none."""
    rels = _parsed(delen, rels_name(_DOCUMENT), etree.Element("x"))
    namen = (f"word/comments{nummer or ''}.xml" for nummer in count())
    bestaand = [doel for doel in _targets(rels) if doel in delen]
    return bestaand[0] if bestaand else next(naam for naam in namen if naam not in delen)
