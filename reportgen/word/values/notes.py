"""Footnotes and endnotes of a document that comes to stand in another one.

They stand in a part of their own, with its own relationships; the body only refers to them by id.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import join, normpath
from typing import TYPE_CHECKING

from reportgen.word.opc.package import HOOFDDEEL, rels_name
from reportgen.word.values.additions import Notendeel
from reportgen.word.values.letters import fout
from reportgen.word.values.loose import loosen, strip
from reportgen.word.xml import R, W, parse_xml, w, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.word.values.harvest import Opbrengst

SOORTEN = {"footnotes": "footnote", "endnotes": "endnote"}
"""The kinds of notes: the name of their part, and of one of them."""

VERWIJZINGEN = frozenset(f"{naam}Reference" for naam in SOORTEN.values())
"""What stands in the text where a note belongs."""

_NEDERLANDS = {"footnotes": "een voetnoot", "endnotes": "een eindnoot"}
_LIJNEN = {"separator", "continuationSeparator", "continuationNotice"}
"""What Word keeps among the notes and prints between them and the text."""


@dataclass(frozen=True, slots=True)
class Noot:
    """A note of a document: where the text refers to it, and what it says."""

    verwijzing: Element
    inhoud: Element
    soort: str
    deel: str
    """The part of the document that it stands in."""

    def plant(self, opbrengst: Opbrengst) -> None:
        """Add the note to the document that is being made; the reference follows."""
        naam, id_ = SOORTEN[self.soort], opbrengst.nieuwe_noot()
        self.verwijzing.set(w("id"), id_)
        blokken = list(self.inhoud.iterchildren("*"))
        xml = "".join(map(loosen, blokken))
        if not blokken or blokken[-1].tag == w("tbl"):
            xml += "<w:p/>"
        opent = f'<w:{naam} xmlns:w="{W}" xmlns:r="{R}" w:id="{id_}">'
        opbrengst.noten_van(self.soort).add(f"{opent}{xml}</w:{naam}>")


def notes_of(body: Element, delen: Mapping[str, bytes]) -> list[Noot]:
    """Give every note that a body refers to, in order; none of them twice.

    Raises:
        RenderError: a note is not there, or stands where Word has none.
    """
    noten = []
    for soort, deel in note_parts(delen).items():
        verwijzingen = list(body.iter(w(f"{SOORTEN[soort]}Reference")))
        teksten = _teksten(delen, soort, deel.naam) if verwijzingen and deel.verbonden else {}
        gezien: set[str] = set()
        for verwijzing in verwijzingen:
            id_ = verwijzing.get(w("id"), "")
            _weiger(verwijzing, soort)
            inhoud = teksten.get(id_)
            if inhoud is None:
                wat = f"het document in het document bevat {_NEDERLANDS[soort]} zonder tekst"
                raise fout("W22", wat, "haal de verwijzing naar die noot eruit")
            if id_ in gezien:
                inhoud.addnext(
                    inhoud := copy.deepcopy(inhoud)
                )  # its names of newer words are declared up there
            gezien.add(id_)
            noten.append(Noot(verwijzing, inhoud, soort, deel.naam))
    return noten


def note_parts(delen: Mapping[str, bytes]) -> dict[str, Notendeel]:
    """Give the parts of a document with its notes, or those that it would get, by kind."""
    doelen = {
        e.get("Type", ""): normpath(join("/word", e.get("Target", ""))).lstrip("/")
        for e in _relations(delen, HOOFDDEEL)
    }
    gevonden = {}
    for soort in SOORTEN:
        doel = doelen.get(f"{R}/{soort}", "")
        naam = doel if doel in delen else f"word/{soort}.xml"
        bezet = frozenset(e.get("Id", "") for e in _relations(delen, naam))
        gevonden[soort] = Notendeel(naam, bezet, verbonden=doel in delen)
    return gevonden


def highest_note(wortel: Element) -> int:
    """Give the highest id of the notes that a part holds or refers to."""
    namen = (*SOORTEN.values(), *VERWIJZINGEN)
    ids = (whole_number(e.get(w("id"), "")) for e in wortel.iter(*map(w, namen)))
    return max((0, *ids))


def with_notes(stukken: Iterator[bytes], deel: str, opbrengst: Opbrengst) -> Iterator[bytes]:
    """Give the text of a filled part, with the new notes that belong in it at its end."""
    erbij = next((noten for noten in opbrengst.noten.values() if noten.naam == deel), None)
    if erbij is None:
        yield from stukken
        return
    voor, sluit, na = b"".join(stukken).rpartition(b"</")
    yield b"".join((voor, erbij.take().encode(), sluit, na))


def refuse_in_shapes(xml: bytes) -> None:
    """Look for a note in a shape, once the text of a document that got notes is written.

    Raises:
        RenderError: there is one; Word has none there, and may refuse the document.
    """
    if b"txbxContent" in xml:
        wortel = parse_xml(xml, HOOFDDEEL, groot=True)
        for soort, naam in SOORTEN.items():
            for verwijzing in wortel.iter(w(f"{naam}Reference")):
                _weiger(verwijzing, soort)


def empty_notes(soort: str) -> bytes:
    """Write a part for notes that has only the lines between them and the text."""
    naam = SOORTEN[soort]
    lijnen = "".join(
        f'<w:{naam} w:type="{lijn}" w:id="{id_}"><w:p><w:r><w:{lijn}/></w:r></w:p></w:{naam}>'
        for id_, lijn in ((-1, "separator"), (0, "continuationSeparator"))
    )
    kop = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{kop}<w:{soort} xmlns:w="{W}" xmlns:r="{R}">{lijnen}</w:{soort}>'.encode()


def _relations(delen: Mapping[str, bytes], deel: str) -> Iterator[Element]:
    naam = rels_name(deel)
    yield from parse_xml(delen[naam], naam) if naam in delen else ()


def _teksten(delen: Mapping[str, bytes], soort: str, deel: str) -> dict[str, Element]:
    """Read the notes of a part by id, without the marks of their document."""
    wortel = parse_xml(delen[deel], deel)
    strip(wortel)
    noten = wortel.iterchildren(w(SOORTEN[soort]))
    return {e.get(w("id"), ""): e for e in noten if e.get(w("type")) not in _LIJNEN}


def _weiger(verwijzing: Element, soort: str) -> None:
    """Refuse a note that Word has no place for."""
    if next(verwijzing.iterancestors(w("txbxContent")), None) is not None:
        wat = f"het document in het document bevat {_NEDERLANDS[soort]} in een tekstvak"
        raise fout("W22", wat, "zet de tekst van de noot in de alinea")
