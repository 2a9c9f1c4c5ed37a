"""Every mistake in the data is told at once: in Dutch, with file, line, column, path and cure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from pathlib import Path
from time import perf_counter
from typing import Any, get_args, get_type_hints

import pytest
from bouwstenen import SOORTEN, bezwaren, data, sectie
from bronnen import BOEK, HOOFD, JSON, SECTIE, bestand, bewaar, problemen
from pytest_regressions.data_regression import DataRegressionFixture

from reportgen import DataError, load
from reportgen.errors import Pad
from reportgen.model import Boekwerk, Onderdeel

TIEN_FOUTEN = {
    "boekwerk": """\
versie: 1
organisatie: Provincie IJsselmark
soort: monitor
titel: Monitor 2017-I
jaar: 2017
peildatum: 1-4-2017            # another notation
""",
    "prestaties__5.1.1": """\
nummer: 5.1.1
inleidng: Ondernemers hebben   # misspelt; and titel is missing
acties: Wij maken afspraken    # no list
voortgang: {kleur: grøn}
""",
    "prestaties__5.1.2": """\
nummer: 5.1.2
titel: Topwerklocaties
titel: Topwerklocaties Twente  # twice
context: "bel \\a"
financien:
  regels:
    - soort: lasten
      bedragen: {primitief: 1.350, begroting: 5}   # two readings; of another document
basisinformatie:
  websites: [{naam: Kennispark, url: "javascript:alert(1)"}]
