"""The small Markdown of text fields, as a frozen tree: paragraphs, lists, runs.

Known: paragraphs, **bold**, *italic*, [text](address), bullet and numbered lists, and the
cross-reference `[prestatie 5.1.1]`. Everything else prints exactly as typed: HTML, entities, code,
headings, pictures, underscores, `2017. Het jaar`. A backslash before `*`, `[` or `]` (or before
the mark that would start a list) prints that character itself; any other backslash prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_block.list import list_block
from markdown_it.rules_inline.emphasis import tokenize as emphasis

from reportgen.model import ADRES

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_OPMAAK = re.compile(r"[*\[\]\\]|^\s*(?:-|1\.)\s|\n", re.MULTILINE)
_LIJST = re.compile(r"(?:[-*]|(?P<getal>[0-9]{1,9})\.)[ \t]+(?![-* \t]*$)\S")
_DIEPSTE_LIJST = 3
_KOPPELING = re.compile(
    r"\[(?P<tekst>[^\[\]]+)\]\((?P<adres>[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)?)\)"
)


@dataclass(frozen=True, slots=True)
class Stuk:
    r"""A stretch of text in one look (stuk); `\\n` in it is a line break."""

    tekst: str
    vet: bool = False
    cursief: bool = False
    url: str = ""
    verwijzing: str = ""


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph (alinea)."""

    stukken: tuple[Stuk, ...]

    def __str__(self) -> str:
        return "".join(stuk.tekst for stuk in self.stukken)


@dataclass(frozen=True, slots=True)
class Lijst:
    """A list (lijst), numbered from 1 or bulleted; each item holds blocks of its own."""

    genummerd: bool
    items: tuple[tuple[Alinea | Lijst, ...], ...]

    def __str__(self) -> str:
        return "\n".join("\n".join(map(str, item)) for item in self.items)


Blok = Alinea | Lijst


@dataclass(frozen=True, slots=True)
class Tekst:
    """The tree of one text field; `str()` gives its plain text, without any markup."""

    blokken: tuple[Blok, ...]

    def __str__(self) -> str:
        return "\n\n".join(map(str, self.blokken))

    def __bool__(self) -> bool:
        return bool(self.blokken)

    def alineas(self) -> Iterator[Alinea]:
        """Give every paragraph in order, those inside lists included."""
        yield from _alineas(self.blokken)


def parse(bron: str, woord: str = "prestatie") -> Tekst:
    """Read the small Markdown; every character of the text arrives, or is markup.

    Args:
        bron: the text as typed.
        woord: what a section is called, and so what a cross-reference begins with.
    """
    if not bron.strip():
        return Tekst(())
    if _OPMAAK.search(bron):
        blokken = tuple(_blokken(iter(_parser().parse(bron))))
    else:
        blokken = (Alinea((Stuk(bron),)),)
    if woord[1:] in bron:
        blokken = tuple(_verwijs(blok, _verwijzing(woord)) for blok in blokken)
    return Tekst(blokken)


def serie(namen: Sequence[tuple[str, str]]) -> Tekst:
    """Make one paragraph of a series of names with an address or none: `a, b en c`."""
    stukken: list[Stuk] = []
    for plaats, (naam, url) in enumerate(namen):
        if plaats:
            stukken.append(Stuk(" en " if plaats == len(namen) - 1 else ", "))
        stukken.append(Stuk(naam, url=url))
    return Tekst((Alinea(tuple(stukken)),)) if stukken else Tekst(())


def regels(namen: Sequence[tuple[str, str]]) -> Tekst:
    """Make a paragraph of each name, with an address or none."""
    return Tekst(tuple(Alinea((Stuk(naam, url=url),)) for naam, url in namen))


def met_kop(kop: str, tekst: Tekst) -> Tekst:
    """Put a word before a text: `kop; text`, or a line of its own before a list."""
    if not kop:
        return tekst
    if not tekst or isinstance(tekst.blokken[0], Lijst):
        return Tekst((Alinea((Stuk(kop),)), *tekst.blokken))
    eerste = Alinea((Stuk(f"{kop}; "), *tekst.blokken[0].stukken))
    return Tekst((eerste, *tekst.blokken[1:]))


def plat(bron: str) -> str:
    """Give the plain text of a field, as it will be read in print."""
    return str(parse(bron))


def _alineas(blokken: Sequence[Blok]) -> Iterator[Alinea]:
    for blok in blokken:
        if isinstance(blok, Alinea):
            yield blok
        else:
            for item in blok.items:
                yield from _alineas(item)


def _blokken(tokens: Iterator[Token]) -> Iterator[Blok]:
    for token in tokens:
        match token.type:
            case "inline":
                yield Alinea(tuple(_samen(_stukken(token.children or []))))
            case "bullet_list_open" | "ordered_list_open":
                if items := tuple(_items(tokens)):
                    yield Lijst(genummerd=token.type == "ordered_list_open", items=items)
            case "list_item_close":
                return
            case _:
                pass


