"""W34: a template that would run away ends in words, within two seconds and 300 MB.

No signal, thread or limit of the system is needed for it, so it ends so on Windows too.
"""

import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from judges import word_text
from woordbouw import fill, tbl, template, tr

from reportgen import ReportgenError, Template

SECONDS = 8.0  # a quiet machine needs less than two; a busy one gets room
MEGABYTES = 300
DATA = {"a": "waarde", "n": 3, "rijen": [{"naam": "x", "n": 1}, {"naam": "y", "n": 2}], "b": {}}
BIG = "range(100000)"


@contextmanager
def soon() -> Iterator[None]:
    start = time.perf_counter()
    yield
    assert time.perf_counter() - start < SECONDS


def loops(depth: int, body: str) -> str:
    opened = "".join(f"{{% for x{level} in {BIG} %}}" for level in range(depth))
    return f"{opened}{body}{'{% endfor %}' * depth}"


def chain(first: str, step: str, count: int, name: str = "s") -> str:
    """Names that are each made of the one before: `S` in the step stands for it."""
    steps = (
        f"{{% set {name}{at + 1} = {step.replace('S', f'{name}{at}')} %}}" for at in range(count)
    )
    return f"{{% set {name}0 = {first} %}}{''.join(steps)}"


def captured(count: int) -> str:
    doubled = (
        f"{{% set s{at + 1} %}}{{{{ s{at} }}}}{{{{ s{at} }}}}{{% endset %}}" for at in range(count)
    )
    return f"{{% set s0 %}}tien tekens{{% endset %}}{''.join(doubled)}{{{{ s{count} }}}}"


TWINS = chain("[1]", "[S, S]", 60) + chain("[1]", "[S, S]", 60, "t")
LONG = f"{{% set q = {BIG}[:30000]|join %}}"
MANY = "{% for i in range(100000) %}"

