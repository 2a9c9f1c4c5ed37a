"""All figures that a text of a prestatie may mean when it names a row, a column or a credit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from decimal import Context, Decimal
from itertools import combinations

from reportgen.financien.basis import AFGELEIDE_POSTEN
from reportgen.financien.bron import Cijferbron, Rijcijfers
from reportgen.financien.krediet import kredietstand
from reportgen.financien.tabel import VOLGORDE
from reportgen.financien.wijziging import wijzigingen
from reportgen.model import Boekwerk, Krediet, Post, Prestatie, Soort

_PRECIES = Context(prec=60)
_VORIG = ("realisatie_t1", "begroting_t1")


@dataclass(frozen=True, slots=True)
class Bekend:
    """A figure of the data, in euros or percents: what it is, and the marker that prints it."""

    waarde: Decimal
    naam: str = ""
    veld: str = ""


def rijbedragen(
    rij: str, bron: Cijferbron, prestatie: Prestatie, boekwerk: Boekwerk
) -> Iterator[Bekend]:
    """Give the amounts of a row: its cells, how they differ, its parts, what decisions change."""
    gevonden = bron.rij(rij)
    if not isinstance(gevonden, Rijcijfers):
        return
    cellen = list(_cellen(rij, gevonden, bron))
    yield from cellen
    for een, ander in combinations(cellen, 2):
        if _vergelijkbaar({een.naam, ander.naam}, boekwerk.soort):
            yield Bekend(een.waarde - ander.waarde)
    for deel in _delen(rij, bron):
        yield from rijbedragen(deel, bron, prestatie, boekwerk)
    yield from _besluiten(gevonden.post, prestatie, boekwerk)


def kolombedragen(
    kolommen: Iterable[str], bron: Cijferbron, prestatie: Prestatie, boekwerk: Boekwerk
) -> list[Bekend]:
    """Give the amounts of some columns, of every row; with changes, those of decisions too."""
    namen = [kolom for kolom in kolommen if kolom in bron.kolommen]
    cellen = [cel for rij in bron.rijnamen for cel in _van_rij(rij, bron) if cel.naam in namen]
    if "wijzigingen" in namen:
        cellen += (cel for post in VOLGORDE for cel in _besluiten(post, prestatie, boekwerk))
    return cellen


def kredietbedragen(kredieten: Iterable[Krediet]) -> list[Bekend]:
    """Give the amounts of investment credits, and what is left of them."""
    gevonden: list[Bekend] = []
    for krediet in kredieten:
        stand = kredietstand(krediet)
        bedragen = {naam: getattr(krediet, naam) for naam in _KREDIET}
        bedragen |= {veld.name: getattr(stand, veld.name) for veld in fields(stand)[1:]}
        besteed = [bedragen["besteed_eerder"], bedragen["besteed"]]
        if None not in besteed:
            gevonden.append(Bekend(sum(besteed, Decimal(0)), "besteed in alle jaren"))
        for naam, waarde in bedragen.items():
            if waarde is not None:
                gevonden.append(Bekend(waarde, naam, f"krediet {krediet.naam} {naam}"))
    return gevonden


def rijpercentages(rijen: Iterable[str], bron: Cijferbron) -> list[Bekend]:
    """Give rows in percents: of the budget as it is now, and of the year before."""
    gevonden: list[Bekend] = []
    for naam in rijen:
        cellen = {cel.naam: cel.waarde for cel in _van_rij(naam, bron)}
        if begroot := cellen.get("actueel", cellen.get("begroting")):
            gevonden += (
                Bekend(_PRECIES.divide(w * 100, begroot), kolom, f"percentage {naam} {kolom}")
                for kolom, w in cellen.items()
            )
        for vorig in (cellen[kolom] for kolom in _VORIG if cellen.get(kolom)):
            gevonden += (Bekend(_PRECIES.divide((w - vorig) * 100, vorig)) for w in cellen.values())
    return gevonden


_KREDIET = ("geautoriseerd", "besteed_eerder", "besteed", "verwacht")


def _van_rij(naam: str, bron: Cijferbron) -> Iterator[Bekend]:
    rij = bron.rij(naam)
    if isinstance(rij, Rijcijfers):
        yield from _cellen(naam, rij, bron)


def _cellen(naam: str, rij: Rijcijfers, bron: Cijferbron) -> Iterator[Bekend]:
    for kolom in bron.kolommen:
        waarde = bron.cel(rij, kolom)
        if waarde is not None:
            yield Bekend(waarde, kolom, f"bedrag {naam} {kolom}")


def _vergelijkbaar(kolommen: set[str], soort: Soort) -> bool:
    """Say whether people tell how two columns differ: years, or what was planned at first."""
    standen = {"primitief", "actueel", "gerealiseerd", "prognose", "realisatie_t1"}
    if soort == "begroting":
        return True
    return kolommen <= standen and bool(kolommen & {"primitief", "realisatie_t1"})


def _delen(post: str, bron: Cijferbron) -> tuple[str, ...]:
    """Give the named regels of a post, by the name that nothing else has."""
    if post not in VOLGORDE or post in AFGELEIDE_POSTEN:
        return ()
    namen = (regel.omschrijving for regel in bron.regels if regel.soort == post)
    return tuple(dict.fromkeys(f"{post} {naam}" for naam in namen if naam))


def _besluiten(post: Post, prestatie: Prestatie, boekwerk: Boekwerk) -> Iterator[Bekend]:
    for wijziging in wijzigingen(prestatie, boekwerk.profiel):
        for rij in wijziging.tabel.rijen:
            if rij.post == post:
                naam = f"begrotingswijziging {wijziging.besluit.nummer}"
                yield from (Bekend(cel, naam) for cel in rij.cellen if cel is not None)