def _items(tokens: Iterator[Token]) -> Iterator[tuple[Blok, ...]]:
    for token in tokens:
        if token.type != "list_item_open":
            return
        if item := tuple(_blokken(tokens)):
            yield item


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
            case soort:
                inhoud = {"softbreak": " ", "hardbreak": "\n"}.get(soort, token.content)
                if inhoud:
                    yield Stuk(inhoud, vet=vet > 0, cursief=cursief > 0, url=url)


def _samen(stukken: Iterator[Stuk]) -> Iterator[Stuk]:
    """Join neighbours of one look."""
    for look, groep in groupby(stukken, key=lambda stuk: replace(stuk, tekst="")):
        yield replace(look, tekst="".join(stuk.tekst for stuk in groep))


def _verwijs(blok: Blok, patroon: re.Pattern[str]) -> Blok:
    """Set the cross-references of a block apart."""
    if isinstance(blok, Lijst):
        items = tuple(tuple(_verwijs(deel, patroon) for deel in item) for item in blok.items)
        return replace(blok, items=items)
    return Alinea(tuple(deel for stuk in blok.stukken for deel in _knip(stuk, patroon)))


def _knip(stuk: Stuk, patroon: re.Pattern[str]) -> Iterator[Stuk]:
    """Cut a run at its cross-references; a link has none."""
    einde = 0
    for treffer in patroon.finditer(stuk.tekst if not stuk.url else ""):
        if treffer.start() > einde:
            yield replace(stuk, tekst=stuk.tekst[einde : treffer.start()])
        yield replace(stuk, tekst=treffer[0], verwijzing=treffer["nummer"])
        einde = treffer.end()
    if einde < len(stuk.tekst):
        yield replace(stuk, tekst=stuk.tekst[einde:])


@lru_cache
def _verwijzing(woord: str) -> re.Pattern[str]:
    """Both `[prestatie 5.1.1]` and `prestatie 8.1.5` refer; `prestatie 3 jaar` does not.

    Every part of a number holds a digit; without brackets it has a dot or a letter too.
    """
    begin = rf"(?i:{re.escape(woord[0])}){re.escape(woord[1:])}[ \u00a0]"
    deel = "[A-Za-z]?[0-9]+[A-Za-z]?"
    nummer = rf"(?P<nummer>{deel}(?:[.-]{deel})*)(?![A-Za-z0-9])"
    return re.compile(rf"(?P<haak>\[)?\b{begin}(?(haak)|(?=[0-9]*[.A-Za-z])){nummer}(?(haak)\])")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """Build the parser once: nothing but what the module says, each rule asked for by name."""
    md = MarkdownIt("zero").enable(["emphasis", "newline", "balance_pairs"])
    md.block.ruler.push("lijst", _alleen_onze_lijst, {"alt": ["paragraph"]})
    md.block.ruler.enable(["lijst"])
    md.block.ruler.__rules__.insert(0, md.block.ruler.__rules__.pop())
    md.inline.ruler.at("emphasis", _alleen_sterren)
    md.inline.ruler.before("newline", "ontsnapping", _ontsnapping)
    md.inline.ruler.before("newline", "geen_plaatje", _geen_plaatje)
    md.inline.ruler.after("emphasis", "koppeling", _koppeling)
    return md


def _alleen_onze_lijst(state: StateBlock, start: int, eind: int, silent: bool) -> bool:  # noqa: FBT001  markdown-it's signature
    """Start a list at a bullet or at 1, three deep at most; the rest stays the text it was."""
    begin = state.bMarks[start] + state.tShift[start]
    treffer = _LIJST.match(state.src[begin : state.eMarks[start]])
    if not treffer or state.level >= 2 * _DIEPSTE_LIJST:
        return False
    volgend_item = state.sCount[start] < state.blkIndent
    if treffer["getal"] not in (None, "1") and not volgend_item:
        return False
    return list_block(state, start, eind, silent)


def _geen_plaatje(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  markdown-it's signature
    """Print `![` as it stands, so that what follows it is no link."""
    if not state.src.startswith("![", state.pos):
        return False
    if not silent:
        state.pending += "!["
    state.pos += 2
    return True


def _koppeling(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  markdown-it's signature
    """Read `[text](address)`; anything but a web or mail address leaves the text as typed."""
    treffer = _KOPPELING.match(state.src, state.pos, state.posMax)
    if not treffer or not ADRES.fullmatch(treffer["adres"]) or not treffer["tekst"].strip():
        return False
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": treffer["adres"]}
        eind = state.posMax
        state.pos, state.posMax = treffer.span("tekst")
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.posMax = eind
        state.push("link_close", "a", -1)
    state.pos = treffer.end()
    return True


def _alleen_sterren(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  markdown-it's signature
    return state.src[state.pos] == "*" and emphasis(state, silent)


def _ontsnapping(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  markdown-it's signature
    """Print the character after a backslash where that character would have been markup."""
    bron, plek = state.src, state.pos
    volgend = bron[plek + 1 : plek + 2]
    voor = bron[bron.rfind("\n", 0, plek) + 1 : plek].strip()
    lijstteken = (volgend, voor) in (("-", ""), (".", "1"))
    if bron[plek] != "\\" or not (volgend in ("*", "[", "]") or lijstteken):
        return False
    if not silent:
        state.pending += volgend
    state.pos += 2
    return True
