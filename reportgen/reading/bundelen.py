"""Several chapters become one boekwerk: one head, and every prestatie once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.errors import DataError, Plaats, Problem
from reportgen.model import Beleidsdoel, Boekwerk, Kerntaak, Prestatie, volgorde
from reportgen.reading.bewerking import Gelezen

_KOP = ("organisatie", "soort", "jaar", "peildatum", "titel")
Stuk = tuple[str, Gelezen]
"""A document, with the name of its file."""


def bundel(stukken: Sequence[Stuk]) -> tuple[Boekwerk, list[Problem]]:
    """Put documents together under the head of the first.

    Returns:
        The boekwerk, and in what the heads of the others differ.

    Raises:
        DataError: there is nothing, a prestatie comes twice, or they are no documents of one kind.
    """
    if not stukken:
        cure = "geef ten minste één hoofdstuk dat gelezen kan worden"
        raise DataError([Problem("R2", "error", Plaats(), "er is niets gelezen", cure)])
    bestand, eerste = stukken[0]
    problems = [p for naam, ander in stukken[1:] for p in _anders((naam, ander), bestand, eerste)]
    fouten = [*(p for p in problems if p.severity == "error"), *_dubbel(stukken)]
    if fouten:
        raise DataError(fouten)
    prestaties = [p for _, gelezen in stukken for p in gelezen.boekwerk.prestaties]
    op_volgorde = tuple(sorted(prestaties, key=lambda p: volgorde(p.nummer)))
    # amounts of a ledger stand in the chapters; the ledger itself is not here
    velden = {"prestaties": op_volgorde, "cijfers": (), "kerntaken": _kerntaken(stukken)}
    hoofd = eerste.boekwerk.model_copy(update=velden)
    return hoofd, [*problems, *_zonder_peildatum(hoofd)]


def _kerntaken(stukken: Sequence[Stuk]) -> tuple[Kerntaak, ...]:
    """Put the goals of all documents in one tree; of two with one number the first counts."""
    bomen = [taak for _, gelezen in stukken for taak in gelezen.boekwerk.kerntaken]
    taken = {taak.nummer: taak for taak in reversed(bomen)}
    doelen: dict[str, dict[str, Beleidsdoel]] = {taak.nummer: {} for taak in bomen}
    for taak in bomen:
        for doel in taak.beleidsdoelen:
            doelen[taak.nummer].setdefault(doel.nummer, doel)
    return tuple(
        taken[nummer].model_copy(update={"beleidsdoelen": _geordend(doelen[nummer])})
        for nummer in sorted(taken, key=volgorde)
    )


def _geordend(doelen: dict[str, Beleidsdoel]) -> tuple[Beleidsdoel, ...]:
    return tuple(doelen[nummer] for nummer in sorted(doelen, key=volgorde))


def _zonder_peildatum(hoofd: Boekwerk) -> Iterator[Problem]:
    if hoofd.soort == "monitor" and hoofd.peildatum is None:
        wat, cure = "de peildatum staat in geen document", "geef haar met --peildatum"
        yield Problem("D4", "error", Plaats(pad="peildatum"), wat, cure)


def _anders(stuk: Stuk, bestand: str, eerste: Gelezen) -> Iterator[Problem]:
    """Say in what the head of a document differs from that of the first."""
    naam, gelezen = stuk
    for veld in _KOP:
        een, ander = (getattr(g.boekwerk, veld) for g in (eerste, gelezen))
        if een != ander:
            wat = f"{veld} is hier ‘{ander}’, en in {bestand} ‘{een}’"
            if veld == "soort":
                yield Problem("R2", "error", Plaats(naam), wat, "lees ze elk apart terug")
            else:
                cure = f"in de map komt ‘{een}’; pas boekwerk.yaml aan als dat niet klopt"
                yield Problem("R2", "warning", Plaats(naam), wat, cure)


def _dubbel(stukken: Sequence[Stuk]) -> Iterator[Problem]:
    """Refuse a prestatie that comes in two documents."""
    waar: dict[str, tuple[str, Prestatie]] = {}
    for naam, gelezen in stukken:
        for prestatie in gelezen.boekwerk.prestaties:
            nummer = prestatie.nummer
            if nummer in waar:
                wat = f"prestatie {nummer} staat ook in {waar[nummer][0]}"
                cure = "geef van elk hoofdstuk één bestand"
                yield Problem("R2", "error", Plaats(naam, nummer=nummer), wat, cure)
            waar.setdefault(nummer, (naam, prestatie))
