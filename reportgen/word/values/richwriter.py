"""Formatted text becomes runs: every property checked, and in the order of the schema."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.values.letters import Rand, fout, in_run
from reportgen.word.values.rich import Opmaak, RichText
from reportgen.word.xml import bare, fragment, sort_rpr, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.word.values.deel import Deel
    from reportgen.word.values.harvest import Ontvanger

_KLEUR = re.compile(r"#?([0-9A-Fa-f]{6})|(auto)")
_TAAL = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_REGIO = re.compile(r"(?:(ascii|hAnsi|eastAsia|cs):)?([^:\x00-\x1f]{1,80})")
_STREPEN = {
    *("single", "words", "double", "thick", "dotted", "dottedHeavy", "dash", "dashedHeavy"),
    *("dashLong", "dashLongHeavy", "dotDash", "dashDotHeavy", "dotDotDash", "dashDotDotHeavy"),
    *("wave", "wavyHeavy", "wavyDouble", "none"),
}
_MAX_GROOTTE = 3276
"""Half points: Word's own limit of 1638 points."""

_T = '<w:t xml:space="preserve">'
_EINDE = "</w:t></w:r>"
_SCHAKELAARS = (("bold", "b"), ("italic", "i"), ("strike", "strike"), ("rtl", "rtl"))
Kenmerken = dict[str, str]


def rich_runs(rijk: RichText, deel: Deel, ontvanger: Ontvanger, rand: Rand | None) -> str:
    """Write a RichText as runs: in its own look alone, as docxtpl documents.

    Args:
        rijk: the text.
        deel: the part that they stand in, for its styles.
        ontvanger: what gets the relationships of their links.
        rand: how a run ends its paragraph there; None where no paragraph can end.

    Raises:
        RenderError: a look, address or character cannot be printed.
    """
    uit = []
    for run in rijk.runs:
        opmaak = run.opmaak
        stijl = deel.stijl(opmaak.style) if opmaak.style else ""
        begin, einde = f"<w:r>{_rpr(opmaak, stijl)}{_T}", _EINDE
        if opmaak.url:
            rid = ontvanger.link(opmaak.url)
            begin = f'<w:hyperlink r:id="{rid}" w:history="1">{begin}'
            einde = f"{einde}</w:hyperlink>"
        uit.append(f"{begin}{in_run(run.tekst, begin, einde, rand)}{einde}")
    return "".join(uit)


def hex_colour(kleur: str) -> str:
    """Give a colour as Word writes it: six hexadecimal digits, or `auto`.

    Raises:
        RenderError: it is no colour.
    """
    treffer = _KLEUR.fullmatch(kleur)
    if treffer is None:
        cure = "schrijf zes hexadecimale cijfers, zoals FF0000, of auto"
        raise fout("W30", f"‘{kleur[:40]}’ is geen kleur", cure)
    return treffer[1] or treffer[2]


@lru_cache(maxsize=1024)
def _rpr(opmaak: Opmaak, stijl: str) -> str:
    """Give the run properties of a look."""
    rpr = fragment("<w:rPr/>")
    if stijl:
        etree.SubElement(rpr, w("rStyle")).set(w("val"), stijl)
    for naam, kenmerken in _eigenschappen(opmaak):
        element = etree.SubElement(rpr, w(naam))
        for kenmerk, waarde in kenmerken.items():
            element.set(w(kenmerk), waarde)
    sort_rpr(rpr)
    return bare(rpr) if len(rpr) else ""


def _eigenschappen(opmaak: Opmaak) -> Iterator[tuple[str, Kenmerken]]:
    for woord, naam in _SCHAKELAARS:
        if getattr(opmaak, woord):
            yield naam, {}
            if opmaak.rtl and naam in ("b", "i"):
                yield f"{naam}Cs", {}
    if opmaak.color:
        yield "color", {"val": hex_colour(opmaak.color)}
    if opmaak.highlight:
        kleur = hex_colour(opmaak.highlight)
        yield "shd", {"val": "clear", "color": "auto", "fill": kleur}
    yield from _letters(opmaak)


def _letters(opmaak: Opmaak) -> Iterator[tuple[str, Kenmerken]]:
    if opmaak.font:
        yield "rFonts", _lettertype(opmaak.font)
    if opmaak.size:
        yield from ((naam, {"val": _grootte(opmaak.size)}) for naam in ("sz", "szCs"))
    if opmaak.underline:
        soort = opmaak.underline if opmaak.underline in _STREPEN else "single"
        yield "u", {"val": str(soort)}
    if opmaak.subscript or opmaak.superscript:
        yield "vertAlign", {"val": "superscript" if opmaak.superscript else "subscript"}
    if opmaak.lang:
        yield "lang", {"val": _taal(opmaak.lang)}


def _lettertype(font: str) -> Kenmerken:
    treffer = _REGIO.fullmatch(font)
    if treffer is None:
        cure = "schrijf de naam van het lettertype, of eastAsia:naam"
        raise fout("W11", f"‘{font[:40]}’ is geen lettertype", cure)
    regio, naam = treffer[1], treffer[2]
    gewoon = {"ascii": naam, "hAnsi": naam, "cs": naam}
    return gewoon | ({regio: naam} if regio else {})


def _grootte(size: float | str) -> str:
    try:
        halve = int(size)
    except (ValueError, OverflowError):
        halve = 0
    if not 1 < halve <= _MAX_GROOTTE:
        wat = f"‘{size}’ is geen lettergrootte"
        raise fout("W11", wat, "geef het aantal halve punten: 22 is 11 punten")
    return str(halve)


def _taal(lang: str) -> str:
    if not _TAAL.fullmatch(lang):
        raise fout("W11", f"‘{lang[:40]}’ is geen taal", "schrijf een taalcode, zoals nl-NL")
    return lang
