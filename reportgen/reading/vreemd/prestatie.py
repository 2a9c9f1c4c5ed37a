"""One section becomes a prestatie: block by block, and what the model refuses is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from reportgen.errors import Herkomst, pad_text
from reportgen.model import Prestatie
from reportgen.reading.vreemd.acties import lees_acties
from reportgen.reading.vreemd.basis import lees_basis
from reportgen.reading.vreemd.blokken import Blok, blokken
from reportgen.reading.vreemd.geldblok import Geldblok
from reportgen.reading.vreemd.geldtabel import Blad
from reportgen.reading.vreemd.lijsttabel import (
    is_indicatortabel,
    is_mijlpaaltabel,
    lees_indicatoren,
    lees_mijlpalen,
)
from reportgen.reading.vreemd.proza import proza
from reportgen.reading.vreemd.voortgang import lees_voortgang
from reportgen.sources.vertaling import vertaal
from reportgen.word.flow import Raster

if TYPE_CHECKING:
    from reportgen.errors import Pad
    from reportgen.reading.vreemd.deel import Deel
    from reportgen.reading.vreemd.secties import Sectie

_TEKSTBLOKKEN = ("inleiding", "context", "acties", "voortgang", "indicatoren")
_RONDES = 40
"""How often a value that the model refuses is taken out before giving up."""


def lees_prestatie(sectie: Sectie, blad: Blad) -> Prestatie | None:
    """Read a section; nothing where even its number and title are none."""
    blad.verslag.nummer = sectie.nummer
    delen = blokken(sectie.delen, blad.woorden, blad.verslag)
    data = {
        "nummer": sectie.nummer,
        "titel": sectie.titel,
        **_Lezer(blad, sectie.nummer).lees(delen),
    }
    gelezen = gekeurd(data, blad)
    blad.verslag.nummer = ""
    return gelezen


class _Lezer:
    """Reads the blocks of one section; tables go where their headings say."""

    def __init__(self, blad: Blad, nummer: str) -> None:
        self._blad = blad
        self._geld = Geldblok(blad, nummer)
        self._indicatoren: list[dict[str, Any]] = []
        self._mijlpalen: list[dict[str, str]] = []

    def lees(self, delen: dict[str, Blok]) -> dict[str, Any]:
        """Read every block that is there; the tables first, wherever they stand."""
        verslag, woorden = self._blad.verslag, self._blad.woorden
        tekst = {naam: self._tekst(delen, naam) for naam in _TEKSTBLOKKEN}
        basis = self._tekst(delen, "basisinformatie", zelf=True)
        voortgang = self._geldvoortgang(delen)
        verslag.laat_los(tekst["indicatoren"])
        data: dict[str, Any] = {
            "inleiding": proza(tekst["inleiding"], verslag),
            "context": proza(tekst["context"], verslag),
            "acties": lees_acties(tekst["acties"], verslag),
            "voortgang": lees_voortgang(tekst["voortgang"], woorden, verslag),
            "financien": self._geld.data | ({"voortgang": voortgang} if voortgang else {}),
            "basisinformatie": self._basis(basis),
            "indicatoren": self._indicatoren,
        }
        return {naam: waarde for naam, waarde in data.items() if waarde}

    def _tekst(self, delen: dict[str, Blok], naam: str, *, zelf: bool = False) -> list[Deel]:
        """Give the pieces of a block, without the tables that have a place of their own.

        The basisinformatie reads milestones itself (zelf), in the order of its labels.
        """
        eigen = delen[naam].delen if naam in delen else []
        return [d for d in eigen if (zelf and self._is_mijlpalen(d)) or not self._geplaatst(d)]

    def _is_mijlpalen(self, deel: Deel) -> bool:
        raster = deel.inhoud
        return isinstance(raster, Raster) and is_mijlpaaltabel(raster, self._blad.woorden)

    def _geplaatst(self, deel: Deel) -> bool:
        raster = deel.inhoud
        if not isinstance(raster, Raster):
            return False
        if is_indicatortabel(raster, self._blad.woorden):
            self._indicatoren += lees_indicatoren(deel, self._blad.woorden, self._blad.verslag)
            return True
        if is_mijlpaaltabel(raster, self._blad.woorden):
            self._mijlpalen += lees_mijlpalen([deel], self._blad.woorden, self._blad.verslag)
            return True
        if self._geld.is_geldtabel(raster):
            self._geld.tabel(deel, [])  # that tells where it cannot be read
            return True
        return False

    def _geldvoortgang(self, delen: dict[str, Blok]) -> dict[str, Any]:
        """Read the blocks of the money: its tables go to the data, its text is how it goes."""
        boven, onder = (
            self._geld.lees([d for d in delen[naam].delen if not self._elders(d)])
            if naam in delen
            else None
            for naam in ("financien", "financien_voortgang")
        )
        if onder is not None:
            self._blad.verslag.laat_los(boven or [])
        tekst = (onder if onder is not None else boven) or []
        voortgang = lees_voortgang(tekst, self._blad.woorden, self._blad.verslag)
        if self._geld.soorten:
            voortgang["begrotingswijziging"] = self._geld.soorten
        return voortgang

    def _elders(self, deel: Deel) -> bool:
        """Say whether a table among the money is about something else, and read it."""
        raster = deel.inhoud
        if not isinstance(raster, Raster) or self._geld.is_geldtabel(raster):
            return False
        return self._geplaatst(deel)

    def _basis(self, delen: list[Deel]) -> dict[str, Any]:
        data = lees_basis(delen, self._blad.woorden, self._blad.verslag)
        if self._mijlpalen:
            data["mijlpalen"] = [*data.get("mijlpalen", []), *self._mijlpalen]
        return data


def gekeurd(data: dict[str, Any], blad: Blad) -> Prestatie | None:
    """Make a prestatie; a value that the model refuses is told, and finds no place."""
    for _ in range(_RONDES):
        try:
            return Prestatie.model_validate(data, context={"soort": blad.boekwerk.soort})
        except ValidationError as fout:
            for probleem in vertaal(fout, Herkomst(), Herkomst()):
                waar = probleem.where.pad
                blad.verslag.meld("L3", waar, probleem.message, probleem.hint, "error")
            paden = sorted({tuple(f["loc"]) for f in fout.errors()}, key=len, reverse=True)
            weg = [pad for pad in paden if _haal_weg(data, pad, blad)]
            if not weg:
                break
    blad.verslag.laat_tekst_los(f"{data.get('nummer')} {data.get('titel')}", "")
    return None


def _haal_weg(data: Any, pad: Pad, blad: Blad) -> bool:  # noqa: ANN401  plain data
    """Take a refused value out of the data, or the record that lacks something."""
    for einde in range(len(pad), 0, -1):
        houder = _op(data, pad[: einde - 1])
        sleutel = pad[einde - 1]
        try:
            waarde = houder[sleutel]
        except (KeyError, IndexError, TypeError):
            continue
        if einde == 1 and sleutel in ("nummer", "titel"):
            return False
        blad.verslag.laat_tekst_los(" ".join(_woorden(waarde)), pad_text(pad[:einde]))
        if einde < len(pad) or not isinstance(sleutel, int):
            del houder[sleutel]
        else:
            houder.pop(sleutel)
        return True
    return False


def _op(data: Any, pad: Pad) -> Any:  # noqa: ANN401  plain data
    for sleutel in pad:
        try:
            data = data[sleutel]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _woorden(waarde: Any) -> Iterator[str]:  # noqa: ANN401  plain data
    """Give what was typed in a value."""
    if isinstance(waarde, dict):
        for naam, deel in waarde.items():
            yield f"{naam}: {' '.join(_woorden(deel))}"
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _woorden(deel)
    else:
        yield str(waarde)
