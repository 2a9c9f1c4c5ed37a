"""What a filled document needs beside its text (opbrengst): gathered while its parts are filled.

Relationships belong to a part; pictures, charts, styles, lists and notes to the document.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from posixpath import dirname, relpath

from reportgen.model import ADRES
from reportgen.word.opc.package import rels_name
from reportgen.word.values.additions import Kopie, NieuwDeel, Notendeel, Relatie
from reportgen.word.values.letters import fout
from reportgen.word.values.thema import Thema
from reportgen.word.xml import R

HYPERLINK = f"{R}/hyperlink"
IMAGE = f"{R}/image"
RUIMTE = 1_000_000
"""Ids left for the copies that loops make of the template's own drawings and bookmarks."""

_MAX_NAAM = 40
"""Word keeps forty characters of a bookmark's name."""

_GEWOON = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
}
"""What every package may declare by extension, without saying something else elsewhere."""


@dataclass(slots=True)
class Opbrengst:
    """What one document needs beside the text of its parts."""

    eerste_num: int = 1
    """The first numId that the template does not use."""
    eerste_abstract: int = 1
    """The first abstractNumId that the template does not use."""
    eerste_id: int = 1
    """The first id of drawings and bookmarks that the template does not use."""
    bezette_bladwijzers: frozenset[str] = frozenset()
    """The names of the bookmarks of the template."""
    eerste_noot: int = 1
    """The first id of footnotes and endnotes that the template does not use."""
    notendelen: Mapping[str, Notendeel] = field(default_factory=dict)
    """Its parts for notes: `footnotes`, `endnotes`."""
    thema: Thema = field(default_factory=Thema)
    """The colours and the letters of the template."""
    geschreven: Callable[[int], None] | None = None
    """Counts the characters that go into the document beside its parts, and may refuse them."""
    lijsten: dict[int, str] = field(default_factory=dict)
    """For each new list, by numId, the numId of the list of the template that it is made after."""
    delen: dict[str, bytes] = field(default_factory=dict)
    """New parts by name, `word/media/rg….png`; the name follows from the content."""
    soorten: dict[str, str] = field(default_factory=dict)
    """Content types: by extension (`png`), or by the name of a part (`/word/media/x.emf`)."""
    stijlen: dict[str, str] = field(default_factory=dict)
    """New styles: `<w:style>` by id, to append to the styles of the template."""
    stijl_ids: dict[str, str] = field(default_factory=dict)
    """The ids of the new styles, by name in lower case."""
    abstracten: dict[int, str] = field(default_factory=dict)
    """New abstract lists: `<w:abstractNum>` by id, to put before every `w:num`."""
    nums: dict[int, str] = field(default_factory=dict)
    """New lists that stand on them: `<w:num>` by numId."""
    noten: dict[str, Noten] = field(default_factory=dict)
    """New footnotes and endnotes, for each kind that has any."""
    gekopieerd: frozenset[str] = frozenset()
    """The headers and footers of which each copy of a section has its own, by relationship."""
    koppen: dict[str, list[Kopie]] = field(default_factory=dict)
    """Those copies, by the relationship that the template has."""
    kopie_van: dict[str, str] = field(default_factory=dict)
    """The parts that are copies, each with the name of the part that it is a copy of."""
    _laatste_noot: int = 0
    _ids: Iterator[int] | None = None
    _bladwijzers: set[str] = field(default_factory=set)

    def tel(self, tekens: int) -> None:
        """Count characters that go into the document beside its parts.

        Raises:
            LimitError: the document becomes too large.
        """
        if self.geschreven:
            self.geschreven(tekens)

    def nieuw_id(self) -> int:
        """Give an id for a drawing or a bookmark that nothing else in the document has."""
        if self._ids is None:
            self._ids = count(self.eerste_id + RUIMTE)
        return next(self._ids)

    def nieuwe_lijst(self, model: str) -> str:
        """Give the numId of a list of its own, made after one of the template."""
        num = self._volgend_num()
        self.lijsten[num] = model
        return str(num)

    def eigen_lijst(self, abstract: Callable[[int], str], overrides: str) -> str:
        """Give the numId of a list that comes from elsewhere.

        Args:
            abstract: gives its `<w:abstractNum>` for an id.
            overrides: the `<w:lvlOverride>` of its `<w:num>`.
        """
        nummer, num = self.eerste_abstract + len(self.abstracten), self._volgend_num()
        self.abstracten[nummer] = abstract(nummer)
        inhoud = f'<w:abstractNumId w:val="{nummer}"/>{overrides}'
        self.nums[num] = f'<w:num w:numId="{num}">{inhoud}</w:num>'
        return str(num)

    def nieuwe_noot(self) -> str:
        """Give an id for a footnote or endnote that no other has."""
        self._laatste_noot = max(self._laatste_noot + 1, self.eerste_noot)
        return str(self._laatste_noot)

    def koptekst(self, rid: str, waarden: Mapping[str, object]) -> str:
        """Give the relationship to a copy of a header or footer; the first one keeps its own."""
        if rid not in self.gekopieerd:
            return rid
        kopieen = self.koppen.setdefault(rid, [])
        eigen = f"{rid}_{len(kopieen) + 1}" if kopieen else rid
        kopieen.append(Kopie(eigen, waarden))
        return eigen

    def noten_van(self, soort: str) -> Noten:
        """Give the new notes of a kind: `footnotes` or `endnotes`."""
        if soort not in self.noten:
            deel = self.notendelen.get(soort) or Notendeel(f"word/{soort}.xml")
            self.noten[soort] = Noten(deel, self)
        return self.noten[soort]

    def bladwijzer(self, naam: str) -> str:
        """Give a bookmark its name, or one like it when another has it already."""
        vrij, nummer = naam[:_MAX_NAAM], 1
        while vrij in self.bezette_bladwijzers or vrij in self._bladwijzers:
            nummer += 1
            vrij = f"{naam[: _MAX_NAAM - len(str(nummer)) - 1]}_{nummer}"
        self._bladwijzers.add(vrij)
        return vrij

    def media(self, data: bytes, extensie: str, soort: str) -> str:
        """Add a picture and give the name of its part."""
        return self.deel(NieuwDeel("word/media", extensie, soort, data))

    def deel(self, nieuw: NieuwDeel) -> str:
        """Add a part and give its name, which follows from its content: equal parts are one."""
        rels = nieuw.rels()
        kenmerk = hashlib.sha256(nieuw.data + rels).hexdigest()[:20]
        naam = f"{nieuw.map}/rg{kenmerk}.{nieuw.extensie}"
        self.delen[naam] = nieuw.data
        if rels:
            self.delen[rels_name(naam)] = rels
        gewoon = _GEWOON.get(nieuw.extensie) == nieuw.soort
        self.soorten[nieuw.extensie if gewoon else f"/{naam}"] = nieuw.soort
        return naam

    def _volgend_num(self) -> int:
        return self.eerste_num + len(self.lijsten) + len(self.nums)


