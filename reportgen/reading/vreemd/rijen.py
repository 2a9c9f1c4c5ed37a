"""The rows of a table of money: what each is, by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from reportgen.financien import AFGELEIDE_POSTEN, BASISPOSTEN
from reportgen.model import Post
from reportgen.reading.vreemd.woorden import Woorden, kaal

Rol = Literal["heel", "deel", "totaal", "waarvan", "vreemd"]
_AARDEN = {"structureel": "structureel", "incidenteel": "incidenteel", "zonder_aard": ""}
_NUMMER = r"(?P<nummer>[0-9A-Za-z]{1,8}(?:[.-][0-9A-Za-z]{1,8})*)"


@dataclass(frozen=True, slots=True)
class Naam:
    """What the name of a row says: its post, its role, and its own name."""

    rol: Rol
    post: Post | None = None
    omschrijving: str = ""
    nummer: str = ""


@dataclass(frozen=True, slots=True)
class Rij:
    """A row as it stands (rij): what it is, its cells by column, and its place."""

    naam: Naam
    cellen: Mapping[str, str]
    plek: str
    tekst: str

    @property
    def leeg(self) -> bool:
        """Whether it has a name and nothing else, as a line above others has."""
        return not any(self.cellen.values())


class Rijnamen:
    """Reads the names of rows in the words of one profile."""

    def __init__(self, woorden: Woorden) -> None:
        """Begin with the words."""
        self._woorden = woorden
        self._niveau = woorden.profiel.niveau
        self._deel = self._patroon_deel()
        niveau = rf"(?: {re.escape(self._niveau)} {_NUMMER})?"
        self._rest = re.compile(rf"{niveau}(?:: (?P<naam>.+))?", re.DOTALL)

    def _patroon_deel(self) -> re.Pattern[str]:
        """Match the total of a shift: `Totaal lasten beleidsdoel 5.1 (deel)`."""
        niveaus = "|".join(re.escape(niveau.naam) for niveau in self._woorden.profiel.niveaus)
        patroon = re.escape(self._woorden.profiel.labels.deel)
        for naam, waarde in (
            ("totaal", "(?P<totaal>.+?)"),
            ("niveau", f"(?:{niveaus})"),
            ("nummer", _NUMMER),
        ):
            patroon = patroon.replace(re.escape(f"{{{naam}}}"), waarde, 1)
        return re.compile(patroon)

    def lees(self, tekst: str) -> Naam:
        """Say what a row is; what is no known name may be a part of the total below it."""
        if treffer := self._deel.fullmatch(tekst):
            tekst = treffer["totaal"]
        for aard, soort in _AARDEN.items():
            if kaal(tekst) == kaal(getattr(self._woorden.profiel.labels, aard)):
                return Naam("waarvan", omschrijving=soort)
        if naam := self._totaal(tekst):
            return naam
        for post in (*BASISPOSTEN, *AFGELEIDE_POSTEN):
            if (rest := self._achter(post, tekst)) is not None:
                return self._post(post, rest)
        return Naam("vreemd", omschrijving=tekst)

    def _totaal(self, tekst: str) -> Naam | None:
        totalen = tuple(f"totaal_{post}" for post in BASISPOSTEN)
        veld = self._woorden.eerste(totalen, tekst)
        post = cast("Post", veld.removeprefix("totaal_"))
        return Naam("totaal", post) if veld else None

    def _achter(self, post: Post, tekst: str) -> str | None:
        """Give what stands behind the word for a post; nothing but a name or a number may."""
        for woord in self._woorden.van(post):
            if kaal(tekst) == kaal(woord):
                return ""
            if tekst.startswith((f"{woord}: ", f"{woord} {self._niveau} ")):
                return tekst[len(woord) :]
        return None

    def _post(self, post: Post, rest: str) -> Naam:
        treffer = self._rest.fullmatch(rest)
        if treffer is None:
            return Naam("vreemd", omschrijving=f"{rest.strip()}")
        rol: Rol = "totaal" if post in AFGELEIDE_POSTEN else "heel"
        return Naam(rol, post, treffer["naam"] or "", treffer["nummer"] or "")


def ingedeeld(rijen: Sequence[Rij]) -> Iterator[Rij]:
    """Give the rows with the post of each part told by the total below it, or the line above it.

    A row that stays without a post is `vreemd` still.
    """
    wacht: list[Rij] = []
    boven: Post | None = None
    laatste: Post | None = None
    for plek, rij in enumerate(rijen):
        naam = rij.naam
        if naam.rol == "vreemd" or (naam.rol == "heel" and _wordt_opgeteld(rijen[plek:])):
            wacht.append(rij)
            continue
        telt_op = naam.rol == "totaal" and naam.post in BASISPOSTEN
        yield from _verdeeld(wacht, naam.post if telt_op else boven)
        wacht = []
        if naam.rol == "heel" and rij.leeg:
            boven = naam.post
            continue
        if naam.rol == "waarvan":
            naam = replace(naam, post=laatste)
        boven = None if naam.rol == "totaal" else boven
        laatste = naam.post
        yield replace(rij, naam=naam)
    yield from _verdeeld(wacht, boven)


def _wordt_opgeteld(rijen: Sequence[Rij]) -> bool:
    """Say whether a total of the post of the first row comes, before a row of another post."""
    eerste, *rest = rijen
    if eerste.leeg:
        return False
    volgende = (rij for rij in rest if rij.naam.rol != "vreemd")
    anders = next(
        (r for r in volgende if r.naam.rol != "heel" or r.naam.post != eerste.naam.post), None
    )
    return (
        anders is not None and anders.naam.rol == "totaal" and anders.naam.post == eerste.naam.post
    )


def _verdeeld(rijen: Sequence[Rij], post: Post | None) -> Iterator[Rij]:
    """Give rows that waited, the unknown ones as parts of a post."""
    for rij in rijen:
        if post is None or rij.naam.rol != "vreemd":
            yield rij
        else:
            yield replace(rij, naam=Naam("deel", post, rij.naam.omschrijving, rij.naam.nummer))
