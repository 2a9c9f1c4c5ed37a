"""What Excel lets a person type in a column: a list to choose from, a number, a day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation

from reportgen.sources.werkmap.velden import Veld, Veldsoort

_GROOT = "999999999999999"
_Soort = Literal["decimal", "date", "whole"]
_Stijl = Literal["stop", "warning"]


_GETALLEN: Mapping[Veldsoort, tuple[_Soort, str, str, str]] = {
    "bedrag": (
        "decimal",
        "0",
        _GROOT,
        "Typ een bedrag in euro's, zonder minteken en zonder punten: 1350000 of 1250,50.",
    ),
    "mutatie": (
        "decimal",
        f"-{_GROOT}",
        _GROOT,
        "Typ een bedrag in euro's, zonder punten, met een min als het omlaag gaat: -125000.",
    ),
    "meetwaarde": (
        "decimal",
        f"-{_GROOT}",
        _GROOT,
        "Typ een getal, in de eenheid van de indicator.",
    ),
    "datum": ("date", "61", "2958465", "Typ een dag, bijvoorbeeld 1-4-2017."),
    "jaar": ("whole", "1900", "2199", "Typ een jaar van vier cijfers, zoals 2017."),
    "geheel": ("whole", "0", "999999", "Typ een geheel getal."),
}
"""Of what is counted: its kind, the least, the most, and what to type."""


def keuze(veld: Veld) -> DataValidation | None:
    """Give the rule for a column, with what Excel says when it is broken; None where all may."""
    if veld.keuzen:
        regel = _lijst(f'"{",".join(veld.keuzen)}"', f"Kies uit: {', '.join(veld.keuzen)}.")
        regel.showErrorMessage = veld.soort == "keuze"  # several, with commas, are right as well
        return regel
    if veld.soort in _GETALLEN:
        return _getal(*_GETALLEN[veld.soort])
    return None


def nummers_van(blad: str, kolom: str, laatste: int) -> DataValidation:
    """Let a person choose from the numbers on another sheet; another one after a question."""
    plek = f"'{blad}'!${kolom}$2"
    formule = f"OFFSET({plek},0,0,MAX(1,COUNTA({plek}:${kolom}${laatste})),1)"
    return _lijst(formule, f"Dit nummer staat niet op het blad {blad}.", "warning")


def _lijst(formule: str, melding: str, stijl: _Stijl = "stop") -> DataValidation:
    return DataValidation(
        type="list",
        formula1=formule,
        allow_blank=True,
        errorStyle=stijl,
        showErrorMessage=True,
        errorTitle="Niet in de lijst",
        error=melding,
    )


def _getal(soort: _Soort, minste: str, meeste: str, melding: str) -> DataValidation:
    return DataValidation(
        type=soort,
        operator="between",
        formula1=minste,
        formula2=meeste,
        allow_blank=True,
        errorStyle="stop",
        showErrorMessage=True,
        errorTitle="Dit past hier niet",
        error=melding,
    )
