"""Cases: lines that tags join, and tags that Word cut into pieces."""

from compat import Case
from woordbouw import p, run, template

BOLD, ITALIC = "<w:b/>", "<w:i/>"

JOINED = [
    Case(
        "lines joined over paragraphs",
        template(
            "Mijn huis ligt",
            "{%- if stad -%}",
            "\u00a0in de stad",
            "{%- else -%}",
            "\u00a0buiten",
            "{%- endif -%}",
            "\u00a0en dat is fijn.",
        ),
        {"stad": True},
        "Mijn huis ligt\u00a0in de stad\u00a0en dat is fijn.",
    ),
    Case(
        "lines joined over line ends",
        template(
            p(
                run("a"),
                "<w:r><w:br/></w:r>",
                run("{%- if ja -%}"),
                "<w:r><w:br/></w:r>",
                run("b"),
                "<w:r><w:br/></w:r>",
                run("{%- endif -%}"),
                "<w:r><w:br/></w:r>",
                run("c"),
            )
        ),
        {"ja": True},
        "abc",
    ),
    Case(
        "a line joined with the one before only",
        template("a", "{%- if ja %}b{% endif %}", "c"),
        {"ja": True},
        "ab\nc",
    ),
    Case(
        "a line joined with the one after only",
        template("{% if ja -%}", "a{% endif %}", "c"),
        {"ja": True},
        "a\nc",
    ),
]

CUT = [
    Case(
        "a tag cut into runs of one look",
        template(
            p(run("{"), run("{ na"), run("am }"), run("}")),
            p(run("{% if na"), run("am %}{{ naam }"), run("}{% end"), run("if %}")),
            p(run("{{"), '<w:proofErr w:type="spellStart"/>', run(" naam "), run("}}")),
        ),
        {"naam": "An"},
        "An\nAn\nAn",
    ),
    Case(
        "a paragraph tag cut into runs",
        template(p(run("{%"), run("p if ja %"), run("}")), "ja", p(run("{%p "), run("endif %}"))),
        {"ja": True},
        "ja",
    ),
    Case(
        "a tag cut by a change of look takes the look of its start",
        template(p(run("voor {{ na", BOLD), run("am }}", ITALIC), run(" na"))),
        {"naam": "An"},
        "voor An na",
    ),
    Case(
        "text after a tag that was cut by a change of look",
        template(p(run("voor {{ na", BOLD), run("am }} na", ITALIC))),
        {"naam": "An"},
        "voor An na",
        "gives what follows the look of the start of the tag; ours keeps its own look",
        template(p(run("voor An", BOLD), run(" na", ITALIC))),
    ),
]

CASES = [*JOINED, *CUT]
