"""What became of a document of a batch: made, left as it was, or failed; matched by the caller."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.errors import Problem


@dataclass(frozen=True, slots=True)
class Made:
    """A chapter that stands on the disk, with what its finished form made us notice."""

    nummer: str
    titel: str
    pad: Path
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A chapter that stood on the disk already, and was left alone: it would come out the same.

    Its problems are those that were noticed when it was made.
    """

    nummer: str
    titel: str
    pad: Path
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """A chapter that was not made, with the reason; what stood there before is still there."""

    nummer: str
    titel: str
    problems: tuple[Problem, ...]


Outcome = Made | Unchanged | Failed
