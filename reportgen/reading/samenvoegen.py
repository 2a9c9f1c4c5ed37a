"""Three versions of a record become one, and every value gets its verdict; no guess is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportgen.errors import Pad
from reportgen.reading.bewerking import Bewerking
from reportgen.reading.drie import Drie, Plek
from reportgen.reading.kaal import Kaal, is_lijst, waarde, zelfde
from reportgen.reading.lijsten import Lijst
from reportgen.reading.oordeel import Oordeel, Stand
from reportgen.reading.vast import Vast


class Samenvoeger:
    """Merges one prestatie; `oordelen` fills up on the way."""

    def __init__(
        self, nummer: str, bewerkingen: Iterable[Bewerking] = (), vast: Vast | None = None
    ) -> None:
        self.oordelen: list[Oordeel] = []
        self._vast = vast
        self._nummer = nummer
        self._bewerkingen = [b for b in bewerkingen if b.nummer == nummer]
        self._verteld: set[int] = set()

    def record(self, plek: Plek, drie: Drie) -> Kaal:
        """Merge three records, field by field; the order is that of the data."""
        namen = dict.fromkeys(naam for deel in drie.alle[::-1] for naam in deel or ())
        velden = {naam: self.waarde(plek / naam, drie.veld(naam)) for naam in namen}
        return {naam: veld for naam, veld in velden.items() if veld is not None}

    def waarde(self, plek: Plek, drie: Drie) -> Any:  # noqa: ANN401  plain data
        """Merge three values: records by field, lists by item, all else as a whole."""
        er_zijn = [deel for deel in drie.alle if deel is not None]
        if any(map(is_lijst, er_zijn)):
            lijsten = Drie(*(deel or () for deel in drie.alle))
            return Lijst(self, plek, lijsten).samen() or None
        if er_zijn and all(isinstance(deel, dict) for deel in er_zijn) and _per_veld(drie):
            return self.record(plek, drie)
        return self.geheel(plek, drie)

    def geheel(self, plek: Plek, drie: Drie, waarom: str = "") -> Any:  # noqa: ANN401  plain data
        """Choose one of three values; that of now where there is no choice.

        Args:
            plek: where it stands.
            drie: the value.
            waarom: why it is a conflict as soon as both sides changed something.
        """
        if bewerking := self.open(plek.pad):
            self.meld(plek, "open", Drie(drie.gedrukt, bewerking.wordt, drie.data))
            drie = Drie(drie.gedrukt, _terug(bewerking, drie), drie.data)
            if drie.stand in ("gelijk", "data"):
                return drie.data
        stand = drie.stand
        if stand == "word" and self._vast and (vast := self._vast.waarom(plek.data)):
            stand = "conflict"
            waarom = vast
        self.meld(plek, stand, drie, waarom if stand == "conflict" else "")
        return drie.word if stand == "word" else drie.data

    def meld(self, plek: Plek, stand: Stand, drie: Drie, waarom: str = "") -> None:
        """Note a verdict, with who edited it and when."""
        spoor = next((b for b in self._bewerkingen if b.pad == plek.pad), None)
        gevonden = Oordeel(
            self._nummer,
            plek.pad,
            stand,
            waarde(drie.gedrukt),
            waarde(drie.word),
            waarde(drie.data),
            waarom=waarom,
            wie=spoor.wie if spoor else "",
            wanneer=spoor.wanneer if spoor else "",
            pad_in_data=plek.data,
        )
        self.oordelen.append(gevonden)

    def open(self, pad: Pad, *, erbij: bool | None = None) -> Bewerking | None:
        """Find the tracked change that nobody accepted at a path, and count it as told.

        Args:
            pad: the path.
            erbij: True asks for something added, False for something taken away.
        """
        for plek, bewerking in enumerate(self._bewerkingen):
            past = erbij is None or (bewerking.was if erbij else bewerking.wordt) is None
            if bewerking.open and bewerking.pad == pad and past:
                self._verteld.add(plek)
                return bewerking
        return None

    def meld_rest(self) -> None:
        """Note the tracked changes that the data of the document does not show."""
        for plek, b in enumerate(self._bewerkingen):
            if b.open and plek not in self._verteld:
                self.meld(Plek(b.pad), "open", Drie(b.was, b.wordt, None))


def _per_veld(drie: Drie) -> bool:
    """Say whether records are merged field by field: not one that a side took away."""
    return drie.gedrukt is None or (drie.word is not None and drie.data is not None)


def _terug(bewerking: Bewerking, drie: Drie) -> Any:  # noqa: ANN401  plain data
    """Give what stood in Word before an edit, as the data has it."""
    return drie.gedrukt if zelfde(waarde(drie.gedrukt), bewerking.was) else bewerking.was
