"""Rows of a ledger become sums: what each regel of each prestatie has in each column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.errors import Plaats, Problem
from reportgen.model import schrijf_getal
from reportgen.sources.cijfers.bedragen import lees_bedrag, teken_van
from reportgen.sources.cijfers.doelen import Bekend, Doel, Doelzoeker, Sleutel
from reportgen.sources.cijfers.fouten import Fouten, Tekst
from reportgen.sources.cijfers.regels import naam_van
from reportgen.sources.cijfers.tabel import Rij, bedragkoppen, gelijk
from reportgen.sources.cijfers.totaalrijen import Totaalrijen

if TYPE_CHECKING:
    from reportgen.model import Cijfers

_VRIJ = "wijzigingen"
"""The column whose amounts can go up and down."""


@dataclass(slots=True)
class Som:
    """Amounts that add up, and the rows that they stand in."""

    bedrag: Decimal = Decimal(0)
    regels: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Post:
    """A regel of a prestatie, with its sum per column."""

    sleutel: Sleutel
    """As the first of its rows has it."""
    sommen: dict[str, Som] = field(default_factory=lambda: defaultdict(Som))


@dataclass(slots=True)
class Posten:
    """All that a ledger says."""

    per_prestatie: dict[str, list[Post]] = field(default_factory=dict)
    gelezen: int = 0
    elders: int = 0
    overgeslagen: list[int] = field(default_factory=list)
    """The rows with totals."""
    totalen: dict[tuple[str, str], Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    """By soort and column, of all rows."""
    totalen_elders: dict[tuple[str, str], Decimal] = field(
        default_factory=lambda: defaultdict(Decimal)
    )
    problems: list[Problem] = field(default_factory=list)
    opmerkingen: list[Problem] = field(default_factory=list)
    """Totals in it that are not those of its rows."""
    bruikbaar: bool = True
    """Whether what is wrong with it is a matter of single rows."""


def posten_van(rijen: Sequence[Rij], cijfers: Cijfers, bekend: Bekend) -> Posten:
    """Add up the rows of a ledger."""
    lezer = _Lezer(rijen, cijfers, bekend)
    for rij in rijen:
        lezer.neem(rij)
    return lezer.klaar()


class _Lezer:
    """Takes the rows of one ledger, in their order."""

    def __init__(self, rijen: Iterable[Rij], cijfers: Cijfers, bekend: Bekend) -> None:
        self._cijfers, self._elders = cijfers, bekend.elders
        self._teken = cijfers.decimaal or teken_van(cel for rij in rijen for cel in rij.bedragen)
        self._koppen = bedragkoppen(cijfers)
        self._fouten = Fouten(cijfers.naam)
        self._doelen = Doelzoeker(cijfers, bekend, self._fouten)
        self._posten = Posten()
        self._totalen = Totaalrijen(len(self._koppen), self._teken, cijfers.eenheid)
        self._op_sleutel: dict[tuple[str, Sleutel], Post] = {}

    def neem(self, rij: Rij) -> None:
        """Take a row: pass it over, add its amounts up, or note what is wrong with it."""
        doel = self._doelen.zoek(rij)
        if doel is None:
            self._keur_totaal(rij)
            return
        self._posten.gelezen += 1
        bedragen = self._bedragen(rij, doel)
        if doel.nummer is None or doel.sleutel is None:
            return
        if doel.nummer in self._elders:
            self._posten.elders += 1
        for kolom, bedrag in bedragen:
            self._tel(rij.regel, (doel.nummer, doel.sleutel), kolom, bedrag)

    def klaar(self) -> Posten:
        """Give all that was read, and hold the sums against what an amount can be."""
        posten = self._posten
        alle = [(nummer, post) for nummer, van in posten.per_prestatie.items() for post in van]
        keerbaar = _keerbaar(post for _, post in alle)
        for nummer, post in alle:
            self._keur(nummer, post, keerbaar)
        posten.overgeslagen = self._doelen.totaalrijen
        posten.problems = self._fouten.problems()
        posten.bruikbaar = not (keerbaar or self._fouten.te_veel)
        return posten

    def _bedragen(self, rij: Rij, doel: Doel) -> list[tuple[str, Decimal]]:
        """Give the amounts of a row by column; what is open in a wide row is not given."""
        nummer = doel.nummer or ""
        if rij.over:
            cure = "zet een tekst met het scheidingsteken erin tussen aanhalingstekens"
            tekst = ("deze rij heeft meer cellen dan er koppen zijn", cure)
            self._fouten.meld("D2", rij.regel, tekst, nummer)
            return []
        gevonden = []
        for plek, ((vast, kop), cel) in enumerate(zip(self._koppen, rij.bedragen, strict=True)):
            if vast and cel is None:
                continue
            bedrag = lees_bedrag(cel, self._teken, self._cijfers.eenheid)
            if not isinstance(bedrag, Decimal):
                self._fouten.meld("D5", rij.regel, _bij_kop(kop if vast else "", bedrag), nummer)
                continue
            self._totalen.tel(plek, bedrag)
            if kolom := vast or doel.kolom:
                gevonden.append((kolom, bedrag))
        return gevonden

    def _keur_totaal(self, rij: Rij) -> None:
        """Hold a row with totals against those above it."""
        if rij.regel not in self._doelen.totaalrijen[-1:]:
            return
        waar = Plaats(self._cijfers.naam, rij.regel)
        koppen = [kop for _, kop in self._koppen]
        for tekst in self._totalen.keur(rij, koppen):
            self._posten.opmerkingen.append(Problem("F1", "warning", waar, *tekst))

    def _tel(self, regel: int, bij: tuple[str, Sleutel], kolom: str, bedrag: Decimal) -> None:
        nummer, sleutel = bij
        if sleutel.soort in self._cijfers.omgekeerd:
            bedrag = -bedrag
        plek = (sleutel.soort, kolom)
        self._posten.totalen[plek] += bedrag
        if nummer in self._elders:
            self._posten.totalen_elders[plek] += bedrag
            return
        som = self._post(nummer, sleutel).sommen[kolom]
        som.bedrag += bedrag
        som.regels.append(regel)

    def _post(self, nummer: str, sleutel: Sleutel) -> Post:
        if post := self._op_sleutel.get((nummer, sleutel)):
            return post
        gewoon = Sleutel(*map(gelijk, sleutel))
        post = self._op_sleutel.get((nummer, gewoon))
        if post is None:
            post = Post(sleutel)
            self._posten.per_prestatie.setdefault(nummer, []).append(post)
        self._op_sleutel[nummer, sleutel] = self._op_sleutel[nummer, gewoon] = post
        return post

    def _keur(self, nummer: str, post: Post, keerbaar: set[str]) -> None:
        """Refuse a sum with a minus, but of changes: the soort gives the direction."""
        soort = post.sleutel.soort
        for kolom in [k for k, som in post.sommen.items() if som.bedrag < 0 and k != _VRIJ]:
            som = post.sommen.pop(kolom)
            wat = f"{naam_van(post.sleutel)} ({kolom}) komt uit op {schrijf_getal(som.bedrag)}"
            cure = "een bedrag is niet negatief: wat overblijft, hoort als regel aan de andere kant"
            if soort in keerbaar:
                wat = f"alle bedragen van {soort} hebben in dit grootboek een minteken"
                cure = f"schrijf onder cijfers omgekeerd: [{soort}]"
            tekst = wat, cure
            for regel in som.regels:
                self._fouten.meld("D5", regel, tekst, "" if soort in keerbaar else nummer)


def _keerbaar(posten: Iterable[Post]) -> set[str]:
    """Give the soorten of which the ledger has every amount with a minus."""
    negatief, positief = set[str](), set[str]()
    for post in posten:
        for kolom, som in post.sommen.items():
            if som.bedrag and kolom != _VRIJ:
                (negatief if som.bedrag < 0 else positief).add(post.sleutel.soort)
    return negatief - positief


def _bij_kop(kop: str, tekst: Tekst) -> Tekst:
    """Say under which heading a wrong amount stands, in a row that has more of them."""
    return (f"{kop}: {tekst[0]}", tekst[1]) if kop else tekst
