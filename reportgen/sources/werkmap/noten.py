"""The note at a heading: what the column means, in which unit, what could stand in it."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl.comments import Comment

from reportgen.sources.werkmap.velden import Veld, Veldsoort

SCHRIJVER = "reportgen"
_VORM: Mapping[Veldsoort, str] = {
    "regel": "Tekst op één regel.",
    "tekst": "Tekst; nieuwe regel met Alt+Enter, een lege regel begint een alinea."
    " **vet**, *cursief*, [tekst](webadres) en opsommingen met - kunnen.",
    "code": "Een nummer, als tekst: 5.10 is niet 5.1.",
    "bedrag": "Bedrag in hele euro's en centen, zonder minteken.",
    "mutatie": "Bedrag in hele euro's en centen; met een min als het omlaag gaat.",
    "meetwaarde": "Getal, in de eenheid van de indicator.",
    "datum": "Dag.",
    "jaar": "Jaar.",
    "geheel": "Geheel getal.",
    "keuze": "Eén keuze.",
    "keuzen": "Eén of meer keuzen, met een komma ertussen.",
    "namen": "Eén of meer namen, elk op een eigen regel (Alt+Enter).",
}
_BREED, _REGEL, _TEKENS = 340, 18, 48


def noot(veld: Veld) -> Comment:
    """Make the note at the heading of a column."""
    regels = [veld.uitleg, _VORM[veld.soort]]
    if veld.keuzen:
        regels.append(f"Kies uit: {', '.join(veld.keuzen)}.")
    regels.append("Verplicht." if veld.verplicht else "Mag leeg blijven.")
    if veld.voorbeeld:
        regels.append(f"Voorbeeld: {getoond(veld)}")
    if veld.pad and not veld.pad[0].startswith("?"):
        regels.append(f"Naam in de data: {veld.naam}")
    return opmerking("\n".join(regels))


def opmerking(tekst: str) -> Comment:
    """Make a note that is as high as its text."""
    hoog = sum(1 + len(regel) // _TEKENS for regel in tekst.split("\n"))
    return Comment(tekst, SCHRIJVER, height=_REGEL * (hoog + 1), width=_BREED)


def getoond(veld: Veld) -> str:
    """Give the example as a person types it: 1250,5 and 1-4-2017."""
    match veld.soort:
        case "datum":
            jaar, maand, dag = veld.voorbeeld.split("-")
            return f"{int(dag)}-{int(maand)}-{jaar}"
        case "bedrag" | "mutatie" | "meetwaarde":
            return veld.voorbeeld.replace(".", ",")
        case _:
            return veld.voorbeeld
