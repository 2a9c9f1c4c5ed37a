"""Which item of one list is which of another: the same, of the same name, or of a name like it.

Works on plain data: a record is a mapping of what was filled in. Who merges lists must know how
sure a pair is; so a pair that rests on order among equals, on one of two names that are about as
much alike, or on nothing but its place is `vaag`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

Kaal = Mapping[str, Any]
"""A record as plain data: what was filled in, by field."""

NAMEN: Mapping[str, tuple[str, ...]] = {
    "acties": ("tekst",),
    "regels": ("soort", "omschrijving"),
    "begrotingswijzigingen": ("orgaan", "nummer"),
    "mutaties": ("jaar", "soort", "prestatie", "omschrijving"),
    "kredieten": ("naam",),
    "controletotalen": ("post", "kolom"),
    "indicatoren": ("naam",),
    "websites": ("naam",),
    "mijlpalen": ("naam",),
    "prestaties": ("nummer",),
    "kerntaken": ("nummer",),
    "beleidsdoelen": ("nummer",),
    "elders": ("nummer",),
    "reserves": ("naam",),
    "bijlagen": ("bestand",),
}
"""What an item of each list is known by; the last of these may have been rewritten."""

_VASTE_NAMEN = {"nummer", "kolom", "bestand"}
"""Fields in which a like value is another value."""
_LIJKT = 0.6
_EVENVEEL = 0.1
"""Two likenesses that differ less than this do not choose."""


@dataclass(slots=True)
class Koppeling:
    """Pairs of positions, old → new, and which of them are no more than likely (vaag)."""

    paren: dict[int, int] = field(default_factory=dict)
    vaag: set[int] = field(default_factory=set)

    def voeg(self, oud: int, nieuw: int, *, vaag: bool = False) -> None:
        """Add a pair."""
        self.paren[oud] = nieuw
        if vaag:
            self.vaag.add(oud)


def koppel(
    lijst: str, oud: Sequence[Kaal], nieuw: Sequence[Kaal], *, op_plek: bool = True
) -> Koppeling:
    """Pair the items of two lists; what has no counterpart is in no pair.

    Args:
        lijst: the field that holds the list, `acties`.
        oud: the items as they were.
        nieuw: the items as they are.
        op_plek: whether what came in the place of an item may be that item, rewritten.
    """
    gevonden = Koppeling()
    for van, naar in _gelijk_genoemd([_vast(d) for d in oud], [_vast(d) for d in nieuw], gevonden):
        for paar in zip(van, naar, strict=False):  # equal to the letter: one is as good as another
            gevonden.voeg(*paar)
    namen = NAMEN.get(lijst)
    if namen:
        sleutels = [_naam(d, namen) for d in oud], [_naam(d, namen) for d in nieuw]
        for van, naar in _gelijk_genoemd(*sleutels, gevonden):
            if len(van) == len(naar):
                for paar in zip(van, naar, strict=True):
                    gevonden.voeg(*paar, vaag=len(van) > 1)
        if namen[-1] not in _VASTE_NAMEN:
            _koppel_gelijkend(gevonden, namen, oud, nieuw)
    if op_plek:
        _koppel_op_plek(gevonden, len(oud), len(nieuw))
    return gevonden


def _gelijk_genoemd(
    oud: Sequence[Hashable], nieuw: Sequence[Hashable], gevonden: Koppeling
) -> list[tuple[list[int], list[int]]]:
    """Give the positions on both sides of what has one key, and no counterpart yet."""
    rechts = _per_sleutel(nieuw, gevonden.paren.values())
    links = _per_sleutel(oud, gevonden.paren)
    return [(plekken, rechts[s]) for s, plekken in links.items() if s in rechts]


def _per_sleutel(sleutels: Sequence[Hashable], zonder: Iterable[int]) -> dict[Hashable, list[int]]:
    bezet = set(zonder)
    plekken: dict[Hashable, list[int]] = defaultdict(list)
    for plek, sleutel in enumerate(sleutels):
        if plek not in bezet:
            plekken[sleutel].append(plek)
    return plekken


def _koppel_gelijkend(
    gevonden: Koppeling, namen: tuple[str, ...], oud: Sequence[Kaal], nieuw: Sequence[Kaal]
) -> None:
    """Pair what has a name that is like another's, the most alike first."""
    bezet = set(gevonden.paren.values())
    vrij = [i for i in range(len(oud)) if i not in gevonden.paren]
    open_ = [j for j in range(len(nieuw)) if j not in bezet]
    kansen = [(_lijkt(oud[i], nieuw[j], namen), i, j) for i in vrij for j in open_]
    goed = sorted((kans for kans in kansen if kans[0] >= _LIJKT), key=lambda k: (-k[0], k[1:]))
    for kans, i, j in goed:
        if i not in gevonden.paren and j not in bezet:
            bezet.add(j)
            rivalen = (k for k, van, naar in goed if (van == i) != (naar == j))
            gevonden.voeg(i, j, vaag=any(kans - k < _EVENVEEL for k in rivalen))


def _koppel_op_plek(gevonden: Koppeling, oud: int, nieuw: int) -> None:
    """Pair what is left with what came in its place, behind the counterpart of what it follows."""
    bezet = set(gevonden.paren.values())
    for plek in (i for i in range(oud) if i not in gevonden.paren):
        ervoor = gevonden.paren.get(plek - 1) if plek else -1
        if ervoor is not None and ervoor + 1 < nieuw and ervoor + 1 not in bezet:
            bezet.add(ervoor + 1)
            gevonden.voeg(plek, ervoor + 1, vaag=True)


def _lijkt(oud: Kaal, nieuw: Kaal, namen: tuple[str, ...]) -> float:
    """Say how much two names are alike, from 0 to 1; what goes before the name is the same."""
    if _naam(oud, namen[:-1]) != _naam(nieuw, namen[:-1]):
        return 0.0
    links, rechts = (str(deel.get(namen[-1], "")).casefold() for deel in (oud, nieuw))
    if not (links and rechts):
        return 0.0
    vergelijker = SequenceMatcher(None, links, rechts, autojunk=False)
    if vergelijker.real_quick_ratio() < _LIJKT or vergelijker.quick_ratio() < _LIJKT:
        return 0.0
    return vergelijker.ratio()


def _naam(deel: Kaal, namen: tuple[str, ...]) -> Hashable:
    """Give what an item is known by, however it is spaced and capitalised."""
    return tuple(" ".join(str(deel.get(naam, "")).casefold().split()) for naam in namen)


def _vast(waarde: object) -> Hashable:
    """Give plain data as something that can be a key."""
    match waarde:
        case Mapping():
            return tuple((naam, _vast(deel)) for naam, deel in sorted(waarde.items()))
        case list() | tuple():
            return tuple(map(_vast, waarde))
        case _:
            return str(type(waarde)), str(waarde)
