"""The arithmetic of money: every derived figure of the examples, to the euro, and its laws."""

import math
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen import load
from reportgen.financien import Afwijking, Tabel, afwijkingen, sluit_aan, tabel
from reportgen.model import (
    KOLOMMEN,
    Bedragen,
    Boekwerk,
    Drempels,
    Financien,
    Kolommen,
    Notatie,
    Profiel,
    Regel,
    Soort,
)

EDITIONS = Path(__file__).resolve().parents[1] / "examples" / "ijsselmark-2017"
COLUMNS: dict[Soort, str] = {
    "begroting": "realisatie_t2 begroting_t1 begroting raming_1 raming_2 raming_3",
    "monitor": "primitief wijzigingen actueel gerealiseerd ruimte",
    "jaarverslag": "realisatie_t1 primitief actueel gerealiseerd verschil",
}
RUIMTE = Profiel(kolommen=Kolommen.model_validate({"monitor": COLUMNS["monitor"].split()}))
"""The table that Overijssel prints in its monitor, with ruimte."""
KINDS = list(COLUMNS)
BASE = KOLOMMEN["monitor"]
POSTS = ["lasten", "baten", "toevoeging", "onttrekking", "saldo", "resultaat"]
EXPENSES = ["lasten", "toevoeging"]  # of these, less is favourable

# In whole euros, worked out by hand beside the example; a verschil is favourable when positive.
EUROS = """
begroting 2.3.1: Subsidies 1102330 1190000 1234450 1000000 1000000 1000000;
    Procesgeld_en_advies 287915 305000 318490 250000 250000 250000;
    Inhuur_derden 74260 95000 96480 95000 0 0;
    lasten 1464505 1590000 1649420 1345000 1250000 1250000; baten 355000 400000 400000 400000 0 0;
    saldo -1109505 -1190000 -1249420 -945000 -1250000 -1250000
begroting 4.2.3: lasten 412906 2150000 6400000 4250000 1800000 0;
    baten 0 650000 2100000 1400000 600000 0; saldo -412906 -1500000 -4300000 -2850000 -1200000 0;
    toevoeging 0 500000 0 0 0 0; onttrekking 412906 2000000 4300000 2850000 1200000 0;
    resultaat 0 0 0 0 0 0
begroting 5.1.1: lasten 2412300 2590000 2640000 2640000 2500000 2500000; baten 0 0 0 0 0 0;
    saldo -2412300 -2590000 -2640000 -2640000 -2500000 -2500000
begroting 5.1.2: lasten 1184620 1425000 1350000 1350000 1100000 1100000;
    baten 150000 200000 200000 200000 0 0;
    saldo -1034620 -1225000 -1150000 -1150000 -1100000 -1100000
monitor-1 2.3.1: lasten 1649420 0 1649420 402115 1247305; baten 400000 0 400000 100000 300000;
    saldo -1249420 0 -1249420 -302115 -947305
monitor-1 4.2.3: lasten 6400000 0 6400000 318220 6081780; baten 2100000 0 2100000 0 2100000;
    saldo -4300000 0 -4300000 -318220 -3981780; toevoeging 0 0 0 0 0;
    onttrekking 4300000 0 4300000 318220 3981780; resultaat 0 0 0 0 0
monitor-1 5.1.1: lasten 2640000 0 2640000 588240 2051760; baten 0 0 0 0 0;
    saldo -2640000 0 -2640000 -588240 -2051760
monitor-1 5.1.2: lasten 1350000 0 1350000 297480 1052520; baten 200000 0 200000 0 200000;
    saldo -1150000 0 -1150000 -297480 -852520
monitor-2 2.3.1: lasten 1649420 250000 1899420 1188735 710685;
    baten 400000 250000 650000 487500 162500; saldo -1249420 0 -1249420 -701235 -548185
monitor-2 4.2.3: lasten 6400000 0 6400000 1264910 5135090; baten 2100000 0 2100000 350000 1750000;
    saldo -4300000 0 -4300000 -914910 -3385090; toevoeging 0 0 0 0 0;
    onttrekking 4300000 0 4300000 914910 3385090; resultaat 0 0 0 0 0
monitor-2 5.1.1: lasten 2640000 -125000 2515000 1604870 910130; baten 0 0 0 0 0;
    saldo -2640000 125000 -2515000 -1604870 -910130
monitor-2 5.1.2: lasten 1350000 125000 1475000 902315 572685; baten 200000 0 200000 100000 100000;
    saldo -1150000 -125000 -1275000 -802315 -472685
jaarverslag 2.3.1: Subsidies 1166310 1234450 1484450 1512460 -28010;
    Procesgeld_en_advies 298750 318490 318490 301470 17020;
    Inhuur_derden 91480 96480 96480 88460 8020; lasten 1556540 1649420 1899420 1902390 -2970;
    baten 400000 400000 650000 671250 21250; saldo -1156540 -1249420 -1249420 -1231140 18280
jaarverslag 4.2.3: lasten 1876540 6400000 3750000 3412385 337615;
    baten 412500 2100000 1200000 1087500 -112500;
    saldo -1464040 -4300000 -2550000 -2324885 225115; toevoeging 500000 0 0 0 0;
    onttrekking 1964040 4300000 2550000 2324885 -225115; resultaat 0 0 0 0 0
jaarverslag 5.1.1: lasten 2566900 2640000 2515000 2498115 16885; baten 0 0 0 0 0;
    saldo -2566900 -2640000 -2515000 -2498115 16885
jaarverslag 5.1.2: lasten 1398440 1350000 1475000 1452870 22130;
    baten 200000 200000 200000 200000 0; saldo -1198440 -1150000 -1275000 -1252870 22130
"""
DO_NOT_ADD_UP = {
    ("begroting", "2.3.1"),  # 1.102 + 288 + 74 is 1.464, printed 1.465
    ("monitor-2", "2.3.1"),  # 650 - 488 is 162, printed 163
    ("jaarverslag", "2.3.1"),  # 1.234 + 318 + 96 is 1.648, printed 1.649
    ("jaarverslag", "4.2.3"),  # 1.200 - 1.088 is 112, printed 113
}


