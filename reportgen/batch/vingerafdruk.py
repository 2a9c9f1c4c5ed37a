"""The fingerprint of a chapter (vingerafdruk): a hash of all that it is made of but its template.

Equal fingerprints, equal templates and equal versions of reportgen give equal bytes and equal
findings. A fingerprint may differ where the chapter does not; never the other way round, which a
property test holds.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reportgen.view import hoofdstuk

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Prestatie

_VAN_ELDERS = re.compile(
    r"\[(?:bedrag|miljoen|verschil|percentage|krediet)\b[^\[\]]*(?:[0-9]|boekwerk)", re.IGNORECASE
)
"""A marker in a text that may ask for a figure of another prestatie, or of them all."""


def sha256(data: bytes) -> str:
    """Give the hash of bytes, as a manifest holds it and `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True)
class Vingerafdruk:
    """Gives the fingerprints of the chapters of a boekwerk.

    A chapter sees its own prestatie, the head of the boekwerk (profile, tree and moment included),
    and of the other prestaties two things only: the figures that a text asks for by number, and
    totals. Where a text may do the first, its own or a fixed one of the profile, what the texts
    print is part of the fingerprint; where the template asks for totals, the whole boekwerk is.
    """

    boekwerk: Boekwerk
    tijdstip: str
    """The moment that the documents carry, where it is not that of the data."""
    totals: bool

    def van(self, prestatie: Prestatie) -> str:
        """Give the fingerprint of a chapter."""
        data = prestatie.model_dump_json()
        if self._vast_van_elders or _VAN_ELDERS.search(data):
            data += repr(hoofdstuk(prestatie, self.boekwerk, met_totalen=False).prestatie)
        return sha256(self._hoofd + data.encode())

    @cached_property
    def _vast_van_elders(self) -> bool:
        """That a fixed text of the profile may ask for such a figure."""
        return bool(_VAN_ELDERS.search(self.boekwerk.profiel.model_dump_json()))

    @cached_property
    def _hoofd(self) -> bytes:
        """What all chapters see, hashed once."""
        gezien = None if self.totals else {"prestaties"}
        hoofd = self.boekwerk.model_dump_json(exclude=gezien)
        return hashlib.sha256(f"{self.tijdstip}\n{hoofd}".encode()).digest()
