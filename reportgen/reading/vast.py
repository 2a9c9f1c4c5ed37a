"""Amounts that stand fast here (vast): they come from a ledger, and change there or not at all."""

from __future__ import annotations

from reportgen.errors import Pad
from reportgen.model import Boekwerk

_REGEL = 5
"""A path to a regel has this many steps: prestaties, 3, financien, regels, 0."""


class Vast:
    """Knows what of a boekwerk comes from ledgers."""

    def __init__(self, nu: Boekwerk) -> None:
        self._herkomst = nu.herkomst
        boeken = nu.herkomst.grootboeken
        self._cellen = {pad for boek in boeken for pad in boek.cellen}
        self._regels = {pad[:_REGEL] for pad in self._cellen}

    def waarom(self, pad: Pad) -> str:
        """Say why what stands at a path of the data cannot be changed in the source; or nothing."""
        if pad in self._cellen:
            return f"dit bedrag komt uit {self._waar(pad)}; wijzig het daar"
        onder = [cel for cel in sorted(self._cellen, key=str) if cel[: len(pad)] == pad]
        if onder:
            return f"hierin staan bedragen uit {self._waar(onder[0])}; wijzig ze daar"
        if pad[:_REGEL] in self._regels and "bedragen" not in pad:
            cel = min((c for c in self._cellen if c[:_REGEL] == pad[:_REGEL]), key=str)
            return f"hieraan is de regel te herkennen in {self._waar(cel)}; wijzig het ook daar"
        return ""

    def _waar(self, pad: Pad) -> str:
        plaats = self._herkomst.zoek(pad)
        plek = plaats.plek or (f"regel {plaats.regel}" if plaats.regel is not None else "")
        delen = (plaats.bestand, plek, f"cel {plaats.cel}" if plaats.cel else "")
        return ", ".join(deel for deel in delen if deel)
