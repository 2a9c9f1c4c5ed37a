"""F-rules on a finished chapter: the figures in Word are those of the data, signs and unit told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportgen.checks.registry import Gedrukt, Geldtabel, Vondst, printed_rule
from reportgen.financien import AFGELEIDE_POSTEN
from reportgen.financien import Tabel as Rekentabel
from reportgen.tags import Alinea, Tabel

_ANDERS_DAN_CIJFERS = re.compile(r"[^\d,.]")
_EENHEID = re.compile(r"\bx\s*€\s*1(?:\.000|\s*miljoen)\b|\bin euro's|\bx\s*1\.000\b")
_HERSTEL = "maak het hoofdstuk opnieuw; verander een bedrag in de data, niet in Word"


@dataclass(frozen=True, slots=True)
class _Anders:
    """A cell that does not print what was worked out: which rule it breaks, and what it says."""

    regel: str
    waar: str
    getoond: str
    berekend: str


@printed_rule("F1", "error", "de bedragen in het hoofdstuk zijn die van de data")
def bedragen(gedrukt: Gedrukt) -> Iterator[Vondst]:
    """A base figure or a total in print is that of the data."""
    yield from _vondsten(gedrukt, "F1")


@printed_rule(
    "F2", "error", "saldo en resultaat in het hoofdstuk zijn die van de data", "BBV art. 17"
)
def saldi(gedrukt: Gedrukt) -> Iterator[Vondst]:
    """A saldo or resultaat in print is the one that was worked out."""
    yield from _vondsten(gedrukt, "F2")


@printed_rule(
    "F3", "error", "berekende kolommen in het hoofdstuk zijn die van de data", "BBV art. 18 en 27"
)
def kolommen(gedrukt: Gedrukt) -> Iterator[Vondst]:
    """A derived column in print is the one that was worked out."""
    yield from _vondsten(gedrukt, "F3")


@printed_rule("F5", "error", "elk verschil staat aan de goede kant: voordelig of nadelig")
def kanten(gedrukt: Gedrukt) -> Iterator[Vondst]:
    """An amount in print is on the side of its sign or letter."""
    yield from _vondsten(gedrukt, "F5")


@printed_rule("F5", "error", "onder een tabel staat hoe de tekens gelezen worden")
def afspraken(gedrukt: Gedrukt) -> Iterator[Vondst]:
    """Each note that belongs below a table of money stands in the chapter."""
    alineas = {_kaal(deel.tekst) for deel in gedrukt.outline.inhoud if isinstance(deel, Alinea)}
    for verwacht, _, _ in _in_druk(gedrukt):
        for noot in verwacht.noten:
            if not any(_kaal(noot) in alinea for alinea in alineas):
                wat = f"onder de tabel ontbreekt de noot ‘{noot}’"
                yield Vondst(("financien",), wat, "print in het sjabloon alle noten van de tabel")


@printed_rule("F5", "error", "elke tabel met geld noemt zijn eenheid, en niet meer dan één")
def eenheden(gedrukt: Gedrukt) -> Iterator[Vondst]:
    """A table of money says its unit, once, in its header or right above it."""
    inhoud = gedrukt.outline.inhoud
    for _, tabel, plek in _in_druk(gedrukt):
        erboven = inhoud[plek - 1] if plek else None
        tekst = " ".join(tabel.rijen[0])
        tekst += f" {erboven.tekst}" if isinstance(erboven, Alinea) else ""
        gevonden = {re.sub(r"\s", "", eenheid) for eenheid in _EENHEID.findall(_kaal(tekst))}
        if not gevonden:
            wat = "bij de tabel staat niet in welke eenheid de bedragen zijn"
            yield Vondst(("financien",), wat, "print in het sjabloon eerste_kolom of eenheid")
        elif len(gevonden) > 1:
            wat = f"bij de tabel staan meer eenheden: {' en '.join(sorted(gevonden))}"
            yield Vondst(("financien",), wat, "noem in het sjabloon één eenheid")


def _vondsten(gedrukt: Gedrukt, regel: str) -> Iterator[Vondst]:
    for anders in _afwijkingen(gedrukt):
        if anders.regel == regel:
            wat = (
                f"{anders.waar}: in Word staat ‘{anders.getoond}’, berekend is ‘{anders.berekend}’"
            )
            yield Vondst(("financien",), wat, _HERSTEL)


@lru_cache(maxsize=1)
def _afwijkingen(gedrukt: Gedrukt) -> tuple[_Anders, ...]:
    """Compare the cells of each table in print with those that it should have; for all rules."""
    tabellen = _in_druk(gedrukt)
    return tuple(anders for verwacht, tabel, _ in tabellen for anders in _cellen(verwacht, tabel))


def _cellen(verwacht: Geldtabel, tabel: Tabel) -> Iterator[_Anders]:
    plek = 1
    for nr, naam in enumerate(verwacht.namen):
        while _kaal(tabel.rijen[plek][0]) != _kaal(naam):
            plek += 1  # a template may print rows of its own in between
        getoond, goed = tabel.rijen[plek][1:], verwacht.cellen[nr]
        plek += 1
        if getoond != goed:
            yield from _rij(verwacht, nr, getoond)


def _rij(verwacht: Geldtabel, nr: int, getoond: tuple[str, ...]) -> Iterator[_Anders]:
    goed = verwacht.cellen[nr]
    for kolom, cel in enumerate(goed):
        staat = _kaal(getoond[kolom]) if kolom < len(getoond) else ""
        if staat != _kaal(cel):
            waar = f"{verwacht.namen[nr]}, {verwacht.kop[kolom + 1]}"
            yield _Anders(_regel(verwacht.tabel, nr, kolom, (staat, cel)), waar, staat, cel)


def _regel(tabel: Rekentabel, rij: int, kolom: int, teksten: tuple[str, str]) -> str:
    """Say which rule a wrong cell breaks: the side of an amount, a column, a row, or a figure."""
    getoond, goed = (_ANDERS_DAN_CIJFERS.sub("", tekst) for tekst in teksten)
    if getoond and getoond == goed:
        return "F5"
    if tabel.kolommen[kolom].som:
        return "F3"
    return "F2" if tabel.rijen[rij].post in AFGELEIDE_POSTEN else "F1"


def _in_druk(gedrukt: Gedrukt) -> list[tuple[Geldtabel, Tabel, int]]:
    """Find each table in print, with its position: by its headings and rows, in order."""
    inhoud, begin = gedrukt.outline.inhoud, 0
    gevonden: list[tuple[Geldtabel, Tabel, int]] = []
    for verwacht in gedrukt.tabellen:
        for plek in range(begin, len(inhoud)):
            deel = inhoud[plek]
            if isinstance(deel, Tabel) and _is(verwacht, deel):
                gevonden.append((verwacht, deel, plek))
                begin = plek + 1
                break
    return gevonden


def _is(verwacht: Geldtabel, tabel: Tabel) -> bool:
    """Say whether a table in print has these headings, and these rows in this order."""
    if not tabel.rijen or [*map(_kaal, tabel.rijen[0][1:])] != [*map(_kaal, verwacht.kop[1:])]:
        return False
    namen = iter([_kaal(rij[0]) for rij in tabel.rijen[1:] if rij])
    return all(_kaal(naam) in namen for naam in verwacht.namen)


def _kaal(tekst: str) -> str:
    return " ".join(tekst.split())
