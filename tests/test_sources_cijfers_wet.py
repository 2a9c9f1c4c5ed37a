"""Laws of figures from a ledger: however it is cut up, the same boekwerk; written, read back."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bouwstenen import boekwerken
from hypothesis import given
from hypothesis import strategies as st

from reportgen import check, load
from reportgen.financien import aansluitingen
from reportgen.model import Bedragen, Boekwerk, Cijfers, Prestatie, Regel
from reportgen.notation import getal
from reportgen.sources.schrijven import dump

EXAMPLE = Path(__file__).resolve().parents[1] / "examples/ijsselmark-grootboek"
VELDEN = ("omschrijving", "aard", "taakveld", "categorie")
KOPPEN = ("prestatie", "soort", *VELDEN, "kolom", "bedrag")
CIJFERS = Cijfers.model_validate({"bestand": "g.csv", "kolommen": {kop: kop for kop in KOPPEN}})
Rij = tuple[str, ...]


def eenduidig(prestatie: Prestatie) -> Prestatie:
    """Keep of each kind of regel one, with at least one amount; a ledger knows no more."""
    geld = prestatie.financien
    if geld is None:
        return prestatie
    gezien: dict[tuple[str, ...], Regel] = {}
    for nummer, regel in enumerate(geld.regels):
        eigen = regel.model_copy(update={"omschrijving": f"{nummer} {regel.omschrijving or ''}"})
        gezien[regel.soort, str(nummer)] = Regel.model_validate(eigen.model_dump())
    regels = tuple(regel for regel in gezien.values() if regel.bedragen.gegeven())
    return prestatie.model_copy(update={"financien": geld.model_copy(update={"regels": regels})})


def gesplitst(draw: st.DrawFn, bedrag: Decimal) -> list[Decimal]:
    """Cut an amount in pieces that add up to it, up and down."""
    centen = st.integers(-(10**9), 10**9).map(lambda heel: Decimal(heel).scaleb(-2))
    delen = draw(st.lists(centen, max_size=3))
    return [*delen, bedrag - sum(delen, Decimal(0))]


def rijen(draw: st.DrawFn, boekwerk: Boekwerk) -> Iterator[Rij]:
    """Give the rows of a ledger that holds every figure of a boekwerk."""
    for prestatie in boekwerk.prestaties:
        for regel in prestatie.financien.regels if prestatie.financien else ():
            velden = [getattr(regel, veld) or "" for veld in VELDEN]
            for kolom, bedrag in regel.bedragen.gegeven().items():
                for deel in gesplitst(draw, bedrag):
                    yield (prestatie.nummer, regel.soort, *velden, kolom, getal(deel, 2))


@st.composite
def met_grootboek(draw: st.DrawFn) -> tuple[Boekwerk, str]:
    """Draw a boekwerk, and a ledger of all its figures in any order of cells and rows."""
    boekwerk = draw(boekwerken())
    eigen = tuple(eenduidig(prestatie) for prestatie in boekwerk.prestaties)
    boekwerk = boekwerk.model_copy(update={"prestaties": eigen, "cijfers": (CIJFERS,)})
    inhoud = draw(st.permutations([*rijen(draw, boekwerk)]))
    tekst = StringIO()
    csv.writer(tekst, delimiter=draw(st.sampled_from(";\t,"))).writerows([KOPPEN, *inhoud])
    return boekwerk, tekst.getvalue()


def zonder_bedragen(prestatie: Prestatie) -> Prestatie:
    """Leave to the ledger what it knows; the regels stay, in the order of the author."""
    geld = prestatie.financien
    if geld is None:
        return prestatie
    kaal = tuple(regel.model_copy(update={"bedragen": Bedragen()}) for regel in geld.regels)
    return prestatie.model_copy(update={"financien": geld.model_copy(update={"regels": kaal})})


def schrijf(folder: Path, boekwerk: Boekwerk) -> None:
    """Write the files of a boekwerk."""
    for naam, tekst in dump(boekwerk).items():
        pad = folder / naam
        pad.parent.mkdir(exist_ok=True)
        pad.write_text(tekst, "utf-8", newline="")


@given(met_grootboek())
def test_a_ledger_however_it_is_cut_up_gives_the_same_figures(
    paar: tuple[Boekwerk, str],
) -> None:
    boekwerk, grootboek = paar
    if grootboek.count("\n") < 2:
        return  # no figures at all
    kaal = tuple(zonder_bedragen(prestatie) for prestatie in boekwerk.prestaties)

    with TemporaryDirectory() as naam:
        folder = Path(naam)
        (folder / "g.csv").write_text(grootboek, "utf-8", newline="")
        schrijf(folder, boekwerk.model_copy(update={"prestaties": kaal}))
        gelezen = load(folder)
        schrijf(folder, gelezen)
        opnieuw = load(folder)

    assert gelezen == boekwerk
    assert opnieuw == gelezen  # what was written left the figures to the ledger
    assert opnieuw.herkomst.grootboeken == gelezen.herkomst.grootboeken
    assert all(een.sluit for een in aansluitingen(gelezen))
    assert [p for p in check(gelezen) if p.rule == "F9" and "rij" not in p.message] == []


def test_a_boekwerk_with_a_ledger_is_written_without_its_figures(tmp_path: Path) -> None:
    boekwerk = load(EXAMPLE)

    schrijf(tmp_path, boekwerk)

    shutil.copy(EXAMPLE / "grootboek.csv", tmp_path)
    sectie = (tmp_path / "prestaties/5.1.1.yaml").read_text("utf-8")
    assert "    - soort: lasten\n      bedragen:\n        prognose: 2515000\n" in sectie
    assert load(tmp_path) == boekwerk
    assert check(load(tmp_path)) == []


@pytest.mark.parametrize("cijfers", [(), (CIJFERS,)])
def test_figures_that_no_ledger_gave_are_written(cijfers: tuple[Cijfers, ...]) -> None:
    boekwerk = load(EXAMPLE).model_copy(update={"cijfers": cijfers})

    assert "primitief: 2640000" in dump(boekwerk)["prestaties/5.1.1.yaml"]
