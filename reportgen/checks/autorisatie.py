"""F7: prestaties add up to their beleidsdoel and kerntaak, and stay within what PS authorised."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen import financien, notation
from reportgen.checks.lopen import per_deel
from reportgen.checks.registry import Vondst, data_rule
from reportgen.errors import Pad, Severity
from reportgen.model import (
    Beleidsdoel,
    Boekwerk,
    Kerntaak,
    Prestatie,
    Regel,
    Soort,
    boven,
    op_sleutel,
)


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of the tree and the lasten that PS authorised for it, in euros."""

    pad: Pad
    naam: str
    niveau: int
    nummer: str
    geautoriseerd: Decimal


@dataclass(frozen=True, slots=True)
class Som:
    """Lasten added up, in euros; where something is missing (not `heel`) the least they can be."""

    bedrag: Decimal
    heel: bool

    def naast(self, geautoriseerd: Decimal) -> int:
        """Say whether this is certainly more (1), certainly less (-1) or neither (0)."""
        meer, minder = self.bedrag > geautoriseerd, self.bedrag < geautoriseerd
        return 1 if meer else -1 if minder and self.heel else 0


@dataclass(frozen=True, slots=True)
class Toets:
    """An amount to hold against the authorised lasten: how bad more is, and less if it is."""

    naam: str
    bedrag: Callable[[Regel], Decimal | None]
    meer: Severity
    minder: Severity | None = None


def _actueel(regel: Regel) -> Decimal | None:
    return financien.actueel([regel])


def _verwacht(regel: Regel) -> Decimal | None:
    """Give the forecast, or what was spent already: the least that it can become."""
    prognose = regel.bedragen.prognose
    return regel.bedragen.gerealiseerd if prognose is None else prognose


_TOETSEN: dict[Soort, tuple[Toets, ...]] = {
    "begroting": (Toets("begrote", lambda regel: regel.bedragen.begroting, "error", "error"),),
    "monitor": (
        Toets("actueel begrote", _actueel, "error", "warning"),
        Toets("verwachte", _verwacht, "warning"),
    ),
    "jaarverslag": (Toets("gerealiseerde", lambda regel: regel.bedragen.gerealiseerd, "error"),),
}


@data_rule(
    "F7",
    "error",
    "prestaties tellen op tot beleidsdoel en kerntaak, binnen wat PS hebben geautoriseerd",
    "begrotingscriterium",
)
def binnen_autorisatie(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """The lasten below a part of the tree are what was authorised, and never above it.

    Source: authority is at the highest level, where spending more is the begrotingscriterium
    (Overijssel, Jaarverslag 2017); below it GS may shift, so there it is a warning.
    """
    delen = {deel.nummer: deel for deel in _delen(boekwerk)}
    sleutels = op_sleutel(delen)
    prestaties = {p.nummer: p for p in (boekwerk.prestaties if delen else ())}
    elders = per_deel(sleutels, (ander.nummer for ander in boekwerk.elders))
    for nummer, kinderen in per_deel(sleutels, prestaties).items():
        alle = [prestaties[kind] for kind in kinderen]
        yield from _oordeel(delen[nummer], alle, boekwerk, heel=nummer not in elders)


def _oordeel(
    deel: Deel, prestaties: list[Prestatie], boekwerk: Boekwerk, *, heel: bool
) -> Iterator[Vondst]:
    """Tell the first test that fails."""
    for toets in _TOETSEN[boekwerk.soort]:
        som = _som(prestaties, toets.bedrag, heel=heel)
        kant = som.naast(deel.geautoriseerd)
        ernst = toets.meer if kant > 0 else toets.minder
        if not kant or ernst is None:
            continue
        mag = deel.niveau > 0 and boekwerk.soort != "begroting"
        wat = f"de {toets.naam} lasten onder {deel.naam} zijn samen"
        hint = "noem bij elders wat anderen aanleveren, of verbeter de bedragen"
        if kant > 0:
            hint = "leg een begrotingswijziging voor aan PS, of verbeter de bedragen"
        melding = f"{wat} {_naast(som, deel, boekwerk)}"
        yield Vondst(deel.pad, melding, hint, "warning" if mag else ernst)
        return


@data_rule("F7", "error", "wat voor beleidsdoelen is geautoriseerd, telt op tot hun kerntaak")
def opgeteld(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """What was authorised for the parts of a kerntaak adds up to what was for the kerntaak."""
    kernen = op_sleutel(kern.nummer for kern in boekwerk.kerntaken)
    doelen = op_sleutel(doel.nummer for kern in boekwerk.kerntaken for doel in kern.beleidsdoelen)
    los = (ander.nummer for ander in boekwerk.elders if not any(boven(ander.nummer, doelen)))
    elders = per_deel(kernen, los)
    eronder = {
        kern.nummer: [doel.lasten_geautoriseerd for doel in kern.beleidsdoelen]
        for kern in boekwerk.kerntaken
    }
    for deel in _delen(boekwerk):
        bedragen = [] if deel.niveau else eronder[deel.nummer]
        som = _tel(bedragen, heel=deel.nummer not in elders)
        if bedragen and som.naast(deel.geautoriseerd):
            wat = f"wat onder {deel.naam} is geautoriseerd, is samen"
            hint = "verbeter lasten_geautoriseerd van het geheel of van een deel"
            yield Vondst(deel.pad, f"{wat} {_naast(som, deel, boekwerk)}", hint)


def _delen(boekwerk: Boekwerk) -> Iterator[Deel]:
    """Give the parts of the tree for which it is known what was authorised."""
    namen = [niveau.naam for niveau in boekwerk.profiel.niveaus]
    for pad, tak in _takken(boekwerk):
        if tak.lasten_geautoriseerd is not None:
            diepte = len(pad) // 2 - 1
            naam = f"{namen[min(diepte, len(namen) - 1)]} {tak.nummer}"
            waar = (*pad, "lasten_geautoriseerd")
            yield Deel(waar, naam, diepte, tak.nummer, tak.lasten_geautoriseerd)


def _takken(boekwerk: Boekwerk) -> Iterator[tuple[Pad, Kerntaak | Beleidsdoel]]:
    for i, kern in enumerate(boekwerk.kerntaken):
        yield ("kerntaken", i), kern
        for j, doel in enumerate(kern.beleidsdoelen):
            yield ("kerntaken", i, "beleidsdoelen", j), doel


def _som(
    prestaties: Iterable[Prestatie], bedrag: Callable[[Regel], Decimal | None], *, heel: bool
) -> Som:
    """Add up the lasten of prestaties; one without any amounts makes the sum less than whole."""
    bedragen: list[Decimal | None] = []
    for prestatie in prestaties:
        regels = prestatie.financien.regels if prestatie.financien else ()
        bedragen += [bedrag(r) for r in regels if r.soort == "lasten"] if regels else [None]
    return _tel(bedragen, heel=heel)


def _tel(bedragen: Collection[Decimal | None], *, heel: bool) -> Som:
    return Som(sum(filter(None, bedragen), Decimal(0)), heel and None not in bedragen)


def _naast(som: Som, deel: Deel, boekwerk: Boekwerk) -> str:
    """Say how much a sum is, and how much more or less than what was authorised."""
    samen, verschil, mag = (
        notation.bedrag(bedrag, boekwerk.profiel.notatie)
        for bedrag in (som.bedrag, abs(som.bedrag - deel.geautoriseerd), deel.geautoriseerd)
    )
    kant = "meer" if som.bedrag > deel.geautoriseerd else "minder"
    return f"{samen}: {verschil} {kant} dan de {mag} die voor {deel.naam} is geautoriseerd"
