"""Builds `boekwerk.docx`, the template of a whole book: `python templates/bouw_boekwerk.py`.

The shipped file is what this script makes (a test holds it). The template of a chapter comes in
the place of `{{p prestatie.hoofdstuk }}` when the book is made.
"""

from __future__ import annotations

from pathlib import Path

import boekstijl
import huisstijl
import pakket
from bouwdelen import (
    LIGGEND,
    als,
    blok,
    gegeven,
    geldtabel,
    geldtabellen,
    lijsttabel,
    p,
    run,
    voor_elke,
)

from reportgen.word import write_package

DOEL = Path(__file__).with_name("boekwerk.docx")
KOP, KOP_LIGGEND, KOP_KERNTAAK, VOET, VOET_LIGGEND = (f"rId{nummer}" for nummer in range(1, 6))
"""The relationships to headers and footers, in the order of `randen`."""


def sectie_einde(**pagina: str | bool) -> str:
    """Write the paragraph that ends a section; an empty one, other word processors leave out."""
    sectie = huisstijl.section(**pagina)  # type: ignore[arg-type]  # each by its name
    leeg = run("\u00a0")
    return f'<w:p><w:pPr><w:pStyle w:val="Sectie-einde"/>{sectie}</w:pPr>{leeg}</w:p>'


def lijst(veld: str, kop: str, *regels: str) -> str:
    """Write a list of what is where, with its heading; links and pages come by themselves."""
    return als(veld, kop, voor_elke(f"regel in {veld}", *regels))


def voorin() -> str:
    """Write title page, colophon, contents and list of tables."""
    inhoud = (
        als(f'regel.niveau == "{niveau}"', p(f"Inhopg{niveau}", "{{ regel.kop }}"))
        for niveau in (1, 2, 3)
    )
    tabel = p("Lijstmetafbeeldingen", "Tabel {{ regel.volgnummer }}. {{ regel.bijschrift }}")
    return "".join(
        (
            p("Organisatie", "{{ boekwerk.organisatie }}"),
            p("Titel", "{{ boekwerk.titel }}"),
            p("Ondertitel", "{{ boek.ondertitel }}"),
            als("boek.concept", p("Concept", "{{ boek.concept }}")),
            p("Kopvoorin", "{{ boeklabels.colofon }}"),
            blok("Plattetekst", "boek.colofon"),
            gegeven("{{ boeklabels.uitgave }}", "{{ boekwerk.organisatie }}"),
            als(
                "boekwerk.peildatum",
                gegeven("{{ labels.peildatum }}:", "{{ boekwerk.peildatum }}"),
            ),
            gegeven("{{ boeklabels.status }}", "{{ boek.status }}"),
            lijst("inhoud", p("Kopvoorin", "{{ boeklabels.inhoud }}"), *inhoud),
            lijst("tabellen", p("Kopvaninhoudsopgave", "{{ boeklabels.tabellen }}"), tabel),
            sectie_einde(kop=KOP, voet=VOET, titelblad=True),
        )
    )


def tellingen(veld: str) -> str:
    """Write counts, each on a line."""
    return voor_elke(f"telling in {veld}", gegeven("{{ telling.naam }}", "{{ telling.waarde }}"))


def overzichten() -> str:
    """Write the overviews; the widest on a page of its own, on its side."""
    o = "overzichten"

    def overzicht(naam: str, wat: str, *ervoor: str) -> str:
        kop = p("Kop2", f"{{{{ {o}.{naam}.kop }}}}")
        return als(f"{o}.{naam}", kop, *ervoor, geldtabellen(f"{o}.{naam}.tabellen", wat))

    b = f"{o}.baten_en_lasten"
    return "".join(
        (
            p("Kop1", f"{{{{ {o}.kop }}}}"),
            overzicht("kerncijfers", "Kerncijfers"),
            overzicht("stand", "Kleuren", tellingen(f"{o}.stand.tellingen")),
            overzicht("reserves", "Reserves"),
            sectie_einde(kop=KOP, voet=VOET),
            als(
                b,
                p("Kop2", f"{{{{ {b}.kop }}}}"),
                geldtabellen(f"{b}.tabellen", "Baten en lasten", LIGGEND),
                sectie_einde(kop=KOP_LIGGEND, voet=VOET_LIGGEND, liggend=True),
            ),
        )
    )


