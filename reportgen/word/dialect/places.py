"""Where something stands in a Word file, as a person would say it: `tabel 2, rij 3, cel 1`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.word.xml import R, see_through, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_HOUDERS = {
    w("tc"): "",
    w("txbxContent"): "tekstvak",
    w("footnote"): "voetnoot",
    w("endnote"): "eindnoot",
    w("comment"): "opmerking",
}
_PAGINAS = {"default": "", "first": " van de eerste pagina", "even": " van even pagina's"}
_VASTE_NAMEN = {
    "word/document.xml": "hoofdtekst",
    "word/footnotes.xml": "voetnoten",
    "word/endnotes.xml": "eindnoten",
    "word/comments.xml": "opmerkingen",
    "docProps/core.xml": "documenteigenschappen",
    "docProps/app.xml": "documenteigenschappen",
    "docProps/custom.xml": "eigen documenteigenschappen",
}
_SOORTEN = {"header": "koptekst", "footer": "voettekst", "chart": "grafiek", "diagram": "diagram"}


def part_names(body: Element, targets: Mapping[str, str]) -> dict[str, str]:
    """Say of each header and footer on which pages it stands: part name → words.

    Args:
        body: the root of the main part.
        targets: the part that each relationship of the main part leads to, by its id.
    """
    namen: dict[str, str] = {}
    secties = list(body.iter(w("sectPr")))
    for nummer, sectie in enumerate(secties, start=1):
        for soort, woord in (("headerReference", "koptekst"), ("footerReference", "voettekst")):
            for verwijzing in sectie.iter(w(soort)):
                pagina = _PAGINAS.get(verwijzing.get(w("type"), "default"), "")
                waar = f" (sectie {nummer})" if len(secties) > 1 else ""
                deel = targets.get(verwijzing.get(f"{{{R}}}id", ""), "")
                namen.setdefault(deel, f"{woord}{pagina}{waar}")
    return namen


def part_name(deel: str, namen: Mapping[str, str]) -> str:
    """Say which part this is: `koptekst van de eerste pagina`, `grafiek (chart1.xml)`."""
    if bekend := namen.get(deel) or _VASTE_NAMEN.get(deel):
        return bekend
    bestand = deel.rpartition("/")[2]
    soort = bestand.rstrip("0123456789.xml")
    return f"{_SOORTEN[soort]} ({bestand})" if soort in _SOORTEN else deel


class Places:
    """The places in one part; counts each table, row and cell once, when it is asked for."""

    def __init__(self, naam: str) -> None:
        self._naam = naam
        self._rangen: dict[tuple[Element, str], dict[Element, int]] = {}

    def of(self, element: Element) -> str:
        """Say where an element stands, from the outside in."""
        delen: list[str] = []
        alinea: Element | None = element if element.tag == w("p") else None
        for ouder in (element, *element.iterancestors()):
            if ouder.tag == w("p"):
                alinea = ouder
            if ouder.tag in _HOUDERS or ouder.getparent() is None or ouder.tag == w("body"):
                los = not delen or delen[0] == "tekstvak"
                delen[:0] = self._in_houder(ouder, alinea, los=los)
                alinea = None
        return ", ".join([self._naam, *delen])

    def _in_houder(self, houder: Element, alinea: Element | None, *, los: bool) -> list[str]:
        """Give the words for a holder of paragraphs, and for the paragraph where that helps."""
        woorden = self._cel(houder) if houder.tag == w("tc") else self._los(houder)
        if los and alinea is not None and houder.tag != w("document"):
            rang = self._rang(houder, w("p"))
            if alinea in rang and (houder.tag != w("tc") or len(rang) > 1):
                woorden = [*woorden, f"alinea {rang[alinea]}"]
        return woorden

    def _los(self, houder: Element) -> list[str]:
        naam = _HOUDERS.get(str(houder.tag))
        if not naam:
            return []
        ouder = houder.getparent()
        if ouder is None or houder.tag == w("txbxContent"):
            return [naam]
        rang = self._rang(ouder, str(houder.tag))  # as Word counts: without its separators
        voor = sum(e.get(w("type")) is not None for e in rang if rang[e] < rang[houder])
        return [f"{naam} {rang[houder] - voor}"]

    def _cel(self, cel: Element) -> list[str]:
        rij = next(cel.iterancestors(w("tr")), None)
        tabel = next(cel.iterancestors(w("tbl")), None)
        if rij is None or tabel is None:
            return []
        houder = next(
            (o for o in tabel.iterancestors() if o.tag in _HOUDERS or o.tag == w("body")),
            tabel.getroottree().getroot(),
        )
        return [
            f"tabel {self._rang(houder, w('tbl')).get(tabel, 1)}",
            f"rij {self._rang(tabel, w('tr')).get(rij, 1)}",
            f"cel {self._rang(rij, w('tc')).get(cel, 1)}",
        ]

    def _rang(self, houder: Element, soort: str) -> dict[Element, int]:
        """Number the elements of a kind in their holder, from 1."""
        if (houder, soort) not in self._rangen:
            gevonden = (e for e in see_through(houder) if e.tag == soort)
            rang = {element: nummer for nummer, element in enumerate(gevonden, start=1)}
            self._rangen[houder, soort] = rang
        return self._rangen[houder, soort]
