"""Rows of a ledger under their headings: found by name, wherever they stand."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from reportgen.errors import DataError, Plaats, Problem
from reportgen.sources.cijfers.bedragen import Cel
from reportgen.sources.cijfers.fouten import stop

if TYPE_CHECKING:
    from reportgen.model import Cijfers

MAX_RIJEN = 500_000
"""A ledger with more rows holds something else than the figures of prestaties."""
_ZOEKEN = 20
"""Above the headings stand at most so many rows of title and date."""
_SPATIE = re.compile(r"\s+")
Ruw = tuple[int, Sequence[Cel]]
"""A row as it was read: its number, and its cells."""
VELDEN = ("prestatie", "soort", "omschrijving", "kolom", "aard", "taakveld", "categorie")


class Rij(NamedTuple):
    """A row of a ledger: what stands under the headings that were asked for."""

    regel: int
    velden: tuple[Cel, ...]
    """In the order of `VELDEN`."""
    bedragen: tuple[Cel, ...]
    """One under each heading of amounts."""
    woorden: str
    """The first text in a row that names no prestatie; empty in all others."""
    over: bool
    """Whether it goes on beyond the last heading."""


@lru_cache(maxsize=65_536)
def gelijk(tekst: str) -> str:
    """Make what a person takes for one name equal: capitals, accents, spaces."""
    return _SPATIE.sub(" ", unicodedata.normalize("NFC", tekst)).strip().casefold()


def bedragkoppen(cijfers: Cijfers) -> list[tuple[str, str]]:
    """Give every heading above amounts, with the column that it means; none says its own."""
    if cijfers.kolommen.bedrag is not None:
        return [("", cijfers.kolommen.bedrag)]
    namen = cijfers.bedragen.gegeven()
    return [(kolom, kop) for kolom, koppen in namen.items() for kop in koppen]


def rijen_van(ruwe: Iterable[Ruw], cijfers: Cijfers) -> list[Rij]:
    """Find the headings, and give what stands under those that were asked for.

    Raises:
        DataError: headings are not there or stand there twice, or there are too many rows.
    """
    velden = [getattr(cijfers.kolommen, veld) for veld in VELDEN]
    bedragen = [kop for _, kop in bedragkoppen(cijfers)]
    bron = iter(ruwe)
    boven = list(islice(bron, _ZOEKEN))
    plek, koppen = _koppen(boven, [kop for kop in velden if kop] + bedragen, cijfers.naam)
    kolommen = [koppen.index(gelijk(kop)) if kop else None for kop in velden]
    waarden = [koppen.index(gelijk(kop)) for kop in bedragen]
    maak = _Rijmaker(kolommen, waarden, len(koppen))
    ruw = _begrensd(chain(boven[plek + 1 :], bron), cijfers.naam)
    rijen = [rij for rij in map(maak, ruw) if rij is not None]
    if not rijen:
        wat = "dit grootboek heeft koppen, maar geen enkele rij"
        raise stop("D1", Plaats(cijfers.naam), wat, "exporteer het opnieuw, of kijk de query na")
    return rijen


def _koppen(boven: list[Ruw], nodig: list[str], naam: str) -> tuple[int, list[str]]:
    """Find the row of headings: the first that has the most of them."""
    if not any(_gevuld(cel) for _, rij in boven for cel in rij):
        raise stop("D1", Plaats(naam), "dit grootboek is leeg", "zet er koppen en rijen in")
    kandidaten = [[gelijk(cel) if isinstance(cel, str) else "" for cel in rij] for _, rij in boven]
    gezocht = {gelijk(kop) for kop in nodig}
    treffers = [len(gezocht.intersection(rij)) for rij in kandidaten]
    plek = treffers.index(max(treffers))
    regel, cellen = boven[plek]
    bekend = [_SPATIE.sub(" ", cel).strip() for cel in cellen if isinstance(cel, str)]
    fouten = list(_kopfouten(kandidaten[plek], dict.fromkeys(nodig), bekend))
    if fouten:
        waar = Plaats(naam, regel or None)
        raise DataError([Problem(rule, "error", waar, wat, cure) for rule, wat, cure in fouten])
    return plek, kandidaten[plek]


def _kopfouten(
    koppen: list[str], nodig: Iterable[str], bekend: list[str]
) -> Iterator[tuple[str, str, str]]:
    """Say which headings are not there, and which stand there twice."""
    getoond = ", ".join(f"‘{kop[:40]}’" for kop in bekend[:12] if kop) or "geen enkele"
    for kop in nodig:
        aantal = koppen.count(gelijk(kop))
        if aantal == 0:
            lijken = difflib.get_close_matches(gelijk(kop), koppen, 1)
            goed = next((k for k in bekend if lijken and gelijk(k) == lijken[0]), None)
            bedoeld = f"bedoelt u ‘{goed}’? " if goed else ""
            cure = f"{bedoeld}koppen zijn hier: {getoond}"
            yield "D4", f"er is geen kop ‘{kop}’", cure
        elif aantal > 1:
            plekken = [str(i) for i, k in enumerate(koppen, start=1) if k == gelijk(kop)]
            wat = f"de kop ‘{kop}’ staat er {aantal} keer (kolom {' en '.join(plekken)})"
            yield "D6", wat, "geef elke kolom een eigen kop"


def _begrensd(ruwe: Iterable[Ruw], naam: str) -> Iterator[Ruw]:
    for aantal, ruw in enumerate(ruwe, start=1):
        if aantal > MAX_RIJEN:
            wat = f"dit grootboek heeft meer dan {MAX_RIJEN:,} rijen".replace(",", ".")
            cure = "neem in de export alleen de rijen van dit boekwerk op, of tel ze daarin op"
            raise stop("D1", Plaats(naam, ruw[0]), wat, cure)
        yield ruw


class _Rijmaker:
    """Picks out of rows what was asked for; texts that are equal are kept once."""

    def __init__(self, kolommen: list[int | None], waarden: list[int], breed: int) -> None:
        self._kolommen, self._waarden, self._breed = kolommen, waarden, breed
        self._gezien: dict[tuple[Cel, ...], tuple[Cel, ...]] = {}

    def __call__(self, ruw: Ruw) -> Rij | None:
        """Give a row; None for one that is empty."""
        regel, cellen = ruw
        if len(cellen) < self._breed:
            cellen = [*cellen, *[None] * (self._breed - len(cellen))]
        velden = tuple(None if i is None else _gevuld(cellen[i]) for i in self._kolommen)
        velden = self._gezien.setdefault(velden, velden)
        bedragen = tuple(_gevuld(cellen[i]) for i in self._waarden)
        over = any(_gevuld(cel) is not None for cel in cellen[self._breed :])
        woorden = ""
        if velden[0] is None:
            gevuld = [cel for cel in map(_gevuld, cellen) if cel is not None]
            woorden = next((cel for cel in gevuld if isinstance(cel, str)), "")
            if not gevuld:
                return None
        return Rij(regel, velden, bedragen, woorden, over)


def _gevuld(cel: Cel) -> Cel:
    return cel.strip() or None if isinstance(cel, str) else cel