RUNAWAYS = {
    "loops in loops": loops(3, "{{ a }}"),
    "empty loops": loops(3, ""),
    "a body of many tags": loops(2, "{{ a }}" * 200),
    "more loops than Python nests": loops(25, "x"),
    "a power": "{{ 9 ** 9 ** 9 }}",
    "a text repeated": "{{ 'x' * 10000000000 }}",
    "a name repeated": "{% set k = 'x' %}{{ k * n * 100000000 }}",
    "a list repeated": "{{ [1] * 1000000000 }}",
    "texts added up": chain("'tien tekens'", "S + S", 40) + "{{ s40 }}",
    "texts joined": chain("'tien tekens'", "S ~ S", 40) + "{{ s40 }}",
    "texts captured": captured(40),
    "lists added up": chain("[1]", "S + S", 40) + "{{ s40|length }}",
    "lists in lists compared": TWINS + "{{ s60 == t60 }}",
    "lists in lists searched": TWINS + "{{ s60 in [t60] }}",
    "lists in lists sorted": TWINS + "{{ [s60, t60]|sort|length }}",
    "lists in fields sorted": TWINS + "{{ [{'k': s60}, {'k': t60}]|sort(attribute='k')|length }}",
    "lists in lists tested": TWINS + "{{ [s60]|select('eq', t60)|list|length }}",
    "lists in lists changed": TWINS + "{% for i in [s60, t60] %}{{ loop.changed(i) }}{% endfor %}",
    "lists in lists printed": TWINS + "{{ s60 }}",
    "lists in lists as text": TWINS + "{{ s60|upper ~ s60 }}",
    "tuples in tuples as a key": chain("(1, 2)", "(S, S)", 60) + "{{ {s60: 1}|length }}",
    "tuples in tuples as an index": chain("(1, 2)", "(S, S)", 60) + "{{ b[s60] }}",
    "tuples in tuples made unique": chain("(1, 2)", "(S, S)", 60) + "{{ [s60]|unique|list }}",
    "a wide join": f"{{{{ {BIG}|join('{'x' * 5000}') }}}}",
    "growth by replacing": chain("'aaaa'", "S|replace('a', 'aaaaaaaaaa')", 20) + "{{ s20 }}",
    "growth between all letters": chain("'aaaa'", "S|replace('', 'aaaaaaaaaa')", 20) + "{{ s20 }}",
    "a format": "{{ '%0999999999d' % 1 }}",
    "a format in a test": "{{ '%0999999999d' is divisibleby(1) }}",
    "a format in a choice": "{{ ['%0999999999d']|select('odd')|list }}",
    "a wide text": "{{ 'x'|center(999999999) }}",
    "many wide texts": f"{{% set k = {BIG}|map('center', 500)|list %}}" * 50,
    "large numbers": chain("999999999", "S * S", 40) + "{{ s40 }}",
    "numbers added up": chain("999999999", "S + S", 400) + "{{ s400 }}",
    "a long number": f"{{{{ {'9' * 5000} }}}}",
    "a long hexadecimal number": f"{{{{ 0x{'f' * 9000} }}}}",
    "no number": "{{ 1e999 }}",
    "brackets in brackets": f"{{{{ {'(' * 3000}1{')' * 3000} }}}}",
    "not not not": f"{{{{ {'not ' * 2000}a }}}}",
    "minus minus minus": f"{{{{ {'-' * 4000}1 }}}}",
    "a long path": f"{{{{ a{'.b' * 3000} }}}}",
    "a long row of filters": f"{{{{ a{'|upper' * 1500} }}}}",
    "a long sum": f"{{{{ a{' + a' * 2000} }}}}",
    "a tag of a megabyte": f"{{{{ a{' ~ a' * 250_000} }}}}",
    "blocks in blocks": f"{'{% if a %}' * 200}x{'{% endif %}' * 200}",
    "a long row of elif": f"{{% if a %}}{'{% elif a %}x' * 4900}{{% endif %}}",
    "sorting in a loop": MANY + f"{{{{ {BIG}|sort|first }}}}{{% endfor %}}",
    "uniqueness in a loop": MANY + "{{ range(1000)|unique|list|length }}{% endfor %}",
    "adding up in a loop": MANY + f"{{{{ {BIG}|sum }}}}{{% endfor %}}",
    "groups in a loop": f"{MANY}{{{{ {BIG}|batch(2)|list|groupby(0)|length }}}}{{% endfor %}}",
    "searching in a loop": f"{{% set q = {BIG}|list %}}{MANY}{{{{ 'q' in q }}}}{{% endfor %}}",
    "searching a text in a loop": f"{LONG}{MANY}{{{{ 'q' in q }}}}{{% endfor %}}",
    "searching a range in a loop": f"{MANY}{{{{ 1.5 in {BIG} }}}}{{% endfor %}}",
    "cutting in a loop": f"{{% set q = {BIG}|list %}}{MANY}{{% set r = q[1:] %}}{{% endfor %}}",
    "many lists": f"{{% set q = {BIG}|map('string')|list %}}" * 200,
    "many small lists": f"{{% set q = {BIG}|batch(1)|list %}}" * 200,
    "a wide batch": "{{ [1]|batch(999999999, 'x')|list }}",
    "many slices": "{{ [1]|slice(999999999)|list }}",
    "a long range": "{{ range(999999999999999999999999999)|list }}",
    "a long document": f"{MANY}{'x' * 20_000}{{% endfor %}}",
    "a long text printed often": f"{LONG}{MANY}{{{{ q }}}}{{% endfor %}}",
    "a long text captured": f"{LONG}{{% set z %}}{'{{ q }}' * 4000}{{% endset %}}",
    "a long text captured in a loop": LONG
    + f"{{% set z %}}{MANY}{{{{ q }}}}{{% endfor %}}{{% endset %}}",
    "too many tags": "{{ a }}" * 7000,
    "half tags": "{% " * 10_000,
    "half loops": "{% for i in a %}" * 4000,
    "many names": "".join(
        f"{{% if v{at} %}}{{% set w{at} = 1 %}}{{% endif %}}" for at in range(1600)
    ),
}
WHOLE = {
    "a long table": template(
        tbl(tr("{%tr for i in range(100000) %}"), tr("{{ a }}" + "x" * 5000), tr("{%tr endfor %}"))
    ),
    "a table of long texts": template(LONG, tbl(*[tr("{{ q }}" * 4) for _ in range(1000)])),
}
HEAVY = ("a long text printed often", "a long document", "many wide texts", "many small lists")


