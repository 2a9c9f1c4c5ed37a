"""Builds `wijzigingen.docx`, the template of a Wijzigingenoverzicht.

Run it as `python templates/bouw_wijzigingen.py`; the shipped file is what this script makes (a test
holds it). The view is `reportgen.vergelijking.WijzigingenView`.
"""

from __future__ import annotations

from pathlib import Path

import boekstijl
import huisstijl
import pakket
from bouwdelen import (
    als,
    cel,
    gegeven,
    lijsttabel,
    p,
    regeling,
    rij,
    run,
    tabel,
    voor_elke,
)
from huisstijl import alinea, alineastijl, letters, stijl

from reportgen.word import write_package

DOEL = Path(__file__).with_name("wijzigingen.docx")
MATEN = (2502, 2398, 1466, 1466, 1466)
"""Widths of a table of changed amounts: whose, which row, was, mutatie, wordt."""
KORT = 8
"""With more rows a table may go on on the next page, behind the last row of a prestatie."""
WEG, BIJ = "[−{}−]", "[+{}+]"
"""What stands around words that went and that came: a look alone does not reach everybody."""


def mutatierij(prestatie: str, regel: str, cijfers: tuple[str, ...], stijl_: str) -> str:
    """Write a row of a table of changed amounts, in the style of its kind."""
    teksten = (prestatie, regel, *cijfers)
    rechts = "Tabelcijfer" if stijl_ == "Tabeltekst" else f"{stijl_}cijfer"
    id_s = (stijl_, stijl_, *[rechts] * len(cijfers))
    cellen = (cel(*deel) for deel in zip(MATEN, id_s, teksten, strict=True))
    return rij(*cellen, kop=stijl_ == "Tabelkop")


def mutatietabel() -> str:
    """Write a table was / mutatie / wordt; what adds up closes off what stands above it."""
    velden = tuple(f"{{{{ rij.{naam} }}}}" for naam in ("was", "mutatie", "wordt"))
    koppen = tuple(f"{{{{ tabel.{naam} }}}}" for naam in ("was", "mutatie", "wordt"))
    slot = f"loop.last or rij.einde and tabel.rijen|length > {KORT}"
    soorten = (
        ('rij.soort == "eerste"', "Tabeleerste"),
        ('rij.soort == "saldo"', "Tabelsaldo"),
        ('rij.soort == "totaal"', "Tabeltotaal"),
    )
    keuzes = [
        (f"{voorwaarde} and ({slot})" if los else voorwaarde, f"{stijl_}{los}")
        for voorwaarde, stijl_ in soorten
        for los in ("slot", "")
    ]
    keuzes += [(slot, "Tabelslot"), ("true", "Tabeltekst")]
    rijen = (
        regeling(f"{{%tr {'elif' if plek else 'if'} {keuze} %}}", MATEN)
        + mutatierij("{{ rij.prestatie }}", "{{ rij.omschrijving }}", velden, stijl_)
        for plek, (keuze, stijl_) in enumerate(keuzes)
    )
    kop = mutatierij("{{ tabel.niveau }}", "{{ tabel.eenheid }}", koppen, "Tabelkop")
    return tabel(
        "Gewijzigde bedragen",
        MATEN,
        kop,
        regeling("{%tr for rij in tabel.rijen %}", MATEN),
        *rijen,
        regeling("{%tr endif %}", MATEN),
        regeling("{%tr endfor %}", MATEN),
        marge=80,
    )


def cijferdelen(veld: str, kop: str) -> str:
    """Write the changes of amounts: per kind and year, or per decision."""
    return als(
        veld,
        p("Kop2", kop),
        voor_elke(
            f"deel in {veld}",
            p("Kop3", "{{ deel.kop }}"),
            voor_elke("regel in deel.uitleg", p("Tabeluitleg", "{{ regel }}")),
            voor_elke(
                "tabel in deel.tabellen",
                als("tabel.titel", p("Tabeltitel", "{{ tabel.titel }}")),
                mutatietabel(),
            ),
            voor_elke("noot in deel.noten", p("Tabelnoot", "{{ noot }}")),
        ),
    )


def woorden() -> str:
    """Write a text with what went struck out and what came underlined, both between marks."""
    veld = "{{ stuk.tekst }}"
    delen = (
        run("{% for stuk in tekst.stukken %}{% if stuk.soort == &quot;weg&quot; %}"),
        run(WEG.format(veld), "Vervallen"),
        run("{% elif stuk.soort == &quot;bij&quot; %}"),
        run(BIJ.format(veld), "Nieuw"),
        run("{% else %}"),
        run(veld),
        run("{% endif %}{% endfor %}"),
    )
    return f'<w:p><w:pPr><w:pStyle w:val="Waarde"/></w:pPr>{"".join(delen)}</w:p>'


def uitleg() -> str:
    """Write what the marks in texts mean, in the marks themselves."""
    delen = (
        run("Wat is vervallen, staat "),
        run(WEG.format("doorgehaald tussen deze tekens"), "Vervallen"),
        run("; wat nieuw is, staat "),
        run(BIJ.format("onderstreept tussen deze"), "Nieuw"),
        run("."),
    )
    return f'<w:p><w:pPr><w:pStyle w:val="Plattetekst"/></w:pPr>{"".join(delen)}</w:p>'


