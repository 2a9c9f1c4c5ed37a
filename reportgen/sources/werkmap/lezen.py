"""A workbook that people filled in becomes plain data, with the cell of every value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from reportgen.errors import DataError, Herkomst, Lagen, Pad, Plaats, Problem, Severity
from reportgen.model import KOLOMMEN, Soort
from reportgen.sources.cellen import Blad, Werkmap, open_werkmap
from reportgen.sources.lezen import Gelezen
from reportgen.sources.werkmap.bladen import Bladsoort, bladen, herkenbaar
from reportgen.sources.werkmap.gegevens import lees_boekwerk, lees_instellingen
from reportgen.sources.werkmap.kolommen import LIJKT, Boek
from reportgen.sources.werkmap.tabel import lees_tabel
from reportgen.sources.werkmap.vullen import Stand, vul
from reportgen.sources.werkmap.woorden import BOEKWERK, INSTELLINGEN, PROBLEMEN, UITLEG

_PROFIEL = "profiel"
_KOLOM = re.compile("![A-Z]+(?=[0-9]+$)")


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


class _Lezer:
    """Goes through the sheets of one workbook, parents before their children."""

    def __init__(self, werkmap: Werkmap) -> None:
        self._werkmap, self._bestand = werkmap, werkmap.bestand
        self._gebruikt: set[str] = set()
        self._gevonden: set[str] = set()
        self._plekken: dict[Pad, Plaats] = {}
        self._stand = Stand(werkmap.bestand)

    def lees(self) -> Gelezen:
        """Read all sheets."""
        self._lees_hoofd()
        stand = self._stand
        soort, jaar = stand.data.get("soort"), stand.data.get("jaar", "")
        document: Soort = soort if soort in KOLOMMEN else "monitor"
        boek = Boek(self._bestand, document, int(jaar) if jaar.isdecimal() else None)
        for blad in bladen(document):
            self._lees_blad(blad, boek)
        self._keur_bladen([blad.titel for blad in bladen(document)])
        herkomst = Herkomst(Lagen((self._plekken, stand.cellen)))
        return Gelezen(
            self._bestand,
            stand.data,
            herkomst,
            herkomst,
            [self._bestand],
            list(_met_nummers(stand)),
            bladen=[blad.naam for blad in self._werkmap.bladen],
            gemeld=stand.gemeld,
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
        data = self._stand.data
        data.update(hoofd.data)
        instellingen = self._blad(INSTELLINGEN, INSTELLINGEN)
        delen = [hoofd]
        if instellingen:
            eigen = lees_instellingen(instellingen, self._bestand)
            delen.append(eigen)
            if eigen.data:
                basis = {"basis": data[_PROFIEL]} if _PROFIEL in data else {}
                data[_PROFIEL] = basis | eigen.data
        for deel in delen:
            self._plekken |= deel.plekken
            self._stand.problems += deel.problems
            self._stand.gemeld |= deel.gemeld

    def _lees_blad(self, soort: Bladsoort, boek: Boek) -> None:
        """Read a sheet, and hang its records in those of their parents."""
        blad = self._blad(soort.titel, soort.tabel)
        inhoud = lees_tabel(blad, soort, boek) if blad else None
        if inhoud is not None:
            self._stand.problems += inhoud.problems
            self._stand.gemeld |= inhoud.gemeld
        vul(soort, inhoud, self._stand)

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
            self._stand.problems.append(Problem("D3", ernst, waar, wat, cure))


def _met_nummers(stand: Stand) -> Iterator[Problem]:
    """Say of each problem in which prestatie it is, where its row is one of a prestatie."""
    nummers = stand.cellen.nummers()
    for problem in stand.problems:
        nummer = nummers.get(_KOLOM.sub("!", problem.where.cel or ""), "")
        yield replace(problem, where=replace(problem.where, nummer=nummer))
