"""Cases: values in running text, their escape, and the characters that steer."""

from compat import Case, Refused
from jinja2 import UndefinedError
from markupsafe import escape
from woordbouw import Word, p, run, tbl, tc, template, tr

BOLD = "<w:b/>"
NAMEN = {"namen": ["an", "bo"]}
PERSOON = {"persoon": {"naam": "An", "kinderen": ["Bo", "Cas"]}}
LOST = "a value in XML as it is, unescaped, breaks it and loses text; ours always escapes (W1)"

PLAIN = [
    Case(
        "a value prints in the look of its run",
        template(p(run("Naam: {{ naam }}.", BOLD), run(" En {{ naam }}", "<w:i/>"))),
        {"naam": "An"},
        "Naam: An. En An",
    ),
    Case(
        "spaces and nothing but spaces are kept",
        template("{{ a }}{{ b }}|{{ c }}"),
        {"a": "  x ", "b": "   ", "c": ""},
        "  x    |",
    ),
    Case(
        "a tag needs no spaces",
        template("{{naam}} {%if naam%}ja{%endif%}"),
        {"naam": "An"},
        "An ja",
    ),
    Case(
        "a path may have dots, keys and positions",
        template("{{ persoon.naam }} {{ persoon['naam'] }} {{ persoon.kinderen[1] }}"),
        PERSOON,
        "An An Cas",
    ),
    Case(
        "an expression counts, joins and chooses",
        template("{{ a + 1 }} {{ a * 2 - 1 }} {{ a ~ 'x' }} {{ 'ja' if a > 1 else 'nee' }}"),
        {"a": 2},
        "3 3 2x ja",
    ),
    Case(
        "a choice without else prints nothing",
        template("a{{ 'ja' if nee }}b"),
        {"nee": False},
        "ab",
    ),
    Case(
        "numbers and truth print as Python writes them",
        template("{{ geheel }} {{ deel }} {{ waar }}"),
        {"geheel": 12, "deel": 1.5, "waar": True},
        "12 1.5 True",
    ),
    Case(
        "filters of Jinja",
        template(
            "{{ a|upper }} {{ a|title }} {{ a|replace('k', 'K') }} {{ a|length }} {{ a|reverse }}",
            "{{ lijst|join('; ') }} {{ lijst|first }} {{ lijst|last }} {{ lijst|sort|join }}",
            "{{ 2.6|round|int }} {{ leeg|default('geen', true) }} {{ lijst|sum }} {{ -1|abs }}",
        ),
        {"a": "ik ook", "lijst": [3, 1, 2], "leeg": ""},
        "IK OOK Ik Ook iK ooK 6 koo ki\n3; 1; 2 3 2 123\n3 geen 6 1",
    ),
    Case(
        "a default for a name that is not there",
        template("{{ onbekend|default('geen') }}{% if onbekend is defined %}x{% endif %}"),
        {},
        "geen",
    ),
    Case(
        "tests and operators of Jinja",
        template(
            "{% if a is even and 2 in lijst and not nee %}ja{% endif %}",
            "{% if a is divisibleby 3 or naam is none %}ja{% else %}nee{% endif %}",
        ),
        {"a": 4, "lijst": [1, 2], "nee": False, "naam": "x"},
        "ja\nnee",
    ),
    Case(
        "a range of numbers",
        template("{% for i in range(2, 5) %}{{ i }};{% endfor %}"),
        {},
        "2;3;4;",
    ),
    Case(
        "nothing prints as nothing",
        template("a{{ niets }}b"),
        {"niets": None},
        "aNoneb",
        "prints `None`, a word of Python's; ours prints nothing",
        template("ab"),
    ),
    Case(
        "a name that is not there",
        template("a{{ onbekend }}b"),
        {},
        "ab",
        "prints nothing for a name that is not there; ours refuses (W3)",
        Refused("W3", "onbekend"),
    ),
    Case(
        "a field that is not there",
        template("{{ persoon.leeftijd }}"),
        PERSOON,
        "",
        "prints nothing for a name that is not there; ours refuses (W3)",
        Refused("W3", "leeftijd"),
    ),
    Case(
        "a field of a field that is not there",
        template("{{ persoon.adres.straat }}"),
        PERSOON,
        UndefinedError,
        "raises without a place; ours says where",
        Refused("W3", "adres"),
    ),
]

