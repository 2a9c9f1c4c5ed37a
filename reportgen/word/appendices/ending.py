"""The end of a finished document, where another can follow.

Looked for in its bytes: a book is long, and nothing of it changes but its last paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

_SECTIE, _EINDE_SECTIE = b"<w:sectPr", b"</w:sectPr>"
_EINDE_ALINEA = b"</w:p>"
_BEGIN_ALINEA = re.compile(rb"<w:p(?: [^>]*)?>(?:<w:pPr/>|(?P<vorm><w:pPr>))?")
_LAAG = b'<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
"""Makes a paragraph that only ends a section take no room."""

_ID = re.compile(rb'<(?:w:bookmarkStart|wp:docPr)\s(?:[^>]*\s)?(?:w:)?id="([0-9]{1,9})"')
_NAAM = re.compile(rb'<w:bookmarkStart\s(?:[^>]*\s)?w:name="([^"]*)"')


def extended(xml: bytes, erbij: bytes) -> bytes:
    """Give the text of a document with something behind it; its last section ends before that."""
    slot = xml.rindex(b"</w:body>")
    plek = max(0, *(xml.rfind(begin, 0, slot) for begin in (b"<w:p>", b"<w:p ")))
    heel = memoryview(xml)  # a book is long
    return b"".join((heel[:plek], _ended(xml[plek:slot].rstrip()), erbij, heel[slot:]))


def _ended(staart: bytes) -> bytes:
    """End the last section in the last paragraph.

    Args:
        staart: the end of a body, from where its last paragraph begins.
    """
    begin = staart.rfind(_SECTIE)
    sectie = staart[begin:] if begin >= 0 else b""
    if sectie.endswith(_EINDE_SECTIE) or (sectie.endswith(b"/>") and sectie.count(b"<") == 1):
        return _with(staart[:begin].rstrip(), sectie)
    return _with(staart, b"<w:sectPr/>")


def _with(alinea: bytes, sectie: bytes) -> bytes:
    """Put a section in a paragraph, or in one behind it where what is there is more than one."""
    kop = _BEGIN_ALINEA.match(alinea)
    if kop is None or alinea.find(_EINDE_ALINEA) != len(alinea) - len(_EINDE_ALINEA):
        return b"%s<w:p><w:pPr>%s%s</w:pPr></w:p>" % (alinea, _LAAG, sectie)
    if _SECTIE in alinea:
        return alinea  # it ends a section already, and nothing stands in the last one
    if kop["vorm"]:
        return alinea.replace(b"</w:pPr>", sectie + b"</w:pPr>", 1)
    open_ = kop[0].removesuffix(b"<w:pPr/>")
    return b"%s<w:pPr>%s</w:pPr>%s" % (open_, sectie, alinea[kop.end() :])


def highest_id(delen: Mapping[str, bytes]) -> int:
    """Give the highest id of the drawings and bookmarks of a document."""
    return max((int(id_[1]) for xml in _teksten(delen) for id_ in _ID.finditer(xml)), default=0)


def bookmarks(delen: Mapping[str, bytes]) -> frozenset[str]:
    """Give the names of the bookmarks of a document."""
    return frozenset(
        unescape(naam[1].decode()) for xml in _teksten(delen) for naam in _NAAM.finditer(xml)
    )


def _teksten(delen: Mapping[str, bytes]) -> Iterator[bytes]:
    return (xml for naam, xml in delen.items() if re.fullmatch(r"word/\w+\.xml", naam))
