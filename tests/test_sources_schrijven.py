"""A boekwerk on disk: read back it is the same, and a person can go on writing in it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from bouwstenen import WOORDEN, boekwerk, boekwerken, prestatie, tekstvelden
from bronnen import opnieuw_gelezen
from hypothesis import given

from reportgen import load, load_profiel
from reportgen.model import Boekwerk
from reportgen.sources.schrijven import dump

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
SECTIE = """\
nummer: 5.1.2
titel: "2.10"
inleiding: |
  Wij helpen
  **iedereen**.

  - en nog iemand
acties:
  - tekst: Zie prestatie 8.1.5
    status: verwijzing
  - tekst: "Wij bouwen: een brug"
voortgang:
  kleur: groen
financien:
  regels:
    - soort: lasten
      bedragen:
        primitief: 1350000
        wijzigingen: -1250.5
    - soort: baten
      bedragen: {}
indicatoren:
  - naam: Leegstand
    eenheid: "%"
    nulmeting:
      waarde: 1.1250
      jaar: 2015
basisinformatie:
  mijlpalen:
    - naam: Gunning
      datum: 2017-06-01
"""


def geschreven(tekst: str) -> str:
    """Give what stands in the file behind `titel: `."""
    regels = dump(boekwerk(prestatie(titel=tekst)))["prestaties/5.1.2.yaml"]
    return regels.removeprefix("nummer: 5.1.2\ntitel: ").removesuffix("\n")


@given(boekwerken())
def test_what_was_written_is_read_back_equal(document: Boekwerk) -> None:
    assert opnieuw_gelezen(document) == document


@pytest.mark.parametrize(
    "bron",
    [
        "ijsselmark-2017/begroting",
        "ijsselmark-2017/monitor-1",
        "ijsselmark-2017/monitor-2",
        "ijsselmark-2017/jaarverslag",
        "overijssel-2017-1",
    ],
)
def test_an_example_is_read_back_equal(bron: str) -> None:
    document = load(EXAMPLES / bron)

    assert opnieuw_gelezen(document) == document


@pytest.mark.parametrize(
    ("changes", "written"),
    [({}, "profiel: overijssel\n"), ({"kleur_tonen": "nooit"}, "profiel:\n  naam: overijssel\n")],
)
def test_a_shipped_profile_is_written_by_its_name_while_it_is_what_was_shipped(
    changes: dict[str, str], written: str
) -> None:
    profiel = load_profiel("overijssel").model_copy(update=changes)
    document = boekwerk(prestatie()).model_copy(update={"profiel": profiel})

    assert written in dump(document)["boekwerk.yaml"]
    assert opnieuw_gelezen(document) == document


def test_a_section_reads_as_a_person_would_write_it() -> None:
    sectie = prestatie(
        titel="2.10",
        inleiding="Wij helpen\n**iedereen**.\n\n- en nog iemand",
        acties=[
            {"tekst": "Zie prestatie 8.1.5", "status": "verwijzing"},
            "Wij bouwen: een brug",
        ],
        voortgang={"kleur": "groen"},
        financien={
            "regels": [
                {"soort": "lasten", "bedragen": {"primitief": 1350000, "wijzigingen": "-1250.50"}},
                {"soort": "baten", "bedragen": {}},
            ]
        },
        indicatoren=[
            {
                "naam": "Leegstand",
                "eenheid": "%",
                "nulmeting": {"waarde": Decimal("1.125"), "jaar": 2015},
            }
        ],
        basisinformatie={"mijlpalen": [{"naam": "Gunning", "datum": "2017-06-01"}]},
    )

    assert dump(boekwerk(sectie))["prestaties/5.1.2.yaml"] == SECTIE


def test_the_head_says_what_kind_of_document_it_is_and_whether_it_is_a_concept() -> None:
    profiel = {"kleur_tonen": "altijd", "verplicht": {"monitor": []}}

    hoofd = dump(boekwerk(prestatie(), profiel=profiel))["boekwerk.yaml"]

    assert hoofd == (
        "versie: 1\norganisatie: Provincie IJsselmark\nsoort: monitor\ntitel: Monitor 2017-I\n"
        "jaar: 2017\npeildatum: 2017-04-01\nstatus: concept\n"
        "profiel:\n  kleur_tonen: altijd\n  verplicht:\n    monitor: []\n"
    )


@pytest.mark.parametrize(
    "tekst",
    [
        "Wij bouwen",
        "5.1.2",
        "‘basis op orde’",
        "€ 1.350.000",
        "(Top)werklocaties",
        "10*20 en R&D",
        "naam:waarde",
        "een#hekje",
        "https://a.example/?x=1#y",
        "日本 😀",
        "hard\u00a0spatie",
        "\\\\server\\map",
        'een "woord"',
    ],
)
def test_a_text_that_is_only_a_text_stands_bare(tekst: str) -> None:
    assert geschreven(tekst) == tekst


@pytest.mark.parametrize(
    "tekst",
    [
        "2.10",
        "1.350",
        "1_000",
        "NO",
        "nee:",
        "null",
        "~",
        "yes",
        "12:30",
        "2017-04-01",
        "<<",
        "=",
        "naam: waarde",
        "motie #12",
        "&Co",
        "*cursief*",
        "[prestatie 5.1.1]",
        "{x}",
        "- streepje",
        "-streepje",
        "? vraag",
        ": punt",
        ", komma",
        "# kop",
        "!label",
        "| pijp",
        "> meer",
        "% van het geheel",
        "@wij",
        "`code`",
        "'s-Hertogenbosch",
        '"woord" vooraan',
        "kolom\ttab",
        "\u00a0vooraan",
    ],
)
def test_what_yaml_takes_for_something_else_stands_between_quotes(tekst: str) -> None:
    geciteerd = geschreven(tekst)

    assert geciteerd[0] == geciteerd[-1] == '"'
    assert yaml.safe_load(geciteerd) == tekst
    assert opnieuw_gelezen(boekwerk(prestatie(titel=tekst))).prestaties[0].titel == tekst


@pytest.mark.parametrize("woord", WOORDEN)
def test_a_text_is_the_same_text_for_another_reader_of_yaml(woord: str) -> None:
    bestand = dump(boekwerk(prestatie(context=woord)))["prestaties/5.1.2.yaml"]

    assert yaml.safe_load(bestand)["context"] == prestatie(context=woord).context


@given(tekstvelden())
def test_a_running_text_is_the_same_text_for_another_reader_of_yaml(tekst: str) -> None:
    sectie = prestatie(context=tekst)

    gelezen = yaml.safe_load(dump(boekwerk(sectie))["prestaties/5.1.2.yaml"])["context"]

    assert gelezen.removesuffix("\n") == sectie.context


@pytest.mark.parametrize(
    ("tekst", "regels"),
    [
        ("a\n\n  b  \n \nc", ["context: |", "  a", "", "    b  ", "   ", "  c"]),
        ("# kop\n--- einde", ["context: |", "  # kop", "  --- einde"]),
        ("lang " * 17 + "e", ["context: |", "  " + "lang " * 17 + "e"]),
        ("lang" * 25, ["context: " + "lang" * 25]),  # no place to break it for a reader either
    ],
)
def test_a_text_of_several_lines_or_many_words_has_lines_of_its_own(
    tekst: str, regels: list[str]
) -> None:
    document = boekwerk(prestatie(context=tekst))

    assert dump(document)["prestaties/5.1.2.yaml"].splitlines()[2:] == regels
    assert opnieuw_gelezen(document) == document


@pytest.mark.parametrize(
    ("bedrag", "geschreven_als"),
    [
        (Decimal("1.35E+6"), "1350000"),
        (Decimal("1250.50"), "1250.5"),
        (Decimal("0.01"), "0.01"),
        (Decimal(0), "0"),
        (Decimal("999999999999.99"), "999999999999.99"),
    ],
)
def test_an_amount_is_written_to_the_cent(bedrag: Decimal, geschreven_als: str) -> None:
    regel = {"soort": "lasten", "bedragen": {"primitief": bedrag}}

    bestand = dump(boekwerk(prestatie(financien={"regels": [regel]})))["prestaties/5.1.2.yaml"]

    assert bestand.endswith(f"        primitief: {geschreven_als}\n")


def test_a_record_without_anything_in_it_stays_a_record() -> None:
    document = boekwerk(prestatie(voortgang={}, basisinformatie={}))

    assert "voortgang: {}\nbasisinformatie: {}\n" in dump(document)["prestaties/5.1.2.yaml"]
    assert opnieuw_gelezen(document) == document


def test_no_file_takes_the_place_of_another() -> None:
    nummers = ("1b", "1A", "1a", "1a")

    namen = list(dump(boekwerk(*(prestatie(nummer=nummer) for nummer in nummers))))

    assert namen == [
        "boekwerk.yaml",
        "prestaties/1A.yaml",
        "prestaties/1a (2).yaml",  # 1A and 1a are one name on Windows
        "prestaties/1a (3).yaml",
        "prestaties/1b.yaml",
    ]