@pytest.mark.parametrize("source", RUNAWAYS.values(), ids=RUNAWAYS)
def test_w34_a_template_that_runs_away_is_refused_in_time(source: str) -> None:
    word = template(source)

    with soon(), pytest.raises(ReportgenError):
        Template(word).fill(DATA)


@pytest.mark.parametrize("word", WHOLE.values(), ids=WHOLE)
def test_w34_a_table_that_runs_away_is_refused_in_time(word: bytes) -> None:
    with soon(), pytest.raises(ReportgenError):
        Template(word).fill(DATA)


@pytest.mark.parametrize("name", HEAVY)
def test_w34_a_template_that_runs_away_keeps_its_memory_small(name: str) -> None:
    word = template(RUNAWAYS[name])
    tracemalloc.start()

    try:
        with pytest.raises(ReportgenError):
            Template(word).fill(DATA)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < MEGABYTES * 1024 * 1024


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ 5|round(-99999999) }} {{ 5.5|round(99999999) }}", "0 5.5"),
        ("{% if a %}" * 25 + "x" + "{% endif %}" * 25, "x"),
        ("{{ (a" + " or a" * 40 + ") }}", "waarde"),
        (
            "{% for i in range(3) %}{% for j in range(3) %}{{ i * j }}{% endfor %}{% endfor %}",
            "000012024",
        ),
        ("{{ range(100000)|sum }}", "4999950000"),
        ("{{ '<b>'|e|upper }}", "<B>"),
    ],
)
def test_w34_what_only_looks_hostile_works(source: str, text: str) -> None:
    with soon():
        word = fill(template(source), **DATA)

    assert word_text(word) == text


@pytest.mark.parametrize(
    "tag",
    [
        "{{ a.__class__ }}",
        "{{ a['__class__'] }}",
        "{{ ''|attr('__class__') }}",
        "{{ ['']|map(attribute='__class__')|list|first }}",
        "{{ rijen|sort(attribute='__class__')|first }}",
        "{{ rijen|map('attr', '__class__')|list|first }}",
        "{{ '{0.__class__}'.format(a) }}",
        "{{ '{0.__class__}'|format(a) }}",
        "{{ self }}",
        "{{ self.__init__.__globals__ }}",
        "{% for i in rijen %}{{ loop._iterable }}{% endfor %}",
        "{% for i in rijen %}{{ loop['_iterator'] }}{% endfor %}",
        "{% for i in rijen %}{{ loop.__init__ }}{% endfor %}",
        "{% for i in rijen %}{{ loop(rijen) }}{% endfor %}",
        "{% for i in rijen recursive %}{{ loop(rijen) }}{% endfor %}",
        "{{ (rijen|map('upper')).gi_frame }}",
        "{{ rijen.append.__self__ }}",
        "{{ joiner() }}",
        "{{ cycler }}",
        "{{ lipsum }}",
        "{{ dict(a=1) }}",
        "{{ namespace }}",
        "{% set b.c = 1 %}",
        "{{ context }}",
        "{{ environment }}",
        "{{ [a]|map('blokken', 0)|list|first }}",
        "{{ [a]|map('reportgen:plat')|first }}",
        "{{ a|blokken(0) }}",
        "{{ a|kopie|tekst(3) }}",
        "{{ a|pprint }}",
        "{{ rijen|random }}",
        "{{ a|safe }}",
        "{{ range(*[1]) }}",
        "{% filter upper %}a{% endfilter %}",
        "{% filter tabel %}a{% endfilter %}",
        "{% block x %}{% endblock %}",
        "{% call a() %}{% endcall %}",
        "{% autoescape false %}{{ a }}{% endautoescape %}",
        "{% raw %}{{ a }}{% endraw %}",
    ],
)
def test_w19_nothing_of_python_or_of_the_engine_can_be_reached(tag: str) -> None:
    with pytest.raises(ReportgenError):
        fill(template(tag), **DATA)
