"""The colours and the letters of a template, as its charts take them over.

A chart names the colours of the theme, so that it follows when a designer changes them. Where a
template has no theme, as one that another program made, it gets colours of its own.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.word.opc.package import HOOFDDEEL
from reportgen.word.opc.relations import read_relations
from reportgen.word.styles import STYLES
from reportgen.word.xml import A, parse_xml, quoted, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MIN_CONTRAST = 3.0
"""Between a column or line and the paper. Source: WCAG 1.4.11."""

_EIGEN = ("1F4E79", "C55A11", "2E7D32", "7B3F98", "A61B1B", "595959")
_INKT, _PAPIER, _LIJN = "1A1A1A", "FFFFFF", "D9D9D9"
_ACCENTEN = tuple(f"accent{nummer}" for nummer in range(1, 7))
_LINEAIR = 0.04045
"""Up to where the light of a channel grows evenly. Source: WCAG 2.1, relative luminance."""
_STAPPEN = range(100, 0, -5)
"""How much of its lightness a colour keeps, in percents: no more goes off than has to."""


def _los(kleur: str) -> str:
    return f'<a:srgbClr val="{kleur}"/>'


@dataclass(frozen=True, slots=True)
class Thema:
    """What a chart takes over from its template, each as DrawingML."""

    kleuren: tuple[str, ...] = tuple(map(_los, _EIGEN))
    """Those of series, each with enough contrast against the paper."""
    inkt: str = _los(_INKT)
    papier: str = _los(_PAPIER)
    lijn: str = _los(_LIJN)
    letter: str = ""
    """The font of the text, or nothing to leave it to Word."""


def read_theme(delen: Mapping[str, bytes]) -> Thema:
    """Read the theme of a template."""
    schema = _schema(delen)
    letter = _letter(delen)
    if schema is None:
        return Thema(letter=_latin(letter) if letter else "")
    kleuren = {str(e.tag).rpartition("}")[2]: _hex(e) for e in schema.iterchildren("*")}
    papier = kleuren.get("lt1", "") or _PAPIER
    return Thema(
        kleuren=tuple(_leesbaar(naam, kleuren.get(naam, ""), papier) for naam in _ACCENTEN),
        inkt='<a:schemeClr val="tx1"/>',
        papier='<a:schemeClr val="bg1"/>',
        lijn='<a:schemeClr val="bg1"><a:lumMod val="85000"/></a:schemeClr>',
        letter=_latin(letter or "+mn-lt"),
    )


def contrast(een: str, ander: str) -> float:
    """Give the contrast of two colours, 1 to 21. Source: WCAG 2.1, contrast ratio."""
    donker, licht = sorted((_luminantie(een), _luminantie(ander)))
    return (licht + 0.05) / (donker + 0.05)


def _leesbaar(naam: str, kleur: str, papier: str) -> str:
    """Name a colour of the theme, as dark as it has to be to be seen on the paper."""
    deel = next((d for d in _STAPPEN if contrast(_donkerder(kleur, d), papier) >= MIN_CONTRAST), 0)
    if not kleur or deel == _STAPPEN[0]:
        return f'<a:schemeClr val="{naam}"/>'
    if not deel:
        return '<a:schemeClr val="tx1"/>'  # the paper is dark itself
    return f'<a:schemeClr val="{naam}"><a:lumMod val="{deel}000"/></a:schemeClr>'


def _donkerder(kleur: str, deel: int) -> str:
    """Do what `a:lumMod` does. Source: ECMA-376 20.1.2.3.20."""
    tint, licht, verzadiging = colorsys.rgb_to_hls(*_rgb(kleur))
    rgb = colorsys.hls_to_rgb(tint, licht * deel / 100, verzadiging)
    return bytes(round(kanaal * 255) for kanaal in rgb).hex()


def _luminantie(kleur: str) -> float:
    delen = (k / 12.92 if k <= _LINEAIR else ((k + 0.055) / 1.055) ** 2.4 for k in _rgb(kleur))
    return sum(k * gewicht for k, gewicht in zip(delen, (0.2126, 0.7152, 0.0722), strict=True))


def _rgb(kleur: str) -> tuple[float, ...]:
    return tuple(kanaal / 255 for kanaal in bytes.fromhex(kleur or "000000"))


def _schema(delen: Mapping[str, bytes]) -> Element | None:
    """Find the colours of the theme, where the document has one."""
    doelen = read_relations(delen, HOOFDDEEL).values()
    naam = next((r.doel for r in doelen if r.soort.endswith("/theme") and r.doel in delen), "")
    return next(parse_xml(delen[naam], naam).iter(f"{{{A}}}clrScheme"), None) if naam else None


def _hex(houder: Element) -> str:
    """Read a colour of the theme; nothing for one that is written in an unusual way."""
    kleur = next(houder.iterchildren("*"), houder)
    waarde = kleur.get("lastClr", kleur.get("val", ""))
    try:
        return waarde if len(bytes.fromhex(waarde)) == 3 else ""  # noqa: PLR2004  red, green, blue
    except ValueError:
        return ""


def _letter(delen: Mapping[str, bytes]) -> str:
    """Find the font of ordinary text: by its name, or the one of the theme; "" where none says."""
    if STYLES not in delen:
        return ""
    wortel = parse_xml(delen[STYLES], STYLES)
    gewoon = next(
        (s for s in wortel.iter(w("style")) if value(s, "name").lower() == "normal"), None
    )
    standaard = wortel.find(f"{w('docDefaults')}/{w('rPrDefault')}")
    for houder in (gewoon, standaard):
        letters = houder.find(f"{w('rPr')}/{w('rFonts')}") if houder is not None else None
        if letters is not None and (thema := letters.get(w("asciiTheme"))):
            return "+mj-lt" if thema.startswith("major") else "+mn-lt"
        if letters is not None and (naam := letters.get(w("ascii"))):
            return naam
    return ""


def _latin(letter: str) -> str:
    return f"<a:latin typeface={quoted(letter)}/>"
