"""P-rules, and the weighing itself: what a profile makes of a rule about data, outline or print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bouwstenen import goed, vondsten
from test_checks_outline import GOED, KOP1, KOP3, TEKST

from reportgen import check, load
from reportgen.checks import applied, catalogue, check_outline, check_printed
from reportgen.checks.registry import Edities, Gedrukt, Rules, Vondst
from reportgen.errors import Pad, Plaats
from reportgen.model import Boekwerk, Ernst
from reportgen.tags import Outline

BRON = """\
versie: 1
organisatie: Provincie IJsselmark
soort: begroting
titel: Begroting 2017
jaar: 2017
profiel:
  controles:
    - {regel: T4, ernst: uit}
    - {regel: T44, ernst: uit}
prestaties: [{nummer: 5.1.2, titel: Topwerklocaties}]
"""
SCHEEF = replace(
    GOED, inhoud=(KOP1, KOP3, TEKST), links=(replace(GOED.links[0], tekst="https://a.example"),)
)
"""A document with an error of A3 and a warning of A7."""


def met(*controles: tuple[str, Ernst], **velden: object) -> Boekwerk:
    """A good document whose profile weighs these rules."""
    gewogen = [{"regel": regel, "ernst": ernst} for regel, ernst in controles]
    return goed(boek={"profiel": {"controles": gewogen}}, **velden)


def ernst(document: Boekwerk) -> list[str]:
    """What is found in the data, rule and severity."""
    return [f"{p.rule} {p.severity}" for p in check(document)]


@pytest.mark.parametrize(
    ("regels", "gevonden"),
    [
        (["T44"], ["[0].regel: controle ‘T44’ bestaat niet; bedoelt u ‘T4’?"]),
        (["t4"], ["[0].regel: controle ‘t4’ bestaat niet; bedoelt u ‘T4’?"]),
        (["A3", "geld"], ["[1].regel: controle ‘geld’ bestaat niet"]),
        (["T4", "V3", "T4"], ["[2].regel: controle T4 staat twee keer in het profiel"]),
        (["V3"] * 3, [f"[{n}].regel: controle V3 staat twee keer in het profiel" for n in (1, 2)]),
        (
            ["W3"],  # the report names it, the catalogue does not
            ["[0].regel: ‘W3’ is geen controle van de catalogus: zo'n fout telt altijd"],
        ),
    ],
)
def test_a_rule_that_is_not_there_or_there_twice_is_found(  # P1
    regels: list[str], gevonden: list[str]
) -> None:
    document = met(*((regel, "fout") for regel in regels))

    assert vondsten("P1", document) == [f"profiel.controles{wat}" for wat in gevonden]


def test_the_cure_names_every_rule() -> None:  # P1
    (problem,) = check(met(("X9", "uit")))

    assert problem.hint.removeprefix("kies uit: ").split(", ") == sorted(
        catalogue(), key=lambda regel: (regel[0], int(regel[1:]))
    )
    assert problem.severity == "error"


def test_a_rule_of_several_functions_asks_for_all_that_they_ask() -> None:
    rule = catalogue()["A4"]

    assert rule.eis == "elke tabel heeft een gemarkeerde koprij; een tabel is een eenvoudig raster"
    assert rule.bron == "WCAG 1.3.1"
    assert rule.severity == "error"


def test_a_rule_that_is_not_there_has_its_line(tmp_path: Path) -> None:  # P1
    bron = tmp_path / "b.yaml"
    bron.write_text(BRON, "utf-8")

    gevonden = [str(p.where) for p in check(load(bron)) if p.rule == "P1"]

    assert gevonden == ["b.yaml, regel 9, kolom 15 (profiel.controles[1].regel)"]


def test_every_rule_of_the_catalogue_may_be_weighed_once() -> None:  # P1
    assert vondsten("P1", met(*((regel, "let op") for regel in catalogue()))) == []


@pytest.mark.parametrize(
    ("gewogen", "gevonden"),
    [
        ((), ["T4 error", "V3 warning"]),
        ((("T4", "uit"),), ["V3 warning"]),
        ((("T4", "let op"),), ["T4 warning", "V3 warning"]),
        ((("V3", "fout"), ("T4", "fout")), ["T4 error", "V3 error"]),
        ((("V3", "uit"), ("T4", "uit")), []),
        ((("T4", "uit"), ("T4", "let op")), ["P1 error", "T4 warning", "V3 warning"]),  # the last
        ((("T4", "uit"), ("V4", "uit"), ("S3", "fout")), ["V3 warning"]),
    ],
)
def test_a_rule_about_data_weighs_what_the_profile_says(
    gewogen: tuple[tuple[str, Ernst], ...], gevonden: list[str]
) -> None:
    assert ernst(met(*gewogen, context="[invullen]", acties=["Wij bouwen."])) == gevonden


@pytest.mark.parametrize(
    ("oordeel", "gevonden"),
    [("fout", ["error", "error"]), ("let op", ["warning", "warning"]), ("uit", [])],
)
def test_what_is_by_exception_less_severe_is_weighed_too(
    oordeel: Ernst, gevonden: list[str]
) -> None:
    fout = "Zie prestatie 8.1.5 ‘Anders’ en prestatie 9.9.9"  # a warning, and an error

    assert [p.severity for p in check(met(("S3", oordeel), context=fout))] == gevonden


@pytest.mark.parametrize(
    ("gewogen", "gevonden"),
    [
        ((), ["A3 error", "A7 warning"]),
        ((("A3", "uit"),), ["A7 warning"]),
        ((("A3", "let op"), ("A7", "fout")), ["A3 warning", "A7 error"]),
        ((("A4", "uit"),), ["A3 error", "A7 warning"]),
    ],
)
def test_a_rule_about_documents_weighs_what_the_profile_says(
    gewogen: tuple[tuple[str, Ernst], ...], gevonden: list[str]
) -> None:
    document = met(*gewogen)

    problems = check_printed(Gedrukt(SCHEEF, document.prestaties[0], document, ()))

    assert [f"{p.rule} {p.severity}" for p in problems] == gevonden
    assert {p.where.nummer for p in problems} == {"5.1.2"}


def test_a_document_of_no_boekwerk_is_weighed_as_the_catalogue_says() -> None:
    assert [f"{p.rule} {p.severity}" for p in check_outline(SCHEEF)] == ["A3 error", "A7 warning"]


def _langs(pad: Pad) -> Plaats:
    return Plaats(pad=".".join(map(str, pad)))


@pytest.mark.parametrize(
    ("oordeel", "gevonden"),
    [({}, "warning"), ({"F1": "fout"}, "error"), ({"F1": "uit"}, ""), ({"F2": "uit"}, "warning")],
)
def test_a_rule_about_print_weighs_what_the_profile_says(
    oordeel: dict[str, Ernst], gevonden: str
) -> None:
    regels: Rules[Gedrukt] = Rules()
    document = goed()

    @regels.rule("F1", "warning", "het getal klopt")
    def getal(gedrukt: Gedrukt) -> Iterator[Vondst]:
        yield Vondst(("financien",), f"{gedrukt.prestatie.nummer} klopt niet", "tel opnieuw")

    gedrukt = Gedrukt(Outline("", "", ()), document.prestaties[0], document, ())
    problems = list(regels.problems(gedrukt, _langs, oordeel))

    assert [p.severity for p in problems] == ([gevonden] if gevonden else [])


@pytest.mark.parametrize("oordeel", ["uit", "let op"])
def test_a_rule_about_two_editions_weighs_what_the_profile_says(oordeel: Ernst) -> None:
    regels: Rules[Edities] = Rules()

    @regels.rule("S4", "error", "de titel is gebleven")
    def gebleven(edities: Edities) -> Iterator[Vondst]:
        yield Vondst(("titel",), f"{edities.vorig.titel} heet anders", "leg uit")

    problems = list(regels.problems(Edities(goed(), goed()), _langs, {"S4": oordeel}))

    assert [p.severity for p in problems] == ([] if oordeel == "uit" else ["warning"])


def test_the_rules_that_look_are_in_the_catalogue() -> None:
    assert applied(edities=True) == set(catalogue())

    assert {"P1", "T4", "A7"} <= applied(edities=False) <= applied(edities=True)
