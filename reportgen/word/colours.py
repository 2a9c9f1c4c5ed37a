"""Which letters stand on which background, as Word shows them.

What cannot be told from the file alone (a colour of the theme without a literal one, the bands of a
table style, letters in a shape) is left out: a pair that is given is really there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reportgen.tags import Kleurpaar
from reportgen.word.shades import (
    AUTO,
    LEEG,
    ONBEKEND,
    WIT,
    ZWART,
    Vorm,
    first_of,
    letters,
    shading,
    unsure,
)
from reportgen.word.stylesheet import HEEL, Stijlblad
from reportgen.word.xml import DOORZICHTIG, child, is_on, see_through, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PAGINA = "pagina"
_DONKER, _LICHT = 60, 80
"""The brightness, of 255, under which automatic letters are white, and from which they are black.

Word decides somewhere in between. Source: Microsoft about `auto`, in its forums for developers (60;
about 30 %); brightness as in W3C's AERT.
"""
_GROOT, _GROOT_VET = 36, 28
"""Half points from which letters are large, and bold ones. Source: WCAG 2.1, large scale."""
_GEWOON = 20
"""Half points of letters that nothing gives a size. Source: ECMA-376 17.3.2.38."""
_P, _R, _T, _TBL, _TR, _TC = (w(naam) for naam in ("p", "r", "t", "tbl", "tr", "tc"))
_PPR, _RPR, _TBLPR, _TCPR = (w(naam) for naam in ("pPr", "rPr", "tblPr", "tcPr"))
_SHD, _LOOK = w("shd"), w("tblLook")
_HOUDERS = {_TC, w("footnote"), w("endnote")}
_KOPRIJ = f"{w('trPr')}/{w('tblHeader')}"
_IN_REGEL = DOORZICHTIG | {w(naam) for naam in ("hyperlink", "fldSimple", "bdo", "dir")}
_EERSTE = "firstRow"
_HOEKEN = ("nwCell", "neCell", "swCell", "seCell")
_SCHAKELAARS = {
    _EERSTE: ("firstRow", 0x20),
    "lastRow": ("lastRow", 0x40),
    "firstCol": ("firstColumn", 0x80),
    "lastCol": ("lastColumn", 0x100),
    **dict.fromkeys(("band1Horz", "band2Horz"), ("noHBand", 0x200)),
    **dict.fromkeys(("band1Vert", "band2Vert"), ("noVBand", 0x400)),
}
"""By which attribute, or bit, a table uses a part of its style. Source: ECMA-376 17.4.55."""

Look = tuple[tuple[str, str], ...]
"""The attributes of a `w:tblLook`."""
Paar = tuple[str, str, bool]
"""The colour of letters, that behind them, and whether the letters are large."""


@dataclass(frozen=True, slots=True, eq=False)
class Plek:
    """What stands around a paragraph: the colour behind it, and what a table style makes of it."""

    achter: str
    tabel: Vorm


@lru_cache(maxsize=1024)
def _plek(achter: str = _PAGINA, tabel: Vorm = LEEG) -> Plek:
    """Give the one place of its kind: places are compared for every paragraph, thus by identity."""
    return Plek(achter, tabel)


class Soort(NamedTuple):
    """All that decides how a run looks: runs of one kind (soort) look alike."""

    plek: Plek
    alineastijl: str
    alinea: str | None
    """The shading of the paragraph itself."""
    tekenstijl: str = ""
    letters: Vorm = LEEG


class Rijen(NamedTuple):
    """What a table style makes of the first row, of header rows after it, and of all others."""

    eerste: Vorm = LEEG
    kop: Vorm = LEEG
    rest: Vorm = LEEG


def colour_pairs(
    houders: Iterable[Element], blad: Stijlblad, *, bedekt: bool = False
) -> tuple[Kleurpaar, ...]:
    """Give every pair of colours in parts of a document, with the first text that has it.

    Args:
        houders: what holds paragraphs and tables: the body, a header, the notes.
        blad: the styles of the document.
        bedekt: whether something may stand between its pages and their text.
    """
    paren: dict[Paar, str] = {}
    gezien: set[Soort] = set()
    for tekst, soort in chain.from_iterable(_texts(houder, blad) for houder in houders):
        if soort not in gezien:
            gezien.add(soort)
            if paar := _pair(soort, blad, bedekt=bedekt):
                paren.setdefault(paar, tekst)
    return tuple(Kleurpaar(tekst, *paar) for paar, tekst in paren.items())


def _texts(houder: Element, blad: Stijlblad) -> Iterator[tuple[str, Soort]]:
    """Give what runs of a part print, with their kinds, in reading order.

    Paragraphs that look as one before them are passed over: most do, a table has hundreds.
    """
    gezien: set[tuple[Plek, str, str | None]] = set()
    effen = _is_even(houder)
    for alinea, plek in _paragraphs(houder, blad, effen=effen):
        ppr = child(alinea, _PPR)
        look = plek, "" if ppr is None else value(ppr, "pStyle"), None if effen else shading(ppr)
        if look in gezien and next(alinea.iter(_RPR), None) is None:
            continue
        gewoon = Soort(*look)
        for tekst, soort in _texts_of(alinea, gewoon):
            if soort is gewoon:
                gezien.add(look)
            yield tekst, soort


def _is_even(houder: Element) -> bool:
    """Say whether nothing in a part is shaded by itself, so that nobody need look for it."""
    return next(houder.iter(_SHD), None) is None


def _paragraphs(houder: Element, blad: Stijlblad, *, effen: bool) -> Iterator[tuple[Element, Plek]]:
    """Give every paragraph of a part with what stands around it, however deep tables nest."""
    wacht = [_inside(houder, _plek())]
    while wacht:
        for kind, plek in wacht[-1]:
            if kind.tag == _P:
                yield kind, plek
            elif kind.tag == _TBL:
                wacht.append(_cells(kind, plek, blad, effen=effen))
                break
            elif kind.tag in _HOUDERS:
                wacht.append(_inside(kind, plek))
                break
        else:
            wacht.pop()


def _inside(houder: Element, plek: Plek) -> Iterator[tuple[Element, Plek]]:
    return ((kind, plek) for kind in see_through(houder))


def _texts_of(alinea: Element, gewoon: Soort) -> Iterator[tuple[str, Soort]]:
    for run in see_through(alinea, _IN_REGEL):
        if run.tag == _R and (tekst := _text(run)):
            rpr = child(run, _RPR)
            yield tekst, gewoon if rpr is None else _formatted(gewoon, rpr)


def _formatted(gewoon: Soort, rpr: Element) -> Soort:
    return gewoon._replace(tekenstijl=value(rpr, "rStyle"), letters=letters(rpr))


def _cells(
    tabel: Element, plek: Plek, blad: Stijlblad, *, effen: bool
) -> Iterator[tuple[Element, Plek]]:
    """Give every cell of a table with what stands around its paragraphs."""
    tblpr = tabel.find(_TBLPR)
    vormen, eigen, kop = _rows(tblpr, blad), shading(tblpr), True
    rijen = (kind for kind in see_through(tabel) if kind.tag == _TR)
    for nummer, rij in enumerate(rijen):
        kop = kop and is_on(rij.find(_KOPRIJ))
        vorm = (vormen.kop if kop else vormen.rest) if nummer else vormen.eerste
        achter = ONBEKEND if _nearest(eigen, vorm.tabel) else plek.achter  # Word may pass it over
        for cel in see_through(rij):
            if cel.tag == _TC:
                vlak = None if effen else shading(child(cel, _TCPR))
                yield cel, _plek(_nearest(vlak, vorm.cel) or achter, vorm)


def _nearest(eigen: str | None, anders: str | None) -> str | None:
    return anders if eigen is None else eigen


def _rows(tblpr: Element | None, blad: Stijlblad) -> Rijen:
    stijl = blad.known("" if tblpr is None else value(tblpr, "tblStyle"), "table")
    look = None if tblpr is None else tblpr.find(_LOOK)
    return _row_forms(blad, stijl, None if look is None else tuple(look.attrib.items()))


@lru_cache(maxsize=128)
def _row_forms(blad: Stijlblad, stijl: str, look: Look | None) -> Rijen:
    """Say what a style makes of the rows of a table; what is unsure in it is unknown.

    Whether header rows after the first one look like it, the standard leaves open.
    """
    delen = {d: vorm for d, vorm in blad.vormen.get(stijl, {}).items() if _applies(d, look)}
    heel, eerste = delen.pop(HEEL, LEEG), delen.pop(_EERSTE, LEEG)
    hoeken = unsure(vorm for deel, vorm in delen.items() if deel in _HOEKEN)
    rest = first_of((unsure(delen.values()), heel))
    kop = first_of((unsure([eerste]), rest))
    return Rijen(kop if look is None else first_of((hoeken, eerste, rest)), kop, rest)


def _applies(deel: str, look: Look | None) -> bool:
    """Say whether a table uses a part of its style, or may use it."""
    if look is None or deel not in _SCHAKELAARS:
        return True
    naam, bit = _SCHAKELAARS[deel]
    waarden = dict(look)
    eigen = waarden.get(w(naam))
    aan = _mask(waarden.get(w("val"), "")) & bit if eigen is None else eigen in ("1", "true", "on")
    return bool(aan) is not naam.startswith("no")


def _mask(waarde: str) -> int:
    try:
        return int(waarde, 16)
    except ValueError:  # a file that somebody made by hand
        return 0


@lru_cache(maxsize=1024)
def _pair(soort: Soort, blad: Stijlblad, *, bedekt: bool) -> Paar | None:
    """Give both colours of a run and whether it is large, where they can be told."""
    plek, eigen = soort.plek, soort.letters._replace(alinea=soort.alinea)
    alineastijl = blad.form(blad.known(soort.alineastijl, "paragraph"))
    lagen = (eigen, blad.form(soort.tekenstijl), alineastijl, plek.tabel, blad.basis)
    vorm = first_of(lagen)
    onder = vorm.vlak or vorm.alinea or plek.achter
    if onder == _PAGINA:
        onder = ONBEKEND if bedekt and vorm.kleur == WIT else WIT
    achter = vorm.stift or onder
    voor = _ink(vorm.kleur, achter, onder)
    if ONBEKEND in (achter, voor) or _switched("verborgen", lagen):
        return None
    grens = _GROOT_VET if _switched("vet", lagen) else _GROOT
    return voor, achter, (vorm.maat or _GEWOON) >= grens


def _switched(naam: str, lagen: tuple[Vorm, ...]) -> bool:
    """Say whether a property is on that one style switches on and the next one off again.

    Source: ECMA-376 17.7.3 (toggle properties).
    """
    eigen, *stijlen, basis = (getattr(vorm, naam) for vorm in lagen)
    return bool(basis or sum(map(bool, stijlen)) % 2 if eigen is None else eigen)


def _ink(kleur: str | None, achter: str, onder: str) -> str:
    """Give the colour that letters print in; whether a marker sways automatic ones is unknown."""
    if kleur not in (None, AUTO):
        return kleur
    return _automatic(achter) if _automatic(achter) == _automatic(onder) else ONBEKEND


def _automatic(achter: str) -> str:
    """Give the colour of automatic letters: black on light, white on dark."""
    if achter == ONBEKEND:
        return ONBEKEND
    rood, groen, blauw = bytes.fromhex(achter)
    helder = (299 * rood + 587 * groen + 114 * blauw) / 1000
    return WIT if helder < _DONKER else ZWART if helder >= _LICHT else ONBEKEND


def _text(run: Element) -> str:
    """Give what a run prints itself; what stands in a shape has a background of its own."""
    return "".join(t.text or "" for t in run.iterfind(_T)).strip()
