"""The filters and tests that a template author has: Jinja's harmless ones, and how Dutch writes."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from jinja2 import Environment, UndefinedError

from reportgen.word.jinja.filters import FILTERS
from reportgen.word.jinja.limits import BUDGET, Budget, LimitError
from reportgen.word.jinja.sandbox import Sandbox

SANDBOX = Sandbox({"p": str})
SILENT = {"d", "default", "replace", "batch", "slice", "groupby"}
"""What is made for a value that is not there, and what needs more than a value."""


def filled(source: str, **values: object) -> str:
    """What a source prints."""
    return SANDBOX.compiled(source).render({**values, BUDGET: Budget(values)})


def shown(expression: str, **values: object) -> str:
    """What an expression prints."""
    return filled(f"{{{{ ({expression})|p }}}}", **values)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("1350000|bedrag", "€\u00a01.350.000"),
        ("'1250.50'|bedrag", "€\u00a01.250,50"),
        ("d|bedrag", "€\u00a0-1.250,50"),
        ("'0.005'|bedrag", "€\u00a00,01"),
        ("none|bedrag", "n.b."),
        ("1350000|duizend", "1.350"),
        ("'1350499.99'|duizend", "1.350"),
        ("499|duizend", "0"),
        ("none|duizend", "n.b."),
        ("'12.5'|procent", "12,5%"),
        ("12|procent(0)", "12%"),
        ("'12.345'|procent(decimalen=2)", "12,35%"),
        ("none|procent", "n.b."),
        ("dag|datum", "1 april 2017"),
        ("tijd|datum", "1 april 2017"),
        ("'2017-04-01'|datum", "1 april 2017"),
        ("['a', 'b', 'c']|opsomming", "a, b en c"),
        ("['a']|opsomming", "a"),
        ("[]|opsomming", ""),
        ("rijen|map(attribute='naam')|opsomming", "een en twee"),
        ("rijen|map(attribute='bedrag')|map('duizend')|join(' / ')", "1 / 2"),
        ("rijen|sum('bedrag')|bedrag", "€\u00a03.000"),
    ],
)
def test_a_figure_is_written_as_dutch_does(expression: str, text: str) -> None:
    rows = [{"naam": "een", "bedrag": Decimal(1000)}, {"naam": "twee", "bedrag": Decimal(2000)}]
    moment = datetime(2017, 4, 1, 12, tzinfo=UTC)

    result = shown(expression, d=Decimal("-1250.50"), dag=date(2017, 4, 1), tijd=moment, rijen=rows)

    assert result == text


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("1250.5|bedrag", 'niet exact.*"1250.50"'),
        ("0.1|duizend", "niet exact"),
        ("12.5|procent", "niet exact"),
        ("'1.250,50'|bedrag", "1250.50"),
        ("'veel'|bedrag", "is geen getal"),
        ("true|bedrag", "geen getal"),
        ("[1]|bedrag", "geen getal"),
        ("'2017'|datum", "geen datum.*2017-04-01"),
        ("'31 april'|datum", "geen datum"),
        ("2017|datum", "geen datum"),
        ("none|datum", "geen datum"),
        ("'abc'|opsomming", "is er geen"),
        ("[[1]]|opsomming", "geen tekst"),
    ],
)
def test_a_wrong_kind_of_value_is_refused_in_words(expression: str, words: str) -> None:
    with pytest.raises(TypeError, match=words):
        shown(expression)


@pytest.mark.parametrize("filter_", ["bedrag", "duizend", "procent", "datum", "opsomming"])
@pytest.mark.parametrize("path", ["weg", "rij.weg"])
def test_w3_a_value_that_is_not_there_stays_an_error(filter_: str, path: str) -> None:
    with pytest.raises(UndefinedError):
        shown(f"{path}|{filter_}", rij={})


@pytest.mark.parametrize("filter_", sorted(set(FILTERS) - SILENT))
def test_w3_no_filter_makes_nothing_of_a_value_that_is_not_there(filter_: str) -> None:
    with pytest.raises(UndefinedError):
        shown(f"weg|{filter_}")


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("d|round(1)", "2.3"),  # half up, as Excel does
        ("d|round", "2"),
        ("d|round(1, 'floor')", "2.2"),
        ("1234|round(-2)", "1200"),
        ("1250|round(-2)", "1300"),
        ("5|round(-99999999)", "0"),
        ("5.5|round(99999999)", "5.5"),
        ("d|round(-99999999)", "0"),
        ("'12'|int + 1", "13"),
        ("'x'|int(7)", "7"),
        ("d|int", "2"),
        ("-3|abs", "3"),
    ],
)
def test_a_number_is_rounded_within_bounds(expression: str, text: str) -> None:
    assert shown(expression, d=Decimal("2.25")) == text


@pytest.mark.parametrize(
    "expression", ["10000000000|int * k", "d * d", "k|round * k", "x * x * x", "'9e999'|float"]
)
def test_a_number_beyond_all_measure_is_refused(expression: str) -> None:
    with pytest.raises(LimitError, match="te groot"):
        shown(expression, k=10**59, d=Decimal("1e40"), x=1e40)


SAME = (
    "{% for r in rijen %}{{ r.naam }}{% if not loop.last %}, {% endif %}{% endfor %}"
    "{% with x = rijen|length %}{{ x }}{% endwith %}{{ rijen|map(attribute='naam')|join('-') }}"
    "{{ (rijen|first).naam|title }}{% for g in rijen|groupby('n') %}{{ g.grouper }}"
    "{{ g.list|length }}{% endfor %}{{ rijen|sum('n') }}{{ 'abcdefghij klm'|truncate(6) }}"
    "{{ (rijen|sort(attribute='naam', reverse=true)|last).naam }}{{ 3.14159|round(2) }}"
    "{{ rijen|selectattr('n', 'gt', 1)|list|length }}{{ [1, 2, 3, 4]|batch(3)|list|length }}"
    "{{ {'b': 1, 'a': 2}|dictsort|first|first }}{{ [3, 1]|max }}{{ '12'|int + 1 }}"
    "{{ 'a'|center(5) }}{{ ' x '|trim }}{{ [1, 1, 2]|unique|list|length }}"
    "{{ leeg|default('niets', true) }}"
    "{{ 4 is even }}{{ 'x' is string }}{{ weg is defined }}{{ [1, 2]|reverse|list|first }}"
)


def test_harmless_templates_give_what_plain_jinja_gives() -> None:
    values = {"rijen": [{"naam": "een", "n": 1}, {"naam": "twee", "n": 2}], "leeg": ""}

    assert filled(SAME, **values) == Environment(autoescape=True).from_string(SAME).render(values)


def test_an_escape_is_a_markup_and_all_else_a_plain_text() -> None:
    sandbox = Sandbox({"p": lambda value: type(value).__name__})

    code = sandbox.compiled("{{ ('a'|e)|p }} {{ ('a'|e|upper)|p }} {{ ('a'|e ~ 'b')|p }}")

    assert code.render({BUDGET: Budget()}) == "Markup str str"
