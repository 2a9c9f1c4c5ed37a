"""A prestatie in its boekwerk becomes what a template prints: declared strings and texts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reportgen import notation, tekst
from reportgen.model import Basisinformatie
from reportgen.tekst import Tekst
from reportgen.view.geld import geldtabel, geldtabellen, kredieten, wijzigingstabellen
from reportgen.view.invullen import lees
from reportgen.view.tabellen import indicatortabel, mijlpaalrij
from reportgen.view.totalen import totalen_boven
from reportgen.view.velden import (
    ActieView,
    BasisinformatieView,
    BoekwerkView,
    FinancienView,
    HoofdstukView,
    LabelsView,
    PrestatieView,
    VoortgangView,
    velden,
)

if TYPE_CHECKING:
    from reportgen.model import (
        Actie,
        Boekwerk,
        Prestatie,
        Profiel,
        Tonen,
        Voortgang,
        Website,
    )

    Lezen = Callable[[str | None], Tekst]
    """Read a text field, its markers filled in."""

__all__ = ["HoofdstukView", "geldtabellen", "hoofdstuk", "velden"]

_TEKENS = {"groen": "●", "oranje": "▲", "rood": "■"}
_AFWIJKENDE_STATUS = ("vertraagd", "verschoven", "niet gestart")


def hoofdstuk(prestatie: Prestatie, boekwerk: Boekwerk, tijdstip: str = "") -> HoofdstukView:
    """Make the view of one chapter; the kind of document decides which blocks print.

    Args:
        prestatie: the section.
        boekwerk: the document that it belongs to.
        tijdstip: the moment for the properties of the file, `2017-04-01T00:00:00Z`; that of the
            data when left out.
    """
    labels = boekwerk.profiel.labels
    return HoofdstukView(
        prestatie=_prestatie(prestatie, boekwerk),
        boekwerk=_boekwerk(boekwerk, tijdstip),
        labels=LabelsView(**{naam: getattr(labels, naam) for naam in LabelsView.model_fields}),
        totalen=totalen_boven(prestatie.nummer, boekwerk),
    )


def _prestatie(prestatie: Prestatie, boekwerk: Boekwerk) -> PrestatieView:
    verslag, profiel = boekwerk.soort != "begroting", boekwerk.profiel
    lezen = partial(lees, prestatie=prestatie, boekwerk=boekwerk)
    return PrestatieView(
        nummer=prestatie.nummer,
        titel=prestatie.titel,
        kop=f"{prestatie.nummer} {prestatie.titel}",
        inleiding=lezen(prestatie.inleiding),
        context=lezen(prestatie.context),
        acties=tuple(_actie(actie, boekwerk, lezen) for actie in prestatie.acties),
        voortgang=_voortgang(prestatie.voortgang, profiel, lezen) if verslag else None,
        financien=_financien(prestatie, boekwerk, lezen),
        indicatoren=indicatortabel(prestatie.indicatoren, boekwerk.jaar),
        basisinformatie=_basisinformatie(prestatie.basisinformatie, profiel, lezen),
    )


def _boekwerk(boekwerk: Boekwerk, tijdstip: str) -> BoekwerkView:
    peildatum = boekwerk.peildatum
    anders = "12-31" if boekwerk.soort == "jaarverslag" else "01-01"
    dag = peildatum.isoformat() if peildatum else f"{boekwerk.jaar}-{anders}"
    return BoekwerkView(
        titel=boekwerk.titel,
        organisatie=boekwerk.organisatie,
        soort=boekwerk.soort,
        jaar=str(boekwerk.jaar),
        peildatum=notation.datum(peildatum) if peildatum else "",
        concept=boekwerk.profiel.labels.concept if boekwerk.status == "concept" else "",
        tijdstip=tijdstip or f"{dag}T00:00:00Z",
    )


def _actie(actie: Actie, boekwerk: Boekwerk, lezen: Lezen) -> ActieView:
    """Print an action: its status as the profile says, its explanation always."""
    profiel, verslag = boekwerk.profiel, boekwerk.soort != "begroting"
    afwijkend = actie.status in _AFWIJKENDE_STATUS or actie.toelichting is not None
    tonen = _toon(profiel.actiestatus_tonen, afwijkend=afwijkend)
    status = actie.status or "" if tonen and verslag else ""
    toelichting = lezen(actie.toelichting if verslag else None)
    return ActieView(
        tekst=lezen(actie.tekst),
        status=status,
        toelichting=toelichting,
        regel=tekst.met_kop(status.capitalize(), toelichting),
    )


def _voortgang(voortgang: Voortgang | None, profiel: Profiel, lezen: Lezen) -> VoortgangView | None:
    """Print the light and its explanation; green without text prints the fixed words."""
    if voortgang is None or not (voortgang.kleur or voortgang.toelichting):
        return None
    kleur = voortgang.kleur or ""
    zichtbaar = kleur and _toon(profiel.kleur_tonen, afwijkend=kleur != "groen")
    zelf = profiel.labels.geen_afwijking if kleur == "groen" else None
    if not (zichtbaar or zelf or voortgang.toelichting):
        return None
    return VoortgangView(
        kleur=kleur if zichtbaar else "",
        kleurwoord=kleur.capitalize() if zichtbaar else "",
        teken=_TEKENS[kleur] if zichtbaar else "",
        tekst=lezen(voortgang.toelichting or zelf),
    )


def _financien(prestatie: Prestatie, boekwerk: Boekwerk, lezen: Lezen) -> FinancienView | None:
    geld, verslag = prestatie.financien, boekwerk.soort != "begroting"
    if geld is None:
        return None
    voortgang = geld.voortgang if verslag else None
    soorten = [s for s in voortgang.begrotingswijziging if s != "geen"] if voortgang else []
    view = FinancienView(
        tabel=geldtabel(geld, boekwerk),
        begrotingswijziging=notation.opsomming(soorten),
        voortgang=_voortgang(voortgang, boekwerk.profiel, lezen),
        wijzigingen=tuple(wijzigingstabellen(prestatie, boekwerk)) if verslag else (),
        kredieten=tuple(kredieten(geld, boekwerk)),
    )
    return view if any(waarde for _, waarde in view) else None


def _basisinformatie(
    basis: Basisinformatie | None, profiel: Profiel, lezen: Lezen
) -> BasisinformatieView | None:
    if basis is None or basis == Basisinformatie():
        return None
    als_tabel = any(
        m.oorspronkelijk or m.datum or m.status or m.toelichting for m in basis.mijlpalen
    )
    los = () if als_tabel else tuple((m.naam, "") for m in basis.mijlpalen)
    reserve = basis.reserve
    return BasisinformatieView(
        portefeuillehouder=basis.portefeuillehouder or "",
        rol_provincie=lezen(basis.rol_provincie),
        looptijd=basis.looptijd or "",
        reserve_label=profiel.labels.reserve.replace("{naam}", reserve.naam) if reserve else "",
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
