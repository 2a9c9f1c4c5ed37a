"""The Wijzigingenoverzicht as a Word document."""

from __future__ import annotations

from functools import lru_cache

from reportgen.documents import shipped, tijdstip
from reportgen.vergelijking.overzicht import overzicht
from reportgen.vergelijking.uitkomst import Vergelijking
from reportgen.word import Template


@lru_cache(maxsize=1)
def _standaard() -> Template:
    """Give the shipped template, compiled once per process."""
    return Template(shipped("templates/wijzigingen.docx"))


def overview(vergelijking: Vergelijking, template: Template | None = None) -> bytes:
    """Make the Word document that says what changed; without a template, in the shipped one.

    Raises:
        TemplateError: the template asks for something that an overview does not have.
        RenderError: the result would not be a right document.
    """
    return (template or _standaard()).fill(overzicht(vergelijking, tijdstip()))
