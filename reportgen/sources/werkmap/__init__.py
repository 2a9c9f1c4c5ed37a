"""The Excel workbook that people fill in: made from the model, and read back with its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.errors import DataError
from reportgen.sources.werkmap.annoteren import annotated_workbook
from reportgen.sources.werkmap.bouwen import bouw
from reportgen.sources.werkmap.inpakken import inpakken
from reportgen.sources.werkmap.lengte import te_lang
from reportgen.sources.werkmap.lezen import lees_werkmap

if TYPE_CHECKING:
    from reportgen.model import Boekwerk, Soort

__all__ = ["annotated_workbook", "lees_werkmap", "workbook"]


def workbook(boekwerk: Boekwerk | None, soort: Soort = "monitor") -> bytes:
    """Make the workbook of a boekwerk, or an empty one for a kind of document.

    Raises:
        DataError: a text is longer than a cell can hold.
    """
    if boekwerk and (problems := list(te_lang(boekwerk))):
        raise DataError(problems)
    boek = bouw(boekwerk, boekwerk.soort if boekwerk else soort)
    return inpakken(boek, vrije_hoogte=True)
