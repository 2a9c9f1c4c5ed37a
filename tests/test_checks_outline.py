"""A-rules, and T4: what stands between a finished document and its reader, with near misses."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bouwstenen import boekwerk, boekwerken, prestatie
from hypothesis import given, settings
from woordbouw import EXAMPLES, Word, chapters, colour, fill, p, part, run, tbl, tc, tr

from reportgen import Boekwerk, render
from reportgen.checks import check_outline
from reportgen.checks.registry import OUTLINE_RULES
from reportgen.documents import inspect
from reportgen.tags import Afbeelding, Alinea, Kleurpaar, Link, Outline, Tabel
from reportgen.word import outline

KOP1, KOP2, KOP3 = (Alinea(f"Kop {n}", f"Kop {n}", kop=n) for n in (1, 2, 3))
TEKST = Alinea("Wij bouwen.", "Standaard")
RASTER = Tabel((("Lasten", "5"),), koprij=True)
WIT = Alinea(" \u00a0", "Standaard")
BEELD = Alinea("", "Standaard", beeld=True)
WAPEN = Afbeelding("Wapen van de provincie")
GOED = Outline(
    titel="5.1.2 Topwerklocaties",
    taal="nl-NL",
    inhoud=(KOP1, TEKST, KOP2, KOP3, RASTER, KOP2, TEKST),
    links=(Link("Kennispark", "https://kennispark.example"),),
    afbeeldingen=(WAPEN,),
    kleuren=(Kleurpaar("Wij bouwen.", "1A1A1A", "FFFFFF"),),
)


def test_every_rule_about_documents_is_known_here() -> None:
    known = ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "T4"]

    assert sorted({rule.id for rule in OUTLINE_RULES}) == known


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
        (replace(GOED, inhoud=(KOP1, KOP3, TEKST)), "A3: kop ‘Kop 3’ heeft niveau 3 na niveau 1"),
        (replace(GOED, inhoud=(KOP2, TEKST)), "A3: kop ‘Kop 2’ heeft niveau 2 na niveau 0"),
        (
            replace(GOED, inhoud=(KOP1, Alinea(" \u00a0", "Kop 2", kop=2), TEKST)),
            "A3: een kop van niveau 2 is leeg",
        ),
        (
            replace(GOED, inhoud=(*GOED.inhoud, Tabel((("a",),), koprij=False))),
            "A4: tabel 2 heeft geen gemarkeerde koprij",
        ),
        (
            replace(GOED, afbeeldingen=(WAPEN, Afbeelding(" "))),
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
            replace(GOED, inhoud=(KOP1, Tabel((("Geld", "▲"),), koprij=True))),
            "A6: het teken in ‘▲’ staat er zonder woord",
        ),
        (
            replace(GOED, inhoud=(Alinea("Voortgang: 🟢", "Standaard"),)),
            "A6: het teken in ‘Voortgang: 🟢’ staat er zonder woord",
        ),
        (replace(GOED, inhoud=(KOP1, KOP2, KOP2, TEKST)), "T4: onder de kop ‘Kop 2’ staat niets"),
        (replace(GOED, inhoud=(KOP1, KOP2, KOP1, TEKST)), "T4: onder de kop ‘Kop 2’ staat niets"),
        (replace(GOED, inhoud=(KOP1, TEKST, KOP2)), "T4: onder de kop ‘Kop 2’ staat niets"),
        (replace(GOED, inhoud=(KOP1, WIT)), "T4: onder de kop ‘Kop 1’ staat niets"),
        (
            replace(GOED, inhoud=(Alinea("Financiën", "Kop 1", kop=1, nummer="1."),)),
            "T4: onder de kop ‘1. Financiën’ staat niets",
        ),
    ],
)
def test_what_stands_in_the_way_is_found(anders: Outline, gevonden: str) -> None:
    (problem,) = check_outline(anders, "5.1.2")

    assert f"{problem.rule}: {problem.message}" == gevonden
    assert str(problem.where) == "5.1.2"
    assert problem.hint
    assert problem.severity == "error"


def links(*teksten: str) -> Outline:
    """A good document with these links."""
    return replace(GOED, links=tuple(Link(tekst, "https://a.example") for tekst in teksten))


def inhoud(*delen: Alinea | Tabel) -> Outline:
    """A good document of these parts, under a heading."""
    return replace(GOED, inhoud=(KOP1, *delen))


def regels(*teksten: str) -> Outline:
    """A good document of these paragraphs, under a heading."""
    return inhoud(*(Alinea(tekst, "Standaard") for tekst in teksten))


def beelden(*afbeeldingen: Afbeelding) -> Outline:
    """A good document with these pictures."""
    return replace(GOED, afbeeldingen=afbeeldingen)


def kleuren(voor: str, achter: str, *, groot: bool = False) -> Outline:
    """A good document in these colours."""
    return replace(GOED, kleuren=(Kleurpaar("Wij  bouwen\tveel.", voor, achter, groot),))


@pytest.mark.parametrize(
    ("anders", "gevonden"),
    [
        (
            inhoud(TEKST, WIT, WIT, TEKST),
            "A3: na ‘Wij bouwen.’ staan 2 lege alinea’s achter elkaar",
        ),
        (inhoud(RASTER, WIT, WIT, WIT), "A3: na een tabel staan 3 lege alinea’s achter elkaar"),
        (
            replace(GOED, inhoud=(WIT, WIT, KOP1, TEKST)),
            "A3: bovenaan staan 2 lege alinea’s achter elkaar",
        ),
        (regels("• huis", "• tuin"), "A3: ‘• huis’ begint een opsomming met getypte tekens"),
        (
            regels("Dus:", "–\thuis", "–\ttuin"),
            "A3: ‘– huis’ begint een opsomming met getypte tekens",
        ),
        (inhoud(replace(RASTER, samengevoegd=True)), "A4: tabel 1 heeft samengevoegde cellen"),
        (inhoud(replace(RASTER, genest=True)), "A4: in een cel van tabel 1 staat nog een tabel"),
        (
            inhoud(RASTER, Tabel((("a",), ("b", "c")), koprij=True)),
            "A4: in tabel 2 heeft niet elke rij evenveel cellen",
        ),
        (inhoud(replace(RASTER, lege_rijen=(3,))), "A4: rij 3 van tabel 1 is leeg"),
        (
            beelden(WAPEN, Afbeelding("Foto van de brug.JPG")),
            "A5: de alternatieve tekst ‘Foto van de brug.JPG’ van afbeelding 2 zegt niets",
        ),
        (
            beelden(Afbeelding("Afbeelding 1")),
            "A5: de alternatieve tekst ‘Afbeelding 1’ van afbeelding 1 zegt niets",
        ),
        (
            beelden(Afbeelding("Brug.\n\nDescription automatically generated")),
            (
                "A5: de alternatieve tekst ‘Brug. Description automatically generate…’"
                " van afbeelding 1 zegt niets"
            ),
        ),
        (
            beelden(Afbeelding("", in_rand=True), Afbeelding("", in_rand=True)),
            "A5: een afbeelding in de kop- of voettekst heeft geen alternatieve tekst",
        ),
        (beelden(replace(WAPEN, zwevend=True)), "A5: afbeelding 1 zweeft naast de tekst"),
        (replace(GOED, tekstvakken=("Let op",)), "A5: ‘Let op’ staat in een tekstvak"),
        (links("https://a.example/x"), "A7: de link ‘https://a.example/x’ is een kaal adres"),
        (links(" WWW.A.example "), "A7: de link ‘ WWW.A.example ’ is een kaal adres"),
        (links("Klik hier"), "A7: de link ‘Klik hier’ zegt niet waar hij heen gaat"),
        (links("hier."), "A7: de link ‘hier.’ zegt niet waar hij heen gaat"),
        (links("deze link"), "A7: de link ‘deze link’ zegt niet waar hij heen gaat"),
        (links("Lees meer >"), "A7: de link ‘Lees meer >’ zegt niet waar hij heen gaat"),
        (
            kleuren("777777", "FFFFFF"),  # 4.48
            "A8: ‘Wij bouwen veel.’ steekt te weinig af (#777777 op #FFFFFF, contrast 4,4 op 1)",
        ),
        (
            kleuren("FFFFFF", "FFFFFF"),
            "A8: ‘Wij bouwen veel.’ steekt te weinig af (#FFFFFF op #FFFFFF, contrast 1,0 op 1)",
        ),
        (
            kleuren("959595", "FFFFFF", groot=True),  # 2.997
            "A8: ‘Wij bouwen veel.’ steekt te weinig af (#959595 op #FFFFFF, contrast 2,9 op 1)",
        ),
    ],
)
def test_what_deserves_a_look_is_found(anders: Outline, gevonden: str) -> None:
    (problem,) = check_outline(anders, "5.1.2")

    assert f"{problem.rule}: {problem.message}" == gevonden
    assert str(problem.where) == "5.1.2"
    assert problem.hint
    assert problem.severity == "warning"


@pytest.mark.parametrize(
    "anders",
    [
        replace(GOED, inhoud=(TEKST,)),  # a document without headings skips none
        replace(GOED, inhoud=(KOP1, KOP2, KOP3, TEKST, KOP1, KOP2, TEKST)),  # up is a way back
        replace(GOED, inhoud=(Alinea("● Groen", "Standaard"), Alinea("▲ Oranje", "Standaard"))),
        regels("Voortgang: groen ●"),  # the word may come first
        inhoud(Tabel((("Geld", "Oranje", "▲"),), koprij=True)),  # or stand in another cell
        inhoud(KOP2, KOP3, RASTER),  # a table is something; so are headings under a heading
        inhoud(WIT, BEELD),  # and a picture
        inhoud(TEKST, WIT, RASTER, WIT, TEKST),  # Word needs one between two tables
        inhoud(TEKST, WIT, BEELD, WIT, TEKST),
        regels("– € 12 korting", "– € 13 korting"),
        regels("- 3", "- 5"),
        regels("– want dit is één zin", "en dit de volgende"),
        regels("– streep", "• punt"),
        inhoud(Alinea("• huis", "Lijst", nummer="•"), Alinea("• tuin", "Lijst", nummer="•")),
        beelden(),
        beelden(Afbeelding("", decoratief=True), Afbeelding("", decoratief=True, zwevend=True)),
        beelden(Afbeelding("", decoratief=True, in_rand=True)),
        beelden(Afbeelding("Provincie IJsselmark", in_rand=True, zwevend=True)),
        beelden(Afbeelding("Kaart in het formaat .png")),
        beelden(Afbeelding("Afbeelding van de fietsbrug")),
        beelden(Afbeelding("Grafiek: 12 projecten op schema")),
        links("Kennispark", "Zie www.a.example", "mail ons", "Hier groeit Overijssel", ""),
        links("Meer informatie over de subsidie", "Linkse oever"),
        kleuren("767676", "FFFFFF"),  # 4.54
        kleuren("FFFFFF", "767676"),
        kleuren("949494", "FFFFFF", groot=True),  # 3.03
    ],
)
def test_what_only_looks_like_it_is_right(anders: Outline) -> None:
    assert check_outline(anders) == []


def test_the_chapters_of_the_examples_leave_nothing_to_say() -> None:
    found = [check_outline(outline(word), naam) for naam, word in chapters().items()]

    assert [problem for problems in found for problem in problems] == []


@given(boekwerken())
@settings(max_examples=25, deadline=None)
def test_no_chapter_in_the_shipped_template_has_a_fault_of_the_template(boek: Boekwerk) -> None:
    section = boek.prestaties[0].model_copy(update={"inleiding": "Wij bouwen."})

    found = inspect(render(section, boek))

    assert [problem for problem in found if problem.rule not in {"A6", "A7"}] == []  # may be typed


def test_a_chapter_with_nothing_but_a_title_is_an_empty_heading() -> None:
    document = boekwerk(prestatie())

    found = inspect(render(document.prestaties[0], document))

    assert [problem.message for problem in found] == [
        "onder de kop ‘5.1.2 Topwerklocaties’ staat niets"
    ]


def test_pale_letters_of_a_template_are_found_in_its_documents() -> None:
    word = fill(Word(p(run("{{ a }}", colour("999999")))).bytes(), a="Geen afwijking.")

    found = [problem.message for problem in inspect(word) if problem.rule == "A8"]

    assert found == [
        "‘Geen afwijking.’ steekt te weinig af (#999999 op #FFFFFF, contrast 2,8 op 1)"
    ]


def test_every_style_of_the_shipped_template_can_be_read() -> None:
    styles = part(
        (EXAMPLES.parent / "templates" / "prestatie.docx").read_bytes(), "word/styles.xml"
    )
    inside = styles[styles.index("<w:docDefaults") : styles.index("</w:styles>")]
    named = re.findall(r'<w:style w:type="(\w+)"[^>]*w:styleId="(\w+)"', inside)
    lines = [p(f"tekst in {id_}", style=id_) for kind, id_ in named if kind == "paragraph"]
    lines += [p(run("t", f'<w:rStyle w:val="{i}"/>')) for kind, i in named if kind == "character"]
    look = '<w:tblStyle w:val="Cijfertabel"/><w:tblLook w:val="0020"/>'
    tables = [tbl(tr(tc(line))).replace("<w:tblPr>", f"<w:tblPr>{look}") for line in lines]

    found = outline(Word("".join([*lines, *tables]), styles=inside).bytes())

    assert {paar.achter for paar in found.kleuren} == {"FFFFFF", "EDF1F6"}
    assert len(found.kleuren) > 10
    assert [str(problem) for problem in check_outline(found) if problem.rule == "A8"] == []
