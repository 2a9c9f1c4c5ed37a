"""Page numbers through LibreOffice: a document goes through it until it prints what is so.

The one place where reportgen starts another program. *Right* means right in the PDF that
LibreOffice makes of the result; Word may break a line elsewhere.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from reportgen.errors import Plaats, Problem, RenderError
from reportgen.word import marked, with_page_numbers

SECONDS = 900
"""What one conversion may take: a book of 3,000 prestaties takes LibreOffice some minutes."""
RONDES = 4
"""Filling in numbers can move pages, so that others are right; after this many it never settles."""

_NAAM = "boek"
_EXPORT = {
    "ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"},
    "IsSkipEmptyPages": {"type": "boolean", "value": "false"},  # blank pages have numbers too
}
_FILTER = f"pdf:writer_pdf_Export:{json.dumps(_EXPORT)}"
_CURE_ZONDER = "of maak het boek zonder paginanummers: Word vult ze in met Ctrl+A en F9"


def paginated(word: bytes, *, seconds: float = SECONDS) -> bytes:
    """Fill in every page number of a document, so that it is right in LibreOffice's PDF of it.

    Args:
        word: the document.
        seconds: what one conversion may take; there are two of them, seldom three or four.

    Raises:
        RenderError: LibreOffice or pypdf is not there, LibreOffice makes no PDF in time, a number
            has no page, or the numbers keep moving the pages.
    """
    for _ in range(RONDES):
        nieuw = with_page_numbers(word, page_numbers(word, seconds=seconds))
        if nieuw == word:
            return word
        word = nieuw
    wat = f"de paginanummers kloppen na {RONDES} keer opmaken nog niet: zij verschuiven de pagina's"
    cure = "geef de inhoudsopgave in het sjabloon een vaste breedte voor het paginanummer"
    raise _fout(wat, cure)


def page_numbers(word: bytes, *, seconds: float = SECONDS) -> dict[str, str]:
    """Give the page of each bookmark that a field asks for, as it prints there: `"12"`, `"iv"`.

    Raises:
        RenderError: LibreOffice or pypdf is not there, or LibreOffice makes no PDF in time.
    """
    gemerkt = marked(word)
    if not gemerkt.merken:
        return {}
    program = _soffice()
    if find_spec("pypdf") is None:
        cure = f"installeer het met: pip install 'reportgen[paginas]', {_CURE_ZONDER}"
        raise _fout("voor paginanummers is het pakket pypdf nodig", cure)
    with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as map_:
        pages = _pages(_to_pdf(program, gemerkt.word, Path(map_), seconds))
    if not gemerkt.merken <= pages.keys():
        wat = "LibreOffice zegt niet op welke pagina de koppen staan"
        raise _fout(wat, "gebruik LibreOffice 7.4 of nieuwer")
    return gemerkt.numbers(pages)


def _pages(pdf: Path) -> dict[str, int]:
    """Give for each destination of a PDF the page that it is on, from 1."""
    from pypdf import PdfReader

    reader = PdfReader(pdf)
    doelen = reader.named_destinations.items()
    nummers = ((naam, reader.get_destination_page_number(doel)) for naam, doel in doelen)
    return {naam.removeprefix("/"): nummer + 1 for naam, nummer in nummers if nummer is not None}


def _to_pdf(program: str, word: bytes, map_: Path, seconds: float) -> Path:
    """Let LibreOffice make a PDF, with a profile of its own beside it."""
    bron, pdf = (map_ / f"{_NAAM}.{eind}" for eind in ("docx", "pdf"))
    bron.write_bytes(word)
    profiel = f"-env:UserInstallation={(map_ / 'profiel').as_uri()}"
    opties = [profiel, "--headless", "--norestore", "--convert-to", _FILTER, "--outdir", str(map_)]
    woorden = _run([program, *opties, str(bron)], seconds)
    if not pdf.is_file():
        wat = f"LibreOffice maakt geen PDF van dit boek{f': {woorden[:200]}' if woorden else ''}"
        raise _fout(wat, "open het boek eens zelf in LibreOffice, en kijk wat er gebeurt")
    return pdf


def _run(opdracht: list[str], seconds: float) -> str:
    """Give what a program says; it and all that it starts end with us, or when time is up.

    Its exit code says nothing: LibreOffice's is 0 for most faults.
    """
    with subprocess.Popen(  # noqa: S603  a fixed command, without a shell
        opdracht,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,  # a group of its own; Windows has none, and _end needs none there
    ) as proces:
        try:
            woorden = proces.communicate(timeout=seconds)[0]
        except subprocess.TimeoutExpired:
            wat = f"LibreOffice was na {seconds:.0f} seconden nog niet klaar"
            raise _fout(wat, "sluit andere programma's en probeer het opnieuw") from None
        finally:
            _end(proces)
    return " ".join(woorden.decode("utf-8", "replace").split())


def _end(proces: subprocess.Popen[bytes]) -> None:
    """End a program that still runs, with all that it started: soffice only starts another."""
    if proces.poll() is not None:
        return
    if os.name == "nt":
        taskkill = ["taskkill", "/F", "/T", "/PID", str(proces.pid)]
        subprocess.run(taskkill, check=False, capture_output=True)  # noqa: S603  idem
    else:
        os.killpg(proces.pid, signal.SIGKILL)


def _soffice() -> str:
    """Find LibreOffice: on the path, or where its installer puts it."""
    gevonden = shutil.which("soffice") or shutil.which("libreoffice")
    if program := gevonden or next((p for p in _plekken() if Path(p).is_file()), None):
        return program
    cure = f"installeer het (libreoffice.org), {_CURE_ZONDER}"
    raise _fout("voor paginanummers is LibreOffice nodig, en dat is niet gevonden", cure)


def _plekken() -> Iterator[str]:
    for naam in ("ProgramFiles", "ProgramFiles(x86)"):
        if map_ := os.environ.get(naam):
            yield f"{map_}\\LibreOffice\\program\\soffice.com"
    yield "/Applications/LibreOffice.app/Contents/MacOS/soffice"


def _fout(wat: str, cure: str) -> RenderError:
    return RenderError([Problem("W29", "error", Plaats(), wat, cure)])
