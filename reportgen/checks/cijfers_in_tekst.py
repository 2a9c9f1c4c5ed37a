"""T2: an amount or percentage in a text is one of the figures that its sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from itertools import accumulate, chain

from reportgen import financien, notation
from reportgen.checks.lopen import Leestekst, per_sectie
from reportgen.checks.registry import Vondst, data_rule
from reportgen.checks.zinnen import Duiding, duid
from reportgen.errors import Pad
from reportgen.financien import Bekend
from reportgen.model import Boekwerk, Prestatie
from reportgen.notation import Genoemd, GenoemdPercentage

_CIJFER = re.compile("€|EUR|euro|%|procent")
_FINANCIEEL: Pad = ("financien", "voortgang", "toelichting")
"""The text that speaks of the table: there the name of a regel or a column says enough."""
_KREDIET = "krediet"
_BUREN = 6
"""How many amounts beside another may be parts of one figure with it."""
_KOLOMMEN: dict[str, tuple[str, ...]] = {
    "verschil": ("verschil", "ruimte"),
    "prognose": ("prognose",),
    "wijzigingen": ("wijzigingen",),
    "actueel": ("primitief", "actueel", "begroting", "begroting_t1"),
    "gerealiseerd": ("gerealiseerd", "realisatie_t1", "realisatie_t2"),
}


@data_rule("T2", "warning", "een bedrag of percentage in een tekst klopt met de data")
def genoemde_cijfers(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """An amount or percentage equals one of the figures that its sentence names.

    A figure is judged only where the sentence names a row or column; one that a marker prints is
    right by construction.
    """
    bronnen = boekwerk.onthoud(financien.Bronnen)
    for prestatie, teksten in per_sectie(boekwerk):
        met_cijfers = [t for t in teksten if t.vult_in and _CIJFER.search(t.proza)]
        if met_cijfers and prestatie.financien:
            rekenaar = _Vergelijker(prestatie, boekwerk, bronnen.van(prestatie))
            for leestekst in met_cijfers:
                yield from rekenaar.vondsten(leestekst)


class _Vergelijker:
    """Compares the texts of one prestatie with its figures."""

    def __init__(
        self, prestatie: Prestatie, boekwerk: Boekwerk, bron: financien.Cijferbron
    ) -> None:
        self.prestatie = prestatie
        self.boekwerk = boekwerk
        self.bron = bron
        self.notatie = boekwerk.profiel.notatie

    def vondsten(self, leestekst: Leestekst) -> Iterator[Vondst]:
        """Give the figures of a text that are none of those that it names."""
        financieel = leestekst.pad[-3:] == _FINANCIEEL
        eigen = self._eigen_namen() if financieel else {}
        for duiding in duid(leestekst.proza, eigen, self.boekwerk.jaar, kolommen=financieel):
            bekend = partial(notation.klopt, duiding.genoemd, notatie=self.notatie)
            if any(bekend(cijfer.waarde) for cijfer in self._bekend(duiding)):
                continue
            cijfers = list(self._bekend(duiding))
            if cijfers and not _is_deel(duiding, cijfers):
                wat = f"‘{duiding.woorden}’ past bij geen cijfer van {_wie(duiding)}"
                yield Vondst(leestekst.pad, wat, self._hint(duiding.genoemd, cijfers))

    def _eigen_namen(self) -> dict[str, str]:
        """Give the named regels, by their names in small letters."""
        namen = (regel.omschrijving for regel in self.bron.regels if regel.omschrijving)
        return {naam.lower(): naam for naam in namen}

    def _bekend(self, duiding: Duiding) -> Iterator[Bekend]:
        """Give the figures that a sentence may mean, those that it likely means first."""
        if isinstance(duiding.genoemd, GenoemdPercentage):
            return self._percentages(duiding)
        context = (self.bron, self.prestatie, self.boekwerk)
        if duiding.kolom:
            return iter(financien.kolombedragen(_KOLOMMEN[duiding.kolom], *context))
        rijen = (rij for rij in duiding.rijen if rij != _KREDIET)
        bedragen = (financien.rijbedragen(rij, *context) for rij in rijen)
        krediet = self.bron.kredieten if _KREDIET in duiding.rijen else ()
        return chain(chain.from_iterable(bedragen), financien.kredietbedragen(krediet))

    def _percentages(self, duiding: Duiding) -> Iterator[Bekend]:
        rijen = [rij for rij in duiding.rijen if rij != _KREDIET]
        kolommen = _KOLOMMEN.get(duiding.kolom, ())
        for procent in financien.rijpercentages(rijen or self.bron.rijnamen, self.bron):
            if rijen or procent.naam in kolommen:
                yield procent

    def _hint(self, genoemd: Genoemd, bekend: list[Bekend]) -> str:
        """Say which figure is nearest, and how to bind it."""
        met_naam = [c for c in bekend if c.veld and (c.waarde or not genoemd.waarde)]
        if not met_naam:
            return "controleer het cijfer in de tekst en in de data"
        naast = min(met_naam, key=lambda cijfer: abs(abs(cijfer.waarde) - abs(genoemd.waarde)))
        if isinstance(genoemd, GenoemdPercentage):
            druk = notation.procent(abs(naast.waarde), self.notatie.procent_decimalen)
        else:
            druk = notation.in_zin(abs(naast.waarde), "lasten", self.notatie)
        return (
            f"het dichtst bij ligt {druk} ({naast.naam}); verbeter het, of schrijf [{naast.veld}]"
        )


def _wie(duiding: Duiding) -> str:
    if not duiding.rijen:
        return f"de kolom {duiding.kolom}"
    return notation.opsomming([f"‘{rij}’" for rij in duiding.rijen])


def _is_deel(duiding: Duiding, bekend: list[Bekend]) -> bool:
    """Say whether an amount makes one of the figures with those beside it in its sentence."""
    if isinstance(duiding.genoemd, GenoemdPercentage):
        return False
    return any(
        abs(som - abs(cijfer.waarde)) < stap
        for som, stap in _sommen(duiding.genoemd, duiding.samen)
        for cijfer in bekend
    )


def _sommen(genoemd: Genoemd, samen: tuple[Genoemd, ...]) -> Iterator[tuple[Decimal, Decimal]]:
    """Give what an amount makes with those beside it, and how exactly: the parts of a row."""
    plek = samen.index(genoemd)
    for begin in range(max(0, plek - _BUREN), plek + 1):
        deel = samen[begin : plek + _BUREN]
        sommen = list(accumulate(abs(bedrag.waarde) for bedrag in deel))
        stappen = list(accumulate((bedrag.stap for bedrag in deel), max))
        yield from list(zip(sommen, stappen, strict=True))[max(1, plek - begin) :]
