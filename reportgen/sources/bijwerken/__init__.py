"""Edits go back into the files of a source: only the lines that they are about change.

knopen         a text as a tree in which every value knows where it stands
stappen        how plain data becomes other plain data, one change at a time
schrijfwijze   how a value is written where it comes to stand
regels         the lines of a text, and the tree over them
blad           a text on which steps are taken

Nothing is written here: `update` gives what the files are to hold, after it has read that back and
found in it what was asked for and nothing else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import DataError, Pad, Plaats, Problem
from reportgen.model import Boekwerk, Onderdeel
from reportgen.sources.bestand import codeer, decodeer, lees_bytes
from reportgen.sources.bijwerken.blad import Blad, GaatNietError
from reportgen.sources.bijwerken.knopen import opmerkingen
from reportgen.sources.bijwerken.stappen import Stap, stappen
from reportgen.sources.getypt import zonder_grootboek
from reportgen.sources.naast import map_van

__all__ = ["Bijgewerkt", "update"]

_ZELF = "zet de bewerkingen er zelf in, of schrijf dit bestand eenvoudiger"
_VERANDERD = "is veranderd sinds het werd gelezen; er is niets geschreven"
_OPNIEUW = "geef het commando opnieuw: dan telt de nieuwe inhoud mee"


@dataclass(frozen=True, slots=True)
class Bijgewerkt:
    """What a file held, and what it is to hold.

    Attributes:
        pad: the file.
        was: its bytes as they were read.
        wordt: its bytes with the edits.
        vervallen: comments that go with the lines that they belonged to.
    """

    pad: Path
    was: bytes
    wordt: bytes
    vervallen: tuple[str, ...] = ()


def update(source: str | Path, oud: Boekwerk, nieuw: Boekwerk) -> list[Bijgewerkt]:
    """Give the files of a source that change when its boekwerk becomes another one.

    Args:
        source: a folder, a YAML or a JSON file.
        oud: what `load` gave of it.
        nieuw: what `load` is to give of it.

    Raises:
        DataError: a file changed since it was loaded, or cannot be changed without more changing.
    """
    from reportgen.sources import load_as

    bestanden = _stappen(oud, nieuw)
    gelezen = {pad: lees_bytes(pad, naam) for naam, pad in _paden(source, bestanden)}
    teksten = {pad: decodeer(ruw, pad.name) for pad, ruw in gelezen.items()}
    if teksten and load_as(source, teksten) != oud:
        raise _geweigerd(", ".join(bestanden), _VERANDERD, _OPNIEUW)
    wordt = {
        pad: _bijgewerkt(naam, teksten[pad], bestanden[naam])
        for naam, pad in _paden(source, bestanden)
    }
    _controleer(source, wordt, nieuw, bestanden)
    return [
        Bijgewerkt(pad, gelezen[pad], codeer(t, gelezen[pad]), _vervallen(teksten[pad], t))
        for pad, t in wordt.items()
        if t != teksten[pad]
    ]


def _paden(source: str | Path, namen: Mapping[str, object]) -> Iterator[tuple[str, Path]]:
    return ((naam, map_van(source) / naam) for naam in namen)


def _stappen(oud: Boekwerk, nieuw: Boekwerk) -> dict[str, list[Stap]]:
    """Give the steps for each file, by its name."""
    herkomst = oud.herkomst
    van, naar = zonder_grootboek(oud), zonder_grootboek(nieuw)
    per_bestand: dict[str, list[Stap]] = defaultdict(list)
    hoofd = herkomst.zoek(()).bestand
    kop_van, kop_naar = (_kaal(b.model_copy(update={"prestaties": ()})) for b in (van, naar))
    per_bestand[hoofd] += stappen(kop_van, kop_naar)
    paren = enumerate(zip(van.prestaties, naar.prestaties, strict=True))
    for plek, (een, ander) in reversed(list(paren)):  # what stands above is not moved by it
        pad: Pad = ("prestaties", plek)
        bestand = herkomst.zoek(pad).bestand
        binnen = pad if bestand == hoofd else ()
        per_bestand[bestand] += stappen(_kaal(een), _kaal(ander), binnen)
    return {naam: lijst for naam, lijst in per_bestand.items() if lijst}


def _kaal(onderdeel: Onderdeel) -> dict[str, object]:
    kaal: dict[str, object] = onderdeel.model_dump(exclude_defaults=True)
    return kaal


def _bijgewerkt(naam: str, tekst: str, lijst: list[Stap]) -> str:
    """Take the steps on the text of a file."""
    blad = Blad(tekst, als_json=naam.lower().endswith(".json"))
    try:
        for stap in lijst:
            blad.neem(stap)
    except (GaatNietError, ValueError, LookupError):  # written as no other file is
        raise _niet_in(naam) from None
    return blad.tekst


def _controleer(
    source: str | Path, wordt: Mapping[Path, str], nieuw: Boekwerk, bestanden: Mapping[str, object]
) -> None:
    """Read the new texts back; what they say must be what was asked for."""
    from reportgen.sources import load_as

    try:
        goed = not wordt or load_as(source, wordt) == nieuw
    except DataError as fout:
        raise DataError([_niet_in(", ".join(bestanden)).problems[0], *fout.problems]) from None
    if not goed:
        raise _niet_in(", ".join(bestanden))


def _vervallen(oud: str, nieuw: str) -> tuple[str, ...]:
    """Give the comments that are in the old text and not in the new one."""
    return tuple((Counter(opmerkingen(oud)) - Counter(opmerkingen(nieuw))).elements())


def _niet_in(naam: str) -> DataError:
    wat = "kan niet worden bijgewerkt zonder dat er meer verandert; er is niets geschreven"
    return _geweigerd(naam, wat, _ZELF)


def _geweigerd(naam: str, wat: str, cure: str) -> DataError:
    return DataError([Problem("R9", "error", Plaats(naam), wat, cure)])
