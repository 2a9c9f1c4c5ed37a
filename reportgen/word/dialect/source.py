"""A part becomes its Jinja source: tags read, nesting proved, copies and repairs provided for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.word.dialect.blad import MARK, Blad, Code
from reportgen.word.dialect.copies import Copies
from reportgen.word.dialect.heads import Heads
from reportgen.word.dialect.lists import Lists
from reportgen.word.dialect.structure import Gang, edited
from reportgen.word.dialect.translate import translate
from reportgen.word.dialect.wraps import Wraps
from reportgen.word.looks import Look
from reportgen.word.styles import Style

if TYPE_CHECKING:
    from reportgen.word.dialect.scan import Vindplaats

_ACCOLADE = re.compile(r"\{(?=[{%#])")
_LEEG = Look()
_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Bron:
    """A part as Jinja source (bron), and the tags that its lines come from."""

    jinja: str
    tags: tuple[Vindplaats, ...]
    """In the order of the document."""
    looks: tuple[Look, ...]
    """The look of the place of each tag, by the number that the source names it with."""
    _regels: tuple[int, ...]
    codes: tuple[Code, ...]
    """What stands in the source, in its order."""
    koppen: frozenset[str] = frozenset()
    """The relationships to headers and footers that only sections in loops have."""

    def tag_at(self, regel: int) -> Vindplaats | None:
        """Give the tag that a line of the source comes from: the last that begins there."""
        for plek in range(bisect_right(self._regels, regel) - 1, -1, -1):
            if tag := self.codes[plek].tag:
                return tag
        return None


def source_of(blad: Blad, stijlen: Mapping[str, Style], tellend: frozenset[str]) -> Bron | None:
    """Make the Jinja source of a part; None when it has no tags.

    What is wrong stands in `blad.bevindingen`.

    Args:
        blad: the part.
        stijlen: the styles by id.
        tellend: the numIds of lists that count.
    """
    skelet = translate(blad)
    if not skelet:
        return None
    genummerd = (blad.codes[int(treffer[1])].tag for treffer in MARK.finditer(skelet))
    blad.tags = list(dict.fromkeys([*filter(None, genummerd), *blad.tags]))
    gang = Gang(blad, skelet)
    wraps, copies, lists = Wraps(gang), Copies(gang), Lists(gang, stijlen, tellend)
    heads = Heads(gang)
    for stap in gang.stappen():
        for kijker in (wraps, copies, lists, heads):
            kijker.zie(stap)
    copies.klaar()
    lists.klaar()
    skelet = edited(skelet, [*wraps.edits, *copies.edits, *lists.edits, *heads.edits])
    return _write(_KOP + skelet, blad, frozenset(heads.in_lus - heads.daarbuiten))


def _write(skelet: str, blad: Blad, koppen: frozenset[str]) -> Bron:
    """Write a skeleton with its codes in place; every tag ends on a line of its own."""
    delen: list[str] = []
    regels: list[int] = []
    van: list[Code] = []
    regel, plek = 1, 0
    for treffer in MARK.finditer(skelet):
        tekst = skelet[plek : treffer.start()]
        code = blad.codes[int(treffer[1])]
        regel += tekst.count("\n")
        regels.append(regel)
        van.append(code)
        regel += code.jinja.count("\n")
        delen += [_ACCOLADE.sub('{{ "{" }}', tekst), code.jinja]
        plek = treffer.end()
    delen.append(_ACCOLADE.sub('{{ "{" }}', skelet[plek:]))
    looks = tuple(code.look or _LEEG for code in blad.codes)
    return Bron("".join(delen), tuple(blad.tags), looks, tuple(regels), tuple(van), koppen)
