"""Cases: conditions, loops, comments, joined lines, and tags that Word cut into pieces."""

from compat import Case, Refused
from jinja2 import TemplateSyntaxError
from woordbouw import p, run, tbl, template, tr

BOLD, ITALIC = "<w:b/>", "<w:i/>"
NAMEN = {"namen": ["an", "bo"]}
GROEPEN = {"groepen": [{"naam": "x", "leden": ["a", "b"]}, {"naam": "y", "leden": []}]}
CURE = "ours refuses it and says how to write it otherwise"

INLINE = [
    Case(
        "a condition with all its branches, in a line",
        template(
            "{% for a in cijfers %}{% if a == 1 %}een{% elif a == 2 %}twee{% else %}meer"
            "{% endif %},{% endfor %}"
        ),
        {"cijfers": [1, 2, 3]},
        "een,twee,meer,",
    ),
    Case(
        "a loop knows where it is",
        template(
            "{% for n in namen %}{{ loop.index }}/{{ loop.length }} {{ loop.index0 }}"
            "{{ loop.revindex }}{{ loop.revindex0 }} {{ loop.first }} {{ loop.last }} {{ n }};"
            "{% endfor %}"
        ),
        NAMEN,
        "1/2 021 True False an;2/2 110 False True bo;",
    ),
    Case(
        "a loop knows its neighbours, turns and depth",
        template(
            "{% for n in namen %}{{ loop.cycle('odd', 'even') }} {{ loop.depth }}"
            "{{ loop.nextitem|default('-') }}{{ loop.previtem|default('-') }};{% endfor %}"
        ),
        NAMEN,
        "odd 1bo-;even 1-an;",
    ),
    Case(
        "a loop with a condition and an else",
        template(
            "{% for n in namen if n == 'bo' %}{{ n }}{% else %}geen{% endfor %}",
            "{% for n in leeg %}{{ n }}{% else %}geen{% endfor %}",
        ),
        {**NAMEN, "leeg": []},
        "bo\ngeen",
    ),
    Case(
        "a loop that unpacks pairs",
        template("{% for naam, aantal in paren %}{{ naam }}={{ aantal }} {% endfor %}"),
        {"paren": [("a", 1), ("b", 2)]},
        "a=1 b=2 ",
    ),
    Case(
        "a loop over a mapping, by a filter",
        template("{% for k, v in d|dictsort %}{{ k }}{{ v }}{% endfor %}"),
        {"d": {"b": 2, "a": 1}},
        "a1b2",
    ),
    Case(
        "a loop over a mapping, by its method",
        template("{% for k, v in d.items() %}{{ k }}{{ v }}{% endfor %}"),
        {"d": {"b": 2, "a": 1}},
        "b2a1",
        f"calls any method of a value (W19); {CURE}",
        Refused("W19", "filter"),
    ),
    Case(
        "a method of a text",
        template("{{ a.upper() }}"),
        {"a": "x"},
        "X",
        f"calls any method of a value (W19); {CURE}",
        Refused("W19", "upper"),
    ),
    Case(
        "a name of its own",
        template("{% set a = 2 %}{{ a }}{% set b %}x{{ a }}{% endset %}{{ b }}"),
        {},
        "2x2",
    ),
    Case(
        "a name inside a block only",
        template("{% with a = 2, b = 3 %}{{ a + b }}{% endwith %}{{ a }}"),
        {"a": 1},
        "51",
    ),
    Case(
        "a comment prints nothing",
        template("voor{# uitleg {{ x }} #} na", "{# alleen #}"),
        {},
        "voor na\n",
    ),
    Case(
        "blocks that keep the spaces around them",
        template("a {% if ja %} b {% endif %} c"),
        {"ja": True},
        "a  b  c",
    ),
    Case(
        "a namespace to count in",
        template("{% set n = namespace(a=1) %}{{ n.a }}"),
        {},
        "1",
        f"a template can count and keep state; {CURE}",
        Refused("W19", "namespace"),
    ),
]

