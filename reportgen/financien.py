"""Arithmetic of a prestatie's money: derived columns and rows, in exact euros. No formatting.

An amount that was not given is unknown, and so is everything derived from it; a row that was not
given at all is zero. Nothing here is rounded: each cell is rounded on its own when it is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.model import KOLOMMEN, Drempels, Financien, Post, Regel, Soort

Cellen = tuple[Decimal | None, ...]
Som = tuple[tuple[int, str], ...]
"""A signed sum of named things: `((1, "baten"), (-1, "lasten"))`."""

_GUNSTIG: dict[Post, int] = {
    "lasten": -1,
    "baten": 1,
    "saldo": 1,
    "toevoeging": -1,
    "onttrekking": 1,
    "resultaat": 1,
}
"""Whether more is favourable. Source: lower last or toevoeging, higher baat or onttrekking."""

_POSTEN: dict[Post, Som] = {
    "saldo": ((1, "baten"), (-1, "lasten")),
    "resultaat": ((1, "saldo"), (-1, "toevoeging"), (1, "onttrekking")),
}
"""The derived rows. Source: BBV art. 17, F2."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: a base column, or a signed sum of other columns.

    `verschil` marks a difference, which is turned so that favourable is positive.
    """

    naam: str
    som: Som = ()
    verschil: bool = False


AFGELEID: dict[str, Som] = {
    "actueel": ((1, "primitief"), (1, "wijzigingen")),
    "ruimte": ((1, "actueel"), (-1, "gerealiseerd")),
    "verschil": ((1, "gerealiseerd"), (-1, "actueel")),
}
"""The derived columns. Source: F3, and the monitor's own table for ruimte."""


def _kolommen(*namen: str) -> tuple[Kolom, ...]:
    return tuple(Kolom(naam, AFGELEID.get(naam, ()), verschil=naam == "verschil") for naam in namen)


TABEL: dict[Soort, tuple[Kolom, ...]] = {
    "begroting": _kolommen(*KOLOMMEN["begroting"]),
    "monitor": _kolommen("primitief", "wijzigingen", "actueel", "gerealiseerd", "ruimte"),
    "jaarverslag": _kolommen("realisatie_t1", "primitief", "actueel", "gerealiseerd", "verschil"),
}
"""The columns of the table of each kind of document, in the order of print."""

_AFWIJKING: dict[Soort, tuple[str, str]] = {
    "monitor": ("prognose", "actueel"),
    "jaarverslag": ("gerealiseerd", "actueel"),
}
"""What is held against the budget to see a deviation, per kind of document."""