def onderdelen() -> str:
    """Write the values and texts that changed, of the document and of each prestatie."""
    kolommen = (
        (3698, "Gegeven", "{{ gegeven.naam }}", "tekst"),
        (2800, "Was", "{{ gegeven.was }}", "tekst"),
        (2800, "Wordt", "{{ gegeven.wordt }}", "tekst"),
    )
    gegevens = lijsttabel("Gewijzigde gegevens", "gegeven in onderdeel.gegevens", kolommen)
    teksten = voor_elke(
        "tekst in onderdeel.teksten",
        p("Label", "{{ tekst.naam }} ({{ tekst.soort|lower }})"),
        woorden(),
    )
    inhoud = als("onderdeel.gegevens", gegevens) + teksten
    lus = voor_elke("onderdeel in onderdelen", p("Kop3", "{{ onderdeel.kop }}"), inhoud)
    return als("onderdelen", p("Kop2", "Teksten en gegevens"), uitleg(), lus)


def indeling() -> str:
    """Write what came, went or was renumbered."""
    regels = voor_elke("regel in groep.regels", p("Lijstopsomteken", "{{ regel }}"))
    groepen = voor_elke("groep in indeling", p("Kop3", "{{ groep.kop }}"), regels)
    return als("indeling", p("Kop2", "Indeling"), groepen)


def hoofd() -> str:
    """Write what was compared, how much changed, and what could not be compared."""
    o = "overzicht"
    tellingen = voor_elke(
        f"telling in {o}.tellingen", gegeven("{{ telling.naam }}", "{{ telling.aantal }}")
    )
    return "".join(
        (
            als("boekwerk.concept", p("Concept", "{{ boekwerk.concept }}")),
            p("Kop1", f"{{{{ {o}.titel }}}}"),
            gegeven("Was:", f"{{{{ {o}.was }}}}"),
            gegeven("Wordt:", f"{{{{ {o}.wordt }}}}"),
            p("Kop2", "Samenvatting"),
            als(f"{o}.gelijk", p("Plattetekst", f"{{{{ {o}.gelijk }}}}")),
            als(f"not {o}.gelijk", tellingen),
            voor_elke(f"opmerking in {o}.opmerkingen", p("Plattetekst", "{{ opmerking }}")),
        )
    )


def tabelstijlen() -> str:
    """Write the looks of rows: the first of a prestatie, and what adds up."""
    lijn = (
        f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="2" w:color="{huisstijl.LIJN}"/></w:pBdr>'
    )
    los, rechts = '<w:keepNext w:val="0"/>', '<w:jc w:val="right"/>'
    delen = []
    for naam, vorm, letter in (
        ("Tabeleerste", f"<w:pPr>{lijn}</w:pPr>", ""),
        ("Tabelsaldo", "", letters(vet=True)),
    ):
        delen += [
            alineastijl(naam, "Tabeltekst", vorm, letter),
            alineastijl(f"{naam} cijfer", naam, f"<w:pPr>{rechts}</w:pPr>"),
            alineastijl(f"{naam} slot", naam, f"<w:pPr>{los}</w:pPr>"),
            alineastijl(f"{naam} slot cijfer", f"{naam}slot", f"<w:pPr>{rechts}</w:pPr>"),
        ]
    uitleg = alinea(na=20, meer=huisstijl.VAST), letters(9.5, huisstijl.GRIJS)
    return "".join([*delen, alineastijl("Tabeluitleg", "Standaard", *uitleg)])


def tekenstijlen() -> str:
    """Write the looks of words that went and that came."""
    weg = f'<w:rPr><w:strike/><w:color w:val="{huisstijl.ROOD}"/></w:rPr>'
    bij = f'<w:rPr><w:color w:val="{huisstijl.GROEN}"/><w:u w:val="single"/></w:rPr>'
    return "".join(
        stijl("character", naam, naam, "", f"<w:qFormat/>{vorm}")
        for naam, vorm in (("Vervallen", weg), ("Nieuw", bij))
    )


def styles() -> str:
    """Write `styles.xml`: that of a chapter, and what an overview has of its own."""
    return huisstijl.styles(meer=boekstijl.gegeven() + tekenstijlen() + tabelstijlen())


def parts() -> dict[str, str]:
    """Write every part of the template, by name."""
    body = "".join(
        (
            hoofd(),
            cijferdelen("cijfers", "Cijfers"),
            cijferdelen("besluiten", "Begrotingswijzigingen"),
            onderdelen(),
            indeling(),
            huisstijl.section(),
        )
    )
    randen = {
        "header1": pakket.kopregel("boekwerk.concept", "{{ overzicht.titel }}"),
        "footer1": pakket.voetregel(),
    }
    titel = "{{ overzicht.titel }}: {{ overzicht.ondertitel }}"
    return pakket.parts(body, randen, titel, styles())


def build() -> bytes:
    """Build the template."""
    return write_package({naam: xml.encode() for naam, xml in parts().items()})


if __name__ == "__main__":
    DOEL.write_bytes(build())
    print(f"geschreven: {DOEL}")
