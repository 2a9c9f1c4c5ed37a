"""What a filled document needs beside its text: relationships of links, instances of lists."""

from __future__ import annotations

import copy
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.model import ADRES
from reportgen.word.package import CONTENT_TYPES, rels_name
from reportgen.word.styles import NUMBERING
from reportgen.word.xml import CT, PR, R, parse_xml, remove, to_bytes, value, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_HYPERLINK = f"{R}/hyperlink"
_GETEKST = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml",
}
_SETTINGS = "word/settings.xml"
_EIGENSCHAPPEN = "application/vnd.openxmlformats-package.core-properties+xml"


def text_parts(delen: Mapping[str, bytes]) -> tuple[list[str], list[str]]:
    """Give the names of the parts with paragraphs, and of the document properties."""
    wortel = parse_xml(delen[CONTENT_TYPES], CONTENT_TYPES)
    soorten = [
        (e.get("PartName", "").removeprefix("/"), e.get("ContentType", ""))
        for e in wortel.iter(f"{{{CT}}}Override")
    ]
    tekst = [naam for naam, soort in soorten if soort in _GETEKST and naam in delen]
    return tekst, [naam for naam, soort in soorten if soort == _EIGENSCHAPPEN and naam in delen]


def content_types(delen: Mapping[str, bytes]) -> set[str]:
    """Give every content type that the package speaks of."""
    wortel = parse_xml(delen[CONTENT_TYPES], CONTENT_TYPES)
    return {e.get("ContentType", "") for e in wortel}


def external_targets(delen: Mapping[str, bytes]) -> list[str]:
    """Give what the package refers to outside itself, web and mail addresses apart."""
    return [
        relatie.get("Target", "")
        for naam in delen
        if naam.endswith(".rels")
        for relatie in parse_xml(delen[naam], naam)
        if relatie.get("TargetMode") == "External"
        and not (relatie.get("Type") == _HYPERLINK and ADRES.fullmatch(relatie.get("Target", "")))
    ]


def without_attached_template(delen: Mapping[str, bytes]) -> dict[str, bytes]:
    """Forget which template on somebody's disk the document was based on."""
    nieuw = dict(delen)
    rels = rels_name(_SETTINGS)
    if rels in nieuw and b"attachedTemplate" in nieuw[rels]:
        wortel = parse_xml(nieuw[rels], rels)
        for relatie in [r for r in wortel if r.get("Type", "").endswith("/attachedTemplate")]:
            wortel.remove(relatie)
        nieuw[rels] = to_bytes(wortel)
        if _SETTINGS in nieuw:
            settings = parse_xml(nieuw[_SETTINGS], _SETTINGS)
            for element in list(settings.iter(w("attachedTemplate"))):
                remove(element)
            nieuw[_SETTINGS] = to_bytes(settings)
    return nieuw


def relation_ids(delen: Mapping[str, bytes], deel: str) -> frozenset[str]:
    """Give the ids of the relationships that a part has already."""
    naam = rels_name(deel)
    relaties = parse_xml(delen[naam], naam) if naam in delen else ()
    return frozenset(relatie.get("Id", "") for relatie in relaties)


def with_links(delen: Mapping[str, bytes], deel: str, links: Mapping[str, str]) -> bytes:
    """Give the relationships of a part with its hyperlinks (address → id) added."""
    naam = rels_name(deel)
    if naam in delen:
        wortel = parse_xml(delen[naam], naam)
    else:
        wortel = parse_xml(f'<Relationships xmlns="{PR}"/>'.encode(), naam)
    for adres, rid in links.items():
        relatie = etree.SubElement(wortel, f"{{{PR}}}Relationship")
        relatie.set("Id", rid)
        relatie.set("Type", _HYPERLINK)
        relatie.set("Target", adres)
        relatie.set("TargetMode", "External")
    return to_bytes(wortel)


def first_free_num(delen: Mapping[str, bytes]) -> int:
    """Give the first numId that the template does not use."""
    if NUMBERING not in delen:
        return 1
    nums = parse_xml(delen[NUMBERING], NUMBERING).iter(w("num"))
    return max((int(num.get(w("numId"), "0")) for num in nums), default=0) + 1


def with_lists(numbering: bytes, nieuw: Mapping[int, str]) -> bytes:
    """Give the numbering part with a list of its own for each new numId, after a list it has.

    A copy of the abstract list, not a `w:num` with an override alone: lists that share an abstract
    list go on counting in each other. Source: ECMA-376 17.9.1, 17.9.15.
    """
    wortel = parse_xml(numbering, NUMBERING)
    abstracten = {a.get(w("abstractNumId"), ""): a for a in wortel.iter(w("abstractNum"))}
    nums = {num.get(w("numId"), ""): num for num in wortel.iter(w("num"))}
    volgend = max(map(int, abstracten)) + 1
    plek = wortel.index(next(iter(nums.values())))
    for nummer, (num, model) in enumerate(nieuw.items()):
        lijst = _abstract(nums[model], abstracten)
        wortel.insert(plek + nummer, _los_van_stijl(copy.deepcopy(lijst), volgend + nummer))
        element = etree.SubElement(wortel, w("num"))
        element.set(w("numId"), str(num))
        etree.SubElement(element, w("abstractNumId")).set(w("val"), str(volgend + nummer))
    _sluit_af(wortel)
    return to_bytes(wortel)


def _abstract(num: Element, abstracten: Mapping[str, Element]) -> Element:
    """Find the abstract list of a num, through the list style that it may lean on."""
    abstract = abstracten[value(num, "abstractNumId")]
    if stijl := value(abstract, "numStyleLink"):
        met_stijl = (a for a in abstracten.values() if value(a, "styleLink") == stijl)
        return next(met_stijl, abstract)
    return abstract


def _los_van_stijl(abstract: Element, nummer: int) -> Element:
    """Make a copy a list of its own: own ids, no style that it is the list of."""
    abstract.set(w("abstractNumId"), str(nummer))
    for naam in ("pStyle", "styleLink", "numStyleLink"):
        for element in list(abstract.iter(w(naam))):
            remove(element)
    for naam in ("nsid", "tmpl"):
        if (kenmerk := abstract.find(w(naam))) is not None:
            kenmerk.set(w("val"), f"{zlib.crc32(f'{naam}{nummer}'.encode()):08X}")
    return abstract


def _sluit_af(wortel: Element) -> None:
    """Keep `w:numIdMacAtCleanup` last, as the schema wants."""
    if (laatste := wortel.find(w("numIdMacAtCleanup"))) is not None:
        wortel.append(laatste)