def prestatie() -> str:
    """Write the place of a section; of one that cannot be in the book, what is wrong."""
    return voor_elke(
        "prestatie in beleidsdoel.prestaties",
        p("Plattetekst", "{{p prestatie.hoofdstuk }}"),
        als(
            "prestatie.ontbreekt",
            p("Concept", "{{ boeklabels.ontbreekt }}"),
            voor_elke("probleem in prestatie.ontbreekt", p("Lijstopsomteken", "{{ probleem }}")),
        ),
    )


def deel(naam: str, stijl: str) -> str:
    """Write the head of a part of the tree: heading, introduction."""
    return als(f"{naam}.kop", p(stijl, f"{{{{ {naam}.kop }}}}")) + blok(
        "Plattetekst", f"{naam}.inleiding"
    )


def overzicht(naam: str) -> str:
    """Write what a part of the tree adds up to."""
    return als(f"{naam}.overzicht", geldtabel(f"{naam}.overzicht", "Baten en lasten"))


def kerntaken() -> str:
    """Write a chapter for each kerntaak: a section of its own, with its own header."""
    met_totalen = (
        p("Plattetekst", "{%p with totalen = beleidsdoel.totalen %}")
        + prestatie()
        + p("Plattetekst", "{%p endwith %}")
    )
    return voor_elke(
        "kerntaak in kerntaken",
        deel("kerntaak", "Kop1"),
        als("kerntaak.kop", tellingen("kerntaak.tellingen")),
        overzicht("kerntaak"),
        als("kerntaak.grafiek", p("Grafiek", "{{ kerntaak.grafiek }}")),
        voor_elke(
            "beleidsdoel in kerntaak.beleidsdoelen",
            deel("beleidsdoel", "Kop2"),
            overzicht("beleidsdoel"),
            met_totalen,
        ),
        sectie_einde(kop=KOP_KERNTAAK, voet=VOET),
    )


def registers() -> str:
    """Write who answers for what, and what is due when."""
    h, m = "registers.portefeuillehouders", "registers.mijlpalen"
    kolommen = (
        (1750, "Datum", "{{ mijlpaal.datum }}", "tekst"),
        (1750, "Oorspronkelijk", "{{ mijlpaal.oorspronkelijk }}", "tekst"),
        (2898, "Mijlpaal", "{{ mijlpaal.naam }}", "tekst"),
        (1000, "Prestatie", "{{r mijlpaal.prestatie }}", "tekst"),
        (1900, "Status", "{{ mijlpaal.status }}", "tekst"),
    )
    return "".join(
        (
            p("Kop1", "{{ registers.kop }}"),
            als(f"not {h} and not {m}", p("Plattetekst", "{{ boeklabels.lege_registers }}")),
            als(
                h,
                p("Kop2", f"{{{{ {h}.kop }}}}"),
                voor_elke(
                    f"houder in {h}.namen",
                    p("Label", "{{ houder.naam }}"),
                    blok("Waarde", "houder.prestaties"),
                ),
            ),
            als(
                m,
                p("Kop2", f"{{{{ {m}.kop }}}}"),
                lijsttabel("Mijlpalen", f"mijlpaal in {m}.rijen", kolommen),
            ),
        )
    )


def parts() -> dict[str, str]:
    """Write every part of the template, by name."""
    body = voorin() + overzichten() + kerntaken() + registers() + huisstijl.section(KOP, VOET)
    concept, wanneer = "boek.concept", "{{ boek.ondertitel }}"
    randen = {
        "header1": pakket.kopregel(concept, wanneer),
        "header2": pakket.kopregel(concept, wanneer, "Koptekstliggend"),
        "header3": pakket.kopregel(concept, "{{ kerntaak.kop }}"),
        "footer1": pakket.voetregel(),
        "footer2": pakket.voetregel("Voettekstliggend"),
    }
    return pakket.parts(body, randen, "{{ boekwerk.titel }}", boekstijl.styles())


def build() -> bytes:
    """Build the template."""
    return write_package({naam: xml.encode() for naam, xml in parts().items()})


if __name__ == "__main__":
    DOEL.write_bytes(build())
    print(f"geschreven: {DOEL}")
