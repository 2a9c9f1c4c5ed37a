"""A boekwerk becomes a folder of YAML that people go on writing in; `load` reads it back equal.

Written in the order of the model, one value a line; what is as the model has it anyway is left
out. A text stands bare where no reader of YAML could take it for something else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

import yaml

from reportgen.model import Boekwerk, Onderdeel, Prestatie, Profiel, schrijf_getal, volgorde
from reportgen.sources.getypt import zonder_grootboek
from reportgen.sources.profielen import load_profiel, profielnamen

BREED = 80
"""From how many characters on a text gets lines of its own."""

_BIJZONDER = set("-?:,[]{}#&*!|>'\"%@`")
"""The characters with which YAML begins something else than a text."""

_TEKST = "tag:yaml.org,2002:str"
_LEZER = yaml.resolver.Resolver()


def dump(boekwerk: Boekwerk) -> dict[str, str]:
    """Give the files of a folder by their names: `boekwerk.yaml`, and one of each prestatie.

    `load` reads prestaties in the order of their numbers. What came from a ledger that the head
    names stays in that ledger.
    """
    boekwerk = zonder_grootboek(boekwerk)
    hoofd = boekwerk.model_copy(update={"prestaties": ()})
    op_volgorde = sorted(boekwerk.prestaties, key=lambda p: volgorde(p.nummer))
    namen = zip(_namen(op_volgorde), op_volgorde, strict=True)
    secties = {f"prestaties/{naam}.yaml": _bestand(prestatie) for naam, prestatie in namen}
    return {"boekwerk.yaml": _bestand(hoofd), **secties}


def _namen(prestaties: Iterable[Prestatie]) -> Iterator[str]:
    """Give each a name that no other has, in capitals or not."""
    gebruikt: dict[str, int] = {}
    for prestatie in prestaties:
        sleutel = prestatie.nummer.casefold()
        gebruikt[sleutel] = volgnummer = gebruikt.get(sleutel, 0) + 1
        yield prestatie.nummer if volgnummer == 1 else f"{prestatie.nummer} ({volgnummer})"


def _bestand(onderdeel: Onderdeel) -> str:
    return "".join(f"{regel}\n" for regel in _velden(onderdeel))


def _velden(onderdeel: Onderdeel) -> Iterator[str]:
    """Give the lines of a record. Whether it is a concept is always said."""
    for naam, veld in type(onderdeel).model_fields.items():
        waarde = getattr(onderdeel, naam)
        anders = waarde is not None and waarde != veld.default
        if anders or (naam == "status" and waarde):
            yield from regels_van(naam, waarde)


def regels_van(naam: str, waarde: object) -> Iterator[str]:
    """Give the lines of a key with its value."""
    erachter, eronder = schrijf(waarde)
    yield f"{naam}: {erachter}" if erachter else f"{naam}:"
    yield from ingesprongen(eronder)


def schrijf(waarde: object) -> tuple[str, list[str]]:
    """Give what stands behind a key, and the lines below it; a mapping is a record as data."""
    match waarde:
        case Profiel() if _is_meegeleverd(waarde):
            return waarde.naam, []
        case Onderdeel():
            regels = list(_velden(waarde))
            return ("", regels) if regels else ("{}", [])
        case dict():
            regels = [r for naam, deel in waarde.items() for r in regels_van(naam, deel)]
            return ("", regels) if regels else ("{}", [])
        case tuple():
            regels = [regel for deel in waarde for regel in punt(deel)]
            return ("", regels) if regels else ("[]", [])
        case str() if "\n" in waarde or (len(waarde) > BREED and " " in waarde):
            return "|", waarde.split("\n")
        case _:
            return scalar(waarde), []


def _is_meegeleverd(profiel: Profiel) -> bool:
    """Say whether a profile is a shipped one, to the letter: then its name says it all."""
    return profiel.naam in profielnamen() and profiel == load_profiel(profiel.naam)


def punt(deel: object) -> Iterator[str]:
    """Give the lines of one item of a list; a record begins behind the dash."""
    erachter, eronder = schrijf(deel)
    if not erachter:
        erachter, *eronder = eronder
    yield f"- {erachter}"
    yield from ingesprongen(eronder)


def ingesprongen(regels: Iterable[str]) -> Iterator[str]:
    """Give lines two places to the right; a blank line stays one."""
    return (f"  {regel}" if regel else regel for regel in regels)


def scalar(waarde: object) -> str:
    """Write a value on one line."""
    match waarde:
        case Decimal():
            return schrijf_getal(waarde)
        case date():
            return waarde.isoformat()
        case str() if not kan_kaal(waarde):
            return json.dumps(waarde, ensure_ascii=False)
        case _:
            return str(waarde)


def kan_kaal(tekst: str) -> bool:
    """Say whether a text on one line is that text for every reader of YAML, without quotes."""
    gewoon = bool(tekst) and tekst == tekst.strip() and tekst[0] not in _BIJZONDER
    los = "\t" in tekst or ": " in tekst or " #" in tekst or tekst.endswith(":")
    if los or not gewoon:
        return False
    opgevat = _LEZER.resolve(yaml.ScalarNode, tekst, (True, False))  # type: ignore[no-untyped-call]
    return bool(opgevat == _TEKST)
