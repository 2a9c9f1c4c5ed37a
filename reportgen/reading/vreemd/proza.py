"""Paragraphs become running text in the small Markdown: lists, links, bold, italic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen import tekst
from reportgen.model import ADRES
from reportgen.tekst import Alinea, Blok, Lijst, Stuk, Tekst
from reportgen.word.flow import Passage, Raster

if TYPE_CHECKING:
    from reportgen.reading.vreemd.deel import Deel, Verslag

_VERVOLG = re.compile(r"list continue(?: ([2-9]))?")
_GETYPT = re.compile(r"[ \t]*(?:(?P<punt>[-–•·▪])|(?P<getal>[0-9]{1,2})[.)])[ \t\u00a0]+(?=\S)")
_MINST = 2
"""From how many typed marks in a row on lines are a list."""


@dataclass(frozen=True, slots=True)
class Regel:
    """A paragraph of a text, and how deep in lists it stands; 0 is in none."""

    stukken: tuple[Stuk, ...]
    diepte: int = 0
    genummerd: bool = False
    lijst: str = ""
    vervolg: bool = False
    """Whether it goes on in the item before it."""


def proza(delen: Sequence[Deel], verslag: Verslag, *, los: int = 0) -> str:
    """Write pieces as one text; a table in it finds no place.

    Args:
        delen: the pieces.
        verslag: is told what found no place, and what the small Markdown cannot say.
        los: how deep the lists of this text begin: 1 for what stands in an item already.
    """
    regels: list[Regel] = []
    for deel in delen:
        verslag.laat_beelden_los(deel)
        if isinstance(deel.inhoud, Raster):
            verslag.laat_los([deel])
        elif deel.tekst:
            regel = _regel(deel.inhoud, verslag, deel.plek, los=los)
            if regel.vervolg:  # goes on in an item, if there is one
                regel = replace(regel, diepte=min(regel.diepte, regels[-1].diepte if regels else 0))
            regels.append(regel)
    boom = Tekst(tuple(_blokken(list(_met_getypte(regels)), 0)))
    bron = tekst.schrijf(boom)
    if not _gelijk(boom, tekst.parse(bron)):
        cure = "kijk de opmaak van deze tekst na"
        verslag.meld("L5", delen[0].plek, "de opmaak kon niet precies worden overgenomen", cure)
    return bron


def _regel(passage: Passage, verslag: Verslag, plek: str, *, los: int) -> Regel:
    stukken = tuple(_veilig(stuk, verslag, plek) for stuk in passage.stukken)
    if passage.nummer:
        diepte = max(passage.niveau + 1 - los, 1)
        return Regel(stukken, diepte, passage.genummerd, passage.lijst)
    if treffer := _VERVOLG.fullmatch(passage.stijl):
        diepte = int(treffer[1] or 1) - los
        return Regel(stukken, max(diepte, 0), vervolg=True)
    return Regel(stukken)


def _veilig(stuk: Stuk, verslag: Verslag, plek: str) -> Stuk:
    """Keep a link that a document may have; another one becomes its words, and is told."""
    if not stuk.url or ADRES.fullmatch(stuk.url):
        return stuk
    verslag.laat_tekst_los(stuk.url, plek)
    return replace(stuk, url="")


def _met_getypte(regels: Sequence[Regel]) -> Iterator[Regel]:
    """Read typed marks, `- ` or `1. `, as lists where several lines in a row have them."""
    for (diepte, soort), groep in groupby(regels, key=lambda r: (r.diepte, _getypt(r))):
        reeks = list(groep)
        if soort and diepte == 0 and len(reeks) >= _MINST and _telt(reeks, soort):
            for regel in reeks:
                yield Regel(_kaal(regel.stukken), 1, genummerd=soort == "getal")
        else:
            yield from reeks


def _getypt(regel: Regel) -> str:
    treffer = _GETYPT.match(_plat(regel.stukken))
    return str(treffer.lastgroup) if treffer else ""


def _telt(reeks: Sequence[Regel], soort: str) -> bool:
    """Say whether typed numbers count from 1; bullets need not."""
    getypt = [_GETYPT.match(_plat(regel.stukken)) for regel in reeks]
    nummers = [int(t["getal"]) for t in getypt if t and t["getal"]]
    return soort == "punt" or nummers == list(range(1, len(reeks) + 1))


def _kaal(stukken: tuple[Stuk, ...]) -> tuple[Stuk, ...]:
    treffer = _GETYPT.match(_plat(stukken))
    return vanaf(stukken, treffer.end()) if treffer else stukken


def zonder_merk(passage: Passage) -> tuple[str, Passage] | None:
    """Give the mark that was typed before a paragraph, and the paragraph without it."""
    treffer = _GETYPT.match(passage.tekst)
    if not treffer:
        return None
    return treffer[0].strip(), replace(passage, stukken=vanaf(passage.stukken, treffer.end()))


def vanaf(stukken: Iterable[Stuk], begin: int) -> tuple[Stuk, ...]:
    """Give the runs from a character on."""
    uit, plek = [], 0
    for stuk in stukken:
        deel = stuk.tekst[max(0, begin - plek) :]
        plek += len(stuk.tekst)
        if deel:
            uit.append(replace(stuk, tekst=deel))
    return tuple(uit)


def _plat(stukken: Iterable[Stuk]) -> str:
    return "".join(stuk.tekst for stuk in stukken)


def _blokken(regels: Sequence[Regel], diepte: int) -> Iterator[Blok]:
    """Give the blocks of lines that stand at some depth, or deeper."""
    for dieper, groep in groupby(regels, key=lambda r: r.diepte > diepte):
        if dieper:
            yield from _lijsten(list(groep), diepte + 1)
        else:
            yield from (Alinea(regel.stukken) for regel in groep)


def _lijsten(regels: Sequence[Regel], diepte: int) -> Iterator[Lijst]:
    """Give the lists of lines that all stand in a list; another kind or number is another list."""
    items = [*_items(regels, diepte)]
    for (genummerd, _), groep in groupby(items, key=lambda item: _soort(item, diepte)):
        yield Lijst(genummerd, tuple(tuple(_blokken(item, diepte)) for item in groep))


def _items(regels: Sequence[Regel], diepte: int) -> Iterator[list[Regel]]:
    item: list[Regel] = []
    for regel in regels:
        if item and regel.diepte == diepte and not regel.vervolg:
            yield item
            item = []
        item.append(regel)
    if item:
        yield item


def _soort(item: Sequence[Regel], diepte: int) -> tuple[bool, str]:
    eigen = next((regel for regel in item if regel.diepte == diepte and not regel.vervolg), item[0])
    return eigen.genummerd, eigen.lijst if eigen.genummerd else ""


def _gelijk(boom: Tekst, terug: Tekst) -> bool:
    """Say whether a text was read back with every word and look that it had."""
    return list(_druk(boom.blokken, 0)) == list(_druk(terug.blokken, 0))


def _druk(blokken: Sequence[Blok], diepte: int) -> Iterator[tuple[object, ...]]:
    for blok in blokken:
        if isinstance(blok, Lijst):
            for nummer, item in enumerate(blok.items, start=1):
                yield diepte + 1, nummer if blok.genummerd else 0
                yield from _druk(item, diepte + 1)
        elif str(blok).strip():
            woorden = [letter for letter in tekst.letters(blok.stukken) if letter[1]]
            yield diepte, *woorden
