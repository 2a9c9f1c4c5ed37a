"""Chapters made by hand over the years: other words, tables, lists, links; nothing is dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from bouwstenen import als_data
from docx import Document
from docx.document import Document as Docx
from handbouw import bewaar, link

from reportgen.model import Profiel
from reportgen.reading import Gelezen
from reportgen.reading.vreemd import Kop, lees_vreemd

TITLE = "5.1.2 Topwerklocaties"
HEAD = Kop(
    organisatie="Provincie IJsselmark", soort="monitor", jaar=2017, peildatum="2017-04-01"
).boekwerk()
MONEY = ["(x € 1.000)", "Primitief", "Doorgevoerde wijziging(en)", "Actuele begroting", "Ruimte"]
Make = Callable[[Docx], None]


def chapter(*parts: str | Make | Sequence[Sequence[str]], title: str = TITLE) -> bytes:
    """A chapter below its title: lines, tables as rows of cells, or what a function writes."""
    word = Document()
    word.add_heading(title, 1)
    for part in parts:
        if isinstance(part, str):
            word.add_paragraph(part)
        elif callable(part):
            part(word)
        else:
            _table(word, part)
    return bewaar(word)


def _table(word: Docx, rows: Sequence[Sequence[str]]) -> None:
    table = word.add_table(len(rows), len(rows[0]))
    for cells, row in zip(rows, table.rows, strict=True):
        for text, cell in zip(cells, row.cells, strict=True):
            cell.text = text


def read(*parts: str | Make | Sequence[Sequence[str]]) -> Gelezen:
    """Read such a chapter."""
    return lees_vreemd(chapter(*parts), HEAD)


def data(gelezen: Gelezen) -> dict[str, Any]:
    """The section that was read, without its number and title."""
    (prestatie,) = gelezen.boekwerk.prestaties
    return {k: v for k, v in als_data(prestatie).items() if k not in ("nummer", "titel")}


def loose(gelezen: Gelezen) -> list[str]:
    """What found no place."""
    return [los.tekst for los in gelezen.los]


def told(gelezen: Gelezen) -> list[tuple[str, str]]:
    """What a person should look at: the rule, and what."""
    return [(p.rule, p.message) for p in gelezen.problems]


HISTORICAL = [
    ("Toelichting voortgang", {"voortgang": {"toelichting": "Het loopt."}}),
    ("TOELICHTING OP DE VOORTGANG:", {"voortgang": {"toelichting": "Het loopt."}}),
    ("Financieel", {"financien": {"voortgang": {"toelichting": "Het loopt."}}}),
    ("Wat gaan we daarvoor doen?", {"acties": [{"tekst": "Het loopt."}]}),
    ("Achtergrond", {"context": "Het loopt."}),
]


@pytest.mark.parametrize(("heading", "expected"), HISTORICAL)
def test_a_heading_of_earlier_years_is_known(heading: str, expected: dict[str, Any]) -> None:
    gelezen = read(heading, "Het loopt.")

    assert data(gelezen) == expected
    assert loose(gelezen) == []


def test_a_profile_adds_words_of_its_own() -> None:
    profiel = Profiel.model_validate({"varianten": {"context": ["Dit is hoe wij denken"]}})
    word = chapter("Dit is hoe wij denken", "Groot.")

    gelezen = lees_vreemd(word, HEAD.model_copy(update={"profiel": profiel}))

    assert data(gelezen) == {"context": "Groot."}


LABELS = [
    (["Rol provincie:", "Regisseur."], {"rol_provincie": "Regisseur."}),
    (["Rol van de provincie: Regisseur."], {"rol_provincie": "Regisseur."}),
    (["Looptijd\nStructureel."], {"looptijd": "Structureel."}),
    ([[["Portefeuillehouder", "E. van Hijum"]]], {"portefeuillehouder": "E. van Hijum"}),
    (
        ["Relatie met reserve Kwaliteit?: Nee."],
        {"reserve": {"naam": "Kwaliteit", "relatie": "nee"}},
    ),
    (
        ["Relatie met de reserve Kwaliteit:", "ja"],
        {"reserve": {"naam": "Kwaliteit", "relatie": "ja"}},
    ),
    (["Mijlpalen", "Besluit.", "Bouw."], {"mijlpalen": [{"naam": "Besluit."}, {"naam": "Bouw."}]}),
    (["Website: a, b en c"], {"websites": [{"naam": "a"}, {"naam": "b"}, {"naam": "c"}]}),
]


@pytest.mark.parametrize("heading", [[], ["Basisinformatie"]])
@pytest.mark.parametrize(("lines", "expected"), LABELS)
def test_a_value_stands_behind_its_label_or_below_it(
    lines: list[Any], expected: dict[str, Any], heading: list[str]
) -> None:
    known = {"looptijd": "Lang."} if "looptijd" not in expected else {"rol_provincie": "Lang."}
    first = "Looptijd prestatie: Lang." if "looptijd" in known else "Rol provincie: Lang."

    gelezen = read(*heading, first, *lines)

    assert data(gelezen) == {"basisinformatie": expected | known}
    assert loose(gelezen) == []


def test_a_word_of_earlier_years_alone_begins_no_list_of_labels() -> None:
    gelezen = read("Context", "Planning: eind 2017.", "Daarna meer.")

    assert data(gelezen) == {"context": "Planning: eind 2017.\n\nDaarna meer."}


def test_links_bold_and_italic_come_back_as_small_markdown() -> None:
    def rich(word: Docx) -> None:
        paragraph = word.add_paragraph("Wij bouwen ")
        paragraph.add_run("snel ").bold = True
        paragraph.add_run("en ")
        paragraph.add_run("goed").italic = True
        paragraph.add_run(", zie ")
        link(paragraph, "de site", "https://a.example")
        paragraph.add_run(" en 2*3*4.")

    gelezen = read("Context", rich)

    assert data(gelezen) == {
        "context": "Wij bouwen **snel** en *goed*, zie [de site](https://a.example) en 2*3*4."
    }
    assert told(gelezen) == []


def test_websites_keep_where_their_links_lead() -> None:
    def sites(word: Docx) -> None:
        paragraph = word.add_paragraph()
        link(paragraph, "Kennispark, en meer", "https://k.example")
        paragraph.add_run(", ")
        link(paragraph, "XL park", "https://x.example")
        paragraph.add_run(" en TecBase")

    gelezen = read("Basisinformatie", "Project website:", sites)

    assert data(gelezen)["basisinformatie"]["websites"] == [
        {"naam": "Kennispark, en meer", "url": "https://k.example"},
        {"naam": "XL park", "url": "https://x.example"},
        {"naam": "TecBase"},
    ]


def test_an_address_that_no_document_may_link_to_is_listed() -> None:
    gelezen = read("Context", lambda word: link(word.add_paragraph(), "de map", "file:///p/map"))

    assert data(gelezen) == {"context": "de map"}
    assert loose(gelezen) == ["file:///p/map"]


ACTIONS = [
    (["1. Een", "2. Twee"], ["Een", "Twee"]),
    (["- Een", "- Twee"], ["Een", "Twee"]),
    (["Een", "Twee"], ["Een", "Twee"]),
    (["a) Een", "b) Twee"], ["a) Een", "b) Twee"]),
]


@pytest.mark.parametrize(("lines", "expected"), ACTIONS)
def test_actions_are_items_or_else_paragraphs(lines: list[str], expected: list[str]) -> None:
    gelezen = read("Acties", *lines)

    assert [actie["tekst"] for actie in data(gelezen)["acties"]] == expected


def test_an_action_has_the_list_and_the_status_below_it() -> None:
    def acties(word: Docx) -> None:
        word.add_paragraph("Wij doen het volgende:")
        word.add_paragraph("Wij bouwen.", style="List Number")
        word.add_paragraph("eerst hier", style="List Bullet")
        word.add_paragraph("dan daar", style="List Bullet")
        word.add_paragraph("Vertraagd: de grond is nat.")
        word.add_paragraph("Wij openen.", style="List Number")

    gelezen = read("Acties", acties)

    assert data(gelezen)["acties"] == [
        {
            "tekst": "Wij bouwen.\n\n- eerst hier\n- dan daar",
            "status": "vertraagd",
            "toelichting": "de grond is nat.",
        },
        {"tekst": "Wij openen."},
    ]
    assert loose(gelezen) == ["Wij doen het volgende:"]


COLOURS = [
    (["Geen afwijking"], {"kleur": "groen"}),
    (["Groen", "Geen afwijkingen."], {"kleur": "groen"}),
    (["▲ Oranje", "Laat."], {"kleur": "oranje", "toelichting": "Laat."}),
    (["Kleur: rood", "Laat."], {"kleur": "rood", "toelichting": "Laat."}),
    (["Rood", "Geen afwijking."], {"kleur": "rood", "toelichting": "Geen afwijking."}),
    (["Rood staat de teller."], {"toelichting": "Rood staat de teller."}),
]


@pytest.mark.parametrize(("lines", "expected"), COLOURS)
def test_a_colour_is_read_in_words(lines: list[str], expected: dict[str, str]) -> None:
    gelezen = read("Voortgang", *lines)

    assert data(gelezen) == {"voortgang": expected}


def test_text_below_a_heading_that_nobody_knows_is_listed_and_told() -> None:
    gelezen = read("Context", "Waarom.", lambda w: w.add_heading("Risico’s", 2), "Regen.")

    assert data(gelezen) == {"context": "Waarom."}
    assert loose(gelezen) == ["Risico’s", "Regen."]
    assert told(gelezen) == [
        ("L2", "de kop ‘Risico’s’ is niet bekend; wat eronder staat, is niet geplaatst")
    ]


def test_a_plain_line_is_text_where_its_heading_has_a_style() -> None:
    gelezen = read("Acties", lambda w: w.add_heading("Acties", 2), "1. Een", "2. Twee")

    assert data(gelezen) == {"inleiding": "Acties", "acties": [{"tekst": "Een"}, {"tekst": "Twee"}]}


def test_what_the_model_refuses_is_told_and_listed() -> None:
    gelezen = read("Context", "Fout\u0085teken \u009f hier.")

    assert data(gelezen) == {}
    assert loose(gelezen) == ["Fout\u0085teken \u009f hier."]
    assert [rule for rule, _ in told(gelezen)] == ["L3"]


TITLES = [
    "5.1.2 Topwerklocaties",
    "5.1.2. Topwerklocaties",
    "5.1.2\u00a0\u00a0Topwerklocaties",
    "5.1.2\tTopwerklocaties",
    "5.1.2 – Topwerklocaties",
    "Prestatie 5.1.2: Topwerklocaties",
]


@pytest.mark.parametrize("title", TITLES)
def test_number_and_title_are_told_apart(title: str) -> None:
    gelezen = lees_vreemd(chapter("Context", "Waarom.", title=title), HEAD)

    (prestatie,) = gelezen.boekwerk.prestaties
    assert (prestatie.nummer, prestatie.titel) == ("5.1.2", "Topwerklocaties")


def test_codes_of_another_body_are_found_by_its_pattern() -> None:
    niveaus = [{"naam": "programma", "patroon": "A9"}, {"naam": "doel", "patroon": "9a"}]
    head = HEAD.model_copy(update={"profiel": Profiel.model_validate({"niveaus": niveaus})})
    word = chapter(lambda w: w.add_heading("1a Wonen", 2), "Inleiding.", title="P1 Ruimte")

    gelezen = lees_vreemd(word, head)

    assert [(p.nummer, p.titel) for p in gelezen.boekwerk.prestaties] == [("1a", "Wonen")]
    assert [(k.nummer, k.titel) for k in gelezen.boekwerk.kerntaken] == [("P1", "Ruimte")]


def test_the_second_explanation_is_about_money_even_without_its_heading() -> None:
    gelezen = read("Toelichting op voortgang", "Loopt.", "Toelichting op voortgang", "Duur.")

    assert data(gelezen) == {
        "voortgang": {"toelichting": "Loopt."},
        "financien": {"voortgang": {"toelichting": "Duur."}},
    }


def test_a_comment_of_a_person_is_told() -> None:
    def commented(word: Docx) -> None:
        paragraph = word.add_paragraph("Waarom.")
        word.add_comment(paragraph.runs, "Klopt dit?", author="Jan")

    gelezen = read("Context", commented)

    assert data(gelezen) == {"context": "Waarom."}
    assert told(gelezen) == [("L6", "iemand merkte op: ‘Klopt dit?’")]
