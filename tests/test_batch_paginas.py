"""Page numbers through LibreOffice: the contents say what the page of the heading prints."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from boekbouw import (
    LANDSCAPE,
    book,
    bookmark,
    contents,
    end,
    entry,
    field,
    heading,
    page,
    section,
    text,
)
from judges import needs_libreoffice, needs_poppler, pdf_text, to_pdf
from pypdf import PdfReader, PdfWriter
from woordbouw import p, part, run, tbl, tc, tr

from reportgen import RenderError
from reportgen.batch.paginas import page_numbers, paginated
from reportgen.word import marked, with_page_numbers

SPACE = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
TITLES = {f"p_5_1_{n}": f"Doel {n}" for n in range(1, 10)}
needs_posix = pytest.mark.skipif(os.name == "nt", reason="a program that is a script")


def _many_sections() -> bytes:
    """A title page, contents in Roman numbers, and text that counts anew, wide and tall."""
    kop = {name: heading(name, title, n) for n, (name, title) in enumerate(TITLES.items(), 1)}
    een, twee, drie, vier, vijf, zes, zeven, acht, negen = kop
    return book(
        p(run("Titelblad")) + end(section())
        + contents(TITLES) + entry("tabel", "Tabel 1")
        + end(section('w:fmt="lowerRoman" w:start="1"'))
        + kop[een] + text(12) + kop[twee] + text(3) + end(section('w:start="1"'))
        + kop[drie] + text(4) + tbl(tr(tc(p(bookmark("tabel", 20, run("Tabel 1")))))) + p()
        + end(section(size=LANDSCAPE))
        + kop[vier] + text(9) + f"<w:sdt><w:sdtContent>{kop[vijf]}</w:sdtContent></w:sdt>"
        + end(section(kind="oddPage"))
        + kop[zes] + text(2) + end(section())
        + kop[zeven] + text(6) + end(section('w:start="40"', kind="continuous"))
        + kop[acht] + text(3) + end(section('w:start="100"'))
        + kop[negen] + text(1)
    )  # fmt: skip


def _crowded(headings: int) -> tuple[bytes, dict[str, str]]:
    """Contents of which many a line is full, so that a number makes two of it and text moves on."""
    titles = {f"k{n}": f"Doel {n} {'e' * (60 + n % 20)}" for n in range(headings)}
    body = "".join(heading(name, f"Kop {n}", n) + text(1) for n, name in enumerate(titles))
    return book(contents(titles, SPACE) + body), titles


def _pages(word: bytes, folder: Path) -> list[list[str]]:
    """The lines of each page of LibreOffice's PDF of a document."""
    path = folder / "boek.docx"
    path.write_bytes(word)
    pages = pdf_text(to_pdf([path], folder)[0]).split("\f")[:-1]
    return [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]


def _printed(pages: list[list[str]], title: str) -> list[str]:
    """The number at the foot of each page that has this line."""
    return [page[-1].removeprefix("blad ") for page in pages if title in page]


@needs_libreoffice
@needs_poppler
def test_every_number_is_that_of_the_page_of_its_heading(tmp_path: Path) -> None:
    word = paginated(_many_sections())

    pages = _pages(word, tmp_path)
    found = [m for page in pages for line in page if (m := ENTRY.fullmatch(line))]
    entries = {m[1]: m[2] for m in found}
    titles = [*TITLES.values(), "Tabel 1"]
    assert {title: [entries[title]] for title in titles} == {
        title: _printed(pages, title) for title in titles
    }
    assert {"1", "100"} < set(entries.values())


ENTRY = re.compile(r"((?:Doel|Tabel) \d+)\s+(\d+)")


@needs_libreoffice
@needs_poppler
def test_numbers_that_move_the_pages_are_right_where_these_end_up(tmp_path: Path) -> None:
    word, titles = _crowded(60)
    first = page_numbers(word)

    done = paginated(word)

    pages = _pages(done, tmp_path)
    list_ = " ".join(line for page in pages for line in page)
    last = page_numbers(done)
    assert last != first
    assert [name for name in titles if f"{titles[name]} {last[name]} " not in list_] == []
    assert {name: [number] for name, number in last.items()} == {
        name: _printed(pages, f"Kop {n}") for n, name in enumerate(titles)
    }


@needs_libreoffice
@needs_poppler
def test_a_bookmark_of_any_name_is_found(tmp_path: Path) -> None:
    names = ["p_5", "p5F5", "Kop één", "_Toc", "P_5"]
    lines = "".join(p(page(f"&quot;{name}&quot;")) for name in names)
    body = "".join(text(6) + heading(name, f"Doel {n}", n) for n, name in enumerate(names))

    numbers = page_numbers(book(lines + body))

    pages = _pages(book(lines + body), tmp_path)
    assert {name: [number] for name, number in numbers.items()} == {
        name: _printed(pages, f"Doel {n}") for n, name in enumerate(names)
    }


@needs_libreoffice
def test_a_document_whose_numbers_are_right_stays_as_it_is() -> None:
    word = book(contents({"a": "Doel 1", "b": "Doel 2"}) + heading("a", "Doel 1", 1) + text(7)
                + heading("b", "Doel 2", 2))  # fmt: skip

    done = paginated(word)

    assert part(done) != part(word)
    assert paginated(done) is done
    assert paginated(word) == done


@pytest.mark.usefixtures("nothing_on_the_path")
def test_a_document_without_page_numbers_needs_no_program() -> None:
    word = book(p(field("PAGE", run("1"))))

    assert paginated(word) is word


