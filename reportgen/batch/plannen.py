"""What a batch is going to do (plannen): which chapters, under which names, and which need none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.batch.outcome import Unchanged
from reportgen.batch.register import hash_of
from reportgen.errors import OutputError
from reportgen.versie import VERSION

if TYPE_CHECKING:
    from reportgen.batch.manifest import Document
    from reportgen.batch.register import Register
    from reportgen.batch.vingerafdruk import Vingerafdruk
    from reportgen.model import Prestatie

_STAPEL = 20
"""How many chapters are made together: enough that sending them costs little."""
_HOOGSTENS = 200
"""How many chapters a pile holds, those that need no making included."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A chapter of a batch: its place in the boekwerk, its file, its fingerprint."""

    plek: int
    prestatie: Prestatie
    pad: Path
    data: str
    gereed: Unchanged | None
    """That it stands there already as it would be made."""


@dataclass(frozen=True, slots=True)
class Stapel:
    """Chapters that are made together, with those in between that need no making."""

    plannen: Sequence[Plan]

    @property
    def plekken(self) -> Sequence[int]:
        """The places of those that are to be made."""
        return [plan.plek for plan in self.plannen if not plan.gereed]


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans the chapters of a boekwerk in a folder."""

    boek: Register
    vingerafdruk: Vingerafdruk
    sjabloon: str
    """The hash of the template."""
    force: bool

    def plannen(self, namen: Iterable[tuple[int, str]], map_: Path) -> Iterator[Plan]:
        """Plan chapters, by their places and the names of their files."""
        for plek, naam in namen:
            prestatie = self.vingerafdruk.boekwerk.prestaties[plek]
            data = self.vingerafdruk.van(prestatie)
            gereed = self._gereed(map_ / naam, prestatie, data)
            yield Plan(plek, prestatie, map_ / naam, data, gereed)

    def _gereed(self, pad: Path, prestatie: Prestatie, data: str) -> Unchanged | None:
        bekend = self.boek.van(pad.name)
        if self.force or bekend is None or not self._zelfde(bekend, data):
            return None
        with suppress(OutputError):  # told when it is going to be written
            if hash_of(pad) == bekend.bytes:
                return Unchanged(prestatie.nummer, prestatie.titel, pad, bekend.problems)
        return None

    def _zelfde(self, bekend: Document, data: str) -> bool:
        """Say whether a document was made, and of the same."""
        nu = "made", data, self.sjabloon, VERSION
        return (bekend.outcome, bekend.data, bekend.template, bekend.version) == nu


def stapels(plannen: Iterable[Plan]) -> Iterator[Stapel]:
    """Pile up chapters, in their order."""
    stapel: list[Plan] = []
    te_maken = 0
    for plan in plannen:
        stapel.append(plan)
        te_maken += plan.gereed is None
        if te_maken >= _STAPEL or len(stapel) >= _HOOGSTENS:
            yield Stapel(stapel)
            stapel, te_maken = [], 0
    if stapel:
        yield Stapel(stapel)
