"""V5: the financial colour and the kind of change agree with how the money deviates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen import notation
from reportgen.checks.lopen import met_afwijkingen
from reportgen.checks.registry import Vondst, data_rule
from reportgen.financien import Afwijking
from reportgen.model import Boekwerk, Kleur, Prestatie, Profiel

_KLEUREN: tuple[Kleur, ...] = ("groen", "oranje", "rood")


@data_rule("V5", "warning", "de financiële kleur en de begrotingswijziging passen bij de afwijking")
def financiele_kleur(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """The colour of the money is the one that the deviation of the lasten asks for.

    A large deviation of another post can be the reason for a worse one, and so can a forecast
    that is not there yet.
    """
    drempels = boekwerk.profiel.drempels
    for pad, prestatie, afwijkingen in met_afwijkingen(boekwerk):
        kleur = _kleur(prestatie)
        lasten = next((a for a in afwijkingen if a.post == "lasten"), None)
        if kleur is None or lasten is None:
            continue
        past = lasten.kleur(drempels)
        te_mild = _KLEUREN.index(kleur) < _KLEUREN.index(past)
        reden = lasten.minstens or any(a.boven(drempels) for a in afwijkingen)
        if te_mild or (kleur != past and not reden):
            waar = (*pad, "financien", "voortgang", "kleur")
            yield Vondst(waar, *_andere_kleur(kleur, lasten, boekwerk.profiel))


@data_rule("V5", "warning", "bij een andere prognose staat welke begrotingswijziging volgt")
def wijzigingssoort(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """Where a forecast differs from the budget the kind of change is told; ‘geen’ is one."""
    for pad, prestatie, afwijkingen in met_afwijkingen(boekwerk):
        geld = prestatie.financien.voortgang if prestatie.financien else None
        anders = boekwerk.soort == "monitor" and any(a.bedrag for a in afwijkingen)
        if anders and not (geld and geld.begrotingswijziging):
            waar = (*pad, "financien", "voortgang", "begrotingswijziging")
            wat = "de prognose wijkt af van de begroting, maar begrotingswijziging is niet ingevuld"
            yield Vondst(waar, wat, "kies geen, GS, PS of vooraankondiging")


def _kleur(prestatie: Prestatie) -> Kleur | None:
    """Give the financial colour, where there are lasten to judge it by."""
    geld = prestatie.financien
    met_lasten = geld is not None and any(regel.soort == "lasten" for regel in geld.regels)
    return geld.voortgang.kleur if geld and met_lasten and geld.voortgang else None


def _andere_kleur(kleur: Kleur, lasten: Afwijking, profiel: Profiel) -> tuple[str, str]:
    """Say how large the deviation is, and from where on that is which colour."""
    grenzen, notatie = profiel.drempels.kleur, profiel.notatie
    bedrag = notation.bedrag(abs(lasten.bedrag), notatie)
    if lasten.begroot:
        deel = abs(lasten.bedrag) * 100 / lasten.begroot
        bedrag += f" ({notation.procent(deel, notatie.procent_decimalen)})"
    wat = f"de kleur is {kleur}, maar de lasten wijken {bedrag} af van de begroting"
    groen, oranje = _grens(grenzen.groen_tot), _grens(grenzen.oranje_tot)
    hint = f"groen is t/m {groen}, oranje t/m {oranje}; verbeter de kleur of de bedragen"
    return f"{wat}: dat is {lasten.kleur(profiel.drempels)}", hint


def _grens(grens: Decimal) -> str:
    return notation.procent(grens, 0 if grens == grens.to_integral_value() else 2)
