"""HTML by hand, small and safe: a text is escaped, what this module made itself is not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

_ONPRINTBAAR = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""What HTML has no place for, and what no file in UTF-8 can hold."""


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def tekst(inhoud: str) -> Html:
    """Escape a text; HTML stays as it is."""
    if isinstance(inhoud, Html):
        return inhoud
    return Html(escape(_ONPRINTBAAR.sub("\ufffd", inhoud)))


def samen(delen: Iterable[str], tussen: str = "") -> Html:
    """Join texts and HTML."""
    return Html(tussen.join(map(tekst, delen)))


def el(naam: str, *inhoud: str, **kenmerken: str) -> Html:
    """Make an element: `el("th", "Wat", scope="col")`; `class_` and `aria_label` are written so.

    A characteristic (kenmerk) that is empty is left out.
    """
    paren = ((k.removesuffix("_").replace("_", "-"), w) for k, w in kenmerken.items() if w)
    open_ = "".join(f' {kenmerk}="{tekst(waarde)}"' for kenmerk, waarde in paren)
    return Html(f"<{naam}{open_}>{samen(inhoud)}</{naam}>")
