"""Profiles by name or file: looked up, inherited, and handed to the model as one.

A profile says what differs from its `basis`; that is a shipped one (`standaard`, `overijssel`,
`zuid-holland`) or a YAML file beside the source. Records are merged field by field, a list takes
the place of the list that it inherits.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from reportgen.errors import DataError, Herkomst, Pad, Plaats, Problem, pad_text
from reportgen.model import Profiel
from reportgen.sources.bestand import lees_tekst
from reportgen.sources.vertaling import vertaal
from reportgen.sources.yaml_bron import Bron, lees_yaml

_MAP = Path(__file__).parents[1] / "profielen"
_EINDEN = (".yaml", ".yml")
_STANDAARD = "standaard"
_DIEPSTE = 8
Plaatsen = dict[Pad, Plaats]


@dataclass(slots=True)
class Opgelost:
    """A profile and all that it inherits: plain data, the places of its values and of its keys."""

    data: dict[str, Any] = field(default_factory=dict)
    waarden: Plaatsen = field(default_factory=dict)
    sleutels: Plaatsen = field(default_factory=dict)
    bestanden: list[Path] = field(default_factory=list)
    """The files that were read beside the source."""

    def bedek(self, data: dict[str, Any], waarden: Plaatsen, sleutels: Plaatsen) -> None:
        """Lay settings over what is there."""
        for pad in list(_vervangen(self.data, data, ())):
            for plaatsen in (self.waarden, self.sleutels):
                for oud in [p for p in plaatsen if p[: len(pad)] == pad]:
                    del plaatsen[oud]
        self.data = _leg_over(self.data, data)
        self.waarden |= waarden
        self.sleutels |= sleutels


def profielnamen() -> list[str]:
    """Give the names of the shipped profiles."""
    return sorted(pad.stem for pad in _MAP.glob("*.yaml"))


def load_profiel(naam: str | Path) -> Profiel:
    """Read a profile: a shipped one by its name, or a YAML file.

    Raises:
        DataError: with every problem of the profile and of those that it inherits from.
    """
    opgelost, problems = los_op(str(naam), Path(), Plaats())
    if problems:
        raise DataError(problems)
    try:
        return Profiel.model_validate(opgelost.data)
    except ValidationError as fout:
        problems = vertaal(fout, Herkomst(opgelost.waarden), Herkomst(opgelost.sleutels))
        raise DataError(problems) from None


def los_op(
    profiel: str | dict[str, Any], map_: Path, plaats: Plaats
) -> tuple[Opgelost, list[Problem]]:
    """Look up what a source says under `profiel`: a name, a file, or settings of its own.

    Args:
        profiel: what stands there.
        map_: the folder that a file is looked for in.
        plaats: where it stands, for a message.

    Returns:
        All that could be looked up, and why the rest could not.
    """
    opgelost = Opgelost()
    lagen: list[_Laag] = []
    problems: list[Problem] = []
    try:
        lagen.extend(_lagen(profiel, map_, plaats, ()))
    except DataError as fout:
        problems = list(fout.problems)
    for data, bron, pad in reversed(lagen):
        opgelost.bedek(data, *(_plaatsen(bron) if bron else ({}, {})))
        opgelost.bestanden += [pad] if pad else []
    return opgelost, problems


_Laag = tuple[dict[str, Any], Bron | None, Path | None]


def _lagen(
    profiel: str | dict[str, Any], map_: Path, plaats: Plaats, weg: tuple[str, ...]
) -> Iterator[_Laag]:
    """Give the layers of a profile, its own settings first."""
    if isinstance(profiel, dict):
        profiel, eigen = _zonder_basis(profiel)
        yield eigen, None, None
    if profiel in ("", _STANDAARD):
        return
    if profiel in weg or len(weg) > _DIEPSTE:
        wat = f"het profiel ‘{profiel}’ erft van zichzelf ({' → '.join([*weg, profiel])})"
        raise _fout(plaats, wat, "geef een van deze profielen een andere basis")
    pad = _bestand(profiel, map_, plaats)
    bron = _lees(pad)
    basis, eigen = _zonder_basis(bron.data)
    yield {"naam": pad.stem, **eigen}, bron, pad if pad.parent != _MAP else None
    regel, kolom = bron.waarden.get(("basis",), (None, None))
    waar = Plaats(pad.name, regel, kolom, pad="basis")
    yield from _lagen(basis, pad.parent, waar, (*weg, profiel))


def _zonder_basis(profiel: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Take the basis out of settings; what is no name stays, for the model to object to."""
    basis = profiel.get("basis", _STANDAARD)
    if not isinstance(basis, str):
        return _STANDAARD, profiel
    return basis, {sleutel: waarde for sleutel, waarde in profiel.items() if sleutel != "basis"}


def _lees(pad: Path) -> Bron:
    bron = lees_yaml(lees_tekst(pad, pad.name), pad.name)
    if bron.problems:
        raise DataError(bron.problems)
    if not isinstance(bron.data, dict):
        wat = "dit profiel heeft geen instellingen"
        raise _fout(Plaats(pad.name), wat, "schrijf instellingen als naam: waarde")
    return bron


def _bestand(profiel: str, map_: Path, plaats: Plaats) -> Path:
    """Find the file of a profile: beside the source, or among the shipped ones."""
    if Path(profiel).suffix.lower() in _EINDEN:
        pad = map_ / profiel
        if pad.is_file():
            return pad
        wat = f"het profiel ‘{profiel}’ bestaat niet"
        raise _fout(plaats, wat, "geef het pad van het bestand, gezien vanuit deze map")
    namen = profielnamen()
    if profiel in namen:
        return _MAP / f"{profiel}.yaml"
    dichtbij = difflib.get_close_matches(profiel, namen, n=1)
    bedoeld = f"bedoelt u ‘{dichtbij[0]}’? " if dichtbij else ""
    cure = f"{bedoeld}kies uit {', '.join(namen)}, of geef een .yaml-bestand"
    raise _fout(plaats, f"het profiel ‘{profiel}’ bestaat niet", cure)


def _plaatsen(bron: Bron) -> tuple[Plaatsen, Plaatsen]:
    waarden, sleutels = (
        {pad: Plaats(bron.naam, *plek, pad=pad_text(pad)) for pad, plek in plekken.items() if pad}
        for plekken in (bron.waarden, bron.sleutels)
    )
    return waarden, sleutels


def _leg_over(onder: dict[str, Any], boven: dict[str, Any]) -> dict[str, Any]:
    samen = dict(onder)
    for sleutel, waarde in boven.items():
        oud = samen.get(sleutel)
        if isinstance(oud, dict) and isinstance(waarde, dict):
            samen[sleutel] = _leg_over(oud, waarde)
        else:
            samen[sleutel] = waarde
    return samen


def _vervangen(onder: dict[str, Any], boven: dict[str, Any], voor: Pad) -> Iterator[Pad]:
    """Give the paths whose old value, with all that is in it, makes way."""
    for sleutel, waarde in boven.items():
        oud = onder.get(sleutel)
        if isinstance(oud, dict) and isinstance(waarde, dict):
            yield from _vervangen(oud, waarde, (*voor, sleutel))
        elif sleutel in onder:
            yield (*voor, sleutel)


def _fout(plaats: Plaats, wat: str, cure: str) -> DataError:
    return DataError([Problem("D1", "error", plaats, wat, cure)])
