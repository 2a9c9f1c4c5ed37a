"""Chapters in a folder looked over (nazien): edited, missing, or older than their source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from reportgen.batch.namen import bestandsnamen, rang
from reportgen.batch.register import hash_of, known
from reportgen.batch.vingerafdruk import Vingerafdruk
from reportgen.documents import tijdstip
from reportgen.errors import OutputError
from reportgen.versie import VERSION

if TYPE_CHECKING:
    from reportgen.batch.manifest import Document
    from reportgen.model import Boekwerk, Prestatie
    from reportgen.word import Template

State = Literal["ok", "edited", "stale", "missing", "extra"]


@dataclass(frozen=True, slots=True)
class Nagezien:
    """How a file stands: as it was made or not, and in Dutch why not."""

    nummer: str
    titel: str
    file: str
    state: State
    why: str = ""


def verify(
    out: str | Path, boekwerk: Boekwerk | None = None, template: Template | None = None
) -> list[Nagezien]:
    """Look over the chapters that `build` made in a folder, in the order of their numbers.

    Args:
        out: the folder.
        boekwerk: what they should have been made of now; without it nothing can be told of data
            that changed since.
        template: the template that they should have been made in; not compared when left out.

    Raises:
        OutputError: the folder has no manifest, or one that cannot be read.
    """
    bestanden = sorted(Path(out).glob("*.docx"))  # first: a run that is busy makes ever more
    documents = known(Path(out))
    bron = _Bron(boekwerk, template) if boekwerk else None
    gezien = [staat for d in documents.values() for staat in _nagezien(Path(out), d, bron)]
    gezien += _nog_te_maken(Path(out), documents, bron) if bron else ()
    gezien.sort(key=lambda staat: rang(staat.nummer, staat.file))
    return [*gezien, *_vreemd(bestanden, {staat.file for staat in gezien})]


class _Bron:
    """What chapters would be made of now."""

    def __init__(self, boekwerk: Boekwerk, template: Template | None) -> None:
        namen = bestandsnamen(boekwerk)
        self.prestaties = {naam: boekwerk.prestaties[plek] for plek, naam in namen}
        self._afdrukken = [
            Vingerafdruk(boekwerk, tijdstip(), totals=totals) for totals in (False, True)
        ]
        self._sjabloon = template.sha256 if template else ""

    def veranderd(self, document: Document) -> str:
        """Say what changed since a chapter was made."""
        prestatie = self.prestaties.get(document.file)
        if prestatie is None:
            return "staat niet onder deze naam in de bron"
        if all(afdruk.van(prestatie) != document.data for afdruk in self._afdrukken):
            return "de data is veranderd"
        if self._sjabloon not in ("", document.template):
            return "het sjabloon is veranderd"
        return "" if document.version == VERSION else f"gemaakt met versie {document.version}"


def _nagezien(map_: Path, document: Document, bron: _Bron | None) -> Iterator[Nagezien]:
    """Judge a document; one that vanished and was taken away is nothing any more."""
    try:
        staat = hash_of(map_ / document.file)
    except OutputError as fout:
        yield _oordeel(document, "edited", fout.problems[0].message)
        return
    if staat is None:
        if document.outcome != "vanished":
            yield _oordeel(document, "missing", _reden(document) or "het bestand is er niet")
    elif staat != document.bytes:
        yield _oordeel(document, "edited", "is na het maken veranderd")
    elif oud := _verouderd(document, bron):
        yield _oordeel(document, "stale", oud)
    else:
        yield _oordeel(document, "ok")


def _verouderd(document: Document, bron: _Bron | None) -> str:
    if document.outcome == "vanished":
        return "de prestatie staat niet meer in de bron, of heet anders"
    return _reden(document) or (bron.veranderd(document) if bron else "")


def _reden(document: Document) -> str:
    """Say why the last run could not make it."""
    if document.outcome != "failed":
        return ""
    return f"niet gemaakt: {document.problems[0].message}" if document.problems else "niet gemaakt"


def _oordeel(document: Document, state: State, why: str = "") -> Nagezien:
    return Nagezien(document.nummer, document.titel, document.file, state, why)


def _nog_te_maken(map_: Path, documents: Mapping[str, Document], bron: _Bron) -> Iterator[Nagezien]:
    """Find prestaties without a chapter, or with a file that something else made."""
    for naam, prestatie in bron.prestaties.items():
        if naam not in documents:
            yield _zonder_document(map_ / naam, prestatie)


def _zonder_document(pad: Path, prestatie: Prestatie) -> Nagezien:
    nummer, titel = prestatie.nummer, prestatie.titel
    if pad.exists():
        return Nagezien(nummer, titel, pad.name, "edited", "is niet door reportgen gemaakt")
    return Nagezien(nummer, titel, pad.name, "missing", "is nog niet gemaakt")


def _vreemd(bestanden: Iterable[Path], bekend: set[str]) -> Iterator[Nagezien]:
    """Find Word files that reportgen knows nothing of."""
    for pad in bestanden:
        if pad.name not in bekend and not pad.name.startswith("~$"):
            yield Nagezien("", "", pad.name, "extra", "is hier niet door reportgen render gemaakt")
