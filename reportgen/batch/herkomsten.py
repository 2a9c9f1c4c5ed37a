"""Which files the data of a chapter came from, and the hashes of their bytes."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from reportgen.batch.vingerafdruk import sha256

if TYPE_CHECKING:
    from reportgen.model import Boekwerk


class Herkomsten:
    """The files behind the chapters of a boekwerk, seen from its source; never a whole path."""

    def __init__(self, boekwerk: Boekwerk, source: str | Path | None) -> None:
        self._boekwerk = boekwerk
        self._map = _map(Path(source)) if source else None
        self._gedeeld = lru_cache(maxsize=64)(self._hash)

    def van(self, plek: int) -> dict[str, str]:
        """Give the files behind a prestatie, by its place in the boekwerk, each with its hash."""
        eigen = self._boekwerk.herkomst.zoek(("prestaties", plek)).bestand
        namen = {eigen, *self._hoofd, *self._cijfers.get(plek, ())} - {""}
        hashes = {naam: self._gedeeld(naam) for naam in namen - {eigen}}
        if eigen:
            hashes[eigen] = self._gedeeld(eigen) if eigen in self._hoofd else self._hash(eigen)
        return {_naam(naam): hashes[naam] for naam in sorted(hashes)}

    @cached_property
    def _hoofd(self) -> frozenset[str]:
        """The files behind all chapters: the head, and a profile of one's own."""
        herkomst = self._boekwerk.herkomst
        plaatsen = herkomst.plaatsen
        profiel = {plaatsen[pad].bestand for pad in plaatsen if pad[:1] == ("profiel",)}
        return frozenset({herkomst.zoek(()).bestand, *profiel})

    @cached_property
    def _cijfers(self) -> dict[int, set[str]]:
        """The files behind figures that come from a ledger, by the place of the prestatie."""
        gevonden: dict[int, set[str]] = {}
        if self._boekwerk.cijfers:
            for pad, plaats in self._boekwerk.herkomst.plaatsen.items():
                if len(pad) > 1 and pad[0] == "prestaties":
                    gevonden.setdefault(int(pad[1]), set()).add(plaats.bestand)
        return gevonden

    def _hash(self, naam: str) -> str:
        pad = self._map / naam if self._map else None
        try:
            return sha256(pad.read_bytes()) if pad and pad.is_file() else ""
        except (OSError, ValueError):
            return ""


def _map(source: Path) -> Path:
    return source if source.is_dir() else source.parent


def _naam(naam: str) -> str:
    """Give a name that tells nothing of a machine."""
    heel = Path(naam).is_absolute() or PureWindowsPath(naam).drive
    return PureWindowsPath(naam).name if heel else naam
