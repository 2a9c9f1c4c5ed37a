"""The tags in a text, found in one pass, and what each of them says."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_RAND = re.compile(r"\{[{%#]|[}%#]\}")
_SLUIT = {"{{": "}}", "{%": "%}", "{#": "#}"}
_KOP = re.compile(r"(?P<voor>[-+]?)(?:(?P<soort>p|tr|tc|r)(?=\s))?\s*")
_WOORD = re.compile(r"\w*")
_LETTERLIJK = re.compile(r"(\"[^\"]*\"|'[^']*')")
_RECHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})
"""What Word makes of quotes and spaces while one types, in the form that a tag is read in."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: its words as typed, and where in its text it begins and ends."""

    tekst: str
    begin: int
    einde: int

    @property
    def vorm(self) -> str:
        """`{{` prints, `{%` steers, `{#` is silent."""
        return self.tekst[:2]

    @property
    def soort(self) -> str:
        """What the tag takes the place of: p, tr, tc, r, or nothing but itself."""
        kop = _KOP.match(self.tekst, 2)
        return (kop["soort"] or "") if kop else ""

    @property
    def binnen(self) -> str:
        """What the tag says, between its braces: `for actie in prestatie.acties`."""
        kop = _KOP.match(self.tekst, 2)
        rest = self.tekst[kop.end() if kop else 2 : -2].rstrip()
        rest = rest[:-1] if self.tekst[:2] == "{%" and rest.endswith(("-", "+")) else rest
        delen = _LETTERLIJK.split(unicodedata.normalize("NFC", rest))
        delen[::2] = (" ".join(f"|{deel}|".translate(_RECHT).split())[1:-1] for deel in delen[::2])
        return "".join(delen).strip()

    @property
    def vermomd(self) -> str:
        """What Word made of the letters of the tag: curly quotes or loose accents, or nothing."""
        if any(teken in deel for deel in _LETTERLIJK.split(self.tekst)[::2] for teken in "“”„‘’"):
            return "gekrulde aanhalingstekens"
        nfc = unicodedata.normalize("NFC", self.tekst)
        return "letters met losse accenten" if nfc != self.tekst else ""

    @property
    def woord(self) -> str:
        """The first word of a tag that steers: `for`, `endif`; empty for another."""
        treffer = _WOORD.match(self.binnen) if self.tekst.startswith("{%") else None
        return treffer[0] if treffer else ""

    @property
    def rest(self) -> str:
        """What follows the first word of a tag that steers."""
        return self.binnen[len(self.woord) :].strip()

    @property
    def plakt(self) -> tuple[bool, bool]:
        """Say whether the tag joins what stands before it, and what comes after it."""
        steert = self.tekst.startswith("{%")
        return steert and self.tekst[2] == "-", steert and self.tekst.endswith("-%}")

    def __str__(self) -> str:
        return f"“{' '.join(self.tekst.split())[:80]}”"


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """A tag where it was found: in which part, and where as a person would say it."""

    tag: Tag
    deel: str
    """The name of the part: `word/header1.xml`."""
    plek: str
    """`hoofdtekst, tabel 2, rij 3, cel 1`."""
    alinea: int = -1
    """Which `w:p` of the part, in document order from 0; -1 where the tag is in none."""


def scan(tekst: str) -> tuple[list[Tag], str]:
    """Find the tags in a text, and the first brace that belongs to no whole tag."""
    tags: list[Tag] = []
    plek = 0
    while rand := _RAND.search(tekst, plek):
        begin, einde = rand.start(), _einde(tekst, rand)
        if einde < 0:
            return tags, rand[0]
        tags.append(Tag(tekst[begin:einde], begin, einde))
        plek = einde
    return tags, ""


def _einde(tekst: str, rand: re.Match[str]) -> int:
    """Find where a tag ends, or -1 when it is not whole: unclosed, or with another one inside."""
    sluit = _SLUIT.get(rand[0])
    einde = tekst.find(sluit, rand.end()) if sluit else -1
    if einde < 0 or sluit is None:
        return -1
    genest = rand[0] != "{#" and _heeft(tekst, rand.end(), einde)
    return -1 if genest else einde + len(sluit)


def _heeft(tekst: str, begin: int, einde: int) -> bool:
    return tekst.find("{{", begin, einde) >= 0 or tekst.find("{%", begin, einde) >= 0


def has_tags(tekst: str) -> bool:
    """Say whether a text has a tag, or what looks like half of one."""
    return bool(_RAND.search(tekst))
