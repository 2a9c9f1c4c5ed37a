"""What a document carries along unseen, found back in it."""

from __future__ import annotations

from reportgen.word.opc.package import read_document
from reportgen.word.xml import parse_xml


def remembered(word: bytes, naamruimte: str, naam: str = "document") -> str | None:
    """Give the text of the part of a document that has this namespace; None where it has none.

    Raises:
        TemplateError: it is no Word file.
        RenderError: the part is damaged.
    """
    for deel, data in read_document(word, naam).items():
        if deel.startswith("customXml/") and naamruimte.encode() in data:
            wortel = parse_xml(data, deel, groot=True)
            if wortel.tag == f"{{{naamruimte}}}gegevens":
                return wortel.text or ""
    return None