PARAGRAPHS = [
    Case(
        "paragraphs on a condition",
        template(
            "{%p if a == 1 %}",
            "een",
            "{%p elif a == 2 %}",
            "twee",
            "twee",
            "{%p else %}",
            "x",
            "{%p endif %}",
            "slot",
        ),
        {"a": 2},
        "twee\ntwee\nslot",
    ),
    Case(
        "paragraphs in a loop keep their styles",
        template(
            "{%p for g in groepen %}",
            p("{{ g.naam }}", style="Kop1"),
            "{%p for l in g.leden %}",
            p(run("- ", BOLD), run("{{ l }}")),
            "{%p else %}",
            "geen",
            "{%p endfor %}",
            "{%p endfor %}",
        ),
        GROEPEN,
        "x\n- a\n- b\ny\ngeen",
    ),
    Case(
        "a table in a loop of paragraphs",
        template("{%p for n in namen %}", tbl(tr("{{ n }}")), "na {{ n }}", "{%p endfor %}"),
        NAMEN,
        "an\nna an\nbo\nna bo",
    ),
    Case(
        "a name in a paragraph of its own",
        template("{%p set a = 3 %}", "{%p with b = a %}", "{{ a }}{{ b }}", "{%p endwith %}"),
        {},
        "33",
    ),
    Case(
        "a comment in a paragraph of its own",
        template("voor", "{#p uitleg #}", "na"),
        {},
        "voor\nna",
    ),
    Case(
        "plain tags in paragraphs of their own leave empty paragraphs",
        template("{% if ja %}", "een", "{% endif %}", "slot"),
        {"ja": True},
        "\neen\n\nslot",
    ),
    Case(
        "a plain loop from one paragraph into another repeats the border between them",
        template("begin {% for n in namen %}{{ n }}", "midden", "eind {% endfor %}slot"),
        NAMEN,
        "begin an\nmidden\neind bo\nmidden\neind slot",
    ),
    Case(
        "a condition from one paragraph into another that is false joins them",
        template("voor {% if nee %}een", "twee{% endif %} na"),
        {"nee": False},
        "voor  na",
    ),
    Case(
        "runs on a condition",
        template(
            p(
                run("a "),
                run("{%r if ja %}", BOLD),
                run("vet", BOLD),
                run("{%r else %}"),
                run("schuin", ITALIC),
                run("{%r endif %}"),
                run(" z"),
            )
        ),
        {"ja": True},
        "a vet z",
    ),
    Case(
        "runs in a loop",
        template(
            p(run("{%r for n in namen %}"), run("{{ n }}", BOLD), run(", "), run("{%r endfor %}"))
        ),
        NAMEN,
        "an, bo, ",
    ),
    Case(
        "a run tag beside text in one run",
        template(p(run("a {%r if ja %}b{%r endif %} c", BOLD))),
        {"ja": True},
        "a b c",
        "takes the look away from what follows the tag in its run; ours keeps it",
        template(p(run("a b c", BOLD))),
    ),
    Case(
        "text beside a paragraph tag",
        template("{%p if ja %}verloren", "ja", "{%p endif %}"),
        {"ja": True},
        "ja",
        "deletes it in silence; ours refuses (W4)",
        Refused("W4", "verloren"),
    ),
    Case(
        "two paragraph tags in one paragraph",
        template("{%p if ja %}", "{%p if ja %}tekst{%p endif %}", "{%p endif %}"),
        {"ja": True},
        TemplateSyntaxError,
        "its manual forbids it, the error has no place; ours refuses with the place",
        Refused("W4", "tekst"),
    ),
    Case(
        "a percent sign in a paragraph tag",
        template('{%p if a == "50%" %}', "ja", "{%p endif %}"),
        {"a": "50%"},
        TemplateSyntaxError,
        "its pattern of a tag ends at `%` (W5)",
        template("ja"),
    ),
    Case(
        "a brace in a paragraph tag",
        template('{%p if a == "}" %}', "ja", "{%p endif %}"),
        {"a": "}"},
        TemplateSyntaxError,
        "its pattern of a tag ends at `}` (W5)",
        template("ja"),
    ),
]

CASES = [*INLINE, *PARAGRAPHS]
