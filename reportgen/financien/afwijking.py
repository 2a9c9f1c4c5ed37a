"""Deviations from the budget: what is held against it, and from where on an explanation is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.financien.basis import BASISPOSTEN, Bedragrij, bedragrij, tel_op, waarde
from reportgen.model import GUNSTIG, KOLOMMEN, Drempels, Financien, Kleur, Kolommen, Post, Soort

WERKELIJK: dict[Soort, str] = {"monitor": "prognose", "jaarverslag": "gerealiseerd"}
"""What is held against the actual budget to see a deviation, per kind of document."""
_FORMULES = {soort: Kolommen().formules[soort] for soort in WERKELIJK}


@dataclass(frozen=True, slots=True)
class Afwijking:
    """A deviation from the budget in euros, favourable positive, and the budget itself.

    Without a forecast it is what was spent too much already: the least (`minstens`) it will be.
    """

    post: Post
    bedrag: Decimal
    begroot: Decimal
    minstens: bool = False

    def boven(self, drempels: Drempels) -> bool:
        """Say whether an explanation is due."""
        omvang = abs(self.bedrag)
        deel = omvang * 100 > abs(self.begroot) * drempels.percentage
        return omvang > drempels.altijd or (omvang > drempels.minimum and deel)

    def kleur(self, drempels: Drempels) -> Kleur:
        """Give the colour that the size of the deviation asks for, exactly on a limit included."""
        omvang, begroot = abs(self.bedrag) * 100, abs(self.begroot)
        if omvang <= begroot * drempels.kleur.groen_tot:
            return "groen"
        return "oranje" if omvang <= begroot * drempels.kleur.oranje_tot else "rood"


def afwijkingen(geld: Financien, soort: Soort) -> Iterator[Afwijking]:
    """Give the deviation of each post, where both sides are known."""
    if soort not in WERKELIJK:
        return
    formules = _FORMULES[soort]
    for post in BASISPOSTEN:
        regels = (bedragrij(r, KOLOMMEN[soort]) for r in geld.regels if r.soort == post)
        rij = tel_op(regels, KOLOMMEN[soort])
        werkelijk, begroot = rij[WERKELIJK[soort]], waarde(rij, "actueel", formules)
        minstens = werkelijk is None and soort == "monitor"
        if minstens:
            werkelijk = _al_overschreden(rij, begroot, post)
        if werkelijk is not None and begroot is not None:
            verschil = (werkelijk - begroot) * GUNSTIG[post] + 0
            yield Afwijking(post, verschil, begroot, minstens=minstens)


def _al_overschreden(rij: Bedragrij, begroot: Decimal | None, post: Post) -> Decimal | None:
    """Give what was realised, where it is over the budget already and nobody gave a forecast."""
    gerealiseerd = rij["gerealiseerd"]
    over = gerealiseerd is not None and begroot is not None and gerealiseerd > begroot
    return gerealiseerd if over and GUNSTIG[post] < 0 else None
