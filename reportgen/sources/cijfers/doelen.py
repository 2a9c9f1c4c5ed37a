"""Where a row of a ledger goes: which prestatie, which regel, which column."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, get_args

from reportgen.model import KOLOMMEN, Regelsoort, Soort
from reportgen.sources.cijfers.bedragen import Cel
from reportgen.sources.cijfers.fouten import MEESTE, Fouten, Tekst
from reportgen.sources.cijfers.namen import Namen
from reportgen.sources.cijfers.tabel import VELDEN, Rij, gelijk

if TYPE_CHECKING:
    from reportgen.model import Cijfers

_EINDEN = re.compile(r"\s*[\r\n]+\s*")
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


@dataclass(frozen=True, slots=True)
class Bekend:
    """What a boekwerk has that rows of a ledger can be about."""

    soort: Soort
    prestaties: Mapping[str, int]
    """Their places in the boekwerk, by number."""
    elders: frozenset[str]


class Doel(NamedTuple):
    """Where a row goes; what it does not say, or says wrong, is None."""

    nummer: str | None
    sleutel: Sleutel | None
    kolom: str | None
    """None too where a row has an amount for every column."""


class Doelzoeker:
    """Finds where rows go; most say what an earlier one said, and are looked up."""

    def __init__(self, cijfers: Cijfers, bekend: Bekend, fouten: Fouten) -> None:
        self._bekend, self._fouten, self._lang = bekend, fouten, cijfers.lang
        self._soorten = Namen(get_args(Regelsoort), cijfers.soorten.gegeven())
        self._kolommen = Namen(KOLOMMEN[bekend.soort], cijfers.bedragen.gegeven())
        self._gevonden: dict[tuple[Cel, ...], Doel] = {}
        self._vreemd: dict[str, Tekst] = {}
        self.totaalrijen: list[int] = []
        """The rows that add up others, which were passed over."""

    def zoek(self, rij: Rij) -> Doel | None:
        """Say where a row goes, and note what is wrong with it; None for one to pass over."""
        if doel := self._gevonden.get(rij.velden):
            return doel
        velden = self._velden(rij)
        if velden is None or self._is_totaal(rij, velden):
            return None
        nummer = self._nummer(rij, velden["prestatie"])
        kolom = self._kolom(rij, velden["kolom"], nummer or "") if self._lang else None
        doel = Doel(nummer, self._sleutel(rij, velden, nummer or ""), kolom)
        if doel.nummer and doel.sleutel and (doel.kolom or not self._lang):
            self._gevonden[rij.velden] = doel
        return doel

    def _velden(self, rij: Rij) -> dict[str, str] | None:
        """Give the text under each heading; None where one is no text."""
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
        """Pass over a row that adds up others, or refuse one that only seems to."""
        if _TOTAAL.match(velden["prestatie"] or rij.woorden):
            self.totaalrijen.append(rij.regel)
            return True
        for naam in ("soort", "omschrijving"):
            if _DEELTOTAAL.fullmatch(gelijk(velden[naam])):
                wat = f"‘{velden[naam]}’ lijkt een totaal van andere rijen, en zou dubbel tellen"
                cure = "haal de totalen uit de export, of geef de regel een andere naam"
                self._fouten.meld("D5", rij.regel, (wat, cure), velden["prestatie"])
                return True
        return False

    def _nummer(self, rij: Rij, nummer: str) -> str | None:
        if nummer in self._bekend.elders or nummer in self._bekend.prestaties:
            return nummer
        if nummer:
            self._fouten.meld("D7", rij.regel, self._onbekend(nummer))
        else:
            cure = "vul de prestatie op elke rij in, of haal de rij weg"
            self._fouten.meld("D4", rij.regel, ("deze rij noemt geen prestatie", cure))
        return None

    def _onbekend(self, nummer: str) -> Tekst:
        if nummer not in self._vreemd:
            zoeken = len(self._vreemd) < MEESTE  # more than are told need no suggestion
            lijken = difflib.get_close_matches(nummer, self._bekend.prestaties, 1) if zoeken else []
            bedoeld = f"bedoelt u {lijken[0]}? " if lijken else ""
            cure = f"{bedoeld}maak een bestand voor {nummer[:20]}, of zet het nummer bij elders"
            self._vreemd[nummer] = f"prestatie ‘{nummer[:40]}’ staat niet in dit boekwerk", cure
        return self._vreemd[nummer]

    def _sleutel(self, rij: Rij, velden: dict[str, str], nummer: str) -> Sleutel | None:
        woord = velden["soort"]
        soort = self._soorten.zoek(woord)
        if soort is not None:
            rest = velden["taakveld"], velden["categorie"]
            return Sleutel(soort, velden["omschrijving"], velden["aard"].lower(), *rest)
        wat = f"de soort ‘{woord[:40]}’ is onbekend" if woord else "deze rij noemt geen soort"
        cure = f"{self._soorten.bedoeld(woord)}; schrijf andere namen onder soorten"
        self._fouten.meld("D5", rij.regel, (wat, cure), nummer)
        return None

    def _kolom(self, rij: Rij, woord: str, nummer: str) -> str | None:
        kolom = self._kolommen.zoek(woord)
        if kolom is None:
            soort = self._bekend.soort
            elders = any(gelijk(woord) in kolommen for kolommen in KOLOMMEN.values())
            wat = f"hoort niet in een {soort}" if elders else "is onbekend"
            wat = f"de kolom ‘{woord[:40]}’ {wat}" if woord else "deze rij noemt geen kolom"
            cure = f"{self._kolommen.bedoeld(woord)}; schrijf andere namen onder bedragen"
            self._fouten.meld("D5", rij.regel, (wat, cure), nummer)
        return kolom


def _tekst(cel: Cel) -> str | Tekst:
    """Give a cell as text; a number with decimals may have lost a zero, and is none."""
    if isinstance(cel, Decimal):
        if cel == cel.to_integral_value():
            return f"{cel:f}"
        wat = f"hier staat het getal {cel:f}, en als getal zijn 5.1 en 5.10 hetzelfde"
        return wat, "maak er in het grootboek tekst van"
    return _EINDEN.sub(" ", cel) if isinstance(cel, str) else cel or ""
