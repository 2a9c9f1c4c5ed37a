"""Markers that bind a figure: what is one, what it stands for, and how it prints."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from bouwstenen import boekwerk, boekwerken, goed, prestatie
from hypothesis import given
from hypothesis import strategies as st

from reportgen import financien, load, notation, render
from reportgen.financien import Cijfer, Mis, Moment, zoek_cijfer
from reportgen.model import KOLOMMEN, Boekwerk, Prestatie, Soort
from reportgen.tekst import parse, veld
from reportgen.view import hoofdstuk
from reportgen.word import outline

EDITIONS = Path(__file__).resolve().parents[1] / "examples" / "ijsselmark-2017"
MONITOR = load(EDITIONS / "monitor-2")
JAARVERSLAG = load(EDITIONS / "jaarverslag")
BEGROTING = load(EDITIONS / "begroting")
ROWS = "lasten, baten, saldo, toevoeging, onttrekking, resultaat"


def markers(source: str) -> list[tuple[str, str]]:
    """Give what stands in a text as a marker: as typed, and what is between its brackets."""
    runs = [stuk for alinea in parse(source).alineas() for stuk in alinea.stukken]
    return [(stuk.tekst, stuk.veld) for stuk in runs if stuk.veld]


def printed(source: str, nummer: str = "5.1.2", edition: Boekwerk = MONITOR) -> str:
    """Give a context as it prints in the chapter of an example."""
    section = edition.prestatie(nummer).model_copy(update={"context": source})
    return str(hoofdstuk(section, edition).prestatie.context).replace("\u00a0", " ")


def with_context(source: str, nummer: str = "5.1.2", edition: Boekwerk = MONITOR) -> Boekwerk:
    """Give an example with another text for one context."""
    sections = (
        p.model_copy(update={"context": source}) if p.nummer == nummer else p
        for p in edition.prestaties
    )
    return edition.model_copy(update={"prestaties": tuple(sections)})


@pytest.mark.parametrize(
    ("source", "inside"),
    [
        ("Wij besteden [bedrag lasten actueel].", "bedrag lasten actueel"),
        ("**[verschil saldo]**", "verschil saldo"),
        ("- a\n- [jaar-1]", "jaar-1"),
        ("[bedrag lasten\nactueel 5.1.1]", "bedrag lasten actueel 5.1.1"),  # wrapped in the source
        ("a [[jaar]] b", "jaar"),
        ("[jaar + 1]", "jaar + 1"),
        ("[bedrag]", "bedrag"),  # an error of its own: it names no row
        ("[bedarg lasten actueel]", "bedarg lasten actueel"),  # a slip is told, not printed
        ("[Bedrag Lasten Actueel]", "Bedrag Lasten Actueel"),
        ("[verschill lasten]", "verschill lasten"),
        ("[peildatm]", "peildatm"),
        ("[Jaar]", "Jaar"),
    ],
)
def test_a_marker_is_read_with_its_words(source: str, inside: str) -> None:
    assert markers(source) == [(f"[{inside}]", inside)]


@pytest.mark.parametrize(
    "source",
    [
        r"\[bedrag lasten actueel]",
        "[bedrag lasten actueel](https://x.nl)",
        "[bedrag lasten](x)",
        "[bedrag lasten",
        "[sic] [invullen] [Twente] [1] [...]",
        "[prestatie 5.1.1]",
        "[naar] [waar] [maar] [daar] [jaren] [peildata]",
        "[jaar van oprichting]",  # a word like any other
        "[bedragen x € 1.000] [bedragen in euro]",
        "[verschillen] [bedragen] [kredieten]",
        "[" + "a" * 300 + "]",
    ],
)
def test_other_brackets_stay_what_they_are(source: str) -> None:
    assert markers(source) == []


def test_neighbours_stay_apart_and_keep_their_look() -> None:
    assert markers("[jaar][jaar]") == [("[jaar]", "jaar")] * 2
    (stuk,) = parse("***[jaar]***").blokken[0].stukken  # type: ignore[union-attr]
    assert (stuk.vet, stuk.cursief, stuk.veld) == (True, True, "jaar")


def test_the_words_of_a_marker_are_those_that_can_be_looked_up() -> None:
    assert {*veld.MET_RIJ, *veld.LOS} == {
        woord.split("-")[0].split("+")[0] for woord in financien.VELDEN
    }


@pytest.mark.parametrize(
    ("marker", "text"),
    [
        ("[bedrag lasten actueel]", "€ 1.475.000"),
        ("[bedrag lasten ruimte]", "€ 572.685"),  # a column that does not print
        ("[bedrag saldo actueel]", "€ -1.275.000"),
        ("[bedrag lasten verschil]", "€ 15.000"),
        ("[miljoen lasten actueel]", "€ 1,5 miljoen"),
        ("[verschil lasten]", "€ 15.000 voordelig"),
        ("[verschil baten]", "nihil"),
        ("[verschil baten 4.2.3]", "€ 900.000 nadelig"),
        ("[percentage lasten]", "1,0%"),
        ("[percentage lasten gerealiseerd]", "61,2%"),
        ("[bedrag lasten actueel 5.1.1]", "€ 2.515.000"),
        ("[bedrag lasten actueel 5.1]", "€ 3.990.000"),
        ("[bedrag lasten actueel 5]", "€ 3.990.000"),
        ("[bedrag lasten actueel boekwerk]", "€ 12.289.420"),
        ("[jaar]", "2017"),
        ("[jaar-1]", "2016"),
        ("[jaar + 1]", "2018"),
        ("[peildatum]", "1 september 2017"),
    ],
)
def test_a_marker_prints_its_figure(marker: str, text: str) -> None:
    assert printed(f"Zo: {marker}.") == f"Zo: {text}."


@pytest.mark.parametrize(
    ("nummer", "marker", "text"),
    [
        ("2.3.1", "[bedrag Procesgeld en advies gerealiseerd]", "€ 301.470"),
        ("2.3.1", "[bedrag procesgeld  EN advies gerealiseerd]", "€ 301.470"),
        ("2.3.1", "[verschil Inhuur derden]", "€ 8.020 voordelig"),
        ("2.3.1", "[bedrag lasten Subsidies actueel]", "€ 1.484.450"),
        ("4.2.3", "[percentage lasten]", "9,0%"),
        ("4.2.3", "[krediet fietsbrug Veenlo restant]", "€ 2.575.000"),
        ("4.2.3", "[krediet fietsbrug Veenlo verschil]", "€ 50.000 voordelig"),
        ("5.1.1", "[krediet fietsbrug Veenlo geautoriseerd 4.2.3]", "€ 5.200.000"),
    ],
)
def test_regels_and_credits_are_found_by_name(nummer: str, marker: str, text: str) -> None:
    assert printed(marker, nummer, JAARVERSLAG) == text


def test_a_budget_is_the_base_of_its_percentages() -> None:
    assert printed("[percentage lasten raming_2]", "5.1.2", BEGROTING) == "81,5%"


@pytest.mark.parametrize(
    ("notatie", "texts"),
    [
        ({}, ("€ -1.275.000", "€ 1.475.000", "€ 15.000")),
        ({"tekens": "V/N overal"}, ("€ -1.275.000", "€ 1.475.000", "€ 15.000")),
        ({"tekens": "min is voordelig"}, ("€ 1.275.000", "€ 1.475.000", "€ -15.000")),
        ({"tekens": "baten negatief"}, ("€ 1.275.000", "€ 1.475.000", "€ -15.000")),
        ({"tekens": "lasten negatief"}, ("€ -1.275.000", "€ 1.475.000", "€ 15.000")),
        (
            {"euro_spatie": "geen", "hele_euros": ",-"},
            ("€-1.275.000,-", "€1.475.000,-", "€15.000,-"),
        ),
    ],
)
def test_a_figure_has_the_notation_of_the_profile(
    notatie: dict[str, str], texts: tuple[str, str, str]
) -> None:
    profiel = MONITOR.profiel.model_validate({"notatie": notatie})
    edition = MONITOR.model_copy(update={"profiel": profiel})

    found = [
        printed(f"[bedrag {w}]", edition=edition)
        for w in ("saldo actueel", "lasten actueel", "lasten verschil")
    ]

    assert tuple(found) == texts


@pytest.mark.parametrize(
    "field",
    ["inleiding", "context", "acties", "toelichting", "voortgang", "geld", "rol_provincie"],
)
def test_every_running_text_of_a_section_is_filled_in(field: str) -> None:
    texts = {field: "Zie [jaar]."}
    geld = {"voortgang": {"kleur": "oranje", "toelichting": texts.get("geld", "-a")}}
    section = prestatie(
        inleiding=texts.get("inleiding"),
        context=texts.get("context"),
        acties=[{"tekst": texts.get("acties", "a"), "toelichting": texts.get("toelichting")}],
        voortgang={"kleur": "oranje", "toelichting": texts.get("voortgang", "a")},
        financien=geld,
        basisinformatie={"rol_provincie": texts.get("rol_provincie")},
    )

    view = hoofdstuk(section, boekwerk(section))

    assert "tekst='2017'" in repr(view.prestatie)


def test_a_marker_reaches_the_word_text_and_an_escaped_one_prints_literally() -> None:
    edition = with_context(r"Er is **[bedrag lasten actueel]**; \[bedrag lasten actueel] niet.")

    word = render(edition.prestatie("5.1.2"), edition)

    text = outline(word).tekst.replace("\u00a0", " ")
    assert "Er is € 1.475.000; [bedrag lasten actueel] niet." in text


def test_an_unknown_marker_prints_as_typed() -> None:
    edition = with_context("Er is [bedrag lastn actueel] en [verschil].")

    word = render(edition.prestatie("5.1.2"), edition)

    assert "Er is [bedrag lastn actueel] en [verschil]." in outline(word).tekst


def test_a_section_that_the_document_has_otherwise_speaks_of_itself() -> None:
    regels = [{"soort": "lasten", "bedragen": {"primitief": 5, "wijzigingen": 2}}]
    other = prestatie(context="[bedrag lasten actueel]", financien={"regels": regels})

    assert str(hoofdstuk(other, MONITOR).prestatie.context) == "€\u00a07"


def test_a_row_may_end_with_a_number() -> None:
    regels = [{"soort": "lasten", "omschrijving": "Fase 2", "bedragen": {"primitief": 5}}]
    document = goed(financien={"regels": regels})

    found = zoek_cijfer("verschil Fase 2", document, document.prestaties[0])

    assert found == Cijfer("verschil", None, "verschil")


@pytest.mark.parametrize("edition", [BEGROTING, MONITOR, JAARVERSLAG])
def test_the_figures_of_a_part_are_those_of_the_roll_up(edition: Boekwerk) -> None:
    for nummer, totaal in financien.totalen(edition).items():
        for rij in totaal.tabel.rijen:
            for kolom, cel in zip(totaal.tabel.kolommen, rij.cellen, strict=True):
                found = zoek_cijfer(
                    f"bedrag {rij.post} {kolom.naam} {nummer or 'boekwerk'}", edition
                )
                assert isinstance(found, Cijfer)
                assert found.waarde == cel


def _markers(soort: Soort) -> st.SearchStrategy[str]:
    words = st.sampled_from(("bedrag", "miljoen"))
    rows = st.sampled_from(ROWS.split(", "))
    return st.tuples(words, rows, st.sampled_from(KOLOMMEN[soort])).map(" ".join)


def _cases() -> st.SearchStrategy[tuple[Boekwerk, str]]:
    return boekwerken().flatmap(lambda b: st.tuples(st.just(b), _markers(b.soort)))


@given(_cases())
def test_a_filled_marker_is_found_in_its_text_and_equals_the_data(
    case: tuple[Boekwerk, str],
) -> None:
    document, marker = case
    section: Prestatie = document.prestaties[0].model_copy(update={"context": f"Er is [{marker}]."})
    notatie = document.profiel.notatie

    text = str(hoofdstuk(section, document).prestatie.context)

    cijfer = zoek_cijfer(marker, document, section)
    assert isinstance(cijfer, Cijfer)
    if cijfer.waarde is None:
        assert text == f"Er is {notatie.onbekend}."
        return
    (found,) = notation.vind_bedragen(text)
    assert abs(abs(found.waarde) - abs(cijfer.waarde)) * 2 <= found.stap
    assert notation.klopt(found, cijfer.waarde, notatie)
    assert text[found.begin : found.eind] == notation.netjes(found, notatie)


@given(st.integers(-(10**12), 10**12).map(lambda cents: Decimal(cents).scaleb(-2)))
def test_a_difference_in_words_reads_back(euros: Decimal) -> None:
    text = notation.in_woorden(euros)

    assert abs(notation.parse_in_woorden(text) - euros) * 2 <= 1


def test_a_moment_and_a_miss_are_told_apart() -> None:
    assert zoek_cijfer("jaar+3", MONITOR) == Moment(2020)
    assert zoek_cijfer("x", MONITOR) == Mis("veld", "x", financien.VELDEN)


def test_every_marker_in_the_readme_stands_for_a_figure() -> None:
    readme = (EDITIONS.parents[1] / "README.md").read_text("utf-8")
    section = readme.partition("### Cijfers in de tekst")[2].partition("\nEen editor")[0]
    found = set(re.findall(r"`\[([a-z][^\]]*)\]`", section))
    editions = ((MONITOR, "5.1.2"), (JAARVERSLAG, "4.2.3"), (JAARVERSLAG, "2.3.1"))

    unknown = {
        marker
        for marker in found
        if all(isinstance(zoek_cijfer(marker, e, e.prestatie(nr)), Mis) for e, nr in editions)
    }

    assert len(found) > 10
    assert unknown == set()
