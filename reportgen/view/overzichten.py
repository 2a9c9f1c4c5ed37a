"""The overviews of a book: of the whole, and of each of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportgen import financien
from reportgen.model import vul
from reportgen.view.bloktabel import bloktabel, kerncijfers
from reportgen.view.boekvelden import OverzichtenView, OverzichtView, StandView
from reportgen.view.boom import Tak, totaal
from reportgen.view.reserves import reservetabellen
from reportgen.view.stand import kleurtabellen, tellingen
from reportgen.view.totalen import totaal_van, totaalview

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Prestatie
    from reportgen.view.nummering import Nummering
    from reportgen.view.velden import TabelView, TotaalView


def overzichten(takken: Sequence[Tak], boekwerk: Boekwerk, nummering: Nummering) -> OverzichtenView:
    """Make the overviews of the whole book; their tables get the first numbers, in this order."""
    labels, niveau = boekwerk.profiel.labels, boekwerk.profiel.niveaus[0].naam
    delen, heel = _tabellen(takken, boekwerk), financien.totalen(boekwerk)[""].tabel

    def overzicht(
        kop: str, anker: str, tabellen: Iterable[tuple[str, TabelView]]
    ) -> OverzichtView | None:
        genummerd = tuple(nummering.nieuw(wat).bij(tabel) for wat, tabel in tabellen)
        return OverzichtView(kop=kop, anker=anker, tabellen=genummerd) if genummerd else None

    blok = [(labels.baten_en_lasten, bloktabel(delen, heel, boekwerk))]
    return OverzichtenView(
        kop=labels.overzichten,
        anker="o_overzichten",
        totaal=totaal_van("", boekwerk),
        kerncijfers=overzicht(
            vul(labels.kerncijfers, niveau=niveau),
            "o_kerncijfers",
            kerncijfers(delen, heel, boekwerk),
        ),
        stand=_stand(takken, boekwerk, nummering),
        reserves=overzicht(labels.reserveverloop, "o_reserves", reservetabellen(boekwerk)),
        baten_en_lasten=overzicht(
            labels.baten_en_lasten,
            "o_baten_en_lasten",
            blok if any(map(met_geld, boekwerk.prestaties)) else (),
        ),
    )


def _stand(takken: Sequence[Tak], boekwerk: Boekwerk, nummering: Nummering) -> StandView | None:
    """Give the colours per branch, and what is counted in all; a begroting does not tell yet."""
    heel = totaal_van("", boekwerk)
    regels = tellingen(heel, boekwerk)
    if not regels:
        return None
    delen = {tak.kop: totaal_in_druk(tak, boekwerk) for tak in takken if tak.kop and tak.prestaties}
    tabellen = tuple(
        nummering.nieuw(wat).bij(tabel) for wat, tabel in kleurtabellen(delen, heel, boekwerk)
    )
    kop = boekwerk.profiel.labels.stand
    return StandView(kop=kop, anker="o_stand", tellingen=regels, tabellen=tabellen)


def overzicht_van(tak: Tak, boekwerk: Boekwerk) -> TabelView:
    """Print what a branch adds up: per branch below it, or else per section, and in total."""
    heel = totaal(tak, boekwerk).tabel
    if onder := [deel for deel in tak.takken if deel.kop]:
        return bloktabel(_tabellen(onder, boekwerk), heel, boekwerk)
    niveau = boekwerk.profiel.niveau
    per_prestatie = {
        f"{niveau} {p.nummer}": financien.basistabel(p, boekwerk)
        for p in tak.prestaties
        if met_geld(p)
    }
    return bloktabel(per_prestatie, heel, boekwerk, financien.BASISPOSTEN)


def totaal_in_druk(tak: Tak, boekwerk: Boekwerk) -> TotaalView:
    """Print all that stands below a branch, added up."""
    if tak.bron:
        return totaal_van(tak.nummer, boekwerk)
    return totaalview(totaal(tak, boekwerk), boekwerk)


def met_geld(prestatie: Prestatie) -> bool:
    """Say whether a section has amounts."""
    return bool(prestatie.financien and prestatie.financien.regels)


def _tabellen(takken: Iterable[Tak], boekwerk: Boekwerk) -> dict[str, financien.Tabel]:
    """Give the table of each branch that has any amounts, by its heading."""
    return {
        tak.kop: totaal(tak, boekwerk).tabel
        for tak in takken
        if tak.kop and any(map(met_geld, tak.prestaties))
    }
