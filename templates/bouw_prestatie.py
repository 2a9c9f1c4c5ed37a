"""Builds `prestatie.docx`, the template of one chapter: `python templates/bouw_prestatie.py`.

The shipped file is what this script makes (a test holds it). A designer opens the file in Word and
restyles it there; this script is the record of how it came to be.
"""

from __future__ import annotations

from pathlib import Path

import huisstijl
import pakket
from bouwdelen import als, blok, geldtabel, geldtabellen, lijsttabel, p, voor_elke

from reportgen.word import write_package

DOEL = Path(__file__).with_name("prestatie.docx")
P, T, F, B = (
    "prestatie",
    "prestatie.financien.tabel",
    "prestatie.financien",
    "prestatie.basisinformatie",
)


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
    body = hoofd() + financien() + indicatoren() + basisinformatie() + huisstijl.section()
    datum = "{% if boekwerk.peildatum %}{{ labels.peildatum }} {{ boekwerk.peildatum }}{% endif %}"
    randen = {"header1": pakket.kopregel("boekwerk.concept", datum), "footer1": pakket.voetregel()}
    titel = f"{{{{ {P}.kop }}}} – {{{{ boekwerk.titel }}}}"
    return pakket.parts(body, randen, titel, huisstijl.styles())


def build() -> bytes:
    """Build the template."""
    return write_package({naam: xml.encode() for naam, xml in parts().items()})


if __name__ == "__main__":
    DOEL.write_bytes(build())
    print(f"geschreven: {DOEL}")
