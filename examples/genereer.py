"""Writes a source of many prestaties of a province that does not exist.

    python examples/genereer.py --aantal 300 --soort monitor --out DIR

The same arguments give the same files. The three kinds of document of one number of prestaties
follow each other: the figures that one opens with are those of the one before.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from fictie.boek import maak
from fictie.boom import hoogste_aantal

from reportgen.model import Boekwerk, Soort
from reportgen.sources.schrijven import dump


def boekwerk(aantal: int, soort: Soort = "monitor") -> Boekwerk:
    """Make a boekwerk of so many prestaties, without writing anything.

    Raises:
        ValueError: there cannot be so many.
    """
    if not 1 <= aantal <= hoogste_aantal():
        raise ValueError(f"het aantal is {aantal}; kies 1 tot en met {hoogste_aantal()}")
    return maak(aantal, soort)


def schrijf(boek: Boekwerk, map_: Path) -> None:
    """Write the files of a boekwerk into a folder."""
    for naam, inhoud in dump(boek).items():
        pad = map_ / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(inhoud, "utf-8", newline="\n")


def main(argumenten: Sequence[str] | None = None) -> None:
    """Read the arguments and write the folder."""
    lezer = argparse.ArgumentParser(description="Maakt een bron met veel verzonnen prestaties.")
    lezer.add_argument("--aantal", type=int, default=300, help="hoeveel prestaties")
    lezer.add_argument("--soort", choices=get_args(Soort), default="monitor")
    lezer.add_argument("--out", type=Path, required=True, help="de map die de bron wordt")
    keuzes = lezer.parse_args(argumenten)
    if (keuzes.out / "boekwerk.yaml").exists():
        lezer.error(f"in {keuzes.out} staat al een bron; kies een andere map")
    try:
        boek = boekwerk(keuzes.aantal, keuzes.soort)
    except ValueError as fout:
        lezer.error(str(fout))
    schrijf(boek, keuzes.out)
    print(f"{keuzes.aantal} prestaties geschreven in {keuzes.out}.")


if __name__ == "__main__":
    main()
