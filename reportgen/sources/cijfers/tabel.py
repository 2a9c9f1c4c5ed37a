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
    """The first text in the row that says something, for a row that belongs to no prestatie."""
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
    rijen = [
        _rij(ruw, kolommen, waarden, len(koppen))
        for ruw in _begrensd(chain(boven[plek + 1 :], bron), cijfers.naam)
    ]
    return [rij for rij in rijen if rij.woorden or any(cel is not None for cel in rij.bedragen)]


def _koppen(boven: list[Ruw], nodig: list[str], naam: str) -> tuple[int, list[str]]:
    """Find the row of headings: the first that has the most of them."""
    if not boven:
        raise stop("D1", Plaats(naam), "dit grootboek is leeg", "zet er koppen en rijen in")
    kandidaten = [[gelijk(cel) if isinstance(cel, str) else "" for cel in rij] for _, rij in boven]
    gezocht = {gelijk(kop) for kop in nodig}
    treffers = [len(gezocht.intersection(rij)) for rij in kandidaten]
    plek = treffers.index(max(treffers))
    regel, cellen = boven[plek]
    bekend = [_SPATIE.sub(" ", cel).strip() for cel in cellen if isinstance(cel, str)]
    fouten = list(_kopfouten(kandidaten[plek], dict.fromkeys(nodig), bekend))
    if fouten:
        raise DataError([Problem(r, "error", Plaats(naam, regel), w, c) for r, w, c in fouten])
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


def _rij(ruw: Ruw, kolommen: list[int | None], waarden: list[int], breed: int) -> Rij:
    regel, cellen = ruw
    gevuld = [_gevuld(cel) for cel in cellen]
    gevuld += [None] * (breed - len(gevuld))
    velden = tuple(None if plek is None else gevuld[plek] for plek in kolommen)
    woorden = next((cel for cel in gevuld if isinstance(cel, str)), "")
    over = any(cel is not None for cel in gevuld[breed:])
    return Rij(regel, velden, tuple(gevuld[plek] for plek in waarden), woorden, over)


def _gevuld(cel: Cel) -> Cel:
    if not isinstance(cel, str):
        return cel
    return cel.strip() or None
