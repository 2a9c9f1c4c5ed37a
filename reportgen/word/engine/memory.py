"""What a document carries along unseen: a part of data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.word.values.additions import Relatie
from reportgen.word.xml import R, escape, quoted

if TYPE_CHECKING:
    from reportgen.word.values.harvest import Opbrengst

_DS = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PROPS = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_KENMERK = "{6E2B4A70-51C3-4E0B-9D1F-7265706F7274}"
"""By what the store of a document knows the part; always the same."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What a document remembers: a text of the caller's, and the namespace that tells it apart."""

    naamruimte: str
    tekst: str

    def parts(self, uit: Opbrengst, bezet: Callable[[str], bool]) -> Relatie:
        """Add the part to what a document gathers, and give the relationship to it."""
        nummer = 1
        while bezet(f"customXml/item{nummer}.xml"):
            nummer += 1
        item, props = f"customXml/item{nummer}.xml", f"customXml/itemProps{nummer}.xml"
        ruimte = quoted(self.naamruimte)
        inhoud = f"{_KOP}<gegevens xmlns={ruimte}>{escape(self.tekst)}</gegevens>"
        uit.delen[item] = inhoud.encode()
        uit.delen[props] = (
            f'{_KOP}<ds:datastoreItem ds:itemID="{_KENMERK}" xmlns:ds="{_DS}"><ds:schemaRefs>'
            f"<ds:schemaRef ds:uri={ruimte}/></ds:schemaRefs></ds:datastoreItem>"
        ).encode()
        heen = Relatie("rId1", f"{R}/customXmlProps", f"itemProps{nummer}.xml", external=False)
        uit.delen[f"customXml/_rels/item{nummer}.xml.rels"] = _rels(heen)
        uit.soorten[f"/{props}"] = _PROPS
        uit.soorten[f"/{item}"] = "application/xml"
        return Relatie("rIdRgGegevens", f"{R}/customXml", f"../{item}", external=False)


def _rels(relatie: Relatie) -> bytes:
    ruimte = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{ruimte}">{relatie.xml()}</Relationships>'.encode()
