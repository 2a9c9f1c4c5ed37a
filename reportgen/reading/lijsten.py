"""Three versions of a list become one: items are paired, and what is uncertain is a conflict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from reportgen.model.koppelen import NAMEN, koppel
from reportgen.reading.bewerking import Bewerking
from reportgen.reading.drie import Drie, Plek
from reportgen.reading.kaal import Kaal
from reportgen.reading.oordeel import Stand

_Teken = tuple[str, int]
"""An item by its origin: `("b", 2)` was printed, `("w", 3)` is new in Word, `("d", 1)` in data."""

_VAAG = "niet zeker is of dit hetzelfde onderdeel is"
_BEIDE_WEG = "het is aan de ene kant weggehaald en aan de andere kant veranderd"
_BEIDE_ERBIJ = "aan beide kanten is op deze plek iets toegevoegd"
_BEIDE_ANDERS = "aan beide kanten is iets dergelijks toegevoegd"
_VOLGORDE = "aan beide kanten is de volgorde of de lijst veranderd"


class Verteller(Protocol):
    """Who merges values and notes verdicts."""

    def waarde(self, plek: Plek, drie: Drie) -> Any:  # noqa: ANN401  plain data
        """Merge three values."""

    def geheel(self, plek: Plek, drie: Drie, waarom: str = "") -> Any:  # noqa: ANN401  idem
        """Choose one of three values."""

    def meld(self, plek: Plek, stand: Stand, drie: Drie, waarom: str = "") -> None:
        """Note a verdict."""

    def open(self, pad: tuple[str | int, ...], *, erbij: bool | None = None) -> Bewerking | None:
        """Find a tracked change that is still open."""


class Lijst:
    """Merges one list of records."""

    def __init__(self, verteller: Verteller, plek: Plek, drie: Drie) -> None:
        self._zeg, self._plek = verteller, plek
        self._b, self._w, self._d = drie.alle
        self._naam = str(plek.pad[-1])
        self._kw = koppel(self._naam, self._b, self._w)
        self._kd = koppel(self._naam, self._b, self._d)
        self._delen: dict[_Teken, Kaal] = {}
        """What each item becomes; an item that is not here is dropped."""

    def samen(self) -> tuple[Kaal, ...]:
        """Give the list as it becomes."""
        for plek in range(len(self._b)):
            self._gedrukt(plek)
        in_word, in_data = self._tekens("w"), self._tekens("d")
        self._toegevoegd(in_word, in_data)
        volgorde = self._volgorde(in_word, in_data)
        return tuple(self._delen[teken] for teken in volgorde)

    def _gedrukt(self, i: int) -> None:
        """Decide about an item that was printed."""
        w, d = self._kw.paren.get(i), self._kd.paren.get(i)
        drie = Drie(self._b[i], _op(self._w, w), _op(self._d, d))
        plek = self._plek.op(next(j for j in (w, d, i) if j is not None), d)
        if w is None and (bewerking := self._zeg.open((*self._plek.pad, i), erbij=False)):
            self._zeg.meld(plek, "open", Drie(bewerking.was, None, drie.data))
            drie = Drie(drie.gedrukt, drie.gedrukt, drie.data)
        if drie.word is None or drie.data is None:
            uit = self._zeg.geheel(plek, drie, _BEIDE_WEG)
        elif i in self._kw.vaag | self._kd.vaag and drie.stand == "conflict":
            uit = self._zeg.geheel(plek, drie, _VAAG)
        else:
            uit = self._zeg.waarde(plek, drie)
        if uit is not None:
            self._delen["b", i] = uit

    def _tekens(self, kant: str) -> list[_Teken]:
        """Give the items of one side in their order, by origin."""
        lijst, paren = (self._w, self._kw.paren) if kant == "w" else (self._d, self._kd.paren)
        terug = {naar: van for van, naar in paren.items()}
        return [("b", terug[j]) if j in terug else (kant, j) for j in range(len(lijst))]

    def _toegevoegd(self, in_word: list[_Teken], in_data: list[_Teken]) -> None:
        """Decide about items that were not printed; what both sides added is one item."""
        nieuw_w = [j for kant, j in in_word if kant == "w"]
        nieuw_d = [j for kant, j in in_data if kant == "d"]
        self._delen |= {("d", j): self._d[j] for j in nieuw_d}
        erbij = [self._w[j] for j in nieuw_w], [self._d[j] for j in nieuw_d]
        samen = koppel(self._naam, *erbij, op_plek=False)
        dezelfde = {nieuw_w[van]: nieuw_d[naar] for van, naar in samen.paren.items()}
        for j in nieuw_w:
            in_word_, plek = self._w[j], self._plek.op(j, dezelfde.get(j))
            if j in dezelfde:
                drie = Drie(None, in_word_, self._d[dezelfde[j]])
                self._zeg.geheel(plek, drie, _BEIDE_ANDERS)
                in_word[in_word.index(("w", j))] = ("d", dezelfde[j])
            elif self._zeg.open(plek.pad, erbij=True):
                self._zeg.meld(plek, "open", Drie(None, in_word_, None))
            else:
                self._delen["w", j] = in_word_
        for j in sorted(set(nieuw_d) - set(dezelfde.values())):
            self._zeg.meld(self._plek.op(j, j), "data", Drie(None, None, self._d[j]))

    def _volgorde(self, in_word: list[_Teken], in_data: list[_Teken]) -> list[_Teken]:
        """Put the items in order, those of the data first; what Word added goes where it stood."""
        overal = set(in_word) & set(in_data) & set(self._delen)
        b, w, d = (
            [t for t in rij if t in overal and t[0] == "b"]
            for rij in ([("b", i) for i in range(len(self._b))], in_word, in_data)
        )
        eigen = [t for t in in_data if t in self._delen]
        if w == b:
            return self._voeg_in(eigen, in_word)
        namen = Drie(*(self._namen(rij) for rij in (b, w, d)))
        if d == w:
            self._zeg.meld(self._plek, "verwerkt", namen)
            return self._voeg_in(eigen, in_word)
        if d != b or any(t[0] == "d" and t not in in_word for t in eigen):
            self._zeg.meld(self._plek, "conflict", namen, _VOLGORDE)
            return self._voeg_in(eigen, in_word)
        self._zeg.meld(self._plek, "word", namen)
        for teken in (t for t in in_word if t[0] == "w" and t in self._delen):
            self._meld_erbij(teken)
        rest = [t for t in eigen if t not in in_word]  # kept though Word took it away
        return [*(t for t in in_word if t in self._delen), *rest]

    def _voeg_in(self, eigen: list[_Teken], in_word: list[_Teken]) -> list[_Teken]:
        """Put what Word added behind what it stood behind, unless the data did so too."""
        volgorde = list(eigen)
        vorige: _Teken | None = None
        for teken in in_word:
            if teken[0] == "w" and teken in self._delen:
                plek = volgorde.index(vorige) + 1 if vorige else 0
                daarna = volgorde[plek] if plek < len(volgorde) else teken
                if daarna[0] == "d" and daarna not in in_word:
                    drie = Drie(None, self._w[teken[1]], self._d[daarna[1]])
                    self._zeg.meld(self._plek.op(teken[1]), "conflict", drie, _BEIDE_ERBIJ)
                    continue
                self._meld_erbij(teken)
                volgorde.insert(plek, teken)
            if teken in volgorde:
                vorige = teken
        return volgorde

    def _meld_erbij(self, teken: _Teken) -> None:
        drie = Drie(None, self._w[teken[1]], None)
        self._zeg.meld(self._plek.op(teken[1]), "word", drie)

    def _namen(self, tekens: Iterable[_Teken]) -> str:
        """Tell an order by what its items are known by."""
        velden = NAMEN.get(self._naam, ())
        delen = (self._b[i] for _, i in tekens)
        return " | ".join(" ".join(str(d[n]) for n in velden if n in d) for d in delen)


def _op(lijst: Sequence[Kaal], plek: int | None) -> Kaal | None:
    return None if plek is None else lijst[plek]
