"""Money: the base figures of a prestatie (financiën). Everything derived lives in `financien`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from pydantic import ConfigDict, Field, field_validator

from reportgen.model.getallen import fout
from reportgen.model.onderdeel import Onderdeel
from reportgen.model.voortgang import FinancieleVoortgang
from reportgen.model.waarden import Bedrag, Jaar, Mutatiebedrag, Nummer, Tekstregel

if TYPE_CHECKING:
    from pydantic import ValidationInfo

Soort = Literal["begroting", "monitor", "jaarverslag"]
Regelsoort = Literal["lasten", "baten", "toevoeging", "onttrekking"]
Post = Literal["lasten", "baten", "saldo", "toevoeging", "onttrekking", "resultaat"]
Teken = Post | Literal["verschil"]
"""What an amount is an amount of, as far as its sign goes."""
Aard = Literal["structureel", "incidenteel"]
Orgaan = Literal["GS", "PS", "vooraankondiging"]

GUNSTIG: dict[Post, int] = {
    "lasten": -1,
    "baten": 1,
    "saldo": 1,
    "toevoeging": -1,
    "onttrekking": 1,
    "resultaat": 1,
}
"""Whether more is favourable. Source: lower last or toevoeging, higher baat or onttrekking."""

KOLOMMEN: dict[Soort, tuple[str, ...]] = {
    "begroting": (
        "realisatie_t2",
        "begroting_t1",
        "begroting",
        "raming_1",
        "raming_2",
        "raming_3",
    ),
    "monitor": ("primitief", "wijzigingen", "gerealiseerd", "prognose"),
    "jaarverslag": ("realisatie_t1", "primitief", "wijzigingen", "gerealiseerd"),
}
"""The base columns per kind of document, in the order of print. Source: BBV art. 19a, 22, 27."""


def weiger_vreemd(waarde: object, info: ValidationInfo) -> object:
    """Refuse a column of another kind of document, where the reader says which kind it is."""
    soort = (info.context or {}).get("soort")
    if isinstance(soort, str) and soort in KOLOMMEN and info.field_name not in KOLOMMEN[soort]:
        wat = f"de kolom ‘{info.field_name}’ hoort niet in een {soort}"
        raise fout("kolom", wat, f"een {soort} kent: {', '.join(KOLOMMEN[soort])}")
    return waarde


class Bedragen(Onderdeel):
    """The base amounts of a regel in euros, unsigned but for `wijzigingen`.

    Which of them can be given depends on the kind of document (`KOLOMMEN`).
    """

    realisatie_t2: Bedrag | None = Field(None, description="Realisatie van twee jaar eerder.")
    begroting_t1: Bedrag | None = Field(
        None, description="Begroting van het vorige jaar, na wijziging."
    )
    begroting: Bedrag | None = Field(None, description="Begroting van dit jaar.")
    raming_1: Bedrag | None = Field(None, description="Raming van het eerste jaar hierna.")
    raming_2: Bedrag | None = Field(None, description="Raming van het tweede jaar hierna.")
    raming_3: Bedrag | None = Field(None, description="Raming van het derde jaar hierna.")
    realisatie_t1: Bedrag | None = Field(None, description="Realisatie van het vorige jaar.")
    primitief: Bedrag | None = Field(None, description="Primitieve begroting, zoals vastgesteld.")
    wijzigingen: Mutatiebedrag | None = Field(
        None, description="Doorgevoerde wijzigingen; negatief als het bedrag omlaag gaat."
    )
    gerealiseerd: Bedrag | None = Field(None, description="Gerealiseerd tot en met de peildatum.")
    prognose: Bedrag | None = Field(None, description="Verwachte stand aan het eind van het jaar.")

    @field_validator("*", mode="before")
    @classmethod
    def _hoort_bij_soort(cls, waarde: object, info: ValidationInfo) -> object:
        return weiger_vreemd(waarde, info)

    def gegeven(self) -> dict[str, Decimal]:
        """Give the amounts that were filled in, by column."""
        return {
            naam: bedrag
            for naam in type(self).model_fields
            if (bedrag := getattr(self, naam)) is not None
        }


def _mag_zonder_bedragen(schema: dict[str, Any]) -> None:
    """Let an editor accept a regel whose amounts come from a ledger."""
    schema["required"].remove("bedragen")


class Regel(Onderdeel):
    """One line of money (regel), in euros and cents, unsigned; `soort` gives the direction.

    In a file it may leave its amounts to a ledger; here it always has them.
    Source: BBV art. 17 (order of rows), art. 2 (gross amounts).
    """

    model_config = ConfigDict(json_schema_extra=_mag_zonder_bedragen)

    soort: Regelsoort = Field(description="Lasten, baten, toevoeging of onttrekking.")
    omschrijving: Tekstregel | None = Field(None, description="Naam van de regel in de tabel.")
    aard: Aard | None = Field(None, description="Structureel of incidenteel.")
    taakveld: Tekstregel | None = Field(None, description="Taakveld volgens Iv3.")
    categorie: Tekstregel | None = Field(None, description="Economische categorie volgens Iv3.")
    bedragen: Bedragen = Field(
        description="De bedragen in hele euro's en centen; weglaten wat uit het grootboek komt."
    )


class Mutatie(Onderdeel):
    """One line of a begrotingswijziging: what an amount was, and by how much it changes."""

    jaar: Jaar = Field(description="Begrotingsjaar waarin het bedrag wijzigt.")
    soort: Regelsoort = Field(description="Lasten, baten, toevoeging of onttrekking.")
    prestatie: Nummer | None = Field(None, description="Andere prestatie waarvan dit bedrag is.")
    omschrijving: Tekstregel | None = Field(None, description="Naam van de regel.")
    was: Bedrag = Field(description="Bedrag voor de wijziging.")
    mutatie: Mutatiebedrag = Field(description="Wijziging; negatief als het bedrag omlaag gaat.")


class Begrotingswijziging(Onderdeel):
    """A decision that changes the budget (begrotingswijziging). Source: BBV art. 18."""

    nummer: Tekstregel = Field(description="Nummer van het besluit, bijvoorbeeld 2017-14.")
    orgaan: Orgaan = Field(description="Wie besluit: GS, PS, of een vooraankondiging.")
    status: Tekstregel | None = Field(None, description="Bijvoorbeeld voorstel of doorgevoerd.")
    mutaties: tuple[Mutatie, ...] = Field((), description="Wat er wijzigt, per jaar en regel.")


class Krediet(Onderdeel):
    """An investment credit (investeringskrediet), in euros."""

    naam: Tekstregel = Field(description="Naam van het krediet.")
    geautoriseerd: Bedrag = Field(description="Geautoriseerd krediet.")
    besteed_eerder: Bedrag | None = Field(None, description="Besteed in eerdere jaren.")
    besteed: Bedrag | None = Field(None, description="Besteed in dit jaar.")
    verwacht: Bedrag | None = Field(None, description="Verwachte eindstand.")


class Controletotaal(Onderdeel):
    """A total from elsewhere that the derived figures must equal; never printed."""

    post: Post = Field(description="Rij van de tabel, bijvoorbeeld saldo.")
    kolom: Tekstregel = Field(description="Kolom van de tabel, bijvoorbeeld actueel.")
    bedrag: Mutatiebedrag = Field(description="Het totaal, met het teken van de tabel.")


class Financien(Onderdeel):
    """The money of one prestatie (financiën): only what is typed in, nothing derived."""

    regels: tuple[Regel, ...] = Field((), description="De regels met hun bedragen.")
    voortgang: FinancieleVoortgang | None = Field(None, description="Financiële voortgang.")
    begrotingswijzigingen: tuple[Begrotingswijziging, ...] = Field(
        (), description="Besluiten die de begroting wijzigen."
    )
    kredieten: tuple[Krediet, ...] = Field((), description="Investeringskredieten.")
    controletotalen: tuple[Controletotaal, ...] = Field(
        (), description="Totalen uit het grootboek om mee te vergelijken; worden niet geprint."
    )
