"""The styles that a template names, and those that its texts will need: are they there?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from reportgen.word.dialect.findings import Bevinding
from reportgen.word.styles import Style
from reportgen.word.xml import w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.word.dialect.places import Places
    from reportgen.word.dialect.scan import Vindplaats

_LIJSTEN = {"list number": "Lijstnummering", "list bullet": "Lijst opsom.teken"}


def unknown_styles(
    wortel: Element, styles: Mapping[str, Style], places: Places
) -> Iterator[Bevinding]:
    """Find the styles that paragraphs, runs and tables name and the template does not have."""
    bekend = {stijl.id for stijl in styles.values()}
    genoemd: dict[str, Element] = {}
    for element in wortel.iter(w("pStyle"), w("rStyle"), w("tblStyle")):
        genoemd.setdefault(element.get(w("val"), ""), element)
    for id_, element in genoemd.items():
        if id_ not in bekend:
            wat = f"de stijl ‘{id_}’ wordt gebruikt en bestaat niet in dit sjabloon"
            cure = "kies in Word een stijl die er is, of maak hem aan"
            plek = places.of(element)
            yield Bevinding("W12", wat, cure, None, plek, severity="warning")


def missing_lists(tags: Iterable[Vindplaats], styles: Mapping[str, Style]) -> Iterator[Bevinding]:
    """Find the styles for lists in texts, where a text can stand and a style for it cannot."""
    tekst = next((tag for tag in tags if tag.tag.vorm == "{{" and tag.tag.soort == "p"), None)
    for naam, nederlands in _LIJSTEN.items() if tekst else ():
        stijl = styles.get(naam)
        if stijl is None or stijl.nummering is None:
            wat = f"de stijl ‘{naam} ({nederlands})’ ontbreekt of telt niet"
            cure = "voeg die stijl met een nummering toe; een lijst in een tekst heeft hem nodig"
            yield Bevinding("W12", wat, cure, tekst, severity="warning")
