"""What one looks things up in (registers): who answers for what, and what is due when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from reportgen import notation, tekst
from reportgen.view.boekvelden import (
    MijlpaalregelView,
    MijlpalenView,
    PortefeuillehoudersView,
    PortefeuillehouderView,
    RegistersView,
)
from reportgen.view.lui import Lui
from reportgen.view.tabellen import mijlpaalrij

if TYPE_CHECKING:
    from reportgen.model import Labels, Mijlpaal, Prestatie


@dataclass(frozen=True, slots=True)
class _Moment:
    """A milestone, and the section that it is of."""

    dag: date
    mijlpaal: Mijlpaal
    nummer: str


def registers(
    prestaties: Sequence[Prestatie], labels: Labels, doelen: Mapping[str, str]
) -> RegistersView:
    """Make the registers of a book.

    Args:
        prestaties: its sections, in order.
        labels: the words of the profile.
        doelen: where a link to each section leads, by number.
    """
    namen, momenten = _per_naam(prestaties), _op_datum(prestaties)
    houders = Lui(sorted(namen.items(), key=_op_naam), partial(_houder, doelen=doelen))
    regels = Lui(momenten, partial(_mijlpaal, doelen=doelen))
    return RegistersView(
        kop=labels.registers,
        anker="r_registers",
        portefeuillehouders=PortefeuillehoudersView(
            kop=labels.portefeuillehouders, anker="r_portefeuillehouders", namen=houders
        )
        if namen
        else None,
        mijlpalen=MijlpalenView(kop=labels.mijlpalen_op_datum, anker="r_mijlpalen", rijen=regels)
        if momenten
        else None,
    )


def _op_naam(naam: tuple[str, object]) -> str:
    return naam[0].casefold()


def _houder(
    naam: tuple[str, Sequence[Prestatie]], doelen: Mapping[str, str]
) -> PortefeuillehouderView:
    regels = [(f"{p.nummer} {p.titel}", doelen.get(p.nummer, "")) for p in naam[1]]
    return PortefeuillehouderView(naam=naam[0], prestaties=tekst.regels(regels))


def _mijlpaal(moment: _Moment, doelen: Mapping[str, str]) -> MijlpaalregelView:
    rij = mijlpaalrij(moment.mijlpaal)
    return MijlpaalregelView(
        datum=notation.datum(moment.dag),
        oorspronkelijk=rij.oorspronkelijk,
        naam=rij.naam,
        prestatie=tekst.regels([(moment.nummer, doelen.get(moment.nummer, ""))]),
        status=rij.status,
    )


def _per_naam(prestaties: Sequence[Prestatie]) -> dict[str, list[Prestatie]]:
    namen: dict[str, list[Prestatie]] = {}
    for prestatie in prestaties:
        basis = prestatie.basisinformatie
        if basis and basis.portefeuillehouder:
            namen.setdefault(basis.portefeuillehouder, []).append(prestatie)
    return namen


def _op_datum(prestaties: Sequence[Prestatie]) -> tuple[_Moment, ...]:
    """Give the milestones with a date: as it is now, or as it was planned first."""

    def momenten() -> Iterator[_Moment]:
        for prestatie in prestaties:
            basis = prestatie.basisinformatie
            for mijlpaal in basis.mijlpalen if basis else ():
                if dag := mijlpaal.datum or mijlpaal.oorspronkelijk:
                    yield _Moment(dag, mijlpaal, prestatie.nummer)

    return tuple(sorted(momenten(), key=lambda moment: moment.dag))
