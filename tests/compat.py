"""One template filled by two libraries: by docxtpl itself, and by ours.

A case is a template and its values, built with the value classes of the library at hand. Where the
documents differ, the case says why, what docxtpl makes of it, and what is right; CONTRIBUTING.md
lists these reasons. The tables of cases stand in `compat_*.py`; `test_word_compat.py` runs them.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from typing import Any

import docx
import docxtpl
import pytest
from docx.document import Document
from judges import REQUIRED

from reportgen import Template

Values = Mapping[str, object]
Build = Callable[[Document], object]


@dataclass(frozen=True, slots=True)
class Lib:
    """The value classes of a library, called as ours are; `subdoc` takes a file or a builder."""

    RichText: Callable[..., Any]
    RichTextParagraph: Callable[..., Any]
    Listing: Callable[[object], object]
    InlineImage: Callable[..., object]
    subdoc: Callable[[bytes | Build], object]


@dataclass(frozen=True, slots=True)
class Refused:
    """How ours refuses a template, or a value: the rule, and words of the message or its cure."""

    rule: str
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A template that both libraries fill with the same values."""

    name: str
    source: bytes
    values: Values | Callable[[Lib], Values]
    text: str | type[Exception]
    """What docxtpl's document says, or what it raises."""
    differs: str = ""
    """Why ours is not like docxtpl's; empty where they are alike."""
    ours: bytes | Refused = b""
    """Where they differ: a file with what ours should be, or how ours refuses."""
    autoescape: bool = True
    widths: bool = True
    """Whether the widths of columns and cells are compared; docxtpl leaves those of cells (W13)."""
    before: Callable[[docxtpl.DocxTemplate], object] = lambda _: None
    """What docxtpl's object is told beforehand: which pictures and files to replace."""
    prepare: Callable[[Template], Template] = lambda template: template
    """The same for ours."""

    def __str__(self) -> str:
        return self.name

    def given(self, lib: Lib) -> Values:
        """The values, made with the classes of a library."""
        return self.values(lib) if callable(self.values) else self.values


@cache
def by_docxtpl(case: Case) -> bytes:
    """The document of docxtpl."""
    engine = docxtpl.DocxTemplate(BytesIO(case.source))
    case.before(engine)
    engine.render(case.given(_docxtpl(engine)), autoescape=case.autoescape)
    return saved(engine)


@cache
def by_ours(case: Case) -> bytes:
    """Our document."""
    return case.prepare(Template(case.source)).fill(case.given(_reportgen()))


def saved(engine: docxtpl.DocxTemplate) -> bytes:
    """The file that docxtpl saves."""
    file = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of zipfile, when a name is written twice
        engine.save(file)
    return file.getvalue()


def _docxtpl(engine: docxtpl.DocxTemplate) -> Lib:
    """The classes of docxtpl, for one template: links, pictures and subdocuments belong to it."""

    class RichText(docxtpl.RichText):  # type: ignore[misc]  # docxtpl has no types
        def add(self, text: object, **look: object) -> None:
            if url := look.pop("url", None):
                look["url_id"] = engine.build_url_id(url)
            super().add(text, **look)

    def image(source: bytes, **size: object) -> object:
        return docxtpl.InlineImage(engine, BytesIO(source), **size)

    def subdoc(source: bytes | Build) -> object:
        if find_spec("docxcompose") is None and not REQUIRED:
            pytest.skip("judge missing: docxcompose (pip install docxcompose), for its Subdoc")
        if isinstance(source, bytes):
            return engine.new_subdoc(BytesIO(source))
        document = engine.new_subdoc()
        source(document)
        return document

    return Lib(RichText, docxtpl.RichTextParagraph, docxtpl.Listing, image, subdoc)


def _reportgen() -> Lib:
    from reportgen import word  # here, so that the tables can be read while `word` is rebuilt

    def subdoc(source: bytes | Build) -> object:
        if isinstance(source, bytes):
            return word.Subdoc(source)
        document = docx.Document()
        source(document)
        return word.Subdoc(document)

    return Lib(word.RichText, word.RichTextParagraph, word.Listing, word.InlineImage, subdoc)


def png(width: int = 8, height: int = 4, grey: int = 0) -> bytes:
    """A small picture of one grey."""
    rows = (b"\x00" + bytes([grey]) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
