"""A-rules: what stands between a finished document and its reader, each with a near miss."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.checks import check_outline
from reportgen.checks.registry import OUTLINE_RULES
from reportgen.tags import Afbeelding, Alinea, Link, Outline, Tabel

KOP1, KOP2, KOP3 = (Alinea(f"Kop {n}", f"Kop {n}", kop=n) for n in (1, 2, 3))
TEKST = Alinea("Wij bouwen.", "Standaard")
GOED = Outline(
    titel="5.1.2 Topwerklocaties",
    taal="nl-NL",
    inhoud=(KOP1, TEKST, KOP2, KOP3, Tabel((("Lasten", "5"),), koprij=True), KOP2),
    links=(Link("Kennispark", "https://kennispark.example"),),
    afbeeldingen=(Afbeelding("Wapen van de provincie"),),
)


def test_every_rule_about_documents_is_known_here() -> None:
    assert sorted({rule.id for rule in OUTLINE_RULES}) == ["A1", "A2", "A3", "A4", "A5", "A6", "A7"]


def test_a_good_document_gives_no_problem() -> None:
    assert check_outline(GOED) == []


def test_an_empty_document_only_lacks_its_properties() -> None:
    assert [p.rule for p in check_outline(Outline("", "", ()))] == ["A1", "A2"]


@pytest.mark.parametrize(
    ("anders", "gevonden"),
    [
        (replace(GOED, titel=" "), "A1: de bestandseigenschappen hebben geen titel"),
        (replace(GOED, taal="en-US"), "A2: de taal van het document is ‘en-US’, niet nl-NL"),
        (replace(GOED, taal="nl-BE"), "A2: de taal van het document is ‘nl-BE’, niet nl-NL"),
        (replace(GOED, taal=""), "A2: de taal van het document is ‘’, niet nl-NL"),
        (replace(GOED, inhoud=(KOP1, KOP3)), "A3: kop ‘Kop 3’ heeft niveau 3 na niveau 1"),
        (replace(GOED, inhoud=(KOP2,)), "A3: kop ‘Kop 2’ heeft niveau 2 na niveau 0"),
        (
            replace(GOED, inhoud=(KOP1, Alinea(" \u00a0", "Kop 2", kop=2))),
            "A3: een kop van niveau 2 is leeg",
        ),
        (
            replace(GOED, inhoud=(*GOED.inhoud, Tabel((("a",),), koprij=False))),
            "A4: tabel 2 heeft geen gemarkeerde koprij",
        ),
        (
            replace(GOED, afbeeldingen=(Afbeelding("Wapen"), Afbeelding(" "))),
            "A5: afbeelding 2 heeft geen alternatieve tekst",
        ),
        (
            replace(GOED, inhoud=(Alinea("Voortgang: ● ", "Standaard"),)),
            "A6: het teken in ‘Voortgang: ●’ staat er zonder woord",
        ),
        (
            replace(GOED, inhoud=(KOP1, Tabel((("Status",), ("■",)), koprij=True))),
            "A6: het teken in ‘■’ staat er zonder woord",
        ),
        (
            replace(GOED, links=(Link("https://a.example/x", "https://a.example/x"),)),
            "A7: de link ‘https://a.example/x’ is een kaal adres",
        ),
        (
            replace(GOED, links=(Link(" WWW.A.example ", "https://a.example"),)),
            "A7: de link ‘ WWW.A.example ’ is een kaal adres",
        ),
    ],
)
def test_what_stands_in_the_way_is_found(anders: Outline, gevonden: str) -> None:
    (problem,) = check_outline(anders, "5.1.2")

    assert f"{problem.rule}: {problem.message}" == gevonden
    assert str(problem.where) == "5.1.2"
    assert problem.hint
    assert problem.severity == ("warning" if problem.rule == "A7" else "error")


@pytest.mark.parametrize(
    "anders",
    [
        replace(GOED, inhoud=(TEKST,)),  # a document without headings skips none
        replace(GOED, inhoud=(KOP1, KOP2, KOP3, KOP1, KOP2)),  # up by more than one is a way back
        replace(GOED, inhoud=(Alinea("● Groen", "Standaard"), Alinea("▲ Oranje", "Standaard"))),
        replace(GOED, afbeeldingen=(), links=()),
        replace(GOED, links=(Link("Zie www.a.example", "https://a.example"),)),
        replace(GOED, links=(Link("mail ons", "mailto:ps@a.example"),)),
    ],
)
def test_what_only_looks_like_it_is_right(anders: Outline) -> None:
    assert check_outline(anders) == []
