"""`reportgen book`: one file for a whole boekwerk or one a kerntaak; nothing half, nothing lost."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from judges import needs_libreoffice, needs_poppler, pdf_text, to_pdf
from test_cli import run, words
from woordbouw import EXAMPLES, elements, p, part, template

from reportgen.word import outline
from reportgen.word.xml import text_of, w

MONITOR = EXAMPLES / "ijsselmark-2017" / "monitor-2"
ANCHOR = w("anchor")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of an edition with one section that cannot be read and one with an error."""
    source = tmp_path / "bron"
    shutil.copytree(MONITOR, source)
    unreadable = source / "prestaties" / "5.1.1.yaml"
    unreadable.write_text(f"{unreadable.read_text('utf-8')}kleur: rood\n", "utf-8")
    wrong = source / "prestaties" / "2.3.1.yaml"
    text = wrong.read_text("utf-8").replace(
        "voortgang: {kleur: groen}", "voortgang: {kleur: rood}", 1
    )
    wrong.write_text(text, "utf-8")
    return source


def test_a_book_is_made_in_one_file(tmp_path: Path) -> None:
    out = tmp_path / "monitor.docx"

    done = run("book", MONITOR, "--out", out)

    assert (done.returncode, words(done)) == (
        0,
        f"Boek Monitor IJsselmark 2017-II: gemaakt in {out}\nGeen problemen gevonden.\n",
    )
    body = part(out.read_bytes())
    assert all(name in body for name in ("5.1.2 Gebiedsgerichte", "4.2.3 Doorfietsroute"))


def test_a_book_for_each_kerntaak(tmp_path: Path) -> None:
    out = tmp_path / "boeken"

    done = run("book", MONITOR, "--per", "kerntaak", "--out", out)

    assert done.returncode == 0
    assert [path.name for path in sorted(out.iterdir())] == [
        "2 Energie en milieu.docx",
        "4 Bereikbaarheid.docx",
        "5 Regionale economie.docx",
    ]
    fietsen = part((out / "4 Bereikbaarheid.docx").read_bytes())
    assert "4.2.3 Doorfietsroute" in fietsen
    assert "5.1.2 Gebiedsgerichte" not in fietsen


def test_with_errors_everything_is_told_and_nothing_written(broken: Path, tmp_path: Path) -> None:
    out = tmp_path / "monitor.docx"
    out.write_bytes(b"de vorige")

    done = run("book", broken, "--out", out)

    assert done.returncode == 1
    assert "de sleutel ‘kleur’ is onbekend" in words(done)
    assert "Er is geen boek geschreven." in words(done)
    assert out.read_bytes() == b"de vorige"


def test_what_is_missing_stands_there_as_missing(broken: Path, tmp_path: Path) -> None:
    out = tmp_path / "monitor.docx"

    done = run("book", broken, "--allow-missing", "--out", out)

    body = part(out.read_bytes())
    assert done.returncode == 1  # the content has errors, and they are told
    assert "de sleutel ‘kleur’ is onbekend" in words(done)
    assert body.count("ONTBREEKT") == 2
    assert "D3: de sleutel ‘kleur’ is onbekend" in body
    assert "V1: de kleur is rood, maar uitleg ontbreekt" in body
    assert "4.2.3 Doorfietsroute" in body  # the rest can be read
    assert "Wij helpen dorpshuizen" not in body


def test_a_head_that_is_wrong_leaves_no_book_at_all(broken: Path, tmp_path: Path) -> None:
    head = broken / "boekwerk.yaml"
    head.write_text(head.read_text("utf-8").replace("jaar: 2017", "jaar: nul"), "utf-8")

    done = run("book", broken, "--allow-missing", "--out", tmp_path / "b.docx")

    assert done.returncode == 1
    assert "‘nul’ is geen jaar" in words(done)
    assert not (tmp_path / "b.docx").exists()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--out", "boek.pdf"], "geef een naam die eindigt op .docx"),
        (["--per", "kerntaak", "--out", "boek.docx"], "bij --per kerntaak is dit een map"),
        (["--per", "afdeling"], "afdeling"),
    ],
)
def test_wrong_use_is_refused_before_anything_is_read(
    tmp_path: Path, options: list[str], told: str
) -> None:
    done = run("book", MONITOR, *options, cwd=tmp_path)

    assert done.returncode == 2
    assert told in words(done)
    assert list(tmp_path.iterdir()) == []


