"""The Word files of a boekwerk, read from the folder of its source; all that is wrong at once."""

from pathlib import Path

import pytest
from bijlagebouw import NESTED, annex
from bronnen import HOOFD, bewaar
from woordbouw import p

from reportgen import DataError, load
from reportgen.batch.bijlagen import appendices

BOEK = "prestaties:\n  - {nummer: 5.1.2, titel: Topwerklocaties}\n"


def _source(folder: Path, *files: str) -> Path:
    """A source that takes in these files, a line for each, with three Word files beside it."""
    lines = "".join(f"  - {file}\n" for file in files)
    bewaar(folder, boekwerk=f"{HOOFD}{BOEK}bijlagen:\n{lines}")
    for name in ("voorwoord.docx", "Tarieven 2017.docx", "bijlagen/kaft.docx"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(annex(p(name)))
    return folder


def _problems(source: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        appendices(load(source), source)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("source", ["", "boekwerk.yaml"])
def test_files_are_read_in_order_from_the_folder_of_the_source(tmp_path: Path, source: str) -> None:
    _source(
        tmp_path,
        "bijlagen/kaft.docx",
        "{bestand: voorwoord.docx, titel: Voorwoord}",
        r"bijlagen\kaft.docx",
    )

    read = appendices(load(tmp_path), tmp_path / source)

    assert [(file.naam, file.titel) for file in read] == [
        ("bijlagen/kaft.docx", ""),
        ("voorwoord.docx", "Voorwoord"),
        ("bijlagen/kaft.docx", ""),
    ]


def test_a_boekwerk_without_appendices_has_none(tmp_path: Path) -> None:
    bewaar(tmp_path, boekwerk=HOOFD + BOEK)

    assert appendices(load(tmp_path), tmp_path) == []


@pytest.mark.parametrize(
    ("file", "words", "cure"),
    [
        ("weg.docx", "bestaat niet", "gezien vanuit deze map"),
        ("tarieven 2017.docx", "bestaat niet", "bedoelt u ‘Tarieven 2017.docx’?"),
        ("bijlagen/kraft.docx", "bestaat niet", "bedoelt u ‘bijlagen/kaft.docx’?"),
        ("weg/kaft.docx", "bestaat niet", "gezien vanuit deze map"),
        ("bijlagen", "is een map", "gezien vanuit deze map"),
        ("../elders.docx", "staat niet in de map van deze bron", "zet een kopie"),
        ("bijlagen/../../elders.docx", "staat niet in de map van deze bron", "zet een kopie"),
        ("/etc/passwd", "staat niet in de map van deze bron", "zet een kopie"),
        (r"C:\jaar\kaft.docx", "staat niet in de map van deze bron", "zet een kopie"),
        (r"\\server\kaft.docx", "staat niet in de map van deze bron", "zet een kopie"),
        ("x" * 300, "de naam is te lang", "gezien vanuit deze map"),
    ],
)
def test_a_file_that_is_not_there_is_told_at_the_line_that_names_it(
    tmp_path: Path, file: str, words: str, cure: str
) -> None:
    (tmp_path / "elders.docx").write_bytes(annex())
    (tmp_path / "bron").mkdir()

    (told,) = _problems(_source(tmp_path / "bron", "voorwoord.docx", file))

    where, _, what = told.partition(": de bijlage ‘")
    assert where == "fout D1 · boekwerk.yaml, regel 11, kolom 5 (bijlagen[1].bestand)"
    assert words in what
    assert cure in what


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elders.docx").write_bytes(annex())
    (tmp_path / "bron").mkdir()
    source = _source(tmp_path / "bron", "link.docx")
    try:
        (source / "link.docx").symlink_to(tmp_path / "elders.docx")
    except OSError:
        pytest.skip("this system makes no links")

    assert "staat niet in de map" in _problems(source)[0]


def test_a_file_that_is_too_large_is_told(tmp_path: Path) -> None:
    source = _source(tmp_path, "groot.docx")
    with (source / "groot.docx").open("wb") as file:
        file.truncate(65 * 1024 * 1024)

    (told,) = _problems(source)

    assert told.startswith("fout D1 · groot.docx: het bestand is groter dan 64 MB")


def test_every_file_is_told_by_its_name_at_once(tmp_path: Path) -> None:
    source = _source(tmp_path, "weg.docx", "kapot.docx", "voorwoord.docx", "oud.docx", "open.docx")
    (source / "kapot.docx").write_bytes(b"%PDF-1.7")
    (source / "oud.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    remark = p('<w:r><w:commentReference w:id="1"/></w:r>')
    (source / "open.docx").write_bytes(annex(NESTED, remark))

    told = _problems(source)

    assert [line.partition(" · ")[2].partition(":")[0] for line in told] == [
        "boekwerk.yaml, regel 10, kolom 5 (bijlagen[0].bestand)",
        "kapot.docx",
        "oud.docx",
        "open.docx",
    ]
