"""Many documents become one boekwerk; what they do not tell of it, a person gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from pydantic import ValidationError

from reportgen.errors import DataError, Herkomst, Plaats, Problem, ReportgenError
from reportgen.model import VERSIE, Boekwerk, Prestatie, Profiel, volgorde
from reportgen.reading.bewerking import Gelezen, Los
from reportgen.reading.vreemd.deel import Verslag
from reportgen.reading.vreemd.lezen import lees_vreemd, meld_dubbel
from reportgen.sources.vertaling import vertaal

_NODIG = {
    "organisatie": "geef de naam van de organisatie, bijvoorbeeld Provincie Overijssel",
    "soort": "kies uit begroting, monitor, jaarverslag",
    "jaar": "geef het begrotingsjaar, bijvoorbeeld 2017",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """What documents do not tell of the boekwerk that they are part of (kop)."""

    organisatie: str = ""
    soort: str = ""
    jaar: int | str | None = None
    titel: str = ""
    """As the kind and the year, where it is left out."""
    peildatum: date | str | None = None
    """Read from the header of a document, where it is left out."""
    status: str = "vastgesteld"
    profiel: Profiel = field(default_factory=Profiel)

    def boekwerk(self) -> Boekwerk:
        """Make the head.

        Raises:
            DataError: something that every boekwerk needs was not given, or is wrong.
        """
        if ontbreekt := [*self._ontbreekt()]:
            raise DataError(ontbreekt)
        data: dict[str, Any] = {veld.name: getattr(self, veld.name) for veld in fields(self)}
        data["titel"] = self.titel or f"{self.soort.capitalize()} {self.jaar}"
        try:
            return Boekwerk.model_validate({"versie": VERSIE, **data})
        except ValidationError as fout:
            raise DataError(vertaal(fout, Herkomst(), Herkomst())) from None

    def _ontbreekt(self) -> Iterator[Problem]:
        for naam, cure in _NODIG.items():
            if not getattr(self, naam):
                wat = f"{naam} staat niet in een hoofdstuk, en is niet gegeven"
                yield Problem("D4", "error", Plaats(pad=naam), wat, cure)


def lees_vele(bestanden: Mapping[str, bytes], kop: Boekwerk) -> Gelezen:
    """Read documents in the order given, each with one section or many, into one boekwerk.

    A document that cannot be read is a problem, and the others are read all the same.

    Args:
        bestanden: the documents by the name of their file.
        kop: the head of the boekwerk, as `Kop` makes it; kerntaken of one document are known in
            the next.
    """
    verslag = Verslag()
    los: list[Los] = []
    prestaties: list[Prestatie] = []
    for naam, word in bestanden.items():
        try:
            gelezen = lees_vreemd(word, kop, naam)
        except ReportgenError as fout:
            verslag.problems += (_in_bestand(probleem, naam) for probleem in fout.problems)
            continue
        kop = gelezen.boekwerk.model_copy(update={"prestaties": ()})
        prestaties += gelezen.boekwerk.prestaties
        los += gelezen.los
        verslag.problems += gelezen.problems
    if len(bestanden) > 1:
        meld_dubbel(prestaties, verslag)
    if kop.soort == "monitor" and kop.peildatum is None:
        verslag.meld("D4", "", "de peildatum staat in geen document", "geef de peildatum")
    op_volgorde = tuple(sorted(prestaties, key=lambda p: volgorde(p.nummer)))
    boekwerk = kop.model_copy(update={"prestaties": op_volgorde})
    return Gelezen(boekwerk, los=tuple(los), problems=tuple(verslag.problems))


def _in_bestand(probleem: Problem, naam: str) -> Problem:
    """Say in which file a problem is."""
    waar = probleem.where
    plek = waar.plek or waar.pad
    return Problem(
        probleem.rule,
        probleem.severity,
        Plaats(naam, plek=plek),
        probleem.message,
        probleem.hint,
    )
