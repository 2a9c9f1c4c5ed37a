"""The manifest of a folder of chapters (`reportgen.json`): what was made there, and of what.

A line for each document, in the order of the numbers. It holds hashes and names only: no clock, no
paths of a machine, nothing of the data but number, title and what was noticed. So equal runs write
equal manifests, and a person can see beside each other which documents changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError

from reportgen.errors import OutputError, Plaats, Problem, oorzaak

NAAM = "reportgen.json"
VERSIE = 1
"""The version of the manifest that this library reads and writes."""

_HOOFDSTUK = re.compile(r"[^/\\:\x00]+\.docx")

Standing = Literal["made", "failed", "vanished"]


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of a chapter: what it was made of, and what its file held when it was written.

    Hashes are SHA-256. One that never was made has none; one that failed later keeps those of the
    file that is still there.
    """

    file: str
    nummer: str
    titel: str
    outcome: Standing
    """Vanished: the file was made, and the source does not have its prestatie any more."""
    bytes: str = ""
    data: str = ""
    template: str = ""
    version: str = ""
    sources: dict[str, str] = field(default_factory=dict)
    """The files that the data came from, seen from the source; without hash where not known."""
    problems: tuple[Problem, ...] = ()

    def regel(self) -> str:
        """Give its line in the manifest."""
        velden = {naam: getattr(self, naam) for naam in self.__slots__}
        velden["problems"] = [problem.to_dict() for problem in self.problems]
        return json.dumps(velden, ensure_ascii=False)


def read_manifest(map_: Path) -> tuple[dict[str, Document], list[Problem]]:
    """Read what is known of the documents in a folder; nothing where there is no manifest.

    Returns:
        The documents by the name of their file, and why they could not be read.

    Raises:
        OutputError: a newer reportgen wrote it.
    """
    try:
        inhoud = json.loads((map_ / NAAM).read_bytes())
    except FileNotFoundError:
        return {}, []
    except OSError as fout:
        return {}, [_onleesbaar(oorzaak(fout))]
    except (ValueError, RecursionError):
        return {}, [_onleesbaar("het is geen JSON")]
    if isinstance(inhoud, dict) and isinstance(versie := inhoud.get("manifest"), int):
        _ondersteund(versie)
        try:
            documents = _lezer().validate_python(inhoud.get("documents"))
        except ValidationError as fout:
            return {}, [_onleesbaar(_waar(fout))]
        if all(map(_blijft_in_de_map, documents)):
            return {document.file: document for document in documents}, []
    return {}, [_onleesbaar("het heeft niet de vorm van een manifest")]


def read_lines(regels: Iterable[bytes]) -> Iterator[Document]:
    """Read documents line by line, as far as they are whole."""
    for regel in regels:
        try:
            (document,) = _lezer().validate_json(b"[" + regel + b"]")
        except ValidationError:
            continue  # the process was killed while it wrote this line
        if _blijft_in_de_map(document):
            yield document


def write_manifest(documents: Iterable[Document]) -> Iterator[bytes]:
    """Give the text of a manifest, bit by bit; the documents in the order of their numbers."""
    voor = f'{{"manifest": {VERSIE}, "documents": ['
    for document in documents:
        yield f"{voor}\n{document.regel()}".encode("utf-8", "replace")
        voor = ","
    yield b"\n]}\n" if voor == "," else f"{voor}]}}\n".encode()


@lru_cache(maxsize=1)
def _lezer() -> TypeAdapter[tuple[Document, ...]]:
    """Make the reader of documents; it remembers no texts, which all differ."""
    return TypeAdapter(tuple[Document, ...], config=ConfigDict(cache_strings="keys"))


def _blijft_in_de_map(document: Document) -> bool:
    """Say whether a document names a chapter that can stand in its folder, on any system."""
    return bool(_HOOFDSTUK.fullmatch(document.file))


def _waar(fout: ValidationError) -> str:
    """Say which document of a manifest is wrong."""
    plek = fout.errors(include_url=False)[0]["loc"]
    velden = ".".join(str(deel) for deel in plek[1:])
    return f"document {int(plek[0]) + 1}, {velden or 'de vorm'}" if plek else "documents ontbreekt"


def _onleesbaar(wat: str) -> Problem:
    tekst = f"het manifest kan niet worden gelezen ({wat}), en telt als niet aanwezig"
    cure = "reportgen schrijft een nieuw; verander dit bestand niet met de hand"
    return Problem("B3", "warning", Plaats(NAAM), tekst, cure)


def _ondersteund(versie: int) -> None:
    if versie > VERSIE:
        wat = f"dit manifest is van een nieuwere reportgen (versie {versie})"
        cure = "werk reportgen bij, of kies een andere map"
        raise OutputError([Problem("B3", "error", Plaats(NAAM), wat, cure)])
