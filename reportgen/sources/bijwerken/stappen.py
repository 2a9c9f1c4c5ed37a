"""How plain data becomes other plain data: steps that each change one thing, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportgen.errors import Pad
from reportgen.model.koppelen import Kaal, koppel


@dataclass(frozen=True, slots=True)
class Zet:
    """A key gets a value; where it is new, behind the last of `na` that is there."""

    pad: Pad
    waarde: Any
    na: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weg:
    """A key or an item goes."""

    pad: Pad


@dataclass(frozen=True, slots=True)
class Voeg:
    """An item comes into a list, at the position with which the path ends."""

    pad: Pad
    waarde: Any


@dataclass(frozen=True, slots=True)
class Orden:
    """The items of a list get another order; each number is where an item stood."""

    pad: Pad
    volgorde: tuple[int, ...]


Stap = Zet | Weg | Voeg | Orden


def stappen(oud: Kaal, nieuw: Kaal, pad: Pad = ()) -> Iterator[Stap]:
    """Give the steps from one record to the other; what goes, goes last."""
    for plek, naam in enumerate(nieuw):
        hier = (*pad, naam)
        yield from _veld(oud.get(naam), nieuw[naam], Zet(hier, nieuw[naam], tuple(nieuw)[:plek]))
    yield from (Weg((*pad, naam)) for naam in oud if naam not in nieuw)


def _veld(oud: Any, nieuw: Any, zet: Zet) -> Iterator[Stap]:  # noqa: ANN401  plain data
    if oud == nieuw:
        return
    if isinstance(oud, dict) and isinstance(nieuw, dict) and nieuw:
        yield from stappen(oud, nieuw, zet.pad)
    elif _is_lijst(oud) and _is_lijst(nieuw):
        yield from _lijst(oud, nieuw, zet)
    else:
        yield zet


def _is_lijst(waarde: object) -> bool:
    return isinstance(waarde, tuple) and bool(waarde) and isinstance(waarde[0], dict)


def _lijst(oud: Sequence[Kaal], nieuw: Sequence[Kaal], zet: Zet) -> Iterator[Stap]:
    """Items are edited where they stand, then dropped, put in order, and added."""
    pad = zet.pad
    paren = koppel(str(pad[-1]), oud, nieuw).paren
    if not paren:
        yield zet
        return
    for van, naar in paren.items():
        yield from stappen(oud[van], nieuw[naar], (*pad, van))
    yield from (Weg((*pad, plek)) for plek in reversed(range(len(oud))) if plek not in paren)
    blijvers = sorted(paren)
    terug = {naar: blijvers.index(van) for van, naar in paren.items()}
    volgorde = tuple(terug[naar] for naar in sorted(terug))
    if volgorde != tuple(range(len(volgorde))):
        yield Orden(pad, volgorde)
    yield from (Voeg((*pad, j), deel) for j, deel in enumerate(nieuw) if j not in terug)
