"""YAML becomes plain data in which every scalar is still text, with the place of each value.

The events of the C parser are followed with a stack of our own: no recursion that a deep file
could overflow, no implicit types (`2.10` stays `2.10`, `NO` stays `NO`), a budget for aliases.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from reportgen.errors import DataError, Pad, Plaats, Problem, pad_text
from reportgen.sources.yaml_fouten import plek_van, vertaal_yaml

MAX_DIEPTE = 40
MAX_WAARDEN = 3_000_000
_TEKENS_PER_WAARDE = 100
"""A long text counts for as many values, so that copies of it have an end too."""

_MOTIE = re.compile(r"\s+#\S")
_REGELEINDE = re.compile("\r\n|[\n\r\u0085\u2028\u2029]")
"""Where the C parser begins to count a new line."""
_LEEG = {"", "~", "null"}


@dataclass(slots=True)
class Bron:
    """What a file held: plain data, the place (line, column) of each value and key, problems."""

    naam: str
    data: Any = None
    waarden: dict[Pad, tuple[int, int]] = field(default_factory=dict)
    sleutels: dict[Pad, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def meld(self, rule: str, plek: tuple[int, int], tekst: tuple[str, str], pad: Pad = ()) -> None:
        """Note a problem at a line and column; `tekst` is the message and the cure."""
        waar = Plaats(self.naam, *plek, pad=pad_text(pad))
        self.problems.append(Problem(rule, "error", waar, *tekst))


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read."""

    inhoud: list[Any] | dict[str, Any]
    pad: Pad
    anker: str | None
    begin: int
    sleutel: str | None = None
    regels: dict[str, int] = field(default_factory=dict)
    """The line of each key that was read."""
    dubbel: bool = False
    """Whether the value that is being read belongs to a key that was there already."""
    overslaan: bool = False


def lees_yaml(tekst: str, naam: str) -> Bron:
    """Read YAML text.

    Raises:
        DataError: it is no YAML, too deep, or grows beyond all bounds through its aliases.
    """
    lezer = _Lezer(Bron(naam), tekst)
    try:
        for event in iter(yaml.CSafeLoader(tekst).get_event, None):
            lezer.neem(event)
    except yaml.YAMLError as fout:
        lezer.bron.meld("D2", plek_van(fout, tekst), vertaal_yaml(fout))
        raise DataError(lezer.bron.problems) from None
    lezer.sluit()
    return lezer.bron


