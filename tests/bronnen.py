"""Sources (bronnen) on disk: the smallest that load, and what load says of those that do not."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from reportgen import Boekwerk, DataError, load
from reportgen.sources.schrijven import dump

HOOFD = """\
versie: 1
organisatie: Provincie IJsselmark
soort: monitor
titel: Monitor 2017-I
jaar: 2017
peildatum: 2017-04-01
"""
SECTIE = """\
nummer: 5.1.2
titel: Topwerklocaties
"""
BOEK = f"{HOOFD}prestaties:\n  - nummer: 5.1.2\n    titel: Topwerklocaties\n"
JSON = """\
{
\t"$schema": "../schema/boekwerk.schema.json",
\t"versie": 1, "organisatie": "Provincie IJsselmark", "soort": "monitor",
\t"titel": "Monitor 2017-I", "jaar": 2017, "peildatum": "2017-04-01",
\t"prestaties": [{"nummer": "5.1.2", "titel": "Topwerklocaties"}]
}
"""


_ENGELS = re.compile(
    r"\b(?:no such|file|directory|is a|expect\w*|found|while|line|column|error|token|character"
    r"|codec|byte|string|quote\w*|invalid|unexpected)\b",
    re.IGNORECASE,
)


def bewaar(folder: Path, **inhoud: str | bytes) -> Path:
    """Write files in a folder, `a__b` as `a/b.yaml`; give the folder."""
    for naam, tekst in inhoud.items():
        pad = folder / f"{naam.replace('__', '/')}.yaml"
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(tekst if isinstance(tekst, bytes) else tekst.encode())
    return folder


def bestand(folder: Path, inhoud: str | bytes, naam: str = "boek.yaml") -> Path:
    """Write one file; give its path."""
    pad = folder / naam
    pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
    return pad


def problemen(bron: Path) -> list[str]:
    """Give what load says of a source that it refuses: in Dutch, each with a cure."""
    with pytest.raises(DataError) as fout:
        load(bron)
    teksten = [str(problem) for problem in fout.value.problems]
    assert [tekst for tekst in teksten if _ENGELS.search(tekst) or "→" not in tekst] == []
    return teksten


def opnieuw_gelezen(boekwerk: Boekwerk) -> Boekwerk:
    """Write a boekwerk as a folder, and read that folder."""
    with TemporaryDirectory() as folder:
        for naam, tekst in dump(boekwerk).items():
            pad = Path(folder) / naam
            pad.parent.mkdir(exist_ok=True)
            pad.write_text(tekst, "utf-8", newline="")
        return load(folder)
