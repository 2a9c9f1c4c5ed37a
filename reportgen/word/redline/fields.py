"""Fields that stand in one element, written out as runs: only runs can be marked as changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.redline.stamp import CODE, RUN
from reportgen.word.xml import SPATIE, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def spelled_out(veld: Element) -> list[Element]:
    """Write a `w:fldSimple` as runs in its place."""
    code = etree.Element(RUN)
    instr = etree.SubElement(code, CODE)
    instr.text = veld.get(w("instr"), "")
    instr.set(SPATIE, "preserve")
    runs = [_sign("begin"), code, _sign("separate"), *veld, _sign("end")]
    for run in runs:
        veld.addprevious(run)
    houder = veld.getparent()
    if houder is not None:
        houder.remove(veld)
    return runs


def _sign(soort: str) -> Element:
    run = etree.Element(RUN)
    etree.SubElement(run, w("fldChar")).set(w("fldCharType"), soort)
    return run
