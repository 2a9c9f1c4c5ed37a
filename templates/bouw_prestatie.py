"""Builds `prestatie.docx`, the template of one chapter: `python templates/bouw_prestatie.py`.

The shipped file is what this script makes (a test holds it). A designer opens the file in Word and
restyles it there; this script is the record of how it came to be.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pakket

from reportgen.word import write_package

DOEL = Path(__file__).with_name("prestatie.docx")
P, T, F, B = (
    "prestatie",
    "prestatie.financien.tabel",
    "prestatie.financien",
    "prestatie.basisinformatie",
)


def p(id_: str, tekst: str) -> str:
    """Write a paragraph of a style."""
    run = f'<w:r><w:t xml:space="preserve">{escape(tekst)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{id_}"/></w:pPr>{run}</w:p>'


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


def onder_kop(label: str, veld: str, inhoud: str) -> str:
    """Write a block under its heading, where there is one."""
    return als(veld, p("Kop2", f"{{{{ labels.{label} }}}}"), inhoud)


def gegeven(label: str, veld: str, inhoud: str) -> str:
    """Write a label with its value, where there is one."""
    return als(veld, p("Label", f"{{{{ {label} }}}}"), inhoud)


def voortgang(veld: str) -> str:
    """Write the light in words, by colour, and the explanation."""
    kleuren = (
        als(
            f'{veld}.kleur == "{kleur}"',
            p(f"Signaal{kleur}", f"{{{{ {veld}.teken }}}} {{{{ {veld}.kleurwoord }}}}"),
        )
        for kleur in ("groen", "oranje", "rood")
    )
    return "".join(kleuren) + blok("Plattetekst", f"{veld}.tekst")


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


def cijferrij(
    eerste: str, lus: str, veld: str, stijlen: Sequence[str], *, kop: bool = False
) -> str:
    """Write a row with a first cell and a cell for each of a series."""
    return rij(
        cel(2548, stijlen[0], eerste),
        cel(2812, stijlen[1], f"{{%tc for {lus} %}}"),
        cel(1125, stijlen[1], f"{{{{ {veld} }}}}"),
        cel(2813, stijlen[1], "{%tc endfor %}"),
        kop=kop,
    )


def regeling(tekst: str) -> str:
    """Write a row that only steers: loops and conditions."""
    return rij(
        cel(2548, "Tabeltekst", tekst), *(cel(b, "Tabeltekst", "") for b in (2812, 1125, 2813))
    )


def geldtabel(veld: str, naam: str) -> str:
    """Write a table of money, with its notes below; its last row holds on to the notes only."""
    lus, slot = "cel in rij.cellen", f"loop.last and not {veld}.noten"
    keuzes = (
        (f'if {slot} and rij.soort == "regel"', "Tabelslot", "Tabelslotcijfer"),
        (f"elif {slot}", "Tabeltotaalslot", "Tabeltotaalslotcijfer"),
        ('elif rij.soort == "regel"', "Tabeltekst", "Tabelcijfer"),
        ("else", "Tabeltotaal", "Tabeltotaalcijfer"),
    )
    rijen = (
        regeling(f"{{%tr {keuze} %}}") + cijferrij("{{ rij.omschrijving }}", lus, "cel", stijlen)
        for keuze, *stijlen in keuzes
    )
    kop = (f"{{{{ {veld}.eerste_kolom }}}}", f"kolom in {veld}.kolommen", "kolom")
    return tabel(
        naam,
        (2548, 2812, 1125, 2813),
        cijferrij(*kop, ("Tabelkop", "Tabelkopcijfer"), kop=True),
        regeling(f"{{%tr for rij in {veld}.rijen %}}"),
        *rijen,
        regeling("{%tr endif %}"),
        regeling("{%tr endfor %}"),
    ) + voor_elke(f"noot in {veld}.noten", p("Tabelnoot", "{{ noot }}"))


def geldtabellen(veld: str, naam: str) -> str:
    """Write a table of money for each of a series, under its title where it has one."""
    titel = als("tabel.titel", p("Tabeltitel", "{{ tabel.titel }}"))
    return voor_elke(f"tabel in {veld}", titel, geldtabel("tabel", naam))


def lijsttabel(naam: str, lus: str, kolommen: tuple[tuple[int, str, str, str], ...]) -> str:
    """Write a table of records: width, heading, content and kind (tekst or cijfer) per column."""
    breedten = tuple(kolom[0] for kolom in kolommen)
    koppen = (cel(b, "Tabelkop" + "cijfer" * (s == "cijfer"), kop) for b, kop, _, s in kolommen)
    velden = (cel(b, f"Tabel{s}", inhoud) for b, _, inhoud, s in kolommen)
    slot = (cel(b, f"Tabelslot{'cijfer' * (s == 'cijfer')}", i) for b, _, i, s in kolommen)
    leeg = tuple(cel(b, "Tabeltekst", "") for b in breedten[1:])

    def regeling(tekst: str) -> str:
        return rij(cel(breedten[0], "Tabeltekst", tekst), *leeg)

    return tabel(
        naam,
        breedten,
        rij(*koppen, kop=True),
        regeling(f"{{%tr for {lus} %}}"),
        regeling("{%tr if loop.last %}"),
        rij(*slot),
        regeling("{%tr else %}"),
        rij(*velden),
        regeling("{%tr endif %}"),
        regeling("{%tr endfor %}"),
        marge=100,
    )


def indicatoren() -> str:
    """Write the table of indicators; the outcome is a column only where there is one."""
    jaar = f"{P}.indicatoren"
    als_er_is, einde = f"{{%tc if {jaar}.realisatie %}}", "{%tc endif %}"
    kolommen = (
        (2340, "Indicator", "{{ indicator.naam }}", "tekst"),
        (1040, "Eenheid", "{{ indicator.eenheid }}", "tekst"),
        (1220, f"{{{{ {jaar}.nulmeting }}}}", "{{ indicator.nulmeting }}", "cijfer"),
        (1260, f"{{{{ {jaar}.streefwaarde }}}}", "{{ indicator.streefwaarde }}", "cijfer"),
        (300, als_er_is, als_er_is, "cijfer"),
        (990, f"{{{{ {jaar}.realisatie }}}}", "{{ indicator.realisatie }}", "cijfer"),
        (300, einde, einde, "cijfer"),
        (1848, "Bron", "{{ indicator.bron }}", "tekst"),
    )
    lus = f"indicator in {jaar}.rijen"
    return als(
        jaar, p("Kop2", "{{ labels.indicatoren }}"), lijsttabel("Indicatoren", lus, kolommen)
    )


def basisinformatie() -> str:
    """Write the labels and values."""
    kolommen = (
        (3298, "Mijlpaal", "{{ mijlpaal.naam }}", "tekst"),
        (1900, "Oorspronkelijk", "{{ mijlpaal.oorspronkelijk }}", "tekst"),
        (1900, "Actueel", "{{ mijlpaal.datum }}", "tekst"),
        (2200, "Status", "{{ mijlpaal.status }}", "tekst"),
    )
    mijlpalen = lijsttabel("Mijlpalen", f"mijlpaal in {B}.mijlpalentabel", kolommen)

    def regel(veld: str) -> str:
        return p("Waarde", f"{{{{ {B}.{veld} }}}}")

    inhoud = (
        gegeven(
            "labels.portefeuillehouder", f"{B}.portefeuillehouder", regel("portefeuillehouder")
        ),
        gegeven("labels.rol_provincie", f"{B}.rol_provincie", blok("Waarde", f"{B}.rol_provincie")),
        gegeven("labels.looptijd", f"{B}.looptijd", regel("looptijd")),
        gegeven(f"{B}.reserve_label", f"{B}.reserve", regel("reserve")),
        gegeven("labels.websites", f"{B}.websites", blok("Waarde", f"{B}.websites")),
        gegeven("labels.mijlpalen", f"{B}.mijlpalen", blok("Waarde", f"{B}.mijlpalen")),
        gegeven("labels.mijlpalen", f"{B}.mijlpalentabel", mijlpalen),
    )
    return onder_kop("basisinformatie", B, "".join(inhoud))


def hoofd() -> str:
    """Write what comes before the money."""
    actie = (
        blok("Lijstnummering", "actie.tekst"),
        als("actie.regel", blok("Actiestatus", "actie.regel")),
    )
    acties = voor_elke(f"actie in {P}.acties", *actie)
    return "".join(
        (
            als("boekwerk.concept", p("Concept", "{{ boekwerk.concept }}")),
            p("Kop1", f"{{{{ {P}.kop }}}}"),
            blok("Plattetekst", f"{P}.inleiding"),
            onder_kop("context", f"{P}.context", blok("Plattetekst", f"{P}.context")),
            onder_kop("acties", f"{P}.acties", acties),
            onder_kop("voortgang", f"{P}.voortgang", voortgang(f"{P}.voortgang")),
        )
    )


def financien() -> str:
    """Write the money: table, light, changes of the budget."""
    wijziging = p("Waarde", f"{{{{ {F}.begrotingswijziging }}}}")
    licht = p("Kop3", "{{ labels.financien_voortgang }}") + voortgang(f"{F}.voortgang")
    return onder_kop(
        "financien",
        F,
        als(T, geldtabel(T, "Lasten, baten en saldo"))
        + als(f"{F}.kredieten", p("Tabeltitel", "{{ labels.kredieten }}"))
        + geldtabellen(f"{F}.kredieten", "Investeringskrediet")
        + als(f"{F}.voortgang", licht)
        + gegeven("labels.begrotingswijziging", f"{F}.begrotingswijziging", wijziging)
        + geldtabellen(f"{F}.wijzigingen", "Begrotingswijziging"),
    )


def parts() -> dict[str, str]:
    """Write every part of the template, by name."""
    return pakket.parts(hoofd() + financien() + indicatoren() + basisinformatie())


def build() -> bytes:
    """Build the template."""
    return write_package({naam: xml.encode() for naam, xml in parts().items()})


if __name__ == "__main__":
    DOEL.write_bytes(build())
    print(f"geschreven: {DOEL}")
