"""Data becomes Word: one prestatie in the template of a chapter, all of them in that of a book."""

from typing import TYPE_CHECKING

from reportgen.documents.chapter import (
    annotated_template,
    asks_totals,
    check_template,
    inspect,
    inspect_chapter,
    inspect_template,
    printed,
    render,
    render_at,
    standard_template,
)
from reportgen.documents.shipped import shipped, tijdstip
from reportgen.later import later

if TYPE_CHECKING:
    from reportgen.documents.heel import book, book_template, per_kerntaak

__all__ = [
    "annotated_template",
    "asks_totals",
    "book",
    "book_template",
    "check_template",
    "inspect",
    "inspect_chapter",
    "inspect_template",
    "per_kerntaak",
    "printed",
    "render",
    "render_at",
    "shipped",
    "standard_template",
    "tijdstip",
]

__getattr__ = later(__name__, dict.fromkeys(("book", "book_template", "per_kerntaak"), "heel"))
