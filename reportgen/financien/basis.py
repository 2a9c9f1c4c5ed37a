"""Base figures added up: per post and column, in exact euros; nothing is rounded here.

An amount that was not given is unknown, and so is everything derived from it; a row that was not
given at all is zero.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TypeVar, get_args

from reportgen.model import Post, Regel, Som
from reportgen.model.financien import Regelsoort

BASISPOSTEN: tuple[Regelsoort, ...] = get_args(Regelsoort)
AFGELEIDE_POSTEN: dict[Post, Som] = {
    "saldo": ((1, "baten"), (-1, "lasten")),
    "resultaat": ((1, "saldo"), (-1, "toevoeging"), (1, "onttrekking")),
}
"""The derived rows. Source: BBV art. 17, F2."""

Bedragrij = Mapping[str, Decimal | None]
"""The amounts of one row, in euros by column; None is not known."""

_NUL = Decimal(0)
_Regel = TypeVar("_Regel")
_Sleutel = TypeVar("_Sleutel")


def tel(delen: Iterable[tuple[int, Decimal | None]]) -> Decimal | None:
    """Add up signed amounts; one that is not known makes the sum unknown."""
    totaal = _NUL
    for teken, deel in delen:
        if deel is None:
            return None
        totaal += teken * deel
    return totaal


def tel_op(rijen: Iterable[Bedragrij], kolommen: Iterable[str]) -> dict[str, Decimal | None]:
    """Add up rows, column by column."""
    vast = tuple(rijen)
    if len(vast) < 2:  # noqa: PLR2004  nothing to add up
        return {naam: vast[0][naam] if vast else _NUL for naam in kolommen}
    return {naam: tel((1, rij[naam]) for rij in vast) for naam in kolommen}


def bedragrij(regel: Regel, kolommen: Iterable[str]) -> dict[str, Decimal | None]:
    """Give the base amounts of one regel."""
    return {naam: getattr(regel.bedragen, naam) for naam in kolommen}


def afgeleid(post: Post, rijen: Mapping[Post, Bedragrij]) -> dict[str, Decimal | None]:
    """Work out the base columns of saldo or resultaat from the posts that it is made of."""
    delen = [(teken, rijen[deel]) for teken, deel in AFGELEIDE_POSTEN[post]]  # type: ignore[index]
    return {naam: tel((teken, rij[naam]) for teken, rij in delen) for naam in delen[0][1]}


def waarde(rij: Bedragrij, naam: str, formules: Mapping[str, Som]) -> Decimal | None:
    """Find a column among the base amounts, or work it out."""
    if naam in rij:
        return rij[naam]
    return tel([(teken, waarde(rij, deel, formules)) for teken, deel in formules[naam]])


def actueel(regels: Iterable[Regel]) -> Decimal | None:
    """Give the actual budget of regels: the primitive one and what changed it since."""
    bedragen = (regel.bedragen for regel in regels)
    return tel((1, deel) for b in bedragen for deel in (b.primitief, b.wijzigingen))


def groepeer(
    regels: Iterable[_Regel], sleutel: Callable[[_Regel], _Sleutel]
) -> dict[_Sleutel, tuple[_Regel, ...]]:
    """Put together what has the same key, in the order in which keys come by."""
    groepen: dict[_Sleutel, list[_Regel]] = {}
    for regel in regels:
        groepen.setdefault(sleutel(regel), []).append(regel)
    return {naam: tuple(groep) for naam, groep in groepen.items()}
