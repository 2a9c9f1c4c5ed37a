"""P-rules: a profile that weighs the rules names rules that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from reportgen.checks.registry import Vondst, catalogue, data_rule
from reportgen.model import Boekwerk, volgorde

_VAST = re.compile(r"[BDW][0-9]+")
"""What a reader, a template or a disk objects to; it has no place in the catalogue."""


@data_rule("P1", "error", "het profiel noemt alleen controles die bestaan, en elk één keer")
def controles(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """Every rule that the profile weighs is in the catalogue, and stands there once."""
    bekend = sorted(catalogue(), key=volgorde)
    gezien: set[str] = set()
    for plek, controle in enumerate(boekwerk.profiel.controles):
        pad = ("profiel", "controles", plek, "regel")
        if controle.regel not in bekend:
            yield Vondst(pad, _onbekend(controle.regel, bekend), f"kies uit: {', '.join(bekend)}")
        elif controle.regel in gezien:
            wat = f"controle {controle.regel} staat twee keer in het profiel"
            yield Vondst(pad, wat, "laat er één staan; nu telt de laatste")
        gezien.add(controle.regel)


def _onbekend(regel: str, bekend: list[str]) -> str:
    if _VAST.fullmatch(regel):
        return f"‘{regel}’ is geen controle van de catalogus: zo'n fout telt altijd"
    lijken = get_close_matches(regel.upper(), bekend)
    bedoeld = f"; bedoelt u {' of '.join(f'‘{naam}’' for naam in lijken)}?" if lijken else ""
    return f"controle ‘{regel[:60]}’ bestaat niet{bedoeld}"
