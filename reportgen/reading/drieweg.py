"""Three ways: what was printed, what came back, what the data says now; value by value.

A value that only Word changed is taken over, one that only the data changed stays, and one that
both changed is a conflict, which nobody but a person solves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pydantic import ValidationError

from reportgen.errors import Plaats, Problem
from reportgen.model import Boekwerk, Prestatie
from reportgen.reading.bewerking import Gelezen
from reportgen.reading.drie import Drie, Plek
from reportgen.reading.kaal import Kaal, kaal
from reportgen.reading.oordeel import Drieweg, Oordeel
from reportgen.reading.samenvoegen import Samenvoeger
from reportgen.reading.vast import Vast
from reportgen.reading.vinden import Paar, paren

_HOOFD = ("titel", "jaar", "soort", "peildatum")
_BLIJFT = ("versie", "profiel", "cijfers")
"""What of a boekwerk nobody edits in Word."""
_SAMEN = "de bewerking en de wijziging in de data gaan niet samen"
_ZONDER_DRUK = (
    "dit document onthoudt niet wat er gedrukt is, dus niet te zeggen is wie dit wijzigde"
)
_WEG = "de prestatie staat niet meer in de data"


def three_ways(gelezen: Gelezen, nu: Boekwerk, getoond: Boekwerk | None = None) -> Drieweg:
    """Hold a document that came back against the data of now.

    Args:
        gelezen: the document as it was read; without what was printed, every difference is a
            conflict.
        nu: the data of now.
        getoond: the same as far as print tells it, for a document that holds no more than that.
    """
    oordelen: list[Oordeel] = []
    nieuw = dict(enumerate(nu.prestaties))
    gevonden = list(paren(gelezen, nu))
    for paar in gevonden:
        eigen, sectie = _prestatie(paar, gelezen, (nu, getoond or nu))
        oordelen += eigen
        if paar.plek is not None and sectie is not None:
            nieuw[paar.plek] = sectie
    hoofd, velden = _hoofd(gelezen, nu)
    problems = (*_andere_editie(gelezen, nu), *(p for paar in gevonden for p in paar.problems))
    boekwerk = nu.model_copy(update={**velden, "prestaties": tuple(nieuw.values())})
    return Drieweg((*hoofd, *oordelen), boekwerk.met_herkomst(nu.herkomst), problems)


def _prestatie(
    paar: Paar, gelezen: Gelezen, boekwerken: tuple[Boekwerk, Boekwerk]
) -> tuple[list[Oordeel], Prestatie | None]:
    """Judge one prestatie, and merge it where it can be merged."""
    nu, getoond = boekwerken
    nummer = (paar.gedrukt or paar.word).nummer
    samenvoeger = Samenvoeger(nummer, gelezen.bewerkingen, Vast(nu))
    if paar.plek is None:
        return list(_zonder_data(samenvoeger, paar)), None
    data = nu.prestaties[paar.plek]
    plek = Plek((), ("prestaties", paar.plek))
    versies = Drie(kaal(paar.gedrukt) if paar.gedrukt else None, kaal(paar.word), kaal(data))
    if paar.gedrukt is None:
        druk = next((p for p in getoond.prestaties if p.nummer == data.nummer), data)
        return _zonder_druk(samenvoeger, plek, replace(versies, data=kaal(druk))), None
    wordt = samenvoeger.record(plek, versies)
    samenvoeger.meld_rest()
    try:
        return samenvoeger.oordelen, _als(data, wordt)
    except ValidationError:  # each side is right, and the two together are not
        oordelen = [_botst(oordeel) for oordeel in samenvoeger.oordelen]
        return oordelen, None


def _als(data: Prestatie, wordt: Kaal) -> Prestatie:
    """Type a merged prestatie; one that says nothing new is the one that was there."""
    nieuw = Prestatie.model_validate(wordt)
    return data if nieuw == data else nieuw


def _botst(oordeel: Oordeel) -> Oordeel:
    return replace(oordeel, stand="conflict", waarom=_SAMEN) if oordeel.stand == "word" else oordeel


def _zonder_data(samenvoeger: Samenvoeger, paar: Paar) -> Iterator[Oordeel]:
    """Judge a prestatie that the data does not have: as edited in Word, or as dropped."""
    versies = Drie(kaal(paar.gedrukt) if paar.gedrukt else None, kaal(paar.word), None)
    samenvoeger.geheel(Plek(), versies, _WEG)
    for oordeel in samenvoeger.oordelen:
        nieuw = oordeel.stand == "word"  # of a document that does not know what was printed
        yield replace(oordeel, stand="conflict", waarom=_WEG) if nieuw else oordeel


def _zonder_druk(samenvoeger: Samenvoeger, plek: Plek, versies: Drie) -> list[Oordeel]:
    """Judge a prestatie of which nobody knows what was printed: what differs is a conflict."""
    samenvoeger.record(plek, Drie(versies.data, versies.word, versies.data))
    return [_niet_te_zeggen(oordeel) for oordeel in samenvoeger.oordelen]


def _niet_te_zeggen(oordeel: Oordeel) -> Oordeel:
    if oordeel.stand != "word":
        return oordeel
    return replace(oordeel, stand="conflict", gedrukt=None, waarom=_ZONDER_DRUK)


def _hoofd(gelezen: Gelezen, nu: Boekwerk) -> tuple[list[Oordeel], Kaal]:
    """Judge what was edited of the boekwerk itself: titles, introductions, the colophon."""
    if gelezen.gedrukt is None:
        return [], {}
    druk, word, data = (_kop(boekwerk) for boekwerk in (gelezen.gedrukt, gelezen.boekwerk, nu))
    samenvoeger = Samenvoeger("", gelezen.bewerkingen)
    wordt = dict(data)
    for naam in (n for n in dict.fromkeys([*druk, *word]) if druk.get(n) != word.get(n)):
        plek = Plek((naam,), (naam,))
        wordt[naam] = samenvoeger.waarde(plek, Drie(druk.get(naam), word.get(naam), data.get(naam)))
    anders = {n for n, waarde in wordt.items() if waarde != data.get(n)}
    hoofd = Boekwerk.model_validate({n: w for n, w in wordt.items() if w is not None})
    return samenvoeger.oordelen, {naam: getattr(hoofd, naam) for naam in anders}


def _kop(boekwerk: Boekwerk) -> Kaal:
    """Give the head of a boekwerk as plain data, but for what nobody edits in Word."""
    zonder = boekwerk.model_copy(update={"prestaties": ()})
    return {n: w for n, w in kaal(zonder).items() if n not in _BLIJFT or n == "versie"}


def _andere_editie(gelezen: Gelezen, nu: Boekwerk) -> Iterator[Problem]:
    """Say that a document was printed from another edition than the data is of."""
    druk = gelezen.gedrukt
    if druk is None or all(getattr(druk, naam) == getattr(nu, naam) for naam in _HOOFD[1:]):
        return
    wat = f"dit document is gedrukt uit ‘{druk.titel}’, en de data is die van ‘{nu.titel}’"
    cure = "controleer of u de goede bron bij --against geeft"
    yield Problem("R7", "warning", Plaats(), wat, cure)
