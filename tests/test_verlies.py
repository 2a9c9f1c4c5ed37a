"""Nothing that a person typed is lost unnoticed: it prints as typed, or is refused in words."""

from __future__ import annotations

import os
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from bouwstenen import boekwerk, goed, prestatie, vondsten
from bronnen import HOOFD, SECTIE, bewaar, problemen
from woordbouw import Word, elements, fill, lines, p, relations, run, tbl, tc, template, tr

from reportgen import load, render
from reportgen.errors import RenderError, TemplateError
from reportgen.tekst import parse
from reportgen.view import hoofdstuk
from reportgen.word import Template, outline

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("waarde", ["een\n\n  twee", ">\n  een\n\n  twee", "|\n  een\n\n  twee"])
def test_a_blank_line_begins_a_paragraph_in_every_kind_of_text(tmp_path: Path, waarde: str) -> None:
    bron = bewaar(tmp_path, boekwerk=HOOFD, prestaties__x=f"{SECTIE}context: {waarde}\n")

    context = load(bron).prestaties[0].context

    assert [str(alinea) for alinea in parse(context or "").alineas()] == ["een", "twee"]


def test_what_yaml_takes_for_a_comment_in_a_sentence_is_refused(tmp_path: Path) -> None:
    bron = bewaar(
        tmp_path, boekwerk=HOOFD, prestaties__x=f"{SECTIE}context: Zie motie #12 van PS\n"
    )

    (problem,) = problemen(bron)

    assert "‘#12 van PS’" in problem


def test_a_comment_behind_a_value_is_a_comment(tmp_path: Path) -> None:
    bron = bewaar(tmp_path, boekwerk=HOOFD, prestaties__x=f"{SECTIE}context: Waarom # uitleg\n")

    assert load(bron).prestaties[0].context == "Waarom"


@pytest.mark.parametrize("naam", ["prestaties/5.1.3.yaml.txt", "5.1.3.yaml", "prestaties/5/a.yaml"])
def test_a_section_in_the_wrong_place_is_not_left_out_unnoticed(tmp_path: Path, naam: str) -> None:
    bron = bewaar(tmp_path, boekwerk=HOOFD, prestaties__x=SECTIE)
    (tmp_path / naam).parent.mkdir(exist_ok=True)
    (tmp_path / naam).write_text(SECTIE, "utf-8")

    (problem,) = problemen(bron)

    assert "wordt niet gelezen" in problem


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_among_the_sections_does_not_wait_for_ever(tmp_path: Path) -> None:
    bron = bewaar(tmp_path, boekwerk=HOOFD, prestaties__x=SECTIE)
    os.mkfifo(tmp_path / "prestaties" / "y.yaml")

    assert "wordt niet gelezen" in problemen(bron)[0]


def test_the_head_of_a_folder_stands_for_the_folder(tmp_path: Path) -> None:
    bron = bewaar(tmp_path, boekwerk=HOOFD, prestaties__x=SECTIE)

    assert load(bron / "boekwerk.yaml") == load(bron)


def test_the_name_of_the_only_row_prints() -> None:
    regel = {"soort": "lasten", "omschrijving": "Subsidies", "bedragen": {"primitief": "5"}}
    document = boekwerk(prestatie(financien={"regels": [regel]}))

    money = hoofdstuk(document.prestaties[0], document).prestatie.financien

    assert money
    assert money.tabel
    assert money.tabel.rijen[0].omschrijving == "Lasten: Subsidies"


def test_an_explanation_of_spaces_explains_nothing() -> None:
    with pytest.raises(ValueError, match="is leeg"):
        prestatie(voortgang={"kleur": "rood", "toelichting": "\u00a0"})


def test_a_budget_that_is_overspent_already_is_no_absence_of_deviation() -> None:
    bedragen = {"primitief": "1475000", "wijzigingen": "0", "gerealiseerd": "9023150"}
    geld = {
        "regels": [{"soort": "lasten", "bedragen": bedragen}],
        "voortgang": {"kleur": "groen"},
    }

    assert len(vondsten("V2", goed(financien=geld))) == 1


def test_a_section_of_another_kind_of_document_is_refused() -> None:
    regel = {"soort": "lasten", "bedragen": {"begroting": Decimal(5000)}}

    with pytest.raises(RenderError, match="hoort niet in een monitor"):
        render(prestatie(financien={"regels": [regel]}), boekwerk())


def test_a_record_in_the_place_of_a_text_is_refused_and_never_printed_as_python() -> None:
    with pytest.raises(RenderError, match="groep velden"):
        fill(template("{{p rij }}"), rij={"tekst": "x"})


@pytest.mark.parametrize(
    "naast", ["<w:r><w:drawing/></w:r>", '<w:r><w:footnoteReference w:id="2"/></w:r>']
)
def test_what_is_no_text_beside_a_paragraph_tag_is_not_deleted(naast: str) -> None:
    with pytest.raises(TemplateError, match="zou verdwijnen"):
        Template(Word(p(run("{{p a }}"), naast)).bytes())


def test_a_tag_in_an_attribute_is_filled_in_on_one_line() -> None:
    shape = '<w:tblPr><w:tblCaption w:val="Tabel: {{ a }}"/></w:tblPr>'
    table = tbl(tr("x")).replace("<w:tblGrid>", f"{shape}<w:tblGrid>")

    word = fill(template(table), a='R&D "1"\nen 2')

    (caption,) = elements(word, "tblCaption")
    assert caption.attrib.values() == ['Tabel: R&D "1" en 2']


def test_a_loop_in_a_table_inside_a_cell_repeats_its_rows() -> None:
    binnen = tbl(tr("{%tr for x in a %}"), tr("{{ x }}"), tr("{%tr endfor %}"))
    buiten = tbl(tr(tc(f"{binnen}{p('na')}")))

    assert lines(template(buiten), a=["een", "twee"]) == lines(
        template(tbl(tr(tc(tbl(tr("een"), tr("twee")) + p("na"))))), a=[]
    )


@pytest.mark.parametrize(
    "xml",
    [
        p(run("{{ a }}", '<w:rPrChange w:id="1" w:author="x"><w:rPr/></w:rPrChange>')),
        p(run("{{ a }}")) + p('<w:fldSimple w:instr=" DDEAUTO excel x "/>'),
    ],
)
def test_a_template_brings_no_author_and_no_command_along(xml: str) -> None:
    with pytest.raises(TemplateError):
        Template(Word(xml).bytes())


def test_a_template_links_to_web_and_mail_only() -> None:
    rels = relations(("rId9", "hyperlink", 'javascript:alert(1)" TargetMode="External'))
    source = Word(p("{{ a }}"), parts={"word/_rels/document.xml.rels": rels})

    with pytest.raises(TemplateError, match="buiten het document"):
        Template(source.bytes())


def test_lists_three_deep_go_on_in_word() -> None:
    section = prestatie(context="- a\n  - b\n    - c\n    - c2\n  - b2\n- d")

    text = outline(render(section, boekwerk(section))).tekst.splitlines()

    assert [line for line in text if line.endswith((" a", " b", " c", " c2", " b2", " d"))] == [
        "• a",
        "– b",
        "• c",
        "• c2",
        "– b2",
        "• d",
    ]
