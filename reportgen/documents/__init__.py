"""Data becomes Word: one prestatie in the template of a chapter, all of them in that of a book."""

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
from reportgen.documents.heel import book, book_template, per_kerntaak
from reportgen.documents.shipped import shipped, tijdstip

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
