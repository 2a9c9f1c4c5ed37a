"""Other words (varianten) that chapters of earlier years have for what the labels say now."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from reportgen.model.onderdeel import Onderdeel
from reportgen.model.waarden import Tekstregel

Woorden = tuple[Tekstregel, ...]


def _anders(voor: str, *woorden: str) -> Any:  # noqa: ANN401  stands for a field
    return Field(woorden, description=f"Andere woorden voor {voor}.")


class Kolomvariant(Onderdeel):
    """Other headings of a column of a table."""

    naam: Tekstregel = Field(description="Naam van de kolom, bijvoorbeeld primitief of mijlpaal.")
    koppen: Woorden = Field(
        description="Andere koppen van deze kolom; {t} is het begrotingsjaar, {t-1} het jaar ervoor"
        " en {peildatum} de peildatum."
    )


KOLOMVARIANTEN = (
    Kolomvariant(naam="realisatie_t2", koppen=("Rekening {t-2}", "Jaarrekening {t-2}")),
    Kolomvariant(naam="begroting_t1", koppen=("Begroting {t-1}", "Actuele begroting {t-1}")),
    Kolomvariant(naam="begroting", koppen=("Raming {t}", "Primitieve begroting {t}")),
    Kolomvariant(naam="raming_1", koppen=("Begroting {t+1}", "Meerjarenraming {t+1}")),
    Kolomvariant(naam="raming_2", koppen=("Begroting {t+2}", "Meerjarenraming {t+2}")),
    Kolomvariant(naam="raming_3", koppen=("Begroting {t+3}", "Meerjarenraming {t+3}")),
    Kolomvariant(naam="realisatie_t1", koppen=("Rekening {t-1}", "Jaarrekening {t-1}")),
    Kolomvariant(
        naam="primitief",
        koppen=("Primitief", "Primitieve begroting", "Begroting primitief", "Begroting {t}"),
    ),
    Kolomvariant(
        naam="wijzigingen",
        koppen=("Doorgevoerde wijziging(en)", "Wijzigingen", "Begrotingswijzigingen"),
    ),
    Kolomvariant(
        naam="actueel",
        koppen=("Actueel", "Actuele begroting", "Actuele begroting {t}", "Begroting na wijziging"),
    ),
    Kolomvariant(
        naam="gerealiseerd",
        koppen=("Gerealiseerd", "Realisatie", "Gerealiseerd t/m {peildatum}", "Rekening {t}"),
    ),
    Kolomvariant(naam="prognose", koppen=("Prognose", "Verwachting {t}", "Prognose einde jaar")),
    Kolomvariant(naam="verschil", koppen=("Verschil", "Verwacht verschil", "Afwijking")),
    Kolomvariant(naam="ruimte", koppen=("Restant", "Nog te besteden")),
    Kolomvariant(naam="was", koppen=("Huidig", "Huidige begroting")),
    Kolomvariant(naam="mutatie", koppen=("Wijziging", "Bijstelling")),
    Kolomvariant(naam="wordt", koppen=("Nieuw", "Nieuwe begroting")),
    Kolomvariant(naam="bedrag", koppen=("Bedragen", "Krediet")),
    Kolomvariant(naam="indicator", koppen=("Indicatoren", "Omschrijving", "Prestatie-indicator")),
    Kolomvariant(naam="eenheid", koppen=("Meeteenheid", "Eenheid indicator")),
    Kolomvariant(naam="nulmeting", koppen=("Nulwaarde", "Beginwaarde")),
    Kolomvariant(naam="streefwaarde", koppen=("Streefwaarde", "Doelstelling {t}", "Doel {t}")),
    Kolomvariant(naam="realisatie", koppen=("Realisatie", "Stand {t}")),
    Kolomvariant(naam="bron", koppen=("Bronnen", "Bron gegevens")),
    Kolomvariant(naam="mijlpaal", koppen=("Mijlpalen", "Omschrijving")),
    Kolomvariant(naam="oorspronkelijk", koppen=("Oorspronkelijke datum", "Planning")),
    Kolomvariant(naam="datum", koppen=("Datum", "Actuele datum", "Actuele planning")),
    Kolomvariant(naam="status", koppen=("Stand", "Stand van zaken")),
)
"""Headings seen in tables of provinces and municipalities, 2014 to 2024."""


class Varianten(Onderdeel):
    """Words that older chapters have for a label; case, spaces and a colon behind do not count."""

    context: Woorden = _anders("de kop Context", "Achtergrond", "Context en achtergrond")
    acties: Woorden = _anders(
        "de kop Acties",
        "Actie",
        "Activiteiten",
        "Wat gaan we daarvoor doen?",
        "Wat hebben we daarvoor gedaan?",
    )
    voortgang: Woorden = _anders(
        "de kop van de inhoudelijke voortgang",
        "Toelichting voortgang",
        "Toelichting op de voortgang",
        "Voortgang",
        "Inhoudelijke voortgang",
    )
    geen_afwijking: Woorden = _anders(
        "de zin bij groen", "Geen afwijkingen", "Er zijn geen afwijkingen"
    )
    financien: Woorden = _anders(
        "de kop Financiën",
        "Financieel",
        "Wat mag het kosten?",
        "Wat heeft het gekost?",
    )
    financien_voortgang: Woorden = _anders(
        "de kop van de financiële voortgang",
        "Toelichting voortgang",
        "Toelichting op de voortgang",
        "Financiële voortgang",
        "Toelichting financiën",
        "Financiële toelichting",
        "Toelichting",
    )
    begrotingswijziging: Woorden = _anders(
        "het label bij de soorten begrotingswijziging", "Begrotingswijzigingen"
    )
    indicatoren: Woorden = _anders("de kop Indicatoren", "Prestatie-indicatoren", "Indicator")
    basisinformatie: Woorden = _anders(
        "de kop Basisinformatie", "Basisgegevens", "Algemene informatie"
    )
    portefeuillehouder: Woorden = _anders(
        "het label bij de portefeuillehouder", "Portefeuillehouder", "Portefeuillehouder(s)"
    )
    rol_provincie: Woorden = _anders(
        "het label bij de rol", "Rol van de provincie", "Rol van provincie", "Rol"
    )
    looptijd: Woorden = _anders(
        "het label bij de looptijd", "Looptijd", "Looptijd van de prestatie"
    )
    reserve: Woorden = _anders(
        "het label bij de reserve, met {naam} voor de naam",
        "Relatie met de reserve {naam}",
        "Relatie reserve {naam}",
    )
    websites: Woorden = _anders(
        "het label bij de websites", "Projectwebsite", "Projectwebsites", "Website", "Websites"
    )
    mijlpalen: Woorden = _anders("het label bij de mijlpalen", "Mijlpaal", "Planning")
    lasten: Woorden = _anders("de rij met lasten", "Last", "Uitgaven", "Kosten")
    baten: Woorden = _anders("de rij met baten", "Baat", "Inkomsten", "Opbrengsten")
    totaal_lasten: Woorden = _anders("het totaal van de lasten", "Lasten totaal", "Som lasten")
    totaal_baten: Woorden = _anders("het totaal van de baten", "Baten totaal", "Som baten")
    saldo: Woorden = _anders(
        "de rij met het saldo", "Saldo", "Saldo baten en lasten", "Saldo lasten en baten"
    )
    toevoeging: Woorden = _anders(
        "de rij met toevoegingen aan reserves",
        "Toevoegingen aan reserves",
        "Toevoeging reserves",
        "Storting in reserves",
        "Stortingen in reserves",
    )
    onttrekking: Woorden = _anders(
        "de rij met onttrekkingen aan reserves",
        "Onttrekkingen aan reserves",
        "Onttrekking reserves",
        "Onttrekking uit reserves",
    )
    resultaat: Woorden = _anders(
        "de rij met het resultaat", "Geraamd resultaat", "Saldo na reserves"
    )
    kolommen: tuple[Kolomvariant, ...] = Field(
        KOLOMVARIANTEN,
        description="Andere koppen van kolommen, van geld, indicatoren en mijlpalen.",
    )
