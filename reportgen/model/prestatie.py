"""The section of a budget document (prestatie) and its parts, but for the money."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from reportgen.model.financien import KOLOMMEN, Financien, Soort
from reportgen.model.getallen import fout, lees_geheel
from reportgen.model.onderdeel import Onderdeel
from reportgen.model.voortgang import Voortgang
from reportgen.model.waarden import Datum, Jaar, Meetwaarde, Nummer, Tekstregel, Tekstveld, Webadres

Actiestatus = Literal[
    "gepland",
    "op schema",
    "voor op schema",
    "vertraagd",
    "verschoven",
    "niet gestart",
    "gereed",
    "verwijzing",
]
Mijlpaalstatus = Literal["op schema", "vertraagd", "verschoven", "gereed", "vervallen"]


Nakijkblok = Literal["inleiding", "context", "acties", "indicatoren", "basisinformatie"]


class Actie(Onderdeel):
    """One thing that the province does (actie); numbered in print, in the order given."""

    kort = "tekst"

    tekst: Tekstveld = Field(description="Wat de provincie gaat doen.")
    status: Actiestatus | None = Field(None, description="Stand van zaken van de actie.")
    toelichting: Tekstveld | None = Field(None, description="Uitleg bij de status.")


class Website(Onderdeel):
    """A project website: its name as printed and, if there is one, its address."""

    kort = "naam"

    naam: Tekstregel = Field(description="Naam zoals geprint.")
    url: Webadres | None = Field(None, description="Webadres, beginnend met https://.")


class Mijlpaal(Onderdeel):
    """A moment to reach (mijlpaal): as planned first, as planned now, and how it stands."""

    kort = "naam"

    naam: Tekstregel = Field(description="Wat er op dat moment klaar is.")
    oorspronkelijk: Datum | None = Field(None, description="Datum in de begroting.")
    datum: Datum | None = Field(None, description="Datum zoals nu voorzien of bereikt.")
    status: Mijlpaalstatus | None = Field(None, description="Stand van zaken.")
    toelichting: Tekstregel | None = Field(None, description="Uitleg, bijvoorbeeld bij uitstel.")


class Reserve(Onderdeel):
    """The relation with a reserve: its name, without the word Reserve, and yes or no."""

    naam: Tekstregel = Field(description="Naam van de reserve, zonder het woord Reserve.")
    relatie: Literal["ja", "nee"] = Field(description="Is er een relatie met deze reserve?")


class Basisinformatie(Onderdeel):
    """The list of labels and values that closes a prestatie (basisinformatie)."""

    portefeuillehouder: Tekstregel | None = Field(
        None, description="Verantwoordelijk portefeuillehouder."
    )
    rol_provincie: Tekstveld | None = Field(
        None, description="Rol van de provincie, met de verbonden partijen (BBV art. 8 lid 3)."
    )
    looptijd: Tekstregel | None = Field(None, description="Looptijd, bijvoorbeeld Structureel.")
    reserve: Reserve | None = Field(None, description="Relatie met een reserve.")
    websites: tuple[Website, ...] = Field((), description="Websites van het project.")
    mijlpalen: tuple[Mijlpaal, ...] = Field((), description="Mijlpalen van het project.")


class Nulmeting(Onderdeel):
    """The first measurement of an indicator, and its year."""

    waarde: Meetwaarde = Field(description="Gemeten waarde, in de eenheid van de indicator.")
    jaar: Jaar = Field(description="Jaar van de meting.")


class Indicator(Onderdeel):
    """What is measured (indicator), in its own unit: 24.1 with eenheid `%` is 24,1%."""

    naam: Tekstregel = Field(description="Naam van de indicator.")
    eenheid: Tekstregel = Field(description="Eenheid, bijvoorbeeld hectare of %.")
    decimalen: Annotated[int, Field(ge=0, le=6), BeforeValidator(lees_geheel)] | None = Field(
        None, description="Cijfers na de komma; mag leeg."
    )
    nulmeting: Nulmeting | None = Field(None, description="Eerste meting.")
    streefwaarde: Meetwaarde | None = Field(None, description="Doel voor dit jaar.")
    realisatie: Meetwaarde | None = Field(None, description="Stand van dit jaar.")
    bron: Tekstregel | None = Field(None, description="Waar de cijfers vandaan komen.")

    @model_validator(mode="after")
    def _past_in_druk(self) -> Self:
        """Refuse a value that would print as another one."""
        if self.decimalen is not None and self.decimalen < self.meeste_decimalen:
            wat = f"een waarde heeft meer cijfers na de komma dan decimalen: {self.decimalen}"
            raise fout("decimalen", wat, f"schrijf decimalen: {self.meeste_decimalen}")
        return self

    @property
    def meeste_decimalen(self) -> int:
        """How many decimals the values have at most."""
        exponenten = (w.normalize().as_tuple().exponent for w in self.waarden if w is not None)
        return max([0, *(-e for e in exponenten if isinstance(e, int))])

    @property
    def waarden(self) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
        """Baseline, target and outcome, in the unit of the indicator."""
        nul = self.nulmeting.waarde if self.nulmeting else None
        return nul, self.streefwaarde, self.realisatie


class Prestatie(Onderdeel):
    """One standardised section of a planning & control document (prestatie)."""

    nummer: Nummer = Field(description="Nummer, bijvoorbeeld 5.1.2.")
    titel: Tekstregel = Field(description="Titel zonder nummer.")
    voorheen: Nummer | None = Field(
        None, description="Nummer in de vorige editie, als dat anders was."
    )
    inleiding: Tekstveld | None = Field(None, description="Eerste alinea's, zonder kop.")
    context: Tekstveld | None = Field(None, description="Tekst onder de kop Context.")
    acties: tuple[Actie, ...] = Field((), description="Genummerde acties.")
    voortgang: Voortgang | None = Field(None, description="Inhoudelijke voortgang.")
    financien: Financien | None = Field(None, description="Bedragen en financiële voortgang.")
    indicatoren: tuple[Indicator, ...] = Field((), description="Indicatoren met hun waarden.")
    basisinformatie: Basisinformatie | None = Field(None, description="Vaste gegevens.")
    na_te_kijken: tuple[Nakijkblok, ...] = Field(
        (),
        description="Blokken die uit de vorige editie komen en nog niet zijn nagekeken; haal een"
        " blok hier weg zodra het klopt.",
    )

    def vreemde_kolommen(self, soort: Soort) -> set[str]:
        """Give the columns with amounts that a kind of document does not have."""
        regels = self.financien.regels if self.financien else ()
        gegeven = {naam for regel in regels for naam in regel.bedragen.gegeven()}
        return gegeven - set(KOLOMMEN[soort])