@dataclass(frozen=True, slots=True)
class Rij:
    """A row: which post, its cells in euros, and of which rows above it is the signed sum."""

    post: Post
    cellen: Cellen
    omschrijving: str = ""
    deel: bool = False
    """Whether the row is one of several that a total below adds up."""
    som: tuple[tuple[int, int], ...] = ()
    """Pairs of a sign and the position of a row in the table; empty for a row of base figures."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """The financial table of a prestatie: columns, and rows with a cell for each."""

    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]


@dataclass(frozen=True, slots=True)
class Afwijking:
    """A deviation from the budget in euros, favourable positive, and the budget itself."""

    post: Post
    bedrag: Decimal
    begroot: Decimal

    def boven(self, drempels: Drempels) -> bool:
        """Say whether an explanation is due."""
        omvang = abs(self.bedrag)
        deel = omvang * 100 > abs(self.begroot) * drempels.percentage
        return omvang > drempels.altijd or (omvang > drempels.minimum and deel)


def tabel(financien: Financien, soort: Soort) -> Tabel | None:
    """Make the table of a prestatie; None where no amounts were given.

    Lasten, baten and saldo are always there; the reserves and the resultaat only where they move.
    """
    if not financien.regels:
        return None
    kolommen = TABEL[soort]
    rijen: list[Rij] = []
    plek: dict[str, int] = {}
    for post in _posten(financien):
        if post in _POSTEN:
            som = tuple((teken, plek[deel]) for teken, deel in _POSTEN[post])
        else:
            som = _posten_los(financien, post, kolommen, rijen)
        plek[post] = len(rijen)
        cellen = _cellen(_basis(financien, post), post, kolommen)
        rijen.append(Rij(post, cellen, _enige_naam(financien, post), som=som))
    return Tabel(kolommen, tuple(rijen))


def sluit_aan(tabel: Tabel, rond: Callable[[Decimal], Decimal]) -> bool:
    """Say whether the rounded cells add up as the exact ones do, down the rows and across."""
    rond_tabel = [[None if c is None else rond(c) for c in rij.cellen] for rij in tabel.rijen]
    plek = {kolom.naam: nr for nr, kolom in enumerate(tabel.kolommen)}
    for rij, cellen in zip(tabel.rijen, rond_tabel, strict=True):
        for nr, kolom in enumerate(tabel.kolommen):
            eigen = _richting(rij.post, kolom)
            onder = [
                (teken * eigen * _richting(tabel.rijen[ander].post, kolom), rond_tabel[ander][nr])
                for teken, ander in rij.som
            ]
            heel = all(deel in plek for _, deel in kolom.som)
            naast = [(t * eigen, cellen[plek[deel]]) for t, deel in kolom.som if heel]
            if not (_klopt(cellen[nr], onder) and _klopt(cellen[nr], naast)):
                return False
    return True


def afwijkingen(financien: Financien, soort: Soort) -> Iterator[Afwijking]:
    """Give the deviation of each post, where both sides are known."""
    if soort not in _AFWIJKING:
        return
    werkelijk, begroot = _AFWIJKING[soort]
    for post in ("lasten", "baten", "toevoeging", "onttrekking"):
        basis = _basis(financien, post)
        links, rechts = _waarde(basis, werkelijk), _waarde(basis, begroot)
        if links is None and soort == "monitor":
            links = _al_overschreden(basis, post)
        if links is not None and rechts is not None:
            yield Afwijking(post, (links - rechts) * _GUNSTIG[post], rechts)


def _al_overschreden(basis: dict[str, Decimal | None], post: Post) -> Decimal | None:
    """Give what was realised, where it is over the budget already and nobody gave a forecast."""
    gerealiseerd, actueel = _waarde(basis, "gerealiseerd"), _waarde(basis, "actueel")
    over = gerealiseerd is not None and actueel is not None and gerealiseerd > actueel
    return gerealiseerd if over and _GUNSTIG[post] < 0 else None


def _richting(post: Post, kolom: Kolom) -> int:
    """Give the sign that turns a difference so that favourable is positive."""
    return _GUNSTIG[post] if kolom.verschil else 1


def _posten(financien: Financien) -> tuple[Post, ...]:
    if any(regel.soort in ("toevoeging", "onttrekking") for regel in financien.regels):
        return ("lasten", "baten", "saldo", "toevoeging", "onttrekking", "resultaat")
    return ("lasten", "baten", "saldo")


def _enige_naam(financien: Financien, post: Post) -> str:
    """Give the name of the one regel of a post; several have rows of their own."""
    namen = [regel.omschrijving or "" for regel in financien.regels if regel.soort == post]
    return namen[0] if len(namen) == 1 else ""


def _posten_los(
    financien: Financien, post: Post, kolommen: tuple[Kolom, ...], rijen: list[Rij]
) -> tuple[tuple[int, int], ...]:
    """Add a row for each named regel where a post has several, and give what they sum to."""
    regels = [regel for regel in financien.regels if regel.soort == post]
    if len(regels) < 2:  # noqa: PLR2004  one regel is its own total
        return ()
    begin = len(rijen)
    for regel in regels:
        cellen = _cellen(_som_van([regel]), post, kolommen)
        rijen.append(Rij(post, cellen, omschrijving=regel.omschrijving or "", deel=True))
    return tuple((1, plek) for plek in range(begin, len(rijen)))


def _basis(financien: Financien, post: Post) -> dict[str, Decimal | None]:
    """Give the base amounts of a post, summed over its regels or from the posts it is made of."""
    if post not in _POSTEN:
        return _som_van(regel for regel in financien.regels if regel.soort == post)
    delen = [(teken, _basis(financien, deel)) for teken, deel in _POSTEN[post]]  # type: ignore[arg-type]
    namen = delen[0][1].keys()
    return {naam: _tel((teken, basis[naam]) for teken, basis in delen) for naam in namen}


def _som_van(regels: Iterable[Regel]) -> dict[str, Decimal | None]:
    vast = tuple(regels)
    namen = {naam for kolommen in KOLOMMEN.values() for naam in kolommen}
    return {naam: _tel((1, getattr(r.bedragen, naam)) for r in vast) for naam in namen}


def _cellen(basis: dict[str, Decimal | None], post: Post, kolommen: tuple[Kolom, ...]) -> Cellen:
    richtingen = (_richting(post, kolom) for kolom in kolommen)
    waarden = (_waarde(basis, kolom.naam) for kolom in kolommen)
    paren = zip(waarden, richtingen, strict=True)
    return tuple(None if waarde is None else waarde * teken + 0 for waarde, teken in paren)


def _waarde(basis: dict[str, Decimal | None], naam: str) -> Decimal | None:
    """Find a column among the base amounts, or work it out."""
    if naam in basis:
        return basis[naam]
    return _tel((teken, _waarde(basis, deel)) for teken, deel in AFGELEID[naam])


def _tel(delen: Iterable[tuple[int, Decimal | None]]) -> Decimal | None:
    totaal = Decimal(0)
    for teken, deel in delen:
        if deel is None:
            return None
        totaal += teken * deel
    return totaal


def _klopt(totaal: Decimal | None, delen: list[tuple[int, Decimal | None]]) -> bool:
    som = _tel(delen)
    return not delen or totaal is None or som is None or som == totaal
