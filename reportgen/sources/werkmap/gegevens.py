"""The sheets with a label and a value on every row, read back: the boekwerk, and its settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from reportgen.errors import Pad, Plaats, Problem, Severity, pad_text
from reportgen.sources.cellen import Als, Bezwaar, Blad, Cel, Rij, lees
from reportgen.sources.werkmap.bladen import boekwerkvelden, herkenbaar
from reportgen.sources.werkmap.inhoud import GEEN
from reportgen.sources.werkmap.kolommen import LIJKT
from reportgen.sources.werkmap.tabel import vind_kop
from reportgen.sources.werkmap.velden import Veld
from reportgen.sources.werkmap.voorbladen import KOPPEN, KOPPEN_INSTELLINGEN
from reportgen.sources.werkmap.woorden import BOEKWERK, INSTELLINGEN


@dataclass(slots=True)
class Gegevens:
    """What such a sheet holds: plain data, the place of each value, and what is wrong."""

    bestand: str
    data: dict[str, Any] = field(default_factory=dict)
    plekken: dict[Pad, Plaats] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    gemeld: set[str] = field(default_factory=set)
    """Cells that were complained of already."""

    def lees(self, blad: Blad, plek: tuple[str, int], cel: Cel | None, als: Als) -> str | None:
        """Read a cell; where it cannot be read, say so."""
        uitkomst = lees(cel, als)
        if not isinstance(uitkomst, Bezwaar):
            return uitkomst
        waar = Plaats(self.bestand, cel=blad.adres(*plek))
        self.gemeld.add(blad.adres(*plek))
        self.problems.append(uitkomst.problem(waar))
        return None

    def meld(self, rule: str, ernst: Severity, cel: str, tekst: tuple[str, str]) -> None:
        """Note a problem at a cell; `tekst` is the message and the cure."""
        self.problems.append(Problem(rule, ernst, Plaats(self.bestand, cel=cel), *tekst))


def lees_boekwerk(blad: Blad, bestand: str) -> Gegevens:
    """Read what a workbook says of the boekwerk as a whole."""
    gegevens = Gegevens(bestand)
    velden = {herkenbaar(naam): v for v in boekwerkvelden("monitor") for naam in (v.naam, v.kop)}
    gegevens.plekken[()] = Plaats(bestand, cel=blad.adres("A", 1))
    over = set(velden)
    for label, letters, rij in _regels(blad, BOEKWERK, KOPPEN[:2]):
        veld = velden.get(herkenbaar(label))
        plek = letters, rij.nummer
        if veld is None:
            _meld_onbekend(gegevens, blad.adres(*plek), label, (velden, over))
            continue
        over -= {herkenbaar(veld.naam), herkenbaar(veld.kop)}
        gegevens.plekken[veld.pad] = Plaats(bestand, cel=blad.adres(*plek), pad=pad_text(veld.pad))
        waarde = gegevens.lees(blad, plek, rij.cellen.get(letters), veld.als)
        if waarde is not None:
            _zet(gegevens.data, veld.pad, waarde)
    return gegevens


def _meld_onbekend(
    gegevens: Gegevens, cel: str, label: str, bekend: tuple[dict[str, Veld], set[str]]
) -> None:
    velden, over = bekend
    lijkt = get_close_matches(herkenbaar(label), over, 1, LIJKT)
    wat = f"het gegeven ‘{label[:40]}’ is onbekend, en wordt niet gelezen"
    namen = ", ".join(dict.fromkeys(veld.kop for veld in velden.values()))
    cure = f"bedoelt u ‘{velden[lijkt[0]].kop}’?" if lijkt else f"bekend zijn {namen}"
    gegevens.meld("D3", "error" if lijkt else "warning", cel, (wat, cure))


def lees_instellingen(blad: Blad, bestand: str) -> Gegevens:
    """Read the settings that differ from those of the profile."""
    gegevens = Gegevens(bestand)
    boom: dict[str, Any] = {}
    for naam, letters, rij in _regels(blad, INSTELLINGEN, KOPPEN_INSTELLINGEN):
        cel = blad.adres(letters, rij.nummer)
        leeg = naam.endswith(GEEN)
        waarde: Any = gegevens.lees(blad, (letters, rij.nummer), rij.cellen.get(letters), "tekst")
        delen = naam.removesuffix(GEEN).strip().split(".")
        if waarde is None and not leeg:
            if cel not in gegevens.gemeld:
                tekst = f"de instelling ‘{naam[:60]}’ heeft geen waarde"
                gegevens.meld("D4", "error", cel, (tekst, "vul de waarde in, of haal de rij weg"))
        elif not _plant(boom, delen, [] if leeg else waarde):
            tekst = f"de instelling ‘{naam[:60]}’ staat er twee keer, of is zelf een groep"
            gegevens.meld("D6", "error", cel, (tekst, "laat er één staan"))
        else:
            gegevens.plekken[tuple(delen)] = Plaats(bestand, cel=cel)
    gegevens.plekken = dict(_met_nummers(boom, gegevens.plekken))
    gegevens.data = _lijsten(boom)
    return gegevens


def _regels(blad: Blad, tabel: str, koppen: tuple[str, ...]) -> Iterator[tuple[str, str, Rij]]:
    """Give each row with a label: the label, the letters of the column of values, the row."""
    label, waarde = map(herkenbaar, koppen)
    kop, rijen = vind_kop(blad, tabel, {label, waarde}.__contains__)
    namen = {herkenbaar(cel.tekst): letters for letters, cel in (kop.cellen if kop else {}).items()}
    for rij in rijen:
        cel = rij.cellen.get(namen.get(label, "A"))
        if cel is not None:
            yield cel.tekst.strip(), namen.get(waarde, "B"), rij


def _zet(data: dict[str, Any], pad: tuple[str, ...], waarde: str) -> None:
    for deel in pad[:-1]:
        data = data.setdefault(deel, {})
    data[pad[-1]] = waarde


def _plant(boom: dict[str, Any], delen: list[str], waarde: Any) -> bool:  # noqa: ANN401  plain data
    """Put a value at its place; not where there is something already."""
    for deel in delen[:-1]:
        boom = boom.setdefault(deel, {})
        if not isinstance(boom, dict):
            return False
    if delen[-1] in boom:
        return False
    boom[delen[-1]] = waarde
    return True


def _is_lijst(boom: Any) -> bool:  # noqa: ANN401  plain data
    return isinstance(boom, dict) and bool(boom) and all(d.isdecimal() for d in boom)


def _lijsten(boom: Any) -> Any:  # noqa: ANN401  plain data
    """Make lists of what is numbered."""
    if not isinstance(boom, dict):
        return boom
    if _is_lijst(boom):
        return [_lijsten(boom[nummer]) for nummer in sorted(boom, key=int)]
    return {naam: _lijsten(deel) for naam, deel in boom.items()}


def _met_nummers(boom: dict[str, Any], plekken: dict[Pad, Plaats]) -> Iterator[tuple[Pad, Plaats]]:
    """Give the places under their paths in the data, where lists count from 0."""
    for pad, plek in plekken.items():
        hier: Any = boom
        echt: list[str | int] = []
        for deel in pad:
            naam = str(deel)
            echt.append(sorted(hier, key=int).index(naam) if _is_lijst(hier) else naam)
            hier = hier[naam]
        yield (
            ("profiel", *echt),
            Plaats(plek.bestand, cel=plek.cel, pad=pad_text(("profiel", *echt))),
        )
