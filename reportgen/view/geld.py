"""The tables of money as they print: of a prestatie, of its decisions and of its credits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from reportgen import financien, notation
from reportgen.model import Notatie, vul
from reportgen.view.velden import RijView, TabelView

if TYPE_CHECKING:
    from decimal import Decimal

    from reportgen.model import (
        Boekwerk,
        Financien,
        Kolom,
        Krediet,
        Labels,
        Prestatie,
        Profiel,
        Tekens,
    )

_SALDO = "Saldo = baten − lasten"
_RESULTAAT = "{resultaat} = saldo − toevoeging + onttrekking"
_AFSPRAKEN: dict[Tekens, tuple[str, str, str]] = {
    "V/N": (_SALDO, _RESULTAAT, "{v} = voordelig, {n} = nadelig"),
    "V/N overal": (
        _SALDO,
        _RESULTAAT,
        "{v} = voordelig (baten, onttrekkingen), {n} = nadelig (lasten, toevoegingen)",
    ),
    "plus is voordelig": (_SALDO, _RESULTAAT, "een positief verschil is voordelig"),
    "min is voordelig": (
        "Saldo = lasten − baten",
        "{resultaat} = saldo + toevoeging − onttrekking",
        "min is voordelig",
    ),
    "baten negatief": (
        "Lasten en toevoegingen positief, baten en onttrekkingen negatief; saldo = som van beide",
        "{resultaat} = saldo + toevoeging + onttrekking",
        "een negatief saldo of verschil is voordelig",
    ),
    "lasten negatief": (
        "Lasten en toevoegingen negatief, baten en onttrekkingen positief; saldo = som van beide",
        "{resultaat} = saldo + toevoeging + onttrekking",
        "een positief saldo of verschil is voordelig",
    ),
}
"""How each sign convention is told below a table: saldo, resultaat, and what is favourable."""


def print_tabel(tabel: financien.Tabel, boekwerk: Boekwerk) -> TabelView:
    """Print a table with the sign convention below it."""
    return _tabel(tabel, boekwerk, (*afspraak(tabel, boekwerk), *_kolomnoten(tabel)))


def kredieten(geld: Financien, boekwerk: Boekwerk) -> Iterator[TabelView]:
    """Print each investment credit; in a begroting without what was not given."""
    labels, notatie = boekwerk.profiel.labels, boekwerk.profiel.notatie
    oordeel = vul(_AFSPRAKEN[notatie.tekens][2], v=notatie.voordelig, n=notatie.nadelig)
    for krediet in geld.kredieten:
        naam = vul(labels.krediet, naam=krediet.naam)
        yield TabelView(
            titel="",
            eenheid=notation.eenheid(notatie),
            eerste_kolom=f"{naam} {eenheidskop(boekwerk)}",
            kolommen=(labels.krediet_bedrag,),
            rijen=tuple(_kredietrijen(krediet, boekwerk)),
            noten=() if geld.regels else (f"{oordeel[0].upper()}{oordeel[1:]}.",),
        )


def wijzigingstabel(
    wijziging: financien.Wijziging, prestatie: Prestatie, boekwerk: Boekwerk
) -> TabelView:
    """Print a decision; its signs are told above it already, where the prestatie has a table."""
    verteld = prestatie.financien and prestatie.financien.regels
    noten = () if verteld else tuple(afspraak(wijziging.tabel, boekwerk))
    return _tabel(wijziging.tabel, boekwerk, noten, wijziging)


def afspraak(tabel: financien.Tabel, boekwerk: Boekwerk) -> Iterator[str]:
    """Say below a table what its signs mean, as far as it has such rows and columns."""
    labels, notatie = boekwerk.profiel.labels, boekwerk.profiel.notatie
    saldo, resultaat, oordeel = _AFSPRAKEN[notatie.tekens]
    delen = [saldo] if tabel.rij("saldo") else []
    if tabel.rij("resultaat"):
        delen.append(vul(resultaat, resultaat=labels.resultaat.lower()))
    altijd = notatie.tekens not in ("V/N", "plus is voordelig")
    if altijd or any(map(financien.is_verschil, tabel.kolommen)):
        delen.append(vul(oordeel, v=notatie.voordelig, n=notatie.nadelig))
    if delen:
        tekst = "; ".join(delen)
        yield f"{tekst[0].upper()}{tekst[1:]}."


def afspraken(profiel: Profiel) -> Iterator[str]:
    """Give every sentence that tells a sign convention, whichever the profile has now."""
    for saldo, resultaat, oordeel in _AFSPRAKEN.values():
        yield saldo
        yield vul(resultaat, resultaat=profiel.labels.resultaat.lower())
        yield vul(oordeel, v=profiel.notatie.voordelig, n=profiel.notatie.nadelig)


def _kolomnoten(tabel: financien.Tabel) -> Iterator[str]:
    noten = [kolom.noot for kolom in tabel.kolommen if kolom.noot]
    if noten:
        tekst = "; ".join(noten)
        yield f"{tekst[0].upper()}{tekst[1:].removesuffix('.')}."


def _tabel(
    tabel: financien.Tabel,
    boekwerk: Boekwerk,
    noten: tuple[str, ...],
    wijziging: financien.Wijziging | None = None,
) -> TabelView:
    profiel = boekwerk.profiel
    rond = partial(notation.afronding, notatie=profiel.notatie)
    if not financien.sluit_aan(tabel, rond):
        noten = (*noten, profiel.labels.afronding)
    return TabelView(
        titel=wijzigingstitel(wijziging, boekwerk) if wijziging else "",
        eenheid=notation.eenheid(profiel.notatie),
        eerste_kolom=eenheidskop(boekwerk),
        kolommen=koppen(tabel, boekwerk),
        rijen=tuple(_rij(rij, tabel.kolommen, boekwerk, wijziging) for rij in tabel.rijen),
        noten=noten,
    )


def koppen(tabel: financien.Tabel, boekwerk: Boekwerk) -> tuple[str, ...]:
    """Give the headings of the columns, with their years."""
    dag = notation.datum(boekwerk.peildatum) if boekwerk.peildatum else "peildatum"
    return tuple(
        vul(_met_jaar(kolom.kop or kolom.naam, boekwerk.jaar), peildatum=dag)
        for kolom in tabel.kolommen
    )


def _met_jaar(kop: str, jaar: int) -> str:
    if "{t" not in kop:
        return kop
    for verschil in range(-9, 10):
        kop = kop.replace(f"{{t{verschil:+}}}", str(jaar + verschil))
    return kop.replace("{t}", str(jaar))


def eenheidskop(boekwerk: Boekwerk) -> str:
    """Give the heading of the first column: the unit of the amounts."""
    eenheid = notation.eenheid(boekwerk.profiel.notatie)
    return vul(boekwerk.profiel.labels.eenheid, eenheid=eenheid)


def _rij(
    rij: financien.Rij,
    kolommen: tuple[Kolom, ...],
    boekwerk: Boekwerk,
    wijziging: financien.Wijziging | None,
) -> RijView:
    notatie = boekwerk.profiel.notatie
    afgeleid = rij.post in financien.AFGELEIDE_POSTEN
    if rij.leeg and not afgeleid and notatie.lege_rijen in ("0", "-"):
        notatie = _met_nul(notatie, notatie.lege_rijen)
    return RijView(
        soort="totaal" if afgeleid else "post" if rij.rol == "totaal" else "regel",
        omschrijving=rijnaam(rij, boekwerk, wijziging),
        cellen=tuple(
            notation.geld(waarde, financien.teken_van(rij, kolom), notatie)
            for waarde, kolom in zip(rij.cellen, kolommen, strict=True)
        ),
    )


@lru_cache(maxsize=32)
def _met_nul(notatie: Notatie, nul: str) -> Notatie:
    return notatie.model_copy(update={"nul": nul})


def rijnaam(
    rij: financien.Rij, boekwerk: Boekwerk, wijziging: financien.Wijziging | None = None
) -> str:
    """Name a row: by its own name, by its post, or as the total that it is."""
    labels = boekwerk.profiel.labels
    if rij.rol == "waarvan":
        aard: str = getattr(labels, rij.omschrijving or "zonder_aard")
        return aard
    label = _postnaam(rij, labels)
    if rij.nummer:
        label = f"{label} {boekwerk.profiel.niveau} {rij.nummer}"
        return f"{label}: {rij.omschrijving}" if rij.omschrijving else label
    if wijziging and wijziging.verschuiving and rij.rol == "totaal":
        return _deel(label, rij, boekwerk, wijziging)
    if rij.rol == "deel":
        return rij.omschrijving or label
    return f"{label}: {rij.omschrijving}" if rij.omschrijving else label


def _postnaam(rij: financien.Rij, labels: Labels) -> str:
    opgeteld = rij.rol == "totaal" and rij.post not in financien.AFGELEIDE_POSTEN
    met_delen = opgeteld and len(rij.sommen[0]) > 1
    naam: str = getattr(labels, f"totaal_{rij.post}" if met_delen else rij.post)
    return naam


def _deel(
    label: str, rij: financien.Rij, boekwerk: Boekwerk, wijziging: financien.Wijziging
) -> str:
    """Name the total of a shift: part of the lowest level that all of it stands under."""
    boven = financien.onder(boekwerk, wijziging.prestaties)
    if boven is None or rij.post in financien.AFGELEIDE_POSTEN:
        return label
    niveau = boekwerk.profiel.niveaus[boven.niveau].naam
    return vul(boekwerk.profiel.labels.deel, totaal=label, niveau=niveau, nummer=boven.nummer)


def wijzigingstitel(wijziging: financien.Wijziging, boekwerk: Boekwerk) -> str:
    """Title the table of a decision: its number, who decides, what it does, and the year."""
    labels = boekwerk.profiel.labels
    wie: list[str] = [wijziging.besluit.orgaan]
    if wijziging.verschuiving:
        wie.append(_verschuiving(wijziging, boekwerk))
        wie += [labels.budgetneutraal] if wijziging.effect == 0 else []
    orgaan = ", ".join(filter(None, wie))
    titel = vul(labels.wijziging, nummer=wijziging.besluit.nummer, orgaan=orgaan)
    if wijziging.jaar != boekwerk.jaar:
        return f"{titel}, {vul(labels.doorwerking, jaar=str(wijziging.jaar))}"
    if wijziging.verschuiving:
        return titel
    return f"{titel}, {vul(labels.begrotingsjaar, jaar=str(wijziging.jaar))}"


def _verschuiving(wijziging: financien.Wijziging, boekwerk: Boekwerk) -> str:
    """Say within which part of the highest level money moves, or between which."""
    labels, niveau = boekwerk.profiel.labels, boekwerk.profiel.niveaus[0].naam
    hoogste = financien.hoogste(boekwerk, wijziging.prestaties)
    if not hoogste:
        return ""
    if len(hoogste) == 1:
        return vul(labels.verschuiving, niveau=niveau, nummer=hoogste[0])
    nummers = notation.opsomming([f"{niveau} {nummer}" for nummer in hoogste])
    return vul(labels.verschuiving_tussen, nummers=nummers)


def _kredietrijen(krediet: Krediet, boekwerk: Boekwerk) -> Iterator[RijView]:
    labels, jaar = boekwerk.profiel.labels, boekwerk.jaar
    stand = financien.kredietstand(krediet)
    verslag = boekwerk.soort != "begroting"
    dag = notation.datum(boekwerk.peildatum) if boekwerk.peildatum else f"31 december {jaar}"
    rijen: tuple[tuple[str, Decimal | None, bool], ...] = (
        (labels.geautoriseerd, krediet.geautoriseerd, False),
        (vul(labels.besteed_eerder, vorig=str(jaar - 1)), krediet.besteed_eerder, False),
        (vul(labels.besteed, jaar=str(jaar)), krediet.besteed, False),
        (vul(labels.restant, dag=dag), stand.restant, False),
        (labels.verwacht, krediet.verwacht, False),
        (labels.verwacht_verschil, stand.verschil, True),
    )
    notatie = boekwerk.profiel.notatie
    for naam, bedrag, verschil in rijen:
        if bedrag is None and not verslag:
            continue
        druk = partial(notation.geld, wat="verschil") if verschil else notation.cel
        tekst = druk(bedrag, notatie=notatie)
        yield RijView(soort="regel", omschrijving=naam, cellen=(tekst,))
