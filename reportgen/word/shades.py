"""What one level of formatting says of letters, and of what is behind them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reportgen.word.xml import W14, child, is_on, w, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WIT, ZWART = "FFFFFF", "000000"
AUTO: Final = "auto"
"""Black on light, white on dark."""
OPEN: Final = ""
"""No colour: what is behind shows."""
ONBEKEND: Final = "?"
"""A colour that cannot be told from the file alone, such as that of a theme without a literal."""

_VAL, _SHD = w("val"), w("shd")
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_MENGSEL = re.compile(r"pct([0-9]{1,2})")
_MERKSTIFT = {
    "black": ZWART,
    "blue": "0000FF",
    "cyan": "00FFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGray": "808080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "green": "00FF00",
    "lightGray": "C0C0C0",
    "magenta": "FF00FF",
    "none": OPEN,
    "red": "FF0000",
    "white": WIT,
    "yellow": "FFFF00",
}
"""The colours of a marker. Source: ECMA-376 17.18.40 (ST_HighlightColor)."""


class Vorm(NamedTuple):
    """What a level of formatting says; of what is None it says nothing.

    A colour is RRGGBB, `AUTO`, `OPEN` or `ONBEKEND`.
    """

    kleur: str | None = None
    stift: str | None = None
    """The marker over the letters, which hides their shading."""
    vlak: str | None = None
    maat: int | None = None
    """In half points."""
    vet: bool | None = None
    cursief: bool | None = None
    verborgen: bool | None = None
    alinea: str | None = None
    cel: str | None = None
    tabel: str | None = None


LEEG: Final = Vorm()


def letters(rpr: Element | None) -> Vorm:
    """Read the properties of a run."""
    if rpr is None:
        return LEEG
    gelezen: dict[str, Any] = {
        _LEZERS[e.tag][0]: _LEZERS[e.tag][1](e) for e in rpr if e.tag in _LEZERS
    }
    return LEEG._replace(**gelezen)


def form(houder: Element) -> Vorm:
    """Read a style, or a part of a table style: its letters, paragraphs, cells and tables."""
    vlakken: dict[str, Any] = {naam: shading(houder.find(pad)) for naam, pad in _VLAKKEN.items()}
    return letters(houder.find(w("rPr")))._replace(**vlakken)


def shading(eigenschappen: Element | None) -> str | None:
    """Read the shading among properties, where they have one."""
    shd = child(eigenschappen, _SHD) if eigenschappen is not None else None
    return None if shd is None else _shading(shd)


def first_of(lagen: Iterable[Vorm]) -> Vorm:
    """Lay levels of formatting over each other, the nearest first."""
    waarden = zip(*lagen, strict=True)
    return Vorm(*(next((w for w in rij if w is not None), None) for rij in waarden))


def unsure(vormen: Iterable[Vorm]) -> Vorm:
    """Make every colour unknown that one of these levels would give, if it counts."""
    boven = first_of([*vormen, LEEG])
    kleuren: dict[str, Any] = {
        naam: ONBEKEND for naam in _KLEUREN if getattr(boven, naam) is not None
    }
    return LEEG._replace(**kleuren)


_VLAKKEN = {"alinea": w("pPr"), "cel": w("tcPr"), "tabel": w("tblPr")}
_KLEUREN = ("kleur", "stift", "vlak", *_VLAKKEN)


def _shading(shd: Element) -> str:
    """Give the colour of a shading, a pattern of dots as its mixture."""
    soort = shd.get(_VAL, "clear")
    voor, achter = _colour(shd, "color", "themeColor"), _colour(shd, "fill", "themeFill")
    if soort == "nil":
        return OPEN
    if soort == "clear":
        return OPEN if achter == AUTO else achter
    mengsel = _MENGSEL.fullmatch(soort)
    if soort != "solid" and not mengsel:
        return ONBEKEND
    deel = int(mengsel[1]) if mengsel else 100
    return _mix(ZWART if voor == AUTO else voor, WIT if achter == AUTO else achter, deel)


def _mix(voor: str, achter: str, deel: int) -> str:
    if ONBEKEND in (voor, achter):
        return ONBEKEND
    paren = zip(bytes.fromhex(voor), bytes.fromhex(achter), strict=True)
    return bytes((v * deel + a * (100 - deel)) // 100 for v, a in paren).hex().upper()


def _colour(element: Element, naam: str, thema: str) -> str:
    """Read a colour; Word writes beside one of the theme what it was when the file was saved."""
    waarde = element.get(w(naam), AUTO)
    if _HEX.fullmatch(waarde):
        return waarde.upper()
    return AUTO if waarde == AUTO and element.get(w(thema)) is None else ONBEKEND


def _ink(element: Element) -> str:
    return _colour(element, "val", "themeColor")


def _marker(element: Element) -> str:
    return _MERKSTIFT.get(element.get(_VAL, ""), ONBEKEND)


def _size(element: Element) -> int:
    return whole_number(element.get(_VAL, ""))


def _unknown(_: Element) -> str:
    return ONBEKEND


_LEZERS: dict[object, tuple[str, Callable[[Element], object]]] = {
    w("color"): ("kleur", _ink),
    f"{{{W14}}}textFill": ("kleur", _unknown),  # stands behind w:color, and over it
    w("highlight"): ("stift", _marker),
    _SHD: ("vlak", _shading),
    w("sz"): ("maat", _size),
    w("b"): ("vet", is_on),
    w("i"): ("cursief", is_on),
    w("vanish"): ("verborgen", is_on),
}
