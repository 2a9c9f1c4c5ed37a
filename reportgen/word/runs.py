"""The runs of a paragraph as stretches of text in one look, with where their links lead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.tekst import Stuk
from reportgen.word.shades import LEEG, Vorm, letters
from reportgen.word.xml import DOORZICHTIG, R, child, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from reportgen.word.stylesheet import Stijlblad

_R, _T, _RPR, _RSTYLE = (w(naam) for naam in ("r", "t", "rPr", "rStyle"))
_LINK, _VELD, _CODE, _SIMPEL = (
    w(naam) for naam in ("hyperlink", "fldChar", "instrText", "fldSimple")
)
_TEKENS = {
    w("tab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_ADRES = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')


class Runs:
    """Reads the runs of the paragraphs of one document."""

    def __init__(self, blad: Stijlblad, adressen: Mapping[str, str]) -> None:
        """Begin with the styles of the document, and the addresses that it refers to."""
        self._blad = blad
        self._adressen = adressen
        self._velden: list[tuple[str, bool]] = []

    def read(self, alinea: Element, stijl: str) -> tuple[tuple[Stuk, ...], bool]:
        """Give the stretches of a paragraph, and whether all of its letters are bold.

        A look that the style of the paragraph has already is none of theirs.
        """
        basis = self._blad.form(stijl)
        ruw = list(self._runs(alinea, ""))
        zichtbaar = [(tekst, vorm) for tekst, vorm, _ in ruw if tekst.strip()]
        vet = all(basis.vet if vorm.vet is None else vorm.vet for _, vorm in zichtbaar)
        stukken = (
            Stuk(
                tekst,
                bool(vorm.vet) and not basis.vet,
                bool(vorm.cursief) and not basis.cursief,
                url,
            )
            for tekst, vorm, url in ruw
        )
        return tuple(_joined(stukken)), bool(zichtbaar) and vet

    def _runs(self, houder: Element, url: str) -> Iterator[tuple[str, Vorm, str]]:
        for kind in houder:
            if kind.tag == _R:
                yield from self._run(kind, url)
            elif kind.tag == _LINK:
                yield from self._runs(kind, self._target(kind))
            elif kind.tag == _SIMPEL or kind.tag in DOORZICHTIG:
                yield from self._runs(kind, url)

    def _run(self, run: Element, url: str) -> Iterator[tuple[str, Vorm, str]]:
        tekst = ""
        for kind in run:
            if kind.tag == _T:
                tekst += kind.text or ""
            elif kind.tag == _VELD:
                self._field(kind.get(w("fldCharType"), ""))
            elif kind.tag == _CODE and self._velden:
                self._velden[-1] = (self._velden[-1][0] + (kind.text or ""), False)
            else:
                tekst += _TEKENS.get(str(kind.tag), "")
        if tekst:
            yield tekst, self._form(child(run, _RPR)), url or self._field_url()

    def _form(self, rpr: Element | None) -> Vorm:
        """Give the look of a run: its own, over that of its character style."""
        if rpr is None:
            return LEEG
        vorm, rstyle = letters(rpr), child(rpr, _RSTYLE)
        if rstyle is None:
            return vorm
        onder = self._blad.form(rstyle.get(w("val"), ""))
        vet = onder.vet if vorm.vet is None else vorm.vet
        cursief = onder.cursief if vorm.cursief is None else vorm.cursief
        return vorm._replace(vet=vet, cursief=cursief)

    def _target(self, link: Element) -> str:
        adres = self._adressen.get(link.get(f"{{{R}}}id", ""), "")
        anker = link.get(w("anchor"))
        return f"{adres}#{anker}" if adres and anker else adres

    def _field(self, soort: str) -> None:
        """Keep count of the fields that are open, their codes, and whether their result began."""
        if soort == "begin":
            self._velden.append(("", False))
        elif soort == "separate" and self._velden:
            self._velden[-1] = (self._velden[-1][0], True)
        elif soort == "end" and self._velden:
            self._velden.pop()

    def _field_url(self) -> str:
        """Give where the innermost open field leads, if it is a link."""
        treffers = (_ADRES.match(code) for code, begonnen in reversed(self._velden) if begonnen)
        return next((treffer[1] for treffer in treffers if treffer), "")


def _joined(stukken: Iterator[Stuk]) -> Iterator[Stuk]:
    """Join neighbours of one look."""
    for (vet, cursief, url), groep in groupby(stukken, key=lambda s: (s.vet, s.cursief, s.url)):
        yield Stuk("".join(stuk.tekst for stuk in groep), vet, cursief, url)
