"""What a value needs to know of the place that it is printed in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How the place of a tag looks, as WordprocessingML: what a new paragraph or run there needs.

    `open` and `sluit` are the tags of what stands between paragraph and run (a hyperlink, a content
    control), so that a value can end the paragraph and begin another one.
    """

    ppr: str = ""
    """`<w:pPr>…</w:pPr>` of the paragraph, or nothing."""
    rpr: str = ""
    """`<w:rPr>…</w:rPr>` of the run, or nothing."""
    open: str = ""
    sluit: str = ""
