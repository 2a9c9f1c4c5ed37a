"""Parts of XML in the one form that Word writes: UTF-8, without a document type of their own."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, ""),
    (codecs.BOM_UTF32_BE, ""),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ZONDER_BOM = ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))
_KOP = "<?xml"
_LANGE_KOP = 500
_CODERING = re.compile(r"\bencoding\s*=\s*[\"']([^\"']*)[\"']")
_BEKEND = {"utf-8": ("", "utf-8", "utf8", "us-ascii", "ascii"), "utf-16": ("", "utf-16", "utf16")}


def plain_xml(xml: bytes) -> tuple[bytes, str]:
    """Give a part as UTF-8, and what is wrong with it in Dutch, or nothing.

    A part in UTF-16 is rewritten; one in another encoding is refused, as is a document type (which
    could define entities).
    """
    bom, codering = next(((b, c) for b, c in _BOMS if xml.startswith(b)), (b"", "utf-8"))
    if not bom:
        codering = next((c for begin, c in _ZONDER_BOM if xml.startswith(begin)), "utf-8")
    try:
        tekst = xml[len(bom) :].decode(codering or "ascii")
    except UnicodeDecodeError:
        return xml, "is geen geldige XML in UTF-8"
    if not codering or "\x00" in tekst or (xml and not tekst.lstrip().startswith("<")):
        return xml, "is geen geldige XML in UTF-8"
    kop, genoemd = _declared(tekst)
    if genoemd not in _BEKEND[codering[:6]]:
        return xml, f"zegt in ‘{genoemd[:40]}’ te zijn geschreven, en niet in UTF-8"
    if "<!DOCTYPE" in tekst:
        return xml, "bevat een DOCTYPE, en dat hoort niet in een document"
    if not bom and codering == "utf-8":
        return xml, ""
    return f'{_KOP} version="1.0" encoding="UTF-8" standalone="yes"?>{tekst[kop:]}'.encode(), ""


def _declared(tekst: str) -> tuple[int, str]:
    """Give where the declaration ends, and the encoding that it names, in lower case."""
    if not tekst.startswith(_KOP):
        return 0, ""
    einde = tekst.find("?>", 0, _LANGE_KOP) + 2
    if einde < len(_KOP):
        return 0, "?"
    treffer = _CODERING.search(tekst, 0, einde)
    return einde, treffer[1].lower() if treffer else ""
