"""The figures under one number, each to be asked for by name: of a prestatie, of a part, of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import Literal

from reportgen.financien.basis import (
    AFGELEIDE_POSTEN,
    Bedragrij,
    afgeleid,
    bedragrij,
    tel_op,
    waarde,
)
from reportgen.financien.tabel import VOLGORDE, is_verschil
from reportgen.financien.totalen import totalen
from reportgen.model import (
    BEKEND,
    GUNSTIG,
    KOLOMMEN,
    Boekwerk,
    Kolom,
    Krediet,
    Post,
    Prestatie,
    Som,
    Teken,
)


@dataclass(frozen=True, slots=True)
class Mis:
    """Something that was asked for and is not there: what, as asked, and what there is instead."""

    wat: Literal["veld", "rij", "rijen", "kolom", "nummer", "krediet", "peildatum"]
    woord: str
    bekend: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rijcijfers:
    """A row by name: its post, and its base amounts in euros; without any, nothing is known."""

    post: Post
    bedragen: Bedragrij


class Cijferbron:
    """The figures of some prestaties together; each row is added up once."""

    def __init__(self, prestaties: Iterable[Prestatie], boekwerk: Boekwerk) -> None:
        geld = [prestatie.financien for prestatie in prestaties if prestatie.financien]
        self.regels = tuple(chain.from_iterable(deel.regels for deel in geld))
        self.kredieten = tuple(chain.from_iterable(deel.kredieten for deel in geld))
        self.kolommen, self._formules = boekwerk.onthoud(_kolommen)
        self._basis = KOLOMMEN[boekwerk.soort]
        self._rijen: dict[tuple[Post, str], Rijcijfers] = {}
        self._namen = self._op_naam()

    @property
    def rijnamen(self) -> tuple[str, ...]:
        """The rows that can be asked for: the posts, and the regels by their omschrijving."""
        eigen = (regel.omschrijving for regel in self.regels if regel.omschrijving)
        return (*VOLGORDE, *dict.fromkeys(eigen))

    def post(self, post: Post) -> Rijcijfers:
        """Give the row of a whole post."""
        return self._rij(post, "")

    def rij(self, naam: str) -> Rijcijfers | Mis:
        """Find a row: a post, the omschrijving of a regel, or both where one is not enough."""
        sleutel = kaal(naam)
        for post in VOLGORDE:
            if sleutel == post:
                return self.post(post)
        posten = self._namen.get(sleutel, ())
        if len(posten) == 1:
            return self._rij(posten[0], sleutel)
        if posten:
            return Mis("rijen", naam, tuple(f"{post} {naam}" for post in posten))
        begin, _, rest = sleutel.partition(" ")
        for post in self._namen.get(rest, ()):
            if post == begin:
                return self._rij(post, rest)
        return Mis("rij", naam, self.rijnamen)

    def cel(self, rij: Rijcijfers, kolom: str) -> Decimal | None:
        """Give a cell in euros, a verschil favourable positive; None where it is not known."""
        if not self.regels:
            return None
        bedrag = waarde(rij.bedragen, kolom, self._formules)
        keer = GUNSTIG[rij.post] if self.teken(rij, kolom) == "verschil" else 1
        return None if bedrag is None else keer * bedrag + 0

    def teken(self, rij: Rijcijfers, kolom: str) -> Teken:
        """Say what a cell is an amount of: of its post, or a verschil."""
        return "verschil" if is_verschil(self.kolommen[kolom]) else rij.post

    def krediet(self, naam: str) -> Krediet | Mis:
        """Find an investment credit by its name."""
        for krediet in self.kredieten:
            if kaal(krediet.naam) == kaal(naam):
                return krediet
        return Mis("krediet", naam, tuple(krediet.naam for krediet in self.kredieten))

    def _op_naam(self) -> dict[str, tuple[Post, ...]]:
        namen: dict[str, dict[Post, None]] = {}
        for regel in self.regels:
            if regel.omschrijving:
                namen.setdefault(kaal(regel.omschrijving), {})[regel.soort] = None
        return {naam: tuple(posten) for naam, posten in namen.items()}

    def _rij(self, post: Post, naam: str) -> Rijcijfers:
        if (post, naam) not in self._rijen:
            self._rijen[post, naam] = Rijcijfers(post, self._som(post, naam))
        return self._rijen[post, naam]

    def _som(self, post: Post, naam: str) -> Bedragrij:
        if post in AFGELEIDE_POSTEN:
            delen = {deel: self._rij(deel, "").bedragen for _, deel in AFGELEIDE_POSTEN[post]}  # type: ignore[arg-type]
            return afgeleid(post, delen)  # type: ignore[arg-type]
        regels = (
            r for r in self.regels if r.soort == post and naam in ("", kaal(r.omschrijving or ""))
        )
        return tel_op((bedragrij(regel, self._basis) for regel in regels), self._basis)


class Bronnen:
    """The figures of a boekwerk by number; that of the whole is `boekwerk`."""

    def __init__(self, boekwerk: Boekwerk) -> None:
        self._boekwerk = boekwerk
        self._prestaties = {prestatie.nummer: prestatie for prestatie in boekwerk.prestaties}
        self._gemaakt: dict[str, Cijferbron | None] = {}

    def bij(self, nummer: str) -> Cijferbron | None:
        """Find the figures under a number; None where the boekwerk does not have it."""
        if nummer not in self._gemaakt:
            self._gemaakt[nummer] = self._maak(nummer)
        return self._gemaakt[nummer]

    def van(self, prestatie: Prestatie) -> Cijferbron:
        """Give the figures of a prestatie, also of one that the boekwerk has otherwise."""
        bekend = self.bij(prestatie.nummer) if self._is_bekend(prestatie) else None
        return bekend or Cijferbron([prestatie], self._boekwerk)

    def _is_bekend(self, prestatie: Prestatie) -> bool:
        return self._prestaties.get(prestatie.nummer) is prestatie

    def _maak(self, nummer: str) -> Cijferbron | None:
        if nummer in self._prestaties:
            return Cijferbron([self._prestaties[nummer]], self._boekwerk)
        deel = totalen(self._boekwerk).get("" if nummer == HEEL else nummer)
        if deel is None:
            return None
        return Cijferbron((self._prestaties[nr] for nr in deel.prestaties), self._boekwerk)


HEEL = "boekwerk"
"""What an author writes instead of a number, for the figures of all prestaties together."""


def kaal(naam: str) -> str:
    """Give a name as it is compared: capitals and white space make no other name."""
    return " ".join(naam.split()).casefold()


def _kolommen(boekwerk: Boekwerk) -> tuple[Mapping[str, Kolom], Mapping[str, Som]]:
    """Give every column of this kind of document by name, printed or not, and what they sum up."""
    soort, kolommen = boekwerk.soort, boekwerk.profiel.kolommen
    namen = {kolom.naam: kolom for kolom in (*BEKEND[soort], *getattr(kolommen, soort))}
    return namen, kolommen.formules[soort]
