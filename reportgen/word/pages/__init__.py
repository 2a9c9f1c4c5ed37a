"""Page numbers of a finished document: which are asked for, where to look, and filling them in."""

from reportgen.word.pages.marks import Gemerkt, marked
from reportgen.word.pages.refs import with_page_numbers, without_page_numbers

__all__ = ["Gemerkt", "marked", "with_page_numbers", "without_page_numbers"]
