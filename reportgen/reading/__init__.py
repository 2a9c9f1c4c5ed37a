"""Word becomes data: a chapter that came back, and what people did to it."""

from reportgen.reading.bewerking import Bewerking, Gelezen, Los
from reportgen.reading.deur import bytes_of, carries_data, read
from reportgen.reading.drieweg import three_ways
from reportgen.reading.oordeel import Drieweg, Oordeel

__all__ = [
    "Bewerking",
    "Drieweg",
    "Gelezen",
    "Los",
    "Oordeel",
    "bytes_of",
    "carries_data",
    "read",
    "three_ways",
]
