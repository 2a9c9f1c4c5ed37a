"""A-rules: what everyone needs to read the finished document. Source: EN 301 549, WCAG 2.1 AA."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from reportgen.checks.registry import Vondst, outline_rule
from reportgen.tags import Alinea, Outline

_TEKENS = re.compile(r"[●▲■]\s*$")
_KAAL_ADRES = re.compile(r"(?:https?://|www\.|mailto:)\S*", re.IGNORECASE)


@outline_rule("A1", "error", "het document heeft een titel in zijn eigenschappen", "WCAG 2.4.2")
def titel(outline: Outline) -> Iterator[Vondst]:
    """The document has a title in its properties. Source: WCAG 2.4.2."""
    if not outline.titel.strip():
        yield Vondst(
            (), "de bestandseigenschappen hebben geen titel", "vul in het sjabloon de titel in"
        )


@outline_rule("A2", "error", "de taal van het document is Nederlands", "WCAG 3.1.1")
def taal(outline: Outline) -> Iterator[Vondst]:
    """The language is Dutch. Source: WCAG 3.1.1."""
    if outline.taal != "nl-NL":
        wat = f"de taal van het document is ‘{outline.taal}’, niet nl-NL"
        yield Vondst((), wat, "zet in het sjabloon de taal op Nederlands (Nederland)")


@outline_rule("A3", "error", "koppen lopen op per niveau en zijn niet leeg", "WCAG 1.3.1 en 2.4.6")
def koppen(outline: Outline) -> Iterator[Vondst]:
    """Headings start at level 1, skip no level and are never empty. Source: WCAG 1.3.1, 2.4.6."""
    for (boven, _), (onder, tekst) in pairwise([(0, ""), *outline.koppen]):
        if onder > boven + 1:
            wat = f"kop ‘{tekst}’ heeft niveau {onder} na niveau {boven}"
            yield Vondst((), wat, "gebruik in het sjabloon kopstijlen in volgorde")
        if not tekst.strip():
            yield Vondst((), f"een kop van niveau {onder} is leeg", "haal de lege kop weg")


@outline_rule("A4", "error", "elke tabel heeft een gemarkeerde koprij", "WCAG 1.3.1")
def koprijen(outline: Outline) -> Iterator[Vondst]:
    """Every table has a marked header row. Source: WCAG 1.3.1."""
    for nummer, tabel in enumerate(outline.tabellen, start=1):
        if not tabel.koprij:
            hint = "zet in het sjabloon op de eerste rij ‘Herhalen als koprij’ aan"
            yield Vondst((), f"tabel {nummer} heeft geen gemarkeerde koprij", hint)


@outline_rule("A5", "error", "elke afbeelding heeft een alternatieve tekst", "WCAG 1.1.1")
def alternatieven(outline: Outline) -> Iterator[Vondst]:
    """Every picture that says something has an alternative text. Source: WCAG 1.1.1."""
    in_tekst = (a for a in outline.afbeeldingen if not a.in_rand)
    for nummer, afbeelding in enumerate(in_tekst, start=1):
        if not afbeelding.decoratief and not afbeelding.tekst.strip():
            hint = "geef de afbeelding in het sjabloon een alternatieve tekst"
            yield Vondst((), f"afbeelding {nummer} heeft geen alternatieve tekst", hint)


@outline_rule(
    "A6", "error", "een status staat in woorden, niet alleen in kleur of vorm", "WCAG 1.4.1"
)
def status_in_woorden(outline: Outline) -> Iterator[Vondst]:
    """A status marker never stands without its word. Source: WCAG 1.4.1."""
    for tekst in _teksten(outline):
        if _TEKENS.search(tekst):
            wat = f"het teken in ‘{tekst.strip()[-30:]}’ staat er zonder woord"
            yield Vondst((), wat, "zet in het sjabloon het woord van de kleur achter het teken")


def _teksten(outline: Outline) -> Iterator[str]:
    for deel in outline.inhoud:
        if isinstance(deel, Alinea):
            yield deel.tekst
        else:
            yield from chain.from_iterable(deel.rijen)


@outline_rule("A7", "warning", "een link zegt in woorden waar hij heen gaat", "WCAG 2.4.4")
def linkteksten(outline: Outline) -> Iterator[Vondst]:
    """A link says where it leads, in words. Source: WCAG 2.4.4."""
    for link in outline.links:
        if _KAAL_ADRES.fullmatch(link.tekst.strip()):
            hint = "geef de website een naam, of schrijf [naam](adres)"
            yield Vondst((), f"de link ‘{link.tekst[:60]}’ is een kaal adres", hint)