class Ontvanger:
    """A part that is being filled: it gets relationships, and its document what they lead to."""

    __slots__ = ("_bekend", "_vrij", "naam", "opbrengst", "relaties")

    def __init__(
        self, naam: str, bezet: frozenset[str], opbrengst: Opbrengst, rid: str = "rIdLink"
    ) -> None:
        """Begin with a part as the template has it.

        Args:
            naam: the name of the part.
            bezet: the ids of the relationships that it has already.
            opbrengst: what its document gathers.
            rid: what the ids of its new relationships begin with.
        """
        self.naam = naam
        self.opbrengst = opbrengst
        self.relaties: list[Relatie] = []
        self._bekend: dict[tuple[str, str], str] = {}
        self._vrij = (id_ for n in count(1) if (id_ := f"{rid}{n}") not in bezet)

    def link(self, adres: str) -> str:
        """Give the id of the relationship to an address.

        Raises:
            RenderError: it is no web or mail address.
        """
        if rid := self._bekend.get((HYPERLINK, adres)):
            return rid
        if not ADRES.fullmatch(adres):
            wat = f"‘{adres[:80]}’ is geen web- of mailadres"
            raise fout("W33", wat, "begin het adres met https:// (of http://, mailto:)")
        return self._relatie(HYPERLINK, adres, external=True)

    def plaatje(self, data: bytes, extensie: str, soort: str) -> str:
        """Give the id of the relationship to a picture, which becomes a part of the document."""
        return self.naar(IMAGE, self.opbrengst.media(data, extensie, soort))

    def verbind(self, soort: str, nieuw: NieuwDeel) -> str:
        """Give the id of the relationship, of some type, to a part that the document gets."""
        return self.naar(soort, self.opbrengst.deel(nieuw))

    def naar(self, soort: str, naam: str) -> str:
        """Give the id of the relationship to a part that the document has."""
        doel = relpath(naam, dirname(self.naam) or ".")
        return self._bekend.get((soort, doel)) or self._relatie(soort, doel, external=False)

    def _relatie(self, soort: str, doel: str, *, external: bool) -> str:
        rid = self._bekend[soort, doel] = next(self._vrij)
        self.relaties.append(Relatie(rid, soort, doel, external))
        return rid


class Noten(Ontvanger):
    """The notes of one kind that come along, for a part that may be filled itself as well."""

    __slots__ = ("_xml",)

    def __init__(self, deel: Notendeel, opbrengst: Opbrengst) -> None:
        """Begin without any, for a part as the template has it, or would."""
        super().__init__(deel.naam, deel.bezet, opbrengst, "rIdNoot")
        self._xml: list[str] = []

    def add(self, xml: str) -> None:
        """Add a `<w:footnote>` or `<w:endnote>`.

        Raises:
            LimitError: the document becomes too large.
        """
        self.opbrengst.tel(len(xml))
        self._xml.append(xml)

    def take(self) -> str:
        """Give them, once: what writes the part of the notes takes them."""
        xml, self._xml = "".join(self._xml), []
        return xml
