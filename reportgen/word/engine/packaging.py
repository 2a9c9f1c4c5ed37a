"""What a filled document adds to its package: relationships, pictures, lists, styles, notes.

Each part that can grow is cut once, where something new goes in; a document only joins text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.opc.archive import Lid, compress
from reportgen.word.opc.package import CONTENT_TYPES, rels_name
from reportgen.word.styles import NUMBERING, STYLES, lists_of
from reportgen.word.values.abstracts import VAN_STIJLEN, Model, without
from reportgen.word.values.additions import Relatie
from reportgen.word.values.harvest import Opbrengst
from reportgen.word.values.loose import loosen
from reportgen.word.values.notes import SOORTEN, empty_notes, highest_note, note_parts
from reportgen.word.xml import CT, PR, R, W, parse_xml, to_bytes, w, whole_number

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
_NUM = re.compile(rb"<w:num[ />]|<w:numIdMacAtCleanup")


class Packaging:
    """The parts of a template that a document may add to; immutable."""

    def __init__(self, delen: Mapping[str, bytes]) -> None:
        self.noten = note_parts(delen)
        groeit = {CONTENT_TYPES, NUMBERING, STYLES, *(deel.naam for deel in self.noten.values())}
        self._delen = {
            naam: _plain(inhoud, naam)
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
        van = {naam: [relatie.xml() for relatie in nieuw] for naam, nieuw in relaties.items()}
        soorten = [_soort(sleutel, soort) for sleutel, soort in uit.soorten.items()]
        if uit.lijsten or uit.abstracten:
            self._nieuw(NUMBERING, "numbering", van, soorten)
            yield compress(NUMBERING, [self._numbering(uit)])
        if uit.stijlen:
            self._nieuw(STYLES, "styles", van, soorten)
            yield compress(STYLES, [self._with(STYLES, "".join(uit.stijlen.values()))])
        yield from self._noten(uit, van, soorten)
        for naam, nieuw in van.items():
            bron = rels_name(uit.kopie_van.get(naam, naam))
            if nieuw or (naam in uit.kopie_van and bron in self._delen):
                yield compress(rels_name(naam), [self._with(bron, "".join(nieuw))])
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
            van.setdefault(noten.naam, []).extend(relatie.xml() for relatie in noten.relaties)

    def _nieuw(self, deel: str, soort: str, van: dict[str, list[str]], soorten: list[str]) -> None:
        """Tell the package of a part that the template does not have."""
        if deel not in self._delen:
            self._meld(deel, soort, van, soorten)

    @staticmethod
    def _meld(deel: str, soort: str, van: dict[str, list[str]], soorten: list[str]) -> None:
        relatie = Relatie(f"rIdRg{soort}", f"{R}/{soort}", f"{soort}.xml", external=False)
        van.setdefault(_BODY, []).append(relatie.xml())
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


def _models(delen: Mapping[str, bytes]) -> dict[str, tuple[Model, str]]:
    """Give for each list of the template its abstract list, and what it changes in it."""
    if NUMBERING not in delen:
        return {}
    lijsten = lists_of(parse_xml(delen[NUMBERING], NUMBERING))
    modellen = {a: Model(without(a, VAN_STIJLEN)) for a in {a for _, a in lijsten.values()}}
    return {nr: (modellen[a], _overrides(num)) for nr, (num, a) in lijsten.items()}


def _overrides(num: Element) -> str:
    anders = (without(element, VAN_STIJLEN) for element in num.iter(w("lvlOverride")))
    return "".join(map(loosen, anders))


def _plain(inhoud: bytes, deel: str) -> bytes:
    """Write a part so that what is added at its end belongs to it.

    That is without prefix in the parts of a package, and with `w` in those of Word. Another program
    may choose otherwise, and comments may hold anything.
    """
    wortel = parse_xml(inhoud, deel)
    etree.strip_tags(wortel, etree.Comment, etree.ProcessingInstruction)
    ruimte = PR if deel.endswith(".rels") else CT if deel == CONTENT_TYPES else W
    vorm = "w" if ruimte == W else None
    gewoon = wortel.nsmap.get(vorm) == ruimte
    if gewoon and all(e.prefix == vorm for e in wortel.iter(f"{{{ruimte}}}*")):
        return to_bytes(wortel)
    namen: dict[str | None, str] = {vorm: ruimte}
    namen |= {n: uri for n, uri in wortel.nsmap.items() if uri != ruimte and n != vorm}
    nieuw = etree.Element(wortel.tag, nsmap=namen)  # type: ignore[arg-type]
    for naam, kenmerk in wortel.attrib.items():
        nieuw.set(naam, kenmerk)
    nieuw.extend(wortel)  # the prefixes of the children follow
    return to_bytes(nieuw)


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


def begun(delen: Mapping[str, bytes], eerste_id: int, bladwijzers: frozenset[str]) -> Opbrengst:
    """Begin with what a finished document has already, so that nothing new runs into it."""
    num, abstract = first_free(delen)
    noten = note_parts(delen)
    wortels = (parse_xml(delen[n.naam], n.naam, groot=True) for n in noten.values() if n.verbonden)
    return Opbrengst(
        eerste_num=num,
        eerste_abstract=abstract,
        eerste_id=eerste_id,
        bezette_bladwijzers=bladwijzers,
        eerste_noot=max(map(highest_note, wortels), default=0) + 1,
        notendelen=noten,
    )


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
