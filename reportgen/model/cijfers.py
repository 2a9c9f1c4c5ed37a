"""Where figures come from (cijfers): a ledger, and how it says what a boekwerk says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from reportgen.model.financien import Regelsoort, weiger_vreemd
from reportgen.model.getallen import fout
from reportgen.model.notatie import Eenheid
from reportgen.model.onderdeel import Onderdeel
from reportgen.model.waarden import Tekstregel, Tekstveld

if TYPE_CHECKING:
    from pydantic import ValidationInfo

EXCEL = (".xlsx", ".xlsm")
SQLITE = (".sqlite", ".sqlite3", ".db")
_CSV = (".csv", ".txt", ".tsv")
_VARIABELE = r"^\$\{[A-Za-z_][A-Za-z0-9_]*\}$"


def _als_lijst(waarde: object) -> object:
    return (waarde,) if isinstance(waarde, str) else waarde


def _variabele(url: str) -> str:
    """Refuse an address itself, without repeating it: it may hold a password."""
    if not re.fullmatch(_VARIABELE, url):
        wat = "hier hoort de naam van een omgevingsvariabele, niet het adres zelf"
        cure = "zet het adres in een omgevingsvariabele en schrijf url: ${GROOTBOEK}"
        raise fout("variabele", wat, f"{cure}; in een bestand staan geen wachtwoorden")
    return url


_NAAM = {"type": ["string", "number"]}
Namen = Annotated[
    tuple[Tekstregel, ...],
    BeforeValidator(_als_lijst),
    WithJsonSchema({"anyOf": [_NAAM, {"type": "array", "items": _NAAM}]}),
]
"""One name or more; a name that ends with a star stands for all that begins so."""

Variabele = Annotated[
    str, AfterValidator(_variabele), WithJsonSchema({"type": "string", "pattern": _VARIABELE})
]
"""The name of an environment variable, as `${NAAM}`."""


def _weiger_dubbel(namen: Iterable[tuple[str, tuple[str, ...]]]) -> None:
    """Refuse a name of the ledger that stands for two of ours."""
    gezien: dict[str, str] = {}
    for eigen, anderen in namen:
        for naam in anderen:
            eerder = gezien.setdefault(naam.casefold(), eigen)
            if eerder != eigen:
                wat = f"‘{naam}’ staat zowel bij {eerder} als bij {eigen}"
                raise fout("dubbel", wat, "laat de naam op één plaats staan")


class Naamlijst(Onderdeel):
    """How a ledger calls what a boekwerk has a name for."""

    @model_validator(mode="after")
    def _een_keer(self) -> Self:
        _weiger_dubbel(self.gegeven().items())
        return self

    def gegeven(self) -> dict[str, tuple[str, ...]]:
        """Give the names in the ledger, by ours."""
        return {naam: namen for naam in type(self).model_fields if (namen := getattr(self, naam))}


class Soortnamen(Naamlijst):
    """How a ledger calls the kinds of regels: words, codes, or accounts (`4*`)."""

    lasten: Namen = Field((), description="Namen of rekeningen (4*) van lasten.")
    baten: Namen = Field((), description="Namen of rekeningen van baten.")
    toevoeging: Namen = Field((), description="Namen of rekeningen van een toevoeging.")
    onttrekking: Namen = Field((), description="Namen of rekeningen van een onttrekking.")


class Kolomnamen(Naamlijst):
    """How a ledger calls the columns of the table; the amounts of several names add up."""

    realisatie_t2: Namen = Field((), description="Realisatie van twee jaar eerder.")
    begroting_t1: Namen = Field((), description="Begroting van het vorige jaar, na wijziging.")
    begroting: Namen = Field((), description="Begroting van dit jaar.")
    raming_1: Namen = Field((), description="Raming van het eerste jaar hierna.")
    raming_2: Namen = Field((), description="Raming van het tweede jaar hierna.")
    raming_3: Namen = Field((), description="Raming van het derde jaar hierna.")
    realisatie_t1: Namen = Field((), description="Realisatie van het vorige jaar.")
    primitief: Namen = Field((), description="Primitieve begroting, zoals vastgesteld.")
    wijzigingen: Namen = Field((), description="Doorgevoerde wijzigingen.")
    gerealiseerd: Namen = Field((), description="Gerealiseerd tot en met de peildatum.")
    prognose: Namen = Field((), description="Verwachte stand aan het eind van het jaar.")

    @field_validator("*", mode="before")
    @classmethod
    def _hoort_bij_soort(cls, waarde: object, info: ValidationInfo) -> object:
        return weiger_vreemd(waarde, info)


class Cijferkolommen(Onderdeel):
    """Under which headings a ledger has what; `kolom` and `bedrag` if it has a row per amount."""

    prestatie: Tekstregel = Field(description="Kop boven het nummer van de prestatie.")
    soort: Tekstregel = Field(description="Kop boven lasten, baten, of de rekening.")
    omschrijving: Tekstregel | None = Field(None, description="Kop boven de naam van de regel.")
    kolom: Tekstregel | None = Field(
        None, description="Kop boven de kolom van de tabel, bij een rij per bedrag."
    )
    bedrag: Tekstregel | None = Field(None, description="Kop boven het bedrag, bij kolom.")
    aard: Tekstregel | None = Field(None, description="Kop boven structureel of incidenteel.")
    taakveld: Tekstregel | None = Field(None, description="Kop boven het taakveld.")
    categorie: Tekstregel | None = Field(None, description="Kop boven de categorie.")


class Cijfers(Onderdeel):
    """A ledger that the figures come from (cijfers): a file, or a database query."""

    model_config = ConfigDict(hide_input_in_errors=True)

    bestand: Tekstregel | None = Field(
        None, description="CSV-, Excel- of SQLite-bestand, vanuit deze map."
    )
    werkblad: Tekstregel | None = Field(None, description="Werkblad in het Excel-bestand.")
    codering: Literal["utf-8", "windows-1252"] | None = Field(
        None, description="Codering van een CSV-bestand, als het niet UTF-8 is."
    )
    decimaal: Literal["komma", "punt"] | None = Field(
        None, description="Teken voor de centen, als dat uit de bedragen niet blijkt."
    )
    url: Variabele | None = Field(
        None, description="Naam van de omgevingsvariabele met het adres: ${NAAM}."
    )
    query: Tekstveld | None = Field(None, description="SQL-vraag (SELECT) die de rijen oplevert.")
    kolommen: Cijferkolommen = Field(description="Onder welke kop wat staat.")
    soorten: Soortnamen = Field(
        Soortnamen(), description="Hoe het grootboek lasten, baten en reserves noemt."
    )
    bedragen: Kolomnamen = Field(
        Kolomnamen(),
        description="Hoe het grootboek de kolommen van de tabel noemt: koppen, of namen in kolom.",
    )
    omgekeerd: tuple[Regelsoort, ...] = Field(
        (), description="Soorten die in het grootboek een minteken hebben, zoals vaak baten."
    )
    eenheid: Eenheid = Field(
        "euro", description="Eenheid van de bedragen in het grootboek: euro, duizend of miljoen."
    )

    @property
    def naam(self) -> str:
        """How a person calls this ledger."""
        return self.bestand or f"query {self.url}"

    @property
    def lang(self) -> bool:
        """Whether there is a row for each amount, rather than a column."""
        return self.kolommen.kolom is not None

    @model_validator(mode="after")
    def _een_bron(self) -> Self:
        if (self.bestand is None) == (self.url is None):
            wat = "hier hoort één bron van de cijfers: bestand of url"
            raise fout("bron", wat, "noem een bestand, of een url met een query")
        eind = PurePosixPath(self.bestand).suffix.lower() if self.bestand else ""
        if self.bestand and eind not in (*_CSV, *EXCEL, *SQLITE):
            wat = f"dit soort bestand kan geen grootboek zijn: ‘{self.bestand}’"
            raise fout("bron", wat, f"geef een bestand dat eindigt op .csv, .xlsx of {SQLITE[0]}")
        database = self.url is not None or eind in SQLITE
        if database != (self.query is not None):
            wat = "bij een database hoort een query" if database else "query hoort bij een database"
            raise fout("bron", wat, "schrijf query: SELECT … bij een url of een SQLite-bestand")
        self._weiger_los("werkblad", EXCEL, eind)
        self._weiger_los("codering", _CSV, eind)
        return self

    def _weiger_los(self, veld: str, einden: tuple[str, ...], eind: str) -> None:
        if getattr(self, veld) is not None and eind not in einden:
            wat = f"{veld} hoort bij een bestand dat eindigt op {einden[0]}"
            raise fout("bron", wat, f"haal {veld} weg")

    @model_validator(mode="after")
    def _lang_of_breed(self) -> Self:
        if self.lang != (self.kolommen.bedrag is not None):
            ander = "bedrag" if self.lang else "kolom"
            wat = f"bij kolommen ontbreekt {ander}: kolom en bedrag horen bij elkaar"
            cure = "noem ze allebei, of laat ze weg en noem onder bedragen een kop per kolom"
            raise fout("vorm", wat, cure)
        if not self.lang and not self.bedragen.gegeven():
            wat = "er staat niet waar de bedragen staan"
            cure = "noem bij kolommen kolom en bedrag (een rij per bedrag), of onder bedragen een"
            raise fout("vorm", wat, f"{cure} kop per kolom (gerealiseerd: Realisatie)")
        return self
