"""Which fields a template asks for, read from its tags."""

import ast
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from woordbouw import template

from reportgen import Template
from reportgen.word.dialect.scan import Vindplaats, scan
from reportgen.word.review.asking import asked, paths
from reportgen.word.review.fields import Vraag


def found(*texts: str, part: str = "word/document.xml") -> list[Vindplaats]:
    """The tags of paragraphs, each paragraph given as its text."""
    return [
        Vindplaats(tag, part, f"alinea {number}", number)
        for number, text in enumerate(texts)
        for tag in scan(text)[0]
    ]


def fields(*texts: str) -> tuple[str, ...]:
    """The paths that paragraphs ask for."""
    return paths(asked(found(*texts)))


def uses(*texts: str) -> list[tuple[str, str]]:
    """Each path asked, with what becomes of it."""
    return [(vraag.pad, vraag.gebruik) for vraag in asked(found(*texts))]


def test_a_question_knows_its_path_its_use_and_its_tag() -> None:
    tags = found("Titel: {{ prestatie.titel }}")

    vragen = asked(tags)

    assert vragen == [Vraag("prestatie.titel", "print", tags[0])]


def test_each_path_is_a_field_once_in_order_of_appearance() -> None:
    given_fields = fields("{{ b.x }} en {{ a }}", "{{ b.x }}{{ c }}")

    assert given_fields == ("b.x", "a", "c")


def test_a_list_that_is_tested_and_looped_over_is_one_field() -> None:
    given_fields = fields(
        "{% if acties %}{% for a in acties %}{{ a.tekst }}{% endfor %}{% endif %}"
    )

    assert given_fields == ("acties[]", "acties[].tekst")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ a }}", [("a", "print")]),
        ("{{p a.b }}", [("a.b", "print")]),
        ("{{r a.b }}", [("a.b", "print")]),
        ("{{- a }}", [("a", "print")]),
        ("{{ a -}}", [("a", "print")]),
        ("{{ a|upper }}", [("a", "print")]),
        ("{{ a|bedrag|trim }}", [("a", "print")]),
        ("{{ a|length }}", [("a", "test")]),
        ("{{ a|default('x') }}", [("a", "print")]),
        ("{{ a|default(b.c) }}", [("a", "print"), ("b.c", "print")]),
        ("{{ 'x' ~ a ~ b }}", [("a", "print"), ("b", "print")]),
        ("{{ a + b }}", [("a", "anders"), ("b", "anders")]),
        ("{{ a == b }}", [("a", "test"), ("b", "test")]),
        ("{{ a if b else c }}", [("b", "test"), ("a", "print"), ("c", "print")]),
        ("{{ 'x' if b }}", [("b", "test")]),
        ("{{ a or b }}", [("a", "print"), ("b", "print")]),
        ("{{ a and b }}", [("a", "test"), ("b", "print")]),
        ("{{ a is defined }}", [("a", "test")]),
        ("{%p if a and not b.c %}", [("a", "test"), ("b.c", "test")]),
        ("{% if a %}{% elif b %}{% else %}{% endif %}", [("a", "test"), ("b", "test")]),
        ("{% colspan a.n %}", [("a.n", "anders")]),
        ("{% cellbg a.kleur %}", [("a.kleur", "anders")]),
        ("{% vm %}{% hm %}", []),
        ("{# a #}{#p b #}", []),
        ('{{ 1 }}{{ "a" }}{{ none }}{{ true }}', []),
    ],
)
def test_the_use_of_a_field_follows_from_its_tag(text: str, expected: list[object]) -> None:
    given_uses = uses(text)

    assert given_uses == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{{ a["b"].c }}', ["a.b.c"]),
        ("{{ a[“b”] }}", ["a.b"]),  # Word makes quotes curly
        ("{{ a[0].b }}", ["a[].b"]),
        ("{{ a[-1] }}", ["a[]"]),
        ("{{ a.0.b }}", ["a[].b"]),
        ("{{ (a|first).b }}", ["a[].b"]),
        ("{{ (a|sort|last).b }}", ["a[].b"]),
        ("{{ a[b] }}", ["b", "a"]),
        ("{{ a['b.c'] }}", ["a"]),  # a path has no name for it
        ("{{ a[:3] }}", ["a"]),
        ("{{ (a or b).c }}", ["a.c", "b.c"]),
        ("{{ (a if x else b).c }}", ["x", "a.c", "b.c"]),
        ("{{ a|join(', ') }}", ["a[]"]),
        ("{{ a|opsomming }}", ["a[]"]),
        ("{{ a|map(attribute='b.c')|join }}", ["a[].b.c"]),
        ("{{ a|join(', ', attribute='b') }}", ["a[].b"]),
        ("{{ a|sum(attribute='b') }}", ["a[].b"]),
        ("{{ range(a) }}", ["a"]),
        ("{{ a.b.upper() }}", ["a.b"]),
        ("{{ f(a) }}", ["a"]),
        ("{{ {'x': a}['x'] }}", ["a"]),
    ],
)
def test_an_expression_asks_the_fields_that_it_reads(text: str, expected: list[str]) -> None:
    given_fields = fields(text)

    assert list(given_fields) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("for x in a.b", ["a.b[]", "a.b[].c"]),
        ("for x in a.b if x.d", ["a.b[]", "a.b[].d", "a.b[].c"]),
        ("for x in a.b|sort(attribute='d')", ["a.b[].d", "a.b[]", "a.b[].c"]),
        ("for x in a.b|selectattr('d')|list", ["a.b[].d", "a.b[]", "a.b[].c"]),
        ("for x in a.b[1:]", ["a.b[]", "a.b[].c"]),
        ("for x in a.b or a.d", ["a.b[]", "a.d[]", "a.b[].c", "a.d[].c"]),
        ("for x in [a, b]", ["a", "b", "a.c", "b.c"]),
        ("for x in range(n)", ["n"]),
        ("for k, x in a.b", ["a.b[]"]),
        ("for x in a|groupby('d')", ["a"]),
        ("with x = a.b", ["a.b", "a.b.c"]),
        ("set x = a.b", ["a.b", "a.b.c"]),
        ("set x", []),
        ("set x = a.b|upper", ["a.b"]),
        ("set x, y = a", ["a"]),
    ],
)
def test_a_name_that_a_tag_gives_is_followed(head: str, expected: list[str]) -> None:
    given_fields = [vraag.pad for vraag in asked(found(f"{{% {head} %}}", "{{ x.c }}"))]

    assert list(dict.fromkeys(given_fields)) == expected


