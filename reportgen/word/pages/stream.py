"""The page references of a part, found with their places in its bytes.

A field is written flat, over runs and paragraphs (begin, code, separator, result, end), and may
hold others; so the part is read as a stream, and nothing is written anew but what changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from reportgen.errors import Plaats, Problem, RenderError
from reportgen.word.opc.package import HOOFDDEEL
from reportgen.word.xml import W

_CODE = re.compile(r'\s*PAGEREF\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_TAG = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_NODIG = frozenset(f"{W} {naam}" for naam in ("fldChar", "fldSimple", "instrText", "r", "t"))


class Stuk(NamedTuple):
    """A stretch of bytes (stuk): from the first up to the last, that one not included."""

    van: int
    tot: int


@dataclass(slots=True)
class Verwijzing:
    """A field (of any kind) while it is read, and a page reference once it is.

    `eind` is where it ends: the `w:fldChar`, or the tag that closes a `w:fldSimple`.
    """

    voor: bytes
    """The prefix of its elements: `w:`."""
    enkel: bool = False
    """Whether it is one element, a `w:fldSimple`."""
    leeg: bool = False
    """Whether that is closed as it opens."""
    code: str = ""
    begin: int | None = None
    """Where its result begins; it may have none yet."""
    eind: int = -1
    teksten: list[Stuk] = field(default_factory=list)
    """Each `w:t` of its result, tags included."""
    tekst: str = ""
    """What these say together."""
    run: Stuk | None = None
    """Where a first text goes in an empty run of the result: nowhere, or the whole `<w:r/>`."""

    @property
    def bladwijzer(self) -> str:
        """The bookmark whose page it prints; nothing where it is another kind of field."""
        code = _CODE.match(self.code)
        return (code[1] or code[2] or "") if code else ""


def page_references(xml: bytes) -> list[Verwijzing]:
    """Give the page references of a part in UTF-8, in order of their ends.

    Raises:
        RenderError: the part is not well-formed.
    """
    return [veld for veld in _Stroom(xml).velden() if veld.bladwijzer]


class _Element(NamedTuple):
    naam: str
    tag: Stuk


class _Stroom:
    """One reading of a part; keeps the fields that are open, innermost last."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._open: list[Verwijzing] = []
        self._klaar: list[Verwijzing] = []
        self._elementen: list[_Element] = []
        self._letters: list[str] = []
        self._lezer = expat.ParserCreate(namespace_separator=" ")
        self._lezer.buffer_text = True
        self._lezer.StartElementHandler = self._begin
        self._lezer.EndElementHandler = self._eind
        self._lezer.CharacterDataHandler = self._letters.append

    def velden(self) -> Iterator[Verwijzing]:
        try:
            self._lezer.Parse(self._xml, True)  # noqa: FBT003  expat's signature
        except expat.ExpatError:
            wat, cure = f"het onderdeel {HOOFDDEEL} is beschadigd", "maak het document opnieuw"
            raise RenderError([Problem("W2", "error", Plaats(), wat, cure)]) from None
        yield from self._klaar

    def _begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        self._letters.clear()
        if naam not in _NODIG:
            return
        tag = Stuk(*self._tag(self._lezer.CurrentByteIndex))
        self._elementen.append(_Element(naam, tag))
        if naam.endswith(" fldChar"):
            self._teken(kenmerken.get(f"{W} fldCharType", ""), tag)
        elif naam.endswith(" fldSimple"):
            veld = Verwijzing(self._voor(tag, b"fldSimple"), enkel=True, leeg=self._is_leeg(tag))
            veld.code, veld.begin = kenmerken.get(f"{W} instr", ""), tag.tot
            self._open.append(veld)

    def _teken(self, soort: str, tag: Stuk) -> None:
        """Read a mark of a field: it begins, its result begins, or it ends."""
        if soort == "begin":
            self._open.append(Verwijzing(self._voor(tag, b"fldChar")))
        elif self._open and soort == "separate":
            self._open[-1].begin = tag.tot
        elif self._open and soort == "end":
            self._sluit(tag.van)

    def _sluit(self, plek: int) -> None:
        veld = self._open.pop()
        veld.eind = plek
        self._klaar.append(veld)

    def _eind(self, naam: str) -> None:
        if naam in _NODIG:
            element = self._elementen.pop()
            if self._open:
                self._neem_op(element, self._open[-1])
        self._letters.clear()

    def _neem_op(self, element: _Element, veld: Verwijzing) -> None:
        """Let the innermost field have what ends here, if that is of it."""
        soort, hier = element.naam.rpartition(" ")[2], self._lezer.CurrentByteIndex
        in_resultaat = veld.begin is not None and element.tag.van >= veld.begin
        if soort == "fldSimple":
            self._sluit(hier)
        elif soort == "instrText" and veld.begin is None:
            veld.code += "".join(self._letters)
        elif soort == "t" and in_resultaat:
            veld.teksten.append(Stuk(element.tag.van, self._achter(element.tag, hier)))
            veld.tekst += "".join(self._letters)
        elif soort == "r" and in_resultaat and veld.run is None:
            veld.run = element.tag if self._is_leeg(element.tag) else Stuk(hier, hier)

    def _tag(self, plek: int) -> tuple[int, int]:
        gevonden = _TAG.match(self._xml, plek)
        return gevonden.span() if gevonden else (plek, plek)

    def _voor(self, tag: Stuk, naam: bytes) -> bytes:
        return self._xml[tag.van + 1 : self._xml.index(naam, tag.van)]

    def _is_leeg(self, tag: Stuk) -> bool:
        return self._xml.endswith(b"/>", tag.van, tag.tot)

    def _achter(self, tag: Stuk, hier: int) -> int:
        return tag.tot if self._is_leeg(tag) else self._tag(hier)[1]
