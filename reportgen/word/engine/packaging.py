"""What a filled document adds to its package: relationships, pictures, lists, styles, notes.

Each part that can grow is cut once, where something new goes in; a document only joins text.
"""

from __future__ import annotations

import copy
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from lxml import etree

from reportgen.word.opc.archive import Lid, compress
from reportgen.word.opc.package import CONTENT_TYPES, rels_name
from reportgen.word.styles import NUMBERING, STYLES
from reportgen.word.values.harvest import Opbrengst, Relatie
from reportgen.word.values.notes import SOORTEN, empty_notes, note_parts
from reportgen.word.xml import CT, PR, R, W, parse_xml, remove, to_bytes, value, w, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BODY = "word/document.xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LEEG = {
    "rels": f'<Relationships xmlns="{PR}"/>'.encode(),
    NUMBERING: f'<w:numbering xmlns:w="{W}"/>'.encode(),
    STYLES: f'<w:styles xmlns:w="{W}"/>'.encode(),
    **{f"word/{soort}.xml": empty_notes(soort) for soort in SOORTEN},
}
_NUM = re.compile(rb"<w:num |<w:numIdMacAtCleanup")


class Packaging:
    """The parts of a template that a document may add to; immutable."""

    def __init__(self, delen: Mapping[str, bytes]) -> None:
        self.noten = note_parts(delen)
        groeit = {CONTENT_TYPES, NUMBERING, STYLES, *(deel.naam for deel in self.noten.values())}
        self._delen = {
            naam: to_bytes(parse_xml(inhoud, naam))
            for naam, inhoud in delen.items()
            if naam.endswith(".rels") or naam in groeit
        }
        self._modellen = _models(delen)

    def members(self, relaties: Mapping[str, Sequence[Relatie]], uit: Opbrengst) -> Iterator[Lid]:
        """Give the members that a document has anew.

        Args:
            relaties: the new relationships of each part that has any, by its name.
            uit: what the document gathered.
        """
        van = {naam: [_relatie(relatie) for relatie in nieuw] for naam, nieuw in relaties.items()}
        soorten = [_soort(sleutel, soort) for sleutel, soort in uit.soorten.items()]
        if uit.lijsten or uit.abstracten:
            self._nieuw(NUMBERING, "numbering", van, soorten)
            yield compress(NUMBERING, [self._numbering(uit)])
        if uit.stijlen:
            self._nieuw(STYLES, "styles", van, soorten)
            yield compress(STYLES, [self._with(STYLES, "".join(uit.stijlen.values()))])
        yield from self._noten(uit, van, soorten)
        for naam, nieuw in van.items():
            if nieuw:
                yield compress(rels_name(naam), [self._with(rels_name(naam), "".join(nieuw))])
        if soorten:
            yield compress(CONTENT_TYPES, [self._with(CONTENT_TYPES, self._types(soorten))])
        for naam, data in uit.delen.items():
            yield compress(naam, [data])

    def _noten(
        self, uit: Opbrengst, van: dict[str, list[str]], soorten: list[str]
    ) -> Iterator[Lid]:
        """Give the parts with new notes that are not filled themselves; tell of all of them."""
        for soort, noten in uit.noten.items():
            if not self.noten[soort].verbonden:
                self._meld(noten.naam, soort, van, soorten)
            if erbij := noten.take():
                yield compress(noten.naam, [self._with(noten.naam, erbij)])
            van.setdefault(noten.naam, []).extend(map(_relatie, noten.relaties))

    def _nieuw(self, deel: str, soort: str, van: dict[str, list[str]], soorten: list[str]) -> None:
        """Tell the package of a part that the template does not have."""
        if deel not in self._delen:
            self._meld(deel, soort, van, soorten)

    @staticmethod
    def _meld(deel: str, soort: str, van: dict[str, list[str]], soorten: list[str]) -> None:
        relatie = Relatie(f"rIdRg{soort}", f"{R}/{soort}", f"{soort}.xml", external=False)
        van.setdefault(_BODY, []).append(_relatie(relatie))
        soorten.append(_soort(f"/{deel}", f"{_WORD}.{soort}+xml"))

    def _types(self, soorten: Sequence[str]) -> str:
        bekend = self._delen[CONTENT_TYPES].decode().lower()
        return "".join(rij for rij in soorten if _sleutel(rij) not in bekend)

    def _with(self, deel: str, erbij: str) -> bytes:
        """Put something at the end of a part, before the tag that closes it."""
        basis = self._delen.get(deel) or _LEEG.get(deel) or _LEEG["rels"]
        voor, _, sluit = basis.rpartition(b"</")
        if not sluit or basis.endswith(b"/>"):
            open_ = basis[:-2]
            naam = open_[open_.rfind(b"<") + 1 :].split(None, 1)[0]
            return open_ + b">" + erbij.encode() + b"</" + naam + b">"
        return voor + erbij.encode() + b"</" + sluit

    def _numbering(self, uit: Opbrengst) -> bytes:
        """Give the numbering part with every new list.

        A copy of the abstract list, not a `w:num` with an override alone: lists that share an
        abstract list go on counting in each other. Source: ECMA-376 17.9.1, 17.9.15.
        """
        eerste = uit.eerste_abstract + len(uit.abstracten)
        abstracten, nums = list(uit.abstracten.values()), list(uit.nums.values())
        for nummer, (num, model) in enumerate(uit.lijsten.items(), start=eerste):
            abstract, overrides = self._modellen[model]
            abstracten.append(abstract(nummer))
            verwijzing = f'<w:abstractNumId w:val="{nummer}"/>{overrides}'
            nums.append(f'<w:num w:numId="{num}">{verwijzing}</w:num>')
        basis = self._with(NUMBERING, "".join(nums))
        laatste = re.search(rb"<w:numIdMacAtCleanup[^>]*/>", basis)
        if laatste:  # the schema wants it last
            basis = basis.replace(laatste[0], b"").replace(
                b"</w:numbering>", laatste[0] + b"</w:numbering>"
            )
        plek = _NUM.search(basis)
        begin = plek.start() if plek else basis.rindex(b"</")
        return basis[:begin] + "".join(abstracten).encode() + basis[begin:]


