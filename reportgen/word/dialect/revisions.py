"""Changes that nobody accepted: what they delete would print, and leak."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.word.dialect.findings import Bevinding
from reportgen.word.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.word.dialect.places import Places

_NAMEN = (
    r"(?:ins|del|moveFrom|moveTo|cellIns|cellDel|numberingChange|(?:rPr|pPr|sectPr|tbl|tr|tc)"
    r"(?:Pr)?Change)"
)
_NAAM = re.compile(_NAMEN)
REVISIE = re.compile(rf"<w:{_NAMEN}[ />]".encode())
"""What a part with such changes has in its text."""

_HOOGSTENS = 20


def revisions(wortel: Element, places: Places) -> Iterator[Bevinding]:
    """Find where they stand, the first twenty."""
    gevonden: dict[str, None] = {}
    for element in wortel.iter(f"{{{W}}}*"):
        if _NAAM.fullmatch(str(element.tag).rpartition("}")[2]):
            gevonden[places.of(element)] = None
            if len(gevonden) == _HOOGSTENS:
                break
    for plek in gevonden:
        wat = "hier staan wijzigingen die niet zijn geaccepteerd"
        cure = "accepteer of verwerp ze in Word (Controleren ▸ Wijzigingen)"
        yield Bevinding("W15", wat, cure, None, plek)
