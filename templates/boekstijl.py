"""The looks that only a book has: title page, contents, a landscape page, the end of a section."""

from __future__ import annotations

import huisstijl as stijl
from huisstijl import alinea, alineastijl, letters

LIGGEND = 14230
"""Width of the text on a landscape page."""

KOPPEN: tuple[stijl.Kopmaat, ...] = (
    (20, 360, 200),
    (15.5, 360, 100),
    (13, 360, 80),
    (11.5, 220, 60),
    (11, 180, 40),
    (10.5, 160, 40),
)


def _rechts(plek: int) -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{plek}"/></w:tabs>'


def _rand(kant: str, dikte: int, ruimte: int, kleur: str) -> str:
    return (
        f'<w:pBdr><w:{kant} w:val="single" w:sz="{dikte}" w:space="{ruimte}" w:color="{kleur}"/>'
        "</w:pBdr>"
    )


def _titelblad() -> str:
    balk, lijn = _rand("top", 48, 14, stijl.KOPKLEUR), _rand("bottom", 6, 16, stijl.LIJN)
    organisatie = alinea(voor=3200, na=120, meer=balk), letters(14, stijl.GRIJS)
    titel = (
        "<w:qFormat/>" + alinea(na=280, regel=228, meer=lijn),
        letters(36, stijl.KOPKLEUR, vet=True),
    )
    ondertitel = "<w:qFormat/>" + alinea(na=280), letters(16, stijl.GRIJS)
    return "".join(
        (
            alineastijl("Organisatie", "Standaard", *organisatie),
            alineastijl("Title", "Standaard", *titel, id_="Titel"),
            alineastijl("Subtitle", "Standaard", *ondertitel, id_="Ondertitel"),
        )
    )


def _voorin() -> str:
    """Write the headings and lines of colophon, contents and list of tables."""
    kop = alinea(voor=480, na=200, meer=stijl.VAST), letters(20, stijl.KOPKLEUR, vet=True)
    los = "<w:pPr><w:pageBreakBefore/></w:pPr>"
    tab = _rechts(stijl.BREEDTE)
    regels = (
        (alinea(voor=160, na=20, meer=stijl.VAST + tab, erbij=_inspringen(0)), True),
        (alinea(voor=30, na=20, meer=stijl.VAST + tab, erbij=_inspringen(284)), False),
        (alinea(na=10, meer=tab, erbij=_inspringen(568)), False),
    )
    tocs = (
        alineastijl(f"toc {niveau}", "Standaard", vorm, letters(vet=vet), id_=f"Inhopg{niveau}")
        for niveau, (vorm, vet) in enumerate(regels, start=1)
    )
    lijst = alinea(na=10, meer=tab, erbij=_inspringen(0)), letters(10)
    return "".join(
        (
            alineastijl("TOC Heading", "Standaard", *kop, id_="Kopvaninhoudsopgave"),
            alineastijl("Kop voorin", "Kopvaninhoudsopgave", los),
            *tocs,
            alineastijl("table of figures", "Standaard", *lijst, id_="Lijstmetafbeeldingen"),
        )
    )


def _inspringen(links: int) -> str:
    """Indent a line; on the right never, since LibreOffice prints no tab beyond that (W29)."""
    return f'<w:ind w:left="{links}" w:right="0"/>'


def gegeven() -> str:
    """Write the style of a name with its value behind a tab."""
    vorm = alinea(
        na=20,
        meer='<w:tabs><w:tab w:val="left" w:pos="2835"/></w:tabs>',
        erbij='<w:ind w:left="2835" w:hanging="2835"/>',
    )
    return alineastijl("Gegeven", "Standaard", vorm, letters(10))


def _verder() -> str:
    einde = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="2" w:lineRule="exact"/></w:pPr>'
    breed = f"<w:pPr>{_rechts(LIGGEND)}</w:pPr>"
    weg = f'<w:tabs><w:tab w:val="clear" w:pos="{stijl.BREEDTE}"/>'
    breed = breed.replace("<w:tabs>", weg)
    return "".join(
        (
            gegeven(),
            alineastijl("Grafiek", "Standaard", alinea(voor=240, na=120)),
            alineastijl("Koptekst liggend", "Koptekst", breed),
            alineastijl("Voettekst liggend", "Voettekst", breed),
            alineastijl("Sectie-einde", "Standaard", einde, letters(1)),
        )
    )


def styles() -> str:
    """Write `styles.xml`."""
    return stijl.styles(KOPPEN, _titelblad() + _voorin() + _verder())
