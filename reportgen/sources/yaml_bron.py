"""YAML becomes plain data in which every scalar is still text, with the place of each value.

The events of the C parser are followed with a stack of our own: no recursion that a deep file
could overflow, no implicit types (`2.10` stays `2.10`, `NO` stays `NO`), a budget for aliases.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from reportgen.errors import DataError, Pad, Plaats, Problem, pad_text

MAX_DIEPTE = 40
MAX_WAARDEN = 3_000_000
_LEEG = {"", "~", "null"}
_VERTALINGEN = {
    "mapping values are not allowed": (
        "er staat een dubbele punt op een plek waar dat niet kan",
        "zet de hele tekst tussen aanhalingstekens, of controleer het inspringen",
    ),
    "found character that cannot start any token": (
        "er staat een teken waarmee een waarde niet kan beginnen (een tab, @, ` of %)",
        "spring in met spaties, en zet een tekst die zo begint tussen aanhalingstekens",
    ),
    "found a tab character": ("er wordt ingesprongen met een tab", "spring in met spaties"),
    "found unexpected end of stream": (
        "een aanhalingsteken wordt niet gesloten",
        (
            "sluit de tekst met hetzelfde aanhalingsteken, of zet een tekst die met een apostrof"
            " begint tussen dubbele aanhalingstekens"
        ),
    ),
    "did not find expected key": (
        "hier wordt een sleutel verwacht (naam: waarde)",
        (
            "controleer het inspringen op deze en de vorige regel, of zet een tekst die met [, { of"
            " een aanhalingsteken begint helemaal tussen aanhalingstekens"
        ),
    ),
    "did not find expected alphabetic": (
        "een tekst begint met * of &, en dat heeft een bijzondere betekenis",
        "zet een tekst die zo begint tussen aanhalingstekens",
    ),
    "did not find expected comment or line break": (
        "een tekst begint met > of |, en dat heeft een bijzondere betekenis",
        "zet een tekst die zo begint tussen aanhalingstekens",
    ),
    "block sequence entries are not allowed": (
        "een tekst begint met een streepje, of een lijst begint op dezelfde regel als de naam",
        "zet een tekst die zo begint tussen aanhalingstekens, en een lijst op de volgende regel",
    ),
    "found unknown escape character": (
        "een \\ tussen dubbele aanhalingstekens heeft een bijzondere betekenis",
        "zet een tekst met \\ tussen enkele aanhalingstekens",
    ),
    "could not find expected ':'": (
        "hier ontbreekt een dubbele punt achter de naam",
        "schrijf naam: waarde, met een spatie na de dubbele punt",
    ),
    "did not find expected '-' indicator": (
        "in deze lijst begint een regel niet met een streepje op dezelfde plaats",
        "laat elk onderdeel met ‘- ’ beginnen, even ver ingesprongen",
    ),
    "control characters are not allowed": (
        "het bestand bevat een onzichtbaar stuurteken",
        "verwijder dat teken, of typ de tekst rond die plaats opnieuw",
    ),
}


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
    lezer = _Lezer(Bron(naam))
    try:
        for event in yaml.parse(tekst, Loader=yaml.CSafeLoader):
            lezer.neem(event)
    except yaml.YAMLError as fout:
        lezer.bron.meld("D2", _plek_van(fout, tekst), _vertaal(fout))
        raise DataError(lezer.bron.problems) from None
    lezer.sluit()
    return lezer.bron


class _Lezer:
    """Follows the events of one file; `bron` fills up on the way."""

    def __init__(self, bron: Bron) -> None:
        self.bron = bron
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
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.anchor:
            self._ongebruikt[event.anchor] = plek
        match event:
            case yaml.ScalarEvent():
                self._weiger_label(event, plek)
                leeg = not event.style and event.value in _LEEG
                self._plaats(None if leeg else event.value, plek, event.anchor)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._weiger_label(event, plek)
                self._begin([] if isinstance(event, yaml.SequenceStartEvent) else {}, event, plek)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._einde()
            case yaml.AliasEvent():
                self._alias(event.anchor or "", plek)
            case yaml.DocumentStartEvent():
                self._documenten += 1
                if self._documenten == 2:  # noqa: PLR2004  the first one too many
                    cure = "zet elk onderdeel in een eigen bestand en haal de regel --- weg"
                    self.bron.meld("D2", plek, ("het bestand bevat meer dan één document", cure))
            case _:
                pass

    def sluit(self) -> None:
        """Refuse a `&naam` that nothing refers to: it is the lost beginning of a text."""
        for anker, plek in self._ongebruikt.items():
            wat = f"‘&{anker}’ aan het begin van een tekst verdwijnt"
            cure = "zet een tekst die met & begint tussen aanhalingstekens"
            self.bron.meld("D2", plek, (wat, cure))

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
            self._ankers[anker] = (waarde, 1)
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

    def _weiger_label(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, plek: tuple[int, int]
    ) -> None:
        if event.tag not in (None, "!", "tag:yaml.org,2002:str"):
            tekst = f"labels zoals ‘{event.tag[:40]}’ worden niet gelezen"
            self.bron.meld("D2", plek, (tekst, "haal het label met ! weg"))

    def _stop(self, plek: tuple[int, int], tekst: str, cure: str) -> None:
        self.bron.meld("D2", plek, (tekst, cure))
        raise DataError(self.bron.problems)


def _plek_van(fout: yaml.YAMLError, tekst: str) -> tuple[int, int]:
    """Find where a mistake begins: an open quote is found at the end, and made at its start."""
    if isinstance(fout, yaml.MarkedYAMLError):
        open_ = "end of stream" in (fout.problem or "")
        mark = (fout.context_mark if open_ else None) or fout.problem_mark or fout.context_mark
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)
    voor = tekst.encode()[: getattr(fout, "position", 0)].decode("utf-8", "ignore")
    return voor.count("\n") + 1, len(voor) - (voor.rfind("\n") + 1) + 1


def _vertaal(fout: yaml.YAMLError) -> tuple[str, str]:
    engels = str(fout)
    for begin, vertaling in _VERTALINGEN.items():
        if begin in engels:
            return vertaling
    return (
        "de opmaak van het bestand klopt hier niet",
        "controleer inspringen, dubbele punten, haken en aanhalingstekens rond deze plaats",
    )
