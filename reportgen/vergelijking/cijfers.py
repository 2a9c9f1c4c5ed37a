"""The figures that changed, per prestatie and row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reportgen import financien
from reportgen.editie import stand
from reportgen.errors import Pad
from reportgen.model import KOLOMMEN, Boekwerk, Prestatie, Regel, Regelsoort
from reportgen.vergelijking.koppeling import Paar
from reportgen.vergelijking.uitkomst import Cijfer, Mutatie, Paden, Vergeleken

_Rij = tuple[int, Regel]
"""A regel and its place."""


@dataclass(frozen=True, slots=True)
class Kolompaar:
    """One amount in both documents: which one, and how either adds up its column."""

    vergeleken: Vergeleken
    oud: Boekwerk
    nieuw: Boekwerk

    def bedrag(self, was: Iterable[_Rij], wordt: Iterable[_Rij]) -> Mutatie:
        """Add up rows; a row that is not there is zero, an amount that is not there unknown."""
        return Mutatie(
            stand((regel for _, regel in was), self.vergeleken.was, self.oud.soort),
            stand((regel for _, regel in wordt), self.vergeleken.wordt, self.nieuw.soort),
        )

    def paden(self, was: list[_Rij], wordt: list[_Rij]) -> Paden:
        """Say where the amounts stand."""
        return Paden(
            _pad(was, self.vergeleken.was, self.oud), _pad(wordt, self.vergeleken.wordt, self.nieuw)
        )


def _pad(rijen: list[_Rij], kolom: str, boekwerk: Boekwerk) -> Pad:
    """Give the path of an amount; of several, or one that is worked out, of what holds it."""
    if not rijen:
        return ()
    if len(rijen) > 1:
        return ("financien", "regels")
    pad: Pad = ("financien", "regels", rijen[0][0], "bedragen")
    return (*pad, kolom) if kolom in KOLOMMEN[boekwerk.soort] else pad


def cijfers(paar: Paar, kolommen: Kolompaar) -> Iterator[Cijfer]:
    """Give the rows of one prestatie whose amount is another one now.

    A row that came or went without this amount says nothing about it.
    """
    for post in financien.BASISPOSTEN:
        was, wordt = rijen(paar.was, post), rijen(paar.wordt, post)
        for naam, aard, oud, nieuw in _groepen(was, wordt):
            bedrag = kolommen.bedrag(oud, nieuw)
            leeg = (not oud and bedrag.wordt is None) or (not nieuw and bedrag.was is None)
            if bedrag.was != bedrag.wordt and not leeg:
                grootheid, paden = kolommen.vergeleken.grootheid, kolommen.paden(oud, nieuw)
                yield Cijfer(paar.nummers, grootheid, post, bedrag, paden, naam, aard)


def rijen(prestatie: Prestatie | None, post: Regelsoort) -> list[_Rij]:
    """Give the rows of a post of one prestatie, each with its place."""
    regels = prestatie.financien.regels if prestatie and prestatie.financien else ()
    return [(plek, regel) for plek, regel in enumerate(regels) if regel.soort == post]


def _groepen(
    was: list[_Rij], wordt: list[_Rij]
) -> Iterator[tuple[str, str, list[_Rij], list[_Rij]]]:
    """Match rows by name, and by nature where both documents know the same ones.

    Where no name is in both (one splits what the other gives as a whole), only the whole can be
    compared.
    """
    toen, nu = _op(was, _naam), _op(wordt, _naam)
    if was and wordt and not toen.keys() & nu.keys():
        yield "", "", was, wordt
        return
    for naam in {**toen, **nu}:
        oud, nieuw = toen.get(naam, []), nu.get(naam, [])
        aarden, nieuwe = _op(oud, _aard), _op(nieuw, _aard)
        if len(aarden) > 1 and aarden.keys() == nieuwe.keys():
            yield from ((naam, aard, aarden[aard], nieuwe[aard]) for aard in aarden)
        else:
            yield naam, "", oud, nieuw


def _naam(regel: Regel) -> str:
    return regel.omschrijving or ""


def _aard(regel: Regel) -> str:
    return regel.aard or ""


def _op(rijen: list[_Rij], sleutel: Callable[[Regel], str]) -> dict[str, list[_Rij]]:
    groepen: dict[str, list[_Rij]] = {}
    for rij in rijen:
        groepen.setdefault(sleutel(rij[1]), []).append(rij)
    return groepen
