"""The sheets of the workbook, derived from the lists of the model: one for each."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from reportgen.model import Boekwerk, Onderdeel, Soort
from reportgen.sources.werkmap.velden import Lijst, Veld, lijsten, velden
from reportgen.sources.werkmap.woorden import ENKELVOUD, SAMEN, TITELS, Veldpad

NUMMER: Veldpad = ("nummer",)
LEEG = Veld(
    ("?leeg",),
    "Lege blokken",
    "keuzen",
    "Blokken die er wel zijn, maar zonder inhoud; alleen nodig als de data dat zo zegt.",
)
"""A column that is there only where it is needed."""
VOLGNUMMER = Veld(
    ("?volgnummer",),
    "Volgnummer",
    "geheel",
    "Houdt twee wijzigingen van één prestatie met hetzelfde nummer uit elkaar.",
)
"""Idem."""
JAARTAL = re.compile(r"\b(?:19|20|21)[0-9]{2}\b")
_LOS = re.compile(r"[^a-z0-9+-]+")


@dataclass(frozen=True, slots=True)
class Bladsoort:
    """A sheet with a table: which records stand on it, and of which sheet their parents are.

    Attributes:
        titel: its name.
        record: what a row is.
        pad: where its list stands in the parent, `("financien", "regels")`.
        velden: its columns, but for the one that names the parent.
        ouder: the sheet of the parents; None where that is the boekwerk itself.
        sleutel: the column that names the parent.
        per: the list inside a record that has a row for each of its records.
    """

    titel: str
    record: type[Onderdeel]
    pad: Veldpad
    velden: tuple[Veld, ...]
    ouder: Bladsoort | None = None
    sleutel: Veld | None = None
    per: str = ""

    @property
    def tabel(self) -> str:
        """The name of its table in Excel."""
        return zonder_accenten(self.titel)

    @property
    def kolommen(self) -> tuple[Veld, ...]:
        """Every column, from left to right."""
        return (self.sleutel, *self.velden) if self.sleutel else self.velden

    @property
    def kop(self) -> tuple[Veld, ...]:
        """The columns of what several rows share, where they do."""
        return tuple(veld for veld in self.velden if veld.pad[0] != self.per)


@cache
def bladen(soort: Soort) -> tuple[Bladsoort, ...]:
    """Give the sheets with tables, in the order of the model; parents before their children."""
    return tuple(_bladen(Boekwerk, None, soort))


@cache
def boekwerkvelden(soort: Soort) -> tuple[Veld, ...]:
    """Give what the first sheet asks of the boekwerk as a whole."""
    return velden(Boekwerk, "", soort)


def _bladen(record: type[Onderdeel], ouder: Bladsoort | None, soort: Soort) -> Iterator[Bladsoort]:
    for lijst in sorted(lijsten(record), key=_zonder_kinderen):
        naam = lijst.pad[-1]
        per = SAMEN.get(naam, "")
        eigen = velden(lijst.record, naam, soort)
        if per:
            (binnen,) = lijsten(lijst.record)
            eigen += velden(binnen.record, naam, soort, binnen.pad)
        titel = TITELS.get(naam, naam.capitalize())
        sleutel = _sleutel(ouder) if ouder else None
        blad = Bladsoort(titel, lijst.record, lijst.pad, eigen, ouder, sleutel, per)
        yield blad
        if not per:
            yield from _bladen(lijst.record, blad, soort)


def _zonder_kinderen(lijst: Lijst) -> bool:
    """Say whether no other sheet refers to that of a list; those come last."""
    return lijst.pad[-1] in SAMEN or not any(lijsten(lijst.record))


def _sleutel(ouder: Bladsoort) -> Veld:
    """Give the column that says to which record of another sheet a row belongs."""
    naam = ENKELVOUD.get(ouder.pad[-1], ouder.titel)
    voorbeeld = next(veld.voorbeeld for veld in ouder.velden if veld.pad == NUMMER)
    uitleg = (
        f"Nummer van de {naam.lower()} waar deze rij bij hoort, zoals op het blad {ouder.titel}."
    )
    return Veld((), naam, "code", uitleg, verplicht=True, voorbeeld=voorbeeld)


def herkenbaar(tekst: str) -> str:
    """Bring a heading back to what it is recognised by: no years, capitals, accents or signs."""
    kaal = zonder_accenten(tekst).casefold().replace("(t)", "")
    return _LOS.sub(" ", JAARTAL.sub("", kaal)).strip()


def zonder_accenten(tekst: str) -> str:
    """Give a text in plain letters: `Financiën` is `Financien`."""
    los = unicodedata.normalize("NFKD", tekst)
    return "".join(letter for letter in los if not unicodedata.combining(letter))


def labels(nummers: Iterable[str]) -> list[str]:
    """Give each of these a name that no other has: the second `5.1.2` is `5.1.2 (2)`."""
    alle = list(nummers)
    bezet = set(alle)
    keren: Counter[str] = Counter()
    gegeven: list[str] = []
    for nummer in alle:
        keren[nummer] += 1
        label = nummer
        while label in bezet and keren[nummer] > 1:
            label = f"{nummer} ({keren[nummer]})"
            keren[nummer] += label in bezet
        bezet.add(label)
        gegeven.append(label)
    return gegeven
