"""What a part of a package refers to: other parts by their name, and addresses outside."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from reportgen.word.opc.package import rels_name
from reportgen.word.xml import PR, parse_xml


@dataclass(frozen=True, slots=True)
class Relatie:
    """A relationship (relatie) of a part."""

    soort: str
    """Its kind, an address."""
    doel: str
    """The name of a part (`word/media/a.png`), or an address where it is `extern`."""
    extern: bool


def read_relations(delen: Mapping[str, bytes], deel: str) -> dict[str, Relatie]:
    """Give the relationships of a part by id; none where it has no list of them.

    Raises:
        RenderError: that list is damaged.
    """
    naam = rels_name(deel)
    if naam not in delen:
        return {}
    relaties = {}
    for element in parse_xml(delen[naam], naam).iter(f"{{{PR}}}Relationship"):
        extern = element.get("TargetMode", "").strip().lower() == "external"
        doel = element.get("Target", "")
        doel = doel if extern else normpath(join("/", dirname(deel), doel)).lstrip("/")
        relaties[element.get("Id", "")] = Relatie(element.get("Type", ""), doel, extern)
    return relaties


def free_id(bezet: Collection[str]) -> str:
    """Give an id that no relationship has yet."""
    return next(r for n in range(1, len(bezet) + 2) if (r := f"rIdRg{n}") not in bezet)
