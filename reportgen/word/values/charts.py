"""A chart as a value: what it says in figures and in words, and nothing about its look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass
from decimal import Decimal
from typing import Any, Literal

from reportgen.word.jinja.sandbox import as_text
from reportgen.word.values.rich import Ondeelbaar

Soort = Literal["kolom", "lijn", "staaf"]


@dataclass(frozen=True, slots=True, init=False)
class Series:
    """The figures of one thing (reeks), one for each category; None where there is none."""

    naam: str
    waarden: tuple[Decimal | None, ...]

    def __init__(self, naam: str, waarden: Iterable[Decimal | int | None]) -> None:
        """Take a name for the legend, and figures.

        Raises:
            TypeError: a figure is a float, which would not be the figure that was meant.
        """
        object.__setattr__(self, "naam", as_text(naam))
        object.__setattr__(self, "waarden", tuple(map(_getal, waarden)))


@dataclass(frozen=True, slots=True)
class Chart(Ondeelbaar):
    """A chart that Word can edit, in the line of the text, in the colours of the template.

    Columns (`kolom`), lines (`lijn`) or bars from left to right (`staaf`).
    """

    titel: str
    """What stands above it; may be empty where a caption says it already."""
    categorieen: tuple[str, ...]
    """What stands along the axis: years, programmes."""
    reeksen: tuple[Series, ...]
    _: KW_ONLY
    alt: str
    """What the chart shows, its figures included: a screen reader says it. Never empty."""
    soort: Soort = "kolom"
    eenheid: str = ""
    """In what the figures are: `x € 1.000`."""
    getalnotatie: str = "#.##0"
    """How figures are written, in the Dutch way: `#.##0,0`, `0%`."""
    labels: bool = False
    """Whether each figure stands beside its column or point."""
    width: int | None = None
    """In English Metric Units, as `docx.shared.Mm(150)` gives; without it 152 mm, or in proportion
    to the height."""
    height: int | None = None

    def __post_init__(self) -> None:
        """Make plain data of what was given, so that it can be pickled and never changes."""
        for veld in ("titel", "alt", "eenheid", "getalnotatie"):
            object.__setattr__(self, veld, as_text(getattr(self, veld)))
        object.__setattr__(self, "categorieen", tuple(map(as_text, self.categorieen)))
        object.__setattr__(self, "reeksen", tuple(self.reeksen))
        for veld in ("width", "height"):
            emu = getattr(self, veld)
            object.__setattr__(self, veld, None if emu is None else int(emu))

    def __str__(self) -> str:
        return self.alt


def _getal(waarde: Any) -> Decimal | None:  # noqa: ANN401  whatever the caller has
    if waarde is None or isinstance(waarde, Decimal):
        return waarde
    if isinstance(waarde, int) and not isinstance(waarde, bool):
        return Decimal(waarde)
    raise TypeError(f'een grafiek kan niets met {waarde!r:.40}; geef Decimal("1250.50")')