class _Model:
    """An abstract list to make others after: its text, cut where its own ids stand."""

    def __init__(self, abstract: Element) -> None:
        lijst = copy.deepcopy(abstract)
        for naam in ("pStyle", "styleLink", "numStyleLink"):
            for element in list(lijst.iter(w(naam))):
                remove(element)
        lijst.set(w("abstractNumId"), "\ufdd0")
        for naam, teken in (("nsid", "\ufdd1"), ("tmpl", "\ufdd2")):
            if (kenmerk := lijst.find(w(naam))) is not None:
                kenmerk.set(w("val"), teken)
        xml = etree.tostring(lijst, encoding="unicode", with_tail=False)
        self._xml = re.sub(r' xmlns:w="[^"]*"', "", xml)

    def __call__(self, nummer: int) -> str:
        """Write it with ids of its own, derived from its number."""
        xml = self._xml.replace("\ufdd0", str(nummer))
        for teken, naam in (("\ufdd1", "nsid"), ("\ufdd2", "tmpl")):
            if teken in xml:
                xml = xml.replace(teken, f"{zlib.crc32(f'{naam}{nummer}'.encode()):08X}")
        return xml


def _models(delen: Mapping[str, bytes]) -> dict[str, tuple[_Model, str]]:
    """Give for each list of the template its abstract list, and what it changes in it."""
    if NUMBERING not in delen:
        return {}
    wortel = parse_xml(delen[NUMBERING], NUMBERING)
    abstracten = {a.get(w("abstractNumId"), ""): a for a in wortel.iter(w("abstractNum"))}
    modellen: dict[str, tuple[_Model, str]] = {}
    for num in wortel.iter(w("num")):
        if abstract := _abstract(num, abstracten):
            overrides = "".join(
                re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(o, encoding="unicode"))
                for o in num.iter(w("lvlOverride"))
            )
            modellen[num.get(w("numId"), "")] = (_Model(abstract[0]), overrides)
    return modellen


def _abstract(num: Element, abstracten: Mapping[str, Element]) -> tuple[Element] | None:
    """Find the abstract list of a num, through the list style that it may lean on."""
    abstract = abstracten.get(value(num, "abstractNumId"))
    if abstract is None:
        return None
    if stijl := value(abstract, "numStyleLink"):
        met_stijl = (a for a in abstracten.values() if value(a, "styleLink") == stijl)
        return (next(met_stijl, abstract),)
    return (abstract,)


def _relatie(relatie: Relatie) -> str:
    buiten = ' TargetMode="External"' if relatie.external else ""
    return (
        f'<Relationship Id="{relatie.id}" Type="{relatie.type}"'
        f" Target={quoteattr(relatie.target)}{buiten}/>"
    )


def _soort(sleutel: str, soort: str) -> str:
    """Write a content type, by the name of a part (with a slash in front) or by extension."""
    if sleutel.startswith("/"):
        return f'<Override PartName="{sleutel}" ContentType="{soort}"/>'
    return f'<Default Extension="{sleutel}" ContentType="{soort}"/>'


def _sleutel(rij: str) -> str:
    return rij[: rij.index(" ContentType")].partition(" ")[2].lower()


def first_free(delen: Mapping[str, bytes]) -> tuple[int, int]:
    """Give the first numId and abstractNumId that the template does not use."""
    if NUMBERING not in delen:
        return 1, 0
    wortel = parse_xml(delen[NUMBERING], NUMBERING)
    nums = [whole_number(num.get(w("numId"), "0")) for num in wortel.iter(w("num"))]
    abstracten = [
        whole_number(a.get(w("abstractNumId"), "0")) for a in wortel.iter(w("abstractNum"))
    ]
    return max(nums, default=0) + 1, max(abstracten, default=-1) + 1


def content_type_of(delen: Mapping[str, bytes]) -> dict[str, str]:
    """Give the content type of every part, by name."""
    wortel = parse_xml(delen[CONTENT_TYPES], CONTENT_TYPES)
    namen = {
        e.get("PartName", "").removeprefix("/"): e.get("ContentType", "")
        for e in wortel.iter(f"{{{CT}}}Override")
    }
    extensies = {
        e.get("Extension", "").lower(): e.get("ContentType", "")
        for e in wortel.iter(f"{{{CT}}}Default")
    }
    anders = {naam: extensies.get(naam.rpartition(".")[2].lower(), "") for naam in delen}
    return {naam: namen.get(naam, anders[naam]) for naam in delen}
