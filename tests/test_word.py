"""The Word engine on templates in miniature: tags, texts with markup, lists, links, the outline."""

import pytest
from judges import word_text
from pydantic import BaseModel
from woordbouw import (
    CONTENT,
    SPACES,
    STYLES,
    W,
    Word,
    core,
    elements,
    fill,
    lines,
    looks,
    p,
    part,
    run,
    tbl,
    template,
    tr,
)

from reportgen import RenderError, Template
from reportgen.tags import Tabel
from reportgen.tekst import Tekst, parse
from reportgen.word import outline

OPMAAK = "gewoon **vet** *schuin* [naam](https://a.example/?b=1&c=2)"


@pytest.mark.parametrize(
    "paragraph",
    [
        p(run("{"), run("{ na"), run("am }"), run("}")),
        p(run("{{"), '<w:proofErr w:type="spellStart"/>', run(" naam "), run("}}", "<w:b/>")),
        p(run("{{ na"), "<w:r><w:lastRenderedPageBreak/></w:r>", run("am }}")),
        p('<w:r w:rsidR="00AB12CD"><w:t>{{ naam</w:t></w:r>', run(" }}")),
        p(run("{% if na"), run("am %}{{ naam }"), run("}{% end"), run("if %}")),
    ],
)
def test_a_tag_that_word_cut_into_runs_is_whole_again(paragraph: str) -> None:
    text = word_text(fill(template(paragraph), naam="Overijssel"))

    assert text == "Overijssel"


def test_text_around_a_cut_tag_stays_in_its_run() -> None:
    source = template(p(run("voor {{ na", "<w:b/>"), run("am }} na", "<w:i/>"), run(".")))

    word = fill(source, naam="X")

    assert looks(word) == [("voor X", ["b"]), (" na", ["i"]), (".", [])]


def test_the_fields_of_any_model_fill_a_template() -> None:
    class Gemeente(BaseModel):
        naam: str
        wijken: tuple[str, ...]

    source = template("{{ naam }}: {% for wijk in wijken %}{{ wijk }};{% endfor %}")

    word = Template(source).fill(Gemeente(naam="Almelo", wijken=("Noord", "Zuid")))

    assert word_text(word) == "Almelo: Noord;Zuid;"


def test_header_footnote_and_title_are_filled_too() -> None:
    note = f'<w:footnotes {SPACES}><w:footnote w:id="1">{p("{{ a }}")}</w:footnote></w:footnotes>'
    source = Word(
        p("{{ a }}"),
        header=p("{{ a }}"),
        parts={"word/footnotes.xml": note, "docProps/core.xml": core("{{ a }}")},
        types={"word/footnotes.xml": f"{CONTENT}.footnotes+xml"},
    )

    word = fill(source.bytes(), a="R&D <x>")

    assert outline(word).titel == "R&D <x>"
    for name in ("word/document.xml", "word/header1.xml", "word/footnotes.xml"):
        assert "R&amp;D &lt;x&gt;" in part(word, name)


def test_paragraphs_rows_and_columns_repeat() -> None:
    source = template(
        "{%p for a in namen %}",
        "{{ a }}",
        "{%p endfor %}",
        tbl(
            tr("{%tc for a in namen %}", "{{ a }}", "{%tc endfor %}"),
            tr("{%tr for a in namen %}"),
            tr("rij {{ a }}"),
            tr("{%tr endfor %}"),
            grid=(1, 1, 1),
        ),
    )

    read = outline(fill(source, namen=["x", "y"]))

    assert read.tekst.split("\n") == ["x", "y", "x\ty", "rij x", "rij y"]
    assert isinstance(read.inhoud[2], Tabel)


