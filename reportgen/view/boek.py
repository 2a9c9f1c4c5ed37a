"""A whole book as it prints: overviews, kerntaken with all that stands under them, registers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from reportgen import financien, notation
from reportgen.model import Prestatie, vul
from reportgen.view.boekvelden import (
    BeleidsdoelView,
    BoekhoofdView,
    BoekprestatieView,
    BoekView,
    InhoudView,
    KerntaakView,
    OverzichtenView,
    RegistersView,
    TabelregelView,
)
from reportgen.view.boom import takken
from reportgen.view.grafiek import Teken, grafiek
from reportgen.view.indeling import Deel, Indeler, Sectie, doelen, secties
from reportgen.view.invullen import Druk
from reportgen.view.kop import boekwoorden, document, woorden
from reportgen.view.lui import Lui
from reportgen.view.nummering import Bijschrift, Nummering, met_bijschriften
from reportgen.view.overzichten import overzicht_van, overzichten, totaal_in_druk
from reportgen.view.registers import registers
from reportgen.view.sectie import sectie
from reportgen.view.stand import tellingen
from reportgen.view.totalen import totaal_van

if TYPE_CHECKING:
    from reportgen.model import Boekwerk
    from reportgen.view.velden import TotaalView


def boek(
    boekwerk: Boekwerk,
    tijdstip: str = "",
    ontbreekt: Mapping[str, Sequence[str]] | None = None,
    klaar: Callable[[str], object] | None = None,
    teken: Teken | None = None,
) -> BoekView:
    """Make the view of a whole book; its sections are made one by one, when they are asked for.

    Args:
        boekwerk: the document.
        tijdstip: the moment for the properties of the file, `2017-04-01T00:00:00Z`; that of the
            data when left out.
        ontbreekt: the prestaties that cannot be in it yet, by number, with what is wrong: of
            each its heading prints, and that.
        klaar: is told the number of each section when it is made.
        teken: makes of the figures of a chart what a template prints; without, there are none.
    """
    weg, labels = ontbreekt or {}, boekwerk.profiel.labels
    nummering, alle = Nummering(), takken(boekwerk)
    voorin = overzichten(alle, boekwerk, nummering)
    delen = Indeler(boekwerk, nummering, weg).delen(alle)
    druk = Druk(boekwerk, doelen(delen))
    achterin = registers([plek.prestatie for plek in secties(delen)], labels, druk.doelen)
    return BoekView(
        boek=_boekhoofd(druk),
        boekwerk=document(boekwerk, tijdstip).model_copy(update={"concept": ""}),
        labels=woorden(labels),
        boeklabels=boekwoorden(labels),
        inhoud=tuple(_inhoud(boekwerk, voorin, delen, achterin)),
        tabellen=Lui(nummering.bijschriften, _tabelregel),
        overzichten=voorin,
        kerntaken=Lui(delen, _Zetter(druk, weg, klaar, teken).kerntaak),
        registers=achterin,
    )


@dataclass(frozen=True, slots=True)
class _Zetter:
    """Makes the parts of one book, each when it prints."""

    druk: Druk
    ontbreekt: Mapping[str, Sequence[str]]
    klaar: Callable[[str], object] | None = None
    teken: Teken | None = None

    def kerntaak(self, deel: Deel) -> KerntaakView:
        """Make a chapter of the book."""
        boven = (totaal_van("", self.druk.boekwerk),)
        hoofd = self._hoofd(deel)
        lager = partial(self._beleidsdoel, boven=(*boven, hoofd["totaal"]))
        eigen = {"beleidsdoelen": Lui(deel.delen, lager), "grafiek": self._grafiek(deel)}
        return KerntaakView(**hoofd, **eigen)

    def _grafiek(self, deel: Deel) -> object:
        totaal = financien.totalen(self.druk.boekwerk).get(deel.tak.nummer)
        if totaal is None or self.teken is None:
            return None
        gekozen = grafiek(totaal.tabel, deel.tak.kop, self.druk.boekwerk)
        return self.teken(gekozen) if gekozen else None

    def _beleidsdoel(self, deel: Deel, boven: tuple[TotaalView, ...]) -> BeleidsdoelView:
        hoofd = self._hoofd(deel)
        totalen = tuple(t for t in (*boven, hoofd["totaal"]) if t.niveau)
        return BeleidsdoelView(
            **hoofd, prestaties=Lui(deel.secties, self._prestatie), totalen=totalen
        )

    def _hoofd(self, deel: Deel) -> dict[str, Any]:
        """Give the fields that every part of the tree has."""
        tak, boekwerk = deel.tak, self.druk.boekwerk
        totaal, bijschrift = totaal_in_druk(tak, boekwerk), deel.bijschrift
        return {
            "nummer": tak.nummer,
            "titel": tak.titel,
            "kop": tak.kop,
            "anker": deel.anker,
            "inleiding": self.druk.van(tak.nummer).tekst(tak.bron.inleiding if tak.bron else None),
            "totaal": totaal,
            "overzicht": bijschrift.bij(overzicht_van(tak, boekwerk)) if bijschrift else None,
            "tellingen": tellingen(totaal, boekwerk),
        }

    def _prestatie(self, plek: Sectie) -> BoekprestatieView:
        if self.klaar:
            self.klaar(plek.prestatie.nummer)
        weg = self.ontbreekt.get(plek.prestatie.nummer)
        bron = plek.prestatie if weg is None else _kaal(plek.prestatie)
        view = sectie(bron, self.druk)
        eigen = dict(view) | {"financien": met_bijschriften(view.financien, plek.bijschriften)}
        return BoekprestatieView(**eigen, anker=plek.anker, ontbreekt=tuple(weg or ()))


def _kaal(prestatie: Prestatie) -> Prestatie:
    """Give the number and the title of a section, and nothing else."""
    return Prestatie(nummer=prestatie.nummer, titel=prestatie.titel)


def _boekhoofd(druk: Druk) -> BoekhoofdView:
    boekwerk = druk.boekwerk
    concept = boekwerk.status == "concept"
    return BoekhoofdView(
        soort=boekwerk.soort.capitalize(),
        ondertitel=_ondertitel(boekwerk),
        status=boekwerk.status.capitalize(),
        concept=druk.profiel.labels.concept if concept else "",
        colofon=druk.tekst(boekwerk.colofon),
    )


def _ondertitel(boekwerk: Boekwerk) -> str:
    """Say below the title of when the document is."""
    labels = boekwerk.profiel.labels
    if boekwerk.peildatum:
        return f"{labels.peildatum} {notation.datum(boekwerk.peildatum)}"
    label = labels.verslagjaar if boekwerk.soort == "jaarverslag" else labels.begrotingsjaar
    tekst = vul(label, jaar=str(boekwerk.jaar))
    return f"{tekst[0].upper()}{tekst[1:]}"


def _inhoud(
    boekwerk: Boekwerk, voorin: OverzichtenView, delen: Sequence[Deel], achterin: RegistersView
) -> Iterator[InhoudView]:
    """Give the contents, as deep as the tree of goals is."""
    onder = (voorin.kerncijfers, voorin.stand, voorin.reserves, voorin.baten_en_lasten)
    koppen = [(1, voorin.kop, voorin.anker), *((2, o.kop, o.anker) for o in onder if o)]
    koppen += _koppen(delen)
    lijsten = (achterin.portefeuillehouders, achterin.mijlpalen)
    koppen += [(1, achterin.kop, achterin.anker), *((2, o.kop, o.anker) for o in lijsten if o)]
    koppen += _bijlagen(boekwerk)
    for niveau, kop, anker in koppen:
        if niveau <= len(boekwerk.profiel.niveaus):
            yield InhoudView(niveau=str(niveau), kop=kop, anker=anker)


def _bijlagen(boekwerk: Boekwerk) -> Iterator[tuple[int, str, str]]:
    """Idem of each appendix with a title; the bookmark comes when it is taken in."""
    for nummer, bijlage in enumerate(boekwerk.bijlagen, start=1):
        if bijlage.titel:
            yield 1, bijlage.titel, f"bijlage_{nummer}"


def _koppen(delen: Sequence[Deel], niveau: int = 1) -> Iterator[tuple[int, str, str]]:
    """Give level, text and bookmark of each heading; a branch without one takes no level."""
    for deel in delen:
        lager = niveau + 1 if deel.tak.kop else niveau
        if deel.tak.kop:
            yield niveau, deel.tak.kop, deel.anker
        yield from _koppen(deel.delen, lager)
        for plek in deel.secties:
            yield lager, f"{plek.prestatie.nummer} {plek.prestatie.titel}", plek.anker


def _tabelregel(bijschrift: Bijschrift) -> TabelregelView:
    return TabelregelView(
        volgnummer=str(bijschrift.nummer), bijschrift=bijschrift.tekst, anker=bijschrift.anker
    )
