"""How the report counts and says what a profile changed, in Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.errors import Problem
from reportgen.model import Ernst
from reportgen.notation import opsomming

_OORDELEN: Mapping[Ernst, tuple[str, str]] = {
    "uit": ("staat uit", "staan uit"),
    "let op": ("telt als aandachtspunt", "tellen als aandachtspunt"),
    "fout": ("telt als fout", "tellen als fout"),
}
_BUITEN = {
    "B": "het bestand kan worden geschreven",
    "D": "de gegevens zijn te lezen en hebben de vorm van het schema",
    "W": "sjabloon en gegevens maken samen een goed Word-document",
}
"""What must hold by codes outside the catalogue: of writing, of the data, of the template."""


def aantal(hoeveel: int, een: str, meer: str) -> str:
    """Count in words: `1 fout`, `2 fouten`."""
    return f"{hoeveel} {een if hoeveel == 1 else meer}"


def telling(problems: Iterable[Problem]) -> str:
    """Say how many errors and warnings there are: `2 fouten, 1 aandachtspunt`."""
    soorten = [problem.severity for problem in problems]
    fouten = aantal(soorten.count("error"), "fout", "fouten")
    return f"{fouten}, {aantal(soorten.count('warning'), 'aandachtspunt', 'aandachtspunten')}"


def weging_tekst(weging: Mapping[str, Ernst]) -> str:
    """Say what a profile made of rules: `T2 staat uit, V5 en V6 tellen als fout`."""
    delen = []
    for ernst, vormen in _OORDELEN.items():
        if regels := [regel for regel, oordeel in weging.items() if oordeel == ernst]:
            delen.append(f"{opsomming(regels)} {vormen[len(regels) > 1]}")
    return ", ".join(delen)


def eis_buiten(regel: str) -> str:
    """Say what must hold by a code that has no entry in the catalogue."""
    return _BUITEN.get(regel[:1], "")