class _Lezer:
    """Follows the events of one file; `bron` fills up on the way."""

    def __init__(self, bron: Bron, tekst: str) -> None:
        self.bron = bron
        self._regels = _REGELEINDE.split(tekst) if "#" in tekst else []
        self._open: list[_Open] = []
        self._ankers: dict[str, tuple[Any, int]] = {}
        self._aantal = 0
        self._documenten = 0
        self._ongebruikt: dict[str, tuple[int, int]] = {}

    def neem(self, event: yaml.Event) -> None:
        """Take the next event."""
        mark = event.start_mark
        plek = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if self._documenten > 1:
            return
        match event:
            case yaml.ScalarEvent():
                self._waarde(event, plek)
            case yaml.CollectionStartEvent():
                if event.tag:
                    self._weiger_label(event, plek)
                self._begin([] if isinstance(event, yaml.SequenceStartEvent) else {}, event, plek)
            case yaml.CollectionEndEvent():
                self._einde()
            case yaml.AliasEvent():
                self._alias(event.anchor or "", plek)
            case yaml.DocumentStartEvent():
                self._document(plek)

    def sluit(self) -> None:
        """Refuse a `&naam` that nothing refers to: it is the lost beginning of a text."""
        for anker, plek in self._ongebruikt.items():
            wat = f"‘&{anker}’ aan het begin van een tekst verdwijnt"
            cure = "zet een tekst die met & begint tussen aanhalingstekens"
            self.bron.meld("D2", plek, (wat, cure))

    def _document(self, plek: tuple[int, int]) -> None:
        self._documenten += 1
        if self._documenten == 2:  # noqa: PLR2004  the first one too many
            cure = "zet elk onderdeel in een eigen bestand en haal de regel --- weg"
            self.bron.meld("D2", plek, ("het bestand bevat meer dan één document", cure))

    def _waarde(self, event: yaml.ScalarEvent, plek: tuple[int, int]) -> None:
        """Take a text: a key, a value, an item."""
        if event.anchor:
            self._ongebruikt[event.anchor] = plek
        if event.tag:
            self._weiger_label(event, plek)
        if self._regels and not event.style:
            self._weiger_rest(event, plek)
        leeg = not event.style and event.value in _LEEG
        omvang = 1 + len(event.value) // _TEKENS_PER_WAARDE
        self._plaats(None if leeg else met_alineas(event), plek, event.anchor, omvang)

    def _begin(
        self, inhoud: list[Any] | dict[str, Any], event: yaml.NodeEvent, plek: tuple[int, int]
    ) -> None:
        boven = self._open[-1] if self._open else None
        if boven and isinstance(boven.inhoud, dict) and boven.sleutel is None:
            wat = "een lijst of blok kan geen sleutel zijn"
            cure = "zet een tekst die met [ of { begint tussen aanhalingstekens"
            self._stop(plek, wat, f"schrijf naam: waarde, of {cure}")
        if len(self._open) >= MAX_DIEPTE:
            self._stop(plek, "het bestand is te diep genest", "controleer haken en inspringen")
        if event.anchor:
            self._ongebruikt[event.anchor] = plek
        pad = self._plaats(inhoud, plek, None)
        overslaan = bool(boven and (boven.overslaan or boven.dubbel))
        self._open.append(_Open(inhoud, pad, event.anchor, self._aantal, overslaan=overslaan))

    def _einde(self) -> None:
        klaar = self._open.pop()
        if klaar.anker:
            self._ankers[klaar.anker] = (klaar.inhoud, self._aantal - klaar.begin + 1)

    def _alias(self, anker: str, plek: tuple[int, int]) -> None:
        if anker not in self._ankers:
            tekst = f"‘*{anker}’ verwijst naar iets wat hier nog niet bestaat"
            self._stop(
                plek, tekst, f"zet &{anker} bij de waarde die u bedoelt, eerder in het bestand"
            )
        self._ongebruikt.pop(anker, None)
        waarde, omvang = self._ankers[anker]
        self._plaats(waarde, plek, None, omvang)

    def _plaats(
        self,
        waarde: Any,  # noqa: ANN401  a YAML value
        plek: tuple[int, int],
        anker: str | None,
        omvang: int = 1,
    ) -> Pad:
        """Put a value where the open list or mapping wants it, and give its path."""
        self._aantal += omvang
        if self._aantal > MAX_WAARDEN:
            self._stop(
                plek,
                "het bestand groeit door zijn verwijzingen (*) buiten alle maat",
                "schrijf de waarden uit",
            )
        if anker:
            self._ankers[anker] = (waarde, omvang)
        if not self._open:
            self.bron.data = waarde
            self.bron.waarden[()] = plek
            return ()
        boven = self._open[-1]
        if isinstance(boven.inhoud, dict):
            return self._in_blok(boven, boven.inhoud, waarde, plek)
        boven.inhoud.append(waarde)
        return self._onthoud(boven, len(boven.inhoud) - 1, plek)

    def _in_blok(
        self,
        boven: _Open,
        inhoud: dict[str, Any],
        waarde: Any,  # noqa: ANN401  a YAML value
        plek: tuple[int, int],
    ) -> Pad:
        """Take a key or, after a key, its value; the first of two equal keys counts."""
        if boven.sleutel is None:
            boven.sleutel = str(waarde if waarde is not None else "")
            pad = (*boven.pad, boven.sleutel)
            boven.dubbel = boven.sleutel in inhoud
            if boven.dubbel:
                eerder = boven.regels[boven.sleutel]
                tekst = f"de sleutel ‘{boven.sleutel}’ staat er twee keer (ook op regel {eerder})"
                self.bron.meld("D6", plek, (tekst, "laat er één staan"), pad)
            boven.regels.setdefault(boven.sleutel, plek[0])
            if not (boven.overslaan or boven.dubbel):
                self.bron.sleutels[pad] = plek
            return pad
        sleutel, boven.sleutel = boven.sleutel, None
        inhoud.setdefault(sleutel, waarde)
        return self._onthoud(boven, sleutel, plek)

    def _onthoud(self, boven: _Open, deel: str | int, plek: tuple[int, int]) -> Pad:
        pad = (*boven.pad, deel)
        if not (boven.overslaan or boven.dubbel):
            self.bron.waarden[pad] = plek
        return pad

    def _weiger_rest(self, event: yaml.ScalarEvent, plek: tuple[int, int]) -> None:
        """Refuse what YAML takes for a comment and a person meant as text: `Zie motie #12`."""
        if not event.value or event.end_mark is None:
            return
        rest = self._regels[event.end_mark.line][event.end_mark.column :]
        if _MOTIE.match(rest):
            wat = f"wat na ‘ #’ staat, leest YAML niet: ‘{rest.strip()[:40]}’"
            self.bron.meld("D2", plek, (wat, "zet de hele tekst tussen aanhalingstekens"))

    def _weiger_label(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, plek: tuple[int, int]
    ) -> None:
        if event.tag not in (None, "!", "tag:yaml.org,2002:str"):
            tekst = f"labels zoals ‘{event.tag[:40]}’ worden niet gelezen"
            self.bron.meld("D2", plek, (tekst, "haal het label met ! weg"))

    def _stop(self, plek: tuple[int, int], tekst: str, cure: str) -> None:
        self.bron.meld("D2", plek, (tekst, cure))
        raise DataError(self.bron.problems)


def met_alineas(event: yaml.ScalarEvent | yaml.ScalarNode) -> str:
    """Give a text that a person typed without `|` its blank lines back, which YAML folds away."""
    begin, einde = event.start_mark, event.end_mark
    if event.style not in ("", ">") or not (begin and einde) or begin.line == einde.line:
        return event.value
    return re.sub(r"\n+", lambda einden: f"{einden[0]}\n", event.value.strip("\n"))
