"""Whether a boekwerk holds what was read from its ledgers, worked out from its own figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from reportgen.errors import Cijferpost, Grootboek, Pad
from reportgen.model import Boekwerk, Regel


@dataclass(frozen=True, slots=True)
class Aansluiting:
    """A ledger beside the boekwerk that was made of it (aansluiting), by soort and column.

    Attributes:
        grootboek: what was read.
        gelezen: what its rows add up to, in euros, but for prestaties that others deliver.
        geplaatst: what the figures of the boekwerk that came from it add up to now.
    """

    grootboek: Grootboek
    gelezen: Mapping[Cijferpost, Decimal]
    geplaatst: Mapping[Cijferpost, Decimal]

    @property
    def sluit(self) -> bool:
        """Whether the two are equal, to the cent."""
        return self.gelezen == self.geplaatst


def aansluitingen(boekwerk: Boekwerk) -> tuple[Aansluiting, ...]:
    """Give every ledger beside the boekwerk; none for one whose figures were all typed."""
    if not boekwerk.herkomst.grootboeken:
        return ()
    alle = [*cijfers(boekwerk)]
    return tuple(_aansluiting(boek, alle) for boek in boekwerk.herkomst.grootboeken)


def cijfers(boekwerk: Boekwerk) -> Iterator[tuple[Pad, Regel, Decimal]]:
    """Give every base figure with its path and its regel."""
    for i, prestatie in enumerate(boekwerk.prestaties):
        for j, regel in enumerate(prestatie.financien.regels if prestatie.financien else ()):
            pad: Pad = ("prestaties", i, "financien", "regels", j, "bedragen")
            for kolom, bedrag in regel.bedragen.gegeven().items():
                yield (*pad, kolom), regel, bedrag


def _aansluiting(boek: Grootboek, alle: list[tuple[Pad, Regel, Decimal]]) -> Aansluiting:
    gelezen = {
        post: totaal - boek.totalen_elders.get(post, Decimal(0))
        for post, totaal in boek.totalen.items()
    }
    geplaatst = dict.fromkeys(gelezen, Decimal(0))
    for pad, regel, bedrag in alle:
        if pad in boek.cellen:
            post = regel.soort, str(pad[-1])
            geplaatst[post] = geplaatst.get(post, Decimal(0)) + bedrag
    return Aansluiting(boek, gelezen, geplaatst)
