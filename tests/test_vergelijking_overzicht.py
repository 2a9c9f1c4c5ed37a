"""The Wijzigingenoverzicht: its words, its tables, its template, and the judges of the document."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from bouwstenen import boekwerk, prestatie
from judges import needs_libreoffice, needs_poppler, needs_sdk, pdf_text, sdk_objections, to_pdf
from woordbouw import EXAMPLES, W, elements, part

from reportgen import Template, compare, load
from reportgen.documents import inspect
from reportgen.tags import Alinea, Tabel
from reportgen.vergelijking import Vergelijking, WijzigingenView, overview, overzicht
from reportgen.vergelijking.overzichtsvelden import MutatietabelView
from reportgen.view import velden
from reportgen.word import outline

TEMPLATES = EXAMPLES.parent / "templates"
SHIPPED = TEMPLATES / "wijzigingen.docx"
PAREN = [("begroting", "monitor-2"), ("monitor-1", "monitor-2"), ("begroting", "jaarverslag")]
ENERGIE = "2.3.1 Verduurzaming van maatschappelijk vastgoed"
TERREINEN = "5.1.2 Gebiedsgerichte ontwikkeling van topwerklocaties"
SEPTEMBER: dict[str, Any] = {"titel": "Monitor 2017-II", "peildatum": "2017-09-01"}


@cache
def vergeleken(oud: str, nieuw: str) -> Vergelijking:
    """Two editions of IJsselmark."""
    return compare(*(load(EXAMPLES / "ijsselmark-2017" / naam) for naam in (oud, nieuw)))


@cache
def word(oud: str, nieuw: str) -> bytes:
    """Their overview."""
    return overview(vergeleken(oud, nieuw))


def _regels(tabel: MutatietabelView) -> list[str]:
    return [
        f"{r.soort}: {r.prestatie} | {r.omschrijving} | {r.was} | {r.mutatie} | {r.wordt}"
        for r in tabel.rijen
    ]


def _parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_figures_print_per_kerntaak_as_the_profile_writes_them() -> None:
    deel, *_ = overzicht(vergeleken("begroting", "jaarverslag")).cijfers

    assert (deel.kop, deel.uitleg) == (
        "Begroting 2017",
        (
            "Was: Begroting 2017, Begroting IJsselmark 2017 (vastgesteld).",
            "Wordt: Begroting 2017 na wijziging, Jaarverslag IJsselmark 2017 (vastgesteld).",
        ),
    )
    assert [tabel.titel for tabel in deel.tabellen] == [
        "Kerntaak 2 Energie en milieu",
        "Kerntaak 4 Bereikbaarheid",
        "Kerntaak 5 Regionale economie",
        "Totaal",
    ]
    assert _regels(deel.tabellen[0]) == [
        f"eerste: {ENERGIE} | Subsidies | 1.234 | 250 | 1.484",
        "saldo: 2.3.1 | Totaal lasten | 1.649 | 250 | 1.899",
        "regel: 2.3.1 | Baten | 400 | 250 | 650",
        "saldo: 2.3.1 | Saldo van baten en lasten | -1.249 | 0 | -1.249",
        "totaal: Kerntaak 2 | Lasten | 1.649 | 250 | 1.899",
        "saldo: Kerntaak 2 | Baten | 400 | 250 | 650",
        "saldo: Kerntaak 2 | Saldo van baten en lasten | -1.249 | 0 | -1.249",
    ]
    assert deel.noten == (
        "Saldo = baten − lasten; resultaat = saldo − toevoeging + onttrekking.",
        "Door afronding kunnen totalen afwijken van de som van de getoonde bedragen.",
    )


def test_a_shift_is_told_with_its_total() -> None:
    deel, *_ = overzicht(vergeleken("begroting", "monitor-2")).besluiten

    assert deel.kop == "Begrotingswijziging 2017-08 (GS, doorgevoerd)"
    assert _regels(deel.tabellen[0]) == [
        "eerste: 5.1.1 Werklocaties basis op orde | Lasten | 2.640 | -125 | 2.515",
        f"eerste: {TERREINEN} | Lasten | 1.350 | 125 | 1.475",
        "totaal: Totaal (deel) | Lasten | 3.990 | 0 | 3.990",
    ]


def test_what_could_not_be_compared_is_said() -> None:
    eerste, tweede = overzicht(vergeleken("begroting", "monitor-2")).overzicht.opmerkingen

    jaren = "Realisatie 2015, Begroting 2016 na wijziging, Raming 2018, Raming 2019 en Raming 2020"
    assert eerste == f"Niet vergeleken: {jaren} staan alleen in Begroting IJsselmark 2017."
    nu = "Prognose 2017 en Gerealiseerd t/m peildatum"
    assert tweede == f"Niet vergeleken: {nu} staan alleen in Monitor IJsselmark 2017-II."


def test_values_and_texts_print_as_people_name_them() -> None:
    onderdelen = overzicht(vergeleken("monitor-1", "monitor-2")).onderdelen
    route = next(onderdeel for onderdeel in onderdelen if onderdeel.nummer == "4.2.3")

    gegevens = [f"{g.naam}: {g.was} → {g.wordt}" for g in route.gegevens]
    assert "Inhoudelijke voortgang: oranje → rood" in gegevens
    assert "Actie 2, status: op schema → vertraagd" in gegevens
    assert (
        "Mijlpaal Start aanleg deeltraject A, datum: 1 september 2017"
        " → 1 april 2018 (212 dagen later)" in gegevens
    )
    assert [f"{t.naam} ({t.soort})" for t in route.teksten] == [
        "Actie 2, toelichting (Nieuw)",
        "Inhoudelijke voortgang, toelichting (Gewijzigd)",
        "Financiële voortgang, toelichting (Gewijzigd)",
    ]


@pytest.mark.parametrize(
    ("was", "wordt", "verwacht"),
    [
        ({"context": "A"}, {"context": "B"}, "Context"),
        ({"inleiding": "A"}, {"inleiding": "B"}, "Inleiding"),
        ({"titel": "Weg A"}, {"titel": "Weg B"}, "Titel"),
        ({"acties": ["Een a."]}, {"acties": ["Een a.", "Twee."]}, "Actie 2"),
        (
            {"basisinformatie": {"rol_provincie": "A"}},
            {"basisinformatie": {"rol_provincie": "B"}},
            "Rol provincie",
        ),
    ],
)
def test_every_text_has_a_name(was: dict[str, Any], wordt: dict[str, Any], verwacht: str) -> None:
    vergelijking = compare(boekwerk(prestatie(**was)), boekwerk(prestatie(**wordt), **SEPTEMBER))

    (onderdeel,) = overzicht(vergelijking).onderdelen

    assert [tekst.naam for tekst in onderdeel.teksten] == [verwacht]


@pytest.mark.parametrize(
    ("was", "wordt", "verwacht"),
    [
        (
            {"looptijd": "A"},
            {"looptijd": "B"},
            "Looptijd prestatie: A → B",
        ),
        (
            {"portefeuillehouder": "A"},
            {},
            "Verantwoordelijk portefeuillehouder: A → (leeg)",
        ),
        (
            {"reserve": {"naam": "R", "relatie": "nee"}},
            {"reserve": {"naam": "R", "relatie": "ja"}},
            "Reserve, relatie: nee → ja",
        ),
        ({}, {"websites": ["a"]}, "Website a: (leeg) → a"),
        (
            {"mijlpalen": [{"naam": "M", "datum": "2017-01-02"}]},
            {"mijlpalen": [{"naam": "M", "datum": "2017-01-01"}]},
            "Mijlpaal M, datum: 2 januari 2017 → 1 januari 2017 (1 dag eerder)",
        ),
        (
            {},
            {"mijlpalen": [{"naam": "M", "datum": "2017-01-01", "status": "gereed"}]},
            "Mijlpaal M: (leeg) → datum: 1 januari 2017; status: gereed",
        ),
    ],
)
def test_every_value_has_a_name(was: dict[str, Any], wordt: dict[str, Any], verwacht: str) -> None:
    oud = boekwerk(prestatie(basisinformatie={"rol_provincie": "R", **was}))
    nieuw = boekwerk(prestatie(basisinformatie={"rol_provincie": "R", **wordt}), **SEPTEMBER)

    (onderdeel,) = overzicht(compare(oud, nieuw)).onderdelen

    assert [f"{g.naam}: {g.was} → {g.wordt}" for g in onderdeel.gegevens] == [verwacht]


def test_the_structure_is_told_in_words() -> None:
    oud = boekwerk(prestatie(nummer="5.1.2", titel="A"), prestatie(nummer="5.1.3", titel="Weg"))
    nieuw = boekwerk(
        prestatie(nummer="5.1.4", titel="A", voorheen="5.1.2"),
        prestatie(nummer="5.1.5", titel="weg"),
        **SEPTEMBER,
    )

    indeling = overzicht(compare(oud, nieuw)).indeling

    voorstel = "heet zoals 5.1.3 in het oude document; als dat zo is, schrijf dan voorheen: 5.1.3"
    assert {deel.kop: deel.regels for deel in indeling} == {
        "Nieuw": ("Prestatie 5.1.5 weg",),
        "Vervallen": ("Prestatie 5.1.3 Weg",),
        "Hernummerd": ("Prestatie 5.1.4 A: was 5.1.2",),
        "Mogelijk hernummerd": (f"Prestatie 5.1.5 weg {voorstel}",),
    }


def test_a_change_below_the_unit_is_said_not_to_be_zero() -> None:
    geld = {"regels": [{"soort": "lasten", "bedragen": {"prognose": 1000}}]}
    meer = {"regels": [{"soort": "lasten", "bedragen": {"prognose": 1001}}]}

    vergelijking = compare(
        boekwerk(prestatie(financien=geld)), boekwerk(prestatie(financien=meer), **SEPTEMBER)
    )

    (deel,) = overzicht(vergelijking).cijfers
    assert (
        deel.noten[-1]
        == "Een wijziging die kleiner is dan de eenheid (x €\u00a01.000), staat als 0."
    )


@pytest.mark.parametrize("paar", PAREN)
def test_the_document_keeps_every_rule_of_accessibility(paar: tuple[str, str]) -> None:
    document = word(*paar)

    assert inspect(document) == []
    tabellen = [blok for blok in outline(document).inhoud if isinstance(blok, Tabel)]
    assert tabellen
    assert all(tabel.koprij and not tabel.samengevoegd for tabel in tabellen)


def test_the_headings_are_the_three_parts_in_their_order() -> None:
    koppen = [
        tekst for niveau, tekst in outline(word("monitor-1", "monitor-2")).koppen if niveau <= 2
    ]

    assert koppen == [
        "Wijzigingenoverzicht",
        "Samenvatting",
        "Cijfers",
        "Begrotingswijzigingen",
        "Teksten en gegevens",
    ]


def test_words_that_went_and_came_stand_between_marks_in_a_look_of_their_own() -> None:
    oud = boekwerk(prestatie(context="Wij gaan morgen."))
    nieuw = boekwerk(prestatie(context="Wij komen morgen."), **SEPTEMBER)

    document = overview(compare(oud, nieuw))

    alineas = [blok.tekst for blok in outline(document).inhoud if isinstance(blok, Alinea)]
    assert "Wij [−gaan−][+komen+] morgen." in alineas
    stijlen = {e.get(f"{W}val") for e in elements(document, "rStyle")}
    assert {"Vervallen", "Nieuw"} <= stijlen


def test_nothing_changed_is_said_in_a_sentence() -> None:
    document = overview(vergeleken("begroting", "begroting"))

    alineas = [blok.tekst for blok in outline(document).inhoud if isinstance(blok, Alinea)]
    assert "Er is niets gewijzigd." in alineas
    assert not [blok for blok in outline(document).inhoud if isinstance(blok, Tabel)]


def test_the_properties_say_title_language_and_moment() -> None:
    kern = part(word("monitor-1", "monitor-2"), "docProps/core.xml")

    titel = "Wijzigingenoverzicht: Van Monitor IJsselmark 2017-I naar Monitor IJsselmark 2017-II"
    assert f"<dc:title>{titel}</dc:title>" in kern
    assert "<dc:language>nl-NL</dc:language>" in kern
    assert "2017-09-01T00:00:00Z" in kern


def test_the_same_comparison_twice_is_the_same_file() -> None:
    assert overview(vergeleken(*PAREN[0])) == word(*PAREN[0])


def test_the_shipped_template_is_what_its_script_makes() -> None:
    script = "import bouw_wijzigingen as b, sys; sys.stdout.buffer.write(b.build())"

    made = subprocess.run(
        [sys.executable, "-B", "-c", script], cwd=TEMPLATES, capture_output=True, check=True
    ).stdout

    assert _parts(made) == _parts(SHIPPED.read_bytes())


def test_the_shipped_template_asks_for_what_there_is_and_for_all_of_it() -> None:
    assert Template(SHIPPED).check(WijzigingenView) == []


def test_the_shipped_template_looks_by_named_styles_only() -> None:
    document = SHIPPED.read_bytes()
    named = {e.get(f"{W}styleId") for e in elements(document, "style", "word/styles.xml")}

    for look in elements(document, "rPr"):
        assert [child.tag for child in look] == [f"{W}rStyle"]
    for kind in ("pStyle", "rStyle"):
        assert {e.get(f"{W}val") for e in elements(document, kind)} <= named


def test_the_colours_of_an_overview_are_those_of_a_chapter() -> None:
    inks = [
        {e.get(f"{W}val") for e in elements(path.read_bytes(), "color", "word/styles.xml")}
        for path in (SHIPPED, TEMPLATES / "prestatie.docx")
    ]

    assert inks[0] == inks[1]  # whose contrast is measured there


def test_the_manual_lists_every_field_of_an_overview_and_no_other() -> None:
    kop = "\n## Velden van het wijzigingenoverzicht\n"
    _, _, manual = (TEMPLATES / "README.md").read_text("utf-8").partition(kop)

    listed = re.findall(r"^\| `([^`]+)` \|", manual.partition("\n## ")[0], re.MULTILINE)

    assert listed == [path for path, _, _ in velden(WijzigingenView)]


@needs_sdk
def test_the_sdk_has_nothing_against_the_template_nor_its_documents(tmp_path: Path) -> None:
    paths = [SHIPPED]
    for paar in PAREN:
        paths.append(tmp_path / f"{'-'.join(paar)}.docx")
        paths[-1].write_bytes(word(*paar))

    assert sdk_objections(*paths) == {path: [] for path in paths}


@needs_libreoffice
@needs_poppler
def test_a_printed_overview_shows_every_amount(tmp_path: Path) -> None:
    pad = tmp_path / "overzicht.docx"
    pad.write_bytes(word("begroting", "jaarverslag"))

    (pdf,) = to_pdf([pad], tmp_path)

    gedrukt = "".join(pdf_text(pdf).split())
    for deel in overzicht(vergeleken("begroting", "jaarverslag")).cijfers:
        for tabel in deel.tabellen:
            for rij in tabel.rijen:
                assert rij.mutatie in gedrukt
                assert "".join(rij.prestatie.split()) in gedrukt
