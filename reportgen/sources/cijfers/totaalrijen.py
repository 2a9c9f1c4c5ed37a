"""Rows of a ledger that add up others: held against what stands above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.notation import getal
from reportgen.sources.cijfers.bedragen import Cel, Teken, lees_bedrag
from reportgen.sources.cijfers.fouten import Tekst
from reportgen.sources.cijfers.tabel import Rij, gelijk

_ALLEEN = re.compile(
    r"(?:(?:sub|eind|generaal |grand )?(?:totaal|totalen|total)|totaal generaal):?"
)
_CURE = "kijk of de export volledig is, en of er geen rij is bijgekomen, veranderd of weggevallen"


class Totaalrijen:
    """Counts along, in the signs of the ledger; rows of a total may add up from any other on.

    A total of something (`Totaal lasten`) is passed over: which rows it adds up, it does not say.
    """

    def __init__(self, aantal: int, teken: Teken | None, eenheid: str) -> None:
        self._lopend = [Decimal(0)] * aantal
        self._grenzen = [{Decimal(0)} for _ in range(aantal)]
        """For each heading, what the rows added up to at the beginning and at each total."""
        self._teken, self._eenheid = teken, eenheid

    def tel(self, kop: int, bedrag: Decimal) -> None:
        """Count an amount under a heading."""
        self._lopend[kop] += bedrag

    def keur(self, rij: Rij, koppen: Sequence[str]) -> Iterator[Tekst]:
        """Say which totals of a row are not those of the rows above it."""
        alleen = _ALLEEN.fullmatch(gelijk(_naam(rij)))
        for plek, (kop, cel) in enumerate(zip(koppen, rij.bedragen, strict=True)):
            bedrag = lees_bedrag(cel, self._teken, self._eenheid)
            som, grenzen = self._lopend[plek], self._grenzen[plek]
            if alleen and isinstance(bedrag, Decimal) and som - bedrag not in grenzen:
                totaal, boven, verschil = (getal(b, 2) for b in (bedrag, som, abs(bedrag - som)))
                wat = f"{kop}: het totaal is {totaal}, en de rijen erboven tellen op tot {boven}"
                yield f"{wat}; {verschil} verschil", _CURE
            grenzen.add(som)


def _naam(rij: Rij) -> str:
    eerste: Cel = rij.velden[0]
    return eerste if isinstance(eerste, str) else rij.woorden
