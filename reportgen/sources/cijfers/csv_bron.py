"""A CSV file becomes rows of text: the separator is told by the headings, never by a guess."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from reportgen.errors import DataError, Plaats
from reportgen.sources.bestand import lees_bytes, lees_tekst
from reportgen.sources.cijfers.fouten import stop
from reportgen.sources.cijfers.opgave import Opgave
from reportgen.sources.cijfers.tabel import Ruw, bedragkoppen, gelijk

_SCHEIDERS = (";", "\t", ",", "|")
_ZOEKEN = 20
_SEP = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def lees_csv(opgave: Opgave) -> Iterator[Ruw]:
    """Read the rows of a CSV file, each with the number of its line.

    Raises:
        DataError: it cannot be read, is in another encoding, or has a quote that does not close.
    """
    tekst = _tekst(opgave)
    eerste = _SEP.match(tekst)
    scheider = eerste[1] if eerste else _scheider(tekst, opgave)
    lezer = csv.reader(StringIO(tekst, newline=""), delimiter=scheider, strict=True)
    regel = 1
    try:
        for cellen in lezer:
            if not (eerste and regel == 1):
                yield regel, cellen
            regel = lezer.line_num + 1
    except csv.Error as fout:
        raise _onleesbaar(fout, Plaats(opgave.naam, regel)) from None


def _tekst(opgave: Opgave) -> str:
    pad, naam = opgave.bestand(), opgave.naam
    if opgave.cijfers.codering == "windows-1252":
        ruw = lees_bytes(pad, naam)
        try:
            return ruw.decode("cp1252")
        except UnicodeDecodeError as fout:
            regel = ruw.count(b"\n", 0, fout.start) + 1
            cure = "haal codering weg, of sla het bestand op met de codering UTF-8"
            wat = "het bestand is niet in Windows-1252 opgeslagen"
            raise stop("D1", Plaats(naam, regel), wat, cure) from None
    try:
        return lees_tekst(pad, naam)
    except DataError as fout:
        (problem,) = fout.problems
        if "Windows-1252" not in problem.message:
            raise
        cure = "schrijf onder cijfers codering: windows-1252, of sla het op met de codering UTF-8"
        raise stop(problem.rule, problem.where, problem.message, cure) from None


def _scheider(tekst: str, opgave: Opgave) -> str:
    """Find the sign between the cells: the one that shows the most of the headings."""
    cijfers = opgave.cijfers
    kolommen = cijfers.kolommen.model_dump(exclude_none=True).values()
    gezocht = {gelijk(kop) for kop in (*kolommen, *(kop for _, kop in bedragkoppen(cijfers)))}
    boven = list(islice(StringIO(tekst, newline=""), _ZOEKEN))
    treffers = {scheider: _treffers(boven, scheider, gezocht) for scheider in _SCHEIDERS}
    meeste = max(treffers, key=lambda scheider: treffers[scheider])
    if treffers[meeste]:
        return meeste
    kop = next((regel for regel in boven if regel.strip()), "")
    return max(_SCHEIDERS, key=kop.count)  # no heading is there: show them as they are meant


def _treffers(boven: list[str], scheider: str, gezocht: set[str]) -> int:
    """Count the headings in the row that has the most of them."""
    try:
        rijen = [set(map(gelijk, rij)) for rij in csv.reader(boven, delimiter=scheider)]
    except csv.Error:  # told with its line when the file itself is read
        return 0
    return max((len(gezocht & rij) for rij in rijen), default=0)


def _onleesbaar(fout: csv.Error, plaats: Plaats) -> DataError:
    engels = str(fout)
    if "unexpected end of data" in engels or "field larger" in engels:
        wat = "een aanhalingsteken wordt niet gesloten"
        return stop("D2", plaats, wat, 'sluit de tekst met ", of haal het aanhalingsteken weg')
    if "expected after" in engels:
        wat = "na een aanhalingsteken dat sluit, staat nog tekst"
        return stop("D2", plaats, wat, 'schrijf een aanhalingsteken in een tekst dubbel: ""')
    return stop("D2", plaats, "deze rij is geen CSV", "exporteer het bestand opnieuw")
