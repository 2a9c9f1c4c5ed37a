"""Cases: every filter and test of Jinja that a template may use, with what it prints."""

from compat import Case, Refused
from woordbouw import template

VALUES = {
    "a": "Ik  ook & jij",
    "n": 1234.567,
    "lijst": [3, 1, 2, 1],
    "rijen": [{"s": "x", "n": 2}, {"s": "y", "n": 1}, {"s": "x", "n": 3}],
    "d": {"b": 2, "A": 1},
    "niets": None,
}
FILTERS = {
    "{{ -3|abs }}": "3",
    "{% for b in lijst|batch(3, '-') %}{{ b|join }};{% endfor %}": "312;1--;",
    "{{ 'één woord'|capitalize }}": "Één woord",
    "{{ 'x'|center(5) }}.": "  x  .",
    "{{ niets|default('leeg', true) }} {{ geen|d('leeg') }}": "leeg leeg",
    "{% for k, v in d|dictsort %}{{ k }}{{ v }}{% endfor %}": "A1b2",
    "{{ lijst|first }} {{ lijst|last }}": "3 1",
    "{{ '2.5'|float }} {{ '7'|int }}": "2.5 7",
    "{% for g in rijen|groupby('s') %}{{ g.grouper }}{{ g.list|length }}{% endfor %}": "x2y1",
    "{% for s, r in rijen|groupby('s') %}{{ s }}{{ r|sum('n') }}{% endfor %}": "x5y1",
    "{% for k, v in d|items %}{{ k }}{{ v }}{% endfor %}": "b2A1",
    "{{ lijst|join('-') }} {{ rijen|join(', ', attribute='s') }}": "3-1-2-1 x, y, x",
    "{{ lijst|length }} {{ a|count }}": "4 13",
    "{{ 'abc'|list|join('.') }}": "a.b.c",
    "{{ a|lower }} {{ a|upper }}": "ik  ook & jij IK  OOK & JIJ",
    "{{ rijen|map(attribute='s')|join }} {{ lijst|map('string')|join('+') }}": "xyx 3+1+2+1",
    "{{ lijst|max }} {{ lijst|min }}": "3 1",
    "{{ lijst|reject('odd')|join }} {{ lijst|select('odd')|join }}": "2 311",
    "{{ rijen|rejectattr('s', 'eq', 'x')|map(attribute='n')|join }}": "1",
    "{{ rijen|selectattr('s', 'equalto', 'x')|map(attribute='n')|join }}": "23",
    "{{ a|replace('ook', 'OOK') }}": "Ik  OOK & jij",
    "{{ lijst|reverse|join }} {{ 'abc'|reverse }}": "1213 cba",
    "{{ n|round }} {{ n|round(1) }} {{ n|round(1, 'floor') }}": "1235.0 1234.6 1234.5",
    "{% for s in lijst|slice(2) %}{{ s|join }};{% endfor %}": "31;21;",
    "{{ lijst|sort|join }} {{ lijst|sort(reverse=true)|join }}": "1123 3211",
    "{{ rijen|sort(attribute='n')|map(attribute='n')|join }}": "123",
    "{{ n|string|length }}": "8",
    "{{ lijst|sum }} {{ rijen|sum(attribute='n') }}": "7 6",
    "{{ 'de kop van dit'|title }}": "De Kop Van Dit",
    "{{ '  x '|trim }}.": "x.",
    "{{ 'een lange zin met woorden'|truncate(12, true, '…', 0) }}": "een lange z…",
    "{{ lijst|unique|join }}": "312",
    "{{ a|wordcount }}": "3",
}
TESTS = (
    *("n is defined", "geen is undefined", "niets is none", "3 is odd", "4 is even"),
    *("9 is divisibleby 3", "a is string", "n is number", "lijst is sequence", "d is mapping"),
    *("lijst is iterable", "2 is in lijst", "'x' is lower", "'X' is upper", "3 is eq 3"),
    *("3 is ne 4", "3 is lt 4", "3 is le 3", "4 is gt 3", "4 is ge 4", "true is true"),
    *("false is false", "true is boolean", "3 is integer", "2.5 is float", "niets is sameas niets"),
    *("2 in lijst", "7 not in lijst", "1 < 2 <= 2", "not (1 > 2 or 2 < 1)"),
)
ENDLESS = "can make a text without end (W34)"
HTML = "makes HTML or code, which no reader of Word knows"
REFUSED = {
    "{{ [1]|random }}": ("1", "random", "prints something else every time"),
    "{{ '%s en %s'|format('a', 'b') }}": ("a en b", "format", ENDLESS),
    "{{ 'a b'|indent(2, true) }}": ("  a b", "indent", ENDLESS),
    "{{ 'een twee'|wordwrap(8) }}": ("een twee", "wordwrap", "breaks lines, which Word does"),
    "{{ 13000|filesizeformat }}": ("13.0 kB", "filesizeformat", "prints numbers in English"),
    "{{ '<p>x</p>'|striptags }}": ("x", "striptags", HTML),
    "{{ 'a b/c'|urlencode }}": ("a%20b/c", "urlencode", HTML),
    "{{ {'a': 1}|xmlattr }}": (' a="1"', "xmlattr", HTML),
    "{{ 'https://a.example'|urlize }}": ("", "urlize", HTML),
    "{{ lijst|tojson }}": ("[3, 1, 2, 1]", "tojson", HTML),
    "{{ lijst|pprint }}": ("[3, 1, 2, 1]", "pprint", HTML),
}

CASES = [
    *(Case(f"filters: {tag}", template(tag), VALUES, text) for tag, text in FILTERS.items()),
    *(
        Case(f"test: {test}", template(f"{{% if {test} %}}ja{{% endif %}}"), VALUES, "ja")
        for test in TESTS
    ),
    *(
        Case(
            f"filter {name}",
            template(tag),
            VALUES,
            text,
            f"has a filter that {why}; ours refuses",
            Refused("W19", name),
        )
        for tag, (text, name, why) in REFUSED.items()
    ),
]
