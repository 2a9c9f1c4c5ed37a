"""One document of the planning & control cycle (boekwerk): the head, the tree and the sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from reportgen.errors import DataError, Herkomst, Plaats, Problem
from reportgen.model.cijfers import Cijfers
from reportgen.model.financien import KOLOMMEN, Soort
from reportgen.model.getallen import fout, lees_geheel
from reportgen.model.onderdeel import Onderdeel
from reportgen.model.prestatie import Prestatie
from reportgen.model.profiel import Profiel
from reportgen.model.waarden import Bedrag, Datum, Jaar, Nummer, Tekstregel, Tekstveld

_Gemaakt = TypeVar("_Gemaakt")

VERSIE = 1
"""The version of the data format that this library reads."""


class Beleidsdoel(Onderdeel):
    """A goal of policy (beleidsdoel), second level of the tree."""

    nummer: Nummer = Field(description="Nummer, bijvoorbeeld 5.1.")
    titel: Tekstregel = Field(description="Titel zonder nummer.")
    inleiding: Tekstveld | None = Field(None, description="Inleidende tekst.")
    lasten_geautoriseerd: Bedrag | None = Field(None, description="Door PS geautoriseerde lasten.")


class Kerntaak(Onderdeel):
    """A programme of the budget (kerntaak = programma, BBV art. 8), first level of the tree."""

    nummer: Nummer = Field(description="Nummer, bijvoorbeeld 5.")
    titel: Tekstregel = Field(description="Titel zonder nummer.")
    inleiding: Tekstveld | None = Field(None, description="Inleidende tekst.")
    lasten_geautoriseerd: Bedrag | None = Field(None, description="Door PS geautoriseerde lasten.")
    beleidsdoelen: tuple[Beleidsdoel, ...] = Field((), description="De beleidsdoelen hieronder.")


class Elders(Onderdeel):
    """A prestatie that others deliver (elders); a reference to it resolves."""

    kort = "nummer"

    nummer: Nummer = Field(description="Nummer van de prestatie.")
    titel: Tekstregel | None = Field(None, description="Titel, als die bekend is.")


class Reservestand(Onderdeel):
    """The balance of a reserve at the start of the year, in euros."""

    naam: Tekstregel = Field(description="Naam van de reserve, zonder het woord Reserve.")
    stand: Bedrag = Field(description="Stand in euro's.")


class Bijlage(Onderdeel):
    """A Word file from elsewhere that the book takes in, in the order given (bijlage)."""

    kort = "bestand"

    bestand: Tekstregel = Field(description="Pad van het Word-bestand, vanuit deze map.")
    titel: Tekstregel | None = Field(None, description="Titel van de bijlage.")


def _als_lijst(waarde: object) -> object:
    """Let one ledger stand for a list of them."""
    return (waarde,) if isinstance(waarde, dict | Cijfers) else waarde


def _ondersteund(versie: int) -> int:
    if versie != VERSIE:
        wat = f"versie {versie} van het gegevensformaat is onbekend"
        raise fout("versie", wat, f"schrijf versie: {VERSIE}, of werk reportgen bij")
    return versie


class Boekwerk(Onderdeel):
    """One edition of one document (boekwerk), with all its sections.

    `herkomst` tells where each value came from; it lives beside the data: no part of equality,
    hash or schema, kept through pickling.
    """

    __slots__ = ("_geheugen", "_herkomst")

    versie: Annotated[
        int,
        BeforeValidator(lees_geheel),
        AfterValidator(_ondersteund),
        WithJsonSchema({"type": "integer", "const": VERSIE}),
    ] = Field(description="Versie van het gegevensformaat.")
    organisatie: Tekstregel = Field(description="Naam van de organisatie.")
    soort: Soort = Field(description="Begroting, monitor of jaarverslag.")
    titel: Tekstregel = Field(description="Titel van het document.")
    jaar: Jaar = Field(description="Begrotingsjaar.")
    peildatum: Datum | None = Field(None, description="Datum tot en met welke is gerapporteerd.")
    status: Literal["concept", "vastgesteld"] = Field(
        "concept", description="Een concept krijgt een zichtbare markering."
    )
    profiel: Profiel = Field(Profiel(), description="Naam van een profiel, of eigen instellingen.")
    colofon: Tekstveld | None = Field(None, description="Tekst van het colofon.")
    kerntaken: tuple[Kerntaak, ...] = Field((), description="De kerntaken van dit document.")
    elders: tuple[Elders, ...] = Field((), description="Prestaties die anderen aanleveren.")
    reserves: tuple[Reservestand, ...] = Field((), description="Standen van de reserves.")
    bijlagen: tuple[Bijlage, ...] = Field((), description="Word-bestanden die meegaan in het boek.")
    cijfers: Annotated[
        tuple[Cijfers, ...],
        BeforeValidator(_als_lijst, json_schema_input_type=Cijfers | tuple[Cijfers, ...]),
    ] = Field((), description="Waar de bedragen vandaan komen: een grootboek, of een lijst.")
    prestaties: tuple[Prestatie, ...] = Field((), description="De prestaties zelf.")

    @model_validator(mode="after")
    def _kolommen_passen(self) -> Self:
        """Hold the closed keys of `bedragen` for data that came without a reader."""
        for prestatie in self.prestaties:
            if vreemd := prestatie.vreemde_kolommen(self.soort):
                tekst = f"{prestatie.nummer}: ‘{min(vreemd)}’ hoort niet in een {self.soort}"
                raise fout(
                    "kolom", tekst, f"een {self.soort} kent: {', '.join(KOLOMMEN[self.soort])}"
                )
        return self

    @property
    def herkomst(self) -> Herkomst:
        """Where the values came from; empty for data that was made in Python."""
        return getattr(self, "_herkomst", None) or Herkomst()

    def met_herkomst(self, herkomst: Herkomst) -> Self:
        """Give the same boekwerk that knows where its values came from."""
        ander = self.model_copy()
        object.__setattr__(ander, "_herkomst", herkomst)
        return ander

    def onthoud(self, maak: Callable[[Self], _Gemaakt]) -> _Gemaakt:
        """Give what a room works out from this boekwerk, worked out once; it never changes."""
        geheugen: dict[object, Any] | None = getattr(self, "_geheugen", None)
        if geheugen is None:
            geheugen = {}
            object.__setattr__(self, "_geheugen", geheugen)
        if maak not in geheugen:
            geheugen[maak] = maak(self)
        gemaakt: _Gemaakt = geheugen[maak]
        return gemaakt

    def __getstate__(self) -> dict[Any, Any]:
        return {**super().__getstate__(), "herkomst": self.herkomst}

    def __setstate__(self, state: dict[Any, Any]) -> None:
        object.__setattr__(self, "_herkomst", state.pop("herkomst", None))
        super().__setstate__(state)

    def prestatie(self, nummer: str) -> Prestatie:
        """Find a prestatie by its number.

        Raises:
            DataError: no prestatie has that number.
        """
        for prestatie in self.prestaties:
            if prestatie.nummer == nummer:
                return prestatie
        bekend = ", ".join(p.nummer for p in self.prestaties) or "geen"
        raise DataError(
            [
                Problem(
                    "D7",
                    "error",
                    Plaats(nummer=nummer),
                    f"prestatie {nummer} staat niet in {self.titel}",
                    f"kies uit: {bekend}",
                )
            ]
        )

    def titels(self) -> Iterator[tuple[str, str | None]]:
        """Give number and title of every prestatie that a reference may point at."""
        yield from ((p.nummer, p.titel) for p in self.prestaties)
        yield from ((e.nummer, e.titel) for e in self.elders)
