"""How a comparison is shown: tables of figures first, then values and texts, then structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from reportgen.cli.printing import console

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportgen.vergelijking.overzichtsvelden import (
        CijferdeelView,
        IndelingView,
        MutatietabelView,
        OnderdeelView,
        OverzichtView,
        StukView,
        TekstverschilView,
        WijzigingenView,
    )

_STIJL = {"weg": "red strike", "bij": "green underline"}
_TEKENS = {"weg": ("[-", "-]"), "bij": ("[+", "+]")}
_TELT_OP = ("saldo", "totaal")
_WOORDEN = 8
"""How many words around a change are shown; the rest of a text stayed as it was."""


def show_comparison(view: WijzigingenView) -> None:
    """Print all that changed."""
    _hoofd(view.overzicht)
    _delen("Cijfers", view.cijfers)
    _delen("Begrotingswijzigingen", view.besluiten)
    if view.onderdelen:
        _kop("Teksten en gegevens")
        for onderdeel in view.onderdelen:
            _onderdeel(onderdeel)
    if view.indeling:
        _indeling(view.indeling)


def _hoofd(hoofd: OverzichtView) -> None:
    """Print what was compared, how much changed, and what could not be compared."""
    console().print(hoofd.titel, style="bold")
    console().print(f"Was:   {hoofd.was}")
    console().print(f"Wordt: {hoofd.wordt}")
    console().print()
    if hoofd.gelijk:
        console().print(hoofd.gelijk)
    else:
        for telling in hoofd.tellingen:
            console().print(f"{telling.naam:<24}{telling.aantal}")
    for opmerking in hoofd.opmerkingen:
        console().print(opmerking, style="yellow")


def _kop(kop: str) -> None:
    console().print(f"\n{kop}", style="bold underline")


def _delen(kop: str, delen: Sequence[CijferdeelView]) -> None:
    if delen:
        _kop(kop)
    for deel in delen:
        console().print(f"\n{deel.kop}", style="bold")
        for regel in deel.uitleg:
            console().print(regel)
        for tabel in deel.tabellen:
            console().print()
            if tabel.titel:
                console().print(tabel.titel)
            _tabel(tabel)
        for noot in deel.noten:
            console().print(noot, style="dim")


def _tabel(tabel: MutatietabelView) -> None:
    """Print a table of amounts; what adds up stands out."""
    rooster = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    rooster.add_column(tabel.niveau)  # the one that wraps: an amount is never cut
    rooster.add_column(tabel.eenheid, no_wrap=True)
    for kop in (tabel.was, tabel.mutatie, tabel.wordt):
        rooster.add_column(kop, justify="right", no_wrap=True)
    for rij in tabel.rijen:
        cellen = (rij.prestatie, rij.omschrijving, rij.was, rij.mutatie, rij.wordt)
        rooster.add_row(*map(Text, cellen), style="bold" if rij.soort in _TELT_OP else "")
    console().print(rooster, soft_wrap=False)


def _onderdeel(onderdeel: OnderdeelView) -> None:
    """Print the values and texts of a prestatie."""
    console().print(f"\n{onderdeel.kop}", style="bold")
    for gegeven in onderdeel.gegevens:
        console().print(f"  {gegeven.naam}: {gegeven.was} → {gegeven.wordt}")
    for tekst in onderdeel.teksten:
        console().print(_tekst(tekst))


def _tekst(tekst: TekstverschilView) -> Text:
    """Give a text with what went and what came, and a few words around it."""
    regel = Text(f"  {tekst.naam} ({tekst.soort.lower()}): ")
    laatste = len(tekst.stukken) - 1
    for plek, stuk in enumerate(tekst.stukken):
        if stuk.soort == "gelijk":
            regel.append(_kort(stuk, begin=plek == 0, eind=plek == laatste))
        else:
            links, rechts = _TEKENS[stuk.soort]
            woorden = _op_een_regel(stuk.tekst)
            regel.append(f"{links}{woorden}{rechts}", style=_STIJL[stuk.soort])
    return regel


def _kort(stuk: StukView, *, begin: bool, eind: bool) -> str:
    """Leave out the middle of what stayed; at the start or end of a text, all but a few words."""
    woorden = _op_een_regel(stuk.tekst).split(" ")
    if len(woorden) <= 2 * _WOORDEN:
        return " ".join(woorden)
    voor = [] if begin else woorden[:_WOORDEN]
    na = [] if eind else woorden[-_WOORDEN:]
    return " ".join([*voor, "…", *na])


def _op_een_regel(tekst: str) -> str:
    return tekst.replace("\n", " ")


def _indeling(groepen: Iterable[IndelingView]) -> None:
    _kop("Indeling")
    for groep in groepen:
        console().print(f"\n{groep.kop}", style="bold")
        for regel in groep.regels:
            console().print(f"  {regel}")
