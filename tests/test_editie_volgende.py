"""The next edition: what may follow what, which texts stay and what is emptied."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from bouwstenen import boekwerken, prestatie
from bronnen import opnieuw_gelezen
from editiebouw import APRIL, SEPTEMBER, editie, volgende
from hypothesis import given
from hypothesis import strategies as st

from reportgen import DataError, check, load
from reportgen.editie import moment, next_edition, overgang, vervolgen
from reportgen.model import Boekwerk, Soort
from reportgen.model.prestatie import Nakijkblok

IJSSELMARK = Path(__file__).resolve().parents[1] / "examples" / "ijsselmark-2017"


def geweigerd(
    document: Boekwerk,
    soort: Soort,
    **keuzes: Any,  # noqa: ANN401  the options of next_edition
) -> list[str]:
    """What is said of an edition that does not follow."""
    with pytest.raises(DataError) as fout:
        next_edition(document, soort, **keuzes)
    return [str(problem) for problem in fout.value.problems]


def test_texts_stay_and_are_marked_where_there_are_any() -> None:
    vast: dict[str, Any] = {
        "inleiding": "Wij helpen.",
        "acties": [{"tekst": "Wij bouwen."}],
        "basisinformatie": {"looptijd": "Structureel."},
    }

    sectie = volgende(editie("begroting", **vast))

    assert sectie == prestatie(
        **vast, voorheen="5.1.2", na_te_kijken=["inleiding", "acties", "basisinformatie"]
    )


def test_every_block_with_text_is_marked() -> None:
    indicator = {"naam": "Leegstand", "eenheid": "%", "streefwaarde": 12, "realisatie": 13}
    blokken: dict[str, Any] = {
        "inleiding": "a",
        "context": "b",
        "acties": ["c"],
        "indicatoren": [indicator],
    }

    sectie = volgende(editie("monitor", **blokken, basisinformatie={}))

    assert sectie.na_te_kijken == get_args(Nakijkblok)[:-1]  # a list without anything has no text


def test_the_number_of_now_is_the_one_of_before_and_an_older_one_is_forgotten() -> None:
    assert volgende(editie("begroting", voorheen="4.1.1")).voorheen == "5.1.2"


def test_progress_is_emptied() -> None:
    uitleg = {"kleur": "rood", "toelichting": "Het viel tegen."}
    document = editie(
        "monitor",
        acties=[
            {"tekst": "Wij bouwen.", "status": "gereed", "toelichting": "12 huizen"},
            {"tekst": "Zie prestatie 8.1.5.", "status": "verwijzing"},
        ],
        voortgang=uitleg,
        financien={"voortgang": {**uitleg, "begrotingswijziging": ["PS"]}},
        indicatoren=[{"naam": "Huizen", "eenheid": "aantal", "streefwaarde": 9, "realisatie": 3}],
    )

    sectie = volgende(document)

    assert (sectie.voortgang, sectie.financien) == (None, None)
    assert [(a.tekst, a.status, a.toelichting) for a in sectie.acties] == [
        ("Wij bouwen.", None, None),
        ("Zie prestatie 8.1.5.", "verwijzing", None),  # says what it is, not how it goes
    ]
    assert [(i.streefwaarde, i.realisatie) for i in sectie.indicatoren] == [(Decimal(9), None)]


@pytest.mark.parametrize(
    ("status", "blijft"),
    [
        ("op schema", None),
        ("vertraagd", None),
        ("verschoven", None),
        ("gereed", "gereed"),
        ("vervallen", "vervallen"),
    ],
)
def test_a_milestone_keeps_its_date_and_its_status_when_it_is_over(
    status: str, blijft: str | None
) -> None:
    mijlpaal = {
        "naam": "Gunning",
        "oorspronkelijk": "2017-05-01",
        "datum": "2017-06-01",
        "status": status,
        "toelichting": "beroep",
    }

    basis = volgende(editie("monitor", basisinformatie={"mijlpalen": [mijlpaal]})).basisinformatie

    assert (
        basis
        == prestatie(
            basisinformatie={"mijlpalen": [{**mijlpaal, "status": blijft}]}
        ).basisinformatie
    )


def test_the_head_is_that_of_a_concept_of_the_new_moment() -> None:
    doelen = [{"nummer": "5.1", "titel": "Ondernemen", "lasten_geautoriseerd": 5}]
    kern = {"nummer": "5", "titel": "Economie", "inleiding": "Wij.", "lasten_geautoriseerd": 9}
    boek = {
        "status": "vastgesteld",
        "kerntaken": [{**kern, "beleidsdoelen": doelen}],
        "elders": ["8.1.5"],
        "reserves": [{"naam": "Kwaliteit", "stand": 7}],
        "bijlagen": ["brief.docx"],
        "colofon": "Provincie IJsselmark",
        "profiel": {"kleur_tonen": "altijd"},
    }

    nieuw = next_edition(editie("begroting", boek=boek), "monitor", peildatum=SEPTEMBER)

    kerntaak = {**kern, "lasten_geautoriseerd": None}
    kerntaak["beleidsdoelen"] = [{"nummer": "5.1", "titel": "Ondernemen"}]
    assert nieuw == editie(
        "monitor",
        boek={
            **boek,
            "status": "concept",
            "titel": "Monitor IJsselmark 2017",
            "peildatum": "2017-09-01",
            "kerntaken": [kerntaak],
            "bijlagen": (),
        },
        voorheen="5.1.2",
    )


def test_the_balance_of_a_reserve_is_that_of_another_year() -> None:
    boek = {"reserves": [{"naam": "Kwaliteit", "stand": 7}]}

    assert next_edition(editie("jaarverslag", boek=boek), "begroting").reserves == ()


@pytest.mark.parametrize(
    ("titel", "organisatie", "nieuw", "verwacht"),
    [
        ("Monitor IJsselmark 2017-I", "Provincie IJsselmark", "monitor", "IJsselmark 2017-II"),
        ("Voorjaarsmonitor-III", "Gemeente Veenlo", "monitor", "Veenlo 2017-IV"),
        ("Monitor 2017", "Waterschap Vaart", "monitor", "Waterschap Vaart 2017"),
        ("Monitor 2017-I", "Provincie IJsselmark", "begroting", "IJsselmark 2018"),
    ],
)
def test_a_title_is_made_of_kind_organisation_and_year(
    titel: str, organisatie: str, nieuw: Soort, verwacht: str
) -> None:
    document = editie("monitor", boek={"titel": titel, "organisatie": organisatie})

    dag = SEPTEMBER if nieuw == "monitor" else None
    assert next_edition(document, nieuw, peildatum=dag).titel == f"{nieuw.capitalize()} {verwacht}"


def test_a_title_that_is_given_is_the_title() -> None:
    document = next_edition(
        editie("begroting"), "monitor", peildatum=SEPTEMBER, titel="Zomerbericht"
    )

    assert document.titel == "Zomerbericht"


@pytest.mark.parametrize(
    ("vorig", "nieuw", "keuzes", "melding"),
    [
        (
            "begroting",
            "monitor",
            {},
            (
                "fout S2 · peildatum: een monitor heeft een peildatum nodig → geef de dag tot en"
                " met welke wordt gerapporteerd, bijvoorbeeld 2017-09-01"
            ),
        ),
        (
            "begroting",
            "monitor",
            {"peildatum": APRIL},
            (
                "fout S5 · peildatum: de peildatum 1 april 2018 valt niet in 2017"
                " → kies een dag in 2017, of een ander jaar"
            ),
        ),
        (
            "monitor",
            "monitor",
            {"peildatum": date(2017, 4, 1)},
            (
                "fout S5 · peildatum: de peildatum van ‘Monitor 2017’ is 1 april 2017; de volgende"
                " moet later zijn → kies een latere dag"
            ),
        ),
        (
            "jaarverslag",
            "monitor",
            {"peildatum": SEPTEMBER, "jaar": 2017},
            (
                "fout S5 · jaar: op een jaarverslag 2017 volgt geen monitor 2017 → wat kan volgen:"
                " monitor 2018, jaarverslag 2018, begroting 2018 en begroting 2019"
            ),
        ),
        (
            "begroting",
            "monitor",
            {"peildatum": APRIL, "jaar": 2018},
            (
                "fout S5 · jaar: op een begroting 2017 volgt geen monitor 2018 → wat kan volgen:"
                " monitor 2017, jaarverslag 2017 en begroting 2018"
            ),
        ),
        (
            "jaarverslag",
            "begroting",
            {"peildatum": date(2016, 9, 1)},
            (
                "fout S5 · peildatum: de peildatum 1 september 2016 valt niet in 2018"
                " → kies een dag in 2018, of een ander jaar"
            ),
        ),
    ],
)
def test_an_edition_that_does_not_follow_is_refused(
    vorig: Soort, nieuw: Soort, keuzes: dict[str, Any], melding: str
) -> None:
    assert geweigerd(editie(vorig), nieuw, **keuzes) == [melding]


def test_a_budget_may_be_dated_in_the_year_before_it() -> None:
    document = next_edition(editie("monitor"), "begroting", peildatum=SEPTEMBER)

    assert (document.jaar, document.peildatum) == (2018, SEPTEMBER)


@given(boekwerken(), st.data())
def test_what_follows_can_be_written_and_agrees_with_what_was(
    document: Boekwerk, data: st.DataObject
) -> None:
    soort, jaar, _ = data.draw(st.sampled_from(list(vervolgen(moment(document)))))
    laat = document.model_copy(update={"peildatum": None})  # any day is later
    dag = date(jaar, 12, 31) if soort == "monitor" else None

    nieuw = next_edition(laat, soort, jaar=jaar, peildatum=dag)

    assert opnieuw_gelezen(nieuw) == nieuw
    assert overgang(moment(laat), moment(nieuw)) is not None
    assert {p.rule for p in check(nieuw, laat)} & {"F4", "S4", "S5", "T6"} == set()


def test_the_next_monitor_asks_for_what_is_to_be_filled_in_and_nothing_else() -> None:
    vorig = load(IJSSELMARK / "begroting")
    nieuw = opnieuw_gelezen(next_edition(vorig, "monitor", peildatum=SEPTEMBER))

    gevonden = [p for p in check(nieuw, vorig) if p.where.nummer in {"", "5.1.2"}]

    assert [f"{p.rule} {p.where.pad}" for p in gevonden] == [
        "S2 voortgang",
        "V3 acties[0]",
        "V3 acties[1]",  # the third only refers to another prestatie, and still does
        "V4 basisinformatie.mijlpalen[0]",
        "V4 basisinformatie.mijlpalen[1]",
        "T7 na_te_kijken[0]",
        "T7 na_te_kijken[1]",
        "T7 na_te_kijken[2]",
        "T7 na_te_kijken[3]",
        "T7 na_te_kijken[4]",
    ]


def test_the_next_monitor_has_the_number_after_that_of_the_last() -> None:
    echt = load(IJSSELMARK / "monitor-2")

    gemaakt = next_edition(load(IJSSELMARK / "monitor-1"), "monitor", peildatum=echt.peildatum)

    for veld in ("titel", "jaar", "peildatum", "status", "profiel", "kerntaken", "elders"):
        assert getattr(gemaakt, veld) == getattr(echt, veld)
