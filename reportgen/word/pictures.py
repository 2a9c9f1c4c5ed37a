"""The pictures, charts, shapes and text boxes of a part, and the words that stand for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.tags import Afbeelding
from reportgen.word.xml import text_of, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_OUD_WORD = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""Around the same thing once more, for a Word older than 2010."""
_DECORATIEF = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_VAK = w("txbxContent")


def pictures(deel: Element, *, in_rand: bool = False) -> Iterator[Afbeelding]:
    """Give the pictures of a part in order; a text box speaks for itself and is none."""
    for element in deel.iter(f"{_WP}docPr", f"{_V}imagedata"):
        houder = element.getparent()
        if houder is None or next(houder.iterdescendants(_VAK), None) is not None:
            continue
        if element.tag == f"{_WP}docPr":
            yield _drawn(element, houder, in_rand=in_rand)
        elif not _is_repeated(element):
            zwevend = "position:absolute" in houder.get("style", "")
            yield Afbeelding(houder.get("alt", ""), zwevend=zwevend, in_rand=in_rand)


def text_boxes(deel: Element) -> Iterator[str]:
    """Give the text of each text box in a part."""
    vakken = (vak for vak in deel.iter(_VAK) if not _is_repeated(vak))
    return (tekst for vak in vakken if (tekst := text_of(vak).strip()))


def _drawn(eigenschappen: Element, houder: Element, *, in_rand: bool) -> Afbeelding:
    """Read a drawing; Word calls its two texts title and description, and reads out both."""
    return Afbeelding(
        eigenschappen.get("descr") or eigenschappen.get("title") or "",
        decoratief=any(e.get("val") in ("1", "true") for e in eigenschappen.iter(_DECORATIEF)),
        zwevend=houder.tag == f"{_WP}anchor",
        in_rand=in_rand,
    )


def _is_repeated(element: Element) -> bool:
    return next(element.iterancestors(_OUD_WORD), None) is not None
