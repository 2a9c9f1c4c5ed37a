"""The files of a source become plain data, with the place of every value; nothing is typed yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from reportgen.errors import DataError, Herkomst, Lagen, Pad, Plaats, Problem
from reportgen.model import volgorde
from reportgen.sources.bestand import lees_tekst
from reportgen.sources.json_bron import lees_json
from reportgen.sources.profielen import los_op
from reportgen.sources.vindplaatsen import Bestand, Vindplaatsen
from reportgen.sources.yaml_bron import Bron, lees_yaml

LEZERS = {".yaml": lees_yaml, ".yml": lees_yaml, ".json": lees_json}
WERKMAPPEN = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
"""What a workbook is called; all but the first are refused in words of their own."""
_HOOFD = "boekwerk"
SECTIES = "prestaties"
_ROMMEL = {"Thumbs.db", "desktop.ini"}
Teksten = Mapping[Path, str]
"""Texts that are read in place of what files hold."""
_GEEN: Teksten = {}


@dataclass(slots=True)
class Gelezen:
    """What the files of a source held."""

    naam: str
    data: dict[str, Any]
    herkomst: Herkomst
    """The places of the values."""
    sleutels: Herkomst
    """The places of the keys."""
    bestanden: list[str]
    """The names of the files, in the order in which they were read."""
    problems: list[Problem]
    bladen: list[str] = field(default_factory=list)
    """The names of the sheets of a workbook, in order."""
    gemeld: set[str] = field(default_factory=set)
    """Cells that hold what cannot be read: the model is not to miss a value there."""


def lees(pad: Path, teksten: Teksten = _GEEN) -> Gelezen:
    """Read the files of a source: a folder, a YAML or a JSON file.

    Args:
        pad: the source.
        teksten: what to read in place of what some of its files hold.

    Raises:
        DataError: there is no such source, or its head cannot be read.
        OSError: the system refuses.
    """
    if not pad.exists():
        cure = "controleer het pad, of ga eerst naar de goede map"
        raise DataError([_d1(pad.name, "dit bestand of deze map bestaat niet", cure)])
    if pad.stem == _HOOFD and (pad.parent / SECTIES).is_dir():
        pad = pad.parent  # somebody points at the head of a folder
    if pad.is_dir():
        hoofd, secties, problems = _lees_map(pad, teksten)
    else:
        hoofd, secties, problems = *_lees_bestand(pad, pad.name, teksten), []
    if hoofd is None:
        raise DataError(problems)
    data, herkomst, sleutels = _samen(hoofd, secties)
    problems += [p for bron in (hoofd, *secties) for p in bron.problems]
    namen = [bron.naam for bron in (hoofd, *secties)]
    gelezen = Gelezen(pad.name, data, herkomst, sleutels, namen, problems)
    met_profiel(gelezen, pad if pad.is_dir() else pad.parent)
    return gelezen


def met_profiel(gelezen: Gelezen, map_: Path) -> None:
    """Put in place of what `profiel` names all that it stands for, with the places of it all."""
    profiel = gelezen.data.get("profiel")
    if not isinstance(profiel, str | dict):
        return
    opgelost, fouten = los_op(profiel, map_, gelezen.herkomst.zoek(("profiel",)))
    gelezen.data["profiel"] = opgelost.data
    gelezen.herkomst = gelezen.herkomst.onder(opgelost.waarden, ("profiel",))
    gelezen.sleutels = gelezen.sleutels.onder(opgelost.sleutels, ("profiel",))
    gelezen.problems = [
        p for p in gelezen.problems if map_ / p.where.bestand not in opgelost.bestanden
    ]
    gelezen.problems += fouten


def _lees_map(pad: Path, teksten: Teksten) -> tuple[Bron | None, list[Bron], list[Problem]]:
    """Read the files of a folder; a file that cannot be read does not hide the others."""
    hoofden = [pad / f"{_HOOFD}{eind}" for eind in LEZERS if (pad / f"{_HOOFD}{eind}").is_file()]
    if len(hoofden) != 1:
        wat = "staat geen" if not hoofden else "staat meer dan één"
        cure = f"zet er één bestand {_HOOFD}.yaml in, met titel, soort en jaar"
        return None, [], [_d1(pad.name, f"in deze map {wat} {_HOOFD}-bestand", cure)]
    bestanden = [hoofden[0], *_sectiebestanden(pad / SECTIES)]
    bronnen: list[Bron] = []
    gedeeld: dict[Any, Any] = {}
    problems = list(_ongelezen(pad))
    for bestand in bestanden:
        try:
            bron = _lees_bestand(bestand, bestand.relative_to(pad).as_posix(), teksten)[0]
            bronnen.append(_zuinig(bron, gedeeld))
        except DataError as fout:
            problems += fout.problems
    if problems and not (bronnen and bronnen[0].naam == hoofden[0].name):
        return None, [], problems
    return bronnen[0], bronnen[1:], problems


def _zuinig(bron: Bron, gedeeld: dict[Any, Any]) -> Bron:
    """Let equal paths and places be the same ones: files of prestaties are much alike."""
    deel = gedeeld.setdefault
    waarden, sleutels = (
        {deel(pad, pad): deel(plek, plek) for pad, plek in plekken.items()}
        for plekken in (bron.waarden, bron.sleutels)
    )
    return replace(bron, waarden=waarden, sleutels=sleutels)


def _sectiebestanden(pad: Path) -> list[Path]:
    if not pad.is_dir():
        return []
    bestanden = (
        b
        for b in pad.iterdir()
        if b.suffix.lower() in LEZERS and not b.name.startswith((".", "~$")) and b.is_file()
    )
    return sorted(bestanden, key=lambda b: (volgorde(b.stem), b.name))


def _ongelezen(pad: Path) -> Iterator[Problem]:
    """Find what looks like a section and would not be read, so that none is missing unnoticed."""
    los = [b for b in pad.iterdir() if b.suffix.lower() in LEZERS and b.stem.lower() != _HOOFD]
    sectiemap = pad / SECTIES
    inhoud = list(sectiemap.iterdir()) if sectiemap.is_dir() else []
    vreemd = [b for b in inhoud if b.suffix.lower() not in LEZERS or not b.is_file()]
    for bestand in sorted(los + vreemd):
        if not bestand.name.startswith((".", "~$")) and bestand.name not in _ROMMEL:
            cure = f"zet het als .yaml in de map {SECTIES}, of haal het hier weg"
            naam = bestand.relative_to(pad).as_posix()
            yield _d1(naam, "dit bestand of deze map wordt niet gelezen", cure)


def _lees_bestand(pad: Path, naam: str, teksten: Teksten) -> tuple[Bron, list[Bron]]:
    lezer = LEZERS.get(pad.suffix.lower())
    if lezer is None:
        einden = ", ".join((*LEZERS, WERKMAPPEN[0]))
        cure = f"geef een map, of een bestand dat eindigt op {einden}"
        raise DataError([_d1(naam, "dit soort bestand kan reportgen niet lezen", cure)])
    tekst = teksten[pad] if pad in teksten else lees_tekst(pad, naam)
    bron = lezer(tekst, naam)
    if not isinstance(bron.data, dict):
        leeg = bron.data is None
        tekst = "het bestand is leeg" if leeg else "het bestand bevat geen namen met waarden"
        bron.meld("D2", (1, 1), (tekst, "schrijf regels als naam: waarde"))
        raise DataError(bron.problems)
    return bron, []


def _samen(hoofd: Bron, secties: list[Bron]) -> tuple[dict[str, Any], Herkomst, Herkomst]:
    """Put head and sections together, and every place under its path in the whole."""
    data = dict(hoofd.data)
    bronnen: dict[Pad, Bron] = {(): hoofd}
    los = data.get(SECTIES) or []
    if secties and isinstance(los, list):
        bronnen |= {(SECTIES, plek): bron for plek, bron in enumerate(secties, start=len(los))}
        data[SECTIES] = [*los, *(bron.data for bron in secties)]
    nummers = _nummers(data)
    waarden, sleutels = (
        Vindplaatsen(
            {voor: Bestand(bron.naam, getattr(bron, wat)) for voor, bron in bronnen.items()},
            nummers,
        )
        for wat in ("waarden", "sleutels")
    )
    return data, Herkomst(waarden), Herkomst(Lagen((sleutels, waarden)))


def _nummers(data: dict[str, Any]) -> dict[Pad, str]:
    """Say which prestatie each path of the boekwerk belongs to, by its first two steps."""
    secties = data.get(SECTIES)
    gevuld = enumerate(secties) if isinstance(secties, list) else ()
    return {(SECTIES, i): _nummer(s) for i, s in gevuld if isinstance(s, dict)}


def _nummer(sectie: dict[str, Any]) -> str:
    """Give the number of a section where it is one: what is left open, or is a list, names none."""
    nummer = sectie.get("nummer")
    return "" if nummer is None or isinstance(nummer, dict | list) else str(nummer)


def _d1(naam: str, tekst: str, cure: str) -> Problem:
    return Problem("D1", "error", Plaats(naam), tekst, cure)
