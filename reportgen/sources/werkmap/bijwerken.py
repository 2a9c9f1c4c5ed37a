"""Edits go into a copy of a workbook: only their cells change, all else stays to the byte.

What openpyxl would lose on the way (text boxes, charts, the outcomes of formulas) is still there,
since the cells are put into the XML of their sheet. A row that is new comes below all others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from reportgen.errors import DataError, Pad, Plaats, Problem
from reportgen.model import Boekwerk
from reportgen.sources.bestand import lees_bytes
from reportgen.sources.cellen import Blad, Werkmap, open_werkmap
from reportgen.sources.cellen.raster import Raster
from reportgen.sources.werkmap.bladen import Bladsoort, bladen
from reportgen.sources.werkmap.inhoud import Rij, inhoud
from reportgen.sources.werkmap.kolommen import Boek
from reportgen.sources.werkmap.lezen import zoek_blad
from reportgen.sources.werkmap.tabel import lees_tabel
from reportgen.sources.werkmap.velden import Veld
from reportgen.sources.werkmap.voorbladen import gegevens
from reportgen.sources.werkmap.waarden import waarde
from reportgen.sources.werkmap.woorden import Veldpad

_DAG_NUL, _DAG_NUL_1904 = date(1899, 12, 30), date(1904, 1, 1)
_BEREKEN = re.compile(rb"<((?:\w+:)?calcPr)(?![^>]*fullCalcOnLoad)\b")
_CEL = re.compile(r"([A-Z]+)([0-9]+)")


@dataclass(frozen=True, slots=True)
class _Wens:
    """A cell that gets a value: its sheet and address, and the cell whose looks it takes."""

    blad: str
    adres: str
    veld: Veld
    ruw: Any
    zoals: str = ""


def update_workbook(pad: Path, oud: Boekwerk, nieuw: Boekwerk) -> bytes:
    """Give the bytes of a workbook whose boekwerk becomes another one.

    Args:
        pad: the workbook, which stays as it is.
        oud: what `load` gave of it.
        nieuw: what `load` is to give of the copy.

    Raises:
        DataError: it changed since it was loaded, or cannot be changed without more changing.
    """
    from reportgen.sources import load_as

    ruw = lees_bytes(pad, pad.name)
    if load_as(pad, {}, ruw) != oud:
        wat = "is veranderd sinds ze werd gelezen; er is niets geschreven"
        raise _geweigerd(pad.name, wat, "geef het commando opnieuw: dan telt de inhoud van nu mee")
    bijwerker = _Bijwerker(open_werkmap(pad, pad.name, ruw), oud, nieuw)
    wordt = _ingepakt(ruw, bijwerker.delen(ruw))
    if load_as(pad, {}, wordt) != nieuw:
        raise _niet_in(pad.name)
    return wordt


class _Bijwerker:
    """Finds which cells change, and puts them in."""

    def __init__(self, werkmap: Werkmap, oud: Boekwerk, nieuw: Boekwerk) -> None:
        self._werkmap, self._oud, self._nieuw = werkmap, oud, nieuw
        self.plaatsen = oud.herkomst.plaatsen
        self._boek = Boek(werkmap.bestand, oud.soort, oud.jaar)

    def delen(self, ruw: bytes) -> dict[str, bytes]:
        """Give the parts of the package that change."""
        per_blad: dict[str, list[_Wens]] = defaultdict(list)
        for wens in [*self._hoofd(), *self._tabellen()]:
            per_blad[wens.blad].append(wens)
        anders: dict[str, bytes] = {}
        with ZipFile(BytesIO(ruw)) as pakket:
            for naam, wensen in per_blad.items():
                blad = self._werkmap.blad(naam)
                if blad is None:
                    raise _niet_in(self._werkmap.bestand)
                raster = Raster(pakket.read(blad.deel))
                for wens in wensen:
                    self._zet(raster, blad, wens)
                anders[blad.deel] = raster.klaar()
        return anders

    def _zet(self, raster: Raster, blad: Blad, wens: _Wens) -> None:
        """Put a value in a cell, as what its format shows."""
        if raster.is_formule(wens.adres):
            wat = f"in cel {blad.naam}!{wens.adres} staat een formule, en die blijft staan"
            cure = "pas in Excel de cellen aan waarmee zij rekent, of zet de waarde er zelf in"
            raise _geweigerd(self._werkmap.bestand, wat, cure)
        stijl = raster.stijl(wens.adres) or (raster.stijl(wens.zoals) if wens.zoals else "")
        in_cel = waarde(wens.veld, wens.ruw, {})
        match in_cel.waarde if in_cel else None:
            case None:
                raster.zet_leeg(wens.adres, stijl)
            case date() as dag if stijl in blad.opmaak.datums:
                nul = _DAG_NUL_1904 if blad.opmaak.vanaf_1904 else _DAG_NUL
                raster.zet_getal(wens.adres, str((dag - nul).days), stijl)
            case date() as dag:
                raster.zet_tekst(wens.adres, dag.isoformat(), stijl)
            case str() as tekst:
                raster.zet_tekst(wens.adres, tekst, stijl)
            case Decimal() | int() as getal if stijl in blad.opmaak.procenten:
                raster.zet_getal(wens.adres, f"{Decimal(getal).scaleb(-2):f}", stijl)
            case getal:
                raster.zet_getal(wens.adres, f"{Decimal(getal):f}", stijl)

    def _hoofd(self) -> Iterator[_Wens]:
        """Find what changes on the sheet about the boekwerk as a whole."""
        paren = zip(gegevens(self._oud), gegevens(self._nieuw), strict=True)
        for (veld, was), (_, wordt) in paren:
            if was != wordt:
                yield _Wens(*self._cel(veld.pad), veld, wordt)

    def _tabellen(self) -> Iterator[_Wens]:
        """Find what changes on the sheets with tables."""
        van, naar = inhoud(self._oud), inhoud(self._nieuw)
        for soort in bladen(self._oud.soort):
            oud, nieuw = van[soort.titel], naar[soort.titel]
            if oud.rijen != nieuw.rijen or oud.kolommen != nieuw.kolommen:
                yield from _Tabel(self, soort).wensen(
                    [(rij.pad, _per_veld(oud.kolommen, rij)) for rij in oud.rijen],
                    [(rij.pad, _per_veld(nieuw.kolommen, rij)) for rij in nieuw.rijen],
                )

    def _cel(self, pad: Pad) -> tuple[str, str]:
        plaats = self.plaatsen.get(pad)
        if plaats is None or not plaats.cel:
            raise _niet_in(self._werkmap.bestand)
        blad, _, adres = plaats.cel.rpartition("!")
        return blad, adres

    def rij_van(self, pad: Pad) -> int:
        """Give the row on which a record stands."""
        return int(_letters_en_rij(self._cel(pad)[1])[1])

    def blad_van(self, soort: Bladsoort) -> tuple[Blad, Mapping[Veldpad, str]]:
        """Give a sheet and the letters of its columns."""
        blad = zoek_blad(self._werkmap, soort.titel, soort.tabel)
        if blad is None:
            raise _niet_in(self._werkmap.bestand)
        return blad, lees_tabel(blad, soort, self._boek).letters

    def weiger(self) -> DataError:
        """Say that this workbook cannot hold what it is to hold."""
        return _niet_in(self._werkmap.bestand)


_Waarden = dict[Veldpad, tuple[Veld, Any]]
_Regel = tuple[Pad, _Waarden]


class _Tabel:
    """Finds which cells of one sheet change; rows keep to the parent that they belong to."""

    def __init__(self, bijwerker: _Bijwerker, soort: Bladsoort) -> None:
        self._bijwerker, self._soort = bijwerker, soort
        self._blad, self._letters = bijwerker.blad_van(soort)
        self._laatste = max((rij.nummer for rij in self._blad.rijen()), default=1)
        self._zoals = 0

    def wensen(self, oud: Sequence[_Regel], nieuw: Sequence[_Regel]) -> Iterator[_Wens]:
        """Compare the rows of each parent, one by one; those that are too many are emptied."""
        van, naar = self._per_ouder(oud), self._per_ouder(nieuw)
        rijen = {ouder: list(self._rijen(regels)) for ouder, regels in van.items()}
        self._zoals = max((r for lijst in rijen.values() for r in lijst), default=0)
        for ouder in dict.fromkeys([*van, *naar]):
            links, rechts = van.get(ouder, []), naar.get(ouder, [])
            plekken = rijen.get(ouder, [])
            for plek in range(max(len(links), len(rechts))):
                rij = plekken[plek] if plek < len(plekken) else self._nieuwe_rij()
                was = links[plek][1] if plek < len(links) else {}
                wordt = rechts[plek][1] if plek < len(rechts) else {}
                yield from self._rij(rij, was, wordt)

    def _per_ouder(self, regels: Sequence[_Regel]) -> dict[Pad, list[_Regel]]:
        """Sort rows by the record that holds their list."""
        diep = len(self._soort.pad) + 1
        per: dict[Pad, list[_Regel]] = defaultdict(list)
        for pad, waarden in regels:
            per[pad[:-diep]].append((pad, waarden))
        return per

    def _rijen(self, regels: Sequence[_Regel]) -> Iterator[int]:
        """Give the row of each; of records that share rows, that of each part."""
        keren: dict[Pad, int] = defaultdict(int)
        for pad, _ in regels:
            deel: Pad = (*pad, self._soort.per, keren[pad]) if self._soort.per else pad
            keren[pad] += 1
            bekend = self._soort.per and deel in self._bijwerker.plaatsen
            yield self._bijwerker.rij_van(deel if bekend else pad)

    def _nieuwe_rij(self) -> int:
        self._laatste += 1
        return self._laatste

    def _rij(self, rij: int, was: _Waarden, wordt: _Waarden) -> Iterator[_Wens]:
        for pad in dict.fromkeys([*was, *wordt]):
            (veld, oud), (_, nieuw) = (
                waarden.get(pad, ((was | wordt)[pad][0], None)) for waarden in (was, wordt)
            )
            if oud == nieuw or (oud in (None, ()) and nieuw in (None, ())):
                continue
            if pad not in self._letters:
                raise self._bijwerker.weiger()
            letters = self._letters[pad]
            zoals = f"{letters}{self._zoals}" if self._zoals else ""
            yield _Wens(self._blad.naam, f"{letters}{rij}", veld, nieuw, zoals)


def _per_veld(kolommen: Sequence[Veld], rij: Rij) -> _Waarden:
    return {veld.pad: (veld, wat) for veld, wat in zip(kolommen, rij.waarden, strict=True)}


def _letters_en_rij(adres: str) -> tuple[str, str]:
    delen = _CEL.fullmatch(adres)
    return (delen[1], delen[2]) if delen else ("A", "1")


def _ingepakt(ruw: bytes, anders: Mapping[str, bytes]) -> bytes:
    """Pack a workbook again with other sheets; Excel works its formulas out when it opens it."""
    uit = BytesIO()
    with ZipFile(BytesIO(ruw)) as van, ZipFile(uit, "w") as naar:
        for info in van.infolist():
            inhoud_ = anders.get(info.filename, van.read(info.filename))
            if anders and info.filename == "xl/workbook.xml":
                inhoud_ = _BEREKEN.sub(rb'<\1 fullCalcOnLoad="1"', inhoud_)
            naar.writestr(copy(info), inhoud_)
    return uit.getvalue()


def _niet_in(naam: str) -> DataError:
    wat = "kan niet worden bijgewerkt zonder dat er meer verandert; er is niets geschreven"
    return _geweigerd(naam, wat, "zet de bewerkingen er in Excel zelf in")


def _geweigerd(naam: str, wat: str, cure: str) -> DataError:
    return DataError([Problem("R9", "error", Plaats(naam), wat, cure)])
