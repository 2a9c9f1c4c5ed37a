"""WordprocessingML in short: names, strict parsing, the order of properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.errors import Plaats, Problem, RenderError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PR = "http://schemas.openxmlformats.org/package/2006/relationships"
CT = "http://schemas.openxmlformats.org/package/2006/content-types"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
NS = {"w": W, "r": R}
_GETAL = re.compile(r"[-+]?[0-9]{1,18}")
_VOORVOEGSEL = re.compile(r"[<\s](\w+):\w")
SPATIE = "{http://www.w3.org/XML/1998/namespace}space"


@lru_cache(maxsize=1024)
def w(naam: str) -> str:
    """Give a name in the WordprocessingML namespace: `w("p")`."""
    return f"{{{W}}}{naam}"


def parse_xml(xml: bytes, deel: str, *, groot: bool = False) -> Element:
    """Parse strictly: nothing is recovered, no entity is resolved, nothing is fetched.

    Args:
        xml: the part.
        deel: its name.
        groot: whether it may hold a text of more than ten million characters, or nest very deep:
            only what we filled ourselves may.

    Raises:
        RenderError: the part is not well-formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=groot, recover=False, load_dtd=False
    )
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        tekst, cure = (
            f"het onderdeel {deel} is beschadigd",
            "open het in Word en sla het opnieuw op",
        )
        raise RenderError([Problem("W2", "error", Plaats(pad=deel), tekst, cure)]) from None


def to_bytes(element: Element) -> bytes:
    """Serialise a part as Word does."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


_TEKENS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_IN_ATTRIBUUT = _TEKENS | str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def escape(tekst: str) -> str:
    """Write text for inside an element; `xml.sax.saxutils` would bring a web client along."""
    return tekst.translate(_TEKENS)


def quoted(waarde: str) -> str:
    """Write the value of an attribute, with its quotes."""
    return f'"{waarde.translate(_IN_ATTRIBUUT)}"'


def fragment(xml: str) -> Element:
    """Parse a bare piece of a part; prefixes of newer Word versions pass through untouched."""
    vreemd = set(_VOORVOEGSEL.findall(xml)) - {"w", "r", "xml"}
    namen = "".join(f' xmlns:{naam}="urn:{naam}"' for naam in sorted(vreemd))
    return parse_xml(f'<x xmlns:w="{W}" xmlns:r="{R}"{namen}>{xml}</x>'.encode(), "fragment")[0]


def child(element: Element, naam: str) -> Element | None:
    """Give the first child of a full name: `find`, at a third of the price."""
    for kind in element:
        if kind.tag == naam:
            return kind
    return None


def value(element: Element, naam: str, anders: str = "") -> str:
    """Give the `w:val` of a child, the way Word writes most properties."""
    kind = child(element, w(naam))
    return anders if kind is None else kind.get(w("val"), anders)


def is_on(element: Element | None) -> bool:
    """Say whether a property is on; its presence says so, unless its value says otherwise."""
    return element is not None and element.get(w("val")) not in {"0", "false", "off"}


DOORZICHTIG = frozenset(
    w(naam) for naam in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml")
)
"""What stands around paragraphs, rows and cells without being one."""


def see_through(houder: Element, door: AbstractSet[str] = DOORZICHTIG) -> Iterator[Element]:
    """Give what a holder contains, what stands in some kinds of elements (door) included."""
    wacht = [iter(houder)]
    while wacht:
        for kind in wacht[-1]:
            if kind.tag in door:
                wacht.append(iter(kind))
                break
            yield kind
        else:
            wacht.pop()


def whole_number(tekst: str, anders: int = 0) -> int:
    """Read a whole number; what is none, in a file that somebody made by hand, is another one."""
    return int(tekst) if _GETAL.fullmatch(tekst) else anders


def remove(element: Element) -> None:
    """Take an element out of its tree."""
    ouder = element.getparent()
    if ouder is not None:
        ouder.remove(element)


def text_of(element: Element) -> str:
    """Give the text inside an element, as tags see it: the `w:t` in order."""
    return "".join(t.text or "" for t in element.iter(w("t")))


def bare(element: Element | None) -> str:
    """Write an element for use inside a part that declares the prefixes w and r itself."""
    if element is None:
        return ""
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    return re.sub(r' xmlns:\w+="[^"]*"', "", xml)


_RPR = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike"),
    *("outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden"),
    *("color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr"),
    *("shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish"),
)
_RPR_PLEK = {w(naam): plek for plek, naam in enumerate(_RPR)}


def sort_rpr(rpr: Element) -> None:
    """Put the properties of a run in the order of the schema. Source: ECMA-376 17.3.2.28."""
    rpr[:] = sorted(rpr, key=lambda e: _RPR_PLEK.get(str(e.tag), len(_RPR_PLEK)))
