"""The rich values of docxtpl itself, read into ours: a program that has them need not change."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from reportgen.errors import RenderError
from reportgen.word.values.letters import fout
from reportgen.word.values.rich import (
    InlineImage,
    Listing,
    Looks,
    RichText,
    RichTextParagraph,
    Rijk,
)
from reportgen.word.xml import R, fragment, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEKENS = {"\a": "<w:alinea/>", "\f": "<w:pagina/>"}
"""What docxtpl leaves in its XML although XML cannot hold it, as elements for a moment."""

_LETTERS = {w("alinea"): "\a", w("pagina"): "\f", w("br"): "\n", w("tab"): "\t"}


def is_foreign(waarde: object) -> bool:
    """Say whether a value is one of docxtpl's."""
    return any(soort.__module__.partition(".")[0] == "docxtpl" for soort in type(waarde).__mro__)


def adopt(waarde: Any) -> Rijk:  # noqa: ANN401  docxtpl has no types
    """Read a rich value of docxtpl into ours.

    Raises:
        RenderError: it leans on the DocxTemplate that it was made for, or holds more than
            docxtpl writes itself.
    """
    soort = type(waarde).__name__
    if soort == "Listing":
        return Listing(html.unescape(waarde.xml))
    if soort == "InlineImage":
        bron = waarde.image_descriptor
        return InlineImage(bron, waarde.width, waarde.height, waarde.anchor)
    if soort == "RichText":
        return _rijk(_gelezen(waarde.xml))
    if soort == "RichTextParagraph":
        alineas = RichTextParagraph()
        for alinea in _gelezen(waarde.xml):
            ppr = alinea.find(w("pPr"))
            stijl = value(ppr, "pStyle") if ppr is not None else ""
            alineas.add(_rijk([kind for kind in alinea if kind is not ppr]), stijl or None)
        return alineas
    wat = f"een {soort} van docxtpl hoort bij de DocxTemplate waarvoor hij is gemaakt"
    raise fout("W20", wat, "maak hem met reportgen.word: Subdoc(pad) of InlineImage(pad)")


def _gelezen(xml: str) -> list[Element]:
    for teken, element in _TEKENS.items():
        xml = xml.replace(teken, element)
    try:
        return list(fragment(f"<w:rijk>{xml}</w:rijk>"))
    except (RenderError, ValueError):
        wat = "een RichText van docxtpl bevat tekens die niet in Word passen"
        raise fout("W2", wat, "verwijder die tekens uit de gegevens") from None


def _rijk(elementen: list[Element]) -> RichText:
    rijk = RichText()
    for element in elementen:
        if element.tag == w("hyperlink"):
            wat = f"een RichText van docxtpl linkt naar {element.get(f'{{{R}}}id')}"
            cure = "gebruik RichText van reportgen.word, met url=… in plaats van url_id=…"
            raise fout("W10", f"{wat}, een adres van een ander document", cure)
        if element.tag != w("r"):
            raise _vreemd(element)
        rpr = element.find(w("rPr"))
        look = _look(rpr) if rpr is not None else Looks()
        rijk.add("".join(_letters(kind) for kind in element if kind is not rpr), **look)
    return rijk


def _letters(element: Element) -> str:
    """Give the text of a `w:t`, with the paragraphs and pages that begin in it."""
    if element.tag in _LETTERS:
        return _LETTERS[str(element.tag)]
    if element.tag != w("t"):
        raise _vreemd(element)
    tekst = element.text or ""
    for kind in element:
        tekst += _letters(kind) + (kind.tail or "")
    return tekst


def _look(rpr: Element) -> Looks:
    look = Looks()
    for element in rpr:
        naam = str(element.tag).rpartition("}")[2]
        if naam not in _LEZEN:
            raise _vreemd(element)
        if lees := _LEZEN[naam]:
            lees(look, {str(n).rpartition("}")[2]: str(v) for n, v in element.attrib.items()})
    return look


def _vreemd(element: Element) -> RenderError:
    naam = str(element.tag).rpartition("}")[2]
    wat = f"een RichText bevat ‘{naam}’, en dat schrijft docxtpl zelf niet"
    return fout("W11", wat, "gebruik RichText van reportgen.word")


Kenmerken = Mapping[str, str]


def _stijl(look: Looks, kenmerken: Kenmerken) -> None:
    look["style"] = kenmerken["val"]


def _kleur(look: Looks, kenmerken: Kenmerken) -> None:
    look["color"] = kenmerken["val"]


def _achtergrond(look: Looks, kenmerken: Kenmerken) -> None:
    look["highlight"] = kenmerken["fill"]


def _grootte(look: Looks, kenmerken: Kenmerken) -> None:
    look["size"] = int(kenmerken["val"]) if kenmerken["val"].isdecimal() else -1


def _hoogte(look: Looks, kenmerken: Kenmerken) -> None:
    look["superscript"] = kenmerken["val"] == "superscript"
    look["subscript"] = kenmerken["val"] == "subscript"


def _vet(look: Looks, _: Kenmerken) -> None:
    look["bold"] = True


def _cursief(look: Looks, _: Kenmerken) -> None:
    look["italic"] = True


def _streep(look: Looks, kenmerken: Kenmerken) -> None:
    look["underline"] = kenmerken["val"]


def _door(look: Looks, _: Kenmerken) -> None:
    look["strike"] = True


def _lettertype(look: Looks, kenmerken: Kenmerken) -> None:
    gewoon = kenmerken["hAnsi"]
    regio = next((f"{naam}:" for naam in kenmerken if naam not in ("ascii", "hAnsi", "cs")), "")
    look["font"] = f"{regio}{gewoon}"


def _rechts(look: Looks, _: Kenmerken) -> None:
    look["rtl"] = True


def _taal(look: Looks, kenmerken: Kenmerken) -> None:
    look["lang"] = kenmerken["val"]


_LEZEN: Mapping[str, Callable[[Looks, Kenmerken], None] | None] = {
    "rStyle": _stijl,
    "color": _kleur,
    "shd": _achtergrond,
    "sz": _grootte,
    "szCs": None,
    "vertAlign": _hoogte,
    "b": _vet,
    "bCs": None,
    "i": _cursief,
    "iCs": None,
    "u": _streep,
    "strike": _door,
    "rFonts": _lettertype,
    "rtl": _rechts,
    "lang": _taal,
}
