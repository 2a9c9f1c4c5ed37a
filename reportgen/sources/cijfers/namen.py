"""The names of a ledger and ours: exactly, or by how an account begins (`4*`)."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from reportgen.sources.cijfers.tabel import gelijk

_STER = "*"


class Namen:
    """Says which of our names a name of the ledger stands for; the longest beginning wins."""

    def __init__(self, eigen: Iterable[str], gegeven: Mapping[str, tuple[str, ...]]) -> None:
        paren = [(naam, van) for van, namen in gegeven.items() for naam in namen]
        self._bekend = [naam for naam, _ in paren] or list(eigen)
        precies = {gelijk(naam): van for naam, van in paren if not naam.endswith(_STER)}
        self._gevonden: dict[str, str | None] = {gelijk(naam): naam for naam in eigen}
        self._gevonden |= precies
        begin = {gelijk(naam[:-1]): van for naam, van in paren if naam.endswith(_STER)}
        self._bedoeld: dict[str, str] = {}
        self._begin = sorted(begin.items(), key=lambda paar: -len(paar[0]))

    def zoek(self, woord: str) -> str | None:
        """Give our name for a name in the ledger."""
        woord = gelijk(woord)
        if woord not in self._gevonden:
            passend = (van for begin, van in self._begin if woord.startswith(begin))
            self._gevonden[woord] = next(passend, None)
        return self._gevonden[woord]

    def bedoeld(self, woord: str) -> str:
        """Say which names there are, the nearest first."""
        if woord not in self._bedoeld:
            lijken = difflib.get_close_matches(gelijk(woord), list(map(gelijk, self._bekend)), 1)
            goed = next((n for n in self._bekend if lijken and gelijk(n) == lijken[0]), None)
            bekend = f"bekend zijn: {', '.join(self._bekend)}"
            self._bedoeld[woord] = f"bedoelt u ‘{goed}’? {bekend}" if goed else bekend
        return self._bedoeld[woord]
