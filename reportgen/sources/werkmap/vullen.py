"""The rows of a sheet become records, hung in the records of the sheet that they refer to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from reportgen.errors import Pad, Plaats, Problem
from reportgen.sources.werkmap.bladen import LEEG, NUMMER, VOLGNUMMER, Bladsoort, labels
from reportgen.sources.werkmap.plaatsen import Cellen, Vindrij
from reportgen.sources.werkmap.tabel import Tabelinhoud, Tabelrij
from reportgen.sources.werkmap.velden import altijd_gevuld
from reportgen.sources.werkmap.woorden import Veldpad

_PRESTATIES = "prestaties"
_VEEL = 12


@dataclass(slots=True)
class Record:
    """A record as plain data: its path in the boekwerk, and the prestatie that it is or is of."""

    pad: Pad
    data: dict[str, Any]
    nummer: str = ""


@dataclass(slots=True)
class Stand:
    """What was read of a workbook so far."""

    bestand: str
    data: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    gemeld: set[str] = field(default_factory=set)
    """Cells of which something was said: nothing more is to be said of them."""
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    """The records of each sheet by what other sheets call them."""
    zonder_nummer: Counter[str] = field(default_factory=Counter)
    """How many records of a sheet cannot be called, since their number is not there."""
    cellen: Cellen = field(init=False)

    def __post_init__(self) -> None:
        self.cellen = Cellen(self.bestand)


def vul(soort: Bladsoort, inhoud: Tabelinhoud | None, stand: Stand) -> None:
    """Hang the records of a sheet in those of their parents; there may be no such sheet."""
    stand.records[soort.titel] = {}
    if inhoud is not None and inhoud.rijen:
        _Vuller(soort, inhoud, stand).vul()


class _Vuller:
    """Goes through the rows of one sheet."""

    def __init__(self, soort: Bladsoort, inhoud: Tabelinhoud, stand: Stand) -> None:
        self._soort, self._inhoud, self._stand = soort, inhoud, stand
        hoofd = ((p, k) for p, k in inhoud.letters.items() if not self._is_deel(p))
        deel = ((p[1:], k) for p, k in inhoud.letters.items() if self._is_deel(p))
        self._hoofd, self._deel = _met_groepen(hoofd), _met_groepen(deel)
        self._wezen: list[tuple[str, Tabelrij]] = []
        """Rows of which the parent is not there, with what they call it."""

    def vul(self) -> None:
        """Make the records, and let others refer to them."""
        records = list(self._records())
        self._meld_wezen()
        if not any(veld.pad == NUMMER for veld in self._soort.velden):
            return
        eigen = self._stand.records[self._soort.titel]
        nummers = [str(record.data.get("nummer") or "") for record in records]
        for naam, record in zip(labels(nummers), records, strict=True):
            if record.data.get("nummer"):
                eigen[naam] = record
        self._stand.zonder_nummer[self._soort.titel] = nummers.count("")

    def _records(self) -> Iterator[Record]:
        """Give the records in the order in which they begin; rows of one record need not touch."""
        open_: dict[tuple[Any, ...], Record] = {}
        for rij in self._inhoud.rijen:
            ouder = self._ouder(rij)
            if ouder is None:
                continue
            wie = (ouder.pad, rij.waarden.get(NUMMER), rij.waarden.get(VOLGNUMMER.pad))
            if not self._soort.per or wie not in open_:
                open_[wie] = self._nieuw(ouder, rij)
                yield open_[wie]
            self._vul_hoofd(open_[wie], rij)
            self._vul_deel(open_[wie], rij)

    def _ouder(self, rij: Tabelrij) -> Record | None:
        """Find the record that a row belongs to; say so where there is none."""
        ouder, sleutel = self._soort.ouder, self._soort.sleutel
        if ouder is None or sleutel is None:
            return Record((), self._stand.data)
        bekend = self._stand.records[ouder.titel]
        label = rij.waarden.get(())
        if label in bekend:
            return bekend[label]
        if label:
            self._wezen.append((label, rij))
        elif label is None:
            wie = sleutel.kop.lower()
            wat = f"bij welke {wie} deze rij hoort, is niet ingevuld"
            self._meld("D4", ((), rij), wat, f"vul het nummer van de {wie} in")
        return None

    def _meld_wezen(self) -> None:
        """Name the rows without a parent, unless that is the echo of a number that is missing."""
        ouder, sleutel = self._soort.ouder, self._soort.sleutel
        if ouder is None or sleutel is None:
            return
        if len({label for label, _ in self._wezen}) <= self._stand.zonder_nummer[ouder.titel]:
            return
        bekend = list(self._stand.records[ouder.titel])
        for label, rij in self._wezen:
            wat = f"er is geen {sleutel.kop.lower()} ‘{label[:40]}’ op het blad {ouder.titel}"
            self._meld("D5", ((), rij), wat, _kies(label, bekend, ouder.titel))

    def _nieuw(self, ouder: Record, rij: Tabelrij) -> Record:
        """Put an empty record in the list of its parent, and remember where it stands."""
        *weg, naam = self._soort.pad
        lijst = _binnen(ouder.data, weg).setdefault(naam, [])
        eigen = str(rij.waarden.get(NUMMER) or "") if self._soort.pad == (_PRESTATIES,) else ""
        leeg: dict[str, Any] = {deel: {} for deel in altijd_gevuld(self._soort.record)}
        pad = (*ouder.pad, *self._soort.pad, len(lijst))
        record = Record(pad, leeg, eigen or ouder.nummer)
        lijst.append(record.data)
        self._onthoud(pad, rij, self._hoofd, record.nummer)
        return record

    def _vul_hoofd(self, record: Record, rij: Tabelrij) -> None:
        """Fill in what the rows of a record share; they may leave it out, not contradict it."""
        for pad, waarde in rij.waarden.items():
            if pad == LEEG.pad:
                for blok in waarde:
                    _binnen(record.data, blok.split("."))
            elif pad and pad != VOLGNUMMER.pad and not self._is_deel(pad):
                blok = _binnen(record.data, pad[:-1])
                eerder = blok.get(pad[-1]) or waarde
                blok[pad[-1]] = eerder
                if waarde not in ("", eerder):
                    wat = f"hier staat ‘{waarde}’, en in een eerdere rij van hetzelfde ‘{eerder}’"
                    cure = "schrijf in elke rij hetzelfde, of geef een ander nummer"
                    self._meld("D6", (pad, rij), wat, cure)

    def _vul_deel(self, record: Record, rij: Tabelrij) -> None:
        """Fill a record of the list inside, which has a row of its own."""
        waarden = {pad[1:]: w for pad, w in rij.waarden.items() if self._is_deel(pad)}
        if not waarden:
            return
        lijst = record.data.setdefault(self._soort.per, [])
        self._onthoud((*record.pad, self._soort.per, len(lijst)), rij, self._deel, record.nummer)
        lijst.append({})
        for pad, waarde in waarden.items():
            _binnen(lijst[-1], pad[:-1])[pad[-1]] = waarde

    def _is_deel(self, pad: Veldpad) -> bool:
        return bool(self._soort.per) and pad[:1] == (self._soort.per,)

    def _onthoud(
        self, pad: Pad, rij: Tabelrij, letters: Mapping[Veldpad, str], nummer: str
    ) -> None:
        self._stand.cellen.rijen[pad] = Vindrij(self._inhoud.blad.naam, rij.nummer, letters, nummer)

    def _meld(self, rule: str, plek: tuple[Veldpad, Tabelrij], wat: str, cure: str) -> None:
        """Note a problem at the cell of a field in a row, where nothing was said of it yet."""
        pad, rij = plek
        cel = self._inhoud.blad.adres(self._inhoud.letters[pad], rij.nummer)
        if cel not in self._stand.gemeld:
            self._stand.gemeld.add(cel)
            waar = Plaats(self._stand.bestand, cel=cel)
            self._stand.problems.append(Problem(rule, "error", waar, wat, cure))


def _met_groepen(letters: Iterable[tuple[Veldpad, str]]) -> dict[Veldpad, str]:
    """Give columns with those of the records that several of them fill: the first of each."""
    alle: dict[Veldpad, str] = {}
    for pad, kolom in letters:
        for einde in range(len(pad) + 1):
            alle.setdefault(pad[:einde], kolom)
    return alle


def _binnen(data: dict[str, Any], pad: Iterable[str]) -> dict[str, Any]:
    """Give the record at a path, made where it is not there."""
    for deel in pad:
        data = data.setdefault(deel, {})
    return data


def _kies(label: str, bekend: list[str], titel: str) -> str:
    """Say which numbers there are, the likely one first."""
    if not bekend:
        return f"vul eerst het blad {titel} in"
    lijkt = get_close_matches(label, bekend, 1)
    bedoeld = f"bedoelt u {lijkt[0]}? " if lijkt else ""
    rest = f" en nog {len(bekend) - _VEEL}" if len(bekend) > _VEEL else ""
    return f"{bedoeld}kies uit {', '.join(bekend[:_VEEL])}{rest}"
