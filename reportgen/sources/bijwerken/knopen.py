"""The text of a YAML file as a tree in which every value knows where it stands, to the sign."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import yaml

from reportgen.errors import Pad
from reportgen.sources.yaml_bron import met_alineas

Soort = Literal["tekst", "lijst", "blok"]
_KOP = re.compile(r"[|>][-+0-9]*[^\n]*\n?")
_WIT = " \t\r\n"
"""What YAML takes for white space; a hard space is a sign like any other."""
_HEK = re.compile(r"(?:^|(?<=\s))#", re.MULTILINE)
"""Where a comment begins, unless it is in a text."""


@dataclass(slots=True)
class Veld:
    """A key of a mapping, with its value; `na` is where the colon ends."""

    sleutel: Knoop
    na: int
    waarde: Knoop


@dataclass(slots=True)
class Knoop:
    """A value in a text (knoop): what it is, and from where to where it is written.

    Attributes:
        soort: a scalar, a list or a mapping.
        begin: its first sign.
        eind: behind its last sign; comments and blank lines below it do not count.
        kolom: how many signs stand before it on its line.
        vorm: how it is written: `{` in brackets, or the quote or block mark of a scalar.
        inhoud: what a scalar says.
        delen: the items of a list.
        velden: the keys of a mapping.
    """

    soort: Soort
    begin: int
    eind: int
    kolom: int
    vorm: str = ""
    inhoud: str = ""
    delen: list[Knoop] = field(default_factory=list)
    velden: dict[str, Veld] = field(default_factory=dict)

    @property
    def tussen_haken(self) -> bool:
        """Whether this is a list or mapping between brackets."""
        return self.vorm == "{"

    @property
    def als_blok(self) -> bool:
        """Whether this is a text with lines of its own, below `|` or `>`."""
        return self.soort == "tekst" and self.vorm in ("|", ">")

    def op(self, deel: str | int) -> Knoop | None:
        """Give the value at a key or a position."""
        if isinstance(deel, int):
            return self.delen[deel] if deel < len(self.delen) else None
        return self.velden[deel].waarde if deel in self.velden else None

    def zoek(self, pad: Pad) -> Knoop | None:
        """Give the value at a path."""
        hier: Knoop | None = self
        for deel in pad:
            hier = hier.op(deel) if hier else None
        return hier

    def bladeren(self) -> Iterator[Knoop]:
        """Give every scalar, keys included."""
        if self.soort == "tekst":
            yield self
        for deel in self.delen:
            yield from deel.bladeren()
        for veld in self.velden.values():
            yield veld.sleutel
            yield from veld.waarde.bladeren()


def ontleed(tekst: str) -> Knoop | None:
    """Read a text that `load` could read; None where parts of it stand for each other (`*`)."""
    verwijst = "*" in tekst and "&" in tekst
    if verwijst and any(isinstance(event, yaml.AliasEvent) for event in _events(tekst)):
        return None
    knoop = yaml.compose(tekst, Loader=yaml.CSafeLoader)
    return _knoop(knoop, tekst) if knoop else None


def opmerkingen(tekst: str) -> list[str]:
    """Give the comments of a text, in order."""
    knoop = ontleed(tekst)
    if knoop is None:
        return []
    bezet = teksten_in(knoop, tekst)
    gevonden: list[str] = []
    tot = 0
    for hek in _HEK.finditer(tekst):
        if hek.start() >= tot and not staat_in(hek.start(), bezet):
            wat = tekst[hek.start() : _regeleinde(tekst, hek.start())]
            tot = hek.start() + len(wat)
            gevonden.append(wat.rstrip())
    return gevonden


def teksten_in(knoop: Knoop, tekst: str) -> list[tuple[int, int]]:
    """Give from where to where the signs of each scalar stand, in order: no comment is there."""
    return sorted(_inhoud(blad, tekst) for blad in knoop.bladeren())


def staat_in(plek: int, bezet: list[tuple[int, int]]) -> bool:
    """Say whether a place is in one of these spans, which are in order."""
    voor = bisect(bezet, plek, key=lambda span: span[0]) - 1
    return voor >= 0 and plek < bezet[voor][1]


def _inhoud(blad: Knoop, tekst: str) -> tuple[int, int]:
    """Give where the signs of a scalar stand, without the line of its block mark."""
    kop = _KOP.match(tekst, blad.begin) if blad.als_blok else None
    return (kop.end() if kop else blad.begin), blad.eind


def _events(tekst: str) -> Iterator[yaml.Event]:
    lezer = yaml.CSafeLoader(tekst)
    return iter(lezer.get_event, None)


def _knoop(knoop: yaml.Node, tekst: str) -> Knoop:
    begin, eind = knoop.start_mark.index, knoop.end_mark.index
    kolom = knoop.start_mark.column
    match knoop:
        case yaml.SequenceNode():
            delen = [_knoop(deel, tekst) for deel in knoop.value]
            vorm, eind = _einde(knoop, delen, eind)
            return Knoop("lijst", begin, eind, kolom, vorm, delen=delen)
        case yaml.MappingNode():
            velden = {sleutel.value: _veld(sleutel, w, tekst) for sleutel, w in knoop.value}
            vorm, eind = _einde(knoop, [veld.waarde for veld in velden.values()], eind)
            return Knoop("blok", begin, eind, kolom, vorm, velden=velden)
        case yaml.ScalarNode():
            eind = begin + len(tekst[begin:eind].rstrip(_WIT))
            inhoud = met_alineas(knoop).strip(_WIT)
            return Knoop("tekst", begin, eind, kolom, knoop.style or "", inhoud)
        case _:
            raise ValueError(knoop.tag)


def _veld(sleutel: yaml.Node, waarde: yaml.Node, tekst: str) -> Veld:
    naam = _knoop(sleutel, tekst)
    return Veld(naam, tekst.index(":", naam.eind) + 1, _knoop(waarde, tekst))


def _einde(knoop: yaml.CollectionNode, delen: list[Knoop], eind: int) -> tuple[str, int]:
    """Say how a list or mapping is written, and where it ends."""
    if knoop.flow_style:
        return "{", eind
    return "", max((deel.eind for deel in delen), default=eind)


def _regeleinde(tekst: str, plek: int) -> int:
    eind = tekst.find("\n", plek)
    return len(tekst) if eind < 0 else eind
