"""What is known of the documents in a folder (register), kept up to date while they are made.

What is going to be written is written down first. So whenever a run is killed, every file is one
that some line tells of: the next run knows its own files from those that a person changed.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from reportgen.batch.bezig import Bezig, lees
from reportgen.batch.files import write_whole
from reportgen.batch.manifest import NAAM, Document, read_manifest, write_manifest
from reportgen.batch.namen import rang
from reportgen.errors import OutputError, Plaats, Problem, oorzaak
from reportgen.model import Sleutel

Tell = Callable[[Problem], object]
"""Is told what is the matter with a folder, and not with one chapter."""


def hash_of(pad: Path) -> str | None:
    """Give the hash of a file; None where there is none.

    Raises:
        OutputError: it cannot be read, so nobody knows what would be lost.
    """
    if not pad.is_file():
        return None
    try:
        with pad.open("rb") as bestand:
            return hashlib.file_digest(bestand, "sha256").hexdigest()
    except FileNotFoundError:
        return None
    except OSError as fout:
        wat = f"kan niet worden gelezen ({oorzaak(fout)}), en wordt niet overschreven"
        cure = "sluit het bestand als het open staat, en controleer de rechten"
        raise OutputError([Problem("B1", "error", Plaats(pad.name), wat, cure)]) from None


class Register:
    """The documents of a folder by the name of their file, while a run is busy there.

    What this run makes goes into its diary and not into memory, however much it is.
    """

    def __init__(self, map_: Path, bekend: dict[str, Document], bezig: Bezig | None) -> None:
        self._map = map_
        self._bekend = bekend
        self._bezig = bezig
        self._voorgenomen: dict[str, tuple[Document, Document | None]] = {}
        """The documents that are being written, and what was known of them."""
        self._anders: dict[str, Document | None] = {}
        """What came of documents otherwise than the diary says."""
        self.gewijzigd = False
        """That the manifest is not what is known."""

    @property
    def leeg(self) -> bool:
        """That nothing is known but what this run made."""
        return not self._bekend

    def van(self, naam: str) -> Document | None:
        """Give what is known of a document that this run has not made."""
        return self._bekend.get(naam)

    def eigen(self, naam: str, hash_: str) -> bool:
        """Say whether a file holds what reportgen wrote in it."""
        if bekend := self._bekend.get(naam):
            return bekend.bytes == hash_
        zelfde = naam.casefold()  # a title that changed in capitals only, where disks ignore those
        return any(d.bytes == hash_ for d in self._bekend.values() if d.file.casefold() == zelfde)

    def neem_voor(self, documents: Collection[Document]) -> None:
        """Write down what the documents will be, before their files are written."""
        if not self._bezig or not documents:
            return
        self.gewijzigd = True
        vorig = {document.file: self._bekend.pop(document.file, None) for document in documents}
        self._voorgenomen = {d.file: (d, vorig[d.file]) for d in documents}
        try:
            self._bezig.noteer(documents)
        except OSError:  # a full disk: what is written after this says so itself
            self._anders.update({document.file: document for document in documents})

    def gedaan(self) -> None:
        """Say that all that was going to be written is."""
        self._voorgenomen.clear()

    def mislukt(self, naam: str, problems: tuple[Problem, ...]) -> None:
        """Say that a file could not be written; what stood there is still there."""
        if naam in self._voorgenomen:
            nu, vorig = self._voorgenomen.pop(naam)
            vorig = vorig or Document(naam, nu.nummer, nu.titel, "failed")
            anders = replace(vorig, titel=nu.titel, outcome="failed", problems=problems)
            self._anders[naam] = anders

    def over(self, namen: Collection[str]) -> Iterator[Document]:
        """Give the documents that the source does not have any more, as far as their file is there.

        Args:
            namen: the files that the source does have.
        """
        zelfde = {naam.casefold(): naam for naam in namen}
        for naam in [naam for naam in self._bekend if naam not in namen]:
            hier, ander = self._map / naam, zelfde.get(naam.casefold())
            document = self._bekend.pop(naam)
            if hier.is_file() and not (ander and (self._map / ander).samefile(hier)):
                self._bekend[naam] = replace(document, outcome="vanished", problems=())
                yield self._bekend[naam]
            self.gewijzigd |= self._bekend.get(naam) != document

    def herstel(self) -> None:
        """Take over what a run that is not done has written, of what it was going to write."""
        for document in lees(self._map):
            self.gewijzigd = True
            if document.outcome != "made" or self._staat_er(document):
                self._bekend[document.file] = document

    def schrijf(self) -> None:
        """Write the manifest, where it is not what is known.

        Raises:
            OutputError: it cannot be written.
        """
        for naam, (nieuw, vorig) in self._voorgenomen.items():
            if not self._staat_er(nieuw):
                self._anders[naam] = vorig
        self._voorgenomen.clear()
        if self._bezig and self.gewijzigd:
            write_whole(self._map / NAAM, write_manifest(self._documents()))
            self.gewijzigd = False

    def _documents(self) -> Iterator[Document]:
        """Give all that is known, in the order of the manifest."""
        bekend = {**self._bekend, **{n: d for n, d in self._anders.items() if d}}
        gemaakt = (d for d in lees(self._map) if d.file not in self._anders | self._bekend)
        op_volgorde = sorted(bekend.values(), key=_rang)
        return heapq.merge(op_volgorde, gemaakt, key=_rang)

    def _staat_er(self, document: Document) -> bool:
        with suppress(OutputError):
            return hash_of(self._map / document.file) == document.bytes
        return False


def _rang(document: Document) -> tuple[Sleutel, Sleutel, str]:
    return rang(document.nummer, document.file)


@contextmanager
def register(map_: Path, tell: Tell) -> Iterator[Register]:
    """Take a folder, and write its manifest at the end, however it ends.

    Raises:
        OutputError: another run is busy there, or a newer reportgen was.
    """
    bezig = _genomen(map_)
    schoon = False
    try:
        boek = _gelezen(map_, bezig, tell)
        try:
            yield boek
        finally:
            schoon = _geschreven(boek, tell)
    finally:
        if bezig:
            bezig.klaar(bewaar=not schoon)


def _gelezen(map_: Path, bezig: Bezig | None, tell: Tell) -> Register:
    """Read what is known, and make one whole of it where a run was killed."""
    documents, problems = read_manifest(map_)
    for problem in problems:
        tell(problem)
    boek = Register(map_, documents, bezig)
    boek.herstel()
    boek.gewijzigd |= not (map_ / NAAM).is_file() or bool(problems)
    if bezig and _geschreven(boek, tell):
        bezig.begin()
    return boek


def known(map_: Path) -> Mapping[str, Document]:
    """Give what is known of the documents in a folder, also while a run is busy there.

    Raises:
        OutputError: there is no manifest, or it cannot be read.
    """
    documents, problems = read_manifest(map_)
    boek = Register(map_, documents, None)
    boek.herstel()
    if problems or not (documents or (map_ / NAAM).is_file()):
        raise OutputError(replace(p, severity="error") for p in problems or [_geen_manifest(map_)])
    return documents


def _geen_manifest(map_: Path) -> Problem:
    wat = f"in deze map staat geen {NAAM}, dus is niet bekend wat hier is gemaakt"
    return Problem("B3", "error", Plaats(map_.name), wat, "geef de map die reportgen render vulde")


def _genomen(map_: Path) -> Bezig | None:
    """Take a folder; None where it cannot be written, which every chapter tells for itself."""
    try:
        return Bezig(map_)
    except OSError:
        return None


def _geschreven(boek: Register, tell: Tell) -> bool:
    """Write the manifest; say whether it is there."""
    try:
        boek.schrijf()
    except OutputError as fout:
        for problem in fout.problems:
            tell(problem)
        return False
    return True
