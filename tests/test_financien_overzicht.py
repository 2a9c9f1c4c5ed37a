"""What a total is made of, and how reserves go through the year: figures that add up."""

from decimal import Decimal

import pytest
from bouwstenen import boekwerk, boekwerken, prestatie
from hypothesis import given

from reportgen.financien import (
    BASISPOSTEN,
    VOLGORDE,
    Reserveverloop,
    Tabel,
    basistabel,
    kolom,
    opgetelde_reserves,
    optellingen,
    overzicht,
    reserveverloop,
    totalen,
)
from reportgen.model import Boekwerk

NUL = Decimal(0)
COLUMN = {k.naam: k for k in Boekwerk.model_fields["profiel"].default.kolommen.monitor}


def _branches(document: Boekwerk) -> dict[str, Tabel]:
    return {kern.nummer: totalen(document)[kern.nummer].tabel for kern in document.kerntaken}


def _adds_up(table: Tabel) -> bool:
    sums = optellingen(table, [list(row.cellen) for row in table.rijen])
    return all(_right(total, parts) for total, parts in sums)


def _right(total: Decimal | None, parts: list[tuple[int, Decimal | None]]) -> bool:
    known = [sign * part for sign, part in parts if part is not None]
    return total is None or len(known) < len(parts) or total == sum(known)


@given(boekwerken())
def test_the_parts_of_an_overview_add_up_to_its_totals(document: Boekwerk) -> None:
    whole = totalen(document)[""].tabel

    table = overzicht(_branches(document), whole)

    assert _adds_up(table)
    assert [r.cellen for r in table.rijen if r.rol != "deel"] == [r.cellen for r in whole.rijen]


@given(boekwerken())
def test_an_overview_per_prestatie_adds_up_as_well(document: Boekwerk) -> None:
    parts = {p.nummer: basistabel(p, document) for p in document.prestaties}
    whole = totalen(document)[""].tabel

    table = overzicht(parts, whole, BASISPOSTEN)

    assert _adds_up(table)
    assert {r.post for r in table.rijen if r.rol == "deel"} <= set(BASISPOSTEN)


@given(boekwerken())
def test_one_column_of_an_overview_adds_up_down_the_rows(document: Boekwerk) -> None:
    table = overzicht(_branches(document), totalen(document)[""].tabel)

    columns = [kolom(table, number) for number in range(len(table.kolommen))]

    assert all(map(_adds_up, columns))
    assert [c.rijen[0].cellen[0] for c in columns] == list(table.rijen[0].cellen)


def _money(**posts: int) -> dict[str, object]:
    return {"regels": [{"soort": s, "bedragen": {"primitief": b}} for s, b in posts.items()]}


def _two(**posts: int) -> Boekwerk:
    kerntaken = [{"nummer": n, "titel": f"K{n}", "beleidsdoelen": []} for n in "45"]
    sections = [
        prestatie(nummer="4.1.1", financien=_money(lasten=100)),
        prestatie(nummer="5.1.1", financien=_money(lasten=50, **posts)),
    ]
    return boekwerk(*sections, kerntaken=kerntaken)


def _rows(document: Boekwerk) -> list[tuple[str, str]]:
    table = overzicht(_branches(document), totalen(document)[""].tabel)
    return [(row.post, row.omschrijving) for row in table.rijen]


def test_a_part_that_has_nothing_of_a_post_has_no_row_there() -> None:
    rows = _rows(_two(baten=30))

    assert rows == [
        *[("lasten", "4"), ("lasten", "5"), ("lasten", "")],
        *[("baten", "5"), ("baten", "")],
        *[("saldo", "4"), ("saldo", "5"), ("saldo", "")],
        *[("toevoeging", ""), ("onttrekking", ""), ("resultaat", "")],  # the saldo once more
    ]


def test_the_resultaat_is_told_by_part_where_reserves_move() -> None:
    rows = _rows(_two(onttrekking=20))

    assert [name for post, name in rows if post == "resultaat"] == ["4", "5", ""]


def test_one_part_alone_is_no_part() -> None:
    document = boekwerk(prestatie(nummer="5.1.1", financien=_money(lasten=50)))
    whole = totalen(document)[""].tabel

    table = overzicht({"5": whole}, whole)

    assert [(row.post, row.omschrijving) for row in table.rijen] == [(p, "") for p in VOLGORDE]


def _reserve(nummer: str, naam: str | None, **posts: int) -> object:
    basis = {"basisinformatie": {"reserve": {"naam": naam, "relatie": "ja"}}} if naam else {}
    return prestatie(nummer=nummer, financien=_money(**posts), **basis)


def _course(*sections: object, column: str = "primitief", **head: object) -> list[tuple[str, ...]]:
    document = boekwerk(*sections, **head)  # type: ignore[arg-type]
    return [
        tuple(map(str, (r.naam, r.begin, r.toevoeging, r.onttrekking, r.eind)))
        for r in reserveverloop(document, COLUMN[column])
    ]


def test_a_reserve_ends_where_it_began_with_what_moved() -> None:
    sections = (
        _reserve("1.1.1", "Groen", toevoeging=30),
        _reserve("1.1.2", "Groen", onttrekking=10),
    )

    course = _course(*sections, reserves=[{"naam": "Groen", "stand": 500}])

    assert course == [("Groen", "500", "30", "10", "520")]


def test_a_reserve_of_which_no_balance_is_known_ends_unknown() -> None:
    course = _course(_reserve("1.1.1", "Groen", onttrekking=10))

    assert course == [("Groen", "None", "0", "10", "None")]


def test_a_reserve_at_rest_is_told_only_where_its_balance_is() -> None:
    still = _reserve("1.1.1", "Stil", lasten=10)

    course = _course(still, reserves=[{"naam": "Vast", "stand": 7}])

    assert course == [("Vast", "7", "0", "0", "7")]


def test_what_moves_without_the_name_of_a_reserve_is_not_lost() -> None:
    course = _course(
        _reserve("1.1.1", "Groen", toevoeging=1), _reserve("1.1.2", None, onttrekking=4)
    )

    assert course == [("Groen", "None", "1", "0", "None"), ("", "None", "0", "4", "None")]


def test_a_derived_column_is_worked_out_for_reserves_too() -> None:
    bedragen = {"primitief": 100, "wijzigingen": -30}
    money = {"regels": [{"soort": "onttrekking", "bedragen": bedragen}]}
    reserve = {"reserve": {"naam": "Groen", "relatie": "ja"}}

    course = _course(prestatie(financien=money, basisinformatie=reserve), column="actueel")

    assert course == [("Groen", "None", "0", "70", "None")]


@pytest.mark.parametrize(("begin", "eind"), [(Decimal(5), "12"), (None, "None")])
def test_reserves_add_up_as_far_as_they_are_known(begin: Decimal | None, eind: str) -> None:
    rows = [Reserveverloop("a", Decimal(4), Decimal(3), NUL), Reserveverloop("b", begin, NUL, NUL)]

    total = opgetelde_reserves(rows, "Totaal")

    assert (total.naam, str(total.eind), total.stil) == ("Totaal", eind, False)