ESCAPE = [
    Case(
        "autoescape makes a value of any character safe",
        template("{{ a }} en meer"),
        {"a": "R&D <b>\"lasten\"</b> 'x'"},
        "R&D <b>\"lasten\"</b> 'x' en meer",
    ),
    Case(
        "a value that is escaped by hand is escaped once",
        template("{{ a|e }} {{ a|escape }} {{ a|e|e }}"),
        {"a": "R&D"},
        "R&D R&D R&D",
    ),
    Case(
        "escape by hand without autoescape",
        template("{{ a|e }} en meer"),
        {"a": "R&D <b>"},
        "R&D <b> en meer",
        autoescape=False,
    ),
    Case(
        "a value that the caller escaped, as Markup",
        template("{{ a }} en meer"),
        {"a": escape("R&D <b>")},
        "R&D <b> en meer",
    ),
    Case(
        "a value that the caller escaped, as text",
        template("{{ a }}"),
        {"a": "R&amp;D"},
        "R&D",
        "without autoescape an entity in a value is that character; ours prints what was given",
        template(p("R&amp;D")),
        autoescape=False,
    ),
    Case(
        "an ampersand without autoescape",
        template("{{ a }} en meer", "tweede"),
        {"a": "R&D <b>lasten</b>"},
        "R \ntweede",
        LOST,
        template("R&D <b>lasten</b> en meer", "tweede"),
        autoescape=False,
    ),
    Case(
        "a value marked as safe",
        template("{{ a|safe }}"),
        {"a": "R&D"},
        "R",
        "a value can bring XML of its own; ours has no filter `safe` (W19)",
        Refused("W19", "safe"),
    ),
    Case(
        "a comparison with an ampersand",
        template('{% if a == "R&D" %}ja{% else %}nee{% endif %}'),
        {"a": "R&D"},
        "nee",
        "compares with `R&amp;D`, the spelling of XML; ours with what one reads",
        template("ja"),
    ),
    Case(
        "a comparison with smaller and greater",
        template("{% if a < 3 and 3 > a and a <= 2 %}ja{% endif %}"),
        {"a": 2},
        "ja",
    ),
    Case(
        "curly quotes around a literal",
        template("{% if a == “x” %}ja{% endif %}{{ ‘y’ }}"),
        {"a": "x"},
        "jay",
    ),
    Case(
        "braces to print",
        template("{_{ naam }_} {_% if %_} {{ naam }}"),
        {"naam": "An"},
        "{{ naam }} {% if %} An",
    ),
    Case(
        "braces in a value",
        template("{{ a }}"),
        {"a": "{{ b }} {% if %} {# #} }} %}"},
        "{{ b }} {% if %} {# #} }} %}",
    ),
    Case(
        "the spelling of braces to print, in a value",
        template("{{ a }}"),
        {"a": "{_{ b }_}"},
        "{{ b }}",
        "changes values that happen to hold `{_{`; ours prints what was given",
        template(p("{_{ b }_}")),
    ),
]

CELLS = tbl(tr(tc(p(run("{{ a }}", BOLD), ppr='<w:jc w:val="right"/>')), "b"), grid=(1000, 1000))
KOP = p(run("voor {{ a }} na", BOLD), style="Kop1", ppr='<w:jc w:val="center"/>')
CONTROLLED = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"  # one that stands in a line
PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def _kop(text: str) -> str:
    return KOP.replace("voor {{ a }} na", text)


STEERING = [
    Case("a line end in a value", Word(KOP).bytes(), {"a": "een\ntwee\n"}, "voor een twee  na"),
    Case("a tab in a value", Word(KOP).bytes(), {"a": "een\ttwee"}, "voor een\ttwee na"),
    Case("a new paragraph in a value", Word(KOP).bytes(), {"a": "een\atwee"}, "voor een\ntwee na"),
    Case("a new page in a value", Word(KOP).bytes(), {"a": "een\ftwee"}, "voor een\n \ntwee na"),
    Case(
        "all steering characters in one value",
        Word(p(run("{{ a }}", BOLD)) + p("slot")).bytes(),
        {"a": "a\nb\tc\ad\fe\n\nf\a\ag"},
        "a b\tc\nd\n \ne  f\n\ng\nslot",
    ),
    Case(
        "steering characters keep to their cell",
        template(CELLS),
        {"a": "een\ntwee\adrie\tvier\fvijf"},
        "een twee\ndrie\tvier\n \nvijf\nb",
    ),
    Case(
        "a new paragraph in a numbered paragraph is an item",
        Word(p("{{ a }}", style="Lijstnummering")).bytes(),
        {"a": "een\atwee"},
        "een\ntwee",
    ),
    Case(
        "text between two steering values keeps its look",
        Word(p(run("{{ a }} en {{ a }}", BOLD), run(" slot", "<w:i/>"))).bytes(),
        {"a": "x\ny"},
        "x y en x y slot",
    ),
    Case(
        "a new paragraph inside a content control in a line",
        Word(p(CONTROLLED.format(run("{{ a }}")))).bytes(),
        {"a": "een\atwee"},
        "eentwee\n",
        "cuts the control in two halves that do not match; ours makes two whole controls",
        Word(p(CONTROLLED.format(run("een"))) + p(CONTROLLED.format(run("twee")))).bytes(),
    ),
    Case(
        "a line end as Windows writes it",
        template("{{ a }}"),
        {"a": "een\r\ntwee"},
        "een\n twee",
        "leaves the carriage return in the text, where it shows as a space; ours makes one end",
        template(p("<w:r><w:t>een</w:t><w:br/><w:t>twee</w:t></w:r>")),
    ),
    Case(
        "a vertical tab, as text pasted from Word has it",
        template("{{ a }} & <rest>", "tweede & derde"),
        {"a": "een\vtwee"},
        "eentwee  rest\ntweede  derde",
        "drops it, and then every `&`, `<` and `>` of the document; ours refuses (W2)",
        Refused("W2", "a"),
    ),
]

CASES = [*PLAIN, *ESCAPE, *STEERING]
