"""One value in three versions, and the place where it stands in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportgen.errors import Pad
from reportgen.reading.kaal import zelfde
from reportgen.reading.oordeel import Stand


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a value stands: in Word, and in the data of now (what is around it, if it is new)."""

    pad: Pad = ()
    data: Pad = ()

    def __truediv__(self, naam: str) -> Plek:
        return Plek((*self.pad, naam), (*self.data, naam))

    def op(self, word: int, data: int | None = None) -> Plek:
        """Go to an item of a list."""
        return Plek((*self.pad, word), self.data if data is None else (*self.data, data))


@dataclass(frozen=True, slots=True)
class Drie:
    """One value in its three versions; None is no value."""

    gedrukt: Any
    word: Any
    data: Any

    @property
    def alle(self) -> tuple[Any, Any, Any]:
        """The three, in the order of time."""
        return self.gedrukt, self.word, self.data

    def veld(self, naam: str) -> Drie:
        """Give a field of three records."""
        return Drie(*((deel or {}).get(naam) for deel in self.alle))

    @property
    def stand(self) -> Stand:
        """How the value stands, as a whole."""
        if zelfde(self.gedrukt, self.word):
            return "gelijk" if zelfde(self.gedrukt, self.data) else "data"
        if zelfde(self.word, self.data):
            return "verwerkt"
        return "word" if zelfde(self.gedrukt, self.data) else "conflict"
