"""The JSON Schema of the data: as shipped, and as strict as an editor needs while one types."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from bouwstenen import als_data, boekwerken, data, sectie
from hypothesis import given

from reportgen.model import Boekwerk, Onderdeel, Prestatie
from reportgen.model.schema import schema

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
BRONNEN = sorted(path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*.yaml"))
RECORDS: dict[str, type[Onderdeel]] = {"boekwerk": Boekwerk, "prestatie": Prestatie}
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
}
KNOWN = {
    "$defs", "$ref", "$schema", "additionalProperties", "anyOf", "const", "default", "description",
    "enum", "examples", "format", "items", "maxItems", "maximum", "minItems", "minimum", "pattern",
    "properties", "required", "title", "type",
}  # fmt: skip


def bezwaren(waarde: Any, deel: dict[str, Any], heel: dict[str, Any], pad: str = "") -> list[str]:  # noqa: ANN401  JSON
    """Where a value does not keep to a schema: type, choice, keys; the rest is for the reader."""
    if "$ref" in deel:
        return bezwaren(waarde, heel["$defs"][deel["$ref"].removeprefix("#/$defs/")], heel, pad)
    if "anyOf" in deel:
        keuzen = [bezwaren(waarde, keuze, heel, pad) for keuze in deel["anyOf"]]
        return min(keuzen, key=len)
    soorten = deel.get("type", [])
    namen = [soorten] if isinstance(soorten, str) else soorten
    if namen and not any(isinstance(waarde, TYPES[naam]) for naam in namen):
        return [f"{pad}: {waarde!r} is no {' or '.join(namen)}"]
    if waarde not in deel.get("enum", [waarde]) or waarde != deel.get("const", waarde):
        return [f"{pad}: {waarde!r} is no choice"]
    return [*_onder(waarde, deel, heel, pad)]


def _onder(waarde: Any, deel: dict[str, Any], heel: dict[str, Any], pad: str) -> Iterator[str]:  # noqa: ANN401  JSON
    """What is wrong inside a list or an object."""
    if isinstance(waarde, list):
        for plek, lid in enumerate(waarde):
            yield from bezwaren(lid, deel["items"], heel, f"{pad}[{plek}]")
    if isinstance(waarde, dict):
        velden = deel["properties"]
        yield from (
            f"{pad}: {naam} is missing" for naam in deel.get("required", []) if naam not in waarde
        )
        yield from (f"{pad}: {naam} is unknown" for naam in waarde if naam not in velden)
        for naam in waarde.keys() & velden.keys():
            yield from bezwaren(waarde[naam], velden[naam], heel, f"{pad}.{naam}")


def delen(deel: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  JSON
    """Every schema in a schema."""
    if isinstance(deel, list):
        for lid in deel:
            yield from delen(lid)
    if isinstance(deel, dict):
        yield deel
        for sleutel, waarde in deel.items():
            kinderen = waarde.values() if sleutel in {"properties", "$defs"} else [waarde]
            for kind in kinderen:
                yield from delen(kind)


def als_json(waarde: Any) -> Any:  # noqa: ANN401  JSON
    """What YAML 1.2 sees, which has no dates: the version of editors."""
    if isinstance(waarde, dict):
        return {sleutel: als_json(lid) for sleutel, lid in waarde.items()}
    if isinstance(waarde, list):
        return [als_json(lid) for lid in waarde]
    return waarde.isoformat() if isinstance(waarde, date) else waarde


@pytest.mark.parametrize("record", RECORDS)
def test_the_shipped_schema_is_the_one_of_the_model(record: str) -> None:
    shipped = (EXAMPLES / "schema" / f"{record}.schema.json").read_text("utf-8")

    assert json.loads(shipped) == schema(record)
    assert shipped == f"{json.dumps(schema(record), ensure_ascii=False, indent=2)}\n"


def test_the_schema_without_a_name_is_that_of_a_boekwerk() -> None:
    assert schema() == schema("boekwerk")


@pytest.mark.parametrize("record", RECORDS)
def test_the_schema_is_closed_everywhere_and_knows_what_is_required(record: str) -> None:
    heel = schema(record)
    velden = RECORDS[record].model_fields

    open_ = [deel for deel in delen(heel) if "properties" in deel if deel["additionalProperties"]]

    assert open_ == []
    assert list(heel["properties"]) == list(velden)
    assert heel["required"] == [naam for naam, veld in velden.items() if veld.is_required()]
    assert heel["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("record", RECORDS)
def test_the_schema_uses_words_of_json_schema_only(record: str) -> None:
    words = {word for deel in delen(schema(record)) for word in deel}

    assert words <= KNOWN
    assert json.loads(json.dumps(schema(record))) == schema(record)


@pytest.mark.parametrize("record", RECORDS)
def test_every_field_of_the_schema_says_in_dutch_what_it_is(record: str) -> None:
    heel = schema(record)
    labels = heel["$defs"].pop("Labels", {})  # each is its own explanation

    velden = [(n, v) for d in delen(heel) for n, v in d.get("properties", {}).items()]
    kaal = [naam for naam, veld in velden if not veld.get("description", "").endswith((".", "?"))]
    engels = [d for d in delen([heel, labels]) if re.search(r"\bthe\b", d.get("description", ""))]

    assert kaal == []
    assert engels == []


@pytest.mark.parametrize("bron", BRONNEN)
def test_an_example_names_its_schema_and_keeps_to_it(bron: str) -> None:
    tekst = (EXAMPLES / bron).read_text("utf-8")
    record = "boekwerk" if bron.endswith("boekwerk.yaml") else "prestatie"

    naam = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", tekst.splitlines()[0])

    assert naam is not None
    plek = ((EXAMPLES / bron).parent / naam[1]).resolve()
    assert plek == EXAMPLES / "schema" / f"{record}.schema.json"
    heel = json.loads(plek.read_text("utf-8"))
    assert bezwaren(als_json(yaml.safe_load(tekst)), heel, heel) == []


@given(boekwerken())
def test_what_the_model_holds_keeps_to_the_schema(document: Boekwerk) -> None:
    heel = schema()

    assert bezwaren(als_data(document), heel, heel) == []


@pytest.mark.parametrize(
    ("gegevens", "wat"),
    [
        ({"tittel": "x"}, ": tittel is unknown"),
        ({"status": "klaar"}, ".status: 'klaar' is no choice"),
        ({"versie": 2}, ".versie: 2 is no choice"),
        ({"kerntaken": "5"}, ".kerntaken: '5' is no array"),
        ({"prestaties": [{"nummer": "5.1.2"}]}, ".prestaties[0]: titel is missing"),
        (
            {"prestaties": [sectie(voortgang={"kleur": "paars"})]},
            ".prestaties[0].voortgang.kleur: 'paars' is no choice",
        ),
    ],
)
def test_a_mistake_is_seen_while_one_types(gegevens: dict[str, Any], wat: str) -> None:
    heel = schema()

    assert bezwaren(data(**gegevens), heel, heel) == [wat]


@pytest.mark.parametrize(
    "gegevens",
    [
        {"elders": ["8.1.5", {"nummer": 8.1}]},
        {"profiel": "standaard"},
        {"bijlagen": ["staat.docx"]},
        {"prestaties": [sectie(acties=["Wij bouwen"])]},
        {"prestaties": [sectie(basisinformatie={"websites": ["a"], "mijlpalen": ["b"]})]},
    ],
)
def test_the_short_forms_keep_to_the_schema(gegevens: dict[str, Any]) -> None:
    heel = schema()

    assert bezwaren(data(**gegevens), heel, heel) == []