def _cases() -> Iterator[tuple[str, str, list[list[str]]]]:
    for line in EUROS.strip().replace("\n    ", " ").splitlines():
        head, rows = line.split(":")
        edition, nummer = head.split()
        yield edition, nummer, [row.split() for row in rows.split(";")]


CASES = list(_cases())


@cache
def _edition(name: str) -> Boekwerk:
    return load(EDITIONS / name)


def _money(edition: str, nummer: str) -> Financien:
    return _edition(edition).prestatie(nummer).financien or Financien()


def _table(soort: Soort, *regels: Regel, profiel: Profiel = RUIMTE) -> Tabel:
    return tabel(Financien(regels=regels), soort, profiel) or Tabel((), ())


def _regel(soort: str, omschrijving: str = "", **bedragen: int | None) -> Regel:
    data = {"soort": soort, "omschrijving": omschrijving, "bedragen": bedragen}
    return Regel.model_validate(data)


def _cells(found: Tabel) -> dict[str, list[Decimal | None]]:
    return {rij.omschrijving or rij.post: list(rij.cellen) for rij in found.rijen}


def _thousands(euros: Decimal) -> Decimal:
    return (euros / 1000).quantize(Decimal(1), ROUND_HALF_UP) * 1000


@pytest.mark.parametrize(("edition", "nummer", "rows"), CASES)
def test_the_figures_of_the_examples_are_right(
    edition: str, nummer: str, rows: list[list[str]]
) -> None:
    soort = _edition(edition).soort

    found = _table(soort, *_money(edition, nummer).regels)

    assert " ".join(kolom.naam for kolom in found.kolommen) == COLUMNS[soort]
    expected = {name.replace("_", " "): list(map(Decimal, cells)) for name, *cells in rows}
    nothing = [Decimal(0)] * len(found.kolommen)
    still = {"toevoeging": nothing, "onttrekking": nothing, "resultaat": expected["saldo"]}
    assert _cells(found) == still | expected
    posts = [rij.post for rij in found.rijen if not rij.omschrijving]
    assert posts == ["lasten", "baten", "saldo", "toevoeging", "onttrekking", "resultaat"]


def test_every_section_of_the_examples_is_worked_out() -> None:
    names = [path.name for path in EDITIONS.iterdir()]

    sections = {(name, p.nummer) for name in names for p in _edition(name).prestaties}

    assert sections == {(edition, nummer) for edition, nummer, _ in CASES}


