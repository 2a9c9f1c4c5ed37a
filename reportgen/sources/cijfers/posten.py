"""Rows of a ledger become sums: what each regel of each prestatie has in each column."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, get_args

from reportgen.errors import Problem
from reportgen.model import KOLOMMEN, Regelsoort, Soort
from reportgen.sources.cijfers.bedragen import Cel, lees_bedrag, teken_van
from reportgen.sources.cijfers.fouten import Fouten, Tekst
from reportgen.sources.cijfers.namen import Namen
from reportgen.sources.cijfers.tabel import VELDEN, Rij, bedragkoppen, gelijk

if TYPE_CHECKING:
    from reportgen.model import Cijfers

_TOTAAL = re.compile(r"(?:sub|eind|generaal )?tota(?:al|len|l)\b", re.IGNORECASE)
_DEELTOTAAL = re.compile(r"(?:sub|eind)?totaal(?: (?:lasten|baten|saldo|\w*reserves?|[\d.]+))?")


class Sleutel(NamedTuple):
    """What tells one regel of a prestatie from another, as a ledger says it; empty is not said."""

    soort: str
    omschrijving: str
    aard: str
    taakveld: str
    categorie: str

    def past_op(self, ander: Sleutel) -> bool:
        """Say whether two can be the same regel: what one of them does not say, is no matter."""
        if self.soort != ander.soort or gelijk(self.omschrijving) != gelijk(ander.omschrijving):
            return False
        paren = zip(self[2:], ander[2:], strict=True)
        return all(not een or not twee or gelijk(een) == gelijk(twee) for een, twee in paren)


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


@dataclass(frozen=True, slots=True)
class Bekend:
    """What a boekwerk has that rows of a ledger can be about."""

    soort: Soort
    prestaties: Mapping[str, int]
    """Their places in the boekwerk, by number."""
    elders: frozenset[str]


def posten_van(rijen: Sequence[Rij], cijfers: Cijfers, bekend: Bekend) -> Posten:
    """Add up the rows of a ledger."""
    lezer = _Lezer(rijen, cijfers, bekend)
    for rij in rijen:
        lezer.neem(rij)
    return lezer.klaar()


class _Lezer:
    """Takes the rows of one ledger, in their order."""

    def __init__(self, rijen: Iterable[Rij], cijfers: Cijfers, bekend: Bekend) -> None:
        self._cijfers, self._bekend = cijfers, bekend
        self._teken = cijfers.decimaal or teken_van(cel for rij in rijen for cel in rij.bedragen)
        self._koppen = bedragkoppen(cijfers)
        self._soorten = Namen(get_args(Regelsoort), cijfers.soorten.gegeven())
        self._kolommen = Namen(KOLOMMEN[bekend.soort], cijfers.bedragen.gegeven())
        self._fouten = Fouten(cijfers.naam)
        self._posten = Posten()
        self._op_sleutel: dict[tuple[str, Sleutel], Post] = {}
        self._vreemd: dict[str, Tekst] = {}

    def neem(self, rij: Rij) -> None:
        """Take a row: skip it, add its amounts up, or note what is wrong with it."""
        velden = self._velden(rij)
        if velden is None or self._is_totaal(rij, velden):
            return
        self._posten.gelezen += 1
        nummer = self._nummer(rij, velden["prestatie"])
        sleutel = self._sleutel(rij, velden)
        bedragen = self._bedragen(rij, velden, nummer or "")
        if nummer is None or sleutel is None:
            return
        if nummer in self._bekend.elders:
            self._posten.elders += 1
        for kolom, bedrag in bedragen:
            self._tel(rij.regel, nummer, sleutel, (kolom, bedrag))

    def klaar(self) -> Posten:
        """Give all that was read, and hold the sums against what an amount can be."""
        for nummer, posten in self._posten.per_prestatie.items():
            for post in posten:
                self._keur(nummer, post)
        self._posten.problems = self._fouten.problems()
        return self._posten

    def _velden(self, rij: Rij) -> dict[str, str] | None:
        """Give the text under each heading; None where a code was kept as a number."""
        velden: dict[str, str] = {}
        for naam, cel in zip(VELDEN, rij.velden, strict=True):
            tekst = _tekst(cel)
            if not isinstance(tekst, str):
                wat, cure = tekst
                self._fouten.meld("D5", rij.regel, (f"{naam}: {wat}", cure))
                return None
            velden[naam] = tekst
        return velden

    def _is_totaal(self, rij: Rij, velden: dict[str, str]) -> bool:
        """Skip a row that adds up what stands in others, or refuse one that only seems to."""
        if _TOTAAL.match(velden["prestatie"] or rij.woorden):
            self._posten.overgeslagen.append(rij.regel)
            return True
        for naam in ("soort", "omschrijving"):
            if _DEELTOTAAL.fullmatch(gelijk(velden[naam])):
                wat = f"‘{velden[naam]}’ lijkt een totaal van andere rijen, en zou dubbel tellen"
                cure = "haal de totalen uit de export, of geef de regel een andere naam"
                self._fouten.meld("D5", rij.regel, (wat, cure), velden["prestatie"])
                return True
        return False

    def _nummer(self, rij: Rij, nummer: str) -> str | None:
        bekend = self._bekend
        if nummer in bekend.elders or nummer in bekend.prestaties:
            return nummer
        self._fouten.meld(*self._onbekend(nummer, rij.regel))
        return None

    def _onbekend(self, nummer: str, regel: int) -> tuple[str, int, Tekst]:
        if not nummer:
            cure = "vul de prestatie op elke rij in, of haal de rij weg"
            return "D4", regel, ("deze rij noemt geen prestatie", cure)
        if nummer not in self._vreemd:
            lijken = difflib.get_close_matches(nummer, self._bekend.prestaties, 1)
            bedoeld = f"bedoelt u {lijken[0]}? " if lijken else ""
            cure = f"{bedoeld}maak een bestand voor {nummer[:20]}, of zet het nummer bij elders"
            self._vreemd[nummer] = f"prestatie ‘{nummer[:40]}’ staat niet in dit boekwerk", cure
        return "D7", regel, self._vreemd[nummer]

    def _sleutel(self, rij: Rij, velden: dict[str, str]) -> Sleutel | None:
        soort = self._soorten.zoek(velden["soort"])
        if soort is not None:
            aard = velden["aard"].lower()
            rest = (velden[naam] for naam in ("taakveld", "categorie"))
            return Sleutel(soort, velden["omschrijving"], aard, *rest)
        wat = f"de soort ‘{velden['soort'][:40]}’ is onbekend"
        if not velden["soort"]:
            wat = "deze rij noemt geen soort"
        cure = f"{self._soorten.bedoeld(velden['soort'])}; schrijf andere namen onder soorten"
        self._fouten.meld("D5", rij.regel, (wat, cure), velden["prestatie"])
        return None

    def _bedragen(self, rij: Rij, velden: dict[str, str], nummer: str) -> list[tuple[str, Decimal]]:
        """Give the amounts of a row by column; what is open in a wide row is not given."""
        if rij.over:
            cure = "zet een tekst met het scheidingsteken erin tussen aanhalingstekens"
            tekst = ("deze rij heeft meer cellen dan er koppen zijn", cure)
            self._fouten.meld("D2", rij.regel, tekst, nummer)
            return []
        gevonden = []
        for (vast, kop), cel in zip(self._koppen, rij.bedragen, strict=True):
            kolom = vast or self._kolom(rij, velden["kolom"], nummer)
            if not kolom or (vast and cel is None):
                continue
            bedrag = lees_bedrag(cel, self._teken, self._cijfers.eenheid)
            if isinstance(bedrag, Decimal):
                gevonden.append((kolom, bedrag))
            else:
                self._fouten.meld("D5", rij.regel, _bij_kop(kop if vast else "", bedrag), nummer)
        return gevonden

    def _kolom(self, rij: Rij, woord: str, nummer: str) -> str | None:
        kolom = self._kolommen.zoek(woord)
        if kolom is None:
            soort = self._bekend.soort
            elders = any(gelijk(woord) in kolommen for kolommen in KOLOMMEN.values())
            wat = f"de kolom ‘{woord[:40]}’ " if woord else "deze rij noemt geen kolom"
            wat += "" if not woord else f"hoort niet in een {soort}" if elders else "is onbekend"
            cure = f"{self._kolommen.bedoeld(woord)}; schrijf andere namen onder bedragen"
            self._fouten.meld("D5", rij.regel, (wat, cure), nummer)
        return kolom

    def _tel(self, regel: int, nummer: str, sleutel: Sleutel, cijfer: tuple[str, Decimal]) -> None:
        kolom, bedrag = cijfer
        if sleutel.soort in self._cijfers.omgekeerd:
            bedrag = -bedrag
        plek = (sleutel.soort, kolom)
        self._posten.totalen[plek] += bedrag
        if nummer in self._bekend.elders:
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

    def _keur(self, nummer: str, post: Post) -> None:
        """Refuse a sum with a minus, but of changes: the soort gives the direction."""
        for kolom, som in post.sommen.items():
            if som.bedrag >= 0 or kolom == "wijzigingen":
                continue
            soort = post.sleutel.soort
            naam = f"{soort} ‘{post.sleutel.omschrijving}’" if post.sleutel.omschrijving else soort
            wat = f"{naam} ({kolom}) komt uit op {som.bedrag:f}: onder nul"
            cure = f"heeft elk bedrag van {soort} in dit grootboek een minteken, schrijf dan"
            cure = f"{cure} omgekeerd: [{soort}]; anders is dit een regel van de andere kant"
            for regel in som.regels:
                self._fouten.meld("D5", regel, (wat, cure), nummer)


def _tekst(cel: Cel) -> str | Tekst:
    """Give a cell as text; a number with decimals may have lost a zero, and is none."""
    if isinstance(cel, Decimal):
        if cel == cel.to_integral_value():
            return f"{cel:f}"
        wat = f"hier staat het getal {cel:f}, en als getal zijn 5.1 en 5.10 hetzelfde"
        return wat, "maak er in het grootboek tekst van"
    return cel or ""


def _bij_kop(kop: str, tekst: Tekst) -> Tekst:
    """Say under which heading a wrong amount stands, in a row that has more of them."""
    return (f"{kop}: {tekst[0]}", tekst[1]) if kop else tekst
