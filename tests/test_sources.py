"""A folder, a YAML file and a JSON file give the same boekwerk, and every scalar stays text."""

from __future__ import annotations

import codecs
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from bouwstenen import als_data, boekwerk, boekwerken, prestatie
from bronnen import BOEK, HOOFD, JSON, SECTIE, bestand, bewaar
from hypothesis import given
from hypothesis import strategies as st

from reportgen import load
from reportgen.model import Boekwerk, FinancieleVoortgang, Prestatie, Voortgang

VERWACHT = boekwerk(prestatie())


def veld(folder: Path, regel: str) -> Prestatie:
    """Load a boekwerk whose one section holds this line of YAML too."""
    (gelezen,) = load(bestand(folder, f"{BOEK}    {regel}\n")).prestaties
    return gelezen


def als_yaml(gegevens: Any, stijl: tuple[bool, bool]) -> str:  # noqa: ANN401  plain data
    """Write plain data as YAML, in unicode or escaped, in blocks or with braces."""
    unicode, blokken = stijl
    tekst: str = yaml.safe_dump(
        gegevens, allow_unicode=unicode, default_flow_style=not blokken, sort_keys=False
    )
    return tekst


@given(document=boekwerken(), stijl=st.tuples(st.booleans(), st.booleans()))
def test_every_source_gives_the_same_boekwerk(
    tmp_path_factory: pytest.TempPathFactory, document: Boekwerk, stijl: tuple[bool, bool]
) -> None:
    folder = tmp_path_factory.mktemp("bron")
    alles = als_data(document)
    hoofd = {sleutel: waarde for sleutel, waarde in alles.items() if sleutel != "prestaties"}
    secties = {f"prestaties__{s['nummer']}": als_yaml(s, stijl) for s in alles["prestaties"]}

    gelezen = [
        load(bewaar(folder / "map", boekwerk=als_yaml(hoofd, stijl), **secties)),
        load(bestand(folder, als_yaml(alles, stijl))),
        load(bestand(folder, json.dumps(alles, ensure_ascii=stijl[0]), "boek.json")),
    ]

    assert gelezen == [document] * 3


@pytest.mark.parametrize("naam", ["boek.yaml", "boek.yml", "boek.YAML"])
def test_load_reads_a_yaml_file(tmp_path: Path, naam: str) -> None:
    assert load(str(bestand(tmp_path, BOEK, naam))) == VERWACHT


def test_load_reads_a_json_file_and_ignores_what_editors_put_in_it(tmp_path: Path) -> None:
    assert load(bestand(tmp_path, JSON, "boek.json")) == VERWACHT


def test_load_reads_a_folder_of_yaml_and_json(tmp_path: Path) -> None:
    bewaar(tmp_path, boekwerk=HOOFD, prestaties__x=SECTIE)
    bestand(tmp_path / "prestaties", '{"$schema": "x", "nummer": "5.1.3", "titel": "b"}', "b.json")

    gelezen = load(tmp_path)

    assert gelezen == boekwerk(prestatie(nummer="5.1.3", titel="b"), prestatie())


def test_load_reads_the_folder_where_we_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(bewaar(tmp_path, boekwerk=HOOFD, prestaties__x=SECTIE))

    assert load(".") == VERWACHT


def test_the_sections_of_a_folder_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    nummers = ("5.1.10", "5.1.9", "10.1.1", "5.1.2")
    secties = {f"prestaties__{n}": SECTIE.replace("5.1.2", n) for n in nummers}

    gelezen = load(bewaar(tmp_path, boekwerk=HOOFD, **secties))

    assert [p.nummer for p in gelezen.prestaties] == ["5.1.2", "5.1.9", "5.1.10", "10.1.1"]


def test_a_folder_takes_sections_from_its_head_and_from_its_files(tmp_path: Path) -> None:
    gelezen = load(bewaar(tmp_path, boekwerk=BOEK, prestaties__x=SECTIE.replace("5.1.2", "5.1.3")))

    assert [p.nummer for p in gelezen.prestaties] == ["5.1.2", "5.1.3"]
    assert str(gelezen.herkomst.zoek(("prestaties", 0, "titel"))) == (
        "boekwerk.yaml, regel 9, kolom 12 (prestaties[0].titel)"
    )
    assert str(gelezen.herkomst.zoek(("prestaties", 1, "titel"))) == (
        "prestaties/x.yaml, regel 2, kolom 8 (titel)"
    )


@pytest.mark.parametrize("naam", ["5.1.2.YAML", "5.1.2.yml", "5.1.2.Json"])
def test_the_case_of_a_suffix_loses_no_section(tmp_path: Path, naam: str) -> None:
    bewaar(tmp_path, boekwerk=HOOFD, prestaties__5=SECTIE.replace("5.1.2", "5.1.1"))
    sectie = SECTIE if "y" in naam.lower() else '{"nummer": "5.1.2", "titel": "b"}'
    bestand(tmp_path / "prestaties", sectie, naam)

    assert [p.nummer for p in load(tmp_path).prestaties] == ["5.1.1", "5.1.2"]


def test_what_is_no_section_is_left_alone(tmp_path: Path) -> None:
    bewaar(tmp_path, boekwerk=HOOFD, prestaties__x=SECTIE)
    for naam in (".5.1.3.yaml", "~$notities.docx", "Thumbs.db"):
        bestand(tmp_path / "prestaties", b"\xd0\xcf", naam)

    assert load(tmp_path) == VERWACHT