@pytest.mark.parametrize(("edition", "nummer"), [case[:2] for case in CASES])
def test_printed_thousands_add_up_or_need_a_note(edition: str, nummer: str) -> None:
    table = _table(_edition(edition).soort, *_money(edition, nummer).regels)

    in_thousands = sluit_aan(table, _thousands)
    in_euros = sluit_aan(table, Decimal.to_integral_value)

    assert in_thousands == ((edition, nummer) not in DO_NOT_ADD_UP)
    assert in_euros


def test_what_was_not_given_is_unknown_and_a_row_that_is_absent_is_zero() -> None:
    lasten = _regel("lasten", primitief=5, gerealiseerd=3)  # without wijzigingen

    found = _table("monitor", lasten)

    assert _cells(found) == {
        "lasten": [5, None, None, 3, None],
        "baten": [0, 0, 0, 0, 0],
        "saldo": [-5, None, None, -3, None],
        "toevoeging": [0, 0, 0, 0, 0],
        "onttrekking": [0, 0, 0, 0, 0],
        "resultaat": [-5, None, None, -3, None],
    }
    assert sluit_aan(found, _thousands)  # the unknown contradicts nothing


def test_one_unknown_part_makes_its_total_unknown() -> None:
    a, b = _regel("baten", "A", primitief=5), _regel("baten", "B", gerealiseerd=3)

    found = _table("monitor", a, b)

    assert list(_cells(found))[:5] == ["lasten", "A", "B", "baten", "saldo"]
    assert _cells(found)["baten"] == [None, None, None, None, None]
    assert [rij.sommen for rij in found.rijen[3:5]] == [(((1, 1), (1, 2)),), (((1, 3), (-1, 0)),)]


@pytest.mark.parametrize(("soort", "resultaat"), [("toevoeging", -7), ("onttrekking", -3)])
def test_rows_of_zeros_can_be_left_out(soort: str, resultaat: int) -> None:
    zeros: dict[str, int | None] = dict.fromkeys(BASE, 0)
    lasten, nothing = _regel("lasten", primitief=5), _regel("baten", "", **zeros)
    without = Profiel(notatie=Notatie(lege_rijen="weglaten"))

    bare = _table("monitor", lasten, nothing, profiel=without)
    moved = _table("monitor", lasten, _regel(soort, primitief=2), profiel=without)

    assert list(_cells(bare)) == ["lasten", "saldo"]
    assert bare.rijen[1].sommen == (((-1, 0),),)
    assert list(_cells(moved)) == ["lasten", "saldo", soort, "resultaat"]
    assert _cells(moved)["resultaat"][0] == resultaat
    assert sluit_aan(moved, _thousands)


def test_one_regel_is_its_own_total_and_none_make_no_table() -> None:
    one = _table("monitor", _regel("lasten", "Subsidies", primitief=5))

    assert [rij.rol for rij in one.rijen if rij.post == "lasten"] == ["regel"]
    assert [tabel(Financien(), soort) for soort in KINDS] == [None, None, None]


@pytest.mark.parametrize(
    ("soort", "favourable"),
    [("lasten", -1), ("baten", 1), ("toevoeging", -1), ("onttrekking", 1)],
)
def test_a_difference_is_turned_so_that_favourable_is_positive(soort: str, favourable: int) -> None:
    more = _regel(soort, primitief=100, wijzigingen=-10, gerealiseerd=120)

    found = _cells(_table("jaarverslag", more))

    assert found[soort][-1] == 30 * favourable
    assert found.get("resultaat", found["saldo"])[-1] == 30 * favourable


@pytest.mark.parametrize(
    ("edition", "nummer", "amounts"),
    [
        ("begroting", "4.2.3", {}),  # a budget deviates from nothing
        ("monitor-1", "2.3.1", {"lasten": -250_000, "baten": 250_000}),
        ("monitor-2", "4.2.3", {"lasten": 2_650_000, "baten": -900_000, "onttrekking": -1_750_000}),
        ("monitor-2", "5.1.2", {"lasten": 15_000}),
        ("jaarverslag", "4.2.3", {"lasten": 337_615, "baten": -112_500, "onttrekking": -225_115}),
    ],
)
def test_a_deviation_is_the_forecast_or_the_outcome_against_the_budget(
    edition: str, nummer: str, amounts: dict[str, int]
) -> None:
    found = afwijkingen(_money(edition, nummer), _edition(edition).soort)

    assert {a.post: a.bedrag for a in found if a.bedrag} == amounts


