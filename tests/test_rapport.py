"""The report: problems by prestatie, what a profile changed, and what the page says of both."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bladen import Blad
from bouwstenen import boekwerk, goed, prestatie

from reportgen.checks import applied, catalogue
from reportgen.errors import Plaats, Problem
from reportgen.model import Ernst
from reportgen.rapport import Rapport, groepeer, page, weging_tekst

FOUT = Problem("S3", "error", Plaats(nummer="5.1.2", pad="context"), "bestaat niet", "verbeter het")
LET_OP = Problem("V3", "warning", Plaats("prestaties/5.1.2.yaml", 20, 5, nummer="5.1.2"), "x", "y")
OVER_BOEK = Problem("S2", "error", Plaats("boekwerk.yaml", 3, 1, pad="peildatum"), "mist", "vul in")


def rapport(*problems: Problem, **controles: Ernst) -> Rapport:
    """The report of a good document, with these findings and these weights."""
    gewogen = [{"regel": regel, "ernst": ernst} for regel, ernst in controles.items()]
    profiel = {"naam": "ijsselmark", "controles": gewogen}
    return Rapport(
        problems,
        goed(boek={"profiel": profiel}),
        bron="monitor",
        catalogus=catalogue(),
        gelopen=applied(edities=False),
    )


def blad(van: Rapport) -> Blad:
    """The page of a report, read; nothing is wrong with how it nests."""
    gelezen = Blad(page(van))
    assert gelezen.bezwaren == []
    return gelezen


def van(nummer: str = "", bestand: str = "") -> Problem:
    """A problem of a prestatie, in a file."""
    return replace(FOUT, where=Plaats(bestand, nummer=nummer))


def koppen(*problems: Problem) -> list[str]:
    """The headings under which problems stand."""
    secties = [prestatie(nummer=nummer, titel=f"T{nummer}") for nummer in ("5.1.2", "5.1.10")]
    return [groep.kop for groep in groepeer(problems, boekwerk(*secties))]


def test_problems_stand_by_prestatie_in_order_of_number() -> None:
    problems = [van("5.1.10"), van("5.1.2"), van(), van("5.1.10"), van("5.1.9")]

    assert koppen(*problems) == ["Boekwerk en sjabloon", "5.1.2 T5.1.2", "5.1.9", "5.1.10 T5.1.10"]


@pytest.mark.parametrize(
    ("problems", "gevonden"),
    [
        ((), []),
        ((van(bestand="boekwerk.yaml"), van(bestand="mijn.docx")), ["Boekwerk en sjabloon"]),
        ((van(bestand="prestaties/4.yaml"), van("5")), ["prestaties/4.yaml", "5"]),
        (
            (van(bestand="prestaties/5.1.2.yaml"), van("5.1.2", "prestaties/5.1.2.yaml")),
            ["5.1.2 T5.1.2"],  # another problem of the file knows its number
        ),
        ((van("5.1.2", "b.yaml"), van(bestand="b.yaml")), ["Boekwerk en sjabloon", "5.1.2 T5.1.2"]),
        ((van(bestand="vorige editie: prestaties/5.1.2.yaml"),), ["Boekwerk en sjabloon"]),
    ],
)
def test_a_problem_without_a_number_stands_where_it_is_looked_for(
    problems: tuple[Problem, ...], gevonden: list[str]
) -> None:
    assert koppen(*problems) == gevonden


def test_a_group_keeps_the_order_of_the_source_and_counts() -> None:
    algemeen, groep = rapport(LET_OP, FOUT, OVER_BOEK, LET_OP).groepen()

    assert groep.problems == (LET_OP, FOUT, LET_OP)
    assert (groep.fouten, groep.aandachtspunten) == (1, 2)
    assert (algemeen.fouten, algemeen.aandachtspunten) == (1, 0)


@pytest.mark.parametrize(
    ("weging", "woorden"),
    [
        ({}, ""),
        ({"T2": "uit", "V5": "fout"}, "T2 staat uit, V5 telt als fout"),
        (
            {"F1": "let op", "S1": "uit", "S2": "uit", "T1": "uit", "T2": "let op"},
            "S1, S2 en T1 staan uit, F1 en T2 tellen als aandachtspunt",
        ),
    ],
)
def test_what_a_profile_changed_is_said_in_words(weging: dict[str, Ernst], woorden: str) -> None:
    assert weging_tekst(weging) == woorden


def test_only_rules_that_there_are_are_weighed() -> None:
    assert rapport(V3="fout", T44="uit", A2="uit").weging == {"A2": "uit", "V3": "fout"}


def test_the_page_says_what_was_checked_and_how() -> None:
    gelezen = blad(replace(rapport(FOUT, V4="uit"), vorig=goed(), sjabloon="mijn.docx"))

    feiten = [e.tekst for e in gelezen.alle("dt", "dd")]
    document = "Monitor 2017, peildatum 1 april 2017, concept"
    assert dict(zip(feiten[::2], feiten[1::2], strict=True)) == {
        "Organisatie": "Provincie IJsselmark",
        "Document": document,
        "Vergeleken met": f"Monitor 2017-I ({document})",
        "Profiel": "ijsselmark: V4 staat uit",
        "Bron": "monitor",
        "Sjabloon": "mijn.docx",
    }
    assert gelezen.alle("title")[0].tekst == "Controlerapport Monitor 2017-I – Provincie IJsselmark"
    assert gelezen.alle("html")[0].kenmerken == {"lang": "nl"}


def test_the_page_counts_by_prestatie() -> None:
    gelezen = blad(rapport(FOUT, LET_OP, LET_OP, OVER_BOEK))

    assert gelezen.rijen("overzicht") == [
        ["Boekwerk en sjabloon", "1", "0"],
        ["5.1.2 Topwerklocaties", "1", "2"],
        ["Totaal", "2", "2"],
    ]
    assert "2 fouten, 2 aandachtspunten." in [e.tekst for e in gelezen.alle("p")]
    assert "0 van de 1 hoofdstukken zonder bevindingen." in [e.tekst for e in gelezen.alle("p")]


def test_the_page_tells_each_finding() -> None:
    gelezen = blad(rapport(LET_OP, FOUT))

    assert gelezen.rijen("deel-1") == [
        ["let op", f"V3 {catalogue()['V3'].eis}", "prestaties/5.1.2.yamlregel 20, kolom 5", *"xy"],
        ["fout", f"S3 {catalogue()['S3'].eis}", "context", "bestaat niet", "verbeter het"],
    ]


@pytest.mark.parametrize(
    ("waar", "tekst"),
    [
        (Plaats("b.xlsx", cel="B3", pad="titel"), "b.xlsxcel B3titel"),
        (Plaats("m.docx", plek="tabel 1, rij 2"), "m.docxtabel 1, rij 2"),
        (Plaats(nummer="5.1.2"), "het hoofdstuk in Word"),
        (Plaats(), "–"),
    ],
)
def test_a_place_is_told_whatever_is_known_of_it(waar: Plaats, tekst: str) -> None:
    (rij,) = blad(rapport(replace(FOUT, where=waar, hint=""))).rijen("deel-1")

    assert rij[2] == tekst
    assert rij[4] == "–"


@pytest.mark.parametrize("regel", ["D3", "W17", "B1"])
def test_a_code_outside_the_catalogue_is_explained(regel: str) -> None:
    gelezen = blad(rapport(replace(FOUT, rule=regel)))

    (rij,) = gelezen.rijen("deel-1")
    (bekend,) = (rij for rij in gelezen.rijen("controles") if rij[0] == regel)
    assert re.fullmatch(f"{regel} .{{20,}}", rij[1])
    assert bekend == [regel, rij[1].removeprefix(f"{regel} "), "–", "fout", "1"]


def test_the_catalogue_says_what_looked_and_what_it_found() -> None:
    gelezen = blad(replace(rapport(FOUT, FOUT, V3="uit", V4="fout"), gelopen=frozenset({"S3"})))

    regels = {rij[0]: rij[3:] for rij in gelezen.rijen("controles")}
    assert set(regels) == set(catalogue())
    assert regels["S3"] == ["fout", "2"]
    assert regels["A7"] == ["let op", "niet uitgevoerd"]
    assert regels["V4"] == ["fout (profiel)", "niet uitgevoerd"]


def test_a_rule_that_is_switched_off_is_no_rule_that_found_nothing() -> None:
    regels = {rij[0]: rij[3:] for rij in blad(rapport(FOUT, V3="uit")).rijen("controles")}

    assert regels["V3"] == ["uit (profiel)", "staat uit"]
    assert regels["V4"] == ["let op", "0"]


def test_what_compares_editions_is_told_not_to_have_looked() -> None:
    zonder = replace(rapport(), gelopen=applied(edities=True) - {"S1", "V4"})

    tekst = blad(zonder).alle("main")[0].tekst

    assert "S1 en V4 zijn niet uitgevoerd: er is geen vorige editie" in tekst


def test_the_page_of_a_good_document_says_so() -> None:
    gelezen = blad(rapport())

    assert "Geen problemen gevonden." in [e.tekst for e in gelezen.alle("p")]
    assert [kop for _, kop in gelezen.koppen] == ["Controlerapport Monitor 2017-I", "Controles"]


ZONDER_BOEK = Rapport((replace(FOUT, rule="D1"),), catalogus=catalogue())


@pytest.mark.parametrize(
    ("zonder", "kop", "zin"),
    [
        (
            replace(ZONDER_BOEK, bron="map"),
            "Controlerapport map",
            "Het boekwerk kon niet worden gelezen.",
        ),
        (
            replace(ZONDER_BOEK, sjabloon="m.docx"),
            "Controlerapport m.docx",
            "Alleen het sjabloon is gecontroleerd",
        ),
    ],
)
def test_a_report_without_a_boekwerk_tells_why(zonder: Rapport, kop: str, zin: str) -> None:
    gelezen = blad(zonder)

    assert gelezen.koppen[0] == (1, kop)
    assert zin in gelezen.alle("main")[0].tekst
    assert [rij[0] for rij in gelezen.rijen("controles")] == ["D1"]  # no rule has looked
