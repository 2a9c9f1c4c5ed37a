"""The package of a Word file (OPC): read with limits, written the same way every time."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from reportgen.errors import Plaats, Problem, TemplateError

MAX_PARTS = 2_000
MAX_BYTES = 256 * 1024 * 1024
"""What a template may unpack to; a real one stays far below it."""

CONTENT_TYPES = "[Content_Types].xml"
_EERST = (CONTENT_TYPES, "_rels/.rels")
_NIVEAU = 6


def read_package(data: bytes, naam: str) -> dict[str, bytes]:
    """Unpack a Word file into its parts, by name.

    Raises:
        TemplateError: it is no Word file, or one that unpacks beyond all bounds.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archief:
            leden = [lid for lid in archief.infolist() if not lid.is_dir()]
            _weiger_vreemd(leden, naam)
            delen = {lid.filename: archief.read(lid) for lid in leden}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        raise geweigerd(
            naam, "dit is geen Word-bestand (.docx)", "sla het op als Word-document"
        ) from None
    if CONTENT_TYPES not in delen or "word/document.xml" not in delen:
        raise geweigerd(naam, "dit is geen Word-bestand (.docx)", "sla het op als Word-document")
    return delen


def write_package(delen: Mapping[str, bytes]) -> bytes:
    """Pack parts into a Word file: fixed order, fixed time, so equal parts give equal bytes."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        for deel in sorted(
            delen, key=lambda d: (_EERST.index(d) if d in _EERST else len(_EERST), d)
        ):
            lid = zipfile.ZipInfo(deel, date_time=(1980, 1, 1, 0, 0, 0))
            lid.create_system = 0
            lid.external_attr = 0
            archief.writestr(lid, delen[deel], zipfile.ZIP_DEFLATED, _NIVEAU)
    return uit.getvalue()


def rels_name(deel: str) -> str:
    """Give the name of the part that holds the relationships of a part."""
    pad = PurePosixPath(deel)
    return str(pad.parent / "_rels" / f"{pad.name}.rels")


def geweigerd(naam: str, tekst: str, cure: str, plek: str = "") -> TemplateError:
    """Make the letter that says why a template is refused, and where in it."""
    return TemplateError([Problem("W0", "error", Plaats(naam, pad=plek), tekst, cure)])


def _weiger_vreemd(leden: list[zipfile.ZipInfo], naam: str) -> None:
    namen = [lid.filename for lid in leden]
    groot = sum(lid.file_size for lid in leden) > MAX_BYTES or len(leden) > MAX_PARTS
    vreemd = any(
        "\\" in n or ":" in n or n.startswith("/") or ".." in PurePosixPath(n).parts for n in namen
    )
    if groot or vreemd or len(set(namen)) != len(namen):
        wat = "pakt uit tot buiten alle maat" if groot else "bevat onderdelen met een vreemde naam"
        raise geweigerd(naam, f"dit bestand {wat}", "open het in Word en sla het opnieuw op")
