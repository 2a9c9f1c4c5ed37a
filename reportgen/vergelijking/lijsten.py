"""Which member of a list is which of the other: by name, and by likeness where a name changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.model import Onderdeel
from reportgen.vergelijking.woorden import lijkt

_NAMEN = ("nummer", "naam", "bestand", "tekst")
_GENOEG = 0.5
"""From how many of their words in common on two texts are one that was edited."""
_HOOGSTENS = 2_500
"""Beyond so many pairs nobody looks for likeness: long lists have names."""

Plekken = tuple[int | None, int | None]
"""The place in either list; None where it is not there."""


def naam_van(onderdeel: Onderdeel | None) -> str:
    """Give what a record is called by; a milestone by its name, an action by its text."""
    if onderdeel is None:
        return ""
    for veld in _NAMEN:
        if veld in type(onderdeel).model_fields:
            return str(getattr(onderdeel, veld))
    delen = (getattr(onderdeel, v, None) for v in ("soort", "omschrijving", "post", "kolom"))
    return " ".join(str(deel) for deel in delen if deel)


def paren(was: Sequence[Onderdeel], wordt: Sequence[Onderdeel]) -> list[Plekken]:
    """Pair the members of two lists, in the order of the new one; then what went."""
    oud, nieuw = _genummerd(was), _genummerd(wordt)
    samen = {nieuw[naam]: oud[naam] for naam in nieuw if naam in oud}
    los = [plek for plek in range(len(was)) if plek not in samen.values()]
    open_ = [plek for plek in range(len(wordt)) if plek not in samen]
    if len(los) * len(open_) <= _HOOGSTENS:
        samen |= _gelijkend(was, wordt, los, open_)
    weg = [plek for plek in los if plek not in samen.values()]
    return [(samen.get(plek), plek) for plek in range(len(wordt))] + [(p, None) for p in weg]


def _genummerd(delen: Sequence[Onderdeel]) -> dict[tuple[str, int], int]:
    """Give the place of each name; a name that comes twice, each time."""
    gezien: dict[str, int] = {}
    plekken = {}
    for plek, deel in enumerate(delen):
        naam = " ".join(naam_van(deel).split())
        gezien[naam] = keer = gezien.get(naam, 0) + 1
        plekken[naam, keer] = plek
    return plekken


def _gelijkend(
    was: Sequence[Onderdeel], wordt: Sequence[Onderdeel], los: list[int], open_: list[int]
) -> dict[int, int]:
    """Pair what has enough words in common, the most alike first; numbers are never alike."""
    kansen = sorted(_kansen(was, wordt, los, open_))
    samen: dict[int, int] = {}
    for _, naar, van in kansen:
        if naar not in samen and van not in samen.values():
            samen[naar] = van
    return samen


def _kansen(
    was: Sequence[Onderdeel], wordt: Sequence[Onderdeel], los: list[int], open_: list[int]
) -> Iterator[tuple[float, int, int]]:
    for naar in open_:
        if "nummer" in type(wordt[naar]).model_fields:
            continue
        for van in los:
            gelijkenis = lijkt(naam_van(was[van]), naam_van(wordt[naar]))
            if gelijkenis >= _GENOEG:
                yield -gelijkenis, naar, van
