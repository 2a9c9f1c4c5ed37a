"""Cases: RichText in every look, RichTextParagraph and Listing."""

from collections.abc import Callable, Iterator

from compat import Case, Lib, Refused, Values
from compat_parts import notes
from woordbouw import Word, p, relations, run, tbl, tc, template, tr

BOLD = "<w:b/>"
URL = "https://a.example/?b=1&c=2"
UNDERLINES = ("single", "double", "thick", "dotted", "dash", "dotDash", "dotDotDash", "wave")
NOT_LIKE_A_TEXT = "puts runs inside a text, which Word cannot open; ours prints its text"
LOOKS: dict[str, dict[str, object]] = {
    "bold": {"bold": True},
    "italic": {"italic": True},
    "underlined": {"underline": True},
    "underlined in a way that is not known": {"underline": "onbekend"},
    "struck through": {"strike": True},
    "coloured": {"color": "FF0000"},
    "coloured with a hash": {"color": "#00ff00"},
    "highlighted": {"highlight": "FFFF00"},
    "highlighted with a hash": {"highlight": "#FFFF00"},
    "of a size": {"size": 40},
    "below the line": {"subscript": True},
    "above the line": {"superscript": True},
    "in a font": {"font": "Arial"},
    "in a font of a region": {"font": "eastAsia:Meiryo"},
    "in a style by its id": {"style": "Zwaar"},
    "from right to left": {"rtl": True},
    "bold and italic from right to left": {"rtl": True, "bold": True, "italic": True},
    "in a language": {"lang": "en-GB"},
    "in all looks at once": {
        "style": "Nadruk",
        "color": "FF0000",
        "highlight": "FFFF00",
        "size": 20,
        "bold": True,
        "italic": True,
        "underline": "wave",
        "strike": True,
        "font": "Arial",
        "lang": "nl-NL",
        "superscript": True,
    },
    "a link": {"url": URL},
    "a link with a look": {"url": URL, "color": "0000FF", "underline": True, "style": "Hyperlink"},
    **{f"underlined as {kind}": {"underline": kind} for kind in UNDERLINES},
}


def _looks() -> Iterator[Case]:
    source = template("{{r a }}")
    for name, look in LOOKS.items():
        yield Case(f"rich text, {name}", source, _rich("R&D <x>", look), "R&D <x>")


def _rich(text: str, look: dict[str, object]) -> Callable[[Lib], Values]:
    return lambda lib: {"a": lib.RichText(text, **look)}


def _mixed(lib: Lib) -> Values:
    """Rich text in which rich text, plain text and numbers are added."""
    inner = lib.RichText("rood", color="FF0000")
    inner.add(" groot", size=40)
    outer = lib.RichText("a ", bold=True)
    outer.add(inner)
    outer.add(" b ")
    outer.add(12, italic=True)
    outer.add("")
    return {"a": outer}


def _steering(lib: Lib) -> Values:
    text = lib.RichText("een\ntwee\tdrie\avier\fvijf", bold=True)
    text.add("\nzes")
    return {"a": text}


def _plain(lib: Lib) -> Values:
    return {"a": lib.RichText("x", bold=True)}


LINK = relations(("rId1", "hyperlink", f'{URL.replace("&", "&amp;")}" TargetMode="External'))
HEADER_LINK = '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>naam</w:t></w:r></w:hyperlink></w:p>'

RICH = [
    *_looks(),
    Case("rich text in rich text", template("{{r a }}"), _mixed, "a rood groot b 12"),
    Case(
        "rich text with steering characters",
        Word(p("{{r a }}", style="Kop1") + p("slot")).bytes(),
        _steering,
        "een twee\tdrie\nvier\n \nvijf zes\nslot",
    ),
    Case(
        "rich text of spaces and tabs",
        template("{{r a }}x"),
        lambda lib: {"a": lib.RichText("   " + 3 * "\t", underline=True)},
        "   \t\t\tx",
    ),
    Case("rich text in a footnote", notes("footnote", "{{r a }} na"), _mixed, "x"),
    Case("rich text without text", template("{{r a }}"), lambda lib: {"a": lib.RichText()}, ""),
    Case("rich text needs no space", template("{{r a}}"), _plain, "x"),
    Case(
        "rich text takes no look of its run",
        template(p(run("voor "), run("{{r a }}", '<w:color w:val="FF0000"/>'), run(" na"))),
        _plain,
        "voor x na",
    ),
    Case(
        "rich text twice in a paragraph and in a loop",
        template(
            p(run("{% for i in n %}"), run("{{r a }}"), run(","), run("{% endfor %}{{r a }}"))
        ),
        lambda lib: {**_plain(lib), "n": [1, 2]},
        "x,x,x",
    ),
    Case(
        "rich text between words without a look",
        template("voor {{r a }} na {{r a }}"),
        _plain,
        "voor x na x",
    ),
    Case(
        "rich text between words with a look",
        template(p(run("voor {{r a }} na", '<w:color w:val="FF0000"/>'))),
        _plain,
        "voor x na",
        "takes the look away from what follows the tag in its run; ours keeps it",
        template(
            p(
                run("voor ", '<w:color w:val="FF0000"/>'),
                run("x", BOLD),
                run(" na", '<w:color w:val="FF0000"/>'),
            )
        ),
    ),
    Case(
        "rich text in a cell, a header and a loop of rows",
        template(
            tbl(tr("{%tr for i in n %}"), tr("{{r a }}"), tr("{%tr endfor %}")), header="{{r a }}"
        ),
        lambda lib: {**_mixed(lib), "n": [1, 2]},
        "a rood groot b 12\na rood groot b 12",
    ),
    Case(
        "a link in a header",
        template("x", header="{{r a }}"),
        _rich("naam", {"url": URL}),
        "x",
        "writes the address at the main part, where the header cannot find it (W10)",
        Word(p("x"), header=HEADER_LINK, parts={"word/_rels/header1.xml.rels": LINK}).bytes(),
    ),
    Case(
        "a link that runs something",
        template("{{r a }}"),
        _rich("naam", {"url": "javascript:alert(1)"}),
        "naam",
        "passes any address on; ours takes web and mail addresses only (W33)",
        Refused("W33", "javascript:"),
    ),
    Case(
        "a style by its name",
        template("{{r a }}"),
        _rich("x", {"style": "Strong"}),
        "x",
        "takes the name for an id, and the style is lost in a Dutch Word; ours knows both (W12)",
        template(p(run("x", '<w:rStyle w:val="Zwaar"/>'))),
    ),
    Case(
        "rich text in an ordinary tag",
        template(p(run("{{ a }}", "<w:i/>"))),
        _plain,
        "x",
        NOT_LIKE_A_TEXT,
        template(p(run("x", "<w:i/>"))),
    ),
    Case(
        "a text in a tag for runs",
        template(p(run("voor "), run("{{r a }}", BOLD), run(" na"))),
        {"a": "R&D"},
        "voor  na",
        "puts the text outside of every run, where Word loses it; ours makes a run of it",
        template(p(run("voor "), run("R&D", BOLD), run(" na"))),
    ),
    Case(
        "a text in a tag for paragraphs",
        template("voor", p("{{p a }}", style="Kop1"), "na"),
        {"a": "R&D"},
        "voor\nna",
        "puts the text outside of every paragraph, where Word loses it; ours makes one of it",
        template("voor", p("R&D", style="Kop1"), "na"),
    ),
]


