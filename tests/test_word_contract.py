"""What a template asks, held against the fields that the data will have."""

from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, Field, computed_field

from reportgen.word import InlineImage, RichText, Subdoc
from reportgen.word.dialect.findings import Bevinding
from reportgen.word.dialect.scan import Vindplaats, scan
from reportgen.word.review.asking import asked
from reportgen.word.review.contract import against

TEXT = {"type": "string"}
Contract = type[BaseModel] | Mapping[str, Any]


def schema(**fields: object) -> dict[str, object]:
    """A JSON Schema of a closed group."""
    return {"type": "object", "properties": fields}


def many(item: object) -> dict[str, object]:
    """A JSON Schema of a list."""
    return {"type": "array", "items": item}


ACTIES = many(schema(tekst=TEXT, status=TEXT))
SMALL = schema(prestatie=schema(titel=TEXT, acties=ACTIES, noten=many(TEXT)), organisatie=TEXT)


def found(*texts: str) -> list[Vindplaats]:
    """The tags of paragraphs."""
    return [
        Vindplaats(tag, "word/document.xml", f"alinea {number}", number)
        for number, text in enumerate(texts)
        for tag in scan(text)[0]
    ]


def errors(contract: Contract, *texts: str) -> list[tuple[str, str]]:
    """The mistakes: message and hint."""
    every = against(asked(found(*texts)), contract)
    return [(one.melding, one.hint) for one in every if one.severity == "error"]


def unused(contract: Contract, *texts: str) -> list[str]:
    """The fields that nobody asks."""
    every = against(asked(found(*texts)), contract)
    return [one.melding.split("’")[0][1:] for one in every if one.severity == "warning"]


def test_an_unknown_field_is_an_error_at_its_tag_with_the_nearest_name() -> None:
    tags = found("Over {{ prestatie.titl }}")

    first = against(asked(tags), SMALL)[0]

    assert first == Bevinding(
        "W3",
        "“{{ prestatie.titl }}” vraagt ‘prestatie.titl’, en dat veld bestaat niet",
        "bedoelt u ‘prestatie.titel’?",
        tags[0],
    )


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{{ Organisatie }}", "bedoelt u ‘organisatie’?"),
        ("{{ titel }}", "bedoelt u ‘prestatie.titel’?"),
        ("{% for a in acties %}{% endfor %}", "bedoelt u ‘prestatie.acties’?"),
        ("{{ xyz }}", "bekend zijn: prestatie, organisatie"),
        ("{{ prestatie.xyz }}", "bekend onder ‘prestatie’ zijn: titel, acties, noten"),
        ("{{ prestatie.acties.tekst }}", "‘prestatie.acties’ is een lijst: doorloop die met for"),
        ("{{ organisatie.naam }}", "‘organisatie’ is één waarde, zonder velden eronder"),
        ("{{ prestatie[0] }}", "‘prestatie’ is geen lijst"),
        ("{% for a in prestatie.acties %}{{ a.tekts }}", "bedoelt u ‘tekst’?"),
    ],
)
def test_the_hint_says_what_may_be_meant(text: str, hint: str) -> None:
    found_errors = errors(SMALL, text)

    assert [given for _, given in found_errors] == [hint]


@pytest.mark.parametrize(
    "text",
    [
        "{{ organisatie|upper }}{{ organisatie[0] }}{{ organisatie[:3] }}",
        "{% if prestatie %}{% if prestatie.acties %}",
        "{{ prestatie.acties|length }}",
        "{{ prestatie.noten|join(', ') }}{{ prestatie.noten|first }}",
        "{% for n in prestatie.noten|sort|reverse %}{{ n }}{% endfor %}",
        "{% for a in prestatie.acties[1:] %}{{ a.tekst }}{{ loop.index }}{% endfor %}",
    ],
)
def test_a_right_use_is_no_error(text: str) -> None:
    found_errors = errors(SMALL, text)

    assert found_errors == []


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("{{ a }}", "print ‘a’, en dat is een groep velden", "kies er een veld van: t, l"),
        ("{{ a.l }}", "print ‘a.l’, en dat is een lijst", "doorloop die met for: for … in a.l"),
        ("{% for x in a.t %}", "doorloopt ‘a.t’, en dat is geen lijst", "het is één waarde"),
        ("{% for x in a %}", "doorloopt ‘a’, en dat is geen lijst", "het is een groep velden"),
    ],
)
def test_a_field_used_for_what_it_is_not_is_an_error(text: str, message: str, hint: str) -> None:
    contract = schema(a=schema(t=TEXT, l=many(TEXT)))

    found_errors = errors(contract, text)

    assert [(words, cure.partition(";")[0]) for words, cure in found_errors] == [
        (f"“{text}” {message}", hint)
    ]


