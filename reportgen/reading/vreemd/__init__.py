"""Chapters that reportgen never made become data: found by headings, labels and tables."""

from reportgen.reading.vreemd.lezen import lees_vreemd

__all__ = ["lees_vreemd"]
