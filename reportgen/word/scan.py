"""The tags in a text, found in one pass, and whether their blocks close as they opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_RAND = re.compile(r"\{[{%#]|[}%#]\}")
_SLUIT = {"{{": "}}", "{%": "%}", "{#": "#}"}
_WOORD = re.compile(r"\{%[-+]?(?:(?:p|tr|tc|r)\s)?\s*(?P<woord>\w*)\s*(?P<rest>[^%]*)")
_BLOKKEN = {"if", "for", "with", "filter", "macro", "call", "raw", "autoescape"}
_MIDDEN = {"else": ("if", "for"), "elif": ("if",)}
_LOS = {"set", "do", "colspan", "cellbg", "vm", "hm"}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: its words, and where in its text it begins and ends."""

    tekst: str
    begin: int
    einde: int


def scan(tekst: str) -> tuple[list[Tag], str]:
    """Find the tags in a text, and the first brace that belongs to no whole tag."""
    tags: list[Tag] = []
    plek = 0
    while rand := _RAND.search(tekst, plek):
        sluit = _SLUIT.get(rand[0])
        einde = tekst.find(sluit, rand.end()) if sluit else -1
        binnen = tekst[rand.end() : einde] if einde >= 0 else ""
        genest = rand[0] != "{#" and ("{{" in binnen or "{%" in binnen)
        if sluit is None or einde < 0 or genest:
            return tags, rand[0]
        plek = einde + len(sluit)
        tags.append(Tag(tekst[rand.start() : plek], rand.start(), plek))
    return tags, ""


def has_tags(tekst: str) -> bool:
    """Say whether a text has a tag, or what looks like half of one."""
    return bool(_RAND.search(tekst))


def unbalanced(tags: Iterable[Tag]) -> Iterator[tuple[str, str, str]]:
    """Follow the blocks of a part: each mistake as the tag, what is wrong, and what to do."""
    open_: list[tuple[str, Tag]] = []
    for tag in tags:
        if treffer := _WOORD.match(tag.tekst):
            woord, rest = treffer["woord"], treffer["rest"]
            if woord in _BLOKKEN or (woord == "set" and "=" not in rest):
                open_.append((woord, tag))
            elif fout := _bezwaar(woord, open_):
                yield tag.tekst, *fout
            if woord.startswith("end") and open_:
                open_.pop()
    for woord, tag in open_:
        yield tag.tekst, "dit blok wordt niet gesloten", f"zet er een tag met end{woord} achter"


def _bezwaar(woord: str, open_: list[tuple[str, Tag]]) -> tuple[str, str] | None:
    """Say what is wrong with a word that opens no block, given the blocks that are open."""
    laatste = open_[-1][0] if open_ else ""
    if woord in _MIDDEN and laatste not in _MIDDEN[woord]:
        return f"bij {woord} hoort een blok dat er niet is", "zet er een if omheen"
    if woord.startswith("end") and woord[3:] != laatste:
        nog = f"; open staat {open_[-1][1].tekst}" if open_ else ""
        return f"dit blok is hier niet open{nog}", "sluit blokken in volgorde"
    if woord not in _LOS and woord not in _MIDDEN and not woord.startswith("end"):
        return f"‘{woord}’ is geen bekende opdracht", "bekend zijn if, for, set en hun einde"
    return None
