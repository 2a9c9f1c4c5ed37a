"""T- and N-rules: what is left over, cut off or damaged in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.lopen import gelezen
from reportgen.checks.registry import Vondst, data_rule
from reportgen.model import Boekwerk
from reportgen.notation import herstel

_INVULTEKST = re.compile(
    r"\bhier komt (?:nog )?(?:de |het |een )?(?:tabel|tekst|grafiek|figuur|toelichting)\b"
    r"|\blorem ipsum\b"
    r"|\b(?-i:xxx+|XXXX+)\b|\?\?\?"
    r"|[\[(]\s*(?:\.\.\.|…|invullen|(?:nog )?(?:in|aan) te vullen)\s*[\])]"
    r"|\btekst volgt\b|^\s*nog (?:in|aan) te vullen[.\s]*$",
    re.IGNORECASE,
)
_INVULWOORDEN = ("hier komt", "lorem", "xxx", "???", "...", "…", "vullen", "volgt")
"""One of these stands in every placeholder: most texts have none, and need no second look."""
_AFGEKAPT = re.compile(r"(?:[,;(\[/]|(?<!,)[–-]|(?<!voort)(?:\.\.\.|…))$")
_ITEM = re.compile(r"(?:^|\s)(?:[0-9]{1,3}[a-zA-Z]?|[a-zA-Z]{1,2}|[ivxIVX]{1,4})$")
_ADRES = re.compile(r"(?:https?://|www\.)\S", re.IGNORECASE)
_STAART = 12
"""How many letters the end of a text is told by."""
_HAAK = re.compile(r"[()\[\]]")
_PAREN = {")": "(", "]": "["}
_VERDACHT = re.compile("[\u00c2\u00c3\u00e2\u0180-\u0191\u0193-\u01bf\ufffd]")


@data_rule("T4", "error", "er staat geen invultekst, afgekapte zin of los haakje")
def resten(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """No placeholder, no text cut off, no bracket or bold mark left open."""
    for leestekst in gelezen(boekwerk):
        pad, plat = leestekst.pad, leestekst.plat
        if gevonden := _invultekst(plat):
            yield Vondst(pad, f"hier staat nog een invultekst: ‘{gevonden}’", "vul de tekst in")
        if _afgekapt(plat.rstrip()):
            yield Vondst(pad, f"de tekst lijkt afgekapt: ‘…{plat[-30:]}’", "maak de zin af")
        if haak := _open_haak(plat):
            yield Vondst(
                pad, f"een haakje ‘{haak}’ heeft geen tegenhanger", "zet het andere haakje erbij"
            )
        if "**" in plat:
            yield Vondst(pad, "‘**’ blijft zo in de tekst staan", "sluit vette tekst met ** af")


@data_rule("N12", "warning", "letters zijn niet beschadigd door een oude omzetting")
def beschadigd(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """Letters that an old conversion damaged, with the repair."""
    verdacht = (deel for deel in gelezen(boekwerk) if _VERDACHT.search(deel.bron))
    for pad, bron in ((deel.pad, deel.bron) for deel in verdacht):
        for woord in dict.fromkeys(bron.split()):
            goed = herstel(woord)
            if goed != woord:
                kaal = woord.strip("()[],.;:‘’“”")
                yield Vondst(
                    pad,
                    f"‘{kaal}’ bevat een beschadigde letter",
                    f"bedoeld is wellicht ‘{herstel(kaal)}’",
                )
            elif "\ufffd" in woord:
                yield Vondst(
                    pad, f"‘{woord}’ bevat een verloren letter (�)", "typ het woord opnieuw"
                )


def _invultekst(plat: str) -> str:
    """Give the placeholder in a text, or nothing."""
    klein = plat.lower()
    if not any(woord in klein for woord in _INVULWOORDEN):
        return ""
    gevonden = _INVULTEKST.search(plat)
    return gevonden[0] if gevonden else ""


def _afgekapt(plat: str) -> bool:
    """Say whether a text stops halfway; an address may end as it likes."""
    gevonden = _AFGEKAPT.search(plat, max(0, len(plat) - _STAART))
    if not gevonden or gevonden.start() == 0:
        return False
    return not _ADRES.search(plat, max(map(plat.rfind, " \n\t\u00a0")) + 1)


def _open_haak(plat: str) -> str:
    """Give the first bracket without its other half; `a)` in front of an item is none."""
    open_: list[str] = []
    for haak in _HAAK.finditer(plat):
        teken, plek = haak[0], haak.start()
        if teken not in _PAREN:
            open_.append(teken)
        elif open_ and open_[-1] == _PAREN[teken]:
            open_.pop()
        elif not _ITEM.search(plat[max(0, plek - 5) : plek]):
            return teken
    return open_[-1] if open_ else ""