@pytest.mark.parametrize(
    ("condition", "value"),
    [
        ('naam == "geel"', "geel"),
        ("naam == “geel”", "geel"),  # Word makes quotes curly while one types
        ("naam == ‘geel’", "geel"),
        ('naam == "R&D"', "R&D"),
        ('naam > "a" and "<" != naam', "b"),
    ],
)
def test_a_condition_compares_as_it_reads(condition: str, value: str) -> None:
    source = template(f"{{% if {condition} %}}ja{{% else %}}nee{{% endif %}}")

    assert word_text(fill(source, naam=value)) == "ja"


def test_a_text_takes_the_paragraph_style_of_its_place() -> None:
    source = template(p("{{p tekst }}", style="Plattetekst"))

    read = outline(fill(source, tekst=parse("een **vet**\n\ntwee")))

    assert [(a.stijl, a.tekst) for a in read.inhoud if not isinstance(a, Tabel)] == [
        ("Body Text", "een vet"),
        ("Body Text", "twee"),
    ]


@pytest.mark.parametrize("tag", ["{{p tekst }}", "{{r tekst }}"])
def test_markup_becomes_the_named_styles_of_a_dutch_word(tag: str) -> None:
    word = fill(template(tag), tekst=parse(OPMAAK))

    assert looks(word) == [
        ("gewoon ", []),
        ("vet", ["rStyle=Zwaar"]),
        (" ", []),
        ("schuin", ["rStyle=Nadruk"]),
        (" ", []),
        ("naam", ["rStyle=Hyperlink"]),
    ]


def test_without_named_styles_markup_is_direct() -> None:
    source = Word(p("{{p tekst }}"), styles=STYLES[0])

    word = fill(source.bytes(), tekst=parse(OPMAAK))

    assert [look for _, look in looks(word) if look] == [["b"], ["i"], ["u=single"]]


def test_a_text_in_a_sentence_takes_the_look_of_the_sentence() -> None:
    source = template(p(run("voor {{r tekst }} na", "<w:b/>")))

    word = fill(source, tekst=parse("a *b*"))

    assert looks(word) == [
        ("voor ", ["b"]),
        ("a ", ["b"]),
        ("b", ["rStyle=Nadruk", "b"]),
        (" na", ["b"]),
    ]


@pytest.mark.parametrize("tag", ["{{p tekst }}", "{{r tekst }}"])
def test_the_look_of_a_newer_word_is_taken_over(tag: str) -> None:
    newer = '<w14:ligatures w14:val="standardContextual"/>'  # Word writes this since 2023
    source = template(p(run(tag, newer), ppr=f"<w:rPr>{newer}</w:rPr>"))

    word = fill(source, tekst=parse("a **b**"))

    assert word_text(word) == "a b"
    assert "w14:ligatures" in part(word)


def test_a_section_break_in_the_place_of_a_text_stays_one_break() -> None:
    source = template(p("{{p tekst }}", ppr='<w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr>'))

    word = fill(source, tekst=parse("een\n\ntwee"))

    breaks = [len([*paragraph.iter(f"{W}sectPr")]) for paragraph in elements(word, "p")]
    assert breaks == [0, 1]


@pytest.mark.parametrize("comment", ["{# uitleg #}", "{# {{ naam }} #}", "{# {% if #}"])
def test_a_comment_prints_nothing(comment: str) -> None:
    assert word_text(fill(template(f"voor {comment}na"), naam="X")) == "voor na"


@pytest.mark.parametrize("value", ["een\ntwee", "een\r\ntwee", "een\rtwee"])
def test_the_line_end_of_any_system_is_one_line_end(value: str) -> None:
    word = fill(template("{{ tekst }}"), tekst=value)

    assert [text for text, _ in looks(word)] == ["eentwee"]
    assert len(elements(word, "br")) == 1


@pytest.mark.parametrize("value", ["", None, Tekst(())])
@pytest.mark.parametrize("tag", ["{{p tekst }}", "{{r tekst }}", "{{ tekst }}"])
def test_what_is_empty_prints_nothing(tag: str, value: object) -> None:
    text = word_text(fill(template(tag), tekst=value))

    assert text == ""


