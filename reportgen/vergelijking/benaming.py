"""How a path is called by a person, and how a value at it prints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from reportgen import notation
from reportgen.model import Labels, Notatie, Profiel
from reportgen.vergelijking.uitkomst import Nummers, Verschil, Waarde

LEEG = "(leeg)"
"""What stands where there is no value."""
_LIJSTEN = {
    "mijlpalen": "Mijlpaal",
    "indicatoren": "Indicator",
    "kredieten": "Krediet",
    "begrotingswijzigingen": "Begrotingswijziging",
    "controletotalen": "Controletotaal",
    "websites": "Website",
    "regels": "Regel",
    "kerntaken": "Kerntaak",
    "beleidsdoelen": "Beleidsdoel",
    "elders": "Elders",
    "reserves": "Reserve",
    "bijlagen": "Bijlage",
}
_VELDEN = {
    "oorspronkelijk": "oorspronkelijke datum",
    "besteed_eerder": "besteed in eerdere jaren",
    "besteed": "besteed in dit jaar",
    "verwacht": "verwachte eindstand",
    "geautoriseerd": "geautoriseerd krediet",
    "lasten_geautoriseerd": "geautoriseerde lasten",
    "url": "webadres",
}
_GELABELD = {"context", "portefeuillehouder", "rol_provincie", "looptijd", "begrotingswijziging"}
_BEDRAGEN = {"kredieten", "controletotalen", "reserves", "kerntaken", "beleidsdoelen"}


def benaming(verschil: Verschil, profiel: Profiel) -> str:
    """Name what changed: `Actie 2, status`, `Mijlpaal Gunning, datum`."""
    pad = verschil.paden.wordt or verschil.paden.was
    namen = [deel for deel in pad if isinstance(deel, str)]
    if verschil.soort == "volgorde":
        return f"Volgorde van {namen[-1]}"
    if namen[0] == "acties":
        return _met_veld(f"Actie {_volgnummer(pad)}", namen[1:], weg="tekst")
    if lijst := next((naam for naam in reversed(namen) if naam in _LIJSTEN), ""):
        rest = namen[namen.index(lijst) + 1 :]
        return _met_veld(f"{_LIJSTEN[lijst]} {verschil.naam}".strip(), rest, weg="naam")
    return _vast(namen, profiel.labels)


def _vast(namen: list[str], labels: Labels) -> str:
    """Name a field that every prestatie has once."""
    match namen:
        case ["voortgang", "kleur"]:
            return labels.inhoudelijk
        case ["voortgang", *rest]:
            return _met_veld(labels.inhoudelijk, rest)
        case ["financien", "voortgang", "kleur"]:
            return labels.financieel
        case ["financien", "voortgang", "toelichting"]:
            return _met_veld(labels.financieel, ["toelichting"])
        case ["basisinformatie", "reserve", *rest]:
            return _met_veld("Reserve", rest)
        case _:
            label = getattr(labels, namen[-1]) if namen[-1] in _GELABELD else _woord(namen[-1])
            return f"{label[0].upper()}{label[1:]}".rstrip(":? ")


def _met_veld(naam: str, rest: list[str], *, weg: str = "") -> str:
    """Add which field it is, but for the one that the name itself is."""
    velden = " ".join(_woord(veld) for veld in rest if veld != weg)
    return f"{naam}, {velden}" if velden else naam


def _volgnummer(pad: tuple[str | int, ...]) -> int:
    return next((deel for deel in pad if isinstance(deel, int)), 0) + 1


def _woord(veld: str) -> str:
    return _VELDEN.get(veld, veld.replace("_", " "))


def druk(waarde: Waarde, verschil: Verschil, notatie: Notatie) -> str:
    """Print a value as a document would."""
    match waarde:
        case None:
            return LEEG
        case date():
            return notation.datum(waarde)
        case Decimal():
            pad = verschil.paden.wordt or verschil.paden.was
            geld = bool(_BEDRAGEN & {deel for deel in pad if isinstance(deel, str)})
            return notation.bedrag(waarde, notatie) if geld else _getal(waarde)
        case Mapping():
            velden = [(n, w) for n, w in waarde.items() if w and w != verschil.naam]
            return "; ".join(_deel(naam, deel) for naam, deel in velden) or verschil.naam
        case _:
            return str(waarde)


def _deel(naam: str, waarde: Any) -> str:  # noqa: ANN401  plain data
    """Print a field of a record that came or went."""
    tekst = notation.datum(waarde) if isinstance(waarde, date) else waarde
    if isinstance(tekst, Decimal):
        tekst = _getal(tekst)
    if isinstance(tekst, Mapping):
        tekst = ", ".join(_deel(sleutel, deel) for sleutel, deel in tekst.items())
    if isinstance(tekst, tuple | list):
        return f"{_woord(naam)}: {len(tekst)}"
    return str(tekst) if naam in ("naam", "tekst", "nummer") else f"{_woord(naam)}: {tekst}"


def _getal(waarde: Decimal) -> str:
    """Print a number with the decimals that it was typed with."""
    exponent = waarde.as_tuple().exponent
    return notation.getal(waarde, max(0, -exponent) if isinstance(exponent, int) else 0)


def verschoven(verschil: Verschil) -> str:
    """Say by how much a date shifts: `(212 dagen later)`."""
    was, wordt = verschil.was, verschil.wordt
    if not (isinstance(was, date) and isinstance(wordt, date)):
        return ""
    dagen = abs((wordt - was).days)
    kant = "later" if wordt > was else "eerder"
    return f" ({dagen} {'dag' if dagen == 1 else 'dagen'} {kant})"


def nummer_en_titel(nummers: Nummers, titel: str) -> str:
    """Give the heading of a prestatie, with its old number where that was another."""
    eerder = f" (was {nummers.was})" if nummers.was and nummers.was != nummers.nu else ""
    return f"{nummers.nu} {titel}{eerder}"