@pytest.mark.parametrize(
    "inhoud",
    [
        pytest.param(codecs.BOM_UTF8 + BOEK.encode(), id="UTF-8 with its mark"),
        pytest.param(BOEK.encode("utf-16"), id="UTF-16, as Notepad saves Unicode"),
        pytest.param(codecs.BOM_UTF16_BE + BOEK.encode("utf-16-be"), id="UTF-16 big-endian"),
        pytest.param(BOEK.replace("\n", "\r\n").encode(), id="Windows line ends"),
        pytest.param(f"---\n{BOEK}...\n".encode(), id="document marks"),
    ],
)
def test_load_reads_what_editors_save(tmp_path: Path, inhoud: bytes) -> None:
    assert load(bestand(tmp_path, inhoud)) == VERWACHT


@pytest.mark.parametrize("geschreven", ["2.10", "NO", "yes", "12:30", "0o17", "017", "0x1F", "1e5"])
@pytest.mark.parametrize("vorm", ["{}", "'{}'", '"{}"', "!!str {}", "! {}"])
def test_a_scalar_stays_text(tmp_path: Path, geschreven: str, vorm: str) -> None:  # N10, N14
    gelezen = veld(tmp_path, f"inleiding: {vorm.format(geschreven)}")

    assert gelezen.inleiding == geschreven


def test_a_code_keeps_its_last_zero(tmp_path: Path) -> None:  # N10
    assert veld(tmp_path, "voorheen: 2.10").voorheen == "2.10"


@pytest.mark.parametrize(
    ("geschreven", "inleiding"),
    [
        ("", None),
        ("null", None),
        ("~", None),
        ("''", None),
        ("'null'", "null"),  # in quotes it is a word
        ("'~'", "~"),
        ("|-\n      null", "null"),
        ("Null", "Null"),  # as other languages write it
        ("nul", "nul"),
    ],
)
def test_null_is_no_value(tmp_path: Path, geschreven: str, inleiding: str | None) -> None:
    assert veld(tmp_path, f"inleiding: {geschreven}").inleiding == inleiding


def test_an_alias_stands_for_its_value(tmp_path: Path) -> None:
    regel = "voortgang: &g {kleur: groen}\n    financien: {voortgang: *g}"

    gelezen = veld(tmp_path, regel)

    assert gelezen.voortgang == Voortgang(kleur="groen")
    assert gelezen.financien is not None
    assert gelezen.financien.voortgang == FinancieleVoortgang(kleur="groen")


@pytest.mark.parametrize(
    ("geschreven", "tekst"),
    [
        (r'"\ud83d\ude00"', "😀"),  # a surrogate pair
        (r'"Financi\u00ebn"', "Financiën"),
        (r'"a\/b\"c\\d\te"', 'a/b"c\\d\te'),
        (r'"a\\u0041"', r"a\u0041"),  # a backslash, and no escape
        ("2.10", "2.10"),
        ("1E400", "1E400"),
    ],
)
def test_json_reads_its_escapes_and_keeps_its_numbers(
    tmp_path: Path, geschreven: str, tekst: str
) -> None:
    inhoud = JSON.replace('"Topwerklocaties"', geschreven)

    (gelezen,) = load(bestand(tmp_path, inhoud, "boek.json")).prestaties

    assert gelezen.titel == tekst


@pytest.mark.parametrize("naam", ["boek.yaml", "boek.json"])
@pytest.mark.parametrize("bedrag", ["1250.50", '"1250.50"'])
def test_an_amount_is_exact_from_every_source(tmp_path: Path, naam: str, bedrag: str) -> None:
    geld = f'{{"regels": [{{"soort": "lasten", "bedragen": {{"primitief": {bedrag}}}}}]}}'
    inhoud = JSON.replace('"Topwerklocaties"', f'"Topwerklocaties", "financien": {geld}')
    zonder = inhoud.replace('"$schema": "../schema/boekwerk.schema.json",', "")

    (gelezen,) = load(bestand(tmp_path, zonder.replace("\t", " "), naam)).prestaties

    assert gelezen.financien is not None
    assert gelezen.financien.regels[0].bedragen.primitief == Decimal("1250.50")


def test_every_value_knows_its_file_line_and_column(tmp_path: Path) -> None:
    acties = "acties:\n  - een\n  - {tekst: twee, status: gereed}\n"
    document = load(bewaar(tmp_path, boekwerk=HOOFD, prestaties__x=SECTIE + acties))

    plaatsen = [
        document.herkomst.zoek(pad)
        for pad in (
            ("jaar",),
            ("prestaties", 0),
            ("prestaties", 0, "acties", 1, "status"),
            ("prestaties", 0, "context"),
        )
    ]

    assert [str(plaats) for plaats in plaatsen] == [
        "boekwerk.yaml, regel 5, kolom 7 (jaar)",
        "prestaties/x.yaml, regel 1, kolom 1",
        "prestaties/x.yaml, regel 5, kolom 27 (acties[1].status)",
        "prestaties/x.yaml, regel 1, kolom 1 (context)",
    ]
    assert [plaats.nummer for plaats in plaatsen] == ["", "5.1.2", "5.1.2", "5.1.2"]
