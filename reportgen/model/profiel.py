"""The profile (profiel): how one organisation names, prints and judges; with defaults."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from reportgen.model.getallen import fout
from reportgen.model.onderdeel import Onderdeel
from reportgen.model.waarden import Bedrag, Meetwaarde, Tekstregel

Tonen = Literal["altijd", "afwijkend", "nooit"]
Eenheid = Literal["euro", "duizend", "miljoen"]
Blok = Literal["inleiding", "context", "acties", "voortgang", "financien", "basisinformatie"]


class Niveau(Onderdeel):
    """One level of the tree of goals: its name and the pattern of its codes."""

    naam: Tekstregel = Field(description="Naam van het niveau, in het enkelvoud.")
    patroon: Tekstregel = Field(
        description="Patroon van het nummer: 9 is een getal, a een kleine en A een hoofdletter."
    )


class Labels(Onderdeel):
    """Every fixed word that a chapter prints; the defaults are those of the reference section."""

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


class Notatie(Onderdeel):
    """How numbers are printed (notatie)."""

    eenheid: Eenheid = Field(
        default="duizend", description="Eenheid van de tabellen: euro, duizend of miljoen."
    )
    euro_spatie: Literal["hard", "geen"] = Field(
        default="hard",
        description="Wat er tussen € en het bedrag staat: een harde spatie of niets.",
    )
    nul: Literal["0", "-", "€ -"] = Field(
        default="0", description="Hoe een nul in een tabel staat."
    )
    onbekend: Tekstregel = Field(
        default="n.b.", description="Wat er staat waar een bedrag nog niet bekend is."
    )
    voordelig: Tekstregel = Field(default="V", description="Letter voor een voordelig verschil.")
    nadelig: Tekstregel = Field(default="N", description="Letter voor een nadelig verschil.")

    @model_validator(mode="after")
    def _uit_elkaar(self) -> Self:
        if self.voordelig == self.nadelig:
            wat = f"voordelig en nadelig heten allebei ‘{self.nadelig}’"
            raise fout("letters", wat, "kies twee verschillende letters")
        return self


class Drempels(Onderdeel):
    """From which deviation on an explanation is due; every organisation sets its own.

    Due beyond `percentage` and `minimum` together, and always beyond `altijd`.
    """

    percentage: Meetwaarde = Field(default=Decimal(10), description="Procenten van de begroting.")
    minimum: Bedrag = Field(default=Decimal(75000), description="Euro's; samen met het percentage.")
    altijd: Bedrag = Field(default=Decimal(250000), description="Euro's; los van het percentage.")


class Verplicht(Onderdeel):
    """The blocks that a prestatie must have, per kind of document."""

    begroting: tuple[Blok, ...] = ("acties", "basisinformatie")
    monitor: tuple[Blok, ...] = ("acties", "voortgang", "financien", "basisinformatie")
    jaarverslag: tuple[Blok, ...] = ("acties", "voortgang", "financien", "basisinformatie")


class Profiel(Onderdeel):
    """The settings of one organisation; what is left out is as in the profile of its `basis`."""

    kort = "basis"

    basis: Literal["standaard"] = Field(
        default="standaard", description="Profiel waarvan dit profiel afwijkt."
    )
    niveaus: Annotated[tuple[Niveau, ...], Field(min_length=1, max_length=3)] = Field(
        default=(
            Niveau(naam="kerntaak", patroon="9"),
            Niveau(naam="beleidsdoel", patroon="9.9"),
            Niveau(naam="prestatie", patroon="9.9.9"),
        ),
        description="De niveaus van de doelenboom, van boven naar beneden; één tot drie.",
    )
    labels: Labels = Field(default=Labels(), description="Vaste teksten in het hoofdstuk.")
    kleur_tonen: Tonen = Field(
        default="afwijkend",
        description="Wanneer de kleur in woorden wordt geprint: altijd, afwijkend"
        " (alleen oranje en rood) of nooit.",
    )
    actiestatus_tonen: Tonen = Field(
        default="afwijkend",
        description="Wanneer de status van een actie wordt geprint: altijd, afwijkend"
        " (alleen vertraagd, verschoven en niet gestart) of nooit.",
    )
    notatie: Notatie = Field(default=Notatie(), description="Hoe getallen worden geprint.")
    drempels: Drempels = Field(default=Drempels(), description="Vanaf welke afwijking uitleg moet.")
    verplicht: Verplicht = Field(default=Verplicht(), description="Verplichte blokken per soort.")

    @model_validator(mode="after")
    def _reservelabel(self) -> Self:
        rest = self.labels.reserve.replace("{naam}", "")
        if "{" in rest or "}" in rest:
            wat = "labels.reserve kent alleen {naam} tussen accolades"
            raise fout("label", wat, "schrijf bijvoorbeeld: Relatie met reserve {naam}?:")
        return self

    @property
    def niveau(self) -> str:
        """The name of the lowest level, the one that is a section: `prestatie`."""
        return self.niveaus[-1].naam