def _paragraphs(lib: Lib) -> Values:
    """Paragraphs: plain, rich, and in a style."""
    found = lib.RichTextParagraph("een & twee")
    found.add(_mixed(lib)["a"], parastyle="Kop1")
    found.add("drie\nvier\avijf", parastyle="Plattetekst")
    return {"a": found}


PARAGRAPHS = [
    Case(
        "paragraphs of rich text",
        template("voor", "{{p a }}", "na"),
        _paragraphs,
        "voor\neen & twee\na rood groot b 12\ndrie vier\nvijf\nna",
    ),
    Case(
        "paragraphs of rich text in a cell and a header",
        template(tbl(tr(tc(p("{{p a }}") + p("x")))), header="{{p a }}"),
        _paragraphs,
        "een & twee\na rood groot b 12\ndrie vier\nvijf\nx",
    ),
    Case(
        "paragraphs of rich text in a place with a style",
        template(p("{{p a }}", style="Kop1")),
        lambda lib: {"a": lib.RichTextParagraph("x")},
        "x",
        "knows nothing of the place; ours gives what has no style of its own that of the place",
        template(p("x", style="Kop1")),
    ),
    Case(
        "paragraphs of rich text in a style by its name",
        template("{{p a }}"),
        lambda lib: {"a": lib.RichTextParagraph("x", parastyle="heading 1")},
        "x",
        "takes the name for an id, and the style is lost in a Dutch Word; ours knows both (W12)",
        template(p("x", style="Kop1")),
    ),
    Case(
        "rich text in a tag for paragraphs",
        template("{{p a }}"),
        _plain,
        "x",
        "puts runs outside of every paragraph, which Word cannot open; ours makes a paragraph",
        template(p(run("x", BOLD))),
    ),
]


def _listing(lib: Lib) -> Values:
    return {"a": lib.Listing("R&D <x>\neen\ttwee\a drie\fvier")}


LISTING = [
    Case(
        "a listing keeps the look of its place",
        Word(p(run("{{ a }} slot", BOLD), style="Kop1", ppr='<w:jc w:val="right"/>')).bytes(),
        _listing,
        "R&D <x> een\ttwee\n drie\n \nvier slot",
    ),
    Case(
        "a listing in a cell and a header",
        template(tbl(tr("{{ a }}")), header="{{ a }}"),
        _listing,
        "R&D <x> een\ttwee\n drie\n \nvier",
    ),
    Case("a listing of a number", template("{{ a }}"), lambda lib: {"a": lib.Listing(12)}, "12"),
    Case(
        "a listing without autoescape",
        template("{{ a }}"),
        _listing,
        "R&D <x> een\ttwee\n drie\n \nvier",
        autoescape=False,
    ),
    Case(
        "a listing in a tag for runs",
        template("{{r a }}"),
        lambda lib: {"a": lib.Listing("een\ntwee")},
        "",
        "puts the text outside of every run, where Word loses it; ours makes a run of it",
        template(p("<w:r><w:t>een</w:t><w:br/><w:t>twee</w:t></w:r>")),
    ),
    Case(
        "a listing in a tag for paragraphs",
        template("{{p a }}"),
        lambda lib: {"a": lib.Listing("een\atwee")},
        "",
        "puts the text outside of every paragraph, where Word loses it; ours makes paragraphs",
        template("een", "twee"),
    ),
]

CASES = [*RICH, *PARAGRAPHS, *LISTING]
