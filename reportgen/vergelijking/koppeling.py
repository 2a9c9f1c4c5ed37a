"""Which prestatie of one document is which of the other: by its old number, or by its number.

Never by likeness: a figure held against that of another prestatie is worse than none. What looks
like the same under another number is proposed, for a person to write `voorheen`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.model import Boekwerk, Prestatie, volgorde
from reportgen.vergelijking.uitkomst import Indeling, Nummers
from reportgen.vergelijking.woorden import kaal


@dataclass(frozen=True, slots=True)
class Paar:
    """A prestatie in both documents, or in one of them."""

    was: Prestatie | None
    wordt: Prestatie | None

    @property
    def nummers(self) -> Nummers:
        """Its numbers."""
        return Nummers(self.was.nummer if self.was else "", self.wordt.nummer if self.wordt else "")

    @property
    def titel(self) -> str:
        """Its title, of now where there is one."""
        prestatie = self.wordt or self.was
        return prestatie.titel if prestatie else ""


def koppel(oud: Boekwerk, nieuw: Boekwerk, *, zelfde_moment: bool) -> tuple[Paar, ...]:
    """Pair the prestaties of two documents, in the order of the numbers, and those of one only.

    Args:
        oud: the earlier.
        nieuw: the later.
        zelfde_moment: whether they are versions of one edition: `voorheen` speaks of the edition
            before that then, unless a number is there no more.
    """
    vroeg = {p.nummer: p for p in oud.prestaties}
    laat = {p.nummer: p for p in nieuw.prestaties}
    oude_nummers = _zeker(vroeg, laat) if zelfde_moment else {}
    for laat_nummer, vroeg_nummer in _voorheen(vroeg, laat):
        _koppel(oude_nummers, laat_nummer, vroeg_nummer)
    if zelfde_moment:
        for vroeg_nummer, laat_nummer in _voorheen(laat, vroeg):
            _koppel(oude_nummers, laat_nummer, vroeg_nummer)
    verhuisd = verhuizingen(vroeg, laat, oude_nummers)
    for nummer in laat.keys() & vroeg.keys() - verhuisd.keys() - {*verhuisd.values()}:
        _koppel(oude_nummers, nummer, nummer)
    weg = [nummer for nummer in vroeg if nummer not in oude_nummers.values()]
    paren = [Paar(vroeg.get(oude_nummers.get(n, "")), p) for n, p in laat.items()]
    paren += [Paar(vroeg[nummer], None) for nummer in weg]
    return tuple(sorted(paren, key=lambda paar: volgorde(paar.nummers.nu)))


def _koppel(oude_nummers: dict[str, str], laat: str, vroeg: str) -> None:
    """Pair two that are both still free: nothing is counted twice."""
    if laat not in oude_nummers and vroeg not in oude_nummers.values():
        oude_nummers[laat] = vroeg


def _zeker(vroeg: Mapping[str, Prestatie], laat: Mapping[str, Prestatie]) -> dict[str, str]:
    """Pair what has its number and its title in both versions."""
    return {
        nummer: nummer
        for nummer in laat.keys() & vroeg.keys()
        if kaal(laat[nummer].titel) == kaal(vroeg[nummer].titel)
    }


def _voorheen(
    vroeg: Mapping[str, Prestatie], laat: Mapping[str, Prestatie]
) -> Iterator[tuple[str, str]]:
    """Give what says which number it had; of several that go on from one, its namesake first."""
    zegt = [(n, p.voorheen) for n, p in laat.items() if p.voorheen in vroeg]
    op_naam = sorted(zegt, key=lambda paar: (paar[0] != paar[1], volgorde(paar[0])))
    yield from ((nummer, oud) for nummer, oud in op_naam if oud)


def verhuizingen(
    vroeg: Mapping[str, Prestatie], laat: Mapping[str, Prestatie], bekend: Mapping[str, str]
) -> dict[str, str]:
    """Give titles that seem to have moved, by their new number: one of each, and nobody says so."""
    toen = {n: kaal(p.titel) for n, p in vroeg.items() if n not in bekend.values()}
    nu = {n: kaal(p.titel) for n, p in laat.items() if n not in bekend}
    een, ander = Counter(toen.values()), Counter(nu.values())
    nummers = {titel: nummer for nummer, titel in toen.items() if een[titel] == 1}
    return {
        nummer: nummers[titel]
        for nummer, titel in nu.items()
        if ander[titel] == 1 and titel in nummers and nummers[titel] != nummer
    }


def indeling(oud: Boekwerk, nieuw: Boekwerk, paren: tuple[Paar, ...]) -> Iterator[Indeling]:
    """Say which prestaties came, went, or have another number, and what may be the same."""
    yield from _andere_delen(oud, nieuw)
    niveau = nieuw.profiel.niveau
    gekoppeld = {p.nummers.wordt: p.nummers.was for p in paren if p.was and p.wordt}
    for paar in paren:
        nummers, titel = paar.nummers, paar.titel
        if paar.was is None and paar.wordt:
            eerder = paar.wordt.voorheen or ""
            los = eerder in gekoppeld.values() and eerder != nummers.wordt
            if los:
                nummers = Nummers(eerder, nummers.wordt)
            yield Indeling("afgesplitst" if los else "nieuw", niveau, nummers, titel)
        elif paar.wordt is None:
            yield Indeling("vervallen", niveau, nummers, titel)
        elif nummers.was != nummers.wordt:
            yield Indeling("hernummerd", niveau, nummers, titel)
    vroeg = {p.nummer: p for p in oud.prestaties}
    laat = {p.nummer: p for p in nieuw.prestaties}
    for nummer, eerder in verhuizingen(vroeg, laat, gekoppeld).items():
        yield Indeling("voorstel", niveau, Nummers(eerder, nummer), laat[nummer].titel)


def _andere_delen(oud: Boekwerk, nieuw: Boekwerk) -> Iterator[Indeling]:
    """Say which parts of the tree came, and which went."""
    toen, nu = dict(_delen(oud)), dict(_delen(nieuw))
    for nummer in sorted(toen.keys() | nu.keys(), key=volgorde):
        if nummer not in toen:
            yield Indeling("nieuw", nu[nummer][0], Nummers("", nummer), nu[nummer][1])
        elif nummer not in nu:
            yield Indeling("vervallen", toen[nummer][0], Nummers(nummer, ""), toen[nummer][1])


def _delen(boekwerk: Boekwerk) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give the number, the level and the title of every part of the tree."""
    namen = [niveau.naam for niveau in boekwerk.profiel.niveaus]
    for kern in boekwerk.kerntaken:
        yield kern.nummer, (namen[0], kern.titel)
        for doel in kern.beleidsdoelen:
            yield doel.nummer, (namen[min(1, len(namen) - 1)], doel.titel)
