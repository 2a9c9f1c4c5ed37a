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
    beeld: bool = False
    """Whether, without a text, it still is no blank line: a picture, a formula, a page break."""

    @property
    def leeg(self) -> bool:
        """Whether a reader meets nothing here but white."""
        return not self.beeld and not self.tekst.strip()

    def __str__(self) -> str:
        return f"{self.nummer} {self.tekst}".strip()


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table: the text of its cells, row by row, and whether its first row is a marked header."""

    rijen: tuple[tuple[str, ...], ...]
    koprij: bool
    samengevoegd: bool = False
    """Whether a cell spans several rows or columns."""
    genest: bool = False
    """Whether a table stands in a cell."""
    lege_rijen: tuple[int, ...] = ()
    """Which rows, from 1, show nothing at all, no picture either."""


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the words that carry it and where it leads."""

    tekst: str
    url: str


@dataclass(frozen=True, slots=True)
class Afbeelding:
    """A picture, chart or shape: its alternative text, and how it stands in the document."""

    tekst: str
    decoratief: bool = False
    """Whether it is marked as one that says nothing."""
    zwevend: bool = False
    """Whether it floats beside the text instead of standing in a line of it."""
    in_rand: bool = False
    """Whether it stands in a header or footer."""


@dataclass(frozen=True, slots=True)
class Kleurpaar:
    """Letters on what is behind them: a sample of the text, and both colours as RRGGBB."""

    tekst: str
    voor: str
    achter: str
    groot: bool = False
    """Whether the letters are large: 18 points, or 14 and bold. Source: WCAG 2.1, large scale."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A document in reading order, with what assistive technology needs of it."""

    titel: str
    taal: str
    inhoud: tuple[Alinea | Tabel, ...]
    links: tuple[Link, ...] = ()
    afbeeldingen: tuple[Afbeelding, ...] = ()
    tekstvakken: tuple[str, ...] = ()
    """The text of each text box."""
    kleuren: tuple[Kleurpaar, ...] = ()
    """Every pair of colours that letters have, once each, as far as they can be told."""

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
