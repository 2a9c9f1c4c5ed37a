"""Files that are whole or not there: names that every system takes, writing that cannot tear."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import get_ident

from reportgen.errors import OutputError, Plaats, Problem, oorzaak

_VERBODEN = re.compile('[<>:"/\\\\|?*\x00-\x1f\u202a-\u202e\u2066-\u2069]')
_GERESERVEERD = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")
_MAX_TEKENS, _MAX_BYTES = 100, 200
"""Far below the 255 bytes of a name and the 260 characters of a Windows path."""


def file_name(nummer: str, titel: str, achter: str = ".docx") -> str:
    """Make a file name of number and title that Windows, macOS and Linux all accept."""
    naam = " ".join(_VERBODEN.sub("-", f"{nummer} {titel}").split())[:_MAX_TEKENS]
    while len(unicodedata.normalize("NFD", naam).encode("utf-8", "replace")) > _MAX_BYTES:
        naam = naam[:-1]
    naam = naam.rstrip(". ")
    return f"{'_' if _GERESERVEERD.match(naam) else ''}{naam}{achter}"


def write_whole(pad: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file so that it is at every moment the old one or the new one, never a part.

    A temporary file beside it is written, flushed to the disk and put in its place. Where another
    program holds the target open (Word on Windows does), the new file is kept beside it.

    Raises:
        OutputError: the file cannot be written; what stood there is still there.
    """
    pad = pad.resolve() if pad.is_symlink() else pad
    if pad.exists() and not pad.is_file() and not pad.is_dir():
        raise fout(pad, "is geen gewoon bestand", "kies een andere naam")
    tijdelijk = _naast(pad)
    try:
        with in_woorden(pad):
            schrijf(tijdelijk, data)
            _zet_op_zijn_plaats(tijdelijk, pad)
    finally:
        with suppress(OSError):
            tijdelijk.unlink(missing_ok=True)


def write_folder(pad: Path, bestanden: Mapping[str, bytes]) -> None:
    """Write a new folder so that it is there with all its files, or not at all.

    Raises:
        OutputError: something stands there already, or the folder cannot be written.
    """
    pad = pad.resolve()
    tijdelijk = _naast(pad)
    try:
        with in_woorden(pad):
            if pad.exists() and not (pad.is_dir() and not any(pad.iterdir())):
                raise fout(pad, "bestaat al en is niet leeg", "kies een nieuwe of een lege map")
            for naam, data in bestanden.items():
                schrijf(tijdelijk / naam, data)
            if pad.exists():
                pad.rmdir()  # Windows puts nothing in the place of an empty folder
            tijdelijk.replace(pad)
            sync_folder(pad.parent)
    finally:
        shutil.rmtree(tijdelijk, ignore_errors=True)


def tijdelijk_begin() -> str:
    """Give what the names of all temporary files of this process begin with."""
    return f".reportgen-{os.getpid()}-"


def _naast(pad: Path) -> Path:
    """Give a name beside a path that no other process or thread uses."""
    return pad.with_name(f"{tijdelijk_begin()}{get_ident()}.tmp")


def schrijf(pad: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file and see it on the disk; its folder is made where it is not there."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    with pad.open("wb") as bestand:
        bestand.writelines([data] if isinstance(data, bytes) else data)
        bestand.flush()
        os.fsync(bestand.fileno())


@contextmanager
def in_woorden(pad: Path) -> Iterator[None]:
    """Say in Dutch why something cannot be written."""
    try:
        os.fsencode(pad)
        yield
    except UnicodeEncodeError:
        cure = "kies een andere map, of stel het systeem in op UTF-8"
        raise fout(pad, "deze schijf kan de letters van de naam niet aan", cure) from None
    except OSError as bezwaar:
        raise fout(pad, f"kan niet worden geschreven ({oorzaak(bezwaar)})", _CURE) from None


def _zet_op_zijn_plaats(tijdelijk: Path, pad: Path) -> None:
    """Put the new file where the old one is, or beside it when that one is open elsewhere."""
    with suppress(PermissionError):
        tijdelijk.replace(pad)
        return
    for nummer in range(1, _POGINGEN):
        naast = pad.with_name(f"{pad.stem} (nieuw{f' {nummer}' if nummer > 1 else ''}){pad.suffix}")
        with suppress(PermissionError):
            tijdelijk.replace(naast)
            cure = f"het nieuwe hoofdstuk staat er zolang naast als ‘{naast.name}’"
            raise fout(pad, f"sluit {pad.name} in Word en probeer opnieuw", cure)
    raise fout(pad, "kan niet worden geschreven (geen rechten)", _CURE)


_POGINGEN = 10
_CURE = "controleer de schijfruimte, de rechten en de naam van de map"


def sync_folder(pad: Path) -> None:
    """Make the names of a folder last through a power cut; once per batch, not on Windows."""
    if os.name == "nt" or not pad.is_dir():
        return
    greep = os.open(pad, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network drives have no such call; the files are safe
            os.fsync(greep)
    finally:
        os.close(greep)


def fout(pad: Path, tekst: str, cure: str) -> OutputError:
    """Say why a file cannot be written."""
    return OutputError([Problem("B1", "error", Plaats(pad.name), tekst, cure)])
