"""A whole document in the place of a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.errors import RenderError, TemplateError
from reportgen.word.opc.package import read_package
from reportgen.word.values.transplant import transplant

if TYPE_CHECKING:
    from reportgen.word.values.deel import Deel
    from reportgen.word.values.harvest import Ontvanger
    from reportgen.word.values.rich import Subdoc


def subdoc_blocks(waarde: Subdoc, deel: Deel, ontvanger: Ontvanger) -> str:
    """Write the body of a document as paragraphs and tables of another one.

    Raises:
        RenderError: it is no Word file, or holds what cannot come along.
    """
    try:
        delen = read_package(waarde.data, waarde.naam or "subdocument")
    except TemplateError as fout:
        raise RenderError(fout.problems) from None
    return transplant(delen, deel, ontvanger)
