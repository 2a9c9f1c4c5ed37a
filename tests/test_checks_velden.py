"""T8 and T2 on markers: one that means nothing is told at its place, one without a figure too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bouwstenen import goed, vondsten

from reportgen import check, load
from reportgen.model import Boekwerk
from reportgen.view import hoofdstuk

EDITIONS = Path(__file__).resolve().parents[1] / "examples" / "ijsselmark-2017"
MONITOR = load(EDITIONS / "monitor-2")
JAARVERSLAG = load(EDITIONS / "jaarverslag")
BEGROTING = load(EDITIONS / "begroting")
COLUMNS = "primitief, wijzigingen, actueel, gerealiseerd, prognose, verschil, ruimte"
WORDS = "bedrag, miljoen, verschil, percentage, krediet, jaar, jaar-1, jaar+1, peildatum"
ESCAPE = "moet dit zo in de tekst komen, zet er dan een \\ voor"
ROWS = "lasten, baten, saldo, toevoeging, onttrekking, resultaat"


def with_context(source: str, nummer: str = "5.1.2", edition: Boekwerk = MONITOR) -> Boekwerk:
    """Give an example with another text for one context."""
    sections = (
        p.model_copy(update={"context": source}) if p.nummer == nummer else p
        for p in edition.prestaties
    )
    return edition.model_copy(update={"prestaties": tuple(sections)})


@pytest.mark.parametrize(
    ("marker", "message", "hint"),
    [
        (
            "[bedarg lasten actueel]",
            "is geen veld: ‘bedarg’ is niet bekend",
            f"bedoelt u ‘bedrag’? Zo niet, kies uit: {WORDS}; {ESCAPE}",
        ),
        (
            "[bedrag lastn actueel]",
            "noemt de rij ‘lastn’, en die is er niet",
            f"bedoelt u ‘lasten’? Zo niet, kies uit: {ROWS}",
        ),
        (
            "[bedrag lasten begroot]",
            "noemt ‘begroot’, en die kolom heeft een monitor niet",
            f"kies uit: {COLUMNS}",
        ),
        ("[bedrag]", "noemt geen rij", f"noem na het eerste woord een rij: {ROWS}"),
        ("[verschil]", "noemt geen rij", f"noem na het eerste woord een rij: {ROWS}"),
        ("[bedrag lasten]", "noemt geen kolom", f"zet achteraan een kolom: {COLUMNS}"),
        (
            "[percentage lasten begroot]",
            "noemt ‘begroot’, en die kolom heeft een monitor niet",
            f"kies uit: {COLUMNS}",
        ),
        (
            "[bedrag lasten actueel 8.1.5]",  # another body delivers it: there are no figures
            "noemt 8.1.5, en daarvan zijn hier geen cijfers",
            "noem een prestatie, beleidsdoel of kerntaak van dit boekwerk, of het woord boekwerk",
        ),
        (
            "[krediet brug restant]",
            "noemt het krediet ‘brug’, en dat is er niet",
            "deze prestatie heeft geen kredieten; voeg het toe bij financien.kredieten",
        ),
        (
            "[krediet fietsbrug Veenlo over]",
            "noemt ‘over’, en die kolom heeft een krediet niet",
            "kies uit: geautoriseerd, besteed_eerder, besteed, restant, verwacht, verschil",
        ),
    ],
)
def test_a_marker_that_means_nothing_is_an_error_at_its_place(  # T8
    marker: str, message: str, hint: str
) -> None:
    edition = with_context(f"Er is {marker}.")

    (problem,) = check(edition)

    assert (problem.rule, problem.severity) == ("T8", "error")
    assert str(problem.where) == "5.1.2 context"
    assert (problem.message, problem.hint) == (f"‘{marker}’ {message}", hint)


def test_a_marker_in_a_file_is_found_at_its_line(tmp_path: Path) -> None:  # T8
    hoofd = (EDITIONS / "monitor-2" / "boekwerk.yaml").read_text("utf-8")
    sectie = (
        "prestaties:\n  - nummer: 5.1.2\n    titel: Werk\n    context: |\n      Er is [bedrag].\n"
    )
    bron = tmp_path / "b.yaml"
    bron.write_text(hoofd + sectie, "utf-8")

    (problem,) = [p for p in check(load(bron)) if p.rule == "T8"]

    assert str(problem.where) == "b.yaml, regel 33, kolom 14 (prestaties[0].context)"


def test_a_name_that_several_posts_have_asks_for_its_post() -> None:  # T8
    regels = [
        {"soort": soort, "omschrijving": "Rente", "bedragen": {"primitief": 5}}
        for soort in ("lasten", "baten")
    ]
    ambiguous, named = (
        goed(context=f"[bedrag {rij} primitief]", financien={"regels": regels})
        for rij in ("Rente", "baten Rente")
    )

    (found,) = vondsten("T8", ambiguous)

    assert found.endswith("kan meer dan één rij zijn: ‘Rente’ komt vaker voor")
    assert vondsten("T8", named) == []


def test_texts_of_the_tree_speak_of_their_own_part() -> None:  # T8
    doelen = [{"nummer": "5.1", "titel": "Ondernemen", "inleiding": "[bedrag lasten x]"}]
    kern = {"nummer": "5", "titel": "Economie", "inleiding": "[verschil Subsidies]"}
    document = goed(boek={"kerntaken": [kern | {"beleidsdoelen": doelen}], "colofon": "[bedrag]"})

    assert [vondst.partition(":")[0] for vondst in vondsten("T8", document)] == [
        "colofon",
        "kerntaken[0].inleiding",
        "kerntaken[0].beleidsdoelen[0].inleiding",
    ]


@pytest.mark.parametrize(
    "velden",
    [
        {"titel": "Werk in [jaar]"},
        {"basisinformatie": {"mijlpalen": [{"naam": "Start", "toelichting": "in [jaar]"}]}},
    ],
)
def test_a_name_or_title_is_not_filled_in(velden: dict[str, Any]) -> None:  # T8
    (found,) = vondsten("T8", goed(**velden))

    assert found.endswith("‘[jaar]’ wordt hier niet ingevuld: dit is geen lopende tekst")


def test_a_document_without_peildatum_has_none_to_print() -> None:  # T8
    (found,) = vondsten("T8", with_context("Op [peildatum].", "5.1.2", JAARVERSLAG))

    assert found.endswith("‘[peildatum]’ kan niet: dit boekwerk heeft geen peildatum")


def test_a_difference_is_none_of_a_budget() -> None:  # T8
    (found,) = vondsten("T8", with_context("Dit is [verschil lasten].", "5.1.2", BEGROTING))

    assert found.endswith("noemt ‘verschil’, en die kolom heeft een begroting niet")


@pytest.mark.parametrize("marker", ["[bedrag lasten prognose]", "[percentage lasten]"])
def test_a_figure_that_is_not_known_prints_so_and_is_told(marker: str) -> None:  # T2
    regels = [{"soort": "lasten", "bedragen": {"primitief": 0, "wijzigingen": 0}}]
    document = goed(context=f"Er is {marker}.", financien={"regels": regels})

    (problem,) = [p for p in check(document) if p.rule == "T2"]

    view = hoofdstuk(document.prestaties[0], document)
    assert str(view.prestatie.context) == "Er is n.b.."
    assert problem.severity == "warning"
    assert problem.message == f"voor ‘{marker}’ komt ‘n.b.’ te staan: de data heeft dit cijfer niet"


@pytest.mark.parametrize("marker", [f"[bedrag lasten {kolom}]" for kolom in COLUMNS.split(", ")])
def test_a_marker_that_is_known_is_no_problem(marker: str) -> None:  # T2, T8
    document = with_context(f"Er is {marker}, dus de lasten zijn {marker}.")

    assert [p for p in check(document) if p.rule in ("T1", "T2", "T8")] == []
