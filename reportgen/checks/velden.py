"""T8: every marker that binds a figure stands for one; T2: and the figure is known."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from reportgen import financien
from reportgen.checks.lopen import Leestekst, gelezen
from reportgen.checks.registry import Vondst, data_rule
from reportgen.model import Boekwerk, Prestatie

_TOCH_PRINTEN = "moet dit zo in de tekst komen, zet er dan een \\ voor"
_MEESTE = 20
"""How many names a hint lists at most."""
_BRIEVEN: dict[str, tuple[str, str]] = {
    "veld": ("is geen veld: ‘{woord}’ is niet bekend", "{kies}; {toch}"),
    "rij": ("noemt de rij ‘{woord}’, en die is er niet", "{kies}"),
    "rijen": ("kan meer dan één rij zijn: ‘{woord}’ komt vaker voor", "{kies}"),
    "kolom": ("noemt ‘{woord}’, en die kolom heeft een {soort} niet", "{kies}"),
    "krediet": ("noemt het krediet ‘{woord}’, en dat is er niet", "{kies}"),
    "nummer": (
        "noemt {woord}, en daarvan zijn hier geen cijfers",
        "noem een prestatie, beleidsdoel of kerntaak van dit boekwerk, of het woord boekwerk",
    ),
    "peildatum": (
        "kan niet: dit boekwerk heeft geen peildatum",
        "vul peildatum in boekwerk.yaml in, of typ de datum zelf",
    ),
}
"""What to say of each thing that is not there, and what to do."""
_ZONDER_WOORD: dict[str, tuple[str, str]] = {
    "rij": ("noemt geen rij", "noem na het eerste woord een rij: {bekend}"),
    "kolom": ("noemt geen kolom", "zet achteraan een kolom: {bekend}"),
    "krediet": ("noemt geen krediet", "noem na het eerste woord een krediet: {bekend}"),
}
_GEEN_KREDIET = "deze prestatie heeft geen kredieten; voeg het toe bij financien.kredieten"


@data_rule("T8", "error", "elk veld in een tekst, zoals [bedrag lasten actueel], is bekend")
def onbekende_velden(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """Every marker stands for a figure of this document, in a text where markers are filled in."""
    for leestekst in gelezen(boekwerk):
        for veld in leestekst.velden:
            if not leestekst.vult_in:
                wat = f"‘[{veld}]’ wordt hier niet ingevuld: dit is geen lopende tekst"
                yield Vondst(leestekst.pad, wat, "typ wat er moet staan, zonder blokhaken")
                continue
            mis = financien.zoek_cijfer(veld, boekwerk, _eigen(leestekst, boekwerk))
            if isinstance(mis, financien.Mis):
                melding, hint = _brief(veld, mis, boekwerk)
                yield Vondst(leestekst.pad, f"‘[{veld}]’ {melding}", hint)


@data_rule("T2", "warning", "een bedrag of percentage in een tekst klopt met de data")
def lege_velden(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """The figure that a marker stands for is known."""
    for leestekst in gelezen(boekwerk):
        for veld in leestekst.velden if leestekst.vult_in else ():
            cijfer = financien.zoek_cijfer(veld, boekwerk, _eigen(leestekst, boekwerk))
            if isinstance(cijfer, financien.Cijfer) and cijfer.waarde is None:
                onbekend = boekwerk.profiel.notatie.onbekend
                wat = f"voor ‘[{veld}]’ komt ‘{onbekend}’ te staan: de data heeft dit cijfer niet"
                yield Vondst(leestekst.pad, wat, "vul het bedrag in, of haal het veld weg")


def _eigen(leestekst: Leestekst, boekwerk: Boekwerk) -> Prestatie | str:
    """Say whose figures a text speaks of: of its prestatie, of its part of the tree, of all."""
    match leestekst.pad:
        case ("prestaties", int(plek), *_):
            return boekwerk.prestaties[plek]
        case ("kerntaken", int(kern), "beleidsdoelen", int(doel), *_):
            return boekwerk.kerntaken[kern].beleidsdoelen[doel].nummer
        case ("kerntaken", int(kern), *_):
            return boekwerk.kerntaken[kern].nummer
        case _:
            return financien.HEEL


def _brief(veld: str, mis: financien.Mis, boekwerk: Boekwerk) -> tuple[str, str]:
    """Say what a marker names that is not there, and what there is."""
    melding, hint = _BRIEVEN[mis.wat] if mis.woord else _ZONDER_WOORD[mis.wat]
    if mis.wat == "krediet" and not mis.bekend:
        hint = _GEEN_KREDIET
    soort = "krediet" if veld.lower().startswith("krediet") else boekwerk.soort
    bekend = ", ".join((*mis.bekend[:_MEESTE], *(["…"] if mis.bekend[_MEESTE:] else [])))
    kies = f"{_bedoeld(mis)}kies uit: {bekend}"
    return (
        melding.format(woord=mis.woord, soort=soort),
        hint.format(kies=kies, bekend=bekend, toch=_TOCH_PRINTEN),
    )


def _bedoeld(mis: financien.Mis) -> str:
    lijkt = get_close_matches(mis.woord, mis.bekend, 1)
    return f"bedoelt u ‘{lijkt[0]}’? Zo niet, " if lijkt else ""
