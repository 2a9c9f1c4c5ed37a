"""Which prestatie of the data a prestatie of a document is, renumbered or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.errors import Plaats, Problem
from reportgen.model import Boekwerk, Prestatie
from reportgen.reading.bewerking import Gelezen


@dataclass(frozen=True, slots=True)
class Paar:
    """A prestatie as it came back, as it was printed, and where it stands in the data of now."""

    word: Prestatie
    gedrukt: Prestatie | None
    plek: int | None
    problems: tuple[Problem, ...] = ()


def paren(gelezen: Gelezen, nu: Boekwerk) -> Iterator[Paar]:
    """Find each prestatie of a document as printed and in the data."""
    druk = list(gelezen.gedrukt.prestaties) if gelezen.gedrukt else []
    word = list(gelezen.boekwerk.prestaties)
    nummers = {p.nummer: p for p in druk}
    los = [p for p in druk if p.nummer not in {w.nummer for w in word}]
    vrij = [p for p in word if p.nummer not in nummers]
    anders = dict(zip((p.nummer for p in vrij), los, strict=False)) if druk else {}
    if len(los) != len(vrij):
        anders = {}
    for prestatie in word:
        gedrukt = nummers.get(prestatie.nummer) or anders.get(prestatie.nummer)
        yield _in_data(prestatie, gedrukt, nu)


def _in_data(prestatie: Prestatie, gedrukt: Prestatie | None, nu: Boekwerk) -> Paar:
    """Find a prestatie in the data by the number under which it was printed."""
    nummer = (gedrukt or prestatie).nummer
    plekken = {p.nummer: plek for plek, p in reversed(list(enumerate(nu.prestaties)))}
    hernoemd = [i for i, p in enumerate(nu.prestaties) if p.voorheen == nummer != p.nummer]
    plek = plekken.get(nummer)
    if plek is not None and _dezelfde(nu.prestaties[plek], gedrukt or prestatie, hernoemd):
        return Paar(prestatie, gedrukt, plek)
    if len(hernoemd) == 1:
        nieuw = nu.prestaties[hernoemd[0]].nummer
        wat = f"prestatie {nummer} heet in de data nu {nieuw}"
        cure = f"zij is vergeleken met {nieuw}; een nieuw hoofdstuk krijgt dat nummer"
        return Paar(prestatie, gedrukt, hernoemd[0], (_meld(nummer, wat, cure, "warning"),))
    wat = f"prestatie {nummer} staat niet in de data"
    cure = "controleer het nummer en de bron, of maak er met --out een map van"
    if len(hernoemd) > 1:
        cure = "kies zelf: meer dan één prestatie noemt dit nummer bij voorheen"
    return Paar(prestatie, gedrukt, None, (_meld(nummer, wat, cure, "error"),))


def _dezelfde(data: Prestatie, druk: Prestatie, hernoemd: list[int]) -> bool:
    """Say whether the prestatie that has this number now is the one that was printed."""
    return not hernoemd or data.voorheen == druk.voorheen


def _meld(nummer: str, wat: str, cure: str, ernst: str) -> Problem:
    return Problem(
        "R8", "error" if ernst == "error" else "warning", Plaats(nummer=nummer), wat, cure
    )
