"""Mistakes in a template: each is told on the day it is made, at its place in Word, with a cure."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from judges import needs_libreoffice, pdf_text, to_pdf
from pydantic import BaseModel
from woordbouw import SPACES, Word, p, run, tbl, tc, tr

from reportgen.errors import Problem
from reportgen.word import annotated, inspected

ROW = tr("{%tr for actie in prestatie.acties %}")
END = tr("{%tr endfor %}")
DELETED = '<w:del w:id="1" w:author="A"><w:r><w:delText>{{ naam }}</w:delText></w:r></w:del>'
TEXT_BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    f"{p('{{ nam }}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


class Actie(BaseModel):
    """An action."""

    tekst: str
    status: str


class Prestatie(BaseModel):
    """A section."""

    titel: str
    acties: tuple[Actie, ...]


class Contract(BaseModel):
    """What the templates of these tests may ask for."""

    naam: str
    prestatie: Prestatie


def _word(*body: str, header: str = "") -> Word:
    xml = "".join(part if part.startswith("<w:") else p(part) for part in body)
    return Word(xml, p(header) if header else "")


# what a designer made; the rule, the place, a word of the message, a word of the cure
MISTAKES: list[tuple[str, Word, tuple[str, str, str, str]]] = [
    (
        "a misspelt field",
        _word("Kop", "{{ prestatie.titl }}"),
        ("W3", "hoofdtekst, alinea 2", "{{ prestatie.titl }}", "titel"),
    ),
    (
        "a misspelt field in a cell",
        _word(tbl(tr("a", "b")), tbl(tr("x", "y"), tr("{{ prestatie.titl }}", "z"))),
        ("W3", "hoofdtekst, tabel 2, rij 2, cel 1", "{{ prestatie.titl }}", "titel"),
    ),
    (
        "a misspelt field of a loop variable",
        _word("{%p for a in prestatie.acties %}", "{{ a.teks }}", "{%p endfor %}"),
        ("W3", "hoofdtekst, alinea 2", "prestatie.acties[].teks", "tekst"),
    ),
    (
        "a misspelt field in the header",
        _word("x", header="{{ nam }}"),
        ("W3", "koptekst, alinea 1", "{{ nam }}", "naam"),
    ),
    (
        "a misspelt field in a text box",
        _word(p(run("naast"), TEXT_BOX)),
        ("W3", "hoofdtekst, alinea 1, tekstvak, alinea 1", "{{ nam }}", "naam"),
    ),
    (
        "a list printed as a text",
        _word("{{ prestatie.acties }}"),
        ("W3", "hoofdtekst, alinea 1", "{{ prestatie.acties }}", "for"),
    ),
    (
        "a loop over a text",
        _word("{%p for a in naam %}", "{{ a }}", "{%p endfor %}"),
        ("W3", "hoofdtekst, alinea 1", "{%p for a in naam %}", ""),
    ),
    (
        "an unclosed tag",
        _word("goed", "fout {{ naam en meer"),
        ("W17", "hoofdtekst, alinea 2", "niet heel", "sluit"),
    ),
    (
        "an unclosed block",
        _word("{%p if naam %}", "x"),
        ("W17", "hoofdtekst, alinea 1", "niet gesloten", "endif"),
    ),
    (
        "an end without a beginning",
        _word("x", "{%p endif %}"),
        ("W17", "hoofdtekst, alinea 2", "niet open", "volgorde"),
    ),
    (
        "crossed blocks",
        _word(
            "{%p if naam %}", "{%p for a in prestatie.acties %}", "{%p endif %}", "{%p endfor %}"
        ),
        ("W17", "hoofdtekst, alinea 3", "open staat", "volgorde"),
    ),
    (
        "an else without an if",
        _word("x {% else %} y"),
        ("W17", "hoofdtekst, alinea 1", "else", "if"),
    ),
    (
        "text beside a paragraph tag",
        _word("{%p if naam %} verloren", "x", "{%p endif %}"),
        ("W4", "hoofdtekst, alinea 1", "verloren", "alleen"),
    ),
    (
        "text beside a row tag",
        _word(tbl(tr("kop"), tr("{%tr for a in prestatie.acties %}", "verloren"), END)),
        ("W4", "hoofdtekst, tabel 1, rij 2, cel 1", "verloren", "alleen"),
    ),
    (
        "text beside a cell tag",
        _word(tbl(tr(tc(p("{%tc if naam %}") + p("verloren")), "{%tc endif %}"))),
        ("W4", "hoofdtekst, tabel 1, rij 1, cel 1, alinea 1", "verloren", "alleen"),
    ),
    (
        "a loop from a cell to another row",
        _word(tbl(tr("{% for a in prestatie.acties %}{{ a.tekst }}"), tr("{%tr endfor %}"))),
        ("W6", "hoofdtekst, tabel 1, rij 2, cel 1", "niet op één plek", "{%tr"),
    ),
    (
        "a condition into a table",
        _word("{% if naam %}voor", tbl(tr("{% endif %}cel"))),
        ("W6", "hoofdtekst, tabel 1, rij 1, cel 1", "niet op één plek", "{%p"),
    ),
    (
        "a row tag outside a table",
        _word("{%tr for a in prestatie.acties %}", "x", "{%tr endfor %}"),
        ("W6", "hoofdtekst, alinea 1", "niet in een tabel", "tabelrij"),
    ),
    (
        "an unknown command",
        _word("{% fro a in prestatie.acties %}"),
        ("W17", "hoofdtekst, alinea 1", "fro", "for"),
    ),
    (
        "an unknown filter",
        _word(tbl(tr("{{ naam|hoofdletters }}"))),
        ("W19", "hoofdtekst, tabel 1, rij 1, cel 1", "hoofdletters", ""),
    ),
    (
        "an expression without an end",
        _word("{{ naam + }}"),
        ("W17", "hoofdtekst, alinea 1", "{{ naam + }}", "verbeter"),
    ),
    (
        "an empty tag",
        _word("{{ }}"),
        ("W17", "hoofdtekst, alinea 1", "leeg", "veld"),
    ),
    (
        "a change that nobody accepted",
        _word("{{ naam }}", p(run("x"), DELETED)),
        ("W15", "hoofdtekst, alinea 2", "niet zijn geaccepteerd", "accepteer"),
    ),
    (
        "curly quotes in a tag",
        _word("{% if naam == “a” %}x{% endif %}"),
        ("W14", "hoofdtekst, alinea 1", "gekrulde", "rechte"),
    ),
    (
        "a letter with a loose accent",
        _word("{{ financie\u0308n }}"),
        ("W14", "hoofdtekst, alinea 1", "losse accenten", "zonder accent"),
    ),
    (
        "an attribute that leads into Python",
        _word("{{ naam.__class__ }}"),
        ("W19", "hoofdtekst, alinea 1", "__class__", ""),
    ),
    (
        "a macro",
        _word("{% macro m() %}x{% endmacro %}"),
        ("W19", "hoofdtekst, alinea 1", "macro", "schrijf"),
    ),
    (
        "a style that is not there",
        _word(p("{{ naam }}", style="Bestaatniet")),
        ("W12", "hoofdtekst, alinea 1", "Bestaatniet", "stijl"),
    ),
    (
        "a cell tag that misses its number",
        _word(tbl(tr("{% colspan %}x"))),
        ("W17", "hoofdtekst, tabel 1, rij 1, cel 1", "colspan", "{% colspan 2 %}"),
    ),
]


def _file(folder: Path, word: Word) -> Path:
    path = folder / "sjabloon.docx"
    path.write_bytes(word.bytes())
    return path


def _found(problems: list[Problem], rule: str, place: str) -> list[Problem]:
    return [p for p in problems if p.rule == rule and p.where.plek == place]


@pytest.mark.parametrize(("name", "word", "expected"), MISTAKES, ids=[m[0] for m in MISTAKES])
def test_a_mistake_is_told_at_its_place_with_its_cure(
    tmp_path: Path, name: str, word: Word, expected: tuple[str, str, str, str]
) -> None:
    rule, place, words, cure = expected

    problems = inspected(_file(tmp_path, word), Contract)

    found = _found(problems, rule, place)
    assert found, f"{name}:\n" + "\n".join(map(str, problems))
    assert any(words in problem.message and cure in problem.hint for problem in found), found


@pytest.mark.parametrize(("name", "word", "expected"), MISTAKES, ids=[m[0] for m in MISTAKES])
def test_the_annotated_copy_has_a_comment_for_each_mistake(
    tmp_path: Path, name: str, word: Word, expected: tuple[str, str, str, str]
) -> None:
    path = _file(tmp_path, word)

    comments = Document(BytesIO(annotated(path, Contract))).comments

    told = [comment.text.replace("\u200b", "") for comment in comments]
    assert len(told) == len(inspected(path, Contract)), name
    assert any(expected[2] in text for text in told)


def test_a_sound_template_gives_no_error(tmp_path: Path) -> None:
    word = _word("{{ naam }} {{ prestatie.titel }}", tbl(ROW, tr("{{ actie.tekst }}"), END))

    problems = inspected(_file(tmp_path, word), Contract)

    assert [problem.rule for problem in problems] == ["W38"]  # the status is not asked for
    assert "prestatie.acties[].status" in problems[0].message


def test_every_mistake_of_a_template_is_told_at_once(tmp_path: Path) -> None:
    body = ["{{ nam }}", "{{ naam + }}", "{%p if naam %} weg", "x", "{{ a|b }}", "{{ los"]

    problems = inspected(_file(tmp_path, _word(*body, header="{{ titl }}")), Contract)

    errors = [problem for problem in problems if problem.severity == "error"]
    assert {problem.where.plek for problem in errors} >= {
        *(f"hoofdtekst, alinea {number}" for number in (1, 2, 3, 5, 6)),
        "koptekst, alinea 1",
    }


@needs_libreoffice
def test_the_annotated_copies_open_in_libreoffice(tmp_path: Path) -> None:
    paths = []
    for number, (_, word, _) in enumerate(MISTAKES):
        source = _file(tmp_path, word)
        paths.append(tmp_path / f"sjabloon-{number}.docx")
        paths[-1].write_bytes(annotated(source, Contract))

    pdfs = to_pdf(paths, tmp_path / "pdf")

    assert "prestatie.titl" in pdf_text(pdfs[0])


def test_a_page_of_the_default_header_and_of_the_first_page_have_their_names(
    tmp_path: Path,
) -> None:
    sect = '<w:sectPr><w:headerReference w:type="first" r:id="rId3"/></w:sectPr>'
    document = f"<w:document {SPACES}><w:body>{p('x')}{sect}</w:body></w:document>"
    word = Word("", p("{{ nam }}"), parts={"word/document.xml": document})

    problems = inspected(_file(tmp_path, word), Contract)

    assert problems[0].where.plek == "koptekst van de eerste pagina, alinea 1"
