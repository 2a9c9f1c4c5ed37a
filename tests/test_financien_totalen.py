"""Totals over prestaties agree with another calculation, whatever the data."""

from collections import Counter
from decimal import Decimal

from bouwstenen import boekwerk, boekwerken, prestatie
from hypothesis import given

from reportgen.financien import hoogste, onder, reservetabel, tabel, totalen
from reportgen.model import KOLOMMEN, Boekwerk, Regel, hoort_onder

POSTS = ("lasten", "baten", "toevoeging", "onttrekking")
GOALS = [
    {"nummer": "5", "titel": "Vijf", "beleidsdoelen": [{"nummer": "5.1", "titel": "Een"}]},
    {"nummer": "4", "titel": "Vier", "beleidsdoelen": [{"nummer": "4.2", "titel": "Twee"}]},
]


def _sum(regels: list[Regel], post: str, column: str) -> Decimal | None:
    given_ = [getattr(r.bedragen, column) for r in regels if r.soort == post]
    return None if None in given_ else sum(given_, Decimal(0))


@given(boekwerken())
def test_every_total_is_the_sum_of_what_stands_under_it(document: Boekwerk) -> None:
    for nummer, total in totalen(document).items():
        sections = [p for p in document.prestaties if not nummer or hoort_onder(p.nummer, nummer)]
        regels = [r for p in sections if p.financien for r in p.financien.regels]
        assert total.prestaties == tuple(p.nummer for p in sections)
        for post in POSTS:
            row = total.tabel.rij(post)  # type: ignore[arg-type]
            assert row is not None
            cells = dict(zip((k.naam for k in total.tabel.kolommen), row.cellen, strict=True))
            for column in KOLOMMEN[document.soort]:
                if column in cells:
                    assert cells[column] == _sum(regels, post, column)


@given(boekwerken())
def test_every_light_action_and_milestone_is_counted_once(document: Boekwerk) -> None:
    whole = totalen(document)[""].telling

    actions = Counter(a.status or "" for p in document.prestaties for a in p.acties)

    assert whole.acties == actions
    assert sum(whole.inhoud.values()) == sum(whole.geld.values()) == len(document.prestaties)


@given(boekwerken())
def test_a_total_over_one_prestatie_is_its_own_table(document: Boekwerk) -> None:
    alone = document.model_copy(update={"prestaties": document.prestaties[:1]})
    money = alone.prestaties[0].financien

    own = tabel(money, alone.soort, alone.profiel) if money else None
    total = totalen(alone)[""].tabel

    for row in own.rijen if own else ():
        if row.rol in ("regel", "totaal"):
            same = total.rij(row.post)
            assert same is not None
            assert same.cellen == row.cellen


def test_what_is_unknown_of_one_makes_the_total_unknown() -> None:
    known = {"soort": "lasten", "bedragen": {"primitief": 5, "gerealiseerd": 1}}
    unknown = {"soort": "lasten", "bedragen": {"primitief": 7}}
    silent = prestatie(nummer="5.1.3")  # no amounts at all: nothing to add
    sections = [
        prestatie(nummer=nummer, financien={"regels": [regel]})
        for nummer, regel in (("5.1.1", known), ("5.1.2", unknown))
    ]

    table = totalen(boekwerk(*sections, silent, kerntaken=GOALS))["5.1"].tabel

    total = table.rij("lasten")
    assert total is not None
    assert dict(
        zip(("primitief", "gerealiseerd"), (total.cellen[0], total.cellen[3]), strict=True)
    ) == {
        "primitief": 12,
        "gerealiseerd": None,
    }


def test_prestaties_find_the_lowest_part_that_holds_them_all() -> None:
    sections = [prestatie(nummer=n) for n in ("5.1.1", "5.1.2", "4.2.1")]
    document = boekwerk(*sections, kerntaken=GOALS)

    found = [
        (part.nummer if (part := onder(document, numbers)) else None)
        for numbers in (["5.1.1", "5.1.2"], ["5.1.1", "5.2.9"], ["5.1.1", "4.2.1"], ["9.9.9"], [])
    ]

    assert found == ["5.1", "5", None, None, None]
    assert hoogste(document, ["5.1.1", "4.2.1", "5.1.2"]) == ("5", "4")


def test_a_reserve_adds_up_what_goes_in_and_out() -> None:
    def section(nummer: str, amount: int) -> dict[str, object]:
        regels = [
            {"soort": "onttrekking", "bedragen": {"primitief": amount}},
            {"soort": "toevoeging", "bedragen": {"primitief": 1}},
        ]
        reserve = {"naam": "Wegen", "relatie": "ja"}
        return {
            "nummer": nummer,
            "financien": {"regels": regels},
            "basisinformatie": {"reserve": reserve},
        }

    document = boekwerk(*(prestatie(**section(n, a)) for n, a in (("5.1.1", 3), ("5.1.2", 4))))

    rows = reservetabel(totalen(document)[""], document).rijen

    assert [f"{r.post} {r.omschrijving} {r.cellen[0]}" for r in rows] == [
        "toevoeging Wegen 2",
        "onttrekking Wegen 7",
    ]


def test_totals_are_worked_out_once_and_not_copied_along() -> None:
    document = boekwerk(prestatie(), kerntaken=GOALS)

    assert totalen(document) is totalen(document)
    assert totalen(document.model_copy()) is not totalen(document)
    assert document == document.model_copy()