def test_a_template_that_has_no_place_for_a_chapter_is_told(tmp_path: Path) -> None:
    chapter = EXAMPLES.parent / "templates" / "prestatie.docx"

    done = run("book", MONITOR, "--template", chapter, "--out", tmp_path / "b.docx")

    assert done.returncode == 1
    assert "heeft geen plaats voor een hoofdstuk" in words(done)
    assert not (tmp_path / "b.docx").exists()


def test_machines_get_json(tmp_path: Path) -> None:
    out = tmp_path / "b.docx"

    done = run("book", MONITOR, "--json", "--out", out)

    told = json.loads(done.stdout)
    assert (told["errors"], told["documents"][0]["outcome"]) == (0, "made")
    assert told["documents"][0]["file"] == str(out)


def test_attachments_stand_behind_the_book(tmp_path: Path) -> None:
    source = tmp_path / "bron"
    shutil.copytree(MONITOR, source)
    (source / "tarieven.docx").write_bytes(template(p("Tarieven van 2017")))
    head = source / "boekwerk.yaml"
    lines = "bijlagen: [{bestand: tarieven.docx, titel: De tarieven}]\n"
    head.write_text(f"{head.read_text('utf-8')}{lines}", "utf-8")
    out = tmp_path / "b.docx"

    done = run("book", source, "--out", out)

    texts = outline(out.read_bytes()).tekst.splitlines()
    entries = [e for e in elements(out.read_bytes(), "hyperlink") if "De tarieven" in text_of(e)]
    assert done.returncode == 0
    assert texts[-2:] == ["De tarieven", "Tarieven van 2017"]
    assert [entry.get(ANCHOR) for entry in entries] == ["bijlage_1"]


def test_a_book_of_one_kerntaak_goes_without_attachments(tmp_path: Path) -> None:
    source = tmp_path / "bron"
    shutil.copytree(MONITOR, source)
    head = source / "boekwerk.yaml"
    lines = "bijlagen: [{bestand: weg.docx, titel: De tarieven}]\n"
    head.write_text(f"{head.read_text('utf-8')}{lines}", "utf-8")

    done = run("book", source, "--per", "kerntaak", "--out", tmp_path / "uit")

    books = [outline(path.read_bytes()).tekst for path in (tmp_path / "uit").iterdir()]
    assert done.returncode == 0
    assert ["De tarieven" in book for book in books] == [False, False, False]


def test_an_attachment_that_is_not_there_stops_the_book(tmp_path: Path) -> None:
    source = tmp_path / "bron"
    shutil.copytree(MONITOR, source)
    head = source / "boekwerk.yaml"
    head.write_text(f"{head.read_text('utf-8')}bijlagen: [weg.docx]\n", "utf-8")

    done = run("book", source, "--out", tmp_path / "b.docx")

    assert done.returncode == 1
    assert "de bijlage ‘weg.docx’ bestaat niet" in words(done)
    assert not (tmp_path / "b.docx").exists()


@needs_libreoffice
@needs_poppler
def test_page_numbers_print_when_asked_and_are_right(tmp_path: Path) -> None:
    out = tmp_path / "b.docx"

    done = run("book", MONITOR, "--paginanummers", "--out", out)

    pages = pdf_text(*to_pdf([out], tmp_path), layout=True).split("\f")
    listed = re.findall(r"^ *(\S.*\S) {2,}(\d+)$", pages[2], re.MULTILINE)
    lines = outline(out.read_bytes()).tekst.splitlines()
    front = lines[lines.index("Inhoud") : lines.index("Overzichten")]
    assert done.returncode == 0
    assert [kop for kop, _ in listed] == [entry for line in front if (entry := _entry(line))]
    assert [page for kop, page in listed if kop not in _words(pages[int(page) - 1])] == []


def _entry(line: str) -> str:
    """Give what a line of the contents or of the list of tables is about."""
    found = re.fullmatch(r"([^\t]+)\t\d+", line)
    return found[1] if found else ""


def _words(page: str) -> str:
    return " ".join(page.split())
