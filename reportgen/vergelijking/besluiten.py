"""What begrotingswijzigingen say that the earlier document did not: the later years above all.

A document without a record has the amount as it `was`, one with it that amount and its mutation.
A record that an older edition holds and a later one does not, has run its course (it is among the
figures, or it was never taken): only between two versions of one edition it was taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from reportgen.model import Begrotingswijziging, Mutatie, Prestatie
from reportgen.vergelijking import uitkomst
from reportgen.vergelijking.koppeling import Paar
from reportgen.vergelijking.uitkomst import Besluitregel, Nummers

_Sleutel = tuple[int, str, str, str]
"""Year, prestatie, post, name of the row."""
_Regels = dict[_Sleutel, list[Mutatie]]
Vertaal = Callable[[str], Nummers]


def besluiten(paar: Paar, vertaal: Vertaal, *, zelfde_moment: bool) -> Iterator[Besluitregel]:
    """Give the lines of decisions that a prestatie tells of, as far as they are new or other.

    Args:
        paar: the prestatie that tells of them.
        vertaal: gives both numbers of a prestatie by one of them.
        zelfde_moment: whether the documents are versions of one edition.
    """
    toen, nu = _van(paar.was), _van(paar.wordt)
    for nummer in {**nu, **(toen if zelfde_moment else {})}:
        besluit = nu.get(nummer) or toen[nummer]
        was = _regels(toen.get(nummer), paar.nummers.was, vertaal)
        wordt = _regels(nu.get(nummer), paar.nummers.wordt, vertaal)
        for sleutel in {**was, **wordt}:
            bedrag = _bedrag(was.get(sleutel, ()), wordt.get(sleutel, ()))
            if bedrag.was != bedrag.wordt:
                yield _regel(besluit, sleutel, vertaal, bedrag)


def _van(prestatie: Prestatie | None) -> dict[str, Begrotingswijziging]:
    geld = prestatie.financien if prestatie else None
    return {besluit.nummer: besluit for besluit in (geld.begrotingswijzigingen if geld else ())}


def _regels(besluit: Begrotingswijziging | None, eigen: str, vertaal: Vertaal) -> _Regels:
    """Give the lines of a decision by what they are about."""
    regels: _Regels = {}
    for mutatie in besluit.mutaties if besluit else ():
        nummer = vertaal(mutatie.prestatie or eigen).nu
        sleutel = mutatie.jaar, nummer, mutatie.soort, mutatie.omschrijving or ""
        regels.setdefault(sleutel, []).append(mutatie)
    return regels


def _bedrag(was: Iterable[Mutatie], wordt: Iterable[Mutatie]) -> uitkomst.Mutatie:
    """Say what the amount is in either document; without a record it is what it was."""
    toen, nu = [*was], [*wordt]
    return uitkomst.Mutatie(
        _na(toen) if toen else _voor(nu),
        _na(nu) if nu else _voor(toen),
    )


def _voor(mutaties: list[Mutatie]) -> Decimal:
    return sum((mutatie.was for mutatie in mutaties), Decimal(0))


def _na(mutaties: list[Mutatie]) -> Decimal:
    return sum((mutatie.was + mutatie.mutatie for mutatie in mutaties), Decimal(0))


def _regel(
    besluit: Begrotingswijziging, sleutel: _Sleutel, vertaal: Vertaal, bedrag: uitkomst.Mutatie
) -> Besluitregel:
    jaar, nummer, post, omschrijving = sleutel
    status = besluit.status or ""
    return Besluitregel(
        besluit.nummer,
        besluit.orgaan,
        status,
        jaar,
        vertaal(nummer),
        post,  # type: ignore[arg-type]  # the soort of a Mutatie
        bedrag,
        omschrijving,
        verwerkt=status.strip().lower().startswith("doorgevoerd"),
    )