@pytest.fixture
def nothing_on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder that is the whole path: programs in it are found, no others."""
    folder = tmp_path / "programma's"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("ProgramFiles", str(folder))
    return folder


ASKED = book(p(page("kop")) + heading("kop", "Kop", 1))


def test_without_libreoffice_the_cure_is_told(nothing_on_the_path: Path) -> None:
    assert [*nothing_on_the_path.iterdir()] == []

    with pytest.raises(RenderError, match="LibreOffice nodig") as caught:
        paginated(ASKED)

    assert "libreoffice.org" in caught.value.problems[0].hint


def _program(folder: Path, *lines: str) -> None:
    """A program with the name of LibreOffice; the path of the PDF that it should make is `$pdf`."""
    bash = shutil.which("bash", path="/bin:/usr/bin") or "/bin/bash"
    script = folder / "soffice"
    start = (f"#!{bash}", "export PATH=/bin:/usr/bin", 'pdf="${@: -1}"; pdf="${pdf%.docx}.pdf"')
    script.write_text("\n".join((*start, *lines, "")))
    script.chmod(0o755)


def _pdf(path: Path, **pages: int) -> Path:
    """A PDF of three pages with these bookmarks, or a blank one."""
    writer = PdfWriter()
    for _ in range(3):
        writer.add_blank_page(100, 100)
    for name, number in pages.items():
        writer.add_named_destination(name, number)
    writer.write(path)
    return path


@needs_posix
def test_without_pypdf_the_cure_is_told(
    nothing_on_the_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(nothing_on_the_path)
    monkeypatch.setitem(sys.modules, "pypdf", None)

    with pytest.raises(RenderError, match="pakket pypdf nodig") as caught:
        paginated(ASKED)

    assert "reportgen[paginas]" in caught.value.problems[0].hint


@needs_posix
def test_what_libreoffice_says_is_told_when_it_makes_no_pdf(nothing_on_the_path: Path) -> None:
    _program(nothing_on_the_path, 'echo "Error: source file"', 'echo "could not be loaded" >&2')

    with pytest.raises(RenderError, match=r"geen PDF .* Error: source file could not be loaded"):
        paginated(ASKED)


@needs_posix
def test_an_old_libreoffice_that_tells_no_pages_is_told(nothing_on_the_path: Path) -> None:
    pdf = _pdf(nothing_on_the_path / "leeg")
    _program(nothing_on_the_path, f'cp "{pdf}" "$pdf"')

    with pytest.raises(RenderError, match="op welke pagina") as caught:
        paginated(ASKED)

    assert "7.4" in caught.value.problems[0].hint


@needs_posix
def test_numbers_that_never_settle_are_told_after_four_rounds(nothing_on_the_path: Path) -> None:
    (name,) = marked(ASKED).plekken
    one, two = (_pdf(nothing_on_the_path / f"pdf{n}", **{name: n}) for n in (1, 2))
    log = nothing_on_the_path / "log"
    turn = f'echo x >>"{log}"; if (( $(wc -l <"{log}") % 2 )); then cp "{one}" "$pdf"'
    _program(nothing_on_the_path, f'{turn}; else cp "{two}" "$pdf"; fi')

    with pytest.raises(RenderError, match="na 4 keer"):
        paginated(ASKED)

    assert len(log.read_text().split()) == 4


@needs_posix
def test_a_program_that_is_not_done_in_time_ends_with_all_that_it_started(
    nothing_on_the_path: Path, tmp_path: Path
) -> None:
    child = tmp_path / "kind"
    _program(nothing_on_the_path, f'sleep 600 & echo $! >"{child}"', "wait")

    with pytest.raises(RenderError, match="na 2 seconden nog niet klaar"):
        paginated(ASKED, seconds=2)

    assert _is_gone(int(child.read_text()))


@needs_posix
def test_an_interrupt_ends_the_program_with_all_that_it_started(
    nothing_on_the_path: Path, tmp_path: Path
) -> None:
    child, word = tmp_path / "kind", tmp_path / "boek.docx"
    word.write_bytes(ASKED)
    _program(nothing_on_the_path, f'sleep 600 & echo $! >"{child}"', "wait")
    call = "import pathlib, sys; from reportgen.batch.paginas import paginated as f;"
    call += "f(pathlib.Path(sys.argv[1]).read_bytes())"

    with subprocess.Popen([sys.executable, "-c", call, word], stderr=subprocess.PIPE) as process:
        while not (child.exists() and child.read_text().strip()):
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)

    assert _is_gone(int(child.read_text()))


def _is_gone(process: int) -> bool:
    """Whether a process ended within a few seconds; one that waits to be buried has."""
    for _ in range(100):
        state = Path(f"/proc/{process}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


@needs_libreoffice
def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    page_numbers(ASKED)

    assert [*tmp_path.iterdir()] == []


@needs_libreoffice
def test_entries_of_the_contents_are_links_to_the_page_of_their_number(tmp_path: Path) -> None:
    word = paginated(_many_sections())
    (tmp_path / "boek.docx").write_bytes(word)

    reader = PdfReader(to_pdf([tmp_path / "boek.docx"], tmp_path)[0])

    notes = [n.get_object() for page in reader.pages for n in page.get("/Annots", [])]
    assert len([n for n in notes if "/Dest" in n or "/A" in n]) == len(TITLES) + 1
    assert with_page_numbers(word, page_numbers(word)) is word
