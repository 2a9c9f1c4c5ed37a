"""The fixed words (labels) of a chapter, by default the reference section's, and of a book."""

from __future__ import annotations

import re
from typing import Self

from pydantic import Field, model_validator

from reportgen.model.getallen import fout
from reportgen.model.onderdeel import Onderdeel
from reportgen.model.waarden import Tekstregel

_ACCOLADES = re.compile(r"\{([^{}]*)\}|[{}]")


class Labels(Onderdeel):
    """Every fixed word that a chapter or a book prints."""

    context: Tekstregel = "Context"
    acties: Tekstregel = "Acties"
    voortgang: Tekstregel = "Toelichting op voortgang"
    geen_afwijking: Tekstregel = "Geen afwijking."
    financien: Tekstregel = "Financiën"
    financien_voortgang: Tekstregel = "Toelichting op voortgang"
    begrotingswijziging: Tekstregel = "Begrotingswijziging:"
    indicatoren: Tekstregel = "Indicatoren"
    basisinformatie: Tekstregel = "Basisinformatie"
    portefeuillehouder: Tekstregel = "Verantwoordelijk portefeuillehouder:"
    rol_provincie: Tekstregel = "Rol provincie:"
    looptijd: Tekstregel = "Looptijd prestatie:"
    reserve: Tekstregel = Field(
        default="Relatie met reserve {naam}?:",
        description="Label bij de reserve; {naam} wordt de naam van de reserve.",
    )
    websites: Tekstregel = "Project website:"
    mijlpalen: Tekstregel = "Mijlpalen:"
    peildatum: Tekstregel = "Peildatum"
    concept: Tekstregel = "CONCEPT"
    pagina: Tekstregel = "Pagina"
    eenheid: Tekstregel = Field(
        default="({eenheid})",
        description="Kop van de eerste kolom van een tabel met geld; {eenheid} wordt x € 1.000.",
    )
    lasten: Tekstregel = "Lasten"
    baten: Tekstregel = "Baten"
    totaal_lasten: Tekstregel = "Totaal lasten"
    totaal_baten: Tekstregel = "Totaal baten"
    totaal_toevoeging: Tekstregel = "Totaal toevoeging aan reserves"
    totaal_onttrekking: Tekstregel = "Totaal onttrekking aan reserves"
    saldo: Tekstregel = "Saldo van baten en lasten"
    toevoeging: Tekstregel = "Toevoeging aan reserves"
    onttrekking: Tekstregel = "Onttrekking aan reserves"
    resultaat: Tekstregel = "Resultaat"
    structureel: Tekstregel = "waarvan structureel"
    incidenteel: Tekstregel = "waarvan incidenteel"
    zonder_aard: Tekstregel = "waarvan niet ingedeeld"
    afronding: Tekstregel = (
        "Door afronding kunnen totalen afwijken van de som van de getoonde bedragen."
    )
    wijziging: Tekstregel = Field(
        default="Begrotingswijziging {nummer} ({orgaan})",
        description="Titel van de tabel van een begrotingswijziging.",
    )
    verschuiving: Tekstregel = Field(
        default="verschuiving binnen {niveau} {nummer}",
        description="Achter het orgaan, als de wijziging meer prestaties raakt.",
    )
    verschuiving_tussen: Tekstregel = Field(
        default="verschuiving tussen {nummers}",
        description="Achter het orgaan, als de wijziging meer kerntaken raakt.",
    )
    budgetneutraal: Tekstregel = "budgetneutraal"
    begrotingsjaar: Tekstregel = Field(
        default="begrotingsjaar {jaar}",
        description="Achter de titel, in het jaar van het boekwerk.",
    )
    doorwerking: Tekstregel = Field(
        default="doorwerking in de raming {jaar}", description="Achter de titel, in een ander jaar."
    )
    deel: Tekstregel = Field(
        default="{totaal} {niveau} {nummer} (deel)",
        description="Totaal van een wijziging die meer prestaties raakt.",
    )
    kredieten: Tekstregel = "Investeringskredieten"
    krediet: Tekstregel = Field(
        default="Investeringskrediet {naam}",
        description="Kop van de tabel van een investeringskrediet.",
    )
    krediet_bedrag: Tekstregel = "Bedrag"
    geautoriseerd: Tekstregel = "Geautoriseerd krediet"
    besteed_eerder: Tekstregel = Field(
        default="Besteed t/m {vorig}", description="Rij van een krediet."
    )
    besteed: Tekstregel = Field(default="Besteed in {jaar}", description="Rij van een krediet.")
    restant: Tekstregel = Field(
        default="Restant krediet {dag}", description="Rij van een krediet; {dag} is de peildatum."
    )
    verwacht: Tekstregel = "Verwachte eindstand"
    verwacht_verschil: Tekstregel = "Verwacht verschil bij afronding"
    inhoud: Tekstregel = "Inhoud"
    tabellen: Tekstregel = "Tabellen"
    colofon: Tekstregel = "Colofon"
    uitgave: Tekstregel = "Uitgave:"
    status: Tekstregel = "Status:"
    verslagjaar: Tekstregel = Field(
        default="verslagjaar {jaar}", description="Onder de titel van een jaarverslag."
    )
    overzichten: Tekstregel = "Overzichten"
    kerncijfers: Tekstregel = Field(
        default="Kerncijfers per {niveau}", description="Kop van de tabellen met de hoofdgetallen."
    )
    stand: Tekstregel = "Stand van zaken"
    inhoudelijk: Tekstregel = "Inhoudelijke voortgang"
    financieel: Tekstregel = "Financiële voortgang"
    reserveverloop: Tekstregel = "Verloop van de reserves"
    reservemutaties: Tekstregel = "Toevoegingen en onttrekkingen per reserve"
    overige_reserves: Tekstregel = "Reserve niet genoemd"
    totaal: Tekstregel = "Totaal"
    baten_en_lasten: Tekstregel = "Overzicht van baten en lasten"
    per_niveau: Tekstregel = Field(
        default="Baten en lasten per {niveau}",
        description="Bijschrift van de tabel van een kerntaak of beleidsdoel.",
    )
    bijschrift: Tekstregel = Field(
        default="{wat}, {niveau} {nummer}",
        description="Bijschrift van een tabel: wat erin staat, en van welk onderdeel.",
    )
    zonder: Tekstregel = Field(
        default="Zonder {niveau}",
        description="Kop boven prestaties die nergens onder staan.",
    )
    ontbreekt: Tekstregel = "ONTBREEKT"
    registers: Tekstregel = "Registers"
    portefeuillehouders: Tekstregel = "Portefeuillehouders"
    mijlpalen_op_datum: Tekstregel = "Mijlpalen op datum"
    lege_registers: Tekstregel = "Portefeuillehouders en mijlpalen zijn niet bekend."

    @model_validator(mode="after")
    def _accolades(self) -> Self:
        """Refuse a name between braces that nothing fills in: one that the default has not."""
        for label, info in type(self).model_fields.items():
            mag = {treffer[0] for treffer in _ACCOLADES.finditer(info.default)}
            gebruikt = {treffer[0] for treffer in _ACCOLADES.finditer(getattr(self, label))}
            if gebruikt - mag:
                wat = f"labels.{label} kent alleen {' en '.join(sorted(mag)) or 'niets'}"
                cure = f"schrijf bijvoorbeeld: {info.default}"
                raise fout("label", f"{wat} tussen accolades", cure)
        return self


def vul(label: str, **waarden: str) -> str:
    """Fill the names between braces of a label."""
    for naam, waarde in waarden.items():
        label = label.replace(f"{{{naam}}}", waarde)
    return label
