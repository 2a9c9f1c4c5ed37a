"""The tables was / mutatie / wordt as they print: per kerntaak, with what it adds up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen import financien, notation
from reportgen.model import BEKEND, Boekwerk, Kolom, Post, volgorde, vul
from reportgen.vergelijking.benaming import nummer_en_titel
from reportgen.vergelijking.overzichtsvelden import CijferdeelView, MutatierijView, MutatietabelView
from reportgen.vergelijking.sommen import kerntaak_van
from reportgen.vergelijking.uitkomst import (
    Cijfer,
    Grootheid,
    Mutatie,
    Nummers,
    Som,
    Vergelijking,
)
from reportgen.view.geld import afspraak, eenheidskop, koppen

_KOPPEN = {
    "begroting": "Begroting {jaar}",
    "primitief": "Primitieve begroting {jaar}",
    "prognose": "Prognose {jaar}",
    "realisatie": "Gerealiseerd {jaar}",
}
_RESERVES: tuple[Post, ...] = ("toevoeging", "onttrekking")


@dataclass(frozen=True, slots=True)
class Rij:
    """A row before it prints."""

    post: Post
    bedrag: Mutatie
    naam: str = ""
    totaal: bool = False
    """Whether it adds up rows above it."""


def kop(grootheid: Grootheid) -> str:
    """Name an amount: `Begroting 2017`."""
    return vul(_KOPPEN[grootheid.maat], jaar=str(grootheid.jaar))


def naam_van(boekwerk: Boekwerk) -> str:
    """Name a document, and which version of it."""
    dag = f"peildatum {notation.datum(boekwerk.peildatum)}" if boekwerk.peildatum else ""
    bij = [deel for deel in (dag, boekwerk.status) if deel]
    return f"{boekwerk.titel} ({', '.join(bij)})"


def kolomkop(kolom: str, boekwerk: Boekwerk) -> str:
    """Give the heading under which a document prints a column."""
    eigen: tuple[Kolom, ...] = getattr(boekwerk.profiel.kolommen, boekwerk.soort)
    gevonden = next(k for k in (*eigen, *BEKEND[boekwerk.soort]) if k.naam == kolom)
    return koppen(financien.Tabel((gevonden,), ()), boekwerk)[0]


def cijferdelen(vergelijking: Vergelijking) -> Iterator[CijferdeelView]:
    """Give the changes of each amount: those that columns hold, then those of decisions only."""
    for grootheid in dict.fromkeys(som.grootheid for som in vergelijking.sommen):
        sommen = [som for som in vergelijking.sommen if som.grootheid == grootheid]
        tabellen = tuple(_tabellen(sommen, vergelijking))
        bedragen = [som.bedrag for som in sommen]
        yield CijferdeelView(
            kop=kop(grootheid),
            uitleg=_uitleg(grootheid, vergelijking),
            tabellen=tabellen,
            noten=tuple(noten(bedragen, vergelijking.nieuw)),
        )


def _uitleg(grootheid: Grootheid, vergelijking: Vergelijking) -> tuple[str, ...]:
    """Say what was held against what."""
    oud, nieuw = vergelijking.oud, vergelijking.nieuw
    for v in vergelijking.vergeleken:
        if v.grootheid == grootheid:
            return (
                f"Was: {kolomkop(v.was, oud)}, {naam_van(oud)}.",
                f"Wordt: {kolomkop(v.wordt, nieuw)}, {naam_van(nieuw)}.",
            )
    rest = f"de overige bedragen van {grootheid.jaar} staan niet in beide documenten"
    return (f"Alleen wat begrotingswijzigingen veranderen, voorstellen inbegrepen; {rest}.",)


def _tabellen(sommen: Sequence[Som], vergelijking: Vergelijking) -> Iterator[MutatietabelView]:
    """Give a table for each kerntaak, and that of all of them."""
    boekwerk = vergelijking.nieuw
    groepen: dict[str, list[Nummers]] = {}
    for som in sommen:
        if som.niveau == "prestatie":
            eigen = groepen.setdefault(_kerntaak(som.nummers, vergelijking), [])
            eigen += [som.nummers] * (som.nummers not in eigen)
    kerntaken = {s.nummers.nu for s in sommen if s.niveau == "kerntaak"} | groepen.keys()
    for kerntaak in sorted(kerntaken, key=lambda nummer: (not nummer, volgorde(nummer))):
        rijen = [
            rij
            for nummers in groepen.get(kerntaak, ())
            for rij in _van_prestatie(nummers, sommen, vergelijking)
        ]
        naam = f"{_niveau(boekwerk)} {kerntaak}"
        totaal = _totaalrijen(naam, _van("kerntaak", kerntaak, sommen), boekwerk)
        yield tabel(_titel(kerntaak, vergelijking), [*rijen, *totaal], boekwerk)
    if len(vergelijking.titels) > 1:
        naam = boekwerk.profiel.labels.totaal
        yield tabel(naam, [*_totaalrijen(naam, _van("boekwerk", "", sommen), boekwerk)], boekwerk)


def tabel(titel: str, rijen: Sequence[MutatierijView], boekwerk: Boekwerk) -> MutatietabelView:
    """Make a table, under the headings that the profile gives a begrotingswijziging."""
    koppen_ = {k.naam: k.kop or k.naam for k in BEKEND["begrotingswijziging"]}
    koppen_ |= {k.naam: k.kop or k.naam for k in boekwerk.profiel.kolommen.begrotingswijziging}
    return MutatietabelView(
        titel=titel,
        niveau=boekwerk.profiel.niveau.capitalize(),
        eenheid=eenheidskop(boekwerk),
        was=koppen_["was"],
        mutatie=koppen_["mutatie"],
        wordt=koppen_["wordt"],
        rijen=tuple(rijen),
    )


def _van(niveau: str, nummer: str, sommen: Iterable[Som]) -> list[Som]:
    return [s for s in sommen if s.niveau == niveau and s.nummers.nu == nummer]


def _kerntaak(nummers: Nummers, vergelijking: Vergelijking) -> str:
    nu = kerntaak_van(nummers.wordt, vergelijking.nieuw)
    return nu or kerntaak_van(nummers.was, vergelijking.oud)


def _titel(kerntaak: str, vergelijking: Vergelijking) -> str:
    """Name a kerntaak with its title, of whichever document has it."""
    for boekwerk in (vergelijking.nieuw, vergelijking.oud):
        for kern in boekwerk.kerntaken:
            if kern.nummer == kerntaak:
                return f"{_niveau(boekwerk)} {kern.nummer} {kern.titel}"
    profiel = vergelijking.nieuw.profiel
    los = vul(profiel.labels.zonder, niveau=profiel.niveaus[0].naam)
    return los if len(profiel.niveaus) > 1 else ""


def _niveau(boekwerk: Boekwerk) -> str:
    return boekwerk.profiel.niveaus[0].naam.capitalize()


def _van_prestatie(
    nummers: Nummers, sommen: Iterable[Som], vergelijking: Vergelijking
) -> Iterator[MutatierijView]:
    eigen = {s.post: s for s in sommen if s.niveau == "prestatie" and s.nummers == nummers}
    grootheid = next(iter(eigen.values())).grootheid
    cijfers = [c for c in vergelijking.cijfers if c.nummers == nummers and c.grootheid == grootheid]
    titel = nummer_en_titel(nummers, vergelijking.titels.get(nummers, ""))
    rijen = gekozen({post: som.bedrag for post, som in eigen.items()}, cijfers, vergelijking.nieuw)
    return print_rijen(titel, nummers.nu, rijen, vergelijking.nieuw)


def gekozen(
    sommen: dict[Post, Mutatie], cijfers: Sequence[Cijfer], boekwerk: Boekwerk
) -> Iterator[Rij]:
    """Choose the rows of a prestatie: what changes, and what follows from it."""
    basis = {p for p in financien.BASISPOSTEN if p in sommen and not _gelijk(sommen[p])}
    anders: set[Post] = {*basis, *(cijfer.post for cijfer in cijfers)}
    if anders & {"lasten", "baten"}:
        anders.add("saldo")
    if any(post in sommen and not _leeg(sommen[post]) for post in _RESERVES):
        anders.add("resultaat")
    for post in financien.VOLGORDE:
        if post not in anders or post not in sommen:
            continue
        eigen = [cijfer for cijfer in cijfers if cijfer.post == post]
        for cijfer in eigen:
            yield Rij(post, cijfer.bedrag, cijfer.omschrijving or _aard(cijfer, boekwerk))
        if post in financien.AFGELEIDE_POSTEN or [c.bedrag for c in eigen] != [sommen[post]]:
            yield Rij(post, sommen[post], totaal=bool(eigen))


def _aard(cijfer: Cijfer, boekwerk: Boekwerk) -> str:
    """Name a row that only its nature tells from another."""
    post: str = getattr(boekwerk.profiel.labels, cijfer.post)
    return f"{post}, {cijfer.aard}" if cijfer.aard else ""


def print_rijen(
    titel: str, nummer: str, rijen: Iterable[Rij], boekwerk: Boekwerk
) -> Iterator[MutatierijView]:
    """Print the rows of one prestatie; the first says its title, the others its number."""
    vast = [*rijen]
    for plek, rij in enumerate(vast):
        soort = "saldo" if rij.totaal or rij.post in financien.AFGELEIDE_POSTEN else "regel"
        naam = _postnaam(rij, boekwerk)
        view = _rij(naam, rij, boekwerk).model_copy(
            update={
                "soort": soort if plek else "eerste",
                "prestatie": nummer if plek else titel,
                "einde": "einde" if plek == len(vast) - 1 else "",
            }
        )
        yield view


def print_totaal(
    naam: str, bedragen: Mapping[Post, Mutatie], boekwerk: Boekwerk
) -> Iterator[MutatierijView]:
    """Print what rows add up to, post by post; reserves only where there are any."""
    leeg = {post for post in _RESERVES if post in bedragen and _leeg(bedragen[post])}
    weg = {*leeg, "resultaat"} if leeg == {*_RESERVES} else leeg
    for post in financien.VOLGORDE:
        if post in bedragen and post not in weg:
            label: str = getattr(boekwerk.profiel.labels, post)
            rij = _rij(label, Rij(post, bedragen[post]), boekwerk)
            yield rij.model_copy(
                update={"prestatie": naam, "soort": "totaal" if post == "lasten" else "saldo"}
            )


def _totaalrijen(naam: str, sommen: Iterable[Som], boekwerk: Boekwerk) -> Iterator[MutatierijView]:
    vast = [*sommen]
    deel = " (deel)" if any(som.deel for som in vast) else ""
    yield from print_totaal(f"{naam}{deel}", {som.post: som.bedrag for som in vast}, boekwerk)


def _postnaam(rij: Rij, boekwerk: Boekwerk) -> str:
    """Name a row: by its own name, by its post, or as the total of rows above it."""
    opgeteld = rij.totaal and rij.post not in financien.AFGELEIDE_POSTEN
    post: str = getattr(boekwerk.profiel.labels, f"totaal_{rij.post}" if opgeteld else rij.post)
    return rij.naam or post


def _gelijk(bedrag: Mutatie) -> bool:
    return bedrag.was == bedrag.wordt


def _leeg(bedrag: Mutatie) -> bool:
    return bedrag.was == bedrag.wordt == Decimal(0)


def _rij(naam: str, rij: Rij, boekwerk: Boekwerk) -> MutatierijView:
    """Print the amounts of a row."""
    bedragen = (rij.bedrag.was, rij.bedrag.mutatie, rij.bedrag.wordt)
    notatie = boekwerk.profiel.notatie
    was, mutatie, wordt = (notation.geld(bedrag, rij.post, notatie) for bedrag in bedragen)
    return MutatierijView(
        soort="regel",
        einde="",
        prestatie="",
        omschrijving=naam,
        was=was,
        mutatie=mutatie,
        wordt=wordt,
    )


def noten(bedragen: Iterable[Mutatie], boekwerk: Boekwerk) -> Iterator[str]:
    """Say below tables what their signs mean, and that cells are rounded where they are."""
    afgeleid = tuple(financien.Rij(post, ()) for post in financien.AFGELEIDE_POSTEN)
    yield from afspraak(financien.Tabel((), afgeleid), boekwerk)
    notatie = boekwerk.profiel.notatie
    cellen = {c for b in bedragen for c in (b.was, b.mutatie, b.wordt) if c is not None}
    if any(notation.afronding(cel, notatie) != cel for cel in cellen):
        yield boekwerk.profiel.labels.afronding
    if any(cel and not notation.afronding(cel, notatie) for cel in cellen):
        eenheid = notation.eenheid(notatie)
        yield f"Een wijziging die kleiner is dan de eenheid ({eenheid}), staat als {notatie.nul}."
