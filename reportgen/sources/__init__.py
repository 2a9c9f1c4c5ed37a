"""Files become a boekwerk: a folder, one YAML or one JSON file; every mistake at once, in Dutch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from reportgen.errors import DataError, Herkomst, Pad, Plaats, Problem, oorzaak, pad_text
from reportgen.model import Boekwerk, volgorde
from reportgen.sources.bestand import lees_tekst
from reportgen.sources.json_bron import lees_json
from reportgen.sources.profielen import load_profiel, los_op
from reportgen.sources.vertaling import vertaal
from reportgen.sources.yaml_bron import Bron, lees_yaml

__all__ = ["load", "load_profiel"]

_LEZERS = {".yaml": lees_yaml, ".yml": lees_yaml, ".json": lees_json}
_HOOFD = "boekwerk"
_MAP = "prestaties"
_ROMMEL = {"Thumbs.db", "desktop.ini"}


def load(source: str | Path) -> Boekwerk:
    """Read a boekwerk from a folder (`boekwerk.yaml` and `prestaties/`), a YAML or a JSON file.

    Where each value came from is kept in `Boekwerk.herkomst`.

    Raises:
        DataError: with every problem of every file.
    """
    try:
        return _lees(Path(source))
    except OSError as fout:
        cure = "controleer de rechten en de lengte van het pad"
        wat = f"deze bron kan niet worden gelezen ({oorzaak(fout)})"
        raise DataError([_d1(Path(source).name, wat, cure)]) from None


def _lees(pad: Path) -> Boekwerk:
    if not pad.exists():
        cure = "controleer het pad, of ga eerst naar de goede map"
        raise DataError([_d1(pad.name, "dit bestand of deze map bestaat niet", cure)])
    if pad.stem == _HOOFD and (pad.parent / _MAP).is_dir():
        pad = pad.parent  # somebody points at the head of a folder
    if pad.is_dir():
        hoofd, secties, problems = _lees_map(pad)
    else:
        hoofd, secties, problems = *_lees_bestand(pad, pad.name), []
    if hoofd is None:
        raise DataError(problems)
    data, herkomst, sleutels = _samen(hoofd, secties)
    problems += [p for bron in (hoofd, *secties) for p in bron.problems]
    if isinstance(data.get("profiel"), str | dict):
        map_ = pad if pad.is_dir() else pad.parent
        opgelost, fouten = los_op(data["profiel"], map_, herkomst.zoek(("profiel",)))
        data["profiel"] = opgelost.data
        herkomst = herkomst.onder(opgelost.waarden, ("profiel",))
        sleutels = sleutels.onder(opgelost.sleutels, ("profiel",))
        problems = [p for p in problems if map_ / p.where.bestand not in opgelost.bestanden]
        problems += fouten
    boekwerk = _valideer(data, herkomst, sleutels, problems)
    if boekwerk and not boekwerk.prestaties and not problems:
        cure = f"maak een map {_MAP} met per prestatie een bestand, bijvoorbeeld 5.1.2.yaml"
        problems.append(_d1(pad.name, "er staan geen prestaties in deze bron", cure))
    if problems or boekwerk is None:
        raise DataError(_op_volgorde(problems, [hoofd, *secties]))
    return boekwerk.met_herkomst(herkomst)


def _op_volgorde(problems: list[Problem], bronnen: list[Bron]) -> list[Problem]:
    """Sort problems as a person works through them: file by file, from top to bottom."""
    rang = {bron.naam: nummer for nummer, bron in enumerate(bronnen)}
    return sorted(
        problems,
        key=lambda p: (
            rang.get(p.where.bestand, len(rang)),
            p.where.bestand,
            p.where.regel or 0,
            p.where.kolom or 0,
        ),
    )


def _lees_map(pad: Path) -> tuple[Bron | None, list[Bron], list[Problem]]:
    """Read the files of a folder; a file that cannot be read does not hide the others."""
    hoofden = [pad / f"{_HOOFD}{eind}" for eind in _LEZERS if (pad / f"{_HOOFD}{eind}").is_file()]
    if len(hoofden) != 1:
        wat = "staat geen" if not hoofden else "staat meer dan één"
        cure = f"zet er één bestand {_HOOFD}.yaml in, met titel, soort en jaar"
        return None, [], [_d1(pad.name, f"in deze map {wat} {_HOOFD}-bestand", cure)]
    bestanden = [hoofden[0], *_sectiebestanden(pad / _MAP)]
    bronnen: list[Bron] = []
    problems = list(_ongelezen(pad))
    for bestand in bestanden:
        try:
            bronnen.append(_lees_bestand(bestand, bestand.relative_to(pad).as_posix())[0])
        except DataError as fout:
            problems += fout.problems
    if problems and not (bronnen and bronnen[0].naam == hoofden[0].name):
        return None, [], problems
    return bronnen[0], bronnen[1:], problems


def _sectiebestanden(pad: Path) -> list[Path]:
    if not pad.is_dir():
        return []
    bestanden = (
        b
        for b in pad.iterdir()
        if b.suffix.lower() in _LEZERS and not b.name.startswith((".", "~$")) and b.is_file()
    )
    return sorted(bestanden, key=lambda b: (volgorde(b.stem), b.name))


def _ongelezen(pad: Path) -> Iterator[Problem]:
    """Find what looks like a section and would not be read, so that none is missing unnoticed."""
    los = [b for b in pad.iterdir() if b.suffix.lower() in _LEZERS and b.stem.lower() != _HOOFD]
    sectiemap = pad / _MAP
    inhoud = list(sectiemap.iterdir()) if sectiemap.is_dir() else []
    vreemd = [b for b in inhoud if b.suffix.lower() not in _LEZERS or not b.is_file()]
    for bestand in sorted(los + vreemd):
        if not bestand.name.startswith((".", "~$")) and bestand.name not in _ROMMEL:
            cure = f"zet het als .yaml in de map {_MAP}, of haal het hier weg"
            naam = bestand.relative_to(pad).as_posix()
            yield _d1(naam, "dit bestand of deze map wordt niet gelezen", cure)


def _lees_bestand(pad: Path, naam: str) -> tuple[Bron, list[Bron]]:
    lezer = _LEZERS.get(pad.suffix.lower())
    if lezer is None:
        cure = f"geef een map, of een bestand dat eindigt op {', '.join(_LEZERS)}"
        raise DataError([_d1(naam, "dit soort bestand kan reportgen niet lezen", cure)])
    bron = lezer(lees_tekst(pad, naam), naam)
    if not isinstance(bron.data, dict):
        leeg = bron.data is None
        tekst = "het bestand is leeg" if leeg else "het bestand bevat geen namen met waarden"
        bron.meld("D2", (1, 1), (tekst, "schrijf regels als naam: waarde"))
        raise DataError(bron.problems)
    return bron, []


def _samen(hoofd: Bron, secties: list[Bron]) -> tuple[dict[str, Any], Herkomst, Herkomst]:
    """Put head and sections together, and every place under its path in the whole."""
    data = dict(hoofd.data)
    waarden, sleutels = _plaatsen(hoofd, ()), _plaatsen(hoofd, (), sleutels=True)
    los = data.get(_MAP) or []
    if secties and isinstance(los, list):
        for nummer, bron in enumerate(secties, start=len(los)):
            waarden |= _plaatsen(bron, (_MAP, nummer))
            sleutels |= _plaatsen(bron, (_MAP, nummer), sleutels=True)
        data[_MAP] = [*los, *(bron.data for bron in secties)]
    return data, Herkomst(waarden), Herkomst({**waarden, **sleutels})


def _plaatsen(bron: Bron, voor: Pad, *, sleutels: bool = False) -> dict[Pad, Plaats]:
    """Give the places of a file's values, or of its keys, under their paths in the boekwerk."""
    nummers = _nummers(bron.data, voor)
    return {
        (*voor, *pad): Plaats(
            bron.naam, regel, kolom, nummer=nummers.get((*voor, *pad)[:2], ""), pad=pad_text(pad)
        )
        for pad, (regel, kolom) in (bron.sleutels if sleutels else bron.waarden).items()
    }


