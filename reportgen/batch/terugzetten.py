"""Files of a source get their edits: all of them or none, and nobody's later work is lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING

from reportgen.batch.files import fout, in_woorden, schrijf, sync_folder
from reportgen.errors import OutputError, Problem

if TYPE_CHECKING:
    from reportgen.sources.bijwerken import Bijgewerkt

_VERANDERD = "is intussen veranderd; er is niets geschreven"
_OPNIEUW = "geef het commando opnieuw: dan telt de nieuwe inhoud mee"
_BESCHERMD = "is beveiligd tegen schrijven; er is niets geschreven"
_OPEN = "haal de beveiliging van het bestand weg, en sluit het als het ergens open staat"


def put_back(bestanden: Iterable[Bijgewerkt]) -> None:
    """Let files hold what they are to hold; where one of them cannot, all stay as they were.

    Raises:
        OutputError: a file is protected, changed since it was read, or cannot be written.
    """
    alle = [(b.pad.resolve(), b) for b in bestanden]
    problems = [p for pad, b in alle for p in _bezwaren(pad, b)]
    if problems:
        raise OutputError(problems)
    with _klaargezet(alle) as klaar:
        if veranderd := [p for pad, b in alle for p in _bezwaren(pad, b)]:  # while we wrote
            raise OutputError(veranderd)
        _wissel(alle, klaar)
    for map_ in {pad.parent for pad, _ in alle}:
        sync_folder(map_)


def _bezwaren(pad: Path, bestand: Bijgewerkt) -> Iterator[Problem]:
    """Say why a file cannot be replaced, if it cannot."""
    with in_woorden(pad):
        if pad.read_bytes() != bestand.was:
            yield from fout(pad, _VERANDERD, _OPNIEUW).problems
        elif not os.access(pad, os.W_OK):  # one could be put in its place all the same
            yield from fout(pad, _BESCHERMD, _OPEN).problems


@contextmanager
def _klaargezet(alle: Sequence[tuple[Path, Bijgewerkt]]) -> Iterator[list[Path]]:
    """Write the new files beside the old ones; nothing of them is left in the end."""
    klaar = [_naast(pad, nummer) for nummer, (pad, _) in enumerate(alle)]
    try:
        for (pad, bestand), tijdelijk in zip(alle, klaar, strict=True):
            with in_woorden(pad):
                schrijf(tijdelijk, bestand.wordt)
                shutil.copymode(pad, tijdelijk)
        yield klaar
    finally:
        for tijdelijk in klaar:
            with suppress(OSError):
                tijdelijk.unlink(missing_ok=True)


def _wissel(alle: Sequence[tuple[Path, Bijgewerkt]], klaar: Sequence[Path]) -> None:
    """Put the new files in the place of the old ones; back again when one of them fails."""
    gedaan: list[tuple[Path, Bijgewerkt]] = []
    try:
        for (pad, bestand), tijdelijk in zip(alle, klaar, strict=True):
            with in_woorden(pad):
                tijdelijk.replace(pad)
            gedaan.append((pad, bestand))
    except OutputError as bezwaar:
        raise OutputError([*bezwaar.problems, *_terug(gedaan)]) from None


def _terug(gedaan: Sequence[tuple[Path, Bijgewerkt]]) -> Iterator[Problem]:
    """Put back what files held; say of which that cannot be done."""
    for nummer, (pad, bestand) in enumerate(gedaan):
        try:
            with in_woorden(pad):
                tijdelijk = _naast(pad, nummer)
                schrijf(tijdelijk, bestand.was)
                shutil.copymode(pad, tijdelijk)
                tijdelijk.replace(pad)
        except OutputError:
            wat = "heeft zijn bewerkingen al, en kan niet worden teruggezet"
            yield from fout(
                pad, wat, "geef het commando opnieuw als het andere bestand vrij is"
            ).problems


def _naast(pad: Path, nummer: int) -> Path:
    """Give a name beside a file that nothing else uses, and that no source reads."""
    return pad.with_name(f".reportgen-{os.getpid()}-{get_ident()}-{nummer}.tmp")
