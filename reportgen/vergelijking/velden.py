"""Every other value that changed: texts, lights, statuses, milestones, indicators, the head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from reportgen.errors import Pad
from reportgen.model import Begrotingswijziging, Boekwerk, Onderdeel
from reportgen.vergelijking.koppeling import Paar
from reportgen.vergelijking.lijsten import naam_van, paren
from reportgen.vergelijking.uitkomst import Nummers, Paden, Soort, Verschil, Waarde
from reportgen.vergelijking.woorden import glad

_ELDERS = frozenset(
    {
        ("prestaties",),
        ("versie",),
        ("profiel",),
        ("cijfers",),
        ("nummer",),
        ("voorheen",),
        ("na_te_kijken",),
        ("financien", "begrotingswijzigingen", "mutaties"),
        ("financien", "regels", "bedragen"),
    }
)
"""What is told elsewhere, or never printed."""
_ANDERE_EDITIE = frozenset({("titel",), ("soort",), ("jaar",), ("peildatum",), ("status",)})
"""What says which edition it is, and differs from one to the next."""
_ALLEEN_SAMEN = frozenset({("financien", "regels"), ("kerntaken",), ("kerntaken", "beleidsdoelen")})
"""Lists whose members come and go elsewhere: among the figures, in the structure."""
_TEKSTEN = frozenset(
    {"titel", "inleiding", "context", "tekst", "toelichting", "rol_provincie", "colofon"}
)
_STANDEN = frozenset({"kleur", "status", "begrotingswijziging"})
_BEDRAGEN = frozenset({"kredieten", "reserves", "controletotalen", "lasten_geautoriseerd"})


def verschillen(
    oud: Boekwerk, nieuw: Boekwerk, gepaard: Sequence[Paar], *, zelfde_moment: bool
) -> Iterator[Verschil]:
    """Give every value that changed, but for figures: of the head, then of each prestatie."""
    geen = Nummers("", "")
    for verschil in _Vergelijker(geen).record(oud, nieuw, Paden((), ())):
        if zelfde_moment or verschil.paden.wordt not in _ANDERE_EDITIE:
            yield verschil
    for paar in gepaard:
        if paar.was and paar.wordt:
            yield from _Vergelijker(paar.nummers).record(paar.was, paar.wordt, Paden((), ()))


class _Vergelijker:
    """Walks two records side by side."""

    def __init__(self, nummers: Nummers) -> None:
        self._nummers = nummers

    def record(
        self, was: Onderdeel | None, wordt: Onderdeel | None, paden: Paden, naam: str = ""
    ) -> Iterator[Verschil]:
        """Hold two records against each other; one that is not there has nothing filled in."""
        if was == wordt:
            return
        vorm = was or wordt
        for veld in type(vorm).model_fields if vorm else ():
            dieper = Paden((*paden.was, veld), (*paden.wordt, veld))
            if _soort_pad(dieper.wordt) not in _ELDERS:
                waarden = getattr(was, veld, None), getattr(wordt, veld, None)
                yield from self._waarde(*waarden, dieper, naam)

    def _waarde(self, was: Any, wordt: Any, paden: Paden, naam: str) -> Iterator[Verschil]:  # noqa: ANN401  values of the model
        if was == wordt:
            return
        if _is_lijst(was) or _is_lijst(wordt):
            yield from self._lijst(was or (), wordt or (), paden)
        elif isinstance(was, Onderdeel) or isinstance(wordt, Onderdeel):
            yield from self.record(was, wordt, paden, naam)
        elif (oud := _plat(was)) != (nieuw := _plat(wordt)):
            yield self._verschil(oud, nieuw, paden, naam)

    def _lijst(
        self, was: Sequence[Onderdeel], wordt: Sequence[Onderdeel], paden: Paden
    ) -> Iterator[Verschil]:
        """Hold the members of two lists against each other, each against its namesake."""
        gepaard = paren(was, wordt)
        samen = _soort_pad(paden.wordt) in _ALLEEN_SAMEN
        for van, naar in gepaard:
            oud = was[van] if van is not None else None
            nieuw = wordt[naar] if naar is not None else None
            onder = Paden(_in(paden.was, van), _in(paden.wordt, naar))
            naam = naam_van(nieuw or oud)
            if oud and nieuw:
                yield from self.record(oud, nieuw, onder, naam)
            elif not samen and not _verteld(nieuw):
                yield self._verschil(_kaal(oud), _kaal(nieuw), onder, naam)
        plekken = [van for van, naar in gepaard if van is not None and naar is not None]
        if not samen and plekken != sorted(plekken):
            yield Verschil("volgorde", self._nummers, paden, _namen(was), _namen(wordt))

    def _verschil(self, was: Waarde, wordt: Waarde, paden: Paden, naam: str) -> Verschil:
        soort = _soort(_soort_pad(paden.wordt or paden.was), was if wordt is None else wordt)
        return Verschil(soort, self._nummers, paden, was, wordt, naam)


def _soort(pad: tuple[str, ...], waarde: Waarde) -> Soort:
    """Say what sort of value stands at a path."""
    if "mijlpalen" in pad:
        return "mijlpaal"
    if "indicatoren" in pad:
        return "indicator"
    if _BEDRAGEN & {*pad} and not isinstance(waarde, str):
        return "bedrag"
    if pad[-1] in _STANDEN:
        return "stand"
    return "tekst" if pad[-1] in _TEKSTEN or pad[-1] == "acties" else "gegeven"


def _soort_pad(pad: Pad) -> tuple[str, ...]:
    """Give a path without its places."""
    return tuple(deel for deel in pad if isinstance(deel, str))


def _in(pad: Pad, plek: int | None) -> Pad:
    return () if plek is None else (*pad, plek)


def _is_lijst(waarde: object) -> bool:
    """Say whether this is a list of records."""
    return isinstance(waarde, tuple) and bool(waarde) and isinstance(waarde[0], Onderdeel)


def _plat(waarde: object) -> Waarde:
    """Give a value as it prints; a series of words on one line."""
    if isinstance(waarde, str):
        return glad(waarde)
    if isinstance(waarde, tuple):
        return ", ".join(map(str, waarde)) or None
    return waarde if isinstance(waarde, int | Decimal | date) else None


def _kaal(onderdeel: Onderdeel | None) -> Waarde:
    """Give a record as plain data, without what was left out."""
    return onderdeel.model_dump(exclude_defaults=True) if onderdeel else None


def _verteld(onderdeel: Onderdeel | None) -> bool:
    """Say whether a record is told elsewhere already: a decision with what it changes."""
    return isinstance(onderdeel, Begrotingswijziging) and bool(onderdeel.mutaties)


def _namen(delen: Sequence[Onderdeel]) -> str:
    return "; ".join(map(naam_van, delen))
