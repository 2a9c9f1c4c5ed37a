"""A section is cut into its blocks by its headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportgen.reading.vreemd.proza import vanaf
from reportgen.tekst import Stuk
from reportgen.word.flow import Passage

if TYPE_CHECKING:
    from reportgen.reading.vreemd.deel import Deel, Verslag
    from reportgen.reading.vreemd.woorden import Woorden

_ONBEKEND = "onbekend"
_GELD = ("financien", "financien_voortgang")
_KOPSTIJL, _VET, _GEWOON = 3, 2, 1


@dataclass(slots=True)
class Blok:
    """A block: which, and the pieces below its heading."""

    naam: str
    kop: Deel | None = None
    delen: list[Deel] = field(default_factory=list)


def vorm(passage: Passage) -> int:
    """Say how much a paragraph looks like a heading: by its style, by bold letters, or not."""
    if passage.kop is not None:
        return _KOPSTIJL
    return _VET if passage.vet else _GEWOON


def is_kopstijl(passage: Passage) -> bool:
    """Say whether a paragraph has the style of a heading."""
    return passage.kop is not None


def blokken(delen: Sequence[Deel], woorden: Woorden, verslag: Verslag) -> dict[str, Blok]:
    """Cut a section into blocks by name; below a heading that nobody knows nothing has a place."""
    gevonden: dict[str, Blok] = {}
    los = [stuk for deel in delen for stuk in _los(deel, woorden)]
    for blok in _Indeling(los, woorden).deel_in():
        if blok.naam == _ONBEKEND:
            _meld_onbekend(blok, verslag)
        elif blok.naam in gevonden:
            gevonden[blok.naam].delen += blok.delen
        else:
            gevonden[blok.naam] = blok
    return gevonden


def _los(deel: Deel, woorden: Woorden) -> Iterator[Deel]:
    """Cut a paragraph at the line end behind a heading or a label."""
    passage = deel.inhoud
    eerste, einde, _ = deel.tekst.partition("\n")
    if not isinstance(passage, Passage) or not einde:
        yield deel
        return
    label = woorden.label(eerste)
    if woorden.kop(eerste) or (label and label.eind == len(eerste)):
        rest = vanaf(passage.stukken, passage.tekst.index("\n", passage.tekst.index(eerste)) + 1)
        yield replace(deel, inhoud=replace(passage, stukken=(Stuk(eerste),)))
        yield replace(deel, inhoud=replace(passage, stukken=rest, kop=None, vet=False))
    else:
        yield deel


def _meld_onbekend(blok: Blok, verslag: Verslag) -> None:
    if blok.kop:
        wat = f"de kop ‘{blok.kop.tekst}’ is niet bekend; wat eronder staat, is niet geplaatst"
        cure = "zet dit woord in het profiel onder varianten bij de kop die bedoeld is"
        verslag.meld("L2", blok.kop.plek, wat, cure)
        verslag.laat_los([blok.kop, *blok.delen])


class _Indeling:
    """Knows which lines of a section are its headings."""

    def __init__(self, delen: Sequence[Deel], woorden: Woorden) -> None:
        self._delen = delen
        self._woorden = woorden
        self._vormen = self._sterkste()
        gevonden = (woorden.label(d.tekst) for d in delen if isinstance(d.inhoud, Passage))
        labels = [label for label in gevonden if label]
        velden = {label.veld for label in labels}
        self._heeft_gegevens = len(velden) > 1 or any(label.eigen for label in labels)

    def _sterkste(self) -> dict[str, int]:
        """Give for each block the look of its heading: beside a style, a plain line is text."""
        sterkste: dict[str, int] = {}
        for deel in self._delen:
            if isinstance(deel.inhoud, Passage):
                for naam in self._woorden.kop(deel.tekst):
                    sterkste[naam] = max(sterkste.get(naam, 0), vorm(deel.inhoud))
        return sterkste

    def deel_in(self) -> Iterator[Blok]:
        blok = Blok("inleiding")
        gehad: set[str] = set()
        for deel in self._delen:
            naam = self._kop(deel, blok.naam, gehad)
            if naam:
                yield blok
                blok = Blok(naam, deel)
                gehad.add(naam)
                if naam == "basisinformatie" and not self._woorden.kop(deel.tekst):
                    blok.delen.append(deel)  # a label, in a section without that heading
            else:
                blok.delen.append(deel)
        yield blok

    def _kop(self, deel: Deel, nu: str, gehad: set[str]) -> str:
        """Say which block a piece is the heading of, or nothing."""
        if not isinstance(deel.inhoud, Passage) or not deel.tekst:
            return ""
        namen = {
            naam
            for naam in self._woorden.kop(deel.tekst)
            if vorm(deel.inhoud) >= self._vormen[naam]
        }
        if namen:
            return _kies(namen, nu, gehad)
        label = self._woorden.label(deel.tekst)
        if label and (nu == "basisinformatie" or not self._vormen.get("basisinformatie")):
            return "" if nu == "basisinformatie" else self._zonder_kop(deel)
        if label or self._woorden.wijzigingslabel(deel.tekst):
            return ""
        return _ONBEKEND if is_kopstijl(deel.inhoud) else ""

    def _zonder_kop(self, deel: Deel) -> str:
        """Say whether a label begins the basisinformatie: alone on its line, or with a colon.

        One word of earlier years is none: `Planning:` begins many a sentence.
        """
        if not self._heeft_gegevens:
            return ""
        label = self._woorden.label(deel.tekst)
        alleen = label is not None and (label.eind == len(deel.tekst) or ":" in deel.tekst)
        return "basisinformatie" if alleen else ""


def _kies(namen: set[str], nu: str, gehad: set[str]) -> str:
    """Choose between the two kinds of progress: below the money it is about money."""
    if len(namen) == 1:
        return next(iter(namen))
    geld = nu in _GELD or ("voortgang" in gehad and "financien_voortgang" in namen)
    if "financien_voortgang" in namen and geld:
        return "financien_voortgang"
    return "voortgang" if "voortgang" in namen else min(namen)
