"""A sequence whose members are made when they are asked for, and forgotten after that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

_Bron = TypeVar("_Bron")
_Lid = TypeVar("_Lid")


@dataclass(frozen=True, slots=True)
class Lui(Sequence[_Lid], Generic[_Bron, _Lid]):
    """A lazy sequence (lui): what its members are made of, and how."""

    bron: Sequence[_Bron]
    maak: Callable[[_Bron], _Lid]

    def __len__(self) -> int:
        return len(self.bron)

    @overload
    def __getitem__(self, plek: int) -> _Lid: ...
    @overload
    def __getitem__(self, plek: slice) -> Lui[_Bron, _Lid]: ...
    def __getitem__(self, plek: int | slice) -> _Lid | Lui[_Bron, _Lid]:
        if isinstance(plek, slice):
            return Lui(self.bron[plek], self.maak)
        return self.maak(self.bron[plek])
