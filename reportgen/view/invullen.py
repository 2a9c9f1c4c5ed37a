"""Markers in texts become the figures that they stand for, in the profile's notation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from reportgen import financien, notation, tekst
from reportgen.tekst import Stuk, Tekst

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Notatie, Prestatie, Profiel

_LEEG = Tekst(())


@dataclass(frozen=True, slots=True)
class Druk:
    """The document that texts print in (druk), whose they are, and where references in it lead."""

    boekwerk: Boekwerk
    doelen: Mapping[str, str] = field(default_factory=dict)
    """Addresses by number: `#p_5_1_2`; what is not there stays text."""
    eigen: Prestatie | str = financien.HEEL
    """The prestatie whose figures markers speak of, or the number of a part of the tree."""

    def van(self, eigen: Prestatie | str) -> Druk:
        """Give the same for the texts of a section, or of a part of the tree."""
        return replace(self, eigen=eigen)

    @property
    def profiel(self) -> Profiel:
        """The profile of the document."""
        return self.boekwerk.profiel

    @property
    def verslag(self) -> bool:
        """Whether the document tells how things went."""
        return self.boekwerk.soort != "begroting"

    def tekst(self, bron: str | None) -> Tekst:
        """Read a text field, or nothing, and fill in its markers."""
        if not bron:
            return _LEEG
        gelezen = tekst.parse(bron, self.profiel.niveau, self.doelen)
        if "[" not in bron:
            return gelezen
        return gelezen.met_stukken(partial(_ingevuld, druk=self))


def _ingevuld(stuk: Stuk, druk: Druk) -> Stuk:
    """Fill in a marker; one that means nothing prints as it was typed."""
    if not stuk.veld:
        return stuk
    cijfer = financien.zoek_cijfer(stuk.veld, druk.boekwerk, druk.eigen)
    if isinstance(cijfer, financien.Mis):
        return stuk
    if isinstance(cijfer, financien.Moment):
        dag = cijfer.waarde
        return replace(stuk, tekst=notation.datum(dag) if isinstance(dag, date) else str(dag))
    return replace(stuk, tekst=_druk(cijfer, druk.profiel.notatie))


def _druk(cijfer: financien.Cijfer, notatie: Notatie) -> str:
    """Print a figure in a sentence: whole euros, signed as in the table, or in words."""
    if cijfer.waarde is None:
        return notatie.onbekend
    if cijfer.vorm == "verschil":
        return notation.in_woorden(cijfer.waarde, notatie)
    if cijfer.vorm == "bedrag":
        return notation.in_zin(cijfer.waarde, cijfer.teken, notatie)
    if cijfer.vorm == "miljoen":
        in_tabel = notation.zoals_in_tabel(cijfer.waarde, cijfer.teken, notatie)
        return notation.miljoen(in_tabel, notatie)
    deel = abs(cijfer.waarde) if cijfer.teken == "verschil" else cijfer.waarde
    return notation.procent(deel, notatie.procent_decimalen)
