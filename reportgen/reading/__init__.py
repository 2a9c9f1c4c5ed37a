"""Word becomes data: a chapter that came back, and what people did to it."""

from reportgen.reading.bewerking import Bewerking, Gelezen, Los
from reportgen.reading.lezen import read

__all__ = ["Bewerking", "Gelezen", "Los", "read"]
