"""The texts that the cells of a workbook share."""

from __future__ import annotations

from typing import IO

from reportgen.sources.cellen.veilig import HAP, veilige_parser

_MEESTE = 3_000_000


def gedeelde_teksten(bron: IO[bytes]) -> list[str]:
    """Read the table of shared texts, each as one text whatever its looks; no readings aloud."""
    lezer = _Lezer()
    while hap := bron.read(HAP):
        lezer.parser.Parse(hap)
    lezer.parser.Parse(b"", True)  # noqa: FBT003  expat's signature
    return lezer.teksten


class _Lezer:
    """Follows the XML of the table."""

    def __init__(self) -> None:
        self.teksten: list[str] = []
        self._delen: list[str] = []
        self._luister = self._uitspraak = False
        self.parser = veilige_parser(self._begin, self._eind)
        self.parser.CharacterDataHandler = self._tekst

    def _begin(self, naam: str, _attributen: dict[str, str]) -> None:
        naam = naam.rpartition(":")[2]
        if naam == "t":
            self._luister = not self._uitspraak
        elif naam == "rPh":
            self._uitspraak = True

    def _tekst(self, letters: str) -> None:
        if self._luister:
            self._delen.append(letters)

    def _eind(self, naam: str) -> None:
        naam = naam.rpartition(":")[2]
        if naam == "t":
            self._luister = False
        elif naam == "rPh":
            self._uitspraak = False
        elif naam == "si":
            self.teksten.append("".join(self._delen))
            self._delen.clear()
            if len(self.teksten) > _MEESTE:
                message = f"more than {_MEESTE} texts"
                raise ValueError(message)
