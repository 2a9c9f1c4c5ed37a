"""Sums of a ledger go to their place: the prestatie, the regel and the column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError

from reportgen.errors import Grootboek, Herkomst, Pad, Plaats, Problem, pad_text
from reportgen.model.getallen import lees_bedrag, schrijf_getal
from reportgen.sources.cijfers.doelen import Bekend
from reportgen.sources.cijfers.fouten import plaats_van
from reportgen.sources.cijfers.posten import Post, Posten, Som
from reportgen.sources.cijfers.regels import (
    LEEG,
    Data,
    bezwaar,
    dubbel_getypt,
    eigen,
    kandidaten,
    naam_van,
    nieuw,
    probleem,
    regels_van,
    sleutel_van,
    sleutels_van,
    vul_aan,
    zonder_bedrag,
)

if TYPE_CHECKING:
    from reportgen.sources.lezen import Gelezen


class Plaatser:
    """Puts what ledgers say into the data of a source, one ledger after the other.

    The data that was read stays as it is: what changes is copied first.
    """

    def __init__(self, gelezen: Gelezen) -> None:
        self._gelezen = gelezen
        ruw = gelezen.data.get("prestaties")
        secties: list[Any] = ruw if isinstance(ruw, list) else []
        self._kaal = {pad for pad, regel in _alle(secties) if regel.get("bedragen") is None}
        self._secties: list[Any] = [eigen(sectie) for sectie in secties]
        if secties:
            gelezen.data["prestaties"] = self._secties
        self._waarden: dict[Pad, Plaats] = {}
        self._uit: dict[Pad, int] = {}
        """By its place in the list, the ledger that gave a figure."""
        self._grootboeken: list[Grootboek] = []
        self.problems: list[Problem] = []
        self.opmerkingen: list[Problem] = []

    @property
    def bekend(self) -> Bekend:
        """What rows of a ledger can be about; of two prestaties with one number, the first."""
        plekken: dict[str, int] = {}
        for plek, sectie in enumerate(self._secties):
            nummer = sectie.get("nummer") if isinstance(sectie, dict) else None
            if isinstance(nummer, str):
                plekken.setdefault(nummer, plek)
        elders = self._gelezen.data.get("elders")
        lijst: list[Any] = elders if isinstance(elders, list) else []
        anderen = (ander.get("nummer") if isinstance(ander, dict) else ander for ander in lijst)
        return Bekend(
            self._gelezen.data["soort"], plekken, frozenset(map(str, anderen)) - plekken.keys()
        )

    @property
    def herkomst(self) -> Herkomst:
        """Where the values come from, now that these figures are there."""
        waarden = {**self._gelezen.herkomst.plaatsen, **self._waarden}
        oud = self._gelezen.herkomst
        opmerkingen = (*oud.opmerkingen, *self.opmerkingen)
        return Herkomst(waarden, opmerkingen, tuple(self._grootboeken))

    def plaats(self, naam: str, posten: Posten) -> None:
        """Put the sums of one ledger in their places."""
        plekken = self.bekend.prestaties
        cellen: dict[Pad, Decimal] = {}
        getypt: dict[Pad, Plaats] = {}
        for nummer, van in posten.per_prestatie.items():
            for pad, bedragen, som in self._gekozen(plekken[nummer], van, naam):
                plaats = plaats_van(naam, som.regels, nummer, pad_text(pad[2:]))
                if self._is_bezet(pad, plaats):
                    continue
                getypt |= self._getypt(pad, bedragen, som.bedrag, plaats)
                bedragen[str(pad[-1])] = cellen[pad] = som.bedrag
                self._waarden[pad] = plaats
        feiten = posten.gelezen, posten.elders, tuple(posten.overgeslagen)
        totalen = dict(posten.totalen), dict(posten.totalen_elders)
        self._grootboeken.append(Grootboek(naam, *feiten, *totalen, cellen, getypt))

    def zonder_bedragen(self) -> Iterator[Problem]:
        """Find the regels that were to get their amounts from a ledger, and got none."""
        for pad, regel in _alle(self._secties):
            if pad in self._kaal and not regel["bedragen"]:
                sectie = self._secties[int(pad[1])]
                van = [ander for p, ander in _alle([sectie]) if p[2:] != pad[2:]]
                tekst = zonder_bedrag(regel, van, str(sectie.get("nummer")))
                yield probleem("D4", self._gelezen.herkomst, pad, tekst)

    def _gekozen(
        self, plek: int, posten: Sequence[Post], naam: str
    ) -> Iterator[tuple[Pad, Data, Som]]:
        """Give every sum of a prestatie with its path, and the amounts that it becomes one of."""
        if self._secties[plek].get("financien") in LEEG:
            self._secties[plek]["financien"] = {"regels": []}
        regels = regels_van(self._secties[plek])
        if regels is None:
            return  # the model says what is wrong with it
        boven: Pad = ("prestaties", plek, "financien", "regels")
        geschreven, bezet = sleutels_van(regels), set[int]()
        for post in (post for post in posten if post.sommen):
            keuze = kandidaten(geschreven, post.sleutel)
            if tekst := bezwaar(keuze, post.sleutel, bezet):
                pad = (*boven, keuze[-1])
                self.problems.append(probleem("D6", self._gelezen.herkomst, pad, tekst))
                continue
            waar = keuze[0] if keuze else len(regels)
            bezet.add(waar)
            if not keuze:
                regels.append(nieuw(post.sleutel))
                self._waarden[*boven, waar] = self._van_post((*boven, waar), post, naam)
            vul_aan(regels[waar], post.sleutel)
            if isinstance(bedragen := regels[waar]["bedragen"], dict):
                for kolom, som in post.sommen.items():
                    yield (*boven, waar, "bedragen", kolom), bedragen, som

    def _van_post(self, pad: Pad, post: Post, naam: str) -> Plaats:
        """Give the place of a regel that only the ledger has: its first row."""
        eerste = min(som.regels[0] for som in post.sommen.values())
        nummer = str(self._secties[int(pad[1])]["nummer"])
        return plaats_van(naam, [eerste], nummer, pad_text(pad[2:]))

    def _is_bezet(self, pad: Pad, plaats: Plaats) -> bool:
        """Refuse a figure that another ledger gave already."""
        nu = len(self._grootboeken)
        eerder = self._uit.setdefault(pad, nu)
        if eerder == nu:
            return False
        *boven, _, kolom = pad
        regel = dict(_alle(self._secties))[tuple(boven)]
        ander = self._grootboeken[eerder].naam
        wat = f"{naam_van(sleutel_van(regel))} ({kolom}) komt ook uit {ander}"
        cure = "haal de rijen uit een van de twee grootboeken: anders telt het bedrag dubbel"
        self.problems.append(Problem("D6", "error", plaats, wat, cure))
        return True

    def _getypt(self, pad: Pad, bedragen: Data, som: Decimal, plaats: Plaats) -> dict[Pad, Plaats]:
        """Find a figure that an author typed too: an error where it is another."""
        oud = bedragen.get(str(pad[-1]))
        if oud in LEEG:
            return {}
        try:
            bedrag = lees_bedrag(oud)
        except PydanticCustomError as fout:
            tekst = str((fout.context or {})["tekst"]), str((fout.context or {})["cure"])
            self.problems.append(probleem("D5", self._gelezen.herkomst, pad, tekst))
            return {}
        if bedrag != som:
            waar = str(Plaats(plaats.bestand, plaats.regel, plek=plaats.plek))
            tekst = dubbel_getypt(schrijf_getal(bedrag), schrijf_getal(lees_bedrag(som)), waar)
            self.problems.append(probleem("F1", self._gelezen.herkomst, pad, tekst))
            return {}
        return {pad: self._gelezen.herkomst.zoek(pad)}


def _alle(secties: Sequence[object]) -> Iterator[tuple[Pad, Data]]:
    """Give every regel with its path."""
    for i, sectie in enumerate(secties):
        for j, regel in enumerate(regels_van(sectie) or ()):
            if isinstance(regel, dict):
                yield ("prestaties", i, "financien", "regels", j), regel
