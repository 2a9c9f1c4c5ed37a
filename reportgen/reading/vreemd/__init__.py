"""Chapters that reportgen never made become data: found by headings, labels and tables."""

from reportgen.reading.vreemd.lezen import lees_vreemd
from reportgen.reading.vreemd.vele import Kop, lees_vele

__all__ = ["Kop", "lees_vele", "lees_vreemd"]
