"""The profile (profiel): how one organisation names, prints and judges; with defaults."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from reportgen.model.getallen import fout, lees_geheel
from reportgen.model.kolommen import Kolommen
from reportgen.model.labels import Labels
from reportgen.model.notatie import Notatie
from reportgen.model.onderdeel import Onderdeel
from reportgen.model.varianten import Varianten
from reportgen.model.waarden import Bedrag, Meetwaarde, Tekstregel

Tonen = Literal["altijd", "afwijkend", "nooit"]
Veld = Literal[
    "inleiding",
    "context",
    "acties",
    "voortgang",
    "voortgang.kleur",
    "financien",
    "financien.regels",
    "financien.voortgang",
    "financien.voortgang.kleur",
    "financien.voortgang.begrotingswijziging",
    "indicatoren",
    "basisinformatie",
    "basisinformatie.portefeuillehouder",
    "basisinformatie.rol_provincie",
    "basisinformatie.looptijd",
    "basisinformatie.reserve",
    "basisinformatie.websites",
    "basisinformatie.mijlpalen",
]
"""The blocks and fields that a profile can make mandatory."""
Ernst = Literal["uit", "let op", "fout"]
Jaren = Annotated[int, Field(ge=0, le=99), BeforeValidator(lees_geheel)]


class Niveau(Onderdeel):
    """One level of the tree of goals: its name and the pattern of its codes."""

    naam: Tekstregel = Field(description="Naam van het niveau, in het enkelvoud.")
    patroon: Tekstregel = Field(
        description="Patroon van het nummer: 9 is een getal, a een kleine en A een hoofdletter."
    )


class Kleurgrenzen(Onderdeel):
    """Up to which deviation of the lasten the financial light is green, and orange; red beyond."""

    groen_tot: Meetwaarde = Field(default=Decimal(10), description="Groen tot en met dit %.")
    oranje_tot: Meetwaarde = Field(default=Decimal(25), description="Oranje tot en met dit %.")

    @model_validator(mode="after")
    def _oplopend(self) -> Self:
        if not 0 <= self.groen_tot <= self.oranje_tot:
            wat = f"groen loopt tot {self.groen_tot}% en oranje tot {self.oranje_tot}%"
            raise fout("kleurgrenzen", wat, "laat de grenzen oplopen, te beginnen bij 0")
        return self


class Drempels(Onderdeel):
    """From which deviation on an explanation is due; every organisation sets its own.

    Due beyond `percentage` and `minimum` together, and always beyond `altijd`.
    """

    percentage: Meetwaarde = Field(default=Decimal(10), description="Procenten van de begroting.")
    minimum: Bedrag = Field(default=Decimal(75000), description="Euro's; samen met het percentage.")
    altijd: Bedrag = Field(default=Decimal(250000), description="Euro's; los van het percentage.")
    kleur: Kleurgrenzen = Field(
        default=Kleurgrenzen(), description="Grenzen van de financiële kleur, op de lasten."
    )
    incidenteel_jaren: Jaren = Field(
        default=3, description="Langer dan zoveel jaar is een regel niet meer incidenteel."
    )
    jaren_terug: Jaren = Field(
        default=2, description="Zoveel jaar voor het begrotingsjaar mag een tekst noemen."
    )
    jaren_vooruit: Jaren = Field(
        default=3, description="Zoveel jaar na het begrotingsjaar mag een tekst noemen."
    )


class Verplicht(Onderdeel):
    """The blocks and fields that a prestatie must have, per kind of document."""

    begroting: tuple[Veld, ...] = Field(
        ("acties", "basisinformatie"), description="Verplicht in een begroting."
    )
    monitor: tuple[Veld, ...] = Field(
        ("acties", "voortgang", "financien", "basisinformatie"),
        description="Verplicht in een monitor.",
    )
    jaarverslag: tuple[Veld, ...] = Field(
        ("acties", "voortgang", "financien", "basisinformatie"),
        description="Verplicht in een jaarverslag.",
    )


class Term(Onderdeel):
    """A name as it must be spelt, and spellings of it that are wrong."""

    goed: Tekstregel = Field(description="De juiste schrijfwijze.")
    fout: tuple[Tekstregel, ...] = Field((), description="Schrijfwijzen die niet mogen.")


class Controle(Onderdeel):
    """A rule of the catalogue that is switched off here, or weighs otherwise."""

    regel: Tekstregel = Field(description="Code van de controle, bijvoorbeeld T2.")
    ernst: Ernst = Field(description="Uit, let op of fout.")


def _alleen_standaard(basis: str) -> str:
    """Refuse a profile that only a reader can look up."""
    if basis != "standaard":
        wat = f"het profiel ‘{basis}’ staat in een bestand, en dat leest alleen load"
        raise fout("basis", wat, "geef de instellingen zelf, of laat load de bron lezen")
    return basis


class Profiel(Onderdeel):
    """The settings of one organisation; what is left out is as in `standaard`.

    A reader of sources looks up the `basis` that a profile names and hands over both as one.
    """

    kort = "basis"

    naam: Tekstregel = Field(default="standaard", description="Naam van het profiel.")
    basis: Annotated[
        str,
        AfterValidator(_alleen_standaard),
        WithJsonSchema({"type": "string", "examples": ["standaard", "overijssel", "zuid-holland"]}),
    ] = Field(
        default="standaard",
        description="Profiel waarvan dit profiel afwijkt: standaard, overijssel, zuid-holland, of"
        " een eigen .yaml-bestand.",
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
    varianten: Varianten = Field(
        default=Varianten(),
        description="Andere woorden in hoofdstukken die reportgen niet maakte, om ze te lezen.",
    )
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
    gegevens_mee: Literal["ja", "nee"] = Field(
        default="nee",
        description="Of een Word-document zijn gegevens meekrijgt, om het precies terug te lezen"
        " zoals het is gemaakt; wat in Word is veranderd, wordt dan niet gelezen.",
    )
    notatie: Notatie = Field(default=Notatie(), description="Hoe getallen worden geprint.")
    kolommen: Kolommen = Field(
        default=Kolommen(), description="De kolommen van de tabellen met geld, per soort."
    )
    drempels: Drempels = Field(default=Drempels(), description="Vanaf welke afwijking uitleg moet.")
    verplicht: Verplicht = Field(
        default=Verplicht(), description="Verplichte blokken en velden per soort."
    )
    woordenlijst: tuple[Term, ...] = Field(
        (), description="Namen met hun ene juiste schrijfwijze (controle T5)."
    )
    controles: tuple[Controle, ...] = Field(
        (), description="Controles die hier uit staan of anders wegen."
    )

    @property
    def niveau(self) -> str:
        """The name of the lowest level, the one that is a section: `prestatie`."""
        return self.niveaus[-1].naam