def test_loops_inside_loops_are_followed() -> None:
    given_fields = fields(
        "{%tr for rij in tabel.rijen %}", "{%tc for cel in rij.cellen %}", "{{ cel }}"
    )

    assert given_fields == ("tabel.rijen[]", "tabel.rijen[].cellen[]")


def test_the_loop_itself_asks_nothing() -> None:
    given_fields = fields("{% for x in a %}{{ loop.index }}{{ loop.previtem.b }}{% endfor %}")

    assert given_fields == ("a[]",)


def test_after_a_block_a_name_is_a_field_again() -> None:
    given_fields = fields("{% for x in a %}{% endfor %}{{ x }}{% with y = b %}{% endwith %}{{ y }}")

    assert given_fields == ("a[]", "x", "b", "y")


def test_the_else_of_a_loop_does_not_know_its_name() -> None:
    given_fields = fields(
        "{% for x in a %}{% if x.b %}{% else %}{{ x.c }}{% endif %}{% else %}{{ x }}"
    )

    assert given_fields == ("a[]", "a[].b", "a[].c", "x")


def test_what_set_gives_inside_a_condition_is_one_of_two() -> None:
    given_fields = fields(
        "{% if a %}{% set x = b %}{% else %}{% set x = c %}{% endif %}", "{{ x.d }}"
    )

    assert given_fields == ("a", "b", "c", "b.d", "c.d")


def test_what_set_gives_inside_a_loop_ends_with_it() -> None:
    given_fields = fields("{% for y in a %}{% set x = y.b %}{{ x.c }}{% endfor %}{{ x.d }}")

    assert given_fields == ("a[]", "a[].b", "a[].b.c", "x.d")


def test_each_part_begins_with_a_clean_slate() -> None:
    header = found("{{ x.c }}", part="word/header1.xml")

    given_fields = paths(asked([*found("{% set x = a %}"), *header]))

    assert given_fields == ("a", "x.c")


@pytest.mark.parametrize(
    "texts",
    [
        ("{% for x in a %}", "{{ x.b }}"),  # never closed
        ("{% endif %}{% endfor %}{% for x in a %}", "{{ x.b }}"),
        ("{% if c %}{% for x in a %}{% endif %}", "{{ x.b }}{% endfor %}"),  # crossed
        ("{% for x in a %}{% with y = x %}{% endif %}", "{{ y.b }}"),
    ],
)
def test_fields_are_found_while_the_blocks_are_broken(texts: tuple[str, ...]) -> None:
    given_fields = fields(*texts)

    assert given_fields[-1] == "a[].b"


@pytest.mark.parametrize(
    "wrong", ["{{ a b }}", "{{ }}", "{{ a. }}", "{% if %}", "{{ 1" + "0" * 5000 + " }}"]
)
def test_a_tag_that_cannot_be_read_asks_nothing(wrong: str) -> None:
    given_fields = fields(wrong, "{{ c }}")

    assert given_fields == ("c",)


def test_a_loop_that_cannot_be_read_still_gives_its_name() -> None:
    given_fields = fields("{% for x in a b %}{{ x.c }}{% endfor %}{{ d }}")

    assert given_fields == ("d",)


@pytest.mark.parametrize(
    "texts",
    [
        ["{{ " + "(" * 5000 + "a" + ")" * 5000 + " }}"],
        ["{{ a" + ".b" * 5000 + " }}"],
        ["{{ a" + " or a" * 5000 + " }}"],
        ["{% set x = a %}", *["{% set x = x.b %}"] * 3000],
        ["{% if c %}", *["{% set x = a if x else b %}{{ x }}"] * 3000],
        ["{% for x in a %}" * 3000, "{% if x %}" * 3000, "{% endfor %}" * 3000, "{{ x }}" * 3000],
    ],
)
def test_a_hostile_template_is_read_in_time(texts: list[str]) -> None:
    begin = time.perf_counter()

    vragen = asked(found(*texts))

    assert time.perf_counter() - begin < 10
    assert sum(len(vraag.pad) for vraag in vragen) < 10_000_000


@given(st.lists(st.text("{}%#[](). abfor=in|,'\"-_", max_size=30)))
def test_no_text_breaks_the_reading(texts: list[str]) -> None:
    tags = [*found(*texts), *found(*(f"{{% for {text} %}}" for text in texts))]

    vragen = asked(tags)

    assert {vraag.tag for vraag in vragen} <= set(tags)


def test_the_fields_in_the_readme_are_what_such_a_template_gives() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    (told,) = re.findall(r"print\(template\.fields\)  # (\(.*\))", readme)
    loop = ("{%p for regel in regels %}", "{{ regel.tekst }}", "{%p endfor %}")

    fields = Template(template("{{ naam }}", *loop, "{{ logo }}")).fields

    assert fields == ast.literal_eval(told)
