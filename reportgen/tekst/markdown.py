"""The rules of the small Markdown, for markdown-it: nothing but what we ask for by name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_block.list import list_block
from markdown_it.rules_inline.emphasis import tokenize as emphasis

from reportgen.model import ADRES
from reportgen.tekst.veld import VELD, is_veld

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_LIJST = re.compile(r"(?:[-*]|(?P<getal>[0-9]{1,9})\.)[ \t]+(?![-* \t]*$)\S")
_DIEPSTE_LIJST = 3
_KOPPELING = re.compile(
    r"\[(?P<tekst>[^\[\]]+)\]\((?P<adres>[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)?)\)"
)


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Build the parser once: nothing but what the module says, each rule asked for by name."""
    md = MarkdownIt("zero").enable(["emphasis", "newline", "balance_pairs"])
    md.block.ruler.push("lijst", _alleen_onze_lijst, {"alt": ["paragraph"]})
    md.block.ruler.enable(["lijst"])
    md.block.ruler.__rules__.insert(0, md.block.ruler.__rules__.pop())
    md.inline.ruler.at("emphasis", _alleen_sterren)
    md.inline.ruler.before("newline", "ontsnapping", _ontsnapping)
    md.inline.ruler.before("newline", "geen_plaatje", _geen_plaatje)
    md.inline.ruler.after("emphasis", "koppeling", _koppeling)
    md.inline.ruler.after("koppeling", "veld", _veld)
    return md


def _alleen_onze_lijst(state: StateBlock, start: int, eind: int, silent: bool) -> bool:  # noqa: FBT001  markdown-it's signature
    """Start a list at a bullet or at 1, three deep at most; the rest stays the text it was."""
    begin = state.bMarks[start] + state.tShift[start]
    treffer = _LIJST.match(state.src[begin : state.eMarks[start]])
    if not treffer or (not silent and state.level >= 2 * _DIEPSTE_LIJST):
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


def _veld(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  markdown-it's signature
    """Read a marker, `[bedrag lasten actueel]`, as typed but for its white space."""
    treffer = VELD.match(state.src, state.pos, state.posMax)
    if not treffer or not is_veld(treffer["veld"]):
        return False
    if not silent:
        state.push("veld", "", 0).content = " ".join(treffer[0].split())
    state.pos = treffer.end()
    return True


def _alleen_sterren(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  markdown-it's signature
    """Emphasise between stars only, and not inside a word or a sum: `10*20` prints as it is."""
    if state.src[state.pos] != "*":
        return False
    reeks = state.scanDelims(state.pos, canSplitWord=False)
    if reeks.can_open or reeks.can_close:
        return emphasis(state, silent)
    if not silent:
        state.pending += "*" * reeks.length
    state.pos += reeks.length
    return True


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
