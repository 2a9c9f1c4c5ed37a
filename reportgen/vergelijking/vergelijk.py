"""Two documents held against each other: the earlier against the later, whatever the order."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from reportgen.model import Boekwerk
from reportgen.vergelijking.besluiten import besluiten
from reportgen.vergelijking.bronnen import lees
from reportgen.vergelijking.cijfers import Kolompaar, cijfers
from reportgen.vergelijking.grootheden import alleen, gedeeld
from reportgen.vergelijking.koppeling import Paar, indeling, koppel
from reportgen.vergelijking.sommen import sommen, sommen_van_besluiten
from reportgen.vergelijking.uitkomst import Cijfer, Nummers, Som, Vergelijking
from reportgen.vergelijking.velden import verschillen

_SOORTEN = ("begroting", "monitor", "jaarverslag")
"""The order in which the documents of one year appear."""


def compare(old: Boekwerk | str | Path, new: Boekwerk | str | Path) -> Vergelijking:
    """Say what changed between two documents: figures, other values, structure.

    Args:
        old: a boekwerk, or the source of one.
        new: idem.

    Raises:
        DataError: a source cannot be read, with every problem of both.
    """
    oud, nieuw, problems = lees(old, new)
    andersom = _wanneer(oud) > _wanneer(nieuw)
    gevonden = _vergelijk(nieuw, oud).om() if andersom else _vergelijk(oud, nieuw)
    return replace(gevonden, problems=problems) if problems else gevonden


def _vergelijk(oud: Boekwerk, nieuw: Boekwerk) -> Vergelijking:
    """Hold an earlier document against a later one."""
    zelfde = _wanneer(oud) == _wanneer(nieuw)
    paren = koppel(oud, nieuw, zelfde_moment=zelfde)
    vergeleken = tuple(gedeeld(oud, nieuw))
    vertaal = partial(_nummers, _op_nummer(paren))
    gevonden: list[Cijfer] = []
    opgeteld: list[Som] = []
    for kolommen in (Kolompaar(v, oud, nieuw) for v in vergeleken):
        eigen = [cijfer for paar in paren for cijfer in cijfers(paar, kolommen)]
        gevonden += eigen
        opgeteld += sommen(paren, kolommen, eigen)
    regels = tuple(
        regel for paar in paren for regel in besluiten(paar, vertaal, zelfde_moment=zelfde)
    )
    gedekt = {v.grootheid.jaar for v in vergeleken if v.grootheid.maat == "begroting"}
    later = [regel for regel in regels if regel.jaar not in gedekt]
    return Vergelijking(
        oud,
        nieuw,
        vergeleken,
        tuple(alleen(oud, nieuw)),
        tuple(gevonden),
        (*opgeteld, *sommen_van_besluiten(later, oud, nieuw)),
        regels,
        tuple(verschillen(oud, nieuw, paren, zelfde_moment=zelfde)),
        tuple(indeling(oud, nieuw, paren)),
        {paar.nummers: paar.titel for paar in paren},
    )


def _wanneer(boekwerk: Boekwerk) -> tuple[int, int, str]:
    """Say when an edition appears, to sort by."""
    dag = boekwerk.peildatum.isoformat() if boekwerk.peildatum else ""
    return boekwerk.jaar, _SOORTEN.index(boekwerk.soort), dag


def _op_nummer(paren: tuple[Paar, ...]) -> dict[str, Nummers]:
    """Give both numbers of a prestatie by either of them, those of now first."""
    return {p.nummers.was: p.nummers for p in paren if p.was} | {
        p.nummers.wordt: p.nummers for p in paren if p.wordt
    }


def _nummers(bekend: dict[str, Nummers], nummer: str) -> Nummers:
    return bekend.get(nummer) or Nummers(nummer, nummer)
