"""The neutral outline of a Word document: what a reader meets, without Word's vocabulary."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph: its text, the name of its style, its heading level and list mark, if any."""

    tekst: str
    stijl: str
    kop: int | None = None
    nummer: str = ""

    def __str__(self) -> str:
        return f"{self.nummer} {self.tekst}".strip()


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table: the text of its cells, row by row, and whether its first row is a marked header."""

    rijen: tuple[tuple[str, ...], ...]
    koprij: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the words that carry it and where it leads."""

    tekst: str
    url: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A document in reading order, with what assistive technology needs of it."""

    titel: str
    taal: str
    inhoud: tuple[Alinea | Tabel, ...]
    links: tuple[Link, ...] = ()
    afbeeldingen: tuple[str, ...] = ()
    """The alternative text of each picture, empty where there is none."""

    @property
    def koppen(self) -> tuple[tuple[int, str], ...]:
        """The headings in order, as level and text."""
        alineas = (deel for deel in self.inhoud if isinstance(deel, Alinea))
        return tuple((a.kop, a.tekst) for a in alineas if a.kop is not None)

    @property
    def tabellen(self) -> tuple[Tabel, ...]:
        """The tables in order."""
        return tuple(deel for deel in self.inhoud if isinstance(deel, Tabel))

    @property
    def tekst(self) -> str:
        """Every paragraph and row on a line of its own, list marks as shown."""
        return "\n".join(
            str(deel) if isinstance(deel, Alinea) else "\n".join(map("\t".join, deel.rijen))
            for deel in self.inhoud
        )
