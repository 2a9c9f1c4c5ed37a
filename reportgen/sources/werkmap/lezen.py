"""A workbook that people filled in becomes plain data, with the cell of every value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from reportgen.errors import DataError, Herkomst, Lagen, Pad, Plaats, Problem, Severity
from reportgen.model import KOLOMMEN, Soort
from reportgen.sources.cellen import Blad, Werkmap, open_werkmap
from reportgen.sources.lezen import Gelezen
from reportgen.sources.werkmap.bladen import (
    LEEG,
    NUMMER,
    VOLGNUMMER,
    Bladsoort,
    bladen,
    herkenbaar,
    labels,
)
from reportgen.sources.werkmap.gegevens import lees_boekwerk, lees_instellingen
from reportgen.sources.werkmap.kolommen import LIJKT, Boek
from reportgen.sources.werkmap.plaatsen import Cellen, Vindrij
from reportgen.sources.werkmap.tabel import Tabelinhoud, Tabelrij, lees_tabel
from reportgen.sources.werkmap.velden import altijd_gevuld
from reportgen.sources.werkmap.woorden import BOEKWERK, INSTELLINGEN, PROBLEMEN, UITLEG, Veldpad

_PROFIEL = "profiel"
_PRESTATIES = "prestaties"
_VEEL = 12


def lees_werkmap(pad: Path, ruw: bytes | None = None) -> Gelezen:
    """Read a workbook, or bytes in its place; nothing is typed yet, nor its profile looked up.

    Raises:
        DataError: it is no workbook, or not one of ours.
    """
    return _Lezer(open_werkmap(pad, pad.name, ruw)).lees()


def zoek_blad(werkmap: Werkmap, titel: str, tabel: str) -> Blad | None:
    """Find a sheet: by its table, by its name, by its name in other letters."""
    bladen_ = werkmap.bladen
    met_tabel = (
        b for b in bladen_ if any(t.naam.casefold() == tabel.casefold() for t in b.tabellen)
    )
    gelijkend = (b for b in bladen_ if herkenbaar(b.naam) == herkenbaar(titel))
    return next(met_tabel, None) or werkmap.blad(titel) or next(gelijkend, None)


@dataclass(slots=True)
class _Record:
    """A record that rows of other sheets can belong to."""

    pad: Pad
    data: dict[str, Any]
    nummer: str = ""
    """The prestatie that it is, or belongs to."""


@dataclass(slots=True)
class _Groep:
    """A record that stands on several rows."""

    record: _Record
    rijen: list[Tabelrij] = field(default_factory=list)


class _Lezer:
    """Goes through the sheets of one workbook, parents before their children."""

    def __init__(self, werkmap: Werkmap) -> None:
        self._werkmap, self._bestand = werkmap, werkmap.bestand
        self._gebruikt: set[str] = set()
        self._problems: list[Problem] = []
        self._gemeld: set[str] = set()
        self._plekken: dict[Pad, Plaats] = {}
        self._cellen = Cellen(werkmap.bestand)
        self._records: dict[str, dict[str, _Record]] = {}
        self._data: dict[str, Any] = {}
        self._hoofd = _Record((), self._data)
        self._gevonden: set[str] = set()

    def lees(self) -> Gelezen:
        """Read all sheets."""
        self._lees_hoofd()
        soort, jaar = self._data.get("soort"), self._data.get("jaar", "")
        document: Soort = soort if soort in KOLOMMEN else "monitor"
        boek = Boek(self._bestand, document, int(jaar) if jaar.isdecimal() else None)
        for blad in bladen(document):
            self._lees_blad(blad, boek)
        self._keur_bladen([blad.titel for blad in bladen(document)])
        herkomst = Herkomst(Lagen((self._plekken, self._cellen)))
        namen = [blad.naam for blad in self._werkmap.bladen]
        return Gelezen(
            self._bestand,
            self._data,
            herkomst,
            herkomst,
            [self._bestand],
            self._problems,
            bladen=namen,
            gemeld=self._gemeld,
        )

    def _blad(self, titel: str, tabel: str) -> Blad | None:
        """Find a sheet, and remember that it was read."""
        blad = zoek_blad(self._werkmap, titel, tabel)
        if blad:
            self._gebruikt.add(blad.naam)
            self._gevonden.add(titel)
        return blad

    def _lees_hoofd(self) -> None:
        """Read the sheets about the boekwerk as a whole."""
        blad = self._blad(BOEKWERK, BOEKWERK)
        if blad is None:
            wat = f"deze werkmap heeft geen blad {BOEKWERK}, en is dus geen invoer voor reportgen"
            cure = "maak een lege werkmap met: reportgen workbook --out invoer.xlsx"
            raise DataError([Problem("D1", "error", Plaats(self._bestand), wat, cure)])
        hoofd = lees_boekwerk(blad, self._bestand)
        self._data.update(hoofd.data)
        instellingen = self._blad(INSTELLINGEN, INSTELLINGEN)
        delen = [hoofd]
        if instellingen:
            eigen = lees_instellingen(instellingen, self._bestand)
            delen.append(eigen)
            if eigen.data:
                basis = {"basis": self._data[_PROFIEL]} if self._data.get(_PROFIEL) else {}
                self._data[_PROFIEL] = basis | eigen.data
        for deel in delen:
            self._plekken |= deel.plekken
            self._problems += deel.problems
            self._gemeld |= deel.gemeld

    def _lees_blad(self, soort: Bladsoort, boek: Boek) -> None:
        """Read a sheet, and hang its records in those of their parents."""
        self._records[soort.titel] = {}
        blad = self._blad(soort.titel, soort.tabel)
        if blad is None:
            return
        inhoud = lees_tabel(blad, soort, boek)
        self._problems += inhoud.problems
        self._gemeld |= inhoud.gemeld
        groepen = list(self._groepen(soort, inhoud))
        namen = labels(groep.rijen[0].waarden.get(NUMMER) or "" for groep in groepen)
        for naam, groep in zip(namen, groepen, strict=True):
            self._records[soort.titel].setdefault(naam, groep.record)
            self._vul(soort, inhoud, groep)

    def _groepen(self, soort: Bladsoort, inhoud: Tabelinhoud) -> Iterator[_Groep]:
        """Give the records of a sheet with their rows, in the order in which they begin."""
        open_: dict[tuple[Any, ...], _Groep] = {}
        for rij in inhoud.rijen:
            ouder = self._ouder(soort, inhoud, rij)
            if ouder is None:
                continue
            sleutel = (ouder.pad, rij.waarden.get(NUMMER), rij.waarden.get(VOLGNUMMER.pad))
            if not soort.per or sleutel not in open_:
                groep = open_[sleutel] = _Groep(self._nieuw(soort, ouder, rij))
                yield groep
            open_[sleutel].rijen.append(rij)

    def _ouder(self, soort: Bladsoort, inhoud: Tabelinhoud, rij: Tabelrij) -> _Record | None:
        """Find the record that a row belongs to; say so where there is none."""
        if soort.ouder is None or soort.sleutel is None:
            return self._hoofd
        bekend = self._records[soort.ouder.titel]
        label = rij.waarden.get(())
        if label in bekend:
            return bekend[label]
        cel = inhoud.blad.adres(inhoud.letters.get((), "A"), rij.nummer)
        if cel not in self._gemeld and () in inhoud.letters:
            wie = soort.sleutel.kop.lower()
            if label:
                wat = f"er is geen {wie} ‘{label[:40]}’ op het blad {soort.ouder.titel}"
                self._meld("D5", cel, wat, _kies(label, list(bekend), soort.ouder.titel))
            else:
                wat = f"bij welke {wie} deze rij hoort, is niet ingevuld"
                self._meld("D4", cel, wat, f"vul het nummer van de {wie} in, of maak de rij leeg")
        return None

    def _nieuw(self, soort: Bladsoort, ouder: _Record, rij: Tabelrij) -> _Record:
        """Put an empty record in the list of its parent."""
        lijst = _binnen(ouder.data, soort.pad[:-1]).setdefault(soort.pad[-1], [])
        nummer = ouder.nummer
        if soort.pad == (_PRESTATIES,):
            nummer = rij.waarden.get(NUMMER) or ""
        leeg: dict[str, Any] = {naam: {} for naam in altijd_gevuld(soort.record)}
        record = _Record((*ouder.pad, *soort.pad, len(lijst)), leeg, nummer)
        lijst.append(record.data)
        return record

    def _vul(self, soort: Bladsoort, inhoud: Tabelinhoud, groep: _Groep) -> None:
        """Fill a record from its rows, and remember where it stands."""
        record, (eerste, *_) = groep.record, groep.rijen
        hoofd = {pad: letters for pad, letters in inhoud.letters.items() if pad[:1] != (soort.per,)}
        hoofd[()] = inhoud.letters.get((), next(iter(inhoud.letters.values()), "A"))
        naam = inhoud.blad.naam
        self._cellen.rijen[record.pad] = Vindrij(naam, eerste.nummer, hoofd, record.nummer)
        for blok in eerste.waarden.pop(LEEG.pad, ()):
            _binnen(record.data, tuple(blok.split(".")))
        for rij in groep.rijen:
            eigen = {pad: w for pad, w in rij.waarden.items() if pad[:1] != (soort.per,) and pad}
            eigen.pop(VOLGNUMMER.pad, None)
            self._vul_hoofd(record, eigen, (inhoud, rij))
            deel = {pad[1:]: w for pad, w in rij.waarden.items() if pad[:1] == (soort.per,)}
            if deel:
                self._vul_deel(soort, groep, deel, (inhoud, rij))

    def _vul_hoofd(
        self, record: _Record, waarden: dict[Veldpad, Any], plek: tuple[Tabelinhoud, Tabelrij]
    ) -> None:
        """Fill in what the rows of a record share; they may leave it out, not contradict it."""
        inhoud, rij = plek
        for pad, waarde in waarden.items():
            blok = _binnen(record.data, pad[:-1])
            eerder = blok.setdefault(pad[-1], waarde)
            if waarde not in ("", eerder):
                cel = inhoud.blad.adres(inhoud.letters[pad], rij.nummer)
                wat = f"hier staat ‘{waarde}’, en in een eerdere rij van hetzelfde ‘{eerder}’"
                self._meld(
                    "D6", cel, wat, "schrijf in elke rij hetzelfde, of geef een ander nummer"
                )

    def _vul_deel(
        self,
        soort: Bladsoort,
        groep: _Groep,
        waarden: dict[Veldpad, Any],
        plek: tuple[Tabelinhoud, Tabelrij],
    ) -> None:
        """Fill a record of the list inside, which has a row of its own."""
        inhoud, rij = plek
        lijst = groep.record.data.setdefault(soort.per, [])
        letters = {p[1:]: kolom for p, kolom in inhoud.letters.items() if p[:1] == (soort.per,)}
        letters[()] = next(iter(letters.values()))
        pad = (*groep.record.pad, soort.per, len(lijst))
        vindrij = Vindrij(inhoud.blad.naam, rij.nummer, letters, groep.record.nummer)
        self._cellen.rijen[pad] = vindrij
        lijst.append({})
        for binnen, waarde in waarden.items():
            _binnen(lijst[-1], binnen[:-1])[binnen[-1]] = waarde

    def _keur_bladen(self, titels: list[str]) -> None:
        """Say which sheets with something on them are not read."""
        alle = [BOEKWERK, *titels, INSTELLINGEN]
        eigen = {herkenbaar(naam) for naam in (UITLEG, PROBLEMEN)}
        over = {herkenbaar(t): t for t in alle if t not in self._gevonden}
        for blad in self._werkmap.bladen:
            naam = herkenbaar(blad.naam)
            if blad.naam in self._gebruikt or naam in eigen or not any(True for _ in blad.rijen()):
                continue
            lijkt = get_close_matches(naam, over, 1, LIJKT)
            wat = f"het blad ‘{blad.naam}’ wordt niet gelezen"
            cure = f"bekende bladen zijn {', '.join(alle)}"
            if lijkt:
                cure = f"geef het de naam ‘{over[lijkt[0]]}’, als het dat is"
            waar = Plaats(self._bestand, cel=blad.adres("A", 1))
            ernst: Severity = "error" if lijkt else "warning"
            self._problems.append(Problem("D3", ernst, waar, wat, cure))

    def _meld(self, rule: str, cel: str, wat: str, cure: str) -> None:
        self._gemeld.add(cel)
        self._problems.append(Problem(rule, "error", Plaats(self._bestand, cel=cel), wat, cure))


def _binnen(data: dict[str, Any], pad: Veldpad) -> dict[str, Any]:
    """Give the record at a path, made where it is not there."""
    for deel in pad:
        data = data.setdefault(deel, {})
    return data


def _kies(label: str, bekend: list[str], titel: str) -> str:
    """Say which numbers there are, the likely one first."""
    lijkt = get_close_matches(label, bekend, 1)
    bedoeld = f"bedoelt u {lijkt[0]}? " if lijkt else ""
    if not bekend:
        return f"vul eerst het blad {titel} in"
    rest = f" en nog {len(bekend) - _VEEL}" if len(bekend) > _VEEL else ""
    return f"{bedoeld}kies uit {', '.join(bekend[:_VEEL])}{rest}"
