"""reportgen: typed data about prestaties in, standardised Word chapters out.

The public names resolve lazily, so that a command imports only what it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.checks import check as check
    from reportgen.documents import book as book
    from reportgen.documents import book_template as book_template
    from reportgen.documents import render as render
    from reportgen.errors import DataError as DataError
    from reportgen.errors import OutputError as OutputError
    from reportgen.errors import Problem as Problem
    from reportgen.errors import RenderError as RenderError
    from reportgen.errors import ReportgenError as ReportgenError
    from reportgen.errors import TemplateError as TemplateError
    from reportgen.model import Boekwerk as Boekwerk
    from reportgen.model import Prestatie as Prestatie
    from reportgen.reading import read as read
    from reportgen.sources import load as load
    from reportgen.sources import load_profiel as load_profiel
    from reportgen.word import Template as Template

_ROOMS = {
    "Boekwerk": "model",
    "DataError": "errors",
    "OutputError": "errors",
    "Prestatie": "model",
    "Problem": "errors",
    "RenderError": "errors",
    "ReportgenError": "errors",
    "Template": "word",
    "TemplateError": "errors",
    "book": "documents",
    "book_template": "documents",
    "check": "checks",
    "load": "sources",
    "load_profiel": "sources",
    "read": "reading",
    "render": "documents",
}
__all__ = sorted(_ROOMS)  # noqa: PLE0605  the table above is the list
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Import the room of a public name when the name is first asked for."""
    if name not in _ROOMS:
        message = f"module 'reportgen' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    value: object = getattr(import_module(f"reportgen.{_ROOMS[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
