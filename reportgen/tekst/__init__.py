"""The small Markdown of text fields, as a frozen tree: paragraphs, lists, runs.

Known: paragraphs, **bold**, *italic*, [text](address), bullet and numbered lists, and the
cross-reference `[prestatie 5.1.1]` and the marker that binds a figure, `[bedrag lasten actueel]`.
Everything else prints exactly as typed: HTML, entities, code, headings, pictures, underscores,
`2017. Het jaar`. A backslash before `*`, `[` or `]` (or before the mark that would start a list)
prints that character itself; any other backslash prints.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from reportgen.tekst.boom import Alinea, Blok, Lijst, Stuk, Tekst, met_kop, regels, serie
from reportgen.tekst.markdown import parser
from reportgen.tekst.schrijven import als_bron, letters

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = [
    "Alinea",
    "Blok",
    "Lijst",
    "Stuk",
    "Tekst",
    "letters",
    "met_kop",
    "parse",
    "plat",
    "regels",
    "schrijf",
    "serie",
]

_OPMAAK = re.compile(r"[*\[\]\\]|^[ \t]*(?:-|1\.)[ \t]|[^\S\n]\n|\n[^\S\n]", re.MULTILINE)
"""What only the parser reads: marks, and white space at the ends of lines."""
_LEGE_REGELS = re.compile("\n\n+")
_NERGENS: Mapping[str, str] = MappingProxyType({})


def parse(bron: str, woord: str = "prestatie", doelen: Mapping[str, str] = _NERGENS) -> Tekst:
    """Read the small Markdown; every character of the text arrives, or is markup.

    Args:
        bron: the text as typed.
        woord: what a section is called, and so what a cross-reference begins with.
        doelen: where a cross-reference leads, by number; without such a place it is plain text.
    """
    if not bron.strip():
        return Tekst(())
    blokken: tuple[Blok, ...]
    if _OPMAAK.search(bron) or ("\n" in bron and bron != bron.strip()):
        blokken = tuple(_blokken(iter(parser().parse(bron))))
    else:
        alineas = _LEGE_REGELS.split(bron)
        blokken = tuple(Alinea((Stuk(deel.replace("\n", " ")),)) for deel in alineas)
    if woord[1:] in bron:
        knip = partial(_knip, patroon=_verwijzing(woord), doelen=doelen)
        blokken = tuple(_verwijs(blok, knip) for blok in blokken)
    return Tekst(blokken)


def plat(bron: str) -> str:
    """Give the plain text of a field, as it will be read in print."""
    return str(parse(bron))


def schrijf(tekst: Tekst) -> str:
    """Write a tree as the small Markdown that `parse` reads it from."""
    return als_bron(tekst, parse)


def _blokken(tokens: Iterator[Token]) -> Iterator[Blok]:
    for token in tokens:
        match token.type:
            case "inline":
                yield Alinea(tuple(_samen(_stukken(token.children or []))))
            case "bullet_list_open" | "ordered_list_open":
                genummerd = token.type == "ordered_list_open"
                yield from _lijst(list(_items(tokens)), genummerd=genummerd)
            case "list_item_close":
                return
            case _:
                pass


def _items(tokens: Iterator[Token]) -> Iterator[tuple[str, tuple[Blok, ...]]]:
    """Give the typed number of each item, if it has one, and its blocks."""
    for token in tokens:
        if token.type != "list_item_open":
            return
        if item := tuple(_blokken(tokens)):
            yield token.info, item


def _lijst(items: list[tuple[str, tuple[Blok, ...]]], *, genummerd: bool) -> Iterator[Blok]:
    """Make a list; numbers that Word would print otherwise stay the text that they were."""
    nummers = [nummer for nummer, _ in items]
    telt = nummers in (["1"] * len(items), [str(n) for n in range(1, len(items) + 1)])
    if items and (telt or not genummerd):
        yield Lijst(genummerd, tuple(item for _, item in items))
        return
    for nummer, (eerste, *rest) in items:
        if isinstance(eerste, Alinea):
            yield Alinea((Stuk(f"{nummer}. "), *eerste.stukken))
        else:
            yield from (Alinea((Stuk(f"{nummer}."),)), eerste)
        yield from rest


def _stukken(tokens: Sequence[Token]) -> Iterator[Stuk]:
    """Give the runs of a paragraph; a counter per look, since emphasis can nest without end."""
    vet = cursief = 0
    url = ""
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                vet += token.nesting
            case "em_open" | "em_close":
                cursief += token.nesting
            case "link_open":
                url = str(token.attrs["href"])
            case "link_close":
                url = ""
            case "veld":
                look = Stuk(token.content, vet=vet > 0, cursief=cursief > 0)
                yield replace(look, veld=token.content[1:-1])
            case soort:
                inhoud = {"softbreak": " ", "hardbreak": "\n"}.get(soort, token.content)
                if inhoud:
                    yield Stuk(inhoud, vet=vet > 0, cursief=cursief > 0, url=url)


def _samen(stukken: Iterator[Stuk]) -> Iterator[Stuk]:
    """Join neighbours of one look; a marker stays by itself."""
    for (vet, cursief, url, veld), groep in groupby(stukken, key=_look):
        if veld:
            yield from groep
        else:
            yield Stuk("".join(stuk.tekst for stuk in groep), vet, cursief, url)


def _look(stuk: Stuk) -> tuple[bool, bool, str, str]:
    return stuk.vet, stuk.cursief, stuk.url, stuk.veld


def _verwijs(blok: Blok, knip: Callable[[Stuk], Iterator[Stuk]]) -> Blok:
    """Set the cross-references of a block apart."""
    if isinstance(blok, Lijst):
        items = tuple(tuple(_verwijs(deel, knip) for deel in item) for item in blok.items)
        return replace(blok, items=items)
    return Alinea(tuple(deel for stuk in blok.stukken for deel in knip(stuk)))


def _knip(stuk: Stuk, patroon: re.Pattern[str], doelen: Mapping[str, str]) -> Iterator[Stuk]:
    """Cut a run at its cross-references; a link and a marker have none."""
    einde = 0
    for treffer in patroon.finditer("" if stuk.url or stuk.veld else stuk.tekst):
        if treffer.start() > einde:
            yield replace(stuk, tekst=stuk.tekst[einde : treffer.start()])
        nummer = treffer["nummer"]
        yield replace(stuk, tekst=treffer[0], verwijzing=nummer, url=doelen.get(nummer, ""))
        einde = treffer.end()
    if einde < len(stuk.tekst):
        yield replace(stuk, tekst=stuk.tekst[einde:]) if einde else stuk


@lru_cache
def _verwijzing(woord: str) -> re.Pattern[str]:
    """Both `[prestatie 5.1.1]` and `prestatie 8.1.5` refer; `prestatie 3 jaar` does not.

    Every part of a number holds a digit; without brackets it has a dot or a letter too.
    """
    begin = rf"(?i:{re.escape(woord[0])}){re.escape(woord[1:])}[ \u00a0]"
    deel = "[A-Za-z]?[0-9]+[A-Za-z]?"
    nummer = rf"(?P<nummer>{deel}(?:[.-]{deel})*)(?![A-Za-z0-9])"
    return re.compile(rf"(?P<haak>\[)?\b{begin}(?(haak)|(?=[0-9]*[.A-Za-z])){nummer}(?(haak)\])")
