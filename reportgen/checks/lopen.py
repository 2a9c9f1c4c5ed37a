"""Walking a boekwerk: its prestaties, what stands under what, every text read once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reportgen import tekst
from reportgen.errors import Pad
from reportgen.financien import Afwijking, afwijkingen
from reportgen.model import Boekwerk, Onderdeel, Prestatie, Sleutel, boven
from reportgen.tekst import Stuk, Tekst

_GEEN_TEKST = {
    "nummer",
    "voorheen",
    "url",
    "bestand",
    "soort",
    "status",
    "kleur",
    "profiel",
    "na_te_kijken",
    "cijfers",
    "kolom",
    "taakveld",
    "categorie",
    "bedragen",
    "nulmeting",
}
_VOLTEKST = {"inleiding", "context", "tekst", "toelichting", "rol_provincie", "colofon"}
_ADRES = ("://", "www.", "@")
INGEVULD = "\ufffc"
"""Stands for what reportgen prints itself in a text; no letter, no digit, no space."""


@dataclass(frozen=True, slots=True)
class Leestekst:
    """A text that a person wrote, with its path, read.

    `plat` is as it prints, but for its markers, which stand there as typed; in `proza` each of
    them is one sign, so that only the words of the author are left.
    """

    pad: Pad
    bron: str
    tekst: Tekst
    plat: str
    proza: str
    velden: tuple[str, ...] = ()
    """The markers in it, without their brackets."""

    @property
    def vult_in(self) -> bool:
        """Whether markers are filled in here; not in a name or a title, which is one line."""
        mijlpaal = self.pad[-3:-2] == ("mijlpalen",)
        return self.pad[-1] in _VOLTEKST and not mijlpaal


def secties(boekwerk: Boekwerk) -> Iterator[tuple[Pad, Prestatie]]:
    """Give every prestatie with its path."""
    for plek, prestatie in enumerate(boekwerk.prestaties):
        yield ("prestaties", plek), prestatie


def met_afwijkingen(
    boekwerk: Boekwerk,
) -> Iterator[tuple[Pad, Prestatie, tuple[Afwijking, ...]]]:
    """Give every prestatie with how its money deviates from the budget, worked out once."""
    alle = boekwerk.onthoud(_afwijkingen)
    for (pad, prestatie), eigen in zip(secties(boekwerk), alle, strict=True):
        yield pad, prestatie, eigen


def _afwijkingen(boekwerk: Boekwerk) -> tuple[tuple[Afwijking, ...], ...]:
    geld = (prestatie.financien for prestatie in boekwerk.prestaties)
    return tuple(tuple(afwijkingen(deel, boekwerk.soort)) if deel else () for deel in geld)


def per_deel(delen: Mapping[Sleutel, str], nummers: Iterable[str]) -> dict[str, list[str]]:
    """Give the numbers that stand under each part of a tree, by the number of that part."""
    gevonden: dict[str, list[str]] = {}
    for nummer in nummers:
        for deel in boven(nummer, delen):
            gevonden.setdefault(deel, []).append(nummer)
    return gevonden


def gelezen(boekwerk: Boekwerk) -> tuple[Leestekst, ...]:
    """Give every text of a boekwerk, read; worked out once."""
    return boekwerk.onthoud(_gelezen)


def per_sectie(boekwerk: Boekwerk) -> Iterator[tuple[Prestatie, tuple[Leestekst, ...]]]:
    """Give every prestatie with its texts."""
    yield from boekwerk.onthoud(_per_sectie)


def teksten(onderdeel: Onderdeel, pad: Pad = ()) -> Iterator[tuple[Pad, str]]:
    """Give every text that a person wrote, with its path; codes, choices and settings are none."""
    for naam in _met_tekst(type(onderdeel)):
        waarde = getattr(onderdeel, naam)
        if isinstance(waarde, str):
            yield (*pad, naam), waarde
        elif isinstance(waarde, Onderdeel):
            yield from teksten(waarde, (*pad, naam))
        elif isinstance(waarde, tuple):
            for plek, deel in enumerate(waarde):
                if isinstance(deel, Onderdeel):
                    yield from teksten(deel, (*pad, naam, plek))
                elif isinstance(deel, str):
                    yield (*pad, naam, plek), deel


@cache
def _met_tekst(soort: type[Onderdeel]) -> tuple[str, ...]:
    """Give the fields of a record in which a text can stand."""
    return tuple(naam for naam in soort.model_fields if naam not in _GEEN_TEKST)


def zonder_adressen(proza: str) -> str:
    """Leave out web and mail addresses: what looks like a figure or a name there is none."""
    if not any(teken in proza for teken in _ADRES):
        return proza
    return re.sub(r"\S+", lambda m: "" if any(t in m[0] for t in _ADRES) else m[0], proza)


def _gelezen(boekwerk: Boekwerk) -> tuple[Leestekst, ...]:
    woord = boekwerk.profiel.niveau
    return tuple(_lees(pad, bron, woord) for pad, bron in teksten(boekwerk))


def _lees(pad: Pad, bron: str, woord: str) -> Leestekst:
    gelezen = tekst.parse(bron, woord)
    plat = str(gelezen)
    stukken = (stuk for alinea in gelezen.alineas() for stuk in alinea.stukken)
    velden = tuple(stuk.veld for stuk in stukken if stuk.veld) if "[" in bron else ()
    proza = str(gelezen.met_stukken(_zonder_veld)) if velden else plat
    return Leestekst(pad, bron, gelezen, plat, proza, velden)


def _zonder_veld(stuk: Stuk) -> Stuk:
    return Stuk(INGEVULD) if stuk.veld else stuk


def _per_sectie(boekwerk: Boekwerk) -> tuple[tuple[Prestatie, tuple[Leestekst, ...]], ...]:
    eigen: list[list[Leestekst]] = [[] for _ in boekwerk.prestaties]
    for leestekst in gelezen(boekwerk):
        match leestekst.pad:
            case ("prestaties", int(plek), *_):
                eigen[plek].append(leestekst)
    return tuple(zip(boekwerk.prestaties, map(tuple, eigen), strict=True))
