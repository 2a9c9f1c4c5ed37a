"""One section as it prints: every block of a prestatie becomes strings and texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen import notation, tekst
from reportgen.model import Basisinformatie
from reportgen.tekst import Tekst
from reportgen.view.geld import kredieten
from reportgen.view.gelddruk import gelddruk
from reportgen.view.invullen import Druk
from reportgen.view.tabellen import indicatortabel, mijlpaalrij
from reportgen.view.velden import (
    ActieView,
    BasisinformatieView,
    FinancienView,
    PrestatieView,
    VoortgangView,
)

if TYPE_CHECKING:
    from reportgen.model import Actie, Prestatie, Tonen, Voortgang, Website

TEKENS = {"groen": "●", "oranje": "▲", "rood": "■"}
"""A shape for each colour, beside its word."""
_AFWIJKENDE_STATUS = ("vertraagd", "verschoven", "niet gestart")


def sectie(prestatie: Prestatie, druk: Druk) -> PrestatieView:
    """Make the view of a section; the kind of document decides which blocks print."""
    druk = druk.van(prestatie)
    return PrestatieView(
        nummer=prestatie.nummer,
        titel=prestatie.titel,
        kop=f"{prestatie.nummer} {prestatie.titel}",
        inleiding=druk.tekst(prestatie.inleiding),
        context=druk.tekst(prestatie.context),
        acties=tuple(_actie(actie, druk) for actie in prestatie.acties),
        voortgang=_voortgang(prestatie.voortgang, druk) if druk.verslag else None,
        financien=_financien(prestatie, druk),
        indicatoren=indicatortabel(prestatie.indicatoren, druk.boekwerk.jaar),
        basisinformatie=_basisinformatie(prestatie.basisinformatie, druk),
    )


def _actie(actie: Actie, druk: Druk) -> ActieView:
    """Print an action: its status as the profile says, its explanation always."""
    afwijkend = actie.status in _AFWIJKENDE_STATUS or actie.toelichting is not None
    tonen = _toon(druk.profiel.actiestatus_tonen, afwijkend=afwijkend)
    status = actie.status or "" if tonen and druk.verslag else ""
    toelichting = druk.tekst(actie.toelichting if druk.verslag else None)
    return ActieView(
        tekst=druk.tekst(actie.tekst),
        status=status,
        toelichting=toelichting,
        regel=tekst.met_kop(status.capitalize(), toelichting),
    )


def _voortgang(voortgang: Voortgang | None, druk: Druk) -> VoortgangView | None:
    """Print the light and its explanation; green without text prints the fixed words."""
    if voortgang is None or not (voortgang.kleur or voortgang.toelichting):
        return None
    kleur = voortgang.kleur or ""
    zichtbaar = kleur and _toon(druk.profiel.kleur_tonen, afwijkend=kleur != "groen")
    zelf = druk.profiel.labels.geen_afwijking if kleur == "groen" else None
    if not (zichtbaar or zelf or voortgang.toelichting):
        return None
    return VoortgangView(
        kleur=kleur if zichtbaar else "",
        kleurwoord=kleur.capitalize() if zichtbaar else "",
        teken=TEKENS[kleur] if zichtbaar else "",
        tekst=druk.tekst(voortgang.toelichting or zelf),
    )


def _financien(prestatie: Prestatie, druk: Druk) -> FinancienView | None:
    geld, boekwerk = prestatie.financien, druk.boekwerk
    if geld is None:
        return None
    voortgang = geld.voortgang if druk.verslag else None
    soorten = [s for s in voortgang.begrotingswijziging if s != "geen"] if voortgang else []
    tabellen = gelddruk(prestatie, boekwerk)
    view = FinancienView(
        tabel=tabellen.tabel[1] if tabellen.tabel else None,
        begrotingswijziging=notation.opsomming(soorten),
        voortgang=_voortgang(voortgang, druk),
        wijzigingen=tuple(view for _, view in tabellen.wijzigingen),
        kredieten=tuple(kredieten(geld, boekwerk)),
    )
    return view if any(waarde for _, waarde in view) else None


def _basisinformatie(basis: Basisinformatie | None, druk: Druk) -> BasisinformatieView | None:
    if basis is None or basis == Basisinformatie():
        return None
    als_tabel = any(
        m.oorspronkelijk or m.datum or m.status or m.toelichting for m in basis.mijlpalen
    )
    los = () if als_tabel else tuple((m.naam, "") for m in basis.mijlpalen)
    reserve, label = basis.reserve, druk.profiel.labels.reserve
    return BasisinformatieView(
        portefeuillehouder=basis.portefeuillehouder or "",
        rol_provincie=druk.tekst(basis.rol_provincie),
        looptijd=basis.looptijd or "",
        reserve_label=label.replace("{naam}", reserve.naam) if reserve else "",
        reserve=reserve.relatie.capitalize() if reserve else "",
        websites=_websites(basis.websites),
        mijlpalen=tekst.regels(los),
        mijlpalentabel=tuple(map(mijlpaalrij, basis.mijlpalen)) if als_tabel else (),
    )


def _websites(websites: tuple[Website, ...]) -> Tekst:
    """Print on one line, `a, b en c`; a line each where a name would blur the series."""
    namen = [(website.naam, website.url or "") for website in websites]
    een_regel = notation.past_in_opsomming([naam for naam, _ in namen])
    return tekst.serie(namen) if een_regel else tekst.regels(namen)


def _toon(tonen: Tonen, *, afwijkend: bool) -> bool:
    return tonen == "altijd" or (tonen == "afwijkend" and afwijkend)
