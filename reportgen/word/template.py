"""A Word template: compiled once, filled many times."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any
from weakref import WeakValueDictionary

from pydantic import BaseModel

from reportgen.errors import Problem, TemplateError, oorzaak
from reportgen.word.engine.compiling import Compiled, examine
from reportgen.word.engine.filling import fill
from reportgen.word.engine.memory import Memory
from reportgen.word.engine.replacing import with_files, with_pictures
from reportgen.word.opc.package import MAX_BYTES, geweigerd
from reportgen.word.review.asking import asked, paths
from reportgen.word.review.contract import Schema
from reportgen.word.review.verdict import verdict

_COMPILED: WeakValueDictionary[bytes, Compiled] = WeakValueDictionary()
_SLOT = Lock()


class Template:
    """A Word template with tags; immutable, safe to share between threads, picklable."""

    def __init__(self, source: str | Path | bytes, naam: str = "") -> None:
        """Read and compile a template; equal ones are compiled once per process.

        Args:
            source: the path of a `.docx`, or its bytes.
            naam: what messages call it; the name of the file when left out.

        Raises:
            TemplateError: it cannot be read, or its tags are wrong; with every problem found.
        """
        self.naam = naam or ("sjabloon" if isinstance(source, bytes) else Path(source).name)
        self._bytes = source if isinstance(source, bytes) else read_template(Path(source))
        self._compiled = _compiled(self._bytes, self.naam)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as the bytes; the other process compiles its own."""
        return type(self), (self._bytes, self.naam)

    def fill(self, context: Mapping[str, Any] | BaseModel) -> bytes:
        """Fill the template and give the bytes of the `.docx`.

        Args:
            context: the values by name; a pydantic model gives its fields.

        Raises:
            TemplateError: the template asks for something that the context does not have.
            RenderError: the result would not be a right document.
        """
        return fill(self._compiled, _values(context), self.naam)

    def fill_with_memory(self, context: Mapping[str, Any] | BaseModel, memory: Memory) -> bytes:
        """Fill the template, and let the document remember something.

        Args:
            context: the values by name; a pydantic model gives its fields.
            memory: what is remembered.

        Raises:
            TemplateError: the template asks for something that the context does not have.
            RenderError: the result would not be a right document.
        """
        return fill(self._compiled, _values(context), self.naam, memory)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of its file: what tells it from another."""
        return hashlib.sha256(self._bytes).hexdigest()

    @property
    def fields(self) -> tuple[str, ...]:
        """Every path that the template asks for, in order: `prestatie.acties[].tekst`."""
        return paths(asked(self._compiled.tags))

    def mentions(self, naam: str) -> bool:
        """Say whether a tag holds this name; what no tag holds, the template cannot print."""
        return any(naam in vondst.tag.tekst for vondst in self._compiled.tags)

    def check(self, contract: type[BaseModel] | Schema) -> list[Problem]:
        """Hold the template against the fields that the data will have, without any data.

        Args:
            contract: a pydantic model, or a JSON Schema.

        Returns:
            Every field that is not there (error) or is not used (warning), and what else in the
            template deserves a look, each with its place.
        """
        gevonden = verdict(self._compiled.bevindingen, self._compiled.tags, contract)
        return [bevinding.problem(self.naam) for bevinding in gevonden]

    def with_pictures(self, pictures: Mapping[str, bytes]) -> Template:
        """Give this template with other pictures, in the frames that are there.

        Args:
            pictures: the new files, by the name, the title or the alternative text of the old.

        Raises:
            TemplateError: there is no such picture, or the new one is no picture of its kind.
        """
        return Template(with_pictures(self._bytes, pictures, self.naam), self.naam)

    def with_files(self, files: Mapping[str | bytes, bytes]) -> Template:
        """Give this template with other files inside: embedded workbooks, pictures.

        Args:
            files: the new files, by the name of the part (`word/embeddings/x.xlsx`) or by the bytes
                of the old file.

        Raises:
            TemplateError: there is no such file in it, or the new one would break the document.
        """
        return Template(with_files(self._bytes, files, self.naam), self.naam)


def _values(context: Mapping[str, Any] | BaseModel) -> dict[str, Any]:
    """Give the values of a context by name; of a model its fields, computed ones included."""
    if not isinstance(context, BaseModel):
        return dict(context)
    berekend = {naam: getattr(context, naam) for naam in type(context).model_computed_fields}
    return dict(context) | berekend


def _compiled(data: bytes, naam: str) -> Compiled:
    sleutel = hashlib.sha256(data).digest()
    with _SLOT:
        bekend = _COMPILED.get(sleutel)
    if bekend:
        return bekend
    gelezen = examine(data, naam)
    if gelezen.compiled is None:
        fouten = (b for b in gelezen.bevindingen if b.severity == "error")
        raise TemplateError(bevinding.problem(naam) for bevinding in fouten)
    with _SLOT:
        return _COMPILED.setdefault(sleutel, gelezen.compiled)


def read_template(pad: Path) -> bytes:
    """Read the file of a template, no further than a template can be large.

    Raises:
        TemplateError: it cannot be read.
    """
    try:
        with pad.open("rb") as bestand:
            return bestand.read(MAX_BYTES + 1)
    except (OSError, ValueError) as fout:
        reden = oorzaak(fout) if isinstance(fout, OSError) else "dit is geen pad"
        tekst = f"het sjabloon kan niet worden gelezen ({reden})"
        raise geweigerd(pad.name, tekst, "controleer het pad") from None
