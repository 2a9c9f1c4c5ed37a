"""A-rules: what everyone needs to read the finished document. Source: EN 301 549, WCAG 2.1 AA.

And what only shows there: a heading with nothing under it (T4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal
from itertools import groupby, pairwise

from reportgen import notation
from reportgen.checks.registry import Vondst, outline_rule
from reportgen.tags import Afbeelding, Alinea, Outline, Tabel

_TEKENS = re.compile(r"[●▲■🔴🟠🟡🟢🟥🟧🟨🟩]\s*$")
_KLEURWOORD = re.compile(r"\b(?:groene?|oranje|geel|gele|rood|rode)\b", re.IGNORECASE)
_KAAL_ADRES = re.compile(r"(?:https?://|www\.|mailto:)\S*", re.IGNORECASE)
_VAAG = re.compile(
    r"(?:klik )?hier(?: klikken)?|klik|klik op (?:de|deze) link|(?:via )?(?:(?:de|deze) )?link"
    r"|(?:lees |bekijk )?(?:meer|verder)(?: info(?:rmatie)?)?",
    re.IGNORECASE,
)
_RAND = " \t\u00a0.:;,…>»→[]()‘’“”\"'"
_WIT = "wit"
_STREEPJE = re.compile(r"\s*([•▪‣◦·*–-])\s+[^\W\d_]")
_BESTANDSNAAM = re.compile(r".*\S\.(?:png|jpe?g|gif|bmp|tiff?|svg|webp|emf|wmf)", re.IGNORECASE)
_AUTOMATISCH = re.compile(
    r"(?:afbeelding|picture|image|img|foto|figuur|grafiek|chart|diagram)[\s_-]*\d*"
    r"|.*(?:automatisch gegenereerde beschrijving|description automatically generated"
    r"|AI-generated content may be incorrect)\W*",
    re.IGNORECASE | re.DOTALL,
)
_GEWOON, _GROOT = Decimal("4.5"), Decimal(3)
"""The least contrast of text, and of large text. Source: WCAG 1.4.3."""
_LINEAIR = 0.04045
"""Up to which part of its strength a colour is linear. Source: IEC 61966-2-1 (sRGB)."""
_GENOEG = 40
"""How many characters of a text are enough to find it by."""


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


@outline_rule("A3", "warning", "ruimte en opsommingen komen van een stijl", "WCAG 1.3.1")
def nagebootst(outline: Outline) -> Iterator[Vondst]:
    """White lines and dashes that a person typed say nothing to a machine. Source: WCAG 1.3.1."""
    waar = "bovenaan"
    for soort, groep in groupby(outline.inhoud, _nagebootst):
        delen = list(groep)
        if soort == _WIT and len(delen) > 1:
            wat = f"{waar} staan {len(delen)} lege alinea’s achter elkaar"
            yield Vondst((), wat, "haal ze weg, en geef de stijl ruimte voor of na de alinea")
        elif soort and soort != _WIT and len(delen) > 1:
            wat = f"‘{_kort(str(delen[0]))}’ begint een opsomming met getypte tekens"
            hint = "gebruik in het sjabloon een lijststijl, en in een tekst regels met ‘- ’ ervoor"
            yield Vondst((), wat, hint)
        if soort != _WIT:
            laatste = delen[-1]
            waar = f"na ‘{_kort(str(laatste))}’" if isinstance(laatste, Alinea) else "na een tabel"


def _nagebootst(deel: Alinea | Tabel) -> str:
    """Say what a paragraph imitates by hand: white, or the mark of a list."""
    if isinstance(deel, Tabel) or deel.kop is not None or deel.nummer:
        return ""
    if deel.leeg:
        return _WIT
    teken = _STREEPJE.match(deel.tekst)
    return teken[1] if teken else ""


@outline_rule("T4", "error", "onder elke kop staat iets")
def lege_koppen(outline: Outline) -> Iterator[Vondst]:
    """A heading has something under it before the next one of its level; a table will do."""
    delen = [deel for deel in outline.inhoud if isinstance(deel, Tabel) or not deel.leeg]
    for deel, volgend in pairwise([*delen, None]):
        if isinstance(deel, Alinea) and deel.kop and _sluit(volgend, deel.kop):
            hint = "vul de tekst in, of laat de kop weg als er niets te melden is"
            yield Vondst((), f"onder de kop ‘{_kort(str(deel))}’ staat niets", hint)


def _sluit(deel: Alinea | Tabel | None, niveau: int) -> bool:
    """Say whether something ends what stands under a heading of this level."""
    return deel is None or (isinstance(deel, Alinea) and 0 < (deel.kop or 0) <= niveau)


@outline_rule("A4", "error", "elke tabel heeft een gemarkeerde koprij", "WCAG 1.3.1")
def koprijen(outline: Outline) -> Iterator[Vondst]:
    """Every table has a marked header row. Source: WCAG 1.3.1."""
    for nummer, tabel in enumerate(outline.tabellen, start=1):
        if not tabel.koprij:
            hint = "zet in het sjabloon op de eerste rij ‘Herhalen als koprij’ aan"
            yield Vondst((), f"tabel {nummer} heeft geen gemarkeerde koprij", hint)


@outline_rule("A4", "warning", "een tabel is een eenvoudig raster", "WCAG 1.3.1")
def rasters(outline: Outline) -> Iterator[Vondst]:
    """A table is a plain grid: nothing merged, nested or split, no row as white."""
    for nummer, tabel in enumerate(outline.tabellen, start=1):
        if tabel.genest:
            hint = "zet de binnenste tabel eronder; een schermlezer raakt in een cel de weg kwijt"
            yield Vondst((), f"in een cel van tabel {nummer} staat nog een tabel", hint)
        elif tabel.samengevoegd:
            hint = "geef elke cel zijn eigen kolom en rij; een schermlezer leest ze anders verkeerd"
            yield Vondst((), f"tabel {nummer} heeft samengevoegde cellen", hint)
        elif len({len(rij) for rij in tabel.rijen}) > 1:
            wat = f"in tabel {nummer} heeft niet elke rij evenveel cellen"
            yield Vondst((), wat, "geef elke rij een cel per kolom")
        for rij in tabel.lege_rijen:
            hint = "haal de rij weg, en geef de stijl ruimte voor of na de alinea"
            yield Vondst((), f"rij {rij} van tabel {nummer} is leeg", hint)


@outline_rule("A5", "error", "elke afbeelding heeft een alternatieve tekst", "WCAG 1.1.1")
def alternatieven(outline: Outline) -> Iterator[Vondst]:
    """Every picture that says something has an alternative text. Source: WCAG 1.1.1."""
    for nummer, afbeelding in _afbeeldingen(outline):
        if not afbeelding.tekst.strip():
            hint = "geef de afbeelding in het sjabloon een alternatieve tekst"
            yield Vondst((), f"afbeelding {nummer} heeft geen alternatieve tekst", hint)


@outline_rule("A5", "warning", "een alternatieve tekst zegt wat er te zien is", "WCAG 1.1.1")
def zeggend(outline: Outline) -> Iterator[Vondst]:
    """An alternative text is no file name, and no guess of a machine. Source: WCAG 1.1.1."""
    for nummer, afbeelding in _afbeeldingen(outline):
        tekst = afbeelding.tekst.strip()
        if _BESTANDSNAAM.fullmatch(tekst) or _AUTOMATISCH.fullmatch(tekst):
            wat = f"de alternatieve tekst ‘{_kort(tekst)}’ van afbeelding {nummer} zegt niets"
            yield Vondst((), wat, "beschrijf in een zin wat er op de afbeelding te zien is")
    if any(a.in_rand and not a.decoratief and not a.tekst.strip() for a in outline.afbeeldingen):
        wat = "een afbeelding in de kop- of voettekst heeft geen alternatieve tekst"
        hint = "markeer een logo als decoratief; wat ertoe doet, hoort in de tekst zelf"
        yield Vondst((), wat, hint)


@outline_rule("A5", "warning", "alles staat in de volgorde van de tekst", "WCAG 1.3.2")
def leesvolgorde(outline: Outline) -> Iterator[Vondst]:
    """Nothing floats, no text stands in a box: its place in the reading order is a guess."""
    for nummer, afbeelding in _afbeeldingen(outline):
        if afbeelding.zwevend:
            hint = "kies in Word bij Indelingsopties ‘In tekstregel’"
            yield Vondst((), f"afbeelding {nummer} zweeft naast de tekst", hint)
    for tekst in outline.tekstvakken:
        hint = "zet de tekst in een gewone alinea; een rand of vlak kan in de stijl"
        yield Vondst((), f"‘{_kort(tekst)}’ staat in een tekstvak", hint)


def _afbeeldingen(outline: Outline) -> Iterator[tuple[int, Afbeelding]]:
    """Give the pictures of the text that say something, numbered as a reader counts."""
    in_tekst = (a for a in outline.afbeeldingen if not a.in_rand)
    return ((nummer, a) for nummer, a in enumerate(in_tekst, start=1) if not a.decoratief)


@outline_rule(
    "A6", "error", "een status staat in woorden, niet alleen in kleur of vorm", "WCAG 1.4.1"
)
def status_in_woorden(outline: Outline) -> Iterator[Vondst]:
    """A status marker never stands without its word. Source: WCAG 1.4.1."""
    for tekst, omgeving in _teksten(outline):
        if _TEKENS.search(tekst) and not _KLEURWOORD.search(omgeving):
            wat = f"het teken in ‘{tekst.strip()[-30:]}’ staat er zonder woord"
            yield Vondst((), wat, "zet in het sjabloon het woord van de kleur achter het teken")


def _teksten(outline: Outline) -> Iterator[tuple[str, str]]:
    """Give every paragraph and cell, each with all that is read together with it."""
    for deel in outline.inhoud:
        if isinstance(deel, Alinea):
            yield deel.tekst, deel.tekst
        else:
            for rij in deel.rijen:
                omgeving = "\n".join(rij)
                yield from ((cel, omgeving) for cel in rij)


@outline_rule("A7", "warning", "een link zegt in woorden waar hij heen gaat", "WCAG 2.4.4")
def linkteksten(outline: Outline) -> Iterator[Vondst]:
    """A link says where it leads, in words. Source: WCAG 2.4.4."""
    for link in outline.links:
        if _KAAL_ADRES.fullmatch(link.tekst.strip()):
            hint = "geef de website een naam, of schrijf [naam](adres)"
            yield Vondst((), f"de link ‘{link.tekst[:60]}’ is een kaal adres", hint)
        elif _VAAG.fullmatch(link.tekst.strip(_RAND)):
            hint = "noem in de link zelf de pagina of het document waar hij heen gaat"
            yield Vondst((), f"de link ‘{link.tekst}’ zegt niet waar hij heen gaat", hint)


@outline_rule("A8", "warning", "tekst steekt genoeg af tegen zijn achtergrond", "WCAG 1.4.3")
def contrast(outline: Outline) -> Iterator[Vondst]:
    """Text contrasts with what is behind it by 4.5 to 1, large text by 3. Source: WCAG 1.4.3."""
    for paar in outline.kleuren:
        verhouding, nodig = _verhouding(paar.voor, paar.achter), _GROOT if paar.groot else _GEWOON
        if verhouding < nodig:
            hoe = f"#{paar.voor} op #{paar.achter}, contrast {_op_een(verhouding)}"
            hint = f"kies in de stijl een andere kleur: het contrast is ten minste {_op_een(nodig)}"
            yield Vondst((), f"‘{_kort(paar.tekst)}’ steekt te weinig af ({hoe})", hint)


def _verhouding(voor: str, achter: str) -> Decimal:
    """Give the contrast of two colours, rounded down. Source: WCAG 2.1, contrast ratio."""
    donker, licht = sorted((_helderheid(voor), _helderheid(achter)))
    return Decimal((licht + 0.05) / (donker + 0.05)).quantize(Decimal("0.1"), ROUND_DOWN)


def _helderheid(kleur: str) -> float:
    """Give the light that a colour sends, from 0 to 1. Source: WCAG 2.1, relative luminance."""
    delen = (deel / 255 for deel in bytes.fromhex(kleur))
    rood, groen, blauw = (
        d / 12.92 if d <= _LINEAIR else ((d + 0.055) / 1.055) ** 2.4 for d in delen
    )
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def _op_een(verhouding: Decimal) -> str:
    return f"{notation.getal(verhouding, 1)} op 1"


def _kort(tekst: str) -> str:
    tekst = " ".join(tekst.split())
    return tekst if len(tekst) <= _GENOEG else f"{tekst[:_GENOEG].rstrip()}…"