def test_a_text_in_an_ordinary_tag_prints_without_markup_and_keeps_its_lines() -> None:
    word = fill(template("{{ tekst }}"), tekst=parse("een **vet**\n\n- drie"))

    assert word_text(word).split() == ["een", "vet", "drie"]
    assert "<w:br/>" in part(word)


LIJST = "1. a\n2. b\n\ntussen\n\n1. c\n2. d"


def test_w9_every_numbered_list_starts_at_one() -> None:
    source = template("{%p for t in teksten %}", "{{p t }}", "{%p endfor %}")

    shown = lines(source, teksten=[parse(LIJST), parse(LIJST)])

    assert shown == ["1. a", "2. b", "tussen", "1. c", "2. d"] * 2


def test_w9_lists_in_a_text_leave_the_own_list_of_the_template_alone() -> None:
    own = p("{{ naam }}", style="Lijstnummering")
    source = template(own, "{{p tekst }}", own, header="{{p tekst }}")

    shown = lines(source, naam="eigen", tekst=parse(LIJST))

    assert shown == ["1. eigen", "1. a", "2. b", "tussen", "1. c", "2. d", "2. eigen"]


def test_a_text_in_a_numbered_place_is_one_item_with_its_own_lists_below_it() -> None:
    source = template(
        "{%p for t in teksten %}", p("{{p t }}", style="Lijstnummering"), "{%p endfor %}"
    )

    shown = lines(source, teksten=[parse("een\n\nvervolg\n\n1. x\n2. y"), parse("twee")])

    assert shown == ["1. een", "vervolg", "a. x", "b. y", "2. twee"]


def test_lists_in_lists_count_in_the_marks_that_word_shows() -> None:
    shown = lines(template("{{p t }}"), t=parse("1. a\n   1. b\n   2. c\n2. d\n\n- e\n  - f"))

    assert shown == ["1. a", "a. b", "b. c", "2. d", "• e", "– f"]


NO_LISTS = {"word/numbering.xml": f"<w:numbering {SPACES}/>"}


@pytest.mark.parametrize(
    ("source", "name"),
    [("1. a", "list number (Lijstnummering)"), ("- a", "list bullet (Lijst opsom.teken)")],
)
@pytest.mark.parametrize(
    "word",
    [
        Word(p("{{p tekst }}"), styles=STYLES[0]),
        Word(p("{{p tekst }}"), parts=NO_LISTS),  # styles that speak of lists that are not there
    ],
)
def test_a_list_without_a_style_for_it_is_refused(word: Word, source: str, name: str) -> None:
    with pytest.raises(RenderError, match="het sjabloon mist de stijl") as caught:
        fill(word.bytes(), tekst=parse(source))

    assert name in str(caught.value)


def test_the_outline_reads_behind_the_background_of_a_page() -> None:
    body = f'<w:background w:color="FFFFFF"/><w:body>{p("{{ a }}", style="Kop1")}</w:body>'
    source = Word("", parts={"word/document.xml": f"<w:document {SPACES}>{body}</w:document>"})

    read = outline(fill(source.bytes(), a="kop"))

    assert read.koppen == ((1, "kop"),)


@pytest.mark.parametrize(
    ("form", "start", "shown"),
    [
        ("decimal", 9, ["9) a", "10) a"]),
        ("lowerLetter", 1, ["a) a", "b) a"]),
        ("upperLetter", 26, ["Z) a", "AA) a"]),
        ("lowerRoman", 1, ["i) a", "ii) a"]),
        ("upperRoman", 4, ["IV) a", "V) a"]),
    ],
)
def test_the_outline_shows_marks_as_word_does(form: str, start: int, shown: list[str]) -> None:
    numbering = (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    item = p("a", style="Lijstnummering")
    source = Word(item + item, parts={"word/numbering.xml": numbering})

    assert lines(source.bytes()) == shown
