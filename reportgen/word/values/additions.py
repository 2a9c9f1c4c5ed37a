"""What a document can get beside the parts of its template: relationships, parts, copies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.word.xml import PR, quoted


@dataclass(frozen=True, slots=True)
class Relatie:
    """A relationship that a part gets: its id, its type, and what it leads to, unescaped."""

    id: str
    type: str
    target: str
    external: bool

    def xml(self) -> str:
        """Write it as the list of relationships of its part has it."""
        buiten = ' TargetMode="External"' if self.external else ""
        return (
            f'<Relationship Id="{self.id}" Type="{self.type}"'
            f" Target={quoted(self.target)}{buiten}/>"
        )


@dataclass(frozen=True, slots=True)
class NieuwDeel:
    """A part that a document gets, such as a picture, and the parts that it leads to itself."""

    map: str
    """The folder that it comes to stand in."""
    extensie: str
    soort: str
    """Its content type."""
    data: bytes
    relaties: tuple[Relatie, ...] = ()

    def rels(self) -> bytes:
        """Write the list of its relationships; nothing where it has none."""
        rijen = "".join(relatie.xml() for relatie in self.relaties)
        return f'<Relationships xmlns="{PR}">{rijen}</Relationships>'.encode() if rijen else b""


@dataclass(frozen=True, slots=True)
class Notendeel:
    """The part of a document that holds its footnotes or its endnotes, or would."""

    naam: str
    bezet: frozenset[str] = frozenset()
    """The relationship ids that it has already."""
    verbonden: bool = False
    """Whether the document has it."""


@dataclass(frozen=True, slots=True)
class Kopie:
    """A copy of a header or footer, for one of the sections that a loop makes."""

    rid: str
    waarden: Mapping[str, object]
    """What the names of the loops mean in that section."""
