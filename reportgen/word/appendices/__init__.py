"""Word files from elsewhere behind a finished document (bijlagen): a foreword, an annex."""

from reportgen.word.appendices.joining import with_appendices
from reportgen.word.appendices.reading import Appendix, read_appendix

__all__ = ["Appendix", "read_appendix", "with_appendices"]
