"""F1 and F9 on figures from a ledger: all of them are in the boekwerk, and only they are."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen import notation
from reportgen.checks.geld import regelnaam
from reportgen.checks.lopen import secties
from reportgen.checks.registry import Vondst, data_rule
from reportgen.errors import Cijferpost, Pad
from reportgen.financien import Aansluiting, aansluitingen, cijfers
from reportgen.model import Boekwerk, Regel

_NUL = Decimal(0)
_MELD = "lees de bron opnieuw; blijft het verschil, meld het dan"


@data_rule("F1", "error", "wat uit het grootboek is gelezen, staat tot op de cent in het boekwerk")
def aansluiting(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """Every sum of a ledger is the figure in its place, and all sums together are what was read."""
    alle = aansluitingen(boekwerk)
    nu = {pad: (regel, bedrag) for pad, regel, bedrag in cijfers(boekwerk)} if alle else {}
    for nummer, een in enumerate(alle):
        verklaard: dict[Cijferpost, Decimal] = {}
        weg = False
        for pad, gelezen in een.grootboek.cellen.items():
            regel, bedrag = nu.get(pad, (None, _NUL))
            if regel is None:
                weg = True
            else:
                post = regel.soort, str(pad[-1])
                verklaard[post] = verklaard.get(post, _NUL) + bedrag - gelezen
            if regel is None or bedrag != gelezen:
                yield _verschil(boekwerk, pad, regel, (bedrag, gelezen))
        if not weg:
            yield from _totalen(boekwerk, ("cijfers", nummer), een, verklaard)


@data_rule("F9", "warning", "elke prestatie heeft rijen in het grootboek")
def zonder_rijen(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """No prestatie is without a figure from the ledger, where there is one."""
    boeken = boekwerk.herkomst.grootboeken
    gevonden = {pad[:2] for boek in boeken for pad in boek.cellen}
    for pad, prestatie in secties(boekwerk) if boeken else ():
        if pad not in gevonden:
            namen = notation.opsomming([boek.naam for boek in boeken])
            hint = "kijk of het nummer klopt, hier en in het grootboek"
            wat = f"{prestatie.nummer} heeft geen enkele rij in {namen}"
            yield Vondst((*pad, "nummer"), wat, hint)


@data_rule("F9", "warning", "cijfers uit het grootboek zijn niet ook getypt")
def dubbel(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """No figure of a ledger is typed as well; the place is where it was typed."""
    for boek in boekwerk.herkomst.grootboeken:
        for pad, plaats in boek.getypt.items():
            wat = f"dit bedrag staat ook in {boek.naam}, en daar komt het vandaan"
            hint = "typ geen cijfers die uit het grootboek komen: haal het hier weg"
            yield Vondst(pad, wat, hint, plaats=plaats)


@data_rule("F9", "warning", "wat het grootboek geeft, komt niet ook van de schrijver")
def erbij_getypt(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """No typed figure stands beside those of a ledger, so that their totals are no longer its.

    A prestatie without any row is told as a whole.
    """
    boeken = boekwerk.herkomst.grootboeken
    posten = {post for boek in boeken for post in boek.totalen}
    uit = {pad for boek in boeken for pad in boek.cellen}
    prestaties = {pad[:2] for pad in uit}
    for pad, regel, bedrag in cijfers(boekwerk) if boeken else ():
        erbij = pad[:2] in prestaties and (regel.soort, pad[-1]) in posten and pad not in uit
        if bedrag and erbij:
            euro = notation.bedrag(bedrag, boekwerk.profiel.notatie)
            wat = f"{regelnaam(regel)} ({pad[-1]}) is getypt, en {euro} staat niet in het grootboek"
            hint = "kijk of dit klopt: de totalen zijn nu niet meer die van het grootboek"
            yield Vondst(pad, wat, hint)


def _verschil(
    boekwerk: Boekwerk, pad: Pad, regel: Regel | None, bedragen: tuple[Decimal, Decimal]
) -> Vondst:
    bedrag, gelezen, verschil = (
        notation.bedrag(euro, boekwerk.profiel.notatie)
        for euro in (*bedragen, abs(bedragen[0] - bedragen[1]))
    )
    if regel is None:
        return Vondst(pad, f"{gelezen} uit het grootboek staat niet in het boekwerk", _MELD)
    wat = f"{regelnaam(regel)} ({pad[-1]}) is {bedrag}, het grootboek heeft {gelezen}: {verschil}"
    return Vondst(pad, f"{wat} verschil", _MELD)


def _totalen(
    boekwerk: Boekwerk, pad: Pad, een: Aansluiting, verklaard: dict[Cijferpost, Decimal]
) -> Iterator[Vondst]:
    """Find what single figures do not explain: rows that went nowhere, or went there twice."""
    for post in {**een.gelezen, **een.geplaatst}:
        gelezen, geplaatst = een.gelezen.get(post, _NUL), een.geplaatst.get(post, _NUL)
        if geplaatst - gelezen != verklaard.get(post, _NUL):
            notatie = boekwerk.profiel.notatie
            daar, hier = (notation.bedrag(euro, notatie) for euro in (gelezen, geplaatst))
            wat = f"{daar} gelezen uit {een.grootboek.naam}, {hier} geplaatst"
            yield Vondst(pad, f"{post[0]} ({post[1]}): {wat}", _MELD)
