"""A document with real tracked changes against another one; and tracked changes settled."""

from reportgen.word.redline.document import redline
from reportgen.word.redline.settling import accept, reject

__all__ = ["accept", "redline", "reject"]
