"""reportgen: typed data about prestaties in, standardised Word chapters out.

The public names resolve lazily, so that a command imports only what it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.later import later
from reportgen.versie import VERSION

if TYPE_CHECKING:
    from reportgen.batch import Failed as Failed
    from reportgen.batch import Made as Made
    from reportgen.batch import Unchanged as Unchanged
    from reportgen.batch import build as build
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
    from reportgen.sources import workbook as workbook
    from reportgen.vergelijking import compare as compare
    from reportgen.word import Template as Template

_ROOMS = {
    "Boekwerk": "model",
    "DataError": "errors",
    "Failed": "batch",
    "Made": "batch",
    "OutputError": "errors",
    "Prestatie": "model",
    "Problem": "errors",
    "RenderError": "errors",
    "ReportgenError": "errors",
    "Template": "word",
    "TemplateError": "errors",
    "Unchanged": "batch",
    "book": "documents",
    "book_template": "documents",
    "build": "batch",
    "check": "checks",
    "compare": "vergelijking",
    "load": "sources",
    "load_profiel": "sources",
    "read": "reading",
    "render": "documents",
    "workbook": "sources",
}
__all__ = sorted(_ROOMS)  # noqa: PLE0605  the table above is the list
__version__ = VERSION


__getattr__ = later(__name__, _ROOMS)


def __dir__() -> list[str]:
    return __all__
