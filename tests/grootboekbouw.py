"""Ledgers (grootboeken) beside a source: small folders whose figures come from elsewhere."""

from __future__ import annotations

from pathlib import Path

from bronnen import HOOFD, problemen

from reportgen import load
from reportgen.model import Boekwerk

KOPPEN = "Prestatie;Soort;Omschrijving;Kolom;Bedrag"
LANG = (
    "{prestatie: Prestatie, soort: Soort, omschrijving: Omschrijving, kolom: Kolom, bedrag: Bedrag}"
)
"""A row for each amount."""
BREED = "{prestatie: Prestatie, soort: Soort, omschrijving: Omschrijving}"
"""A row for each regel, with a column for each amount."""
ELDERS = "elders: [8.1.5]\n"


def bron(
    folder: Path,
    *rijen: str,
    koppen: str = KOPPEN,
    kolommen: str = LANG,
    erbij: str = "",
    secties: dict[str, str] | None = None,
) -> Path:
    """Write a monitor with its ledger, `grootboek.csv`; `erbij` are lines under `cijfers`."""
    inhoud = "\n".join(["cijfers:", "  bestand: grootboek.csv", f"  kolommen: {kolommen}", erbij])
    (folder / "grootboek.csv").write_text("\n".join([koppen, *rijen]) + "\n", "utf-8")
    return met_cijfers(folder, inhoud, secties)


def met_cijfers(folder: Path, cijfers: str, secties: dict[str, str] | None = None) -> Path:
    """Write a monitor that says this of its figures; each section is `financien:` by number."""
    (folder / "prestaties").mkdir(exist_ok=True)
    (folder / "boekwerk.yaml").write_text(f"{HOOFD}{ELDERS}{cijfers}\n", "utf-8")
    for nummer, geld in (secties or {"5.1.2": ""}).items():
        tekst = f"nummer: {nummer}\ntitel: Titel\n{geld}"
        (folder / "prestaties" / f"{nummer}.yaml").write_text(tekst, "utf-8")
    return folder


def regels(boekwerk: Boekwerk, nummer: str = "5.1.2") -> list[tuple[str, dict[str, str]]]:
    """Give the regels of a prestatie as a person would read them: name, amounts by column."""
    geld = boekwerk.prestatie(nummer).financien
    return [
        (
            f"{regel.soort} {regel.omschrijving or ''}".strip(),
            {kolom: f"{bedrag:f}" for kolom, bedrag in regel.bedragen.gegeven().items()},
        )
        for regel in (geld.regels if geld else ())
    ]


def gelezen(folder: Path) -> list[tuple[str, dict[str, str]]]:
    """Read a source, and give the regels of 5.1.2."""
    return regels(load(folder))


def fouten(folder: Path) -> list[str]:
    """Give what is wrong with a source, without `fout D5 · grootboek.csv, ` where it begins so."""
    return [p.removeprefix("fout ").replace(" · grootboek.csv, ", " · ") for p in problemen(folder)]