def test_exactly_on_a_threshold_stays_silent() -> None:
    on = [("75000", "100000"), ("100000", "1000000"), ("250000", "10000000"), ("0", "0")]
    beyond = [("75000.01", "100000"), ("-100000.01", "1000000"), ("-250000.01", "10000000")]
    beyond += [("75000.01", "0")]  # any part of nothing is too large a part

    silent, due = (
        [Afwijking("lasten", Decimal(a), Decimal(b)).boven(Drempels()) for a, b in cases]
        for cases in (on, beyond)
    )

    assert not any(silent)
    assert all(due)


def _books(soort: Soort) -> st.SearchStrategy[tuple[Soort, list[Regel]]]:
    low = {"wijzigingen": -(10**6)}  # the one column with a sign
    euros = {k: st.none() | st.integers(low.get(k, 0), 10**7) for k in KOLOMMEN[soort]}
    posts = st.sampled_from(POSTS[:4])
    bedragen = st.builds(Bedragen, **euros)
    regels = st.builds(Regel, soort=posts, omschrijving=st.none(), bedragen=bedragen)
    return st.tuples(st.just(soort), st.lists(regels, min_size=1, max_size=6))


def _by_hand(soort: Soort, regels: list[Regel]) -> dict[str, dict[str, float]]:
    """Work the totals out again, in floats, where NaN is what is not known."""
    rows: dict[str, dict[str, float]] = {post: {} for post in POSTS}
    for name in KOLOMMEN[soort]:
        for post in POSTS[:4]:
            given = [getattr(r.bedragen, name) for r in regels if r.soort == post]
            rows[post][name] = sum(math.nan if b is None else float(b) for b in given)
        rows["saldo"][name] = rows["baten"][name] - rows["lasten"][name]
        moved = rows["onttrekking"][name] - rows["toevoeging"][name]
        rows["resultaat"][name] = rows["saldo"][name] + moved
    for post, row in rows.items() if soort != "begroting" else ():
        row["actueel"] = row["primitief"] + row["wijzigingen"]
        row["ruimte"] = row["actueel"] - row["gerealiseerd"]
        row["verschil"] = row["ruimte"] if post in EXPENSES else -row["ruimte"]
    return rows


@given(st.sampled_from(KINDS).flatmap(_books))
def test_derived_figures_agree_with_another_calculation(book: tuple[Soort, list[Regel]]) -> None:
    soort, regels = book
    expected = _by_hand(soort, regels)

    found = _table(soort, *regels)

    for rij in {rij.post: rij for rij in found.rijen}.values():  # the total is the last of a post
        by_hand = [expected[rij.post][kolom.naam] for kolom in found.kolommen]
        assert rij.cellen == tuple(None if math.isnan(x) else Decimal(x) for x in by_hand)
        assert "-0" not in map(str, rij.cellen)


def _gaps(table: Tabel) -> Iterator[tuple[Decimal, int]]:
    """How far each total is from its re-added rounded cells, and how many cells those are."""
    place = {kolom.naam: nr for nr, kolom in enumerate(table.kolommen)}
    grid = [[cell and _thousands(cell) for cell in rij.cellen] for rij in table.rijen]
    for row, rij in zip(grid, table.rijen, strict=True):
        for nr, kolom in enumerate(table.kolommen):
            (som,) = rij.sommen or ((),)
            down = [(sign, grid[other][nr]) for sign, other in som]
            across = [(sign, row[place[name]]) for sign, name in kolom.delen]
            for parts in filter(None, (down, across)):
                known = [(sign, cell) for sign, cell in [(-1, row[nr]), *parts] if cell is not None]
                if len(known) > len(parts):
                    yield sum((sign * cell for sign, cell in known), Decimal(0)), len(parts)


@given(st.sampled_from(KINDS[:2]).flatmap(_books))  # the changes of a jaarverslag do not print
def test_re_added_cells_stay_within_half_a_unit_each(book: tuple[Soort, list[Regel]]) -> None:
    table = _table(book[0], *book[1])

    gaps = list(_gaps(table))

    assert all(2 * abs(gap) <= (cells + 1) * 1000 for gap, cells in gaps)  # N13
    assert sluit_aan(table, _thousands) == (not any(gap for gap, _ in gaps))
