"""The rows of a sheet, one by one: only what stands in it, whatever its size says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from openpyxl.utils import column_index_from_string, get_column_letter

from reportgen.sources.cellen.opmaak import Opmaak, lees_waarde
from reportgen.sources.cellen.veilig import HAP, in_woorden, veilige_parser
from reportgen.sources.cellen.waarden import Cel

if TYPE_CHECKING:
    from typing import IO

_LAATSTE_RIJ = 1_048_576
_ZOEK_IN = 30
"""In how many rows a heading is looked for: above it stand a title and perhaps an explanation."""


kolomnummer = lru_cache(maxsize=None)(column_index_from_string)
"""The number of a column, by its letters."""


class Rij(NamedTuple):
    """A row with something in it: its number, its cells by the letters of their columns."""

    nummer: int
    cellen: dict[str, Cel]


class Tabel(NamedTuple):
    """A table that a person made of a range (Ctrl+T): its name, and where its rows stand."""

    naam: str
    kop: int
    """The row of its headings."""
    totaal: int | None
    """The row of its totals, which is no data."""


@dataclass(slots=True)
class Blad:
    """A sheet. What is merged and what is hidden is known once its rows have been read."""

    naam: str
    zichtbaar: bool
    tabellen: tuple[Tabel, ...]
    _bestand: str
    _open: Callable[[], IO[bytes]]
    _teksten: Callable[[], list[str]]
    opmaak: Opmaak
    """What the formats of its cells say."""
    deel: str = ""
    """The part of the package that holds it."""
    samengevoegd: list[str] = field(default_factory=list)
    """Merged ranges (`A3:A7`), of which only the first cell can hold something."""
    verborgen_rijen: list[int] = field(default_factory=list)
    verborgen_kolommen: list[str] = field(default_factory=list)

    def rijen(self) -> Iterator[Rij]:
        """Give the rows that have something in them; memory does not grow with their number.

        Raises:
            DataError: the sheet is damaged.
        """
        with in_woorden(self._bestand), self._open() as bron:
            lezer = _Lezer(self, self._teksten(), self.opmaak)
            while hap := bron.read(HAP):
                lezer.parser.Parse(hap)
                yield from lezer.klaar
                lezer.klaar.clear()
            lezer.parser.Parse(b"", True)  # noqa: FBT003  expat's signature

    def adres(self, kolom: str, rij: int) -> str:
        """Name a cell as problems do: `Financiën!C3`."""
        return f"{self.naam}!{kolom}{rij}"


class _Lezer:
    """Follows the XML of one sheet."""

    def __init__(self, blad: Blad, teksten: list[str], opmaak: Opmaak) -> None:
        self._blad, self._teksten, self._opmaak = blad, teksten, opmaak
        for lijst in (blad.samengevoegd, blad.verborgen_rijen, blad.verborgen_kolommen):
            lijst.clear()
        self.klaar: list[Rij] = []
        self._cellen: dict[str, Cel] = {}
        self._cel: dict[str, str] = {}
        self._rij = self._kolom = 0
        self._verborgen = self._formule = self._uitspraak = False
        self._letters: list[str] | None = None
        self._waarde = ""
        self.parser = veilige_parser(self._begin, self._eind)
        self.parser.CharacterDataHandler = self._tekst

    def _begin(self, naam: str, attributen: dict[str, str]) -> None:
        naam = naam.rpartition(":")[2] if ":" in naam else naam
        if naam == "c":
            self._cel, self._waarde, self._formule = attributen, "", False
        elif naam in ("v", "t"):
            self._letters = None if self._uitspraak else []
        elif naam == "f":
            self._formule = True
        elif naam == "row":
            self._begin_rij(attributen)
        elif naam == "rPh":
            self._uitspraak = True
        elif naam == "mergeCell":
            self._blad.samengevoegd.append(attributen.get("ref", ""))
        elif naam == "col" and attributen.get("hidden") in ("1", "true"):
            self._verberg(int(attributen["min"]), int(attributen["max"]))

    def _tekst(self, letters: str) -> None:
        if self._letters is not None:
            self._letters.append(letters)

    def _eind(self, naam: str) -> None:
        naam = naam.rpartition(":")[2] if ":" in naam else naam
        if naam in ("v", "t") and self._letters is not None:
            self._waarde += "".join(self._letters)
            self._letters = None
        elif naam == "rPh":
            self._uitspraak = False
        elif naam == "c":
            self._eind_cel()
        elif naam == "row":
            self._eind_rij()

    def _begin_rij(self, attributen: dict[str, str]) -> None:
        self._rij = int(attributen.get("r") or self._rij + 1)
        if not 0 < self._rij <= _LAATSTE_RIJ:
            raise LookupError(self._rij)
        self._verborgen = attributen.get("hidden") in ("1", "true")
        self._kolom = 0
        self._cellen = {}

    def _eind_cel(self) -> None:
        kolom = self._kolomletters()
        waarde = self._waarde
        if not waarde and not self._formule:
            return
        soort = self._cel.get("t", "n")
        if soort == "s":
            waarde = self._teksten[int(waarde)]
        gelezen = lees_waarde(soort, waarde, self._cel.get("s", "0"), self._opmaak)
        if gelezen is None and self._formule and soort != "str":
            gelezen = "onberekend", ""
        if gelezen:
            self._cellen[kolom] = Cel(f"{kolom}{self._rij}", *gelezen)

    def _kolomletters(self) -> str:
        """Give the letters of this cell's column; a cell may leave them out, and is the next."""
        if not (adres := self._cel.get("r")):
            self._kolom += 1
            return get_column_letter(self._kolom)
        letters = adres.rstrip("0123456789")
        self._kolom = kolomnummer(letters)
        return letters

    def _eind_rij(self) -> None:
        if self._cellen:
            self.klaar.append(Rij(self._rij, self._cellen))
            if self._verborgen:
                self._blad.verborgen_rijen.append(self._rij)

    def _verberg(self, eerste: int, laatste: int) -> None:
        kolommen = map(get_column_letter, range(eerste, min(laatste, eerste + 255) + 1))
        self._blad.verborgen_kolommen.extend(kolommen)


def zoek_kop(
    rijen: Iterator[Rij], herken: Callable[[str], object]
) -> tuple[Rij | None, Iterator[Rij]]:
    """Find the row of headings: the one among the first with the most that `herken` knows.

    Returns:
        That row, or None where nothing is known; and the rows below it.
    """
    eerste = list(islice(rijen, _ZOEK_IN))
    tellingen = [
        sum(bool(herken(cel.tekst)) for cel in rij.cellen.values() if cel.soort == "tekst")
        for rij in eerste
    ]
    if not any(tellingen):
        return None, chain(eerste, rijen)
    plek = tellingen.index(max(tellingen))
    return eerste[plek], chain(eerste[plek + 1 :], rijen)
