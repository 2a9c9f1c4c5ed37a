"""What changed figures add up to: per prestatie, per kerntaak, in all; saldo and resultaat too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from reportgen import financien
from reportgen.financien.basis import groepeer, tel
from reportgen.model import Boekwerk, Post, volgorde
from reportgen.vergelijking.cijfers import Kolompaar, rijen
from reportgen.vergelijking.koppeling import Paar
from reportgen.vergelijking.uitkomst import (
    Besluitregel,
    Cijfer,
    Grootheid,
    Mutatie,
    Niveau,
    Nummers,
    Som,
)

Standen = Mapping[Post, Mutatie]
"""Amounts before and after by post, derived posts included."""
_Nummerstand = tuple[Nummers, Standen]
_NIETS = Decimal(0)
"""What a prestatie comes to where it is not."""


def sommen(paren: Iterable[Paar], kolommen: Kolompaar, cijfers: Iterable[Cijfer]) -> Iterator[Som]:
    """Add up an amount that both documents have: of prestaties that change, of kerntaken, of all.

    A kerntaak adds up all its prestaties, those that stay the same too; one that moves counts where
    it was and where it is.
    """
    grootheid = kolommen.vergeleken.grootheid
    anders = {cijfer.nummers for cijfer in cijfers}
    if not anders:
        return
    alle = [(paar.nummers, _standen(paar, kolommen)) for paar in paren]
    for nummers, standen in alle:
        if nummers in anders:
            yield from _sommen("prestatie", nummers, grootheid, standen)
    geraakt = {
        kerntaak
        for nummers in anders
        for kerntaak in (
            kerntaak_van(nummers.was, kolommen.oud),
            kerntaak_van(nummers.wordt, kolommen.nieuw),
        )
    }
    for kerntaak, standen in _per_kerntaak(alle, kolommen.oud, kolommen.nieuw):
        veranderd = any(bedrag.was != bedrag.wordt for bedrag in standen.values())
        if veranderd or kerntaak.nu in geraakt:
            yield from _sommen("kerntaak", kerntaak, grootheid, standen)
    totaal = _opgeteld([standen for _, standen in alle])
    yield from _sommen("boekwerk", Nummers("", ""), grootheid, totaal)


def sommen_van_besluiten(
    regels: Iterable[Besluitregel], oud: Boekwerk, nieuw: Boekwerk
) -> Iterator[Som]:
    """Add up what decisions change in years that no column compares, as far as it goes."""
    per_jaar = groepeer(regels, lambda regel: regel.jaar)
    for jaar, eigen in sorted(per_jaar.items()):
        grootheid = Grootheid("begroting", jaar)
        per_prestatie = groepeer(eigen, lambda regel: regel.nummers)
        alle = [(nummers, standen_van_besluiten(delen)) for nummers, delen in per_prestatie.items()]
        for nummers, standen in alle:
            yield from _sommen("prestatie", nummers, grootheid, standen, deel=True)
        for nummers, standen in _per_kerntaak(alle, oud, nieuw):
            yield from _sommen("kerntaak", nummers, grootheid, standen, deel=True)
        totaal = _opgeteld([standen for _, standen in alle])
        yield from _sommen("boekwerk", Nummers("", ""), grootheid, totaal, deel=True)


def _sommen(
    niveau: Niveau, nummers: Nummers, grootheid: Grootheid, standen: Standen, *, deel: bool = False
) -> Iterator[Som]:
    """Give a sum for each post, in the order of print."""
    for post in financien.VOLGORDE:
        if post in standen:
            yield Som(niveau, nummers, grootheid, post, standen[post], deel)


def _standen(paar: Paar, kolommen: Kolompaar) -> Standen:
    """Add up the rows of a prestatie by post."""
    basis: dict[Post, Mutatie] = {
        post: kolommen.bedrag(rijen(paar.was, post), rijen(paar.wordt, post))
        for post in financien.BASISPOSTEN
    }
    return _met_afgeleide(basis)


def standen_van_besluiten(regels: Iterable[Besluitregel], *, samen: bool = False) -> Standen:
    """Add up what decisions change; of posts that none of them names, nothing.

    Args:
        regels: the lines of one prestatie.
        samen: whether they are of several.
    """
    per_post: dict[Post, list[Mutatie]] = {}
    per_rij = groepeer(regels, lambda r: (r.nummers if samen else "", r.post, r.omschrijving))
    for eigen in per_rij.values():
        per_post.setdefault(eigen[0].post, []).append(_na_elkaar(eigen))
    return _met_afgeleide({post: _som(bedragen) for post, bedragen in per_post.items()})


def _na_elkaar(regels: Iterable[Besluitregel]) -> Mutatie:
    """Take decisions about one row together: where the first begins, whatever their order.

    Not known where they begin at several amounts: what they come to is not in the data then.
    """
    bedragen = [regel.bedrag for regel in regels]
    begin = {
        bedrag.was
        for plek, bedrag in enumerate(bedragen)
        if all(bedrag.was != ander.wordt for n, ander in enumerate(bedragen) if n != plek)
    }
    stap = _som(bedragen).mutatie
    was = begin.pop() if len(begin) == 1 else None
    return Mutatie(was, None if was is None or stap is None else was + stap)


def _met_afgeleide(basis: dict[Post, Mutatie]) -> Standen:
    """Add saldo and resultaat, where all that they are made of is there."""
    standen = dict(basis)
    if {"lasten", "baten"} <= standen.keys():
        standen["saldo"] = _afgeleid("saldo", standen)
        if standen.keys() & {"toevoeging", "onttrekking"}:
            standen["resultaat"] = _afgeleid("resultaat", standen)
    return standen


def _afgeleid(post: Post, standen: Standen) -> Mutatie:
    termen = financien.AFGELEIDE_POSTEN[post]
    delen = [(teken, bedrag) for teken, deel in termen if (bedrag := _van(standen, deel))]
    return Mutatie(
        tel((teken, deel.was) for teken, deel in delen),
        tel((teken, deel.wordt) for teken, deel in delen),
    )


def _van(standen: Standen, post: str) -> Mutatie | None:
    return next((bedrag for naam, bedrag in standen.items() if naam == post), None)


def _opgeteld(delen: Iterable[Standen]) -> Standen:
    """Add up post by post."""
    per_post: dict[Post, list[Mutatie]] = {}
    for standen in delen:
        for post, bedrag in standen.items():
            per_post.setdefault(post, []).append(bedrag)
    return {post: _som(bedragen) for post, bedragen in per_post.items()}


def _som(bedragen: Iterable[Mutatie]) -> Mutatie:
    vast = [*bedragen]
    return Mutatie(tel((1, b.was) for b in vast), tel((1, b.wordt) for b in vast))


def _per_kerntaak(
    alle: Iterable[_Nummerstand], oud: Boekwerk, nieuw: Boekwerk
) -> Iterator[_Nummerstand]:
    """Add up by kerntaak: what was by that of the old number, what is by that of the new one."""
    delen: dict[str, list[Standen]] = {}
    for nummers, standen in alle:
        toen, nu = kerntaak_van(nummers.was, oud), kerntaak_van(nummers.wordt, nieuw)
        if toen == nu or not (nummers.was and nummers.wordt):
            delen.setdefault(nu or toen, []).append(standen)
            continue
        weg = {post: Mutatie(b.was, _NIETS) for post, b in standen.items()}
        bij = {post: Mutatie(_NIETS, b.wordt) for post, b in standen.items()}
        delen.setdefault(toen, []).append(weg)
        delen.setdefault(nu, []).append(bij)
    for kerntaak in sorted(filter(None, delen), key=volgorde):
        yield Nummers(kerntaak, kerntaak), _opgeteld(delen[kerntaak])


def kerntaak_van(nummer: str, boekwerk: Boekwerk) -> str:
    """Find the part of the highest level that a number stands under; empty where there is none."""
    hoogste = financien.hoogste(boekwerk, [nummer]) if nummer else ()
    return hoogste[0] if hoogste else ""
