"""Where the expressions of a template run: what they can read, and what they give."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from jinja2 import TemplateSyntaxError, UndefinedError, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from markupsafe import escape
from pydantic import BaseModel, ConfigDict, computed_field

from reportgen.word.jinja.limits import BUDGET, Budget, LimitError, plain
from reportgen.word.jinja.sandbox import Sandbox
from reportgen.word.jinja.syntax import Verboden


@pass_context
def _print(context: Context, value: object, number: int = 0) -> str:
    assert BUDGET in context
    assert number in {0, 1}
    return "" if value is None else escape(plain(value))


SANDBOX = Sandbox({"p": _print, "tabel": lambda xml: f"[{xml}]"})


def filled(source: str, **values: object) -> str:
    """What a source prints."""
    return SANDBOX.compiled(source).render({**values, BUDGET: Budget(values)})


def shown(expression: str, **values: object) -> str:
    """What an expression prints, escaped."""
    return filled(f"{{{{ ({expression})|p(1) }}}}", **values)


class Model(BaseModel):
    """A model with a field, a property and a method."""

    naam: str = "x"

    @computed_field  # type: ignore[prop-decorator]
    @property
    def dubbel(self) -> str:
        """A declared name too."""
        return self.naam * 2

    @property
    def verborgen(self) -> str:
        """No declared name."""
        return "nee"


class Open(BaseModel):
    """A model that keeps what it does not know."""

    model_config = ConfigDict(extra="allow")


@dataclass
class Record:
    """A dataclass."""

    naam: str = "x"
    _geheim: str = "nee"

    def methode(self) -> str:
        """No field."""
        return self.naam


class Bag(Mapping[str, str]):
    """A mapping that is no dict."""

    def __getitem__(self, key: str) -> str:
        return {"items": "drie"}[key]

    def __iter__(self) -> Iterator[str]:
        return iter(["items"])

    def __len__(self) -> int:
        return 1


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("a.naam", "x"),
        ("b.naam", "x"),
        ("b.dubbel", "xx"),
        ("c.naam", "x"),
        ("d.naam", "x"),
        ("e.items", "drie"),
        ("f.items", "drie"),
        ("a['naam'] ~ b['naam'] ~ c['naam']", "xxx"),
        ("g[1] ~ g[-1] ~ g[0:2]|join", "bcab"),
        ("h.year", "2017"),
    ],
)
def test_a_name_that_is_declared_is_read(expression: str, text: str) -> None:
    values = {"a": {"naam": "x"}, "b": Model(), "c": Record(), "e": {"items": "drie"}, "f": Bag()}
    values |= {"d": Open(naam="x"), "g": ["a", "b", "c"], "h": date(2017, 4, 1)}

    assert shown(expression, **values) == text


@pytest.mark.parametrize(
    "path",
    [
        *(
            "a.weg",
            "a.items",
            "a['items']",
            "b.weg",
            "b.verborgen",
            "b.model_dump",
            "b['model_dump']",
        ),
        *("c.methode", "c.weg", "d.model_dump", "e.keys", "f.upper", "g.append", "weg", "weg.naam"),
        *("g[9]", "g['weg']", "c._geheim", "b['model_dump']"),
    ],
)
def test_a_name_that_is_not_declared_is_an_error(path: str) -> None:
    values = {"a": {}, "b": Model(), "c": Record(), "d": Open(), "e": Bag(), "f": "x", "g": [1]}

    with pytest.raises((UndefinedError, Verboden)):
        shown(path, **values)


def test_a_callable_among_the_data_is_never_called() -> None:
    with pytest.raises((SecurityError, TemplateSyntaxError)):
        filled("{{ (range(3))|p }}", range=lambda _: "kwaad")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('{{ ("a & b")|p(1) }}', "a &amp; b"),  # a constant is escaped once
        ('{{ "a & b" }}', "a &amp; b"),  # what is no filter of ours is escaped as well
        ('{{ ("a & b"|e)|p }}', "a &amp; b"),
        ('{{ ("a & b"|e|upper)|p }}', "A &amp; B"),
        ("{{ (naam ~ '<')|p }}", "R&amp;D&lt;"),
        ("{{ (naam|e ~ '<')|p }}", "R&amp;D&lt;"),
        ("{% set x %}a &amp; {{ (naam)|p }}{% endset %}{{ (x|lower)|p }}", "a &amp; r&amp;d"),
        ("{% set x|upper %}a &amp; b{% endset %}{{ (x)|p }}", "A &amp; B"),
        (
            "{% filter tabel %}<w:tbl>{{ (naam)|p }}</w:tbl>{% endfilter %}",
            "[<w:tbl>R&amp;D</w:tbl>]",
        ),
        ("{{ ('ja' if false)|p }}", ""),
        ("{{ ('ja' if true)|p }}", "ja"),
        ("{{ (none)|p }}", ""),
    ],
)
def test_what_is_printed_is_escaped_exactly_once(source: str, text: str) -> None:
    assert filled(source, naam="R&D") == text


LOOP = "{% for x in rij %}{{ (x)|p }}/{{ (loop.length)|p }}{{ ('.' if loop.last)|p }} {% endfor %}"


@pytest.mark.parametrize("rij", [["a", "b"], ("a", "b"), dict.fromkeys("ab"), iter("ab")])
def test_a_loop_knows_its_length_and_its_last_turn(rij: Any) -> None:  # noqa: ANN401  many kinds
    assert filled(LOOP, rij=rij) == "a/2 b/2. "


def test_a_loop_over_nothing_prints_its_else() -> None:
    assert filled("{% for x in rij %}{{ (x)|p }}{% else %}leeg{% endfor %}", rij=[]) == "leeg"


@pytest.mark.parametrize("rij", [None, 3, Decimal(3)])
def test_a_loop_over_what_is_no_list_is_told_in_words(rij: object) -> None:
    with pytest.raises(TypeError, match="hoort een lijst"):
        filled(LOOP, rij=rij)


def test_a_loop_over_endless_data_ends() -> None:
    def endless() -> Iterator[int]:
        while True:
            yield 1

    with pytest.raises(LimitError):
        filled("{% for x in rij %}{% endfor %}", rij=endless())


def small(values: Mapping[str, object]) -> Budget:
    """A budget of a thousand steps, before it grows."""
    budget = Budget(values)
    budget.stappen = 1_000
    return budget


def test_the_budget_grows_with_the_data() -> None:
    rows = [{"naam": "x", "jaren": [1, 2, 3]} for _ in range(500)]
    work = "{{ (r.naam ~ r.naam)|p }}" * 10
    honest = SANDBOX.compiled(f"{{% for r in rijen %}}{work}{{% endfor %}}")
    hostile = SANDBOX.compiled(f"{{% for i in range(500) %}}{work}{{% endfor %}}")

    text = honest.render({"rijen": rows, BUDGET: small({"rijen": rows})})

    assert len(text) == 500 * 20
    with pytest.raises(LimitError):
        hostile.render({"r": rows[0], BUDGET: small({"r": rows[0]})})


def test_a_fill_begins_with_a_whole_budget() -> None:
    code = SANDBOX.compiled("{% for i in range(250) %}{{ (i)|p }}{% endfor %}")
    spent = small({})
    code.render({BUDGET: spent})

    with pytest.raises(LimitError):
        code.render({BUDGET: spent})

    assert code.render({BUDGET: small({})})


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("1 + 2 * 3 - 4 / 2", "5.0"),
        ("7 // 2 ~ '/' ~ 7 % 2", "3/1"),
        ("-n + 3", "1"),
        ("a + b", "2.50"),
        ("'a' + 'b' ~ 1", "ab1"),
        ("([1] + [2])|join", "12"),
        ("1 < n < 3 and n in [2, 3] and 'a' in 'abc'", "True"),
        ("{'a': 1}['a']", "1"),
        ("range(2, 8, 3)|list|join(',')", "2,5"),
    ],
)
def test_sums_work_as_in_python(expression: str, text: str) -> None:
    result = shown(expression, n=2, a=Decimal("1.25"), b=Decimal("1.25"))

    assert result == text


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("'a' * 3", "alleen met getallen"),
        ("'%s' % 3", "alleen met getallen"),
        ("'a' + 3", "gebruik ~"),
        ("-'a'", "alleen met getallen"),
        ("1 / 0", "door nul"),
        ("d + 0.1", "exact getal"),
        ("rij ~ 'x'", "geen tekst"),
        ("{rij: 1}", "sleutel"),
        ("range(0.5)", "geheel getal"),
        ("rij|round", "alleen met getallen"),
        ("'x'|round(1)", "alleen met getallen"),
        ("5|length", "een lijst of een tekst"),
    ],
)
def test_a_sum_that_cannot_be_is_told_in_words(expression: str, words: str) -> None:
    with pytest.raises((TypeError, ArithmeticError), match=words):
        shown(expression, d=Decimal(1), rij=[1])


@pytest.mark.parametrize(
    ("line", "source"),
    [
        (1, "{{ (2 ** 3)|p }}"),
        (3, "\n\n{{ (a.upper())|p }}"),
        (2, "{{ (a)|p\n}}{% include 'x' %}"),
        (2, "\n{{ (a|bestaatniet)|p }}"),
        (4, "\n{% if a\n%}x\n{{ (a is vreemd)|p }}{% endif %}"),
        (2, "\n{% raw %}{{ (a)|p }}{% endraw %}"),
        (2, "\n{{ (((" + "(" * 60 + "a" + ")" * 63 + ")|p }}"),
    ],
)
def test_what_is_refused_is_refused_at_its_line_with_a_cure(line: int, source: str) -> None:
    with pytest.raises(Verboden) as caught:
        SANDBOX.compiled(source)

    assert caught.value.lineno == line
    assert caught.value.hint


def test_all_that_is_refused_is_told_at_once() -> None:
    _, refused = SANDBOX.read("{{ (2 ** 3)|p }}\n{{ (a|weg)|p }}\n{% macro x() %}{% endmacro %}")

    assert [problem.lineno for problem in refused] == [1, 2, 3]


def test_an_error_while_filling_knows_the_line_of_its_source() -> None:
    code = SANDBOX.compiled("een\n{% for x in rij %}\n{{ (x.weg)|p }}\n{% endfor %}")

    with pytest.raises(UndefinedError) as caught:
        code.render({"rij": [{}], BUDGET: Budget()})

    frames = [entry for entry in caught.traceback if str(entry.path).endswith("<template>")]
    assert [frame.lineno + 1 for frame in frames][-1] == 3
