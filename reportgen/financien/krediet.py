"""Investment credits (investeringskredieten): what is left, and what is expected at the end."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reportgen.financien.basis import tel
from reportgen.model import Krediet


@dataclass(frozen=True, slots=True)
class Kredietstand:
    """How a credit stands, in euros; None where a part of it was not given.

    `restant` is what was authorised and not spent; `verschil` is favourable when positive.
    """

    krediet: Krediet
    restant: Decimal | None
    verschil: Decimal | None


def kredietstand(krediet: Krediet) -> Kredietstand:
    """Work out what is left of a credit."""
    geautoriseerd = (1, krediet.geautoriseerd)
    return Kredietstand(
        krediet,
        restant=tel((geautoriseerd, (-1, krediet.besteed_eerder), (-1, krediet.besteed))),
        verschil=tel((geautoriseerd, (-1, krediet.verwacht))),
    )