def test_every_tag_with_the_mistake_is_told_each_once() -> None:
    tags = found("{{ a if a else a }}", "{{ a }}{{ a }}")

    every = against(asked(tags), SMALL)

    assert [one.tag for one in every if one.rule == "W3"] == tags


def test_what_follows_from_a_mistake_is_no_second_mistake() -> None:
    texts = (
        "{% for a in prestatie.actis %}{{ a.tekst }}{% if a.status %}{% endif %}{% endfor %}",
        "{% for a in prestatie %}{{ a }}{{ a.x }}{% endfor %}",
        "{% for a in organisatie %}{{ a }}{{ a.x }}{% endfor %}",
        "{% set t = prestatie.titl %}{{ t }}{{ t.x }}",
    )

    found_errors = errors(SMALL, *texts)

    assert [message.split("”")[0][1:] for message, _ in found_errors] == [
        "{% for a in prestatie.actis %}",
        "{% for a in prestatie %}",
        "{% for a in organisatie %}",
        "{% set t = prestatie.titl %}",
    ]


def test_the_contract_is_named_where_it_has_a_name() -> None:
    every = against(asked(found("{{ a }}")), SMALL, "Contract")

    assert every[0].melding == "“{{ a }}” vraagt ‘a’, en dat veld bestaat niet in Contract"
    assert every[1].melding == "‘prestatie’ uit Contract wordt nergens gevraagd"


def test_what_nobody_asks_is_a_warning_without_a_tag() -> None:
    last = against(asked(found("{{ prestatie.titel }}")), SMALL)[-1]

    assert last == Bevinding(
        "W38",
        "‘organisatie’ wordt nergens gevraagd",
        "zet het op zijn plek in het sjabloon, of laat het bewust weg",
        plek="sjabloon",
        severity="warning",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["a"]),  # and not all that is in it
        ("{% if a %}", ["a.t", "a.rijen", "a.noten"]),
        ("{{ a.t }}", ["a.rijen", "a.noten"]),
        ("{% if a.rijen %}", ["a.t", "a.rijen[]", "a.noten"]),
        ("{% for r in a.rijen %}", ["a.t", "a.rijen[].x", "a.rijen[].y", "a.noten"]),
        ("{% for r in a.rijen %}{{ r.x }}", ["a.t", "a.rijen[].y", "a.noten"]),
        ("{{ a.noten|join }}", ["a.t", "a.rijen"]),
        ("{% for x, g in a.rijen|groupby('x') %}", ["a.t", "a.noten"]),  # used out of sight
        ("{{ a }}", []),  # wrong already
    ],
)
def test_of_what_is_not_asked_only_the_top_is_told(text: str, expected: list[str]) -> None:
    rijen = many(schema(x=TEXT, y=TEXT))

    found_unused = unused(schema(a=schema(t=TEXT, rijen=rijen, noten=many(TEXT))), text)

    assert found_unused == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("{{ a }}", []), ("{{ c.d }}", ["a", "b"]), ("{{ b }}", [])]
)
def test_a_field_may_cover_those_beside_it(text: str, expected: list[str]) -> None:
    covers = {"anyOf": [TEXT], "dekt": ["c", "a", "weg"]}
    contract = schema(a={**TEXT, "dekt": ["b"]}, b=covers, c=schema(d=TEXT))

    found_unused = unused(contract, text)

    assert found_unused == expected