""",
}
"""Ten mistakes, in three files."""

VERKEERD: tuple[object, ...] = (
    [], {}, ["x"], [[]], [{}], [None], {"onbekend": "x"}, {"nummer": []},
    "x", " ", "a\nb", "\x07", "\ud800", "1.350", "1,5", "€ 5", "-1", "9" * 5000, "1e9", "31-2-2017",
    True, 1, -1, 10**15, 1.5, float("nan"), Decimal("1.555"), Decimal("NaN"), b"\xff", object,
)  # fmt: skip
"""Things of every kind, each wrong for some field."""

BESLUITEN = "geen, GS, PS, vooraankondiging"
ENGELS = re.compile(
    r"\b(?:input|should|valid|value|field|required|extra|must|character|least|less|greater|than"
    r"|string|unable|parse|list|tuple|dict|dictionary|instance|integer|finite|error|keys?|not)\b",
    re.IGNORECASE,
)


def velden(soort: object = Boekwerk, pad: Pad = ()) -> Iterator[tuple[type[Onderdeel], str, Pad]]:
    """Every field of every record: record, name, and a path from the boekwerk to it."""
    if not (isinstance(soort, type) and issubclass(soort, Onderdeel)):
        for deel in get_args(soort):
            yield from velden(deel, pad)
        return
    for naam, hint in get_type_hints(soort).items():
        if naam in soort.model_fields:
            eigen = (*pad, naam)
            yield soort, naam, eigen
            yield from velden(hint, (*eigen, 0) if "tuple[" in str(hint) else eigen)


def langs(pad: Pad, waarde: object) -> Any:  # noqa: ANN401  plain data
    """Plain data that holds a value at a path, and nothing else."""
    for deel in reversed(pad):
        waarde = [waarde] if isinstance(deel, int) else {deel: waarde}
    return waarde


def records(soort: type[Onderdeel] = Onderdeel) -> set[type[Onderdeel]]:
    """Every record of the model."""
    onder = soort.__subclasses__()
    return {*onder, *(dieper for kind in onder for dieper in records(kind))}


def test_ten_mistakes_are_told_at_once_with_place_and_cure(
    tmp_path: Path, data_regression: DataRegressionFixture
) -> None:
    bron = bewaar(tmp_path, **TIEN_FOUTEN)

    with pytest.raises(DataError) as fout:
        load(bron)

    problems = fout.value.problems
    assert [p for p in problems if not (p.where.regel and p.where.kolom and p.where.pad)] == []
    data_regression.check({"problemen": [problem.to_dict() for problem in problems]})


def test_the_walk_comes_past_every_field_of_every_record() -> None:
    langsgelopen = {(record, naam) for record, naam, _ in velden()}

    assert langsgelopen == {(r, naam) for r in records() for naam in r.model_fields}


@pytest.mark.parametrize(
    "pad", [pad for _, _, pad in velden()], ids=lambda pad: ".".join(map(str, pad))
)
def test_every_mistake_in_a_field_is_told_in_dutch(pad: Pad) -> None:
    for soort, waarde in product(SOORTEN, VERKEERD):
        problems = bezwaren({"soort": soort, **langs(pad, waarde)})

        teksten = [f"{problem.message} → {problem.hint}" for problem in problems]
        assert [tekst for tekst in teksten if ENGELS.search(tekst)] == []
        assert [p for p in problems if not p.hint or "deze waarde klopt niet" in p.message] == []


@pytest.mark.parametrize(
    ("erbij", "plek", "wat"),
    [
        (
            "voortgang: {kleur: Groen}",
            "regel 10, kolom 24 (prestaties[0].voortgang.kleur)",
            "‘Groen’ is geen geldige keuze → kies uit: groen, oranje, rood; bedoelde u ‘groen’?",
        ),
        (
            "financien: {voortgang: {begrotingswijziging: [PS, gs]}}",
            "regel 10, kolom 55 (prestaties[0].financien.voortgang.begrotingswijziging[1])",
            f"‘gs’ is geen geldige keuze → kies uit: {BESLUITEN}; bedoelde u ‘GS’?",
        ),
        (
            "acties: Wij bouwen",
            "regel 10, kolom 13 (prestaties[0].acties)",
            "hier hoort een lijst → laat elk onderdeel met ‘- ’ beginnen",
        ),
        (
            "voortgang: groen",
            "regel 10, kolom 16 (prestaties[0].voortgang)",
            "hier horen namen met waarden → schrijf naam: waarde",
        ),
        (
            "inleiding: [a]",
            "regel 10, kolom 16 (prestaties[0].inleiding)",
            "hier hoort een tekst → schrijf één tekst, zonder streepjes of sleutels",
        ),
        (
            "indicatoren: [{naam: a, eenheid: b, decimalen: 7}]",
            "regel 10, kolom 52 (prestaties[0].indicatoren[0].decimalen)",
            "‘7’ is te groot; het meeste is 6 → Cijfers na de komma; mag leeg.",
        ),
        (
            "basisinformatie: {mijlpaal: [x]}",
            "regel 10, kolom 23 (prestaties[0].basisinformatie.mijlpaal)",
            "de sleutel ‘mijlpaal’ is onbekend → bedoelde u ‘mijlpalen’?",
        ),
        (
            "voortgang: {<<: {kleur: groen}}",  # YAML may merge; this data does not
            "regel 10, kolom 17 (prestaties[0].voortgang.<<)",
            "de sleutel ‘<<’ is onbekend → bekend zijn hier: kleur, toelichting",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_once_without_its_echo(  # N11
    tmp_path: Path, erbij: str, plek: str, wat: str
) -> None:
    (problem,) = problemen(bestand(tmp_path, f"{BOEK}    {erbij}\n"))

    assert problem.partition(" · ")[2] == f"boek.yaml, {plek}: {wat}"


@pytest.mark.parametrize("soort", ["[monitor]", "{monitor: x}", "Monitor"])
def test_a_wrong_kind_of_document_is_the_only_mistake(tmp_path: Path, soort: str) -> None:
    geld = "financien: {regels: [{soort: lasten, bedragen: {primitief: 5}}]}"
    inhoud = BOEK.replace("soort: monitor", f"soort: {soort}")

    (problem,) = problemen(bestand(tmp_path, f"{inhoud}    {geld}\n"))

    assert problem.startswith("fout D5 · boek.yaml, regel 3, kolom 8 (soort): ")
    assert "kies uit: begroting, monitor, jaarverslag" in problem


@pytest.mark.parametrize("cijfers", ["[a]", "grootboek.csv", "[grootboek.csv]"])
def test_a_ledger_needs_more_than_its_name(tmp_path: Path, cijfers: str) -> None:
    (problem,) = problemen(bestand(tmp_path, f"{BOEK}cijfers: {cijfers}\n"))

    assert problem.startswith("fout D5 · boek.yaml, regel 10, kolom ")
    assert problem.endswith(("→ schrijf naam: waarde", "→ laat elk onderdeel met ‘- ’ beginnen"))


@pytest.mark.parametrize(
    ("erbij", "plek", "wat"),
    [
        (
            "    titel: Kennispark\n    titel: {a: b}\n",
            "regel 10, kolom 5 (prestaties[0].titel)",
            "de sleutel ‘titel’ staat er twee keer (ook op regel 9)",
        ),
        (
            "    financien: {}\n    financien: {regels: [{soort: lasten, soort: baten}]}\n",
            "regel 11, kolom 42 (prestaties[0].financien.regels[0].soort)",
            "de sleutel ‘soort’ staat er twee keer (ook op regel 11)",
        ),
    ],
)
def test_a_key_that_is_there_twice_is_refused(
    tmp_path: Path, erbij: str, plek: str, wat: str
) -> None:
    problems = problemen(bestand(tmp_path, BOEK + erbij))

    assert f"fout D6 · boek.yaml, {plek}: {wat} → laat er één staan" in problems


def test_a_key_that_is_there_twice_in_json_is_refused(tmp_path: Path) -> None:
    inhoud = '{"versie": 1,\n "jaar": 2017,\n "jaar": 2018}'

    assert problemen(bestand(tmp_path, inhoud, "boek.json"))[-1] == (
        "fout D6 · boek.json, regel 3, kolom 2 (jaar): de sleutel ‘jaar’ staat er twee keer (ook op"
        " regel 2) → laat er één staan"
    )


def test_keys_that_are_written_with_escapes_are_not_mixed_up(tmp_path: Path) -> None:
    inhoud = JSON.replace('"nummer"', r'"\u0061": "x", "\u0062": "y", "nummer"')

    a, b = problemen(bestand(tmp_path, inhoud, "boek.json"))

    assert a.startswith("fout D3 · boek.json, regel 5, kolom 18 (prestaties[0].a): ")
    assert b.startswith("fout D3 · boek.json, regel 5, kolom 33 (prestaties[0].b): ")


@pytest.mark.parametrize("veld", ["nummer", "titel"])
def test_half_an_emoji_is_refused_wherever_it_stands(tmp_path: Path, veld: str) -> None:
    inhoud = re.sub(rf'("{veld}": ")[5T][^"]*', r"\1\\ud83d", JSON)

    (problem,) = problemen(bestand(tmp_path, inhoud, "boek.json"))

    assert f"(prestaties[0].{veld}): " in problem
    assert problem.isprintable()


def test_one_unreadable_section_does_not_hide_the_mistakes_of_the_others(tmp_path: Path) -> None:
    bewaar(tmp_path, boekwerk=HOOFD, prestaties__a=f"{SECTIE}tittel: x\n")
    bron = bewaar(tmp_path, prestaties__b="x: [\n", prestaties__c=b"\xe9", prestaties__d="- x\n")

    plekken = [problem.split(" (")[0].split(": ")[0] for problem in problemen(bron)]

    assert plekken == [
        "fout D3 · prestaties/a.yaml, regel 3, kolom 1",
        "fout D2 · prestaties/b.yaml, regel 2, kolom 1",
        "fout D1 · prestaties/c.yaml, regel 1, kolom 1",
        "fout D2 · prestaties/d.yaml, regel 1, kolom 1",
    ]


def test_a_second_document_does_not_move_the_places_of_the_first(tmp_path: Path) -> None:
    inhoud = BOEK.replace("jaar: 2017", "jaar: 17") + "---\njaar: 2018\n"

    jaar, document = problemen(bestand(tmp_path, inhoud))

    assert jaar.startswith("fout D5 · boek.yaml, regel 5, kolom 7 (jaar): ")
    assert document.startswith("fout D2 · boek.yaml, regel 10, kolom 1: ")


def test_fifteen_thousand_mistakes_are_told_in_seconds() -> None:
    acties = [{"tekst": "a", "status": "b"}] * 15_000
    begin = perf_counter()

    problems = bezwaren(data(prestaties=[sectie(acties=acties)]))

    assert len(problems) == 15_000
    assert perf_counter() - begin < 6  # quadratic would take half a minute


@pytest.mark.parametrize(
    "erbij",
    [
        "voorheen: {}",
        "voortgang: {{kleur: {}}}",
        "financien: {{regels: [{{soort: {0}, bedragen: {{primitief: {0}}}}}]}}",
        "indicatoren: [{{naam: a, eenheid: b, decimalen: {}}}]",
        "basisinformatie: {{websites: [{{naam: a, url: {}}}]}}",
    ],
)
def test_a_message_does_not_repeat_a_whole_text(tmp_path: Path, erbij: str) -> None:
    regel = erbij.format("9" * 4000)

    teksten = problemen(bestand(tmp_path, f"{BOEK}    {regel}\n"))

    assert max(map(len, teksten)) < 400
