"""A generic Word engine: a template and values become a document, and back to an outline.

It knows no prestatie; only this room (and the reader) imports lxml, python-docx and Jinja.
"""

from typing import TYPE_CHECKING

from reportgen.later import later
from reportgen.word.composition import composed
from reportgen.word.engine.memory import Memory
from reportgen.word.inspection import annotated, inspected
from reportgen.word.memory import remembered
from reportgen.word.opc.package import write_package
from reportgen.word.outline import outline
from reportgen.word.pages import marked, with_page_numbers
from reportgen.word.template import Template, read_template
from reportgen.word.values.charts import Chart, Series
from reportgen.word.values.rich import InlineImage, Listing, RichText, RichTextParagraph, Subdoc

if TYPE_CHECKING:
    from reportgen.word.appendices import Appendix, read_appendix, with_appendices

__all__ = [
    "Appendix",
    "Chart",
    "InlineImage",
    "Listing",
    "Memory",
    "RichText",
    "RichTextParagraph",
    "Series",
    "Subdoc",
    "Template",
    "annotated",
    "composed",
    "inspected",
    "marked",
    "outline",
    "read_appendix",
    "read_template",
    "remembered",
    "with_appendices",
    "with_page_numbers",
    "write_package",
]
_APPENDICES = ("Appendix", "read_appendix", "with_appendices")
__getattr__ = later(__name__, dict.fromkeys(_APPENDICES, "appendices"))
