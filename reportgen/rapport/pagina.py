"""The HTML page of a report: one file, no scripts; the same input gives the same page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.model import Boekwerk, volgorde
from reportgen.notation import datum, opsomming
from reportgen.rapport.inhoud import Groep, Rapport
from reportgen.rapport.opmaak import Html, el, samen
from reportgen.rapport.stijl import CSS
from reportgen.rapport.tabellen import bevindingen, catalogus, overzicht
from reportgen.rapport.woorden import telling, weging_tekst

_NIETS = "Geen problemen gevonden."
_UITLEG = (
    "Een fout moet worden hersteld; een aandachtspunt (‘let op’) vraagt een blik van de schrijver."
)
_ONGELEZEN = (
    "Het boekwerk kon niet worden gelezen. Herstel eerst de fouten hieronder; pas daarna kunnen de"
    " controles op de inhoud worden uitgevoerd."
)
_ALLEEN_SJABLOON = "Alleen het sjabloon is gecontroleerd, zonder gegevens."


def page(rapport: Rapport) -> str:
    """Write the report as a self-contained page: for a screen, a printer and a screen reader."""
    titel = _titel(rapport)
    organisatie = rapport.boekwerk.organisatie if rapport.boekwerk else ""
    kop = (
        Html('<meta charset="utf-8">\n'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">\n'),
        el("title", f"{titel} – {organisatie}" if organisatie else titel),
        "\n",
        el("style", Html(CSS)),
    )
    hoofd = el("main", "\n", samen((el("h1", titel), *_inhoud(rapport)), "\n"), "\n")
    blad = el("html", "\n", el("head", "\n", *kop), "\n", el("body", "\n", hoofd), "\n", lang="nl")
    return f"<!DOCTYPE html>\n{blad}\n"


def _titel(rapport: Rapport) -> str:
    naam = rapport.boekwerk.titel if rapport.boekwerk else rapport.bron or rapport.sjabloon
    return f"Controlerapport {naam}".strip()


def _inhoud(rapport: Rapport) -> Iterator[Html]:
    """Give the parts of the page in order: the facts, the counts, the findings, the rules."""
    groepen = rapport.groepen()
    yield _feiten(rapport)
    if rapport.boekwerk is None:
        yield el("p", _ONGELEZEN if rapport.bron else _ALLEEN_SJABLOON)
    telt = f"{telling(rapport.problems)}." if rapport.problems else _NIETS
    yield el("p", telt, class_="totaal")
    if groepen:
        yield el("p", _UITLEG)
        yield _wegwijzer()
        yield from _overzicht(rapport, groepen)
        yield el("h2", "Bevindingen", id="bevindingen")
        for plek, groep in enumerate(groepen, start=1):
            yield _deel(rapport, groep, f"deel-{plek}")
    if groepen or rapport.gelopen:
        yield el("h2", "Controles", id="controles")
        yield from (el("p", zin) for zin in _over_controles(rapport))
        yield catalogus(rapport)


def _feiten(rapport: Rapport) -> Html:
    """Say what was checked, and how."""
    paren = [(naam, waarde) for naam, waarde in _paren(rapport) if waarde]
    regels = (samen((el("dt", naam), el("dd", waarde))) for naam, waarde in paren)
    return el("dl", "\n", samen(regels, "\n"), "\n")


def _paren(rapport: Rapport) -> Iterator[tuple[str, str]]:
    if boekwerk := rapport.boekwerk:
        yield "Organisatie", boekwerk.organisatie
        yield "Document", _document(boekwerk)
        if rapport.vorig:
            yield "Vergeleken met", f"{rapport.vorig.titel} ({_document(rapport.vorig)})"
        yield "Profiel", _profiel(rapport, boekwerk)
    yield "Bron", rapport.bron
    yield "Sjabloon", rapport.sjabloon


def _document(boekwerk: Boekwerk) -> str:
    """Say which document it is: `Monitor 2017, peildatum 1 april 2017, concept`."""
    dag = [f"peildatum {datum(boekwerk.peildatum)}"] if boekwerk.peildatum else []
    return ", ".join((f"{boekwerk.soort.capitalize()} {boekwerk.jaar}", *dag, boekwerk.status))


def _profiel(rapport: Rapport, boekwerk: Boekwerk) -> str:
    anders = weging_tekst(rapport.weging) or "alle controles staan aan en wegen als in de catalogus"
    return f"{boekwerk.profiel.naam}: {anders}"


def _wegwijzer() -> Html:
    doelen = ("overzicht", "bevindingen", "controles")
    punten = (el("li", el("a", doel.capitalize(), href=f"#{doel}")) for doel in doelen)
    return el("nav", el("ul", *punten), aria_label="Op deze pagina")


def _overzicht(rapport: Rapport, groepen: Sequence[Groep]) -> Iterator[Html]:
    yield el("h2", "Overzicht", id="overzicht")
    if rapport.boekwerk:
        alle = {prestatie.nummer for prestatie in rapport.boekwerk.prestaties}
        schoon = alle - {groep.nummer for groep in groepen}
        zin = f"{len(schoon)} van de {len(alle)} hoofdstukken zonder bevindingen."
        yield el("p", zin)
    yield overzicht(rapport, groepen)


def _deel(rapport: Rapport, groep: Groep, naam: str) -> Html:
    """Give the section of one prestatie: heading, count, table and the way back."""
    terug = el("a", "Naar het overzicht", href="#overzicht")
    return el(
        "section",
        "\n",
        el("h3", groep.kop, id=naam),
        el("p", telling(groep.problems), class_="telling"),
        bevindingen(rapport, groep, naam),
        el("p", terug, class_="terug"),
    )


def _over_controles(rapport: Rapport) -> Iterator[str]:
    """Say what did not look, and why."""
    gemist = sorted(set(rapport.catalogus) - rapport.gelopen, key=volgorde)
    if rapport.gelopen and gemist:
        werkwoord = "is" if len(gemist) == 1 else "zijn"
        waarom = "er is geen vorige editie om mee te vergelijken"
        yield f"{opsomming(gemist)} {werkwoord} niet uitgevoerd: {waarom}."
