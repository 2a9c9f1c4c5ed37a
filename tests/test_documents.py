"""Data becomes Word: every value arrives as it was typed; the same data gives the same bytes."""

import os
import pickle
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from bouwstenen import boekwerk, boekwerken, prestatie
from docx import Document
from docx.table import Table
from hypothesis import given, settings
from judges import word_text
from lxml import etree
from pytest_regressions.file_regression import FileRegressionFixture
from woordbouw import chapters, editions, p, tbl, template, tr

from reportgen import Boekwerk, Template, render
from reportgen.documents import check_template, inspect, shipped, standard_template
from reportgen.tags import Alinea, Outline
from reportgen.tekst import parse
from reportgen.word import outline

SEED = Path(__file__).parent / "data" / "seed-5.1.2.txt"
MONITOR = "ijsselmark-2017/monitor-2"


def _chapter(**fields: object) -> bytes:
    section = prestatie(**fields)
    return render(section, boekwerk(section, status="vastgesteld"))


def _lines(word: bytes) -> list[str]:
    return word_text(word).split("\n")


def test_the_reference_section_prints_word_for_word() -> None:
    word = chapters()["overijssel-2017-1 5.1.2"]

    printed = outline(word).tekst.split("\n")

    expected = [line.strip() for line in SEED.read_text("utf-8").splitlines() if line.strip()]
    assert printed == expected


def _readable(read: Outline) -> Iterator[str]:
    """An outline as a person reads it: headings marked, a line for each row and link."""
    for block in read.inhoud:
        if isinstance(block, Alinea):
            yield f"{'#' * (block.kop or 0)} {block}".strip() + f"  [{block.stijl}]"
        else:
            yield from (" | ".join(row).strip() for row in block.rijen)
    yield from (f"link: {link.tekst} → {link.url}" for link in read.links)


@pytest.mark.parametrize(
    "name",
    [
        "ijsselmark-2017/begroting 2.3.1",
        "ijsselmark-2017/monitor-2 4.2.3",
        "ijsselmark-2017/jaarverslag 5.1.2",
    ],
)
def test_the_outline_of_a_chapter_is_locked(
    file_regression: FileRegressionFixture, name: str
) -> None:
    text = "\n".join(_readable(outline(chapters()[name]))) + "\n"

    file_regression.check(text, encoding="utf-8", basename=re.sub("[/ ]", "-", name))


def test_the_parts_of_a_chapter_are_locked(file_regression: FileRegressionFixture) -> None:
    with zipfile.ZipFile(BytesIO(chapters()[f"{MONITOR} 4.2.3"])) as package:
        roots = {name: etree.fromstring(package.read(name)) for name in package.namelist()}

    types = {row.get("PartName"): row.get("ContentType") for row in roots["[Content_Types].xml"]}
    parts = [f"{n}: {etree.QName(r).localname}, {types.get(f'/{n}')}" for n, r in roots.items()]
    file_regression.check("\n".join(parts) + "\n", encoding="utf-8")


def test_the_body_of_the_reference_section_is_locked(
    file_regression: FileRegressionFixture,
) -> None:
    with zipfile.ZipFile(BytesIO(chapters()["overijssel-2017-1 5.1.2"])) as package:
        body = etree.fromstring(package.read("word/document.xml"))

    etree.indent(body)
    xml = etree.tostring(body, encoding="unicode")
    file_regression.check(xml + "\n", extension=".xml", encoding="utf-8")


@pytest.mark.parametrize("name", chapters())
def test_every_example_chapter_keeps_the_rules_of_accessibility(name: str) -> None:
    assert inspect(chapters()[name]) == []


@pytest.mark.parametrize("name", chapters())
def test_three_readers_see_the_same_words(name: str) -> None:
    word = chapters()[name]

    by_python_docx = " ".join(_python_docx(word)).split()
    by_outline = [w for block in outline(word).inhoud for w in _words(block)]

    assert by_python_docx == word_text(word).split()
    assert by_outline == word_text(word).split()


def _words(block: object) -> list[str]:
    if isinstance(block, Alinea):
        return block.tekst.split()  # without its list mark, which no other reader sees
    return [word for row in getattr(block, "rijen", ()) for cell in row for word in cell.split()]


def _python_docx(word: bytes) -> Iterator[str]:
    for block in Document(BytesIO(word)).iter_inner_content():
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row.cells)
        else:
            yield block.text


EXACT = [
    "R&D <b>lasten</b> &amp; &#65; &lt;",
    "{{ 7*7 }} {% raw %} {# weg #} {{p x }}",
    "{_{ x }_} {_% x %_}",  # how docxtpl writes braces that are no tag
    "]]> <![CDATA[ </w:t></w:r></w:p>",
    "<!-- geen --> <?xml ?> <!DOCTYPE x>",
    "👩‍🔬 emoji 🇳🇱 en 𝄞",
    "עברית مرحبا rechts naar links",
    "kolom\tnaast\tkolom",
    "\"recht\" 'enkel' “krul” ‘enkel’ «guillemets»",
    "hard\u00a0spatie, zacht\u00adstreepje, \u200bniets",
    "twee  en   drie spaties",
    "C:\\map\\bestand_1.docx %s %(naam)s {naam} $naam",
    "Financiën, coördinatie, potentiële ﬁ ĳ CO₂",
]


