"""Every figure of a prestatie, printed or not: what a control total can name."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from reportgen.financien.basis import (
    AFGELEIDE_POSTEN,
    BASISPOSTEN,
    Bedragrij,
    afgeleid,
    bedragrij,
    tel,
    tel_op,
)
from reportgen.financien.tabel import Opzet
from reportgen.model import BEKEND, KOLOMMEN, Financien, Post, Profiel, Regel, Soort


class Rekenblad:
    """The columns that a kind of document can have under a profile, and their figures."""

    def __init__(self, soort: Soort, profiel: Profiel) -> None:
        eigen = (*BEKEND[soort], *getattr(profiel.kolommen, soort))
        self._basis = KOLOMMEN[soort]
        self._opzet = Opzet(
            tuple({kolom.naam: kolom for kolom in eigen}.values()),
            profiel.kolommen.formules[soort],
        )

    @property
    def kolommen(self) -> tuple[str, ...]:
        """The names of all columns, typed in or derived."""
        return tuple(kolom.naam for kolom in self._opzet.kolommen)

    def is_afgeleid(self, kolom: str) -> bool:
        """Say whether a column is worked out and never typed."""
        return kolom in self._opzet.formules

    def cijfers(self, geld: Financien) -> dict[Post, dict[str, Decimal | None]]:
        """Give every figure in euros, by post and column; without regels nothing is known.

        Signs as in a `Tabel`: gross amounts, saldo = baten − lasten, a verschil favourable when
        positive.
        """
        rijen: dict[Post, Bedragrij] = {post: self._som(geld.regels, post) for post in BASISPOSTEN}
        for post in AFGELEIDE_POSTEN:
            rijen[post] = afgeleid(post, rijen)
        return {
            post: dict(zip(self.kolommen, self._opzet.cellen(rij, post), strict=True))
            for post, rij in rijen.items()
        }

    def _som(self, regels: tuple[Regel, ...], post: Post) -> Bedragrij:
        if not regels:
            return dict.fromkeys(self._basis)
        return tel_op((bedragrij(r, self._basis) for r in regels if r.soort == post), self._basis)


def actueel(regels: Iterable[Regel]) -> Decimal | None:
    """Give the actual budget of regels: the primitive one and what changed it since."""
    bedragen = (regel.bedragen for regel in regels)
    return tel((1, deel) for b in bedragen for deel in (b.primitief, b.wijzigingen))
