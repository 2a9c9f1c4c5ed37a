"""Where deleted words and blocks go in the new document: inside or outside what stands around."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.word.redline.pieces import LINK, Piece
from reportgen.word.redline.words import Plekken
from reportgen.word.xml import w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_INHOUD, _SDT = w("sdtContent"), w("sdt")
_HOUDERS = {LINK, _INHOUD, *(w(naam) for naam in ("smartTag", "customXml", "dir", "bdo"))}


def put_in_place(
    merk: Element,
    alinea: Element,
    stukken: tuple[Sequence[Piece], Sequence[Piece]],
    plekken: Plekken,
) -> None:
    """Put a mark where deleted words go: before what came for them, or beside what stayed.

    Args:
        merk: the mark.
        alinea: the new paragraph.
        stukken: the pieces that it had, and those that it has.
        plekken: which of them went, and which came.
    """
    (was, wordt), (a, b, c, d) = stukken, plekken
    if c < d:
        eerste = wordt[c].elementen[0]
        samen = _around(was[a]) is not None and was[a].link == wordt[c].link
        (eerste if samen else _before_link(eerste)).addprevious(merk)
    elif c and (a == 0 or _around(was[a - 1]) is _around(was[a])):
        wordt[c - 1].elementen[-1].addnext(merk)
    elif c < len(wordt) and b < len(was) and _around(was[b]) is _around(was[b - 1]):
        wordt[c].elementen[0].addprevious(merk)
    elif c:
        _behind(wordt[c - 1].elementen[-1], {*_HOUDERS, _SDT}).addnext(merk)
    elif wordt:
        _in_front(wordt[0].elementen[0], {*_HOUDERS, _SDT}).addprevious(merk)
    else:
        alinea.append(merk)


def before(element: Element) -> Element:
    """Give the place before a block, outside the content controls that begin with it."""
    return _in_front(element, {_INHOUD, _SDT})


def after(element: Element) -> Element:
    """Give the place behind a block, outside the content controls that end with it."""
    return _behind(element, {_INHOUD, _SDT})


def _before_link(run: Element) -> Element:
    return _in_front(run, {LINK})


def _in_front(element: Element, om: set[str]) -> Element:
    while (ouder := element.getparent()) is not None and ouder.tag in om:
        if ouder.tag != _SDT and ouder[0] is not element:
            break
        element = ouder
    return element


def _behind(element: Element, om: set[str]) -> Element:
    while (ouder := element.getparent()) is not None and ouder.tag in om:
        if ouder[-1] is not element:
            break
        element = ouder
    return element


def _around(stuk: Piece) -> Element | None:
    """Give what stands around a piece within its paragraph, if anything does."""
    ouder = stuk.elementen[0].getparent()
    return ouder if ouder is not None and ouder.tag in _HOUDERS else None
