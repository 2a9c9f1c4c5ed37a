"""A template held against the fields that the data will have, also where it does not compile."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from reportgen.errors import Problem
from reportgen.word.dialect.findings import Bevinding
from reportgen.word.engine.compiling import examine
from reportgen.word.review.annotate import annotate
from reportgen.word.review.contract import Schema
from reportgen.word.review.verdict import verdict
from reportgen.word.template import read_template


def inspected(source: str | Path, contract: type[BaseModel] | Schema) -> list[Problem]:
    """Say everything that is wrong with a template, and what deserves a look.

    Args:
        source: the path of a `.docx`.
        contract: the fields that there will be: a pydantic model, or a JSON Schema.

    Raises:
        TemplateError: it is no Word file, or one that no reader should open.
    """
    pad = Path(source)
    return [b.problem(pad.name) for b in _bevindingen(read_template(pad), pad.name, contract)]


def annotated(source: str | Path, contract: type[BaseModel] | Schema) -> bytes:
    """Give a template back with a comment in Word at each thing that `inspected` finds.

    Raises:
        TemplateError: it is no Word file, or one that no reader should open.
    """
    pad = Path(source)
    data = read_template(pad)
    return annotate(data, _bevindingen(data, pad.name, contract))


def _bevindingen(data: bytes, naam: str, contract: type[BaseModel] | Schema) -> list[Bevinding]:
    gelezen = examine(data, naam)
    return verdict(gelezen.bevindingen, gelezen.tags, contract)
