"""What stands around a picture or a chart in the line of the text (`wp:inline`)."""

from __future__ import annotations

from reportgen.word.values.letters import fout, in_attribuut
from reportgen.word.xml import R

DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
EMU = 914_400
"""English Metric Units in an inch."""

MAX_EMU = 22 * EMU
"""The longest side that Word gives a page, and so what stands on it."""


def in_line(soort: str, inhoud: str, maat: tuple[int, int], kenmerken: str, link: str = "") -> str:
    """Write a drawing, for inside a run.

    Args:
        soort: what kind of drawing it is: `picture`, `chart`.
        inhoud: what it shows, with the prefixes `a` and `r`.
        maat: its width and height in English Metric Units.
        kenmerken: what `features` gives.
        link: what it links to, as DrawingML.
    """
    vast = '<a:graphicFrameLocks noChangeAspect="1"/>' if soort == "picture" else ""
    return (
        f'<w:drawing><wp:inline xmlns:wp="{DRAWINGML}/wordprocessingDrawing"'
        f' xmlns:a="{DRAWINGML}/main" xmlns:r="{R}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{maat[0]}" cy="{maat[1]}"/><wp:docPr {kenmerken}>{link}</wp:docPr>'
        f"<wp:cNvGraphicFramePr>{vast}</wp:cNvGraphicFramePr><a:graphic>"
        f'<a:graphicData uri="{DRAWINGML}/{soort}">{inhoud}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )


def features(nummer: int, naam: str, alt: str) -> str:
    """Write the id of a drawing, its name, and the words that a screen reader says.

    Raises:
        RenderError: XML cannot hold a character.
    """
    return f'id="{nummer}" name="{in_attribuut(naam)}" descr="{in_attribuut(alt)}"'


def fitting(maat: tuple[int, int], wat: str) -> tuple[int, int]:
    """Give a size that a page can have.

    Args:
        maat: width and height in English Metric Units.
        wat: what has it, in Dutch: `een afbeelding`.

    Raises:
        RenderError: no page can have it.
    """
    breed, hoog = maat
    if not (0 < breed <= MAX_EMU and 0 < hoog <= MAX_EMU):
        tekst = f"{wat} wordt {breed} bij {hoog} EMU (36.000 in een millimeter)"
        raise fout("W34", tekst, "geef een breedte of hoogte tot 558 mm, zoals Mm(40)")
    return maat