def test_a_field_of_a_model_says_what_it_covers() -> None:
    class Kop(BaseModel):
        nummer: str
        kop: str | None = Field(default=None, json_schema_extra={"dekt": ["nummer"]})

    found_unused = unused(Kop, "{{ kop }}")

    assert found_unused == []


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ({}, "{{ a }}{{ a.b.c }}{% for x in a %}{{ x.d }}{% endfor %}"),
        ({"description": "iets"}, "{{ a.b }}"),
        (True, "{{ a.b }}"),
        ({"type": "object"}, "{{ a.b }}{% for x in a %}{{ x }}{% endfor %}"),
        ({"type": "object", "additionalProperties": True, "properties": {}}, "{{ a.b }}"),
        ({"type": "object", "additionalProperties": schema(b=TEXT)}, "{{ a.x.b }}"),
        ({"patternProperties": {"^x": TEXT}}, "{{ a.xyz }}"),
        ({"type": "array"}, "{% for x in a %}{{ x.b }}{% endfor %}"),
        ({"prefixItems": [TEXT, schema(b=TEXT)]}, "{{ a[0] }}{{ a[1].b }}"),
        ({"anyOf": [schema(b=TEXT), {"type": "null"}]}, "{{ a.b }}"),
        ({"oneOf": [many(TEXT), TEXT]}, "{{ a }}{% for x in a %}{{ x }}"),
        ({"allOf": [schema(b=TEXT), schema(c=TEXT)]}, "{{ a.b }}{{ a.c }}"),
        ({"type": ["array", "null"], "items": TEXT}, "{% for x in a %}{{ x }}{% endfor %}"),
        ({"type": ["object", "string"], "properties": {"b": TEXT}}, "{{ a }}{{ a.b }}"),
        ({"type": "null"}, "{{ a }}"),
        ({"enum": ["x", "y"]}, "{{ a }}"),
        ({"$ref": "#/$defs/x~1y"}, "{{ a.b }}"),
        ({"$ref": "https://elders.example/schema.json"}, "{{ a.b }}"),
        ({"$ref": "#/nergens/te/vinden"}, "{{ a.b }}"),
        ({"$ref": "#/$defs/zelf"}, "{{ a }}"),  # and to itself again
    ],
)
def test_a_schema_may_say_it_in_many_ways(form: object, text: str) -> None:
    itself = {"$ref": "#/$defs/zelf"}
    contract = {**schema(a=form), "$defs": {"x/y": schema(b=TEXT), "zelf": itself}}

    found_errors = errors(contract, text)

    assert found_errors == []


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ({"type": "object", "additionalProperties": False}, "{{ a.b }}"),
        ({"type": "object", "additionalProperties": schema(b=TEXT)}, "{{ a.x.c }}"),
        ({"type": "object"}, "{{ a }}"),
        ({"type": ["array", "null"], "items": TEXT}, "{{ a }}"),
        ({"anyOf": [schema(b=TEXT), {"type": "null"}]}, "{{ a.c }}"),
        ({"enum": ["x", "y"]}, "{{ a.b }}"),
        ({"$ref": "#/$defs/b"}, "{{ a.c }}"),
    ],
)
def test_what_a_schema_closes_is_closed(form: object, text: str) -> None:
    contract = {**schema(a=form), "$defs": {"b": schema(b=TEXT)}}

    found_errors = errors(contract, text)

    assert len(found_errors) == 1


def test_a_contract_without_end_is_held_in_time() -> None:
    tree = schema(naam=TEXT, top={"$ref": "#"}, takken=many({"$ref": "#"}))
    text = "{{ takken[0].takken[0].top.naam }}{{ top.top.xyz }}{{ takken[0].naam }}"

    found_errors, found_unused = errors(tree, text), unused(tree, text)

    assert [hint for _, hint in found_errors] == ["bekend onder ‘top.top’ zijn: naam, top, takken"]
    assert found_unused[:2] == ["naam", "top.naam"]


def test_a_model_is_known_by_the_names_that_templates_use() -> None:
    class Ding:
        """No form that JSON knows."""

    class Ruim(BaseModel):
        model_config = ConfigDict(arbitrary_types_allowed=True)

        beeld: Ding
        naam: str = Field(alias="name")
        stil: str = Field(default="", exclude=True)

        @computed_field  # type: ignore[prop-decorator]  # as pydantic's manual says
        @property
        def lang(self) -> str:
            """A name made of it."""
            return self.naam * 2

    found_errors = errors(Ruim, "{{r beeld }}{{ beeld.x }}{{ naam }}{{ stil }}{{ lang }}{{ name }}")

    assert [message for message, _ in found_errors] == [
        "“{{ name }}” vraagt ‘name’, en dat veld bestaat niet"
    ]


def test_a_value_with_a_look_of_its_own_is_one_field() -> None:
    class Brief(BaseModel):
        logo: InlineImage
        aanhef: RichText
        bijlage: Subdoc | None

    tags = found("{{ logo }} {{ aanhef }}", "{{p bijlage }}")

    assert against(asked(tags), Brief) == []
