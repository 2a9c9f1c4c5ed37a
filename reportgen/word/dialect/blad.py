"""A part of a template while its tags are read, and what each tag becomes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from reportgen.word.dialect.findings import Bevinding
from reportgen.word.dialect.scan import Tag, Vindplaats, scan
from reportgen.word.looks import Look

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.word.dialect.places import Places

MARK = re.compile("\ufdd0([0-9]+)\ufdd1")
"""A tag in a skeleton: its number between two characters that no text has."""


@dataclass(frozen=True, slots=True)
class Code:
    """What stands for a mark in the Jinja source, and the tag that it came from."""

    jinja: str
    stap: str = ""
    """What it does to the blocks around it: `for`, `if`, `else`, `endif`, `set`, … or nothing."""
    tag: Vindplaats | None = None
    look: Look | None = None
    """The look of its place, where it prints text in a run."""
    soort: str = ""
    """What it takes the place of: p, tr, tc, r, or nothing but itself."""


@dataclass(slots=True)
class Blad:
    """A part while its tags are read (blad): what is found is added to it."""

    wortel: Element
    deel: str
    places: Places
    codes: list[Code] = field(default_factory=list)
    bevindingen: list[Bevinding] = field(default_factory=list)
    tags: list[Vindplaats] = field(default_factory=list)
    ontsnapt: bool = False
    """Whether braces were typed as `{_{`, which are written out."""

    def zet(self, code: Code) -> str:
        """Add what a mark says in Jinja, and give the mark."""
        self.codes.append(code)
        return f"\ufdd0{len(self.codes) - 1}\ufdd1"

    def jinja(self, tekst: str, stap: str = "") -> str:
        """Add a piece of Jinja of our own, and give its mark."""
        return self.zet(Code(tekst, stap))

    def hernoem(self, nummer: int, oud: str, nieuw: str) -> None:
        """Change a piece of what a mark says in Jinja."""
        code = self.codes[nummer]
        self.codes[nummer] = replace(code, jinja=code.jinja.replace(oud, nieuw))

    def meld(self, rule: str, melding: str, hint: str, tag: Vindplaats) -> None:
        """Note what is wrong with a tag."""
        self.bevindingen.append(Bevinding(rule, melding, hint, tag))

    def vind(self, tag: Tag, element: Element, alinea: int = -1) -> Vindplaats:
        """Note a tag where it stands."""
        plaats = Vindplaats(tag, self.deel, self.places.of(element), alinea)
        self.tags.append(plaats)
        return plaats


_EIGEN = re.compile(r"\brg_")
_HAAK = re.compile(r"\"[^\"]*\"|'[^']*'|[()]")
_OPENEN = ("if", "for", "with")
_SLUITEN = ("endif", "endfor", "endwith", "endset")
MIDDEN = {"else": ("if", "for"), "elif": ("if",)}
CELTAGS = ("colspan", "cellbg", "vm", "hm")
_GEWEIGERD = {
    "macro": "schrijf de tekst op elke plek uit",
    "call": "schrijf de tekst op elke plek uit",
    "filter": "zet het filter in de tag zelf: {{ veld|upper }}",
    "raw": "schrijf accolades als {_{ en }_}",
    "autoescape": "laat deze tag weg: alles wordt veilig geprint",
    "include": "neem de inhoud in dit sjabloon op",
    "import": "neem de inhoud in dit sjabloon op",
    "from": "neem de inhoud in dit sjabloon op",
    "extends": "neem de inhoud in dit sjabloon op",
    "block": "laat deze tag weg",
    "do": "bereken het in de data",
    "trans": "laat deze tag weg",
    "break": "zet een voorwaarde om wat niet geprint moet worden",
    "continue": "zet een voorwaarde om wat niet geprint moet worden",
}


def steering(blad: Blad, tag: Vindplaats) -> str:
    """Give the mark of a tag that prints nothing; "" for a comment or one that is refused."""
    woord, rest, soort = tag.tag.woord, tag.tag.rest, tag.tag.soort
    if tag.tag.vorm == "{#":
        return blad.zet(Code("", "", tag, soort=soort))
    if _eigen_naam(blad, tag):
        return ""
    stap = woord
    if woord == "set" and "=" not in rest:
        stap = "setblok"
    elif woord not in (*_OPENEN, *_SLUITEN, *CELTAGS, *MIDDEN, "set"):
        _weiger(blad, tag)
        return ""
    return blad.zet(Code(f"{{% {woord} {rest}\n%}}", stap, tag, soort=soort))


def printing(blad: Blad, tag: Vindplaats, filter_: str, look: Look | None = None) -> str:
    """Give the mark of a tag that prints through one of our filters."""
    if not tag.tag.binnen:
        blad.meld("W17", f"{tag.tag} is leeg", "zet de naam van een veld in de tag", tag)
        return ""
    if _eigen_naam(blad, tag):
        return ""
    if _losse_haak(tag.tag.binnen):
        blad.meld("W17", f"{tag.tag} heeft een haakje te veel", "verbeter de tag", tag)
        return ""
    nummer = f"({len(blad.codes)})" if look else ""
    jinja = f"{{{{ ({tag.tag.binnen})|{filter_}{nummer}\n}}}}"
    return blad.zet(Code(jinja, "", tag, look, tag.tag.soort))


def _eigen_naam(blad: Blad, tag: Vindplaats) -> bool:
    """Refuse a name that the engine keeps for itself."""
    treffer = _EIGEN.search(tag.tag.binnen)
    if treffer:
        wat = f"{tag.tag}: namen met {treffer[0]} gebruikt reportgen zelf"
        blad.meld("W19", wat, "kies een andere naam", tag)
    return treffer is not None


def _losse_haak(uitdrukking: str) -> bool:
    """Say whether a bracket closes what none opened: between ours, it would be valid Jinja."""
    diepte = 0
    for teken in _HAAK.findall(uitdrukking):
        diepte += {"(": 1, ")": -1}.get(teken, 0)
        if diepte < 0:
            return True
    return False


def plain_marks(blad: Blad, tekst: str, element: Element, filter_: str) -> str:
    """Put marks in a text that is no run: an attribute, a property, the code of a field."""

    def gezet(tag: Tag) -> str:
        plaats = blad.vind(tag, element)
        if tag.soort:
            wat = f"{tag}: op deze plek kan geen tag met {tag.soort}"
            blad.meld("W17", wat, "laat die letter weg", plaats)
            return ""
        return printing(blad, plaats, filter_) if tag.vorm == "{{" else steering(blad, plaats)

    tags, los = scan(tekst)
    if los:
        loose(blad, los, tekst, element)
    if not los and (half := _half(tags)):
        wat = f"{half}: dit blok begint en eindigt niet in dezelfde tekst"
        cure = "zet de hele voorwaarde in dit ene veld"
        blad.bevindingen.append(Bevinding("W6", wat, cure, None, blad.places.of(element)))
    return replaced(tekst, tags, gezet)


def _half(tags: list[Tag]) -> Tag | None:
    """Find a block that does not begin and end among these tags."""
    open_: list[Tag] = []
    for tag in tags:
        if tag.woord in _OPENEN or (tag.woord == "set" and "=" not in tag.rest):
            open_.append(tag)
        elif tag.woord in _SLUITEN or tag.woord in MIDDEN:
            if not open_ or open_[-1].woord not in MIDDEN.get(tag.woord, (open_[-1].woord,)):
                return tag
            if tag.woord in _SLUITEN:
                open_.pop()
    return open_[-1] if open_ else None


def replaced(tekst: str, tags: list[Tag], gezet: Callable[[Tag], str]) -> str:
    """Give a text with each of its tags replaced."""
    delen, plek = [], 0
    for tag in tags:
        delen += [tekst[plek : tag.begin], gezet(tag)]
        plek = tag.einde
    return "".join([*delen, tekst[plek:]])


def loose(blad: Blad, los: str, tekst: str, element: Element) -> None:
    """Say that a brace belongs to no whole tag."""
    wat = f"een tag is niet heel; kijk bij ‘{los}’ in “{tekst.strip()[:80]}”"
    cure = "open met {{ of {% en sluit met }} of %}, in dezelfde alinea"
    blad.bevindingen.append(Bevinding("W17", wat, cure, None, blad.places.of(element)))


def _weiger(blad: Blad, tag: Vindplaats) -> None:
    """Refuse a tag that steers in a way that a template may not, or that nobody knows."""
    woord = tag.tag.woord
    if cure := _GEWEIGERD.get(woord.removeprefix("end")):
        blad.meld("W19", f"{tag.tag} mag niet in een sjabloon", cure, tag)
        return
    wat = f"{tag.tag}: ‘{woord or tag.tag.rest[:20]}’ is geen bekende opdracht"
    lijkt = get_close_matches(woord, (*_OPENEN, *_SLUITEN, *MIDDEN, "set", *CELTAGS), 1)
    cure = "bekend zijn if, elif, else, for, set, with en hun einde; en colspan, cellbg, vm, hm"
    cure = f"bedoelt u ‘{lijkt[0]}’?" if lijkt else cure
    blad.meld("W17", wat, cure, tag)
