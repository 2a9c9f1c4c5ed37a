"""What documents of some data would show (getoond): made of it, and read like any other."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reportgen.documents import render
from reportgen.errors import ReportgenError
from reportgen.reading import read

if TYPE_CHECKING:
    from collections.abc import Collection

    from reportgen.model import Boekwerk, Prestatie


def shown(boekwerk: Boekwerk, nummers: Collection[str]) -> Boekwerk:
    """Give the data as far as print tells it: rounded, and without what no chapter shows.

    Args:
        boekwerk: the data.
        nummers: of which prestaties, by their number or the one before; one that cannot be made
            or read is as the data has it.
    """
    profiel = boekwerk.profiel.model_copy(update={"gegevens_mee": "nee"})
    zonder = boekwerk.model_copy(update={"profiel": profiel})
    kop = zonder.model_copy(update={"prestaties": ()})
    prestaties: list[Prestatie] = []
    for prestatie in boekwerk.prestaties:
        if prestatie.nummer in nummers or prestatie.voorheen in nummers:
            gelezen: tuple[Prestatie, ...] = ()
            with suppress(ReportgenError):
                gelezen = read(render(prestatie, zonder), kop).boekwerk.prestaties
            prestaties += gelezen or (prestatie,)
    return boekwerk.model_copy(update={"prestaties": tuple(prestaties)})