def _nummers(data: dict[str, Any], voor: Pad) -> dict[Pad, str]:
    """Say which prestatie each path of the boekwerk belongs to, by its first two steps."""
    if voor:
        return {voor: _nummer(data)}
    secties = data.get(_MAP)
    gevuld = enumerate(secties) if isinstance(secties, list) else ()
    return {(_MAP, i): _nummer(s) for i, s in gevuld if isinstance(s, dict)}


def _nummer(sectie: dict[str, Any]) -> str:
    """Give the number of a section where it is one: what is left open, or is a list, names none."""
    nummer = sectie.get("nummer")
    return "" if nummer is None or isinstance(nummer, dict | list) else str(nummer)


def _valideer(
    data: dict[str, Any], herkomst: Herkomst, sleutels: Herkomst, problems: list[Problem]
) -> Boekwerk | None:
    if data.pop("cijfers", None):
        tekst = "cijfers uit een grootboek worden in deze versie nog niet ingelezen"
        cure = "haal cijfers weg en zet de bedragen bij de prestaties"
        problems.append(Problem("D5", "error", sleutels.zoek(("cijfers",)), tekst, cure))
    try:
        return Boekwerk.model_validate(data, context={"soort": data.get("soort")})
    except ValidationError as fout:
        problems += vertaal(fout, herkomst, sleutels)
        return None


def _d1(naam: str, tekst: str, cure: str) -> Problem:
    return Problem("D1", "error", Plaats(naam), tekst, cure)
