"""`reportgen check --template`: a template checked without data, and given back with comments."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from test_cli import MONITOR, run, words
from woordbouw import EXAMPLES, p, pack, part, tbl, template, tr

SHIPPED = EXAMPLES.parent / "templates" / "prestatie.docx"
FAULTY = template("{{ prestatie.kop }}", tbl(tr("x", "y"), tr("z", "{{ prestatie.titl }}")))


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A template that asks for a field that no chapter has."""
    path = tmp_path / "mijn.docx"
    path.write_bytes(FAULTY)
    return path


def test_the_shipped_template_has_nothing_wrong_with_it(tmp_path: Path) -> None:
    done = run("check", "--template", SHIPPED, cwd=tmp_path)

    assert words(done).strip() == "Geen problemen gevonden."
    assert done.returncode == 0


def test_a_template_alone_is_checked_with_place_and_cure(faulty: Path) -> None:
    done = run("check", "--template", faulty)

    text = words(done)
    assert "mijn.docx, hoofdtekst, tabel 1, rij 2, cel 2: “{{ prestatie.titl }}”" in text
    assert "bedoelt u ‘prestatie.titel’?" in text
    assert done.returncode == 1


def test_the_place_in_a_template_is_there_for_machines(faulty: Path) -> None:
    done = run("check", "--template", faulty, "--json")

    errors = [p for p in json.loads(done.stdout)["problems"] if p["severity"] == "error"]
    assert [problem["where"] for problem in errors] == [
        {"bestand": "mijn.docx", "plek": "hoofdtekst, tabel 1, rij 2, cel 2"}
    ]


def test_the_annotated_copy_has_the_comment_at_the_words(faulty: Path, tmp_path: Path) -> None:
    out = tmp_path / "met opmerkingen.docx"

    done = run("check", "--template", faulty, "--annotate", out)

    comments = list(Document(BytesIO(out.read_bytes())).comments)
    body = part(out.read_bytes())
    around = body.partition("<w:commentRangeStart")[2].partition("<w:commentRangeEnd")[0]
    assert done.returncode == 1
    assert any("prestatie.titl" in comment.text for comment in comments)
    assert "{{ prestatie.titl }}" in body
    assert around
    assert faulty.read_bytes() == FAULTY  # the template itself is left alone


def test_data_and_template_are_checked_together(faulty: Path) -> None:
    done = run("check", MONITOR, "--template", faulty, "--json")

    rules = {problem["rule"] for problem in json.loads(done.stdout)["problems"]}
    assert "W3" in rules
    assert done.returncode == 1


@pytest.mark.parametrize("arguments", [(), ("--annotate", "uit.docx"), ("--json",)])
def test_check_of_nothing_is_wrong_use(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run("check", *arguments, cwd=tmp_path)

    assert done.returncode == 2
    assert "--template" in words(done)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "data", [b"", b"PK", pack({"a": b"b"}), FAULTY[:300]], ids=["empty", "half", "zip", "cut"]
)
def test_what_is_no_template_is_told_and_leaves_nothing(tmp_path: Path, data: bytes) -> None:
    path, out = tmp_path / "fout.docx", tmp_path / "uit.docx"
    path.write_bytes(data)

    done = run("check", "--template", path, "--annotate", out)

    assert done.returncode == 1
    assert "fout.docx" in words(done)
    assert not out.exists()


def test_an_annotated_copy_that_cannot_be_written_is_told(faulty: Path, tmp_path: Path) -> None:
    (tmp_path / "map.docx").mkdir()

    done = run("check", "--template", faulty, "--annotate", tmp_path / "map.docx")

    assert done.returncode in (1, 2)
    assert "map.docx" in words(done)


def test_a_header_is_checked_too(tmp_path: Path) -> None:
    path = tmp_path / "kop.docx"
    path.write_bytes(template(p("{{ prestatie.kop }}"), header="{{ boekwerk.titl }}"))

    done = run("check", "--template", path)

    assert "kop.docx, koptekst, alinea 1: “{{ boekwerk.titl }}”" in words(done)


@pytest.mark.parametrize("name", ["mijn.docx", "./mijn.docx", "uit.pdf", ""])
def test_the_annotated_copy_takes_the_place_of_nothing_else(faulty: Path, name: str) -> None:
    done = run("check", "--template", "mijn.docx", "--annotate", name, cwd=faulty.parent)

    assert done.returncode == 2
    assert "--annotate" in words(done)
    assert [path.name for path in faulty.parent.iterdir()] == ["mijn.docx"]
    assert faulty.read_bytes() == FAULTY
