"""Choices that follow from a number: the same one always chooses the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

_Keus = TypeVar("_Keus")


@dataclass(frozen=True, slots=True)
class Keuze:
    """What a key such as `5.1.2` chooses; every choice has a name of its own."""

    sleutel: str

    def _getal(self, naam: object) -> int:
        bron = f"{self.sleutel}/{naam}".encode()
        return int.from_bytes(blake2b(bron, digest_size=6).digest())

    def tussen(self, naam: str, laagste: int, hoogste: int) -> int:
        """Choose a number from the lowest to the highest, both included."""
        return laagste + self._getal(naam) % (hoogste - laagste + 1)

    def kans(self, naam: str, procent: int) -> bool:
        """Say yes in so many of a hundred keys."""
        return self._getal(naam) % 100 < procent

    def uit(self, naam: str, reeks: Sequence[_Keus]) -> _Keus:
        """Choose one."""
        return reeks[self._getal(naam) % len(reeks)]

    def geschud(self, naam: str, reeks: Sequence[_Keus]) -> list[_Keus]:
        """Give all in an order of this key."""
        plekken = sorted(range(len(reeks)), key=lambda plek: self._getal((naam, plek)))
        return [reeks[plek] for plek in plekken]

    def enkele(self, naam: str, reeks: Sequence[_Keus], aantal: int) -> list[_Keus]:
        """Choose a few different ones, in the order given."""
        plekken = self.geschud(naam, range(len(reeks)))[:aantal]
        return [reeks[plek] for plek in sorted(plekken)]
