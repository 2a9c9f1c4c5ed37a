"""S4, S5 and T6: an edition beside the one before it: numbers, titles, explanations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen import notation
from reportgen.checks.koppeling import Paar, kale_titel, koppel, volgt
from reportgen.checks.lopen import secties
from reportgen.checks.registry import Edities, Vondst, edition_rule
from reportgen.editie import moment, overgang
from reportgen.errors import Pad
from reportgen.model import Boekwerk, Prestatie

_GEEN = re.compile(r"geen afwijking(?:en)?[.!]?", re.IGNORECASE)
_MINSTE_WOORDEN = 4
"""A shorter text says too little to be stale: ‘bouw loopt’."""


@edition_rule("S5", "error", "de vorige editie is een eerdere, van dezelfde organisatie")
def eerder(edities: Edities) -> Iterator[Vondst]:
    """The edition to compare with comes before this one; where not, nothing is compared."""
    nu, vorig = edities.nu, edities.vorig
    if volgt(edities) is not None:
        return
    if overgang(moment(vorig), moment(nu)) is not None:
        wat = f"‘{vorig.titel}’ is van {vorig.organisatie}, niet van {nu.organisatie}"
        yield Vondst(("organisatie",), wat, "vergelijk met een document van dezelfde organisatie")
        return
    wat = f"‘{nu.titel}’ ({_wanneer(nu)}) volgt niet op ‘{vorig.titel}’ ({_wanneer(vorig)})"
    yield Vondst(("jaar",), wat, "vergelijk met het document dat hieraan voorafging")


def _wanneer(boekwerk: Boekwerk) -> str:
    dag = boekwerk.peildatum
    return f"{moment(boekwerk)}{f', peildatum {notation.datum(dag)}' if dag else ''}"


@edition_rule(
    "S4",
    "warning",
    "een nummer of titel die anders is dan in het vorige document, is verantwoord",
    "BBV art. 4",
)
def indeling(edities: Edities) -> Iterator[Vondst]:
    """No prestatie has another number or title, or is gone, without a word. Source: BBV art. 4."""
    if volgt(edities) is None:
        return
    koppeling = koppel(edities)
    bij = f"in ‘{edities.vorig.titel}’"
    for paar in koppeling.paren:
        yield from _anders(paar, bij)
    yield from _onbekend_voorheen(edities, bij)
    elders = {deel.nummer for deel in edities.nu.elders}
    for weg in koppeling.weg:
        if weg.nummer not in elders:
            wat = f"{edities.nu.profiel.niveau} {weg.nummer} ‘{weg.titel}’ staat alleen {bij}"
            hint = f"schrijf voorheen: {weg.nummer} waar dit verdergaat, of noem het bij elders"
            yield Vondst(("prestaties",), wat, hint)
    yield from _andere_doelen(edities, bij)


def _anders(paar: Paar, bij: str) -> Iterator[Vondst]:
    """Find a number that changed without `voorheen`, or a title that changed at all."""
    if paar.hernummerd and paar.nu.voorheen != paar.vorig.nummer:
        wat = f"‘{paar.nu.titel}’ heeft {bij} nummer {paar.vorig.nummer}"
        yield Vondst((*paar.pad, "nummer"), wat, f"schrijf voorheen: {paar.vorig.nummer}")
    elif not paar.hernummerd and kale_titel(paar.nu.titel) != kale_titel(paar.vorig.titel):
        yield _andere_titel((*paar.pad, "titel"), paar.nu.nummer, paar.vorig.titel, bij)


def _andere_titel(pad: Pad, nummer: str, titel: str, bij: str) -> Vondst:
    hint = "leg de wijziging uit (BBV art. 4), of neem de oude titel over"
    return Vondst(pad, f"{nummer} heet {bij} ‘{titel}’", hint)


def _onbekend_voorheen(edities: Edities, bij: str) -> Iterator[Vondst]:
    """Find an old number that the edition before does not have."""
    bekend = {nummer for nummer, _ in edities.vorig.titels()}
    for pad, prestatie in secties(edities.nu):
        oud = prestatie.voorheen
        if oud not in (None, prestatie.nummer) and oud not in bekend:
            wat = f"{edities.nu.profiel.niveau} {oud} staat niet {bij}"
            hint = "verbeter het oude nummer, of haal voorheen weg als het nummer gelijk bleef"
            yield Vondst((*pad, "voorheen"), wat, hint)


def _andere_doelen(edities: Edities, bij: str) -> Iterator[Vondst]:
    """Find a kerntaak or beleidsdoel whose number has another title now."""
    toen = {nummer: titel for _, nummer, titel in _doelen(edities.vorig)}
    for pad, nummer, titel in _doelen(edities.nu):
        if nummer in toen and kale_titel(titel) != kale_titel(toen[nummer]):
            yield _andere_titel(pad, nummer, toen[nummer], bij)


def _doelen(boekwerk: Boekwerk) -> Iterator[tuple[Pad, str, str]]:
    for i, kerntaak in enumerate(boekwerk.kerntaken):
        yield ("kerntaken", i, "titel"), kerntaak.nummer, kerntaak.titel
        for j, doel in enumerate(kerntaak.beleidsdoelen):
            yield ("kerntaken", i, "beleidsdoelen", j, "titel"), doel.nummer, doel.titel


@edition_rule("T6", "warning", "de uitleg bij voortgang is een andere dan in het vorige document")
def zelfde_uitleg(edities: Edities) -> Iterator[Vondst]:
    """No explanation of progress is word for word that of the edition before."""
    if volgt(edities) is None or edities.nu.soort == "begroting":
        return
    for paar in koppel(edities).paren:
        toen = {waarvan: tekst for waarvan, _, tekst in _uitleg(paar.vorig)}
        for waarvan, pad, tekst in _uitleg(paar.nu):
            if toen.get(waarvan) == tekst and not _zegt_weinig(tekst) and not _klaar(paar, waarvan):
                wat = f"deze tekst staat woord voor woord in ‘{edities.vorig.titel}’"
                yield Vondst((*paar.pad, *pad), wat, "schrijf hoe het er nu voor staat")


def _uitleg(prestatie: Prestatie) -> Iterator[tuple[str, Pad, str]]:
    """Give every explanation of progress: of what, its path, and its words."""
    geld = prestatie.financien.voortgang if prestatie.financien else None
    if prestatie.voortgang and prestatie.voortgang.toelichting:
        pad: Pad = ("voortgang", "toelichting")
        yield "voortgang", pad, _woorden(prestatie.voortgang.toelichting)
    if geld and geld.toelichting:
        yield "financien", ("financien", "voortgang", "toelichting"), _woorden(geld.toelichting)
    for plek, actie in enumerate(prestatie.acties):
        if actie.toelichting:
            pad = ("acties", plek, "toelichting")
            yield f"actie {_woorden(actie.tekst)}", pad, _woorden(actie.toelichting)


def _woorden(tekst: str) -> str:
    return " ".join(tekst.split())


def _zegt_weinig(tekst: str) -> bool:
    return len(tekst.split()) < _MINSTE_WOORDEN or bool(_GEEN.fullmatch(tekst))


def _klaar(paar: Paar, waarvan: str) -> bool:
    """Say whether an action was done in the edition before already: what was said of it stands."""
    return any(
        actie.status in ("gereed", "verwijzing") and waarvan == f"actie {_woorden(actie.tekst)}"
        for actie in paar.vorig.acties
    )
