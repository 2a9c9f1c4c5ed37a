"""Figures of two documents: the mutations of 2017 to the euro, and which columns meet at all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import combinations
from typing import Any

import pytest
from bouwstenen import boekwerk, prestatie
from woordbouw import EXAMPLES

from reportgen import DataError, compare, load
from reportgen.editie import OVERGANGEN, Overgang
from reportgen.errors import Plaats, Problem, pad_text
from reportgen.model import KOLOMMEN, Boekwerk, Soort
from reportgen.reading import Gelezen, Los
from reportgen.vergelijking import Grootheid, Mutatie, Vergelijking
from reportgen.vergelijking.bronnen import van_lezer
from reportgen.vergelijking.grootheden import meting

IJSSELMARK = EXAMPLES / "ijsselmark-2017"
EDITIES = ("begroting", "monitor-1", "monitor-2", "jaarverslag")
NU = Grootheid("begroting", 2017)
MONITOR_2: dict[str, Any] = {"titel": "Monitor 2017-II", "peildatum": "2017-09-01"}

Stand = tuple[int | None, ...]
"""What an amount was, its mutation and what it is, in whole euros."""
ENERGIE: dict[tuple[str, str], Stand] = {
    ("2.3.1", "lasten"): (1649420, 250000, 1899420),
    ("2.3.1", "baten"): (400000, 250000, 650000),
    ("2.3.1", "saldo"): (-1249420, 0, -1249420),
}
FIETSROUTE: dict[tuple[str, str], Stand] = {
    ("4.2.3", "lasten"): (6400000, -2650000, 3750000),
    ("4.2.3", "baten"): (2100000, -900000, 1200000),
    ("4.2.3", "saldo"): (-4300000, 1750000, -2550000),
    ("4.2.3", "onttrekking"): (4300000, -1750000, 2550000),
    ("4.2.3", "resultaat"): (0, 0, 0),
}
VERSCHUIVING: dict[tuple[str, str], Stand] = {
    ("5.1.1", "lasten"): (2640000, -125000, 2515000),
    ("5.1.2", "lasten"): (1350000, 125000, 1475000),
    ("5.1.2", "baten"): (200000, 0, 200000),
    ("5.1.2", "saldo"): (-1150000, -125000, -1275000),
    ("5.1.2", "resultaat"): (-1150000, -125000, -1275000),
}
RAMING_2018: dict[tuple[str, str], Stand] = {
    ("4.2.3", "lasten"): (4250000, 2650000, 6900000),
    ("4.2.3", "baten"): (1400000, 900000, 2300000),
    ("4.2.3", "saldo"): (-2850000, -1750000, -4600000),
    ("4.2.3", "onttrekking"): (2850000, 1750000, 4600000),
    ("4.2.3", "resultaat"): (0, 0, 0),
}
"""Typed from the tables of the example data, in whole euros."""
MUTATIES_2017: list[tuple[str, str, dict[tuple[str, str], Stand]]] = [
    ("begroting", "monitor-1", {}),
    ("begroting", "monitor-2", {**ENERGIE, **VERSCHUIVING}),
    ("begroting", "jaarverslag", {**ENERGIE, **FIETSROUTE, **VERSCHUIVING}),
    ("monitor-1", "monitor-2", {**ENERGIE, **VERSCHUIVING}),
    ("monitor-1", "jaarverslag", {**ENERGIE, **FIETSROUTE, **VERSCHUIVING}),
    ("monitor-2", "jaarverslag", FIETSROUTE),
]


@cache
def editie(naam: str) -> Boekwerk:
    """An edition of IJsselmark."""
    return load(IJSSELMARK / naam)


def stand(bedrag: Mutatie) -> Stand:
    """An amount before and after in whole euros; no cent is lost on the way."""
    delen = (bedrag.was, bedrag.mutatie, bedrag.wordt)
    assert all(deel is None or deel == int(deel) for deel in delen)
    return tuple(None if deel is None else int(deel) for deel in delen)


def sommen(
    vergelijking: Vergelijking, grootheid: Grootheid, niveau: str = "prestatie"
) -> dict[tuple[str, str], Stand]:
    """What changed figures add up to, by number and post."""
    return {
        (som.nummers.nu, som.post): stand(som.bedrag)
        for som in vergelijking.sommen
        if (som.grootheid, som.niveau) == (grootheid, niveau)
    }


def cijfers(oud: Boekwerk, nieuw: Boekwerk) -> list[str]:
    """Every figure that changed, on a line: which, where, was, mutatie, wordt."""
    return [
        f"{c.nummers.nu} {c.grootheid.maat} {c.grootheid.jaar} {c.post} {c.omschrijving}{c.aard}: "
        f"{c.bedrag.was} {c.bedrag.mutatie} {c.bedrag.wordt}"
        for c in compare(oud, nieuw).cijfers
    ]


def geld(*regels: Mapping[str, Any], **velden: object) -> dict[str, Any]:
    """A prestatie with these regels, as plain data."""
    return {"financien": {"regels": regels}, **velden}


def regel(soort: str = "lasten", naam: str = "", aard: str = "", **bedragen: object) -> Any:  # noqa: ANN401  plain data
    """A regel, as plain data."""
    return {"soort": soort, "omschrijving": naam, "aard": aard, "bedragen": bedragen}


def monitor(*secties: Mapping[str, Any], **velden: object) -> Boekwerk:
    """A monitor of these prestaties."""
    return boekwerk(*(prestatie(**sectie) for sectie in secties), **velden)


@pytest.mark.parametrize(("oud", "nieuw", "verwacht"), MUTATIES_2017)
def test_the_mutations_of_2017_are_those_of_the_example_to_the_euro(
    oud: str, nieuw: str, verwacht: dict[tuple[str, str], Stand]
) -> None:
    gevonden = sommen(compare(editie(oud), editie(nieuw)), NU)

    assert {plek: gevonden.get(plek) for plek in verwacht} == verwacht
    ongenoemd = {plek: stand for plek, stand in gevonden.items() if plek not in verwacht}
    assert {nummer for nummer, _ in gevonden} == {nummer for nummer, _ in verwacht}
    assert all(stand[1] == 0 or plek[0] == "5.1.1" for plek, stand in ongenoemd.items())


@pytest.mark.parametrize("oud", ["begroting", "monitor-1"])
def test_later_years_come_from_the_records_of_begrotingswijzigingen(oud: str) -> None:
    vergelijking = compare(editie(oud), editie("monitor-2"))

    assert sommen(vergelijking, Grootheid("begroting", 2018)) == RAMING_2018
    besluiten = {(r.besluit, r.jaar, r.nummers.nu, r.post) for r in vergelijking.besluiten}
    assert ("2017-14", 2018, "4.2.3", "lasten") in besluiten


def test_a_proposal_is_told_and_is_not_yet_among_the_figures() -> None:
    vergelijking = compare(editie("begroting"), editie("monitor-2"))

    regels = [r for r in vergelijking.besluiten if r.jaar == 2017]
    assert {(r.besluit, r.nummers.nu, r.post, stand(r.bedrag)[1], r.verwerkt) for r in regels} == {
        ("2017-14", "4.2.3", "lasten", -2650000, False),
        ("2017-14", "4.2.3", "baten", -900000, False),
        ("2017-14", "4.2.3", "onttrekking", -1750000, False),
        ("2017-08", "5.1.1", "lasten", -125000, True),
        ("2017-08", "5.1.2", "lasten", 125000, True),
    }
    assert ("4.2.3", "lasten") not in sommen(vergelijking, NU)


def test_a_decision_that_has_run_its_course_is_no_mutation_back() -> None:
    vergelijking = compare(editie("monitor-2"), editie("jaarverslag"))

    assert vergelijking.besluiten == ()


def test_a_kerntaak_adds_up_all_its_prestaties() -> None:
    per_kerntaak = sommen(compare(editie("begroting"), editie("jaarverslag")), NU, "kerntaak")

    lasten = {nummer: stand for (nummer, post), stand in per_kerntaak.items() if post == "lasten"}
    assert lasten == {
        "2": (1649420, 250000, 1899420),
        "4": (6400000, -2650000, 3750000),
        "5": (3990000, 0, 3990000),
    }


def test_the_whole_adds_up_its_kerntaken() -> None:
    geheel = sommen(compare(editie("begroting"), editie("jaarverslag")), NU, "boekwerk")

    assert geheel["", "lasten"] == (12039420, -2400000, 9639420)
    assert geheel["", "resultaat"] == (-5039420, 0, -5039420)


def test_rows_meet_by_name_where_both_documents_have_them() -> None:
    gevonden = cijfers(editie("begroting"), editie("jaarverslag"))

    assert "2.3.1 begroting 2017 lasten Subsidies: 1234450 250000 1484450" in gevonden
    assert not [regel for regel in gevonden if "Procesgeld" in regel]


def test_where_one_document_splits_what_the_other_gives_as_a_whole_the_whole_is_compared() -> None:
    gevonden = cijfers(editie("begroting"), editie("monitor-2"))

    assert [r for r in gevonden if r.startswith("2.3.1") and "lasten" in r] == [
        "2.3.1 begroting 2017 lasten : 1649420 250000 1899420"
    ]


@pytest.mark.parametrize(("een", "ander"), [*combinations(EDITIES, 2)])
def test_back_is_the_opposite_of_forth(een: str, ander: str) -> None:
    heen = compare(editie(een), editie(ander))

    assert compare(editie(ander), editie(een)) == heen.om()
    assert heen.om().om() == heen


@pytest.mark.parametrize("naam", EDITIES)
def test_a_document_beside_itself_differs_in_nothing(naam: str) -> None:
    vergelijking = compare(editie(naam), IJSSELMARK / naam)

    assert vergelijking.gelijk
    assert (vergelijking.sommen, vergelijking.onvergelijkbaar) == ((), ())


def test_a_column_without_counterpart_is_said() -> None:
    vergelijking = compare(editie("begroting"), editie("monitor-1"))

    alleen = {(o.grootheid.maat, o.grootheid.jaar, o.in_oud) for o in vergelijking.onvergelijkbaar}
    assert alleen == {
        ("realisatie", 2015, True),
        ("begroting", 2016, True),
        ("begroting", 2018, True),
        ("begroting", 2019, True),
        ("begroting", 2020, True),
        ("realisatie", 2017, False),
        ("prognose", 2017, False),
    }


@pytest.mark.parametrize(("soorten", "overgang"), [*OVERGANGEN.items()])
def test_what_one_figure_becomes_in_a_later_edition_is_one_amount_here_too(
    soorten: tuple[Soort, Soort, int], overgang: Overgang
) -> None:
    oud, nieuw, jaren = soorten
    toen = _maten(boekwerk(prestatie(), soort=oud, jaar=2017))
    nu = _maten(boekwerk(prestatie(), soort=nieuw, jaar=2017 + jaren))

    for wordt, was in overgang.alle.items():
        assert wordt == "wijzigingen" or toen[was] & nu[wordt]


def _maten(document: Boekwerk) -> dict[str, set[Grootheid]]:
    """What each column measures."""
    gevonden: dict[str, set[Grootheid]] = {}
    for grootheid, kolom in meting(document).items():
        gevonden.setdefault(kolom, set()).add(grootheid)
    assert {*gevonden} >= {*KOLOMMEN[document.soort]} - {"wijzigingen"}
    return gevonden


@pytest.mark.parametrize(
    ("was", "wordt", "verwacht"),
    [
        pytest.param(
            [regel(primitief=100, wijzigingen=0)],
            [regel(primitief=100, wijzigingen=-30)],
            ["5.1.2 begroting 2017 lasten : 100 -30 70"],
            id="a change that was carried through",
        ),
        pytest.param(
            [regel(naam="A", prognose=1), regel(naam="B", prognose=2)],
            [regel(naam="B", prognose=2), regel(naam="A", prognose="1.50")],
            ["5.1.2 prognose 2017 lasten A: 1 0.5 1.5"],
            id="another order of rows, and cents",
        ),
        pytest.param(
            [regel(naam="A", prognose=1)],
            [regel(naam="A", prognose=1), regel(naam="B", prognose=5)],
            ["5.1.2 prognose 2017 lasten B: 0 5 5"],
            id="a row that came was zero",
        ),
        pytest.param(
            [regel(naam="A", prognose=1), regel("baten", prognose=7)],
            [regel(naam="A", prognose=1)],
            ["5.1.2 prognose 2017 baten : 7 -7 0"],
            id="a post that went is zero",
        ),
        pytest.param(
            [regel(naam="A", prognose=3), regel(naam="B", prognose=4)],
            [regel(naam="C", prognose=9)],
            ["5.1.2 prognose 2017 lasten : 7 2 9"],
            id="no name in both: the whole",
        ),
        pytest.param(
            [regel(prognose=None)],
            [regel(prognose=9)],
            ["5.1.2 prognose 2017 lasten : None None 9"],
            id="an amount that was not known",
        ),
        pytest.param(
            [regel(aard="structureel", prognose=1), regel(aard="incidenteel", prognose=2)],
            [regel(aard="structureel", prognose=1), regel(aard="incidenteel", prognose=4)],
            ["5.1.2 prognose 2017 lasten incidenteel: 2 2 4"],
            id="rows that only their nature tells apart",
        ),
        pytest.param(
            [regel(aard="structureel", prognose=3)],
            [regel(aard="incidenteel", prognose=3)],
            [],
            id="another nature is another value, no other amount",
        ),
        pytest.param(
            [regel(primitief=100, wijzigingen=0)],
            [regel(primitief=90, wijzigingen=10)],
            ["5.1.2 primitief 2017 lasten : 100 -10 90"],
            id="an adopted budget that is another one",
        ),
        pytest.param(
            [regel(naam="A", prognose=1), regel(naam="A", prognose=2)],
            [regel(naam="A", prognose=5)],
            ["5.1.2 prognose 2017 lasten A: 3 2 5"],
            id="two rows of one name",
        ),
    ],
)
def test_rows_are_matched(was: list[Any], wordt: list[Any], verwacht: list[str]) -> None:
    oud, nieuw = monitor(geld(*was)), monitor(geld(*wordt), **MONITOR_2)

    assert cijfers(oud, nieuw) == verwacht


def test_a_figure_says_where_it_stands_in_both() -> None:
    was = geld(regel(naam="A", prognose=1), regel(naam="B", prognose=2))
    wordt = geld(regel(naam="B", prognose=3, primitief=1, wijzigingen=1))

    vergelijking = compare(monitor(was), monitor(wordt, **MONITOR_2))

    assert [(pad_text(c.paden.was), pad_text(c.paden.wordt)) for c in vergelijking.cijfers] == [
        ("financien.regels[1].bedragen.primitief", "financien.regels[0].bedragen.primitief"),
        ("financien.regels[1].bedragen", "financien.regels[0].bedragen"),
        ("financien.regels[0].bedragen.prognose", ""),
        ("financien.regels[1].bedragen.prognose", "financien.regels[0].bedragen.prognose"),
    ]


def test_a_new_prestatie_was_zero_and_one_that_went_is_zero() -> None:
    weg = geld(regel(prognose=5), nummer="5.1.3", titel="Weg")
    bij = geld(regel(prognose=8), nummer="5.1.4", titel="Bij")

    assert cijfers(monitor({}, weg), monitor({}, bij, **MONITOR_2)) == [
        "5.1.3 prognose 2017 lasten : 5 -5 0",
        "5.1.4 prognose 2017 lasten : 0 8 8",
    ]


def test_years_meet_across_begrotingen() -> None:
    oud = boekwerk(
        prestatie(**geld(regel(begroting=100, raming_1=90))),
        soort="begroting",
        jaar=2017,
        peildatum=None,
    )
    nieuw = boekwerk(
        prestatie(**geld(regel(begroting_t1=120, begroting=95))),
        soort="begroting",
        jaar=2018,
        peildatum=None,
    )

    assert cijfers(oud, nieuw) == [
        "5.1.2 begroting 2017 lasten : 100 20 120",
        "5.1.2 begroting 2018 lasten : 90 5 95",
    ]


def test_a_prestatie_that_moves_counts_where_it_was_and_where_it_is() -> None:
    kerntaken = [{"nummer": "4", "titel": "Weg"}, {"nummer": "5", "titel": "Werk"}]
    was = geld(regel(prognose=10), nummer="5.1.2")
    wordt = geld(regel(prognose=12), nummer="4.1.2", voorheen="5.1.2")

    vergelijking = compare(
        monitor(was, kerntaken=kerntaken), monitor(wordt, kerntaken=kerntaken, **MONITOR_2)
    )

    gevonden = sommen(vergelijking, Grootheid("prognose", 2017), "kerntaak")
    assert gevonden["4", "lasten"] == (0, 12, 12)
    assert gevonden["5", "lasten"] == (10, -10, 0)


BESLUIT = {"nummer": "2017-01", "orgaan": "PS", "status": "voorstel"}


def _besluit(*mutaties: Mapping[str, Any], **velden: object) -> dict[str, Any]:
    regels = [{"jaar": 2018, "soort": "lasten", **mutatie} for mutatie in mutaties]
    return {**BESLUIT, "mutaties": regels, **velden}


def _met(*besluiten: Mapping[str, Any]) -> dict[str, Any]:
    return {"financien": {"begrotingswijzigingen": besluiten}}


@pytest.mark.parametrize(
    ("besluiten", "verwacht"),
    [
        ([_besluit({"was": 10, "mutatie": 5})], (10, 5, 15)),
        ([_besluit({"was": 10, "mutatie": 5}, {"was": 3, "mutatie": -1})], (13, 4, 17)),
        (
            [
                _besluit({"was": 15, "mutatie": 1}, nummer="2017-02"),
                _besluit({"was": 10, "mutatie": 5}),
            ],
            (10, 6, 16),
        ),
        (
            [
                _besluit({"was": 10, "mutatie": 1}, nummer="2017-02"),
                _besluit({"was": 10, "mutatie": 5}),
            ],
            (10, 6, 16),
        ),
        (
            [
                _besluit({"was": 99, "mutatie": 1}, nummer="2017-02"),
                _besluit({"was": 10, "mutatie": 5}),
            ],
            (None, None, None),
        ),
    ],
)
def test_decisions_about_one_row_follow_each_other(besluiten: list[Any], verwacht: Stand) -> None:
    vergelijking = compare(monitor({}), monitor(_met(*besluiten), **MONITOR_2))

    gevonden = sommen(vergelijking, Grootheid("begroting", 2018))
    assert gevonden == {("5.1.2", "lasten"): verwacht}


def test_a_decision_that_says_something_else_now_changes_by_the_difference() -> None:
    oud = monitor(_met(_besluit({"was": 10, "mutatie": 5})))
    nieuw = monitor(_met(_besluit({"was": 10, "mutatie": 7})), **MONITOR_2)

    (gevonden,) = compare(oud, nieuw).besluiten

    assert stand(gevonden.bedrag) == (15, 2, 17)


def test_between_versions_of_one_edition_a_decision_can_be_taken_back() -> None:
    oud, nieuw = monitor(_met(_besluit({"was": 10, "mutatie": 5}))), monitor({})

    (gevonden,) = compare(oud, nieuw).besluiten

    assert stand(gevonden.bedrag) == (15, -5, 10)


def test_two_prestaties_of_one_number_are_an_error_in_the_data() -> None:
    dubbel = monitor({}, {})

    with pytest.raises(DataError, match=r"5\.1\.2 staat 2 keer"):
        compare(monitor({}), dubbel)


def test_what_a_reader_of_word_could_not_place_is_told() -> None:
    fout = Problem("L3", "warning", Plaats(plek="tabel 1"), "‘x’ is geen bedrag")
    gelezen = Gelezen(monitor({}), los=(Los("Los zinnetje", "alinea 3"),), problems=(fout,))

    gevonden = van_lezer(gelezen, "5.1.2.docx")

    assert [str(problem) for problem in gevonden.problems] == [
        "let op L3 · 5.1.2.docx, tabel 1: ‘x’ is geen bedrag",
        (
            "let op R4 · 5.1.2.docx, alinea 3: geen plaats in de data voor: ‘Los zinnetje’ → deze"
            " tekst is niet vergeleken; zet hem in de data als hij daar hoort"
        ),
    ]
