"""A run that is busy in a folder (bezig): one at a time, and what it is about to write.

One file, `reportgen.json.bezig`, is both. The system holds its lock, so that of a killed run
nothing is left that could stand in the way of the next; its lines tell that next run what the
killed one was writing, and the first of them what its temporary files are called. It is gone as
soon as a run is done.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from weakref import WeakSet

from reportgen.batch.files import tijdelijk_begin
from reportgen.batch.manifest import NAAM, Document, read_lines
from reportgen.errors import OutputError, Plaats, Problem

if sys.platform == "win32":
    import msvcrt

    _VER = 1 << 30  # a lock keeps others from reading: it lies where nothing is ever written

    def _vergrendel(greep: int) -> None:
        """Lock a file, or raise OSError where another process has it."""
        os.lseek(greep, _VER, os.SEEK_SET)
        msvcrt.locking(greep, msvcrt.LK_NBLCK, 1)

else:
    import errno
    import fcntl

    def _vergrendel(greep: int) -> None:
        """Lock a file, or raise OSError where another run has it."""
        try:
            fcntl.flock(greep, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fout:
            if fout.errno not in (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS):
                raise  # some network drives know no locks; there a run has to go without


class Bezig:
    """The right to write in a folder, and the diary of what is written."""

    def __init__(self, map_: Path) -> None:
        """Take a folder.

        Raises:
            OutputError: another run is busy there.
            OSError: the folder cannot be written.
        """
        self.pad = _pad(map_)
        self.greep = _genomen(self.pad)
        _OPEN.add(self)

    def begin(self) -> None:
        """Forget the run before, and take away what it was writing when it was killed."""
        _ruim_op(self.pad)
        os.ftruncate(self.greep, 0)
        self._schrijf(f"{_TIJDELIJK}{tijdelijk_begin()}\n")

    def noteer(self, documents: Iterable[Document]) -> None:
        """Write down what is going to be written, before it is."""
        self._schrijf("".join(f"{document.regel()}\n" for document in documents))
        os.fsync(self.greep)

    def _schrijf(self, regels: str) -> None:
        data = regels.encode("utf-8", "replace")
        while data:
            data = data[os.write(self.greep, data) :]

    def klaar(self, *, bewaar: bool = False) -> None:
        """Give the folder back; `bewaar` keeps what is in the diary for the next run."""
        _OPEN.discard(self)
        bewaar = bewaar and os.fstat(self.greep).st_size > 0
        if os.name != "nt" and not bewaar:
            self._weg()  # while it is locked, so that nobody else's is taken away
        os.close(self.greep)
        if os.name == "nt" and not bewaar:
            self._weg()  # Windows takes no open file away, nor one that the next run has opened

    def _weg(self) -> None:
        with suppress(OSError):
            self.pad.unlink()


def lees(map_: Path) -> Iterator[Document]:
    """Read what a run in a folder was going to write, if it is busy or was killed."""
    with suppress(FileNotFoundError, NotADirectoryError), _pad(map_).open("rb") as bestand:
        yield from read_lines(bestand)


_TIJDELIJK = "tijdelijk: "


def _ruim_op(pad: Path) -> None:
    """Take away the temporary files of the run that kept a diary."""
    with suppress(OSError):
        with pad.open("rb") as bestand:
            regel = bestand.readline(80).decode("ascii", "replace")
        if begin := re.fullmatch(rf"{_TIJDELIJK}(\.reportgen-[0-9]+-)\n", regel):
            for over in pad.parent.glob(f"{begin[1]}*.tmp"):
                over.unlink()


def _pad(map_: Path) -> Path:
    return map_ / f"{NAAM}.bezig"


_OPEN: WeakSet[Bezig] = WeakSet()


def _laat_los() -> None:
    """Let go of all in a copy of this process: it would keep the lock when the original is gone."""
    for bezig in [*_OPEN]:
        os.close(bezig.greep)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_laat_los)


_HOE = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)


def _genomen(pad: Path) -> int:
    """Open and lock a file that is still the one of that name."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    while True:
        greep = os.open(pad, _HOE, 0o666)
        try:
            _vergrendel(greep)
        except OSError:
            os.close(greep)
            raise _bezet(pad) from None
        if os.name == "nt" or _nog_daar(greep, pad):
            return greep
        os.close(greep)  # the run before took it away between the two


def _nog_daar(greep: int, pad: Path) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(greep), pad.stat())
    return False


def _bezet(pad: Path) -> OutputError:
    tekst = "in deze map is een andere reportgen bezig"
    cure = "wacht tot die klaar is, of kies met --out een andere map"
    return OutputError([Problem("B4", "error", Plaats(pad.parent.name), tekst, cure)])