@pytest.mark.parametrize("value", EXACT)
def test_w1_a_value_arrives_exactly_wherever_it_prints(value: str) -> None:
    lines = _lines(
        _chapter(
            titel=value,
            acties=[value],
            financien={"regels": [{"soort": "lasten", "omschrijving": value, "bedragen": {}}]},
            indicatoren=[{"naam": value, "eenheid": value, "streefwaarde": 1}],
            basisinformatie={"portefeuillehouder": value, "mijlpalen": [value]},
        )
    )

    assert lines[0] == f"5.1.2 {value}"
    assert lines.count(value) >= 5


@given(boekwerken())
@settings(max_examples=25)
def test_w1_every_text_of_any_boekwerk_arrives(document: Boekwerk) -> None:
    for section in document.prestaties:
        lines = _lines(render(section, document))

        texts = [section.inleiding, section.context, *(actie.tekst for actie in section.acties)]
        for text in filter(None, texts):
            for paragraph in parse(text).alineas():
                assert str(paragraph).replace("\n", " ") in lines
        assert f"{section.nummer} {section.titel}" in lines


def test_lines_and_paragraphs_of_a_text_are_kept_apart() -> None:
    lines = _lines(_chapter(inleiding="een\ntwee\n\ndrie  \nvier"))

    assert lines[1:3] == ["een twee", "drie vier"]


def test_w2_a_text_of_a_megabyte_arrives() -> None:
    text = ("R&D kost <veel> en ‘meer’ " * 42_000).strip()

    word = _chapter(inleiding=text)

    assert len(text) > 1_000_000
    assert _lines(word)[1] == text


def test_ten_thousand_acties_arrive_in_order() -> None:
    acties = [f"Actie {number} & <{number}>" for number in range(10_000)]

    word = _chapter(acties=acties)

    assert _lines(word)[2:10_002] == acties
    assert outline(word).tekst.split("\n")[10_001] == "10000. Actie 9999 & <9999>"


def test_the_properties_of_the_file_come_from_the_data() -> None:
    section = prestatie(titel="R&D <x>")
    document = boekwerk(section, peildatum="2017-04-01")

    properties = Document(BytesIO(render(section, document))).core_properties

    assert properties.title == f"5.1.2 R&D <x> – {document.titel}"
    assert properties.author == document.organisatie
    assert str(properties.created) == "2017-04-01 00:00:00+00:00"
    assert properties.created == properties.modified


def test_w20_one_chapter_leaves_nothing_behind_for_the_next() -> None:
    document = editions()[MONITOR]
    fresh = [render(s, document, Template(_shipped())) for s in document.prestaties]
    template = Template(_shipped())

    again = [render(s, document, template) for s in (*document.prestaties, *document.prestaties)]

    assert again == fresh * 2


def test_w31_eight_threads_make_the_same_documents_as_one() -> None:
    work = [(s, d) for d in editions().values() for s in d.prestaties] * 12
    template = Template(_shipped())

    with ThreadPoolExecutor(8) as pool:
        made = [*pool.map(lambda pair: render(pair[0], pair[1], template), work)]

    assert made == [*chapters().values()] * 12


def test_a_template_survives_pickling() -> None:
    document = editions()[MONITOR]
    template = pickle.loads(pickle.dumps(Template(_shipped())))  # noqa: S301  our own bytes

    made = [render(section, document, template) for section in document.prestaties]

    assert made == [render(section, document) for section in document.prestaties]


def _shipped() -> bytes:
    return shipped("templates/prestatie.docx").read_bytes()


HASHES = """
from hashlib import sha256
from woordbouw import chapters
print(*(sha256(word).hexdigest() for word in chapters().values()))
"""
PLACES = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "nl_NL.UTF-8", "LANG": "de_DE"},
]


def test_w24_the_same_data_gives_the_same_bytes_anywhere_and_at_any_time() -> None:
    here = {"PYTHONPATH": os.pathsep.join(sys.path)}

    hashes = []
    for place in PLACES:
        environment = os.environ | here | place
        hashes.append(subprocess.check_output([sys.executable, "-c", HASHES], env=environment))
        time.sleep(2.1)  # the clock in a zip counts in steps of two seconds

    assert hashes[0] == hashes[1]
    assert len(hashes[0].split()) == len(chapters())


def test_the_shipped_template_has_no_fault_on_any_example() -> None:
    problems = [problem for document in editions().values() for problem in check_template(document)]

    assert problems == []


def test_a_fault_of_a_template_is_told_once_whatever_the_number_of_chapters() -> None:
    source = template("{{ prestatie.kop }}", "{{ prestatie.onbekend }}")

    problems = check_template(editions()[MONITOR], Template(source))

    assert [(problem.rule, problem.severity) for problem in problems] == [("W3", "error")]


def test_a_template_that_is_not_accessible_is_told_for_each_chapter() -> None:
    table = tbl(tr("kop"), tr("{{ prestatie.titel }}"))
    source = template(p("{{ prestatie.kop }}", style="Kop1"), table)
    document = editions()["overijssel-2017-1"]

    problems = check_template(document, Template(source))

    assert {problem.rule for problem in problems} == {"A2", "A4"}
    assert {problem.where.nummer for problem in problems} == {"5.1.2"}


def test_the_shipped_template_is_compiled_once() -> None:
    assert standard_template() is standard_template()
