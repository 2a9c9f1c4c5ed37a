"""What is wrong with the rows of a ledger: each mistake once, with all the rows that make it."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.errors import DataError, Plaats, Problem

MEESTE = 50
"""So many different mistakes are told; who has more has made one big one."""
_GENOEMD = 6

Tekst = tuple[str, str]
"""A message and its cure."""


def plaats_van(naam: str, regels: Sequence[int], nummer: str = "", pad: str = "") -> Plaats:
    """Give the place of rows of a ledger, as a person would say it."""
    if len(regels) == 1:
        return Plaats(naam, regels[0], nummer=nummer, pad=pad)
    genoemd = regels if len(regels) <= _GENOEMD else regels[: _GENOEMD - 1]
    rest = len(regels) - len(genoemd)
    *eerste, laatste = [*map(str, genoemd), *([f"{rest} andere"] if rest else [])]
    return Plaats(
        naam, regels[0], nummer=nummer, pad=pad, plek=f"regels {', '.join(eerste)} en {laatste}"
    )


def stop(rule: str, plaats: Plaats, wat: str, cure: str) -> DataError:
    """Make the error of a ledger that cannot be read at all."""
    return DataError([Problem(rule, "error", plaats, wat, cure)])


class Fouten:
    """Gathers the mistakes in the rows of one ledger."""

    def __init__(self, naam: str) -> None:
        self._naam = naam
        self._regels: dict[tuple[str, Tekst, str], list[int]] = {}

    @property
    def te_veel(self) -> bool:
        """Whether there are more different mistakes than are told."""
        return len(self._regels) > MEESTE

    def meld(self, rule: str, regel: int, tekst: Tekst, nummer: str = "") -> None:
        """Note a mistake in a row; `nummer` is the prestatie that it spoils."""
        self._regels.setdefault((rule, tekst, nummer), []).append(regel)

    def problems(self) -> list[Problem]:
        """Give a problem for each mistake, in the order of the first row that makes it."""
        op_rij = sorted(self._regels.items(), key=lambda paar: paar[1][0])
        alle = [
            Problem(rule, "error", plaats_van(self._naam, regels, nummer), *tekst)
            for (rule, tekst, nummer), regels in op_rij
        ]
        if len(alle) <= MEESTE:
            return alle
        wat = f"en nog {len(alle) - MEESTE} andere fouten, in deze en verdere rijen"
        cure = "kijk of de koppen onder cijfers de goede kolommen aanwijzen"
        waar = Plaats(self._naam, alle[MEESTE].where.regel)
        return [*alle[:MEESTE], Problem("D5", "error", waar, wat, cure)]
