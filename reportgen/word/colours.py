"""Which letters stand on which background, as Word shows them.

What cannot be told from the file alone (a colour of the theme without a literal one, the bands of a
table style, letters in a shape) is left out: a pair that is given is really there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
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
)
from reportgen.word.stylesheet import Stijlblad
from reportgen.word.tablestyles import rows_of
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
_SHD, _PSTYLE, _VAL = w("shd"), w("pStyle"), w("val")
_HOUDERS = {_TC, w("footnote"), w("endnote")}
_KOPRIJ = f"{w('trPr')}/{w('tblHeader')}"
_IN_REGEL = DOORZICHTIG | {w(naam) for naam in ("hyperlink", "fldSimple", "bdo", "dir")}
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


Uiterlijk = tuple[Plek, str, str | None]
"""What decides how a paragraph looks by itself: its place, its style, its own shading."""


class Soort(NamedTuple):
    """All that decides how a run looks: runs of one kind (soort) look alike."""

    plek: Plek
    alineastijl: str
    alinea: str | None
    """The shading of the paragraph itself."""
    tekenstijl: str = ""
    letters: Vorm = LEEG


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

    Paragraphs that look as one before them are passed over: most do, a table has hundreds. Where
    nothing is shaded by itself, whole rows are.
    """
    gezien: set[Uiterlijk] = set()
    effen = _is_even(houder)
    for alinea, plek in _paragraphs(houder, blad, gezien if effen else None):
        ppr = child(alinea, _PPR)
        look: Uiterlijk = (
            plek,
            "" if ppr is None else value(ppr, "pStyle"),
            None if effen else shading(ppr),
        )
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


def _paragraphs(
    houder: Element, blad: Stijlblad, gezien: AbstractSet[Uiterlijk] | None
) -> Iterator[tuple[Element, Plek]]:
    """Give every paragraph of a part with what stands around it, however deep tables nest.

    `gezien` is how paragraphs before it look, where nothing is shaded by itself.
    """
    wacht = [_inside(houder, _plek())]
    while wacht:
        for kind, plek in wacht[-1]:
            if kind.tag == _P:
                yield kind, plek
            elif kind.tag == _TBL:
                wacht.append(_cells(kind, plek, blad, gezien))
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
    tabel: Element, plek: Plek, blad: Stijlblad, gezien: AbstractSet[Uiterlijk] | None
) -> Iterator[tuple[Element, Plek]]:
    """Give the cells of a table with what stands around their paragraphs; not of known rows."""
    tblpr = tabel.find(_TBLPR)
    vormen, eigen, kop = rows_of(tblpr, blad), shading(tblpr), True
    effen = gezien is not None and _is_plain(tabel)
    rijen = (kind for kind in see_through(tabel) if kind.tag == _TR)
    for nummer, rij in enumerate(rijen):
        kop = kop and is_on(rij.find(_KOPRIJ))
        vorm = (vormen.kop if kop else vormen.rest) if nummer else vormen.eerste
        achter = ONBEKEND if _nearest(eigen, vorm.tabel) else plek.achter  # Word may pass it over
        if effen and gezien and _is_known(rij, _plek(vorm.cel or achter, vorm), gezien):
            continue
        for cel in see_through(rij):
            if cel.tag == _TC:
                vlak = shading(child(cel, _TCPR)) if gezien is None else None
                yield cel, _plek(_nearest(vlak, vorm.cel) or achter, vorm)


def _is_plain(tabel: Element) -> bool:
    """Say whether a table holds no other, and nothing in it has a look of its own."""
    return next(tabel.iter(_RPR), None) is None and next(tabel.iterdescendants(_TBL), None) is None


def _is_known(rij: Element, plek: Plek, gezien: AbstractSet[Uiterlijk]) -> bool:
    """Say whether every paragraph of a row of a plain table looks as one before it."""
    stijlen = [stijl.get(_VAL, "") for stijl in rij.iter(_PSTYLE)]
    zonder = [""] if len(stijlen) < sum(1 for _ in rij.iter(_P)) else []
    return all((plek, stijl, None) in gezien for stijl in {*stijlen, *zonder})


def _nearest(eigen: str | None, anders: str | None) -> str | None:
    return anders if eigen is None else eigen


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
