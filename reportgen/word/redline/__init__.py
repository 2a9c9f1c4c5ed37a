"""A document with real tracked changes against another one; such changes listed and settled."""

from reportgen.word.redline.document import redline
from reportgen.word.redline.listing import Change, changes
from reportgen.word.redline.settling import accept, reject

__all__ = ["Change", "accept", "changes", "redline", "reject"]
