"""Cases: what may be in a document once, lists that count, changes and blocks that do not close."""

from compat import Case, Refused
from jinja2 import TemplateSyntaxError
from woordbouw import NUMBERING, SPACES, XML, Word, p, run, template

NAAM = {"naam": "R&D"}
MARK = '<w:bookmarkStart w:id="{0}" w:name="{1}"/>{2}<w:bookmarkEnd w:id="{0}"/>'
REF = '<w:fldSimple w:instr=" REF {} "><w:r><w:t>x</w:t></w:r></w:fldSimple>'
NUMBERED = "Lijstnummering"
INSERTED = '<w:ins w:id="1" w:author="A"><w:r><w:t>nieuw</w:t></w:r></w:ins>'


def lists(*paragraphs: str | tuple[str, int]) -> bytes:
    """Paragraphs, or items with the number of their list; 3 and 4 start at one."""
    own = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in (3, 4)
    )
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    body = "".join(
        p(item) if isinstance(item, str) else p(item[0], style=NUMBERED, ppr=number.format(item[1]))
        for item in paragraphs
    )
    parts = {"word/numbering.xml": f"{XML}<w:numbering {SPACES}>{NUMBERING}{own}</w:numbering>"}
    return Word(body, parts=parts).bytes()


CASES = [
    Case(
        "a numbered list in a loop",
        template(
            "{%p for n in namen %}",
            p("{{ n }}", style=NUMBERED),
            "{%p endfor %}",
            p("slot", style=NUMBERED),
        ),
        {"namen": ["a", "b"]},
        "a\nb\nslot",
    ),
    Case(
        "a bookmark outside of a loop",
        template(p(MARK.format(1, "plek", run("{{ naam }}"))), p(REF.format("plek"))),
        NAAM,
        "R&D\nx",
    ),
    Case(
        "a numbered list in a loop in a loop",
        template(
            "{%p for g in groepen %}",
            "{{ g.naam }}",
            "{%p for n in g.namen %}",
            p("{{ n }}", style=NUMBERED),
            "{%p endfor %}",
            "{%p endfor %}",
        ),
        {"groepen": [{"naam": "x", "namen": ["a", "b"]}, {"naam": "y", "namen": ["c"]}]},
        "x\na\nb\ny\nc",
        "counts on from group to group; ours starts again where the outer loop does (W9)",
        lists("x", ("a", 3), ("b", 3), "y", ("c", 4)),
    ),
    Case(
        "a bookmark in a loop, and what refers to it",
        template(
            "{%p for n in namen %}",
            p(MARK.format(1, "plek", run("{{ n }}"))),
            p(REF.format("plek")),
            "{%p endfor %}",
        ),
        {"namen": ["a", "b"]},
        "a\nx\nb\nx",
        "copies names that may be there once, and references lead to the first; ours renames (W8)",
        template(
            p(MARK.format(1, "plek", run("a"))),
            p(REF.format("plek")),
            p(MARK.format(2, "plek_2", run("b"))),
            p(REF.format("plek_2")),
        ),
    ),
    Case(
        "a template with changes that nobody accepted",
        template(p(run("{{ naam }}"), INSERTED)),
        NAAM,
        "R&Dnieuw",
        "fills the history of changes too, and leaks data into it; ours refuses (W15)",
        Refused("W15", "wijzigingen"),
    ),
    Case(
        "a loop that is not closed",
        template("{%p for n in namen %}", "{{ n }}"),
        {"namen": ["a"]},
        TemplateSyntaxError,
        "raises at the end of the part; ours says which tag is open, and where (W17)",
        Refused("W17", "for n in namen"),
    ),
    Case(
        "blocks that cross",
        template("{%p for n in namen %}", "{% if n %}", "{%p endfor %}", "{% endif %}"),
        {"namen": ["a"]},
        TemplateSyntaxError,
        "raises without a place; ours says which tags, and where (W17)",
        Refused("W17", "if n"),
    ),
]
