"""A generic Word engine: a template and values become a document, and back to an outline.

It knows no prestatie; only this room (and the reader) imports lxml, python-docx and Jinja.
"""

from reportgen.word.appendices import Appendix, read_appendix, with_appendices
from reportgen.word.inspection import annotated, inspected
from reportgen.word.opc.package import write_package
from reportgen.word.outline import outline
from reportgen.word.pages import marked, with_page_numbers
from reportgen.word.template import Template
from reportgen.word.values.rich import InlineImage, Listing, RichText, RichTextParagraph, Subdoc

__all__ = [
    "Appendix",
    "InlineImage",
    "Listing",
    "RichText",
    "RichTextParagraph",
    "Subdoc",
    "Template",
    "annotated",
    "inspected",
    "marked",
    "outline",
    "read_appendix",
    "with_appendices",
    "with_page_numbers",
    "write_package",
]
