"""What shipped templates are built of: paragraphs, conditions, loops, tables, captions."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape


def p(id_: str, tekst: str) -> str:
    """Write a paragraph of a style."""
    run = f'<w:r><w:t xml:space="preserve">{escape(tekst)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{id_}"/></w:pPr>{run}</w:p>'


def run(tekst: str, id_: str = "") -> str:
    """Write a run with text or a tag, in a style of its own or in that of its paragraph."""
    look = f'<w:rPr><w:rStyle w:val="{id_}"/></w:rPr>' if id_ else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{tekst}</w:t></w:r>'


def gegeven(naam: str, waarde: str) -> str:
    """Write a name and its value on one line."""
    vet = f'<w:r><w:rPr><w:rStyle w:val="Zwaar"/></w:rPr><w:t>{naam}</w:t></w:r>'
    rest = f"<w:r><w:tab/></w:r>{run(waarde)}"
    return f'<w:p><w:pPr><w:pStyle w:val="Gegeven"/></w:pPr>{vet}{rest}</w:p>'


def als(voorwaarde: str, *inhoud: str) -> str:
    """Write paragraphs that print only under a condition."""
    return (
        p("Plattetekst", f"{{%p if {voorwaarde} %}}")
        + "".join(inhoud)
        + p("Plattetekst", "{%p endif %}")
    )


def voor_elke(lus: str, *inhoud: str) -> str:
    """Write paragraphs that repeat."""
    return (
        p("Plattetekst", f"{{%p for {lus} %}}")
        + "".join(inhoud)
        + p("Plattetekst", "{%p endfor %}")
    )


def blok(id_: str, veld: str) -> str:
    """Write the place of a text field: paragraphs in the style of this one."""
    return p(id_, f"{{{{p {veld} }}}}")


def cel(breedte: int, id_: str, tekst: str) -> str:
    """Write a cell."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{breedte}" w:type="dxa"/></w:tcPr>{p(id_, tekst)}</w:tc>'


def rij(*cellen: str, kop: bool = False) -> str:
    """Write a row that stays whole; a header row repeats on every page."""
    herhaal = "<w:tblHeader/>" if kop else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{herhaal}</w:trPr>{''.join(cellen)}</w:tr>"


def tabel(naam: str, breedten: tuple[int, ...], *rijen: str, marge: int = 0) -> str:
    """Write a table with a marked header row and a title for assistive technology.

    `marge` is the room beside a text in twentieths of a point, where it differs from the style's.
    """
    zij = "".join(f'<w:{kant} w:w="{marge}" w:type="dxa"/>' for kant in ("left", "right"))
    ruimte = f"<w:tblCellMar>{zij}</w:tblCellMar>" if marge else ""
    raster = "".join(f'<w:gridCol w:w="{breedte}"/>' for breedte in breedten)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Cijfertabel"/><w:tblW w:w="{sum(breedten)}"'
        ' w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{ruimte}<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(naam)}"/></w:tblPr><w:tblGrid>{raster}</w:tblGrid>'
        f"{''.join(rijen)}</w:tbl>"
    )


Maten = tuple[int, int, int, int]
STAAND: Maten = (2548, 2812, 1125, 2813)
LIGGEND: Maten = (4630, 4000, 1600, 4000)
"""Widths of a table of money: its first column, and an amount between the tags of its loop."""


def cijferrij(
    maten: Maten,
    eerste: str,
    lus: tuple[str, str],
    stijlen: Sequence[str],
    *,
    kop: bool = False,
) -> str:
    """Write a row with a first cell, and a cell for each of a series: the loop, and its field."""
    serie, veld = lus
    return rij(
        cel(maten[0], stijlen[0], eerste),
        cel(maten[1], stijlen[1], f"{{%tc for {serie} %}}"),
        cel(maten[2], stijlen[1], f"{{{{ {veld} }}}}"),
        cel(maten[3], stijlen[1], "{%tc endfor %}"),
        kop=kop,
    )


def regeling(tekst: str, breedten: Sequence[int]) -> str:
    """Write a row that only steers: loops and conditions."""
    return rij(
        cel(breedten[0], "Tabeltekst", tekst), *(cel(b, "Tabeltekst", "") for b in breedten[1:])
    )


def bijschrift(veld: str) -> str:
    """Write the caption of a table, which only a book has; there its number becomes a field."""
    tekst = f"Tabel {{{{ {veld}.volgnummer }}}}. {{{{ {veld}.bijschrift }}}}"
    return als(f"{veld}.volgnummer", p("Bijschrift", tekst))


LANG = 15
"""With more rows a table of money may go on on the next page, behind a total."""


def geldtabel(veld: str, naam: str, maten: Maten = STAAND) -> str:
    """Write a table of money: its caption, and its notes, which its last row holds on to."""
    lus, slot = ("cel in rij.cellen", "cel"), f"loop.last and not {veld}.noten"
    einde = f"{slot} or {veld}.rijen|length > {LANG} and not loop.last"
    keuzes = (
        (f'if {slot} and rij.soort == "regel"', "Tabelslot", "Tabelslotcijfer"),
        ('elif rij.soort == "regel"', "Tabeltekst", "Tabelcijfer"),
        (f"elif {einde}", "Tabeltotaalslot", "Tabeltotaalslotcijfer"),
        ("else", "Tabeltotaal", "Tabeltotaalcijfer"),
    )
    rijen = (
        regeling(f"{{%tr {keuze} %}}", maten)
        + cijferrij(maten, "{{ rij.omschrijving }}", lus, stijlen)
        for keuze, *stijlen in keuzes
    )
    kop = f"{{{{ {veld}.eerste_kolom }}}}", (f"kolom in {veld}.kolommen", "kolom")
    xml = tabel(
        naam,
        maten,
        cijferrij(maten, *kop, ("Tabelkop", "Tabelkopcijfer"), kop=True),
        regeling(f"{{%tr for rij in {veld}.rijen %}}", maten),
        *rijen,
        regeling("{%tr endif %}", maten),
        regeling("{%tr endfor %}", maten),
    )
    noten = voor_elke(f"noot in {veld}.noten", p("Tabelnoot", "{{ noot }}"))
    return bijschrift(veld) + xml + noten


def geldtabellen(veld: str, naam: str, maten: Maten = STAAND) -> str:
    """Write a table of money for each of a series; where it has no caption, under its title."""
    titel = als("tabel.titel and not tabel.volgnummer", p("Tabeltitel", "{{ tabel.titel }}"))
    return voor_elke(f"tabel in {veld}", titel, geldtabel("tabel", naam, maten))


def lijsttabel(naam: str, lus: str, kolommen: tuple[tuple[int, str, str, str], ...]) -> str:
    """Write a table of records: width, heading, content and kind (tekst or cijfer) per column."""
    breedten = tuple(kolom[0] for kolom in kolommen)
    koppen = (cel(b, "Tabelkop" + "cijfer" * (s == "cijfer"), kop) for b, kop, _, s in kolommen)
    velden = (cel(b, f"Tabel{s}", inhoud) for b, _, inhoud, s in kolommen)
    slot = (cel(b, f"Tabelslot{'cijfer' * (s == 'cijfer')}", i) for b, _, i, s in kolommen)
    return tabel(
        naam,
        breedten,
        rij(*koppen, kop=True),
        regeling(f"{{%tr for {lus} %}}", breedten),
        regeling("{%tr if loop.last %}", breedten),
        rij(*slot),
        regeling("{%tr else %}", breedten),
        rij(*velden),
        regeling("{%tr endif %}", breedten),
        regeling("{%tr endfor %}", breedten),
        marge=100,
    )
